//! What has to fit: questions of any length, windows of any zoom.

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::model::language::{Language, LanguagePlan};
use retake::model::principle::Principle;

use crate::common::{self, Stage};
use crate::{LANGUAGES, SMALL, WIDE, asked_by, said, typical};

#[test]
fn questions_of_any_length_stay_on_the_card() {
    let sentence_ko = "함께 일하던 동료가 맡은 일을 자꾸 미루는 바람에 일정이 밀린 적이 있나요? ";
    let sentence_en =
        "Tell me about a time a teammate kept putting things off until all was late. ";
    for size in [WIDE, SMALL] {
        for repeats in 1..8 {
            for language in LANGUAGES {
                let mut state = typical(Language::Korean);
                state.settings.plan = match language {
                    Language::Korean => LanguagePlan::Korean,
                    Language::English => LanguagePlan::English,
                };
                let words = said(language, sentence_ko, sentence_en).repeat(repeats);
                let question = state.practice.question.as_mut().unwrap();
                question.text = common::both(&words, &words);
                question.principles = Principle::ALL[6..13].to_vec();
                let window = common::window(state, size);
                let start = words.split(' ').next().unwrap();
                let painted = painted(&window, start).unwrap();
                let foot = window
                    .query_by_label("영어로 보기")
                    .or_else(|| window.query_by_label("한국어로 보기"))
                    .unwrap()
                    .rect();
                let chip = window.get_by_label("최고의 기준 고수").rect();
                assert!(painted.left() >= chip.left() - 14.0, "{painted} {chip}");
                assert!(painted.top() >= chip.bottom(), "{painted} {chip}");
                assert!(painted.right() <= foot.right() + 1.0, "{painted} {foot}");
                assert!(painted.bottom() <= foot.top() + 6.0, "{painted} {foot}");
            }
        }
    }
}

/// Where the text that begins with these letters can be seen.
fn painted(window: &Harness<'static, Stage>, start: &str) -> Option<egui::Rect> {
    let shapes = &window.output().shapes;
    shapes.iter().find_map(|clipped| match &clipped.shape {
        egui::Shape::Text(text) if text.galley.text().starts_with(start) => {
            let whole = egui::Rect::from_min_size(text.pos, text.galley.size());
            Some(whole.intersect(clipped.clip_rect))
        }
        _ => None,
    })
}

#[test]
fn a_zoomed_window_reaches_everything_by_scrolling() {
    let mut window = common::window(typical(Language::Korean), [550.0, 376.0]);
    window.get_by_role_and_label(Role::Tab, "기록");
    window.get_by_label("답하기").scroll_to_me();
    window.run_steps(4);
    let disc = window.get_by_label("답하기").rect();
    assert!(disc.bottom() <= 376.0, "{disc}");
    assert_eq!(
        asked_by(&mut window, Role::Button, "답하기"),
        [Command::Record]
    );
}
