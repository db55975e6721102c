//! An attempt that a crash cut short: its sound is made whole, then its file is told so.
//! Not here: finding such attempts (`library::scan`), the bytes of a WAV (`audio::wav_repair`).

use crate::audio::wav::{WavError, WavReader, WavReason};
use crate::audio::wav_repair::repair;
use crate::library::open::Library;
use crate::model::attempt::Attempt;
use crate::model::fault::FileFault;
use crate::model::take::TakeState;

/// Makes a take whole that a crash cut short. The sound comes first: it is whole, and can be heard,
/// also when the attempt's file could not be written, which is the fault beside it. `None` when
/// nothing had been captured: the attempt then goes to the trash.
pub fn recover(
    library: &Library,
    attempt: &Attempt,
) -> Result<Option<(Attempt, Option<FileFault>)>, FileFault> {
    let wav_path = library.wav_path(attempt);
    let part = library.part_path(attempt);
    let broken = |error: WavError| FileFault::BrokenAttempt {
        path: wav_path.clone(),
        detail: error.to_string(),
    };
    // Frames, rate and state; `None` when there is no sound at all.
    let found = if part.exists() {
        let recovered = repair(&part).map_err(broken)?;
        Some((
            recovered.frames,
            recovered.sample_rate_hz,
            TakeState::Repaired,
        ))
    } else if wav_path.exists() {
        // The take was closed; only the attempt's file did not hear of it.
        match WavReader::open(&wav_path, None) {
            Ok(reader) => Some((
                reader.frames(),
                reader.sample_rate_hz(),
                TakeState::Complete,
            )),
            Err(error) if matches!(error.reason, WavReason::Empty) => None,
            Err(error) => return Err(broken(error)),
        }
    } else {
        None
    };
    match found {
        Some((frames, sample_rate_hz, state)) if frames > 0 => {
            let mut recovered = attempt.clone();
            recovered.take.state = state;
            recovered.take.frames = frames;
            recovered.take.sample_rate_hz = sample_rate_hz;
            // A mark is saved at once, the sound up to it half a second later.
            for mark in &mut recovered.marks {
                mark.frame = mark.frame.min(frames);
            }
            let fault = library.save_attempt(&recovered).err().map(FileFault::from);
            Ok(Some((recovered, fault)))
        }
        _ => {
            library.trash(attempt).map_err(FileFault::from)?;
            Ok(None)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::audio::take_file::{RealDisks, TakeFile};
    use crate::library::attempt_file;
    use crate::model::take::Take;

    /// A library with one attempt, whose process died after so many frames had reached the disk.
    fn cut_short(frames: usize) -> (tempfile::TempDir, Library, Attempt) {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let text = include_str!("../../tests/fixtures/attempt-1.json");
        let attempt = Attempt {
            take: Take::planned(),
            ..attempt_file::parse(text).unwrap()
        };
        let wav = library.create_attempt(&attempt).unwrap();
        let mut file = TakeFile::create(&wav, 48_000, &RealDisks).unwrap();
        file.append(&vec![7; frames]).unwrap();
        file.flush().unwrap();
        (folder, library, attempt)
    }

    #[test]
    fn a_mark_beyond_what_reached_the_disk_moves_to_the_end() {
        let (_folder, library, mut attempt) = cut_short(1000);
        attempt.marks[0].frame = 400;
        assert!(attempt.marks[1].frame > 1000);
        let (recovered, fault) = recover(&library, &attempt).unwrap().unwrap();
        let frames: Vec<u64> = recovered.marks.iter().map(|mark| mark.frame).collect();
        assert_eq!(frames, [400, 1000]);
        assert_eq!(
            (recovered.take.frames, recovered.take.sample_rate_hz),
            (1000, 48_000)
        );
        assert_eq!((recovered.take.state, fault), (TakeState::Repaired, None));
        assert_eq!(
            *library.scan().attempts[0],
            recovered,
            "and so it is on the disk"
        );
        assert!(!library.part_path(&attempt).exists());
    }

    #[test]
    fn the_sound_is_whole_also_when_the_attempt_cannot_be_saved() {
        let (_folder, library, attempt) = cut_short(1000);
        // A folder in place of the file, as good as a full disk.
        let file = library.layout().attempt_file(&attempt.id);
        fs::remove_file(&file).unwrap();
        fs::create_dir(&file).unwrap();
        let (recovered, fault) = recover(&library, &attempt).unwrap().unwrap();
        assert_eq!(recovered.take.frames, 1000);
        assert!(matches!(fault, Some(FileFault::SaveFailed { path, .. }) if path == file));
        assert!(library.wav_path(&attempt).exists());
    }

    #[test]
    fn an_attempt_without_a_sample_goes_to_the_trash() {
        let (_folder, library, attempt) = cut_short(0);
        assert_eq!(recover(&library, &attempt), Ok(None));
        assert!(library.layout().trash_folder(&attempt.id).exists());
        assert!(library.scan().attempts.is_empty());
    }
}
