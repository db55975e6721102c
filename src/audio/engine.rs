//! The audio room's door: orders in, reports out. The `retake-audio` thread only hands orders to the
//! threads that carry them out, so that it is never the one that is stuck in a sound system.
//! Not here: what a take does (`take`), what a player does (`player`).

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use crate::audio::axis::SharedAxis;
use crate::audio::backend::Backend;
use crate::audio::clock::TakeClock;
use crate::audio::cue;
use crate::audio::messages::{EngineError, Order, Report, ReportSink};
use crate::audio::playback_facts::PlaybackFacts;
use crate::audio::player::{self, Player, RING, Wish};
use crate::audio::stream::open_speaker;
use crate::audio::take::{self, TakeRunner, World};
use crate::audio::take_end::empty_end;
use crate::audio::take_file::{Disks, RealDisks};
use crate::audio::watch::Limits;
use crate::audio::wav::WavReader;
use crate::audio::worker::{Joined, Worker};
use crate::model::fault::SoundFault;
use crate::model::sound::Devices;
use crate::model::take::TakeEnd;

/// Orders that may wait.
const QUEUE: usize = 64;
/// How often running work looks around.
const TICK: Duration = Duration::from_millis(15);
/// How often it is checked that a running take is not stuck.
const CHECK_TAKE_EVERY: Duration = Duration::from_millis(250);
/// A writer that has done nothing for this long is stuck, in a disk.
const STUCK_AFTER: Duration = Duration::from_millis(1_200);
/// How long the end of a take is waited for: a disk may take its time to sync.
const FINISH_LIMIT: Duration = Duration::from_secs(8);
/// How long the end of a player is waited for.
const PLAYER_LIMIT: Duration = Duration::from_millis(300);

/// The running audio room. Dropping it finishes a take that runs and ends all threads that can be
/// ended; it waits no longer than ten seconds, and only for a disk.
pub struct Engine {
    orders: Option<SyncSender<Order>>,
    worker: Option<Worker>,
    axis: SharedAxis,
}

impl Engine {
    /// Starts the engine over a sound system.
    pub fn start(backend: Box<dyn Backend>, sink: ReportSink) -> Result<Self, EngineError> {
        Self::start_with(backend, sink, Limits::default())
    }

    /// Starts the engine with other limits for the watch over takes.
    pub fn start_with(
        backend: Box<dyn Backend>,
        sink: ReportSink,
        limits: Limits,
    ) -> Result<Self, EngineError> {
        Self::start_on(backend, sink, limits, Arc::new(RealDisks))
    }

    /// Starts the engine over other disks, too.
    pub fn start_on(
        backend: Box<dyn Backend>,
        sink: ReportSink,
        limits: Limits,
        disks: Arc<dyn Disks>,
    ) -> Result<Self, EngineError> {
        let (orders, queue) = sync_channel(QUEUE);
        let axis = SharedAxis::default();
        let backend: Arc<dyn Backend> = Arc::from(backend);
        let mut desk = Desk {
            world: World {
                backend: Arc::clone(&backend),
                disks,
                sink: Arc::clone(&sink),
                limits,
                axis: axis.clone(),
            },
            backend,
            sink,
            take: None,
            player: None,
            listing: None,
            cue: None,
        };
        let worker = Worker::start("retake-audio", move || desk.work(&queue))?;
        Ok(Self {
            orders: Some(orders),
            worker: Some(worker),
            axis,
        })
    }

    /// Hands over an order. Never blocks.
    pub fn order(&self, order: Order) -> Result<(), EngineError> {
        let orders = self.orders.as_ref().ok_or(EngineError::Ended)?;
        orders.try_send(order).map_err(|error| match error {
            TrySendError::Full(_) => EngineError::Busy,
            TrySendError::Disconnected(_) => EngineError::Ended,
        })
    }

    /// Frames of the newest take that were delivered so far; 0 before the first.
    pub fn captured_frames(&self) -> u64 {
        self.axis.captured_frames()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Some(worker) = self.worker.take()
            && worker.join_within(FINISH_LIMIT + Duration::from_secs(2)) != Joined::Done
        {
            tracing::warn!("the audio engine did not end in time");
        }
    }
}

