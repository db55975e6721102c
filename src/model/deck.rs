//! Drawing questions: random, seeded, and never one twice until all of the filter were asked. A role
//! decides what comes sooner, not what comes at all.

use std::collections::HashSet;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::model::principle::Principle;
use crate::model::question::{Question, Subject};
use crate::model::role::Role;

/// Which questions may be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// What is asked of everybody: experiences and introductions.
    #[default]
    General,
    /// What is asked for one principle.
    Principle(Principle),
    /// One subject.
    Subject(Subject),
}

impl Filter {
    /// Whether a question may be drawn.
    pub fn takes(self, question: &Question) -> bool {
        match self {
            Self::General => matches!(
                question.subject,
                Subject::Experience | Subject::Introduction
            ),
            Self::Principle(principle) => {
                question.subject == Subject::Experience && question.principles.contains(&principle)
            }
            Self::Subject(subject) => question.subject == subject,
        }
    }
}

/// What was drawn so far.
#[derive(Clone, Debug)]
pub struct Deck {
    rng: ChaCha8Rng,
    drawn: HashSet<String>,
    last: Option<String>,
}

impl Deck {
    /// A fresh deck.
    pub fn new(seed: u64) -> Self {
        Self {
            rng: ChaCha8Rng::seed_from_u64(seed),
            drawn: HashSet::new(),
            last: None,
        }
    }

    /// A random number from the deck's generator, for seeds and salts.
    pub fn next_u64(&mut self) -> u64 {
        self.rng.next_u64()
    }

    /// How many questions of the filter were not drawn yet in this round.
    pub fn left(&self, questions: &[Question], filter: Filter) -> usize {
        questions
            .iter()
            .filter(|question| filter.takes(question) && !self.drawn.contains(&question.id))
            .count()
    }

    /// Draws the next question; `None` when nothing matches the filter. When all were drawn a new
    /// round begins, and it does not begin with the question that ended the last one.
    pub fn draw<'a>(&mut self, questions: &'a [Question], filter: Filter) -> Option<&'a Question> {
        self.draw_for(questions, filter, None)
    }

    /// The same for a role, among what everybody is asked: first a principle by its weight, then one
    /// of its questions, so that a principle with many questions is not drawn more often for that.
    /// What the role does not ask for comes when nothing else is left.
    pub fn draw_for<'a>(
        &mut self,
        questions: &'a [Question],
        filter: Filter,
        role: Option<&Role>,
    ) -> Option<&'a Question> {
        let open = self.open(questions, filter);
        if open.is_empty() {
            return None;
        }
        let role = role.filter(|_| filter == Filter::General);
        let group = role.and_then(|role| self.group(&open, role));
        let open: Vec<&Question> = match group {
            None => open,
            Some(group) => open.into_iter().filter(|it| group.holds(it)).collect(),
        };
        // The bias of a remainder over 2^64 is far below anything a person could notice.
        let index = (self.rng.next_u64() % open.len() as u64) as usize;
        let question = *open.get(index)?;
        self.drawn.insert(question.id.clone());
        self.last = Some(question.id.clone());
        Some(question)
    }

    /// Questions that may come now; begins a new round when there are none.
    fn open<'a>(&mut self, questions: &'a [Question], filter: Filter) -> Vec<&'a Question> {
        let of_filter: Vec<&Question> = questions
            .iter()
            .filter(|question| filter.takes(question))
            .collect();
        let mut open: Vec<&Question> = of_filter
            .iter()
            .copied()
            .filter(|question| !self.drawn.contains(&question.id))
            .collect();
        if open.is_empty() {
            for question in &of_filter {
                self.drawn.remove(&question.id);
            }
            open = of_filter;
            if open.len() > 1 {
                open.retain(|question| Some(&question.id) != self.last.as_ref());
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

    proptest! {
        #[test]
        fn no_question_returns_before_all_were_asked(seed: u64, count in 1_usize..60) {
            let questions = questions(count);
            let mut deck = Deck::new(seed);
            let mut previous = None;
            for _round in 0..3 {
                let mut seen = HashSet::new();
                for _ in 0..count {
                    let id = deck.draw(&questions, Filter::General).unwrap().id.clone();
                    prop_assert!(count == 1 || previous.as_ref() != Some(&id), "twice in a row");
                    prop_assert!(seen.insert(id.clone()), "{id} came twice in a round");
                    previous = Some(id);
                }
                prop_assert_eq!(deck.left(&questions, Filter::General), 0);
            }
        }

        #[test]
        fn a_filter_is_obeyed(seed: u64, which in 0_usize..16) {
            let questions = questions(40);
            let principle = Principle::ALL[which];
            let mut deck = Deck::new(seed);
            for _ in 0..10 {
                let question = deck.draw(&questions, Filter::Principle(principle)).unwrap();
                prop_assert!(question.principles.contains(&principle));
            }
        }
    }

    #[test]
    fn an_empty_filter_draws_nothing() {
        assert!(
            Deck::new(1)
                .draw(
                    &questions(3),
                    Filter::Principle(Principle::BroadResponsibility)
                )
                .is_none()
        );
    }

    #[test]
    fn a_seed_repeats_its_draws() {
        let questions = questions(20);
        let draw = |seed| {
            let mut deck = Deck::new(seed);
            (0..20)
                .map(|_| deck.draw(&questions, Filter::General).unwrap().id.clone())
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
            let question = Deck::new(seed)
                .draw_for(&asked, Filter::General, Some(&role))
                .unwrap();
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
            let drawn = deck.draw_for(&asked, Filter::General, Some(&role));
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
                    let drawn = deck.draw_for(&questions, Filter::General, Some(&role)).unwrap();
                    prop_assert!(seen.insert(drawn.id.clone()));
                    let weight = role.weight(drawn.principles[0]);
                    prop_assert!(!light || weight == 0, "what weighs nothing comes last");
                    light |= weight == 0;
                }
            }
        }

        #[test]
        fn a_role_changes_nothing_where_the_person_chose(seed: u64) {
            let questions = questions(40);
            let role = role(&[(Principle::DiveDeep, 5)]);
            let filter = Filter::Principle(Principle::Ownership);
            let with = Deck::new(seed).draw_for(&questions, filter, Some(&role)).cloned();
            prop_assert_eq!(with, Deck::new(seed).draw(&questions, filter).cloned());
        }
    }
}
