//! What the progress screen shows, in words. Not here: what the figures are (`model::progress`), and
//! drawing.

use jiff::civil::Date;

use crate::flow::keys::Action;
use crate::flow::state::{LibraryStatus, Screen};
use crate::flow::{Command, State};
use crate::i18n::{Words, dates, faults, names, progress as say};
use crate::model::fault::Fault;
use crate::model::language::{Language, LanguagePlan};
use crate::model::progress::{DataPoint, Progress, SwitchKind, SwitchSeries, Trend};
use crate::tr;
use crate::ui::progress::card_view::{
    BOTH, Causes, Figure, Fluency, Pair, Trended, baseline, causes, fluency, pair,
};
use crate::ui::theme::text::Size;
use crate::ui::widgets::blank::Blank;

/// Questions that are shown in both languages: the latest.
const QUESTIONS: usize = 3;

/// Everything that the screen shows.
#[derive(Debug)]
pub enum ProgressView<'a> {
    /// There is no figure yet.
    Blank(Blank, Option<WayOn>),
    /// There are figures.
    Figures(Box<Figures<'a>>),
}

/// The button of a page without figures.
#[derive(Debug)]
pub struct WayOn {
    /// Its words.
    pub words: String,
    /// The action whose key does the same.
    pub action: Option<Action>,
    /// What it asks for.
    pub command: Command,
}

/// What is shown where something was measured.
#[derive(Debug)]
pub struct Figures<'a> {
    /// The direction and the kind of switch that are shown.
    pub line: SwitchSeries,
    /// The kinds that can be chosen; empty where there is nothing to choose.
    pub kinds: Vec<SwitchKind>,
    /// The largest words.
    pub headline: String,
    /// What became of it.
    pub change: String,
    /// Switches that could not be measured.
    pub unclear: Option<String>,
    /// The trend of the switches.
    pub trend: Option<Trended<'a>>,
    /// One's own baseline, and what a switch adds to it.
    pub baseline: Vec<Figure<'a>>,
    /// The latest questions that were answered in both languages.
    pub pairs: Vec<Pair>,
    /// How fluent each language is, by itself; the one switched to first.
    pub fluency: [Fluency<'a>; 2],
    /// Why there were pauses, in the person's own judgement.
    pub causes: Vec<Causes>,
    /// What is not in the figures.
    pub notes: Vec<String>,
}

/// What the person chose to see.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chosen {
    /// The language switched to.
    pub to: Option<Language>,
    /// The kind of switch.
    pub kind: Option<SwitchKind>,
}

impl<'a> ProgressView<'a> {
    /// Puts the figures into words.
    pub fn new(w: Words<'_>, state: &State, progress: &'a Progress, chosen: Chosen) -> Self {
        if progress.is_empty() {
            return blank(w, &state.library.status, progress.unheard);
        }
        let line = shown_line(progress, chosen);
        let trend = progress.line(line);
        Self::Figures(Box::new(Figures {
            line,
            kinds: kinds(progress, line),
            headline: say::headline(w, line.to, line.way, trend),
            change: change(w, line.to, trend),
            unclear: progress
                .unclear
                .get(&line)
                .copied()
                .map(|count| tr!(w, "progress-unclear", count = count)),
            trend: trend.map(Trended),
            baseline: baseline(w, progress),
            pairs: progress
                .twins
                .iter()
                .take(QUESTIONS)
                .map(|twins| pair(w, twins))
                .collect(),
            fluency: [line.to, line.to.other()].map(|language| fluency(w, progress, language)),
            causes: BOTH
                .into_iter()
                .filter_map(|language| causes(w, progress, language))
                .collect(),
            notes: notes(w, state, progress),
        }))
    }
}

