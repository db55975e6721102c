//! The `retake-disk` thread: carries out the disk effects one after another, in order.

mod attempts;
mod looking;
mod opening;
mod seen;
mod stories;

use std::cell::{Cell, LazyCell, RefCell};
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::app::work_queue::WorkQueue;
use crate::audio::worker::{Joined, Worker};
use crate::flow::{Effect, Event};
use crate::library::builtin;
use crate::library::open::Library;
use crate::library::settings_file::SettingsFile;
use crate::library::three_way::Saved;
use crate::library::{packs, roles, space};
use crate::model::fault::{Fault, FileFault};
use crate::model::sync_copy::SyncCopy;

const QUEUE: usize = 256;

/// The window's end of the thread.
pub struct Disk {
    queue: WorkQueue<Effect>,
    worker: Option<Worker>,
}

impl Disk {
    /// Starts the thread. It reads nothing before the library is asked for: the first picture comes
    /// first.
    pub fn start(
        shared: SharedLibrary,
        events: Sender,
        settings_file: Option<SettingsFile>,
    ) -> std::io::Result<Self> {
        let (queue, jobs) = WorkQueue::new(QUEUE);
        let worker = Worker::start("retake-disk", move || {
            let worker = DiskWorker {
                shared,
                settings_file,
                events,
                built_in: LazyCell::new(|| packs::Loaded::built_in(builtin::PACKS)),
                jobs,
                later: RefCell::default(),
                next: RefCell::default(),
                seen: RefCell::default(),
                answer_began: Cell::default(),
                look_again: Cell::default(),
            };
            worker.work();
        })?;
        Ok(Self {
            queue,
            worker: Some(worker),
        })
    }

    /// Queues a disk effect.
    pub fn ask(&mut self, effect: Effect) {
        self.queue.push(effect);
    }

    /// Hands over what waits.
    pub fn pump(&mut self) {
        self.queue.pump();
    }

