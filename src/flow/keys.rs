//! Which key asks for what, and where. One table feeds the keyboard, the key caps on buttons and
//! the list of all keys. Keys are named here without knowing any toolkit.

use crate::flow::command::Command;
use crate::flow::drill::takes_of;
use crate::flow::listening::ReviewCard;
use crate::flow::state::{Phase, Screen, State};
use crate::flow::stories::StoriesTab;
use crate::flow::today::TodayWish;
use crate::model::attempt::AttemptId;
use crate::model::deck::Filter;
use crate::model::drill::RoundKind;
use crate::model::language::Language;
use crate::model::question::FollowUpKind;
use crate::model::star::StarPart;
use crate::model::story::StoryId;

/// A key as a person names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each variant is the key itself")]
pub enum Key {
    Space,
    Enter,
    Escape,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Comma,
    Slash,
    Question,
    OpenBracket,
    CloseBracket,
    Letter(char),
    Digit(u8),
    Function(u8),
}

/// A key with or without Ctrl (⌘ on a Mac).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    /// The key.
    pub key: Key,
    /// Whether Ctrl is held.
    pub ctrl: bool,
}

impl KeyPress {
    /// A key alone.
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false }
    }

    /// A key with Ctrl.
    pub const fn ctrl(key: Key) -> Self {
        Self { key, ctrl: true }
    }
}

/// What a key press asks for in a state. While `typing` (a text field has focus) only keys with
/// Ctrl and Escape count, so that no letter of a note is ever a command.
pub fn command_for(state: &State, press: KeyPress, typing: bool) -> Option<Command> {
    if press.ctrl {
        return match press.key {
            Key::Digit(1) => Some(Command::GoTo(Screen::Practice)),
            Key::Digit(2) => Some(Command::GoTo(Screen::Timeline)),
            Key::Digit(3) => Some(Command::GoTo(Screen::Check)),
            Key::Digit(4) => Some(Command::GoTo(Screen::Drill)),
            Key::Digit(5) => Some(Command::GoTo(Screen::Progress)),
            Key::Digit(6) => Some(Command::GoTo(Screen::Today)),
            Key::Digit(7) => Some(Command::GoTo(Screen::Interview)),
            Key::Digit(8) => Some(Command::GoTo(Screen::Stories)),
            Key::Comma => Some(Command::GoTo(Screen::Settings)),
            Key::Letter('Q') => Some(Command::Quit),
            Key::Letter('F') => Some(Command::FocusSearch),
            Key::Letter('Z') if !typing => Some(Command::Undo),
            _ => None,
        };
    }
    if press.key == Key::Escape {
        // Who leaves a field of a story stays with the story.
        if typing && state.screen == Screen::Stories {
            return None;
        }
        return Some(Command::Escape);
    }
    if typing {
        return None;
    }
    match press.key {
        Key::Question => return Some(Command::ToggleKeys),
        _ if state.keys_shown => return None,
        _ => {}
    }
    match state.screen {
        Screen::Practice => practice(state, press.key),
        Screen::Drill => drill(state, press.key),
        Screen::Review => review(state, press.key),
        Screen::Timeline => timeline(press.key),
        Screen::Progress => (press.key == Key::Letter('N')).then_some(Command::NextQuestion),
        Screen::Today => today(state, press.key),
        Screen::Interview => interview(state, press.key),
        Screen::Settings => None,
        Screen::Stories => stories(state, press.key),
        Screen::Check => check(press.key),
    }
}