fn blank<'a>(w: Words<'_>, status: &LibraryStatus, unheard: usize) -> ProgressView<'a> {
    let (title, sentences, way_on) = match status {
        LibraryStatus::Opening => (tr!(w, "timeline-opening"), vec![], None),
        LibraryStatus::Failed(fault) => {
            let (title, sentences) = faults::text(w, &Fault::File(fault.clone())).titled();
            let settings = WayOn {
                words: tr!(w, "timeline-open-settings"),
                action: None,
                command: Command::GoTo(Screen::Settings),
            };
            (title, sentences, Some(settings))
        }
        LibraryStatus::Ready => {
            let plan = names::plan(w, LanguagePlan::KoreanToEnglish);
            let mut sentences = vec![
                tr!(w, "progress-empty-how", plan = plan),
                tr!(w, "progress-empty-then"),
            ];
            if unheard > 0 {
                sentences.push(tr!(w, "progress-unheard", count = unheard));
            }
            let draw = WayOn {
                words: tr!(w, "timeline-draw"),
                action: Some(Action::NextQuestion),
                command: Command::NextQuestion,
            };
            (tr!(w, "progress-empty"), sentences, Some(draw))
        }
    };
    let blank = Blank {
        size: Size::Display,
        title,
        sentences,
    };
    ProgressView::Blank(blank, way_on)
}

/// The line that is shown: the chosen one, else that of which there is something to show.
fn shown_line(progress: &Progress, chosen: Chosen) -> SwitchSeries {
    let any = |to, way| {
        let trend = progress.line(SwitchSeries { to, way });
        trend.is_some_and(|trend| !trend.takes.is_empty())
    };
    let some = |to: &Language| SwitchKind::ALL.into_iter().any(|way| any(*to, way));
    let to = chosen.to.or_else(|| BOTH.into_iter().find(some));
    let to = to.unwrap_or(Language::English);
    let first = SwitchKind::ALL.into_iter().find(|way| any(to, *way));
    let way = chosen.kind.or(first).unwrap_or(SwitchKind::Sudden);
    SwitchSeries { to, way }
}

/// The kinds of switch there are, where there is more than the one that is shown.
fn kinds(progress: &Progress, line: SwitchSeries) -> Vec<SwitchKind> {
    let known = |way: &SwitchKind| {
        BOTH.into_iter()
            .any(|to| progress.line(SwitchSeries { to, way: *way }).is_some())
    };
    let kinds: Vec<_> = SwitchKind::ALL.into_iter().filter(known).collect();
    if kinds.as_slice() == [line.way] {
        return Vec::new();
    }
    kinds
}

fn change(w: Words<'_>, to: Language, trend: Option<&Trend>) -> String {
    let Some(trend) = trend else {
        let plan = match to {
            Language::English => LanguagePlan::KoreanToEnglish,
            Language::Korean => LanguagePlan::EnglishToKorean,
        };
        return tr!(w, "progress-no-switch-how", plan = names::plan(w, plan));
    };
    say::latency_change(w, &trend.verdict)
}

/// Answers that are left out, and those that wait to be listened to.
fn notes(w: Words<'_>, state: &State, progress: &Progress) -> Vec<String> {
    let mut notes = Vec::new();
    if progress.left_out > 0 {
        notes.push(tr!(w, "progress-left-out", count = progress.left_out));
    }
    if progress.unheard > 0 {
        notes.push(match state.analysis_progress {
            Some((done, total)) => tr!(w, "speech-working", done = done, total = total),
            None => tr!(w, "progress-unheard", count = progress.unheard),
        });
    }
    notes
}

/// A single take: when, how long, and who says so.
pub fn take_words(w: Words<'_>, take: &DataPoint, today: Date) -> String {
    let day = dates::plain_day(w, take.at.date(), today);
    let by = if take.confirmed {
        tr!(w, "progress-by-you")
    } else {
        tr!(w, "progress-by-sound")
    };
    tr!(
        w,
        "progress-take",
        moment = format!("{day} {:02}:{:02}", take.at.hour(), take.at.minute()),
        secs = say::secs(w, take.figure),
        by = by
    )
}
