//! Drawing questions: random, seeded, and never one twice until all of the filter were asked. A role
//! decides what comes sooner, not what comes at all. Not here: the file that remembers the draws
//! (`library::packs::draws_file`).

use std::collections::{BTreeSet, HashSet};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use serde::{Deserialize, Serialize};

use crate::model::merge::Merge;
use crate::model::principle::Principle;
use crate::model::question::{Question, QuestionKey, Subject};
use crate::model::role::Role;

/// What was drawn so far, also in earlier runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draws {
    drawn: BTreeSet<QuestionKey>,
    last: Option<QuestionKey>,
}

impl Draws {
    /// What two devices drew since `base`, together.
    #[must_use]
    pub fn merge(base: &Self, ours: &Self, theirs: &Self) -> Self {
        let still = |key: &&QuestionKey| !base.drawn.contains(*key) || ours.drawn.contains(*key);
        let new_here = ours.drawn.difference(&base.drawn);
        Self {
            drawn: theirs
                .drawn
                .iter()
                .filter(still)
                .chain(new_here)
                .cloned()
                .collect(),
            last: Merge::default().of(&base.last, &ours.last, &theirs.last),
        }
    }
}

/// Draws questions.
#[derive(Clone, Debug)]
pub struct Deck {
    rng: ChaCha8Rng,
    draws: Draws,
    unsaved: bool,
}

impl Deck {
    pub fn new(seed: u64) -> Self {
        Self {
            rng: ChaCha8Rng::seed_from_u64(seed),
            draws: Draws::default(),
            unsaved: false,
        }
    }

    /// Goes on from what was drawn in earlier runs.
    pub fn remember(&mut self, draws: Draws) {
        self.draws = draws;
        self.unsaved = false;
    }

    /// What was drawn, if it changed since the last call.
    pub fn take_unsaved(&mut self) -> Option<Draws> {
        std::mem::take(&mut self.unsaved).then(|| self.draws.clone())
    }

    /// A random number from the deck's generator, for seeds and salts.
    pub fn next_u64(&mut self) -> u64 {
        self.rng.next_u64()
    }

    /// How many of these questions were not drawn yet in this round.
    pub fn left(&self, of_filter: &[&Question]) -> usize {
        // Asked for in every picture of the card: without a copy of each name.
        let drawn = self.draws.drawn.iter();
        let drawn: HashSet<_> = drawn.map(|key| (&*key.pack, &*key.id)).collect();
        let new = |question: &&&Question| !drawn.contains(&(&*question.pack, &*question.id));
        of_filter.iter().filter(new).count()
    }

    /// Draws one of these questions; `None` when there are none. When all were drawn a new round
    /// begins, and it does not begin with the question that ended the last one.
    ///
    /// For a role a principle is drawn first, by its weight, then one of its questions, so that a
    /// principle with many questions is not drawn more often for that. What the role does not ask
    /// for comes when nothing else is left.
    pub fn draw<'a>(
        &mut self,
        of_filter: Vec<&'a Question>,
        role: Option<&Role>,
    ) -> Option<&'a Question> {
        let open = self.open(of_filter);
        if open.is_empty() {
            return None;
        }
        let group = role.and_then(|role| self.group(&open, role));
        let open: Vec<&Question> = match group {
            None => open,
            Some(group) => open.into_iter().filter(|it| group.holds(it)).collect(),
        };
        // The bias of a remainder over 2^64 is far below anything a person could notice.
        let index = (self.rng.next_u64() % open.len() as u64) as usize;
        let question = *open.get(index)?;
        self.note(question);
        Some(question)
    }

    /// Counts a question as drawn that the person chose themselves.
    pub fn note(&mut self, question: &Question) {
        self.draws.drawn.insert(question.key());
        self.draws.last = Some(question.key());
        self.unsaved = true;
    }

    /// Questions that may come now; begins a new round when there are none.
    fn open<'a>(&mut self, of_filter: Vec<&'a Question>) -> Vec<&'a Question> {
        let drawn = &self.draws.drawn;
        let new = |question: &&&Question| !drawn.contains(&question.key());
        let mut open: Vec<&Question> = of_filter.iter().filter(new).copied().collect();
        if open.is_empty() {
            for question in &of_filter {
                self.draws.drawn.remove(&question.key());
            }
            open = of_filter;
            if open.len() > 1 {
                open.retain(|question| Some(question.key()) != self.draws.last);
            }
        }
        open
    }

    /// Draws what is asked for; `None` when the role asks for nothing that is left.
    fn group(&mut self, open: &[&Question], role: &Role) -> Option<Group> {
        let of_role = role
            .weights
            .iter()
            .map(|(principle, weight)| (Group::Principle(*principle), *weight));
        let groups: Vec<(Group, u8)> = of_role
            .chain([(Group::Introduction, INTRODUCTION_WEIGHT)])
            .filter(|(group, _)| open.iter().any(|question| group.holds(question)))
            .collect();
        let all: u64 = groups.iter().map(|(_, weight)| u64::from(*weight)).sum();
        if all == 0 {
            return None;
        }
        let mut left = self.rng.next_u64() % all;
        for (group, weight) in groups {
            match left.checked_sub(u64::from(weight)) {
                None => return Some(group),
                Some(rest) => left = rest,
            }
        }
        None
    }
}

/// How much introductions weigh beside the principles of a role: they come up in every interview,
/// once.
const INTRODUCTION_WEIGHT: u8 = 1;

/// Questions among which one is drawn for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Principle(Principle),
    Introduction,
}