fn practice(state: &State, key: Key) -> Option<Command> {
    match &state.practice.phase {
        Phase::Idle if state.picks_topic() => topic(state, key),
        Phase::Idle | Phase::Recording(_)
            if key == Key::Letter('P') && state.asking().is_some() =>
        {
            Some(Command::PauseSession)
        }
        Phase::Idle => match key {
            Key::Letter('T') => Some(Command::PickTopic),
            Key::Space if state.practice.question.is_some() => Some(Command::Record),
            Key::Space | Key::Letter('N') => Some(Command::NextQuestion),
            Key::Letter('V') => Some(Command::ToggleQuestionLanguage),
            Key::Letter('P') => Some(Command::CyclePlan),
            Key::Letter('O') => Some(Command::CycleSwitchStyle),
            Key::Letter('Y') => Some(Command::RepeatQuestion),
            Key::Letter('X') => Some(Command::ShowWords),
            _ => None,
        },
        Phase::Thinking { .. } => match key {
            Key::Space => Some(Command::Record),
            Key::Letter('V') => Some(Command::ToggleQuestionLanguage),
            _ => None,
        },
        Phase::Arming(_) | Phase::Finishing(_) => None,
        Phase::Recording(_) => match key {
            Key::Space => Some(Command::StopRecording),
            Key::Letter('M') => Some(Command::Flag),
            Key::Letter('E') => Some(Command::CueNow),
            Key::Letter('V') => Some(Command::ToggleQuestionLanguage),
            Key::Letter('H') => Some(Command::ToggleStarHint),
            Key::Letter('R') => Some(Command::TapPart(StarPart::Result)),
            _ => part_of(key).map(Command::TapPart),
        },
        Phase::Interrupted(_) => match key {
            Key::Space => Some(Command::ResumeRecording),
            Key::Enter => Some(Command::StopRecording),
            Key::Letter('R') => Some(Command::StartOver),
            Key::Letter('V') => Some(Command::ToggleQuestionLanguage),
            Key::Letter('H') => Some(Command::ToggleStarHint),
            _ => None,
        },
    }
}

/// The digits choose among the topics as they stand on the card.
fn topic(state: &State, key: Key) -> Option<Command> {
    match key {
        Key::Digit(digit) => {
            let topics = state.topics();
            let topic = topics.get(usize::from(digit.checked_sub(1)?))?;
            Some(Command::SetPracticeFilter(Filter::Subject(*topic)))
        }
        Key::Letter('N') => Some(Command::NextQuestion),
        _ => None,
    }
}

fn today(state: &State, key: Key) -> Option<Command> {
    if state.practice.telling.is_some() && matches!(key, Key::Space | Key::Enter) {
        return Some(Command::Today(TodayWish::Tell));
    }
    if state.today.shown.is_some() {
        return None;
    }
    match key {
        Key::Space | Key::Enter => Some(Command::Today(TodayWish::StartNext)),
        Key::Up => Some(Command::Today(TodayWish::Move(-1))),
        Key::Down => Some(Command::Today(TodayWish::Move(1))),
        Key::Letter('X') => Some(Command::Today(TodayWish::PutOffSelected)),
        _ => None,
    }
}

fn review(state: &State, key: Key) -> Option<Command> {
    match key {
        // Listening closely.
        Key::Letter('W') => Some(Command::PickFirstWord),
        Key::OpenBracket => Some(Command::ShiftFirstWord(-SHIFT_SECS)),
        Key::CloseBracket => Some(Command::ShiftFirstWord(SHIFT_SECS)),
        Key::Enter => Some(Command::ConfirmFirstWord),
        Key::Delete if state.listening.marker.is_some() => Some(Command::ForgetFirstWord),
        Key::Letter('G') => Some(Command::NextPause),
        Key::Letter('C') => Some(Command::ShowCard(state.next_card())),
        Key::Space => Some(Command::PlayPause),
        Key::Left => Some(Command::SeekBy(-SEEK_SECS)),
        Key::Right => Some(Command::SeekBy(SEEK_SECS)),
        Key::Up => Some(Command::MoveLine(-1)),
        Key::Down => Some(Command::MoveLine(1)),
        Key::Digit(score @ 1..=5) => Some(Command::RateCurrent(score)),
        Key::Letter('R') => Some(Command::Retake),
        Key::Letter('N') => Some(Command::NextQuestion),
        Key::Letter('B') => Some(Command::ToggleStar),
        // Follow-up chains.
        Key::Letter('F') => Some(Command::AskFollowUp(None)),
        Key::Letter('D') => Some(Command::AskFollowUp(Some(FollowUpKind::Depth))),
        Key::Letter('K') => Some(Command::InterruptMe),
        Key::Letter('V') => Some(Command::ToggleQuestionLanguage),
        Key::Letter('J') => Some(Command::Today(TodayWish::TellReviewed)),
        Key::Letter('I') => Some(Command::NextLikelyStory),
        _ => part_of(key).map(Command::TapPart),
    }
}

