//! Reading WAV files as they are found: headers that lie, files cut short, formats of other
//! programs; always as mono 16-bit samples. Not here: writing them (`take_file`), mending them
//! (`wav_repair`), the walk through their chunks (`wav_layout`).
//!
//! Nothing is allocated by what a header claims.

pub mod cue_points;
#[cfg(test)]
mod foreign_files_tests;
pub mod rendered;
pub mod take_file;
mod wav_error;
pub mod wav_layout;
pub mod wav_repair;

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::analysis::peaks::{PEAKS_PER_SEC, PeakBuilder};
use crate::audio::mixdown::{LEAST, Sums};
use crate::audio::sample::{from_i16, sane, to_i16};
pub use crate::audio::wav::wav_error::{WavError, WavReason};
use crate::audio::wav::wav_layout::{Encoding, Layout};
pub use crate::audio::wav::wav_repair::{Repaired, repair};
use crate::model::peaks::Peaks;
use crate::model::sound::Mix;
use crate::regular_file;

/// Bytes read at once.
const BLOCK_BYTES: usize = 1 << 18;
/// Places of a file that are looked at for a voice.
const MIX_PLACES: u64 = 256;
/// Frames that are looked at in each: 43 ms at 48 kHz.
const MIX_FRAMES: usize = 2_048;

/// An open WAV file, read from front to back or from any frame.
#[derive(Debug)]
pub struct WavReader {
    path: PathBuf,
    file: File,
    layout: Layout,
    next_frame: u64,
    mix: Mix,
    bytes: Vec<u8>,
    floats: Vec<f32>,
}

impl WavReader {
    /// Opens a file and reads its headers. `known_frames` is its length as far as it is known from
    /// elsewhere; see [`Layout::of`]. A file without a single sample is an error.
    pub fn open(path: &Path, known_frames: Option<u64>) -> Result<Self, WavError> {
        let (mut file, _) =
            regular_file::open(path).map_err(|error| WavReason::Io(error).at(path, 0))?;
        let layout = Layout::of(&mut file, path, known_frames)?;
        if layout.frames() == 0 {
            return Err(WavReason::Empty.at(path, layout.data_at));
        }
        let mut reader = Self {
            path: path.to_owned(),
            file,
            layout,
            next_frame: 0,
            mix: Mix::Mean,
            bytes: vec![0; BLOCK_BYTES],
            floats: Vec::new(),
        };
        reader.seek(0)?;
        reader.choose_mix()?;
        Ok(reader)
    }

    /// Frames per second, one of `model::limits::SAMPLE_RATES_HZ`.
    pub fn sample_rate_hz(&self) -> u32 {
        self.layout.sample_rate_hz
    }

    /// Length in whole frames, of what is really there.
    pub fn frames(&self) -> u64 {
        self.layout.frames()
    }

    /// Goes on from a frame; from the end when it is beyond.
    pub fn seek(&mut self, frame: u64) -> Result<(), WavError> {
        self.next_frame = frame.min(self.frames());
        let at = self.layout.data_at + self.next_frame * self.layout.frame_bytes();
        self.file
            .seek(SeekFrom::Start(at))
            .map_err(|error| WavReason::Io(error).at(&self.path, at))?;
        Ok(())
    }

    /// Appends up to `max_frames` mono frames to `out` and says how many; 0 is the end.
    pub fn read(&mut self, out: &mut Vec<i16>, max_frames: usize) -> Result<usize, WavError> {
        let (block, frames) = self.next_block(max_frames)?;
        let Layout {
            encoding, channels, ..
        } = self.layout;
        let block = self.bytes.get(..block).unwrap_or_default();
        if (encoding, channels) == (Encoding::Int16, 1) {
            // What this program writes: a plain copy on most machines.
            let samples = block.as_chunks::<2>().0.iter();
            out.extend(samples.map(|sample| i16::from_le_bytes(*sample)));
        } else {
            self.floats.clear();
            decode(block, encoding, &mut self.floats);
            let frames = self.floats.chunks_exact(usize::from(channels.max(1)));
            out.extend(frames.map(|frame| to_i16(self.mix.of(frame))));
        }
        Ok(frames)
    }

