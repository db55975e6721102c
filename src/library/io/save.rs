//! The only way in which this module writes a file: whole, or not at all.
//! A temporary file in the same folder is written, synced and renamed over the old one, and the
//! folder is synced. A crash at any moment leaves the old version or the new one, and at worst a
//! temporary file, which the next scan removes.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::library::io::plain_files;
use crate::model::fault::FileFault;

/// How the names of temporary files begin. The dot hides them from people and from pack loading.
const TEMP_PREFIX: &str = ".retake-";
const TEMP_SUFFIX: &str = ".tmp";

/// A save that did not happen; the former version is what is on disk.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl From<SaveError> for FileFault {
    fn from(SaveError { path, source }: SaveError) -> Self {
        Self::SaveFailed {
            path,
            detail: source.to_string(),
        }
    }
}

/// Replaces a file. Its folder must exist. On Unix the new file is readable by its owner only.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    write_whole(path, bytes).map_err(|source| SaveError {
        path: path.to_path_buf(),
        source,
    })
}

fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = parent(path)?;
    // NamedTempFile makes its file 0600, removes it when dropped early, and never follows a link.
    let mut temp = tempfile::Builder::new()
        .prefix(TEMP_PREFIX)
        .suffix(TEMP_SUFFIX)
        .tempfile_in(folder)?;
    temp.write_all(bytes)?;
    temp.as_file().sync_all()?;
    temp.persist(path).map_err(|error| error.error)?;
    // The file is there; to call that a failure would make us take it for somebody else's.
    if let Err(error) = sync_folder(folder) {
        tracing::warn!(folder = %folder.display(), %error, "the folder was not synced");
    }
    Ok(())
}

/// Moves a damaged file out of the way, as `<name>.damaged-1`, `-2`, …, and says where to. What
/// the person wrote is kept, however little sense it makes to us.
pub(crate) fn set_aside(path: &Path) -> Result<PathBuf, SaveError> {
    let failed = |source| SaveError {
        path: path.to_path_buf(),
        source,
    };
    let name = path
        .file_name()
        .ok_or_else(|| failed(io::ErrorKind::InvalidInput.into()))?
        .to_string_lossy();
    for number in 1..=999 {
        let aside = path.with_file_name(format!("{name}.damaged-{number}"));
        // A rename would silently replace an earlier damaged file.
        if !is_there(&aside) {
            fs::rename(path, &aside).map_err(failed)?;
            tracing::warn!(path = %path.display(), aside = %aside.display(), "damaged file set aside");
            return Ok(aside);
        }
    }
    Err(failed(io::ErrorKind::AlreadyExists.into()))
}

/// Whether a directory entry is there, even a link that leads nowhere.
pub(crate) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a name is that of a temporary file which a crash left behind.
pub(crate) fn is_leftover(name: &str) -> bool {
    name.starts_with(TEMP_PREFIX) && name.ends_with(TEMP_SUFFIX)
}

/// Removes the leftover temporary files of a folder. Faults of the folder itself are told by those
/// who need what is in it.
pub(crate) fn remove_leftovers_in(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        if is_leftover(&entry.file_name().to_string_lossy()) {
            remove_leftover(&entry.path());
        }
    }
}

/// How old a temporary file must be before it is taken for a leftover where another program of ours may be
/// at work: no save takes that long.
const OLD: Duration = Duration::from_mins(10);

/// Removes the old temporary files of a folder of the library, which is not followed if it is a link.
pub(crate) fn remove_old_leftovers_in(folder: &Path) {
    if plain_files::folder(folder).is_err() {
        return;
    }
    let is_old = |path: &Path| {
        let modified = fs::symlink_metadata(path).and_then(|found| found.modified());
        let age = modified.ok().and_then(|time| time.elapsed().ok());
        age.is_some_and(|age| age > OLD)
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if is_leftover(&entry.file_name().to_string_lossy()) && is_old(&path) {
            remove_leftover(&path);
        }
    }
}

