//! What this crate asks of a sound system: list devices, open a microphone, open a speaker.
//! Not here: any sound system. `system_backend` is the real one, `fake_backend` the tests' one; both
//! call the very same callbacks of `capture` and `playback`.

pub mod cpal_backend;
pub mod devices;
pub mod fake_backend;
#[cfg(target_os = "linux")]
pub mod pulse_backend;
pub mod stream;
pub mod system_backend;

use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

use crate::audio::capture::CaptureCallback;
use crate::audio::playback::PlaybackCallback;
pub use crate::audio::sample::StreamFormat;
use crate::model::fault::SoundFault;
use crate::model::sound::{Device, Devices};

/// A stream that was opened and does not run yet.
pub struct Opened {
    /// Which device it is; another one than asked for when that one is not there.
    pub device: Device,
    /// What it delivers or takes.
    pub format: StreamFormat,
    /// Keeps it open. Dropping it closes it, which may block for ever (ALSA over a dead server).
    pub stream: Box<dyn StreamHandle>,
}

/// An open stream.
pub trait StreamHandle {
    /// Lets it run. May block for seconds.
    fn play(&self) -> Result<(), SoundFault>;

    /// Whether the device is still among those of the system, as far as that can be told: some
    /// systems move a stream to another microphone without a word. May block.
    fn device_present(&self) -> bool;
}

/// Makes the callback for a format. It may be asked for more than one, when the first way to open a
/// device fails; only the last one made is used.
pub type Build<'a, Callback> = &'a mut dyn FnMut(StreamFormat) -> Callback;

/// A sound system. Every method may block for seconds, or for ever; each is called on a thread of
/// its own that nobody waits for without a limit.
pub trait Backend: Send + Sync {
    /// What there is to choose from.
    fn devices(&self) -> Result<Devices, SoundFault>;

    /// Opens a microphone: the one with this id, else the default, else any.
    /// `health` is told when the stream dies.
    fn open_input(
        &self,
        device: Option<&str>,
        health: &std::sync::Arc<StreamHealth>,
        build: Build<'_, CaptureCallback>,
    ) -> Result<Opened, SoundFault>;

    /// Opens a speaker: the one with this id, else the default, else any.
    fn open_output(
        &self,
        device: Option<&str>,
        health: &std::sync::Arc<StreamHealth>,
        build: Build<'_, PlaybackCallback>,
    ) -> Result<Opened, SoundFault>;
}

/// What ended a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum StreamDeath {
    /// The device is gone, or so changed that the stream cannot go on.
    DeviceLost = 1,
    /// The system withdrew its permission.
    PermissionDenied = 2,
    /// Another program took the device.
    DeviceBusy = 3,
    /// The sound service is gone.
    ServerGone = 4,
    /// The sound system failed without saying how.
    Failed = 5,
}

impl StreamDeath {
    /// What a person is told.
    pub fn fault(self) -> SoundFault {
        match self {
            Self::DeviceLost => SoundFault::DeviceLost,
            Self::PermissionDenied => SoundFault::PermissionDenied,
            Self::DeviceBusy => SoundFault::DeviceBusy,
            Self::ServerGone => SoundFault::SoundServerGone,
            Self::Failed => SoundFault::Other {
                detail: "the sound system failed".to_owned(),
            },
        }
    }

    fn from_code(code: u8) -> Option<Self> {
        [
            Self::DeviceLost,
            Self::PermissionDenied,
            Self::DeviceBusy,
            Self::ServerGone,
            Self::Failed,
        ]
        .into_iter()
        .find(|death| *death as u8 == code)
    }
}

/// What the error callback says of a stream. Realtime-safe: a few atomics, no message, because a dead
/// server was seen to cause millions of calls within seconds.
#[derive(Debug, Default)]
pub struct StreamHealth {
    death: AtomicU8,
    hiccups: AtomicU64,
    complaints: AtomicU64,
    renewals: AtomicU64,
}

impl StreamHealth {
    /// Notes the end of the stream; the first cause stays. Realtime-safe.
    pub fn died(&self, death: StreamDeath) {
        self.death
            .compare_exchange(0, death as u8, Ordering::AcqRel, Ordering::Relaxed)
            .ok();
    }

    /// Notes something that the stream survives, such as an overrun. Realtime-safe.
    pub fn hiccup(&self) {
        self.hiccups.fetch_add(1, Ordering::Relaxed);
    }

    /// Notes an error that may or may not be the end. Realtime-safe.
    pub fn complain(&self) {
        self.complaints.fetch_add(1, Ordering::Relaxed);
    }

    /// How many errors there were that may or may not have been the end. They were, when nothing
    /// flows any more after one.
    pub fn complaints(&self) -> u64 {
        self.complaints.load(Ordering::Relaxed)
    }

    /// Notes that the stream goes on over a new connection: what was said between the two is missing.
    pub fn renewed(&self) {
        self.renewals.fetch_add(1, Ordering::Release);
    }

    /// How often the stream went on over a new connection.
    pub fn renewals(&self) -> u64 {
        self.renewals.load(Ordering::Acquire)
    }

    /// What ended the stream, if anything did.
    pub fn death(&self) -> Option<StreamDeath> {
        StreamDeath::from_code(self.death.load(Ordering::Acquire))
    }

    /// How often something happened that the stream survived.
    pub fn hiccups(&self) -> u64 {
        self.hiccups.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cause_of_death_stays() {
        let health = StreamHealth::default();
        assert_eq!(health.death(), None);
        health.died(StreamDeath::ServerGone);
        health.died(StreamDeath::Failed);
        assert_eq!(health.death(), Some(StreamDeath::ServerGone));
    }
}
