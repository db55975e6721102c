//! Writes an answer as it is assembled into a file of its own, in a thread that ends with it.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Zoned;

use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::audio::playback::assembly::Assembly;
use crate::audio::wav::WavReader;
use crate::audio::wav::rendered::{self, About, RenderFault};
use crate::audio::worker::Worker;
use crate::flow::Event;
use crate::i18n::AllWords;
use crate::library::open::Library;
use crate::model::attempt::Attempt;
use crate::model::edit_list::EditList;
use crate::model::fault::FileFault;
use crate::model::language::Language;
use crate::tr;

/// Frames that are read at once.
const BLOCK: usize = 1 << 14;
const SOFTWARE: &str = concat!("Retake ", env!("CARGO_PKG_VERSION"));

/// What is to be written.
pub struct Assembled {
    pub attempt: Arc<Attempt>,
    /// The takes of the edit list beside it.
    pub beside: Vec<Arc<Attempt>>,
    pub edit: EditList,
    pub language: Language,
    pub at: Zoned,
}

/// Begins; the report follows.
pub fn start(order: Assembled, shared: SharedLibrary, events: Sender) {
    let told = events.clone();
    let begun = Worker::start("retake-export", move || {
        events.send(Event::AssembledSaved(write(&order, &shared)));
    });
    if let Err(error) = begun {
        told.send(Event::AssembledSaved(Err(failed(error.to_string()))));
    }
}

fn failed(detail: String) -> FileFault {
    FileFault::SaveFailed {
        path: PathBuf::new(),
        detail,
    }
}

fn write(order: &Assembled, shared: &SharedLibrary) -> Result<PathBuf, FileFault> {
    let name = order.at.strftime("%Y-%m-%d_%H%M%S").to_string();
    let library = shared.library().ok_or_else(|| failed(String::new()))?;
    let words = AllWords::load().map_err(|error| failed(error.to_string()))?;
    let comment = tr!(words.of(order.language), "mend-file-comment");
    let about = About {
        comment: &comment,
        software: SOFTWARE,
    };
    library.export_into(&name, |folder| {
        let path = folder.join(format!("{}-assembled.wav", order.attempt.id));
        let written = render(order, &library, &path, &about);
        written.map(drop).map_err(|fault| fault.at(&path))
    })
}

fn render(
    order: &Assembled,
    library: &Library,
    path: &std::path::Path,
    about: &About<'_>,
) -> Result<u64, RenderFault> {
    let takes = [&order.attempt].into_iter().chain(&order.beside);
    let readers: Result<Vec<WavReader>, _> = takes
        .map(|take| WavReader::open(&library.wav_path(take), Some(take.take.frames)))
        .collect();
    let Some(mut assembly) = Assembly::new(readers?) else {
        return Err(std::io::Error::from(std::io::ErrorKind::InvalidData).into());
    };
    let edit = order.edit.over(&assembly.lengths());
    let start = edit.start();
    assembly.set(edit, None);
    assembly.jump(start)?;
    let rate_hz = assembly.sample_rate_hz();
    rendered::write(path, rate_hz, about, |out| {
        Ok(assembly.read(out, BLOCK)?.is_some())
    })
}
