//! Self-ratings. Append-only: a later rating never erases an earlier one.

use std::collections::BTreeMap;

use jiff::Zoned;

/// The scores given in one sitting.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// When the sitting's last score was given.
    pub at: Zoned,
    /// Score 1 to 5 by rubric line id.
    pub scores: BTreeMap<String, u8>,
}

impl Rating {
    /// Mean of the given scores; `None` when there are none.
    pub fn mean(&self) -> Option<f32> {
        if self.scores.is_empty() {
            return None;
        }
        let sum: u32 = self.scores.values().map(|score| u32::from(*score)).sum();
        Some(sum as f32 / self.scores.len() as f32)
    }
}

/// Adds a score. `sitting` is when the last score of this sitting was given: its rating is changed, which
/// need not be the last one, for another device may have rated since. The first score of a sitting starts
/// a new rating that carries the former scores over.
pub fn give_score(
    ratings: &mut Vec<Rating>,
    sitting: Option<&Zoned>,
    line: &str,
    score: u8,
    at: Zoned,
) {
    let of_sitting = |rating: &Rating| Some(&rating.at) == sitting;
    let mut scores = match ratings.iter().rposition(of_sitting) {
        Some(under_way) => ratings.remove(under_way).scores,
        None => ratings
            .last()
            .map(|last| last.scores.clone())
            .unwrap_or_default(),
    };
    scores.insert(line.to_owned(), score.clamp(1, 5));
    ratings.push(Rating { at, scores });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i8) -> Zoned {
        jiff::civil::date(2026, 11, 21)
            .at(12, minute, 0, 0)
            .in_tz("Asia/Seoul")
            .unwrap()
    }

    #[test]
    fn a_second_sitting_keeps_the_first() {
        let mut ratings = Vec::new();
        give_score(&mut ratings, None, "task", 2, at(0));
        give_score(&mut ratings, Some(&at(0)), "result", 4, at(1));
        give_score(&mut ratings, None, "task", 5, at(2));
        assert_eq!(ratings.len(), 2);
        assert_eq!(ratings[0].scores["task"], 2);
        assert_eq!(ratings[1].scores["task"], 5);
        assert_eq!(ratings[1].scores["result"], 4, "carried over");
        assert_eq!(ratings[0].mean(), Some(3.0));
    }

    #[test]
    fn a_sitting_goes_on_beside_that_of_another_device() {
        let mut ratings = Vec::new();
        give_score(&mut ratings, None, "task", 2, at(0));
        let theirs = Rating {
            at: at(5),
            scores: [("task".to_owned(), 4)].into(),
        };
        ratings.push(theirs.clone());
        give_score(&mut ratings, Some(&at(0)), "result", 3, at(1));
        assert_eq!(ratings[0], theirs);
        assert_eq!(
            (ratings[1].scores["result"], ratings[1].scores["task"]),
            (3, 2)
        );
        give_score(&mut ratings, Some(&at(1)), "result", 5, at(9));
        assert_eq!(ratings[0], theirs);
        assert_eq!((ratings[1].scores["result"], ratings.len()), (5, 2));
    }

    #[test]
    fn scores_stay_within_one_to_five() {
        let mut ratings = Vec::new();
        give_score(&mut ratings, None, "a", 0, at(0));
        give_score(&mut ratings, Some(&at(0)), "b", 9, at(0));
        assert_eq!(ratings[0].scores["a"], 1);
        assert_eq!(ratings[0].scores["b"], 5);
    }
}
