//! The waveform as the parts around it need it: where it is, and which frames are on show. Not here: how
//! any of them look.

use std::ops::Range;

use egui::{Pos2, Rangef, Rect};

use crate::model::speech::Span;
use crate::ui::review::layout::Places;
use crate::ui::review::view::ReviewView;
use crate::ui::widgets::wave_scale::{frame_at, x_of};

/// A waveform on the screen.
pub struct Wave<'a> {
    pub view: &'a ReviewView<'a>,
    /// Where it is, on whole pixels.
    pub rect: Rect,
    /// The waveform and as far as cue and playhead reach.
    pub zone: Rect,
    /// Middle of the lengths of pauses, below the lines of the runs.
    pub pauses_y: f32,
    /// The frames on show.
    pub range: Range<u64>,
}

impl<'a> Wave<'a> {
    /// The waveform in its place.
    pub fn new(view: &'a ReviewView<'a>, places: &Places, rect: Rect, range: Range<u64>) -> Self {
        Self {
            view,
            rect,
            zone: places.zone,
            pauses_y: places.pauses_y,
            range,
        }
    }

    /// Where a frame is across.
    pub fn x(&self, frame: u64) -> f32 {
        x_of(self.rect, &self.range, frame)
    }

    /// Where a stretch of frames is across.
    pub fn reach(&self, span: Span) -> Rangef {
        Rangef::new(self.x(span.start_frame), self.x(span.end_frame))
    }

    /// The frame at a place across.
    pub fn frame(&self, x: f32) -> u64 {
        frame_at(self.rect, &self.range, x)
    }

    /// Whether a frame is on show.
    pub fn shows(&self, frame: u64) -> bool {
        (self.range.start..=self.range.end).contains(&frame)
    }

    /// The top of the waveform at a frame.
    pub fn foot(&self, frame: u64) -> Pos2 {
        Pos2::new(self.x(frame), self.rect.top())
    }
}
