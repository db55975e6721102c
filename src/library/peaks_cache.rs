//! Peaks kept between starts, so that a list of waveforms needs no decoding.
//! Derived data in a format of its own: whatever is damaged, stale or of another version counts as
//! not there. Not here: computing peaks (`analysis`).
//!
//! Layout, little-endian: magic `RTKPEAKS`, version u32, length of the recording u64, its
//! modification time (seconds i64, nanoseconds u32), frames per peak u32, sample rate u32, frames
//! u64, number of peaks u64, then each peak as min i16 and max i16, then FNV-1a 64 of all before.

use std::fs;
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::library::open::{Library, LibraryError};
use crate::library::{own, save};
use crate::model::attempt::AttemptId;
use crate::model::peaks::{Peak, Peaks};

const MAGIC: &[u8; 8] = b"RTKPEAKS";
const VERSION: u32 = 1;
/// A take of three hours at the finest resolution is far below this.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Which state of a recording some peaks were made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceStamp {
    /// Length in bytes.
    len: u64,
    /// Modification time: whole seconds since 1970, rounded down.
    secs: i64,
    /// And nanoseconds.
    nanos: u32,
}

impl SourceStamp {
    /// The stamp of a file as it is now.
    pub fn of(path: &Path) -> io::Result<Self> {
        let metadata = fs::metadata(path)?;
        let (secs, nanos) = match metadata.modified()?.duration_since(UNIX_EPOCH) {
            Ok(since) => (since.as_secs().cast_signed(), since.subsec_nanos()),
            // A file from before 1970: only equality matters, so no borrowing of seconds.
            Err(before) => {
                let until = before.duration();
                (-until.as_secs().cast_signed() - 1, until.subsec_nanos())
            }
        };
        Ok(Self {
            len: metadata.len(),
            secs,
            nanos,
        })
    }

    /// Appends it: length u64, seconds i64, nanoseconds u32.
    pub(super) fn write(self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.len.to_le_bytes());
        bytes.extend_from_slice(&self.secs.to_le_bytes());
        bytes.extend_from_slice(&self.nanos.to_le_bytes());
    }

    /// Takes one off the front.
    pub(super) fn read(rest: &mut &[u8]) -> Option<Self> {
        Some(Self {
            len: u64::from_le_bytes(take(rest)?),
            secs: i64::from_le_bytes(take(rest)?),
            nanos: u32::from_le_bytes(take(rest)?),
        })
    }
}

impl Library {
    /// The cached peaks of an attempt's take, if they were made from this state of it.
    pub fn cached_peaks(&self, id: &AttemptId, source: SourceStamp) -> Option<Peaks> {
        let path = self.layout().peaks_file(id);
        if own::file(&path).ok()?.len() > MAX_BYTES {
            return None;
        }
        decode(&fs::read(path).ok()?, source)
    }

    /// Keeps the peaks of an attempt's take. Take the stamp before reading the take, so that a
    /// take that changes meanwhile makes these peaks stale and not wrong.
    pub fn cache_peaks(
        &self,
        id: &AttemptId,
        source: SourceStamp,
        peaks: &Peaks,
    ) -> Result<(), LibraryError> {
        self.writable()?;
        // The cache may be deleted at any time, also while we run.
        for folder in [self.layout().cache(), self.layout().peaks()] {
            save::ensure_folder(&folder).map_err(|source| save::SaveError {
                path: folder,
                source,
            })?;
        }
        let path = self.layout().peaks_file(id);
        Ok(save::save(&path, &encode(peaks, source))?)
    }
}

fn encode(peaks: &Peaks, source: SourceStamp) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(64 + peaks.peaks.len() * 4);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    source.write(&mut bytes);
    bytes.extend_from_slice(&peaks.frames_per_peak.to_le_bytes());
    bytes.extend_from_slice(&peaks.sample_rate_hz.to_le_bytes());
    bytes.extend_from_slice(&peaks.frames.to_le_bytes());
    bytes.extend_from_slice(&(peaks.peaks.len() as u64).to_le_bytes());
    for peak in &peaks.peaks {
        bytes.extend_from_slice(&peak.min.to_le_bytes());
        bytes.extend_from_slice(&peak.max.to_le_bytes());
    }
    let sum = fnv1a(&bytes);
    bytes.extend_from_slice(&sum.to_le_bytes());
    bytes
}

fn decode(bytes: &[u8], source: SourceStamp) -> Option<Peaks> {
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
    let frames_per_peak = u32::from_le_bytes(take(&mut rest)?);
    let sample_rate_hz = u32::from_le_bytes(take(&mut rest)?);
    let frames = u64::from_le_bytes(take(&mut rest)?);
    let count = u64::from_le_bytes(take(&mut rest)?);
    let (quads, odd) = rest.as_chunks::<4>();
    if frames_per_peak == 0 || !odd.is_empty() || quads.len() as u64 != count {
        return None;
    }
    let peaks = quads
        .iter()
        .map(|[a, b, c, d]| Peak {
            min: i16::from_le_bytes([*a, *b]),
            max: i16::from_le_bytes([*c, *d]),
        })
        .collect();
    Some(Peaks {
        frames_per_peak,
        frames,
        sample_rate_hz,
        peaks,
    })
}

/// Takes bytes off the front.
pub(super) fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

/// Finds accidents, not attacks; ten lines against a dependency.
pub(super) fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STAMP: SourceStamp = SourceStamp {
        len: 44,
        secs: 1_795_230_322,
        nanos: 5,
    };

    fn peaks(values: &[(i16, i16)]) -> Peaks {
        Peaks {
            frames_per_peak: 480,
            frames: values.len() as u64 * 480,
            sample_rate_hz: 48_000,
            peaks: values.iter().map(|&(min, max)| Peak { min, max }).collect(),
        }
    }

    proptest! {
        #[test]
        fn peaks_come_back_and_any_damaged_byte_is_noticed(
            values in prop::collection::vec(any::<(i16, i16)>(), 0..40),
            at: prop::sample::Index,
            bit in 0_u8..8,
        ) {
            let peaks = peaks(&values);
            let mut bytes = encode(&peaks, STAMP);
            prop_assert_eq!(decode(&bytes, STAMP), Some(peaks));
            let at = at.index(bytes.len());
            prop_assert_eq!(decode(&bytes[..at], STAMP), None);
            bytes[at] ^= 1 << bit;
            prop_assert_eq!(decode(&bytes, STAMP), None);
        }

        #[test]
        fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(decode(&bytes, STAMP), None);
        }
    }

    #[test]
    fn peaks_of_another_state_of_the_take_are_stale() {
        let bytes = encode(&peaks(&[(-1, 1)]), STAMP);
        for other in [
            SourceStamp { len: 45, ..STAMP },
            SourceStamp { secs: 0, ..STAMP },
            SourceStamp { nanos: 6, ..STAMP },
        ] {
            assert_eq!(decode(&bytes, other), None);
        }
    }
}
