//! Where the parts of the review screen lie, for both windows. Not here: what lies in a part, which egui
//! lays out.

use egui::{Align, Layout, Rangef, Rect, Ui, UiBuilder, Vec2};

use crate::ui::theme::size;

/// Width of the rating panel.
const PANEL: f32 = 392.0;
/// Room at the first start, without the rail: what is beyond goes to waveform and notes.
const HEIGHT: f32 = 720.0;
/// The small window's room.
const HEIGHT_SMALL: f32 = 560.0;
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
/// Height of the strip with the whole take.
const STRIP: f32 = 24.0;
/// Height of the card with one line of the rubric.
const CARD: f32 = 96.0;
/// Height of the words above the waveform.
const LABELS: f32 = 28.0;
/// Height of a row of the transport.
pub const TRANSPORT: f32 = 48.0;
/// Narrower columns have no room for the labels beside the chip of the story, nor for one row of the transport.
const NARROW_BELOW: f32 = 560.0;
/// How far the labels stand below the chip there, and how far the waveform goes down with them.
const LABELS_DOWN: f32 = 10.0;
const WAVE_DOWN: f32 = 16.0;
/// Height of the second row of the transport there.
const TRANSPORT_MORE: f32 = 44.0;
/// What a card that is read takes from the waveform of the small window.
const CUT: f32 = 48.0;

/// Places of the left column.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// What was answered, the question, and the sentence about the take.
    pub header: Rect,
    /// The words above the waveform.
    pub labels: Rect,
    /// The whole take, above a part of it.
    pub strip: Option<Rect>,
    /// Where the sound is.
    pub wave: Rect,
    /// The waveform and as far as cue and playhead reach.
    pub zone: Rect,
    /// Middle of the lengths of pauses, below the lines of the runs.
    pub pauses_y: f32,
    /// Middle of the labels of time.
    pub axis_y: f32,
    /// Back, play, on, where it stands, how loud.
    pub transport: Rect,
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
        let panel = room.with_min_x((room.right() - PANEL).round());
        let column = room.with_max_x(panel.left());
        let column = column.x_range().shrink(size::MARGIN);
        let growth = ((room.height() - HEIGHT) / 2.0).clamp(0.0, WAVE_GROWTH);
        let wave = rect(column, room.top() + 200.0, (WAVE + growth).round());
        let zone = wave.expand2(Vec2::new(0.0, OVERSHOOT));
        let transport = rect(column, zone.bottom() + 60.0, TRANSPORT);
        let buttons_y = room.bottom() - size::MARGIN - size::BUTTON;
        let lower_top = transport.bottom() + size::STEP_4;
        Self {
            header: rect(column, room.top(), 148.0),
            labels: rect(column, room.top() + 151.0, LABELS),
            strip: None,
            wave,
            zone,
            pauses_y: wave.bottom() + 18.0,
            axis_y: zone.bottom() + 18.0,
            transport,
            lower: rect(column, lower_top, buttons_y - size::MARGIN - lower_top),
            buttons: rect(column, buttons_y, size::BUTTON),
            panel: Some(panel),
        }
    }

    /// One column.
    pub fn small(room: Rect, card: bool) -> Self {
        let column = small_column(room.x_range());
        let growth = ((room.height() - height_small(room.x_range())) * 0.6).clamp(0.0, WAVE_GROWTH);
        // A card that is read takes more room than one line of the rubric.
        let (cut, lower) = if card { (CUT, CARD + CUT) } else { (0.0, CARD) };
        let height = (WAVE_SMALL + growth - cut).round();
        let (down, wave_down, more) = if column.span() < NARROW_BELOW {
            (LABELS_DOWN, WAVE_DOWN, TRANSPORT_MORE)
        } else {
            (0.0, 0.0, 0.0)
        };
        let wave = rect(column, room.top() + 136.0 + wave_down, height);
        let zone = wave.expand2(Vec2::new(0.0, OVERSHOOT_SMALL));
        let buttons_y = room.bottom() - size::STEP_6 - size::BUTTON;
        Self {
            header: rect(column, room.top(), 100.0),
            labels: rect(column, room.top() + 91.0 + down, LABELS),
            strip: None,
            wave,
            zone,
            pauses_y: wave.bottom() + 17.0,
            axis_y: zone.bottom() + 16.0,
            transport: rect(column, zone.bottom() + 48.0, TRANSPORT + more),
            lower: rect(column, buttons_y - size::STEP_4 - lower, lower),
            buttons: rect(column, buttons_y, size::BUTTON),
            panel: None,
        }
    }
}

impl Places {
    /// With a strip above the waveform, which is lower by it.
    pub fn with_strip(mut self) -> Self {
        self.strip = Some(rect(self.zone.x_range(), self.zone.top(), STRIP));
        let taken = Vec2::new(0.0, STRIP + size::STEP_1);
        self.zone.min += taken;
        self.wave.min += taken;
        self
    }
}

/// Height that one column needs in a room so wide; in a lower one the screen scrolls.
pub fn height_small(room: Rangef) -> f32 {
    if small_column(room).span() < NARROW_BELOW {
        HEIGHT_SMALL + WAVE_DOWN + TRANSPORT_MORE
    } else {
        HEIGHT_SMALL
    }
}

fn small_column(room: Rangef) -> Rangef {
    let margin = if room.span() < size::COLUMN_SMALL * 0.75 {
        size::STEP_4
    } else {
        size::MARGIN
    };
    room.shrink(margin)
}

fn rect(column: Rangef, top: f32, height: f32) -> Rect {
    Rect::from_x_y_ranges(column, Rangef::new(top, top + height))
}

/// A part whose pieces stand below each other.
pub fn column(ui: &mut Ui, name: &str, place: Rect) -> Ui {
    part(ui, name, place, Layout::top_down(Align::Min))
}

/// A part of the screen in its place, without gaps between what stands in it.
pub fn part(ui: &mut Ui, name: &str, place: Rect, layout: Layout) -> Ui {
    let builder = UiBuilder::new().id_salt(name).max_rect(place);
    let mut part = ui.new_child(builder.layout(layout));
    part.spacing_mut().item_spacing = Vec2::ZERO;
    part
}
