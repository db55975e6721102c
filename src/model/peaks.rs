//! What a waveform is drawn from: minimum and maximum of stretches of a take, from fine to coarse, and
//! the samples themselves of a short part of it.
//! Not here: computing them from samples (`analysis::peaks`), drawing them (`ui::widgets`).

use std::ops::Range;

/// Lowest and highest sample of a stretch, as 16-bit values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Peak {
    /// Lowest sample.
    pub min: i16,
    /// Highest sample.
    pub max: i16,
}

impl Peak {
    /// The peak of some samples; `None` when there are none.
    pub fn of(samples: &[i16]) -> Option<Self> {
        let first = *samples.first()?;
        let start = Self {
            min: first,
            max: first,
        };
        // Written so that the compiler turns it into packed minima and maxima; see benches/peaks.rs.
        Some(samples.iter().fold(start, |peak, &sample| Self {
            min: peak.min.min(sample),
            max: peak.max.max(sample),
        }))
    }

    /// The peak of both stretches together.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            min: self.min.min(other.min),
            max: self.max.max(other.max),
        }
    }

    /// Largest magnitude, 0 to 1 of full scale.
    pub fn magnitude(self) -> f32 {
        f32::from(self.min.unsigned_abs().max(self.max.unsigned_abs())) / 32768.0
    }
}

/// How many peaks of one level make one of the next.
const FAN: usize = 8;

/// Peaks of a whole take, and a pyramid of coarser levels above them, so that any part of three hours
/// is looked up in a few steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Peaks {
    /// Frames per entry; the last entry may cover fewer. At least 1.
    pub frames_per_peak: u32,
    /// Length of the take in frames.
    pub frames: u64,
    /// Frames per second.
    pub sample_rate_hz: u32,
    /// One entry per stretch, in order.
    pub peaks: Vec<Peak>,
    /// Each level has one entry for `FAN` of the level before; the first stands above `peaks`.
    coarser: Vec<Vec<Peak>>,
}

impl Peaks {
    /// Builds the coarser levels: a seventh more memory, and quicker than reading them from a disk.
    pub fn new(frames_per_peak: u32, frames: u64, sample_rate_hz: u32, peaks: Vec<Peak>) -> Self {
        let mut coarser: Vec<Vec<Peak>> = Vec::new();
        loop {
            let below = coarser.last().unwrap_or(&peaks);
            if below.len() <= FAN {
                break;
            }
            let level = below.chunks(FAN).filter_map(merged).collect();
            coarser.push(level);
        }
        Self {
            frames_per_peak,
            frames,
            sample_rate_hz,
            peaks,
            coarser,
        }
    }

    /// The peak over the frames `from..to`, as far as the resolution allows; `None` when there
    /// are none.
    pub fn over(&self, from_frame: u64, to_frame: u64) -> Option<Peak> {
        let per = u64::from(self.frames_per_peak.max(1));
        let first = usize::try_from(from_frame / per).ok()?;
        let last = usize::try_from(to_frame.max(from_frame + 1).div_ceil(per)).ok()?;
        self.over_entries(first, last.min(self.peaks.len()))
    }

    /// The peak over entries `first..last`: the ends from the fine levels, the middle from the coarse.
    fn over_entries(&self, mut first: usize, mut last: usize) -> Option<Peak> {
        let mut found = None;
        let mut level = &self.peaks;
        for above in &self.coarser {
            let (from, to) = (first.div_ceil(FAN), last / FAN);
            if from >= to {
                break;
            }
            let ends = [first..from * FAN, to * FAN..last];
            for end in ends {
                found = both(found, level.get(end).and_then(merged));
            }
            (first, last) = (from, to);
            level = above;
        }
        both(found, level.get(first..last).and_then(merged))
    }

