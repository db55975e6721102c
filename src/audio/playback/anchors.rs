//! Which place of a sound stands at which place of what became of it: straight lines between anchors.
//! Only the last seconds are kept, for they are what a speaker may still hold.

use std::collections::VecDeque;

/// Most anchors: several seconds of the shortest loop, or of slow speech.
const MOST: usize = 512;

/// From one axis of frames to another.
#[derive(Debug, Default)]
pub struct Anchors {
    anchors: VecDeque<Anchor>,
}

#[derive(Clone, Copy, Debug)]
struct Anchor {
    frame: f64,
    value: f64,
    per_frame: f64,
}

impl Anchors {
    pub fn clear(&mut self) {
        self.anchors.clear();
    }

    /// From this frame on another line: its value there, and how much it rises with each frame.
    pub fn push(&mut self, frame: f64, value: f64, per_frame: f64) {
        let same = self.anchors.back().is_some_and(|last| {
            let straight = last.value + (frame - last.frame) * last.per_frame;
            (straight - value).abs() < 0.25 && (last.per_frame - per_frame).abs() < 1e-9
        });
        if same {
            return;
        }
        if self.anchors.len() >= MOST {
            self.anchors.pop_front();
        }
        self.anchors.push_back(Anchor {
            frame,
            value,
            per_frame,
        });
    }

    /// The value at a frame; `None` without an anchor.
    pub fn at(&self, frame: f64) -> Option<f64> {
        let after = self.anchors.partition_point(|anchor| anchor.frame <= frame);
        let anchor = self.anchors.get(after.saturating_sub(1))?;
        let into = (frame - anchor.frame).max(0.0);
        Some(anchor.value + into * anchor.per_frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_frame_has_the_line_that_holds_there() {
        let mut anchors = Anchors::default();
        assert!(anchors.at(5.0).is_none());
        anchors.push(0.0, 100.0, 1.0);
        anchors.push(10.0, 110.0, 1.0);
        anchors.push(20.0, 50.0, 0.5);
        let at = |frame| anchors.at(frame).unwrap_or_default();
        assert_eq!(anchors.anchors.len(), 2);
        for (frame, value) in [(0.0, 100.0), (15.0, 115.0), (20.0, 50.0), (30.0, 55.0)] {
            assert!((at(frame) - value).abs() < 1e-9, "{frame}");
        }
        for frame in 1..2_000 {
            anchors.push(f64::from(frame) * 100.0, 0.0, 1.0);
        }
        assert_eq!(anchors.anchors.len(), MOST);
    }
}
