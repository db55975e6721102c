//! What a waveform is drawn from: minimum and maximum of equal stretches of a take.
//! Not here: computing them from samples (`analysis::peaks`), drawing them (`ui::widgets`).

/// Lowest and highest sample of a stretch, as 16-bit values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Peak {
    /// Lowest sample.
    pub min: i16,
    /// Highest sample.
    pub max: i16,
}

impl Peak {
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

/// Peaks of a whole take at one resolution.
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
}

impl Peaks {
    /// The peak over the frames `from..to`, as far as the resolution allows; `None` when there
    /// are none.
    pub fn over(&self, from_frame: u64, to_frame: u64) -> Option<Peak> {
        let per = u64::from(self.frames_per_peak.max(1));
        let first = usize::try_from(from_frame / per).ok()?;
        let last = usize::try_from(to_frame.max(from_frame + 1).div_ceil(per)).ok()?;
        self.peaks
            .get(first..last.min(self.peaks.len()).max(first))?
            .iter()
            .copied()
            .reduce(Peak::merge)
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn columns_hold_every_extreme(values in prop::collection::vec(any::<i16>(), 1..300), count in 1_usize..100) {
            let peaks = Peaks {
                frames_per_peak: 10,
                frames: values.len() as u64 * 10,
                sample_rate_hz: 48_000,
                peaks: values.iter().map(|v| Peak { min: (*v).min(0), max: (*v).max(0) }).collect(),
            };
            let whole = peaks.over(0, peaks.frames).unwrap();
            let merged = peaks.columns(count).into_iter().reduce(Peak::merge).unwrap();
            prop_assert_eq!(whole, merged);
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
