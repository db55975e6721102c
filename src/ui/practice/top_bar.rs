//! The top bar: which questions are drawn or which task is under way, at the left; the microphone, at
//! the right. Not here: what they say (`task_view`, `badge`).

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Align, CornerRadius, Galley, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::{self, Action};
use crate::flow::state::Screen;
use crate::tr;
use crate::ui::Cx;
use crate::ui::practice::badge::Badge;
use crate::ui::practice::menu::{self, MenuMemory};
use crate::ui::practice::task_view::{FilterView, Piece, TaskHeader, Top};
use crate::ui::practice::view::PracticeView;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, figures, focus, form, icon, keycap, language_bar};

/// A device's name is cut beyond this width.
const NAME_WIDTH: f32 = 200.0;
/// Width of the bar that stands for the languages.
const BAR: f32 = 32.0;
/// From the edge of the badge to what stands in it.
const PADDING: f32 = 10.0;

/// Draws the bar.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, view: &PracticeView<'_>, memory: &mut MenuMemory) {
    let badge = BadgeLine::new(ui, cx, &view.badge);
    let room = Vec2::new(
        ui.available_width() - badge.width - size::STEP_4,
        ui.available_height(),
    );
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        match &view.top {
            Top::Nothing => {}
            Top::Filter(filter) => filter_ui(ui, cx, filter, memory),
            Top::Task(header) => header_ui(ui, cx, header),
        }
    });
    form::at_right(ui, |ui| badge.show(ui, cx));
}

fn filter_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &FilterView, memory: &mut MenuMemory) {
    let palette = cx.palette;
    let caret = Size::Caption.icon();
    let mut job = LayoutJob::default();
    let after = format!(" · {}", view.left);
    for (words, color) in [(&view.of, palette.text), (&after, palette.text2)] {
        let format = text::format(Size::Body, Weight::Regular, color);
        job.append(words, 0.0, format);
    }
    job.wrap.max_width = (ui.available_width() - caret - size::STEP_2 * 2.0).max(size::STEP_10);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = ui.painter().layout_job(job);
    let width = galley.size().x + caret + size::STEP_2 * 2.0;
    let (_, rect) = ui.allocate_space(Vec2::new(width, size::BADGE));
    // Its padding stands outside the margin.
    let place = rect.with_min_x(rect.left() - size::STEP_2);
    let response = ui.interact(place, ui.scope_id().with("filter"), Sense::click());
    let radius = size::RADIUS_FIELD;
    if response.hovered() {
        ui.painter()
            .rect_filled(place, CornerRadius::same(radius), palette.surface_variant);
    }
    let layout = Layout::left_to_right(Align::Center);
    let inside = &mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    inside.spacing_mut().item_spacing.x = size::STEP_2;
    words::galley(inside, galley);
    icon::plain(inside, icons::CARET_DOWN, caret, palette.text2);
    focus::ring(ui, &response, place, radius);
    let name = tr!(cx.words, "practice-filter");
    let said = format!("{name}: {} · {}", view.of, view.left);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &said));
    access::expanded(&response, cx.state.practice.menu_open);
    // A click on it while the menu is open closes the menu, and asks only once.
    let closed = menu::menu_ui(ui, cx, &response, memory);
    if response.clicked() || closed {
        cx.push(Command::ToggleQuestionMenu);
    }
    if !cx.state.practice.menu_open {
        keycap::tip(response, &name, keys::cap(Action::QuestionMenu));
    }
}

fn header_ui(ui: &mut Ui, cx: &Cx<'_>, header: &TaskHeader) {
    let room = ui.max_rect();
    ui.spacing_mut().item_spacing.x = size::STEP_3;
    for piece in &header.pieces {
        piece_ui(ui, cx, piece);
    }
    words::announce(ui, room, "task", header.role, &header.said);
}

