//! What a sound check found, in words: what is wrong, then what to do.

use crate::i18n::faults::{self, FaultText};
use crate::i18n::{Words, particles};
use crate::model::fault::{Fault, SoundFault};
use crate::model::language::Language;
use crate::model::mic_issue::MicIssue;
use crate::tr;

/// A trouble in words of a language.
pub fn text(w: Words<'_>, trouble: &MicIssue) -> FaultText {
    let (what, remedy) = match trouble {
        // A take stays open in this case; a check does not.
        MicIssue::Fault(SoundFault::NoSamples) => {
            (tr!(w, "check-no-samples"), tr!(w, "check-no-samples-do"))
        }
        MicIssue::Fault(fault) | MicIssue::Speaker(fault) => {
            return faults::text(w, &Fault::Sound(fault.clone()));
        }
        MicIssue::Muted => return faults::text(w, &Fault::Sound(SoundFault::OnlyZeros)),
        MicIssue::Monitor => (tr!(w, "check-monitor"), tr!(w, "check-monitor-do")),
        MicIssue::NothingSaid => (tr!(w, "check-nothing"), tr!(w, "check-nothing-do")),
        MicIssue::Clipping(_) => (tr!(w, "check-clipping"), tr!(w, "check-clipping-do")),
        MicIssue::Noisy { .. } => (tr!(w, "check-noisy"), tr!(w, "check-noisy-do")),
        MicIssue::Hum(hz) => (
            tr!(w, "check-hum", hz = hz.to_string()),
            tr!(w, "check-hum-do"),
        ),
        MicIssue::CallMode(top_hz) => (
            tr!(w, "check-call-mode", khz = khz(*top_hz)),
            tr!(w, "check-call-mode-do"),
        ),
        MicIssue::TooQuiet => (tr!(w, "check-too-quiet"), tr!(w, "check-too-quiet-do")),
        MicIssue::Dropped { secs, .. } => (
            tr!(w, "check-dropped", secs = seconds(*secs)),
            tr!(w, "check-dropped-do"),
        ),
        MicIssue::NotTheChosen(device) => {
            let device = match w.language() {
                Language::Korean => particles::with_ro(&device.name),
                Language::English => device.name.clone(),
            };
            (
                tr!(w, "check-not-chosen", device = device),
                tr!(w, "check-not-chosen-do"),
            )
        }
        MicIssue::SlowStart(secs) => (
            tr!(w, "check-slow", secs = format!("{secs:.1}")),
            tr!(w, "check-slow-do"),
        ),
    };
    FaultText {
        what,
        remedy,
        detail: None,
    }
}

/// The same, short enough for the badge of the practice screen.
pub fn badge(w: Words<'_>, trouble: &MicIssue) -> String {
    match trouble {
        MicIssue::Fault(SoundFault::PermissionDenied) => tr!(w, "check-badge-denied"),
        MicIssue::Muted | MicIssue::NothingSaid | MicIssue::TooQuiet => tr!(w, "check-badge-muted"),
        MicIssue::CallMode(_) => tr!(w, "check-badge-call-mode"),
        MicIssue::Monitor | MicIssue::NotTheChosen(_) => tr!(w, "check-badge-other"),
        MicIssue::Noisy { .. } | MicIssue::Hum(_) => tr!(w, "check-badge-noisy"),
        MicIssue::Dropped { .. } => tr!(w, "check-badge-dropped"),
        MicIssue::Fault(_)
        | MicIssue::Clipping(_)
        | MicIssue::SlowStart(_)
        | MicIssue::Speaker(_) => {
            tr!(w, "check-badge-trouble")
        }
    }
}

/// A frequency in kHz, with a decimal only where there is one.
pub fn khz(hz: u32) -> String {
    if hz.is_multiple_of(1_000) {
        format!("{}", hz / 1_000)
    } else {
        format!("{:.1}", f64::from(hz) / 1_000.0)
    }
}

/// A short time in seconds.
pub fn seconds(secs: f64) -> String {
    format!("{secs:.2}")
}

/// A level, with the sign that figures have.
pub fn decibels(dbfs: f32) -> String {
    format!("{dbfs:.0}").replace('-', "−")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_people_write_them() {
        assert_eq!(khz(48_000), "48");
        assert_eq!(khz(44_100), "44.1");
        assert_eq!(khz(22_050), "22.1");
        assert_eq!(seconds(0.0666), "0.07");
        assert_eq!(decibels(-23.4), "−23");
    }
}
