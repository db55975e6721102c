//! What happens when. Pure: `update(&mut State, Input, &Now) -> Vec<Effect>`.
//! No input or output, no thread, no window; time is an input. Every change of `state::State`
//! happens here and has a name.

pub mod chain;
pub mod check;
pub mod command;
pub mod drill;
pub mod effect;
pub mod event;
pub mod heard;
mod input;
pub mod interview;
pub mod keys;
pub mod library;
pub mod listening;
pub mod mending;
pub mod overlays;
pub mod place;
pub mod practice;
pub mod reading;
pub mod review;
pub mod setup;
pub mod state;
pub mod stories;
pub mod task;
pub mod timeline;
pub mod today;
pub mod update;

pub use command::Command;
pub use effect::Effect;
pub use event::Event;
pub use input::{Input, Now};
pub use state::State;
pub use update::update;