struct Desk {
    world: World,
    backend: Arc<dyn Backend>,
    sink: ReportSink,
    take: Option<RunningTake>,
    player: Option<RunningPlayer>,
    listing: Option<Worker>,
    cue: Option<Worker>,
}

struct RunningTake {
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

struct RunningPlayer {
    wav: PathBuf,
    device: Option<String>,
    // Dropping it ends the player.
    wishes: SyncSender<Wish>,
    worker: Worker,
}

impl Desk {
    fn work(&mut self, queue: &Receiver<Order>) {
        loop {
            // Only a take needs to be looked after.
            let order = match &self.take {
                Some(_) => queue.recv_timeout(CHECK_TAKE_EVERY),
                None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(order) => self.carry_out(order),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.look_after_take();
        }
        self.end_player();
        self.end_take();
    }

    /// A writer that is stuck cannot say so itself.
    fn look_after_take(&mut self) {
        let Some(take) = &mut self.take else { return };
        if take.worker.is_done() {
            self.end_take();
            return;
        }
        let beats = take.beats.load(Ordering::Relaxed);
        if beats != take.seen_beats {
            take.seen_beats = beats;
            take.beat_at = Instant::now();
            take.told_stuck = false;
        } else if !take.told_stuck && take.beat_at.elapsed() >= STUCK_AFTER {
            take.told_stuck = true;
            (self.sink)(Report::CaptureTrouble(SoundFault::DiskSlow));
        }
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::ListDevices => self.list_devices(),
            Order::StartCapture { wav, device } => self.start_take(wav, device),
            Order::ResumeCapture { device } => self.resume_take(device),
            Order::StopCapture => self.end_take(),
            Order::Play {
                wav,
                from_frame,
                volume,
                device,
            } => self.play(wav, device, Wish::Play(from_frame, volume)),
            Order::PausePlayback => {
                self.wish(Wish::Pause);
            }
            Order::SeekPlayback(frame) => {
                // Nothing plays and no speaker is open: the place is simply the new one.
                if !self.wish(Wish::Seek(frame)) {
                    (self.sink)(Report::PlaybackAt {
                        frame,
                        playing: false,
                    });
                }
            }
            Order::SetVolume(volume) => {
                self.wish(Wish::Volume(volume));
            }
            Order::PlayCueSound { device } => self.play_cue(device),
        }
    }

    fn list_devices(&mut self) {
        // The report of one that still runs is the answer to this order, too.
        if self
            .listing
            .as_ref()
            .is_some_and(|worker| !worker.is_done())
        {
            return;
        }
        let (backend, sink) = (Arc::clone(&self.backend), Arc::clone(&self.sink));
        let worker = Worker::start("retake-devices", move || {
            let devices = backend.devices().unwrap_or_else(|fault| {
                tracing::warn!(?fault, "devices cannot be listed");
                Devices::default()
            });
            sink(Report::Devices(devices));
        });
        self.listing = logged(worker);
    }

    fn start_take(&mut self, wav: PathBuf, device: Option<String>) {
        self.end_take();
        match self.start_take_thread(wav, device) {
            Ok(take) => self.take = Some(take),
            Err(error) => (self.sink)(Report::CaptureFinished(empty_end(Some(
                SoundFault::Other {
                    detail: error.to_string(),
                },
            )))),
        }
    }

    fn start_take_thread(&self, wav: PathBuf, device: Option<String>) -> io::Result<RunningTake> {
        let runner = TakeRunner::new(wav, device, self.world.clone());
        let sink = Arc::clone(&self.sink);
        let (resume, devices) = sync_channel(1);
        let finished = Arc::new(AtomicBool::new(false));
        let tell_finished = Arc::clone(&finished);
        let beats = Arc::new(AtomicU64::new(0));
        let beat = Arc::clone(&beats);
        let worker = Worker::start("retake-writer", move || {
            let end = run_take(runner, &devices, &beat);
            tell_finished.store(true, Ordering::Release);
            sink(Report::CaptureFinished(end));
        })?;
        Ok(RunningTake {
            resume,
            finished,
            beats,
            seen_beats: 0,
            beat_at: Instant::now(),
            told_stuck: false,
            worker,
        })
    }