    /// Decides by places all over the sound, so that every reader of a file hears the same of it.
    fn choose_mix(&mut self) -> Result<(), WavError> {
        if self.layout.channels < 2 || self.frames() < u64::from(LEAST) {
            return Ok(());
        }
        let mut sums = Sums::EMPTY;
        for place in 0..MIX_PLACES {
            self.seek(self.frames() * place / MIX_PLACES)?;
            let (block, _) = self.next_block(MIX_FRAMES)?;
            let block = self.bytes.get(..block).unwrap_or_default();
            self.floats.clear();
            decode(block, self.layout.encoding, &mut self.floats);
            for frame in self.floats.chunks_exact(usize::from(self.layout.channels)) {
                sums.push(frame);
            }
        }
        self.mix = sums.choice(Mix::Mean);
        self.seek(0)
    }

    /// Reads up to so many frames into `self.bytes`, and says how many bytes and frames they are.
    fn next_block(&mut self, max_frames: usize) -> Result<(usize, usize), WavError> {
        let frame_bytes = self.layout.frame_bytes();
        let left = self.frames().saturating_sub(self.next_frame);
        let fits = self.bytes.len() as u64 / frame_bytes;
        let frames = left.min(fits).min(max_frames as u64);
        let wanted = (frames * frame_bytes) as usize;
        let at = self.layout.data_at + self.next_frame * frame_bytes;
        let block = self.bytes.get_mut(..wanted).unwrap_or_default();
        let got = read_up_to(&mut self.file, block)
            .map_err(|error| WavReason::Io(error).at(&self.path, at))?;
        // Fewer than asked for: somebody shortened the file since it was opened.
        let frames = got as u64 / frame_bytes;
        self.next_frame += frames;
        Ok(((frames * frame_bytes) as usize, frames as usize))
    }
}

/// Peaks of a whole file; see [`WavReader::open`].
pub fn peaks_of(path: &Path, known_frames: Option<u64>) -> Result<Peaks, WavError> {
    let mut reader = WavReader::open(path, known_frames)?;
    let mut builder = PeakBuilder::new(reader.sample_rate_hz(), PEAKS_PER_SEC);
    let mut samples = Vec::with_capacity(BLOCK_BYTES / 2);
    while reader.read(&mut samples, BLOCK_BYTES)? > 0 {
        builder.push(&samples);
        samples.clear();
    }
    Ok(builder.finish())
}

/// The samples of some frames of a file, as far as there are any; see [`WavReader::open`].
pub fn samples_of(
    path: &Path,
    known_frames: Option<u64>,
    frames: &Range<u64>,
) -> Result<Vec<i16>, WavError> {
    let mut reader = WavReader::open(path, known_frames)?;
    reader.seek(frames.start)?;
    let mut wanted = frames.end.saturating_sub(frames.start) as usize;
    let mut samples = Vec::new();
    while wanted > 0 {
        let read = reader.read(&mut samples, wanted)?;
        if read == 0 {
            break;
        }
        wanted -= read;
    }
    Ok(samples)
}

