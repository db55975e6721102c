//! Reading a small text file whole, with a limit: a video renamed to `attempt.json` must not fill
//! the memory, and a pipe of that name must not stop the program.

use std::fs::{File, Metadata};
use std::io::{self, Read as _};
use std::path::Path;

use crate::library::io::plain_files;
use crate::library::limits::TEXT_BYTES;
use crate::regular_file;

/// The text of a file, or of the file that a link leads to. Errors: those of the system,
/// `InvalidInput` for what is no file, `FileTooLarge` beyond [`TEXT_BYTES`], and `InvalidData` naming
/// the first byte that is not UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    read_limited(regular_file::open(path)?)
}

/// The text of a file that must lie here itself. Errors: those of [`read_text`], and `InvalidInput`
/// for a link.
pub fn read_own_text(path: &Path) -> io::Result<String> {
    plain_files::file(path)?;
    read_text(path)
}

/// Whether reading failed because of what is in the file, and not because of the disk. A file that is too
/// large was not looked into: nothing says that it is damaged.
pub fn is_damage(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::InvalidData
}

fn read_limited((file, metadata): (File, Metadata)) -> io::Result<String> {
    let mut bytes = Vec::with_capacity(metadata.len().min(TEXT_BYTES) as usize + 1);
    // The length may lie or change while we read, so the reading itself is limited too.
    file.take(TEXT_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > TEXT_BYTES {
        return Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!("larger than {} MB", TEXT_BYTES / 1024 / 1024),
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = line_of(error.as_bytes(), valid);
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("line {line}: byte {valid} is not UTF-8 text"),
        )
    })
}

/// The line, from 1, in which a byte lies.
pub fn line_of(text: &[u8], offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    // A line more than there are line ends before the byte.
    before.split(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn absurd_files_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("huge");
        File::create(&path)
            .unwrap()
            .set_len(TEXT_BYTES + 1)
            .unwrap();
        assert_eq!(
            read_text(&path).unwrap_err().kind(),
            io::ErrorKind::FileTooLarge
        );
        fs::write(&path, b"one\ntwo \xff").unwrap();
        let message = read_text(&path).unwrap_err().to_string();
        assert_eq!(message, "line 2: byte 8 is not UTF-8 text");
        assert!(read_text(folder.path()).is_err());
    }
}
