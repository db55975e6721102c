//! A page that has nothing to show yet: a picture, a title, sentences and the ways on, in the middle
//! of the room. Not here: what they say, and what the picture shows.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{Align, Galley, Layout, Rect, Response, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{access, lines, scroll};

/// What is said in place of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// How the title is set.
    pub size: Size,
    /// The largest words.
    pub title: String,
    /// Below it; empty ones are left out.
    pub sentences: Vec<String>,
}

impl Blank {
    /// Draws the page with a picture of this size, or of the room's width if that is less; returns
    /// the place of the button that was pressed.
    pub fn show(
        &self,
        ui: &mut Ui,
        ways: &[Button<'_>],
        picture: Vec2,
        paint: impl FnOnce(&mut Ui, Rect),
    ) -> Option<usize> {
        scroll::quiet(ui);
        let room = ui.available_size();
        let width = (room.x - size::MARGIN * 2.0).max(1.0);
        let title = centered(ui, &self.title, self.size, width);
        let narrow = width.min(size::COLUMN_SMALL);
        let said = self.sentences.iter().filter(|words| !words.is_empty());
        let said: Vec<_> = said
            .map(|words| (words, centered(ui, words, Size::Body, narrow)))
            .collect();
        let lines: f32 = said.iter().map(|(_, galley)| galley.size().y).sum();
        let below = lines + size::BUTTON + size::STEP_8 * 2.0;
        let block = picture.y + title.size().y + below;
        scroll::show(
            ui,
            ScrollArea::vertical().id_salt("blank").auto_shrink(false),
            |ui| {
                ui.spacing_mut().item_spacing = Vec2::new(size::STEP_3, 0.0);
                ui.with_layout(Layout::top_down(Align::Center), |ui| {
                    let above = ((room.y - block) * 0.45).max(size::STEP_4);
                    ui.add_space(above.round());
                    if picture.y > 0.0 {
                        let (_, rect) = ui.allocate_space(picture.min(Vec2::new(width, room.y)));
                        paint(ui, rect);
                        ui.add_space(size::STEP_8);
                    }
                    let shown = label(ui, &self.title, title);
                    access::heading(&shown, &self.title, 2);
                    ui.add_space(size::STEP_2);
                    for (words, galley) in said {
                        label(ui, words, galley);
                    }
                    ui.add_space(size::STEP_6);
                    row(ui, ways, width)
                })
                .inner
            },
        )
        .inner
    }
}

/// The ways on, beside each other where there is room.
fn row(ui: &mut Ui, ways: &[Button<'_>], width: f32) -> Option<usize> {
    let needed: f32 = ways.iter().map(|way| way.measure(ui).x).sum();
    let needed = needed + size::STEP_3 * ways.len().saturating_sub(1) as f32;
    let mut pressed = None;
    let mut inside = |ui: &mut Ui| {
        for (index, way) in ways.iter().enumerate() {
            if ui.add(*way).clicked() {
                pressed = Some(index);
            }
        }
    };
    if needed <= width {
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(needed, size::BUTTON), layout, inside);
    } else {
        ui.spacing_mut().item_spacing.y = size::STEP_2;
        inside(ui);
    }
    ui.add_space(size::STEP_4);
    pressed
}

/// Words broken into lines around a middle.
fn centered(ui: &Ui, words: &str, size: Size, width: f32) -> Arc<Galley> {
    let palette = palette(ui.ctx());
    let (weight, color) = match size {
        Size::Headline | Size::Display | Size::Title => (Weight::SemiBold, palette.text),
        Size::Body | Size::Caption => (Weight::Regular, palette.text2),
    };
    let broken = lines::of(ui, words, size, weight, width, 1);
    let mut job = LayoutJob::single_section(broken.text, text::format(size, weight, color));
    // Only a path is longer than a line.
    job.wrap.max_width = width;
    job.halign = Align::Center;
    ui.painter().layout_job(job)
}

/// Paints the lines; screen readers get the words without their breaks.
fn label(ui: &mut Ui, words: &str, galley: Arc<Galley>) -> Response {
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    let color = palette(ui.ctx()).text;
    ui.painter().galley(rect.center_top(), galley, color);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    response
}
