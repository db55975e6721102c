//! What the review screen shows, read from the state: sentences, places, scores. Nothing here
//! draws or asks.

use std::sync::Arc;

use crate::flow::listening::{ReviewCard, ReviewMarkers};
use crate::flow::review::MarkKey;
use crate::flow::state::Screen;
use crate::flow::{Now, State};
use crate::i18n::faults::FaultText;
use crate::i18n::{Words, dates, faults, names};
use crate::model::attempt::Attempt;
use crate::model::fault::{Fault, SoundFault};
use crate::model::language::{Bilingual, Language};
use crate::model::mark::MarkKind;
use crate::model::peaks::Peaks;
use crate::model::question::FollowUpKind;
use crate::model::rubric::RubricLine;
use crate::model::story::{Story, StoryId};
use crate::model::take::{TakeState, frames_from_seconds, seconds_from_frames};
use crate::tr;
use crate::ui::review::chain_view::{self, LinkView};

/// The sound of the attempt.
#[derive(Clone, Debug)]
pub enum Sound {
    /// It can be seen and heard.
    Ready(Arc<Peaks>),
    /// It can be heard; its picture is on its way.
    Loading,
    /// Nothing was captured.
    Empty,
    /// It cannot be read.
    Broken(FaultText),
}

impl Sound {
    /// Whether play and seek make sense.
    pub fn playable(&self) -> bool {
        matches!(self, Self::Ready(_) | Self::Loading)
    }
}

/// Whether what the person did is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is.
    OnDisk,
    /// Not yet.
    Saving,
    /// It cannot be changed at all.
    ReadOnly,
}

/// A line of the rubric as it applies to this attempt.
#[derive(Clone, Debug)]
pub struct LineView<'a> {
    /// Stable id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// The score given.
    pub score: Option<u8>,
    line: &'a RubricLine,
    language: Language,
}

impl<'a> LineView<'a> {
    /// The sentences that the scores stand for, from 1 on.
    pub fn anchors(&self) -> [&'a str; 5] {
        std::array::from_fn(|at| self.anchor(at as u8 + 1))
    }

    /// The sentence that a score stands for.
    pub fn anchor(&self, score: u8) -> &'a str {
        self.line
            .anchor(score)
            .map_or("", |anchor| anchor.get(self.language))
    }
}

/// The story that was told, and those that there are.
#[derive(Clone, Debug)]
pub struct ToldStory<'a> {
    /// Its id, and the story if it is there.
    pub told: Option<(&'a StoryId, Option<&'a Story>)>,
    /// All stories in the order of their titles.
    pub all: Vec<&'a Arc<Story>>,
}

impl<'a> ToldStory<'a> {
    /// Reads the state.
    pub fn new(state: &'a State, attempt: &'a Attempt) -> Self {
        let told = attempt
            .story
            .as_ref()
            .map(|id| (id, state.stories.get(id).map(|story| &**story)));
        Self {
            told,
            all: state.stories.by_title(),
        }
    }
}

