//! The card with the marks of a take: those of the person, which are changed here, and what else is a place
//! to go to. Not here: marks on the waveform (`marks`), the text while it is typed (`mark_text`).

use egui::{
    Align, CornerRadius, Layout, Rect, Response, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::{self, Action};
use crate::flow::review::{MarkCommand, MarkKey};
use crate::i18n::{dates, names};
use crate::model::mark::{FlagKind, Mark, MarkKind};
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::mark_text::MarkTextMemory;
use crate::ui::review::view::{ReviewView, Saved};
use crate::ui::review::{list, trim};
use crate::ui::theme::icons::Icon;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, icon, keycap};

/// Height of a row.
const ROW: f32 = 34.0;
/// Widths of what plays, and of its sign.
const PLAY: f32 = 88.0;
const SIGN: f32 = 28.0;
/// Rows beyond those in view that are drawn, so that the keyboard finds them.
const BEYOND: f32 = 10.0;

/// What the list remembers.
#[derive(Debug, Default)]
pub struct MarkListMemory {
    pub text: MarkTextMemory,
    /// The selected mark of the pass before: another one is scrolled into view.
    selected: Option<MarkKey>,
}

/// The sign of a kind.
pub const fn sign(kind: MarkKind) -> Icon {
    match kind {
        MarkKind::Flag(FlagKind::Free) => icons::FLAG,
        MarkKind::Flag(FlagKind::SayAgain) => icons::START_OVER,
        MarkKind::Flag(FlagKind::Stuck) => icons::WARNING,
        MarkKind::Flag(FlagKind::Good) => icons::CHECK_CIRCLE,
        MarkKind::Cue { .. } | MarkKind::Announced { .. } => icons::TRANSLATE,
        MarkKind::Interruption => icons::USERS,
        MarkKind::Part(_) => icons::BOOK_OPEN,
        MarkKind::FirstWord | MarkKind::CueSound => icons::SPEAKER,
        MarkKind::Pause(_) => icons::PAUSE,
    }
}

/// Draws the list.
pub fn marks_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, memory: &mut MarkListMemory) {
    trim::head_ui(ui, cx, view);
    let places = view.attempt.marks.iter().filter(|mark| mark.is_place());
    let mut places: Vec<&Mark> = places.collect();
    if places.is_empty() {
        let key = keys::cap(Action::MarkHere);
        let said = if keycap::works(ui, key) {
            tr!(cx.words, "marks-none", key = key)
        } else {
            tr!(cx.words, "marks-none-yet")
        };
        list::say(ui, cx, &said);
        return;
    }
    places.sort_by_key(|mark| mark.frame);
    let moved = memory.selected != view.selected;
    memory.selected = view.selected;
    list::show(ui, "marks", |ui| {
        for mark in places {
            let selected = view.selected == Some(MarkKey::of(mark));
            let place = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), ROW));
            if selected && moved {
                ui.scroll_to_rect(place, None);
            }
            if ui.is_rect_visible(place.expand2(Vec2::new(0.0, ROW * BEYOND))) {
                row_ui(ui, cx, view, (mark, selected), &mut memory.text);
            } else {
                ui.allocate_space(place.size());
            }
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &ReviewView<'_>,
    (mark, selected): (&Mark, bool),
    text: &mut MarkTextMemory,
) {
    let (_, place) = ui.allocate_space(Vec2::new(ui.available_width(), ROW));
    let inside = place.shrink2(Vec2::new(0.0, 2.0));
    if selected {
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        ui.painter()
            .rect_filled(inside, radius, cx.palette.selected);
    }
    let key = MarkKey::of(mark);
    let builder = UiBuilder::new()
        .id_salt(("mark", mark.frame, format!("{:?}", mark.kind)))
        .max_rect(inside)
        .layout(Layout::left_to_right(Align::Center));
    let ui = &mut ui.new_child(builder);
    ui.spacing_mut().item_spacing.x = size::STEP_2;
    let play = play_ui(ui, cx, view, mark);
    if play.clicked() {
        cx.push(Command::Mark(MarkCommand::Hear(key)));
    }
    let points = Size::Caption.icon();
    icon::plain(ui, sign(mark.kind), points, cx.palette.text2);
    match mark.flag() {
        Some(kind) if view.saved != Saved::ReadOnly => {
            kind_ui(ui, cx, view, mark, kind);
            beyond_ui(ui, cx, view, mark);
            text_ui(ui, cx, view, mark, text);
        }
        _ => {
            let said = names::mark(cx.words, mark.kind);
            words::label(ui, &said, Ink::regular(Size::Body, cx.palette.text));
            beyond_ui(ui, cx, view, mark);
            words::label(ui, &mark.text, Ink::regular(Size::Body, cx.palette.text2));
        }
    }
}

