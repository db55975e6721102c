//! Parts that several screens are made of. Each draws itself into a rectangle or allocates its
//! own, tells screen readers its name, and returns egui's response. No state, no commands.

pub mod access;
pub mod blank;
pub mod button;
pub mod card;
pub mod chip;
pub mod field;
pub mod figures;
pub mod focus;
pub mod form;
pub mod icon;
pub mod keycap;
pub mod language_bar;
pub mod lines;
pub mod mini_waveform;
pub mod reading_order;
pub mod row;
pub mod score_cells;
pub mod scroll;
pub mod segments;
pub mod select;
pub mod settling;
pub mod slider;
pub mod speech_marks;
pub mod take_waveform;
pub mod timeline_mark;
pub mod toggle;
pub mod wave_axis;
pub mod wave_scale;
pub mod wave_shape;
pub mod words;
