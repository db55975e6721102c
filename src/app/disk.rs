//! The `retake-disk` thread: carries out the disk effects one after another, in order.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::app::backlog::Backlog;
use crate::app::events::Sender;
use crate::app::shelf::Shelf;
use crate::audio::wav::{WavError, WavReader};
use crate::audio::wav_repair::repair;
use crate::audio::worker::{Joined, Worker};
use crate::flow::{Effect, Event};
use crate::library::builtin;
use crate::library::open::{Library, LibraryError};
use crate::library::settings_file::Place;
use crate::library::{packs, space};
use crate::model::attempt::Attempt;
use crate::model::fault::{Fault, FileFault};
use crate::model::take::TakeState;

const QUEUE: usize = 256;

/// The window's end of the thread.
pub struct Disk {
    backlog: Backlog<Effect>,
    worker: Option<Worker>,
}

impl Disk {
    /// Starts the thread; it reads the built-in questions at once.
    pub fn start(
        shelf: Shelf,
        events: Sender,
        settings_place: Option<Place>,
    ) -> std::io::Result<Self> {
        let (backlog, jobs) = Backlog::new(QUEUE);
        let worker = Worker::start("retake-disk", move || {
            Keeper {
                shelf,
                settings_place,
                events,
            }
            .work(&jobs);
        })?;
        Ok(Self {
            backlog,
            worker: Some(worker),
        })
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
        end(self.worker.take(), patience);
    }
}

/// Waits for a thread, but not for ever: a dead network drive must not keep the window open.
pub fn end(worker: Option<Worker>, patience: Duration) {
    match worker.map(|worker| worker.join_within(patience)) {
        None | Some(Joined::Done) => {}
        Some(Joined::Panicked) => tracing::error!("a worker ended in a panic"),
        Some(Joined::StillRunning) => tracing::error!("a worker did not end in time"),
    }
}

struct Keeper {
    shelf: Shelf,
    settings_place: Option<Place>,
    events: Sender,
}

impl Keeper {
    fn work(&self, jobs: &Receiver<Effect>) {
        // Before the library is there: the first question need not wait for it.
        self.load_packs(Path::new(""));
        while let Ok(effect) = jobs.recv() {
            self.carry_out(effect);
        }
    }

    fn carry_out(&self, effect: Effect) {
        match effect {
            Effect::OpenLibrary(root) => self.open(&root),
            Effect::SaveSettings(settings) => {
                match self
                    .settings_place
                    .as_ref()
                    .map(|place| place.save(&settings))
                {
                    Some(Ok(())) => tracing::debug!(plan = ?settings.plan, "settings saved"),
                    Some(Err(error)) => self.trouble(error.into()),
                    None => {}
                }
            }
            Effect::CheckSpace => {
                if let Some(bytes) = self
                    .shelf
                    .library()
                    .and_then(|library| space::free_bytes(library.root()).ok())
                {
                    self.events.send(Event::FreeSpace(bytes));
                }
            }
            Effect::CreateAttempt(attempt) => {
                let made = self.with_library(|library| library.create_attempt(&attempt));
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
                let saved = self.with_library(|library| library.save_attempt(&attempt));
                self.events.send(match saved {
                    Ok(()) => {
                        log_saved(&attempt);
                        Event::AttemptSaved(attempt.id.clone())
                    }
                    Err(fault) => Event::AttemptSaveFailed {
                        id: attempt.id.clone(),
                        fault,
                    },
                });
            }
            Effect::Trash(attempt) => {
                let moved = self.with_library(|library| library.trash(&attempt));
                self.events.send(match moved {
                    Ok(()) => Event::Trashed(attempt.id.clone()),
                    Err(fault) => Event::MoveFailed { attempt, fault },
                });
            }
            Effect::Restore(attempt) => {
                let restored = self.with_library(|library| library.restore(&attempt.id));
                self.events.send(match restored {
                    Ok(restored) => Event::Restored(Arc::new(restored)),
                    Err(fault) => Event::MoveFailed { attempt, fault },
                });
            }
            other => tracing::error!(?other, "not a disk effect"),
        }
    }

    fn with_library<T>(
        &self,
        act: impl FnOnce(&Library) -> Result<T, LibraryError>,
    ) -> Result<T, FileFault> {
        let Some(library) = self.shelf.library() else {
            return Err(FileFault::LibraryMissing {
                path: PathBuf::new(),
                detail: String::new(),
            });
        };
        act(&library).map_err(Into::into)
    }