/// The part that a key taps. `R` taps the result only where it answers nothing again.
fn part_of(key: Key) -> Option<StarPart> {
    match key {
        Key::Letter('S') | Key::Function(1) => Some(StarPart::Situation),
        Key::Letter('T') | Key::Function(2) => Some(StarPart::Task),
        Key::Letter('A') | Key::Function(3) => Some(StarPart::Action),
        Key::Function(4) => Some(StarPart::Result),
        _ => None,
    }
}

/// The digits open the takes of the round that is told of; 0 is the tenth.
fn drill(state: &State, key: Key) -> Option<Command> {
    if key == Key::Space {
        return Some(Command::StartRound(state.drill.kind));
    }
    let (Key::Digit(digit), Some(first), None) = (key, &state.drill.shown, &state.practice.round)
    else {
        return None;
    };
    let at = usize::from(digit.checked_sub(1).unwrap_or(9));
    let entries = state.library.entries.iter();
    let takes = takes_of(entries.map(|entry| &*entry.attempt), first);
    let take = takes.get(at)?;
    Some(Command::OpenAttempt(take.id.clone()))
}

/// `Space` is the one filled button of the screen.
fn interview(state: &State, key: Key) -> Option<Command> {
    let interview = &state.interview;
    let waits = interview.current().or_else(|| interview.unfinished());
    match (key, waits) {
        (Key::Space, _) if state.on_break().is_some() => Some(Command::SkipBreak),
        (Key::Letter('P'), _) if state.on_break().is_some() => Some(Command::PauseSession),
        (Key::Space, _) if interview.shown.is_some() => None,
        (Key::Space, Some(session)) => Some(Command::ResumeSession(session.id.clone())),
        (Key::Space, None) => Some(Command::StartSession),
        _ => None,
    }
}

fn check(key: Key) -> Option<Command> {
    match key {
        Key::Space => Some(Command::CheckSpeak),
        Key::Letter('R') => Some(Command::CheckReplay),
        Key::Letter('T') => Some(Command::CheckTone),
        _ => None,
    }
}

fn timeline(key: Key) -> Option<Command> {
    match key {
        Key::Up => Some(Command::MoveSelection(-1)),
        Key::Down => Some(Command::MoveSelection(1)),
        Key::Enter => Some(Command::OpenSelected),
        Key::Space => Some(Command::PlaySelected),
        Key::Delete => Some(Command::DeleteSelected),
        Key::Slash => Some(Command::FocusSearch),
        Key::Letter('E') => Some(Command::ExportShown),
        Key::Letter('N') => Some(Command::NextQuestion),
        _ => None,
    }
}

fn stories(state: &State, key: Key) -> Option<Command> {
    let shown = state.stories.shown();
    match key {
        Key::Letter('N') => Some(Command::NewStory),
        Key::Letter('C') => Some(Command::CaptureStory),
        Key::Letter('T') => Some(Command::ShowStoriesTab(state.stories.tab.other())),
        _ if state.stories.tab == StoriesTab::Coverage => None,
        Key::Up => Some(Command::MoveStory(-1)),
        Key::Down => Some(Command::MoveStory(1)),
        Key::Letter('V') => Some(Command::ShowStoryLanguage(state.story_language().other())),
        Key::Space => Some(Command::PlayRow(shown?.captured.clone()?)),
        Key::Delete => Some(Command::DeleteStory(shown?.id.clone())),
        _ => None,
    }
}

/// Seconds that an arrow key seeks.
pub const SEEK_SECS: f64 = 5.0;
/// Seconds that a bracket key moves the marker of the first word.
pub const SHIFT_SECS: f64 = 0.05;

/// A group of keys in the list of all keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyGroup {
    /// On every screen.
    Everywhere,
    /// On the practice screen.
    Practice,
    /// On the drill screen.
    Drill,
    /// On the interview screen, and while a session runs.
    Interview,
    /// On the review screen.
    Review,
    /// On the timeline.
    Timeline,
    /// On the stories screen.
    Stories,
    /// On the today screen.
    Today,
}

