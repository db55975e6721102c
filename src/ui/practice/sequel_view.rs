//! What practice shows of a round, of an answer said again and of announcements, as plain data made
//! of the state.

use crate::flow::state::{Phase, State};
use crate::model::deck::Filter;
use crate::model::drill::{Again, RoundKind};
use crate::model::language::{Language, LanguagePlan};
use crate::model::mark::MarkKind;
use crate::model::star::StarShape;
use crate::model::story_words::CAPTURE_SECS;
use crate::ui::practice::view::attempt;

/// What stands at the top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Top {
    /// Nothing.
    Nothing,
    /// Which questions are drawn, and how many are left of them.
    Filter {
        /// Which.
        only: Filter,
        /// How many were not drawn yet.
        left: usize,
    },
    /// The place in a round.
    Round {
        /// The take that stands now, from 1.
        number: u8,
        /// How many there are.
        of: u8,
        /// What is practised.
        kind: RoundKind,
        /// The languages.
        plan: LanguagePlan,
    },
    /// A cue comes.
    Announced {
        /// The language it will ask for.
        to: Language,
        /// Seconds until then, rounded up.
        left_secs: u32,
    },
}

/// What stands at the top left.
pub fn top(state: &State) -> Top {
    if let Some(round) = &state.practice.round {
        return Top::Round {
            number: round.number,
            of: round.of,
            kind: round.kind,
            plan: round.plan,
        };
    }
    if !state.busy() && state.offered().is_none() && !state.capturing() {
        let only = state.practice.filter;
        let left = state.practice.deck.left(&state.questions, only);
        return Top::Filter { only, left };
    }
    announced(state).unwrap_or(Top::Nothing)
}

fn announced(state: &State) -> Option<Top> {
    let recording = state.recording()?;
    let to = recording.marks.iter().find_map(|mark| match mark.kind {
        MarkKind::Announced { to } => Some(to),
        _ => None,
    })?;
    let due_secs = recording.attempt.drill?.cue_due_secs;
    let left = (due_secs - recording.live.captured_secs()).max(0.0);
    recording.cue().is_none().then_some(Top::Announced {
        to,
        left_secs: left.ceil() as u32,
    })
}

/// The title of the story for which the answer is, and whether another choice is still open.
pub fn story(state: &State) -> Option<(&str, bool)> {
    let (id, open) = match attempt(state) {
        Some(attempt) => (attempt.story.as_ref()?, false),
        None => (state.practice.story.as_ref()?, !state.busy()),
    };
    Some((state.story_title(id).0, open))
}

/// What is said again: in the next attempt, or in the one that is being made.
pub fn again(state: &State) -> Option<(Again, Language)> {
    match attempt(state) {
        Some(attempt) => attempt
            .follows
            .as_ref()
            .map(|follows| (follows.what, attempt.plan.start())),
        None => state.offered().map(|repeat| (repeat.what, repeat.to)),
    }
}

/// The language in which the interviewer breaks in now.
pub fn interruption(state: &State) -> Option<Language> {
    let Phase::Recording(recording) = &state.practice.phase else {
        return None;
    };
    recording.interruption_until.map(|_| recording.language())
}

/// The languages of the next attempt.
pub fn next_plan(state: &State) -> LanguagePlan {
    if let Some(following) = &state.practice.follow_up {
        return following.plan;
    }
    if state.capturing() {
        return match state.settings.plan.start() {
            Language::Korean => LanguagePlan::Korean,
            Language::English => LanguagePlan::English,
        };
    }
    match (&state.practice.round, state.offered()) {
        (Some(round), _) => round.plan,
        (None, Some(repeat)) if repeat.to == Language::Korean => LanguagePlan::Korean,
        (None, Some(_)) => LanguagePlan::English,
        (None, None) => state.settings.plan,
    }
}

/// The target length of the next attempt, in seconds.
pub fn next_target_secs(state: &State) -> u32 {
    if state.capturing() {
        return CAPTURE_SECS;
    }
    let round = state.practice.round.as_ref();
    round.map_or(state.settings.target_secs, |round| round.kind.take_secs())
}

/// The shape of the answer, where there is a whole answer and the person wants to see it.
pub fn star(state: &State) -> Option<StarShape> {
    // What comes to mind has no shape yet.
    let part = state.practice.round.is_some()
        || state.capturing()
        || matches!(again(state), Some((Again::Result, _)));
    (state.settings.star_hint && !part).then_some(state.settings.star_shape)
}
