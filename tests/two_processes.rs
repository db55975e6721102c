//! Two copies of the app, and one that is killed. Both are this test program, started by itself.
//! Not here: what one process can do to itself (`recovery`).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shelf;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use retake::library::open::{Library, LibraryError};
use retake::model::fault::FileFault;
use shelf::{Shelf, attempt, shelf};

/// Runs one test of this file in a process of its own, with a library to work on.
fn child(test: &str, root: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test]).env(CHILD, root);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

const CHILD: &str = "RETAKE_TEST_CHILD";

#[test]
fn a_second_copy_is_refused_until_the_first_ends() {
    const NAME: &str = "a_second_copy_is_refused_until_the_first_ends";
    if let Some(root) = std::env::var_os(CHILD) {
        let refused = matches!(Library::open(Path::new(&root)), Err(LibraryError::InUse(_)));
        std::process::exit(if refused { 42 } else { 43 });
    }
    let _alone = alone();
    let shelf = shelf();
    let error = Library::open(shelf.folder.path()).unwrap_err();
    let fault = FileFault::LibraryInUse(shelf.folder.path().to_path_buf());
    assert_eq!(FileFault::from(error), fault);
    assert_eq!(
        child(NAME, shelf.folder.path()).status().unwrap().code(),
        Some(42)
    );
    drop(shelf.library);
    assert_eq!(
        child(NAME, shelf.folder.path()).status().unwrap().code(),
        Some(43)
    );
    // The other process took the lock and ended without letting go of it.
    Library::open(shelf.folder.path()).unwrap();
}

/// One test at a time: a process that is being started holds the locks of its parent for a moment, those
/// of the other test as well.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn a_process_killed_while_it_saves_leaves_a_whole_file() {
    const NAME: &str = "a_process_killed_while_it_saves_leaves_a_whole_file";
    if let Some(root) = std::env::var_os(CHILD) {
        let library = Library::open(Path::new(&root)).unwrap();
        let mut attempt = attempt(1);
        for round in 0_u32.. {
            // Different from what the process before it wrote.
            attempt.notes = format!("{}-{round} ", std::process::id()).repeat(20_000);
            library.save_attempt(&attempt).unwrap();
        }
    }
    let _alone = alone();
    let (shelf, path) = Shelf::with_attempts(1);
    drop(shelf.library);
    for round in 0..20 {
        let before = fs::read(&path).unwrap();
        let mut saver = child(NAME, shelf.folder.path()).spawn().unwrap();
        // Killed at another point of a save each time, but not before the first one.
        let begun = (0..5_000).any(|_| {
            std::thread::sleep(Duration::from_millis(2));
            fs::read(&path).unwrap() != before
        });
        assert!(begun, "the other process never got as far as saving");
        std::thread::sleep(Duration::from_micros(373 * round));
        saver.kill().unwrap();
        saver.wait().unwrap();
        let library = Library::open(shelf.folder.path()).unwrap();
        let scan = library.scan();
        assert_eq!((scan.attempts.len(), scan.faults), (1, vec![]));
        let files = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(files, 1, "no temporary file stays");
    }
}
