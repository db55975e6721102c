//! Roles: which principles a role is asked about more than others. A preset is a guess of
//! candidates and no fact of any company; people write their own.
//! Not here: the files of roles (`library::roles`).

use crate::model::language::Bilingual;
use crate::model::principle::Principle;

/// Most weight a principle can have.
pub const MOST_WEIGHT: u8 = 5;

/// A role and its weights.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// Unique: lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// Name for people.
    pub name: Bilingual,
    /// Why these weights.
    pub reason: Bilingual,
    /// Weight 1 to [`MOST_WEIGHT`] of the principles that it is asked about; the others have 0.
    pub weights: Vec<(Principle, u8)>,
}

impl Role {
    /// The weight of a principle, 0 to [`MOST_WEIGHT`].
    pub fn weight(&self, principle: Principle) -> u8 {
        let found = self.weights.iter().find(|(of, _)| *of == principle);
        found.map_or(0, |(_, weight)| *weight)
    }

    /// Draws a principle with a chance of its weight; `None` when all weights are 0.
    pub fn draw(&self, draw: u64) -> Option<Principle> {
        let all: u64 = self
            .weights
            .iter()
            .map(|(_, weight)| u64::from(*weight))
            .sum();
        let mut left = draw.checked_rem(all)?;
        for (principle, weight) in &self.weights {
            match left.checked_sub(u64::from(*weight)) {
                None => return Some(*principle),
                Some(rest) => left = rest,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn principles_come_as_often_as_they_weigh() {
        let role = Role {
            weights: vec![
                (Principle::DiveDeep, 3),
                (Principle::Frugality, 0),
                (Principle::Ownership, 1),
            ],
            ..Role::default()
        };
        let count = |of| (0..400).filter(|draw| role.draw(*draw) == Some(of)).count();
        assert_eq!(count(Principle::DiveDeep), 300);
        assert_eq!(count(Principle::Ownership), 100);
        assert_eq!(role.weight(Principle::ThinkBig), 0);
        assert_eq!(Role::default().draw(7), None);
    }
}
