//! The sound: waveform with cue and flags, or the sentences that stand in its place.

use std::ops::Range;
use std::sync::{Arc, Weak};

use egui::emath::GuiRounding as _;
use egui::{
    CornerRadius, Pos2, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::i18n::{dates, recording_quality};
use crate::model::peaks::{Peak, Peaks};
use crate::model::take::Gap;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::heard::Heard;
use crate::ui::review::layout::Places;
use crate::ui::review::view::{ReviewView, Sound};
use crate::ui::review::{broke_in, labels, part_labels, switch_span};
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::take_waveform::{self, TakeWaveform};
use crate::ui::widgets::{focus, icon};

/// Height of a pennant, and width of what the pointer finds of it.
const PENNANT: Vec2 = Vec2::new(12.0, 18.0);

/// The columns of the picture on show: merging them anew in each frame would read the whole take
/// thirty times a second.
#[derive(Debug, Default)]
pub struct WaveMemory {
    peaks: Weak<Peaks>,
    range: Range<u64>,
    columns: Vec<Peak>,
    gain: f32,
    /// The frames on show while the marker of the first word is dragged.
    held: Option<Range<u64>>,
}

impl WaveMemory {
    fn follow(&mut self, peaks: &Arc<Peaks>, range: &Range<u64>, count: usize) {
        let same = Weak::ptr_eq(&self.peaks, &Arc::downgrade(peaks));
        if !same || self.range != *range || self.columns.len() != count {
            self.columns = take_waveform::columns(peaks, range, count);
            self.gain = take_waveform::gain(peaks);
            self.range = range.clone();
            self.peaks = Arc::downgrade(peaks);
        }
    }
}

/// Draws the sound into its place.
pub fn sound_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (heard, memory): (&Heard<'_>, &mut WaveMemory),
    out: &mut Vec<Command>,
) {
    match &view.sound {
        Sound::Ready(peaks) => {
            wave_ui(ui, look, places, view, (heard, Some(peaks), memory), out);
        }
        Sound::Loading => {
            wave_ui(ui, look, places, view, (heard, None, memory), out);
            let words = tr!(look.words, "review-loading");
            take_waveform::paint_waiting(ui, places.wave, &words);
        }
        Sound::Empty => {
            let words = [
                tr!(look.words, "review-empty"),
                tr!(look.words, "review-empty-do"),
            ];
            instead_ui(ui, look, places, &words, None);
        }
        Sound::Broken(fault) => {
            let still = tr!(look.words, "review-fault-still");
            let words = [fault.what.clone(), format!("{} {still}", fault.remedy)];
            instead_ui(ui, look, places, &words, fault.detail.as_deref());
        }
    }
}

fn wave_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (heard, peaks, memory): (&Heard<'_>, Option<&Arc<Peaks>>, &mut WaveMemory),
    out: &mut Vec<Command>,
) {
    let scale = ui.pixels_per_point();
    // Columns on whole pixels, or neighbouring ones blur into each other.
    let wave = places.wave.round_to_pixels(scale);
    let known = heard.known();
    let range = match &memory.held {
        // What the pointer holds must not move away under it.
        Some(range) => range.clone(),
        None => switch_span::range(view, known),
    };
    let mut columns: &[Peak] = &[];
    let mut gain = 1.0;
    if let Some(peaks) = peaks {
        memory.follow(peaks, &range, (wave.width() * scale).round() as usize);
        (columns, gain) = (&memory.columns, memory.gain);
    }
    let total = view.attempt.take.frames;
    let value = tr!(
        look.words,
        "review-position-value",
        at = dates::clock_tenths(view.secs(view.position)),
        total = dates::clock(view.secs(total))
    );
    let turn = known.and_then(|known| known.turn);
    if let Some(bracket) = turn.and_then(|turn| switch_span::bracket(wave, &range, turn)) {
        bracket.paint_behind(ui, places.zone);
    }
    let voice = |frame| known.map(|known| known.language_at(frame));
    let waveform = TakeWaveform {
        name: &tr!(look.words, "review-position"),
        value: &value,
        range: range.clone(),
        sample_rate_hz: view.attempt.take.sample_rate_hz,
        columns,
        gain,
        start: view.attempt.plan.start(),
        cue: view.cue,
        voice: &voice,
        gaps: &view.attempt.take.gaps,
        playhead: view.position,
    };
    if let Some(frame) = waveform.show(ui, wave, places.zone, places.axis_y) {
        out.push(Command::SeekTo(frame));
    }
    for gap in &view.attempt.take.gaps {
        gap_ui(ui, look, wave, view, (gap, &range));
    }
    labels::labels_ui(ui, look, places, view, (heard, &range), out);
    for frame in &view.flags {
        flag_ui(ui, look, places, view, (*frame, &range), out);
    }
    for frame in &view.interruptions {
        broke_in::sign_ui(ui, look, places, view, (*frame, &range), out);
    }
    let mut held = false;
    if let Some(known) = known {
        switch_span::marks_ui(ui, look, places, view, (known, wave, &range), out);
        if let Some(turn) = known.turn {
            held = switch_span::handle_ui(ui, look, places, view, (turn, wave, &range), out);
        }
    }
    memory.held = held.then_some(range);
}

/// Why nothing is to be heard at a striped place. It takes no presses from the waveform.
fn gap_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    wave: Rect,
    view: &ReviewView<'_>,
    (gap, range): (&Gap, &Range<u64>),
) {
    let from = take_waveform::x_of(wave, range, gap.start_frame);
    let to = take_waveform::x_of(wave, range, gap.start_frame.saturating_add(gap.frames));
    let reach = Rangef::new(from, to.max(from + size::STEP_1)).expand(size::STEP_1);
    let rect = Rect::from_x_y_ranges(reach, wave.y_range()).intersect(wave);
    if !rect.is_positive() {
        return;
    }
    let id = ui.scope_id().with(("gap", gap.start_frame));
    let response = ui.interact(rect, id, Sense::hover());
    let words = recording_quality::gap(look.words, gap, view.attempt.take.sample_rate_hz);
    let words = format!("{} · {words}", dates::clock(view.secs(gap.start_frame)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response.on_hover_text(words);
}

/// A pennant that takes the playhead to its place.
fn flag_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (frame, range): (u64, &Range<u64>),
    out: &mut Vec<Command>,
) {
    if !(range.start..=range.end).contains(&frame) {
        return;
    }
    let x = take_waveform::x_of(places.wave, range, frame);
    let foot = Pos2::new(x, places.wave.top());
    let rect = Rect::from_min_size(Pos2::new(x - 3.0, foot.y - PENNANT.y), PENNANT);
    let id = ui.scope_id().with(("flag", frame));
    // It takes drags too, or the waveform below would seek as soon as it is pressed.
    let response = ui.interact(rect, id, Sense::click_and_drag());
    take_waveform::paint_pennant(ui, foot, PENNANT.y, look.palette.text);
    focus::ring(ui, &response, rect, size::RADIUS_SMALL);
    let time = dates::clock_tenths(view.secs(frame));
    let name = tr!(look.words, "review-flag", time = time);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        out.push(Command::SeekTo(frame));
    }
    response.on_hover_text(name);
}

