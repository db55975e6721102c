//! The door of the audio module: commands in, events out. The `retake-audio` thread only hands commands to the
//! threads that carry them out, so that it is never the one that is stuck in a sound system.
//! Not here: what a take does (`take`), what a player does (`player`).

mod check;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use crate::audio::backend::Backend;
use crate::audio::backend::stream::open_speaker;
use crate::audio::capture::running_take::{FINISH_LIMIT, RunningTake};
use crate::audio::capture::take::World;
use crate::audio::capture::take_clock::SharedTakeClock;
use crate::audio::engine::check::CheckRunner;
use crate::audio::limits::Limits;
use crate::audio::messages::{EngineError, EventSink};
use crate::audio::playback::assembly::Assembly;
use crate::audio::playback::cue;
use crate::audio::playback::playback_facts::PlaybackFacts;
use crate::audio::playback::player::{self, Clip, Player, PlayerCommand, RING};
use crate::audio::wav::WavReader;
use crate::audio::wav::take_file::{Disks, RealDisks};
use crate::audio::worker::{Joined, Worker};
use crate::model::audio::{AudioCommand, AudioEvent, PlayedFile};
use crate::model::fault::SoundFault;
use crate::model::sound::Devices;

/// Commands that may wait.
const QUEUE: usize = 64;
/// How often running work looks around.
const TICK: Duration = Duration::from_millis(15);
/// How often it is checked that a running take is not stuck.
const CHECK_TAKE_EVERY: Duration = Duration::from_millis(250);
/// How long the end of a player is waited for.
const PLAYER_LIMIT: Duration = Duration::from_millis(300);

/// The running audio engine. Dropping it finishes a take that runs and ends all threads that can be
/// ended; it waits no longer than ten seconds, and only for a disk.
pub struct Engine {
    commands: Option<SyncSender<AudioCommand>>,
    worker: Option<Worker>,
    take_clock: SharedTakeClock,
}

impl Engine {
    /// Starts the engine over a sound system.
    pub fn start(backend: Box<dyn Backend>, sink: EventSink) -> Result<Self, EngineError> {
        Self::start_with(backend, sink, Limits::default())
    }

    /// Starts the engine with other limits for the watch over takes.
    pub fn start_with(
        backend: Box<dyn Backend>,
        sink: EventSink,
        limits: Limits,
    ) -> Result<Self, EngineError> {
        Self::start_on(backend, sink, limits, Arc::new(RealDisks))
    }

    /// Starts the engine over other disks, too.
    pub fn start_on(
        backend: Box<dyn Backend>,
        sink: EventSink,
        limits: Limits,
        disks: Arc<dyn Disks>,
    ) -> Result<Self, EngineError> {
        let (commands, queue) = sync_channel(QUEUE);
        let take_clock = SharedTakeClock::default();
        let backend: Arc<dyn Backend> = Arc::from(backend);
        let mut thread = AudioThread {
            check: CheckRunner::new(Arc::clone(&backend), Arc::clone(&sink), limits),
            world: World {
                backend: Arc::clone(&backend),
                disks,
                sink: Arc::clone(&sink),
                limits,
                take_clock: take_clock.clone(),
            },
            backend,
            sink,
            take: None,
            player: None,
            listing: None,
            cue: None,
        };
        let worker = Worker::start("retake-audio", move || thread.work(&queue))?;
        Ok(Self {
            commands: Some(commands),
            worker: Some(worker),
            take_clock,
        })
    }

    /// Hands over a command. Never blocks.
    pub fn send(&self, command: AudioCommand) -> Result<(), EngineError> {
        let commands = self.commands.as_ref().ok_or(EngineError::Ended)?;
        commands.try_send(command).map_err(|error| match error {
            TrySendError::Full(_) => EngineError::Busy,
            TrySendError::Disconnected(_) => EngineError::Ended,
        })
    }

    /// Frames of the newest take that were delivered so far; 0 before the first.
    pub fn captured_frames(&self) -> u64 {
        self.take_clock.captured_frames()
    }

    /// Frames of the newest take that were captured by now; 0 before the first. Between two buffers the
    /// clock tells.
    pub fn frames_now(&self) -> u64 {
        self.take_clock.frames_now()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        drop(self.commands.take());
        if let Some(worker) = self.worker.take()
            && worker.join_within(FINISH_LIMIT + Duration::from_secs(2)) != Joined::Done
        {
            tracing::warn!("the audio engine did not end in time");
        }
    }
}

struct AudioThread {
    world: World,
    backend: Arc<dyn Backend>,
    sink: EventSink,
    take: Option<RunningTake>,
    player: Option<RunningPlayer>,
    listing: Option<Worker>,
    cue: Option<Worker>,
    check: CheckRunner,
}

struct RunningPlayer {
    files: Vec<PlayedFile>,
    device: Option<String>,
    // Dropping it ends the player.
    commands: SyncSender<PlayerCommand>,
    worker: Worker,
}

