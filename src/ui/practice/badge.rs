//! What the badge at the top right of the practice screen says, as plain data made of the state.

use crate::flow::State;
use crate::flow::check::Quiet;
use crate::flow::state::Screen;
use crate::i18n::{Words, check, dates};
use crate::tr;
use crate::ui::theme::icons::{self, Icon};

/// Rate assumed for the space that is left before the microphone named its own.
const USUAL_RATE_HZ: u64 = 48_000;
/// Bytes of a sample in the file.
const SAMPLE_BYTES: u64 = 2;
/// Less recordable time than this is worth a word, in seconds.
const TIGHT_SECS: u64 = 3600;

/// The badge.
#[derive(Clone, Debug, PartialEq)]
pub struct Badge {
    pub icon: Icon,
    /// The microphone, or what is being done; cut where it is long.
    pub name: Option<String>,
    /// What there is to know of it.
    pub more: Option<String>,
    /// Whether that is to be noticed.
    pub strong: bool,
    /// What screen readers say.
    pub said: String,
    /// Where it leads; while a take is made it only says something.
    pub opens: Option<Screen>,
}

impl Badge {
    /// Of a state.
    pub fn new(w: Words<'_>, state: &State) -> Self {
        let recording = state.recording();
        if let Some(recording) = recording.filter(|_| state.interrupted().is_none()) {
            let saved = dates::clock(recording.live.written_secs());
            let more = tr!(w, "practice-saved", time = saved);
            return Self {
                said: format!("{} · {more}", recording.device_name),
                name: Some(recording.device_name.clone()),
                more: Some(more),
                ..Self::quiet(String::new())
            };
        }
        // A take that waits for a microphone has to be given one; it may not be checked meanwhile.
        let opens = if state.busy() {
            Screen::Settings
        } else {
            Screen::Check
        };
        Self {
            opens: Some(opens),
            ..microphone(w, state)
        }
    }

    fn quiet(words: String) -> Self {
        Self {
            icon: icons::MICROPHONE.fill(),
            name: Some(words.clone()),
            more: None,
            strong: false,
            said: words,
            opens: None,
        }
    }

    fn warning(words: String) -> Self {
        Self {
            icon: icons::WARNING,
            name: None,
            more: Some(words.clone()),
            strong: true,
            said: words,
            opens: None,
        }
    }
}

/// The microphone with which a recording would begin.
fn microphone(w: Words<'_>, state: &State) -> Badge {
    if state.devices.is_none() {
        return Badge::quiet(tr!(w, "practice-looking"));
    }
    let Some(device) = state.microphone() else {
        return Badge::warning(tr!(w, "practice-no-microphone"));
    };
    match &state.check.quiet {
        Quiet::Listening(_) => return Badge::quiet(tr!(w, "check-badge-checking")),
        Quiet::Found(troubles) => {
            if let Some(worst) = troubles.first() {
                return Badge::warning(check::badge(w, worst));
            }
        }
        Quiet::Nothing => {}
    }
    let said = tr!(w, "practice-microphone", name = device.name.as_str());
    let Some(minutes) = minutes_left(state) else {
        return Badge {
            said,
            ..Badge::quiet(device.name.clone())
        };
    };
    let more = tr!(w, "practice-space", minutes = minutes);
    Badge {
        said: format!("{said} · {more}"),
        name: Some(device.name.clone()),
        ..Badge::warning(more)
    }
}

/// Whole minutes that can be recorded, when it is less than an hour.
fn minutes_left(state: &State) -> Option<u64> {
    let secs = state.free_bytes? / (USUAL_RATE_HZ * SAMPLE_BYTES);
    (secs < TIGHT_SECS).then_some(secs / 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::language::Language;
    use crate::model::rubric::Rubric;
    use crate::model::settings::Settings;

    #[test]
    fn only_a_tight_disk_is_worth_a_word() {
        let mut state = State::new(
            1,
            Rubric::default(),
            Language::Korean,
            Settings::default(),
            "0",
        );
        for (bytes, minutes) in [
            (None, None),
            (Some(96_000 * 3600), None),
            (Some(96_000 * 3599), Some(59)),
            (Some(0), Some(0)),
        ] {
            state.free_bytes = bytes;
            assert_eq!(minutes_left(&state), minutes, "{bytes:?}");
        }
    }
}
