//! Where everything stands on the review screen: the measures of the design, for both windows.

use egui::{Pos2, Rangef, Rect, Vec2};

use crate::ui::theme::size;

/// Width of the rating panel.
const PANEL: f32 = 392.0;
/// Room at the first start, without the rail: what is beyond goes to waveform and notes.
const HEIGHT: f32 = 720.0;
/// The small window's room; in a lower one the screen scrolls.
pub const HEIGHT_SMALL: f32 = 560.0;
/// Height of the waveform.
const WAVE: f32 = 128.0;
/// The same in the small window.
const WAVE_SMALL: f32 = 112.0;
/// How far cue and playhead reach above and below the waveform.
const OVERSHOOT: f32 = 20.0;
/// The same in the small window.
const OVERSHOOT_SMALL: f32 = 16.0;
/// The most a tall window adds to the waveform.
const WAVE_GROWTH: f32 = 112.0;
/// Height of the card with one line of the rubric.
const CARD: f32 = 96.0;

/// What a card that is read takes from the waveform of the small window.
const CUT: f32 = 48.0;

/// Places of the left column.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// Left and right edge of the column.
    pub column: Rangef,
    /// What was answered, the question, and the sentence about the take.
    pub header: Rect,
    /// Middle of the words above the waveform.
    pub labels_y: f32,
    /// Where the sound is.
    pub wave: Rect,
    /// The waveform and as far as cue and playhead reach.
    pub zone: Rect,
    /// Middle of the lengths of pauses, below the lines of the runs.
    pub pauses_y: f32,
    /// Middle of the labels of time.
    pub axis_y: f32,
    /// Middle of the transport.
    pub transport_y: f32,
    /// Notes with their label, or the card in their place.
    pub lower: Rect,
    /// The buttons.
    pub buttons: Rect,
    /// The rating panel; the small window has none.
    pub panel: Option<Rect>,
}

impl Places {
    /// Beside the panel.
    pub fn wide(room: Rect) -> Self {
        let panel = Rect::from_min_max(
            Pos2::new((room.right() - PANEL).round(), room.top()),
            room.max,
        );
        let column = Rangef::new(room.left() + size::MARGIN, panel.left() - size::MARGIN);
        let top = room.top();
        let growth = ((room.height() - HEIGHT) / 2.0).clamp(0.0, WAVE_GROWTH);
        let wave = rect(column, top + 200.0, (WAVE + growth).round());
        let zone = wave.expand2(Vec2::new(0.0, OVERSHOOT));
        let transport_y = zone.bottom() + 84.0;
        let buttons_y = room.bottom() - size::MARGIN - size::BUTTON;
        let lower_top = transport_y + 40.0;
        Self {
            column,
            header: rect(column, top, 148.0),
            labels_y: top + 165.0,
            wave,
            zone,
            pauses_y: wave.bottom() + 18.0,
            axis_y: zone.bottom() + 18.0,
            transport_y,
            lower: rect(column, lower_top, buttons_y - size::MARGIN - lower_top),
            buttons: rect(column, buttons_y, size::BUTTON),
            panel: Some(panel),
        }
    }

    /// One column.
    pub fn small(room: Rect, card: bool) -> Self {
        let column = Rangef::new(room.left() + size::MARGIN, room.right() - size::MARGIN);
        let top = room.top();
        let growth = ((room.height() - HEIGHT_SMALL) * 0.6).clamp(0.0, WAVE_GROWTH);
        // A card that is read takes more room than one line of the rubric.
        let (cut, lower) = if card { (CUT, CARD + CUT) } else { (0.0, CARD) };
        let wave = rect(column, top + 136.0, (WAVE_SMALL + growth - cut).round());
        let zone = wave.expand2(Vec2::new(0.0, OVERSHOOT_SMALL));
        let buttons_y = room.bottom() - size::STEP_6 - size::BUTTON;
        Self {
            column,
            header: rect(column, top, 100.0),
            labels_y: top + 105.0,
            wave,
            zone,
            pauses_y: wave.bottom() + 17.0,
            axis_y: zone.bottom() + 16.0,
            transport_y: zone.bottom() + 72.0,
            lower: rect(column, buttons_y - size::STEP_4 - lower, lower),
            buttons: rect(column, buttons_y, size::BUTTON),
            panel: None,
        }
    }
}

fn rect(column: Rangef, top: f32, height: f32) -> Rect {
    Rect::from_x_y_ranges(column, Rangef::new(top, top + height))
}
