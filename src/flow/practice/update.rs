//! Before the first sample: questions, plans, think time, and the way to an open microphone.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::flow::library::update as library;
use crate::flow::practice::{attempt_plan, card};
use crate::flow::reading::update as reading;
use crate::flow::setup::update as setup;
use crate::flow::state::{Mic, Phase, Recording, Screen, State};
use crate::flow::task::Task;
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens, settings};
use crate::flow::{Effect, Now};
use crate::model::attempt::{AskedQuestion, Attempt, AttemptId};
use crate::model::audio::AudioCommand;
use crate::model::drill::SwitchStyle;
use crate::model::fault::{Fault, FileFault};
use crate::model::filter::Filter;
use crate::model::language::LanguagePlan;
use crate::model::question::{Pack, PackTitle, QuestionKey};
use crate::model::settings::THINK_SECS;

/// Takes in the questions. The first screen shows one as soon as there is one; a question that is
/// on the card already stays there.
pub fn packs_loaded(state: &mut State, packs: Vec<Pack>, faults: Vec<FileFault>) {
    let title = |pack: &Pack| PackTitle {
        id: pack.id.clone(),
        title: pack.title.clone(),
    };
    state.packs = packs.iter().map(title).collect();
    state.questions = packs.into_iter().flat_map(|pack| pack.questions).collect();
    state.library.changed();
    if state.practice.question.is_none() && !state.busy() {
        card::draw(state);
    }
    notices::mend(state, |fault| match fault {
        Fault::File(fault @ FileFault::BrokenPack { .. }) => !faults.contains(fault),
        _ => false,
    });
    notices::faults(state, faults.into_iter());
}

/// Draws the next question, from wherever the person is.
pub fn next_question(state: &mut State) {
    // In a session the interviewer chooses.
    if state.busy() || matches!(state.practice.task, Task::Session { .. }) {
        return;
    }
    screens::show(state, Screen::Practice);
    let task = match &state.practice.task {
        // Another question for the same take.
        Task::DrillRound(_) => None,
        Task::Free { story, .. } => Some(Task::free(story.clone())),
        Task::Repeat(_)
        | Task::Retelling(_)
        | Task::FollowUp(_)
        | Task::Scheduled(_)
        | Task::CaptureStory
        | Task::Mend(_)
        | Task::Session { .. } => Some(Task::default()),
    };
    if let Some(task) = task {
        card::begin(state, task);
    }
    if !step(state, 1) {
        card::draw(state);
    }
}

/// Lays the question on the card that the person chose.
pub fn choose(state: &mut State, key: &QuestionKey) {
    let Some(question) = state.question_by_key(key).cloned() else {
        return;
    };
    if state.may_choose_question() {
        screens::show(state, Screen::Practice);
        state.practice.task.forget_story();
        state.practice.deck.note(&question);
        card::lay(state, Some(question));
    }
}

/// Goes back to the question that was on the card before, or from there on again.
fn step(state: &mut State, by: isize) -> bool {
    let shown = &state.practice.shown;
    let key = if by < 0 {
        shown.previous()
    } else {
        shown.next()
    };
    let Some(question) = key.and_then(|key| state.question_by_key(key)).cloned() else {
        return false;
    };
    state.practice.shown.step(by);
    card::show(state, Some(question));
    true
}

/// Goes back to the question before.
pub fn previous_question(state: &mut State) {
    if state.may_choose_question() {
        step(state, -1);
    }
}

/// Keeps what was drawn, as soon as there is a library to keep it in.
pub fn follow(state: &mut State, out: &mut Out) {
    if state.library.root.is_some() {
        let unsaved = state.practice.deck.take_unsaved();
        out.effects.extend(unsaved.map(Effect::SaveDraws));
    }
}

/// Chooses the languages of the next attempt. A running one keeps its own, and so does its card.
pub fn set_plan(state: &mut State, plan: LanguagePlan, out: &mut Out) {
    if !state.busy() && !state.practice.task.settings_locked() {
        state.practice.other_language = false;
        settings::change(state, out, |settings| settings.plan = plan);
    }
}

/// Chooses the think time among those offered.
pub fn set_think_secs(state: &mut State, secs: u32, out: &mut Out) {
    if THINK_SECS.contains(&secs) && !state.busy() && !state.practice.task.settings_locked() {
        settings::change(state, out, |settings| settings.think_secs = secs);
    }
}

/// Chooses the style of the switch. What was begun goes on as it began.
pub fn set_style(state: &mut State, style: SwitchStyle, out: &mut Out) {
    if !state.busy() && !state.practice.task.settings_locked() {
        settings::change(state, out, |settings| settings.switch_style = style);
    }
}

/// Steps to the next style; a plan without a switch has none.
pub fn cycle_style(state: &mut State, out: &mut Out) {
    if state.settings.plan.switch_to().is_some() {
        set_style(state, state.settings.switch_style.next(), out);
    }
}

