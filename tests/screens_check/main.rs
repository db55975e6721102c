//! The sound check by role and label, in both languages: every state says what it is and what to do.

#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
pub mod view;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use retake::flow::check::{CheckRecording, CheckResult, Quiet, Speaker, Stage};
use retake::flow::state::Screen;
use retake::flow::{Command, State};
use retake::model::fault::SoundFault;
use retake::model::language::Language;
use retake::model::mic_issue::{MicIssue, troubles};
use retake::model::peaks::Peak;
use retake::model::settings::ThemeChoice;
use retake::model::sound::{Device, Devices, Levels};
use retake::model::sound_check::{CheckEnd, Heard, Hum};

const WIDE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
const BOTH: [Language; 2] = common::BOTH;

fn device(id: &str, name: &str) -> Device {
    Device {
        id: id.into(),
        name: name.into(),
    }
}

fn check(language: Language, shown: Stage) -> State {
    let mut state = common::state(language, vec![]);
    state.screen = Screen::Check;
    state.devices = Some(Devices {
        inputs: vec![
            device("mic:usb", "USB 마이크"),
            device("mic:in", "Built-in"),
        ],
        outputs: vec![device("out:in", "Speakers")],
        default_input: Some("mic:usb".into()),
        default_output: Some("out:in".into()),
    });
    state.check.stage = shown;
    state
}

fn good() -> CheckEnd {
    CheckEnd {
        device: Some(device("mic:usb", "USB 마이크")),
        sample_rate_hz: 48_000,
        first_sample_secs: Some(0.07),
        heard: Heard {
            frames: 144_000,
            peak_dbfs: Some(-9.0),
            levels: Some(Levels {
                noise_dbfs: -61.7,
                speech_dbfs: -23.4,
                clipped_frames: 0,
            }),
            ..Heard::default()
        },
        ..CheckEnd::default()
    }
}

fn done(end: CheckEnd) -> Stage {
    let troubles = troubles(&end, None);
    let peaks = (0..96)
        .map(|n: i16| Peak {
            min: -(n % 17) * 900,
            max: (n % 13) * 1_000,
        })
        .collect();
    Stage::Done(Box::new(CheckResult {
        end,
        troubles,
        peaks,
    }))
}

/// The worst that can be found at once.
fn dreadful() -> CheckEnd {
    let mut end = good();
    end.sample_rate_hz = 16_000;
    end.lost_frames = 20_000;
    end.first_sample_secs = Some(1.8);
    end.heard.hum = Some(Hum {
        mains_hz: 60,
        dbfs: -40.0,
    });
    end.heard.levels = Some(Levels {
        noise_dbfs: -30.0,
        speech_dbfs: -20.0,
        clipped_frames: 2_000,
    });
    end
}

fn denied() -> CheckEnd {
    CheckEnd {
        fault: Some(SoundFault::PermissionDenied),
        ..CheckEnd::default()
    }
}

fn clicked(state: State, size: [f32; 2], label: &str) -> Vec<Command> {
    let mut window = common::window(state, size);
    window.run();
    window.get_by_role_and_label(Role::Button, label).click();
    window.run();
    window.state().commands.clone()
}

#[test]
fn the_disc_asks_for_a_voice_and_the_way_back_leads_back() {
    for (language, speak, tone, back) in [
        (
            Language::Korean,
            "3초 동안 말해 보세요",
            "테스트 소리 재생",
            "돌아가기",
        ),
        (
            Language::English,
            "Speak for three seconds",
            "Play a tone",
            "Back",
        ),
    ] {
        for size in [WIDE, SMALL] {
            let state = || check(language, Stage::Idle);
            assert_eq!(clicked(state(), size, speak), [Command::CheckSpeak]);
            assert_eq!(clicked(state(), size, tone), [Command::CheckTone]);
            assert_eq!(clicked(state(), size, back), [Command::Escape]);
        }
    }
}