/// When a mark is, as far as the take reaches.
pub fn time(view: &ReviewView<'_>, mark: &Mark) -> String {
    let frame = mark.frame.min(view.attempt.take.frames);
    dates::clock_tenths(view.secs(frame))
}

/// What plays from before a mark.
fn play_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ReviewView<'_>, mark: &Mark) -> Response {
    let colors = cx.palette;
    let time = time(view, mark);
    let wanted = Vec2::new(PLAY, ROW - size::STEP_1);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    if response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        ui.painter()
            .rect_filled(rect, radius, colors.surface_variant);
    }
    let points = Size::Caption.icon();
    let center = rect.left_center() + Vec2::new(SIGN / 2.0, 0.0);
    icon::paint(ui, center, icons::PLAY, points, colors.text2);
    let ink = Ink::strong(Size::Body, colors.text);
    let at = rect.left_center() + Vec2::new(SIGN, -Size::Body.line() / 2.0);
    figures::paint(ui, at, &time, ink.size, ink.weight, ink.color);
    focus::ring(ui, &response, rect, size::RADIUS_SEGMENT);
    let kind = names::mark(cx.words, mark.kind);
    let name = tr!(cx.words, "marks-hear", kind = kind, time = time);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.on_hover_text(tr!(cx.words, "marks-hear-what"))
}

/// Said where a mark stands behind the end.
fn beyond_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ReviewView<'_>, mark: &Mark) {
    if mark.frame > view.attempt.take.frames {
        let said = tr!(cx.words, "marks-beyond-note");
        words::label(ui, &said, Ink::regular(Size::Caption, cx.palette.text3));
    }
}

fn kind_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, mark: &Mark, kind: FlagKind) {
    let w = cx.words;
    let choices = FlagKind::ALL.map(|each| Choice {
        value: each,
        label: names::mark(w, MarkKind::Flag(each)),
        current: each == kind,
    });
    let name = tr!(w, "marks-kind", time = time(view, mark));
    let said = names::mark(w, mark.kind);
    if let Some(kind) = chip::drop_down(ui, &name, &said, false, &choices) {
        let key = MarkKey::of(mark);
        cx.push(Command::Mark(MarkCommand::SetKind(key, kind)));
    }
}

/// The text, and behind it what deletes the mark.
fn text_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &ReviewView<'_>,
    mark: &Mark,
    memory: &mut MarkTextMemory,
) {
    let w = cx.words;
    let time = time(view, mark);
    let room = ui.available_width() - size::CHIP - size::STEP_2;
    let (_, place) = ui.allocate_space(Vec2::new(room.max(0.0), size::CHIP));
    let (name, hint) = (
        tr!(w, "marks-text", time = time.as_str()),
        tr!(w, "marks-text-hint"),
    );
    let field = Field::new(&name).hint(&hint);
    memory.field_ui(ui, place, &view.attempt.id, mark, field);
    let name = tr!(w, "marks-delete", time = time);
    let key = MarkKey::of(mark);
    // The key deletes the selected one.
    let action = (view.selected == Some(key)).then_some(Action::DeleteMark);
    let named = (&*name, action);
    if icon::inline_button_for(ui, size::CHIP, icons::TRASH, named, true).clicked() {
        cx.push(Command::Mark(MarkCommand::Delete(key)));
    }
}
