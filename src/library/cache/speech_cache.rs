//! What was heard in recordings, kept between starts: hearing it takes a second for each two
//! minutes. Not here: hearing it (`analysis`), what all files of the cache have in common
//! (`cache_file`).
//!
//! What is kept, little-endian: version of the analysis u32, sample rate u32, frames u64, noise and
//! threshold f32, number of runs u64, number of syllables u64, then each run as first frame u64 and
//! frame after the last u64, each syllable as u64. The magic word is `RTKVOICE`.

use crate::library::cache::cache_file::{self, Kind, SourceStamp, take};
use crate::library::open::{Library, LibraryError};
use crate::model::attempt::AttemptId;
use crate::model::speech::{Span, Speech};

const KIND: Kind = Kind {
    magic: b"RTKVOICE",
    version: 1,
    // A take of three hours without a breath is far below this.
    max_bytes: 16 * 1024 * 1024,
};

impl Library {
    /// What was heard in an attempt's take, if it was heard in this state of it by this version of
    /// the analysis.
    pub fn cached_speech(
        &self,
        id: &AttemptId,
        source: SourceStamp,
        analysis_version: u32,
    ) -> Option<Speech> {
        let speech = decode(&KIND.read(&self.layout().speech_file(id))?, source)?;
        (speech.version == analysis_version).then_some(speech)
    }

    /// Keeps what was heard in an attempt's take. Take the stamp before reading the take.
    pub fn cache_speech(
        &self,
        id: &AttemptId,
        source: SourceStamp,
        speech: &Speech,
    ) -> Result<(), LibraryError> {
        let layout = self.layout();
        let bytes = encode(speech, source);
        cache_file::write(self, &layout.speech(), &layout.speech_file(id), &bytes)
    }
}

fn encode(speech: &Speech, source: SourceStamp) -> Vec<u8> {
    let mut bytes = KIND.begin(
        source,
        40 + speech.runs.len() * 16 + speech.nuclei.len() * 8,
    );
    bytes.extend_from_slice(&speech.version.to_le_bytes());
    bytes.extend_from_slice(&speech.sample_rate_hz.to_le_bytes());
    bytes.extend_from_slice(&speech.frames.to_le_bytes());
    bytes.extend_from_slice(&speech.noise_dbfs.to_le_bytes());
    bytes.extend_from_slice(&speech.threshold_dbfs.to_le_bytes());
    bytes.extend_from_slice(&(speech.runs.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&(speech.nuclei.len() as u64).to_le_bytes());
    for run in &speech.runs {
        bytes.extend_from_slice(&run.start_frame.to_le_bytes());
        bytes.extend_from_slice(&run.end_frame.to_le_bytes());
    }
    for nucleus in &speech.nuclei {
        bytes.extend_from_slice(&nucleus.to_le_bytes());
    }
    cache_file::seal(bytes)
}

fn decode(bytes: &[u8], source: SourceStamp) -> Option<Speech> {
    let mut rest = KIND.open(bytes, source)?;
    let version = u32::from_le_bytes(take(&mut rest)?);
    let sample_rate_hz = u32::from_le_bytes(take(&mut rest)?);
    let frames = u64::from_le_bytes(take(&mut rest)?);
    let noise_dbfs = f32::from_le_bytes(take(&mut rest)?);
    let threshold_dbfs = f32::from_le_bytes(take(&mut rest)?);
    let runs = u64::from_le_bytes(take(&mut rest)?);
    let nuclei = u64::from_le_bytes(take(&mut rest)?);
    let (numbers, odd) = rest.as_chunks::<8>();
    let wanted = runs.checked_mul(2)?.checked_add(nuclei)?;
    if !odd.is_empty() || numbers.len() as u64 != wanted {
        return None;
    }
    let (of_runs, of_nuclei) = numbers.split_at_checked(usize::try_from(runs * 2).ok()?)?;
    let number = |bytes: &[u8; 8]| u64::from_le_bytes(*bytes);
    Some(Speech {
        version,
        sample_rate_hz,
        start_frame: 0,
        frames,
        noise_dbfs,
        threshold_dbfs,
        runs: of_runs
            .as_chunks::<2>()
            .0
            .iter()
            .map(|[start, end]| Span::new(number(start), number(end)))
            .collect(),
        nuclei: of_nuclei.iter().map(number).collect(),
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use proptest::prelude::*;

    fn stamp() -> SourceStamp {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("answer.wav");
        fs::write(&path, "RIFF").unwrap();
        SourceStamp::of(&path).unwrap()
    }

    fn speech(runs: &[(u64, u64)], nuclei: &[u64]) -> Speech {
        Speech {
            version: 3,
            sample_rate_hz: 48_000,
            start_frame: 0,
            frames: 480_000,
            noise_dbfs: -61.5,
            threshold_dbfs: -48.25,
            runs: runs.iter().map(|(a, b)| Span::new(*a, *b)).collect(),
            nuclei: nuclei.to_vec(),
        }
    }

    proptest! {
        #[test]
        fn what_was_heard_comes_back_and_any_damaged_byte_is_noticed(
            runs in prop::collection::vec(any::<(u64, u64)>(), 0..20),
            nuclei in prop::collection::vec(any::<u64>(), 0..40),
            at: prop::sample::Index,
            bit in 0_u8..8,
        ) {
            let (speech, stamp) = (speech(&runs, &nuclei), stamp());
            let mut bytes = encode(&speech, stamp);
            prop_assert_eq!(decode(&bytes, stamp), Some(speech));
            let at = at.index(bytes.len());
            prop_assert_eq!(decode(&bytes[..at], stamp), None);
            bytes[at] ^= 1 << bit;
            prop_assert_eq!(decode(&bytes, stamp), None);
        }

        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(decode(&bytes, stamp()), None);
        }
    }

    /// Sound sums, senseless counts: nothing is allocated by what they claim.
    #[test]
    fn counts_that_do_not_fit_are_refused() {
        let stamp = stamp();
        let honest = encode(&speech(&[(1, 2)], &[3]), stamp);
        let counts_at = 8 + 4 + 20 + 4 + 4 + 8 + 4 + 4;
        for count in [0_u64, 2, u64::MAX, u64::MAX / 2] {
            let mut bytes = honest.clone();
            bytes.truncate(bytes.len() - 8);
            bytes[counts_at..counts_at + 8].copy_from_slice(&count.to_le_bytes());
            assert_eq!(decode(&cache_file::seal(bytes), stamp), None, "{count}");
        }
    }
}
