//! A library stays within its folder and is its owner's alone: no link leads out of it, no name does,
//! and nothing that only looks like a file stops the program. Not here: files whose text is broken
//! (`damage`), folders that went away (`recovery`).
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "library_hygiene/owner.rs"]
mod owner;
mod shelf;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use retake::audio::wav_repair::repair;
use retake::library::open::{Library, LibraryError};
use retake::library::{builtin, packs};
use retake::model::attempt::AttemptId;
use retake::model::fault::FileFault;
use shelf::{SOUND, Shelf, attempt, shelf};

/// A child holds what its parent had open until it becomes another program; so nobody makes one
/// while a library is closed and opened again.
static CHILDREN: RwLock<()> = RwLock::new(());

/// Keeps other tests from starting a program.
fn without_children() -> RwLockReadGuard<'static, ()> {
    CHILDREN.read().unwrap_or_else(PoisonError::into_inner)
}

/// A named pipe: whoever opens it to read waits for a writer, here for ever.
fn pipe(path: &Path) {
    let _alone = CHILDREN.write().unwrap_or_else(PoisonError::into_inner);
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

fn broken(path: &Path, detail: &str) -> FileFault {
    FileFault::BrokenAttempt {
        path: path.to_path_buf(),
        detail: detail.to_owned(),
    }
}

const LINK: &str = "a link; links are not followed";
const NO_FILE: &str = "no plain file";

/// What lies in a folder and below it: paths, and what is in the files.
fn all_in(folder: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_in(&path));
        }
        let bytes = path.is_file().then(|| fs::read(&path).unwrap());
        found.push((path, bytes));
    }
    found.sort();
    found
}

/// An attempt with its sound, in a folder outside of any library.
fn outside(salt: u16) -> (tempfile::TempDir, PathBuf) {
    let (elsewhere, path) = Shelf::with_attempts(salt);
    let path = path
        .with_file_name("")
        .with_file_name(attempt(salt).id.as_str());
    fs::write(path.join("answer.wav"), "RIFF").unwrap();
    (elsewhere.folder, path)
}

#[test]
fn links_to_attempts_and_years_are_told_and_not_followed() {
    let (shelf, path) = Shelf::with_attempts(1);
    let (elsewhere, theirs) = outside(2);
    let before = all_in(elsewhere.path());
    let attempts = shelf.library.layout().attempts();
    let linked = attempts.join("2026").join(attempt(2).id.as_str());
    symlink(&theirs, &linked).unwrap();
    let year = attempts.join("2025");
    symlink(theirs.parent().unwrap(), &year).unwrap();
    let scan = shelf.library.scan();
    assert_eq!(scan.faults, [broken(&year, LINK), broken(&linked, LINK)]);
    assert_eq!(scan.attempts.len(), 1);
    // Nor is anything made behind the link of a year.
    let mut old = attempt(3);
    old.id = AttemptId::parse("2025-01-01_000000_x_0003").unwrap();
    assert!(shelf.library.create_attempt(&old).is_err());
    assert!(shelf.library.save_attempt(&attempt(1)).is_ok());
    assert!(path.exists());
    assert_eq!(all_in(elsewhere.path()), before);
}

#[test]
fn files_of_an_attempt_that_are_links_or_pipes_hide_only_that_attempt() {
    for (name, make, detail) in [
        ("attempt.json", as_link as fn(&Path, &Path), LINK),
        ("attempt.json", as_pipe, NO_FILE),
        ("attempt.json", as_folder, NO_FILE),
        ("answer.wav", as_link, LINK),
        ("answer.wav", as_pipe, NO_FILE),
        ("answer.wav", as_folder, NO_FILE),
        ("answer.wav.part", as_link, LINK),
        ("answer.wav.part", as_pipe, NO_FILE),
    ] {
        let (shelf, path) = Shelf::with_attempts(2);
        let (elsewhere, theirs) = outside(1);
        let before = all_in(elsewhere.path());
        let odd = path.with_file_name(name);
        if odd.exists() {
            fs::remove_file(&odd).unwrap();
        }
        let target = theirs.join(name.trim_end_matches(".part"));
        make(&odd, &target);
        let scan = shelf.library.scan();
        assert_eq!(scan.faults, [broken(&odd, detail)]);
        assert_eq!(scan.attempts.len(), 1, "{name}: the other one is here");
        assert_eq!(scan.unfinished, [], "{name} is not mended");
        if name == "attempt.json" {
            assert!(shelf.library.save_attempt(&attempt(1)).is_err());
        }
        if odd == path.with_file_name("answer.wav.part") {
            assert!(repair(&odd).is_err());
        }
        assert_eq!(all_in(elsewhere.path()), before, "{name}");
    }
}

fn as_link(path: &Path, target: &Path) {
    assert!(target.exists());
    symlink(target, path).unwrap();
}

fn as_pipe(path: &Path, _target: &Path) {
    pipe(path);
}

fn as_folder(path: &Path, _target: &Path) {
    fs::create_dir(path).unwrap();
}

