//! How far a recording can be trusted, in words: the verdict, what disturbs and what helps, and why
//! parts are missing.

use crate::i18n::Words;
use crate::model::recording_quality::{QualityIssue, Verdict};
use crate::model::take::{Gap, GapCause, seconds_from_frames};
use crate::tr;

/// A verdict in two or three words.
pub fn verdict(words: Words<'_>, verdict: Verdict) -> String {
    match verdict {
        Verdict::Good => tr!(words, "trust-good"),
        Verdict::Usable => tr!(words, "trust-usable"),
        Verdict::Unusable => tr!(words, "trust-unusable"),
    }
}

/// A trouble in words: what disturbs, and what helps the next time.
pub fn trouble(w: Words<'_>, trouble: QualityIssue) -> (String, String) {
    match trouble {
        QualityIssue::Silent => (tr!(w, "trust-silent"), tr!(w, "trust-silent-do")),
        QualityIssue::LittleVoice => (tr!(w, "trust-little"), tr!(w, "trust-little-do")),
        QualityIssue::TooQuiet { .. } => (tr!(w, "trust-quiet"), tr!(w, "trust-quiet-do")),
        QualityIssue::Clipped { .. } => (tr!(w, "trust-clipped"), tr!(w, "trust-clipped-do")),
        QualityIssue::Noisy { .. } => (tr!(w, "trust-noisy"), tr!(w, "trust-noisy-do")),
        QualityIssue::NarrowBand { .. } => (tr!(w, "trust-narrow"), tr!(w, "trust-narrow-do")),
        QualityIssue::Gaps { secs, .. } => {
            let secs = missing(secs);
            (tr!(w, "trust-gaps", secs = secs), tr!(w, "trust-gaps-do"))
        }
        QualityIssue::Repaired => (tr!(w, "trust-repaired"), tr!(w, "trust-repaired-do")),
    }
}

/// A gap: how much is missing and why, and how long the take stood still.
pub fn gap(w: Words<'_>, gap: &Gap, sample_rate_hz: u32) -> String {
    let secs = missing(seconds_from_frames(gap.frames, sample_rate_hz));
    match gap.cause {
        GapCause::Dropped => tr!(w, "trust-gap-dropped", secs = secs),
        GapCause::Missing => tr!(w, "trust-gap-missing", secs = secs),
        // Nobody went on after it.
        GapCause::Interrupted if gap.away_secs == 0 => tr!(w, "trust-gap-lost", secs = secs),
        GapCause::Interrupted => {
            let away = span(w, gap.away_secs);
            tr!(w, "trust-gap-interrupted", secs = secs, away = away)
        }
    }
}

/// Seconds that are missing, fine enough to be more than nothing.
pub fn missing(secs: f64) -> String {
    if secs < 0.1 {
        format!("{secs:.2}")
    } else {
        format!("{secs:.1}")
    }
}

/// A time of some length: `12초`, `3분 5초`.
fn span(w: Words<'_>, secs: u32) -> String {
    match (secs / 60, secs % 60) {
        (0, secs) => tr!(w, "trust-secs", secs = secs),
        (minutes, secs) => tr!(w, "trust-minutes", minutes = minutes, secs = secs),
    }
}
