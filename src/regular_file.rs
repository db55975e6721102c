//! Opening a file of a person: the one way to it for sound, answers, stories, packs and settings.
//! Not here: what is in it, and whether a link to it may be followed (`library::io::plain_files`).

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

/// Why a device, a pipe or a socket is not opened.
pub const NO_FILE: &str = "no plain file";

/// Opens a file, or the file that a link leads to, for reading. Looked at before it is opened:
/// opening a pipe waits for its other end. Errors: those of the system, `IsADirectory`, and
/// `InvalidInput` for what is no file.
pub fn open(path: &Path) -> io::Result<(File, Metadata)> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, NO_FILE));
    }
    Ok((File::open(path)?, metadata))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::os::unix::net::UnixListener;

    #[test]
    fn only_a_file_is_opened_and_nothing_is_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.wav");
        assert_eq!(open(&path).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(
            open(folder.path()).unwrap_err().kind(),
            io::ErrorKind::IsADirectory
        );
        let _socket = UnixListener::bind(&path).unwrap();
        for other in [path.as_path(), Path::new("/dev/zero")] {
            assert_eq!(open(other).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        }
        let file = folder.path().join("file");
        fs::write(&file, "abc").unwrap();
        std::os::unix::fs::symlink(&file, folder.path().join("link")).unwrap();
        assert_eq!(open(&folder.path().join("link")).unwrap().1.len(), 3);
    }

    #[test]
    fn a_pipe_does_not_hang_its_reader() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("answer.wav");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert_eq!(open(&pipe).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        }
    }
}
