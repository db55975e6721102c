//! What a person can set. The file is `library::settings_file`.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::model::language::{Language, LanguagePlan};

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Offered think times, in seconds.
pub const THINK_SECS: [u32; 3] = [0, 10, 30];
/// Offered target times, in seconds.
pub const TARGET_SECS: [u32; 4] = [60, 90, 120, 180];

/// All settings, with the values of a first start.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Interface language; `None` follows the system.
    pub language: Option<Language>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Id of the chosen microphone; `None` is the system's default.
    pub input_device: Option<String>,
    /// Id of the chosen speaker; `None` is the system's default.
    pub output_device: Option<String>,
    /// Target length of an answer, in seconds.
    pub target_secs: u32,
    /// Time to think before the recording, in seconds.
    pub think_secs: u32,
    /// Language plan of the next attempt.
    pub plan: LanguagePlan,
    /// Whether the cue makes a sound. Only over headphones: a microphone hears a speaker.
    pub cue_sound: bool,
    /// Whether the STAR line is shown while recording.
    pub star_hint: bool,
    /// Playback volume, 0 to 1.
    pub volume: f32,
    /// Library folder that the person chose; `None` is the usual one. A folder given on the
    /// command line wins.
    pub library: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::System,
            input_device: None,
            output_device: None,
            target_secs: 120,
            think_secs: 0,
            plan: LanguagePlan::KoreanToEnglish,
            cue_sound: false,
            star_hint: true,
            volume: 1.0,
            library: None,
        }
    }
}
