//! Which cards the attempt under review has, and which one is on show.

use crate::flow::listening::ReviewCard;
use crate::flow::state::State;

impl State {
    /// The cards of the attempt under review, in their order.
    pub fn cards(&self) -> Vec<ReviewCard> {
        let reviewed = self.reviewed();
        let pointed = reviewed.is_some_and(|attempt| !self.points_of(attempt).is_empty());
        let has = |card: &ReviewCard| pointed || *card != ReviewCard::Points;
        ReviewCard::ALL.into_iter().filter(has).collect()
    }

    /// The card on show: the one that was chosen, if this attempt has it.
    pub fn card(&self) -> ReviewCard {
        let chosen = self.listening.card;
        if self.cards().contains(&chosen) {
            chosen
        } else {
            ReviewCard::default()
        }
    }

    /// The card after the one on show, the first after the last.
    pub fn next_card(&self) -> ReviewCard {
        let cards = self.cards();
        let at = cards.iter().position(|card| *card == self.card());
        let next = at.and_then(|at| cards.get(at + 1)).or(cards.first());
        next.copied().unwrap_or_default()
    }
}