/// Fills `block` as far as the file goes.
fn read_up_to(file: &mut File, block: &mut [u8]) -> io::Result<usize> {
    let mut got = 0;
    while let Some(rest) = block.get_mut(got..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(more) => got += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(got)
}

/// All samples of whole frames, −1 to 1, interleaved as they stand in the file.
fn decode(bytes: &[u8], encoding: Encoding, out: &mut Vec<f32>) {
    fn each<const N: usize>(bytes: &[u8], out: &mut Vec<f32>, value: impl Fn([u8; N]) -> f32) {
        out.extend(bytes.as_chunks::<N>().0.iter().map(|sample| value(*sample)));
    }
    match encoding {
        Encoding::UInt8 => each(bytes, out, |[a]| (f32::from(a) - 128.0) / 128.0),
        Encoding::Int16 => each(bytes, out, |two| from_i16(i16::from_le_bytes(two))),
        Encoding::Int24 => each(bytes, out, |[a, b, c]| {
            // The sign comes from the highest byte being at the top.
            (i32::from_le_bytes([0, a, b, c]) >> 8) as f32 / 8_388_608.0
        }),
        Encoding::Int32 => each(bytes, out, |four| {
            (f64::from(i32::from_le_bytes(four)) / 2_147_483_648.0) as f32
        }),
        Encoding::Float32 => each(bytes, out, |four| sane(f32::from_le_bytes(four))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_all(path: &Path) -> Result<Vec<i16>, WavError> {
        let mut reader = WavReader::open(path, None)?;
        let mut samples = Vec::new();
        while reader.read(&mut samples, 1000)? > 0 {}
        Ok(samples)
    }

    fn hound_file(path: &Path, bits: u16, format: hound::SampleFormat, frames: &[Vec<f32>]) {
        let spec = hound::WavSpec {
            channels: frames[0].len() as u16,
            sample_rate: 44_100,
            bits_per_sample: bits,
            sample_format: format,
        };
        let mut writer = hound::WavWriter::create(path, spec).unwrap();
        let scale = f64::from(2_u32.pow(u32::from(bits) - 1));
        for sample in frames.iter().flatten() {
            match format {
                hound::SampleFormat::Float => writer.write_sample(*sample).unwrap(),
                hound::SampleFormat::Int => writer
                    .write_sample((f64::from(*sample) * scale).round() as i32)
                    .unwrap(),
            }
        }
        writer.finalize().unwrap();
    }

    #[test]
    fn every_common_format_reads_as_mono_sixteen_bits() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wav");
        let frames: Vec<Vec<f32>> = vec![vec![0.5, 0.5], vec![-1.0, 0.0], vec![0.25, -0.25]];
        for (bits, format) in [
            (8, hound::SampleFormat::Int),
            (16, hound::SampleFormat::Int),
            (24, hound::SampleFormat::Int),
            (32, hound::SampleFormat::Int),
            (32, hound::SampleFormat::Float),
        ] {
            hound_file(&path, bits, format, &frames);
            assert_eq!(read_all(&path).unwrap(), [16_384, -16_384, 0], "{bits}");
        }
    }

    #[test]
    fn any_frame_can_be_gone_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wav");
        let frames: Vec<Vec<f32>> = (0..2000_i16)
            .map(|value| vec![f32::from(value) / 32_768.0])
            .collect();
        hound_file(&path, 16, hound::SampleFormat::Int, &frames);
        let mut reader = WavReader::open(&path, None).unwrap();
        let mut samples = Vec::new();
        reader.seek(1234).unwrap();
        assert_eq!(reader.read(&mut samples, 3).unwrap(), 3);
        assert_eq!(samples, [1234, 1235, 1236]);
        reader.seek(99_999).unwrap();
        assert_eq!(reader.read(&mut samples, 3).unwrap(), 0);
        let peaks = peaks_of(&path, None).unwrap();
        assert_eq!((peaks.frames, peaks.sample_rate_hz), (2000, 44_100));
        assert_eq!(peaks.over(0, 2000).unwrap().max, 1999);
    }

    #[test]
    fn an_error_names_file_and_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.wav");
        std::fs::write(&path, b"RIFF....WAVEjunk").unwrap();
        let text = WavReader::open(&path, None).unwrap_err().to_string();
        assert!(text.contains("a.wav") && text.contains("byte 12"), "{text}");
        std::fs::write(&path, b"").unwrap();
        assert!(WavReader::open(&path, None).is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..400), wav in any::<bool>()) {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.wav");
            if wav && bytes.len() > 40 {
                bytes[..4].copy_from_slice(b"RIFF");
                bytes[8..16].copy_from_slice(b"WAVEfmt ");
                bytes[16..20].copy_from_slice(&16_u32.to_le_bytes());
                bytes[36..40].copy_from_slice(b"data");
            }
            std::fs::write(&path, &bytes).unwrap();
            read_all(&path).ok();
            peaks_of(&path, None).ok();
        }
    }
}
