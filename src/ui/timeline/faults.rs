//! Files that cannot be read: one calm line, which opens to paths and reasons. Nothing was
//! deleted, and nothing here is red.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::i18n::faults;
use crate::model::fault::{Fault, FileFault};
use crate::tr;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::timeline::{Scene, TimelineMemory};
use crate::ui::widgets::{focus, icon, scroll};

/// Height of the line.
const LINE: f32 = 44.0;
/// Phosphor's caret that closes what is open.
const CARET_UP: Icon = Icon {
    glyph: '\u{e13c}',
    filled: false,
};
/// Files that are named one by one.
const NAMED: usize = 50;

/// Height of the line with what it has opened to.
pub fn height(ui: &Ui, scene: &Scene<'_>, width: f32, memory: &TimelineMemory) -> f32 {
    let count = scene.state.library.faults.len();
    if count == 0 {
        return 0.0;
    }
    if !memory.faults_open {
        return LINE;
    }
    let named: f32 = scene
        .state
        .library
        .faults
        .iter()
        .take(NAMED)
        .map(|fault| item(ui, scene, fault, width).size().y + size::STEP_2)
        .sum();
    let more = if count > NAMED { 28.0 } else { 0.0 };
    LINE + named + more + size::STEP_2
}

/// Draws it with its left top corner at `at`.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, at: Pos2, width: f32, memory: &mut TimelineMemory) {
    let palette = scene.look.palette;
    let words = scene.look.words;
    let all = &scene.state.library.faults;
    let rect = Rect::from_min_size(at, Vec2::new(width, LINE));
    let response = ui.interact(rect, ui.scope_id().with("unreadable"), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(
            rect,
            CornerRadius::same(size::RADIUS_ROW),
            palette.surface_variant,
        );
    }
    let middle = rect.center().y;
    let icon_at = Pos2::new(at.x + 32.0, middle);
    icon::paint(ui, icon_at, icons::WARNING, 16.0, palette.text2);
    let title = tr!(words, "timeline-unreadable", count = all.len());
    let galley = text::free_line(ui, &title, Size::Caption, Weight::SemiBold, palette.text2);
    let end = at.x + 48.0 + galley.size().x;
    let galley_at = Pos2::new(at.x + 48.0, middle - galley.size().y / 2.0);
    ui.painter().galley(galley_at, galley, palette.text2);
    let caret = if memory.faults_open {
        CARET_UP
    } else {
        icons::CARET_DOWN
    };
    icon::paint(
        ui,
        Pos2::new(end + 16.0, middle),
        caret,
        13.0,
        palette.text2,
    );
    focus::ring(ui, &response, rect.shrink(4.0), size::RADIUS_ROW);
    let open = memory.faults_open;
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, &title));
    if response.clicked() {
        memory.faults_open = !memory.faults_open;
    }
    if !open {
        return;
    }
    let mut y = rect.bottom();
    for fault in all.iter().take(NAMED) {
        let galley = item(ui, scene, fault, width);
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(at.x + 48.0, y));
        y += height + size::STEP_2;
    }
    if all.len() > NAMED {
        let unnamed = all.len() - NAMED;
        let more = tr!(words, "timeline-unreadable-more", count = unnamed);
        let galley = text::free_line(ui, &more, Size::Caption, Weight::Regular, palette.text2);
        text::label_at(ui, galley, Pos2::new(at.x + 48.0, y));
    }
}

/// The same under the empty state, where there is no list.
pub fn below(ui: &mut Ui, scene: &Scene<'_>, room: Rect, top: f32, memory: &mut TimelineMemory) {
    if scene.state.library.faults.is_empty() {
        return;
    }
    let area = Rect::from_min_max(
        Pos2::new(room.left() + size::MARGIN, top + size::STEP_2),
        Pos2::new(room.right() - size::MARGIN, room.bottom()),
    );
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area));
    scroll::quiet(&mut child);
    egui::ScrollArea::vertical()
        .auto_shrink(false)
        .show(&mut child, |ui| {
            let width = area.width();
            let at = ui.max_rect().min;
            let height = height(ui, scene, width, memory);
            ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
            show(ui, scene, at, width, memory);
        });
}

fn item(ui: &Ui, scene: &Scene<'_>, fault: &FileFault, width: f32) -> std::sync::Arc<egui::Galley> {
    let fault = faults::text(scene.look.words, &Fault::File(fault.clone()));
    let words = match fault.detail {
        Some(detail) => format!("{} {detail}", fault.what),
        None => fault.what,
    };
    text::paragraph(
        ui,
        &words,
        Size::Caption,
        Weight::Regular,
        scene.look.palette.text2,
        (width - 48.0 - 24.0, 6),
    )
}
