//! Figures of progress in words. Not here: which figures there are (`model::progress`).

use crate::i18n::{Words, names};
use crate::model::fluency::{shown_secs, tenths};
use crate::model::language::Language;
use crate::model::mark::PauseCause;
use crate::model::progress::{
    Change, Cost, Measure, Setting, SwitchKind, Trend, USUAL_FROM, Verdict,
};
use crate::model::star::StarPart;
use crate::tr;

/// Seconds to a tenth: `2.4초`, `2.4 s`.
pub fn secs(words: Words<'_>, secs: f64) -> String {
    tr!(words, "progress-secs", secs = tenths(secs))
}

/// A figure of a measure with its unit: `2.4초`, `62%`, `12번`.
pub fn figure(words: Words<'_>, measure: Measure, figure: f64) -> String {
    match measure {
        Measure::Latency | Measure::MeanRun => secs(words, figure),
        Measure::PhonationRatio => {
            tr!(
                words,
                "progress-percent",
                share = format!("{:.0}", figure * 100.0)
            )
        }
        Measure::PausesPerMin => tr!(words, "progress-times", count = format!("{figure:.0}")),
    }
}

/// What a switch costs, with its sign: `+1.5초`.
pub fn cost(words: Words<'_>, cost: Cost) -> String {
    // What is shown are tenths; a cost that rounds to nothing has no sign.
    let shown = shown_secs(cost.secs());
    let sign = match shown {
        shown if shown >= 0.1 => "+",
        shown if shown <= -0.1 => "−",
        _ => "",
    };
    format!("{sign}{}", secs(words, shown.abs()))
}

/// The largest words of the screen: how it stands with switches.
pub fn headline(words: Words<'_>, to: Language, way: SwitchKind, trend: Option<&Trend>) -> String {
    let Some(trend) = trend else {
        return tr!(words, "progress-no-switch");
    };
    let Some(usual) = trend.usual else {
        let left = USUAL_FROM.saturating_sub(trend.takes.len());
        return tr!(words, "progress-few", left = left);
    };
    let secs = secs(words, usual.median);
    match (way, to) {
        (SwitchKind::Rescue, _) => tr!(words, "progress-usual-rescue", secs = secs),
        (_, Language::English) => tr!(words, "progress-usual-english", secs = secs),
        (_, Language::Korean) => tr!(words, "progress-usual-korean", secs = secs),
    }
}

/// What became of the latency, in a sentence or two.
pub fn latency_change(words: Words<'_>, verdict: &Verdict) -> String {
    let known = (verdict.first, verdict.latest, verdict.spread);
    let shown = |figure| secs(words, figure);
    match (verdict.change, known) {
        (Change::NotEnough { have, need }, _) => {
            tr!(words, "progress-change-later", have = have, need = need)
        }
        (Change::Better { .. }, (Some(first), Some(latest), Some(spread))) => tr!(
            words,
            "progress-sooner",
            first = shown(first),
            latest = shown(latest),
            spread = shown(spread)
        ),
        (Change::Worse { .. }, (Some(first), Some(latest), Some(spread))) => tr!(
            words,
            "progress-later",
            first = shown(first),
            latest = shown(latest),
            spread = shown(spread)
        ),
        _ => tr!(words, "progress-no-change"),
    }
}

/// What became of another measure, in a few words.
pub fn change(words: Words<'_>, measure: Measure, verdict: &Verdict) -> String {
    let first = verdict.first.map(|first| figure(words, measure, first));
    let more = match verdict.change {
        Change::Better { .. } => measure.more_is_better(),
        Change::Worse { .. } => !measure.more_is_better(),
        Change::NotHeard => return tr!(words, "progress-no-change-short"),
        Change::NotEnough { have, need } => {
            return tr!(
                words,
                "progress-change-later-short",
                have = have,
                need = need
            );
        }
    };
    let first = first.unwrap_or_default();
    if more {
        tr!(words, "progress-up-from", first = first)
    } else {
        tr!(words, "progress-down-from", first = first)
    }
}

/// Name of a measure of fluency.
pub fn measure(words: Words<'_>, measure: Measure) -> String {
    match measure {
        Measure::Latency => tr!(words, "progress-latency"),
        Measure::PhonationRatio => tr!(words, "progress-phonation"),
        Measure::PausesPerMin => tr!(words, "progress-pauses"),
        Measure::MeanRun => tr!(words, "progress-run"),
    }
}

/// How a switch was asked for.
pub fn way(words: Words<'_>, way: SwitchKind) -> String {
    match way {
        SwitchKind::Sudden => tr!(words, "progress-way-sudden"),
        SwitchKind::Foreseen => tr!(words, "progress-way-foreseen"),
        SwitchKind::Rescue => tr!(words, "progress-way-rescue"),
    }
}

/// Where the stretches of a language stand.
pub fn setting(words: Words<'_>, setting: Setting) -> String {
    match setting {
        Setting::FromTheStart => tr!(words, "progress-from-the-start"),
        Setting::AfterSwitch => tr!(words, "progress-after-switch"),
    }
}

/// Name of a part of an answer; `None` is all of it.
pub fn part(words: Words<'_>, part: Option<StarPart>) -> String {
    part.map_or_else(
        || tr!(words, "progress-part-all"),
        |part| names::part(words, part),
    )
}

/// Name of a cause of a pause.
pub fn cause(words: Words<'_>, cause: PauseCause) -> String {
    match cause {
        PauseCause::Word => tr!(words, "progress-cause-word"),
        PauseCause::Grammar => tr!(words, "progress-cause-grammar"),
        PauseCause::Content => tr!(words, "progress-cause-content"),
        PauseCause::Nerves => tr!(words, "progress-cause-nerves"),
        PauseCause::Breath => tr!(words, "progress-cause-breath"),
    }
}

/// From one's own start in a language to the first voice: `영어로 시작하기까지`.
pub fn start(words: Words<'_>, language: Language) -> String {
    match language {
        Language::Korean => tr!(words, "progress-start-korean"),
        Language::English => tr!(words, "progress-start-english"),
    }
}

/// What a switch into a language costs: `English로 전환하는 값`.
pub fn cost_of(words: Words<'_>, to: Language) -> String {
    match to {
        Language::Korean => tr!(words, "progress-cost-korean"),
        Language::English => tr!(words, "progress-cost-english"),
    }
}

/// A direction of switching: `한국어 → English`.
pub fn direction(words: Words<'_>, to: Language) -> String {
    let from = names::language(words, to.other());
    format!("{from} → {}", names::language(words, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::AllWords;

    #[test]
    fn figures_have_their_units_and_costs_their_signs() {
        let words = AllWords::load().unwrap();
        let (korean, english) = (words.of(Language::Korean), words.of(Language::English));
        assert_eq!(secs(korean, 2.449), "2.4초");
        assert_eq!(figure(english, Measure::PhonationRatio, 0.617), "62%");
        assert_eq!(figure(korean, Measure::PausesPerMin, 11.6), "12번");
        for (switch_secs, shown) in [(2.5, "+1.5 s"), (0.6, "−0.4 s"), (1.04, "0.0 s")] {
            let made = Cost {
                switch_secs,
                start_secs: 1.0,
            };
            assert_eq!(cost(english, made), shown);
        }
    }
}
