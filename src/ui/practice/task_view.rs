//! What practice shows of a round, of an answer said again and of announcements, as plain data made
//! of the state.

use crate::flow::state::State;
use crate::flow::task::Task;
use crate::model::drill::{RepeatScope, RoundKind};
use crate::model::filter::Filter;
use crate::model::language::{Language, LanguagePlan};
use crate::model::mark::MarkKind;
use crate::model::question::{FollowUpKind, Subject};
use crate::model::star::StarShape;
use crate::ui::practice::follow_up_view;

/// What stands at the top left.
#[derive(Clone, Debug, PartialEq)]
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
    let idle = !state.busy();
    let header = match &state.practice.task {
        Task::DrillRound(round) => Some(TaskHeader::Round {
            number: round.number,
            of: round.of,
            kind: round.kind,
            plan: round.plan,
        }),
        Task::Retelling(telling) => Some(TaskHeader::Telling {
            number: telling.number,
            of: telling.of(),
            limit_secs: telling.limit_secs(),
            plan: state.next_plan(),
        }),
        Task::Session { .. } => session(state),
        Task::Scheduled(scheduled) => idle.then_some(TaskHeader::Chosen(scheduled.plan)),
        Task::Free { .. } => idle.then(|| {
            let only = state.practice.filter.clone();
            let left = state.practice.deck.left(&state.questions_of(&only));
            TaskHeader::Filter { only, left }
        }),
        Task::Repeat(_) | Task::FollowUp(_) | Task::CaptureStory => None,
    };
    header
        .or_else(|| announced(state))
        .unwrap_or(TaskHeader::Nothing)
}

fn session(state: &State) -> Option<TaskHeader> {
    let session = state.asking()?;
    let current = state.interview.current.as_ref();
    Some(TaskHeader::Session {
        interviewer: session.at,
        of: session.interviewers.len(),
        left_secs: session.left_secs(),
        pauses: current.is_some_and(|current| current.pause_after),
        general: session.pending().is_some_and(|asked| asked.general),
    })
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
    let (id, open) = match state.attempt_in_hand() {
        Some(attempt) => (attempt.story.as_ref()?, false),
        None => (state.practice.task.story()?, !state.busy()),
    };
    Some((state.story_title(id).0, open))
}

/// What is said again: in the next attempt, or in the one that is being made.
pub fn again(state: &State) -> Option<(RepeatScope, Language)> {
    if let Some(attempt) = state.attempt_in_hand() {
        let follows = attempt.follows.as_ref()?;
        return Some((follows.what, attempt.plan.start()));
    }
    let repeat = state.practice.task.repeat()?;
    Some((repeat.what, repeat.to))
}

/// The target length of the next attempt, in seconds.
pub fn next_target_secs(state: &State) -> u32 {
    state.practice.task.target_secs(&state.settings)
}

/// The shape of the answer, where there is a whole answer and the person wants to see it.
pub fn star(state: &State) -> Option<StarShape> {
    (state.settings.star_hint && may_star(state)).then_some(state.settings.star_shape)
}

/// Whether the answer has a shape: it tells a whole story.
pub fn may_star(state: &State) -> bool {
    // What comes to mind has no shape yet.
    let whole = match &state.practice.task {
        Task::DrillRound(_) | Task::CaptureStory => false,
        Task::Free { .. }
        | Task::Repeat(_)
        | Task::Retelling(_)
        | Task::FollowUp(_)
        | Task::Scheduled(_)
        | Task::Session { .. } => !matches!(again(state), Some((RepeatScope::Result, _))),
    };
    let subject = match (state.attempt_in_hand(), &state.practice.question) {
        (Some(attempt), _) => state.subject_of(&attempt.question),
        (None, Some(question)) => question.subject,
        (None, None) => Subject::Experience,
    };
    let digs =
        follow_up_view::link(state).is_some_and(|link| link.kind != FollowUpKind::AnotherExample);
    whole && !digs && !state.picks_topic() && subject.tells_a_story()
}
