//! Groups and rows laid out by hand, for the screens that are not drawn with
//! [`crate::ui::widgets::form`] yet. Nothing new belongs here.

use egui::{Pos2, Rect, Stroke, Ui, Vec2};

use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::card;

/// Inner margin of a card.
pub const PADDING: f32 = 20.0;
/// Least height of a row.
const ROW: f32 = 64.0;
/// Between words and control.
const BETWEEN: f32 = 24.0;

/// Where the next thing goes.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Left edge of the cards.
    pub left: f32,
    /// Width of the cards.
    pub width: f32,
    /// Top of the next thing.
    pub y: f32,
}

impl Column {
    /// Right edge of the cards.
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// Left edge of what stands in the cards.
    pub fn inner_left(&self) -> f32 {
        self.left + PADDING
    }

    /// Right edge of what stands in the cards.
    pub fn inner_right(&self) -> f32 {
        self.right() - PADDING
    }

    /// Width of what stands in the cards.
    pub fn inner_width(&self) -> f32 {
        self.width - PADDING * 2.0
    }
}

/// A group: its name, and a card around what `rows` draws.
pub fn group(
    ui: &mut Ui,
    look: &UiContext<'_>,
    column: &mut Column,
    name: &str,
    rows: impl FnOnce(&mut Ui, &mut Rows<'_>),
) {
    let palette = look.palette;
    let galley = text::free_line(ui, name, Size::Caption, Weight::SemiBold, palette.text2);
    text::label_at(ui, galley, Pos2::new(column.inner_left(), column.y));
    column.y += 28.0;
    let under = card::under(ui);
    let top = column.y;
    rows(
        ui,
        &mut Rows {
            look,
            column,
            first: true,
        },
    );
    let card = Rect::from_min_max(
        Pos2::new(column.left, top),
        Pos2::new(column.right(), column.y),
    );
    under.paint(ui, card);
    column.y += size::STEP_8;
}

/// The rows of a group.
pub struct Rows<'a> {
    look: &'a UiContext<'a>,
    /// Where the next row goes.
    pub column: &'a mut Column,
    first: bool,
}

impl Rows<'_> {
    /// A row with words and room for a control; returns the control's left top corner.
    pub fn row(&mut self, ui: &mut Ui, words: &str, caption: Option<&str>, control: Vec2) -> Pos2 {
        self.hairline(ui);
        let palette = self.look.palette;
        let width = self.column.inner_width() - control.x - BETWEEN;
        let title = text::paragraph(
            ui,
            words,
            Size::Body,
            Weight::Regular,
            palette.text,
            (width, 2),
        );
        let caption = caption.map(|caption| {
            text::paragraph(
                ui,
                caption,
                Size::Caption,
                Weight::Regular,
                palette.text3,
                (width, 4),
            )
        });
        let caption_height = caption.as_ref().map_or(0.0, |caption| caption.size().y);
        let words_height = title.size().y + caption_height;
        let height = (words_height + 24.0).max(control.y + 16.0).max(ROW);
        let middle = self.column.y + height / 2.0;
        let mut at = Pos2::new(self.column.inner_left(), middle - words_height / 2.0);
        let title_height = title.size().y;
        text::label_at(ui, title, at);
        at.y += title_height;
        if let Some(caption) = caption {
            text::label_at(ui, caption, at);
        }
        self.column.y += height;
        Pos2::new(
            self.column.inner_right() - control.x,
            (middle - control.y / 2.0).round(),
        )
    }

    /// A paragraph over the whole width.
    pub fn sentence(&mut self, ui: &mut Ui, words: &str, size: Size) {
        let palette = self.look.palette;
        let color = if size == Size::Caption {
            palette.text3
        } else {
            palette.text
        };
        let room = (self.column.inner_width(), usize::MAX);
        let galley = text::paragraph(ui, words, size, Weight::Regular, color, room);
        let height = galley.size().y;
        text::label_at(
            ui,
            galley,
            Pos2::new(self.column.inner_left(), self.column.y),
        );
        self.column.y += height;
    }

    /// Empty room.
    pub fn room(&mut self, height: f32) {
        self.column.y += height;
        self.first = false;
    }

    /// The line between two rows.
    pub fn hairline(&mut self, ui: &Ui) {
        if !self.first {
            ui.painter().hline(
                self.column.inner_left()..=self.column.inner_right(),
                self.column.y.round() + 0.5,
                Stroke::new(size::HAIRLINE, self.look.palette.line),
            );
        }
        self.first = false;
    }
}
