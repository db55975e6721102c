//! Recording from `PulseAudio`, and from `PipeWire`, which speaks its language; the only folder that
//! names the crate `pulseaudio`. cpal lets the server queue a single buffer of a recording, and what
//! does not fit is dropped there without a word; here the queue is as long as the server allows.
//! Not here: playing and listing (`cpal_backend`), what happens to samples (`capture`).
//!
//! The crate's own thread calls us with what arrived. It does not tell that the server ended the
//! stream, only that the connection is gone, and that by dropping what it calls; so the rest is
//! asked for (`device_present`). It also gives up when the process was stopped and goes on; then the
//! same microphone is recorded over a new connection, and what was said meanwhile is missing.

use std::cell::RefCell;
use std::ffi::CString;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{ChannelMap, Prop, Props, PulseError, RecordStreamParams, SampleSpec};
use pulseaudio::{ClientError, RecordSink, RecordStream};

use crate::audio::backend::{Build, Opened, StreamDeath, StreamFormat, StreamHandle, StreamHealth};
use crate::audio::capture::CaptureCallback;
use crate::model::fault::SoundFault;
use crate::model::sound::Device;

mod choice;
mod connection;
mod cookie;

use choice::{choose, describe, fragment_bytes, offered, wished};
use connection::{Connection, Link, NAME, answer, fault, is_missing, is_silence};

/// How long the server may take to open a microphone, all its answers together.
const OPEN_LIMIT: Duration = Duration::from_secs(3);
/// How long it may take to say whether a stream lives.
const ASK_LIMIT: Duration = Duration::from_secs(1);
/// The server's own limit, several seconds: a queue is no delay, only room for one.
const LONGEST_QUEUE: u32 = u32::MAX;

/// Opens the microphone with this id, else the default, else any that is offered; `None` where no
/// server is there to be asked. Takes about 3 s at most.
pub fn open_input(
    device: Option<&str>,
    health: &Arc<StreamHealth>,
    build: Build<'_, CaptureCallback>,
) -> Option<Result<Opened, SoundFault>> {
    let Some(path) = pulseaudio::socket_path_from_env() else {
        tracing::info!("no socket of PulseAudio");
        return None;
    };
    open_at(&path, OPEN_LIMIT, device, health, build)
}

/// The microphones of the server, and the id of its default; `None` where no server is there to be
/// asked.
pub fn inputs() -> Option<(Vec<Device>, Option<String>)> {
    let until = Instant::now() + OPEN_LIMIT;
    let connection = Connection::to(&pulseaudio::socket_path_from_env()?, OPEN_LIMIT).ok()?;
    let sources = answer(until, connection.client.list_sources()).ok()?;
    let server = answer(until, connection.client.server_info()).ok()?;
    Some(offered(&sources, server.default_source_name.as_deref()))
}

