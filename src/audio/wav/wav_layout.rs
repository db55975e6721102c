//! Where the samples of a WAV file really are, whatever its header says.
//! Not here: the samples themselves (`wav`).

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use crate::audio::wav::wav_error::{WavError, WavReason};
use crate::model::limits::SAMPLE_RATES_HZ;

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
    /// Frames per second, one of [`SAMPLE_RATES_HZ`].
    pub sample_rate_hz: u32,
    /// Byte of the part that describes the samples; some programs put it after them.
    pub format_at: u64,
    /// Byte of the first sample.
    pub data_at: u64,
    /// Bytes of whole frames from there.
    pub data_bytes: u64,
    /// Whether every size in the file is right.
    pub healthy: bool,
}

/// A file with more parts than this is no recording.
const MAX_CHUNKS: usize = 1000;
/// A size that does not fit its field: the true one stands in the part `ds64`, or nobody knows it.
const UNKNOWN_SIZE: u64 = u32::MAX as u64;
/// The length of an `ID3v1` tag, which stands at the very end of a file.
const ID3V1_BYTES: u64 = 128;

#[derive(Clone, Copy)]
struct Format {
    encoding: Encoding,
    channels: u16,
    sample_rate_hz: u32,
}

impl Format {
    fn frame_bytes(self) -> u64 {
        self.encoding.bytes() * u64::from(self.channels.max(1))
    }
}

/// A part of the file: its name, its first byte after the header, and the size it claims.
#[derive(Clone, Copy)]
struct Part {
    id: [u8; 4],
    at: u64,
    bytes: u64,
}

impl Part {
    fn end(self) -> u64 {
        self.at.saturating_add(self.bytes)
    }

    /// Names of parts are made of letters and the like; samples and zeros seldom are.
    fn is_named(self) -> bool {
        self.id.iter().all(|byte| (32..127).contains(byte))
    }
}

/// What the walk through the parts found.
#[derive(Default)]
struct Found {
    format: Option<(u64, Format)>,
    data: Option<Part>,
    /// Whether the sizes lead, part by part, from the samples to the end of the file.
    ends_exactly: bool,
    /// Where the walk came to an end.
    stopped_at: u64,
    /// Sizes of the file and of the samples for files beyond 4 GiB.
    wide: Option<(u64, u64)>,
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
    ///
    /// The size of the samples is that of their part where the sizes of all parts fit together. Where
    /// they do not, something follows that nobody understands, or the file was cut short: then
    /// `known_frames` decides if it is longer, and otherwise what follows is no sound. A size that was
    /// never filled in, or is larger than the file, stands for all there is.
    pub fn of(file: &mut File, path: &Path, known_frames: Option<u64>) -> Result<Self, WavError> {
        let length = file
            .metadata()
            .map_err(|error| WavReason::Io(error).at(path, 0))?
            .len();
        if length == 0 {
            return Err(WavReason::Empty.at(path, 0));
        }
        let mut walk = Walk { file, path, length };
        let whole = walk.part_at(0)?;
        let kind: Option<[u8; 4]> = walk.bytes_at(8)?;
        let whole = whole.filter(|whole| matches!(&whole.id, b"RIFF" | b"RF64" | b"BW64"));
        let (Some(whole), Some(b"WAVE")) = (whole, kind.as_ref()) else {
            return Err(WavReason::NotWav.at(path, 0));
        };
        let found = walk.through()?;
        let stopped_at = found.stopped_at;
        let no_data = || WavReason::NoData.at(path, stopped_at);
        let data = found.data.ok_or_else(no_data)?;
        let no_format = || WavReason::NoFormat.at(path, data.at);
        let (format_at, format) = found.format.ok_or_else(no_format)?;
        let whole_bytes = match found.wide {
            Some((wide, _)) if whole.bytes == UNKNOWN_SIZE => wide,
            _ => whole.bytes,
        };
        let bytes = walk.data_bytes(&found, data, format, known_frames)?;
        let data_bytes = bytes - bytes % format.frame_bytes();
        Ok(Self {
            encoding: format.encoding,
            channels: format.channels,
            sample_rate_hz: format.sample_rate_hz,
            format_at,
            data_at: data.at,
            data_bytes,
            healthy: found.ends_exactly
                && data_bytes == data.bytes
                && whole_bytes.checked_add(8) == Some(length),
        })
    }
}