/// What happened and what to do, where the waveform would be.
fn instead_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    words: &[String; 2],
    detail: Option<&str>,
) {
    let colors = look.palette;
    let rect = places.zone;
    let radius = CornerRadius::same(size::RADIUS_ROW);
    let edge = Stroke::new(size::HAIRLINE, colors.line);
    ui.painter()
        .rect(rect, radius, colors.surface, edge, StrokeKind::Inside);
    let [what, remedy] = words;
    let icon_size = Size::Body.icon();
    let left = rect.left() + size::STEP_6 + icon_size + size::STEP_3;
    let width = rect.right() - size::STEP_6 - left;
    let what_text = text::paragraph(
        ui,
        what,
        Size::Body,
        Weight::SemiBold,
        colors.text,
        (width, 2),
    );
    let remedy_text = text::paragraph(
        ui,
        remedy,
        Size::Body,
        Weight::Regular,
        colors.text2,
        (width, 3),
    );
    let detail_text = detail.map(|detail| {
        let caption = Size::Caption;
        text::paragraph(
            ui,
            detail,
            caption,
            Weight::Regular,
            colors.text3,
            (width, 3),
        )
    });
    let mut height = what_text.size().y + remedy_text.size().y;
    if let Some(detail) = &detail_text {
        height += size::STEP_2 + detail.size().y;
    }
    let mut at = Pos2::new(left, rect.center().y - height / 2.0);
    let middle = at.y + Size::Body.line() / 2.0;
    let center = Pos2::new(rect.left() + size::STEP_6 + icon_size / 2.0, middle);
    let shape = if detail.is_some() {
        icons::WARNING
    } else {
        icons::INFO
    };
    icon::paint(ui, center, shape, icon_size, colors.text);
    at.y += part_labels::say(ui, at, what_text, what).rect.height();
    at.y += part_labels::say(ui, at, remedy_text, remedy).rect.height();
    if let (Some(galley), Some(detail)) = (detail_text, detail) {
        at.y += size::STEP_2;
        part_labels::say(ui, at, galley, detail);
    }
}