fn open_at(
    socket: &Path,
    limit: Duration,
    device: Option<&str>,
    health: &Arc<StreamHealth>,
    build: Build<'_, CaptureCallback>,
) -> Option<Result<Opened, SoundFault>> {
    let until = Instant::now() + limit;
    match Connection::to(socket, limit) {
        Ok(connection) => {
            let opened = open_through(connection, until, device, health, build);
            Some(opened.map_err(|error| fault(&error)))
        }
        // A server that is there and says nothing: another way to it would hang as well.
        Err(error) if is_silence(&error) => Some(Err(SoundFault::SoundServerGone)),
        Err(error) => {
            tracing::warn!(%error, "PulseAudio does not answer; ALSA is used instead");
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

    let (spec, is_16_bit) = wished(source.sample_spec);
    let format = StreamFormat {
        sample_rate_hz: spec.sample_rate,
        channels: u16::from(spec.channels),
    };
    let (give_back, returned) = sync_channel(1);
    let wish = Wish {
        source: source.name.clone(),
        spec,
        channel_map: source.channel_map,
        is_16_bit,
        health: Arc::clone(health),
        give_back,
    };
    let callback = build(format);
    let recording = Recording::begin(connection, until, &wish, source.index, callback)?;
    Ok(Opened {
        format,
        stream: Box::new(PulseStream {
            recording: RefCell::new(recording),
            wish,
            given_back: returned,
        }),
        device: described,
    })
}

/// REALTIME. What the crate's thread calls with the bytes of each fragment.
struct Intake {
    // `None` once it was given back.
    callback: Option<CaptureCallback>,
    is_16_bit: bool,
    health: Arc<StreamHealth>,
    link: Link,
    give_back: SyncSender<CaptureCallback>,
}

impl RecordSink for Intake {
    fn write(&mut self, data: &[u8]) {
        let Some(callback) = &mut self.callback else {
            return;
        };
        if self.is_16_bit {
            callback.on_input(data.as_chunks::<2>().0);
        } else {
            callback.on_input(data.as_chunks::<4>().0);
        }
    }
}

impl Drop for Intake {
    /// The connection is gone; or we closed the stream, and nobody looks any more; or the crate's
    /// thread gave up although the server is still there, as it does when the process was stopped and
    /// goes on (`EINTR`). Then there is something to go on with.
    fn drop(&mut self) {
        let callback = self.callback.take().filter(|_| self.link.is_held());
        if callback.is_none_or(|callback| self.give_back.try_send(callback).is_err()) {
            self.health.died(StreamDeath::ServerGone);
        }
    }
}

/// What is recorded, and where it goes.
struct Wish {
    source: CString,
    spec: SampleSpec,
    channel_map: ChannelMap,
    is_16_bit: bool,
    health: Arc<StreamHealth>,
    give_back: SyncSender<CaptureCallback>,
}

/// A stream and its connection, dropped in this order.
struct Recording {
    stream: RecordStream,
    connection: Connection,
}

impl Recording {
    fn begin(
        connection: Connection,
        until: Instant,
        wish: &Wish,
        source_index: u32,
        callback: CaptureCallback,
    ) -> Result<Self, ClientError> {
        let intake = Intake {
            callback: Some(callback),
            is_16_bit: wish.is_16_bit,
            health: Arc::clone(&wish.health),
            link: connection.link()?,
            give_back: wish.give_back.clone(),
        };
        let mut props = Props::new();
        props.set(Prop::MediaName, NAME);
        let asked = RecordStreamParams {
            sample_spec: wish.spec,
            channel_map: wish.channel_map,
            source_index: Some(source_index),
            buffer_attr: BufferAttr {
                max_length: LONGEST_QUEUE,
                fragment_size: fragment_bytes(wish.spec),
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
        let stream = answer(until, connection.client.create_record_stream(asked, intake))?;
        let (source, spec, buffer) = (&wish.source, &wish.spec, stream.buffer_attr());
        tracing::info!(?source, ?spec, ?buffer, "opened");
        Ok(Self { stream, connection })
    }

    fn play(&self) -> Result<(), ClientError> {
        match answer(Instant::now() + OPEN_LIMIT, self.stream.uncork()) {
            // A slow device; the take's watch says so when nothing arrives.
            Err(error) if is_silence(&error) => Ok(()),
            started => started,
        }
    }
}

struct PulseStream {
    recording: RefCell<Recording>,
    wish: Wish,
    given_back: Receiver<CaptureCallback>,
}

impl PulseStream {
    /// Goes on from the same microphone over a new connection.
    fn go_on(&self, callback: CaptureCallback) -> Result<(), ClientError> {
        let until = Instant::now() + OPEN_LIMIT;
        let connection = self.recording.borrow().connection.again(OPEN_LIMIT)?;
        let name = self.wish.source.clone();
        let index = answer(until, connection.client.lookup_source_by_name(name))?;
        let recording = Recording::begin(connection, until, &self.wish, index, callback)?;
        // Before its first samples, which tell how much is missing.
        self.wish.health.renewed();
        recording.play()?;
        self.recording.replace(recording);
        Ok(())
    }
}

impl StreamHandle for PulseStream {
    fn play(&self) -> Result<(), SoundFault> {
        self.recording
            .borrow()
            .play()
            .map_err(|error| fault(&error))
    }

    fn device_present(&self) -> bool {
        if let Ok(callback) = self.given_back.try_recv() {
            let gone_on = self.go_on(callback);
            tracing::warn!(?gone_on, "the connection to the sound server broke off");
            if gone_on.is_err() {
                // The server may be well, and the microphone unplugged meanwhile.
                let death = if is_missing(&gone_on) {
                    StreamDeath::DeviceLost
                } else {
                    StreamDeath::ServerGone
                };
                self.wish.health.died(death);
            }
        }
        let recording = self.recording.borrow();
        let client = &recording.connection.client;
        let until = Instant::now() + ASK_LIMIT;
        // The first asks for the stream, which the server ends when its microphone goes. The second
        // is for servers that move it to another one all the same.
        !is_missing(&answer(until, recording.stream.timing_info()))
            && !is_missing(&answer(
                until,
                client.lookup_source_by_name(self.wish.source.clone()),
            ))
    }
}

#[cfg(test)]
mod tests;
