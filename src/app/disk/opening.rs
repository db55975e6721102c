//! Opening a library and reading what is in it, one after another; what is asked meanwhile is done
//! between two steps. Not here: stories (`stories`), changes (`attempts`).

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use crate::app::disk::{DiskWorker, stories};
use crate::app::recovery::recover;
use crate::flow::Event;
use crate::library::open::Library;
use crate::library::{builtin, follow_ups, roles};

impl DiskWorker {
    /// Opens a library, and reads it; breaks off when nobody waits for it any more. Another one than the
    /// present one is used and read when the window knows of it: what it asks until then is asked of the
    /// present one.
    pub(super) fn open(&self, root: &Path) -> ControlFlow<()> {
        // What was opened and not used yet is not wanted any more: this came after it.
        self.next.borrow_mut().take();
        let present = self.shared.library();
        if present
            .as_ref()
            .is_none_or(|library| library.root() != root)
        {
            let library = match Library::open(root) {
                Ok(library) => library,
                Err(error) => {
                    tracing::error!(%error);
                    self.events.send(Event::LibraryFailed(error.into()));
                    // There are questions to look at all the same.
                    if present.is_none() {
                        self.load_packs(Path::new(""));
                        self.load_roles();
                    }
                    return ControlFlow::Continue(());
                }
            };
            if present.is_some() {
                self.tell_opened(&library);
                *self.next.borrow_mut() = Some(library);
                return ControlFlow::Continue(());
            }
            self.shared.put(library);
        }
        if let Some(library) = self.shared.library() {
            self.tell_opened(&library);
        }
        self.read_all()
    }

    fn tell_opened(&self, library: &Library) {
        self.events.send(Event::LibraryOpened {
            root: library.root().to_owned(),
            draws: library.draws(),
        });
    }

    /// The window has taken leave of the former library.
    pub(super) fn use_opened(&self, root: &Path) -> ControlFlow<()> {
        let next = self.next.borrow_mut().take_if(|it| it.root() == root);
        let Some(library) = next else {
            return ControlFlow::Continue(());
        };
        self.shared.put(library);
        self.read_all()
    }

