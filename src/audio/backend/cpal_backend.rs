//! The real sound system, through cpal; the only file that names it. Formats, buffer sizes, and what
//! its errors mean to a person. Not here: what happens to samples (`capture`, `playback`), when another
//! way is taken (`system_backend`).
//!
//! Nothing is kept between calls: each opens its own connection to the system (2 ms on
//! `PulseAudio`), so that a sound server that was restarted is simply there again.

use std::sync::Arc;
use std::time::Duration;

use cpal::traits::{DeviceTrait as _, HostTrait as _, StreamTrait as _};
use cpal::{
    BufferSize, ErrorKind, I24, SampleFormat, StreamConfig, SupportedBufferSize,
    SupportedStreamConfig, U24,
};

use crate::audio::backend::devices::{is_offered_input, is_offered_output};
use crate::audio::backend::{
    Backend, Build, Opened, StreamDeath, StreamFormat, StreamHandle, StreamHealth,
};
use crate::audio::capture::CaptureCallback;
use crate::audio::playback::PlaybackCallback;
use crate::audio::sample::DeviceSample;
use crate::model::fault::SoundFault;
use crate::model::sound::{Device, Devices};

/// How long a server may take to make a stream.
const OPEN_LIMIT: Duration = Duration::from_secs(3);
/// Windows' "access denied", which cpal passes on in the words of the system's language.
const WINDOWS_ACCESS_DENIED: &str = "-2147024891";

/// The sound system of this computer, as cpal knows it.
#[derive(Clone, Copy, Debug, Default)]
pub struct CpalBackend;

/// Buffers per second that are asked for; the default of `PulseAudio` is one of two seconds. A small
/// one is dropped by a busy machine without a word.
const BUFFERS_PER_SEC: u32 = 20;

/// Which way a device is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

impl Way {
    fn nothing_there(self) -> SoundFault {
        match self {
            Self::In => SoundFault::NoMicrophone,
            Self::Out => SoundFault::NoSpeaker,
        }
    }

    fn config(self, device: &cpal::Device) -> Result<SupportedStreamConfig, cpal::Error> {
        match self {
            Self::In => device.default_input_config(),
            Self::Out => device.default_output_config(),
        }
    }

    fn default_of(self, host: &cpal::Host) -> Option<cpal::Device> {
        match self {
            Self::In => host.default_input_device(),
            Self::Out => host.default_output_device(),
        }
    }

    fn offers(self, device: &Device) -> bool {
        match self {
            Self::In => is_offered_input(&device.id, &device.name),
            Self::Out => is_offered_output(&device.id),
        }
    }
}

impl Backend for CpalBackend {
    fn devices(&self) -> Result<Devices, SoundFault> {
        let host = cpal::default_host();
        let mut devices = Devices::default();
        let listed = host.devices().map_err(|error| fault(&error, Way::In))?;
        for device in listed {
            let Some(described) = describe(&device) else {
                continue;
            };
            // Asking for a format is the only proof that a device can be used at all.
            let usable = |way: Way| way.offers(&described) && way.config(&device).is_ok();
            if usable(Way::In) {
                devices.inputs.push(described.clone());
            }
            if usable(Way::Out) {
                devices.outputs.push(described);
            }
        }
        let default = |way: Way, offered: &[Device]| {
            let id = describe(&way.default_of(&host)?)?.id;
            offered.iter().any(|device| device.id == id).then_some(id)
        };
        devices.default_input = default(Way::In, &devices.inputs);
        devices.default_output = default(Way::Out, &devices.outputs);
        Ok(devices)
    }

    fn open_input(
        &self,
        device: Option<&str>,
        health: &Arc<StreamHealth>,
        build: Build<'_, CaptureCallback>,
    ) -> Result<Opened, SoundFault> {
        open(Way::In, device, |device, format, config| {
            let callback = build(stream_format(&config));
            input_stream(device, format, config, callback, Arc::clone(health))
        })
    }

    fn open_output(
        &self,
        device: Option<&str>,
        health: &Arc<StreamHealth>,
        build: Build<'_, PlaybackCallback>,
    ) -> Result<Opened, SoundFault> {
        open(Way::Out, device, |device, format, config| {
            let callback = build(stream_format(&config));
            output_stream(device, format, config, callback, Arc::clone(health))
        })
    }
}

fn describe(device: &cpal::Device) -> Option<Device> {
    let id = device.id().ok()?.to_string();
    let name = device
        .description()
        .map_or_else(|_| id.clone(), |text| text.name().to_owned());
    Some(Device { id, name })
}

fn stream_format(config: &StreamConfig) -> StreamFormat {
    StreamFormat {
        sample_rate_hz: config.sample_rate,
        channels: config.channels,
    }
}

