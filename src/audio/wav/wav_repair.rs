//! Making whole what a crash cut short: `answer.wav.part` becomes `answer.wav`.
//! Not here: finding such files (`library::scan`) and telling anyone (`app::disk`).

use std::fs::{File, OpenOptions};
use std::io::{self, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use crate::audio::wav::take_file::publish;
use crate::audio::wav::wav_error::{WavError, WavReason};
use crate::audio::wav::wav_layout::Layout;
use crate::model::take::TakeState;

/// The length of the header that this program writes: a file no longer holds not a single frame.
pub const HEADER_BYTES: u64 = 44;

/// What came out of a repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// The whole file; nothing is there when `state` is empty.
    pub wav: PathBuf,
    /// Length in frames.
    pub frames: u64,
    /// Frames per second; 0 when empty.
    pub sample_rate_hz: u32,
    /// `Repaired`; `Complete` when only the rename was missing; `Empty` when nothing was captured.
    pub state: TakeState,
}

/// Sets the sizes in the header of a `.part` file from its length, syncs it and gives it its final
/// name. A healthy file is renamed without a byte being changed; a file without a frame is removed,
/// because nothing was said; a file that is not understood is left alone. No other file is ever
/// overwritten.
pub fn repair(part: &Path) -> Result<Repaired, WavError> {
    let fail = |error: io::Error| WavReason::Io(error).at(part, 0);
    let wav = part.with_extension("");
    if part.extension().is_none_or(|extension| extension != "part") {
        return Err(WavReason::NotPart.at(part, 0));
    }
    // Looked at before it is opened: a link may lead to somebody else's file, a pipe may wait for
    // ever.
    if !std::fs::symlink_metadata(part).map_err(fail)?.is_file() {
        return Err(fail(io::ErrorKind::InvalidInput.into()));
    }
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(part)
        .map_err(fail)?;
    let length = file.metadata().map_err(fail)?.len();
    if length <= HEADER_BYTES {
        return remove_empty(part, wav, file);
    }
    let found = Layout::of(&mut file, part, None)?;
    let healthy = found.healthy && found.frames() > 0;
    let layout = if healthy {
        found
    } else if found.format_at > found.data_at {
        // Not a take of ours: what follows the samples is needed.
        return Err(WavReason::NoFormat.at(part, found.data_at));
    } else {
        all_there_is(found, length)
    };
    if layout.frames() == 0 {
        return remove_empty(part, wav, file);
    }
    if !healthy {
        mend(&mut file, layout, part)?;
    }
    file.sync_all().map_err(fail)?;
    drop(file);
    publish(part, &wav).map_err(|error| WavReason::Io(error).at(&wav, 0))?;
    Ok(Repaired {
        wav,
        frames: layout.frames(),
        sample_rate_hz: layout.sample_rate_hz,
        state: if healthy {
            TakeState::Complete
        } else {
            TakeState::Repaired
        },
    })
}

fn remove_empty(part: &Path, wav: PathBuf, file: File) -> Result<Repaired, WavError> {
    // Closed first: Windows removes no open file.
    drop(file);
    std::fs::remove_file(part).map_err(|error| WavReason::Io(error).at(part, 0))?;
    Ok(Repaired {
        wav,
        frames: 0,
        sample_rate_hz: 0,
        state: TakeState::Empty,
    })
}

/// While a take grows nothing ever follows the samples, so all that is there is samples; even if
/// they happen to look like another part of a WAV file.
fn all_there_is(found: Layout, length: u64) -> Layout {
    let there = length.saturating_sub(found.data_at);
    Layout {
        data_bytes: there - there % found.frame_bytes(),
        ..found
    }
}

