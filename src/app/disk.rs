//! The `retake-disk` thread: carries out the disk effects one after another, in order.

mod attempts;
mod stories;

use std::cell::LazyCell;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::app::events::Sender;
use crate::app::recovery::recover;
use crate::app::shared_library::SharedLibrary;
use crate::app::work_queue::WorkQueue;
use crate::audio::worker::{Joined, Worker};
use crate::flow::{Effect, Event};
use crate::library::builtin;
use crate::library::open::Library;
use crate::library::settings_file::SettingsFile;
use crate::library::three_way::Saved;
use crate::library::{follow_ups, packs, roles, space};
use crate::model::fault::{Fault, FileFault};

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
            };
            while let Ok(effect) = jobs.recv() {
                worker.carry_out(effect);
            }
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
        self.queue.close();
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
}

impl DiskWorker {
    fn carry_out(&self, effect: Effect) {
        match effect {
            Effect::OpenLibrary(root) => self.open(&root),
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
                    }
                    Some(Err(error)) => self.trouble(error.into()),
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
            | Effect::Restore(_) => attempts::carry_out(&self.shared, &self.events, effect),
            other => stories::carry_out(&self.shared, &self.events, other),
        }
    }

    fn trouble(&self, fault: FileFault) {
        tracing::error!(?fault);
        self.events.send(Event::Trouble(Fault::File(fault)));
    }

    fn open(&self, root: &Path) {
        let same = self
            .shared
            .library()
            .is_some_and(|library| library.root() == root);
        if !same {
            match Library::open(root) {
                Ok(library) => self.shared.put(library),
                Err(error) => {
                    tracing::error!(%error);
                    self.events.send(Event::LibraryFailed(error.into()));
                    // There are questions to look at all the same.
                    if self.shared.library().is_none() {
                        self.load_packs(Path::new(""));
                        self.load_roles();
                    }
                    return;
                }
            }
        }
        let Some(library) = self.shared.library() else {
            return;
        };
        self.events.send(Event::LibraryOpened {
            root: root.to_owned(),
            draws: library.draws(),
        });
        match (library.write_fault(), &self.settings_file) {
            (Some(fault), _) => self.trouble(fault),
            // The library is ours alone now, and with it the settings that name it.
            (None, Some(place)) => place.remove_leftovers(),
            (None, None) => {}
        }
        self.load_packs(&library.layout().packs());
        self.load_roles();
        let (sessions, faults) = library.sessions();
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::SessionsRead { sessions, faults });
        stories::read(&library, &self.events);
        self.scan(&library);
    }

    fn load_packs(&self, user: &Path) {
        let (packs, faults) = self.built_in.clone().with_folder(user);
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::PacksLoaded { packs, faults });
        let (stories, mut faults) = follow_ups::load_follow_ups(builtin::FOLLOW_UPS, user);
        let ours = Path::new("follow-ups-knowledge.toml");
        let (knowledge, more) = follow_ups::parse_follow_ups(builtin::KNOWLEDGE_FOLLOW_UPS, ours);
        faults.extend(more);
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::FollowUpsLoaded {
            stories,
            knowledge,
            faults,
        });
    }

    fn load_roles(&self) {
        let library = self.shared.library();
        let layout = library.as_ref().map(|library| library.layout());
        let (roles, faults) = roles::load_all(layout);
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::RolesLoaded { roles, faults });
    }

    fn scan(&self, library: &Library) {
        let mut scan = library.scan();
        let mut repaired = Vec::new();
        // What may not be written is not recovered either: a newer version may be recording there.
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
            match recover(library, attempt) {
                Ok(Some((recovered, fault))) => {
                    repaired.push(recovered.id.clone());
                    *attempt = Arc::new(recovered);
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::app::events::Inbox;
    use crate::audio::take_file::{RealDisks, TakeFile};
    use crate::library::attempt_file;
    use crate::model::attempt::Attempt;
    use crate::model::take::Take;

    #[test]
    fn what_may_not_be_written_is_not_recovered() {
        let folder = tempfile::tempdir().unwrap();
        let text = include_str!("../../tests/fixtures/attempt-1.json");
        let attempt = Attempt {
            take: Take::planned(),
            ..attempt_file::parse(text).unwrap()
        };
        let library = Library::open(folder.path()).unwrap();
        let wav = library.create_attempt(&attempt).unwrap();
        let mut file = TakeFile::create(&wav, 48_000, &RealDisks).unwrap();
        file.append(&[7; 1000]).unwrap();
        drop(file);
        drop(library);
        // A newer version has taken the library over, and may be recording there now.
        fs::write(folder.path().join("library.json"), "{\"format\": 2}").unwrap();
        let library = Library::open(folder.path()).unwrap();
        let part = library.part_path(&attempt);
        let before = fs::read(&part).unwrap();
        let inbox = Inbox::new(&egui::Context::default());
        let worker = DiskWorker {
            shared: SharedLibrary::default(),
            settings_file: None,
            events: inbox.sender(),
            built_in: LazyCell::new(packs::Loaded::default),
        };
        worker.scan(&library);
        let Some(Event::LibraryScanned {
            attempts, repaired, ..
        }) = inbox.next()
        else {
            panic!("nothing was reported");
        };
        assert_eq!((attempts.len(), repaired.len()), (1, 0));
        assert_eq!(fs::read(&part).unwrap(), before);
    }
}
