//! The sound: waveform with cue and flags, or the sentences that stand in its place.

use std::ops::Range;
use std::sync::{Arc, Weak};

use egui::emath::GuiRounding as _;
use egui::{
    Align, CornerRadius, Layout, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

use crate::flow::Command;
use crate::i18n::{dates, recording_quality};
use crate::model::peaks::{Excerpt, Peak, Peaks};
use crate::model::speech::Span;
use crate::model::take::Gap;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::heard::{Heard, Known};
use crate::ui::review::layout::{self, Places};
use crate::ui::review::overview::{self, OverviewMemory};
use crate::ui::review::view::{ReviewView, Sound};
use crate::ui::review::wave::Wave;
use crate::ui::review::{labels, loop_span, marks, pause_marks, switch_span, trim, zoom};
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size};
use crate::ui::widgets::take_waveform::{self, Asked, TakeWaveform};
use crate::ui::widgets::wave_shape::{self, WaveShape};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{icon, reading_order};

/// The picture on show, and what is being dragged on it.
#[derive(Debug, Default)]
pub struct WaveMemory {
    peaks: Weak<Peaks>,
    excerpt: Weak<Excerpt>,
    range: Range<u64>,
    columns: Vec<Peak>,
    gain: f32,
    /// The frames on show while something is dragged: what the pointer holds must not move away.
    held: Option<Range<u64>>,
    /// The frame at which a part was begun that is being dragged over.
    drag: Option<u64>,
    overview: OverviewMemory,
}

impl WaveMemory {
    /// Looks the columns up again when something else is on show.
    fn follow(
        &mut self,
        peaks: &Arc<Peaks>,
        excerpt: Option<&Arc<Excerpt>>,
        range: &Range<u64>,
        count: usize,
    ) {
        let finest = excerpt.map(Arc::downgrade).unwrap_or_default();
        let same = Weak::ptr_eq(&self.peaks, &Arc::downgrade(peaks))
            && Weak::ptr_eq(&self.excerpt, &finest);
        if !same || self.range != *range || self.columns.len() != count {
            let excerpt = excerpt.map(|excerpt| &**excerpt);
            self.columns = wave_shape::columns(peaks, excerpt, range, count);
            self.gain = wave_shape::gain(peaks);
            self.range = range.clone();
            self.peaks = Arc::downgrade(peaks);
            self.excerpt = finest;
        }
    }
}

/// Draws the sound into its place.
pub fn sound_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    heard: &Heard<'_>,
    memory: &mut WaveMemory,
) {
    match &view.sound {
        Sound::Ready(_) => wave_ui(ui, cx, places, view, heard, memory),
        Sound::Loading => {
            wave_ui(ui, cx, places, view, heard, memory);
            let words = tr!(cx.words, "review-loading");
            take_waveform::paint_waiting(ui, places.wave, &words);
        }
        Sound::Empty => {
            let said = Instead {
                sign: icons::INFO,
                what: tr!(cx.words, "review-empty"),
                remedy: tr!(cx.words, "review-empty-do"),
                detail: None,
            };
            instead_ui(ui, cx, places.zone, &said);
        }
        Sound::Broken(fault) => {
            let still = tr!(cx.words, "review-fault-still");
            let said = Instead {
                sign: icons::WARNING,
                what: fault.what.clone(),
                remedy: format!("{} {still}", fault.remedy),
                detail: fault.detail.as_deref(),
            };
            instead_ui(ui, cx, places.zone, &said);
        }
    }
}

fn wave_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    heard: &Heard<'_>,
    memory: &mut WaveMemory,
) {
    let scale = ui.pixels_per_point();
    let known = heard.known();
    let range = match &memory.held {
        Some(range) => range.clone(),
        None => switch_span::range(view, known, cx.state.frames_on_show()),
    };
    // Columns on whole pixels, or neighbouring ones blur into each other.
    let wave = Wave::new(view, places, places.wave.round_to_pixels(scale), range);
    let turn = known.and_then(|known| known.turn);
    if let Some(bracket) = turn.and_then(|turn| switch_span::bracket(&wave, turn)) {
        bracket.paint_behind(ui, wave.zone);
    }
    if let Some(known) = known {
        pause_marks::paint_behind(ui, cx, &wave, known);
    }
    loop_span::paint_behind(ui, cx, &wave);
    labels_ui(ui, cx, places, &wave, heard);
    shape_ui(ui, cx, places, &wave, known, memory);
    zoom::gestures(ui, cx, &wave, wave.zone);
    gaps_ui(ui, cx, &wave);
    trim::outside_ui(ui, cx, &wave);
    let mut held = memory.drag.is_some();
    reading_order::keep(ui, |ui| {
        held |= marks::marks_ui(ui, cx, &wave);
        if let Some(known) = known {
            switch_span::spans_ui(ui, cx, &wave, known);
            marks::parts_ui(ui, cx, &wave);
        }
    });
    held |= loop_span::handles_ui(ui, cx, &wave);
    held |= turn.is_some_and(|turn| switch_span::handle_ui(ui, cx, &wave, turn));
    memory.held = held.then_some(wave.range);
}

