//! Practice by role and label, in both languages: empty, typical, busy. Beside it: `over.rs` for
//! faults and all that lies over the screen, `interrupted.rs` for a take without its microphone,
//! `room.rs` for what has to fit.

mod common;
#[path = "screens_practice/follow_up.rs"]
mod follow_up;
#[path = "screens_practice/interrupted.rs"]
mod interrupted;
#[path = "screens_practice/mending.rs"]
mod mending;
#[path = "screens_practice/menu.rs"]
mod menu;
#[path = "screens_practice/over.rs"]
mod over;
#[path = "screens_practice/reading.rs"]
mod reading;
#[path = "screens_practice/room.rs"]
mod room;
#[path = "screens_practice/setup.rs"]
mod setup;
#[path = "screens_practice/view.rs"]
mod view;

use std::sync::Arc;
use std::time::Duration;

use common::{asked_by, said};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::place::Place;
use retake::flow::state::{LibraryStatus, Phase, Recording, Screen, State, Then};
use retake::model::fault::FileFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::live::LiveTake;
use retake::model::mark::{CueBy, Mark, MarkKind};
use retake::model::peaks::Peak;
use retake::model::sound::{Device, Devices};

const WIDE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
const LANGUAGES: [Language; 2] = [Language::Korean, Language::English];

fn typical(language: Language) -> State {
    let mut state = common::state(
        language,
        vec![common::attempt(60, LanguagePlan::KoreanToEnglish)],
    );
    state.devices = Some(Devices {
        inputs: vec![Device {
            id: "pulseaudio:mic".into(),
            name: "USB mic".into(),
        }],
        ..Devices::default()
    });
    state
}

fn recording(secs: u64) -> Recording {
    let mut live = LiveTake {
        sample_rate_hz: 48_000,
        captured_frames: secs * 48_000,
        written_frames: (secs - 1) * 48_000,
        level_dbfs: -18.0,
        ..LiveTake::default()
    };
    for n in 0..secs * 32 {
        let high = (n * 371 % 20_000) as i16;
        live.push_peaks(&[Peak {
            min: -high,
            max: high,
        }]);
    }
    Recording {
        attempt: Arc::new(common::attempt(0, LanguagePlan::KoreanToEnglish)),
        live,
        device_name: "USB mic".into(),
        marks: Vec::new(),
        cue_ordered: None,
        cue_until: None,
        interruption_until: None,
        trouble: None,
        then: Then::Keep,
    }
}

fn busy(language: Language, recording: Recording) -> State {
    let mut state = typical(language);
    state.practice.phase = Phase::Recording(recording);
    state
}

#[test]
fn every_control_of_the_idle_screen_asks_for_its_command() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut window = common::window(typical(language), size);
            for (role, korean, english, command) in [
                (Role::Button, "답하기", "Answer", Command::Record),
                (
                    Role::Button,
                    "다음 질문",
                    "Next question",
                    Command::NextQuestion,
                ),
                (
                    Role::Button,
                    "영어로 보기",
                    "View in English",
                    Command::ToggleQuestionLanguage,
                ),
                (
                    Role::Button,
                    "STAR 시간표 숨기기",
                    "Hide STAR guide",
                    Command::ToggleStarHint,
                ),
                (
                    Role::Button,
                    "모든 단축키",
                    "All shortcuts",
                    Command::ToggleKeys,
                ),
                (
                    Role::Button,
                    "마이크: USB mic",
                    "Microphone: USB mic",
                    Command::GoTo(Screen::Check),
                ),
                (
                    Role::RadioButton,
                    "영어",
                    "English",
                    Command::SetPlan(LanguagePlan::English),
                ),
                (
                    Role::RadioButton,
                    "영어 → 한국어",
                    "English → Korean",
                    Command::SetPlan(LanguagePlan::EnglishToKorean),
                ),
                (Role::RadioButton, "30초", "30 s", Command::SetThinkSecs(30)),
                (
                    Role::Tab,
                    "기록",
                    "Record",
                    Command::GoToPlace(Place::Record),
                ),
                (
                    Role::Tab,
                    "설정",
                    "Settings",
                    Command::GoToPlace(Place::Settings),
                ),
                (
                    Role::Tab,
                    "전환 훈련",
                    "Drill",
                    Command::GoTo(Screen::Drill),
                ),
                (
                    Role::Tab,
                    "모의 면접",
                    "Interview",
                    Command::GoTo(Screen::Interview),
                ),
            ] {
                let label = said(language, korean, english);
                assert_eq!(asked_by(&mut window, role, label), [command], "{label}");
            }
        }
    }
}

#[test]
fn an_idle_screen_asks_for_no_frames() {
    for state in [
        typical(Language::Korean),
        common::state(Language::English, vec![]),
    ] {
        let mut window = common::window(state, WIDE);
        window.run();
        assert!(!window.ctx.has_requested_repaint());
        let next = &window.output().viewport_output[&egui::ViewportId::ROOT];
        assert_eq!(next.repaint_delay, Duration::MAX);
    }
}

#[test]
fn a_recording_asks_for_frames_and_a_closing_one_does_not() {
    let delay = |state: State| {
        let window = common::window(state, WIDE);
        window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay
    };
    let running = delay(busy(Language::Korean, recording(67)));
    assert!(
        running > Duration::ZERO && running < Duration::from_millis(50),
        "{running:?}"
    );
    let mut closing = typical(Language::Korean);
    closing.practice.phase = Phase::Finishing(recording(67));
    assert_eq!(delay(closing), Duration::MAX);
}

