//! The practice screen: the question card, and what is going on from the idle question to the
//! closing file.
//! Not here: how one leads to the next (`update`).

pub(super) mod attempt_plan;
pub(super) mod card;
pub(super) mod interrupted;
mod questions;
pub(super) mod recording;
mod shown;
pub(super) mod task;
pub(super) mod timed_events;
pub(super) mod update;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::flow::practice::shown::Shown;
use crate::flow::task::Task;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::deck::Deck;
use crate::model::fault::SoundFault;
use crate::model::filter::Filter;
use crate::model::language::Language;
use crate::model::live::LiveTake;
use crate::model::mark::{CueBy, Mark, MarkKind};
use crate::model::question::Question;
use crate::model::star::StarPart;

#[derive(Clone, Debug)]
pub struct Practice {
    pub deck: Deck,
    pub filter: Filter,
    /// What was on the card.
    pub shown: Shown,
    /// Whether the menu of questions lies on top.
    pub menu_open: bool,
    pub question: Option<Question>,
    /// Whether the card shows the other language than the plan's.
    pub other_language: bool,
    pub phase: Phase,
    /// What was asked of the microphone.
    pub mic: Mic,
    /// Attempts that were given up while their folder was still being made; they go to the trash
    /// as soon as there is something to move.
    pub abandoned: BTreeMap<AttemptId, Arc<Attempt>>,
    pub task: Task,
    /// The topics of computer science, while one of them is to be chosen.
    pub topics: Option<Topics>,
}

impl Practice {
    /// Nothing on the card, nothing going on. The same seed draws the same questions and cues.
    pub fn new(seed: u64) -> Self {
        Self {
            deck: Deck::new(seed),
            filter: Filter::General,
            shown: Shown::default(),
            menu_open: false,
            question: None,
            other_language: false,
            phase: Phase::Idle,
            mic: Mic::Off,
            abandoned: BTreeMap::new(),
            task: Task::default(),
            topics: None,
        }
    }

    /// Whether this attempt waits for its folder.
    pub fn awaits_folder(&self, id: &AttemptId) -> bool {
        let arming = matches!(&self.phase, Phase::Arming(attempt) if attempt.id == *id);
        arming && self.mic == Mic::Off
    }
}

/// The choice among the topics of computer science while it stands on the card.
#[derive(Clone, Debug, PartialEq)]
pub struct Topics {
    /// The question that stood there before.
    pub before: Option<Question>,
}

/// What was asked of the microphone. Reports of it carry no name: only this tells a report of the
/// present attempt from a late one of an attempt that was given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mic {
    /// Nothing; its reports belong to nobody.
    #[default]
    Off,
    /// To record; the take is kept.
    Open,
    /// To record, and then to forget about it: the person turned back before the first samples.
    Discard,
}

#[derive(Clone, Debug, Default)]
pub enum Phase {
    /// Nothing: the question waits.
    #[default]
    Idle,
    Thinking {
        /// When it ends, since the start of the app.
        until: Duration,
    },
    /// The attempt is being made and the microphone opened.
    Arming(Arc<Attempt>),
    Recording(Recording),
    /// The microphone is gone; the take waits.
    Interrupted(Interrupted),
    /// The take is being closed.
    Finishing(Recording),
}

/// What becomes of a take as soon as it is closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// It is kept, and gone on from.
    #[default]
    Keep,
    /// It is kept, and the same question is asked again at once.
    Again,
    /// It goes to the trash, from where it can come back, and the question stays on the card.
    Discard,
}

#[derive(Clone, Debug)]
pub struct Recording {
    /// The attempt, without its final take.
    pub attempt: Arc<Attempt>,
    /// What the screen shows of it.
    pub live: LiveTake,
    pub device_name: String,
    pub marks: Vec<Mark>,
    /// A cue that was ordered and is not on the screen yet.
    pub cue_ordered: Option<(Language, CueBy)>,
    /// The cue on the whole screen: when it goes, since the start of the app.
    pub cue_until: Option<Duration>,
    /// The interviewer breaks in: when the words go, since the start of the app.
    pub interruption_until: Option<Duration>,
    /// What is wrong while the take goes on.
    pub trouble: Option<SoundFault>,
    /// What becomes of it as soon as it is closed.
    pub then: Then,
}

impl Recording {
    /// A take of which nothing is known yet.
    pub fn new(attempt: Arc<Attempt>) -> Self {
        Self {
            attempt,
            live: LiveTake::default(),
            device_name: String::new(),
            marks: Vec::new(),
            cue_ordered: None,
            cue_until: None,
            interruption_until: None,
            trouble: None,
            then: Then::Keep,
        }
    }

    /// The cue that fell: its frame and the language asked for.
    pub fn cue(&self) -> Option<(u64, Language)> {
        self.marks.iter().find_map(|mark| match mark.kind {
            MarkKind::Cue { to, .. } => Some((mark.frame, to)),
            _ => None,
        })
    }

    /// The part that runs, by the last tap.
    pub fn part(&self) -> Option<StarPart> {
        self.marks.iter().rev().find_map(|mark| match mark.kind {
            MarkKind::Part(part) => Some(part),
            _ => None,
        })
    }

    pub fn language(&self) -> Language {
        self.cue()
            .map_or(self.attempt.plan.start(), |(_, language)| language)
    }
}

/// A take without a microphone. All that was said is in its open file.
#[derive(Clone, Debug)]
pub struct Interrupted {
    pub recording: Recording,
    /// Why no sound arrives; of the last try to go on, if there was one.
    pub fault: SoundFault,
    /// How far the person has come with going on.
    pub going_on: GoingOn,
    /// When devices are looked for again, since the start of the app.
    pub look_at: Duration,
}

/// How far a person has come with going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoingOn {
    Waits,
    Opens,
    Failed,
}
