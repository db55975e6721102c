//! What the drill shows, as text.

use super::*;
use retake::ui::drill::view::DrillView;

/// The states that are written down.
pub fn states(language: Language) -> Vec<(&'static str, State)> {
    let mut lines = drill(language, RoundKind::Rescue);
    lines.settings.rescue_lines = vec!["Let me think.".into()];
    let mut blocked = drill(language, RoundKind::Answers);
    blocked.library.status = LibraryStatus::Failed(
        retake::model::fault::FileFault::LibraryReadOnly("/x".into()),
    );
    let mut waiting = drill(language, RoundKind::Answers);
    let mut round = DrillRound::new(RoundKind::Answers, LanguagePlan::KoreanToEnglish);
    round.number = 4;
    waiting.practice.task = Task::DrillRound(round);
    let latencies = [Some(0.8), None, Some(1.4), Some(2.6), None];
    // One of them ended before its cue.
    let mut answers = after(language, RoundKind::Answers, &latencies);
    Arc::make_mut(&mut answers.library.entries[0].attempt)
        .marks
        .clear();
    vec![
        ("setup", drill(language, RoundKind::Answers)),
        ("setup-lines", lines),
        ("blocked", blocked),
        ("waiting", waiting),
        ("answers", answers),
        ("rescue", after(language, RoundKind::Rescue, &latencies)),
        (
            "unknown",
            after(language, RoundKind::Answers, &[None, None]),
        ),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    for language in LANGUAGES {
        for (name, state) in states(language) {
            let view = DrillView::new(words.of(language), &state);
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), view);
        }
    }
}
