//! Practice without its microphone: what is safe, what can be done, in each of its states.

use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::state::{Banner, GoingOn, Interrupted, Phase, Screen, State};
use retake::model::fault::{FileFault, SoundFault};
use retake::model::language::Language;
use retake::model::sound::{Device, Devices};

use crate::{LANGUAGES, SMALL, WIDE, asked_by, common, recording, said, typical};

/// A take of 1:07 that lost its microphone, with one of this name left.
fn waiting(language: Language, left: Option<&str>, going_on: GoingOn) -> State {
    let mut state = typical(language);
    let mut recording = recording(67);
    recording.live.written_frames = recording.live.captured_frames;
    state.practice.phase = Phase::Interrupted(Interrupted {
        recording,
        fault: SoundFault::DeviceLost,
        going_on,
        look_at: common::now().since_start + Duration::from_secs(2),
    });
    let device = |name: &str| Device {
        id: "pulseaudio:built-in".into(),
        name: name.into(),
    };
    state.devices = Some(Devices {
        inputs: left.map(device).into_iter().collect(),
        ..Devices::default()
    });
    state.banner = Some(Banner {
        fault: SoundFault::DeviceLost.into(),
        more: 0,
        saved_secs: Some(67.0),
    });
    state
}

fn name(language: Language) -> &'static str {
    said(language, "내장 마이크", "Built-in microphone")
}

#[test]
fn one_key_goes_on_and_all_ways_are_on_the_screen() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let state = waiting(language, Some(name(language)), GoingOn::Waits);
            let mut window = common::window(state, size);
            let banner = said(
                language,
                "마이크 연결이 끊겼어요. 1:07까지 저장했어요. 다시 꽂거나, 내장 마이크로 이어서 녹음하세요.",
                "The microphone was disconnected. Saved up to 1:07. Plug it in again, or continue with Built-in microphone.",
            );
            window.get_by_role_and_label(Role::Alert, banner);
            window.get_by_label(said(
                language,
                "1:07까지 모두 저장됨",
                "All saved up to 1:07",
            ));
            let other = match (language, size == WIDE) {
                (Language::Korean, true) => "다른 마이크…",
                (Language::Korean, false) => "마이크…",
                (Language::English, true) => "Other microphone…",
                (Language::English, false) => "Microphone…",
            };
            let asked = asked_by(&mut window, Role::Button, other);
            assert_eq!(asked, [Command::GoTo(Screen::Settings)]);
            for (korean, english, command) in [
                (
                    "내장 마이크로 이어서 녹음",
                    "Continue with Built-in microphone",
                    Command::ResumeRecording,
                ),
                (
                    "지금까지 듣기",
                    "Listen to what you have",
                    Command::StopRecording,
                ),
                ("처음부터 다시", "Start over", Command::StartOver),
            ] {
                let label = said(language, korean, english);
                assert_eq!(asked_by(&mut window, Role::Button, label), [command]);
            }
            assert!(
                window
                    .query_by_label_contains(said(language, "녹음 중", "· recording"))
                    .is_none()
            );
        }
    }
}

#[test]
fn without_a_microphone_the_disc_says_what_to_do() {
    for language in LANGUAGES {
        let mut window = common::window(waiting(language, None, GoingOn::Waits), SMALL);
        for label in [
            said(
                language,
                "마이크를 연결하면 이어서 녹음할 수 있어요",
                "Plug in a microphone to continue",
            ),
            said(language, "처음부터 다시", "Start over"),
        ] {
            assert_eq!(asked_by(&mut window, Role::Button, label), []);
            assert!(window.get_by_label(label).accesskit_node().is_disabled());
        }
        let listen = said(language, "지금까지 듣기", "Listen to what you have");
        let asked = asked_by(&mut window, Role::Button, listen);
        assert_eq!(asked, [Command::StopRecording]);
    }
}

