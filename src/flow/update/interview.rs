//! Sessions: begun, paused, gone on with, ended; and their clock, which counts only while they run.
//! Not here: what is asked and what an answer leads to (`asking`).

use std::sync::Arc;

use crate::flow::interview::Current;
use crate::flow::state::{LibraryStatus, Screen, State, ToastKind};
use crate::flow::task::Task;
use crate::flow::update::{asking, notices, practice, screens, settings, task};
use crate::flow::{Effect, Now};
use crate::model::attempt::AttemptId;
use crate::model::fault::{Fault, FileFault};
use crate::model::language::LanguagePlan;
use crate::model::question::Subject;
use crate::model::session::SessionId;
use crate::model::session::panel::Draw;
use crate::model::session::record::{Session, Status};
use crate::model::session::shape::Shape;
use crate::model::settings::SESSION_PLANS;

/// Chooses what the next session would be; what its format does not allow is made to fit.
pub(super) fn set_shape(state: &mut State, shape: Shape, out: &mut Vec<Effect>) {
    let shape = shape.fitted();
    settings::change(state, out, |settings| settings.session.shape = shape);
}

/// Chooses the topic for a technical interviewer.
pub(super) fn set_topic(state: &mut State, topic: Subject, out: &mut Vec<Effect>) {
    if Subject::TOPICS.contains(&topic) {
        settings::change(state, out, |settings| settings.session.topic = topic);
    }
}

/// Chooses the languages of the next session.
pub(super) fn set_plan(state: &mut State, plan: LanguagePlan, out: &mut Vec<Effect>) {
    if SESSION_PLANS.contains(&plan) {
        settings::change(state, out, |settings| settings.session.plan = plan);
    }
}

/// Whether a session could be kept and has something to ask. Says why not when there is a reason that
/// a person can do something about.
fn may_run(state: &mut State) -> bool {
    if let LibraryStatus::Failed(fault) = &state.library.status {
        let fault = fault.clone();
        notices::fault(state, fault);
        return false;
    }
    let library = state.library.root.is_some() && state.library.requested.is_none();
    library && !state.closing && !state.busy() && !state.questions.is_empty()
}

/// Begins a session: its first question stands on the practice screen.
pub(super) fn start(state: &mut State, now: &Now, out: &mut Vec<Effect>) {
    if !may_run(state) {
        return;
    }
    put_by(state, Status::Left, out);
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
    insert(state, Arc::new(session));
    run(state, id, out);
}

/// Goes on with a session that waits.
pub(super) fn resume(state: &mut State, id: &SessionId, out: &mut Vec<Effect>) {
    let waits = |session: &Arc<Session>| session.is_unfinished();
    if !state.interview.session(id).is_some_and(waits) || !may_run(state) {
        return;
    }
    let another = state.interview.current.as_ref();
    if another.is_some_and(|current| current.id != *id) {
        put_by(state, Status::Left, out);
    }
    asking::catch_up(state, id);
    change(state, id, |session| session.status = Status::Running);
    run(state, id.clone(), out);
}

fn run(state: &mut State, id: SessionId, out: &mut Vec<Effect>) {
    task::begin(state, Task::default());
    state.interview.shown = None;
    state.interview.current = Some(Current {
        id,
        counted: None,
        pause_after: false,
    });
    asking::go_on(state, out);
}

/// Pauses; while an answer is made, after it. Asked again then, does not.
pub(super) fn pause(state: &mut State, out: &mut Vec<Effect>) {
    if state.asking().is_none() && state.on_break().is_none() {
        return;
    }
    if state.busy() {
        if let Some(current) = &mut state.interview.current {
            current.pause_after = !current.pause_after;
        }
        return;
    }
    stand(state, Status::Paused, out);
    screens::show(state, Screen::Interview, out);
}

/// The clock stands, and the card is the person's again.
pub(super) fn stand(state: &mut State, status: Status, out: &mut Vec<Effect>) {
    let Some(id) = state.interview.current.as_ref().map(|it| it.id.clone()) else {
        return;
    };
    if let Some(current) = &mut state.interview.current {
        current.counted = None;
        current.pause_after = false;
    }
    let asked = matches!(state.practice.task, Task::Session { .. });
    change(state, &id, |session| session.status = status);
    save(state, &id, out);
    if asked && !state.busy() {
        task::begin(state, Task::default());
        practice::draw(state);
    }
}

/// Puts the session under way by; it can be gone on with.
fn put_by(state: &mut State, status: Status, out: &mut Vec<Effect>) {
    stand(state, status, out);
    state.interview.current = None;
}

/// Leaves the session under way for another time.
pub(super) fn leave(state: &mut State, out: &mut Vec<Effect>) {
    if !state.busy() && state.interview.current.is_some() {
        put_by(state, Status::Left, out);
        screens::show(state, Screen::Interview, out);
    }
}

/// Ends a session for good, and tells of it.
pub(super) fn end(state: &mut State, id: &SessionId, out: &mut Vec<Effect>) {
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
        put_by(state, Status::Over, out);
    } else {
        change(state, id, |session| session.status = Status::Over);
        save(state, id, out);
    }
    state.interview.shown = Some(id.clone());
    screens::show(state, Screen::Interview, out);
}

