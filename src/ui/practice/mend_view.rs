//! What practice shows of a sentence that is said again, as plain data made of the state: which one it
//! is, and which takes of it there are. Not here: how it looks (`mend`).

use crate::flow::mending::{Heard, MendCommand, PendingMend};
use crate::flow::{Command, State};
use crate::i18n::{Words, dates};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::language::Language;
use crate::model::take::seconds_from_frames;
use crate::tr;

/// What can be heard in place of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct MendView {
    /// What is chosen here.
    pub name: String,
    /// What was said first, then the takes, oldest first.
    pub rows: Vec<MendRow>,
    /// That what was chosen is not there.
    pub lost: Option<String>,
}

/// Something that can be heard.
#[derive(Clone, Debug, PartialEq)]
pub struct MendRow {
    pub words: String,
    /// Its length.
    pub time: String,
    pub chosen: bool,
    pub playing: bool,
    pub keep: Command,
    pub hear: (String, Command),
    /// What was said first cannot be deleted here.
    pub delete: Option<(String, Command)>,
}

/// What stands above the question.
pub fn head(w: Words<'_>, language: Language) -> String {
    match language {
        Language::English => tr!(w, "mend-head-english"),
        Language::Korean => tr!(w, "mend-head-korean"),
    }
}

/// Where the sentence stands in the answer.
pub fn place(w: Words<'_>, state: &State, pending: &PendingMend) -> String {
    let rate = state
        .attempt(&pending.of)
        .map_or(0, |attempt| attempt.take.sample_rate_hz);
    let at = |frame| dates::clock_tenths(seconds_from_frames(frame, rate));
    tr!(
        w,
        "mend-where",
        from = at(pending.span.start_frame),
        to = at(pending.span.end_frame)
    )
}

impl MendView {
    /// Of a state in which a sentence is to be said again.
    pub fn new(w: Words<'_>, state: &State) -> Self {
        let name = tr!(w, "mend-choose");
        let pending = state.mending();
        let Some((pending, answer)) = pending.zip(pending.and_then(|it| state.attempt(&it.of)))
        else {
            return Self {
                name,
                rows: Vec::new(),
                lost: None,
            };
        };
        let chosen = state.chosen_take();
        let row = Rows { w, state };
        let playback = &state.playback;
        let first = row.of(
            tr!(w, "mend-first"),
            pending.secs,
            chosen.is_none(),
            playback.id.as_ref() == Some(&pending.of),
        );
        let takes = state.mends_at(&pending.of, pending.span);
        let takes = takes
            .iter()
            .enumerate()
            .map(|(at, take)| row.of_take(at + 1, take, chosen == Some(&take.id)));
        let mended = state.mended(answer);
        let mut mended = mended.iter().filter(|it| it.span == pending.span);
        let lost = mended.any(|it| it.heard == Heard::Lost);
        Self {
            name,
            rows: [first].into_iter().chain(takes).collect(),
            lost: lost.then(|| tr!(w, "mend-lost")),
        }
    }
}

/// Makes rows.
struct Rows<'a> {
    w: Words<'a>,
    state: &'a State,
}

impl Rows<'_> {
    fn of(&self, words: String, secs: f64, chosen: bool, here: bool) -> MendRow {
        let playing = here && self.state.playback.playing;
        let hear = if playing {
            tr!(self.w, "mend-stop", what = words.as_str())
        } else {
            tr!(self.w, "mend-hear", what = words.as_str())
        };
        MendRow {
            words,
            time: dates::clock_tenths(secs),
            chosen,
            playing,
            keep: Command::Mend(MendCommand::Keep(None)),
            hear: (hear, Command::Mend(MendCommand::HearFirst)),
            delete: None,
        }
    }

    fn of_take(&self, number: usize, take: &Attempt, chosen: bool) -> MendRow {
        let words = tr!(self.w, "mend-take", number = number);
        let here = self.state.playback.id.as_ref() == Some(&take.id);
        let id: AttemptId = take.id.clone();
        let delete = tr!(self.w, "mend-delete", what = words.as_str());
        let row = self.of(words, take.take.duration_secs(), chosen, here);
        MendRow {
            keep: Command::Mend(MendCommand::Keep(Some(id.clone()))),
            hear: (row.hear.0, Command::PlayRow(id.clone())),
            delete: Some((delete, Command::Delete(id))),
            ..row
        }
    }
}
