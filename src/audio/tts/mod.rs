//! Reading aloud through the system's speech: a program of the system, started as a child for each
//! text and ended with it. Nothing is sent anywhere; the text goes to the program alone.
//! Not here: which programs there are (`programs`), waiting for one (`child`), when to read (`flow`).

mod child;
mod programs;

use std::ffi::OsString;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::audio::tts::child::Ended;
use crate::audio::tts::programs::Program;
use crate::audio::worker::{Joined, Worker};
use crate::model::language::Language;
use crate::model::reading::{Reader, ReadingFault};

/// A voice begins within this time, whatever the text.
const PATIENCE: Duration = Duration::from_secs(8);
/// Time for one character of a text. Slow speech takes half of it in either script.
const PER_CHARACTER: Duration = Duration::from_millis(400);
/// Nobody is kept waiting longer for a voice that does not stop.
const STOP_PATIENCE: Duration = Duration::from_secs(2);

/// A report of reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// What was found when it was looked for.
    Found(Result<Reader, ReadingFault>),
    /// A text is read, or was stopped: nothing of it is heard any more.
    Ended {
        id: u32,
        /// Why it was not read to its end.
        fault: Option<ReadingFault>,
    },
}

/// Where reports go; called on threads of this module.
pub type Reports = Arc<dyn Fn(Report) + Send + Sync>;

/// Reads aloud, one text at a time.
pub struct Aloud {
    reports: Reports,
    /// Folders in which programs are looked for, as in `PATH`.
    folders: Option<OsString>,
    /// Shared with the thread that looks; never with a callback.
    program: Arc<Mutex<Option<Program>>>,
    /// Dropping the sender stops the voice.
    running: Option<(SyncSender<()>, Worker)>,
}

impl Aloud {
    /// Looks for nothing yet. `folders` as in `PATH`.
    pub fn new(folders: Option<OsString>, reports: Reports) -> Self {
        Self {
            reports,
            folders,
            program: Arc::default(),
            running: None,
        }
    }

    /// Looks for a program and its voices, which may take seconds.
    pub fn look(&self) {
        let (reports, program) = (Arc::clone(&self.reports), Arc::clone(&self.program));
        let folders = self.folders.clone();
        let looks = Worker::start("retake-voices", move || {
            let found = programs::find(folders.as_deref());
            let told = found.as_ref().map(Program::reader).map_err(Clone::clone);
            *program.lock().unwrap_or_else(PoisonError::into_inner) = found.ok();
            reports(Report::Found(told));
        });
        if let Err(error) = looks {
            tracing::error!(%error, "no thread to look for voices");
            (self.reports)(Report::Found(Err(ReadingFault::NoProgram)));
        }
    }

    /// Reads a text; one that is still being read is stopped first. The report carries `id`.
    pub fn say(&mut self, id: u32, text: String, language: Language) {
        self.stop();
        let program = self
            .program
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let ended = |fault| Report::Ended { id, fault };
        let Some(program) = program else {
            (self.reports)(ended(Some(ReadingFault::NoProgram)));
            return;
        };
        let former = self.running.take();
        let (stop, stopped) = sync_channel::<()>(1);
        let reports = Arc::clone(&self.reports);
        let started = Worker::start("retake-reader", move || {
            if let Some((_, former)) = former
                && former.join_within(STOP_PATIENCE) == Joined::StillRunning
            {
                tracing::warn!("a voice did not stop in time");
            }
            let limit = PATIENCE + PER_CHARACTER * text.chars().count() as u32;
            let fault = match program.speak(&text, language, limit, &stopped) {
                Err(fault) => Some(fault),
                Ok(Ended::Done(_) | Ended::Stopped) => None,
                Ok(Ended::Hangs) => Some(ReadingFault::Hangs {
                    program: program.name(),
                }),
                Ok(Ended::Failed(detail)) => Some(ReadingFault::Failed {
                    program: program.name(),
                    detail,
                }),
            };
            reports(Report::Ended { id, fault });
        });
        match started {
            Ok(worker) => self.running = Some((stop, worker)),
            Err(error) => {
                let detail = error.to_string();
                let program = String::new();
                (self.reports)(ended(Some(ReadingFault::Failed { program, detail })));
            }
        }
    }

    /// Stops the voice. Its report follows when nothing is heard any more.
    pub fn stop(&mut self) {
        if let Some((stop, _)) = &self.running {
            // Full or gone: it is stopped already, or has ended.
            stop.try_send(()).ok();
        }
    }

    /// Stops the voice and waits for it, but not for ever.
    pub fn finish(&mut self) {
        self.stop();
        if let Some((_, worker)) = self.running.take()
            && worker.join_within(STOP_PATIENCE) == Joined::StillRunning
        {
            tracing::warn!("a voice did not stop in time");
        }
    }
}
