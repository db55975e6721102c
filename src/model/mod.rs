//! What things are. Pure: no clock, no disk, no sound, no window.
//! Given the same arguments everything here says the same thing for ever.

pub mod attempt;
pub mod chain;
pub mod coverage;
pub mod day;
pub mod deck;
pub mod drill;
pub mod fault;
pub mod fluency;
pub mod language;
pub mod live;
pub mod mark;
pub mod peaks;
pub mod principle;
pub mod progress;
pub mod question;
pub mod rating;
pub mod reading;
pub mod retelling;
pub mod role;
pub mod rubric;
pub mod schedule;
pub mod search;
pub mod session;
pub mod settings;
pub mod sound;
pub mod sound_check;
pub mod sound_trouble;
pub mod speech;
pub mod star;
pub mod story;
pub mod story_words;
pub mod switch;
pub mod take;
pub mod timeline;
pub mod trust;
