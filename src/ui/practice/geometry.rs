//! Where the parts of the practice screen lie. One layout for all phases, because nothing may move
//! between them; the cue lays itself over the same waveform. Not here: what lies in a part, which egui
//! lays out.

use egui::{Pos2, Rect, Vec2};

use crate::ui::theme::size;
use crate::ui::theme::text::Size;

/// Height that the wide layout fills.
const WIDE_HEIGHT: f32 = 720.0;
/// Below this height the wide layout would cut the words under the disc.
const WIDE_LEAST: f32 = 700.0;
/// Height that the small layout fills.
const SMALL_HEIGHT: f32 = 560.0;
/// Below this height the small layout is scrolled.
const SMALL_LEAST: f32 = 536.0;
/// Low windows, as at 200 % on a screen of 1920 × 1080, take up to this much from the card, so that the
/// record button needs no scrolling.
const SQUEEZE: f32 = 72.0;
/// From this size of the screen on the card and its type grow; the window has 80 more for the rail.
const LARGE: Vec2 = Vec2::new(1500.0, 820.0);
/// By how much the card is higher then.
const TALLER: f32 = 84.0;
/// Narrower columns put the think time under the plan.
const STACK_BELOW: f32 = 632.0;
/// Height that the think time takes when it stands under the plan.
const STACKED: f32 = 96.0;
/// Narrowest column; narrower windows are scrolled.
const COLUMN_LEAST: f32 = 420.0;

/// Where everything lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometry {
    /// Whether the small layout is used.
    pub small: bool,
    /// Whether the card had to give up the line above the question.
    pub low: bool,
    /// Whether the think time stands under the plan.
    pub stacked: bool,
    /// Size of the question, where it fits.
    pub question: Size,
    /// The screen: all that is right of the rail.
    pub screen: Rect,
    /// The top bar.
    pub bar: Rect,
    /// The card with the question.
    pub card: Rect,
    /// The card without its padding.
    pub inside: Rect,
    /// What stands between the card and the disc.
    pub stage: Rect,
    /// The waveform, here and at the cue.
    pub wave: Rect,
    /// The disc and what stands beside it.
    pub ways: Rect,
    /// The words under the disc.
    pub words: Rect,
}

impl Geometry {
    /// Width that the screen needs; more than there is means scrolling.
    pub const WIDTH_NEEDED: f32 = COLUMN_LEAST + size::MARGIN * 2.0;

    /// The layout for a screen, given whether the window is small.
    pub fn new(screen: Rect, small: bool) -> Self {
        let small = small || screen.height() < WIDE_LEAST;
        let large = !small && screen.width() >= LARGE.x && screen.height() >= LARGE.y;
        let (widest, question) = match (small, large) {
            (true, _) => (size::COLUMN_SMALL, Size::Title),
            (false, false) => (size::COLUMN, Size::Display),
            (false, true) => (size::COLUMN_LARGE, Size::Headline),
        };
        let margins = size::MARGIN * 2.0;
        let column = (screen.width() - margins).clamp(COLUMN_LEAST, widest);
        let left = (screen.left() + (screen.width() - column) / 2.0)
            .max(screen.left() + size::MARGIN)
            .round();
        let stacked = column < STACK_BELOW;
        let added = if stacked { STACKED } else { 0.0 };
        // How much higher the card is than usual.
        let grown = match (small, large) {
            (true, _) => -(SMALL_LEAST + added - screen.height()).clamp(0.0, SQUEEZE),
            (false, true) => TALLER,
            (false, false) => 0.0,
        };
        let pick = |wide: f32, narrow: f32| if small { narrow } else { wide };
        // Tall windows get a little more air above than nothing at all, and most of it below.
        let air = screen.height() - pick(WIDE_HEIGHT, SMALL_HEIGHT) - grown - added;
        let shift = (air.max(0.0) * 0.4).round();
        let row = |top: f32, height: f32| {
            Rect::from_min_size(Pos2::new(left, top), Vec2::new(column, height))
        };
        let bar = screen.shrink2(Vec2::new(size::MARGIN, 0.0));
        let bar_middle = screen.top() + pick(32.0, 28.0);
        let card = row(
            screen.top() + shift + pick(68.0, 60.0),
            pick(284.0, 212.0) + grown,
        );
        let mut inside = card.shrink2(Vec2::new(pick(40.0, 28.0), 0.0));
        inside.min.y += pick(32.0, 24.0);
        inside.max.y -= pick(26.0, 18.0);
        let stage = row(card.bottom() + pick(20.0, 4.0), pick(200.0, 156.0) + added);
        let ways = row(stage.bottom(), pick(88.0, 72.0));
        Self {
            small,
            low: grown < 0.0,
            stacked,
            question,
            screen,
            bar: bar
                .with_min_y(bar_middle - size::BADGE / 2.0)
                .with_max_y(bar_middle + size::BADGE / 2.0),
            card,
            inside,
            stage,
            wave: row(stage.top() + pick(52.0, 44.0), pick(72.0, 52.0)),
            ways,
            words: row(ways.bottom() + size::STEP_2, Size::Body.line()),
        }
    }