/// The list of all keys: group, key caps, and a command that stands for what they do.
pub fn all() -> Vec<(KeyGroup, &'static str, Command)> {
    use KeyGroup::{Drill, Everywhere, Interview, Practice, Review, Stories, Timeline, Today};
    // An id only to have one; the list shows what the command does, not to whom.
    let any = || AttemptId::new(&jiff::Zoned::default(), "any", 0);
    let story = StoryId::parse("any");
    let mut all = vec![
        (Everywhere, "Ctrl 1", Command::GoTo(Screen::Practice)),
        (Everywhere, "Ctrl 2", Command::GoTo(Screen::Timeline)),
        (Everywhere, "Ctrl 3", Command::GoTo(Screen::Check)),
        (Everywhere, "Ctrl 4", Command::GoTo(Screen::Drill)),
        (Everywhere, "Ctrl 5", Command::GoTo(Screen::Progress)),
        (Everywhere, "Ctrl 6", Command::GoTo(Screen::Today)),
        (Everywhere, "Ctrl 7", Command::GoTo(Screen::Interview)),
        (Everywhere, "Ctrl 8", Command::GoTo(Screen::Stories)),
        (Everywhere, "Ctrl ,", Command::GoTo(Screen::Settings)),
        (Everywhere, "Ctrl F", Command::FocusSearch),
        (Everywhere, "Ctrl Z", Command::Undo),
        (Everywhere, "?", Command::ToggleKeys),
        (Everywhere, "Esc", Command::Escape),
        (Practice, "N", Command::NextQuestion),
        (Practice, "Space", Command::Record),
        (Practice, "Enter", Command::StopRecording),
        (Practice, "R", Command::StartOver),
        (Practice, "P", Command::CyclePlan),
        (Practice, "O", Command::CycleSwitchStyle),
        (Practice, "V", Command::ToggleQuestionLanguage),
        (Practice, "Y", Command::RepeatQuestion),
        (Practice, "X", Command::ShowWords),
        (Practice, "E", Command::CueNow),
        (Practice, "M", Command::Flag),
        (Practice, "H", Command::ToggleStarHint),
        (Practice, "S T A R", Command::TapPart(StarPart::Situation)),
        (Drill, "Space", Command::StartRound(RoundKind::Answers)),
        (Drill, "1 – 0", Command::OpenAttempt(any())),
        (Drill, "Esc", Command::EndRound),
        (Interview, "Space", Command::StartSession),
        (Interview, "P", Command::PauseSession),
        (Review, "Space", Command::PlayPause),
        (Review, "← →", Command::SeekBy(SEEK_SECS)),
        (Review, "1 – 5", Command::RateCurrent(1)),
        (Review, "↑ ↓", Command::MoveLine(1)),
        (Review, "R", Command::Retake),
        (Review, "B", Command::ToggleStar),
        // Follow-up chains.
        (Practice, "T", Command::PickTopic),
        (Review, "F", Command::AskFollowUp(None)),
        (Review, "D", Command::AskFollowUp(Some(FollowUpKind::Depth))),
        (Review, "K", Command::InterruptMe),
        (Review, "V", Command::ToggleQuestionLanguage),
        (Review, "J", Command::Today(TodayWish::TellReviewed)),
        (Review, "C", Command::ShowCard(ReviewCard::Pauses)),
        (Review, "G", Command::NextPause),
        (Review, "W", Command::PickFirstWord),
        (Review, "[ ]", Command::ShiftFirstWord(SHIFT_SECS)),
        (Review, "Enter", Command::ConfirmFirstWord),
        (Review, "F1 – F4", Command::TapPart(StarPart::Situation)),
        (Timeline, "↑ ↓", Command::MoveSelection(1)),
        (Timeline, "Enter", Command::OpenSelected),
        (Timeline, "Space", Command::PlayRow(any())),
        (Timeline, "Delete", Command::Delete(any())),
        (Timeline, "/", Command::FocusSearch),
        (Timeline, "E", Command::ExportShown),
        // Today.
        (Today, "Space", Command::Today(TodayWish::StartNext)),
        (Today, "↑ ↓", Command::Today(TodayWish::Move(1))),
        (Today, "X", Command::Today(TodayWish::PutOffSelected)),
        (Review, "I", Command::NextLikelyStory),
        (Stories, "N", Command::NewStory),
        (Stories, "C", Command::CaptureStory),
        (Stories, "T", Command::ShowStoriesTab(StoriesTab::Coverage)),
        (Stories, "↑ ↓", Command::MoveStory(1)),
        (Stories, "V", Command::ShowStoryLanguage(Language::English)),
        (Stories, "Space", Command::PlayRow(any())),
    ];
    all.extend(story.map(|story| (Stories, "Delete", Command::DeleteStory(story))));
    all
}
