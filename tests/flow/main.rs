//! Scripts of inputs, and what the app makes of them. No clock, no disk, no sound, no window.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds nothing to unwrap has failed, and says where"
)]

mod anything;
mod chains;
mod checking;
mod comparing;
mod drill;
mod elsewhere;
mod export;
mod faults;
mod giving_up;
mod inputs;
mod interrupted;
mod keyboard;
mod leaving;
mod listing;
mod marking;
mod mending;
mod merging;
mod parts;
mod playing;
mod questions;
mod reading;
mod recording;
mod reviewing;
mod rig;
mod rounds;
mod sessions;
mod setting;
mod setup;
mod speech;
mod stories;
mod tellings;
mod today;
mod told;
mod trash;
mod trimming;
mod world;
mod zooming;
