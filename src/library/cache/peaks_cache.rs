//! Peaks kept between starts, so that a list of waveforms needs no decoding. Not here: computing peaks
//! (`analysis`), what all files of the cache have in common (`cache_file`).
//!
//! What is kept, little-endian: frames per peak u32, sample rate u32, frames u64, number of peaks u64,
//! then each peak as min i16 and max i16. The magic word is `RTKPEAKS`.

use crate::library::cache::cache_file::{self, Kind, SourceStamp, take};
use crate::library::open::{Library, LibraryError};
use crate::model::attempt::AttemptId;
use crate::model::peaks::{Peak, Peaks};

const KIND: Kind = Kind {
    magic: b"RTKPEAKS",
    version: 1,
    // A take of three hours at the finest resolution is far below this.
    max_bytes: 64 * 1024 * 1024,
};

impl Library {
    /// The cached peaks of an attempt's take, if they were made from this state of it.
    pub fn cached_peaks(&self, id: &AttemptId, source: SourceStamp) -> Option<Peaks> {
        decode(&KIND.read(&self.layout().peaks_file(id))?, source)
    }

    /// Keeps the peaks of an attempt's take. Take the stamp before reading the take, so that a
    /// take that changes meanwhile makes these peaks stale and not wrong.
    pub fn cache_peaks(
        &self,
        id: &AttemptId,
        source: SourceStamp,
        peaks: &Peaks,
    ) -> Result<(), LibraryError> {
        let layout = self.layout();
        let bytes = encode(peaks, source);
        cache_file::write(self, &layout.peaks(), &layout.peaks_file(id), &bytes)
    }
}

fn encode(peaks: &Peaks, source: SourceStamp) -> Vec<u8> {
    let mut bytes = KIND.begin(source, 24 + peaks.peaks.len() * 4);
    bytes.extend_from_slice(&peaks.frames_per_peak.to_le_bytes());
    bytes.extend_from_slice(&peaks.sample_rate_hz.to_le_bytes());
    bytes.extend_from_slice(&peaks.frames.to_le_bytes());
    bytes.extend_from_slice(&(peaks.peaks.len() as u64).to_le_bytes());
    for peak in &peaks.peaks {
        bytes.extend_from_slice(&peak.min.to_le_bytes());
        bytes.extend_from_slice(&peak.max.to_le_bytes());
    }
    cache_file::seal(bytes)
}

fn decode(bytes: &[u8], source: SourceStamp) -> Option<Peaks> {
    let mut rest = KIND.open(bytes, source)?;
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
    Some(Peaks::new(frames_per_peak, frames, sample_rate_hz, peaks))
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
        let frames = values.len() as u64 * 480;
        let peaks = values.iter().map(|&(min, max)| Peak { min, max }).collect();
        Peaks::new(480, frames, 48_000, peaks)
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
