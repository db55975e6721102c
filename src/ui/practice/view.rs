//! What the practice screen shows, as plain data made of the state. No words, no measures.

use crate::flow::Now;
use crate::flow::state::{GoingOn, Interrupted, LibraryStatus, Phase, State};
use crate::flow::task::Task;
use crate::model::drill::RepeatScope;
use crate::model::fault::SoundFault;
use crate::model::language::{Language, LanguagePlan};
use crate::model::principle::Principle;
use crate::model::star::StarShape;
use crate::ui::banner::tells_interruption;
use crate::ui::practice::badge::{self, Badge};
use crate::ui::practice::follow_up_view::{self, FollowUpCard, Interruption};
use crate::ui::practice::reading_view::AloudView;
use crate::ui::practice::running_view::{Course, Running};
use crate::ui::practice::task_view::{self, TaskHeader};
use crate::ui::practice::topics_view::{self, TopicView};

/// The whole screen.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeView<'a> {
    /// The card.
    pub card: Card<'a>,
    /// What is going on below it.
    pub stage: Stage<'a>,
    /// The disc.
    pub disc: Disc<'a>,
    /// The badge at the top right.
    pub badge: Badge<'a>,
    /// What stands at the top left.
    pub top: TaskHeader,
    /// The shape of an answer, if it is shown.
    pub star: Option<StarShape>,
    /// Target length of the answer, in seconds.
    pub target_secs: u32,
}

/// The card.
#[derive(Clone, Debug, PartialEq)]
pub enum Card<'a> {
    /// A question.
    Question(QuestionCard<'a>),
    /// A topic is to be chosen.
    Topics(Vec<TopicView>),
    /// Why there is none.
    Missing(Missing),
}

/// A question on the card.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionCard<'a> {
    /// Its words, in the language shown.
    pub text: &'a str,
    /// That language.
    pub language: Language,
    /// What it is asked for.
    pub principles: &'a [Principle],
    /// How often it was answered.
    pub answered: usize,
    /// The mean of the newest rating among those answers.
    pub last_score: Option<f32>,
    /// It is to be said again: what of it, and in which language.
    pub again: Option<(RepeatScope, Language)>,
    /// How far the reading of its words is, where they are read.
    pub aloud: Option<AloudView>,
    /// It is a follow-up.
    pub follow_up: Option<FollowUpCard<'a>>,
    /// What the interviewer breaks in with now.
    pub interruption: Option<Interruption<'a>>,
    /// The question that they broke in with before.
    pub asked_between: Option<&'a str>,
    /// The story for which it is, and whether another choice is still open.
    pub story: Option<(&'a str, bool)>,
    /// How many follow-ups wait; not told while a take is made.
    pub follow_ups: Option<usize>,
}

/// Why there is no question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// They are being read.
    Reading,
    /// No pack could be used.
    NoQuestions,
    /// None was drawn yet.
    NotDrawn,
}

/// What is going on.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage<'a> {
    /// The plan is chosen; the time to think that it would have, in seconds.
    Idle {
        /// Time to think, in seconds.
        think_secs: u32,
    },
    /// The next take of a round, or the same again: nothing is chosen.
    Bound,
    /// Think time runs; whole seconds that are left, and the time to the next one.
    Thinking {
        /// Seconds left, rounded up.
        left_secs: u32,
        /// Until that number changes, in seconds.
        next_in_secs: f32,
    },
    /// The microphone is being opened.
    Arming,
    /// Sound arrives, or has just ended.
    Running(Running<'a>),
    /// The microphone is gone.
    Interrupted {
        /// The take so far.
        running: Running<'a>,
        /// Whether there is a microphone with which to start over, as far as is known.
        can_start_over: bool,
        /// Whether the banner offers to listen, so that nothing else has to.
        told: bool,
    },
}

