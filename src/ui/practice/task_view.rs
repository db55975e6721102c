//! What practice shows of a round, of an answer said again and of announcements, as plain data made
//! of the state.

use egui::Role;

use crate::flow::drill::DrillRound;
use crate::flow::state::State;
use crate::flow::task::Task;
use crate::flow::today::RetellingSet;
use crate::i18n::{Words, dates, names};
use crate::model::drill::{RepeatScope, RoundKind};
use crate::model::language::{Language, LanguagePlan};
use crate::model::mark::MarkKind;
use crate::model::question::{FollowUpKind, Subject};
use crate::model::star::StarShape;
use crate::tr;
use crate::ui::practice::{follow_up_view, menu_view};
use crate::ui::stories::view::title;

/// How often the time to an announced switch is said aloud, in seconds.
const SAID_EVERY_SECS: f64 = 10.0;

/// What stands at the top left.
#[derive(Clone, Debug, PartialEq)]
pub enum Top {
    Nothing,
    /// Which questions are drawn.
    Filter(FilterView),
    /// The place in a task.
    Task(TaskHeader),
}

/// Which questions are drawn, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterView {
    pub of: String,
    /// How many of them were not drawn yet.
    pub left: String,
}

/// The place in a task, or what comes in it.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskHeader {
    /// From left to right.
    pub pieces: Vec<Piece>,
    /// What screen readers say.
    pub said: String,
    /// An alert, or a status.
    pub role: Role,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// The languages.
    Bar(LanguagePlan),
    /// The place itself.
    Large(String),
    /// What will be asked for, in this language.
    Calls(String, Language),
    Strong(String),
    Plain(String),
    /// Words that may be missing where there is no room.
    Known(String),
}

impl TaskHeader {
    fn new(pieces: Vec<Piece>, said: String) -> Self {
        Self {
            pieces,
            said,
            role: Role::Status,
        }
    }
}

/// What stands at the top left.
pub fn top(w: Words<'_>, state: &State) -> Top {
    let idle = !state.busy();
    let header = match &state.practice.task {
        Task::DrillRound(round) => Some(Top::Task(of_round(w, round))),
        Task::Retelling(telling) => Some(Top::Task(of_telling(w, telling, state.next_plan()))),
        Task::Session { .. } => session(w, state).map(Top::Task),
        Task::Scheduled(scheduled) => idle.then(|| {
            let said = tr!(w, "today-chosen");
            let name = format!("{} · {said}", names::plan(w, scheduled.plan));
            let pieces = vec![Piece::Bar(scheduled.plan), Piece::Plain(said)];
            Top::Task(TaskHeader::new(pieces, name))
        }),
        // Nobody is to find out by recording in which language they are to answer.
        Task::FollowUp(_) | Task::CaptureStory => idle.then(|| {
            let plan = state.next_plan();
            let said = names::plan(w, plan);
            let pieces = vec![Piece::Bar(plan), Piece::Plain(said.clone())];
            Top::Task(TaskHeader::new(pieces, said))
        }),
        Task::Free { .. } => idle.then(|| Top::Filter(filter(w, state))),
        // What is said again names its language on the card.
        Task::Repeat(_) | Task::Mend(_) => None,
    };
    header
        .or_else(|| announced(w, state).map(Top::Task))
        .unwrap_or(Top::Nothing)
}

fn filter(w: Words<'_>, state: &State) -> FilterView {
    let only = &state.practice.filter;
    let left = state.practice.deck.left(&state.questions_of(only));
    FilterView {
        of: menu_view::filter_name(w, state, only),
        left: tr!(w, "practice-left", count = left),
    }
}

fn of_round(w: Words<'_>, round: &DrillRound) -> TaskHeader {
    let (number, of) = (round.number, round.of);
    let what = round_words(w, round.kind, round.plan.switch_to());
    TaskHeader::new(
        vec![
            Piece::Large(format!("{number} / {of}")),
            Piece::Bar(round.plan),
            Piece::Known(what),
        ],
        tr!(w, "drill-take-of", number = number, of = of),
    )
}

