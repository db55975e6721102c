//! A take on its thread: started, gone on with, looked after, ended. Not here: what it does there
//! (`take`), which orders there are (`engine`).

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use crate::audio::capture::take::{Next, TakeRunner, World};
use crate::audio::capture::take_end::empty_end;
use crate::audio::clock::Stopwatch;
use crate::audio::messages::EventSink;
use crate::audio::worker::{Joined, Worker};
use crate::model::audio::AudioEvent;
use crate::model::fault::SoundFault;
use crate::model::take::TakeEnd;

/// How often a take looks around.
const TICK: Duration = Duration::from_millis(15);
/// A writer that has done nothing for this long is stuck, in a disk.
const STUCK_AFTER: Duration = Duration::from_millis(1_200);
/// How long the end of a take is waited for: a disk may take its time to sync.
pub const FINISH_LIMIT: Duration = Duration::from_secs(8);

/// A take that runs, or waits for another microphone.
pub struct RunningTake {
    sink: EventSink,
    // Each is a device to go on from. Dropping it stops the take.
    resume: SyncSender<Option<String>>,
    finished: Arc<AtomicBool>,
    // Counts the steps of the writer.
    beats: Arc<AtomicU64>,
    seen_beats: u64,
    beat_at: Instant,
    told_stuck: bool,
    worker: Worker,
}

impl RunningTake {
    /// Starts a take into this file. `None` when the system has no thread for it; its end was
    /// reported then.
    pub fn start(wav: PathBuf, device: Option<String>, world: &World) -> Option<Self> {
        Self::on_thread(wav, device, world)
            .inspect_err(|error| broken_off(&world.sink, &error.to_string()))
            .ok()
    }

    fn on_thread(wav: PathBuf, device: Option<String>, world: &World) -> io::Result<Self> {
        let runner = TakeRunner::new(wav, device, world.clone());
        let sink = Arc::clone(&world.sink);
        let (resume, devices) = sync_channel(1);
        let finished = Arc::new(AtomicBool::new(false));
        let tell_finished = Arc::clone(&finished);
        let beats = Arc::new(AtomicU64::new(0));
        let beat = Arc::clone(&beats);
        let worker = Worker::start("retake-writer", move || {
            let end = run(runner, &devices, &beat);
            tell_finished.store(true, Ordering::Release);
            sink(AudioEvent::CaptureFinished(end));
        })?;
        Ok(Self {
            sink: Arc::clone(&world.sink),
            resume,
            finished,
            beats,
            seen_beats: 0,
            beat_at: Instant::now(),
            told_stuck: false,
            worker,
        })
    }

    /// Goes on from a device, if the take stands still.
    pub fn resume(&self, device: Option<String>) {
        // Full: another wish to go on is on its way, and one is enough.
        self.resume.try_send(device).ok();
    }

    /// Looks whether it has ended by itself, and says so when it is stuck: a writer that is stuck
    /// cannot say it itself.
    pub fn is_over(&mut self) -> bool {
        if self.worker.is_done() {
            return true;
        }
        let beats = self.beats.load(Ordering::Relaxed);
        if beats != self.seen_beats {
            self.seen_beats = beats;
            self.beat_at = Instant::now();
            self.told_stuck = false;
        } else if !self.told_stuck && self.beat_at.elapsed() >= STUCK_AFTER {
            self.told_stuck = true;
            (self.sink)(AudioEvent::CaptureTrouble(SoundFault::DiskSlow));
        }
        false
    }

    /// Ends it, and waits until its file is closed.
    pub fn end(self) {
        drop(self.resume);
        match self.worker.join_within(FINISH_LIMIT) {
            Joined::Done => {}
            Joined::StillRunning => tracing::warn!("the disk takes very long to finish a take"),
            Joined::Panicked => {
                if !self.finished.load(Ordering::Acquire) {
                    broken_off(&self.sink, "the writer broke off");
                }
            }
        }
    }
}

/// Reports the end of a take of which nothing more will be heard.
fn broken_off(sink: &EventSink, detail: &str) {
    let detail = detail.to_owned();
    let fault = SoundFault::Other { detail };
    sink(AudioEvent::CaptureFinished(empty_end(Some(fault))));
}

fn run(mut runner: TakeRunner, devices: &Receiver<Option<String>>, beats: &AtomicU64) -> TakeEnd {
    let clock = Stopwatch::start();
    loop {
        let stop = match devices.recv_timeout(TICK) {
            Ok(device) => {
                runner.resume(device, clock.now());
                false
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => true,
        };
        if let Next::Finished(end) = runner.step(clock.now(), stop) {
            return end;
        }
        beats.fetch_add(1, Ordering::Relaxed);
    }
}
