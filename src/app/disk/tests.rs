//! What the disk thread does, without the thread.

use std::fs;
use std::sync::Arc;

use super::*;
use crate::app::events::Inbox;
use crate::audio::take_file::{RealDisks, TakeFile};
use crate::library::attempt_file;
use crate::library::open::Library;
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
    queue.close();
    worker.work();
    assert_eq!(told(&inbox), ["failed"]);
}

#[test]
fn nobody_waits_for_a_scan_when_the_window_closes() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    library.create_attempt(&sample()).unwrap();
    let (mut queue, inbox, worker) = worker();
    queue.close();
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
