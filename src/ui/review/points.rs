//! The card with what a good answer has. The person ticks what they said; the ticks are for the moment
//! only.

use egui::scroll_area::ScrollBarVisibility;
use egui::{CornerRadius, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind};
use egui::{Ui, UiBuilder, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::model::language::{Bilingual, Language};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::chain_view;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{focus, icon, scroll};

/// Height of the line above the points.
const HEAD: f32 = 24.0;
/// Side of the box of a tick.
const BOX: f32 = 16.0;
/// Room above and below the words of a point.
const AIR: f32 = 3.0;

/// Draws the card.
pub fn points_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    inner: Rect,
    view: &ReviewView<'_>,
    points: &[Bilingual],
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let said = (0_u8..).zip(points);
    let said = said.filter(|(at, _)| view.listening.said(*at)).count();
    let count = tr!(w, "chain-points-said", said = said, all = points.len());
    let y = inner.top() + HEAD / 2.0 - 2.0;
    let head = tr!(w, "chain-points");
    let ink = Ink::strong(Size::Caption, look.palette.text);
    let wide = words::left(ui, Pos2::new(inner.left(), y), &head, ink);
    let quiet = Ink::regular(Size::Caption, look.palette.text3);
    let at = Pos2::new(inner.left() + wide + size::STEP_3, y);
    words::left(ui, at, &count, quiet);
    let language = chain_view::language(view.attempt, view.listening.other_language);
    let other = match language {
        Language::Korean => tr!(w, "practice-view-in-english"),
        Language::English => tr!(w, "practice-view-in-korean"),
    };
    let at = Pos2::new(inner.right() + size::STEP_2, y - size::CHIP / 2.0);
    let other = Button::quiet(&other)
        .small()
        .does(Action::OtherLanguage)
        .right_at(ui, at);
    if other.clicked() {
        out.push(Command::ToggleQuestionLanguage);
    }

    let list = inner.with_min_y(inner.top() + HEAD);
    let mut child = ui.new_child(UiBuilder::new().id_salt("points").max_rect(list));
    child.set_clip_rect(
        list.expand2(Vec2::new(size::FOCUS_GAP * 2.0, 0.0))
            .intersect(ui.clip_rect()),
    );
    scroll::quiet(&mut child);
    ScrollArea::vertical()
        .id_salt("points")
        .auto_shrink(false)
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (at, point) in (0_u8..).zip(points) {
                let width = inner.width() - scroll::ROOM;
                let ticked = view.listening.said(at);
                point_ui(ui, look, width, (at, point.get(language), ticked), out);
            }
        });
}

fn point_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    width: f32,
    (at, said, ticked): (u8, &str, bool),
    out: &mut Vec<Command>,
) {
    let colors = look.palette;
    let left = BOX + size::STEP_3;
    let ink = colors.text;
    let limits = (width - left, usize::MAX);
    let galley = text::paragraph(ui, said, Size::Body, Weight::Regular, ink, limits);
    let wanted = Vec2::new(width, galley.size().y + AIR * 2.0);
    let (row, response) = ui.allocate_exact_size(wanted, Sense::click());
    if response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        ui.painter()
            .rect_filled(row, radius, colors.surface_variant);
    }
    let middle = row.top() + AIR + Size::Body.line() / 2.0;
    let center = Pos2::new(row.left() + BOX / 2.0, middle);
    let mark = Rect::from_center_size(center, Vec2::splat(BOX));
    let radius = CornerRadius::same(size::RADIUS_SMALL);
    if ticked {
        ui.painter().rect_filled(mark, radius, colors.text);
        icon::paint(ui, center, icons::CHECK, BOX * 0.75, colors.inverse);
    } else {
        let edge = Stroke::new(size::HAIRLINE, colors.control);
        ui.painter()
            .rect_stroke(mark, radius, edge, StrokeKind::Inside);
    }
    let corner = Pos2::new(row.left() + left, row.top() + AIR);
    ui.painter().galley(corner, galley, ink);
    focus::ring(ui, &response, row, size::RADIUS_SEGMENT);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, said));
    if response.gained_focus() {
        ui.scroll_to_rect(row, None);
    }
    if response.clicked() {
        out.push(Command::TogglePoint(at));
    }
}
