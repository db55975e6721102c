//! What the review screen shows, as text.

use super::*;
use crate::chain::chain;
use crate::heard::{knowing, switched};
use retake::flow::listening::ReviewCard;
use retake::model::fault::SoundFault;
use retake::model::mark::{FlagKind, PauseCause};
use retake::model::take::{Gap, GapCause, TakeState};
use retake::ui::review::view::ReviewView;

/// A repaired take with a gap, flagged and judged, half heard and not saved yet.
fn busy(language: Language) -> State {
    let mut attempt = rated();
    attempt.starred = true;
    attempt.take.state = TakeState::Repaired;
    attempt.take.gaps = vec![Gap {
        start_frame: 20 * RATE,
        frames: RATE,
        cause: GapCause::Dropped,
        away_secs: 0,
    }];
    for (frame, kind) in [
        (10 * RATE, MarkKind::Flag(FlagKind::Free)),
        (30 * RATE, MarkKind::Interruption),
        (70 * RATE, MarkKind::Pause(PauseCause::Content)),
    ] {
        attempt.marks.push(Mark::new(frame, kind));
    }
    let mut state = knowing(language, attempt, switched());
    let id = state.review.as_ref().unwrap().id.clone();
    state.library.unsaved.insert(id);
    state.playback.playing = true;
    state.playback.frame = 20 * RATE;
    state.listening.card = ReviewCard::Pauses;
    state
}

fn broken(language: Language) -> State {
    let mut state = reviewing(language, attempt());
    let id = state.review.as_ref().unwrap().id.clone();
    state.peaks.insert(id, None);
    state.playback.fault = Some(SoundFault::Other {
        detail: "a fault".into(),
    });
    state
}

/// The states that are written down.
fn states(language: Language) -> Vec<(&'static str, State)> {
    vec![
        ("unrated", reviewing(language, attempt())),
        ("rated", reviewing(language, rated())),
        ("busy", busy(language)),
        ("chain", chain(language)),
        ("fault", broken(language)),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    for language in common::BOTH {
        for (name, mut state) in states(language) {
            state.peaks.clear();
            state.rubric.lines.truncate(2);
            let view = ReviewView::new(words.of(language), &state, &common::now());
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), view);
        }
    }
}