    fn resume_take(&self, device: Option<String>) {
        if let Some(take) = &self.take {
            // Full: another wish to go on is on its way, and one is enough.
            take.resume.try_send(device).ok();
        }
    }

    /// Ends the take, if one runs, and waits until its file is closed.
    fn end_take(&mut self) {
        let Some(take) = self.take.take() else { return };
        drop(take.resume);
        match take.worker.join_within(FINISH_LIMIT) {
            Joined::Done => {}
            Joined::StillRunning => tracing::warn!("the disk takes very long to finish a take"),
            Joined::Panicked => {
                if !take.finished.load(Ordering::Acquire) {
                    (self.sink)(Report::CaptureFinished(empty_end(Some(
                        SoundFault::Other {
                            detail: "the writer broke off".to_owned(),
                        },
                    ))));
                }
            }
        }
    }

    /// Whether there is a player to hear the wish.
    fn wish(&self, wish: Wish) -> bool {
        self.player
            .as_ref()
            .is_some_and(|player| player.wishes.try_send(wish).is_ok())
    }

    fn play(&mut self, wav: PathBuf, device: Option<String>, wish: Wish) {
        let same = self
            .player
            .as_ref()
            .is_some_and(|player| player.wav == wav && player.device == device);
        if same && self.wish(wish) {
            return;
        }
        self.end_player();
        match self.start_player(wav, device, wish) {
            Ok(player) => self.player = Some(player),
            Err(fault) => (self.sink)(Report::PlaybackFailed(fault)),
        }
    }

    fn start_player(
        &self,
        wav: PathBuf,
        device: Option<String>,
        wish: Wish,
    ) -> Result<RunningPlayer, SoundFault> {
        let no_thread = |error: io::Error| SoundFault::Other {
            detail: error.to_string(),
        };
        // Before any speaker is opened: there may be nothing to play.
        let reader = WavReader::open(&wav)?;
        let facts = Arc::new(PlaybackFacts::default());
        let backend = Arc::clone(&self.backend);
        let stream =
            open_speaker(backend, device.clone(), Arc::clone(&facts), RING).map_err(no_thread)?;
        let mut player = Player::new(reader, stream, facts, Arc::clone(&self.sink));
        let (wishes, heard) = sync_channel(QUEUE);
        player.wish(wish, Duration::ZERO);
        let worker = Worker::start("retake-player", move || run_player(player, &heard))
            .map_err(no_thread)?;
        Ok(RunningPlayer {
            wav,
            device,
            wishes,
            worker,
        })
    }

    fn end_player(&mut self) {
        let Some(player) = self.player.take() else {
            return;
        };
        drop(player.wishes);
        player.worker.join_within(PLAYER_LIMIT);
    }

    fn play_cue(&mut self, device: Option<String>) {
        // A cue on top of a cue would be noise.
        if self.cue.as_ref().is_some_and(|worker| !worker.is_done()) {
            return;
        }
        let backend = Arc::clone(&self.backend);
        let worker = Worker::start("retake-cue", move || {
            // The cue is on the screen as well; a missing sound is not worth a word to the person.
            if let Err(fault) = cue::play(backend, device) {
                tracing::warn!(?fault, "the sound of a cue could not be played");
            }
        });
        self.cue = logged(worker);
    }
}

fn run_take(
    mut runner: TakeRunner,
    devices: &Receiver<Option<String>>,
    beats: &AtomicU64,
) -> TakeEnd {
    let clock = TakeClock::start();
    loop {
        let stop = match devices.recv_timeout(TICK) {
            Ok(device) => {
                runner.resume(device, clock.now());
                false
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => true,
        };
        if let take::Next::Finished(end) = runner.step(clock.now(), stop) {
            return end;
        }
        beats.fetch_add(1, Ordering::Relaxed);
    }
}

fn run_player(mut player: Player, wishes: &Receiver<Wish>) {
    let start = Instant::now();
    loop {
        match wishes.recv_timeout(TICK) {
            Ok(wish) => player.wish(wish, start.elapsed()),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return player.fade_out(),
        }
        if player.step(start.elapsed()) == player::Next::Over {
            return;
        }
    }
}

fn logged(worker: io::Result<Worker>) -> Option<Worker> {
    worker
        .inspect_err(|error| tracing::warn!(%error, "no thread for audio"))
        .ok()
}
