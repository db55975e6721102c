//! What the progress screen shows, as text.

use super::*;
use retake::model::progress::Ledger;
use retake::ui::progress::view::{Chosen, ProgressView};

fn failed(language: Language) -> State {
    let mut state = of(language, vec![]);
    state.library.status = LibraryStatus::Failed(FileFault::LibraryMissing {
        path: "/media/usb".into(),
        detail: "No such file".into(),
    });
    state
}

/// The states that are written down.
fn states(language: Language) -> Vec<(&'static str, State)> {
    vec![
        ("empty", of(language, vec![])),
        ("few", of(language, switches(&[4.0, 3.0, 2.0]))),
        ("typical", typical(language)),
        ("many", many(language)),
        ("fault", failed(language)),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    for language in BOTH {
        for (name, state) in states(language) {
            let mut ledger = Ledger::default();
            while !ledger.refresh(&state.library.entries, &state.speech) {}
            let w = words.of(language);
            let view = ProgressView::new(w, &state, ledger.progress(), Chosen::default());
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), view);
        }
    }
}