    /// The room left (−1) or right (1) of the disc: a third of the narrowest column, so that words
    /// never meet the disc.
    pub fn beside_disc(&self, side: f32) -> Rect {
        let width = (self.ways.width() * 0.33).min(216.0);
        let center = self.ways.center() + Vec2::new(side * width, 0.0);
        Rect::from_center_size(center, Vec2::new(width, self.ways.height()))
    }

    /// Height that the screen needs; more than there is means scrolling.
    pub fn height_needed(screen: Rect, small: bool) -> f32 {
        let geometry = Self::new(screen, small);
        if geometry.small {
            SMALL_LEAST - SQUEEZE + if geometry.stacked { STACKED } else { 0.0 }
        } else {
            WIDE_LEAST
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(width: f32, height: f32) -> Rect {
        Rect::from_min_max(Pos2::new(80.0, 0.0), Pos2::new(width, height))
    }

    #[test]
    fn the_measures_of_the_design_are_met() {
        let wide = Geometry::new(screen(1100.0, 720.0), false);
        assert_eq!(
            wide.card,
            Rect::from_min_max(Pos2::new(210.0, 68.0), Pos2::new(970.0, 352.0))
        );
        assert_eq!(wide.wave.min, Pos2::new(210.0, 424.0));
        assert_eq!(wide.ways.center(), Pos2::new(590.0, 616.0));
        let small = Geometry::new(screen(800.0, 560.0), true);
        assert_eq!(
            small.card,
            Rect::from_min_max(Pos2::new(112.0, 60.0), Pos2::new(768.0, 272.0))
        );
        assert_eq!(small.wave.size(), Vec2::new(656.0, 52.0));
        assert_eq!(small.ways.center(), Pos2::new(440.0, 468.0));
        assert!(!small.stacked);
    }

    #[test]
    fn the_words_under_the_disc_are_on_the_screen_at_every_height() {
        for height in 536..1400 {
            for (width, small) in [(1100.0, height < 640), (800.0, true)] {
                let screen = screen(width, height as f32);
                let geometry = Geometry::new(screen, small);
                assert!(
                    geometry.words.bottom() <= screen.bottom(),
                    "{width} × {height}"
                );
                assert!(geometry.card.bottom() < geometry.stage.top());
            }
        }
    }

    #[test]
    fn a_zoomed_window_stacks_and_scrolls() {
        let screen = Rect::from_min_max(Pos2::new(56.0, 0.0), Pos2::new(550.0, 360.0));
        let geometry = Geometry::new(screen, true);
        assert!(geometry.stacked);
        assert!(Geometry::height_needed(screen, true) > screen.height());
        assert!(geometry.card.right() <= screen.right() - size::MARGIN);
    }
}
