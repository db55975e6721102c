//! The table of keys: where a key works, which one it is, what it does, and the command it asks for.
//! Not here: how a press finds its row (the parent).

use crate::flow::command::Command;
use crate::flow::keys::action::{Action, KeyContext};
use crate::flow::keys::asked::{
    answer_setup, delete_mark, delete_story, forget_first_word, go, move_proposal, move_tab,
    open_or_export, other_language, part, play_story, put_off, rate, record_or_draw, row_step,
    seek, select, shift_first_word, start_next, start_or_resume, step, take_of_round, topic,
};
use crate::flow::keys::{Key, SHIFT_SECS};
use crate::flow::mending::MendCommand;
use crate::flow::place::Place;
use crate::flow::review::comparison::CompareCommand;
use crate::flow::review::{MarkCommand, TrimCommand};
use crate::flow::state::{Phase, Screen, State};
use crate::flow::stories::StoriesTab;
use crate::flow::timeline::TrashCommand;
use crate::flow::today::TodayCommand;
use crate::model::question::FollowUpKind;

use Key::{
    CloseBrace, CloseBracket, Comma, Delete, Digit, Down, Enter, Escape, Function, Left, Letter,
    Minus, OpenBrace, OpenBracket, PageDown, PageUp, Period, Plus, Question, Right, Slash, Space,
    Up,
};
use KeyContext as At;

#[derive(Debug)]
pub struct Row {
    pub context: KeyContext,
    pub keys: &'static [Key],
    pub ctrl: bool,
    /// Whether Shift is held as well; a row without it is found with Shift too, where there is no such row.
    pub shift: bool,
    pub action: Action,
    /// What the key asks for, if it asks for anything in this state.
    pub command: fn(&State, Key) -> Option<Command>,
}

const fn row(
    context: KeyContext,
    keys: &'static [Key],
    action: Action,
    command: fn(&State, Key) -> Option<Command>,
) -> Row {
    Row {
        context,
        keys,
        ctrl: false,
        shift: false,
        action,
        command,
    }
}

const fn ctrl(
    keys: &'static [Key],
    action: Action,
    command: fn(&State, Key) -> Option<Command>,
) -> Row {
    Row {
        ctrl: true,
        ..row(KeyContext::Everywhere, keys, action, command)
    }
}

const fn shift(
    context: KeyContext,
    keys: &'static [Key],
    action: Action,
    command: fn(&State, Key) -> Option<Command>,
) -> Row {
    Row {
        shift: true,
        ..row(context, keys, action, command)
    }
}

