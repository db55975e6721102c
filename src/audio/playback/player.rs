//! A take that is heard: opens a speaker, keeps its ring full, says where it is.
//! Stepped by the `retake-player` thread. Not here: samples (`feed`), fades (`playback`).

use std::sync::Arc;
use std::sync::mpsc::TryRecvError;
use std::time::Duration;

use rtrb::Producer;

use crate::audio::backend::StreamDeath;
use crate::audio::backend::stream::{News, Stream};
use crate::audio::messages::EventSink;
use crate::audio::playback::assembly::Assembly;
use crate::audio::playback::feed::Feed;
use crate::audio::playback::playback_facts::{PlaybackFacts, PlaybackSlot};
use crate::model::audio::{AudioEvent, Rendition};
use crate::model::fault::SoundFault;

/// How much sound is ready in advance.
pub const RING: Duration = Duration::from_millis(200);
/// Reports of the place are at least this far apart while it changes.
const REPORT_EVERY: Duration = Duration::from_millis(40);
/// A speaker that takes no sound for this long is gone.
const DEAD_AFTER: Duration = Duration::from_secs(6);
/// A speaker that takes no sound for this long after an error is gone.
const FAILED_AFTER: Duration = Duration::from_millis(700);
/// A speaker that plays nothing is given back after this time.
const IDLE_AFTER: Duration = Duration::from_secs(10);

/// What is played, and where it begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    /// Number of the playback; what is told of it carries this.
    pub id: u32,
    pub rendition: Rendition,
    /// First frame of the take.
    pub from_frame: u64,
    /// 0 to 1.
    pub volume: f32,
}

/// What the player is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum PlayerCommand {
    Play(Clip),
    /// Play otherwise from here on.
    Change(Rendition),
    /// Stop and keep the place.
    Pause,
    /// Go to a frame, playing or not.
    Seek(u64),
    /// A volume of 0 to 1.
    Volume(f32),
}

/// Whether a player goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It does.
    GoOn,
    /// It ended; what had to be said was said.
    Over,
}

/// One take being heard.
pub struct Player {
    id: u32,
    stream: Stream<Producer<PlaybackSlot>>,
    facts: Arc<PlaybackFacts>,
    sink: EventSink,
    // `Some` until the speaker is open.
    assembly: Option<Assembly>,
    feed: Option<Feed>,
    // Of each file, in its own frames.
    lengths: Vec<u64>,
    // What of it is there.
    rendition: Rendition,
    device_rate_hz: u32,
    generation: u32,
    start_frame: u64,
    // Frames of the device since the last jump.
    told_at: f64,
    playing: bool,
    // Told once it is silent.
    pause_to_tell: bool,
    ended_since: Option<Duration>,
    last_report: Option<Duration>,
    seen_callbacks: u64,
    forgiven_complaints: u64,
    last_life: Duration,
    last_use: Duration,
}

impl Player {
    /// Plays a take over a stream that is being opened.
    pub fn new(
        clip: Clip,
        assembly: Assembly,
        stream: Stream<Producer<PlaybackSlot>>,
        facts: Arc<PlaybackFacts>,
        sink: EventSink,
    ) -> Self {
        let mut player = Self {
            id: clip.id,
            stream,
            facts,
            sink,
            lengths: assembly.lengths(),
            device_rate_hz: assembly.sample_rate_hz(),
            assembly: Some(assembly),
            feed: None,
            rendition: clip.rendition.clone(),
            generation: 0,
            start_frame: 0,
            told_at: 0.0,
            playing: false,
            pause_to_tell: false,
            ended_since: None,
            last_report: None,
            seen_callbacks: 0,
            forgiven_complaints: 0,
            last_life: Duration::ZERO,
            last_use: Duration::ZERO,
        };
        player.command(PlayerCommand::Play(clip), Duration::ZERO);
        player
    }

