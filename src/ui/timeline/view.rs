//! What the timeline shows, in words. Rows are made one by one, as they come into sight. Not here:
//! what is counted over all attempts (`derived`), and drawing.

use crate::flow::State;
use crate::flow::state::LibraryStatus;
use crate::i18n::{self, Words, dates, faults, names};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::{Fault, FileFault};
use crate::model::language::{Language, LanguagePlan};
use crate::model::question::FollowUpKind;
use crate::model::recording_quality::{self, Verdict};
use crate::model::take::{TakeState, seconds_from_frames};
use crate::tr;
use crate::ui::practice::depth_words;
use crate::ui::theme::text::Size;
use crate::ui::widgets::blank::Blank;

/// Files that are named one by one.
const NAMED: usize = 50;

/// What the screen shows besides its rows.
#[derive(Debug)]
pub struct TimelineView {
    /// What is said where there are no rows.
    pub blank: Option<Empty>,
    /// How many answers are listed.
    pub count: String,
    /// Files that cannot be read.
    pub unreadable: Option<Unreadable>,
    /// How far the takes have been listened to.
    pub analyzing: Option<Analyzing>,
}

/// The timeline without rows.
#[derive(Debug)]
pub struct Empty {
    /// Why.
    pub why: Why,
    /// What is said.
    pub blank: Blank,
    /// The way on.
    pub button: Option<String>,
}

/// Why there are no rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The library is being read.
    Opening,
    /// The library cannot be used.
    Failed,
    /// Nothing was answered yet.
    First,
    /// The filters let nothing through.
    NoMatch,
}

/// Files that cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    /// How many.
    pub title: String,
    /// Which, and why.
    pub files: Vec<String>,
}

/// How far the takes have been listened to.
#[derive(Debug)]
pub struct Analyzing {
    /// In words.
    pub words: String,
    /// The share that is done, 0..=1.
    pub share: f32,
}

impl TimelineView {
    /// Reads the state; `listed` attempts pass the filter.
    pub fn new(w: Words<'_>, state: &State, listed: usize) -> Self {
        let all = state.library.entries.len();
        let count = if state.timeline.filter.is_open() {
            tr!(w, "timeline-answers", count = all, shown = grouped(all))
        } else {
            let (listed, all) = (grouped(listed), grouped(all));
            tr!(w, "timeline-answers-of", count = listed, all = all)
        };
        Self {
            blank: empty(w, state),
            count,
            unreadable: unreadable(w, &state.library.faults),
            analyzing: analyzing(w, state),
        }
    }
}

fn empty(w: Words<'_>, state: &State) -> Option<Empty> {
    let (why, size, title, sentences, button) = match &state.library.status {
        _ if !state.library.entries.is_empty() => {
            if !state.timeline.rows.is_empty() {
                return None;
            }
            let hint = vec![tr!(w, "timeline-no-match-hint")];
            let button = Some(tr!(w, "timeline-show-all"));
            let title = tr!(w, "timeline-no-match");
            (Why::NoMatch, Size::Title, title, hint, button)
        }
        LibraryStatus::Opening => {
            let title = tr!(w, "timeline-opening");
            (Why::Opening, Size::Display, title, vec![], None)
        }
        LibraryStatus::Failed(fault) => {
            let (title, sentences) = faults::text(w, &Fault::File(fault.clone())).titled();
            let button = Some(tr!(w, "timeline-open-settings"));
            (Why::Failed, Size::Display, title, sentences, button)
        }
        LibraryStatus::Ready => {
            let sentences = vec![tr!(w, "timeline-empty-how"), tr!(w, "timeline-empty-then")];
            let button = Some(tr!(w, "timeline-draw"));
            let title = tr!(w, "timeline-empty");
            (Why::First, Size::Display, title, sentences, button)
        }
    };
    let blank = Blank {
        size,
        title,
        sentences,
    };
    Some(Empty { why, blank, button })
}

fn unreadable(w: Words<'_>, all: &[FileFault]) -> Option<Unreadable> {
    if all.is_empty() {
        return None;
    }
    let said = |fault: &FileFault| {
        let fault = faults::text(w, &Fault::File(fault.clone()));
        match fault.detail {
            Some(detail) => format!("{} {detail}", fault.what),
            None => fault.what,
        }
    };
    let mut files: Vec<String> = all.iter().take(NAMED).map(said).collect();
    if all.len() > NAMED {
        let unnamed = all.len() - NAMED;
        files.push(tr!(w, "timeline-unreadable-more", count = unnamed));
    }
    Some(Unreadable {
        title: tr!(w, "timeline-unreadable", count = all.len()),
        files,
    })
}

fn analyzing(w: Words<'_>, state: &State) -> Option<Analyzing> {
    // One take is done before the line could be read.
    let (done, total) = state.analysis_progress.filter(|(_, total)| *total > 1)?;
    Some(Analyzing {
        words: tr!(w, "speech-working", done = done, total = total),
        share: done as f32 / total as f32,
    })
}

/// A number with its thousands set apart, as both languages write it.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The question in the language of the interface, or in the other when it has none.
pub fn question<'a>(w: Words<'_>, attempt: &'a Attempt) -> &'a str {
    let text = &attempt.question.text;
    let own = text.get(w.language());
    if own.is_empty() {
        text.get(w.language().other())
    } else {
        own
    }
}

