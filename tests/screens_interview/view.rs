//! What the interview screen shows, as text.

use super::*;
use retake::ui::interview::view::InterviewView;

/// The states that are written down.
pub fn states(language: Language) -> Vec<(&'static str, State)> {
    let bare = || {
        let mut state = common::state(language, vec![]);
        state.screen = Screen::Interview;
        state
    };
    let standing = |status, on_break| {
        let mut state = bare();
        running(&mut state, status, on_break);
        state
    };
    let mut own = bare();
    own.settings.session.shape = Shape::of(Format::Custom);
    own.settings.session.plan = LanguagePlan::KoreanToEnglish;
    own.library.status = LibraryStatus::Failed(FileFault::LibraryReadOnly("/x".into()));
    let mut waiting = standing(Status::Left, false);
    waiting.interview.current = None;
    let mut over = standing(Status::Running, true);
    Arc::make_mut(&mut over.interview.sessions[0]).interviewers[0].break_used_secs = 300.0;
    let mut debrief = after(language, |_, made| {
        let story = StoryId::parse("캡스톤");
        for at in [5, 2] {
            made[at].story.clone_from(&story);
        }
    });
    heard(&mut debrief, |at| if at == 3 { 4.2 } else { 0.8 });
    vec![
        ("setup", bare()),
        ("setup-own-blocked", own),
        ("waiting", waiting),
        ("paused", standing(Status::Paused, false)),
        ("break", standing(Status::Running, true)),
        ("break-over", over),
        ("debrief", debrief),
        ("debrief-bare", after(language, |_, made| made.clear())),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    let day = common::now().date.date();
    for language in LANGUAGES {
        for (name, state) in states(language) {
            let view = InterviewView::new(words.of(language), &state, day);
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), view);
        }
    }
}