    /// Carries out a command. `now` is the time since the player was made.
    pub fn command(&mut self, command: PlayerCommand, now: Duration) {
        self.last_use = now;
        match command {
            PlayerCommand::Play(clip) => {
                self.id = clip.id;
                self.facts.set_volume(clip.volume);
                self.set_playing(true);
                self.last_life = now;
                self.take_in(&clip.rendition);
                if let Some(feed) = &mut self.feed {
                    feed.set(&self.rendition);
                }
                self.jump(clip.from_frame);
            }
            PlayerCommand::Change(rendition) => self.change(&rendition, now),
            PlayerCommand::Pause => {
                self.set_playing(false);
                self.pause_to_tell = true;
            }
            PlayerCommand::Seek(frame) => {
                self.jump(frame);
                self.tell(self.start_frame);
            }
            PlayerCommand::Volume(volume) => self.facts.set_volume(volume),
        }
    }

    /// Does what is to be done now.
    pub fn step(&mut self, now: Duration) -> Next {
        match self.advance(now) {
            Ok(next) => next,
            Err(fault) => {
                self.facts.set_playing(false);
                (self.sink)(AudioEvent::PlaybackFailed { id: self.id, fault });
                Next::Over
            }
        }
    }

    /// Lets the sound fade before the speaker is closed, for no longer than a few buffers.
    pub fn fade_out(&self) {
        self.facts.set_playing(false);
        for _ in 0..20 {
            if self.facts.is_silent() || self.facts.callbacks() == 0 {
                break;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn set_playing(&mut self, playing: bool) {
        self.playing = playing;
        self.facts.set_playing(playing);
        self.last_report = None;
        self.ended_since = None;
        self.pause_to_tell = false;
    }

    fn take_in(&mut self, rendition: &Rendition) {
        self.rendition = Rendition {
            edit: rendition.edit.over(&self.lengths),
            ..*rendition
        };
    }

    /// Plays otherwise from what is heard now on.
    fn change(&mut self, rendition: &Rendition, now: Duration) {
        let heard = self.heard_frame(now);
        self.take_in(rendition);
        let Some(feed) = &mut self.feed else {
            // What the speaker will begin with, once it is open.
            self.start_frame = self.rendition.edit.heard_from(self.start_frame);
            return;
        };
        match feed.change(&self.rendition, heard) {
            Ok(true) => {}
            Ok(false) => self.jump(heard),
            Err(error) => tracing::warn!(%error, "a place of a take cannot be reached"),
        }
    }

    fn jump(&mut self, frame: u64) {
        self.start_frame = self.rendition.edit.heard_from(frame);
        self.told_at = 0.0;
        self.generation = self.generation % PlaybackSlot::GENERATIONS + 1;
        self.ended_since = None;
        if let Some(feed) = &mut self.feed
            && let Err(error) = feed.jump(self.start_frame, self.generation)
        {
            // The next read of the file will say so.
            tracing::warn!(%error, "a place of a take cannot be reached");
        }
        self.facts.want(self.generation);
    }

    fn advance(&mut self, now: Duration) -> Result<Next, SoundFault> {
        self.hear_news()?;
        match self.stream.health.death() {
            Some(death) if self.playing => return Err(death.fault()),
            // Nobody misses a speaker that was silent; the next command opens another.
            Some(_) => return Ok(Next::Over),
            None => {}
        }
        let callbacks = self.facts.callbacks();
        let complaints = self.stream.health.complaints();
        let still = now.saturating_sub(self.last_life);
        if callbacks != self.seen_callbacks || !self.playing {
            self.seen_callbacks = callbacks;
            self.forgiven_complaints = complaints;
            self.last_life = now;
        } else if still >= DEAD_AFTER {
            return Err(SoundFault::DeviceLost);
        } else if still >= FAILED_AFTER && complaints > self.forgiven_complaints {
            return Err(StreamDeath::Failed.fault());
        }
        if let Some(feed) = &mut self.feed {
            feed.fill()?;
        }
        self.report(now);
        if self.playing {
            self.last_use = now;
        }
        let idle = now.saturating_sub(self.last_use) >= IDLE_AFTER;
        Ok(if idle { Next::Over } else { Next::GoOn })
    }

    fn hear_news(&mut self) -> Result<(), SoundFault> {
        let (format, end) = match self.stream.news.try_recv() {
            Ok(News::Opened { format, end, .. }) => (format, end),
            Ok(News::Failed(fault)) => return Err(fault),
            Err(TryRecvError::Empty) => return Ok(()),
            Err(TryRecvError::Disconnected) => return Err(SoundFault::DeviceLost),
        };
        let (rate_hz, own_hz) = (format.sample_rate_hz, self.device_rate_hz);
        let assembly = self.assembly.take();
        let Some(mut feed) = assembly.and_then(|assembly| Feed::new(assembly, end, rate_hz)) else {
            return Err(SoundFault::Other {
                detail: format!("{own_hz} Hz cannot be played at {rate_hz} Hz"),
            });
        };
        self.device_rate_hz = rate_hz;
        feed.set(&self.rendition);
        feed.jump(self.start_frame, self.generation)?;
        self.feed = Some(feed);
        Ok(())
    }

    /// Frame of the device that is heard now, since the last jump; once silent, the one that comes next.
    fn heard_at(&self, now: Duration) -> f64 {
        let place = self.facts.place();
        let lag = if self.facts.is_silent() {
            0.0
        } else {
            // The device's lag is as of its last buffer, and melts until the next.
            let since = now.saturating_sub(self.last_life).as_secs_f64();
            let melted = since * f64::from(self.device_rate_hz);
            (place.lag_frames as f64 - melted).max(0.0)
        };
        (place.frames as f64 - lag).max(0.0)
    }

    /// Frame of the take that is heard now; once silent, the one that comes next.
    fn heard_frame(&self, now: Duration) -> u64 {
        if self.facts.place().generation != self.generation {
            return self.start_frame;
        }
        self.frame_at(self.heard_at(now))
    }

    fn frame_at(&self, device_frame: f64) -> u64 {
        let take = self
            .feed
            .as_ref()
            .and_then(|feed| feed.take_frame(device_frame));
        take.map_or(self.start_frame, |frame| {
            (frame as u64).min(self.rendition.edit.end())
        })
    }

    fn report(&mut self, now: Duration) {
        if self.pause_to_tell && (self.facts.is_silent() || self.feed.is_none()) {
            self.pause_to_tell = false;
            self.tell(self.heard_frame(now));
        }
        if !self.playing {
            return;
        }
        let place = self.facts.place();
        if self.facts.has_ended() && place.generation == self.generation {
            self.end(now, place.lag_frames);
            return;
        }
        let due = self
            .last_report
            .is_none_or(|last| now.saturating_sub(last) >= REPORT_EVERY);
        if due && place.generation == self.generation {
            self.last_report = Some(now);
            // Clocks jitter; a cursor that goes back looks broken.
            self.told_at = self.told_at.max(self.heard_at(now));
            self.tell(self.frame_at(self.told_at));
        }
    }

    /// The end was handed to the device; it is heard a little later.
    fn end(&mut self, now: Duration, lag_frames: u64) {
        let since = *self.ended_since.get_or_insert(now);
        let rate_hz = f64::from(self.device_rate_hz.max(1));
        let lag = Duration::from_secs_f64(lag_frames as f64 / rate_hz);
        if now.saturating_sub(since) < lag {
            return;
        }
        self.set_playing(false);
        self.tell(self.rendition.edit.end());
        if self.facts.underruns() > 0 {
            tracing::info!(underruns = self.facts.underruns(), "playback stumbled");
        }
        (self.sink)(AudioEvent::PlaybackEnded { id: self.id });
    }

    fn tell(&self, frame: u64) {
        (self.sink)(AudioEvent::PlaybackAt {
            id: self.id,
            frame,
            playing: self.playing,
        });
    }
}