/// Tells of a session.
pub(super) fn show(state: &mut State, id: SessionId, out: &mut Vec<Effect>) {
    if !state.busy() && state.interview.session(&id).is_some() {
        state.interview.shown = Some(id);
        screens::show(state, Screen::Interview, out);
    }
}

/// Escape on the interview screen: what is told of is put away.
pub(super) fn escape(state: &mut State) {
    state.interview.shown = None;
}

/// Time passed since the last input. It counts while the session runs and its microphone works.
pub(super) fn count(state: &mut State, now: &Now) {
    let counts = state.on_break().is_some()
        || (state.asking().is_some() && state.interrupted().is_none() && !state.closing);
    let Some(current) = &mut state.interview.current else {
        return;
    };
    let id = current.id.clone();
    let before = current.counted.take();
    if counts {
        current.counted = Some(now.since_start);
        if let Some(before) = before {
            let passed = now.since_start.saturating_sub(before);
            change(state, &id, |session| session.count(passed.as_secs_f64()));
        }
    }
}

/// What follows from where the person went: who leaves the questions or takes up something else,
/// pauses.
pub(super) fn follow(state: &mut State, now: &Now, out: &mut Vec<Effect>) {
    let asks = matches!(state.practice.task, Task::Session { .. });
    let left = !asks || (!state.busy() && state.screen != Screen::Practice);
    if state.asking().is_some() && left {
        stand(state, Status::Paused, out);
    }
    if let Some(story) = state.interview.story_again.take() {
        notices::toast(state, ToastKind::StoryAgain(story), now);
    }
}

/// A story was set on an answer: pointed out if the session heard it before.
pub(super) fn story_set(state: &mut State, id: &AttemptId) {
    if state.told_before(id).is_some() {
        let story = state.attempt(id).and_then(|attempt| attempt.story.clone());
        state.interview.story_again = story;
    }
}

/// When the clock next shows another second, since the start of the app.
pub(super) fn next_second(state: &State, now: &Now) -> Option<std::time::Duration> {
    let left = match (state.asking(), state.on_break()) {
        (Some(session), _) => session.left_secs(),
        (None, Some(session)) => session.break_left_secs(),
        (None, None) => return None,
    };
    let counted = state.interview.current.as_ref()?.counted?;
    if left <= 0.0 {
        return None;
    }
    // Rounded up to the millisecond, so that the next second has come by then.
    let part = ((left - (left.ceil() - 1.0)) * 1_000.0).ceil().max(1.0);
    let at = counted + std::time::Duration::from_millis(part as u64);
    Some(at.max(now.since_start))
}

/// The library's sessions were read. What is known here already is newer.
pub(super) fn read(state: &mut State, sessions: Vec<Arc<Session>>, faults: Vec<FileFault>) {
    for session in sessions {
        if state.interview.session(&session.id).is_none() {
            insert(state, session);
        }
    }
    state.interview.faults.clone_from(&faults);
    notices::faults(state, faults.into_iter());
}

/// A session is on disk.
pub(super) fn saved(state: &mut State, id: &SessionId) {
    state.interview.unsaved.remove(id);
    let name = format!("{id}.json");
    notices::mend(state, |fault| match fault {
        Fault::File(FileFault::SaveFailed { path, .. }) => path.ends_with(&name),
        _ => false,
    });
}

/// A session could not be written; the next change tries again.
pub(super) fn save_failed(state: &mut State, id: &SessionId, fault: FileFault) {
    if state.closing {
        // Waiting longer would not save it, and the window must close some time.
        state.interview.unsaved.remove(id);
    }
    notices::fault(state, fault);
}

/// The window is to close: the clock stands. A save that failed before gets one more chance.
pub(super) fn close(state: &mut State, out: &mut Vec<Effect>) {
    let unsaved = std::mem::take(&mut state.interview.unsaved);
    let current = state.interview.current();
    let runs = current.is_some_and(|it| it.status == Status::Running);
    if runs {
        stand(state, Status::Paused, out);
    }
    for id in unsaved {
        if !state.interview.unsaved.contains(&id) {
            save(state, &id, out);
        }
    }
}

fn insert(state: &mut State, session: Arc<Session>) {
    if let Err(at) = state.interview.position(&session.id) {
        state.interview.sessions.insert(at, session);
    }
}

/// Changes a session in memory.
pub(super) fn change(state: &mut State, id: &SessionId, edit: impl FnOnce(&mut Session)) {
    if let Ok(at) = state.interview.position(id)
        && let Some(session) = state.interview.sessions.get_mut(at)
    {
        edit(Arc::make_mut(session));
    }
}

/// Writes a session.
pub(super) fn save(state: &mut State, id: &SessionId, out: &mut Vec<Effect>) {
    if let Some(session) = state
        .interview
        .session(id)
        .filter(|it| !it.read_only)
        .cloned()
    {
        state.interview.unsaved.insert(id.clone());
        out.push(Effect::SaveSession(session));
    }
}