impl AudioThread {
    fn work(&mut self, queue: &Receiver<AudioCommand>) {
        loop {
            // Only a take needs to be looked after.
            let command = match &self.take {
                Some(_) => queue.recv_timeout(CHECK_TAKE_EVERY),
                None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match command {
                Ok(command) => self.carry_out(command),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if self.take.as_mut().is_some_and(RunningTake::is_over) {
                self.end_take();
            }
        }
        self.end_player();
        self.end_take();
    }

    fn carry_out(&mut self, command: AudioCommand) {
        match command {
            AudioCommand::ListDevices => self.list_devices(),
            AudioCommand::StartCapture { wav, device } => self.start_take(wav, device),
            AudioCommand::ResumeCapture { device } => {
                if let Some(take) = &self.take {
                    take.resume(device);
                }
            }
            AudioCommand::StopCapture => self.end_take(),
            AudioCommand::Play {
                id,
                files,
                rendition,
                from_frame,
                volume,
                device,
            } => {
                let clip = Clip {
                    id,
                    rendition,
                    from_frame,
                    volume,
                };
                self.play(files, device, clip);
            }
            AudioCommand::ChangeRendition(rendition) => {
                self.command(PlayerCommand::Change(rendition));
            }
            AudioCommand::PausePlayback => {
                self.command(PlayerCommand::Pause);
            }
            AudioCommand::EndPlayback => self.end_player(),
            AudioCommand::SeekPlayback { id, frame } => {
                // Nothing plays and no speaker is open: the place is simply the new one.
                if !self.command(PlayerCommand::Seek(frame)) {
                    (self.sink)(AudioEvent::PlaybackAt {
                        id,
                        frame,
                        playing: false,
                    });
                }
            }
            AudioCommand::SetVolume(volume) => {
                self.command(PlayerCommand::Volume(volume));
            }
            AudioCommand::PlayCueSound { device } => self.play_cue(device),
            AudioCommand::StartCheck { id, device, length } => {
                self.check.listen(id, device, length);
            }
            AudioCommand::StopCheck => self.check.stop(),
            AudioCommand::ForgetCheck => self.check.forget(),
            AudioCommand::PlayCheck { id, volume, device } => {
                self.check.play_back(id, volume, device);
            }
            AudioCommand::PlayTone { id, device } => self.check.play_tone(id, device),
        }
    }

    fn list_devices(&mut self) {
        // The report of one that still runs is the answer to this command, too.
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
            sink(AudioEvent::Devices(devices));
        });
        self.listing = logged(worker);
    }

    fn start_take(&mut self, wav: PathBuf, device: Option<String>) {
        self.check.give_way();
        self.end_take();
        self.take = RunningTake::start(wav, device, &self.world);
    }

    fn end_take(&mut self) {
        if let Some(take) = self.take.take() {
            take.end();
        }
    }

    /// Whether there is a player to hear the command.
    fn command(&self, command: PlayerCommand) -> bool {
        self.player
            .as_ref()
            .is_some_and(|player| player.commands.try_send(command).is_ok())
    }

    fn play(&mut self, files: Vec<PlayedFile>, device: Option<String>, clip: Clip) {
        let same = self
            .player
            .as_ref()
            .is_some_and(|player| player.files == files && player.device == device);
        if same && self.command(PlayerCommand::Play(clip.clone())) {
            return;
        }
        self.end_player();
        let id = clip.id;
        match self.start_player(files, device, clip) {
            Ok(player) => self.player = Some(player),
            Err(fault) => (self.sink)(AudioEvent::PlaybackFailed { id, fault }),
        }
    }

    fn start_player(
        &self,
        files: Vec<PlayedFile>,
        device: Option<String>,
        clip: Clip,
    ) -> Result<RunningPlayer, SoundFault> {
        let no_thread = |error: io::Error| SoundFault::Other {
            detail: error.to_string(),
        };
        // Before any speaker is opened: there may be nothing to play.
        let readers = files
            .iter()
            .map(|file| WavReader::open(&file.wav, file.known_frames))
            .collect::<Result<Vec<_>, _>>()?;
        let assembly = Assembly::new(readers).ok_or(SoundFault::Other {
            detail: "recordings whose rates do not fit".to_owned(),
        })?;
        let facts = Arc::new(PlaybackFacts::default());
        let backend = Arc::clone(&self.backend);
        let stream =
            open_speaker(backend, device.clone(), Arc::clone(&facts), RING).map_err(no_thread)?;
        let player = Player::new(clip, assembly, stream, facts, Arc::clone(&self.sink));
        let (commands, heard) = sync_channel(QUEUE);
        let worker = Worker::start("retake-player", move || run_player(player, &heard))
            .map_err(no_thread)?;
        Ok(RunningPlayer {
            files,
            device,
            commands,
            worker,
        })
    }

    fn end_player(&mut self) {
        let Some(player) = self.player.take() else {
            return;
        };
        drop(player.commands);
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

fn run_player(mut player: Player, commands: &Receiver<PlayerCommand>) {
    let start = Instant::now();
    loop {
        match commands.recv_timeout(TICK) {
            Ok(command) => player.command(command, start.elapsed()),
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
