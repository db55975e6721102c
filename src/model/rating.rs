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

/// Adds a score. A score of the same sitting changes the last rating; the first of a new sitting
/// starts a new rating that carries the former scores over.
pub fn give_score(ratings: &mut Vec<Rating>, new_sitting: bool, line: &str, score: u8, at: Zoned) {
    let score = score.clamp(1, 5);
    if new_sitting || ratings.is_empty() {
        let scores = ratings.last().map(|last| last.scores.clone());
        ratings.push(Rating {
            at: at.clone(),
            scores: scores.unwrap_or_default(),
        });
    }
    if let Some(last) = ratings.last_mut() {
        last.at = at;
        last.scores.insert(line.to_owned(), score);
    }
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
        give_score(&mut ratings, true, "task", 2, at(0));
        give_score(&mut ratings, false, "result", 4, at(1));
        give_score(&mut ratings, true, "task", 5, at(2));
        assert_eq!(ratings.len(), 2);
        assert_eq!(ratings[0].scores["task"], 2);
        assert_eq!(ratings[1].scores["task"], 5);
        assert_eq!(ratings[1].scores["result"], 4, "carried over");
        assert_eq!(ratings[0].mean(), Some(3.0));
    }

    #[test]
    fn scores_stay_within_one_to_five() {
        let mut ratings = Vec::new();
        give_score(&mut ratings, true, "a", 0, at(0));
        give_score(&mut ratings, false, "b", 9, at(0));
        assert_eq!(ratings[0].scores["a"], 1);
        assert_eq!(ratings[0].scores["b"], 5);
    }
}