fn mend(file: &mut File, layout: Layout, part: &Path) -> Result<(), WavError> {
    let end = layout.data_at + layout.data_bytes;
    let padded_end = end + end % 2;
    let size = |bytes: u64| {
        u32::try_from(bytes)
            .map(u32::to_le_bytes)
            .map_err(|_| WavReason::TooLong.at(part, bytes))
    };
    let riff = size(padded_end - 8)?;
    let data = size(layout.data_bytes)?;
    let mut write = || {
        file.seek(SeekFrom::Start(4))?;
        file.write_all(&riff)?;
        file.seek(SeekFrom::Start(layout.data_at - 4))?;
        file.write_all(&data)?;
        // Half a frame at the end helps nobody.
        file.set_len(padded_end)
    };
    write().map_err(|error| WavReason::Io(error).at(part, 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::wav::WavReader;
    use crate::audio::wav::take_file::{RealDisks, TakeFile, part_of};
    use proptest::prelude::*;

    /// The bytes of a take whose process died after `flushed` of `samples` were flushed.
    fn interrupted(folder: &Path, samples: &[i16], flushed: usize) -> PathBuf {
        let wav = folder.join("answer.wav");
        let mut file = TakeFile::create(&wav, 48_000, &RealDisks).unwrap();
        file.append(&samples[..flushed]).unwrap();
        file.flush().unwrap();
        drop(file);
        let part = part_of(&wav);
        let mut bytes = std::fs::read(&part).unwrap();
        bytes.extend(samples[flushed..].iter().flat_map(|s| s.to_le_bytes()));
        std::fs::write(&part, bytes).unwrap();
        part
    }

    fn samples_of(wav: &Path) -> Vec<i16> {
        // By another reader than ours, so that other programs can be expected to agree.
        let mut reader = hound::WavReader::open(wav).unwrap();
        reader.samples().map(Result::unwrap).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn cut_at_any_byte_no_whole_frame_is_lost(
            samples in prop::collection::vec(any::<i16>(), 1..120),
            flushed in 0.0..=1.0_f64,
            cut in 0.0..=1.0_f64,
        ) {
            let folder = tempfile::tempdir().unwrap();
            let flushed = (samples.len() as f64 * flushed) as usize;
            let part = interrupted(folder.path(), &samples, flushed);
            let bytes = std::fs::read(&part).unwrap();
            let cut = (bytes.len() as f64 * cut).round() as usize;
            std::fs::write(&part, &bytes[..cut]).unwrap();

            let repaired = repair(&part).unwrap();
            let whole = cut.saturating_sub(44) / 2;
            prop_assert_eq!(repaired.frames, whole as u64);
            prop_assert!(!part.exists());
            if whole == 0 {
                prop_assert_eq!(repaired.state, TakeState::Empty);
                prop_assert!(!repaired.wav.exists());
            } else {
                prop_assert_eq!(samples_of(&repaired.wav), &samples[..whole]);
                prop_assert_eq!(WavReader::open(&repaired.wav, None).unwrap().frames(), whole as u64);
            }
        }
    }

    /// Found by fuzzing: with a header that says "nothing yet", samples that spell the name and the
    /// length of another part passed for one, and the take for empty.
    #[test]
    fn samples_that_look_like_another_part_are_not_removed() {
        let folder = tempfile::tempdir().unwrap();
        let (pairs, _) = b"LIST\x04\0\0\0abcd".as_chunks::<2>();
        let samples: Vec<i16> = pairs.iter().map(|pair| i16::from_le_bytes(*pair)).collect();
        let part = interrupted(folder.path(), &samples, 0);
        let repaired = repair(&part).unwrap();
        assert_eq!(
            (repaired.state, repaired.frames),
            (TakeState::Repaired, samples.len() as u64)
        );
        assert_eq!(samples_of(&repaired.wav), samples);
    }

    #[test]
    fn a_healthy_file_is_renamed_and_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        let part = interrupted(folder.path(), &[1, 2, 3], 3);
        let before = std::fs::read(&part).unwrap();
        let repaired = repair(&part).unwrap();
        assert_eq!(repaired.state, TakeState::Complete);
        assert_eq!(std::fs::read(&repaired.wav).unwrap(), before);
    }

    #[test]
    fn no_other_file_is_overwritten_and_none_that_is_not_understood_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let part = interrupted(folder.path(), &[1, 2, 3], 1);
        std::fs::write(folder.path().join("answer.wav"), b"said before").unwrap();
        assert!(repair(&part).is_err());
        assert!(part.exists());
        assert_eq!(
            std::fs::read(folder.path().join("answer.wav")).unwrap(),
            b"said before"
        );

        let odd = folder.path().join("odd.wav.part");
        std::fs::write(&odd, [7; 500]).unwrap();
        assert!(repair(&odd).is_err());
        assert_eq!(std::fs::read(&odd).unwrap(), [7; 500]);

        assert!(repair(&folder.path().join("answer.wav")).is_err());
    }
}