/// The waveform itself, and the strip above when only a part of it is on show.
fn shape_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    places: &Places,
    wave: &Wave<'_>,
    known: Option<&Known>,
    memory: &mut WaveMemory,
) {
    let view = wave.view;
    let excerpt = cx.state.wave.excerpt.as_ref();
    let mut shape = WaveShape {
        columns: &[],
        excerpt: None,
        gain: 1.0,
    };
    if let Sound::Ready(peaks) = &view.sound {
        if let Some(strip) = places.strip {
            overview::overview_ui(ui, cx, wave, strip, peaks, &mut memory.overview);
        }
        let count = (wave.rect.width() * ui.pixels_per_point()).round() as usize;
        memory.follow(peaks, excerpt, &wave.range, count);
        shape = WaveShape {
            columns: &memory.columns,
            excerpt: excerpt.map(|excerpt| &**excerpt),
            gain: memory.gain,
        };
    }
    let words = cx.words;
    let voice = |frame| known.map(|known| known.language_at(frame));
    let waveform = TakeWaveform {
        name: &tr!(words, "review-position"),
        value: &position(cx, view),
        range: wave.range.clone(),
        sample_rate_hz: view.attempt.take.sample_rate_hz,
        shape,
        start: view.attempt.plan.start(),
        cue: view.cue,
        voice: &voice,
        gaps: &view.attempt.take.gaps,
        playhead: view.position,
        pointed: &|frame, decimals, dbfs| {
            let time = dates::clock_decimals(view.secs(frame), decimals);
            let level = dbfs.map(|dbfs| tr!(words, "wave-level", db = (dbfs.round() as i32)));
            [Some(time), level]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        },
    };
    match waveform.show(ui, wave.rect, wave.zone, places.axis_y, &mut memory.drag) {
        Some(Asked::Seek(frame)) => cx.push(Command::SeekTo(frame)),
        Some(Asked::Part(part)) => {
            cx.push(Command::SetLoop(Some(Span::new(part.start, part.end))));
        }
        None => {}
    }
}

/// The place that is heard, as it is spoken.
fn position(cx: &Cx<'_>, view: &ReviewView<'_>) -> String {
    tr!(
        cx.words,
        "review-position-value",
        at = dates::clock_tenths(view.secs(view.position)),
        total = dates::clock(view.secs(view.attempt.take.frames))
    )
}

/// The row above; the words of its last button, not its padding, end on the edge.
fn labels_ui(ui: &mut Ui, cx: &mut Cx<'_>, places: &Places, wave: &Wave<'_>, heard: &Heard<'_>) {
    let acts = heard.known().is_some_and(|known| known.turn.is_some());
    let outside = if acts { size::STEP_2 } else { 0.0 };
    let place = places.labels.with_max_x(places.labels.right() + outside);
    let layout = Layout::right_to_left(Align::Center);
    labels::labels_ui(
        &mut layout::part(ui, "labels", place, layout),
        cx,
        wave,
        heard,
    );
}

fn gaps_ui(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave<'_>) {
    for gap in &wave.view.attempt.take.gaps {
        gap_ui(ui, cx, wave, gap);
    }
}

/// Why nothing is to be heard at a striped place. It takes no presses from the waveform.
fn gap_ui(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave<'_>, gap: &Gap) {
    let end = gap.start_frame.saturating_add(gap.frames);
    let reach = wave.reach(Span::new(gap.start_frame, end));
    let reach = Rangef::new(reach.min, reach.max.max(reach.min + size::STEP_1));
    let rect = Rect::from_x_y_ranges(reach.expand(size::STEP_1), wave.rect.y_range());
    let rect = rect.intersect(wave.rect);
    if !rect.is_positive() {
        return;
    }
    let id = ui.scope_id().with(("gap", gap.start_frame));
    let response = ui.interact(rect, id, Sense::hover());
    let take = &wave.view.attempt.take;
    let words = recording_quality::gap(cx.words, gap, take.sample_rate_hz);
    let time = dates::clock(wave.view.secs(gap.start_frame));
    let words = format!("{time} · {words}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response.on_hover_text(words);
}

/// What happened and what to do, where the waveform would be.
struct Instead<'a> {
    sign: Icon,
    what: String,
    remedy: String,
    detail: Option<&'a str>,
}

fn instead_ui(ui: &mut Ui, cx: &Cx<'_>, place: Rect, said: &Instead<'_>) {
    let colors = cx.palette;
    let radius = CornerRadius::same(size::RADIUS_ROW);
    let edge = Stroke::new(size::HAIRLINE, colors.line);
    ui.painter()
        .rect(place, radius, colors.surface, edge, StrokeKind::Inside);
    let sign = Size::Body.icon() + size::STEP_3;
    let inside = place.shrink2(Vec2::new(size::STEP_6, 0.0));
    let width = inside.width() - sign;
    let paragraph = |words: &str, ink: Ink, lines| {
        text::paragraph(ui, words, ink.size, ink.weight, ink.color, (width, lines))
    };
    let what = paragraph(&said.what, Ink::strong(Size::Body, colors.text), 2);
    let remedy = paragraph(&said.remedy, Ink::regular(Size::Body, colors.text2), 3);
    let quiet = Ink::regular(Size::Caption, colors.text3);
    let detail = said
        .detail
        .map(|detail| (paragraph(detail, quiet, 3), detail));
    let below = detail
        .as_ref()
        .map_or(0.0, |(galley, _)| size::STEP_2 + galley.size().y);
    let height = what.size().y + remedy.size().y + below;
    let layout = Layout::top_down(Align::Min);
    let ui = &mut layout::part(ui, "instead", inside, layout);
    ui.add_space((inside.height() - height) / 2.0);
    ui.horizontal_top(|ui| {
        let (_, place) = ui.allocate_space(Vec2::new(sign, Size::Body.line()));
        let center = place.left_center() + Vec2::new(Size::Body.icon() / 2.0, 0.0);
        icon::paint(ui, center, said.sign, Size::Body.icon(), colors.text);
        ui.vertical(|ui| {
            words::whole(ui, what, &said.what);
            words::whole(ui, remedy, &said.remedy);
            if let Some((galley, detail)) = detail {
                ui.add_space(size::STEP_2);
                words::whole(ui, galley, detail);
            }
        });
    });
}