#[test]
fn while_a_microphone_opens_or_is_looked_for_the_disc_waits() {
    for language in LANGUAGES {
        let opens = waiting(language, Some(name(language)), GoingOn::Opens);
        let mut looks = waiting(language, None, GoingOn::Waits);
        looks.devices = None;
        let mut unknown = waiting(language, None, GoingOn::Opens);
        unknown.devices = None;
        for (state, korean, english) in [
            (
                opens,
                "내장 마이크 여는 중…",
                "Opening Built-in microphone…",
            ),
            (looks, "마이크를 찾는 중…", "Looking for microphones…"),
            (
                unknown,
                "마이크를 기다리는 중…",
                "Waiting for the microphone…",
            ),
        ] {
            let mut window = common::window(state, WIDE);
            let label = said(language, korean, english);
            // The badge under the banner may say the same.
            let disc = window
                .query_all_by_role_and_label(Role::Button, label)
                .find(|button| button.accesskit_node().is_disabled());
            assert!(disc.is_some(), "{label}");
            window.run();
            let next = &window.output().viewport_output[&egui::ViewportId::ROOT];
            assert_eq!(next.repaint_delay, Duration::MAX, "nothing moves");
        }
    }
}

#[test]
fn what_failed_is_said_and_can_be_tried_again() {
    for language in LANGUAGES {
        let mut state = waiting(language, Some(name(language)), GoingOn::Failed);
        if let Phase::Interrupted(waits) = &mut state.practice.phase {
            waits.fault = SoundFault::DeviceBusy;
        }
        state.banner = Some(Banner {
            fault: SoundFault::DeviceBusy.into(),
            more: 0,
            saved_secs: Some(67.0),
        });
        let mut window = common::window(state, SMALL);
        let banner = said(
            language,
            "다른 프로그램에서 이 장치를 사용하고 있어요. 1:07까지 저장했어요. 다시 시도하거나, 다른 마이크를 고르세요.",
            "Another program is using this device. Saved up to 1:07. Try again, or choose another microphone.",
        );
        window.get_by_role_and_label(Role::Alert, banner);
        let again = said(
            language,
            "내장 마이크로 다시 시도",
            "Try Built-in microphone again",
        );
        let asked = asked_by(&mut window, Role::Button, again);
        assert_eq!(asked, [Command::ResumeRecording]);
    }
}

#[test]
fn whoever_puts_the_banner_away_can_still_listen() {
    let other = Banner {
        fault: FileFault::NoFileDialog.into(),
        more: 0,
        saved_secs: None,
    };
    for banner in [None, Some(other)] {
        let mut state = waiting(Language::English, Some("USB mic"), GoingOn::Waits);
        state.banner = banner;
        let mut window = common::window(state, WIDE);
        let asked = asked_by(&mut window, Role::Button, "Listen to what you have");
        assert_eq!(asked, [Command::StopRecording]);
        // And the badge leads to where a microphone is chosen.
        window.get_by_role_and_label(Role::Button, "Microphone: USB mic");
    }
}

#[test]
fn where_a_microphone_is_chosen_the_banner_leads_back() {
    for language in LANGUAGES {
        let mut state = waiting(language, Some("USB mic"), GoingOn::Waits);
        state.screen = Screen::Settings;
        let mut window = common::window(state, SMALL);
        let back = said(language, "녹음으로 돌아가기", "Back to the recording");
        let asked = asked_by(&mut window, Role::Button, back);
        assert_eq!(asked, [Command::GoTo(Screen::Practice)]);
    }
}

#[test]
fn long_names_leave_room_for_what_is_done_with_them() {
    for language in LANGUAGES {
        let long = "GeneralPlus USB Audio Device with a very long name, Analog Stereo";
        let window = common::window(waiting(language, Some(long), GoingOn::Waits), SMALL);
        let verb = said(language, "이어서 녹음", "Continue with");
        let disc = window.query_all_by_role(Role::Button).find(|button| {
            let label = button.accesskit_node().label().unwrap_or_default();
            label.contains(verb)
        });
        let label = disc
            .and_then(|disc| disc.accesskit_node().label())
            .unwrap_or_default();
        assert!(label.contains('…') && label.chars().count() < 64, "{label}");
    }
}