/// A file that is walked through.
struct Walk<'a> {
    file: &'a mut File,
    path: &'a Path,
    length: u64,
}

impl Walk<'_> {
    fn through(&mut self) -> Result<Found, WavError> {
        let mut found = Found::default();
        let mut at = 12;
        for _ in 0..MAX_CHUNKS {
            found.stopped_at = at.min(self.length);
            found.ends_exactly = at == self.length;
            let Some(mut part) = self.part_at(at)? else {
                break;
            };
            match &part.id {
                b"ds64" => found.wide = self.wide_sizes(part.at)?,
                b"fmt " if found.format.is_none() => {
                    found.format = Some((at, self.format(part)?));
                }
                b"data" if found.data.is_none() => {
                    if let (UNKNOWN_SIZE, Some((_, wide))) = (part.bytes, found.wide) {
                        part.bytes = wide;
                    }
                    found.data = Some(part);
                }
                _ if found.data.is_some() && !part.is_named() => break,
                _ => {}
            }
            at = self.after(part)?;
        }
        Ok(found)
    }

    /// Where the part after this one begins. Parts begin at even bytes, but some programs leave out
    /// the byte that makes a part of odd length even.
    fn after(&mut self, part: Part) -> Result<u64, WavError> {
        let end = part.end();
        let even = end.saturating_add(end % 2);
        if end == even || end == self.length {
            return Ok(end);
        }
        let length = self.length;
        let fits = |next: Option<Part>| {
            next.is_some_and(|next| {
                next.is_named() && (next.end() <= length || &next.id == b"data")
            })
        };
        let odd = !fits(self.part_at(even)?) && fits(self.part_at(end)?);
        Ok(if odd { end } else { even })
    }

    fn data_bytes(
        &mut self,
        found: &Found,
        data: Part,
        format: Format,
        known_frames: Option<u64>,
    ) -> Result<u64, WavError> {
        if found.ends_exactly {
            return Ok(data.bytes);
        }
        let there = self.length.saturating_sub(data.at);
        let known = known_frames.map_or(0, |frames| frames.saturating_mul(format.frame_bytes()));
        // A size of 32 bits that wrapped, or that nobody knew, says nothing of so long a file.
        let told = Some(data.bytes).filter(|told| {
            (1..=there).contains(told) && *told != UNKNOWN_SIZE && there - told < UNKNOWN_SIZE
        });
        Ok(match told {
            Some(told) if known > there => told,
            Some(told) => told.max(known),
            None if known > 0 => known.min(there),
            None if self.ends_in_id3v1(data.at)? => there - ID3V1_BYTES,
            None => there,
        })
    }

    fn ends_in_id3v1(&mut self, data_at: u64) -> Result<bool, WavError> {
        let at = self.length.saturating_sub(ID3V1_BYTES);
        Ok(at >= data_at && self.bytes_at(at)? == Some(*b"TAG"))
    }

    fn bytes_at<const N: usize>(&mut self, at: u64) -> Result<Option<[u8; N]>, WavError> {
        if at.saturating_add(N as u64) > self.length {
            return Ok(None);
        }
        let mut bytes = [0; N];
        self.file
            .seek(SeekFrom::Start(at))
            .and_then(|_| self.file.read_exact(&mut bytes))
            .map_err(|error| WavReason::Io(error).at(self.path, at))?;
        Ok(Some(bytes))
    }

    /// The part whose header is at a byte; `None` when the file ends before.
    fn part_at(&mut self, at: u64) -> Result<Option<Part>, WavError> {
        let header: Option<[u8; 8]> = self.bytes_at(at)?;
        Ok(header.map(|[a, b, c, d, s0, s1, s2, s3]| Part {
            id: [a, b, c, d],
            at: at + 8,
            bytes: u64::from(u32::from_le_bytes([s0, s1, s2, s3])),
        }))
    }

    fn wide_sizes(&mut self, at: u64) -> Result<Option<(u64, u64)>, WavError> {
        let whole: Option<[u8; 8]> = self.bytes_at(at)?;
        let data: Option<[u8; 8]> = self.bytes_at(at + 8)?;
        Ok(whole
            .zip(data)
            .map(|(whole, data)| (u64::from_le_bytes(whole), u64::from_le_bytes(data))))
    }

    fn format(&mut self, part: Part) -> Result<Format, WavError> {
        let (path, at) = (self.path, part.at);
        let missing = || WavReason::NoFormat.at(path, at);
        if part.bytes < 16 {
            return Err(missing());
        }
        let head: [u8; 16] = self.bytes_at(at)?.ok_or_else(missing)?;
        let [t0, t1, c0, c1, r0, r1, r2, r3, _, _, _, _, a0, a1, _, _] = head;
        let channels = u16::from_le_bytes([c0, c1]);
        let sample_rate_hz = u32::from_le_bytes([r0, r1, r2, r3]);
        // The size of a frame, and not the bits per sample: 24 bits may stand in four bytes.
        let bytes_per_sample = u16::from_le_bytes([a0, a1])
            .checked_div(channels)
            .unwrap_or(0);
        let mut tag = u16::from_le_bytes([t0, t1]);
        if tag == 0xFFFE && part.bytes >= 26 {
            // The extended description: the true kind stands further on.
            let [lo, hi]: [u8; 2] = self.bytes_at(at + 24)?.ok_or_else(missing)?;
            tag = u16::from_le_bytes([lo, hi]);
        }
        if !SAMPLE_RATES_HZ.contains(&sample_rate_hz) {
            return Err(WavReason::Rate(sample_rate_hz).at(path, at + 4));
        }
        let unknown = || WavReason::UnknownFormat {
            tag,
            bytes: bytes_per_sample,
            channels,
        };
        let encoding = Encoding::of(tag, bytes_per_sample);
        Ok(Format {
            encoding: encoding.ok_or_else(|| unknown().at(path, at))?,
            channels,
            sample_rate_hz,
        })
    }
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

    fn layout(bytes: &[u8], known_frames: Option<u64>) -> Layout {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wav");
        std::fs::write(&path, bytes).unwrap();
        Layout::of(&mut File::open(&path).unwrap(), &path, known_frames).unwrap()
    }

    #[test]
    fn lengths_that_lie_are_set_right() {
        for (declared, tail, known, frames, healthy) in [
            (6, 6, None, 3, true),
            (6, 6, Some(1), 3, true),
            (0, 6, None, 3, false),
            (0, 6, Some(2), 2, false),
            (2, 6, Some(3), 3, false),
            (2, 6, None, 1, false),
            (2, 6, Some(9), 1, false),
            (600, 6, None, 3, false),
            (u32::MAX, 6, None, 3, false),
            (u32::MAX, 6, Some(2), 2, false),
            (u32::MAX, 6, Some(u64::MAX), 3, false),
            (6, 7, None, 3, false),
            (7, 7, None, 3, false),
            (0, 0, None, 0, true),
            (4, 1, None, 0, false),
        ] {
            let found = layout(&wav(declared, &vec![200; tail]), known);
            assert_eq!(
                (found.frames(), found.healthy),
                (frames, healthy),
                "{declared} {tail} {known:?}"
            );
        }
    }

    #[test]
    fn parts_before_and_after_the_samples_are_no_samples() {
        let found = layout(&wav(4, b"\x01\x02\x03\x04LIST\x04\0\0\0abcd"), None);
        assert_eq!((found.frames(), found.healthy), (2, true));
        let mut before = wav(4, &[1, 2, 3, 4]);
        before.splice(12..12, *b"junk\x03\0\0\0abc\0");
        assert_eq!(layout(&before, None).frames(), 2);
    }
}
