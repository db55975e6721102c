//! A server on a socket of its own, as much of one as a recording needs: what it is asked for, what
//! becomes of its samples, of its silence and of its end. Not here: a real server (`benches`).

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::{BufReader, Write as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;
use std::time::SystemTime;

use pulseaudio::protocol::{
    AuthReply, Command, CreateRecordStreamReply, Descriptor, DescriptorFlags, LookupReply,
    MAX_VERSION, RecordLatency, SampleFormat, SampleSpec, ServerInfo, SetClientNameReply,
    SourceInfo, read_command_message, write_ack_message, write_command_message, write_descriptor,
    write_reply_message,
};
use rtrb::Consumer;
use tempfile::TempDir;

use super::*;
use crate::audio::capture::{CaptureFacts, CaptureItem, Slot};

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(30);
const CHANNEL: u32 = 3;

/// A server with one microphone, mono.
struct Server {
    format: SampleFormat,
    /// What is sent once the stream runs, in fragments.
    fragments: Vec<Vec<u8>>,
    /// Whether the microphone is there after that.
    stays: bool,
    /// Whether the server is there after that.
    lives: bool,
}

impl Server {
    /// Starts it. Says what a recording was asked for when its client has left, or it itself.
    fn start(self, folder: &TempDir) -> (PathBuf, Receiver<RecordStreamParams>) {
        self.start_for(folder, 1)
    }

    /// Takes so many connections.
    fn start_for(
        self,
        folder: &TempDir,
        connections: usize,
    ) -> (PathBuf, Receiver<RecordStreamParams>) {
        let path = folder.path().join("native");
        let listener = UnixListener::bind(&path).unwrap();
        let (tell, asked) = sync_channel(connections);
        let server = Arc::new(self);
        let accept = move || {
            for _ in 0..connections {
                let (out, _) = listener.accept().unwrap();
                let (server, tell) = (Arc::clone(&server), tell.clone());
                let serve = move || tell.send(server.serve(out)).unwrap();
                thread::Builder::new()
                    .name("connection".into())
                    .spawn(serve)
                    .unwrap();
            }
        };
        thread::Builder::new()
            .name("server".into())
            .spawn(accept)
            .unwrap();
        (path, asked)
    }

    fn serve(&self, mut out: UnixStream) -> RecordStreamParams {
        let mut read = BufReader::new(out.try_clone().unwrap());
        let out = &mut out;
        let version = MAX_VERSION;
        let mut asked = RecordStreamParams::default();
        while let Ok((seq, command)) = read_command_message(&mut read, version) {
            let answered = match command {
                Command::Auth(_) => {
                    let reply = AuthReply {
                        version,
                        ..AuthReply::default()
                    };
                    write_reply_message(out, seq, &reply, version)
                }
                Command::SetClientName(_) => {
                    let reply = SetClientNameReply { client_id: 1 };
                    write_reply_message(out, seq, &reply, version)
                }
                Command::GetSourceInfoList => {
                    write_reply_message(out, seq, &vec![self.source()], version)
                }
                Command::GetServerInfo => {
                    write_reply_message(out, seq, &ServerInfo::default(), version)
                }
                Command::CreateRecordStream(params) => {
                    asked = params;
                    let reply = CreateRecordStreamReply {
                        channel: CHANNEL,
                        ..CreateRecordStreamReply::default()
                    };
                    write_reply_message(out, seq, &reply, version)
                }
                Command::CorkRecordStream(_) => {
                    let sent = write_ack_message(out, seq);
                    for fragment in &self.fragments {
                        let head = Descriptor {
                            length: fragment.len() as u32,
                            channel: CHANNEL,
                            offset: 0,
                            flags: DescriptorFlags::empty(),
                        };
                        write_descriptor(out, &head).unwrap();
                        out.write_all(fragment).unwrap();
                    }
                    if !self.lives {
                        return asked;
                    }
                    sent
                }
                Command::GetRecordLatency(_) if self.stays => {
                    let reply = RecordLatency {
                        sink_usec: 0,
                        source_usec: 0,
                        playing: true,
                        local_time: SystemTime::UNIX_EPOCH,
                        remote_time: SystemTime::UNIX_EPOCH,
                        write_offset: 0,
                        read_offset: 0,
                    };
                    write_reply_message(out, seq, &reply, version)
                }
                Command::LookupSource(_) if self.stays => {
                    write_reply_message(out, seq, &LookupReply(7), version)
                }
                _ => {
                    let gone = Command::Error(PulseError::NoEntity);
                    write_command_message(out, seq, &gone, version)
                }
            };
            // It may have left without waiting for its answer.
            if answered.is_err() {
                break;
            }
        }
        asked
    }

    fn source(&self) -> SourceInfo {
        SourceInfo {
            index: 7,
            name: c"mic".to_owned(),
            sample_spec: SampleSpec {
                format: self.format,
                channels: 1,
                sample_rate: 16_000,
            },
            ..SourceInfo::default()
        }
    }
}

struct Opening {
    health: Arc<StreamHealth>,
    ring: Option<Consumer<Slot>>,
    opened: Option<Result<Opened, SoundFault>>,
}

fn open(socket: &Path, limit: Duration) -> Opening {
    let health = Arc::new(StreamHealth::default());
    let mut ring = None;
    let opened = open_at(socket, limit, None, &health, &mut |format| {
        let facts = Arc::new(CaptureFacts::default());
        let (callback, end) = CaptureCallback::new(format.channels, 1_000, facts);
        ring = Some(end);
        callback
    });
    Opening {
        health,
        ring,
        opened,
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn samples(ring: &mut Consumer<Slot>) -> Vec<CaptureItem> {
    std::iter::from_fn(|| ring.pop().ok())
        .map(Slot::meaning)
        .collect()
}

fn until_death(health: &StreamHealth) -> StreamDeath {
    let start = Instant::now();
    loop {
        if let Some(death) = health.death() {
            return death;
        }
        assert!(start.elapsed() < PATIENCE, "the end was not noticed");
        thread::yield_now();
    }
}

/// What arrives of these fragments before the server leaves, and what was asked of it.
fn delivered(
    format: SampleFormat,
    fragments: Vec<Vec<u8>>,
) -> (Vec<CaptureItem>, RecordStreamParams) {
    let folder = folder();
    let server = Server {
        format,
        fragments,
        stays: true,
        lives: false,
    };
    let (path, asked) = server.start(&folder);
    let opening = open(&path, PATIENCE);
    let opened = opening.opened.unwrap().unwrap_or_else(|f| panic!("{f:?}"));
    assert_eq!(opened.device.id, "pulseaudio:mic");
    assert_eq!(
        (opened.format.sample_rate_hz, opened.format.channels),
        (16_000, 1)
    );
    // The server may be gone before the answer is read.
    opened.stream.play().ok();
    assert_eq!(until_death(&opening.health), StreamDeath::ServerGone);
    let got = samples(&mut opening.ring.unwrap());
    (got, asked.recv_timeout(PATIENCE).unwrap())
}

#[test]
fn sixteen_bits_arrive_as_they_were_sent_however_they_are_cut() {
    let sent: Vec<i16> = vec![0, 1, -1, i16::MAX, i16::MIN, 12_345];
    let bytes = |part: &[i16]| {
        part.iter()
            .flat_map(|s| s.to_ne_bytes())
            .collect::<Vec<u8>>()
    };
    let fragments = vec![bytes(&sent[..1]), Vec::new(), bytes(&sent[1..])];
    let (got, asked) = delivered(SampleFormat::S16Le, fragments);
    let sent: Vec<CaptureItem> = sent.into_iter().map(CaptureItem::Sample).collect();
    assert_eq!(got, sent);
    assert_eq!(asked.sample_spec.format.bytes_per_sample(), 2);
}

#[test]
fn anything_wider_is_asked_for_as_floats() {
    let bytes: Vec<u8> = [0.5_f32, f32::NAN, -2.0]
        .iter()
        .flat_map(|sample| sample.to_ne_bytes())
        .collect();
    let (got, asked) = delivered(SampleFormat::S32Le, vec![bytes]);
    assert_eq!(asked.sample_spec.format.bytes_per_sample(), 4);
    let full = CaptureItem::Sample(i16::MIN);
    assert_eq!(
        got,
        [CaptureItem::Sample(16_384), CaptureItem::Sample(0), full]
    );
}

#[test]
fn the_queue_is_as_long_as_the_server_allows_and_nobody_moves_the_stream() {
    let (_, asked) = delivered(SampleFormat::S16Le, Vec::new());
    assert_eq!(asked.buffer_attr.max_length, u32::MAX);
    assert_eq!(asked.buffer_attr.fragment_size, 1_600, "50 ms");
    assert!(asked.flags.no_move && asked.flags.adjust_latency && asked.flags.start_corked);
    assert_eq!(asked.source_index, Some(7));
}

#[test]
fn the_microphone_is_missed_and_closing_ends_the_connection() {
    for stays in [true, false] {
        let folder = folder();
        let server = Server {
            format: SampleFormat::S16Le,
            fragments: Vec::new(),
            stays,
            lives: true,
        };
        let (path, asked) = server.start(&folder);
        let opening = open(&path, PATIENCE);
        let opened = opening.opened.unwrap().unwrap_or_else(|f| panic!("{f:?}"));
        assert_eq!(opened.stream.play(), Ok(()));
        assert_eq!(opened.stream.device_present(), stays);
        assert_eq!(opening.health.death(), None);
        drop(opened.stream);
        // Or else a thread and a client of the server would be left over from each take.
        assert!(
            asked.recv_timeout(PATIENCE).is_ok(),
            "the server still has its client"
        );
    }
}

#[test]
fn a_server_that_says_nothing_is_gone() {
    let folder = folder();
    let path = folder.path().join("native");
    // It takes connections, and never looks at them.
    let _listener = UnixListener::bind(&path).unwrap();
    let opening = open(&path, Duration::from_millis(20));
    assert!(matches!(
        opening.opened,
        Some(Err(SoundFault::SoundServerGone))
    ));
    assert!(opening.ring.is_none());
}

#[test]
fn where_no_server_is_another_way_is_left() {
    let folder = folder();
    let path = folder.path().join("native");
    assert!(open(&path, PATIENCE).opened.is_none(), "no socket");
    drop(UnixListener::bind(&path).unwrap());
    assert!(
        open(&path, PATIENCE).opened.is_none(),
        "nobody at the socket"
    );
    let no_socket = open(folder.path(), PATIENCE);
    assert!(no_socket.opened.is_none(), "no socket at all");
}

/// Stops this process and lets it go on, as a debugger, a terminal or a system that saves power does.
fn freeze() {
    let this = std::process::id();
    let script = format!("kill -STOP {this}; sleep 0.2; kill -CONT {this}");
    let status = std::process::Command::new("sh")
        .args(["-c", &script])
        .status();
    assert!(status.unwrap().success());
}

#[test]
fn a_process_that_was_frozen_goes_on_recording() {
    let folder = folder();
    let bytes: Vec<u8> = [1_i16, 2, 3]
        .iter()
        .flat_map(|sample| sample.to_ne_bytes())
        .collect();
    let server = Server {
        format: SampleFormat::S16Le,
        fragments: vec![bytes],
        stays: true,
        lives: true,
    };
    let (path, _asked) = server.start_for(&folder, 8);
    let mut opening = open(&path, PATIENCE);
    let opened = opening
        .opened
        .take()
        .unwrap()
        .unwrap_or_else(|f| panic!("{f:?}"));
    assert_eq!(opened.stream.play(), Ok(()));
    let ring = opening.ring.as_mut().unwrap();
    let mut got = Vec::new();
    let start = Instant::now();
    // Whether the crate's thread waits at the moment when it is stopped is a matter of luck.
    while got.len() < 6 {
        assert!(start.elapsed() < PATIENCE, "{got:?}");
        freeze();
        assert!(opened.stream.device_present());
        got.extend(samples(ring));
    }
    assert_eq!(got[..3], got[3..6]);
    assert_eq!(opening.health.death(), None);
    assert!(opening.health.renewals() > 0, "the take's watch is told");
}

#[test]
fn a_microphone_that_is_unplugged_while_the_process_is_frozen_is_no_dead_server() {
    let folder = folder();
    let server = Server {
        format: SampleFormat::S16Le,
        fragments: Vec::new(),
        stays: false,
        lives: true,
    };
    let (path, _asked) = server.start_for(&folder, 2);
    let opening = open(&path, PATIENCE);
    let opened = opening.opened.unwrap().unwrap_or_else(|f| panic!("{f:?}"));
    assert_eq!(opened.stream.play(), Ok(()));
    let start = Instant::now();
    while opening.health.death().is_none() {
        assert!(start.elapsed() < PATIENCE, "the end was not noticed");
        freeze();
        opened.stream.device_present();
    }
    assert_eq!(opening.health.death(), Some(StreamDeath::DeviceLost));
}
