//! What the attempts say of each question and each principle, in each language: when it was last
//! answered and how it was rated. Not here: what follows from it (`schedule`).

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::drill::{RepeatScope, RoundKind};
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::take::TakeState;

/// A mean of a self-rating below this is weak: under the middle of the scale.
pub const WEAK_BELOW: f32 = 3.0;

/// A question in a language.
pub(super) type Asked<'a> = (&'a str, Language);

/// What is known of a question in a language.
#[derive(Clone, Debug, Default)]
pub(super) struct Record<'a> {
    /// The day of the latest whole answer.
    pub(super) answered: Option<Date>,
    /// Days and means of its ratings, newest first, the latest of each day.
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

/// Everything that the attempts say.
#[derive(Clone, Debug, Default)]
pub(super) struct Records<'a> {
    pub(super) asked: HashMap<Asked<'a>, Record<'a>>,
    /// All answers.
    pub(super) seen: BTreeMap<(Principle, Language), Seen>,
    /// Answers of the days before today, so that a plan stands still while it is worked off.
    pub(super) seen_before: BTreeMap<(Principle, Language), Seen>,
}

impl<'a> Records<'a> {
    /// Looks at all attempts, newest first.
    pub(super) fn of(attempts: impl Iterator<Item = &'a Attempt>, today: Date) -> Self {
        let mut records = Self::default();
        for attempt in attempts.filter(|attempt| was_said(attempt)) {
            records.take(attempt, today);
        }
        records
    }

    fn take(&mut self, attempt: &'a Attempt, today: Date) {
        let day = attempt.created.date();
        let mean = attempt.score();
        let cue = attempt.cue().map(|(_, to)| to);
        let rescue = attempt
            .round
            .as_ref()
            .is_some_and(|round| round.kind == RoundKind::Rescue);
        let id = attempt.question.id.as_str();
        if let Some(link) = &attempt.link {
            let record = self.asked.entry((id, attempt.plan.start())).or_default();
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
            let record = self.asked.entry((id, to)).or_default();
            record.switched.get_or_insert(attempt);
        }
        let part =
            attempt.follows.as_ref().map(|follows| follows.what) == Some(RepeatScope::Result);
        if attempt.round.is_some() || part {
            // Too short to be an answer to the question.
            return;
        }
        let start = attempt.plan.start();
        for language in [Some(start), cue.filter(|to| *to != start)]
            .into_iter()
            .flatten()
        {
            self.answer(attempt, (id, language), (day, mean), today);
        }
    }

    fn answer(
        &mut self,
        attempt: &'a Attempt,
        asked: Asked<'a>,
        (day, mean): (Date, Option<f32>),
        today: Date,
    ) {
        let record = self.asked.entry(asked).or_default();
        record.answered.get_or_insert(day);
        if day == today {
            record.today.get_or_insert(attempt);
        }
        if let Some(mean) = mean
            && record.rated.last().is_none_or(|(last, _)| *last != day)
        {
            record.rated.push((day, mean));
        }
        for principle in attempt.question.shown_principles() {
            let pair = (*principle, asked.1);
            see(&mut self.seen, pair, day, mean);
            if day < today {
                see(&mut self.seen_before, pair, day, mean);
            }
        }
    }
}

fn see(
    seen: &mut BTreeMap<(Principle, Language), Seen>,
    pair: (Principle, Language),
    day: Date,
    mean: Option<f32>,
) {
    let seen = seen.entry(pair).or_insert(Seen { day, mean });
    seen.mean = seen.mean.or(mean);
}

/// Whether something was recorded that is whole enough to be an answer.
fn was_said(attempt: &Attempt) -> bool {
    let take = &attempt.take;
    take.frames > 0 && matches!(take.state, TakeState::Complete | TakeState::Repaired)
}
