//! Who interviews and what each of them asks: drawn once, at the start, by the seed of the session.
//! Not here: which question comes next (`course`).

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::model::principle::Principle;
use crate::model::question::{Question, Subject};
use crate::model::role::Role;
use crate::model::session::shape::{Format, Shape};

/// The stream of draws from which interviewers come; those of answers have their numbers, from 1.
const PANEL: u64 = 0;

/// What an interviewer asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// What the candidate did, for these principles; empty where no question names any.
    Principles(Vec<Principle>),
    Subject(Subject),
}

impl Asks {
    /// Whether it is about character, so that the sudden request may fall here.
    pub const fn is_character(&self) -> bool {
        matches!(self, Self::Principles(_))
    }

    /// Whether a question is one of theirs.
    pub fn takes(&self, question: &Question) -> bool {
        match self {
            Self::Principles(principles) => principles
                .iter()
                .any(|principle| question.shows(*principle)),
            Self::Subject(subject) => question.subject == *subject,
        }
    }
}

/// An interviewer of a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Interviewer {
    /// What they ask about.
    pub asks: Asks,
    /// How long they have, in seconds.
    pub secs: u32,
    /// How much of it has passed, in seconds; more when an answer went on beyond it.
    pub used_secs: f64,
    /// How much of the break after them has passed, in seconds.
    pub break_used_secs: f64,
}

/// What is known when interviewers are drawn.
#[derive(Clone, Copy, Debug)]
pub struct Draw<'a> {
    /// The format.
    pub shape: Shape,
    /// The topic that the candidate picked for a technical interviewer.
    pub topic: Subject,
    /// The role; without one all principles weigh the same.
    pub role: Option<&'a Role>,
    /// What there is to ask.
    pub questions: &'a [Question],
    /// The seed of the session.
    pub seed: u64,
}

impl Draw<'_> {
    /// The interviewers in their order. The same draw gives the same ones.
    pub fn interviewers(&self) -> Vec<Interviewer> {
        let mut rng = stream(self.seed, PANEL);
        let scenarios = self
            .questions
            .iter()
            .any(|question| question.subject == Subject::Scenario);
        // Drawn whether there are scenarios or not: a pack more must not change all that follows.
        let first = rng.next_u64();
        let asks_scenario = match self.shape.format {
            _ if !scenarios => None,
            Format::PhoneScreen => first.is_multiple_of(2).then_some(0),
            // One of those after the first.
            Format::LoopDay => Some(1 + first % u64::from(self.shape.interviewers.max(2) - 1)),
            Format::RecruiterCall | Format::FirstRound | Format::Custom => None,
        };
        let mut pool = Pool::new(self, rng);
        (0..self.shape.interviewers)
            .map(|at| Interviewer {
                asks: match (self.shape.format, at) {
                    _ if asks_scenario == Some(u64::from(at)) => Asks::Subject(Subject::Scenario),
                    (Format::RecruiterCall, _) => Asks::Subject(Subject::Introduction),
                    (Format::FirstRound, 0) => Asks::Subject(self.topic),
                    _ => Asks::Principles(pool.two_or_three()),
                },
                secs: u32::from(self.shape.minutes) * 60,
                used_secs: 0.0,
                break_used_secs: 0.0,
            })
            .collect()
    }
}

/// Random numbers of one part of a session: a restart or a pack more does not move those of others.
pub(super) fn stream(seed: u64, number: u64) -> ChaCha8Rng {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    rng.set_stream(number);
    rng
}

/// The principles that nobody has been given yet.
struct Pool<'a> {
    all: Vec<(Principle, u64)>,
    left: Vec<(Principle, u64)>,
    rng: ChaCha8Rng,
    draw: &'a Draw<'a>,
}

impl<'a> Pool<'a> {
    fn new(draw: &'a Draw<'a>, rng: ChaCha8Rng) -> Self {
        let all: Vec<(Principle, u64)> = Principle::ALL
            .into_iter()
            .filter(|of| {
                let mut questions = draw.questions.iter();
                questions.any(|question| question.shows(*of))
            })
            .map(|of| (of, draw.role.map_or(1, |role| u64::from(role.weight(of)))))
            .collect();
        Self {
            left: all.clone(),
            all,
            rng,
            draw,
        }
    }

    fn two_or_three(&mut self) -> Vec<Principle> {
        let count = 2 + (self.rng.next_u64() % 2) as usize;
        let mut found: Vec<Principle> = Vec::new();
        while found.len() < count.min(self.all.len()) {
            if self.left.is_empty() {
                self.left.clone_from(&self.all);
                self.left.retain(|(of, _)| !found.contains(of));
            }
            let Some(principle) = self.take() else {
                break;
            };
            found.push(principle);
        }
        // In a fixed order, as a role names them: which came out first says nothing.
        found.sort_by_key(|of| {
            let weight = self.draw.role.map_or(0, |role| role.weight(*of));
            (std::cmp::Reverse(weight), *of)
        });
        found
    }

