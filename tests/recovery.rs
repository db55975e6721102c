//! Whatever happened to a library, the rest of it opens, nothing is overwritten and the fault names
//! its place. Not here: what is wrong within a file (`damage`), other processes (`two_processes`).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shelf;

use std::fs;

use retake::library::open::{Library, LibraryError};
use retake::model::attempt::Attempt;
use retake::model::fault::FileFault;
use retake::model::take::{Take, TakeState};
use shelf::{Shelf, attempt, shelf};

#[test]
fn what_is_no_attempt_is_told_or_left_alone() {
    let (shelf, _) = Shelf::with_attempts(1);
    let year = shelf.library.layout().attempts().join("2026");
    // Told: a person may miss what is in them.
    let lost = year.join("2026-11-21_120522_lost_0001");
    fs::create_dir(&lost).unwrap();
    fs::write(lost.join("answer.wav"), "RIFF").unwrap();
    let copy = year.join("2026-11-21_120522_copy_0001");
    fs::create_dir(&copy).unwrap();
    fs::copy(
        shelf.library.layout().attempt_file(&attempt(1).id),
        copy.join("attempt.json"),
    )
    .unwrap();
    fs::create_dir(year.join("2025-01-01_000000_wrong-year_0001")).unwrap();
    fs::create_dir(year.join("Copy of an attempt")).unwrap();
    let details: Vec<String> = shelf
        .library
        .scan()
        .faults
        .iter()
        .map(|fault| format!("{fault:?}"))
        .collect();
    for expected in [
        "in the folder of another year",
        "the id in the file is",
        "a recording without attempt.json",
        "no name of an attempt",
    ] {
        assert!(
            details.iter().any(|detail| detail.contains(expected)),
            "{expected}: {details:#?}"
        );
    }
    assert_eq!(details.len(), 4, "{details:#?}");
    // Left alone: nothing of ours is missing.
    fs::create_dir(year.join("2026-11-21_120522_empty_0001")).unwrap();
    fs::write(year.join(".DS_Store"), "").unwrap();
    fs::write(shelf.library.layout().attempts().join("desktop.ini"), "").unwrap();
    let scan = shelf.library.scan();
    assert_eq!((scan.attempts.len(), scan.faults.len()), (1, 4));
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let (shelf, path) = Shelf::with_attempts(1);
    let outside = tempfile::tempdir().unwrap();
    let year = shelf.library.layout().attempts().join("2026");
    std::os::unix::fs::symlink(outside.path(), year.join("2026-11-21_120522_link_0001")).unwrap();
    let target = outside.path().join("attempt.json");
    fs::rename(&path, &target).unwrap();
    std::os::unix::fs::symlink(&target, &path).unwrap();
    let scan = shelf.library.scan();
    assert_eq!(
        (scan.attempts.len(), scan.faults.len()),
        (0, 2),
        "{:?}",
        scan.faults
    );
}

#[test]
fn attempts_cut_short_by_a_crash_are_named() {
    let shelf = shelf();
    let recording = Attempt {
        take: Take::planned(),
        ..attempt(1)
    };
    shelf.library.create_attempt(&recording).unwrap();
    let wav = shelf.library.create_attempt(&attempt(2)).unwrap();
    fs::write(
        shelf.library.layout().part(&attempt(2).id, "answer.wav"),
        "RIFF",
    )
    .unwrap();
    shelf.library.create_attempt(&attempt(3)).unwrap();
    let scan = shelf.library.scan();
    assert_eq!(
        scan.unfinished,
        [attempt(2).id, attempt(1).id],
        "newest first"
    );
    assert_eq!(scan.attempts[2].take.state, TakeState::Recording);
    assert!(wav.ends_with("2026-11-21_120522_dive-deep-03_0002/answer.wav"));
}

