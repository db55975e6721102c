//! The ways on that stand beside the disc, as plain data made of the state. Not here: how they look
//! (`ways`).

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::state::{Phase, Recording, State};
use crate::flow::task::Task;
use crate::flow::today::TodayCommand;
use crate::i18n::Words;
use crate::tr;
use crate::ui::banner::tells_interruption;
use crate::ui::practice::task_view;
use crate::ui::theme::icons::{self, Icon};

/// One way on.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What it is called.
    pub words: String,
    /// Its sign, if it has one.
    pub icon: Option<Icon>,
    /// The key that does the same, if there is one.
    pub key: Option<Action>,
    /// Whether it can be gone now.
    pub enabled: bool,
    /// What it asks for.
    pub command: Command,
    /// What else there is to know.
    pub more: Option<String>,
}

impl Way {
    /// A way that can be gone.
    pub fn new(words: String, command: Command) -> Self {
        Self {
            words,
            icon: None,
            key: None,
            enabled: true,
            command,
            more: None,
        }
    }

    /// The same with a sign.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The same with its key.
    pub fn key(mut self, key: Action) -> Self {
        self.key = Some(key);
        self
    }

    /// Whether it can be gone now.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }
}

/// What stands at the left and at the right of the disc; below the first of each stand the lesser ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ways {
    pub left: Vec<Way>,
    pub right: Vec<Way>,
}

impl Ways {
    /// Of a state.
    pub fn new(w: Words<'_>, state: &State) -> Self {
        match &state.practice.phase {
            Phase::Idle if state.practice.task.settings_locked() => {
                of_task(w, &state.practice.task)
            }
            Phase::Idle => idle(w, state),
            Phase::Thinking { .. } | Phase::Arming(_) => Self {
                left: vec![back(tr!(w, "practice-cancel"), Command::CancelRecording)],
                right: vec![],
            },
            Phase::Recording(recording) => running(w, recording, true),
            Phase::Finishing(recording) => running(w, recording, false),
            Phase::Interrupted(_) => waiting(w, state),
        }
    }
}

fn back(words: String, command: Command) -> Way {
    Way::new(words, command)
        .icon(icons::ARROW_LEFT)
        .key(Action::Close)
}

fn next(w: Words<'_>) -> Way {
    Way::new(tr!(w, "practice-next"), Command::NextQuestion)
        .icon(icons::SHUFFLE)
        .key(Action::NextQuestion)
}

fn idle(w: Words<'_>, state: &State) -> Ways {
    let mut left = vec![next(w).enabled(!state.questions.is_empty())];
    if state.previous_question().is_some() {
        let words = tr!(w, "practice-previous");
        left.push(Way::new(words, Command::PreviousQuestion).key(Action::PreviousQuestion));
    }
    let star = task_view::may_star(state).then(|| {
        let words = if state.settings.star_hint {
            tr!(w, "practice-star-hide")
        } else {
            tr!(w, "practice-star-show")
        };
        Way::new(words, Command::ToggleStarHint).icon(icons::STAR)
    });
    Ways {
        left,
        right: star.into_iter().collect(),
    }
}

/// Out of the task, or to another question.
fn of_task(w: Words<'_>, task: &Task) -> Ways {
    let (out, others) = match task {
        Task::Session { .. } => {
            let pause = Way::new(tr!(w, "interview-pause"), Command::PauseSession);
            let next = Way::new(tr!(w, "interview-next"), Command::NextInterviewer);
            return Ways {
                left: vec![pause.icon(icons::PAUSE).key(Action::PauseSession)],
                right: vec![next.icon(icons::FAST_FORWARD)],
            };
        }
        Task::Mend(_) => (back(tr!(w, "mend-back"), Command::Escape), false),
        Task::CaptureStory => (back(tr!(w, "stories-capture-back"), Command::Escape), false),
        Task::Retelling(_) => {
            let end = Command::Today(TodayCommand::EndTelling);
            (back(tr!(w, "today-telling-end"), end), false)
        }
        Task::Scheduled(_) => (back(tr!(w, "today-back"), Command::Escape), false),
        Task::DrillRound(_) => (back(tr!(w, "drill-end"), Command::EndRound), true),
        Task::FollowUp(_) => (back(tr!(w, "chain-back"), Command::SkipRepeat), true),
        Task::Free { .. } | Task::Repeat(_) => {
            (back(tr!(w, "drill-skip"), Command::SkipRepeat), false)
        }
    };
    Ways {
        left: vec![out],
        right: others.then(|| next(w)).into_iter().collect(),
    }
}

/// A switch can be ordered in every plan, but only once.
fn running(w: Words<'_>, recording: &Recording, open: bool) -> Ways {
    let flag = Way::new(tr!(w, "practice-flag"), Command::Flag)
        .icon(icons::FLAG)
        .key(Action::Flag)
        .enabled(open);
    let switch = Way::new(tr!(w, "practice-switch-now"), Command::CueNow)
        .icon(icons::TRANSLATE)
        .key(Action::CueNow)
        .enabled(open && recording.cue().is_none());
    Ways {
        left: vec![flag, start_over(w).enabled(open)],
        right: vec![switch, discard(w).enabled(open)],
    }
}

fn start_over(w: Words<'_>) -> Way {
    Way {
        more: Some(tr!(w, "interrupted-start-over-keeps")),
        ..Way::new(tr!(w, "interrupted-start-over"), Command::StartOver)
            .icon(icons::START_OVER)
            .key(Action::StartOver)
    }
}

fn discard(w: Words<'_>) -> Way {
    Way {
        more: Some(tr!(w, "practice-discard-undo")),
        ..Way::new(tr!(w, "practice-discard"), Command::DiscardTake)
            .icon(icons::TRASH)
            .key(Action::DiscardTake)
    }
}

/// From the start again, or no further; to listen only where the banner does not offer it.
fn waiting(w: Words<'_>, state: &State) -> Ways {
    let can_start_over = state.devices.is_none() || state.microphone().is_some();
    let listen = (!tells_interruption(state)).then(|| {
        Way::new(tr!(w, "interrupted-listen"), Command::StopRecording)
            .icon(icons::PLAY)
            .key(Action::FinishInterrupted)
    });
    Ways {
        left: vec![start_over(w).enabled(can_start_over)],
        right: listen.into_iter().chain([discard(w)]).collect(),
    }
}
