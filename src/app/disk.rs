//! The `retake-disk` thread: carries out the disk effects one after another, in order.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::app::backlog::Backlog;
use crate::app::events::Sender;
use crate::audio::wav;
use crate::flow::{Effect, Event};
use crate::library::attempts;
use crate::library::builtin;
use crate::library::layout::Layout;
use crate::library::open::Library;
use crate::library::{packs, settings_file, space};
use crate::model::attempt::Attempt;
use crate::model::fault::{Fault, FileFault};
use crate::model::take::TakeState;

const QUEUE: usize = 256;

/// The window's end of the thread.
pub struct Disk {
    backlog: Backlog<Effect>,
    worker: Option<JoinHandle<()>>,
    layout: Option<Layout>,
}

impl Disk {
    /// Starts the thread; it reads the built-in questions at once.
    pub fn start(events: Sender, settings_path: Option<PathBuf>) -> std::io::Result<Self> {
        let (backlog, jobs) = Backlog::new(QUEUE);
        let worker = std::thread::Builder::new()
            .name("retake-disk".into())
            .spawn(move || {
                Worker {
                    library: None,
                    settings_path,
                    events,
                }
                .work(&jobs);
            })?;
        Ok(Self {
            backlog,
            worker: Some(worker),
            layout: None,
        })
    }

    /// Attempts lie in this library from now on.
    pub fn opened(&mut self, root: &Path) {
        self.layout = Some(Layout::new(root));
    }

    /// Where the take of an attempt is; `None` before a library is open.
    pub fn wav_path(&self, attempt: &Attempt) -> Option<PathBuf> {
        Some(self.layout.as_ref()?.wav(&attempt.id, &attempt.take.file))
    }

    /// Queues a disk effect.
    pub fn ask(&mut self, effect: Effect) {
        self.backlog.push(effect);
    }

    /// Hands over what waits.
    pub fn pump(&mut self) {
        self.backlog.pump();
    }

    /// Writes all that is queued and ends the thread.
    pub fn finish(&mut self, patience: Duration) {
        self.backlog.close();
        join_within(self.worker.take(), patience);
    }
}

/// Waits for a thread, but not for ever: a dead network drive must not keep the window open.
pub fn join_within(worker: Option<JoinHandle<()>>, patience: Duration) {
    let Some(worker) = worker else { return };
    let (done, ended) = sync_channel(1);
    let waiting = std::thread::Builder::new()
        .name("retake-join".into())
        .spawn(move || {
            let name = worker.thread().name().unwrap_or("unnamed").to_owned();
            if worker.join().is_err() {
                tracing::error!(name, "a worker ended in a panic");
            }
            // Nobody listens any more when patience ran out.
            done.send(()).ok();
        });
    if waiting.is_ok() && ended.recv_timeout(patience).is_err() {
        tracing::error!("a worker did not end in time");
    }
}

struct Worker {
    library: Option<Library>,
    settings_path: Option<PathBuf>,
    events: Sender,
}

impl Worker {
    fn work(mut self, jobs: &Receiver<Effect>) {
        self.load_packs(None);
        while let Ok(effect) = jobs.recv() {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::OpenLibrary(root) => self.open(&root),
            Effect::SaveSettings(settings) => {
                if let Some(path) = &self.settings_path
                    && let Err(error) = settings_file::save(path, &settings)
                {
                    self.trouble(error.into());
                }
            }
            Effect::CheckSpace => {
                if let Some(bytes) = self.library.as_ref().and_then(|library| space::free_bytes(library.root())) {
                    self.events.send(Event::FreeSpace(bytes));
                }
            }
            Effect::CreateAttempt(attempt) => {
                let made = self.with_library(|library| attempts::create_attempt(library, &attempt));
                self.events.send(match made {
                    Ok(wav) => Event::AttemptCreated {
                        id: attempt.id.clone(),
                        wav,
                    },
                    Err(fault) => Event::AttemptSaveFailed {
                        id: attempt.id.clone(),
                        fault,
                    },
                });
            }
            Effect::SaveAttempt(attempt) => {
                let saved = self.with_library(|library| attempts::save_attempt(library, &attempt));
                self.events.send(match saved {
                    Ok(()) => Event::AttemptSaved(attempt.id.clone()),
                    Err(fault) => Event::AttemptSaveFailed {
                        id: attempt.id.clone(),
                        fault,
                    },
                });
            }
            Effect::Trash(attempt) => {
                let moved = self.with_library(|library| attempts::trash(library, &attempt));
                self.events.send(match moved {
                    Ok(()) => Event::Trashed(attempt.id.clone()),
                    Err(fault) => Event::MoveFailed { attempt, fault },
                });
            }
            Effect::Restore(attempt) => {
                let restored = self.with_library(|library| attempts::restore(library, &attempt.id));
                self.events.send(match restored {
                    Ok(restored) => Event::Restored(Arc::new(restored)),
                    Err(fault) => Event::MoveFailed { attempt, fault },
                });
            }
            other => tracing::error!(?other, "not a disk effect"),
        }
    }