/// A score in a sentence.
pub fn score_words(w: Words<'_>, score: Option<f32>) -> String {
    match score {
        Some(score) => tr!(w, "timeline-score", score = format!("{score:.1}")),
        None => tr!(w, "timeline-no-score"),
    }
}

/// An attempt as a row.
#[derive(Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the row"
)]
pub struct RowView {
    /// Which.
    pub id: AttemptId,
    /// What was asked.
    pub title: String,
    /// The parts of the second line, and the language whose colour a part has.
    pub caption: Vec<(String, Option<Language>)>,
    /// Mean of one's own scores.
    pub score: Option<String>,
    /// How long it is.
    pub duration: String,
    /// Whether it is starred.
    pub starred: bool,
    /// Why its sound is in doubt, if it is.
    pub doubt: Option<String>,
    /// All of it, as a screen reader says it.
    pub spoken: String,
    /// The languages that were asked for.
    pub plan: LanguagePlan,
    /// Where the cue fell, as a share of the whole, and the language from there on.
    pub cue: Option<(f32, Language)>,
    /// Whether it hangs under the row that began its chain.
    pub hangs: bool,
    /// Whether it is selected.
    pub selected: bool,
    /// How far it has been played, if it plays or is paused.
    pub playing: Option<Playing>,
    /// Whether there is something to play.
    pub playable: bool,
    /// Whether it may be deleted.
    pub deletable: bool,
}

/// How far a row has been played.
#[derive(Clone, Copy, Debug)]
pub struct Playing {
    /// Whether it plays just now.
    pub running: bool,
    /// The share that was played, 0..=1.
    pub part: f32,
}

impl RowView {
    /// An attempt in words; `deepest` is how deep the chain went that it began.
    pub fn new(
        w: Words<'_>,
        state: &State,
        attempt: &Attempt,
        hangs: bool,
        deepest: Option<u8>,
    ) -> Self {
        let caption = caption(w, attempt, deepest);
        let verdict = recording_quality::verdict(&recording_quality::troubles(&attempt.take));
        let title = question(w, attempt).to_owned();
        let duration = dates::clock(attempt.take.duration_secs());
        let mut spoken = vec![title.clone()];
        spoken.extend(caption.iter().map(|(part, _)| part.clone()));
        spoken.push(score_words(w, attempt.score()));
        spoken.push(duration.clone());
        if attempt.starred {
            spoken.push(tr!(w, "timeline-is-starred"));
        }
        let doubt = if state.unreadable.contains_key(&attempt.id) {
            Some(tr!(w, "fault-unreadable"))
        } else if let Some(there) = state.arrived_secs(attempt) {
            let (there, whole) = (dates::clock(there), duration.clone());
            Some(tr!(w, "timeline-partial", there = there, whole = whole))
        } else {
            let said = || i18n::recording_quality::verdict(w, verdict);
            (verdict != Verdict::Good).then(said)
        };
        spoken.extend(doubt.clone());
        let frames = attempt.take.frames;
        let cue = attempt.cue().map(|(mark, to)| {
            let part = mark.frame as f64 / frames.max(1) as f64;
            (part as f32, to)
        });
        Self {
            id: attempt.id.clone(),
            title,
            caption,
            score: attempt.score().map(|score| format!("{score:.1}")),
            duration,
            starred: attempt.starred,
            doubt,
            spoken: spoken.join(", "),
            plan: attempt.plan,
            cue,
            hangs,
            selected: state.timeline.selected.as_ref() == Some(&attempt.id),
            playing: playing(state, attempt),
            playable: frames > 0,
            deletable: !attempt.read_only,
        }
    }
}

fn playing(state: &State, attempt: &Attempt) -> Option<Playing> {
    let playback = &state.playback;
    let frames = attempt.take.frames;
    let mine = playback.id.as_ref() == Some(&attempt.id) && frames > 0;
    let begun = playback.playing || (1..frames).contains(&playback.frame);
    (mine && begun && playback.fault.is_none()).then(|| Playing {
        running: playback.playing,
        part: (playback.frame as f64 / frames as f64).clamp(0.0, 1.0) as f32,
    })
}

fn caption(
    w: Words<'_>,
    attempt: &Attempt,
    deepest: Option<u8>,
) -> Vec<(String, Option<Language>)> {
    let mut parts = Vec::with_capacity(4);
    if let Some(link) = &attempt.link {
        let step = link.kind == FollowUpKind::Step;
        parts.push((depth_words(w, link.depth, step), None));
    } else if let Some(deepest) = deepest {
        parts.push((tr!(w, "chain-deep", depth = deepest), None));
    }
    let principle = attempt.question.principles.first();
    // A follow-up has little room, and is asked for the same as what it hangs on.
    if let Some(principle) = principle.filter(|_| attempt.link.is_none()) {
        parts.push((names::principle(w, *principle), None));
    }
    parts.push((names::plan(w, attempt.plan), None));
    match attempt.take.state {
        TakeState::Empty => parts.push((tr!(w, "timeline-no-sound"), None)),
        TakeState::Repaired => parts.push((tr!(w, "timeline-repaired"), None)),
        TakeState::Recording | TakeState::Complete => {}
    }
    if let Some((mark, to)) = attempt.cue() {
        let secs = seconds_from_frames(mark.frame, attempt.take.sample_rate_hz);
        let said = tr!(w, "timeline-cue-at", time = dates::clock(secs));
        parts.push((said, Some(to)));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, words) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), words);
        }
    }
}
