//! What practice shows, as text.

use super::*;
use retake::flow::task::Task;
use retake::ui::practice::view::PracticeView;

/// A recording of some seconds whose sound is not written down.
fn mute(secs: u64) -> Recording {
    let live = LiveTake {
        sample_rate_hz: 48_000,
        captured_frames: secs * 48_000,
        written_frames: (secs - 1) * 48_000,
        level_dbfs: -18.0,
        ..LiveTake::default()
    };
    Recording {
        live,
        ..recording(2)
    }
}

/// The states that are written down.
fn states(language: Language) -> Vec<(&'static str, State)> {
    let mut first = common::state(language, Vec::new());
    first.devices = Some(Devices::default());
    let mut blocked = typical(language);
    blocked.library.status = LibraryStatus::Failed(FileFault::LibraryReadOnly("/x".into()));
    let mut thinking = typical(language);
    let until = common::now().since_start + Duration::from_secs(8);
    thinking.practice.phase = Phase::Thinking { until };
    let mut switched = mute(40);
    switched.marks.push(Mark::new(
        30 * 48_000,
        MarkKind::Cue {
            to: Language::English,
            by: CueBy::Drill,
        },
    ));
    let mut story = typical(language);
    story.practice.task = Task::CaptureStory;
    vec![
        ("first", first),
        ("idle", typical(language)),
        ("blocked", blocked),
        ("thinking", thinking),
        ("recording", busy(language, mute(20))),
        ("switched", busy(language, switched)),
        ("story", story),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    for language in LANGUAGES {
        for (name, state) in states(language) {
            let view = PracticeView::new(words.of(language), &state, &common::now());
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), view);
        }
    }
}
