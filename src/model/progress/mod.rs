//! What many attempts say about progress: how soon speech goes on after a switch, what that costs
//! against one's own usual start, how fluent each language is, the same question in both languages,
//! and why there were pauses. Derived from the attempts and what was heard in them.
//!
//! It refuses to flatter: no figure of fewer than five takes, no change that nobody could hear,
//! takes whose sound cannot be trusted are left out, and Korean is never compared with English but
//! where the same question was answered in both.

mod change;
#[cfg(test)]
mod language_pair_tests;
mod language_pairs;
mod ledger;
mod metrics;
mod stats;
#[cfg(test)]
mod tests;
mod trend;

use std::collections::BTreeMap;

pub use change::{Change, HEARD_SECS, HEARD_SHARE, Measure, TAKES_EACH, Verdict, within_a_sitting};
pub use language_pairs::{TwinPart, Twins};
pub use ledger::{Ledger, STEP};
pub use metrics::{AttemptMetrics, Part, Setting, SwitchKind, SwitchSeries};
pub use stats::Summary;
pub use trend::{DataPoint, Trend, USUAL_FROM, Week, monday};

use crate::model::attempt::Attempt;
use crate::model::language::Language;
use crate::model::mark::{MarkKind, PauseCause};
use metrics::{Alone, Restart, SpeechMetrics};

/// What many attempts say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// Takes that count.
    pub takes: usize,
    /// Takes whose sound cannot be trusted.
    pub left_out: usize,
    /// Takes that count, but that nobody has listened to yet.
    pub unheard: usize,
    /// Latencies of switches, each kind by itself.
    pub switches: BTreeMap<SwitchSeries, Trend>,
    /// Switches that cannot be told from the sound and wait for a mark of the person.
    pub unclear: BTreeMap<SwitchSeries, usize>,
    pub korean: LanguageStats,
    pub english: LanguageStats,
    /// Questions that were answered in both languages, the latest first.
    pub twins: Vec<Twins>,
}

/// As many of the latest takes make one's own baseline: what was months ago is no baseline of today.
pub const BASELINE_OF: usize = 10;

/// What is known of one language of the person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LanguageStats {
    /// Takes that began freely in it.
    pub starts: usize,
    /// From the first sample to the first voice in the latest [`BASELINE_OF`] of them, in seconds;
    /// `None` of fewer than [`USUAL_FROM`].
    pub start: Option<Summary>,
    /// What a sudden switch into it costs; `None` unless there are [`USUAL_FROM`] of each.
    pub cost: Option<Cost>,
    /// How fluent it is.
    pub fluency: Option<FluencyTrends>,
    /// Causes of pauses as the person tagged them, the most frequent first.
    pub causes: Vec<(PauseCause, usize)>,
}

/// A sudden switch against one's own start, each the median of the latest [`BASELINE_OF`] takes, in
/// seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// From the cue to speech.
    pub switch_secs: f64,
    /// From the first sample to the first voice.
    pub start_secs: f64,
}

impl Cost {
    /// How much longer a switch takes, in seconds; negative when it takes less.
    pub fn secs(self) -> f64 {
        self.switch_secs - self.start_secs
    }
}

/// The fluency of one language over time.
#[derive(Clone, Debug, PartialEq)]
pub struct FluencyTrends {
    /// Where its stretches stand in their takes: that of which there are more. The two are not
    /// mixed, because a change of what is practised is no change of fluency.
    pub setting: Setting,
    /// The share of time in which the voice sounds, 0 to 1.
    pub phonation_ratio: Trend,
    /// Pauses in a minute of sounding voice.
    pub pauses_per_min: Trend,
    /// The mean length of a run, in seconds.
    pub mean_run_secs: Trend,
}

impl Progress {
    /// What is known of a language.
    pub fn own(&self, language: Language) -> &LanguageStats {
        match language {
            Language::Korean => &self.korean,
            Language::English => &self.english,
        }
    }

    /// The trend of a line, if there is a switch of it.
    pub fn line(&self, line: SwitchSeries) -> Option<&Trend> {
        self.switches.get(&line)
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        let known =
            |own: &LanguageStats| own.starts > 0 || own.fluency.is_some() || !own.causes.is_empty();
        self.switches.is_empty()
            && self.unclear.is_empty()
            && self.twins.is_empty()
            && !known(&self.korean)
            && !known(&self.english)
    }

    /// What attempts say that were looked at, newest first. Figures of an older analysis count as
    /// not heard: they are not comparable.
    fn new<'a>(
        looked_at: impl Iterator<Item = (&'a Attempt, Option<&'a AttemptMetrics>)> + Clone,
    ) -> Self {
        let mut gathered = Gathered::default();
        let version = looked_at.clone().filter_map(|(_, heard)| heard?.version());
        let version = version.max();
        for (attempt, heard) in looked_at {
            match heard {
                Some(AttemptMetrics::LeftOut) => gathered.left_out += 1,
                Some(AttemptMetrics::Counts { restart, sounded }) => {
                    let sounded = sounded.as_deref();
                    let sounded = sounded.filter(|sounded| Some(sounded.version) == version);
                    gathered.take(attempt, *restart, sounded);
                }
                Some(AttemptMetrics::Nothing) | None => {}
            }
        }
        gathered.finish()
    }
}