/// What the disc does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disc<'a> {
    /// Begins.
    Record,
    /// Begins at once, instead of after the think time.
    StartNow,
    /// Nothing: the microphone is being opened.
    Waiting,
    /// Ends the take.
    Stop,
    /// Goes on with the take.
    GoOn {
        /// The microphone that would be used.
        device: &'a str,
        /// Whether one could not be opened before.
        failed: bool,
    },
    /// Nothing: this microphone is being opened to go on with the take.
    Opening {
        /// Its name.
        device: &'a str,
    },
    /// Nothing: microphones are being looked for, to go on with the take.
    Looking,
    /// Nothing: the take cannot go on without a microphone.
    NoMicrophone,
    /// Nothing: the file is being closed, and the window after it if that was asked for.
    Saving {
        /// Whether the window closes next.
        closing: bool,
    },
    /// Nothing can be recorded.
    Blocked(Blocked),
}

/// Why nothing can be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// The library is being opened.
    LibraryOpening,
    /// The library cannot be used.
    LibraryFailed,
    /// No question was drawn.
    NotDrawn,
    /// There are no questions at all.
    NoQuestions,
    /// No topic was chosen yet.
    NoTopic,
}

impl<'a> PracticeView<'a> {
    /// The view of a state.
    pub fn new(state: &'a State, now: &Now) -> Self {
        let attempt = state.attempt_in_hand();
        let plan = attempt.map_or_else(|| state.next_plan(), |attempt| attempt.plan);
        Self {
            card: card(state, plan),
            stage: stage(state, now),
            disc: disc(state),
            badge: badge::of(state),
            top: task_view::top(state),
            star: task_view::star(state),
            target_secs: attempt.map_or_else(
                || task_view::next_target_secs(state),
                |attempt| attempt.target_secs,
            ),
        }
    }
}

fn card(state: &State, plan: LanguagePlan) -> Card<'_> {
    let language = if state.practice.other_language {
        plan.start().other()
    } else {
        plan.start()
    };
    let asked = state.attempt_in_hand().map(|attempt| &attempt.question);
    let following = state.practice.task.follow_up();
    // A running take shows what it was asked, whatever was drawn meanwhile.
    let (id, text, principles) = match (asked, &state.practice.question) {
        (Some(asked), _) => (&asked.id, &asked.text, &asked.principles),
        (None, Some(question)) => (&question.id, &question.text, &question.principles),
        (None, None) if state.picks_topic() => return Card::Topics(topics_view::topics(state)),
        (None, None) => return Card::Missing(missing(state)),
    };
    let text = following.map_or(text, |following| &following.asked.text);
    let mut answers = state.attempts_of(id).peekable();
    let last_score = answers.peek().and_then(|attempt| attempt.score());
    // An interviewer does not say how deep they will dig.
    let tells = !state.busy() && !matches!(state.practice.task, Task::Session { .. });
    let follow_ups = state.practice.question.as_ref().filter(|_| tells);
    Card::Question(QuestionCard {
        text: text.get(language),
        language,
        principles,
        again: task_view::again(state),
        aloud: AloudView::new(state),
        follow_up: follow_up_view::follow_up(state, language),
        interruption: follow_up_view::interruption(state),
        asked_between: follow_up_view::asked_between(state),
        story: task_view::story(state),
        answered: answers.count(),
        last_score,
        follow_ups: follow_ups.map(|question| question.follow_ups.len()),
    })
}

fn missing(state: &State) -> Missing {
    match (state.questions.is_empty(), &state.library.status) {
        (true, LibraryStatus::Opening) => Missing::Reading,
        (true, _) => Missing::NoQuestions,
        (false, _) => Missing::NotDrawn,
    }
}

fn stage<'a>(state: &'a State, now: &Now) -> Stage<'a> {
    match &state.practice.phase {
        Phase::Idle if state.practice.task.settings_locked() => Stage::Bound,
        Phase::Idle => Stage::Idle {
            think_secs: state.next_think_secs(now.date.date()),
        },
        Phase::Thinking { until } => {
            let left = until.saturating_sub(now.since_start).as_secs_f32();
            Stage::Thinking {
                left_secs: left.ceil() as u32,
                next_in_secs: left - (left.ceil() - 1.0).max(0.0),
            }
        }
        Phase::Arming(_) => Stage::Arming,
        Phase::Recording(recording) => Stage::Running(Running::new(recording, Course::Runs)),
        Phase::Finishing(recording) => Stage::Running(Running::new(recording, Course::Closes)),
        Phase::Interrupted(interrupted) => Stage::Interrupted {
            running: Running::new(&interrupted.recording, Course::Waits),
            can_start_over: state.devices.is_none() || state.microphone().is_some(),
            told: tells_interruption(state),
        },
    }
}

