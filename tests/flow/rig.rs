//! A state with questions and a library, a clock that is turned by hand, and the world's answers.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::Zoned;
use retake::flow::state::{Phase, Recording, Screen};
use retake::flow::{Command, Effect, Event, Input, Now, State, update};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::deck::Draws;
use retake::model::fault::{FileFault, SoundFault};
use retake::model::language::{Bilingual, Language, LanguagePlan};
use retake::model::peaks::Peaks;
use retake::model::principle::Principle;
use retake::model::question::{Pack, Question};
use retake::model::rubric::{LineWhen, Rubric, RubricLine};
use retake::model::settings::Settings;
use retake::model::sound::{Device, Devices};
use retake::model::take::{Take, TakeEnd, TakeState};

pub const RATE: u32 = 48_000;

pub struct Rig {
    pub state: State,
    pub now: Duration,
}

impl Rig {
    /// Nothing read yet.
    pub fn bare() -> Self {
        let settings = Settings {
            plan: LanguagePlan::Korean,
            ..Settings::default()
        };
        Self {
            state: State::new(7, rubric(), Language::Korean, settings, "0.1.0"),
            now: Duration::ZERO,
        }
    }

    /// Questions are there and the library is open, with these attempts in it.
    pub fn with(attempts: Vec<Arc<Attempt>>) -> Self {
        let mut rig = Self::bare();
        rig.event(packs());
        rig.event(opened("/lib"));
        rig.event(scanned(attempts));
        rig.command(Command::GoTo(Screen::Practice));
        // The quiet check of the day has been; `checking` looks at it.
        rig.state.check.day = Some(date(12).date());
        rig
    }

    pub fn ready() -> Self {
        Self::with(vec![])
    }

    pub fn send(&mut self, input: impl Into<Input>) -> Vec<Effect> {
        let now = Now {
            date: date(12) + jiff::SignedDuration::try_from(self.now).unwrap(),
            since_start: self.now,
        };
        update(&mut self.state, input.into(), &now)
    }

    pub fn command(&mut self, command: Command) -> Vec<Effect> {
        self.send(command)
    }

    pub fn event(&mut self, event: impl Into<Event>) -> Vec<Effect> {
        self.send(event.into())
    }

    /// Lets time pass.
    pub fn pass(&mut self, secs: f64) -> Vec<Effect> {
        self.now += Duration::from_secs_f64(secs);
        self.send(Input::Tick)
    }

    /// Asks for a recording and lets the folder be made.
    pub fn arm(&mut self) -> Arc<Attempt> {
        let effects = self.command(Command::Record);
        let attempt = created(&effects).unwrap();
        let effects = self.event(folder_of(&attempt));
        assert!(
            matches!(
                &effects[..],
                [Effect::Audio(AudioCommand::StartCapture { .. })]
            ),
            "{effects:?}"
        );
        attempt
    }

    /// Records up to a moment of the take.
    pub fn record(&mut self, secs: f64) -> Arc<Attempt> {
        let attempt = self.arm();
        self.event(began());
        self.event(progress(secs));
        attempt
    }

    /// A whole take from the key to the closed file.
    pub fn take(&mut self, secs: f64) -> AttemptId {
        let attempt = self.record(secs);
        self.command(Command::StopRecording);
        self.event(Event::Audio(AudioEvent::CaptureFinished(end(secs, None))));
        self.event(Event::AttemptSaved(attempt.id.clone()));
        attempt.id.clone()
    }

    pub fn recording(&self) -> &Recording {
        self.state.recording().unwrap()
    }

    pub fn idle(&self) -> bool {
        matches!(self.state.practice.phase, Phase::Idle)
    }

    pub fn listed(&self) -> Vec<&str> {
        let entries = self.state.library.entries.iter();
        entries.map(|entry| entry.attempt.id.as_str()).collect()
    }

    pub fn reviews(&self, id: &AttemptId) -> bool {
        self.state.screen == Screen::Review
            && self
                .state
                .reviewed()
                .is_some_and(|attempt| attempt.id == *id)
    }
}

pub fn date(hour: i8) -> Zoned {
    jiff::civil::date(2026, 11, 21)
        .at(hour, 0, 0, 0)
        .in_tz("Asia/Seoul")
        .unwrap()
}

pub fn questions() -> Vec<Question> {
    (0..6)
        .map(|n| Question {
            id: format!("q-{n}"),
            pack: "built-in".into(),
            principles: vec![Principle::ALL[n % 3]],
            text: Bilingual {
                en: format!("Question {n}?"),
                ko: format!("{n}번 질문인가요?"),
            },
            ..Question::default()
        })
        .collect()
}

