//! The card with what a good answer has. The person ticks what they said; the ticks are for the moment
//! only.

use egui::{
    Align, CornerRadius, Frame, Layout, Margin, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::model::language::Language;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::chain_view;
use crate::ui::review::list;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{focus, form, icon};

/// Height of the line above the points.
const HEAD: f32 = 24.0;
/// Side of the box of a tick.
const BOX: f32 = 16.0;
/// Room above and below the words of a point.
const AIR: i8 = 3;

/// Draws the card.
pub fn points_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    let w = cx.words;
    let points = view.points;
    let ticked = |at: &u8| view.listening.said(*at);
    let said = (0_u8..).zip(points).filter(|(at, _)| ticked(at)).count();
    let language = chain_view::language(view.attempt, view.listening.other_language);
    let strip = Vec2::new(ui.available_width(), HEAD);
    ui.allocate_ui_with_layout(strip, Layout::left_to_right(Align::Center), |ui| {
        let head = Ink::strong(Size::Caption, cx.palette.text);
        words::label(ui, &tr!(w, "chain-points"), head);
        let count = tr!(w, "chain-points-said", said = said, all = points.len());
        words::label(ui, &count, Ink::regular(Size::Caption, cx.palette.text3));
        form::at_right(ui, |ui| {
            let other = match language {
                Language::Korean => tr!(w, "practice-view-in-english"),
                Language::English => tr!(w, "practice-view-in-korean"),
            };
            let other = Button::quiet(&other).small().does(Action::OtherLanguage);
            if ui.add(other).clicked() {
                cx.push(Command::ToggleQuestionLanguage);
            }
        });
    });
    list::show(ui, "points", |ui| {
        for (at, point) in (0_u8..).zip(points) {
            if point_ui(ui, cx, at, point.get(language), ticked(&at)) {
                cx.push(Command::TogglePoint(at));
            }
        }
    });
}

/// A point; returns whether its tick was pressed.
fn point_ui(ui: &mut Ui, cx: &Cx<'_>, at: u8, said: &str, ticked: bool) -> bool {
    let colors = cx.palette;
    let builder = UiBuilder::new()
        .id_salt(("point", at))
        .sense(Sense::click());
    let row = ui.scope_builder(builder, |ui| {
        let mut frame = Frame::new()
            .corner_radius(size::RADIUS_SEGMENT)
            .inner_margin(Margin::symmetric(0, AIR));
        if ui.response().hovered() {
            frame = frame.fill(colors.surface_variant);
        }
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = size::STEP_3;
                let (_, rect) = ui.allocate_space(Vec2::new(BOX, Size::Body.line()));
                let mark = Rect::from_center_size(rect.center(), Vec2::splat(BOX));
                let radius = CornerRadius::same(size::RADIUS_SMALL);
                if ticked {
                    ui.painter().rect_filled(mark, radius, colors.text);
                    let points = BOX * 0.75;
                    icon::paint(ui, mark.center(), icons::CHECK, points, colors.inverse);
                } else {
                    let edge = Stroke::new(size::HAIRLINE, colors.control);
                    ui.painter()
                        .rect_stroke(mark, radius, edge, StrokeKind::Inside);
                }
                let room = (ui.available_width(), usize::MAX);
                let ink = colors.text;
                let galley = text::paragraph(ui, said, Size::Body, Weight::Regular, ink, room);
                let (_, words) = ui.allocate_space(galley.size());
                ui.painter().galley(words.min, galley, ink);
            });
        });
    });
    let response = row.response;
    focus::ring(ui, &response, response.rect, size::RADIUS_SEGMENT);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, ticked, said));
    if response.gained_focus() {
        ui.scroll_to_rect(response.rect, None);
    }
    response.clicked()
}
