//! Recording from `PulseAudio`, and from `PipeWire`, which speaks its language; the only file that
//! names the crate `pulseaudio`. cpal lets the server queue a single buffer of a recording, and what
//! does not fit is dropped there without a word; here the queue is as long as the server allows.
//! Not here: playing and listing (`cpal_backend`), what happens to samples (`capture`).
//!
//! The crate's own thread calls us with what arrived. It does not tell that the server ended the
//! stream, only that the connection is gone, and that by dropping what it calls; so the rest is
//! asked for (`device_present`).

use std::ffi::CString;
use std::io;
use std::os::unix::net::UnixStream;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{
    Prop, Props, ProtocolError, PulseError, RecordStreamParams, SampleFormat, SampleSpec,
    SourceInfo,
};
use pulseaudio::{Client, ClientError, RecordSink, RecordStream};

use crate::audio::backend::{Build, Opened, StreamDeath, StreamFormat, StreamHandle, StreamHealth};
use crate::audio::capture::CaptureCallback;
use crate::audio::devices::is_offered_input;
use crate::audio::sample::DeviceSample;
use crate::model::fault::SoundFault;
use crate::model::sound::Device;

/// How long the server may take to open a microphone, all its answers together.
const OPEN_LIMIT: Duration = Duration::from_secs(3);
/// How long it may take to say whether a stream lives.
const ASK_LIMIT: Duration = Duration::from_secs(1);
/// How much sound arrives at once.
const FRAGMENTS_PER_SEC: u32 = 20;
/// Longer fragments would be cut by the server, and not between two frames.
const LARGEST_FRAGMENT_BYTES: u32 = 32_768;
/// The server's own limit, several seconds: a queue is no delay, only room for one.
const LONGEST_QUEUE: u32 = u32::MAX;
/// What ids of microphones begin with; cpal's way, so that a choice stays one.
const ID_PREFIX: &str = "pulseaudio:";
/// What mixers show.
const NAME: &std::ffi::CStr = c"Retake";

/// Opens the microphone with this id, else the default, else any that is offered; `None` where no
/// server is there to be asked. Takes 3 s at most.
pub fn open_input(
    device: Option<&str>,
    health: &Arc<StreamHealth>,
    build: Build<'_, CaptureCallback>,
) -> Option<Result<Opened, SoundFault>> {
    let until = Instant::now() + OPEN_LIMIT;
    match Connection::to_server() {
        Ok(connection) => {
            let opened = open_through(connection, until, device, health, build);
            Some(opened.map_err(|error| fault(&error)))
        }
        // A server that is there and says nothing: another way to it would hang as well.
        Err(error) if is_silence(&error) => Some(Err(SoundFault::SoundServerGone)),
        Err(error) => {
            tracing::info!(%error, "no PulseAudio");
            None
        }
    }
}

fn open_through(
    connection: Connection,
    until: Instant,
    device: Option<&str>,
    health: &Arc<StreamHealth>,
    build: Build<'_, CaptureCallback>,
) -> Result<Opened, ClientError> {
    let client = &connection.client;
    let sources = answer(until, client.list_sources())?;
    let default = answer(until, client.server_info())?.default_source_name;
    let source = choose(&sources, device, default.as_deref())
        .ok_or(ClientError::ServerError(PulseError::NoEntity))?;
    let described = describe(source);

    let is_16_bit = matches!(
        source.sample_spec.format,
        SampleFormat::S16Le | SampleFormat::S16Be
    );
    let spec = SampleSpec {
        format: stream_samples(is_16_bit),
        ..source.sample_spec
    };
    let format = StreamFormat {
        sample_rate_hz: spec.sample_rate,
        channels: u16::from(spec.channels),
    };
    let intake = Intake {
        callback: build(format),
        is_16_bit,
        health: Arc::clone(health),
    };
    let mut props = Props::new();
    props.set(Prop::MediaName, NAME);
    let wished = RecordStreamParams {
        sample_spec: spec,
        channel_map: source.channel_map,
        source_index: Some(source.index),
        buffer_attr: BufferAttr {
            max_length: LONGEST_QUEUE,
            fragment_size: fragment_bytes(&spec),
            ..BufferAttr::default()
        },
        flags: StreamFlags {
            start_corked: true,
            // Without it a device delivers when it likes, which may be every two seconds.
            adjust_latency: true,
            // A take never goes on with another microphone unless a person chose it.
            no_move: true,
            ..StreamFlags::default()
        },
        props,
        ..RecordStreamParams::default()
    };
    let stream = answer(until, client.create_record_stream(wished, intake))?;
    tracing::info!(device = described.id, ?spec, buffer = ?stream.buffer_attr(), "opened");
    Ok(Opened {
        format,
        stream: Box::new(PulseStream {
            stream,
            source: source.name.clone(),
            connection,
        }),
        device: described,
    })
}

fn choose<'a>(
    sources: &'a [SourceInfo],
    id: Option<&str>,
    default: Option<&std::ffi::CStr>,
) -> Option<&'a SourceInfo> {
    let offered = |source: &&SourceInfo| {
        let described = describe(source);
        is_offered_input(&described.id, &described.name)
    };
    let chosen = id.and_then(|id| sources.iter().find(|source| describe(source).id == id));
    let default = || {
        sources
            .iter()
            .filter(offered)
            .find(|source| Some(source.name.as_c_str()) == default)
    };
    chosen
        .or_else(default)
        .or_else(|| sources.iter().find(offered))
}

fn describe(source: &SourceInfo) -> Device {
    let words = source.description.as_ref().unwrap_or(&source.name);
    Device {
        id: format!("{ID_PREFIX}{}", source.name.to_string_lossy()),
        name: words.to_string_lossy().into_owned(),
    }
}