impl Group {
    fn holds(self, question: &Question) -> bool {
        match self {
            Self::Principle(principle) => question.principles.contains(&principle),
            Self::Introduction => question.subject == Subject::Introduction,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn questions(count: usize) -> Vec<Question> {
        (0..count)
            .map(|n| Question {
                id: format!("q-{n}"),
                pack: "p".into(),
                principles: vec![Principle::ALL[n % 16]],
                ..Question::default()
            })
            .collect()
    }

    fn all(questions: &[Question]) -> Vec<&Question> {
        questions.iter().collect()
    }

    fn of(questions: &[Question], principle: Principle) -> Vec<&Question> {
        let fits = |question: &&Question| question.shows(principle);
        questions.iter().filter(fits).collect()
    }

    proptest! {
        #[test]
        fn no_question_returns_before_all_were_asked(seed: u64, count in 1_usize..60) {
            let questions = questions(count);
            let mut deck = Deck::new(seed);
            let mut previous = None;
            for _round in 0..3 {
                let mut seen = HashSet::new();
                for _ in 0..count {
                    let id = deck.draw(all(&questions), None).unwrap().id.clone();
                    prop_assert!(count == 1 || previous.as_ref() != Some(&id), "twice in a row");
                    prop_assert!(seen.insert(id.clone()), "{id} came twice in a round");
                    previous = Some(id);
                }
                prop_assert_eq!(deck.left(&all(&questions)), 0);
            }
        }

        #[test]
        fn a_filter_is_obeyed(seed: u64, which in 0_usize..16) {
            let questions = questions(40);
            let principle = Principle::ALL[which];
            let mut deck = Deck::new(seed);
            for _ in 0..10 {
                let question = deck.draw(of(&questions, principle), None).unwrap();
                prop_assert!(question.principles.contains(&principle));
            }
        }
    }

    #[test]
    fn nothing_is_drawn_from_nothing() {
        assert!(Deck::new(1).draw(Vec::new(), None).is_none());
    }

    #[test]
    fn a_question_counts_as_drawn_in_the_next_run_by_its_pack_and_id() {
        let mut asked = questions(2);
        asked[1].id = asked[0].id.clone();
        asked[1].pack = "other".into();
        let mut first = Deck::new(1);
        assert_eq!(first.take_unsaved(), None);
        let asked_first = first.draw(all(&asked), None).unwrap().key();
        let draws = first.take_unsaved().unwrap();
        assert_eq!(first.take_unsaved(), None);
        for seed in 0..20 {
            let mut next = Deck::new(seed);
            next.remember(draws.clone());
            assert_eq!(next.left(&all(&asked)), 1);
            let other = next.draw(all(&asked), None).unwrap().key();
            assert_ne!(other, asked_first);
        }
    }

    #[test]
    fn a_seed_repeats_its_draws() {
        let questions = questions(20);
        let draw = |seed| {
            let mut deck = Deck::new(seed);
            (0..20)
                .map(|_| deck.draw(all(&questions), None).unwrap().id.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    fn role(weights: &[(Principle, u8)]) -> Role {
        Role {
            weights: weights.to_vec(),
            ..Role::default()
        }
    }

    #[test]
    fn a_role_decides_how_often_a_principle_comes_first() {
        // Sixteen questions, and ten more about the lightest principle.
        let mut asked = questions(16);
        asked.extend((0..10).map(|n| Question {
            id: format!("more-{n}"),
            principles: vec![Principle::Frugality],
            ..Question::default()
        }));
        let role = role(&[
            (Principle::DiveDeep, 5),
            (Principle::Ownership, 3),
            (Principle::Frugality, 2),
        ]);
        let mut first = std::collections::BTreeMap::new();
        for seed in 0..4_000 {
            let question = Deck::new(seed).draw(all(&asked), Some(&role)).unwrap();
            *first.entry(question.principles[0]).or_insert(0_u32) += 1;
        }
        assert_eq!(first.len(), 3, "{first:?}");
        for (principle, share) in [
            (Principle::DiveDeep, 2_000),
            (Principle::Ownership, 1_200),
            (Principle::Frugality, 800),
        ] {
            assert!(first[&principle].abs_diff(share) < 110, "{first:?}");
        }
    }

    #[test]
    fn introductions_come_beside_the_principles_of_a_role() {
        let mut asked = questions(16);
        asked.push(Question {
            id: "hello".into(),
            subject: Subject::Introduction,
            ..Question::default()
        });
        let role = role(&[(Principle::DiveDeep, 4)]);
        let hello = (0..2_000).filter(|seed| {
            let mut deck = Deck::new(*seed);
            let drawn = deck.draw(all(&asked), Some(&role));
            drawn.unwrap().id == "hello"
        });
        assert!(hello.count().abs_diff(400) < 80);
    }

    proptest! {
        #[test]
        fn with_a_role_too_none_returns_before_all_were_asked(
            seed: u64,
            weights in prop::collection::vec(0_u8..=5, 16),
        ) {
            let questions = questions(40);
            let weights: Vec<_> = Principle::ALL.into_iter().zip(weights).collect();
            let role = role(&weights);
            let mut deck = Deck::new(seed);
            for _ in 0..2 {
                let mut seen = HashSet::new();
                let mut light = false;
                for _ in 0..40 {
                    let drawn = deck.draw(all(&questions), Some(&role)).unwrap();
                    prop_assert!(seen.insert(drawn.id.clone()));
                    let weight = role.weight(drawn.principles[0]);
                    prop_assert!(!light || weight == 0, "what weighs nothing comes last");
                    light |= weight == 0;
                }
            }
        }
    }
}