/// Every key. The first row of a context that has a command wins.
#[rustfmt::skip] // One row, one line.
pub const ROWS: &[Row] = &[
    ctrl(&[Digit(1)], Action::GoToday, |_, _| go(Place::Today)),
    ctrl(&[Digit(2)], Action::GoPractice, |_, _| go(Place::Practice)),
    ctrl(&[Digit(3)], Action::GoStories, |_, _| go(Place::Stories)),
    ctrl(&[Digit(4)], Action::GoRecord, |_, _| go(Place::Record)),
    ctrl(&[Digit(5), Comma], Action::GoSettings, |_, _| go(Place::Settings)),
    ctrl(&[PageUp, PageDown], Action::NextTab, |_, key| move_tab(key)),
    ctrl(&[Letter('F')], Action::Search, |_, _| Some(Command::FocusSearch)),
    ctrl(&[Letter('Z')], Action::Undo, |_, _| Some(Command::Undo)),
    ctrl(&[Plus, Minus], Action::Zoom, |_, key| Some(Command::Zoom(if key == Plus { 1 } else { -1 }))),
    ctrl(&[Digit(0)], Action::UsualSize, |_, _| Some(Command::Zoom(0))),
    ctrl(&[Letter('Q')], Action::Quit, |_, _| Some(Command::Quit)),
    row(At::Everywhere, &[Question], Action::ListKeys, |_, _| Some(Command::ToggleKeys)),
    row(At::Everywhere, &[Escape], Action::Close, |_, _| Some(Command::Escape)),
    // Practice.
    row(At::Idle, &[Letter('N')], Action::NextQuestion, |_, _| Some(Command::NextQuestion)),
    row(At::Topics, &[Letter('N')], Action::NextQuestion, |_, _| Some(Command::NextQuestion)),
    row(At::Setup, DIGITS_TO_6, Action::AnswerSetup, answer_setup),
    row(At::Topics, DIGITS_TO_9, Action::ChooseTopic, topic),
    row(At::SessionQuestion, &[Letter('P')], Action::PauseSession, |_, _| Some(Command::PauseSession)),
    row(At::Idle, &[Letter('B')], Action::PreviousQuestion, |state, _| state.previous_question().map(|_| Command::PreviousQuestion)),
    row(At::Idle, &[Letter('F')], Action::QuestionMenu, |state, _| state.may_choose_question().then_some(Command::ToggleQuestionMenu)),
    row(At::Idle, &[Space], Action::Record, |state, _| Some(record_or_draw(state))),
    row(At::Thinking, &[Space], Action::Record, |_, _| Some(Command::Record)),
    row(At::Recording, &[Space], Action::Record, |_, _| Some(Command::StopRecording)),
    row(At::Interrupted, &[Space], Action::Record, |_, _| Some(Command::ResumeRecording)),
    row(At::Interrupted, &[Enter], Action::FinishInterrupted, |_, _| Some(Command::StopRecording)),
    row(At::Recording, &[Letter('B')], Action::StartOver, |_, _| Some(Command::StartOver)),
    row(At::Interrupted, &[Letter('B')], Action::StartOver, |_, _| Some(Command::StartOver)),
    row(At::Interrupted, &[Letter('R')], Action::StartOver, |_, _| Some(Command::StartOver)),
    row(At::Recording, &[Delete], Action::DiscardTake, |_, _| Some(Command::DiscardTake)),
    row(At::Interrupted, &[Delete], Action::DiscardTake, |_, _| Some(Command::DiscardTake)),
    row(At::Idle, &[Letter('P')], Action::Plan, |_, _| Some(Command::CyclePlan)),
    row(At::Idle, &[Letter('O')], Action::SwitchStyle, |_, _| Some(Command::CycleSwitchStyle)),
    row(At::Idle, &[Letter('T')], Action::PickTopic, |_, _| Some(Command::PickTopic)),
    row(At::Idle, &[Letter('V')], Action::OtherLanguage, other_language),
    row(At::Thinking, &[Letter('V')], Action::OtherLanguage, other_language),
    row(At::Recording, &[Letter('V')], Action::OtherLanguage, other_language),
    row(At::Interrupted, &[Letter('V')], Action::OtherLanguage, other_language),
    row(At::Idle, &[Letter('Y')], Action::HearAgain, |_, _| Some(Command::RepeatQuestion)),
    row(At::Idle, &[Letter('X')], Action::ShowWords, |_, _| Some(Command::ShowWords)),
    row(At::Recording, &[Letter('E')], Action::CueNow, |_, _| Some(Command::CueNow)),
    row(At::Recording, &[Letter('M')], Action::Flag, |_, _| Some(Command::Flag)),
    row(At::Recording, &[Letter('H')], Action::StarLine, |_, _| Some(Command::ToggleStarHint)),
    row(At::Interrupted, &[Letter('H')], Action::StarLine, |_, _| Some(Command::ToggleStarHint)),
    row(At::Recording, &[Letter('S'), Letter('T'), Letter('A'), Letter('R')], Action::Part, part),
    row(At::Recording, F1_TO_F4, Action::Part, part),
    // Switch drill.
    row(At::Drill, &[Space], Action::StartRound, |state, _| Some(Command::StartRound(state.drill.kind))),
    row(At::Drill, DIGITS_TO_10, Action::OpenTake, take_of_round),
    row(At::Drill, &[Escape], Action::EndRound, |_, _| Some(Command::Escape)),
    // Mock interview.
    row(At::Break, &[Space], Action::SkipBreak, |_, _| Some(Command::SkipBreak)),
    row(At::Break, &[Letter('P')], Action::PauseSession, |_, _| Some(Command::PauseSession)),
    row(At::Interview, &[Space], Action::StartSession, |state, _| start_or_resume(state)),
    // Review.
    row(At::Replay, &[Space], Action::Play, |_, _| Some(Command::PlayPause)),
    row(At::Replay, &[Left, Right], Action::Seek, |_, key| seek(key)),
    row(At::Replay, &[Plus, Minus], Action::ZoomWave, |state, key| Some(Command::ShowFrames(state.zoomed(if key == Plus { 2.0 } else { 0.5 })))),
    row(At::Replay, &[PageUp, PageDown], Action::ScrollWave, |state, key| Some(Command::ShowFrames(state.scrolled(if key == PageUp { -0.5 } else { 0.5 })))),
    row(At::Replay, &[Letter('Q')], Action::WholeWave, |_, _| Some(Command::ShowFrames(0..u64::MAX))),
    row(At::Review, DIGITS_TO_5, Action::Rate, |_, key| rate(key)),
    row(At::Review, &[Up, Down], Action::MoveLine, |_, key| Some(Command::MoveLine(step(key)))),
    row(At::Review, &[Letter('R')], Action::Retake, |_, _| Some(Command::Retake)),
    row(At::Review, &[Letter('N')], Action::NextQuestion, |_, _| Some(Command::NextQuestion)),
    row(At::Review, &[Letter('B')], Action::Star, |_, _| Some(Command::ToggleStar)),
    row(At::Review, &[Letter('F')], Action::FollowUp, |_, _| Some(Command::AskFollowUp(None))),
    row(At::Review, &[Letter('D')], Action::Deeper, |_, _| Some(Command::AskFollowUp(Some(FollowUpKind::Depth)))),
    row(At::Review, &[Letter('K')], Action::Interrupt, |_, _| Some(Command::InterruptMe)),
    row(At::Review, &[Letter('V')], Action::OtherLanguage, other_language),
    row(At::Review, &[Letter('J')], Action::Retell, |_, _| Some(Command::Today(TodayCommand::TellReviewed))),
    row(At::Review, &[Letter('I')], Action::ToldStory, |_, _| Some(Command::NextLikelyStory)),
    row(At::Review, &[Letter('C')], Action::NextCard, |state, _| Some(Command::ShowCard(state.next_card()))),
    row(At::Replay, &[Letter('G')], Action::NextPause, |_, _| Some(Command::NextPause)),
    row(At::Review, &[Letter('W')], Action::FirstWord, |_, _| Some(Command::PickFirstWord)),
    row(At::Review, &[OpenBracket, CloseBracket], Action::ShiftFirstWord, shift_first_word),
    row(At::Review, &[Enter], Action::ConfirmFirstWord, |_, _| Some(Command::ConfirmFirstWord)),
    row(At::Review, &[Delete], Action::ForgetFirstWord, |state, _| forget_first_word(state)),
    row(At::Replay, &[Letter('M')], Action::MarkHere, |_, _| Some(Command::Mark(MarkCommand::Here))),
    row(At::Replay, &[Letter('Z')], Action::NextMark, |_, _| Some(Command::Mark(MarkCommand::Step(1)))),
    shift(At::Replay, &[Letter('Z')], Action::PreviousMark, |_, _| Some(Command::Mark(MarkCommand::Step(-1)))),
    shift(At::Replay, &[Letter('M')], Action::NextMarkKind, |state, _| state.selected_flag().map(|_| Command::Mark(MarkCommand::NextKind))),
    row(At::Replay, &[Delete], Action::DeleteMark, |state, _| delete_mark(state)),
    shift(At::Replay, &[Letter('I')], Action::TrimFrom, |_, _| Some(Command::Trim(TrimCommand::From))),
    shift(At::Replay, &[Letter('O')], Action::TrimTo, |_, _| Some(Command::Trim(TrimCommand::To))),
    row(At::Review, &[Letter('S'), Letter('T'), Letter('A')], Action::Part, part),
    row(At::Review, F1_TO_F4, Action::Part, part),
    shift(At::Replay, &[Letter('R')], Action::SayAgain, |_, _| Some(Command::Mend(MendCommand::SayAgain))),
    row(At::Replay, &[Letter('Y')], Action::HearAssembled, |_, _| Some(Command::Mend(MendCommand::HearAssembled))),
    row(At::Mending, &[Space], Action::Record, |_, _| Some(Command::Record)),
    row(At::Mending, &[Letter('Y')], Action::HearFirst, |_, _| Some(Command::Mend(MendCommand::HearFirst))),
    row(At::Mending, &[Letter('V')], Action::OtherLanguage, other_language),
    row(At::Mending, &[Up, Down], Action::ChooseTake, |state, key| state.take_beside(step(key)).map(|take| Command::Mend(MendCommand::Keep(take)))),
    row(At::Mending, &[Enter], Action::HearTake, |state, _| state.chosen_take().map(|take| Command::PlayRow(take.clone()))),
    row(At::Mending, &[Delete], Action::DeleteTake, |state, _| state.chosen_take().map(|take| Command::Delete(take.clone()))),
    row(At::Replay, &[Comma, Period], Action::StepPhrase, |_, key| Some(Command::StepPhrase(if key == Comma { -1 } else { 1 }))),
    row(At::Replay, &[Letter('L')], Action::LoopPhrase, |_, _| Some(Command::LoopPhrase)),
    row(At::Replay, &[Letter('E')], Action::LoopCue, |_, _| Some(Command::LoopCue)),
    row(At::Replay, &[OpenBracket, CloseBracket], Action::MoveLoopStart, |_, key| Some(Command::MoveLoopStart(if key == OpenBracket { -SHIFT_SECS } else { SHIFT_SECS }))),
    row(At::Replay, &[OpenBrace, CloseBrace], Action::MoveLoopEnd, |_, key| Some(Command::MoveLoopEnd(if key == OpenBrace { -SHIFT_SECS } else { SHIFT_SECS }))),
    row(At::Replay, &[Letter('H')], Action::SkipSilence, |_, _| Some(Command::ToggleSkipSilence)),
    row(At::Replay, &[Letter('O')], Action::Slower, |_, _| Some(Command::StepSpeed(-1))),
    row(At::Replay, &[Letter('P')], Action::Faster, |_, _| Some(Command::StepSpeed(1))),
    row(At::Replay, &[Letter('U')], Action::UsualSpeed, |_, _| Some(Command::StepSpeed(0))),
    row(At::Replay, &[Letter('X')], Action::Compare, |state, _| (!state.comparable().is_empty()).then_some(Command::Compare(CompareCommand::Open))),
    row(At::Compare, &[Letter('X')], Action::SwitchEar, |_, _| Some(Command::Compare(CompareCommand::SwitchEar))),
    row(At::Compare, &[Space], Action::Play, |_, _| Some(Command::PlayPause)),
    row(At::Compare, &[Left, Right], Action::Seek, |_, key| seek(key)),
    row(At::Compare, &[Letter('A')], Action::NextAlign, |state, _| state.next_align().map(|align| Command::Compare(CompareCommand::Align(align)))),
    row(At::Compare, &[Up, Down], Action::NextCompared, |state, key| state.compared_after(step(key)).map(|other| Command::Compare(CompareCommand::With(other)))),
    row(At::Compare, &[Letter('O')], Action::Slower, |_, _| Some(Command::StepSpeed(-1))),
    row(At::Compare, &[Letter('P')], Action::Faster, |_, _| Some(Command::StepSpeed(1))),
    row(At::Compare, &[Letter('U')], Action::UsualSpeed, |_, _| Some(Command::StepSpeed(0))),
    // Timeline and progress.
    row(At::Timeline, &[Up, Down, Left, Right], Action::Select, |_, key| Some(select(key))),
    row(At::Timeline, &[Enter], Action::Open, |state, _| Some(open_or_export(state))),
    row(At::Timeline, &[Space], Action::PlayRow, |_, _| Some(Command::PlaySelected)),
    row(At::Timeline, &[Delete], Action::Delete, |_, _| Some(Command::DeleteSelected)),
    row(At::Timeline, &[Slash], Action::Search, |_, _| Some(Command::FocusSearch)),
    row(At::Timeline, &[Letter('S')], Action::StarredOnly, |_, _| Some(Command::ToggleTimelineStarred)),
    row(At::Timeline, &[Letter('E')], Action::Export, |_, _| Some(Command::AskExport)),
    row(At::Timeline, &[Letter('N')], Action::NextQuestion, |_, _| Some(Command::NextQuestion)),
    row(At::Timeline, &[Letter('T')], Action::ShowTrash, |_, _| Some(Command::Trash(TrashCommand::Toggle))),
    row(At::Trash, &[Letter('T')], Action::ShowTrash, |_, _| Some(Command::Trash(TrashCommand::Toggle))),
    row(At::Trash, &[Up, Down, Left, Right], Action::Select, |_, key| Some(Command::Trash(TrashCommand::Move(row_step(key))))),
    row(At::Trash, &[Space], Action::PlayRow, |_, _| Some(Command::Trash(TrashCommand::PlaySelected))),
    row(At::Trash, &[Enter], Action::RestoreTrashed, |_, _| Some(Command::Trash(TrashCommand::RestoreSelected))),
    row(At::Progress, &[Letter('N')], Action::NextQuestion, |_, _| Some(Command::NextQuestion)),
    // Today.
    row(At::Today, &[Space, Enter], Action::StartNext, |state, _| start_next(state)),
    row(At::Today, &[Up, Down], Action::MoveProposal, move_proposal),
    row(At::Today, &[Letter('X')], Action::PutOff, |state, _| put_off(state)),
    // Stories.
    row(At::Stories, &[Letter('N')], Action::NewStory, |_, _| Some(Command::NewStory)),
    row(At::Stories, &[Letter('C')], Action::CaptureStory, |_, _| Some(Command::CaptureStory)),
    row(At::Stories, &[Letter('T')], Action::StoriesTab, |state, _| Some(Command::ShowStoriesTab(state.stories.tab.other()))),
    row(At::StoryList, &[Up, Down], Action::MoveStory, |_, key| Some(Command::MoveStory(step(key)))),
    row(At::StoryList, &[Letter('V')], Action::StoryLanguage, |state, _| Some(Command::ShowStoryLanguage(state.story_language().other()))),
    row(At::StoryList, &[Space], Action::PlayStory, |state, _| play_story(state)),
    row(At::StoryList, &[Delete], Action::DeleteStory, |state, _| delete_story(state)),
    // Sound check.
    row(At::Check, &[Space], Action::CheckSpeak, |_, _| Some(Command::CheckSpeak)),
    row(At::Check, &[Letter('R')], Action::CheckReplay, |_, _| Some(Command::CheckReplay)),
    row(At::Check, &[Letter('T')], Action::CheckTone, |_, _| Some(Command::CheckTone)),
];

