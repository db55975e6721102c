//! Sizes in points: grid of four, radii, heights, widths.

use egui::Vec2;

/// Grid steps.
pub const STEP_1: f32 = 4.0;
/// 8.
pub const STEP_2: f32 = 8.0;
/// 12.
pub const STEP_3: f32 = 12.0;
/// 16.
pub const STEP_4: f32 = 16.0;
/// 24.
pub const STEP_6: f32 = 24.0;
/// 32.
pub const STEP_8: f32 = 32.0;
/// 40.
pub const STEP_10: f32 = 40.0;
/// Margin of the window.
pub const MARGIN: f32 = 32.0;

/// Window at the first start.
pub const WINDOW: Vec2 = Vec2::new(1100.0, 720.0);
/// Smallest usable window.
pub const WINDOW_MIN: Vec2 = Vec2::new(800.0, 560.0);
/// Below this width or height the small layout is used.
pub const SMALL_BELOW: Vec2 = Vec2::new(1000.0, 640.0);

/// Rail.
pub const RAIL_WIDTH: f32 = 80.0;
/// Top bar.
pub const TOP_BAR: f32 = 64.0;
/// Practice column, wide window.
pub const COLUMN: f32 = 760.0;
/// The same in a large window.
pub const COLUMN_LARGE: f32 = 1040.0;
/// Practice column, small window.
pub const COLUMN_SMALL: f32 = 656.0;

/// Radius of the loop window.
pub const RADIUS_SMALL: u8 = 4;
/// Segments and score cells.
pub const RADIUS_SEGMENT: u8 = 8;
/// Buttons and fields.
pub const RADIUS_FIELD: u8 = 10;
/// Rail items, rows, banners.
pub const RADIUS_ROW: u8 = 12;
/// Cards.
pub const RADIUS_CARD: u8 = 16;

/// Button and field.
pub const BUTTON: f32 = 40.0;
/// Chip.
pub const CHIP: f32 = 28.0;
/// Badge.
pub const BADGE: f32 = 32.0;
/// Key cap.
pub const KEY: f32 = 20.0;
/// Segment.
pub const SEGMENT: f32 = 40.0;
/// Segment of the language plan.
pub const PLAN_SEGMENT: f32 = 52.0;
/// Rubric line.
pub const RUBRIC_LINE: f32 = 56.0;
/// List row.
pub const LIST_ROW: f32 = 56.0;
/// Day header.
pub const DAY_HEADER: f32 = 36.0;
/// Banner.
pub const BANNER: f32 = 52.0;

/// Ordinary line.
pub const HAIRLINE: f32 = 1.0;
/// Cue, restart, target, focus, ring of the stop button.
pub const EMPHASIS: f32 = 2.0;
/// Least side of what is pressed, however small it is drawn (WCAG 2.5.8).
pub const TARGET: f32 = 24.0;
/// The round handle of the start of a language.
pub const HANDLE: f32 = 14.0;
/// Distance of the focus ring from its shape.
pub const FOCUS_GAP: f32 = 2.0;
