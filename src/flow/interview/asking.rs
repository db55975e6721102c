//! What a session asks, and what an answer in it leads to: a follow-up, the next question, the next
//! interviewer, a break, the end. Not here: its clock (`sessions`), its pauses (`interview`).

use std::sync::Arc;

use crate::flow::chain::PendingFollowUp;
use crate::flow::interview::sessions;
use crate::flow::practice::card;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::update::out::Out;
use crate::flow::update::screens;
use crate::model::attempt::Link;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::language::LanguagePlan;
use crate::model::question::{FollowUp, Question};
use crate::model::session::SessionId;
use crate::model::session::course::{self, Next, Store};
use crate::model::session::record::{Asked, AskedFollowUp, Session, Status};

/// An answer was kept; true when it belongs to the session under way, which then goes on.
pub fn answered(state: &mut State, id: &AttemptId, whole: bool, out: &mut Out) -> bool {
    let Some(current) = state.interview.current.clone() else {
        return false;
    };
    let attempt = state.attempt(id);
    let place = attempt.and_then(|attempt| attempt.session.as_ref());
    let Some(number) = place
        .filter(|place| place.session == current.id)
        .map(|place| place.number)
    else {
        return false;
    };
    let fell = attempt.is_some_and(|attempt| attempt.cue().is_some());
    sessions::change(state, &current.id, |session| {
        session.keep(number, id.clone(), fell);
    });
    if state.closing {
        sessions::save(state, &current.id, out);
    } else if current.pause_after || !whole {
        // After a fault there is something to read first, and the clock must not run meanwhile.
        sessions::stand(state, Status::Paused, out);
        screens::show(state, Screen::Interview);
    } else {
        go_on(state, out);
    }
    true
}

/// The answers that are on disk but not in the session: of a crash in mid-answer, or of a save that
/// never came.
pub fn catch_up(state: &mut State, id: &SessionId) {
    let Some(session) = state.interview.session(id).cloned() else {
        return;
    };
    let found: Vec<(u16, Arc<Attempt>)> = state
        .answers_of(&session)
        .into_iter()
        .filter(|(number, _)| {
            let at = usize::from(*number).checked_sub(1);
            let asked = at.and_then(|at| session.asked.get(at));
            asked.is_some_and(|asked| asked.attempt.is_none())
        })
        .map(|(number, attempt)| (number, attempt.clone()))
        .collect();
    for (number, attempt) in found {
        let length_secs = attempt.take.duration_secs();
        let fell = attempt.cue().is_some();
        sessions::change(state, id, |session| {
            // The time of the answer is known, although nobody lived to count it.
            let asked_secs = session.asked.last().map(|asked| asked.asked_secs);
            if session.pending().is_some() && usize::from(number) == session.asked.len() {
                let counted = session.clock_secs() - asked_secs.unwrap_or_default();
                session.count((length_secs - counted).max(0.0));
            }
            session.keep(number, attempt.id.clone(), fell);
        });
    }
}

/// The next interviewer, although this one has time left.
pub fn next_interviewer(state: &mut State, out: &mut Out) {
    if state.busy() || state.asking().is_none() {
        return;
    }
    advance(state);
    go_on(state, out);
}

/// The break is over, early or not.
pub fn skip_break(state: &mut State, out: &mut Out) {
    if state.busy() || state.on_break().is_none() {
        return;
    }
    advance(state);
    go_on(state, out);
}

fn advance(state: &mut State) {
    if let Some(id) = state.interview.current.as_ref().map(|it| it.id.clone()) {
        sessions::change(state, &id, Session::advance);
    }
}

/// Puts what the session has come to in front: a question, a break, or its end.
pub fn go_on(state: &mut State, out: &mut Out) {
    let Some(id) = state.interview.current.as_ref().map(|it| it.id.clone()) else {
        return;
    };
    loop {
        if let Some(session) = state.asking() {
            if let Some(pending) = session.pending().cloned() {
                put(state, &pending);
                screens::show(state, Screen::Practice);
                break;
            }
            match ask(state) {
                Some(asked) => {
                    sessions::change(state, &id, |session| session.asked.push(asked));
                }
                None => sessions::change(state, &id, Session::advance),
            }
        } else {
            // On a break or at the end there is no question of theirs on the card.
            card::begin(state, Task::default());
            card::draw(state);
            if state.on_break().is_none() {
                state.interview.current = None;
                state.interview.shown = Some(id.clone());
            }
            screens::show(state, Screen::Interview);
            break;
        }
    }
    sessions::save(state, &id, out);
}

/// What is asked next; `None` when the interviewer is done.
fn ask(state: &State) -> Option<Asked> {
    let session = state.asking()?;
    let last = session.asked.last().map(|asked| question_of(state, asked));
    let store = Store {
        questions: &state.questions,
        follow_ups: last
            .as_ref()
            .map_or(&[], |last| state.general_for(last.subject)),
        last: last.as_ref(),
        practised: &|question: &Question| state.attempts_of(&question.id).count(),
    };
    let next = course::next(session, &store)?;
    let general = matches!(next, Next::General(_));
    let (question, follow_up) = match next {
        Next::Own(question) | Next::General(question) => ((&question).into(), None),
        Next::FollowUp(of) => {
            let last = session.asked.last()?;
            let follow_up = AskedFollowUp {
                kind: of.kind,
                depth: last.depth().saturating_add(1),
                text: of.text,
            };
            (last.question.clone(), Some(follow_up))
        }
    };
    Some(Asked {
        interviewer: session.at,
        question,
        follow_up,
        general,
        sudden: course::is_sudden(session, state.settings.target_secs),
        asked_secs: session.clock_secs(),
        answered_secs: None,
        attempt: None,
    })
}

/// The question of the session, whole: the words are those of the session, whatever became of its pack.
fn question_of(state: &State, asked: &Asked) -> Question {
    Question {
        text: asked.question.text.clone(),
        ..card::question_of(state, asked.question.clone())
    }
}

/// Puts what was asked on the card.
fn put(state: &mut State, asked: &Asked) {
    let Some(session) = state.asking() else {
        return;
    };
    let chain = session.chain();
    let first = chain.first().and_then(|first| first.attempt.clone());
    let before = chain.iter().rev().find_map(|each| each.attempt.clone());
    let plan = LanguagePlan::only(session.plan.start());
    let follow_up = asked.follow_up.as_ref().zip(first.zip(before));
    let follow_up = follow_up.map(|(of, (first, after))| PendingFollowUp {
        after,
        link: Link {
            first,
            depth: of.depth,
            kind: of.kind,
        },
        asked: FollowUp {
            kind: of.kind,
            text: of.text.clone(),
            points: Vec::new(),
        },
        plan,
        break_in: None,
    });
    let question = question_of(state, asked);
    // A round that was begun in a break is over.
    card::put(state, question, Task::Session { plan, follow_up });
}
