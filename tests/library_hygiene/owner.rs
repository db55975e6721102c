//! Whose files they are: permissions, and settings that lie in a library or beside it.
//! Not here: what lies in a library and is none of it.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;

use retake::audio::take_file::{RealDisks, TakeFile};
use retake::audio::wav_repair::repair;
use retake::library::cache_file::SourceStamp;
use retake::library::layout::Layout;
use retake::library::open::Library;
use retake::library::settings_file::{self, Place};
use retake::model::fault::FileFault;
use retake::model::peaks::Peaks;
use retake::model::settings::Settings;

use super::shelf::{Shelf, attempt};
use super::{NO_FILE, all_in, pipe, without_children};

#[test]
fn what_the_program_makes_is_for_its_owner_only() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("Retake");
    let library = Library::open(&root).unwrap();
    let wav = library.create_attempt(&attempt(1)).unwrap();
    let mut take = TakeFile::create(&wav, 48_000, &RealDisks).unwrap();
    take.append(&[1, 2, 3]).unwrap();
    take.finish().unwrap();
    // One that a crash cut short, and that was made whole.
    let wav = library.create_attempt(&attempt(2)).unwrap();
    drop(TakeFile::create(&wav, 48_000, &RealDisks).unwrap());
    let part = library.part_path(&attempt(2));
    let mut bytes = fs::read(&part).unwrap();
    bytes.extend([1; 40]);
    fs::write(&part, bytes).unwrap();
    repair(&part).unwrap();
    library.save_attempt(&attempt(1)).unwrap();
    let stamp = SourceStamp::of(&library.layout().library_file()).unwrap();
    // Also when the cache was removed meanwhile, which anybody may do.
    fs::remove_dir_all(root.join("cache")).unwrap();
    library
        .cache_peaks(&attempt(1).id, stamp, &Peaks::default())
        .unwrap();
    Place::Library(library.layout().clone())
        .save(&Settings::default())
        .unwrap();
    Place::Program(folder.path().join("config/retake/settings.toml"))
        .save(&Settings::default())
        .unwrap();
    library.trash(&attempt(1)).unwrap();
    let mut looked_at = 0;
    for (path, _) in all_in(folder.path()) {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{} is {mode:o}", path.display());
        looked_at += 1;
    }
    assert!(looked_at > 17, "{looked_at}");
}

#[test]
fn permissions_that_a_person_gave_stay() {
    let _alone = without_children();
    let (shelf, path) = Shelf::with_attempts(1);
    let folder = path.parent().unwrap().to_path_buf();
    drop(shelf.library);
    let permit = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    permit(shelf.folder.path(), 0o755);
    permit(&folder, 0o750);
    let library = Library::open(shelf.folder.path()).unwrap();
    library.scan();
    library.save_attempt(&attempt(1)).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(shelf.folder.path()), 0o755);
    assert_eq!(mode(&folder), 0o750);
}

#[test]
fn settings_do_not_make_the_folder_of_a_library_that_is_away() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("drive/Retake");
    let place = Place::Library(Layout::new(&root));
    let error = place.save(&Settings::default()).unwrap_err();
    assert!(
        matches!(FileFault::from(error), FileFault::LibraryMissing { path, .. } if path == root)
    );
    assert!(!folder.path().join("drive").exists());
    // It has come: now they are saved.
    fs::create_dir_all(&root).unwrap();
    place.save(&Settings::default()).unwrap();
    let read = settings_file::load(&place.path());
    assert_eq!(read, (Some(Settings::default()), vec![]));
}

#[test]
fn settings_that_are_a_pipe_are_told_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Library(Layout::new(folder.path()));
    pipe(&place.path());
    let (settings, faults) = settings_file::load(&place.path());
    assert_eq!(settings, Some(Settings::default()));
    assert!(matches!(
        faults.as_slice(),
        [FileFault::BrokenSettings { detail, .. }] if detail == NO_FILE
    ));
    assert!(place.save(&Settings::default()).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_a_crash_left_beside_the_settings_goes_also_behind_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let real = elsewhere.path().join("settings.toml");
    fs::write(&real, "").unwrap();
    let path = folder.path().join("settings.toml");
    symlink(&real, &path).unwrap();
    let leftover = elsewhere.path().join(".retake-a1b2c3.tmp");
    fs::write(&leftover, "theme = ").unwrap();
    let place = Place::Program(path.clone());
    place.remove_leftovers();
    assert!(!leftover.exists());
    place.save(&Settings::default()).unwrap();
    assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().contains("target_secs"));
}
