//! The rail.
