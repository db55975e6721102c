//! The list of stories: what each is called, what it is for, and how often it was told; below them
//! what could not be read.

use egui::{Frame, Margin, Role, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::ui::stories::view::{Broken, Stories, StoryRow};
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, focus, form, timeline_mark};
use crate::ui::{Cx, UiContext};

/// Room at the sides of a row, and above and below.
const PADDING: Margin = Margin::symmetric(14, 12);

/// Draws all rows.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, stories: &Stories<'_>) {
    for story in &stories.rows {
        if row(ui, cx, story) {
            cx.push(Command::SelectStory(Some(story.id.clone())));
        }
        ui.add_space(size::STEP_1);
    }
    for file in &stories.broken {
        broken(ui, file);
    }
    ui.add_space(size::STEP_6);
}

fn row(ui: &mut Ui, look: &UiContext<'_>, story: &StoryRow) -> bool {
    let palette = look.palette;
    let builder = UiBuilder::new()
        .id_salt(("story", story.id.as_str()))
        .sense(Sense::click());
    let row = ui.scope_builder(builder, |ui| {
        let mut frame = Frame::new()
            .inner_margin(PADDING)
            .corner_radius(size::RADIUS_ROW);
        if story.shown {
            frame = frame.fill(palette.selected);
        } else if ui.response().hovered() {
            frame = frame.fill(palette.surface_variant);
        }
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = Vec2::new(size::STEP_1, size::STEP_1);
            words::mute(ui, &story.title, Ink::strong(Size::Body, palette.text));
            if !story.principles.is_empty() {
                ui.horizontal(|ui| chips(ui, look, &story.principles));
                ui.add_space(size::STEP_1);
            }
            ui.horizontal(|ui| facts(ui, look, story));
        });
    });
    let response = row.response;
    focus::ring(ui, &response, response.rect, size::RADIUS_ROW);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, story.shown, &story.spoken));
    access::described(&response, &story.principles.join(", "));
    response.clicked()
}

/// The languages it was told in, how often and when.
fn facts(ui: &mut Ui, look: &UiContext<'_>, story: &StoryRow) {
    for language in &story.languages {
        let (_, sign) = ui.allocate_space(Vec2::splat(timeline_mark::SIGN + 4.0));
        let color = look.palette.language(*language);
        timeline_mark::paint_sign(ui.painter(), sign.center(), *language, color);
    }
    if !story.languages.is_empty() {
        ui.add_space(size::STEP_1);
    }
    let ink = Ink::regular(Size::Caption, look.palette.text2);
    words::mute(ui, &story.facts, ink);
}

/// As many principles as fit, and how many more there are. The row says them to nobody: the story does.
fn chips(ui: &mut Ui, look: &UiContext<'_>, principles: &[String]) {
    let ink = Ink::regular(Size::Caption, look.palette.text2);
    for (index, name) in principles.iter().enumerate() {
        let left_over = principles.len() - index;
        let more = if left_over > 1 { 36.0 } else { 0.0 };
        let room = ui.available_width() - 16.0 - more;
        let fits = words::width(ui, name, ink) <= room;
        if fits || index == 0 {
            chip(ui, look, name, ink);
        } else {
            chip(ui, look, &format!("+{left_over}"), ink);
        }
        if !fits {
            break;
        }
    }
}

fn chip(ui: &mut Ui, look: &UiContext<'_>, words: &str, ink: Ink) {
    Frame::new()
        .fill(look.palette.surface)
        .stroke(Stroke::new(size::HAIRLINE, look.palette.line))
        .corner_radius(11)
        .inner_margin(Margin::symmetric(7, 0))
        .show(ui, |ui| words::mute(ui, words, ink));
}

/// A file that cannot be read: its name, where, and why.
fn broken(ui: &mut Ui, file: &Broken) {
    ui.add_space(size::STEP_3);
    Frame::new()
        .inner_margin(Margin::symmetric(14, 0))
        .show(ui, |ui| {
            form::beside_icon(ui, icons::WARNING, Size::Body, |ui| {
                form::sentence(ui, &file.what, Size::Body);
                form::sentence(ui, &file.place, Size::Caption);
            });
        });
}