/// Figures on their way into trends.
#[derive(Default)]
struct Gathered<'a> {
    takes: usize,
    left_out: usize,
    unheard: usize,
    latencies: BTreeMap<SwitchSeries, Vec<DataPoint>>,
    unclear: BTreeMap<SwitchSeries, usize>,
    starts: BTreeMap<Language, Vec<f64>>,
    stretches: BTreeMap<(Language, Setting, Measure), Vec<DataPoint>>,
    causes: BTreeMap<(Language, PauseCause), usize>,
    alone: Vec<(&'a Attempt, &'a Alone)>,
}

impl<'a> Gathered<'a> {
    fn take(
        &mut self,
        attempt: &'a Attempt,
        restart: Option<Restart>,
        sounded: Option<&'a SpeechMetrics>,
    ) {
        self.takes += 1;
        let single = |figure, confirmed| DataPoint {
            id: attempt.id.clone(),
            at: attempt.created.clone(),
            figure,
            confirmed,
        };
        match restart {
            // A mark of the person needs no ear, the word of an older analysis does.
            Some(Restart {
                line,
                latency: Some((secs, confirmed)),
            }) if confirmed || sounded.is_some() => {
                let latencies = self.latencies.entry(line).or_default();
                latencies.push(single(secs, confirmed));
            }
            Some(Restart {
                line,
                latency: None,
            }) if sounded.is_some() => *self.unclear.entry(line).or_default() += 1,
            _ => {}
        }
        for mark in &attempt.marks {
            if let MarkKind::Pause(cause) = mark.kind {
                let key = (attempt.language_at(mark.frame), cause);
                *self.causes.entry(key).or_default() += 1;
            }
        }
        let Some(sounded) = sounded else {
            self.unheard += 1;
            return;
        };
        if let Some((language, secs)) = sounded.start {
            self.starts.entry(language).or_default().push(secs);
        }
        for stretch in &sounded.stretches {
            let found = &stretch.fluency;
            for (measure, figure) in [
                (Measure::PhonationRatio, found.phonation_ratio),
                (Measure::PausesPerMin, found.pauses_per_min),
                (Measure::MeanRun, found.mean_run_secs),
            ] {
                let key = (stretch.language, stretch.setting, measure);
                let figures = self.stretches.entry(key).or_default();
                figures.push(single(figure, false));
            }
        }
        self.alone
            .extend(sounded.alone.as_ref().map(|alone| (attempt, alone)));
    }

    fn finish(mut self) -> Progress {
        let korean = self.own(Language::Korean);
        let english = self.own(Language::English);
        Progress {
            takes: self.takes,
            left_out: self.left_out,
            unheard: self.unheard,
            twins: language_pairs::pairs(&self.alone),
            switches: self
                .latencies
                .into_iter()
                .map(|(line, takes)| (line, Trend::new(Measure::Latency, takes)))
                .collect(),
            unclear: self.unclear,
            korean,
            english,
        }
    }

    fn own(&mut self, language: Language) -> LanguageStats {
        let starts = self.starts.remove(&language).unwrap_or_default();
        // They were gathered from the newest on.
        let usual = |figures: &[f64]| {
            let found = Summary::of(figures.iter().copied().take(BASELINE_OF));
            found.filter(|found| found.count >= USUAL_FROM)
        };
        let start = usual(&starts);
        let way = SwitchKind::Sudden;
        let latencies = self.latencies.get(&SwitchSeries { to: language, way });
        let switch = latencies.and_then(|takes| {
            let figures: Vec<f64> = takes.iter().map(|take| take.figure).collect();
            usual(&figures)
        });
        let mut causes: Vec<(PauseCause, usize)> = PauseCause::ALL
            .into_iter()
            .filter_map(|cause| Some((cause, *self.causes.get(&(language, cause))?)))
            .collect();
        causes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        LanguageStats {
            starts: starts.len(),
            start,
            cost: start.zip(switch).map(|(start, switch)| Cost {
                switch_secs: switch.median,
                start_secs: start.median,
            }),
            fluency: self.fluency(language),
            causes,
        }
    }

    fn fluency(&mut self, language: Language) -> Option<FluencyTrends> {
        let count = |setting| {
            let key = (language, setting, Measure::PhonationRatio);
            self.stretches.get(&key).map_or(0, Vec::len)
        };
        let setting = if count(Setting::AfterSwitch) > count(Setting::FromTheStart) {
            Setting::AfterSwitch
        } else {
            Setting::FromTheStart
        };
        let mut trend = |measure| {
            let takes = self.stretches.remove(&(language, setting, measure))?;
            Some(Trend::new(measure, takes))
        };
        Some(FluencyTrends {
            setting,
            phonation_ratio: trend(Measure::PhonationRatio)?,
            pauses_per_min: trend(Measure::PausesPerMin)?,
            mean_run_secs: trend(Measure::MeanRun)?,
        })
    }
}
