//! Every screen draws in both languages and both sizes without a missing glyph.

mod common;

use retake::flow::state::Screen;
use retake::model::language::{Language, LanguagePlan};

#[test]
fn every_screen_draws() {
    for language in [Language::Korean, Language::English] {
        for size in [
            [1100.0, 720.0],
            [800.0, 560.0],
            [960.0, 480.0],
            [1920.0, 1080.0],
        ] {
            for screen in common::SCREENS {
                let attempts = vec![common::attempt(5, LanguagePlan::KoreanToEnglish)];
                let mut state = common::state(language, attempts);
                state.screen = screen;
                let id = state.library.entries[0].attempt.id.clone();
                state.review = Some(retake::flow::state::Review {
                    id,
                    line: 0,
                    sitting: None,
                    from: Screen::Practice,
                });
                let mut window = common::window(state, size);
                window.run_steps(2);
            }
        }
    }
}
