//! What screen tests share: a harness with the app's fonts, and sample states.
//! Not here: tests.
#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(
    clippy::unwrap_used,
    reason = "the lint knows only functions marked as tests"
)]

use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use retake::flow::state::Screen;
use retake::flow::{Command, Now, State};
use retake::i18n::AllWords;
use retake::model::attempt::{AskedQuestion, Attempt, AttemptId};
use retake::model::drill::{DrillPlan, Hazard};
use retake::model::language::{Bilingual, Language, LanguagePlan};
use retake::model::mark::{CueBy, Mark, MarkKind};
use retake::model::peaks::{Peak, Peaks};
use retake::model::principle::Principle;
use retake::model::question::{FollowUp, FollowUpKind, Question};
use retake::model::rubric::{LineWhen, Rubric, RubricLine};
use retake::model::settings::{Settings, ThemeChoice};
use retake::model::take::{DeviceNote, Take, TakeState};
use retake::model::timeline::Entry;
use retake::ui::{Memory, root, theme};

/// All screens.
pub const SCREENS: [Screen; 10] = [
    Screen::Practice,
    Screen::Review,
    Screen::Today,
    Screen::Drill,
    Screen::Interview,
    Screen::Stories,
    Screen::Timeline,
    Screen::Progress,
    Screen::Settings,
    Screen::Check,
];

/// The fixed moment of all tests: 2026-11-21 14:25 in Seoul, one minute after the start.
pub fn now() -> Now {
    Now {
        date: jiff::civil::date(2026, 11, 21)
            .at(14, 25, 0, 0)
            .in_tz("Asia/Seoul")
            .unwrap(),
        since_start: Duration::from_mins(1),
    }
}

/// The words of the interface.
pub fn words() -> AllWords {
    AllWords::load().unwrap()
}

/// A text in both languages.
pub fn both(en: &str, ko: &str) -> Bilingual {
    Bilingual {
        en: en.into(),
        ko: ko.into(),
    }
}

/// The question of the design's pictures.
pub fn question() -> Question {
    Question {
        id: "invent-and-simplify-01".into(),
        pack: "behavioural".into(),
        principles: vec![Principle::InventAndSimplify, Principle::BiasForAction],
        themes: vec![9],
        text: both(
            "Tell me about a time you dropped the usual practice and solved a problem in a way you had never tried. What made you decide on it?",
            "늘 하던 방식을 접고, 처음 해 보는 방법으로 문제를 푼 적이 있나요? 그렇게 정한 근거는 무엇이었나요?",
        ),
        follow_ups: [
            FollowUpKind::Numbers,
            FollowUpKind::Why,
            FollowUpKind::YourPart,
        ]
        .map(|kind| FollowUp {
            kind,
            text: both("Which figures show it?", "어떤 수치로 알 수 있나요?"),
            points: vec![],
        })
        .to_vec(),
        ..Question::default()
    }
}

/// A rubric of ten lines.
pub fn rubric() -> Rubric {
    let names = [
        ("episode", "One real episode", "한 가지 실제 경험"),
        ("situation", "Situation", "상황"),
        ("task", "Task", "과제"),
        ("action", "Action", "행동"),
        ("result", "Result", "결과"),
        ("i-not-we", "“I”, not “we”", "‘우리’가 아닌 ‘나’"),
        ("numbers", "Numbers", "수치"),
        ("depth", "Depth", "깊이"),
        ("delivery", "Delivery", "전달"),
        (
            "english-after-switch",
            "After the switch",
            "전환 후 이어 말하기",
        ),
    ];
    Rubric {
        lines: names
            .iter()
            .map(|(id, en, ko)| RubricLine {
                id: (*id).into(),
                when: if *id == "english-after-switch" {
                    LineWhen::AfterSwitch
                } else {
                    LineWhen::Always
                },
                name: both(en, ko),
                anchors: std::array::from_fn(|n| {
                    both(
                        &format!("{en}: what {} stands for", n + 1),
                        &format!("{ko}: {}점이 뜻하는 문장", n + 1),
                    )
                }),
            })
            .collect(),
    }
}