const DIGITS_TO_6: &[Key] = &[Digit(1), Digit(2), Digit(3), Digit(4), Digit(5), Digit(6)];
const DIGITS_TO_5: &[Key] = &[Digit(1), Digit(2), Digit(3), Digit(4), Digit(5)];
#[rustfmt::skip]
const DIGITS_TO_9: &[Key] = &[Digit(1), Digit(2), Digit(3), Digit(4), Digit(5), Digit(6), Digit(7), Digit(8), Digit(9)];
#[rustfmt::skip]
const DIGITS_TO_10: &[Key] = &[Digit(1), Digit(2), Digit(3), Digit(4), Digit(5), Digit(6), Digit(7), Digit(8), Digit(9), Digit(0)];
const F1_TO_F4: &[Key] = &[Function(1), Function(2), Function(3), Function(4)];

/// Where the person is.
pub(super) fn contexts(state: &State) -> Vec<KeyContext> {
    match state.screen {
        Screen::Practice => practice(state),
        Screen::Drill => vec![At::Drill],
        Screen::Review if state.compare.is_some() => vec![At::Compare],
        Screen::Review => vec![At::Replay, At::Review],
        Screen::Timeline if state.timeline.trash.is_some() => vec![At::Trash],
        Screen::Timeline => vec![At::Timeline],
        Screen::Progress => vec![At::Progress],
        Screen::Today => vec![At::Today],
        Screen::Interview if state.on_break().is_some() => vec![At::Break],
        Screen::Interview => vec![At::Interview],
        Screen::Settings => Vec::new(),
        Screen::Stories if state.stories.tab == StoriesTab::Coverage => vec![At::Stories],
        Screen::Stories => vec![At::Stories, At::StoryList],
        Screen::Check => vec![At::Check],
    }
}

/// In a session `P` pauses and chooses no languages: its row comes first.
fn practice(state: &State) -> Vec<KeyContext> {
    let session = state.asking().map(|_| At::SessionQuestion);
    match &state.practice.phase {
        Phase::Idle if state.picks_topic() => vec![At::Topics],
        Phase::Idle if state.mending().is_some() => vec![At::Mending],
        Phase::Idle => {
            let setup = state.setup().map(|_| At::Setup);
            session.into_iter().chain(setup).chain([At::Idle]).collect()
        }
        Phase::Thinking { .. } => vec![At::Thinking],
        Phase::Recording(_) => session.into_iter().chain([At::Recording]).collect(),
        Phase::Interrupted(_) => vec![At::Interrupted],
        Phase::Arming(_) | Phase::Finishing(_) => Vec::new(),
    }
}
