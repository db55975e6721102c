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
#[cfg(target_os = "linux")]
use crate::model::sound::Device;
use crate::model::sound::Devices;

/// The sound system of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemBackend;

impl Backend for SystemBackend {
    fn devices(&self) -> Result<Devices, SoundFault> {
        #[cfg(target_os = "linux")]
        {
            with_pulse_inputs(CpalBackend.devices(), pulse_backend::inputs)
        }
        #[cfg(not(target_os = "linux"))]
        {
            CpalBackend.devices()
        }
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

/// cpal falls back to ALSA where it has no cookie for the server; recording does not, so its
/// microphones are those of the server.
#[cfg(target_os = "linux")]
fn with_pulse_inputs(
    devices: Result<Devices, SoundFault>,
    inputs: impl FnOnce() -> Option<(Vec<Device>, Option<String>)>,
) -> Result<Devices, SoundFault> {
    let by_pulse = |devices: &Devices| {
        let mut all = devices.inputs.iter().chain(&devices.outputs);
        all.any(|device| device.id.starts_with("pulseaudio:"))
    };
    if devices.as_ref().is_ok_and(by_pulse) {
        return devices;
    }
    let Some((inputs, default_input)) = inputs() else {
        return devices;
    };
    Ok(Devices {
        inputs,
        default_input,
        ..devices.unwrap_or_default()
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    fn device(id: &str) -> Device {
        Device {
            id: id.to_owned(),
            name: id.to_owned(),
        }
    }

    #[test]
    fn microphones_are_those_of_the_server_where_only_cpal_is_refused() {
        let server = || {
            let mic = device("pulseaudio:mic");
            Some((vec![mic.clone()], Some(mic.id)))
        };
        let alsa = Devices {
            outputs: vec![device("alsa:default")],
            ..Devices::default()
        };
        let merged = with_pulse_inputs(Ok(alsa.clone()), server).unwrap();
        assert_eq!(merged.inputs, [device("pulseaudio:mic")]);
        assert_eq!(merged.default_input.as_deref(), Some("pulseaudio:mic"));
        assert_eq!(merged.outputs, alsa.outputs);
        assert_eq!(with_pulse_inputs(Ok(alsa.clone()), || None), Ok(alsa));
        let pulse = Devices {
            inputs: vec![device("pulseaudio:other")],
            ..Devices::default()
        };
        assert_eq!(with_pulse_inputs(Ok(pulse.clone()), server), Ok(pulse));
    }
}