fn piece_ui(ui: &mut Ui, cx: &Cx<'_>, piece: &Piece) {
    let palette = cx.palette;
    let (said, ink) = match piece {
        Piece::Bar(plan) => return language_bar::show(ui, *plan, BAR),
        Piece::Large(words) => (words, Ink::strong(Size::Title, palette.text)),
        Piece::Calls(words, to) => {
            let ink = Ink::strong(Size::Title, palette.language(*to));
            let shown = figures::show(ui, words, ink);
            shown.widget_info(|| WidgetInfo::labeled(Role::Timer, true, words));
            return;
        }
        Piece::Strong(words) => {
            words::label(ui, words, Ink::strong(Size::Body, palette.text));
            return;
        }
        Piece::Plain(words) => (words, Ink::regular(Size::Body, palette.text2)),
        Piece::Known(words) => {
            // All of it or nothing: the words are known from the screen before.
            let ink = Ink::regular(Size::Caption, palette.text2);
            if words::width(ui, words, ink) > ui.available_width() {
                return;
            }
            (words, ink)
        }
    };
    figures::show(ui, said, ink);
}

/// The badge, laid out.
struct BadgeLine<'a> {
    badge: &'a Badge,
    name: Option<Arc<Galley>>,
    weight: Weight,
    width: f32,
}

impl<'a> BadgeLine<'a> {
    fn new(ui: &Ui, cx: &Cx<'_>, badge: &'a Badge) -> Self {
        let name = badge.name.as_ref().map(|name| {
            let (size, weight) = (Size::Caption, Weight::Regular);
            text::line(ui, name, size, weight, cx.palette.text2, NAME_WIDTH)
        });
        let weight = if badge.strong {
            Weight::SemiBold
        } else {
            Weight::Regular
        };
        let more = badge.more.as_ref();
        let more_width = more.map_or(0.0, |more| figures::width(ui, more, Size::Caption, weight));
        let name_width = name.as_ref().map_or(0.0, |name| name.size().x);
        let between = match (&name, more) {
            (Some(_), Some(_)) => size::STEP_2 * 2.0 + 2.0,
            _ => 0.0,
        };
        let sign = PADDING + Size::Caption.icon() + size::STEP_2;
        let width = sign + name_width + between + more_width + size::STEP_4;
        Self {
            badge,
            name,
            weight,
            width: width.ceil(),
        }
    }

    fn show(self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let (_, rect) = ui.allocate_space(Vec2::new(self.width, size::BADGE));
        let sense = if self.badge.opens.is_some() {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response = ui.interact(rect, ui.scope_id().with("microphone"), sense);
        self.paint(ui, cx, rect, response.hovered());
        focus::ring(ui, &response, rect, size::BADGE as u8 / 2);
        let role = match self.badge.opens {
            Some(_) => Role::Button,
            None => Role::Status,
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, &self.badge.said));
        // Else a screen reader would say each second how much is saved.
        access::silent(&response);
        let Some(opens) = self.badge.opens else {
            return;
        };
        if response.clicked() {
            cx.push(Command::GoTo(opens));
        }
        let words = if opens == Screen::Check {
            tr!(cx.words, "check-title")
        } else {
            tr!(cx.words, "screen-settings")
        };
        response.on_hover_text(words);
    }

    fn paint(&self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, hovered: bool) {
        let palette = cx.palette;
        let (edge, color) = if self.badge.strong {
            (palette.control, palette.text)
        } else {
            (palette.line, palette.text2)
        };
        let fill = if hovered && self.badge.opens.is_some() {
            palette.surface_variant
        } else {
            palette.surface
        };
        ui.painter().rect(
            rect,
            CornerRadius::same(size::BADGE as u8 / 2),
            fill,
            Stroke::new(size::HAIRLINE, edge),
            StrokeKind::Inside,
        );
        let inside = rect.with_min_x(rect.left() + PADDING);
        let layout = Layout::left_to_right(Align::Center);
        let ui = &mut ui.new_child(UiBuilder::new().max_rect(inside).layout(layout));
        ui.spacing_mut().item_spacing.x = size::STEP_2;
        icon::plain(ui, self.badge.icon, Size::Caption.icon(), color);
        let both = self.name.is_some() && self.badge.more.is_some();
        if let Some(name) = &self.name {
            words::galley(ui, name.clone());
        }
        if both {
            let (_, dot) = ui.allocate_space(Vec2::splat(2.0));
            ui.painter().circle_filled(dot.center(), 1.0, palette.text2);
        }
        if let Some(more) = &self.badge.more {
            let ink = Ink {
                size: Size::Caption,
                weight: self.weight,
                color,
            };
            figures::show(ui, more, ink);
        }
    }
}