#[test]
fn odd_things_among_the_folders_stop_nobody() {
    let (shelf, _) = Shelf::with_attempts(1);
    let attempts = shelf.library.layout().attempts();
    pipe(&attempts.join("2024"));
    pipe(&attempts.join("2026").join("2026-11-21_120522_pipe_0001"));
    let scan = shelf.library.scan();
    assert_eq!(scan.attempts.len(), 1);
    assert_eq!(scan.faults.len(), 1, "{:?}", scan.faults);
    drop(shelf.library);
    // A library file that is a pipe holds nothing that anybody would miss.
    let marker = shelf.folder.path().join("library.json");
    fs::remove_file(&marker).unwrap();
    pipe(&marker);
    let alone = without_children();
    let library = Library::open(shelf.folder.path()).unwrap();
    drop(alone);
    assert_eq!(library.scan().attempts.len(), 1);
    drop(library);
    // A lock that nobody can hold is no lock.
    let lock = shelf.folder.path().join("library.lock");
    fs::remove_file(&lock).unwrap();
    pipe(&lock);
    let error = Library::open(shelf.folder.path()).unwrap_err();
    assert!(matches!(error, LibraryError::Missing { path, .. } if path == lock));
}

#[test]
fn a_folder_of_the_library_that_is_a_link_is_refused_by_name() {
    let _alone = without_children();
    for name in ["attempts", "trash", "packs", "cache", "stories"] {
        let (shelf, _) = Shelf::with_attempts(1);
        drop(shelf.library);
        let elsewhere = tempfile::tempdir().unwrap();
        let inner = shelf.folder.path().join(name);
        let moved = elsewhere.path().join("moved");
        fs::rename(&inner, &moved).unwrap();
        symlink(&moved, &inner).unwrap();
        let before = all_in(elsewhere.path());
        let error = Library::open(shelf.folder.path()).unwrap_err();
        let told = FileFault::LibraryMissing {
            path: inner,
            detail: LINK.to_owned(),
        };
        assert_eq!(FileFault::from(error), told);
        assert_eq!(all_in(elsewhere.path()), before);
    }
    // The library itself may be a link: the person named it.
    let (shelf, _) = Shelf::with_attempts(1);
    drop(shelf.library);
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("Retake");
    symlink(shelf.folder.path(), &link).unwrap();
    assert_eq!(Library::open(&link).unwrap().scan().attempts.len(), 1);
}

