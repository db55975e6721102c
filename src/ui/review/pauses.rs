//! The list of long pauses, the longest first: where to listen again, and why one paused.

use egui::scroll_area::ScrollBarVisibility;
use egui::{CornerRadius, Pos2, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::dates;
use crate::model::fluency::tenths;
use crate::model::mark::PauseCause;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::card;
use crate::ui::review::heard::{Known, Pause, SwitchSpan};
use crate::ui::review::view::{ReviewView, Saved};
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{figures, focus, icon, scroll, words};

/// Height of a row.
const ROW: f32 = 34.0;
/// Below this width the causes stand in a line of their own.
const ONE_LINE: f32 = 544.0;
/// Where the length begins, past the sign for playing.
const LENGTH_X: f32 = 32.0;
/// Where the place begins.
const PLACE_X: f32 = 92.0;
/// Width of what plays.
const PLAY: f32 = 208.0;
/// Where it is said that the pause is the switch.
const SWITCH_X: f32 = 148.0;
/// Room beside the words of a cause, both sides together.
const CAUSE: f32 = 20.0;

/// Draws the list.
pub fn pauses_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    inner: Rect,
    view: &ReviewView<'_>,
    known: &Known,
    out: &mut Vec<Command>,
) {
    if known.pauses.is_empty() {
        let none = if known.fluency.is_some() {
            tr!(look.words, "speech-pause-none")
        } else {
            tr!(look.words, "speech-no-voice")
        };
        card::say_ui(ui, look, inner, &none);
        return;
    }
    let mut child = ui.new_child(UiBuilder::new().id_salt("pauses").max_rect(inner));
    child.set_clip_rect(
        inner
            .expand(size::FOCUS_GAP * 2.0)
            .intersect(ui.clip_rect()),
    );
    scroll::quiet(&mut child);
    ScrollArea::vertical()
        .id_salt("pauses")
        .auto_shrink(false)
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for pause in &known.pauses {
                let width = inner.width() - scroll::ROOM;
                let lines = if width < ONE_LINE { 2.0 } else { 1.0 };
                let wanted = Vec2::new(width, ROW * lines);
                let (row, _) = ui.allocate_exact_size(wanted, Sense::hover());
                let turn = known.turn.filter(|turn| turn.holds(pause.span));
                row_ui(ui, look, row, view, (pause, turn), out);
            }
        });
}

fn row_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    row: Rect,
    view: &ReviewView<'_>,
    (pause, turn): (&Pause, Option<SwitchSpan>),
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let colors = look.palette;
    let start = pause.span.start_frame;
    let time = dates::clock_tenths(view.secs(start));
    let secs = tenths(pause.secs);
    let current = view.listening.pause == Some(start);
    let play = Rect::from_min_size(row.min, Vec2::new(PLAY, ROW)).shrink2(Vec2::new(0.0, 2.0));
    let response = ui.interact(play, ui.scope_id().with(("pause", start)), Sense::click());
    if response.hovered() || current {
        let fill = if current {
            colors.selected
        } else {
            colors.surface_variant
        };
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        ui.painter().rect_filled(play, radius, fill);
    }
    let y = play.center().y;
    let points = Size::Caption.icon();
    let at = Pos2::new(row.left() + size::STEP_4, y);
    icon::paint(ui, at, icons::PLAY, points, colors.text2);
    let top = |size: Size| y - size.line() / 2.0;
    let at = Pos2::new(row.left() + LENGTH_X, top(Size::Body));
    let length = tr!(w, "speech-seconds", secs = secs.as_str());
    figures::paint(ui, at, &length, Size::Body, Weight::SemiBold, colors.text);
    let at = Pos2::new(row.left() + PLACE_X, top(Size::Caption));
    let quiet = colors.text2;
    figures::paint(ui, at, &time, Size::Caption, Weight::Regular, quiet);
    if let Some(turn) = turn {
        let at = Pos2::new(row.left() + SWITCH_X, y);
        let ink = words::Ink::regular(Size::Caption, colors.language(turn.to));
        words::left(ui, at, &tr!(w, "speech-pause-switch"), ink);
    }
    focus::ring(ui, &response, play, size::RADIUS_SEGMENT);
    let name = tr!(w, "speech-pause-hear", secs = secs, time = time.as_str());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.gained_focus() || current && view.playing && !ui.clip_rect().contains_rect(row) {
        ui.scroll_to_rect(row, None);
    }
    if response.clicked() {
        out.push(Command::PlayPauseAt(start));
    }
    // Level with the length, or below it.
    let y = row.bottom() - ROW / 2.0;
    let mut x = row.right();
    for cause in PauseCause::ALL.into_iter().rev() {
        let name = cause_name(look, cause);
        let said = tr!(
            w,
            "speech-pause-cause",
            time = time.as_str(),
            cause = name.as_str()
        );
        let chosen = pause.cause == Some(cause);
        let enabled = view.saved != Saved::ReadOnly;
        let (left, clicked) =
            cause_ui(ui, look, Pos2::new(x, y), (&name, &said), (chosen, enabled));
        x = left - size::STEP_1;
        if clicked {
            out.push(Command::JudgePause {
                start_frame: start,
                cause,
            });
        }
    }
}

/// The name of a cause.
fn cause_name(look: &UiContext<'_>, cause: PauseCause) -> String {
    let w = look.words;
    match cause {
        PauseCause::Word => tr!(w, "speech-cause-word"),
        PauseCause::Grammar => tr!(w, "speech-cause-grammar"),
        PauseCause::Content => tr!(w, "speech-cause-content"),
        PauseCause::Nerves => tr!(w, "speech-cause-nerves"),
        PauseCause::Breath => tr!(w, "speech-cause-breath"),
    }
}

/// A cause that ends at `right`; returns its left edge and whether it was chosen.
fn cause_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    right: Pos2,
    (name, said): (&str, &str),
    (chosen, enabled): (bool, bool),
) -> (f32, bool) {
    let colors = look.palette;
    // Measured in the heavier weight, so that choosing moves nothing.
    let heavy = text::free_line(ui, name, Size::Caption, Weight::SemiBold, colors.text);
    let wide = (heavy.size().x + CAUSE).ceil();
    let rect = Rect::from_min_max(
        Pos2::new(right.x - wide, right.y - size::CHIP / 2.0),
        Pos2::new(right.x, right.y + size::CHIP / 2.0),
    );
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, ui.scope_id().with(("cause", said)), sense);
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
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, chosen, said));
    (rect.left(), response.clicked())
}
