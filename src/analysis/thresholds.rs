//! Every number that decides what counts as voice, pause or syllable, with its source.
//! Not here: what is done with them; the numbers of the switch (`model::switch`) and the lengths of
//! pauses (`model::fluency`).
//!
//! "Ours" marks an engineering choice, made on one half of the takes of `benches/speech.py` and
//! reported on the other; the figures are in `benches/README.md`.

use crate::model::fluency::PAUSE_LEAST_MILLIS;

/// Changes whenever the same sound may give other results, so that old figures are never compared
/// with new ones.
pub const ANALYSIS_VERSION: u32 = 1;

/// The rate at which all is analysed, in frames per second: what the voice detector wants, and all
/// that a voice needs.
pub const RATE_HZ: u32 = 16_000;
/// Samples of [`RATE_HZ`] in one analysis frame: 10 ms.
pub const FRAME_SAMPLES: usize = 160;
/// Analysis frames in a second.
pub const FRAMES_PER_SEC: u32 = RATE_HZ / FRAME_SAMPLES as u32;

// Voice.

/// Samples the voice detector takes at once: 16 ms. Given by the detector.
pub const DETECTOR_SAMPLES: usize = 256;
/// From this score of the detector on a stretch counts as voice. The detector's own advice.
pub const VOICE_ENTER: f32 = 0.5;
/// Below this score voice has ended. Ours.
pub const VOICE_LEAVE: f32 = 0.35;
/// Analysis frames on each side of a voice in which loud frames still belong to it: the detector
/// looks at 48 ms and is slow to hear a hiss. Ours.
pub const VOICE_REACH: usize = 8;
/// The length in analysis frames below which a loud stretch may be a click: 200 ms. Ours.
pub const SHORT: usize = 20;
/// The score that such a stretch has to reach: the detector goes on for 150 ms after a voice, when a
/// click may follow. Ours.
pub const VOICE_SURE: f32 = 0.65;
/// How many analysis frames the detector may take to be sure. Ours.
pub const VOICE_DELAY: usize = 6;

// Level.

/// Below this frequency there is rumble and hum, no voice; Praat's manual, `To TextGrid (silences)`.
pub const LOW_CUT_HZ: f32 = 80.0;
/// How far a voice stands above the noise of the room, in dB. Ours.
pub const ABOVE_NOISE_DB: f32 = 5.0;
/// The share of frames that are no louder than the loudest parts of a voice, bangs left out; de Jong
/// and Wempe (2009), second version of 2010.
pub const LOUD_SHARE: f64 = 0.99;
/// How far below that level a voice ends, in dB; the same.
pub const BELOW_LOUD_DB: f32 = 25.0;
/// How much lower a frame may be once voice has begun, in dB. Ours.
pub const RELEASE_DB: f32 = 3.0;
/// How far above the noise the faint edges of a voice are followed, in dB. Ours.
pub const EDGE_ABOVE_NOISE_DB: f32 = 3.0;
/// How far below [`LOUD_SHARE`]'s level they are followed, in dB. Ours.
pub const EDGE_BELOW_LOUD_DB: f32 = 38.0;
/// For how many analysis frames they are followed. Ours.
pub const EDGE_REACH: usize = 15;
/// Fewest frames without a voice that tell the noise of the room: half a second. Ours.
pub const NOISE_FRAMES_LEAST: usize = 50;
/// How many analysis frames around a voice tell nothing about the room. Ours.
pub const NOISE_DISTANCE: usize = 15;
/// The share of frames that stand for the room where there is no pause. Ours.
pub const NOISE_SHARE: f64 = 0.05;

// Runs and pauses.

/// The shortest run, in analysis frames: 100 ms; de Jong and Wempe.
pub const RUN_LEAST: usize = 10;
/// The shortest pause, in analysis frames.
pub const PAUSE_LEAST: usize = PAUSE_LEAST_MILLIS as usize * FRAMES_PER_SEC as usize / 1000;

// Syllables.

/// How far the intensity falls between two syllables, in dB; de Jong and Wempe.
pub const DIP_DB: f32 = 2.0;
/// Analysis frames on each side over which intensity is smoothed, under a bell of 60 ms at its foot;
/// de Jong and Wempe take 64 ms.
pub const SMOOTH_REACH: usize = 2;
/// How far below [`LOUD_SHARE`]'s level a syllable may be, in dB; de Jong and Wempe.
pub const NUCLEUS_BELOW_LOUD_DB: f32 = 25.0;
/// How like itself a sound is one period later, 0 to 1, to be voiced. Ours: Praat's 0.45 is meant
/// for a longer window, and leaves one Korean syllable in thirty out here.
pub const VOICED_LEAST: f32 = 0.35;
/// The lowest and the highest pitch that is looked for, in Hz.
pub const PITCH_HZ: (u32, u32) = (75, 400);
/// The rate at which the pitch is looked for: one in four samples.
pub const PITCH_DECIMATION: usize = 4;
/// Samples at that rate that are compared: 40 ms, three periods of the lowest pitch.
pub const PITCH_WINDOW: usize = 160;
/// The pitch is looked for in one of so many analysis frames.
pub const PITCH_EVERY: usize = 2;