    /// Takes one with a chance of its weight; those without any come when no other is left.
    fn take(&mut self) -> Option<Principle> {
        let sum: u64 = self.left.iter().map(|(_, weight)| weight).sum();
        let weight = |weight: u64| if sum == 0 { 1 } else { weight };
        let all = if sum == 0 {
            self.left.len() as u64
        } else {
            sum
        };
        // The bias of a remainder over 2^64 is far below anything a person could notice.
        let mut rest = self.rng.next_u64().checked_rem(all)?;
        let at = self.left.iter().position(|(_, each)| {
            let weight = weight(*each);
            let here = rest < weight;
            rest = rest.saturating_sub(weight);
            here
        })?;
        Some(self.left.remove(at).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn questions(scenario: bool) -> Vec<Question> {
        let mut all: Vec<Question> = Principle::ALL
            .into_iter()
            .map(|of| Question {
                id: of.id().to_owned(),
                principles: vec![of],
                ..Question::default()
            })
            .collect();
        if scenario {
            all.push(Question {
                id: "scale".into(),
                subject: Subject::Scenario,
                ..Question::default()
            });
        }
        all
    }

    fn draw<'a>(
        format: Format,
        seed: u64,
        role: Option<&'a Role>,
        all: &'a [Question],
    ) -> Draw<'a> {
        Draw {
            shape: Shape::of(format),
            topic: Subject::Network,
            role,
            questions: all,
            seed,
        }
    }

    fn principles(interviewers: &[Interviewer]) -> Vec<Principle> {
        let each = interviewers.iter().map(|it| match &it.asks {
            Asks::Principles(principles) => principles.clone(),
            Asks::Subject(_) => vec![],
        });
        each.flatten().collect()
    }

    proptest! {
        #[test]
        fn nobody_asks_for_what_another_asks_while_others_are_left(
            seed: u64, count in 1_u8..=5, weights in prop::collection::vec(0_u8..=5, 16)
        ) {
            let all = questions(false);
            let role = Role {
                weights: Principle::ALL.into_iter().zip(weights).collect(),
                ..Role::default()
            };
            let shape = Shape { interviewers: count, ..Shape::of(Format::Custom) };
            let draw = Draw { shape, ..draw(Format::Custom, seed, Some(&role), &all) };
            let found = draw.interviewers();
            prop_assert_eq!(&found, &draw.interviewers(), "the same seed, the same interviewers");
            prop_assert_eq!(found.len(), usize::from(count));
            let given = principles(&found);
            let unique: BTreeSet<_> = given.iter().copied().collect();
            prop_assert_eq!(unique.len(), given.len());
            for interviewer in &found {
                let Asks::Principles(own) = &interviewer.asks else { unreachable!() };
                prop_assert!((2..=3).contains(&own.len()));
            }
            // What weighs nothing comes only when all that weighs something was given out.
            let weightless = given.iter().any(|of| role.weight(*of) == 0);
            let all_weighty = role.weights.iter().filter(|(_, w)| *w > 0).all(|(of, _)| unique.contains(of));
            prop_assert!(!weightless || all_weighty);
        }
    }

    #[test]
    fn each_format_has_its_interviewers() {
        let all = questions(true);
        let asks = |format, seed| -> Vec<Asks> {
            let found = draw(format, seed, None, &all).interviewers();
            found.into_iter().map(|it| it.asks).collect()
        };
        assert_eq!(
            asks(Format::RecruiterCall, 1),
            [Asks::Subject(Subject::Introduction)]
        );
        let first = asks(Format::FirstRound, 1);
        assert_eq!(first[0], Asks::Subject(Subject::Network));
        assert!(first[1].is_character());
        let scenario = Asks::Subject(Subject::Scenario);
        for seed in 0..40 {
            let day = asks(Format::LoopDay, seed);
            assert_eq!(day.iter().filter(|it| **it == scenario).count(), 1);
            assert_ne!(day[0], scenario);
        }
        let screens: BTreeSet<bool> = (0..40)
            .map(|seed| asks(Format::PhoneScreen, seed)[0] == scenario)
            .collect();
        assert_eq!(screens.len(), 2, "a scenario or principles");
    }

    #[test]
    fn few_questions_give_few_principles_and_none_give_none() {
        let few = [Question {
            principles: vec![Principle::DiveDeep],
            ..Question::default()
        }];
        let found = draw(Format::Custom, 3, None, &few).interviewers();
        assert_eq!(principles(&found), [Principle::DiveDeep; 2]);
        assert!(principles(&draw(Format::Custom, 3, None, &[]).interviewers()).is_empty());
    }
}