#[test]
fn while_it_listens_the_disc_stops_and_the_tone_is_silent() {
    for (language, opening, listening, tone) in [
        (
            Language::Korean,
            "마이크를 여는 중…",
            "듣고 있어요. 편하게 말하세요",
            "테스트 소리 재생",
        ),
        (
            Language::English,
            "Opening the microphone…",
            "Listening: speak normally",
            "Play a tone",
        ),
    ] {
        for (secs, words) in [(0.0, opening), (1.2, listening)] {
            let stage = Stage::Listening(CheckRecording {
                id: 1,
                secs,
                level_dbfs: -20.0,
                peaks: vec![Peak { min: -9, max: 900 }; 40],
            });
            let mut window = common::window(check(language, stage), WIDE);
            window.run();
            window.get_by_role(Role::Meter);
            window.get_by_role_and_label(Role::Button, tone).click();
            window.get_by_role_and_label(Role::Button, words).click();
            window.run();
            assert_eq!(window.state().commands, [Command::CheckSpeak]);
        }
    }
}

#[test]
fn the_verdict_is_said_with_its_figures_and_what_to_check_next() {
    let cases = [
        (
            Language::Korean,
            "좋아요",
            [
                "목소리: −23 dBFS",
                "주변 소음: −62 dBFS",
                "샘플레이트: 48 kHz",
                "첫 소리까지: 0.07초",
                "빠진 소리: 없음",
            ],
            "이제 화상 면접 앱에서도 이 마이크를 쓰는지 확인하세요.",
            "다시 듣기",
        ),
        (
            Language::English,
            "Good",
            [
                "Voice: −23 dBFS",
                "Room noise: −62 dBFS",
                "Sample rate: 48 kHz",
                "First sound after: 0.07 s",
                "Lost sound: None",
            ],
            "Now make sure your call app uses this microphone too.",
            "Hear it again",
        ),
    ];
    for (language, verdict, figures, next, replay) in cases {
        let mut window = common::window(check(language, done(good())), WIDE);
        window.run();
        window.get_by_role_and_label(Role::Status, verdict);
        for figure in figures {
            window.get_by_label(figure);
        }
        window.get_by_label(next);
        window.get_by_role_and_label(Role::Button, replay).click();
        window.run();
        assert_eq!(window.state().commands, [Command::CheckReplay]);
    }
}

#[test]
fn troubles_say_what_to_do() {
    let mut usable = good();
    usable.sample_rate_hz = 16_000;
    let mut muted = good();
    muted.heard = Heard {
        frames: 144_000,
        ..Heard::default()
    };
    let cases = [
        (
            usable,
            ["쓸 수 있어요", "Usable"],
            [
                "블루투스 헤드셋이 통화 모드인 것 같아요. 내장 마이크나 USB 마이크로 바꾸고, 헤드셋은 듣는 데만 쓰세요.",
                "A Bluetooth headset is probably in call mode. Use the built-in or a USB microphone, and the headset only for listening.",
            ],
        ),
        (
            muted,
            ["이대로는 쓸 수 없어요", "Not usable like this"],
            [
                "음소거 버튼과 시스템의 개인정보 보호 설정을 확인하세요.",
                "Check its mute switch and the system’s privacy settings.",
            ],
        ),
        (
            denied(),
            ["이대로는 쓸 수 없어요", "Not usable like this"],
            [
                "시스템의 개인정보 보호 설정에서 마이크를 허용하고 다시 시도하세요.",
                "Allow the microphone in the system’s privacy settings, then try again.",
            ],
        ),
    ];
    for (end, verdicts, remedies) in cases {
        for (at, language) in BOTH.into_iter().enumerate() {
            let state = check(language, done(end.clone()));
            let mut window = common::window(state, WIDE);
            window.run();
            window.get_by_role_and_label(Role::Status, verdicts[at]);
            window.get_by_label(remedies[at]);
        }
    }
}