/// What is practised in a round, in a few words.
pub fn round_words(w: Words<'_>, kind: RoundKind, to: Option<Language>) -> String {
    match (kind, to) {
        (RoundKind::Rescue, _) => tr!(w, "drill-round-rescue"),
        (RoundKind::Answers, Some(Language::Korean)) => tr!(w, "drill-round-to-korean"),
        (RoundKind::Answers, _) => tr!(w, "drill-round-to-english"),
    }
}

fn of_telling(w: Words<'_>, telling: &RetellingSet, plan: LanguagePlan) -> TaskHeader {
    let time = dates::clock(f64::from(telling.limit_secs()));
    let (number, of) = (telling.number, telling.of());
    let said = tr!(w, "today-telling-of", number = number, of = of, time = time);
    let name = format!("{} · {said}", names::plan(w, plan));
    TaskHeader::new(vec![Piece::Bar(plan), Piece::Large(said)], name)
}

/// The interviewer and what is left of their time.
fn session(w: Words<'_>, state: &State) -> Option<TaskHeader> {
    let session = state.asking()?;
    let current = state.interview.current.as_ref();
    let left_secs = session.left_secs();
    let (number, of) = (session.at, session.interviewers.len());
    let who = tr!(w, "interview-of", number = number, of = of);
    // Screen readers hear the minute, not the second: they would never come to an end.
    let (clock, said) = if left_secs <= 0.0 {
        let up = tr!(w, "interview-time-up");
        (up.clone(), up)
    } else {
        let time = dates::clock(left_secs.ceil());
        let minutes = (left_secs / 60.0).ceil() as u32;
        (
            tr!(w, "interview-left", time = time),
            tr!(w, "interview-minutes-left", minutes = minutes),
        )
    };
    let said = format!("{who} · {said}");
    let mut pieces = vec![Piece::Strong(who), Piece::Plain(clock)];
    if current.is_some_and(|current| current.pause_after) {
        pieces.push(Piece::Known(tr!(w, "interview-pauses")));
    } else if session.pending().is_some_and(|asked| asked.general) {
        pieces.push(Piece::Known(tr!(w, "interview-general")));
    }
    Some(TaskHeader::new(pieces, said))
}

/// A cue that comes.
fn announced(w: Words<'_>, state: &State) -> Option<TaskHeader> {
    let recording = state.recording()?;
    let to = recording.marks.iter().find_map(|mark| match mark.kind {
        MarkKind::Announced { to } => Some(to),
        _ => None,
    })?;
    if recording.cue().is_some() {
        return None;
    }
    let due_secs = recording.attempt.drill?.cue_due_secs;
    let left = (due_secs - recording.live.captured_secs()).max(0.0);
    let calls = |secs: f64| {
        let time = dates::clock(secs);
        match to {
            Language::English => tr!(w, "drill-soon-english", time = time),
            Language::Korean => tr!(w, "drill-soon-korean", time = time),
        }
    };
    // Not each second: a screen reader interrupts itself for an alert.
    let said = calls((left / SAID_EVERY_SECS).ceil() * SAID_EVERY_SECS);
    Some(TaskHeader {
        role: Role::Alert,
        ..TaskHeader::new(vec![Piece::Calls(calls(left.ceil()), to)], said)
    })
}

/// The title of the story for which the answer is, and whether another choice is still open.
pub fn story(w: Words<'_>, state: &State) -> Option<(String, bool)> {
    let (id, open) = match state.attempt_in_hand() {
        Some(attempt) => (attempt.story.as_ref()?, false),
        None => (state.practice.task.story()?, !state.busy()),
    };
    Some((title(w, state, id), open))
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
        Task::DrillRound(_) | Task::CaptureStory | Task::Mend(_) => false,
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
