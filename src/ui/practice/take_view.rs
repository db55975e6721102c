//! A take as the practice screen shows it, from the moment at which nothing can be chosen any more, as
//! plain data made of the state. Not here: how it looks (`take`), and its sound (`running_view`).

use crate::flow::Now;
use crate::flow::state::{Phase, State};
use crate::i18n::{Words, dates, names};
use crate::model::star::StarShape;
use crate::tr;
use crate::ui::practice::running_view::{Course, Running};
use crate::ui::practice::task_view;

/// A take that will be made, or is.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeView<'a> {
    pub time: Time,
    /// Its sound, once there is any.
    pub running: Option<Running<'a>>,
    /// What stands in the place of the level.
    pub level: Level,
    /// That another microphone than the chosen one will record, before there is any sound.
    pub another: Option<String>,
    /// The shape of the answer, if it is shown.
    pub star: Option<StarShape>,
    /// Target length of the answer, in seconds.
    pub target_secs: u32,
}

/// The largest figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    pub figure: String,
    /// Until the target is passed.
    pub strong: bool,
    /// What follows it.
    pub after: String,
    /// What screen readers say.
    pub said: String,
    /// Seconds until the figure changes, where it counts down.
    pub next_in_secs: Option<f32>,
}

/// What stands in the place of the level.
#[derive(Clone, Debug, PartialEq)]
pub enum Level {
    Nothing,
    Meter,
    /// What is safe, when no sound arrives.
    Saved(String),
}

/// What is to be known before a take: the chosen microphone is not there, and another one records.
pub fn another_microphone(w: Words<'_>, state: &State) -> Option<String> {
    let chosen = state.settings.input_device.as_ref()?;
    let device = state.microphone().filter(|device| device.id != *chosen)?;
    let device = names::by_means_of(w, &device.name);
    Some(tr!(w, "practice-other-microphone", device = device))
}

impl<'a> TakeView<'a> {
    /// Of a state.
    pub fn new(w: Words<'_>, state: &'a State, now: &Now) -> Self {
        let running = match &state.practice.phase {
            Phase::Idle | Phase::Thinking { .. } | Phase::Arming(_) => None,
            Phase::Recording(recording) => Some(Running::new(recording, Course::Runs)),
            Phase::Finishing(recording) => Some(Running::new(recording, Course::Closes)),
            Phase::Interrupted(waits) => Some(Running::new(&waits.recording, Course::Waits)),
        };
        let target_secs = state.attempt_in_hand().map_or_else(
            || task_view::next_target_secs(state),
            |attempt| attempt.target_secs,
        );
        let before = matches!(state.practice.phase, Phase::Idle | Phase::Thinking { .. });
        let another = before.then(|| another_microphone(w, state)).flatten();
        let (time, level) = if let Phase::Thinking { until } = &state.practice.phase {
            let left = until.saturating_sub(now.since_start).as_secs_f32();
            (counting_down(w, left), Level::Nothing)
        } else {
            let secs = running.as_ref().map_or(0.0, |running| running.elapsed_secs);
            (elapsed(w, secs, target_secs), level(w, running.as_ref()))
        };
        Self {
            time,
            level,
            another,
            running,
            star: task_view::star(state),
            target_secs,
        }
    }
}

fn counting_down(w: Words<'_>, left: f32) -> Time {
    let secs = left.ceil() as u32;
    Time {
        figure: secs.to_string(),
        strong: true,
        after: tr!(w, "practice-seconds-to-start", count = secs),
        said: tr!(w, "practice-countdown", count = secs),
        next_in_secs: Some(left - (left.ceil() - 1.0).max(0.0)),
    }
}

fn elapsed(w: Words<'_>, secs: f64, target_secs: u32) -> Time {
    let figure = dates::clock(secs);
    let target = dates::clock(f64::from(target_secs));
    let said = tr!(
        w,
        "practice-elapsed",
        time = figure.as_str(),
        target = target.as_str()
    );
    Time {
        figure,
        strong: secs <= f64::from(target_secs),
        after: format!("/ {target}"),
        said,
        next_in_secs: None,
    }
}

fn level(w: Words<'_>, running: Option<&Running<'_>>) -> Level {
    match running.filter(|running| running.stopped) {
        Some(running) => {
            let time = dates::clock(running.live.written_secs());
            Level::Saved(tr!(w, "practice-all-saved", time = time))
        }
        None => Level::Meter,
    }
}
