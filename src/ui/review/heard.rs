//! What the review screen knows of the voice in a take: its runs in the colour of the language most
//! likely spoken, the switch, pauses and figures. Worked out once for each take and mark.
//! Nothing here draws or asks.

use std::sync::{Arc, Weak};

use crate::flow::heard;
use crate::flow::listening::can_be_heard;
use crate::flow::state::State;
use crate::model::attempt::Attempt;
use crate::model::cached::Cached;
use crate::model::fluency::Fluency;
use crate::model::language::Language;
use crate::model::mark::{Mark, PauseCause};
use crate::model::speech::{Span, Speech};
use crate::model::star::StarShares;
use crate::model::switch::{Around, Automatic, Switch};
use crate::model::take::frames_from_seconds;

/// How far the take was listened to.
#[derive(Clone, Debug)]
pub enum Heard<'a> {
    /// There is nothing to listen to.
    Nothing,
    /// It is being listened to, or waits for it.
    Waiting,
    /// It was listened to.
    Known(&'a Known),
}

impl<'a> Heard<'a> {
    /// What is known, if anything.
    pub fn known(&self) -> Option<&'a Known> {
        match self {
            Self::Known(known) => Some(known),
            Self::Nothing | Self::Waiting => None,
        }
    }
}

impl SwitchSpan {
    /// Whether a silence lies between the former language and the new one.
    pub fn holds(self, pause: Span) -> bool {
        self.by != By::Nobody && (self.cue..self.restart).contains(&pause.start_frame)
    }
}

/// A stretch of voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where.
    pub span: Span,
    /// The language most likely spoken; `None` between two languages.
    pub language: Option<Language>,
}

/// Who says where the new language begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The sound.
    Sound,
    /// The person.
    Person,
    /// The person, who is still placing the marker.
    Placing,
    /// Nobody: it cannot be told, and is not marked.
    Nobody,
}

/// From the cue to the new language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SwitchSpan {
    /// The frame of the cue.
    pub cue: u64,
    /// The language asked for.
    pub to: Language,
    /// Where the former language ends; the cue when nothing was being said.
    pub silent: u64,
    /// Where the next voice begins, be it an "um"; the restart when nothing comes before it.
    pub voice: u64,
    /// Where the new language begins; the cue when nobody says.
    pub restart: u64,
    /// Who says so.
    pub by: By,
}

/// A pause of a second or more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pause {
    /// Where.
    pub span: Span,
    /// Its length in seconds.
    pub secs: f64,
    /// Why, as the person judged.
    pub cause: Option<PauseCause>,
}

/// All that is known of the voice in a take.
#[derive(Clone, Debug)]
pub struct Known {
    /// Stretches of voice in order.
    pub runs: Vec<Run>,
    /// The switch; `None` without a cue.
    pub turn: Option<SwitchSpan>,
    switch: Option<Switch>,
    /// Pauses of a second or more, the longest first.
    pub pauses: Vec<Pause>,
    /// Figures of the whole; `None` without a voice.
    pub fluency: Option<Fluency>,
    /// What surrounds the switch, by the person's mark if there is one.
    pub around: Option<Around>,
    /// Shares of the STAR parts; `None` without taps.
    pub star: Option<StarShares>,
}

impl Known {
    /// Works out the switch with the marker at a frame, or without it.
    fn place(&mut self, attempt: &Attempt, speech: &Speech, marker: Option<u64>) {
        let asked = attempt.cue().map(|(_, to)| to);
        self.turn = self
            .switch
            .zip(asked)
            .map(|(switch, to)| turn(speech, &switch, to, marker));
        self.runs = runs(speech, attempt, self.turn);
    }

    /// The language most likely spoken at a frame; `None` in silence and between two languages.
    pub fn language_at(&self, frame: u64) -> Option<Language> {
        let at = self.runs.partition_point(|run| run.span.end_frame <= frame);
        let run = self.runs.get(at).filter(|run| run.span.holds(frame))?;
        run.language
    }
}

/// What [`Known`] was worked out from.
#[derive(Clone, Debug)]
struct From {
    of: Weak<Speech>,
    marks: Vec<Mark>,
    shape: [u8; 4],
}

impl PartialEq for From {
    fn eq(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.of, &other.of)
            && (&self.marks, self.shape) == (&other.marks, other.shape)
    }
}

/// What was worked out last, by what and with the marker at which frame.
#[derive(Debug, Default)]
pub struct HeardMemory(Cached<(From, Option<u64>), Option<Known>>);

