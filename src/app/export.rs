//! The `retake-export` thread: makes text and table of answers and writes them into the library.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Zoned;

use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::audio::worker::Worker;
use crate::flow::Event;
use crate::i18n::AllWords;
use crate::i18n::answers::Markdown;
use crate::library::answers_csv::Table;
use crate::library::builtin;
use crate::library::open::{Library, LibraryError};
use crate::model::export::Answer;
use crate::model::fault::FileFault;
use crate::model::language::Language;

/// Begins; the report follows. Nobody waits for it: files are whole or not there.
pub fn start(
    shared: SharedLibrary,
    events: Sender,
    answers: Vec<Answer>,
    language: Language,
    at: Zoned,
) {
    let told = events.clone();
    let begun = Worker::start("retake-export", move || {
        let end = write(&shared, &answers, language, &at);
        events.send(Event::Exported(end));
    });
    if let Err(error) = begun {
        told.send(Event::Exported(Err(FileFault::SaveFailed {
            path: PathBuf::new(),
            detail: error.to_string(),
        })));
    }
}

fn write(
    shared: &SharedLibrary,
    answers: &[Answer],
    language: Language,
    at: &Zoned,
) -> Result<PathBuf, FileFault> {
    let missing = |detail: String| FileFault::LibraryMissing {
        path: PathBuf::new(),
        detail,
    };
    let library: Arc<Library> = shared.library().ok_or_else(|| missing(String::new()))?;
    let words = AllWords::load().map_err(|error| missing(error.to_string()))?;
    let rubric = builtin::rubric().unwrap_or_default();
    let mut text = Markdown::new(words.of(language), &rubric, answers.len(), at.date());
    let mut table = Table::new(answers);
    for answer in answers {
        text.add(answer);
        table.add(answer);
    }
    let name = at.strftime("%Y-%m-%d_%H%M%S").to_string();
    let files = [("answers.md", text.text()), ("answers.csv", table.text())];
    let written: Result<PathBuf, LibraryError> = library.export(&name, &files);
    written.map_err(Into::into)
}
