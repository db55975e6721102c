//! What today shows, as text.

use super::*;
use retake::flow::task::Task;
use retake::flow::today::RetellingSet;
use retake::ui::today::view::TodayView;

/// The states that are written down.
pub fn states(language: Language) -> Vec<(&'static str, State)> {
    let mut first = today(language, vec![]);
    first.settings.role = None;
    let attempts = vec![
        common::attempt(5, LanguagePlan::English),
        common::attempt(9, LanguagePlan::Korean),
    ];
    let mut typical = today(language, attempts.clone());
    typical.settings.interview_date = Some(jiff::civil::date(2026, 12, 4));
    typical.refresh_today(common::now().date.date());
    let mut fault = today(language, vec![]);
    fault.library.status = LibraryStatus::Failed(FileFault::LibraryReadOnly("/x".into()));
    let mut opening = today(language, vec![]);
    opening.library.status = LibraryStatus::Opening;
    let mut waiting = today(language, attempts);
    let mut telling = RetellingSet::new(Language::English, false);
    telling.number = 2;
    waiting.practice.task = Task::Retelling(telling);
    vec![
        ("first", first),
        ("typical", typical),
        ("fault", fault),
        ("opening", opening),
        ("waiting", waiting),
        (
            "tellings",
            tellings::told(language, &[Some(4.0), Some(4.0), Some(5.0)]),
        ),
        (
            "tellings-awaited",
            tellings::told(language, &[Some(4.0), None]),
        ),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    let day = common::now().date.date();
    for language in LANGUAGES {
        for (name, state) in states(language) {
            let view = TodayView::new(words.of(language), &state, day);
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), view);
        }
    }
}