fn disc(state: &State) -> Disc<'_> {
    match &state.practice.phase {
        Phase::Idle => match (&state.library.status, &state.practice.question) {
            (LibraryStatus::Opening, _) => Disc::Blocked(Blocked::LibraryOpening),
            (LibraryStatus::Failed(_), _) => Disc::Blocked(Blocked::LibraryFailed),
            (LibraryStatus::Ready, None) if state.questions.is_empty() => {
                Disc::Blocked(Blocked::NoQuestions)
            }
            (LibraryStatus::Ready, None) if state.picks_topic() => Disc::Blocked(Blocked::NoTopic),
            (LibraryStatus::Ready, None) => Disc::Blocked(Blocked::NotDrawn),
            (LibraryStatus::Ready, Some(_)) => Disc::Record,
        },
        Phase::Thinking { .. } => Disc::StartNow,
        Phase::Arming(_) => Disc::Waiting,
        Phase::Recording(_) => Disc::Stop,
        Phase::Finishing(_) => Disc::Saving {
            closing: state.closing,
        },
        Phase::Interrupted(interrupted) => go_on(state, interrupted),
    }
}

fn go_on<'a>(state: &'a State, interrupted: &Interrupted) -> Disc<'a> {
    let device = state.microphone().map(|device| device.name.as_str());
    match (interrupted.going_on, device) {
        (GoingOn::Opens, None) => Disc::Waiting,
        (GoingOn::Opens, Some(device)) => Disc::Opening { device },
        (GoingOn::Waits | GoingOn::Failed, None) if state.devices.is_none() => Disc::Looking,
        (_, None) if interrupted.fault == SoundFault::SoundServerGone => Disc::Waiting,
        (GoingOn::Waits | GoingOn::Failed, None) => Disc::NoMicrophone,
        (going_on, Some(device)) => Disc::GoOn {
            device,
            failed: going_on == GoingOn::Failed,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::rubric::Rubric;
    use crate::model::settings::Settings;
    use std::time::Duration;

    fn state() -> State {
        State::new(
            1,
            Rubric::default(),
            Language::Korean,
            Settings::default(),
            "0",
        )
    }

    fn now(millis: u64) -> Now {
        Now {
            date: jiff::Zoned::default(),
            since_start: Duration::from_millis(millis),
        }
    }

    #[test]
    fn a_fresh_start_reads_and_waits() {
        let state = state();
        let view = PracticeView::new(&state, &now(0));
        assert_eq!(view.card, Card::Missing(Missing::Reading));
        assert_eq!(view.disc, Disc::Blocked(Blocked::LibraryOpening));
        assert_eq!(view.badge, Badge::Looking);
        assert_eq!(
            view.top,
            TaskHeader::Filter {
                only: crate::model::filter::Filter::General,
                left: 0
            }
        );
    }

    #[test]
    fn think_time_counts_whole_seconds_and_says_when_the_next_comes() {
        let mut state = state();
        state.practice.phase = Phase::Thinking {
            until: Duration::from_secs(10),
        };
        for (at, left, next) in [
            (0, 10, 1.0),
            (700, 10, 0.3),
            (9_500, 1, 0.5),
            (11_000, 0, 0.0),
        ] {
            let Stage::Thinking {
                left_secs,
                next_in_secs,
            } = PracticeView::new(&state, &now(at)).stage
            else {
                unreachable!("the state thinks")
            };
            assert_eq!(left_secs, left);
            assert!((next_in_secs - next).abs() < 1e-4, "{next_in_secs} at {at}");
        }
        assert_eq!(PracticeView::new(&state, &now(0)).top, TaskHeader::Nothing);
    }
}
