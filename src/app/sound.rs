//! Between the audio engine and `flow`: effects become orders, reports become events.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::{Mutex, PoisonError};

use crate::app::events::Sender;
use crate::audio::engine::Engine;
use crate::audio::messages::{EngineError, Order, Report};
use crate::audio::system_backend::SystemBackend;
use crate::flow::{Effect, Event};
use crate::model::attempt::AttemptId;
use crate::model::fault::{Fault, SoundFault};
use crate::model::sound_check::CheckEnd;

/// The engine and what is needed to name its reports.
pub struct Sound {
    engine: Option<Engine>,
    /// Which attempt plays. Shared with the engine's own threads, never with a callback.
    playing: Arc<Mutex<Option<AttemptId>>>,
    events: Sender,
    waiting: Vec<Order>,
}

impl Sound {
    /// Starts the engine. A failure is reported and leaves an app that can still read and rate.
    pub fn start(events: Sender) -> Self {
        let playing: Arc<Mutex<Option<AttemptId>>> = Arc::default();
        let engine = Engine::start(
            Box::new(SystemBackend),
            Arc::new({
                let events = events.clone();
                let playing = Arc::clone(&playing);
                move |report| {
                    let id = playing
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .clone();
                    if let Some(event) = event_of(report, id) {
                        events.send(event);
                    }
                }
            }),
        );
        if let Err(error) = &engine {
            tracing::error!(%error, "the audio engine did not start");
            events.send(Event::Trouble(Fault::Sound(SoundFault::Other {
                detail: error.to_string(),
            })));
        }
        Self {
            engine: engine.ok(),
            playing,
            events,
            waiting: Vec::new(),
        }
    }

    /// Carries out a sound effect other than `Play`.
    pub fn ask(&mut self, effect: Effect) {
        let order = match effect {
            Effect::ListDevices => Order::ListDevices,
            Effect::StartCapture { wav, device } => Order::StartCapture { wav, device },
            Effect::ResumeCapture { device } => Order::ResumeCapture { device },
            Effect::StopCapture => Order::StopCapture,
            Effect::PlayCueSound { device } => Order::PlayCueSound { device },
            Effect::PausePlayback => Order::PausePlayback,
            Effect::SeekPlayback(frame) => Order::SeekPlayback(frame),
            Effect::SetVolume(volume) => Order::SetVolume(volume),
            Effect::StartCheck { id, device, length } => Order::StartCheck { id, device, length },
            Effect::StopCheck => Order::StopCheck,
            Effect::ForgetCheck => Order::ForgetCheck,
            Effect::PlayCheck { id, volume, device } => Order::PlayCheck { id, volume, device },
            Effect::PlayTone { id, device } => Order::PlayTone { id, device },
            other => {
                tracing::error!(?other, "not a sound effect");
                return;
            }
        };
        self.order(order);
    }

    /// Plays the take of an attempt, whose file is `wav`.
    pub fn play(&mut self, effect: Effect, wav: Option<PathBuf>) {
        let (
            Effect::Play {
                attempt,
                from_frame,
                volume,
                device,
            },
            Some(wav),
        ) = (effect, wav)
        else {
            tracing::error!("playback was asked for without a library");
            return;
        };
        *self.playing.lock().unwrap_or_else(PoisonError::into_inner) = Some(attempt.id.clone());
        self.order(Order::Play {
            wav,
            from_frame,
            volume,
            device,
        });
    }

    /// Frames of the running take that were captured by now.
    pub fn frames_now(&self) -> u64 {
        self.engine.as_ref().map_or(0, Engine::frames_now)
    }

    /// Tries again what the engine had no room for.
    pub fn pump(&mut self) {
        for order in std::mem::take(&mut self.waiting) {
            self.order(order);
        }
    }

    fn order(&mut self, order: Order) {
        let Some(engine) = &self.engine else {
            let gone = SoundFault::SoundServerGone;
            match order {
                Order::StartCapture { .. } => self.events.send(Event::Trouble(gone.into())),
                Order::StartCheck { id, .. } => self.events.send(Event::CheckDone {
                    id,
                    end: CheckEnd {
                        fault: Some(gone),
                        ..CheckEnd::default()
                    },
                }),
                Order::PlayCheck { id, .. } | Order::PlayTone { id, .. } => {
                    let fault = Some(gone);
                    self.events.send(Event::CheckPlayed { id, fault });
                }
                _ => {}
            }
            return;
        };
        if !self.waiting.is_empty() {
            self.waiting.push(order);
            return;
        }
        match engine.order(order.clone()) {
            Ok(()) => {}
            Err(EngineError::Busy) => self.waiting.push(order),
            Err(error) => {
                tracing::error!(%error, "the audio engine has stopped");
                self.events
                    .send(Event::Trouble(Fault::Sound(SoundFault::SoundServerGone)));
            }
        }
    }

    /// Finishes a running take and ends the engine's threads.
    pub fn finish(&mut self) {
        drop(self.engine.take());
    }
}

fn event_of(report: Report, playing: Option<AttemptId>) -> Option<Event> {
    Some(match report {
        Report::Devices(devices) => Event::Devices(devices),
        Report::CaptureBegan {
            sample_rate_hz,
            device,
        } => Event::CaptureBegan {
            sample_rate_hz,
            device,
        },
        Report::CaptureProgress {
            captured_frames,
            written_frames,
            level_dbfs,
            clipped,
            peaks,
        } => Event::CaptureProgress {
            captured_frames,
            written_frames,
            level_dbfs,
            clipped,
            peaks,
        },
        Report::CaptureTrouble(fault) => Event::CaptureTrouble(fault),
        Report::CaptureInterrupted { fault, frames } => Event::CaptureInterrupted { fault, frames },
        Report::CaptureResumed { device } => Event::CaptureResumed { device },
        Report::CaptureFinished(end) => Event::CaptureFinished(end),
        Report::PlaybackAt {
            frame,
            playing: runs,
        } => Event::PlaybackAt {
            id: playing?,
            frame,
            playing: runs,
        },
        Report::PlaybackEnded => Event::PlaybackEnded(playing?),
        Report::PlaybackFailed(fault) => Event::PlaybackFailed {
            id: playing?,
            fault,
        },
        Report::CheckProgress {
            id,
            level_dbfs,
            secs,
            peaks,
        } => Event::CheckProgress {
            id,
            level_dbfs,
            secs,
            peaks,
        },
        Report::CheckDone { id, end } => Event::CheckDone { id, end },
        Report::CheckPlayed { id, fault } => Event::CheckPlayed { id, fault },
    })
}
