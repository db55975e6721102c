//! The sessions as they are kept: read, changed, saved; and the clock of the one under way, which
//! counts only while it runs. Not here: what a person does with one (`interview`), what is asked
//! (`asking`).

use std::sync::Arc;
use std::time::Duration;

use crate::flow::practice::card;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::update::notices;
use crate::flow::update::out::Out;
use crate::flow::{Effect, Now};
use crate::model::fault::FileFault;
use crate::model::session::SessionId;
use crate::model::session::record::{Session, Status};

/// The clock stands, and the card is the person's again.
pub fn stand(state: &mut State, status: Status, out: &mut Out) {
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
        card::begin(state, Task::default());
        card::draw(state);
    }
}

/// Puts the session under way by; it can be gone on with.
pub fn put_by(state: &mut State, status: Status, out: &mut Out) {
    stand(state, status, out);
    state.interview.current = None;
}

/// Time passed since the last input. It counts while the session runs and its microphone works.
pub fn count(state: &mut State, now: &Now) {
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
pub fn follow(state: &mut State, out: &mut Out) {
    let asks = matches!(state.practice.task, Task::Session { .. });
    let left = !asks || (!state.busy() && state.screen != Screen::Practice);
    if state.asking().is_some() && left {
        stand(state, Status::Paused, out);
    }
}

/// When the clock next shows another second, since the start of the app.
pub fn next_second(state: &State, now: &Now) -> Option<Duration> {
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
    let at = counted + Duration::from_millis(part as u64);
    Some(at.max(now.since_start))
}

/// The library's sessions were read. What is known here already is newer.
pub fn read(state: &mut State, sessions: Vec<Arc<Session>>, faults: Vec<FileFault>) {
    for session in sessions {
        if state.interview.session(&session.id).is_none() {
            insert(state, session);
        }
    }
    state.interview.faults.clone_from(&faults);
    notices::faults(state, faults.into_iter());
}

/// A session is on disk.
pub fn saved(state: &mut State, id: &SessionId) {
    state.interview.unsaved.remove(id);
    let name = format!("{id}.json");
    notices::saved(state, |path| path.ends_with(&name));
}

/// What somebody else had changed in a session is taken in, unless it was changed here since.
pub fn merged(state: &mut State, asked: &Arc<Session>, on_disk: Arc<Session>, out: &mut Out) {
    if let Some(at) = state.interview.position(&asked.id)
        && let Some(here) = state.interview.sessions.get_mut(at)
        && Arc::ptr_eq(here, asked)
    {
        *here = on_disk.clone();
        out.push(Effect::TookInSession(on_disk));
    }
}

/// A session could not be written.
pub fn save_failed(state: &mut State, id: &SessionId, fault: FileFault) {
    if state.closing {
        // Waiting longer would not save it, and the window must close some time.
        state.interview.unsaved.remove(id);
    }
    notices::save_failed(state, fault);
}

/// The window is to close: the clock stands.
pub fn close(state: &mut State, out: &mut Out) {
    let current = state.interview.current();
    let runs = current.is_some_and(|it| it.status == Status::Running);
    if runs {
        stand(state, Status::Paused, out);
    }
}

pub fn insert(state: &mut State, session: Arc<Session>) {
    let sessions = &mut state.interview.sessions;
    if sessions.iter().all(|each| each.id != session.id) {
        let at = sessions.partition_point(|each| each.newest_first(&session).is_lt());
        sessions.insert(at, session);
    }
}

/// Changes a session in memory.
pub fn change(state: &mut State, id: &SessionId, edit: impl FnOnce(&mut Session)) {
    if let Some(at) = state.interview.position(id)
        && let Some(session) = state.interview.sessions.get_mut(at)
    {
        edit(Arc::make_mut(session));
    }
}

/// Writes a session.
pub fn save(state: &mut State, id: &SessionId, out: &mut Out) {
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
