//! What is asked of the state about comparing two answers. Nothing here changes it.

use std::sync::Arc;

use crate::flow::heard;
use crate::flow::review::comparison::Pair;
use crate::flow::state::{Screen, State};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::audio::Rendition;
use crate::model::compare::{self, Align, Axis, Kinship, Known, Row, Side, rows};
use crate::model::mend;

impl State {
    /// The two that are compared now.
    pub fn compared(&self) -> Option<Pair> {
        let compare = self.compare.as_ref()?;
        let reviewed = self
            .reviewed()
            .filter(|_| self.screen == Screen::Review)?
            .clone();
        let other = self.attempt(&compare.other)?.clone();
        let (newer, earlier) = if compare::is_later(&reviewed, &other) {
            (reviewed, other)
        } else {
            (other, reviewed)
        };
        Some(Pair {
            axis: Axis::new(&newer, &earlier, compare.align)?,
            newer,
            earlier,
            align: compare.align,
            ear: compare.ear,
        })
    }

    /// The answers that the one under review can be compared with, the likeliest first.
    pub fn comparable(&self) -> Vec<&Arc<Attempt>> {
        let Some(reviewed) = self.reviewed() else {
            return Vec::new();
        };
        let all = self.library.entries.iter().map(|entry| &entry.attempt);
        compare::others(reviewed, all)
    }

    /// What two answers differ in.
    pub fn differences(&self, newer: &Attempt, earlier: &Attempt) -> Vec<Row> {
        let subject = self.subject_of(&newer.question);
        let lines: Vec<&str> = self
            .rubric
            .lines_for(newer, subject)
            .map(|line| line.id.as_str())
            .collect();
        rows(&self.known(newer), &self.known(earlier), &lines)
    }

    /// The answer under review and the one that it is compared with by itself: the last one to the same,
    /// once both have been listened to.
    pub fn offered_comparison(&self) -> Option<[&Arc<Attempt>; 2]> {
        let reviewed = self.reviewed()?;
        let other = self.comparable().into_iter().next()?;
        let kin = compare::kinship(reviewed, other)?;
        if kin == Kinship::OtherLanguage || compare::is_later(other, reviewed) {
            return None;
        }
        heard::speech(self, reviewed)?;
        heard::speech(self, other)?;
        Some([reviewed, other])
    }

    /// Where the two could be laid over each other next; after the last place the first.
    pub fn next_align(&self) -> Option<Align> {
        let pair = self.compared()?;
        let all = Align::possible(&pair.newer, &pair.earlier);
        let at = all.iter().position(|align| *align == pair.align)?;
        all.get(at + 1).or(all.first()).copied()
    }

    /// The answer that stands above (−1) or below (1) the other one among those to compare with.
    pub fn compared_after(&self, by: i32) -> Option<AttemptId> {
        let now = &self.compare.as_ref()?.other;
        let all = self.comparable();
        let at = all.iter().position(|other| other.id == *now)?;
        let to = at.checked_add_signed(isize::try_from(by).ok()?)?;
        all.get(to).map(|other| other.id.clone())
    }

    fn known<'a>(&'a self, attempt: &'a Attempt) -> Known<'a> {
        let speech = heard::speech(self, attempt).map(|speech| &**speech);
        Known {
            attempt,
            speech,
            switch: speech.and_then(|speech| heard::switch(speech, attempt)),
        }
    }

    /// By how much each of two is made softer so that both are equally loud, in dB, newer first: the louder
    /// one comes down, so that nothing clips.
    fn match_gains(&self, pair: &Pair) -> [f32; 2] {
        let of = |attempt: &Attempt| self.loudness_of(&attempt.id, attempt.kept());
        let gain = mend::gain_db(of(&pair.newer), of(&pair.earlier));
        [0.0 - gain.max(0.0), gain.min(0.0)]
    }

    /// How two are heard now.
    pub fn compared_rendition(&self, pair: &Pair) -> Rendition {
        let [newer, earlier] = self.match_gains(pair);
        let gain_db = match pair.ear {
            Side::Newer => newer,
            Side::Earlier => earlier,
        };
        Rendition {
            edit: pair.axis.edit(pair.ear, gain_db),
            looped: None,
            speed: self.settings.playback_speed,
        }
    }
}