/// An attempt `minutes_ago` minutes before [`now`], 112 s long, with a cue at 48 s if the plan switches.
pub fn attempt(minutes_ago: i64, plan: LanguagePlan) -> Attempt {
    use jiff::ToSpan as _;
    let created = &now().date - minutes_ago.minutes();
    let rate = 48_000;
    let marks = plan
        .switch_to()
        .map(|to| {
            Mark::new(
                48 * u64::from(rate),
                MarkKind::Cue {
                    to,
                    by: CueBy::Drill,
                },
            )
        })
        .into_iter()
        .collect();
    Attempt {
        app_version: "0.1.0".into(),
        drill: plan
            .switch_to()
            .map(|_| DrillPlan::draw(1, Hazard::ANSWER, 0.0)),
        take: Take {
            file: "answer.wav".into(),
            state: TakeState::Complete,
            sample_rate_hz: rate,
            frames: 112 * u64::from(rate),
            device: Some(DeviceNote {
                id: "pulseaudio:mic".into(),
                name: "USB 마이크".into(),
            }),
            gaps: vec![],
            peak_dbfs: Some(-6.0),
            levels: None,
        },
        marks,
        ..Attempt::planned(
            AttemptId::new(&created, "invent-and-simplify-01", minutes_ago as u16),
            created,
            AskedQuestion::from(&question()),
            plan,
        )
    }
}

/// A speech-like picture of a take: bursts and pauses, no randomness.
pub fn peaks(frames: u64, rate: u32) -> Arc<Peaks> {
    let per = 480;
    let count = frames.div_ceil(per);
    let peaks = (0..count).map(|n| {
        let secs = n as f32 / 100.0;
        let speech = if (secs % 5.0) < 3.8 { 1.0 } else { 0.02 };
        let wave = ((secs * 17.0).sin() * (secs * 3.1).cos()).abs().max(0.15);
        let high = (speech * wave * 24_000.0) as i16;
        Peak {
            min: -high,
            max: high,
        }
    });
    Arc::new(Peaks::new(per as u32, frames, rate, peaks.collect()))
}

/// A state after a start with these attempts, newest first.
pub fn state(language: Language, attempts: Vec<Attempt>) -> State {
    let settings = Settings {
        language: Some(language),
        theme: ThemeChoice::Light,
        ..Settings::default()
    };
    let mut state = State::new(7, rubric(), language, settings, "0.1.0");
    state.questions = vec![question()];
    state.practice.question = Some(question());
    state.library.status = retake::flow::state::LibraryStatus::Ready;
    state.library.root = Some("/home/min/Retake".into());
    for attempt in &attempts {
        let made = peaks(attempt.take.frames, attempt.take.sample_rate_hz);
        state.peaks.insert(attempt.id.clone(), Some(made));
    }
    state.library.entries = attempts
        .into_iter()
        .map(|a| Entry::new(Arc::new(a)))
        .collect();
    let filter = state.timeline.filter.clone();
    let rows = retake::model::timeline::rows(&state.library.entries, &filter);
    state.timeline.rows.keep((0, filter), rows);
    state
}

/// What a harness draws and collects.
pub struct Stage {
    /// The state on show; tests may change it.
    pub state: State,
    /// Commands pushed since the start.
    pub commands: Vec<Command>,
    memory: Memory,
    words: Rc<AllWords>,
    now: Now,
}

/// A window of a size that shows a state, without flow: commands are only collected.
pub fn window(state: State, size: [f32; 2]) -> Harness<'static, Stage> {
    let shown = Stage {
        state,
        commands: Vec::new(),
        memory: Memory::default(),
        words: Rc::new(AllWords::load().unwrap()),
        now: now(),
    };
    Harness::builder()
        .with_size(size)
        .with_pixels_per_point(1.0)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, stage: &mut Stage| {
                theme::follow(ui.ctx(), stage.state.settings.theme);
                let words = Rc::clone(&stage.words);
                root::root_ui(
                    ui,
                    &stage.state,
                    &stage.now,
                    &words,
                    &mut stage.memory,
                    &mut stage.commands,
                );
            },
            shown,
        )
}

/// A window of the usual size.
pub const WIDE: [f32; 2] = [1100.0, 720.0];
/// The smallest window.
pub const SMALL: [f32; 2] = [800.0, 560.0];
/// Both interface languages.
pub const BOTH: [Language; 2] = [Language::Korean, Language::English];

/// What a click on a label asks for.
pub fn asked_by(window: &mut Harness<'static, Stage>, role: Role, label: &str) -> Vec<Command> {
    window.state_mut().commands.clear();
    window.get_by_role_and_label(role, label).click();
    window.run_steps(3);
    std::mem::take(&mut window.state_mut().commands)
}

/// The words for a language.
pub fn said<'a>(language: Language, korean: &'a str, english: &'a str) -> &'a str {
    match language {
        Language::Korean => korean,
        Language::English => english,
    }
}