    /// Writes all that is queued and ends the thread.
    pub fn finish(&mut self, patience: Duration) {
        self.queue.close(patience);
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

struct DiskWorker {
    shared: SharedLibrary,
    settings_file: Option<SettingsFile>,
    events: Sender,
    /// The built-in packs, read when the first library is opened.
    built_in: LazyCell<packs::Loaded>,
    jobs: Receiver<Effect>,
    /// What came during a long job and has to wait for its end, and all that came after it.
    later: RefCell<VecDeque<Effect>>,
    /// Another library that is open, and of which the window does not know yet.
    next: RefCell<Option<Library>>,
    /// The files of the open library as they were when they were last read.
    seen: RefCell<seen::SeenFiles>,
    /// Whether an answer began since the last look at the files.
    answer_began: Cell<bool>,
    /// Whether a look at the files was asked for during a long job.
    look_again: Cell<bool>,
}

impl DiskWorker {
    fn work(&self) {
        loop {
            let waited = self.later.borrow_mut().pop_front();
            let waited = waited.or_else(|| self.look_again.take().then_some(Effect::Rescan));
            match waited.map_or_else(|| self.jobs.recv(), Ok) {
                Ok(effect) => self.carry_out(effect),
                Err(_) => return,
            }
        }
    }

    /// Carries out what was asked during a long job: an answer that begins, or a save, does not wait
    /// for the reading of a whole library. Breaks the job off when the window is gone and all is done.
    fn meanwhile(&self) -> ControlFlow<()> {
        while self.later.borrow().is_empty() {
            match self.jobs.try_recv() {
                // A long job too, and it changes what this one reads.
                Ok(effect @ (Effect::OpenLibrary(_) | Effect::UseLibrary(_))) => {
                    self.later.borrow_mut().push_back(effect);
                }
                Ok(Effect::Rescan) => self.look_again.set(true),
                Ok(effect) => self.carry_out(effect),
                Err(TryRecvError::Empty) => break,
                Err(TryRecvError::Disconnected) => return ControlFlow::Break(()),
            }
        }
        ControlFlow::Continue(())
    }

    fn carry_out(&self, effect: Effect) {
        match effect {
            Effect::OpenLibrary(root) => _ = self.open(&root),
            Effect::UseLibrary(root) => _ = self.use_opened(&root),
            Effect::Rescan => self.rescan(),
            Effect::KeepVersion { pair, keep_copy } => self.keep_version(&pair, keep_copy),
            Effect::SaveSettings(settings) => {
                match self
                    .settings_file
                    .as_ref()
                    .map(|place| place.save(&settings))
                {
                    Some(Ok(Saved { merged, theirs })) => {
                        tracing::debug!(plan = ?settings.plan, "settings saved");
                        if let Some(on_disk) = merged {
                            self.events.send(Event::SettingsMerged {
                                asked: Box::new(settings),
                                on_disk: Box::new(on_disk),
                            });
                        }
                        attempts::tell_conflict(&self.events, theirs);
                        self.events.send(Event::SettingsSaved);
                    }
                    Some(Err(error)) => {
                        self.events.send(Event::SettingsSaveFailed(error.into()));
                    }
                    None => {}
                }
            }
            Effect::TookInSettings(settings) => {
                if let Some(file) = &self.settings_file {
                    file.took_in(*settings);
                }
            }
            Effect::TookInSession(session) => {
                if let Some(library) = self.shared.library() {
                    library.took_in_session(session);
                }
            }
            Effect::LoadRoles => self.load_roles(),
            Effect::MakeRoleOwn(id) => {
                match self
                    .shared
                    .with_library(|library| roles::make_own(library, &id))
                {
                    Ok(path) => self.events.send(Event::RoleMade(path)),
                    Err(fault) => self.trouble(fault),
                }
            }
            Effect::CheckSpace => {
                if let Some(bytes) = self
                    .shared
                    .library()
                    .and_then(|library| space::free_bytes(library.root()).ok())
                {
                    self.events.send(Event::FreeSpace(bytes));
                }
            }
            Effect::SaveSession(session) => {
                let saved = self
                    .shared
                    .with_library(|library| library.save_session(&session));
                let id = session.id.clone();
                self.events.send(match saved {
                    Ok(Saved { merged, theirs }) => {
                        tracing::debug!(%id, asked = session.asked.len(), "session saved");
                        if let Some(on_disk) = merged {
                            self.events.send(Event::SessionMerged {
                                asked: session,
                                on_disk: Arc::new(on_disk),
                            });
                        }
                        attempts::tell_conflict(&self.events, theirs);
                        Event::SessionSaved(id)
                    }
                    Err(fault) => Event::SessionSaveFailed { id, fault },
                });
            }
            Effect::SaveDraws(draws) => {
                // Told to nobody: what is lost is only that a question may come again.
                if let Err(error) = self
                    .shared
                    .with_library(|library| library.save_draws(draws))
                {
                    tracing::warn!(?error, "the draws were not saved");
                }
            }
            Effect::CreateAttempt(_)
            | Effect::SaveAttempt(_)
            | Effect::TookInAttempt(_)
            | Effect::Trash(_)
            | Effect::Restore(_)
            | Effect::ReadTrash
            | Effect::RestoreTrashed(_)
            | Effect::EmptyTrash => {
                if matches!(effect, Effect::CreateAttempt(_)) {
                    self.answer_began.set(true);
                }
                attempts::carry_out(&self.shared, &self.events, effect);
            }
            other => stories::carry_out(&self.shared, &self.events, other),
        }
    }

    fn keep_version(&self, pair: &SyncCopy, keep_copy: bool) {
        let kept = self
            .shared
            .with_library(|library| library.keep_version(pair, keep_copy));
        if let Err(fault) = kept {
            self.trouble(fault);
        }
    }

    fn trouble(&self, fault: FileFault) {
        tracing::error!(?fault);
        self.events.send(Event::Trouble(Fault::File(fault)));
    }
}