    fn read_all(&self) -> ControlFlow<()> {
        let Some(library) = self.shared.library() else {
            return ControlFlow::Continue(());
        };
        match (library.write_fault(), &self.settings_file) {
            (Some(fault), _) => self.trouble(fault),
            // The library is ours alone now, and with it the settings that name it.
            (None, Some(place)) => place.remove_leftovers(),
            (None, None) => {}
        }
        self.look_at_all(&library);
        self.load_packs(&library.layout().packs());
        self.load_roles();
        self.meanwhile()?;
        let (sessions, faults) = library.sessions();
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::SessionsRead { sessions, faults });
        self.meanwhile()?;
        stories::read(&library, &self.events);
        self.meanwhile()?;
        self.answer_began.set(false);
        self.scan(&library)?;
        library.sweep();
        self.look_for_copies(&library);
        ControlFlow::Continue(())
    }

    pub(super) fn load_packs(&self, user: &Path) {
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

    pub(super) fn load_roles(&self) {
        let library = self.shared.library();
        let layout = library.as_ref().map(|library| library.layout());
        let (roles, faults) = roles::load_all(layout);
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::RolesLoaded { roles, faults });
    }

    pub(super) fn scan(&self, library: &Library) -> ControlFlow<()> {
        let Some(mut scan) = library.scan_in_parts(|| self.meanwhile()) else {
            return ControlFlow::Break(());
        };
        self.seen.borrow_mut().attempts = std::mem::take(&mut scan.stamps);
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
            self.meanwhile()?;
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
        ControlFlow::Continue(())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, LazyCell, RefCell};
    use std::fs;
    use std::time::Duration;

    use super::*;
    use crate::app::disk::QUEUE;
    use crate::app::events::Inbox;
    use crate::app::shared_library::SharedLibrary;
    use crate::app::work_queue::WorkQueue;
    use crate::audio::take_file::{RealDisks, TakeFile};
    use crate::flow::Effect;
    use crate::library::attempt_file;
    use crate::library::packs;
    use crate::model::attempt::{Attempt, AttemptId};
    use crate::model::take::Take;

    fn worker() -> (WorkQueue<Effect>, Inbox, DiskWorker) {
        let (queue, jobs) = WorkQueue::new(QUEUE);
        let inbox = Inbox::new(&egui::Context::default());
        let worker = DiskWorker {
            shared: SharedLibrary::default(),
            settings_file: None,
            events: inbox.sender(),
            built_in: LazyCell::new(packs::Loaded::default),
            jobs,
            later: RefCell::default(),
            next: RefCell::default(),
            seen: RefCell::default(),
            answer_began: Cell::default(),
            look_again: Cell::default(),
        };
        (queue, inbox, worker)
    }

    fn sample() -> Attempt {
        let text = include_str!("../../../tests/fixtures/attempt-1.json");
        attempt_file::parse(text).unwrap()
    }

    /// The reports since the last look, by name.
    fn told(inbox: &Inbox) -> Vec<&'static str> {
        std::iter::from_fn(|| inbox.next())
            .filter_map(|event| match event {
                Event::LibraryOpened { .. } => Some("opened"),
                Event::LibraryScanned { .. } => Some("scanned"),
                Event::AttemptCreated { .. } => Some("created"),
                Event::LibraryFailed(_) => Some("failed"),
                Event::AttemptsChanged { .. } => Some("changed"),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn an_answer_that_begins_does_not_wait_for_the_library_to_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        for salt in 0..300 {
            let mut attempt = sample();
            attempt.id = AttemptId::new(&attempt.created, "dive-deep-03", salt);
            library.create_attempt(&attempt).unwrap();
        }
        drop(library);
        let (mut queue, inbox, worker) = worker();
        let mut new = sample();
        new.id = AttemptId::new(&new.created, "dive-deep-03", 999);
        queue.push(Effect::CreateAttempt(Arc::new(new)));
        // It would change what is being read, so it waits, and what follows it too.
        queue.push(Effect::OpenLibrary(folder.path().join("no folder/in it")));
        queue.push(Effect::CheckSpace);
        assert!(worker.open(folder.path()).is_continue());
        assert_eq!(told(&inbox), ["opened", "created", "scanned"]);
        assert_eq!(worker.later.borrow().len(), 1);
        queue.close(Duration::ZERO);
        worker.work();
        assert_eq!(told(&inbox), ["failed"]);
    }

    #[test]
    fn what_others_change_is_looked_for_until_an_answer_begins() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        library.create_attempt(&sample()).unwrap();
        drop(library);
        let (mut queue, inbox, worker) = worker();
        assert!(worker.open(folder.path()).is_continue());
        told(&inbox);
        let file = Library::layout(&worker.shared.library().unwrap()).attempt_file(&sample().id);
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, text + "\n").unwrap();
        let mut new = sample();
        new.id = AttemptId::new(&new.created, "dive-deep-03", 999);
        queue.push(Effect::CreateAttempt(Arc::new(new)));
        worker.rescan();
        assert_eq!(told(&inbox), ["created"]);
        worker.rescan();
        let changed = std::iter::from_fn(|| inbox.next()).find_map(|event| match event {
            Event::AttemptsChanged { changed, .. } => Some(changed.len()),
            _ => None,
        });
        assert_eq!(changed, Some(2), "the one that changed and the new one");
    }

    #[test]
    fn what_is_asked_before_the_window_knows_of_another_library_is_asked_of_the_present_one() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let library = Library::open(one.path()).unwrap();
        library.create_attempt(&sample()).unwrap();
        drop(library);
        let (_queue, inbox, worker) = worker();
        assert!(worker.open(one.path()).is_continue());
        told(&inbox);
        assert!(worker.open(other.path()).is_continue());
        assert_eq!(told(&inbox), ["opened"], "and not read yet");
        let edited = Attempt {
            notes: "typed meanwhile".into(),
            ..sample()
        };
        worker.carry_out(Effect::SaveAttempt(Arc::new(edited.clone())));
        let library = worker.shared.library().unwrap();
        let saved = fs::read_to_string(library.layout().attempt_file(&edited.id)).unwrap();
        assert_eq!(library.root(), one.path());
        assert!(saved.contains("typed meanwhile"));
        worker.carry_out(Effect::UseLibrary("/somewhere/else".into()));
        assert_eq!(told(&inbox), [""; 0]);
        worker.carry_out(Effect::UseLibrary(other.path().to_owned()));
        assert_eq!(told(&inbox), ["scanned"]);
        let library = worker.shared.library().unwrap();
        assert_eq!(library.root(), other.path());
        assert!(library.scan().attempts.is_empty());
    }

    #[test]
    fn who_asks_for_the_present_library_again_stays_in_it() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (_queue, inbox, worker) = worker();
        for root in [&one, &other, &one] {
            assert!(worker.open(root.path()).is_continue());
        }
        told(&inbox);
        // The window took leave of it before it knew that the first one came again.
        worker.carry_out(Effect::UseLibrary(other.path().to_owned()));
        assert_eq!(told(&inbox), [""; 0]);
        assert_eq!(worker.shared.library().unwrap().root(), one.path());
        Library::open(other.path()).expect("nobody holds the other one");
    }

    #[test]
    fn nobody_waits_for_a_scan_when_the_window_closes() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        library.create_attempt(&sample()).unwrap();
        let (mut queue, inbox, worker) = worker();
        queue.close(Duration::ZERO);
        assert!(worker.scan(&library).is_break());
        assert_eq!(told(&inbox), [""; 0]);
    }

    #[test]
    fn what_may_not_be_written_is_not_recovered() {
        let folder = tempfile::tempdir().unwrap();
        let attempt = Attempt {
            take: Take::planned(),
            ..sample()
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
        let (_queue, inbox, worker) = worker();
        assert!(worker.scan(&library).is_continue());
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
