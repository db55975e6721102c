//! Recording from `PulseAudio`, and from `PipeWire`, which speaks its language; the only folder that
//! names the crate `pulseaudio`. cpal lets the server queue a single buffer of a recording, and what
//! does not fit is dropped there without a word; here the queue is as long as the server allows.
//! Not here: playing and listing (`cpal_backend`), what happens to samples (`capture`).
//!
//! The crate's own thread calls us with what arrived. It does not tell that the server ended the
//! stream, only that the connection is gone, and that by dropping what it calls; so the rest is
//! asked for (`device_present`).

use std::ffi::CString;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{Prop, Props, PulseError, RecordStreamParams};
use pulseaudio::{ClientError, RecordSink, RecordStream};

use crate::audio::backend::{Build, Opened, StreamDeath, StreamFormat, StreamHandle, StreamHealth};
use crate::audio::capture::CaptureCallback;
use crate::model::fault::SoundFault;

mod choice;
mod connection;

use choice::{choose, describe, fragment_bytes, wished};
use connection::{Connection, NAME, answer, fault, is_missing, is_silence};

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

    let (spec, is_16_bit) = wished(source.sample_spec);
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
    let asked = RecordStreamParams {
        sample_spec: spec,
        channel_map: source.channel_map,
        source_index: Some(source.index),
        buffer_attr: BufferAttr {
            max_length: LONGEST_QUEUE,
            fragment_size: fragment_bytes(spec),
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
    let stream = answer(until, client.create_record_stream(asked, intake))?;
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

#[cfg(test)]
mod tests;
