//! Medians, quartiles and ranges of a handful of figures. Not here: what they mean.

/// What a few figures have in common. All in the unit of the figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// How many they are, at least 1.
    pub count: usize,
    /// Half of them are no larger.
    pub median: f64,
    /// The lower end of what is usual: the first quartile, or the least of fewer than four.
    pub low: f64,
    /// The upper end of what is usual: the third quartile, or the largest of fewer than four.
    pub high: f64,
    pub least: f64,
    /// The largest.
    pub most: f64,
}

/// From this many figures on the quartiles say more than the range does.
const QUARTILES_FROM: usize = 4;

impl Summary {
    /// The summary of figures; `None` of none. What is not a number is left out.
    pub fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let sorted = sorted(values);
        let (least, most) = (*sorted.first()?, *sorted.last()?);
        let (low, high) = if sorted.len() < QUARTILES_FROM {
            (least, most)
        } else {
            (quantile(&sorted, 0.25)?, quantile(&sorted, 0.75)?)
        };
        Some(Self {
            count: sorted.len(),
            median: quantile(&sorted, 0.5)?,
            low,
            high,
            least,
            most,
        })
    }

    /// From the first quartile to the third.
    pub fn spread(&self) -> f64 {
        self.high - self.low
    }
}

/// The figures from the least to the largest, without those that are not finite.
pub fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

/// The figure below which a share (0 to 1) of sorted figures lies, between two of them by a
/// straight line; `None` of none.
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let at = share.clamp(0.0, 1.0) * last as f64;
    let lower = *sorted.get(at.floor() as usize)?;
    let upper = *sorted.get(at.ceil() as usize)?;
    Some(lower + (upper - lower) * at.fract())
}

/// The median of figures in any order; `None` of none.
pub fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    quantile(&sorted(values), 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quartiles_of_many_and_the_range_of_few() {
        let five = Summary::of([5.0, 1.0, 2.0, 4.0, 3.0].into_iter()).unwrap();
        assert_eq!(five.count, 5);
        let wanted = [3.0, 2.0, 4.0, 1.0, 5.0];
        let found = [five.median, five.low, five.high, five.least, five.most];
        assert!(found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-9));
        let two = Summary::of([1.0, f64::NAN, 2.0].into_iter()).unwrap();
        assert_eq!((two.count, two.low, two.high), (2, 1.0, 2.0));
        assert!((two.median - 1.5).abs() < 1e-9);
        assert_eq!(Summary::of(std::iter::empty()), None);
    }

    proptest! {
        #[test]
        fn the_middle_lies_between_the_ends(values in prop::collection::vec(0.0_f64..100.0, 1..40)) {
            let found = Summary::of(values.iter().copied()).unwrap();
            prop_assert_eq!(found.count, values.len());
            let order = [found.least, found.low, found.median, found.high, found.most];
            prop_assert!(order.windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", order);
        }
    }
}
