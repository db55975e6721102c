//! Where the samples of a WAV file really are, whatever its header says.
//! Not here: the samples themselves (`wav`).

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use crate::audio::wav::wav_error::{WavError, WavReason};

/// How a sample is stored, little-endian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// 0 to 255, silence is 128.
    UInt8,
    /// Two bytes.
    Int16,
    /// Three bytes.
    Int24,
    /// Four bytes.
    Int32,
    /// Four bytes, −1 to 1.
    Float32,
}

impl Encoding {
    fn of(tag: u16, bytes: u16) -> Option<Self> {
        match (tag, bytes) {
            (1, 1) => Some(Self::UInt8),
            (1, 2) => Some(Self::Int16),
            (1, 3) => Some(Self::Int24),
            (1, 4) => Some(Self::Int32),
            (3, 4) => Some(Self::Float32),
            _ => None,
        }
    }

    fn bytes(self) -> u64 {
        match self {
            Self::UInt8 => 1,
            Self::Int16 => 2,
            Self::Int24 => 3,
            Self::Int32 | Self::Float32 => 4,
        }
    }
}

/// What the headers of a file say, set right by its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// How a sample is stored.
    pub encoding: Encoding,
    /// Samples per frame, at least 1.
    pub channels: u16,
    /// Frames per second, at least 1.
    pub sample_rate_hz: u32,
    /// Byte of the first sample.
    pub data_at: u64,
    /// Bytes of whole frames from there.
    pub data_bytes: u64,
    /// Whether every size in the file is right.
    pub healthy: bool,
}

/// A file with more parts than this is no recording.
const MAX_CHUNKS: usize = 1000;

#[derive(Clone, Copy)]
struct Format {
    encoding: Encoding,
    channels: u16,
    sample_rate_hz: u32,
}

impl Layout {
    /// Length in whole frames.
    pub fn frames(&self) -> u64 {
        self.data_bytes / self.frame_bytes()
    }

    /// Bytes per frame, at least 1.
    pub fn frame_bytes(&self) -> u64 {
        self.encoding.bytes() * u64::from(self.channels.max(1))
    }

    /// Walks through the parts of a file.
    pub fn of(file: &mut File, path: &Path) -> Result<Self, WavError> {
        let length = file
            .metadata()
            .map_err(|error| WavReason::Io(error).at(path, 0))?
            .len();
        let riff = chunk_at(file, 0, length, path)?;
        let kind: Option<[u8; 4]> = read_at(file, 8, length, path)?;
        let riff_bytes = match (riff, kind) {
            (Some((id, bytes)), Some(kind)) if &id == b"RIFF" && &kind == b"WAVE" => bytes,
            _ => return Err(WavReason::NotWav.at(path, 0)),
        };
        let mut format = None;
        let mut at = 12;
        for _ in 0..MAX_CHUNKS {
            let Some((id, bytes)) = chunk_at(file, at, length, path)? else {
                break;
            };
            match &id {
                b"fmt " => format = Some(read_format(file, at + 8, bytes, length, path)?),
                b"data" => {
                    let format = format.ok_or(WavReason::NoFormat.at(path, at))?;
                    let found = Found {
                        at: at + 8,
                        declared: bytes,
                        length,
                    };
                    return found.layout(format, riff_bytes, file, path);
                }
                _ => {}
            }
            at += 8 + padded(bytes);
        }
        Err(WavReason::NoData.at(path, at.min(length)))
    }
}

/// The samples part as it was found.
struct Found {
    at: u64,
    declared: u64,
    length: u64,
}

impl Found {
    fn layout(
        &self,
        format: Format,
        riff_bytes: u64,
        file: &mut File,
        path: &Path,
    ) -> Result<Layout, WavError> {
        let frame_bytes = format.encoding.bytes() * u64::from(format.channels);
        let there = self.length.saturating_sub(self.at);
        let declared_is_right = self.declared <= there && self.parts_end_exactly(file, path)?;
        let bytes = if declared_is_right {
            self.declared
        } else {
            there
        };
        let whole = bytes - bytes % frame_bytes;
        Ok(Layout {
            encoding: format.encoding,
            channels: format.channels,
            sample_rate_hz: format.sample_rate_hz,
            data_at: self.at,
            data_bytes: whole,
            healthy: declared_is_right && whole == self.declared && riff_bytes + 8 == self.length,
        })
    }

    /// Whether the declared length leads, part by part, to the end of the file. If it does not,
    /// what follows are samples that the header does not know of.
    fn parts_end_exactly(&self, file: &mut File, path: &Path) -> Result<bool, WavError> {
        let mut at = self.at + self.declared;
        for _ in 0..MAX_CHUNKS {
            // Some programs leave out the byte that makes the last part even.
            if at == self.length || padded(at) == self.length {
                return Ok(true);
            }
            match chunk_at(file, padded(at), self.length, path)? {
                Some((id, bytes)) if id.iter().all(u8::is_ascii_graphic_or_space) => {
                    at = padded(at) + 8 + bytes;
                }
                _ => return Ok(false),
            }
        }
        Ok(false)
    }
}