    fn with_library<T, E: Into<FileFault>>(
        &self,
        act: impl FnOnce(&Library) -> Result<T, E>,
    ) -> Result<T, FileFault> {
        let Some(library) = &self.library else {
            return Err(FileFault::LibraryMissing {
                path: PathBuf::new(),
                detail: String::new(),
            });
        };
        act(library).map_err(Into::into)
    }

    fn trouble(&self, fault: FileFault) {
        tracing::error!(?fault);
        self.events.send(Event::Trouble(Fault::File(fault)));
    }

    fn open(&mut self, root: &Path) {
        let same = self.library.as_ref().is_some_and(|library| library.root() == root);
        if !same {
            match Library::open(root) {
                Ok(library) => self.library = Some(library),
                Err(error) => {
                    tracing::error!(%error);
                    self.events.send(Event::LibraryFailed(error.into()));
                    return;
                }
            }
        }
        self.events.send(Event::LibraryOpened {
            root: root.to_owned(),
            settings: None,
        });
        self.load_packs(Some(root));
        self.scan();
    }

    fn load_packs(&self, root: Option<&Path>) {
        let user = root.map(|root| Layout::new(root).packs());
        let (packs, faults) = packs::load_packs(builtin::PACKS, user.as_deref());
        self.events.send(Event::PacksLoaded { packs, faults });
    }

    fn scan(&self) {
        let Some(library) = &self.library else { return };
        let mut scan = library.scan();
        let mut repaired = Vec::new();
        for id in &scan.unfinished {
            let Some(at) = scan.attempts.iter().position(|attempt| attempt.id == *id) else {
                continue;
            };
            let mended = scan.attempts.get(at).map(|attempt| mend(library, attempt));
            match mended {
                Some(Ok(Some(attempt))) => {
                    repaired.push(attempt.id.clone());
                    if let Some(slot) = scan.attempts.get_mut(at) {
                        *slot = Arc::new(attempt);
                    }
                }
                Some(Ok(None)) => {
                    scan.attempts.remove(at);
                }
                Some(Err(fault)) => scan.faults.push(fault),
                None => {}
            }
        }
        self.events.send(Event::LibraryScanned {
            attempts: scan.attempts,
            faults: scan.faults,
            repaired,
        });
    }
}

/// Makes a take whole that a crash cut short. `None` when nothing had been captured: the attempt
/// then goes to the trash.
fn mend(library: &Library, attempt: &Attempt) -> Result<Option<Attempt>, FileFault> {
    let layout = library.layout();
    let wav_path = layout.wav(&attempt.id, &attempt.take.file);
    let part = layout.part(&attempt.id, &attempt.take.file);
    let found = if part.exists() {
        wav::repair(&part).map(Some)
    } else if wav_path.exists() {
        wav::facts(&wav_path).map(Some)
    } else {
        Ok(None)
    };
    let found = found.map_err(|error| FileFault::BrokenAttempt {
        path: wav_path.clone(),
        detail: error.to_string(),
    })?;
    match found {
        Some(facts) if facts.frames > 0 => {
            let mut mended = attempt.clone();
            mended.take.state = TakeState::Repaired;
            mended.take.frames = facts.frames;
            mended.take.sample_rate_hz = facts.sample_rate_hz;
            attempts::save_attempt(library, &mended).map_err(FileFault::from)?;
            Ok(Some(mended))
        }
        _ => {
            attempts::trash(library, attempt).map_err(FileFault::from)?;
            Ok(None)
        }
    }
}
