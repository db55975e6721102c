//! What a person can set. The file is `library::settings_file`.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::model::drill::{CATCH_SHARE, SwitchStyle};
use crate::model::ids::ids;
use crate::model::language::{Language, LanguagePlan};
use crate::model::merge::{Merge, merge_fields};
use crate::model::question::Subject;
use crate::model::session::shape::Shape;
use crate::model::star::StarShape;

/// Light, dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

ids!(ThemeChoice {
    System = "system",
    Light = "light",
    Dark = "dark",
});

/// Whether the interviewer's words are read aloud.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// They are only shown.
    #[default]
    Off,
    /// They are read aloud and shown.
    Aloud,
    /// They are read aloud and hidden until they are asked for.
    ListenOnly,
}

ids!(Reading {
    Off = "off",
    Aloud = "aloud",
    ListenOnly = "listen-only",
});

/// The languages of a session, in the order in which they are offered. In the last one, one answer
/// has the sudden request.
pub const SESSION_PLANS: [LanguagePlan; 3] = [
    LanguagePlan::Korean,
    LanguagePlan::English,
    LanguagePlan::KoreanToEnglish,
];

/// What the next session would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionChoice {
    /// Its format and numbers.
    pub shape: Shape,
    /// The languages; only those of [`SESSION_PLANS`].
    pub plan: LanguagePlan,
    /// The topic for a technical interviewer; only those of [`Subject::TOPICS`].
    pub topic: Subject,
}

impl Default for SessionChoice {
    fn default() -> Self {
        Self {
            shape: Shape::default(),
            plan: LanguagePlan::KoreanToEnglish,
            topic: Subject::OperatingSystem,
        }
    }
}

/// Offered think times, in seconds.
pub const THINK_SECS: [u32; 3] = [0, 10, 30];
/// Offered target times, in seconds.
pub const TARGET_SECS: [u32; 4] = [60, 90, 120, 180];

/// Offered speeds of playback, as parts of the usual one.
pub const PLAYBACK_SPEEDS: [f32; 9] = [0.5, 0.6, 0.75, 0.9, 1.0, 1.25, 1.5, 1.75, 2.0];
/// The slowest and the fastest playback.
pub const SLOWEST: f32 = 0.5;
/// See [`SLOWEST`].
pub const FASTEST: f32 = 2.0;

/// Sizes of everything in the window that `Ctrl +` and `Ctrl −` go through, in per cent of the usual.
pub const ZOOM_PERCENTS: [u8; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// Offered shares of takes without a cue.
pub const CATCH_SHARES: [f32; 4] = [0.0, 0.15, CATCH_SHARE, 0.45];
/// Offered shapes of an answer, in per cent of situation, task, action and result.
pub const STAR_SHAPES: [[u8; 4]; 3] = [[20, 10, 60, 10], [15, 10, 60, 15], [25, 25, 25, 25]];

/// Most rescue lines that are kept.
pub const MOST_RESCUE_LINES: usize = 5;
/// Longest rescue line that is kept, in characters.
pub const LONGEST_RESCUE_LINE: usize = 200;

/// All settings, with the values of a first start.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
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
    /// How a switch is asked for, in a plan with one.
    pub switch_style: SwitchStyle,
    /// Share of takes in which the cue never comes, 0 to `MOST_CATCH_SHARE`.
    pub catch_share: f32,
    /// Whether each further take of a question gives less time to think, and is broken in on.
    pub ladder: bool,
    /// The person's own bridge sentences in English, NFC, at most [`MOST_RESCUE_LINES`].
    pub rescue_lines: Vec<String>,
    /// How much of an answer each STAR part should take.
    pub star_shape: StarShape,
    /// Whether the cue makes a sound. Only over headphones: a microphone hears a speaker.
    pub cue_sound: bool,
    /// Whether the STAR line is shown while recording.
    pub star_hint: bool,
    /// Playback volume, 0 to 1.
    pub volume: f32,
    /// Speed of playback, [`SLOWEST`] to [`FASTEST`]; the pitch stays.
    pub playback_speed: f32,
    /// Whether playback skips most of each pause.
    pub skip_silence: bool,
    /// Size of everything in the window, in per cent of the usual; 50 to 200.
    pub zoom_percent: u8,
    /// Whether letters, digits and signs alone are keys of the program. Whoever steers a computer by voice
    /// or hits keys by chance can do without.
    pub letter_keys: bool,
    /// Id of the role that the person prepares for.
    pub role: Option<String>,
    /// The day of the interview.
    pub interview_date: Option<Date>,
    /// Whether questions are read aloud, where the system can speak.
    pub reading: Reading,
    /// What the next session would be.
    pub session: SessionChoice,
    /// Library folder that the person chose; `None` is the usual one. A folder given on the
    /// command line wins.
    pub library: Option<PathBuf>,
}

impl Settings {
    /// What suits a person of this interface language who has set nothing yet: who reads English is
    /// asked in English and to stay in it.
    pub fn of_first_start(language: Language) -> Self {
        let mut settings = Self::default();
        if language == Language::English {
            settings.plan = LanguagePlan::English;
            settings.session.plan = LanguagePlan::English;
        }
        settings
    }

    /// The settings with the changes of both sides, and whether both changed the same differently; there
    /// ours count.
    pub fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, bool) {
        let mut merge = Merge::default();
        let session = {
            let (base, ours, theirs) = (&base.session, &ours.session, &theirs.session);
            merge_fields!(merge(base, ours, theirs) => SessionChoice { shape, plan, topic } with {})
        };
        let merged = merge_fields!(merge(base, ours, theirs) => Self {
            language, theme, input_device, output_device, target_secs, think_secs, plan, switch_style,
            catch_share, ladder, rescue_lines, star_shape, cue_sound, star_hint, volume, playback_speed,
            skip_silence, zoom_percent,
            letter_keys, role,
            interview_date, reading, library,
        } with {
            session: session,
        });
        (merged, merge.clash)
    }
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
            switch_style: SwitchStyle::Sudden,
            catch_share: CATCH_SHARE,
            ladder: false,
            rescue_lines: Vec::new(),
            star_shape: StarShape::default(),
            cue_sound: false,
            star_hint: true,
            volume: 1.0,
            playback_speed: 1.0,
            skip_silence: false,
            zoom_percent: 100,
            letter_keys: true,
            role: None,
            interview_date: None,
            reading: Reading::Off,
            session: SessionChoice::default(),
            library: None,
        }
    }
}