/// Everything that the screen shows.
#[derive(Clone, Debug)]
pub struct ReviewView<'a> {
    /// The attempt.
    pub attempt: &'a Attempt,
    /// Plan, length, moment and which answer to this question it is, in one line.
    pub facts: String,
    /// The question in the language in which the answer began.
    pub question: &'a str,
    /// One calm sentence about the take, if there is anything to know.
    pub notice: Option<String>,
    /// Its sound.
    pub sound: Sound,
    /// Frame of the cue and the language asked for.
    pub cue: Option<(u64, Language)>,
    /// The mark that keys change.
    pub selected: Option<MarkKey>,
    /// Frames at which the interviewer broke in.
    pub interruptions: Vec<u64>,
    /// The frame that is heard.
    pub position: u64,
    /// Whether it plays.
    pub playing: bool,
    /// Playback volume, 0 to 1.
    pub volume: f32,
    /// Rubric lines that apply.
    pub lines: Vec<LineView<'a>>,
    /// Index of the current one.
    pub current: usize,
    /// Mean of the scores, if there are any.
    pub mean: Option<f32>,
    /// How many lines have a score.
    pub rated: usize,
    /// Whether it is on disk.
    pub saved: Saved,
    /// Where the person stands in listening.
    pub listening: ReviewMarkers,
    /// The cards below the sound.
    pub cards: Vec<ReviewCard>,
    /// The chain that it belongs to, while its card is on show.
    pub links: Vec<LinkView<'a>>,
    /// What a good answer has.
    pub points: &'a [Bilingual],
    /// What kind of follow-up comes next, if one is left.
    pub next: Option<FollowUpKind>,
    /// Whether the interviewer has something to break in with.
    pub breaks_in: bool,
    /// The question that a follow-up hangs on.
    pub under: Option<&'a str>,
    /// The story that was told, and those that there are.
    pub stories: ToldStory<'a>,
    /// The screen to go back to, unless the answer has just been given.
    pub back: Option<Screen>,
}

impl<'a> ReviewView<'a> {
    /// Reads the state; `None` when no attempt is under review.
    pub fn new(words: Words<'_>, state: &'a State, now: &Now) -> Option<Self> {
        let review = state.review.as_ref()?;
        let attempt: &Attempt = state.reviewed()?;
        let card = state.card();
        let other = state.listening.other_language;
        let language = chain_view::language(attempt, other);
        let heard = state.playback.id.as_ref() == Some(&attempt.id);
        let lines = lines(words, state, attempt);
        Some(Self {
            stories: ToldStory::new(state, attempt),
            facts: facts(words, state, attempt, now),
            question: attempt.question.text.get(language),
            notice: notice(words, state, attempt),
            sound: sound(words, state, attempt, heard),
            cue: attempt.cue().map(|(mark, to)| (mark.frame, to)),
            selected: state.marking.selected,
            interruptions: frames_of(attempt, MarkKind::Interruption),
            position: if heard {
                state.playback.frame.min(attempt.take.frames)
            } else {
                0
            },
            playing: heard && state.playback.playing,
            volume: state.settings.volume,
            current: review.line.min(lines.len().saturating_sub(1)),
            mean: attempt.score(),
            rated: lines.iter().filter(|line| line.score.is_some()).count(),
            saved: saved(state, attempt),
            lines,
            cards: state.cards(),
            links: if card == ReviewCard::Chain {
                chain_view::links(state, attempt, other)
            } else {
                Vec::new()
            },
            points: state.points_of(attempt),
            next: state.next_kind(attempt),
            breaks_in: state.may_break_in(attempt),
            under: under(state, attempt).map(|text| text.get(language)),
            listening: ReviewMarkers {
                card,
                ..state.listening
            },
            back: back(review.from),
            attempt,
        })
    }

    /// Seconds of a frame of the take.
    pub fn secs(&self, frame: u64) -> f64 {
        seconds_from_frames(frame, self.attempt.take.sample_rate_hz)
    }

    /// Frames of seconds of the take.
    pub fn frames(&self, secs: f64) -> u64 {
        frames_from_seconds(secs, self.attempt.take.sample_rate_hz)
    }

    /// The current line of the rubric.
    pub fn current_line(&self) -> Option<&LineView<'a>> {
        self.lines.get(self.current)
    }

    /// `10개 중 9개`, or that nothing has been rated yet.
    pub fn progress(&self, words: Words<'_>) -> String {
        if self.rated == 0 {
            tr!(words, "review-unrated")
        } else {
            tr!(
                words,
                "review-rated",
                rated = self.rated,
                total = self.lines.len()
            )
        }
    }
}

/// The lines of the rubric that apply, with the scores given.
fn lines<'a>(words: Words<'_>, state: &'a State, attempt: &'a Attempt) -> Vec<LineView<'a>> {
    let language = words.language();
    let subject = state.subject_of(&attempt.question);
    let view = |line: &'a RubricLine| LineView {
        id: &line.id,
        name: line.name.get(language),
        score: attempt.line_score(&line.id),
        line,
        language,
    };
    state.rubric.lines_for(attempt, subject).map(view).collect()
}

