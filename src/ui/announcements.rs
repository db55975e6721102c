//! What a screen reader says by itself although nothing on the screen stands for it alone: which
//! screen this is, that a recording runs or has stopped, that all is saved, the score just given.
//! Each is one invisible node whose name changes. Never clocks: they would not come to an end.
//! Not here: what is announced where it stands, such as the cue, the banner and the toast.

use egui::{Rect, Role, Ui, Vec2};

use crate::flow::State;
use crate::flow::review::MarkKey;
use crate::flow::state::{Phase, Screen};
use crate::i18n::{Words, dates, names};
use crate::model::attempt::AttemptId;
use crate::model::rubric::RubricLine;
use crate::tr;
use crate::ui::widgets::words;
use crate::ui::{Cx, nav};

/// What was to be seen in the pass before, and what was said of it.
#[derive(Debug, Default)]
pub struct AnnouncementsMemory {
    /// Length of the running take, in seconds.
    take_secs: Option<f64>,
    recording: Option<String>,
    unsaved: bool,
    saved: bool,
    rated: Option<Rated>,
    score: Option<String>,
    /// The selected mark, and of which attempt.
    selected: Option<(AttemptId, MarkKey)>,
    mark: Option<String>,
}

/// The scores of the attempt under review, line by line, and the current line.
#[derive(Clone, Debug, PartialEq)]
struct Rated {
    id: AttemptId,
    scores: Vec<Option<u8>>,
    current: usize,
}

/// Says what is new.
pub fn announcements_ui(ui: &Ui, cx: &Cx<'_>, memory: &mut AnnouncementsMemory) {
    if !ui.ctx().has_accesskit_node(egui::accesskit_root_id()) {
        return;
    }
    let w = cx.words;
    say(ui, "announced-screen", &screen_name(w, cx.state.screen));
    memory.follow_recording(w, cx.state);
    memory.follow_saving(cx.state);
    memory.follow_rating(w, cx.state);
    memory.follow_marks(w, cx.state);
    if let Some(said) = &memory.recording {
        say(ui, "announced-recording", said);
    }
    if memory.saved {
        say(ui, "announced-saved", &tr!(w, "review-saved"));
    }
    if let Some(said) = &memory.score {
        say(ui, "announced-score", said);
    }
    if let Some(said) = &memory.mark {
        say(ui, "announced-mark", said);
    }
}

fn say(ui: &Ui, id: &'static str, said: &str) {
    let corner = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
    words::announce(ui, corner, id, Role::Status, said);
}

/// What a screen is called.
pub fn screen_name(w: Words<'_>, screen: Screen) -> String {
    match screen {
        Screen::Review => tr!(w, "keys-review"),
        Screen::Practice => tr!(w, "screen-practice"),
        Screen::Settings => tr!(w, "screen-settings"),
        Screen::Check => tr!(w, "check-title"),
        Screen::Today
        | Screen::Drill
        | Screen::Interview
        | Screen::Stories
        | Screen::Timeline
        | Screen::Progress => nav::tab_sign(w, screen).1,
    }
}

impl AnnouncementsMemory {
    fn follow_recording(&mut self, w: Words<'_>, state: &State) {
        let secs = match &state.practice.phase {
            Phase::Recording(recording) => Some(recording.live.captured_secs()),
            // A take that waits is told by the banner.
            Phase::Interrupted(_) | Phase::Finishing(_) => self.take_secs,
            Phase::Idle | Phase::Thinking { .. } | Phase::Arming(_) => None,
        };
        match (self.take_secs, secs) {
            (_, Some(_)) => self.recording = Some(tr!(w, "announce-recording")),
            (Some(before), None) => {
                let time = dates::clock(before);
                self.recording = Some(tr!(w, "announce-stopped", time = time));
            }
            (None, None) => {}
        }
        self.take_secs = secs;
    }

    fn follow_saving(&mut self, state: &State) {
        let stories = &state.stories;
        let story = stories
            .list
            .iter()
            .any(|story| stories.is_unsaved(&story.id));
        let unsaved = self.take_secs.is_some() || !state.library.unsaved.is_empty() || story;
        self.saved = !unsaved && (self.saved || self.unsaved);
        self.unsaved = unsaved;
    }

    /// The mark that was set or gone to, or that one was deleted.
    fn follow_marks(&mut self, w: Words<'_>, state: &State) {
        let Some(attempt) = state.reviewed().filter(|_| state.screen == Screen::Review) else {
            self.selected = None;
            self.mark = None;
            return;
        };
        let named = |key: MarkKey| {
            let mut marks = attempt.marks.iter();
            marks.find(|mark| MarkKey::of(mark) == key)
        };
        let now = state.marking.selected.map(|key| (attempt.id.clone(), key));
        let before = std::mem::replace(&mut self.selected, now.clone());
        match (before, now) {
            (before, Some(now)) if before.as_ref() != Some(&now) => {
                self.mark = named(now.1).map(|mark| names::mark_at(w, attempt, mark));
            }
            (Some((id, key)), None) if id == attempt.id && named(key).is_none() => {
                self.mark = Some(tr!(w, "marks-deleted"));
            }
            _ => {}
        }
    }

    fn follow_rating(&mut self, w: Words<'_>, state: &State) {
        let review = state
            .review
            .as_ref()
            .filter(|_| state.screen == Screen::Review);
        let (Some(review), Some(attempt)) = (review, state.reviewed()) else {
            self.rated = None;
            self.score = None;
            return;
        };
        let subject = state.subject_of(&attempt.question);
        let lines: Vec<_> = state.rubric.lines_for(attempt, subject).collect();
        let scores = lines.iter().map(|line| attempt.line_score(&line.id));
        let now = Rated {
            id: attempt.id.clone(),
            scores: scores.collect(),
            current: review.line,
        };
        let before = self.rated.replace(now.clone());
        let Some(before) = before.filter(|it| it.id == now.id && *it != now) else {
            return;
        };
        let mut both = before.scores.iter().zip(&now.scores);
        let given = both.position(|(before, now)| before != now);
        let moved = before.current != now.current;
        let moved = moved.then_some(now.current).filter(|at| Some(*at) != given);
        let said = given.into_iter().chain(moved).filter_map(|at| {
            let score = now.scores.get(at).copied().flatten();
            Some(line_words(w, lines.get(at)?, score))
        });
        self.score = Some(said.collect::<Vec<_>>().join(" "));
    }
}

/// A line of the rubric with what it was given.
fn line_words(w: Words<'_>, line: &RubricLine, score: Option<u8>) -> String {
    let name = line.name.get(w.language());
    match score.and_then(|score| Some((score, line.anchor(score)?))) {
        Some((score, anchor)) => {
            let anchor = anchor.get(w.language());
            tr!(
                w,
                "announce-score",
                line = name,
                score = score,
                anchor = anchor
            )
        }
        None => tr!(w, "announce-unscored", line = name),
    }
}
