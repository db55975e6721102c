//! Where everything on the practice screen lies. One layout for all phases, because nothing may
//! move between them; the cue lays itself over the same waveform.

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
/// Narrowest column; narrower windows cut the right edge.
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
    /// The screen: all that is right of the rail.
    pub screen: Rect,
    /// Middle of the top bar.
    pub bar_y: f32,
    /// The card with the question.
    pub card: Rect,
    /// Size of the question, where it fits.
    pub question: Size,
    /// Top of the question where it has its usual length, and the lowest point it may reach.
    pub question_y: [f32; 2],
    /// Middle of the line at the foot of the card.
    pub foot_y: f32,
    /// Room between the card's edge and its words.
    pub card_padding: f32,
    /// Middle of the elapsed time.
    pub time_y: f32,
    /// The waveform, here and at the cue.
    pub wave: Rect,
    /// Middle of the progress line.
    pub line_y: f32,
    /// Middle of the words under the progress line.
    pub line_words_y: f32,
    /// Middle of the words over the plan.
    pub plan_words_y: f32,
    /// Top of the plan.
    pub plan_top: f32,
    /// Middle of the disc.
    pub disc: Pos2,
    /// Diameter of the ring around the disc.
    pub disc_ring: f32,
    /// Middle of the words under the disc.
    pub disc_words_y: f32,
}

impl Geometry {
    /// The layout for a screen, given whether the window is small.
    pub fn new(screen: Rect, small: bool) -> Self {
        let small = small || screen.height() < WIDE_LEAST;
        let large = !small && screen.width() >= LARGE.x && screen.height() >= LARGE.y;
        let widest = match (small, large) {
            (true, _) => size::COLUMN_SMALL,
            (false, false) => size::COLUMN,
            (false, true) => size::COLUMN_LARGE,
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
        let wanted = grown + if small { SMALL_HEIGHT } else { WIDE_HEIGHT };
        // Tall windows get a little more air above than nothing at all, and most of it below.
        let shift = ((screen.height() - wanted - added).max(0.0) * 0.4).round();
        let pick = |wide: f32, narrow: f32| if small { narrow } else { wide };
        let top = screen.top() + shift + pick(68.0, 60.0);
        // All below the question moves with the height of the card.
        let y = |wide: f32, narrow: f32| screen.top() + shift + grown + pick(wide, narrow);
        let across = |top: f32, height: f32| {
            Rect::from_min_size(Pos2::new(left, top), Vec2::new(column, height))
        };
        let middle = (left + column / 2.0).round();
        Self {
            small,
            low: grown < 0.0,
            stacked,
            screen,
            bar_y: screen.top() + pick(32.0, 28.0),
            card: across(top, pick(284.0, 212.0) + grown),
            question: match (small, large) {
                (true, _) => Size::Title,
                (false, false) => Size::Display,
                (false, true) => Size::Headline,
            },
            question_y: [top + pick(81.0, 64.0), y(298.0, 224.0)],
            foot_y: y(312.0, 240.0),
            card_padding: pick(40.0, 28.0),
            time_y: y(394.0, 298.0),
            wave: across(y(424.0, 320.0), pick(72.0, 52.0)),
            line_y: y(514.0, 390.0),
            line_words_y: y(532.0, 408.0),
            plan_words_y: y(397.0, 290.0),
            plan_top: y(416.0, 304.0),
            disc: Pos2::new(middle, y(616.0, 468.0) + added),
            disc_ring: pick(88.0, 72.0),
            disc_words_y: y(680.0, 524.0) + added,
        }
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

    /// Middle of what stands left (−1) or right (1) of the disc.
    pub fn beside_disc(&self, side: f32) -> Pos2 {
        // A third of the narrowest column, so that the words never meet the disc.
        let away = (self.card.width() * 0.33).min(216.0);
        Pos2::new(self.disc.x + side * away, self.disc.y)
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
        assert_eq!(wide.disc, Pos2::new(590.0, 616.0));
        let small = Geometry::new(screen(800.0, 560.0), true);
        assert_eq!(
            small.card,
            Rect::from_min_max(Pos2::new(112.0, 60.0), Pos2::new(768.0, 272.0))
        );
        assert_eq!(small.wave.size(), Vec2::new(656.0, 52.0));
        assert_eq!(small.disc, Pos2::new(440.0, 468.0));
        assert!(!small.stacked);
    }

    #[test]
    fn the_words_under_the_disc_are_on_the_screen_at_every_height() {
        for height in 536..1400 {
            for (width, small) in [(1100.0, height < 640), (800.0, true)] {
                let screen = screen(width, height as f32);
                let geometry = Geometry::new(screen, small);
                assert!(
                    geometry.disc_words_y + 12.0 <= screen.bottom(),
                    "{width} × {height}"
                );
                assert!(geometry.card.bottom() < geometry.plan_words_y - 8.0);
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