trait AsciiPart {
    fn is_ascii_graphic_or_space(&self) -> bool;
}

impl AsciiPart for u8 {
    fn is_ascii_graphic_or_space(&self) -> bool {
        (32..127).contains(self)
    }
}

/// Parts begin at even bytes.
fn padded(bytes: u64) -> u64 {
    bytes + bytes % 2
}

fn read_at<const N: usize>(
    file: &mut File,
    at: u64,
    length: u64,
    path: &Path,
) -> Result<Option<[u8; N]>, WavError> {
    if at + N as u64 > length {
        return Ok(None);
    }
    let mut bytes = [0; N];
    file.seek(SeekFrom::Start(at))
        .and_then(|_| file.read_exact(&mut bytes))
        .map_err(|error| WavReason::Io(error).at(path, at))?;
    Ok(Some(bytes))
}

/// Name and length of the part at a byte; `None` when the file ends before.
fn chunk_at(
    file: &mut File,
    at: u64,
    length: u64,
    path: &Path,
) -> Result<Option<([u8; 4], u64)>, WavError> {
    let header: Option<[u8; 8]> = read_at(file, at, length, path)?;
    Ok(header.map(|[a, b, c, d, s0, s1, s2, s3]| {
        let bytes = u32::from_le_bytes([s0, s1, s2, s3]);
        ([a, b, c, d], u64::from(bytes))
    }))
}

fn read_format(
    file: &mut File,
    at: u64,
    bytes: u64,
    length: u64,
    path: &Path,
) -> Result<Format, WavError> {
    let missing = || WavReason::NoFormat.at(path, at);
    if bytes < 16 {
        return Err(missing());
    }
    let head: [u8; 16] = read_at(file, at, length, path)?.ok_or_else(missing)?;
    let [t0, t1, c0, c1, r0, r1, r2, r3, _, _, _, _, a0, a1, _, _] = head;
    let channels = u16::from_le_bytes([c0, c1]);
    let sample_rate_hz = u32::from_le_bytes([r0, r1, r2, r3]);
    // The size of a frame, and not the bits per sample: 24 bits may stand in four bytes.
    let bytes_per_sample = u16::from_le_bytes([a0, a1])
        .checked_div(channels)
        .unwrap_or(0);
    let mut tag = u16::from_le_bytes([t0, t1]);
    if tag == 0xFFFE && bytes >= 26 {
        // The extended description: the true kind stands further on.
        let [lo, hi]: [u8; 2] = read_at(file, at + 24, length, path)?.ok_or_else(missing)?;
        tag = u16::from_le_bytes([lo, hi]);
    }
    let encoding = Encoding::of(tag, bytes_per_sample).filter(|_| sample_rate_hz > 0);
    let unknown = || WavReason::UnknownFormat {
        tag,
        bytes: bytes_per_sample,
        channels,
    };
    Ok(Format {
        encoding: encoding.ok_or_else(|| unknown().at(path, at))?,
        channels,
        sample_rate_hz,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wav(declared: u32, tail: &[u8]) -> Vec<u8> {
        let mut bytes = b"RIFF".to_vec();
        bytes.extend((36 + tail.len() as u32).to_le_bytes());
        bytes.extend(b"WAVEfmt ");
        bytes.extend([16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0xBB, 0, 0]);
        bytes.extend([0, 0x77, 1, 0, 2, 0, 16, 0]);
        bytes.extend(b"data");
        bytes.extend(declared.to_le_bytes());
        bytes.extend(tail);
        bytes
    }

    fn layout(bytes: &[u8]) -> Layout {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wav");
        std::fs::write(&path, bytes).unwrap();
        Layout::of(&mut File::open(&path).unwrap(), &path).unwrap()
    }

    #[test]
    fn lengths_that_lie_are_set_right() {
        for (declared, tail, frames, healthy) in [
            (6, 6, 3, true),
            (0, 6, 3, false),
            (2, 6, 3, false),
            (600, 6, 3, false),
            (u32::MAX, 6, 3, false),
            (6, 7, 3, false),
            (7, 7, 3, false),
            (0, 0, 0, true),
            (4, 1, 0, false),
        ] {
            let found = layout(&wav(declared, &vec![200; tail]));
            assert_eq!(
                (found.frames(), found.healthy),
                (frames, healthy),
                "{declared} {tail}"
            );
        }
    }

    #[test]
    fn parts_before_and_after_the_samples_are_no_samples() {
        let found = layout(&wav(4, b"\x01\x02\x03\x04LIST\x04\0\0\0abcd"));
        assert_eq!((found.frames(), found.healthy), (2, true));
        let mut before = wav(4, &[1, 2, 3, 4]);
        before.splice(12..12, *b"junk\x03\0\0\0abc\0");
        assert_eq!(layout(&before).frames(), 2);
    }
}
