//! A column of cards and of words, laid out from top to bottom. Not here: what they say.

use egui::{Pos2, Rect, Ui};

use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::card;
use crate::ui::widgets::words::Ink;

/// Inner margin of a card.
const PADDING: f32 = 20.0;
/// Room for a figure beside a picture.
const FIGURE: f32 = 68.0;
/// Between two cards.
pub const GAP: f32 = 20.0;

/// Where the next thing goes.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// Left edge.
    pub left: f32,
    /// Width.
    pub width: f32,
    /// Top of the next thing.
    pub y: f32,
}

impl Sheet {
    /// Right edge.
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// A card with its title around what `inside` draws into the sheet of its inner width.
    pub fn card(
        &mut self,
        ui: &mut Ui,
        look: &UiContext<'_>,
        title: &str,
        inside: impl FnOnce(&mut Ui, &mut Self),
    ) {
        let palette = look.palette;
        let under = card::under(ui);
        let top = self.y;
        let mut sheet = Self {
            left: self.left + PADDING,
            width: self.width - PADDING * 2.0,
            y: top + PADDING - 4.0,
        };
        sheet.words(ui, title, Ink::strong(Size::Body, palette.text));
        sheet.y += size::STEP_1;
        inside(ui, &mut sheet);
        let card = Rect::from_min_max(
            Pos2::new(self.left, top),
            Pos2::new(self.right(), (sheet.y + PADDING).round()),
        );
        under.paint(ui, card);
        self.y = card.bottom() + GAP;
    }

    /// Words over the whole width, on as many lines as they need.
    pub fn words(&mut self, ui: &mut Ui, words: &str, ink: Ink) {
        let room = (self.width, usize::MAX);
        let galley = text::paragraph(ui, words, ink.size, ink.weight, ink.color, room);
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(self.left, self.y));
        self.y += height;
    }

    /// A row with a name and a caption at the left, a figure at the right, and room between them
    /// for a picture; returns that room.
    pub fn row(&mut self, ui: &mut Ui, look: &UiContext<'_>, row: &Row<'_>) -> Rect {
        let palette = look.palette;
        self.y += size::STEP_2;
        let figure_ink = if row.known {
            (Size::Title, Weight::SemiBold, palette.text)
        } else {
            (Size::Title, Weight::Regular, palette.text3)
        };
        let (size, weight, color) = figure_ink;
        let figure = text::free_line(ui, row.figure, size, weight, color);
        // Pictures of rows below each other end at the same place.
        let picture_right = self.right() - figure.size().x.max(FIGURE);
        let room = if row.picture > 0.0 {
            picture_right - row.picture - size::STEP_4 - self.left
        } else {
            self.width - figure.size().x - size::STEP_4
        };
        let name = text::paragraph(
            ui,
            row.name,
            Size::Body,
            Weight::Regular,
            palette.text,
            (room, 2),
        );
        let caption = text::paragraph(
            ui,
            row.caption,
            Size::Caption,
            Weight::Regular,
            palette.text3,
            (room, 3),
        );
        let height = name.size().y + caption.size().y;
        let middle = self.y + height / 2.0;
        let at = Pos2::new(
            self.right() - figure.size().x,
            (middle - figure.size().y / 2.0).round(),
        );
        let picture = Rect::from_min_max(
            Pos2::new(picture_right - row.picture, self.y),
            Pos2::new(picture_right - size::STEP_3, self.y + height),
        );
        let name_height = name.size().y;
        text::label_at(ui, name, Pos2::new(self.left, self.y));
        // The figure is read between its name and what is said of it.
        text::label_at(ui, figure, at);
        text::label_at(ui, caption, Pos2::new(self.left, self.y + name_height));
        self.y += height;
        picture
    }
}

/// A row of a card.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// What it is about.
    pub name: &'a str,
    /// What is said of it.
    pub caption: &'a str,
    /// The figure with its unit, or a dash.
    pub figure: &'a str,
    /// Whether the figure is known.
    pub known: bool,
    /// Width of the picture beside the figure; 0 for none.
    pub picture: f32,
}