#[test]
fn an_attempt_is_never_made_over_another() {
    let (shelf, path) = Shelf::with_attempts(1);
    let before = fs::read(&path).unwrap();
    let error = shelf.library.create_attempt(&attempt(1)).unwrap_err();
    assert!(matches!(error, LibraryError::Save(_)), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
    let mut elsewhere = attempt(2);
    elsewhere.take.file = "../answer.wav".into();
    shelf.library.create_attempt(&elsewhere).unwrap_err();
    assert!(
        !shelf
            .library
            .layout()
            .attempt_folder(&elsewhere.id)
            .exists()
    );
}

#[test]
fn leftovers_of_a_crash_in_the_middle_of_a_save_are_removed() {
    let (shelf, path) = Shelf::with_attempts(1);
    let beside = path.with_file_name(".retake-a1b2c3.tmp");
    let in_root = shelf.folder.path().join(".retake-a1b2c3.tmp");
    fs::write(&beside, "{\"format\":").unwrap();
    fs::write(&in_root, "").unwrap();
    let scan = shelf.library.scan();
    assert_eq!((scan.attempts.len(), scan.faults), (1, vec![]));
    assert!(!beside.exists());
    drop(shelf.library);
    Library::open(shelf.folder.path()).unwrap();
    assert!(!in_root.exists());
}

#[test]
fn the_trash_gives_back_what_it_took() {
    let (shelf, path) = Shelf::with_attempts(2);
    let layout = shelf.library.layout();
    fs::write(path.with_file_name("answer.wav"), "RIFF").unwrap();
    shelf.library.trash(&attempt(1)).unwrap();
    assert_eq!(shelf.library.scan().attempts.len(), 1);
    assert!(
        layout
            .trash_folder(&attempt(1).id)
            .join("answer.wav")
            .exists()
    );
    // Another attempt of that name has come meanwhile: neither may be lost.
    shelf.library.create_attempt(&attempt(1)).unwrap();
    let error = shelf.library.restore(&attempt(1).id).unwrap_err();
    assert!(matches!(
        FileFault::from(error),
        FileFault::MoveFailed { .. }
    ));
    let error = shelf.library.trash(&attempt(1)).unwrap_err();
    assert!(matches!(error, LibraryError::Move { .. }));
    fs::remove_dir_all(layout.attempt_folder(&attempt(1).id)).unwrap();
    assert_eq!(shelf.library.restore(&attempt(1).id).unwrap(), attempt(1));
    assert!(path.with_file_name("answer.wav").exists());
    assert_eq!(shelf.library.scan().attempts.len(), 2);
    assert!(
        shelf.library.restore(&attempt(1).id).is_err(),
        "it is there no more"
    );
}

#[test]
fn something_else_in_place_of_a_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    let error = Library::open(&file).unwrap_err();
    assert!(matches!(error, LibraryError::Missing { path, .. } if path == file));
    // The drive is not plugged in: its folder must not be made on the disk below.
    let drive = folder.path().join("drive/Retake");
    let error = Library::open(&drive).unwrap_err();
    assert!(
        matches!(FileFault::from(error), FileFault::LibraryMissing { path, .. } if path == drive)
    );
    assert!(!folder.path().join("drive").exists());
    let library = folder.path().join("library");
    fs::create_dir(&library).unwrap();
    fs::write(library.join("attempts"), "x").unwrap();
    let error = Library::open(&library).unwrap_err();
    assert!(
        matches!(error, LibraryError::Missing { path, .. } if path == library.join("attempts"))
    );
}

#[test]
fn a_library_that_vanishes_does_not_look_empty_and_is_not_made_anew() {
    let (shelf, _) = Shelf::with_attempts(1);
    let elsewhere = tempfile::tempdir().unwrap();
    fs::rename(
        shelf.library.layout().attempts(),
        elsewhere.path().join("attempts"),
    )
    .unwrap();
    let missing = FileFault::LibraryMissing {
        path: shelf.folder.path().to_path_buf(),
        detail: fs::read_dir(shelf.library.layout().attempts())
            .unwrap_err()
            .to_string(),
    };
    assert_eq!(shelf.library.write_fault(), Some(missing.clone()));
    assert_eq!(shelf.library.scan().faults, std::slice::from_ref(&missing));
    let error = shelf.library.create_attempt(&attempt(2)).unwrap_err();
    assert_eq!(FileFault::from(error), missing);
    assert!(!shelf.library.layout().attempts().exists());
}

#[test]
fn a_library_of_a_newer_version_can_be_heard_but_not_changed() {
    let (shelf, path) = Shelf::with_attempts(1);
    drop(shelf.library);
    let marker = shelf.folder.path().join("library.json");
    fs::write(&marker, "{\"format\": 2, \"shelves\": []}").unwrap();
    let library = Library::open(shelf.folder.path()).unwrap();
    let newer = FileFault::LibraryNewer(shelf.folder.path().to_path_buf());
    assert_eq!(library.write_fault(), Some(newer.clone()));
    let scan = library.scan();
    assert!(scan.attempts[0].read_only);
    let before = fs::read(&path).unwrap();
    let error = library.save_attempt(&scan.attempts[0]).unwrap_err();
    assert_eq!(FileFault::from(error), newer);
    library.trash(&scan.attempts[0]).unwrap_err();
    assert_eq!(fs::read(&path).unwrap(), before);
    assert!(fs::read_to_string(&marker).unwrap().contains("shelves"));
}

#[test]
fn a_damaged_library_file_locks_nobody_out() {
    let (shelf, _) = Shelf::with_attempts(1);
    drop(shelf.library);
    fs::write(shelf.folder.path().join("library.json"), "").unwrap();
    let library = Library::open(shelf.folder.path()).unwrap();
    assert_eq!(library.scan().attempts.len(), 1);
    assert!(shelf.folder.path().join("library.json.damaged-1").exists());
}

/// Permission bits do not bind root, for whom this test says nothing; `open::tests` covers the rest.
#[cfg(unix)]
#[test]
fn a_folder_without_write_permission_can_be_heard() {
    use std::os::unix::fs::PermissionsExt as _;
    let (shelf, path) = Shelf::with_attempts(1);
    drop(shelf.library);
    let root = shelf.folder.path();
    fs::remove_file(root.join("library.lock")).unwrap();
    let permit = |mode| fs::set_permissions(root, fs::Permissions::from_mode(mode)).unwrap();
    permit(0o500);
    let bound = fs::write(root.join("probe"), "").is_err();
    let library = Library::open(root).unwrap();
    permit(0o700);
    if bound {
        let fault = FileFault::LibraryReadOnly(root.to_path_buf());
        assert_eq!(library.write_fault(), Some(fault.clone()));
        assert_eq!(library.scan().attempts.len(), 1);
        let error = library.save_attempt(&attempt(1)).unwrap_err();
        assert_eq!(FileFault::from(error), fault);
    }
    assert!(path.exists());
}
