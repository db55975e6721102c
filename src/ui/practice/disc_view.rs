//! What the disc does, as plain data made of the state. Not here: how it looks (`record_button`).

use crate::flow::Command;
use crate::flow::state::{GoingOn, Interrupted, LibraryStatus, Phase, State};
use crate::i18n::{Words, names};
use crate::model::fault::SoundFault;
use crate::tr;

/// The disc.
#[derive(Clone, Debug, PartialEq)]
pub struct Disc {
    pub shape: Shape,
    /// What it does, or why it does nothing.
    pub words: String,
    /// The cap of a key that helps.
    pub key: Option<&'static str>,
    /// What it asks for; nothing while it can do nothing.
    pub command: Option<Command>,
}

/// What is seen of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A red disc: it begins or goes on.
    Begins,
    /// A red square: it ends the take.
    Stops,
    /// An empty ring: something is being opened or looked for.
    Waits,
    /// A grey square: the file is being closed.
    Saves,
    /// A grey disc: nothing can be recorded.
    Off,
}

const SPACE: Option<&str> = Some("Space");

impl Disc {
    /// Of a state.
    pub fn new(w: Words<'_>, state: &State) -> Self {
        match &state.practice.phase {
            Phase::Idle => blocked(w, state).unwrap_or_else(|| Self {
                shape: Shape::Begins,
                words: tr!(w, "practice-answer"),
                key: SPACE,
                command: Some(Command::Record),
            }),
            Phase::Thinking { .. } => Self {
                shape: Shape::Begins,
                words: tr!(w, "practice-start-now"),
                key: SPACE,
                command: Some(Command::Record),
            },
            Phase::Arming(_) => Self::idle(Shape::Waits, tr!(w, "practice-waiting")),
            Phase::Recording(_) => Self {
                shape: Shape::Stops,
                words: tr!(w, "practice-stop"),
                key: SPACE,
                command: Some(Command::StopRecording),
            },
            Phase::Finishing(_) if state.closing => {
                Self::idle(Shape::Saves, tr!(w, "practice-saving-closing"))
            }
            Phase::Finishing(_) => Self::idle(Shape::Saves, tr!(w, "practice-saving")),
            Phase::Interrupted(interrupted) => go_on(w, state, interrupted),
        }
    }

    /// One that can do nothing now.
    fn idle(shape: Shape, words: String) -> Self {
        Self {
            shape,
            words,
            key: None,
            command: None,
        }
    }
}

/// Why nothing can be recorded, if so.
fn blocked(w: Words<'_>, state: &State) -> Option<Disc> {
    let words = match (&state.library.status, &state.practice.question) {
        (LibraryStatus::Opening, _) => tr!(w, "practice-blocked-opening"),
        (LibraryStatus::Failed(_), _) => tr!(w, "practice-blocked-failed"),
        (LibraryStatus::Ready, Some(_)) => return None,
        (LibraryStatus::Ready, None) if state.questions.is_empty() => {
            tr!(w, "practice-blocked-questions")
        }
        (LibraryStatus::Ready, None) if state.picks_topic() => tr!(w, "chain-topic-choose"),
        (LibraryStatus::Ready, None) => {
            return Some(Disc {
                key: Some("N"),
                ..Disc::idle(Shape::Off, tr!(w, "practice-blocked-question"))
            });
        }
    };
    Some(Disc::idle(Shape::Off, words))
}

/// Of a take that waits for a microphone.
fn go_on(w: Words<'_>, state: &State, interrupted: &Interrupted) -> Disc {
    let device = state.microphone().map(|device| device.name.as_str());
    let waiting = || Disc::idle(Shape::Waits, tr!(w, "practice-waiting"));
    match (interrupted.going_on, device) {
        (GoingOn::Opens, None) => waiting(),
        (GoingOn::Opens, Some(device)) => {
            let name = names::short(device);
            Disc::idle(Shape::Waits, tr!(w, "interrupted-opening", device = name))
        }
        (_, None) if state.devices.is_none() => {
            Disc::idle(Shape::Waits, tr!(w, "practice-looking"))
        }
        (_, None) if interrupted.fault == SoundFault::SoundServerGone => waiting(),
        (_, None) => Disc::idle(Shape::Off, tr!(w, "interrupted-none")),
        (going_on, Some(device)) => {
            let device = names::by_means_of(w, device);
            let words = if going_on == GoingOn::Failed {
                tr!(w, "interrupted-retry", device = device)
            } else {
                tr!(w, "interrupted-go-on", device = device)
            };
            Disc {
                shape: Shape::Begins,
                words,
                key: SPACE,
                command: Some(Command::ResumeRecording),
            }
        }
    }
}
