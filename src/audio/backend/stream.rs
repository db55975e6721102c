//! One thread per stream, from its opening to its closing, because every step of that may block for
//! seconds or for ever: `PulseAudio` lets `play` wait for the first samples, ALSA over a dead server
//! never comes back from closing. Whoever uses a stream waits for news as long as it likes, and
//! leaves. Not here: what flows through the stream (`capture`, `playback`).

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use rtrb::{Consumer, Producer};

use crate::audio::backend::{Backend, Opened, StreamDeath, StreamFormat, StreamHealth};
use crate::audio::capture::{CaptureCallback, CaptureFacts, RING_SECS, Slot};
use crate::audio::playback::PlaybackCallback;
use crate::audio::playback::playback_facts::{PlaybackFacts, PlaybackSlot};
use crate::audio::worker::Worker;
use crate::model::fault::SoundFault;
use crate::model::sound::Device;

/// How often it is checked that the device is still there.
const CHECK_DEVICE_EVERY: Duration = Duration::from_secs(1);

/// What a stream's thread says.
#[derive(Debug)]
pub enum News<End> {
    /// The device is open; samples flow soon.
    Opened {
        device: Device,
        /// What it delivers or takes.
        format: StreamFormat,
        /// Our end of the ring.
        end: End,
    },
    /// It could not be opened, or not be started. Nothing follows.
    Failed(SoundFault),
}

/// A stream on its own thread. Dropping it closes the stream, without waiting for that.
#[derive(Debug)]
pub struct Stream<End> {
    /// What its thread says: at most two messages.
    pub news: Receiver<News<End>>,
    /// What its error callback says.
    pub health: Arc<StreamHealth>,
    // Dropping this asks the thread to close the stream.
    close: SyncSender<()>,
}

impl<End> Stream<End> {
    /// Closes the stream and waits for that, no longer than `limit`; whether it is closed.
    pub fn close_within(self, limit: Duration) -> bool {
        drop(self.close);
        let start = Instant::now();
        loop {
            let rest = limit.saturating_sub(start.elapsed());
            match self.news.recv_timeout(rest) {
                // What it has still to say is of no interest any more.
                Ok(_) => {}
                Err(error) => return error == RecvTimeoutError::Disconnected,
            }
        }
    }
}

pub fn open_microphone(
    backend: Arc<dyn Backend>,
    device: Option<String>,
    facts: Arc<CaptureFacts>,
) -> io::Result<Stream<Consumer<Slot>>> {
    keep("retake-mic", move |health| {
        let mut end = None;
        let opened = backend.open_input(device.as_deref(), health, &mut |format| {
            let frames = format.sample_rate_hz.saturating_mul(RING_SECS) as usize;
            let facts = Arc::clone(&facts);
            let (callback, ring) = CaptureCallback::new(format.channels, frames, facts);
            end = Some(ring);
            callback
        })?;
        Ok((opened, end))
    })
}

/// Opens a speaker, with a ring of `ring` for it to play from.
pub fn open_speaker(
    backend: Arc<dyn Backend>,
    device: Option<String>,
    facts: Arc<PlaybackFacts>,
    ring: Duration,
) -> io::Result<Stream<Producer<PlaybackSlot>>> {
    keep("retake-speaker", move |health| {
        let mut end = None;
        let opened = backend.open_output(device.as_deref(), health, &mut |format| {
            let frames = ring.as_secs_f64() * f64::from(format.sample_rate_hz);
            let facts = Arc::clone(&facts);
            let (callback, ring) = PlaybackCallback::new(format, frames as usize, facts);
            end = Some(ring);
            callback
        })?;
        Ok((opened, end))
    })
}

fn keep<End: Send + 'static>(
    name: &str,
    open: impl FnOnce(&Arc<StreamHealth>) -> Result<(Opened, Option<End>), SoundFault> + Send + 'static,
) -> io::Result<Stream<End>> {
    let (tell, news) = sync_channel(2);
    let (close, closed) = sync_channel(0);
    let health = Arc::new(StreamHealth::default());
    let own_health = Arc::clone(&health);
    Worker::start(name, move || live(open, &own_health, &tell, &closed))?;
    Ok(Stream {
        news,
        health,
        close,
    })
}

/// The life of a stream.
fn live<End>(
    open: impl FnOnce(&Arc<StreamHealth>) -> Result<(Opened, Option<End>), SoundFault>,
    health: &Arc<StreamHealth>,
    tell: &SyncSender<News<End>>,
    closed: &Receiver<()>,
) {
    let no_end = || SoundFault::Other {
        detail: "the sound system made no stream".to_owned(),
    };
    let opened = open(health).and_then(|(opened, end)| Ok((opened, end.ok_or_else(no_end)?)));
    let (opened, end) = match opened {
        Ok(both) => both,
        Err(fault) => {
            tell.send(News::Failed(fault)).ok();
            return;
        }
    };
    let news = News::Opened {
        device: opened.device,
        format: opened.format,
        end,
    };
    // Nobody listens any more when the opening took too long.
    if tell.send(news).is_err() {
        return;
    }
    if let Err(fault) = opened.stream.play() {
        tell.send(News::Failed(fault)).ok();
        return;
    }
    while closed.recv_timeout(CHECK_DEVICE_EVERY) == Err(RecvTimeoutError::Timeout) {
        if !opened.stream.device_present() {
            health.died(StreamDeath::DeviceLost);
        }
    }
}