/// Removes a leftover temporary file; failing to is no harm to anybody, so it is only logged.
pub(crate) fn remove_leftover(path: &Path) {
    if let Err(error) = fs::remove_file(path) {
        tracing::warn!(path = %path.display(), %error, "a leftover temporary file stays");
    }
}

/// Makes a rename within a folder survive a power cut.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network and FUSE file systems cannot sync a folder; the rename has happened.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        other => other,
    }
}

/// Windows offers no way to sync a folder; NTFS journals the rename.
#[cfg(not(unix))]
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes one folder, for its owner only on Unix. Fails when it is there already.
pub(crate) fn make_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes one folder unless it is there. What is there must be a folder, and not a link to one. A new one is
/// there after a power cut too.
pub(crate) fn ensure_folder(path: &Path) -> io::Result<()> {
    match make_private_folder(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => plain_files::folder(path),
        Err(error) => Err(error),
        Ok(()) => {
            sync_around(path);
            Ok(())
        }
    }
}

/// Makes a new folder survive a power cut. It is there already, so that a failure is only logged.
fn sync_around(path: &Path) {
    if let Err(error) = parent(path).and_then(sync_folder) {
        tracing::warn!(folder = %path.display(), %error, "a new folder was not synced");
    }
}

/// Makes a folder and those around it that are missing, for their owner only on Unix.
pub(crate) fn ensure_folders(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let is_new = !path.is_dir();
    builder.recursive(true).create(path)?;
    if is_new {
        sync_around(path);
    }
    Ok(())
}

/// Opens a file for writing, as it is; a missing one is made, for its owner only on Unix.
pub(crate) fn open_private(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn parent(path: &Path) -> io::Result<&Path> {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Ok(Path::new(".")),
        Some(folder) => Ok(folder),
        None => Err(io::ErrorKind::InvalidInput.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_replaces_the_file_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        save(&path, b"one").unwrap();
        save(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_failed_save_leaves_the_old_version_and_names_the_file() {
        let folder = tempfile::tempdir().unwrap();
        // A folder in place of the file: the rename fails after the temporary file was written.
        let path = folder.path().join("a.json");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("inside"), "kept").unwrap();
        let error = save(&path, b"new").unwrap_err();
        assert_eq!(error.path, path);
        assert_eq!(fs::read(path.join("inside")).unwrap(), b"kept");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no temporary file"
        );
        let vanished = folder.path().join("gone/a.json");
        assert_eq!(
            save(&vanished, b"").unwrap_err().source.kind(),
            io::ErrorKind::NotFound
        );
    }

    #[test]
    fn damaged_files_are_numbered_and_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        for number in 1..=3 {
            fs::write(&path, number.to_string()).unwrap();
            set_aside(&path).unwrap();
        }
        for number in 1..=3 {
            let aside = folder
                .path()
                .join(format!("settings.toml.damaged-{number}"));
            assert_eq!(fs::read_to_string(aside).unwrap(), number.to_string());
        }
    }

    #[test]
    fn only_old_temporary_files_of_ours_are_leftovers() {
        let folder = tempfile::tempdir().unwrap();
        let old = std::time::SystemTime::UNIX_EPOCH;
        for (name, time) in [
            (".retake-a.tmp", Some(old)),
            (".retake-b.tmp", None),
            ("answers.md", Some(old)),
            (".syncthing.a.tmp", Some(old)),
        ] {
            let file = File::create(folder.path().join(name)).unwrap();
            if let Some(time) = time {
                file.set_modified(time).unwrap();
            }
        }
        remove_old_leftovers_in(folder.path());
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 3);
        assert!(!folder.path().join(".retake-a.tmp").exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_we_make_is_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let private = folder.path().join("p");
        ensure_folder(&private).unwrap();
        ensure_folder(&private).unwrap();
        let file = private.join("f");
        save(&file, b"x").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&private), 0o700);
        assert_eq!(mode(&file), 0o600);
    }
}
