//! An engine over a fake sound system, and takes to be heard.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

use retake::audio::Engine;
use retake::audio::fake_backend::{FakeBackend, FakeSpeaker, Plan};
use retake::audio::take_file::{RealDisks, TakeFile};
use retake::model::audio::{AudioCommand, AudioEvent, PlayedFile, Rendition};
use retake::model::edit_list::EditList;

pub const PATIENCE: Duration = Duration::from_secs(20);

pub struct Rig {
    pub backend: FakeBackend,
    pub engine: Engine,
    pub reports: Receiver<AudioEvent>,
    pub folder: tempfile::TempDir,
}

impl Rig {
    pub fn new(plan: Plan) -> Self {
        let backend = FakeBackend::new(plan);
        let (sink, reports) = sync_channel(10_000);
        let sink = Arc::new(move |report| sink.try_send(report).unwrap());
        let engine = Engine::start(Box::new(backend.clone()), sink).unwrap();
        Self {
            backend,
            engine,
            reports,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A take whose sample at frame n is n.
    pub fn take(&self, frames: i16) -> PathBuf {
        let wav = self.folder.path().join("answer.wav");
        write(&wav, &(0..frames).collect::<Vec<_>>());
        wav
    }

    pub fn play(&self, wav: &Path, from_frame: u64) {
        self.play_as(1, wav, from_frame);
    }

    pub fn play_as(&self, id: u32, wav: &Path, from_frame: u64) {
        self.play_files(id, &[wav], from_frame, Self::plain());
    }

    /// All of the first file as it is.
    pub fn plain() -> Rendition {
        Rendition {
            edit: EditList::whole(u64::MAX),
            looped: None,
            speed: 1.0,
        }
    }

    pub fn play_files(&self, id: u32, wavs: &[&Path], from_frame: u64, rendition: Rendition) {
        let file = |wav: &&Path| PlayedFile {
            wav: wav.to_path_buf(),
            known_frames: None,
        };
        let order = AudioCommand::Play {
            id,
            files: wavs.iter().map(file).collect(),
            rendition,
            from_frame,
            volume: 1.0,
            device: None,
        };
        self.engine.send(order).unwrap();
    }

    pub fn order(&self, order: AudioCommand) {
        self.engine.send(order).unwrap();
    }

    /// Reports, while the speaker keeps asking for sound, up to the first that fits; and all sound.
    pub fn listen(
        &self,
        speaker: &FakeSpeaker,
        fits: impl Fn(&AudioEvent) -> bool,
    ) -> (Vec<AudioEvent>, Vec<f32>) {
        let (mut seen, mut heard) = (Vec::new(), Vec::new());
        let begin = Instant::now();
        loop {
            assert!(begin.elapsed() < PATIENCE, "only {seen:?}");
            heard.extend(speaker.hear(240));
            if let Ok(report) = self.reports.recv_timeout(Duration::from_millis(4)) {
                let done = fits(&report);
                seen.push(report);
                if done {
                    return (seen, heard);
                }
            }
        }
    }
}

pub fn write(wav: &Path, samples: &[i16]) {
    let mut file = TakeFile::create(wav, 48_000, &RealDisks).unwrap();
    file.append(samples).unwrap();
    file.finish().unwrap();
}

/// Frames of the take that were heard at full volume, from the value of their samples.
pub fn frames_of(heard: &[f32]) -> Vec<i16> {
    heard
        .iter()
        .map(|value| (value * 32_768.0).round() as i16)
        .collect()
}
