//! Keys and text as the window hands them over, through the program's own readers of both: what leaves a
//! field, what layouts print, and that what is typed is what arrives.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
mod fields;
mod layouts;
mod menus;
mod observed;
mod program;
mod syllables;
