//! The list of long pauses, the longest first: where to listen again, and why one paused.

use egui::{Align, CornerRadius, Layout, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::{Words, dates};
use crate::model::fluency::tenths;
use crate::model::mark::PauseCause;
use crate::tr;
use crate::ui::review::heard::{Known, Pause, SwitchSpan};
use crate::ui::review::list;
use crate::ui::review::view::{ReviewView, Saved};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, form, icon};
use crate::ui::{Cx, UiContext};

/// Height of a row.
const ROW: f32 = 34.0;
/// Below this width the causes stand in a line of their own.
const ONE_LINE: f32 = 544.0;
/// Widths of what plays: the sign, the length, the place; and of all of it.
const SIGN: f32 = 32.0;
const LENGTH: f32 = 60.0;
const PLACE: f32 = 56.0;
const PLAY: f32 = 208.0;
/// Room beside the words of a cause, both sides together.
const CAUSE: f32 = 20.0;

/// Draws the list.
pub fn pauses_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, known: &Known) {
    if known.pauses.is_empty() {
        let none = if known.fluency.is_some() {
            tr!(cx.words, "speech-pause-none")
        } else {
            tr!(cx.words, "speech-no-voice")
        };
        list::say(ui, cx, &none);
        return;
    }
    list::show(ui, "pauses", |ui| {
        for pause in &known.pauses {
            let turn = known.turn.filter(|turn| turn.holds(pause.span));
            row_ui(ui, cx, view, pause, turn);
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &ReviewView<'_>,
    pause: &Pause,
    turn: Option<SwitchSpan>,
) {
    let width = ui.available_width();
    let layout = Layout::left_to_right(Align::Center);
    let row = ui.scope(|ui| {
        let line = Vec2::new(width, ROW);
        let play = ui.allocate_ui_with_layout(line, layout, |ui| {
            let play = play_ui(ui, cx, view, pause, turn);
            if width >= ONE_LINE {
                form::at_right(ui, |ui| {
                    causes_ui(ui, cx, view, pause);
                });
            }
            play
        });
        if width < ONE_LINE {
            ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
                causes_ui(ui, cx, view, pause);
            });
        }
        play.inner
    });
    let rect = row.response.rect;
    let current = view.listening.pause == Some(pause.span.start_frame);
    let hidden = current && view.playing && !ui.clip_rect().contains_rect(rect);
    if row.inner.gained_focus() || hidden {
        ui.scroll_to_rect(rect, None);
    }
}

/// What plays the pause: its length, where it is, and whether it is the switch.
fn play_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &ReviewView<'_>,
    pause: &Pause,
    turn: Option<SwitchSpan>,
) -> Response {
    let w = cx.words;
    let colors = cx.palette;
    let start = pause.span.start_frame;
    let time = dates::clock_tenths(view.secs(start));
    let secs = tenths(pause.secs);
    let current = view.listening.pause == Some(start);
    let builder = UiBuilder::new()
        .id_salt(("pause", start))
        .sense(Sense::click());
    let scope = ui.scope_builder(builder, |ui| {
        let wanted = Vec2::new(PLAY, ROW - size::STEP_1);
        let (_, rect) = ui.allocate_space(wanted);
        if current || ui.response().hovered() {
            let fill = if current {
                colors.selected
            } else {
                colors.surface_variant
            };
            let radius = CornerRadius::same(size::RADIUS_SEGMENT);
            ui.painter().rect_filled(rect, radius, fill);
        }
        let layout = Layout::left_to_right(Align::Center);
        let inside = &mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
        let (_, sign) = inside.allocate_space(Vec2::new(SIGN, Size::Caption.line()));
        let points = Size::Caption.icon();
        icon::paint(ui, sign.center(), icons::PLAY, points, colors.text2);
        let length = tr!(w, "speech-seconds", secs = secs.as_str());
        column(
            inside,
            LENGTH,
            &length,
            Ink::strong(Size::Body, colors.text),
        );
        column(
            inside,
            PLACE,
            &time,
            Ink::regular(Size::Caption, colors.text2),
        );
        if let Some(turn) = turn {
            let ink = Ink::regular(Size::Caption, colors.language(turn.to));
            words::label(inside, &tr!(w, "speech-pause-switch"), ink);
        }
    });
    let response = scope.response;
    focus::ring(ui, &response, response.rect, size::RADIUS_SEGMENT);
    let name = tr!(w, "speech-pause-hear", secs = secs, time = time);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        cx.push(Command::PlayPauseAt(start));
    }
    response
}

/// A figure in a column of this width.
fn column(ui: &mut Ui, width: f32, figure: &str, ink: Ink) {
    let shown = figures::show(ui, figure, ink).rect.width();
    ui.add_space((width - shown).max(0.0));
}

/// The causes, from the right: of which one is the person's judgement.
fn causes_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, pause: &Pause) {
    let w = cx.words;
    let start_frame = pause.span.start_frame;
    let time = dates::clock_tenths(view.secs(start_frame));
    ui.spacing_mut().item_spacing.x = size::STEP_1;
    for cause in PauseCause::ALL.into_iter().rev() {
        let name = cause_name(w, cause);
        let said = tr!(
            w,
            "speech-pause-cause",
            time = time.as_str(),
            cause = name.as_str()
        );
        let chosen = pause.cause == Some(cause);
        let enabled = view.saved != Saved::ReadOnly;
        let response = cause_ui(ui, cx, &name, chosen, enabled);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, chosen, &said));
        if response.clicked() {
            cx.push(Command::JudgePause { start_frame, cause });
        }
    }
}

/// The name of a cause.
fn cause_name(w: Words<'_>, cause: PauseCause) -> String {
    match cause {
        PauseCause::Word => tr!(w, "speech-cause-word"),
        PauseCause::Grammar => tr!(w, "speech-cause-grammar"),
        PauseCause::Content => tr!(w, "speech-cause-content"),
        PauseCause::Nerves => tr!(w, "speech-cause-nerves"),
        PauseCause::Breath => tr!(w, "speech-cause-breath"),
    }
}

fn cause_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    name: &str,
    chosen: bool,
    enabled: bool,
) -> Response {
    let colors = look.palette;
    // Measured in the heavier weight, so that choosing moves nothing.
    let heavy = text::free_line(ui, name, Size::Caption, Weight::SemiBold, colors.text);
    let wanted = Vec2::new((heavy.size().x + CAUSE).ceil(), size::CHIP);
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(wanted, sense);
    let (fill, ink, weight) = match (chosen, enabled && response.hovered()) {
        (true, _) => (colors.text, colors.inverse, Weight::SemiBold),
        (false, true) => (colors.selected, colors.text, Weight::Regular),
        (false, false) => (colors.surface_variant, colors.text2, Weight::Regular),
    };
    let radius = size::CHIP as u8 / 2;
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius), fill);
    let galley = text::free_line(ui, name, Size::Caption, weight, ink);
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, ink);
    focus::ring(ui, &response, rect, radius);
    response
}