#[test]
fn a_link_that_comes_while_the_library_is_open_is_refused_too() {
    let (shelf, path) = Shelf::with_attempts(1);
    let elsewhere = tempfile::tempdir().unwrap();
    let trash = shelf.library.layout().trash();
    fs::remove_dir(&trash).unwrap();
    symlink(elsewhere.path(), &trash).unwrap();
    let error = shelf.library.trash(&attempt(1)).unwrap_err();
    assert!(matches!(&error, LibraryError::Move { .. }), "{error}");
    assert!(error.to_string().contains(LINK), "{error}");
    assert!(path.exists());
    // Somebody who empties the trash by removing its folder can go on.
    fs::remove_file(&trash).unwrap();
    shelf.library.trash(&attempt(1)).unwrap();
    assert!(!path.exists());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn nothing_comes_back_from_the_trash_that_is_not_in_it() {
    let (shelf, _) = Shelf::with_attempts(2);
    let layout = shelf.library.layout();
    let (elsewhere, theirs) = outside(1);
    let before = all_in(elsewhere.path());
    // A link instead of the folder, of the attempt's file, of its sound.
    fs::remove_dir_all(layout.attempt_folder(&attempt(1).id)).unwrap();
    let inside = layout.trash_folder(&attempt(1).id);
    symlink(&theirs, &inside).unwrap();
    assert!(shelf.library.restore(&attempt(1).id).is_err());
    fs::remove_file(&inside).unwrap();
    fs::create_dir(&inside).unwrap();
    for (linked, plain) in [
        ("attempt.json", "answer.wav"),
        ("answer.wav", "attempt.json"),
    ] {
        symlink(theirs.join(linked), inside.join(linked)).unwrap();
        fs::copy(theirs.join(plain), inside.join(plain)).unwrap();
        assert!(shelf.library.restore(&attempt(1).id).is_err());
        fs::remove_file(inside.join(linked)).unwrap();
        fs::remove_file(inside.join(plain)).unwrap();
    }
    // An attempt that claims another name than its folder's.
    let text = SOUND.replace(
        "2026-11-21_120522_dive-deep-03_7f3a",
        "2026-11-21_120522_../../../../x",
    );
    fs::write(inside.join("attempt.json"), text).unwrap();
    assert!(shelf.library.restore(&attempt(1).id).is_err());
    fs::write(inside.join("attempt.json"), SOUND).unwrap();
    assert!(shelf.library.restore(&attempt(1).id).is_err());
    assert_eq!(shelf.library.scan().attempts.len(), 1);
    assert_eq!(all_in(elsewhere.path()), before);
}

#[test]
fn no_name_leads_out_of_the_library() {
    for id in [
        "..",
        "2026-../../x",
        "2026-11-21/..",
        "2026-11-21\\..",
        "/etc/passwd",
        "2026-11-21_120522_x_0001\0",
        "2026-11-21_120522_x:0001",
        "2026-11-21_120522_다_0001",
        "2026.11",
        "",
    ] {
        assert_eq!(AttemptId::parse(id), None, "{id:?}");
    }
    // Whatever a question is called, the folder of its answer has a plain name.
    let created = attempt(1).created;
    for question in ["../../x", "a/b\\c", "..", "", "다섯 번째", "CON", "\0\n"] {
        let id = AttemptId::new(&created, question, 1);
        assert_eq!(AttemptId::parse(id.as_str()), Some(id.clone()));
    }
    for file in [
        "../answer.wav",
        "/answer.wav",
        "a\\\\b.wav",
        "c:answer.wav",
        "..",
        ".",
        "",
    ] {
        let (shelf, path) = Shelf::with_attempts(2);
        let text = fs::read_to_string(&path).unwrap();
        let text = text.replace("\"answer.wav\"", &format!("\"{file}\""));
        fs::write(&path, &text).unwrap();
        let scan = shelf.library.scan();
        assert_eq!((scan.attempts.len(), scan.faults.len()), (1, 1), "{file:?}");
        let told = format!("{:?}", scan.faults);
        assert!(told.contains("take.file: no plain file name"), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "left as it is");
    }
}

const PACK: &str = "format = 1\nid = \"ID\"\ntitle = { en = \"T\", ko = \"제\" }\n[[question]]\nid = \"QUESTION\"\nprinciples = []\ntext = { en = \"E\", ko = \"한\" }\n";

#[test]
fn packs_behind_links_and_packs_with_odd_ids_are_refused() {
    let shelf = shelf();
    let folder = shelf.library.layout().packs();
    let elsewhere = tempfile::tempdir().unwrap();
    let pack = |id: &str, question: &str| PACK.replace("ID", id).replace("QUESTION", question);
    let theirs = elsewhere.path().join("theirs.toml");
    fs::write(&theirs, pack("theirs", "theirs-1")).unwrap();
    symlink(&theirs, folder.join("a-link.toml")).unwrap();
    symlink("/nowhere/at/all", folder.join("b-link.toml")).unwrap();
    pipe(&folder.join("c-pipe.toml"));
    fs::create_dir(folder.join("d-folder.toml")).unwrap();
    fs::write(folder.join("e-sound.toml"), pack("sound", "sound-1")).unwrap();
    let (loaded, faults) = packs::load_packs(builtin::PACKS, &folder);
    assert_eq!(loaded.len(), builtin::PACKS.len() + 1);
    let refused = |name: &str, detail: &str| FileFault::BrokenPack {
        path: folder.join(name),
        line: None,
        detail: detail.to_owned(),
    };
    let expected = [
        refused("a-link.toml", LINK),
        refused("b-link.toml", LINK),
        refused("c-pipe.toml", NO_FILE),
        refused("d-folder.toml", NO_FILE),
    ];
    assert_eq!(faults, expected);
    // The folder itself.
    let link = shelf.folder.path().join("linked");
    symlink(elsewhere.path(), &link).unwrap();
    let (loaded, faults) = packs::load_packs(&[], &link);
    assert!(loaded.is_empty());
    assert!(format!("{faults:?}").contains(LINK), "{faults:?}");

    let long = "x".repeat(65);
    for odd in [
        "../x", "a/b", "A", "a b", "", "한국", "a.b", "a\\\\b", "a:b", &long,
    ] {
        let (loaded, faults) = packs::parse_pack(&pack(odd, "fine"), Path::new("p"));
        assert_eq!((loaded, faults.len()), (None, 1), "pack {odd:?}");
        let (loaded, faults) = packs::parse_pack(&pack("fine", odd), Path::new("p"));
        assert_eq!((loaded, faults.len()), (None, 1), "question {odd:?}");
    }
}

#[test]
fn an_attempt_that_never_began_leaves_no_folder() {
    let (shelf, path) = Shelf::with_attempts(1);
    let year = path.parent().unwrap().parent().unwrap();
    // As a process leaves them that is killed before and while it writes attempt.json.
    let bare = year.join("2026-11-21_120523_bare_0001");
    let begun = year.join("2026-11-21_120523_begun_0001");
    let theirs = year.join("2026-11-21_120523_theirs_0001");
    for folder in [&bare, &begun, &theirs] {
        fs::create_dir(folder).unwrap();
    }
    fs::write(begun.join(".retake-a1b2c3.tmp"), "{").unwrap();
    fs::write(theirs.join("notes.txt"), "mine").unwrap();
    let scan = shelf.library.scan();
    assert_eq!((scan.attempts.len(), scan.faults), (1, vec![]));
    assert!(!bare.exists() && !begun.exists());
    assert!(theirs.join("notes.txt").exists());
}
