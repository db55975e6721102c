//! What the timeline shows, as text.

use super::*;
use retake::model::timeline::Row;
use retake::ui::timeline::view::{RowView, TimelineView};

fn fault() -> FileFault {
    FileFault::BrokenAttempt {
        path: "/home/min/Retake/attempts/2026/x/attempt.json".into(),
        detail: "line 3".into(),
    }
}

/// Repaired, starred, being played, and with its sound in doubt.
fn busy(language: Language) -> State {
    let mut state = typical(language);
    let Some(first) = state.library.entries.first_mut() else {
        panic!("there are answers");
    };
    let mut attempt = (*first.attempt).clone();
    attempt.take.state = TakeState::Repaired;
    attempt.take.peak_dbfs = Some(0.0);
    attempt.starred = true;
    *first = Entry::new(Arc::new(attempt.clone()));
    state.timeline.selected = Some(attempt.id.clone());
    state.playback.id = Some(attempt.id.clone());
    state.playback.playing = true;
    state.playback.frame = attempt.take.frames / 2;
    state.library.faults = vec![fault(), fault()];
    state.analysis_progress = Some((3, 40));
    state.timeline.filter.language = Some(Language::Korean);
    filtered(state)
}

fn none(language: Language) -> State {
    let mut state = typical(language);
    state.timeline.filter.query = "xyz".into();
    filtered(state)
}

fn failed(language: Language) -> State {
    let mut state = of(language, vec![]);
    state.library.status = LibraryStatus::Failed(fault());
    state
}

/// The states that are written down.
fn states(language: Language) -> Vec<(&'static str, State)> {
    vec![
        ("empty", of(language, vec![])),
        ("typical", typical(language)),
        ("busy", busy(language)),
        ("nothing-found", none(language)),
        ("fault", failed(language)),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    for language in BOTH {
        for (name, state) in states(language) {
            let w = words.of(language);
            let rows = state.timeline.rows.iter();
            let listed = rows.filter(|row| matches!(row, Row::Attempt(_))).count();
            let view = TimelineView::new(w, &state, listed);
            let row = |entry: &Entry| RowView::new(w, &state, &entry.attempt, false, Some(2));
            let rows: Vec<_> = state.library.entries.iter().take(1).map(row).collect();
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), (view, rows));
        }
    }
}