    /// The take as `count` equal columns, each the peak of its stretch.
    pub fn columns(&self, count: usize) -> Vec<Peak> {
        let count64 = count.max(1) as u64;
        (0..count as u64)
            .map(|column| {
                let from = self.frames * column / count64;
                let to = self.frames * (column + 1) / count64;
                self.over(from, to).unwrap_or_default()
            })
            .collect()
    }
}

/// All of them together.
fn merged(peaks: &[Peak]) -> Option<Peak> {
    peaks.iter().copied().reduce(Peak::merge)
}

fn both(one: Option<Peak>, other: Option<Peak>) -> Option<Peak> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.merge(other)),
        (one, other) => one.or(other),
    }
}

/// The samples of a short part of a take, for a picture finer than its [`Peaks`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The frames that were asked for.
    pub frames: Range<u64>,
    /// Their samples from the first on; fewer where the file ends early.
    pub samples: Vec<i16>,
}

impl Excerpt {
    /// The samples of the frames `from..to`, as far as they are there.
    pub fn of(&self, from_frame: u64, to_frame: u64) -> &[i16] {
        let index = |frame: u64| {
            let at = frame.saturating_sub(self.frames.start);
            usize::try_from(at).map_or(self.samples.len(), |at| at.min(self.samples.len()))
        };
        if from_frame < self.frames.start {
            return &[];
        }
        self.samples
            .get(index(from_frame)..index(to_frame))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn peaks(values: &[i16]) -> Peaks {
        let one = |v: &i16| Peak {
            min: (*v).min(0),
            max: (*v).max(0),
        };
        let frames = values.len() as u64 * 10;
        Peaks::new(10, frames, 48_000, values.iter().map(one).collect())
    }

    proptest! {
        #[test]
        fn columns_hold_every_extreme(values in prop::collection::vec(any::<i16>(), 1..300), count in 1_usize..100) {
            let peaks = peaks(&values);
            let whole = peaks.over(0, peaks.frames).unwrap();
            let merged = peaks.columns(count).into_iter().reduce(Peak::merge).unwrap();
            prop_assert_eq!(whole, merged);
        }

        #[test]
        fn every_level_says_what_a_plain_look_at_all_entries_says(
            values in prop::collection::vec(any::<i16>(), 0..1500),
            (from, len) in (0_u64..16_000, 0_u64..16_000),
        ) {
            let peaks = peaks(&values);
            let (first, last) = (from / 10, (from + len.max(1)).div_ceil(10));
            let entries = peaks.peaks.iter().enumerate();
            let plain = entries
                .filter(|(at, _)| (first..last).contains(&(*at as u64)))
                .map(|(_, peak)| *peak)
                .reduce(Peak::merge);
            prop_assert_eq!(peaks.over(from, from + len), plain);
            // Each level in itself.
            let mut below = &peaks.peaks;
            for level in &peaks.coarser {
                let plain: Vec<Peak> = below.chunks(FAN).map(|eight| merged(eight).unwrap()).collect();
                prop_assert_eq!(level, &plain);
                below = level;
            }
            prop_assert!(below.len() <= FAN);
        }

        #[test]
        fn an_excerpt_gives_what_it_has_and_no_more(
            samples in prop::collection::vec(any::<i16>(), 0..50),
            start in 0_u64..100,
            (from, len) in (0_u64..200, 0_u64..100),
        ) {
            let excerpt = Excerpt { frames: start..start + 40, samples };
            let plain: Vec<i16> = (from..from + len)
                .map_while(|frame| {
                    let at = usize::try_from(frame.checked_sub(start)?).ok()?;
                    excerpt.samples.get(at).copied()
                })
                .collect();
            prop_assert_eq!(excerpt.of(from, from + len), &plain[..]);
        }
    }

    #[test]
    fn full_scale_is_one() {
        assert!(
            (Peak {
                min: i16::MIN,
                max: 0
            }
            .magnitude()
                - 1.0)
                .abs()
                < 1e-6
        );
        assert!(Peak::default().magnitude().abs() < 1e-6);
    }
}
