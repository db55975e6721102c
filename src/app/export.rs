//! The `retake-export` thread: makes text and table of answers, or the sound of one, and writes them into
//! the library.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Zoned;

use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::audio::wav::cue_points::{self, CuePoint, Part};
use crate::audio::worker::Worker;
use crate::flow::Event;
use crate::i18n::answers::Markdown;
use crate::i18n::{AllWords, names};
use crate::library::answers_csv::Table;
use crate::library::builtin;
use crate::library::open::{Library, LibraryError};
use crate::model::attempt::Attempt;
use crate::model::export::Answer;
use crate::model::fault::{Fault, FileFault};
use crate::model::language::Language;

/// Answers between two reports of how far it is: some milliseconds.
const REPORT: usize = 100;

/// The window's end of the last export.
#[derive(Debug, Default)]
pub struct Export {
    cancelled: Arc<AtomicBool>,
}

impl Export {
    /// Nothing is written if there is still time.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Release);
    }
}

struct Order {
    shared: SharedLibrary,
    events: Sender,
    answers: Vec<Answer>,
    language: Language,
    at: Zoned,
    cancelled: Arc<AtomicBool>,
}

/// Begins; the report follows. Nobody waits for it: files are whole or not there.
pub fn start(
    shared: SharedLibrary,
    events: Sender,
    answers: Vec<Answer>,
    language: Language,
    at: Zoned,
) -> Export {
    let export = Export::default();
    let told = events.clone();
    let order = Order {
        shared,
        events,
        answers,
        language,
        at,
        cancelled: Arc::clone(&export.cancelled),
    };
    let begun = Worker::start("retake-export", move || {
        let end = order.write().transpose();
        let end = end.map_or(Event::ExportCancelled, Event::Exported);
        order.events.send(end);
    });
    if let Err(error) = begun {
        told.send(Event::Exported(Err(FileFault::SaveFailed {
            path: PathBuf::new(),
            detail: error.to_string(),
        })));
    }
    export
}

impl Order {
    /// The folder with the files; `None` when it was cancelled before they were written.
    fn write(&self) -> Result<Option<PathBuf>, FileFault> {
        let missing = |detail: String| FileFault::LibraryMissing {
            path: PathBuf::new(),
            detail,
        };
        let library: Arc<Library> = self
            .shared
            .library()
            .ok_or_else(|| missing(String::new()))?;
        let words = AllWords::load().map_err(|error| missing(error.to_string()))?;
        let rubric = builtin::rubric().unwrap_or_default();
        let (answers, words) = (&self.answers, words.of(self.language));
        let mut text = Markdown::new(words, &rubric, answers.len(), self.at.date());
        let mut table = Table::new(answers);
        for (done, answer) in answers.iter().enumerate() {
            if self.cancelled.load(Ordering::Acquire) {
                return Ok(None);
            }
            if done.is_multiple_of(REPORT) {
                self.events.send(Event::ExportReady(done));
            }
            text.add(answer);
            table.add(answer);
        }
        if self.cancelled.load(Ordering::Acquire) {
            return Ok(None);
        }
        let name = self.at.strftime("%Y-%m-%d_%H%M%S").to_string();
        let files = [("answers.md", text.text()), ("answers.csv", table.text())];
        let written: Result<PathBuf, LibraryError> = library.export(&name, &files);
        written.map(Some).map_err(Into::into)
    }
}

/// Writes the sound of an answer, as far as it counts, with its marks; the report follows.
pub fn sound(
    shared: SharedLibrary,
    events: Sender,
    attempt: Arc<Attempt>,
    language: Language,
    at: Zoned,
) {
    let told = events.clone();
    let begun = Worker::start("retake-export", move || {
        let end = write_sound(&shared, &attempt, language, &at);
        events.send(Event::SoundExported(end));
    });
    if let Err(error) = begun {
        let path = PathBuf::new();
        let detail = error.to_string();
        let fault = FileFault::SaveFailed { path, detail };
        told.send(Event::SoundExported(Err(fault.into())));
    }
}

fn write_sound(
    shared: &SharedLibrary,
    attempt: &Attempt,
    language: Language,
    at: &Zoned,
) -> Result<PathBuf, Fault> {
    let missing = |detail: String| FileFault::LibraryMissing {
        path: PathBuf::new(),
        detail,
    };
    let library = shared.library().ok_or_else(|| missing(String::new()))?;
    let words = AllWords::load().map_err(|error| missing(error.to_string()))?;
    let words = words.of(language);
    let places = attempt.marks.iter().filter(|mark| mark.is_place());
    let mut points: Vec<CuePoint> = places
        .map(|mark| {
            let kind = names::mark(words, mark.kind);
            let label = if mark.text.is_empty() {
                kind
            } else {
                format!("{kind}: {}", mark.text)
            };
            CuePoint {
                frame: mark.frame,
                label,
                note: mark.text.clone(),
            }
        })
        .collect();
    points.sort_by_key(|point| point.frame);
    let name = at.strftime("%Y-%m-%d_%H%M%S").to_string();
    let part = Part {
        from: &library.wav_path(attempt),
        known_frames: Some(attempt.take.frames),
        span: attempt.kept(),
        points: &points,
    };
    library.export_into(&name, |folder| {
        let path = folder.join(format!("{}.wav", attempt.id));
        Ok(cue_points::export(&part, &path)?)
    })
}
