//! What the stories screen shows, as text.

use super::*;
use retake::ui::stories::view::StoriesView;

fn failed(language: Language) -> State {
    let mut state = empty(language);
    state.library.status = LibraryStatus::Failed(FileFault::LibraryInUse("/x".into()));
    state
}

fn many(language: Language) -> State {
    let mut state = typical(language);
    let principles = &Principle::ALL;
    state.stories.list = (0..20)
        .map(|n| story(&format!("s{n:02}"), &format!("Story {n:02}"), principles))
        .collect();
    cover(&mut state);
    state
}

/// The states that are written down.
fn states(language: Language) -> Vec<(&'static str, State)> {
    vec![
        ("empty", empty(language)),
        ("list", typical(language)),
        ("story", shown(language)),
        ("many", many(language)),
        ("fault", failed(language)),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    for language in LANGUAGES {
        for (name, state) in states(language) {
            let today = common::now().date.date();
            let view = StoriesView::new(words.of(language), &state, today);
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), view);
        }
        let state = covered(language);
        let today = common::now().date.date();
        let StoriesView::Coverage(told) = StoriesView::new(words.of(language), &state, today)
        else {
            panic!("the other side is shown");
        };
        let known = (told.summary, told.principles);
        insta::assert_debug_snapshot!(format!("coverage-{language:?}"), known);
    }
}
