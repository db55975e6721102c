//! Temporary.
use crate::analysis::{measures, star, switch};
use crate::model::fluency::Fluency;
use crate::model::speech::{Span, Speech};
use crate::model::star::{Shape, StarPart, StarShape, StarShares, Tap};
use crate::model::switch::Switch;

impl Switch {
    /// x
    pub fn of(speech: &Speech, cue_frame: u64, first_word_frame: Option<u64>) -> Self {
        switch::switch(speech, cue_frame, first_word_frame)
    }
}
impl Fluency {
    /// x
    pub fn of(speech: &Speech, span: Span) -> Option<Self> {
        measures::fluency(speech, span)
    }
}
impl Speech {
    /// x
    pub fn long_pauses(&self) -> Vec<Span> {
        measures::long_pauses(self)
    }
}
impl StarShares {
    /// x
    pub fn of(speech: &Speech, taps: &[(u64, StarPart)], shape: StarShape) -> Option<Self> {
        let taps: Vec<Tap> = taps
            .iter()
            .map(|(frame, part)| Tap {
                frame: *frame,
                part: *part,
            })
            .collect();
        let [a, b, c, d] = shape.percent().map(|p| f64::from(p) / 100.0);
        let target = Shape {
            situation: a,
            task: b,
            action: c,
            result: d,
        };
        star::shares(speech, &taps, target)
    }
}
