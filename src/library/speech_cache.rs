//! What was heard in recordings, kept between starts: hearing it takes a second for each two
//! minutes. Derived data in a format of its own: whatever is damaged, stale or of another version
//! counts as not there. Not here: hearing it (`analysis`).
//!
//! Layout, little-endian: magic `RTKVOICE`, version u32, the stamp of the recording as in
//! `peaks_cache`, version of the analysis u32, sample rate u32, frames u64, noise and threshold f32,
//! number of runs u64, number of syllables u64, then each run as first frame u64 and frame after
//! the last u64, each syllable as u64, then FNV-1a 64 of all before.

use std::fs;

use crate::library::open::{Library, LibraryError};
use crate::library::peaks_cache::{SourceStamp, fnv1a, take};
use crate::library::{own, save};
use crate::model::attempt::AttemptId;
use crate::model::speech::{Span, Speech};

const MAGIC: &[u8; 8] = b"RTKVOICE";
const VERSION: u32 = 1;
/// A take of three hours without a breath is far below this.
const MAX_BYTES: u64 = 16 * 1024 * 1024;

impl Library {
    /// What was heard in an attempt's take, if it was heard in this state of it by this version of
    /// the analysis.
    pub fn cached_speech(
        &self,
        id: &AttemptId,
        source: SourceStamp,
        analysis_version: u32,
    ) -> Option<Speech> {
        let path = self.layout().speech_file(id);
        if own::file(&path).ok()?.len() > MAX_BYTES {
            return None;
        }
        let speech = decode(&fs::read(path).ok()?, source)?;
        (speech.version == analysis_version).then_some(speech)
    }

    /// Keeps what was heard in an attempt's take. Take the stamp before reading the take.
    pub fn cache_speech(
        &self,
        id: &AttemptId,
        source: SourceStamp,
        speech: &Speech,
    ) -> Result<(), LibraryError> {
        self.writable()?;
        // The cache may be deleted at any time, also while we run.
        for folder in [self.layout().cache(), self.layout().speech()] {
            save::ensure_folder(&folder).map_err(|source| save::SaveError {
                path: folder,
                source,
            })?;
        }
        let path = self.layout().speech_file(id);
        Ok(save::save(&path, &encode(speech, source))?)
    }
}

fn encode(speech: &Speech, source: SourceStamp) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(96 + speech.runs.len() * 16 + speech.nuclei.len() * 8);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    source.write(&mut bytes);
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
    let sum = fnv1a(&bytes);
    bytes.extend_from_slice(&sum.to_le_bytes());
    bytes
}

fn decode(bytes: &[u8], source: SourceStamp) -> Option<Speech> {
    let (body, sum) = bytes.split_last_chunk::<8>()?;
    if fnv1a(body) != u64::from_le_bytes(*sum) {
        return None;
    }
    let mut rest = body;
    if take::<8>(&mut rest)? != *MAGIC || u32::from_le_bytes(take(&mut rest)?) != VERSION {
        return None;
    }
    if SourceStamp::read(&mut rest)? != source {
        return None;
    }
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
            let sum = fnv1a(&bytes);
            bytes.extend_from_slice(&sum.to_le_bytes());
            assert_eq!(decode(&bytes, stamp), None, "{count}");
        }
    }
}