    fn trouble(&self, fault: FileFault) {
        tracing::error!(?fault);
        self.events.send(Event::Trouble(Fault::File(fault)));
    }

    fn open(&self, root: &Path) {
        let same = self
            .shelf
            .library()
            .is_some_and(|library| library.root() == root);
        if !same {
            match Library::open(root) {
                Ok(library) => self.shelf.put(library),
                Err(error) => {
                    tracing::error!(%error);
                    self.events.send(Event::LibraryFailed(error.into()));
                    return;
                }
            }
        }
        let Some(library) = self.shelf.library() else {
            return;
        };
        self.events.send(Event::LibraryOpened {
            root: root.to_owned(),
        });
        match (library.write_fault(), &self.settings_place) {
            (Some(fault), _) => self.trouble(fault),
            // The library is ours alone now, and with it the settings that name it.
            (None, Some(place)) => place.remove_leftovers(),
            (None, None) => {}
        }
        self.load_packs(&library.layout().packs());
        self.scan(&library);
    }

    fn load_packs(&self, user: &Path) {
        let (packs, faults) = packs::load_packs(builtin::PACKS, user);
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::PacksLoaded { packs, faults });
    }

    fn scan(&self, library: &Library) {
        let mut scan = library.scan();
        let mut repaired = Vec::new();
        // What may not be written is not mended either: a newer version may be recording there.
        if library.write_fault().is_some() {
            scan.unfinished.clear();
        }
        for id in &scan.unfinished {
            let Some(at) = scan.attempts.iter().position(|attempt| attempt.id == *id) else {
                continue;
            };
            let Some(attempt) = scan.attempts.get_mut(at) else {
                continue;
            };
            if attempt.read_only {
                // A newer version made it; it knows what it left behind.
                continue;
            }
            match mend(library, attempt) {
                Ok(Some((mended, fault))) => {
                    repaired.push(mended.id.clone());
                    *attempt = Arc::new(mended);
                    scan.faults.extend(fault);
                }
                Ok(None) => {
                    scan.attempts.remove(at);
                }
                Err(fault) => scan.faults.push(fault),
            }
        }
        for fault in &scan.faults {
            tracing::warn!(?fault);
        }
        tracing::debug!(
            attempts = scan.attempts.len(),
            faults = scan.faults.len(),
            repaired = repaired.len(),
            "library read"
        );
        self.events.send(Event::LibraryScanned {
            attempts: scan.attempts,
            faults: scan.faults,
            repaired,
        });
    }
}

/// What the person may now believe to be safe, for those who compare it with the file after a crash.
fn log_saved(attempt: &Attempt) {
    tracing::debug!(
        id = %attempt.id,
        scores = ?attempt.ratings.last().map(|rating| &rating.scores),
        notes = attempt.notes.chars().count(),
        "attempt saved"
    );
}

/// Makes a take whole that a crash cut short. The sound comes first: it is whole, and can be heard,
/// also when the attempt's file could not be written, which is the fault beside it. `None` when
/// nothing had been captured: the attempt then goes to the trash.
fn mend(
    library: &Library,
    attempt: &Attempt,
) -> Result<Option<(Attempt, Option<FileFault>)>, FileFault> {
    let wav_path = library.wav_path(attempt);
    let part = library.part_path(attempt);
    let broken = |error: WavError| FileFault::BrokenAttempt {
        path: wav_path.clone(),
        detail: error.to_string(),
    };
    // Frames, rate and state; `None` when there is no sound at all.
    let found = if part.exists() {
        let mended = repair(&part).map_err(broken)?;
        Some((mended.frames, mended.sample_rate_hz, TakeState::Repaired))
    } else if wav_path.exists() {
        // The take was closed; only the attempt's file did not hear of it.
        let reader = WavReader::open(&wav_path).map_err(broken)?;
        Some((
            reader.frames(),
            reader.sample_rate_hz(),
            TakeState::Complete,
        ))
    } else {
        None
    };
    match found {
        Some((frames, sample_rate_hz, state)) if frames > 0 => {
            let mut mended = attempt.clone();
            mended.take.state = state;
            mended.take.frames = frames;
            mended.take.sample_rate_hz = sample_rate_hz;
            // A mark is saved at once, the sound up to it half a second later.
            for mark in &mut mended.marks {
                mark.frame = mark.frame.min(frames);
            }
            let fault = library.save_attempt(&mended).err().map(FileFault::from);
            Ok(Some((mended, fault)))
        }
        _ => {
            library.trash(attempt).map_err(FileFault::from)?;
            Ok(None)
        }
    }
}