/// Chooses which questions are drawn; one that is not among them gives way.
pub fn set_filter(state: &mut State, filter: Filter) {
    if state.busy() || state.practice.task.settings_locked() {
        return;
    }
    state.practice.filter = filter;
    // They may be none of these.
    state.practice.shown.forget_next();
    state.practice.task.forget_story();
    let fits = state.questions_of(&state.practice.filter);
    let question = state.practice.question.as_ref();
    if !question.is_some_and(|question| fits.contains(&question)) {
        card::draw(state);
    }
}

/// Begins with think time, if there is any; asked again during it, begins to record.
pub fn record(state: &mut State, now: &Now, out: &mut Out) {
    if reading::holds_microphone(state, out) {
        return;
    }
    match state.practice.phase {
        Phase::Idle => begin(state, now, out),
        Phase::Thinking { .. } => arm(state, now, out),
        Phase::Arming(_) | Phase::Recording(_) | Phase::Interrupted(_) | Phase::Finishing(_) => {}
    }
}

fn begin(state: &mut State, now: &Now, out: &mut Out) {
    if !card::may_record(state) {
        return;
    }
    screens::show(state, Screen::Practice);
    // Who answers at once wants to be asked nothing else.
    setup::skip(state, out);
    // Said even when nothing is known to play: the microphone would hear it.
    state.playback.playing = false;
    out.push(Effect::Audio(AudioCommand::PausePlayback));
    match state.next_think_secs(now.date.date()) {
        0 => arm(state, now, out),
        secs => {
            let until = now.since_start + Duration::from_secs(u64::from(secs));
            state.practice.phase = Phase::Thinking { until };
        }
    }
}

/// Asks for the attempt's folder. The microphone comes after it: an attempt is on disk before its
/// first sample.
fn arm(state: &mut State, now: &Now, out: &mut Out) {
    state.practice.phase = Phase::Idle;
    state.practice.mic = Mic::Off;
    if !card::may_record(state) {
        return;
    }
    let Some(question) = &state.practice.question else {
        return;
    };
    let mut question = AskedQuestion::from(question);
    if let Some(following) = state.practice.task.follow_up() {
        question.text = following.asked.text.clone();
    }
    let think_secs = state.next_think_secs(now.date.date());
    let salt = state.practice.deck.next_u64() as u16;
    let id = AttemptId::new(&now.date, &question.id, salt);
    let alone = Attempt {
        app_version: state.app_version.to_owned(),
        think_secs,
        ..Attempt::planned(id, now.date.clone(), question, state.settings.plan)
    };
    let attempt = Arc::new(attempt_plan::attempt_plan(state, alone));
    state.practice.phase = Phase::Arming(attempt.clone());
    out.push(Effect::CreateAttempt(attempt));
}

/// The folder is there: now the microphone.
pub fn attempt_created(state: &mut State, id: &AttemptId, wav: PathBuf, out: &mut Out) {
    if let Some(attempt) = state.practice.abandoned.remove(id) {
        library::trash_unlisted(state, attempt, out);
    } else if state.practice.awaits_folder(id) {
        state.practice.mic = Mic::Open;
        out.push(Effect::Audio(AudioCommand::StartCapture {
            wav,
            device: state.settings.input_device.clone(),
        }));
    }
}

/// Turns back before the first samples.
pub fn cancel(state: &mut State, out: &mut Out) {
    let practice = &mut state.practice;
    practice.phase = match std::mem::take(&mut practice.phase) {
        Phase::Arming(attempt) if practice.mic == Mic::Off => {
            practice.abandoned.insert(attempt.id.clone(), attempt);
            Phase::Idle
        }
        Phase::Arming(attempt) => {
            // Idle only when the microphone is closed, or the next attempt would get its reports.
            practice.mic = Mic::Discard;
            out.push(Effect::Audio(AudioCommand::StopCapture));
            Phase::Finishing(Recording::new(attempt))
        }
        Phase::Idle | Phase::Thinking { .. } => Phase::Idle,
        running @ (Phase::Recording(_) | Phase::Interrupted(_) | Phase::Finishing(_)) => running,
    };
}

/// Think time ends by itself.
pub fn tick(state: &mut State, now: &Now, out: &mut Out) {
    if let Phase::Thinking { until } = state.practice.phase
        && now.since_start >= until
    {
        arm(state, now, out);
    }
}

/// When the countdown of the think time next shows another number.
pub fn next_second(state: &State, now: &Now) -> Option<Duration> {
    let Phase::Thinking { until } = state.practice.phase else {
        return None;
    };
    let left = until.saturating_sub(now.since_start);
    let part = match left.subsec_nanos() {
        0 => left.min(Duration::from_secs(1)),
        nanos => Duration::from_nanos(u64::from(nanos)),
    };
    Some(now.since_start + part)
}
