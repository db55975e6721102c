//! The cue.
