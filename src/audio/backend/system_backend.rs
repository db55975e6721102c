//! Which way into the system's sound is taken: `PulseAudio` for recording where it answers, cpal for
//! everything else. Not here: how either is spoken to (`pulse_backend`, `cpal_backend`).

use std::sync::Arc;

use crate::audio::backend::cpal_backend::CpalBackend;
#[cfg(target_os = "linux")]
use crate::audio::backend::pulse_backend;
use crate::audio::backend::{Backend, Build, Opened, StreamHealth};
use crate::audio::capture::CaptureCallback;
use crate::audio::playback::PlaybackCallback;
use crate::model::fault::SoundFault;
use crate::model::sound::Devices;

/// The sound system of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemBackend;

impl Backend for SystemBackend {
    fn devices(&self) -> Result<Devices, SoundFault> {
        CpalBackend.devices()
    }

    fn open_input(
        &self,
        device: Option<&str>,
        health: &Arc<StreamHealth>,
        build: Build<'_, CaptureCallback>,
    ) -> Result<Opened, SoundFault> {
        #[cfg(target_os = "linux")]
        if let Some(opened) = pulse_backend::open_input(device, health, build) {
            return opened;
        }
        CpalBackend.open_input(device, health, build)
    }

    fn open_output(
        &self,
        device: Option<&str>,
        health: &Arc<StreamHealth>,
        build: Build<'_, PlaybackCallback>,
    ) -> Result<Opened, SoundFault> {
        CpalBackend.open_output(device, health, build)
    }
}
