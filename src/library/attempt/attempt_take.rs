//! The take within `attempt.json`: its part of the file format, and the way from and to it.
//! Not here: the rest of the file (`attempt_file`), the elements of its lists (`attempt_parts`).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::library::attempt::attempt_parts::{self, elements, nfc};
use crate::library::io::json_location::FieldError;
use crate::library::limits::at_most;
use crate::model::limits;
use crate::model::sound::Levels;
use crate::model::take::{DeviceNote, Take, TakeState};

/// A take as the file holds it.
#[derive(Serialize, Deserialize)]
pub(crate) struct TakeSection {
    pub(crate) file: String,
    state: StateFile,
    sample_rate_hz: u32,
    frames: u64,
    #[serde(default)]
    device: Option<DeviceFile>,
    #[serde(default, deserialize_with = "at_most::<_, _, { limits::GAPS }>")]
    gaps: Vec<Value>,
    #[serde(default)]
    peak_dbfs: Option<f64>,
    #[serde(default)]
    levels: Option<LevelsFile>,
    /// For other programs. We work it out from the rest.
    #[serde(skip_deserializing)]
    verdict: Option<&'static str>,
}

#[derive(Serialize, Deserialize)]
struct LevelsFile {
    noise_dbfs: f64,
    speech_dbfs: f64,
    #[serde(default)]
    clipped_frames: u64,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StateFile {
    Recording,
    Complete,
    Repaired,
    Empty,
}

#[derive(Serialize, Deserialize)]
struct DeviceFile {
    id: String,
    name: String,
}

impl TakeSection {
    /// The take of a file.
    pub(crate) fn into_model(self) -> Result<Take, FieldError> {
        let rate = self.sample_rate_hz;
        if rate != 0 && !limits::SAMPLE_RATES_HZ.contains(&rate) {
            let reason = format!("{rate} frames per second, which no recording has");
            return Err(FieldError::new("take.sample_rate_hz", reason));
        }
        if self.frames > limits::TAKE_SECS * u64::from(rate) {
            return Err(FieldError::new("take.frames", "longer than a day"));
        }
        Ok(Take {
            gaps: elements("take.gaps", &self.gaps, attempt_parts::gap)?,
            file: self.file,
            state: match self.state {
                StateFile::Recording => TakeState::Recording,
                StateFile::Complete => TakeState::Complete,
                StateFile::Repaired => TakeState::Repaired,
                StateFile::Empty => TakeState::Empty,
            },
            sample_rate_hz: self.sample_rate_hz,
            frames: self.frames,
            device: self.device.map(|device| DeviceNote {
                id: device.id,
                name: nfc(&device.name),
            }),
            peak_dbfs: self
                .peak_dbfs
                .map(|peak| peak as f32)
                .filter(|peak| peak.is_finite()),
            levels: self
                .levels
                .map(|levels| Levels {
                    noise_dbfs: levels.noise_dbfs as f32,
                    speech_dbfs: levels.speech_dbfs as f32,
                    clipped_frames: levels.clipped_frames,
                })
                .filter(|levels| levels.noise_dbfs.is_finite() && levels.speech_dbfs.is_finite()),
        })
    }

    /// The file of a take.
    pub(crate) fn from_model(take: &Take) -> Self {
        Self {
            file: take.file.clone(),
            state: match take.state {
                TakeState::Recording => StateFile::Recording,
                TakeState::Complete => StateFile::Complete,
                TakeState::Repaired => StateFile::Repaired,
                TakeState::Empty => StateFile::Empty,
            },
            sample_rate_hz: take.sample_rate_hz,
            frames: take.frames,
            device: take.device.as_ref().map(|device| DeviceFile {
                id: device.id.clone(),
                name: nfc(&device.name),
            }),
            gaps: take.gaps.iter().map(attempt_parts::gap_value).collect(),
            peak_dbfs: take.peak_dbfs.and_then(shortest),
            levels: take.levels.and_then(|levels| {
                Some(LevelsFile {
                    noise_dbfs: shortest(levels.noise_dbfs)?,
                    speech_dbfs: shortest(levels.speech_dbfs)?,
                    clipped_frames: levels.clipped_frames,
                })
            }),
            verdict: attempt_parts::verdict(take),
        }
    }
}

/// The double that prints as the single-precision number does: -3.2 and not -3.200000047683716.
/// `None` when it is not finite, which JSON cannot hold.
fn shortest(value: f32) -> Option<f64> {
    value
        .to_string()
        .parse()
        .ok()
        .filter(|double: &f64| double.is_finite())
}
