//! From the microphone into a file: the callback, the take that is growing, its clock and its watch.
//! Not here: opening devices (`backend`), the bytes of the file (`wav`).

pub mod callback;
pub mod dropout_detector;
pub mod intake;
pub mod running_take;
pub mod source;
pub mod stream_clock;
pub mod take;
pub mod take_clock;
pub mod take_end;
pub mod take_track;
pub mod watch;
pub mod writer;

pub use callback::{CaptureCallback, CaptureFacts, CaptureItem, RING_SECS, Slot};
