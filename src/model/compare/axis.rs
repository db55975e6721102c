//! One line of time for two answers, which are laid over each other at a place that both have.
//! It is counted in frames of the newer one's rate; the earlier one may have another rate.

use crate::model::attempt::Attempt;
use crate::model::edit_list::{EditList, Piece};
use crate::model::speech::Span;
use crate::model::star::StarPart;
use crate::model::take::{frames_from_seconds, seconds_from_frames};

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Newer,
    Earlier,
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Newer, Self::Earlier];

    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Newer => Self::Earlier,
            Self::Earlier => Self::Newer,
        }
    }

    /// Its place among the recordings that are played.
    const fn source(self) -> usize {
        match self {
            Self::Newer => 0,
            Self::Earlier => 1,
        }
    }
}

/// Where two answers are laid over each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Where what is kept of each begins.
    Start,
    /// At their cues.
    Cue,
    /// Where a part of the story begins, by the person's marks.
    Part(StarPart),
}

impl Align {
    /// All that two answers have in common; the start always.
    pub fn possible(newer: &Attempt, earlier: &Attempt) -> Vec<Self> {
        let parts = StarPart::ALL.into_iter().map(Self::Part);
        let all = [Self::Start, Self::Cue].into_iter().chain(parts);
        all.filter(|align| align.frame(newer).is_some() && align.frame(earlier).is_some())
            .collect()
    }

    /// The usual one: the cue, where both have one.
    pub fn usual(newer: &Attempt, earlier: &Attempt) -> Self {
        let both = Self::possible(newer, earlier);
        if both.contains(&Self::Cue) {
            Self::Cue
        } else {
            Self::Start
        }
    }

    /// The place in the frames of an answer, if it is in what is kept of it.
    fn frame(self, attempt: &Attempt) -> Option<u64> {
        let kept = attempt.kept();
        let frame = match self {
            Self::Start => Some(kept.start_frame),
            Self::Cue => attempt.cue().map(|(mark, _)| mark.frame),
            Self::Part(part) => {
                let taps = attempt.taps().into_iter();
                taps.filter(|(_, tapped)| *tapped == part)
                    .map(|(frame, _)| frame)
                    .filter(|frame| kept.holds(*frame))
                    .min()
            }
        };
        frame.filter(|frame| kept.holds(*frame))
    }
}

/// One of two answers on the common line.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Laid {
    /// What is kept of it, and the place at which it is laid over the other, in its own frames.
    kept: Span,
    anchor: u64,
    rate_hz: u32,
}

impl Laid {
    fn new(attempt: &Attempt, align: Align) -> Option<Self> {
        Some(Self {
            kept: attempt.kept(),
            anchor: align.frame(attempt)?,
            rate_hz: attempt.take.sample_rate_hz,
        })
    }

    /// Seconds from where it begins to where it is laid over the other.
    fn lead_secs(&self) -> f64 {
        let lead = self.anchor.saturating_sub(self.kept.start_frame);
        seconds_from_frames(lead, self.rate_hz)
    }
}

/// The common line of two answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    newer: Laid,
    earlier: Laid,
    /// Where one is laid over the other, in frames of the line.
    anchor: u64,
}

impl Axis {
    /// `None` when one of them has no such place.
    pub fn new(newer: &Attempt, earlier: &Attempt, align: Align) -> Option<Self> {
        let newer = Laid::new(newer, align)?;
        let earlier = Laid::new(earlier, align)?;
        let lead_secs = newer.lead_secs().max(earlier.lead_secs());
        Some(Self {
            newer,
            earlier,
            anchor: frames_from_seconds(lead_secs, newer.rate_hz),
        })
    }

    const fn laid(&self, side: Side) -> &Laid {
        match side {
            Side::Newer => &self.newer,
            Side::Earlier => &self.earlier,
        }
    }

    /// Frames of the line in a second.
    pub const fn rate_hz(&self) -> u32 {
        self.newer.rate_hz
    }

    /// Where one is laid over the other.
    pub const fn anchor(&self) -> u64 {
        self.anchor
    }

    /// Where an answer stands on the line.
    pub fn span(&self, side: Side) -> Span {
        let kept = self.laid(side).kept;
        Span::new(
            self.at(side, kept.start_frame),
            self.at(side, kept.end_frame),
        )
    }

    /// How long the line is: until both are over.
    pub fn frames(&self) -> u64 {
        let ends = Side::BOTH.map(|side| self.span(side).end_frame);
        ends.into_iter().max().unwrap_or(0)
    }

    /// Where a frame of an answer stands on the line.
    pub fn at(&self, side: Side, frame: u64) -> u64 {
        let laid = self.laid(side);
        let secs = seconds_from_frames(frame.abs_diff(laid.anchor), laid.rate_hz);
        let by = frames_from_seconds(secs, self.rate_hz());
        if frame < laid.anchor {
            self.anchor.saturating_sub(by)
        } else {
            self.anchor.saturating_add(by)
        }
    }

    /// The frame of an answer at a place of the line; where it is not there, its nearest.
    pub fn own(&self, side: Side, at: u64) -> u64 {
        let laid = self.laid(side);
        let secs = seconds_from_frames(at.abs_diff(self.anchor), self.rate_hz());
        let by = frames_from_seconds(secs, laid.rate_hz);
        let frame = if at < self.anchor {
            laid.anchor.saturating_sub(by)
        } else {
            laid.anchor.saturating_add(by)
        };
        frame.clamp(laid.kept.start_frame, laid.kept.end_frame)
    }

    /// One of the two alone, on the line; the newer one is the first recording, the earlier one the second.
    pub fn edit(&self, side: Side, gain_db: f32) -> EditList {
        EditList::new([Piece {
            source: side.source(),
            span: self.laid(side).kept,
            take: self.span(side),
            gain_db,
        }])
    }
}
