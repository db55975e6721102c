//! The cue: the order to go on in another language, over the whole window. It appears in one frame
//! and fades. Not here: when it falls (`flow`).

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, CornerRadius, FontId, Id, LayerId, Order, Pos2, Rect, Role, Sense, Stroke, Ui,
    UiBuilder, Vec2,
};

use crate::flow::Now;
use crate::flow::state::{Phase, Recording, State};
use crate::i18n::{AllWords, Words, dates};
use crate::model::language::Language;
use crate::tr;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::waveform::{self, Colors};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{Palette, motion, size};
use crate::ui::widgets::{figures, lines, words};

/// The column in the size of the words.
const COLUMN_IN_WORDS: f32 = 6.8;
/// Letters stand closer in so large a size, in shares of it.
const TRACKING: f32 = -0.025;
/// Height of a line over the size.
const LINE_MORE: f32 = 12.0;
/// More lines than this make the words smaller.
const LINES: usize = 3;
/// Width of the cue line here, where it is seen from two metres.
const CUE_LINE: f32 = 3.0;
/// Height of the pill with the time.
const PILL: f32 = 36.0;
/// Widest line of the question below.
const QUESTION_LINES: usize = 3;

/// The language of the cue that is to be seen now.
fn shown(state: &State, now: &Now) -> Option<Language> {
    let Phase::Recording(recording) = &state.practice.phase else {
        return None;
    };
    if let Some((to, _)) = recording.cue_ordered {
        return Some(to);
    }
    let until = recording.cue_until.filter(|until| now.since_start < *until);
    until.and(recording.cue()).map(|(_, to)| to)
}

/// Draws the cue over everything, if there is one; `screen` is what lies right of the rail.
pub fn cue_ui(
    ui: &mut Ui,
    palette: &Palette,
    all_words: &AllWords,
    (state, now): (&State, &Now),
    (screen, small): (Rect, bool),
) {
    let shown = shown(state, now);
    let id = Id::unique("cue");
    let alpha = ui.ctx().animate_bool_with_time(
        id,
        shown.is_some(),
        if shown.is_some() {
            0.0
        } else {
            motion::CUE_OUT_SECS
        },
    );
    // Remembered for the fade, when the state no longer says which cue it was.
    let to = match shown {
        Some(to) => {
            ui.data_mut(|data| data.insert_temp(id, to));
            to
        }
        None if alpha > 0.0 => match ui.data(|data| data.get_temp(id)) {
            Some(to) => to,
            None => return,
        },
        None => return,
    };
    let window = ui.ctx().content_rect();
    let layer = LayerId::new(Order::Tooltip, id);
    let builder = UiBuilder::new()
        .id_salt("cue")
        .layer_id(layer)
        .max_rect(window);
    let mut over = ui.new_child(builder);
    if shown.is_none() {
        over.set_opacity(alpha);
    }
    over.painter()
        .rect_filled(window, CornerRadius::ZERO, palette.cue(to));
    let geometry = Geometry::new(screen, small);
    let said = words_of(all_words.of(to), to);
    let top = said_ui(&mut over, palette, &geometry, &said);
    if let Some(recording) = state.recording() {
        pill_ui(&mut over, palette, &geometry, recording, top);
        sound(&over, palette, &geometry, recording);
        question_ui(&mut over, palette, &geometry, recording, (to, state));
    }
}

/// Keeps the pointer from what lies under a cue. To be called before anything else is drawn: the
/// buttons that cannot be seen cannot be pressed.
pub fn is_shown(state: &State, now: &Now) -> bool {
    shown(state, now).is_some()
}

fn words_of(words: Words<'_>, to: Language) -> String {
    match to {
        Language::English => tr!(words, "cue-now-in-english"),
        Language::Korean => tr!(words, "cue-now-in-korean"),
    }
}

