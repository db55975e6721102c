//! What lies over the practice screen: banner, toast, cue.

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::state::{Banner, Phase, Screen, Toast, ToastKind};
use retake::model::fault::{FileFault, SoundFault};
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{CueBy, Mark, MarkKind};

use crate::common::{self, Stage};
use crate::{LANGUAGES, SMALL, WIDE, asked_by, busy, recording, said, typical};

#[test]
fn a_fault_covers_the_top_bar_and_moves_nothing() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut state = busy(language, recording(67));
            let places = |window: &Harness<'static, Stage>| {
                let question = common::question();
                let words = question.text.ko.split(',').next().unwrap().to_owned();
                (
                    window.get_by_label_contains(&words).rect(),
                    window.get_by_label(said(language, "끝내기", "Stop")).rect(),
                    window.get_by_role(Role::Image).rect(),
                )
            };
            let calm = places(&common::window(state.clone(), size));
            let Phase::Recording(recording) = &mut state.practice.phase else {
                unreachable!()
            };
            recording.trouble = Some(SoundFault::DeviceLost);
            state.banner = Some(Banner {
                fault: SoundFault::DeviceLost.into(),
                more: 1,
                saved_secs: Some(67.0),
            });
            let mut window = common::window(state, size);
            assert_eq!(places(&window), calm);
            let alert = window.get_by_role(Role::Alert).rect();
            assert!(alert.height() <= 52.5);
            window.get_by_label_contains(said(
                language,
                "1:07까지 저장했어요.",
                "Saved up to 1:07.",
            ));
            window.get_by_label("+1");
            let dismiss = said(language, "닫기", "Dismiss");
            assert_eq!(
                asked_by(&mut window, Role::Button, dismiss),
                [Command::DismissBanner]
            );
            let choose = match (language, size == WIDE) {
                (Language::Korean, true) => "마이크 고르기…",
                (Language::Korean, false) => "마이크…",
                (Language::English, true) => "Choose microphone…",
                (Language::English, false) => "Microphone…",
            };
            let asked = asked_by(&mut window, Role::Button, choose);
            assert_eq!(asked, [Command::GoTo(Screen::Settings)]);
        }
    }
}

#[test]
fn a_fault_hides_nothing_that_can_be_pressed() {
    use egui_kittest::kittest::NodeT as _;
    for size in [WIDE, SMALL, [960.0, 540.0]] {
        for screen in [
            Screen::Practice,
            Screen::Review,
            Screen::Timeline,
            Screen::Today,
            Screen::Drill,
            Screen::Settings,
        ] {
            let mut state = typical(Language::English);
            let id = state.library.entries[0].attempt.id.clone();
            state.review = Some(retake::flow::state::Review {
                id,
                line: 0,
                sitting: None,
                from: Screen::Timeline,
            });
            state.screen = screen;
            state.banner = Some(Banner {
                fault: SoundFault::DeviceLost.into(),
                more: 0,
                saved_secs: None,
            });
            let window = common::window(state, size);
            let alert = window.get_by_role(Role::Alert).rect();
            let own = ["Dismiss", "Choose microphone…", "Microphone…"];
            let pressed = window.query_all(egui_kittest::kittest::By::new().role(Role::Button));
            for button in pressed {
                let name = button.accesskit_node().label().unwrap_or_default();
                let hidden = alert.shrink(1.0).intersects(button.rect());
                let banners = own.contains(&name.as_str());
                assert!(banners || !hidden, "{screen:?} at {size:?}: {name}");
            }
        }
    }
}

#[test]
fn the_details_of_a_fault_stand_behind_a_key() {
    let mut state = typical(Language::English);
    state.banner = Some(Banner {
        fault: FileFault::LibraryMissing {
            path: "/media/usb/retake".into(),
            detail: "Permission denied".into(),
        }
        .into(),
        more: 0,
        saved_secs: None,
    });
    let mut window = common::window(state, WIDE);
    let detail = "Permission denied (/media/usb/retake)";
    assert!(window.query_by_label(detail).is_none());
    asked_by(&mut window, Role::Button, "Details");
    window.get_by_label(detail);
    assert!(window.query_by_label("Choose microphone…").is_none());
}

#[test]
fn what_was_deleted_can_be_called_back() {
    for language in LANGUAGES {
        let mut state = typical(language);
        state.toast = Some(Toast {
            kind: ToastKind::Trashed(Arc::new(common::attempt(9, LanguagePlan::Korean))),
            until: common::now().since_start + Duration::from_secs(5),
        });
        let mut window = common::window(state, SMALL);
        window.get_by_label(said(language, "휴지통으로 옮겼어요", "Moved to the trash"));
        let undo = said(language, "되돌리기", "Undo");
        assert_eq!(
            asked_by(&mut window, Role::Button, undo),
            [Command::BringBack]
        );
    }
}

#[test]
fn the_cue_speaks_the_language_it_asks_for_and_covers_every_button() {
    for language in LANGUAGES {
        for (to, plan, words) in [
            (
                Language::English,
                LanguagePlan::KoreanToEnglish,
                "Now in English, please",
            ),
            (
                Language::Korean,
                LanguagePlan::EnglishToKorean,
                "이제 한국어로 말해 보세요",
            ),
        ] {
            let mut running = recording(48);
            running.attempt = Arc::new(common::attempt(0, plan));
            running.cue_ordered = Some((to, CueBy::Drill));
            // The first frame after the order already shows it.
            let mut window = common::window(busy(language, recording(48)), SMALL);
            window.state_mut().state.practice.phase = Phase::Recording(running);
            window.step();
            window.get_by_role_and_label(Role::Alert, words);
            let stop = said(language, "끝내기", "Stop");
            assert_eq!(asked_by(&mut window, Role::Button, stop), []);
        }
    }
}

#[test]
fn the_cue_leaves_when_its_time_is_over() {
    let mut shown = recording(50);
    shown.marks.push(Mark::new(
        48 * 48_000,
        MarkKind::Cue {
            to: Language::English,
            by: CueBy::Hand,
        },
    ));
    shown.cue_until = Some(common::now().since_start + Duration::from_millis(10));
    let mut over = shown.clone();
    over.cue_until = Some(common::now().since_start);
    let mut window = common::window(busy(Language::Korean, shown), WIDE);
    window.get_by_role(Role::Alert);
    window.state_mut().state.practice.phase = Phase::Recording(over);
    window.run_steps(8);
    assert!(window.query_by_role(Role::Alert).is_none());
}