/// In which form samples are asked for: the server converts what is not of 16 bits.
fn stream_samples(is_16_bit: bool) -> SampleFormat {
    match (is_16_bit, cfg!(target_endian = "little")) {
        (true, true) => SampleFormat::S16Le,
        (true, false) => SampleFormat::S16Be,
        (false, true) => SampleFormat::Float32Le,
        (false, false) => SampleFormat::Float32Be,
    }
}

fn fragment_bytes(spec: &SampleSpec) -> u32 {
    let frame = spec.format.bytes_per_sample() as u32 * u32::from(spec.channels.max(1));
    let most_frames = (LARGEST_FRAGMENT_BYTES / frame.max(1)).max(1);
    (spec.sample_rate / FRAGMENTS_PER_SEC).clamp(1, most_frames) * frame
}

/// REALTIME. What the crate's thread calls with the bytes of each fragment.
struct Intake {
    callback: CaptureCallback,
    is_16_bit: bool,
    health: Arc<StreamHealth>,
}

impl RecordSink for Intake {
    fn write(&mut self, data: &[u8]) {
        if self.is_16_bit {
            self.callback.on_input(data.as_chunks::<2>().0);
        } else {
            self.callback.on_input(data.as_chunks::<4>().0);
        }
    }
}

impl Drop for Intake {
    fn drop(&mut self) {
        // Either the connection is gone, or we closed the stream and nobody looks any more.
        self.health.died(StreamDeath::ServerGone);
    }
}

/// A 16-bit sample as it lies in a fragment, which may begin at any address.
impl DeviceSample for [u8; 2] {
    #[inline]
    fn to_unit(self) -> f32 {
        i16::from_ne_bytes(self).to_unit()
    }

    #[inline]
    fn from_unit(value: f32) -> Self {
        i16::from_unit(value).to_ne_bytes()
    }
}

/// An `f32` as it lies in a fragment.
impl DeviceSample for [u8; 4] {
    #[inline]
    fn to_unit(self) -> f32 {
        f32::from_ne_bytes(self).to_unit()
    }

    #[inline]
    fn from_unit(value: f32) -> Self {
        value.to_ne_bytes()
    }
}

struct PulseStream {
    // Dropped in this order: the stream before its connection.
    stream: RecordStream,
    source: CString,
    connection: Connection,
}

impl StreamHandle for PulseStream {
    fn play(&self) -> Result<(), SoundFault> {
        match answer(Instant::now() + OPEN_LIMIT, self.stream.uncork()) {
            // A slow device; the take's watch says so when nothing arrives.
            Err(error) if is_silence(&error) => Ok(()),
            started => started.map_err(|error| fault(&error)),
        }
    }

    fn device_present(&self) -> bool {
        let client = &self.connection.client;
        let until = Instant::now() + ASK_LIMIT;
        // The first asks for the stream, which the server ends when its microphone goes. The second
        // is for servers that move it to another one all the same.
        !is_missing(&answer(until, self.stream.timing_info()))
            && !is_missing(&answer(
                until,
                client.lookup_source_by_name(self.source.clone()),
            ))
    }
}

struct Connection {
    client: Client,
}

impl Connection {
    fn to_server() -> Result<Self, ClientError> {
        let path = pulseaudio::socket_path_from_env().ok_or(ClientError::ServerUnavailable)?;
        Self::through(UnixStream::connect(path)?)
    }

    fn through(socket: UnixStream) -> Result<Self, ClientError> {
        // For the first two messages, which are waited for on this thread.
        socket.set_read_timeout(Some(OPEN_LIMIT))?;
        socket.set_write_timeout(Some(OPEN_LIMIT))?;
        // Without a cookie, a server of the same person lets us in.
        let cookie = pulseaudio::cookie_path_from_env().and_then(|path| std::fs::read(path).ok());
        let client = Client::new_unix(NAME, socket, cookie)?;
        Ok(Self { client })
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        // The crate's thread looks whether anybody needs it when it hears something: one last
        // question makes it look, and nobody waits for the answer.
        drop(answer(Instant::now(), self.client.server_info()));
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Asks, and waits for the answer until then.
fn answer<T>(
    until: Instant,
    question: impl Future<Output = Result<T, ClientError>>,
) -> Result<T, ClientError> {
    let mut question = pin!(question);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        if let Poll::Ready(answer) = question.as_mut().poll(&mut context) {
            return answer;
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ProtocolError::Timeout.into());
        }
        thread::park_timeout(left);
    }
}

fn is_missing<T>(answer: &Result<T, ClientError>) -> bool {
    matches!(answer, Err(ClientError::ServerError(PulseError::NoEntity)))
}

/// Whether this is what no answer looks like.
fn is_silence(error: &ClientError) -> bool {
    let late = |error: &io::Error| {
        matches!(
            error.kind(),
            io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
        )
    };
    match error {
        ClientError::Protocol(ProtocolError::Timeout) => true,
        ClientError::Io(error) | ClientError::Protocol(ProtocolError::Io(error)) => late(error),
        _ => false,
    }
}

/// What an error when opening means to a person.
fn fault(error: &ClientError) -> SoundFault {
    use PulseError as E;
    match error {
        ClientError::ServerError(E::NoEntity) => SoundFault::NoMicrophone,
        ClientError::ServerError(E::AccessDenied | E::AuthKey) => SoundFault::PermissionDenied,
        ClientError::ServerError(E::Busy) => SoundFault::DeviceBusy,
        ClientError::Disconnected | ClientError::Io(_) | ClientError::ServerUnavailable => {
            SoundFault::SoundServerGone
        }
        error if is_silence(error) => SoundFault::SoundServerGone,
        error => SoundFault::Other {
            detail: error.to_string(),
        },
    }
}
