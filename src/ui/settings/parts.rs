//! A column laid out by hand, for the stories screen, which is not drawn with
//! [`crate::ui::widgets::form`] yet. Nothing new belongs here.

/// Inner margin of a card.
pub const PADDING: f32 = 20.0;

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

    /// Width of what stands in the cards.
    pub fn inner_width(&self) -> f32 {
        self.width - PADDING * 2.0
    }
}
