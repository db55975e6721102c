//! What the cards of the progress screen show, in words: rows with a figure, questions in both
//! languages, causes of pauses. Not here: drawing.

use std::fmt;

use crate::i18n::{Words, dates, names, progress as say};
use crate::model::language::Language;
use crate::model::progress::{LanguageStats, Measure, Progress, Trend, TwinPart, Twins};
use crate::tr;

/// A figure that is not known.
const DASH: &str = "–";
/// Languages in the order of the cards.
pub const BOTH: [Language; 2] = [Language::English, Language::Korean];

/// A trend to be drawn.
#[derive(Clone, Copy)]
pub struct Trended<'a>(pub &'a Trend);

impl fmt::Debug for Trended<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} takes in {} weeks",
            self.0.takes.len(),
            self.0.weeks.len()
        )
    }
}

/// A row with a figure at its end.
#[derive(Debug)]
pub struct Figure<'a> {
    /// What it is about.
    pub name: String,
    /// What is said of it.
    pub caption: String,
    /// The figure with its unit; `None` if it is not known.
    pub figure: Option<String>,
    /// The weeks that led to it.
    pub weeks: Option<Trended<'a>>,
}

impl Figure<'_> {
    /// What stands at the end of the row.
    pub fn shown(&self) -> &str {
        self.figure.as_deref().unwrap_or(DASH)
    }
}

/// A language by itself.
#[derive(Debug)]
pub struct Fluency<'a> {
    /// Which.
    pub language: Language,
    /// What the figures come from, or why there are none.
    pub from: String,
    /// The measures.
    pub figures: Vec<Figure<'a>>,
}

/// One question in both languages.
#[derive(Debug)]
pub struct Pair {
    /// What was asked; empty where that is known.
    pub question: String,
    /// Part by part.
    pub rows: Vec<PairRow>,
}

/// One part of an answer in both languages.
#[derive(Debug)]
pub struct PairRow {
    /// The part.
    pub name: String,
    /// From the right: pauses per minute, ratio of the lengths, English, Korean.
    pub cells: [String; 4],
    /// All of it in one sentence.
    pub spoken: String,
}

/// The causes of pauses in a language.
#[derive(Debug)]
pub struct Causes {
    /// Which.
    pub language: Language,
    /// The most frequent first.
    pub rows: Vec<CauseRow>,
}

/// How often there was a cause.
#[derive(Debug)]
pub struct CauseRow {
    /// The cause.
    pub name: String,
    /// How often.
    pub count: usize,
    /// The share of the most frequent cause, 0..=1.
    pub share: f32,
    /// All of it in one sentence.
    pub spoken: String,
}

/// One's own baseline, and what a switch adds to it.
pub fn baseline<'a>(w: Words<'_>, progress: &Progress) -> Vec<Figure<'a>> {
    let starts = BOTH.map(|language| start(w, language, progress.own(language)));
    let costs = BOTH.map(|language| cost(w, language, progress.own(language)));
    starts.into_iter().chain(costs).collect()
}

fn start<'a>(w: Words<'_>, language: Language, own: &LanguageStats) -> Figure<'a> {
    let caption = match own.start {
        Some(start) => tr!(
            w,
            "progress-range",
            least = say::secs(w, start.least),
            most = say::secs(w, start.most),
            count = start.count
        ),
        None => tr!(w, "progress-from-five", have = own.starts),
    };
    Figure {
        name: say::start(w, language),
        caption,
        figure: own.start.map(|start| say::secs(w, start.median)),
        weeks: None,
    }
}

fn cost<'a>(w: Words<'_>, to: Language, own: &LanguageStats) -> Figure<'a> {
    let caption = match own.cost {
        Some(cost) => tr!(
            w,
            "progress-cost-parts",
            switch = say::secs(w, cost.switch_secs),
            start = say::secs(w, cost.start_secs)
        ),
        None => tr!(w, "progress-cost-from-five"),
    };
    Figure {
        name: say::cost_of(w, to),
        caption,
        figure: own.cost.map(|cost| say::cost(w, cost)),
        weeks: None,
    }
}

