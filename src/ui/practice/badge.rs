//! What the badge at the top right of the practice screen says, as plain data made of the state.

use crate::flow::State;
use crate::flow::check::Quiet;
use crate::model::mic_issue::MicIssue;

/// Rate assumed for the space that is left before the microphone named its own.
const USUAL_RATE_HZ: u64 = 48_000;
/// Bytes of a sample in the file.
const SAMPLE_BYTES: u64 = 2;
/// Less recordable time than this is worth a word, in seconds.
const TIGHT_SECS: u64 = 3600;

/// What the badge says.
#[derive(Clone, Debug, PartialEq)]
pub enum Badge<'a> {
    /// Devices were not listed yet.
    Looking,
    /// There is no microphone.
    NoMicrophone,
    /// The quiet sound check listens.
    Checking,
    /// The quiet sound check found this.
    MicIssue(&'a MicIssue),
    /// A recording would use this one.
    Ready {
        /// Its name.
        name: &'a str,
        /// Whole minutes that can be recorded, when it is less than an hour.
        minutes_left: Option<u64>,
    },
    /// A take is being made.
    Saving {
        /// Where the sound comes from.
        name: &'a str,
        /// Seconds that are on disk.
        saved_secs: f64,
    },
}

/// The badge of a state.
pub fn of(state: &State) -> Badge<'_> {
    let recording = state.recording();
    if let Some(recording) = recording.filter(|_| state.interrupted().is_none()) {
        return Badge::Saving {
            name: &recording.device_name,
            saved_secs: recording.live.written_secs(),
        };
    }
    let Some(devices) = &state.devices else {
        return Badge::Looking;
    };
    let Some(device) = devices.input(state.settings.input_device.as_deref()) else {
        return Badge::NoMicrophone;
    };
    match &state.check.quiet {
        Quiet::Listening(_) => return Badge::Checking,
        Quiet::Found(troubles) => {
            if let Some(worst) = troubles.first() {
                return Badge::MicIssue(worst);
            }
        }
        Quiet::Nothing => {}
    }
    let secs_left = state
        .free_bytes
        .map(|bytes| bytes / (USUAL_RATE_HZ * SAMPLE_BYTES));
    Badge::Ready {
        name: &device.name,
        minutes_left: secs_left
            .filter(|secs| *secs < TIGHT_SECS)
            .map(|secs| secs / 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::language::Language;
    use crate::model::rubric::Rubric;
    use crate::model::settings::Settings;
    use crate::model::sound::{Device, Devices};

    #[test]
    fn only_a_tight_disk_is_worth_a_word() {
        let mut state = State::new(
            1,
            Rubric::default(),
            Language::Korean,
            Settings::default(),
            "0",
        );
        state.devices = Some(Devices {
            inputs: vec![Device {
                id: "a".into(),
                name: "A".into(),
            }],
            ..Devices::default()
        });
        for (bytes, minutes) in [
            (None, None),
            (Some(96_000 * 3600), None),
            (Some(96_000 * 3599), Some(59)),
            (Some(0), Some(0)),
        ] {
            state.free_bytes = bytes;
            let wanted = Badge::Ready {
                name: "A",
                minutes_left: minutes,
            };
            assert_eq!(of(&state), wanted);
        }
    }
}
