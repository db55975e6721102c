//! What the world may say to an effect, well or badly. Not here: when it says so.

use std::sync::Arc;

use retake::flow::{Effect, Event};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::SoundFault;
use retake::model::peaks::{Excerpt, Peaks};
use retake::model::reading::{Reader, ReadingFault};

use crate::rig::{self, *};

/// What the world says to an effect.
pub fn answer(effect: Effect, well: bool) -> Option<Event> {
    let fault = || save_fault("any");
    Some(match effect {
        Effect::CreateAttempt(attempt) if well => folder_of(&attempt),
        Effect::SaveSession(session) if well => Event::SessionSaved(session.id.clone()),
        Effect::SaveSession(session) => Event::SessionSaveFailed {
            id: session.id.clone(),
            fault: fault(),
        },
        Effect::SaveAttempt(attempt) if well => Event::AttemptSaved(attempt.id.clone()),
        Effect::CreateAttempt(attempt) | Effect::SaveAttempt(attempt) => Event::AttemptSaveFailed {
            id: attempt.id.clone(),
            fault: fault(),
        },
        Effect::Trash(attempt) if well => Event::Trashed(attempt.id.clone()),
        Effect::Restore(attempt) if well => Event::Restored(attempt),
        Effect::Trash(attempt) | Effect::Restore(attempt) => Event::MoveFailed {
            attempt,
            fault: fault(),
        },
        Effect::SaveStory { story, .. } if well => Event::StorySaved {
            on_disk: Box::new(story.settled()),
            asked: story,
            theirs: None,
        },
        Effect::SaveStory { story, base } => Event::StorySaveFailed {
            id: story.id.clone(),
            base,
            fault: fault(),
        },
        Effect::LookForVoices if well => Event::VoicesFound(Ok(Reader {
            program: "voice".into(),
            korean: true,
            english: false,
        })),
        Effect::LookForVoices => Event::VoicesFound(Err(ReadingFault::NoProgram)),
        Effect::ReadAloud { id, .. } => {
            let program = "voice".to_owned();
            let fault = (!well).then_some(ReadingFault::Hangs { program });
            Event::ReadingEnded { id, fault }
        }
        Effect::Audio(AudioCommand::StartCapture { .. }) if well => began(),
        Effect::Audio(AudioCommand::StartCapture { .. }) => Event::Audio(
            AudioEvent::CaptureFinished(end(0.0, Some(SoundFault::NoMicrophone))),
        ),
        Effect::Audio(AudioCommand::ResumeCapture { .. }) if well => {
            Event::Audio(AudioEvent::CaptureResumed {
                device: microphone(),
            })
        }
        Effect::Audio(AudioCommand::ResumeCapture { .. }) => {
            interrupted(SoundFault::DeviceBusy, 9.0)
        }
        Effect::Audio(AudioCommand::ListDevices) if well => rig::listed(&[built_in()]),
        Effect::Audio(AudioCommand::ListDevices) => rig::listed(&[]),
        Effect::Audio(AudioCommand::StopCapture) => Event::Audio(AudioEvent::CaptureFinished(end(
            if well { 9.0 } else { 0.0 },
            None,
        ))),
        Effect::LoadPeaks(attempt) => Event::PeaksLoaded {
            id: attempt.id.clone(),
            peaks: Ok(Arc::new(Peaks::default())),
        },
        Effect::LoadExcerpt { attempt, frames } => Event::ExcerptLoaded {
            id: attempt.id.clone(),
            excerpt: Arc::new(Excerpt {
                frames,
                samples: vec![0; if well { 100 } else { 0 }],
            }),
        },
        Effect::Play { id, .. } => Event::Audio(AudioEvent::PlaybackFailed {
            id,
            fault: SoundFault::NoSpeaker,
        }),
        _ => return None,
    })
}
