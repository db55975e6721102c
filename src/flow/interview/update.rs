//! What a person does with a session: choosing it, beginning, pausing, going on, ending. Not here: what is
//! asked and what an answer leads to (`asking`), its clock and its file (`sessions`).

use std::sync::Arc;

use crate::flow::Now;
use crate::flow::interview::Current;
use crate::flow::interview::{asking, sessions};
use crate::flow::practice::card;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens, settings};
use crate::model::language::LanguagePlan;
use crate::model::question::Subject;
use crate::model::session::SessionId;
use crate::model::session::panel::Draw;
use crate::model::session::record::{Session, Status};
use crate::model::session::shape::Shape;
use crate::model::settings::SESSION_PLANS;

/// Chooses what the next session would be; what its format does not allow is made to fit.
pub fn set_shape(state: &mut State, shape: Shape, out: &mut Out) {
    let shape = shape.fitted();
    settings::change(state, out, |settings| settings.session.shape = shape);
}

/// Chooses the topic for a technical interviewer.
pub fn set_topic(state: &mut State, topic: Subject, out: &mut Out) {
    if Subject::TOPICS.contains(&topic) {
        settings::change(state, out, |settings| settings.session.topic = topic);
    }
}

/// Chooses the languages of the next session.
pub fn set_plan(state: &mut State, plan: LanguagePlan, out: &mut Out) {
    if SESSION_PLANS.contains(&plan) {
        settings::change(state, out, |settings| settings.session.plan = plan);
    }
}

/// Whether a session could be kept and has something to ask. Says why not when there is a reason that
/// a person can do something about.
fn may_run(state: &mut State) -> bool {
    let library = !notices::library_failed(state) && state.library.is_settled();
    library && !state.closing && !state.busy() && !state.questions.is_empty()
}

/// Begins a session: its first question stands on the practice screen.
pub fn start(state: &mut State, now: &Now, out: &mut Out) {
    if !may_run(state) {
        return;
    }
    sessions::put_by(state, Status::Left, out);
    let shape = state.settings.session.shape;
    let seed = state.practice.deck.next_u64();
    let salt = state.practice.deck.next_u64() as u16;
    let draw = Draw {
        shape,
        topic: state.settings.session.topic,
        role: state.role(),
        questions: &state.questions,
        seed,
    };
    let session = Session {
        id: SessionId::new(&now.date, shape.format.id(), salt),
        begun: now.date.clone(),
        app_version: state.app_version.to_owned(),
        shape,
        role: state.role().map(|role| role.id.clone()),
        plan: state.settings.session.plan,
        seed,
        interviewers: draw.interviewers(),
        asked: Vec::new(),
        at: 1,
        on_break: false,
        status: Status::Running,
        read_only: false,
    };
    let id = session.id.clone();
    sessions::insert(state, Arc::new(session));
    run(state, id, out);
}

/// Goes on with a session that waits.
pub fn resume(state: &mut State, id: &SessionId, out: &mut Out) {
    let waits = |session: &Arc<Session>| session.is_unfinished();
    if !state.interview.session(id).is_some_and(waits) || !may_run(state) {
        return;
    }
    let another = state.interview.current.as_ref();
    if another.is_some_and(|current| current.id != *id) {
        sessions::put_by(state, Status::Left, out);
    }
    asking::catch_up(state, id);
    sessions::change(state, id, |session| session.status = Status::Running);
    run(state, id.clone(), out);
}

fn run(state: &mut State, id: SessionId, out: &mut Out) {
    card::begin(state, Task::default());
    state.interview.shown = None;
    state.interview.current = Some(Current {
        id,
        counted: None,
        pause_after: false,
    });
    asking::go_on(state, out);
}

/// Pauses; while an answer is made, after it. Asked again then, does not.
pub fn pause(state: &mut State, out: &mut Out) {
    if state.asking().is_none() && state.on_break().is_none() {
        return;
    }
    if state.busy() {
        if let Some(current) = &mut state.interview.current {
            current.pause_after = !current.pause_after;
        }
        return;
    }
    sessions::stand(state, Status::Paused, out);
    screens::show(state, Screen::Interview);
}

/// Leaves the session under way for another time.
pub fn leave(state: &mut State, out: &mut Out) {
    if !state.busy() && state.interview.current.is_some() {
        sessions::put_by(state, Status::Left, out);
        screens::show(state, Screen::Interview);
    }
}

/// Ends a session for good, and tells of it.
pub fn end(state: &mut State, id: &SessionId, out: &mut Out) {
    let waits = |session: &Arc<Session>| session.is_unfinished();
    if state.busy() || !state.interview.session(id).is_some_and(waits) {
        return;
    }
    asking::catch_up(state, id);
    if state
        .interview
        .current
        .as_ref()
        .is_some_and(|it| it.id == *id)
    {
        sessions::put_by(state, Status::Over, out);
    } else {
        sessions::change(state, id, |session| session.status = Status::Over);
        sessions::save(state, id, out);
    }
    state.interview.shown = Some(id.clone());
    screens::show(state, Screen::Interview);
}

/// Tells of a session.
pub fn show(state: &mut State, id: SessionId) {
    if !state.busy() && state.interview.session(&id).is_some() {
        state.interview.shown = Some(id);
        screens::show(state, Screen::Interview);
    }
}
