//! What the attempts say of each question and each principle, in each language: when it was last
//! answered and how it was rated. Not here: what follows from it (`schedule`).

use std::collections::HashMap;

use jiff::civil::Date;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::drill::{RepeatScope, RoundKind};
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::take::TakeState;

/// A mean of a self-rating below this is weak: under the middle of the scale.
pub const WEAK_BELOW: f32 = 3.0;

/// One of something for each language.
#[derive(Clone, Debug, Default)]
struct Both<T> {
    korean: T,
    english: T,
}

impl<T> Both<T> {
    fn of(&self, language: Language) -> &T {
        match language {
            Language::Korean => &self.korean,
            Language::English => &self.english,
        }
    }

    fn of_mut(&mut self, language: Language) -> &mut T {
        match language {
            Language::Korean => &mut self.korean,
            Language::English => &mut self.english,
        }
    }
}

/// What is known of a question in a language.
#[derive(Clone, Debug, Default)]
pub(super) struct Record<'a> {
    /// The day of the latest whole answer.
    pub(super) answered: Option<Date>,
    /// Days and means of its ratings, oldest first, the latest of each day.
    pub(super) rated: Vec<(Date, f32)>,
    /// The latest attempt with a cue into the language.
    pub(super) switched: Option<&'a Attempt>,
    /// Where the latest chain under it became weak: how deep, and on which day.
    pub(super) broke: Option<(u8, Date)>,
    /// The first answer after which no other chain is looked at.
    chain: Option<&'a AttemptId>,
    /// The latest answer of today.
    pub(super) today: Option<&'a Attempt>,
}

/// When a principle was last answered in a language, and how well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) day: Date,
    /// The latest mean there is.
    pub(super) mean: Option<f32>,
}

/// What was seen of each principle in each language; a place for each principle, because it is looked up
/// several times for every answer.
#[derive(Clone, Debug, Default)]
pub(super) struct SeenByPrinciple([Both<Option<Seen>>; Principle::ALL.len()]);

impl SeenByPrinciple {
    pub(super) fn get(&self, principle: Principle, language: Language) -> Option<&Seen> {
        self.0.get(principle as usize)?.of(language).as_ref()
    }

    /// Adds an older answer than all before.
    fn add(&mut self, principle: Principle, language: Language, (day, mean): (Date, Option<f32>)) {
        if let Some(both) = self.0.get_mut(principle as usize) {
            let seen = both.of_mut(language).get_or_insert(Seen { day, mean });
            seen.mean = seen.mean.or(mean);
        }
    }
}

/// Everything that the attempts say.
#[derive(Clone, Debug, Default)]
pub(super) struct Records<'a> {
    /// By the id of the question.
    asked: HashMap<&'a str, Both<Record<'a>>>,
    /// All answers.
    pub(super) seen: SeenByPrinciple,
    /// Answers of the days before today, so that a plan stands still while it is worked off.
    pub(super) seen_before: SeenByPrinciple,
}

impl<'a> Records<'a> {
    /// Looks at all attempts, newest first.
    pub(super) fn of(attempts: impl Iterator<Item = &'a Attempt>, today: Date) -> Self {
        let mut records = Self::default();
        for attempt in attempts.filter(|attempt| was_said(attempt)) {
            records.take(attempt, today);
        }
        #[allow(
            clippy::iter_over_hash_type,
            reason = "each is turned around by itself"
        )]
        for both in records.asked.values_mut() {
            both.korean.rated.reverse();
            both.english.rated.reverse();
        }
        records
    }

    /// What is known of a question in a language; `None` if that question was never asked.
    pub(super) fn asked(&self, question: &str, language: Language) -> Option<&Record<'a>> {
        Some(self.asked.get(question)?.of(language))
    }

    /// The answers of today: question, language, and the latest of them.
    pub(super) fn answers_of_today(
        &self,
    ) -> impl Iterator<Item = (&'a str, Language, &'a Attempt)> {
        self.asked.iter().flat_map(|(question, both)| {
            [Language::Korean, Language::English]
                .into_iter()
                .filter_map(|language| Some((*question, language, both.of(language).today?)))
        })
    }

    fn take(&mut self, attempt: &'a Attempt, today: Date) {
        let day = attempt.created.date();
        let mean = attempt.score();
        let cue = attempt.cue().map(|(_, to)| to);
        let rescue = attempt
            .round
            .as_ref()
            .is_some_and(|round| round.kind == RoundKind::Rescue);
        let start = attempt.plan.start();
        // The one look-up by name of the attempt.
        let both = self.asked.entry(&attempt.question.id).or_default();
        if let Some(link) = &attempt.link {
            let record = both.of_mut(start);
            // Newest first: the first chain that is met is the latest.
            if *record.chain.get_or_insert(&link.first) == &link.first
                && mean.is_some_and(|mean| mean < WEAK_BELOW)
                && record.broke.is_none_or(|(depth, _)| link.depth < depth)
            {
                record.broke = Some((link.depth, day));
            }
            return;
        }
        if let Some(to) = cue.filter(|_| !rescue) {
            both.of_mut(to).switched.get_or_insert(attempt);
        }
        let part =
            attempt.follows.as_ref().map(|follows| follows.what) == Some(RepeatScope::Result);
        if attempt.round.is_some() || part {
            // Too short to be an answer to the question.
            return;
        }
        let other = cue.filter(|to| *to != start);
        for language in [Some(start), other].into_iter().flatten() {
            both.of_mut(language).answer(attempt, (day, mean), today);
            for principle in attempt.question.shown_principles() {
                self.seen.add(*principle, language, (day, mean));
                if day < today {
                    self.seen_before.add(*principle, language, (day, mean));
                }
            }
        }
    }
}

impl<'a> Record<'a> {
    fn answer(&mut self, attempt: &'a Attempt, (day, mean): (Date, Option<f32>), today: Date) {
        self.answered.get_or_insert(day);
        if day == today {
            self.today.get_or_insert(attempt);
        }
        if let Some(mean) = mean
            && self.rated.last().is_none_or(|(last, _)| *last != day)
        {
            self.rated.push((day, mean));
        }
    }
}

/// Whether something was recorded that is whole enough to be an answer.
fn was_said(attempt: &Attempt) -> bool {
    let take = &attempt.take;
    take.frames > 0 && matches!(take.state, TakeState::Complete | TakeState::Repaired)
}
