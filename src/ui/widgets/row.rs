//! A row of a card: words at the left, a control at the right. Not here: the card (`form`).

use egui::{Align, Layout, Ui, Vec2};

use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Choice;
use crate::ui::widgets::segments::{self, Segment};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{form, select, toggle};

/// Least height.
const HEIGHT: f32 = 64.0;
/// Least distance between the words and the control.
const BETWEEN: f32 = 24.0;
/// Least width of the words beside a control.
const WORDS_LEAST: f32 = 112.0;
/// Width of the list in place of segments.
const LIST: f32 = 220.0;

/// A row.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Row<'a> {
    title: &'a str,
    caption: Option<&'a str>,
}

impl<'a> Row<'a> {
    /// A row; the title is also what screen readers call the control.
    pub fn new(title: &'a str) -> Self {
        Self {
            title,
            caption: None,
        }
    }

    /// A smaller text under the title.
    pub fn caption(mut self, caption: &'a str) -> Self {
        self.caption = Some(caption);
        self
    }

    /// Draws the row; the words take what a control of this size leaves, or stand above it where that would
    /// be next to nothing.
    pub fn show<R>(self, ui: &mut Ui, control: Vec2, inside: impl FnOnce(&mut Ui) -> R) -> R {
        if ui.available_width() - control.x - BETWEEN < WORDS_LEAST {
            return self.stacked(ui, control.y, inside);
        }
        form::hairline(ui);
        let palette = palette(ui.ctx());
        let width = ui.available_width();
        let room = ((width - control.x - BETWEEN).max(0.0), usize::MAX);
        let galley = |ui: &Ui, words: &str, size, ink| {
            text::paragraph(ui, words, size, Weight::Regular, ink, room)
        };
        let title = galley(ui, self.title, Size::Body, palette.text);
        let caption = self
            .caption
            .map(|words| galley(ui, words, Size::Caption, palette.text3));
        let below = caption.as_ref().map_or(0.0, |caption| caption.size().y);
        let words = Vec2::new(room.0, title.size().y + below);
        let height = (words.y + 24.0).max(control.y + 16.0).max(HEIGHT);
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(width, height), layout, |ui| {
            ui.allocate_ui_with_layout(words, Layout::top_down(Align::Min), |ui| {
                ui.label(title);
                if let Some(caption) = caption {
                    ui.label(caption);
                }
            });
            form::at_right(ui, inside)
        })
        .inner
    }

    /// The words above the control.
    fn stacked<R>(self, ui: &mut Ui, height: f32, inside: impl FnOnce(&mut Ui) -> R) -> R {
        form::hairline(ui);
        ui.add_space(size::STEP_3);
        let palette = palette(ui.ctx());
        words::label(ui, self.title, Ink::regular(Size::Body, palette.text));
        if let Some(caption) = self.caption {
            words::label(ui, caption, Ink::regular(Size::Caption, palette.text3));
        }
        ui.add_space(size::STEP_2);
        let strip = Vec2::new(ui.available_width(), height);
        let layout = Layout::left_to_right(Align::Center);
        let given = ui
            .allocate_ui_with_layout(strip, layout, |ui| form::at_right(ui, inside))
            .inner;
        ui.add_space(size::STEP_3);
        given
    }

    /// A row with a switch; returns whether it is to change.
    pub fn toggle(self, ui: &mut Ui, on: bool) -> bool {
        self.show(ui, toggle::SIZE, |ui| {
            let (_, rect) = ui.allocate_space(toggle::SIZE);
            toggle::at(ui, rect.min, self.title, on).clicked()
        })
    }

    /// A row with a button; returns whether it was pressed.
    pub fn button(self, ui: &mut Ui, button: Button<'_>) -> bool {
        let size = button.measure(ui);
        self.show(ui, size, |ui| ui.add(button).clicked())
    }

    /// A row with segments; returns the value that was picked. A value that is not offered, from an
    /// old settings file, leaves all unchosen.
    pub fn choice<T: Copy + PartialEq>(
        self,
        ui: &mut Ui,
        choices: &[(T, String)],
        current: T,
    ) -> Option<T> {
        let labels: Vec<Segment<'_>> = choices
            .iter()
            .map(|(_, label)| Segment { label, plan: None })
            .collect();
        let chosen = choices.iter().position(|(value, _)| *value == current);
        let picked = self.segments(ui, &labels, chosen)?;
        choices.get(picked).map(|(value, _)| *value)
    }

    /// A row with segments, or with a list that opens where they are wider than the row; returns the place
    /// of the one that was picked.
    pub fn segments(
        self,
        ui: &mut Ui,
        labels: &[Segment<'_>],
        chosen: Option<usize>,
    ) -> Option<usize> {
        let size = segments::measure(ui, labels);
        if size.x > ui.available_width() {
            return self.list(ui, labels, chosen);
        }
        self.show(ui, size, |ui| {
            let (_, rect) = ui.allocate_space(size);
            let chosen = chosen.unwrap_or(usize::MAX);
            segments::at(ui, rect.min, self.title, labels, chosen, true)
        })
    }

    fn list(self, ui: &mut Ui, labels: &[Segment<'_>], chosen: Option<usize>) -> Option<usize> {
        let choices = labels.iter().enumerate().map(|(at, segment)| Choice {
            value: at,
            label: segment.label.to_owned(),
            current: chosen == Some(at),
        });
        let choices: Vec<_> = choices.collect();
        let shown = chosen.and_then(|at| labels.get(at));
        let shown = shown.map_or("", |segment| segment.label);
        let control = Vec2::new(LIST.min(ui.available_width()), size::BUTTON);
        self.show(ui, control, |ui| {
            let (_, rect) = ui.allocate_space(control);
            select::show(ui, rect, self.title, shown, &choices)
        })
    }
}