impl HeardMemory {
    /// What is known of the attempt.
    pub fn follow(&mut self, state: &State, attempt: &Attempt) -> Heard<'_> {
        let Some(entry) = state.speech.get(&attempt.id) else {
            return if can_be_heard(attempt) {
                Heard::Waiting
            } else {
                Heard::Nothing
            };
        };
        let Some(speech) = entry else {
            // What is still on its way is listened to when it is there.
            let waits = state.arrived_secs(attempt).is_some();
            return if waits || state.analysis.pending.contains(&attempt.id) {
                Heard::Waiting
            } else {
                Heard::Nothing
            };
        };
        let from = From {
            of: Arc::downgrade(speech),
            marks: attempt.marks.clone(),
            shape: state.settings.star_shape.percent(),
        };
        let key = (from, state.listening.marker);
        if !self.0.is_of(&key) {
            // A marker that is dragged moves the switch and nothing else.
            let same = self.0.key().is_some_and(|(from, _)| *from == key.0);
            let former = (*self.0).clone().filter(|_| same);
            let mut known = former.unwrap_or_else(|| known(state, attempt, speech));
            known.place(attempt, speech, key.1);
            self.0.keep(key, Some(known));
        }
        self.0.as_ref().map_or(Heard::Waiting, Heard::Known)
    }
}

fn known(state: &State, attempt: &Attempt, speech: &Arc<Speech>) -> Known {
    let switch = heard::switch(speech, attempt);
    let pauses = speech
        .long_pauses()
        .into_iter()
        .map(|span| Pause {
            span,
            secs: speech.secs(span.frames()),
            cause: heard::cause(attempt, span),
        })
        .collect();
    Known {
        runs: Vec::new(),
        turn: None,
        switch,
        pauses,
        fluency: Fluency::of(speech, speech.whole()),
        around: switch.as_ref().and_then(around),
        star: StarShares::of(speech, &attempt.taps(), state.settings.star_shape),
    }
}

fn around(switch: &Switch) -> Option<Around> {
    match (switch.confirmed, switch.automatic) {
        (Some(confirmed), _) => Some(confirmed.around),
        (None, Automatic::Measured(parts)) => Some(parts.around),
        (None, Automatic::Unclear { .. }) => None,
    }
}

fn turn(speech: &Speech, switch: &Switch, to: Language, marker: Option<u64>) -> SwitchSpan {
    let cue = switch.cue_frame;
    let measured = match switch.automatic {
        Automatic::Measured(parts) => Some(parts),
        Automatic::Unclear { .. } => None,
    };
    let (restart, by) = match (marker, switch.confirmed, measured) {
        (Some(marker), ..) => (marker, By::Placing),
        (None, Some(confirmed), _) => (confirmed.restart_frame, By::Person),
        (None, None, Some(parts)) => (parts.restart_frame, By::Sound),
        (None, None, None) => (cue, By::Nobody),
    };
    let running = speech.runs.iter().find(|run| run.holds(cue));
    let silent = match measured {
        Some(parts) => cue + frames_from_seconds(parts.disengage_secs, speech.sample_rate_hz),
        None => running.map_or(cue, |run| run.end_frame),
    }
    .min(restart);
    let next = speech.runs.iter().map(|run| run.start_frame);
    let voice = next
        .filter(|start| *start >= silent)
        .min()
        .map_or(restart, |start| start.min(restart));
    SwitchSpan {
        cue,
        to,
        silent,
        voice,
        restart,
        by,
    }
}

/// Runs with their languages. Before the switch is known to have happened, the language that was
/// asked for is all there is to go by.
fn runs(speech: &Speech, attempt: &Attempt, turn: Option<SwitchSpan>) -> Vec<Run> {
    let old = attempt.plan.start();
    let run = |span, language| Run { span, language };
    let all = speech.runs.iter().copied();
    let Some(turn) = turn else {
        return all.map(|span| run(span, Some(old))).collect();
    };
    let (ends, begins) = match turn.by {
        By::Nobody => (turn.cue, turn.cue),
        _ => (turn.silent, turn.restart),
    };
    let mut found = Vec::with_capacity(speech.runs.len() + 2);
    for span in all {
        // A run that lasts from one language into the other is cut where they meet.
        let pieces = [
            (Span::new(0, ends), Some(old)),
            (Span::new(ends, begins), None),
            (Span::new(begins, u64::MAX), Some(turn.to)),
        ];
        for (stretch, language) in pieces {
            found.extend(span.within(stretch).map(|span| run(span, language)));
        }
    }
    found
}
