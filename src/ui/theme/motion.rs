//! How long things take. Nothing travels over the window: what changes fades, or changes where it stands.
//! While a person speaks only sound and time move.

use std::time::Duration;

/// Hover and press, in seconds.
pub const HOVER_SECS: f32 = 0.12;
/// Disc to stop square, segments, chips, row selection, in seconds.
pub const STATE_SECS: f32 = 0.16;
/// Change of screen, banner and toast, in seconds.
pub const SCREEN_SECS: f32 = 0.24;
/// Fading of the cue after it was shown, in seconds. It comes in one frame.
pub const CUE_OUT_SECS: f32 = 0.32;
/// Before a tooltip appears, in seconds.
pub const TOOLTIP_DELAY_SECS: f32 = 0.4;
/// The clip light stays on for this long, in seconds.
pub const CLIP_HOLD_SECS: f64 = 2.0;
/// Least time between two frames while recording or playing: 30 a second.
pub const FRAME: Duration = Duration::from_millis(33);