/// How fluent a language is, by itself.
pub fn fluency<'a>(w: Words<'_>, progress: &'a Progress, language: Language) -> Fluency<'a> {
    let Some(trends) = &progress.own(language).fluency else {
        return Fluency {
            language,
            from: tr!(w, "progress-fluency-none"),
            figures: Vec::new(),
        };
    };
    let mut from = say::setting(w, trends.setting);
    if trends.phonation_ratio.usual.is_some() {
        from = format!("{from} · {}", tr!(w, "progress-usual"));
    }
    let figures = [
        (Measure::PhonationRatio, &trends.phonation_ratio),
        (Measure::PausesPerMin, &trends.pauses_per_min),
        (Measure::MeanRun, &trends.mean_run_secs),
    ];
    Fluency {
        language,
        from,
        figures: figures
            .map(|(measure, trend)| measured(w, measure, trend))
            .into(),
    }
}

fn measured<'a>(w: Words<'_>, measure: Measure, trend: &'a Trend) -> Figure<'a> {
    let caption = match trend.usual {
        Some(_) => say::change(w, measure, &trend.verdict),
        None => tr!(w, "progress-from-five", have = trend.takes.len()),
    };
    let pictured = trend.usual.is_some() && trend.weeks.len() > 1;
    Figure {
        name: say::measure(w, measure),
        caption,
        figure: trend
            .usual
            .map(|usual| say::figure(w, measure, usual.median)),
        weeks: pictured.then_some(Trended(trend)),
    }
}

/// A question that was answered in both languages.
pub fn pair(w: Words<'_>, twins: &Twins) -> Pair {
    let language = w.language();
    let own = twins.question.get(language);
    let question = if own.is_empty() {
        twins.question.get(language.other())
    } else {
        own
    };
    Pair {
        question: question.to_owned(),
        rows: pair_rows(w, twins),
    }
}

/// The parts of two answers to the same question.
pub fn pair_rows(w: Words<'_>, twins: &Twins) -> Vec<PairRow> {
    twins.parts.iter().map(|part| pair_row(w, part)).collect()
}

fn pair_row(w: Words<'_>, part: &TwinPart) -> PairRow {
    let name = say::part(w, part.korean.part);
    let ratio = format!("{:.1}", part.ratio());
    let clock = |secs: f64| dates::clock(secs.round());
    let [korean, english] = [part.korean.secs, part.english.secs].map(clock);
    let [before, after] =
        [part.korean, part.english].map(|one| format!("{:.0}", one.pauses_per_min));
    let spoken = tr!(
        w,
        "progress-twins-row",
        part = name.as_str(),
        korean = korean.as_str(),
        english = english.as_str(),
        ratio = ratio.as_str(),
        before = before.as_str(),
        after = after.as_str()
    );
    let times = tr!(w, "progress-twins-times", ratio = ratio);
    PairRow {
        name,
        cells: [format!("{before} · {after}"), times, english, korean],
        spoken,
    }
}

/// Why there were pauses; `None` where no pause has a cause.
pub fn causes(w: Words<'_>, progress: &Progress, language: Language) -> Option<Causes> {
    let causes = &progress.own(language).causes;
    let most = causes.iter().map(|(_, count)| *count).max()?;
    let row = |&(cause, count): &(_, usize)| {
        let name = say::cause(w, cause);
        CauseRow {
            spoken: tr!(
                w,
                "progress-cause-row",
                language = names::language(w, language),
                cause = name.as_str(),
                count = count
            ),
            name,
            count,
            share: count as f32 / most.max(1) as f32,
        }
    };
    Some(Causes {
        language,
        rows: causes.iter().map(row).collect(),
    })
}