/// The words, drawn as large as the column allows; returns their top.
fn said_ui(ui: &mut Ui, palette: &Palette, geometry: &Geometry, said: &str) -> f32 {
    let column = geometry.card.width();
    let mut points = (column / COLUMN_IN_WORDS).round();
    let galley = loop {
        let format = TextFormat {
            font_id: FontId::new(points, Weight::SemiBold.family()),
            line_height: Some(points + LINE_MORE),
            extra_letter_spacing: points * TRACKING,
            color: palette.cue_text,
            ..TextFormat::default()
        };
        let mut job = LayoutJob::single_section(said.to_owned(), format);
        job.wrap.max_width = column + points * 0.1;
        let galley = ui.painter().layout_job(job);
        if galley.rows.len() <= LINES || points < Size::Display.points() {
            break galley;
        }
        points -= 4.0;
    };
    let above = if geometry.small { 18.0 } else { 41.0 };
    let top = geometry.wave.top() - above - galley.size().y;
    // Large letters have room before them; the stems, not the boxes, stand on the edge.
    let left = geometry.card.left() - points * 0.055;
    let rect = Rect::from_min_size(Pos2::new(left, top), galley.size());
    words::announce(ui, rect, "cue", Role::Alert, said);
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    top
}

fn pill_ui(
    ui: &mut Ui,
    palette: &Palette,
    geometry: &Geometry,
    recording: &Recording,
    words_top: f32,
) {
    let time = dates::clock(recording.live.captured_secs());
    let width = 34.0 + figures::width(ui, &time, Size::Body, Weight::SemiBold) + 16.0;
    let top = (words_top - 67.0).max(geometry.screen.top() + size::STEP_4);
    let rect = Rect::from_min_size(Pos2::new(geometry.card.left(), top), Vec2::new(width, PILL));
    let light = Palette::of(false);
    ui.painter()
        .rect_filled(rect, CornerRadius::same(18), palette.cue_text);
    let dot = Pos2::new(rect.left() + 20.0, rect.center().y);
    ui.painter().circle_filled(dot, 6.0, light.recording);
    let at = Pos2::new(
        rect.left() + 34.0,
        rect.center().y - Size::Body.line() / 2.0,
    );
    figures::paint(ui, at, &time, Size::Body, Weight::SemiBold, light.text);
    words::announce(ui, rect, "cue-time", Role::Timer, &time);
}

fn sound(ui: &Ui, palette: &Palette, geometry: &Geometry, recording: &Recording) {
    let wave = geometry.wave;
    let color = palette.cue_waveform();
    let window = ui.max_rect();
    let cue = recording.cue().map(|(frame, _)| frame);
    ui.painter().hline(
        window.x_range(),
        wave.center().y,
        Stroke::new(size::HAIRLINE, color.gamma_multiply(0.7)),
    );
    let colors = Colors {
        before: color,
        after: color,
        room: None,
    };
    waveform::paint(ui, wave, &recording.live, cue, colors);
    // Ordered but not fallen yet: it will fall at the right edge.
    let x = cue.map_or(wave.right(), |frame| {
        waveform::x_of_frame(wave, &recording.live, frame)
    });
    let line = Rect::from_x_y_ranges(x..=x + CUE_LINE, wave.y_range().expand(size::STEP_4));
    ui.painter()
        .rect_filled(line, CornerRadius::same(1), palette.cue_text);
}

fn question_ui(
    ui: &mut Ui,
    palette: &Palette,
    geometry: &Geometry,
    recording: &Recording,
    (to, state): (Language, &State),
) {
    let plan = recording.attempt.plan;
    let language = if state.practice.other_language {
        plan.start().other()
    } else {
        plan.start()
    };
    let question = recording.attempt.question.text.get(language);
    let width = geometry.card.width();
    let color = palette.cue_secondary(to);
    let (size, weight) = (Size::Title, Weight::Regular);
    let broken = lines::of(ui, question, size, weight, width, QUESTION_LINES);
    let room = (width + 1.0, usize::MAX);
    let galley = text::paragraph(ui, &broken.text, size, weight, color, room);
    let below = if geometry.small { 44.0 } else { 56.0 };
    text::label_at(
        ui,
        galley,
        Pos2::new(geometry.card.left(), geometry.wave.bottom() + below),
    );
}

/// Takes every press while the cue is seen.
pub fn shield(ui: &Ui) {
    ui.interact(
        ui.ctx().content_rect(),
        Id::unique("cue-shield"),
        Sense::CLICK | Sense::DRAG,
    );
}