/// Opens the device with this id, else the default, else any that can be used.
fn open(
    way: Way,
    id: Option<&str>,
    mut make: impl FnMut(&cpal::Device, SampleFormat, StreamConfig) -> Result<cpal::Stream, cpal::Error>,
) -> Result<Opened, SoundFault> {
    let host = cpal::default_host();
    let (device, described) = find(&host, way, id)?;
    let supported = way.config(&device).map_err(|error| fault(&error, way))?;
    let mut config = supported.config();
    config.buffer_size = buffer_size(&supported);
    let stream = make(&device, supported.sample_format(), config).or_else(|error| {
        tracing::info!(%error, "the wished buffer size is refused");
        config.buffer_size = BufferSize::Default;
        make(&device, supported.sample_format(), config)
    });
    let stream = stream.map_err(|error| fault(&error, way))?;
    tracing::info!(device = described.id, format = %supported.sample_format(), ?config, "opened");
    Ok(Opened {
        format: stream_format(&config),
        stream: Box::new(CpalStream {
            stream,
            host,
            id: described.id.clone(),
            way,
        }),
        device: described,
    })
}

fn find(
    host: &cpal::Host,
    way: Way,
    id: Option<&str>,
) -> Result<(cpal::Device, Device), SoundFault> {
    let with_description = |device: cpal::Device| {
        let described = describe(&device)?;
        Some((device, described))
    };
    let chosen = id
        .and_then(|id| id.parse().ok())
        .and_then(|id| host.device_by_id(&id))
        .and_then(with_description);
    let default = || {
        way.default_of(host)
            .and_then(with_description)
            // With the last microphone gone, the default is what a speaker plays.
            .filter(|(_, described)| way.offers(described))
    };
    let any = || {
        host.devices()
            .ok()?
            .filter_map(with_description)
            .find(|(device, described)| way.offers(described) && way.config(device).is_ok())
    };
    chosen
        .or_else(default)
        .or_else(any)
        .ok_or_else(|| way.nothing_there())
}

fn buffer_size(supported: &SupportedStreamConfig) -> BufferSize {
    let wished = (supported.sample_rate() / BUFFERS_PER_SEC).max(64);
    match *supported.buffer_size() {
        SupportedBufferSize::Range { min, max } => {
            BufferSize::Fixed(wished.clamp(min, max.max(min)))
        }
        SupportedBufferSize::Unknown => BufferSize::Default,
    }
}

/// What an error when listing or opening means to a person. "No microphone" comes in many words.
fn fault(error: &cpal::Error, way: Way) -> SoundFault {
    let words = error.to_string();
    match error.kind() {
        ErrorKind::PermissionDenied => SoundFault::PermissionDenied,
        ErrorKind::DeviceBusy => SoundFault::DeviceBusy,
        ErrorKind::DeviceNotAvailable => way.nothing_there(),
        ErrorKind::HostUnavailable => SoundFault::SoundServerGone,
        ErrorKind::StreamInvalidated => SoundFault::DeviceLost,
        _ if words.contains(WINDOWS_ACCESS_DENIED) => SoundFault::PermissionDenied,
        // ALSA's plugins, when the server behind them is not there: refused, or host is down.
        _ if words.contains("(111)") || words.contains("(112)") => SoundFault::SoundServerGone,
        _ => SoundFault::Other { detail: words },
    }
}

/// What an error of a running stream means. REALTIME: called millions of times in the worst case;
/// nothing here allocates, and the words of the error are not looked at but for the one number.
fn note(error: &cpal::Error, on_server: bool, health: &StreamHealth) {
    let gone = if on_server {
        StreamDeath::ServerGone
    } else {
        StreamDeath::DeviceLost
    };
    match error.kind() {
        ErrorKind::Xrun | ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied => health.hiccup(),
        ErrorKind::PermissionDenied => health.died(StreamDeath::PermissionDenied),
        ErrorKind::DeviceBusy => health.died(StreamDeath::DeviceBusy),
        ErrorKind::DeviceNotAvailable => health.died(StreamDeath::DeviceLost),
        ErrorKind::HostUnavailable => health.died(StreamDeath::ServerGone),
        ErrorKind::StreamInvalidated => health.died(gone),
        _ if error
            .message()
            .is_some_and(|m| m.contains(WINDOWS_ACCESS_DENIED)) =>
        {
            health.died(StreamDeath::PermissionDenied);
        }
        // Not always the end: ALSA's `pulse` plugin complains at the start of every playback and
        // then plays. Whoever uses the stream sees whether it goes on.
        _ => health.complain(),
    }
}

struct CpalStream {
    // Dropped in this order: the stream before its host.
    stream: cpal::Stream,
    host: cpal::Host,
    id: String,
    way: Way,
}

