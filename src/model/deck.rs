//! Drawing questions: random, seeded, and never one twice until all of the filter were asked.

use std::collections::HashSet;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::model::principle::Principle;
use crate::model::question::{Question, Subject};

/// Which questions may be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// What is asked of everybody: experiences and introductions.
    #[default]
    Everybody,
    /// What is asked for one principle.
    Principle(Principle),
    /// One subject.
    Subject(Subject),
}

impl Filter {
    /// Whether a question may be drawn.
    pub fn takes(self, question: &Question) -> bool {
        match self {
            Self::Everybody => matches!(
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
        if open.is_empty() {
            return None;
        }
        // The bias of a remainder over 2^64 is far below anything a person could notice.
        let index = (self.rng.next_u64() % open.len() as u64) as usize;
        let question = *open.get(index)?;
        self.drawn.insert(question.id.clone());
        self.last = Some(question.id.clone());
        Some(question)
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
                    let id = deck.draw(&questions, Filter::Everybody).unwrap().id.clone();
                    prop_assert!(count == 1 || previous.as_ref() != Some(&id), "twice in a row");
                    prop_assert!(seen.insert(id.clone()), "{id} came twice in a round");
                    previous = Some(id);
                }
                prop_assert_eq!(deck.left(&questions, Filter::Everybody), 0);
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
                .map(|_| deck.draw(&questions, Filter::Everybody).unwrap().id.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }
}