fn saved(state: &State, attempt: &Attempt) -> Saved {
    if attempt.read_only {
        Saved::ReadOnly
    } else if state.library.unsaved.contains(&attempt.id) {
        Saved::Saving
    } else {
        Saved::OnDisk
    }
}

/// An answer that has just been given leads nowhere back.
fn back(from: Screen) -> Option<Screen> {
    matches!(from, Screen::Timeline | Screen::Progress | Screen::Today).then_some(from)
}

/// Where marks of one kind stand.
fn frames_of(attempt: &Attempt, kind: MarkKind) -> Vec<u64> {
    let marks = attempt.marks.iter().filter(|mark| mark.kind == kind);
    marks.map(|mark| mark.frame).collect()
}

/// The question that a follow-up hangs on: as it was asked, or as its pack has it.
fn under<'a>(state: &'a State, attempt: &Attempt) -> Option<&'a Bilingual> {
    let link = attempt.link.as_ref()?;
    match state.attempt(&link.first) {
        Some(first) => Some(&first.question.text),
        None => state.question_of(&attempt.question).map(|it| &it.text),
    }
}

/// Which answer it is: of the question, or how deep in its chain.
fn place(words: Words<'_>, state: &State, attempt: &Attempt) -> String {
    if let Some(place) = &attempt.retelling {
        let (number, of) = (place.number, place.of);
        return tr!(words, "today-telling-place", number = number, of = of);
    }
    let Some(link) = &attempt.link else {
        let of_question = state.attempts_of(&attempt.question.id);
        let nth = of_question.filter(|it| it.id <= attempt.id).count();
        return tr!(words, "review-nth", count = nth);
    };
    if link.kind == FollowUpKind::Step {
        return tr!(words, "chain-step", depth = link.depth);
    }
    tr!(words, "chain-depth", depth = link.depth)
}

fn facts(words: Words<'_>, state: &State, attempt: &Attempt, now: &Now) -> String {
    [
        names::plan(words, attempt.plan),
        dates::clock(attempt.take.duration_secs()),
        dates::moment(words, &attempt.created, now.date.date()),
        place(words, state, attempt),
    ]
    .join("  ·  ")
}

fn notice(words: Words<'_>, state: &State, attempt: &Attempt) -> Option<String> {
    if let Some(there) = state.arrived_secs(attempt) {
        let whole = dates::clock(attempt.take.duration_secs());
        let there = dates::clock(there);
        return Some(tr!(words, "review-partial", there = there, whole = whole));
    }
    if attempt.take.state == TakeState::Repaired {
        return Some(tr!(words, "review-repaired"));
    }
    let gaps = attempt.take.gaps.len();
    (gaps > 0).then(|| tr!(words, "review-gaps", count = gaps))
}

fn sound(words: Words<'_>, state: &State, attempt: &Attempt, heard: bool) -> Sound {
    if attempt.take.state == TakeState::Empty || attempt.take.frames == 0 {
        return Sound::Empty;
    }
    let peaks = state.peaks.get(&attempt.id).and_then(Option::as_ref);
    let playing = state.playback.fault.as_ref().filter(|_| heard);
    let fault = state.unreadable.get(&attempt.id).or(playing);
    match (peaks, fault) {
        // Whatever its picture says, an unreadable take cannot be heard. A speaker that is missing
        // is the banner's business; the picture stays.
        (_, Some(fault @ SoundFault::Unreadable { .. }))
        | (None, Some(fault @ SoundFault::Other { .. })) => {
            Sound::Broken(faults::text(words, &Fault::Sound(fault.clone())))
        }
        (Some(peaks), _) => Sound::Ready(Arc::clone(peaks)),
        (None, _) => Sound::Loading,
    }
}
