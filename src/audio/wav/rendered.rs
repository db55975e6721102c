//! A WAV file that is written in one go for other programs, with a word about what it is (`LIST INFO`).
//! Not here: recordings (`take_file`), where its sound comes from.

use std::fs::File;
use std::io::{self, BufWriter, Seek as _, SeekFrom, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::audio::sample::to_i16;
use crate::audio::wav::WavError;
use crate::model::fault::FileFault;

/// Bytes before the data of the `RIFF` chunk that its length counts: `WAVE` and `fmt `.
const BEFORE: u32 = 4 + 8 + 16;

/// What is told of a file.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// `ICMT`: what it is.
    pub comment: &'a str,
    /// `ISFT`: the program that made it.
    pub software: &'a str,
}

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum RenderFault {
    #[error(transparent)]
    Read(#[from] WavError),
    #[error(transparent)]
    Write(#[from] io::Error),
}

impl RenderFault {
    /// The fault of the file at a path.
    pub fn at(self, path: &Path) -> FileFault {
        FileFault::SaveFailed {
            path: path.to_owned(),
            detail: self.to_string(),
        }
    }
}

/// Writes mono sound of 16 bits into a new file: whole, or not at all. `next` appends some samples and says
/// whether there were any. Returns the number of frames.
pub fn write(
    path: &Path,
    sample_rate_hz: u32,
    about: &About<'_>,
    mut next: impl FnMut(&mut Vec<f32>) -> Result<bool, WavError>,
) -> Result<u64, RenderFault> {
    let mut temporary = growing(path)?;
    let info = info(about);
    let mut out = BufWriter::new(temporary.as_file_mut());
    header(&mut out, sample_rate_hz, &info)?;
    let mut samples = Vec::new();
    let mut bytes: u32 = 0;
    while next(&mut samples)? {
        for sample in samples.drain(..) {
            out.write_all(&to_i16(sample).to_le_bytes())?;
            bytes = bytes.checked_add(2).ok_or_else(too_long)?;
        }
    }
    out.flush()?;
    drop(out);
    let file = temporary.as_file_mut();
    let whole = (BEFORE + info.len() as u32)
        .checked_add(8)
        .and_then(|before| before.checked_add(bytes))
        .ok_or_else(too_long)?;
    put(file, 4, whole)?;
    put(file, u64::from(BEFORE) + 8 + info.len() as u64 + 4, bytes)?;
    finish(temporary, path)?;
    Ok(u64::from(bytes / 2))
}

/// A file beside another that it becomes when it is whole. Its name is one that the library removes where a
/// crash left it.
pub(super) fn growing(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    tempfile::Builder::new()
        .prefix(".retake-")
        .suffix(".tmp")
        .tempfile_in(folder)
}

/// Puts a whole file in its place, where nothing is yet. Some disks know no way to do both at once.
pub(super) fn finish(whole: NamedTempFile, path: &Path) -> io::Result<()> {
    whole.as_file().sync_all()?;
    if std::fs::symlink_metadata(path).is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    whole.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn too_long() -> io::Error {
    io::ErrorKind::FileTooLarge.into()
}

fn put(file: &mut File, at: u64, value: u32) -> io::Result<()> {
    file.seek(SeekFrom::Start(at))?;
    file.write_all(&value.to_le_bytes())
}

/// The lengths follow when they are known.
fn header(out: &mut impl Write, sample_rate_hz: u32, info: &[u8]) -> io::Result<()> {
    out.write_all(b"RIFF\0\0\0\0WAVEfmt ")?;
    out.write_all(&16_u32.to_le_bytes())?;
    for number in [1_u16, 1] {
        out.write_all(&number.to_le_bytes())?;
    }
    for number in [sample_rate_hz, sample_rate_hz.saturating_mul(2)] {
        out.write_all(&number.to_le_bytes())?;
    }
    for number in [2_u16, 16] {
        out.write_all(&number.to_le_bytes())?;
    }
    out.write_all(info)?;
    out.write_all(b"data\0\0\0\0")
}

/// The `LIST` chunk: texts in UTF-8 that end with a zero, of even length.
fn info(about: &About<'_>) -> Vec<u8> {
    let mut inside = b"INFO".to_vec();
    for (name, text) in [(b"ICMT", about.comment), (b"ISFT", about.software)] {
        let text: Vec<u8> = text.bytes().filter(|byte| *byte != 0).chain([0]).collect();
        inside.extend(name);
        inside.extend((text.len() as u32).to_le_bytes());
        inside.extend(&text);
        inside.resize(inside.len().next_multiple_of(2), 0);
    }
    let mut chunk = b"LIST".to_vec();
    chunk.extend((inside.len() as u32).to_le_bytes());
    chunk.extend(inside);
    chunk
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::wav::WavReader;

    const ABOUT: About<'_> = About {
        comment: "맞춰 붙인 answer",
        software: "Retake",
    };

    #[test]
    fn it_can_be_read_and_says_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wav");
        let mut left = 3;
        let frames = write(&path, 44_100, &ABOUT, |out| {
            left -= 1;
            out.extend([0.5, -0.5]);
            Ok(left >= 0)
        });
        // The last two came with the word that there were none.
        assert_eq!(frames.unwrap(), 6);
        let mut reader = WavReader::open(&path, None).unwrap();
        assert_eq!((reader.sample_rate_hz(), reader.frames()), (44_100, 6));
        let mut samples = Vec::new();
        reader.read(&mut samples, 10).unwrap();
        assert_eq!(samples, [16_384, -16_384].repeat(3));
        let bytes = std::fs::read(&path).unwrap();
        let size = u32::from_le_bytes(bytes[4..8].try_into().unwrap());
        assert_eq!(size as usize + 8, bytes.len());
        let comment = bytes.windows(4).position(|four| four == b"ICMT").unwrap();
        let text = &bytes[comment + 8..][..ABOUT.comment.len()];
        assert_eq!(text, ABOUT.comment.as_bytes());
    }

    #[test]
    fn what_is_there_is_not_written_over_and_nothing_is_left_of_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wav");
        std::fs::write(&path, "mine").unwrap();
        assert!(write(&path, 8_000, &ABOUT, |_| Ok(false)).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn a_crash_leaves_a_name_that_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let growing = growing(&folder.path().join("a.wav")).unwrap();
        let (path, kind) = (growing.path(), growing.path().extension());
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(name.starts_with(".retake-"), "{name}");
        assert_eq!(kind, Some("tmp".as_ref()));
    }
}
