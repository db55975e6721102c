//! The running audio engine: commands go in, events go to the window's queue.
//! Not here: what a command means (`audio`), what follows from an event (`flow`).

use std::sync::Arc;

use crate::app::events::Sender;
use crate::audio::engine::Engine;
use crate::audio::messages::EngineError;
use crate::audio::system_backend::SystemBackend;
use crate::flow::Event;
use crate::model::audio::{AudioCommand, AudioEvent};
use crate::model::fault::{Fault, SoundFault};
use crate::model::sound_check::CheckEnd;

/// The engine, and the commands that it had no room for yet.
pub struct Sound {
    engine: Option<Engine>,
    events: Sender,
    waiting: Vec<AudioCommand>,
}

impl Sound {
    /// Starts the engine. A failure is reported and leaves an app that can still read and rate.
    pub fn start(events: Sender) -> Self {
        let engine = Engine::start(
            Box::new(SystemBackend),
            Arc::new({
                let events = events.clone();
                move |event| events.send(event.into())
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
            events,
            waiting: Vec::new(),
        }
    }

    /// Frames of the running take that were captured by now.
    pub fn frames_now(&self) -> u64 {
        self.engine.as_ref().map_or(0, Engine::frames_now)
    }

    /// Tries again what the engine had no room for.
    pub fn pump(&mut self) {
        for command in std::mem::take(&mut self.waiting) {
            self.ask(command);
        }
    }

    /// Hands a command to the engine, or answers for it when there is none.
    pub fn ask(&mut self, command: AudioCommand) {
        let Some(engine) = &self.engine else {
            self.refuse(&command);
            return;
        };
        if !self.waiting.is_empty() {
            self.waiting.push(command);
            return;
        }
        match engine.send(command.clone()) {
            Ok(()) => {}
            Err(EngineError::Busy) => self.waiting.push(command),
            Err(error) => {
                tracing::error!(%error, "the audio engine has stopped");
                self.events
                    .send(Event::Trouble(Fault::Sound(SoundFault::SoundServerGone)));
            }
        }
    }

    fn refuse(&self, command: &AudioCommand) {
        let gone = SoundFault::SoundServerGone;
        let event = match *command {
            AudioCommand::StartCapture { .. } => Event::Trouble(gone.into()),
            AudioCommand::Play { id, .. } => {
                Event::Audio(AudioEvent::PlaybackFailed { id, fault: gone })
            }
            AudioCommand::StartCheck { id, .. } => Event::Audio(AudioEvent::CheckDone {
                id,
                end: CheckEnd {
                    fault: Some(gone),
                    ..CheckEnd::default()
                },
            }),
            AudioCommand::PlayCheck { id, .. } | AudioCommand::PlayTone { id, .. } => {
                Event::Audio(AudioEvent::CheckPlayed {
                    id,
                    fault: Some(gone),
                })
            }
            _ => return,
        };
        self.events.send(event);
    }

    /// Finishes a running take and ends the engine's threads.
    pub fn finish(&mut self) {
        drop(self.engine.take());
    }
}
