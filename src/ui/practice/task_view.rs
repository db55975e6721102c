//! What practice shows of a round, of an answer said again and of announcements, as plain data made
//! of the state.

use crate::flow::state::State;
use crate::model::deck::Filter;
use crate::model::drill::{RepeatScope, RoundKind};
use crate::model::language::{Language, LanguagePlan};
use crate::model::mark::MarkKind;
use crate::model::question::{FollowUpKind, Subject};
use crate::model::star::StarShape;
use crate::model::story_words::CAPTURE_SECS;
use crate::ui::practice::follow_up_view;
use crate::ui::practice::view::attempt;

/// What stands at the top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TaskHeader {
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
    /// The place among tellings of one story.
    Telling {
        /// The telling that stands now, from 1.
        number: u8,
        /// How many there are.
        of: u8,
        /// Its time, in seconds.
        limit_secs: u32,
        /// The language.
        plan: LanguagePlan,
    },
    /// A proposal of today.
    Chosen(LanguagePlan),
    /// The place in a session.
    Session {
        /// Who asks, from 1.
        interviewer: u8,
        /// How many there are.
        of: usize,
        /// What is left of their time, in seconds; 0 when it is up.
        left_secs: f64,
        /// Whether it pauses after the answer that is being made.
        pauses: bool,
        /// Whether the question is none of the interviewer's own.
        general: bool,
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
pub fn top(state: &State) -> TaskHeader {
    if let Some(round) = &state.practice.round {
        return TaskHeader::Round {
            number: round.number,
            of: round.of,
            kind: round.kind,
            plan: round.plan,
        };
    }
    if let Some(session) = state.asking() {
        let current = state.interview.current.as_ref();
        return TaskHeader::Session {
            interviewer: session.at,
            of: session.interviewers.len(),
            left_secs: session.left_secs(),
            pauses: current.is_some_and(|current| current.pause_after),
            general: session.pending().is_some_and(|asked| asked.general),
        };
    }
    if let Some(telling) = &state.practice.telling {
        return TaskHeader::Telling {
            number: telling.number,
            of: telling.of(),
            limit_secs: telling.limit_secs(),
            plan: state.next_plan(),
        };
    }
    if let (Some(chosen), false) = (&state.practice.chosen, state.busy()) {
        return TaskHeader::Chosen(chosen.plan);
    }
    let free = state.offered().is_none() && state.practice.follow_up.is_none();
    let free = free && !state.capturing();
    if !state.busy() && free {
        let only = state.practice.filter;
        let left = state.practice.deck.left(&state.questions, only);
        return TaskHeader::Filter { only, left };
    }
    announced(state).unwrap_or(TaskHeader::Nothing)
}

fn announced(state: &State) -> Option<TaskHeader> {
    let recording = state.recording()?;
    let to = recording.marks.iter().find_map(|mark| match mark.kind {
        MarkKind::Announced { to } => Some(to),
        _ => None,
    })?;
    let due_secs = recording.attempt.drill?.cue_due_secs;
    let left = (due_secs - recording.live.captured_secs()).max(0.0);
    recording.cue().is_none().then_some(TaskHeader::Announced {
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
pub fn again(state: &State) -> Option<(RepeatScope, Language)> {
    match attempt(state) {
        Some(attempt) => attempt
            .follows
            .as_ref()
            .map(|follows| (follows.what, attempt.plan.start())),
        None => state.offered().map(|repeat| (repeat.what, repeat.to)),
    }
}

/// The target length of the next attempt, in seconds.
pub fn next_target_secs(state: &State) -> u32 {
    if let Some(telling) = &state.practice.telling {
        return telling.limit_secs();
    }
    if state.capturing() {
        return CAPTURE_SECS;
    }
    let round = state.practice.round.as_ref();
    round.map_or(state.settings.target_secs, |round| round.kind.take_secs())
}

/// The shape of the answer, where there is a whole answer and the person wants to see it.
pub fn star(state: &State) -> Option<StarShape> {
    (state.settings.star_hint && may_star(state)).then_some(state.settings.star_shape)
}

/// Whether the answer has a shape: it tells a whole story.
pub fn may_star(state: &State) -> bool {
    // What comes to mind has no shape yet.
    let part = state.practice.round.is_some()
        || state.capturing()
        || matches!(again(state), Some((RepeatScope::Result, _)));
    let subject = match (attempt(state), &state.practice.question) {
        (Some(attempt), _) => state.subject_of(&attempt.question),
        (None, Some(question)) => question.subject,
        (None, None) => Subject::Experience,
    };
    let digs =
        follow_up_view::link(state).is_some_and(|link| link.kind != FollowUpKind::AnotherExample);
    !part && !digs && !state.picks_topic() && subject.tells_a_story()
}