pub fn packs() -> Event {
    Event::PacksLoaded {
        packs: vec![Pack {
            id: "built-in".into(),
            title: Bilingual::default(),
            sources: vec![],
            questions: questions(),
        }],
        faults: vec![],
    }
}

pub fn rubric() -> Rubric {
    let line = |id: &str, when| RubricLine {
        id: id.into(),
        when,
        name: Bilingual::default(),
        anchors: Default::default(),
    };
    Rubric {
        lines: vec![
            line("episode", LineWhen::Always),
            line("task", LineWhen::Always),
            line("switch", LineWhen::AfterSwitch),
        ],
    }
}

/// An attempt of a take that is on disk, made at this hour.
pub fn attempt(hour: i8) -> Arc<Attempt> {
    let question = &questions()[usize::try_from(hour).unwrap() % 6];
    Arc::new(Attempt {
        app_version: "0.1.0".into(),
        take: Take {
            state: TakeState::Complete,
            sample_rate_hz: RATE,
            frames: frames(60.0),
            ..Take::planned()
        },
        ..Attempt::planned(
            AttemptId::new(&date(hour), &question.id, 1),
            date(hour),
            question.into(),
            LanguagePlan::Korean,
        )
    })
}

pub fn opened(root: &str) -> Event {
    Event::LibraryOpened {
        root: root.into(),
        draws: Draws::default(),
    }
}

pub fn scanned(mut attempts: Vec<Arc<Attempt>>) -> Event {
    attempts.sort_by(|a, b| b.id.cmp(&a.id));
    Event::LibraryScanned {
        attempts,
        faults: vec![],
        repaired: vec![],
    }
}

pub fn frames(secs: f64) -> u64 {
    retake::model::take::frames_from_seconds(secs, RATE)
}

pub fn folder_of(attempt: &Attempt) -> Event {
    Event::AttemptCreated {
        id: attempt.id.clone(),
        wav: PathBuf::from("/lib")
            .join(attempt.id.as_str())
            .join("answer.wav"),
    }
}

pub fn microphone() -> Device {
    Device {
        id: "test:mic".into(),
        name: "Desk microphone".into(),
    }
}

/// Another microphone than that of [`began`].
pub fn built_in() -> Device {
    Device {
        id: "test:built-in".into(),
        name: "내장 마이크".into(),
    }
}

/// These microphones are there; the first is the system's default.
pub fn listed(inputs: &[Device]) -> Event {
    Event::Audio(AudioEvent::Devices(Devices {
        default_input: inputs.first().map(|device| device.id.clone()),
        inputs: inputs.to_vec(),
        ..Devices::default()
    }))
}

pub fn interrupted(fault: SoundFault, secs: f64) -> Event {
    Event::Audio(AudioEvent::CaptureInterrupted {
        fault,
        frames: frames(secs),
    })
}

pub fn began() -> Event {
    Event::Audio(AudioEvent::CaptureBegan {
        sample_rate_hz: RATE,
        device: microphone(),
    })
}

pub fn progress(secs: f64) -> Event {
    heard(secs, -20.0)
}

pub fn heard(secs: f64, level_dbfs: f32) -> Event {
    Event::Audio(AudioEvent::CaptureProgress {
        captured_frames: frames(secs),
        written_frames: frames((secs - 0.5).max(0.0)),
        level_dbfs,
        clipped: false,
        peaks: vec![],
    })
}

pub fn end(secs: f64, fault: Option<SoundFault>) -> TakeEnd {
    let frames = frames(secs);
    let empty = frames == 0;
    TakeEnd {
        state: if empty {
            TakeState::Empty
        } else {
            TakeState::Complete
        },
        frames,
        sample_rate_hz: if empty { 0 } else { RATE },
        gaps: vec![],
        peak_dbfs: (!empty).then_some(-6.0),
        levels: None,
        fault,
        peaks: Arc::new(Peaks::default()),
    }
}

pub fn created(effects: &[Effect]) -> Option<Arc<Attempt>> {
    effects.iter().find_map(|effect| match effect {
        Effect::CreateAttempt(attempt) => Some(attempt.clone()),
        _ => None,
    })
}

pub fn saved(effects: &[Effect]) -> Option<Arc<Attempt>> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveAttempt(attempt) => Some(attempt.clone()),
        _ => None,
    })
}

pub fn trashed(effects: &[Effect]) -> Option<Arc<Attempt>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Trash(attempt) => Some(attempt.clone()),
        _ => None,
    })
}

pub fn save_fault(name: &str) -> FileFault {
    FileFault::SaveFailed {
        path: PathBuf::from("/lib/attempts/2026")
            .join(name)
            .join("attempt.json"),
        detail: "no space left on device".into(),
    }
}
