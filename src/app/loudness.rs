//! The `retake-loudness` thread: how loud stretches of takes are. Apart from the others, so that what
//! is about to be heard waits for no hour of sound.

use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::analysis::loudness::LoudnessMeter;
use crate::app::disk;
use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::app::work_queue::WorkQueue;
use crate::audio::sample::from_i16;
use crate::audio::wav::{WavError, WavReader};
use crate::audio::worker::Worker;
use crate::flow::Event;
use crate::library::open::Library;
use crate::model::attempt::Attempt;
use crate::model::speech::Span;

const QUEUE: usize = 64;
/// Frames that are read at once.
const PIECE: u64 = 1 << 14;

type Order = (Arc<Attempt>, Span);

/// The window's end of the thread.
pub struct Loudness {
    queue: WorkQueue<Order>,
    worker: Option<Worker>,
}

impl Loudness {
    /// Starts the thread.
    pub fn start(shared: SharedLibrary, events: Sender) -> std::io::Result<Self> {
        let (queue, orders) = WorkQueue::new(QUEUE);
        let worker = Worker::start("retake-loudness", move || work(&orders, &shared, &events))?;
        Ok(Self {
            queue,
            worker: Some(worker),
        })
    }

    /// Asks how loud a stretch of an attempt's take is.
    pub fn ask(&mut self, attempt: Arc<Attempt>, span: Span) {
        self.queue.push((attempt, span));
    }

    /// Hands over what waits.
    pub fn pump(&mut self) {
        self.queue.pump();
    }

    /// Ends the thread.
    pub fn finish(&mut self, patience: Duration) {
        self.queue.abandon();
        disk::end(self.worker.take(), patience);
    }
}

fn work(orders: &Receiver<Order>, shared: &SharedLibrary, events: &Sender) {
    while let Ok((attempt, span)) = orders.recv() {
        let Some(library) = shared.library() else {
            continue;
        };
        let lufs = measure(&library, &attempt, span)
            .inspect_err(|error| tracing::warn!(%error, "loudness is not known"));
        events.send(Event::LoudnessMeasured {
            id: attempt.id.clone(),
            span,
            lufs: lufs.ok(),
        });
    }
}

fn measure(library: &Library, attempt: &Attempt, span: Span) -> Result<f32, WavError> {
    let path = library.wav_path(attempt);
    let mut reader = WavReader::open(&path, Some(attempt.take.frames))?;
    let mut meter = LoudnessMeter::new(reader.sample_rate_hz());
    reader.seek(span.start_frame)?;
    let mut left = span.frames();
    let mut samples = Vec::new();
    let mut floats = Vec::new();
    while left > 0 {
        samples.clear();
        let read = reader.read(&mut samples, left.min(PIECE) as usize)?;
        if read == 0 {
            break;
        }
        floats.clear();
        floats.extend(samples.iter().map(|sample| from_i16(*sample)));
        meter.push(&floats);
        left = left.saturating_sub(read as u64);
    }
    Ok(meter.lufs())
}