impl StreamHandle for CpalStream {
    fn play(&self) -> Result<(), SoundFault> {
        match self.stream.play() {
            Err(error) if error.kind() == ErrorKind::RealtimeDenied => {
                tracing::info!(%error, "no realtime priority for sound");
                Ok(())
            }
            Err(error) => Err(fault(&error, self.way)),
            Ok(()) => Ok(()),
        }
    }

    fn device_present(&self) -> bool {
        // Only servers move a stream elsewhere in silence; others say that a device is gone. For a
        // speaker that is what people expect: headphones unplugged, sound goes on.
        if self.way == Way::Out || !is_server(&self.id) {
            return true;
        }
        // When not even that can be asked, the error callback knows more.
        self.host.devices().map_or(true, |mut devices| {
            devices.any(|device| device.id().is_ok_and(|id| id.to_string() == self.id))
        })
    }
}

fn is_server(id: &str) -> bool {
    id.starts_with("pulseaudio:")
}

impl DeviceSample for I24 {
    fn to_unit(self) -> f32 {
        self.inner() as f32 / 8_388_608.0
    }

    fn from_unit(value: f32) -> Self {
        let steps = (value * 8_388_608.0).clamp(-8_388_608.0, 8_388_607.0);
        Self::new(steps as i32).unwrap_or_default()
    }
}

impl DeviceSample for U24 {
    fn to_unit(self) -> f32 {
        (self.inner() - 8_388_608) as f32 / 8_388_608.0
    }

    fn from_unit(value: f32) -> Self {
        let steps = (value * 8_388_608.0).clamp(-8_388_608.0, 8_388_607.0);
        Self::new(steps as i32 + 8_388_608).unwrap_or_default()
    }
}

/// Calls `$open::<Sample>($args)` for the type of a sample format.
macro_rules! with_sample_type {
    ($format:expr, $open:ident, $($argument:expr),*) => {
        match $format {
            SampleFormat::F32 => $open::<f32>($($argument),*),
            SampleFormat::F64 => $open::<f64>($($argument),*),
            SampleFormat::I8 => $open::<i8>($($argument),*),
            SampleFormat::I16 => $open::<i16>($($argument),*),
            SampleFormat::I24 => $open::<I24>($($argument),*),
            SampleFormat::I32 => $open::<i32>($($argument),*),
            SampleFormat::I64 => $open::<i64>($($argument),*),
            SampleFormat::U8 => $open::<u8>($($argument),*),
            SampleFormat::U16 => $open::<u16>($($argument),*),
            SampleFormat::U24 => $open::<U24>($($argument),*),
            SampleFormat::U32 => $open::<u32>($($argument),*),
            SampleFormat::U64 => $open::<u64>($($argument),*),
            other => Err(cpal::Error::with_message(
                ErrorKind::UnsupportedConfig,
                format!("samples of kind {other} are not understood"),
            )),
        }
    };
}

fn input_stream(
    device: &cpal::Device,
    format: SampleFormat,
    config: StreamConfig,
    callback: CaptureCallback,
    health: Arc<StreamHealth>,
) -> Result<cpal::Stream, cpal::Error> {
    with_sample_type!(format, input_of, device, config, callback, health)
}

fn input_of<S: cpal::SizedSample + DeviceSample>(
    device: &cpal::Device,
    config: StreamConfig,
    mut callback: CaptureCallback,
    health: Arc<StreamHealth>,
) -> Result<cpal::Stream, cpal::Error> {
    let on_server = device.id().is_ok_and(|id| is_server(&id.to_string()));
    device.build_input_stream::<S, _, _>(
        config,
        move |samples, _| callback.on_input(samples),
        move |error| note(&error, on_server, &health),
        Some(OPEN_LIMIT),
    )
}

fn output_stream(
    device: &cpal::Device,
    format: SampleFormat,
    config: StreamConfig,
    callback: PlaybackCallback,
    health: Arc<StreamHealth>,
) -> Result<cpal::Stream, cpal::Error> {
    with_sample_type!(format, output_of, device, config, callback, health)
}

fn output_of<S: cpal::SizedSample + DeviceSample>(
    device: &cpal::Device,
    config: StreamConfig,
    mut callback: PlaybackCallback,
    health: Arc<StreamHealth>,
) -> Result<cpal::Stream, cpal::Error> {
    let on_server = device.id().is_ok_and(|id| is_server(&id.to_string()));
    device.build_output_stream::<S, _, _>(
        config,
        move |samples, info| {
            let times = info.timestamp();
            let latency = times.playback.duration_since(times.callback);
            callback.on_output(samples, latency.as_secs_f32());
        },
        move |error| note(&error, on_server, &health),
        Some(OPEN_LIMIT),
    )
}