#[test]
fn a_running_take_can_be_stopped_marked_and_switched() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut window = common::window(busy(language, recording(67)), size);
            for (korean, english, command) in [
                ("끝내기", "Stop", Command::StopRecording),
                ("여기 표시", "Flag", Command::Flag),
                ("지금 전환", "Switch now", Command::CueNow),
                ("처음부터 다시", "Start over", Command::StartOver),
                ("버리기", "Discard", Command::DiscardTake),
            ] {
                let label = said(language, korean, english);
                assert_eq!(asked_by(&mut window, Role::Button, label), [command]);
            }
            let saved = said(
                language,
                "USB mic · 1:06까지 저장됨",
                "USB mic · saved up to 1:06",
            );
            window.get_by_role_and_label(Role::Status, saved);
            let time = said(language, "2:00 중 1:07", "1:07 of 2:00");
            window.get_by_role_and_label(Role::Timer, time);
            let rail = said(language, "연습 · 녹음 중", "Practice · recording");
            window.get_by_role_and_label(Role::Tab, rail);
            assert!(
                window.query_by_role(Role::ComboBox).is_none(),
                "no filter while speaking"
            );
        }
    }
}

#[test]
fn a_switch_that_fell_is_spent_and_named() {
    let mut after = recording(67);
    after.marks.push(Mark::new(
        48 * 48_000,
        MarkKind::Cue {
            to: Language::English,
            by: CueBy::Drill,
        },
    ));
    let mut window = common::window(busy(Language::Korean, after), WIDE);
    window.get_by_role_and_label(Role::Label, "영어");
    assert_eq!(asked_by(&mut window, Role::Button, "지금 전환"), []);
    assert!(
        window
            .get_by_label("지금 전환")
            .accesskit_node()
            .is_disabled()
    );
}

#[test]
fn the_star_line_can_be_put_away() {
    let mut state = busy(Language::English, recording(67));
    let window = common::window(state.clone(), WIDE);
    window.get_by_label("Situation");
    state.settings.star_hint = false;
    let window = common::window(state, WIDE);
    assert!(window.query_by_label("Situation").is_none());
    window.get_by_label("Target 2:00");
}

#[test]
fn thinking_counts_down_and_can_be_cut_short_or_left() {
    for language in LANGUAGES {
        let mut state = typical(language);
        state.practice.phase = Phase::Thinking {
            until: common::now().since_start + Duration::from_millis(8_300),
        };
        let mut window = common::window(state, SMALL);
        let count = said(
            language,
            "9초 뒤에 녹음을 시작해요",
            "9 seconds until recording starts",
        );
        window.get_by_role_and_label(Role::Timer, count);
        let start = said(language, "지금 시작", "Start now");
        assert_eq!(
            asked_by(&mut window, Role::Button, start),
            [Command::Record]
        );
        let back = said(language, "돌아가기", "Back");
        assert_eq!(
            asked_by(&mut window, Role::Button, back),
            [Command::CancelRecording]
        );
    }
}

#[test]
fn the_disc_waits_where_nothing_can_be_done() {
    let attempt = Arc::new(common::attempt(0, LanguagePlan::Korean));
    let mut arming = typical(Language::English);
    arming.practice.phase = Phase::Arming(attempt);
    let mut finishing = typical(Language::English);
    finishing.practice.phase = Phase::Finishing(recording(20));
    let mut closing = finishing.clone();
    closing.closing = true;
    let mut opening = typical(Language::English);
    opening.library.status = LibraryStatus::Opening;
    let mut failed = typical(Language::English);
    failed.library.status = LibraryStatus::Failed(FileFault::NoFileDialog);
    let mut not_drawn = typical(Language::English);
    not_drawn.practice.question = None;
    let mut no_questions = not_drawn.clone();
    no_questions.questions.clear();
    let refuses = |state: State, label: &str| {
        let mut window = common::window(state, WIDE);
        assert_eq!(asked_by(&mut window, Role::Button, label), [], "{label}");
    };
    refuses(arming, "Waiting for the microphone…");
    refuses(finishing, "Saving…");
    refuses(closing, "Saving, then closing…");
    refuses(opening, "Opening your library…");
    refuses(failed, "Can’t record: the library isn’t open");
    refuses(not_drawn, "Draw a question first");
    refuses(no_questions, "Can’t record: there are no questions");
}

#[test]
fn without_questions_or_microphone_the_screen_says_so() {
    for language in LANGUAGES {
        let mut state = typical(language);
        state.questions.clear();
        state.practice.question = None;
        state.devices = Some(Devices::default());
        let window = common::window(state, SMALL);
        window.get_by_label(said(language, "질문이 없어요", "There are no questions"));
        window.get_by_label(said(language, "마이크 없음", "No microphone"));
    }
}

#[test]
fn a_chosen_microphone_that_is_gone_is_told_where_one_reads() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let said = said(
                language,
                "고른 마이크가 연결돼 있지 않아요. USB mic로 녹음해요.",
                "The microphone you chose isn’t connected. Recording with USB mic.",
            );
            let mut state = typical(language);
            state.settings.input_device = Some("pulseaudio:yeti".into());
            let mut thinking = state.clone();
            thinking.practice.phase = Phase::Thinking {
                until: common::now().since_start + Duration::from_millis(8_300),
            };
            for state in [&state, &thinking] {
                let window = common::window(state.clone(), size);
                let told = window.get_by_role_and_label(Role::Status, said).rect();
                assert!(told.width() > 250.0 && told.bottom() <= size[1]);
            }
            state.settings.input_device = Some("pulseaudio:mic".into());
            let window = common::window(state, size);
            assert!(window.query_by_label(said).is_none(), "it is there");
        }
    }
}

#[test]
fn little_space_is_told_in_minutes() {
    let mut state = typical(Language::English);
    state.free_bytes = Some(96_000 * 60 * 12);
    let window = common::window(state, WIDE);
    window.get_by_label("Microphone: USB mic · room for 12 min");
}