#[test]
fn no_microphone_is_said_before_anybody_speaks() {
    for (language, what, again) in [
        (
            Language::Korean,
            "마이크를 찾지 못했어요.",
            "다시 말해 보기",
        ),
        (Language::English, "No microphone was found.", "Speak again"),
    ] {
        let mut state = check(language, Stage::Idle);
        state.devices = Some(Devices::default());
        let mut window = common::window(state.clone(), WIDE);
        window.run();
        window.get_by_label(what);
        assert_eq!(clicked(state, WIDE, again), [Command::CheckSpeak]);
    }
}

#[test]
fn a_speaker_that_fails_is_a_trouble_of_its_own() {
    for stage in [Stage::Idle, done(good())] {
        let mut state = check(Language::English, stage);
        state.check.speaker = Speaker::Failed(SoundFault::NoSpeaker);
        let mut window = common::window(state, WIDE);
        window.run();
        window.get_by_label_contains("No speaker was found.");
    }
}

#[test]
fn nothing_is_wider_than_the_window_and_what_is_higher_can_be_scrolled_to() {
    for language in BOTH {
        for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
            for size in [WIDE, SMALL] {
                for end in [good(), dreadful(), denied()] {
                    let mut state = check(language, done(end));
                    state.settings.theme = theme;
                    let mut window = common::window(state, size);
                    window.run();
                    for node in window.query_all_by_role(Role::Label) {
                        let rect = node.rect();
                        assert!(
                            rect.left() >= 80.0 && rect.right() <= size[0] - 16.0,
                            "{rect:?} {size:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn settings_and_the_badge_lead_to_the_check() {
    for (language, open) in [(Language::Korean, "점검하기"), (Language::English, "Check")] {
        let mut state = check(language, Stage::Idle);
        state.screen = Screen::Settings;
        let asked = clicked(state, [1100.0, 1600.0], open);
        assert_eq!(asked, [Command::GoTo(Screen::Check)]);
    }
    let found = |trouble| Quiet::Found(vec![trouble]);
    for (quiet, korean, english) in [
        (
            Quiet::Listening(1),
            "마이크 확인 중…",
            "Checking the microphone…",
        ),
        (
            found(MicIssue::Muted),
            "마이크가 꺼진 것 같아요",
            "Microphone seems to be muted",
        ),
        (
            found(MicIssue::CallMode(8_000)),
            "마이크가 통화 모드예요",
            "Microphone is in call mode",
        ),
    ] {
        for (language, badge) in [(Language::Korean, korean), (Language::English, english)] {
            let mut state = check(language, Stage::Idle);
            state.screen = Screen::Practice;
            state.check.quiet = quiet.clone();
            let asked = clicked(state, WIDE, badge);
            assert_eq!(asked, [Command::GoTo(Screen::Check)]);
        }
    }
}

#[test]
fn two_microphones_of_one_name_are_told_apart() {
    let mut state = check(Language::English, Stage::Idle);
    let all = [("b", "USB Mic"), ("a", "USB Mic"), ("c", "Headset")];
    let all = all.map(|(id, name)| device(id, name));
    let names: Vec<String> = all.iter().map(|it| it.name_among(&all)).collect();
    assert_eq!(names, ["USB Mic (2)", "USB Mic (1)", "Headset"]);
    state.devices = Some(Devices {
        inputs: all.to_vec(),
        default_input: Some("b".into()),
        ..Devices::default()
    });
    let mut window = common::window(state, WIDE);
    window.run();
    window
        .get_by(|node| node.label().is_some_and(|it| it.contains("USB Mic (2)")))
        .click();
    window.run();
    let listed = |label: &str| {
        let found = window.query_by_role_and_label(Role::MenuItemRadio, label);
        found.is_some()
    };
    assert!(listed("USB Mic (1)") && listed("USB Mic (2)"));
    assert!(!listed("USB Mic"));
}
