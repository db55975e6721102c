//! x
/// x
pub struct PlaybackCallback;
