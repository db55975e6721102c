//! What keys do, in words: for the list of all keys and for the hints on buttons.
//! Not here: which key it is (`flow::keys`).

use crate::flow::keys::{Action, KeyGroup, SEEK_SECS};
use crate::i18n::Words;
use crate::tr;

/// The name of a group of keys.
pub fn group(words: Words<'_>, group: KeyGroup) -> String {
    match group {
        KeyGroup::Everywhere => tr!(words, "keys-everywhere"),
        KeyGroup::Practice => tr!(words, "keys-practice"),
        KeyGroup::Drill => tr!(words, "drill-screen"),
        KeyGroup::Interview => tr!(words, "interview-screen"),
        KeyGroup::Review => tr!(words, "keys-review"),
        KeyGroup::Stories => tr!(words, "stories-screen"),
        KeyGroup::Timeline => tr!(words, "keys-timeline"),
        KeyGroup::Today => tr!(words, "today-screen"),
        KeyGroup::Check => tr!(words, "check-title"),
    }
}

/// What a key does.
#[allow(clippy::too_many_lines, reason = "a line for each action")]
pub fn action(words: Words<'_>, action: Action) -> String {
    match action {
        Action::GoToday => tr!(words, "today-keys-go"),
        Action::GoPractice => tr!(words, "keys-go-practice"),
        Action::GoStories => tr!(words, "stories-keys-go"),
        Action::GoRecord => tr!(words, "keys-go-record"),
        Action::GoSettings => tr!(words, "keys-go-settings"),
        Action::NextTab => tr!(words, "keys-tab"),
        Action::Search => tr!(words, "keys-search"),
        Action::Undo => tr!(words, "keys-undo"),
        Action::ListKeys => tr!(words, "keys-keys"),
        Action::Close => tr!(words, "keys-escape"),
        Action::Quit => tr!(words, "keys-quit"),
        Action::NextQuestion => tr!(words, "keys-next"),
        Action::PreviousQuestion => tr!(words, "keys-previous"),
        Action::QuestionMenu => tr!(words, "keys-question-menu"),
        Action::Record => tr!(words, "keys-record"),
        Action::FinishInterrupted => tr!(words, "interrupted-keys-listen"),
        Action::StartOver => tr!(words, "interrupted-keys-start-over"),
        Action::Plan => tr!(words, "keys-plan"),
        Action::SwitchStyle => tr!(words, "drill-keys-style"),
        Action::OtherLanguage => tr!(words, "keys-other-language"),
        Action::HearAgain => tr!(words, "reading-keys-repeat"),
        Action::ShowWords => tr!(words, "reading-keys-show"),
        Action::CueNow => tr!(words, "keys-cue"),
        Action::Flag => tr!(words, "keys-flag"),
        Action::StarLine => tr!(words, "keys-star-line"),
        Action::Part => tr!(words, "drill-keys-part"),
        Action::AnswerSetup => tr!(words, "keys-setup"),
        Action::PickTopic => tr!(words, "chain-keys-topic"),
        Action::ChooseTopic => tr!(words, "chain-keys-choose"),
        Action::StartRound => tr!(words, "drill-keys-start"),
        Action::OpenTake => tr!(words, "drill-keys-open"),
        Action::EndRound => tr!(words, "drill-keys-end"),
        Action::StartSession => tr!(words, "interview-keys-start"),
        Action::PauseSession => tr!(words, "interview-keys-pause"),
        Action::SkipBreak => tr!(words, "interview-keys-skip-break"),
        Action::Play => tr!(words, "keys-play"),
        Action::Seek => tr!(words, "keys-seek", secs = format!("{SEEK_SECS:.0}")),
        Action::Rate => tr!(words, "keys-rate"),
        Action::MoveLine => tr!(words, "keys-line"),
        Action::Retake => tr!(words, "keys-retake"),
        Action::Star => tr!(words, "keys-star"),
        Action::FollowUp => tr!(words, "chain-keys-next"),
        Action::Deeper => tr!(words, "chain-keys-depth"),
        Action::Interrupt => tr!(words, "chain-keys-interrupt"),
        Action::Retell => tr!(words, "today-keys-tell"),
        Action::NextCard => tr!(words, "speech-keys-card"),
        Action::NextPause => tr!(words, "speech-keys-pause"),
        Action::FirstWord => tr!(words, "speech-keys-pick"),
        Action::ShiftFirstWord => tr!(words, "speech-keys-shift"),
        Action::ConfirmFirstWord => tr!(words, "speech-keys-confirm"),
        Action::ForgetFirstWord => tr!(words, "speech-keys-forget"),
        Action::ToldStory => tr!(words, "stories-keys-told"),
        Action::Select => tr!(words, "keys-select"),
        Action::Open => tr!(words, "keys-open"),
        Action::PlayRow => tr!(words, "keys-play-row"),
        Action::Delete => tr!(words, "keys-delete"),
        Action::Export => tr!(words, "export-keys-shown"),
        Action::StarredOnly => tr!(words, "timeline-starred"),
        Action::StartNext => tr!(words, "today-keys-start"),
        Action::MoveProposal => tr!(words, "today-keys-move"),
        Action::PutOff => tr!(words, "today-keys-put-off"),
        Action::NewStory => tr!(words, "stories-new"),
        Action::CaptureStory => tr!(words, "stories-keys-capture"),
        Action::StoriesTab => tr!(words, "stories-keys-tab"),
        Action::MoveStory => tr!(words, "stories-keys-move"),
        Action::StoryLanguage => tr!(words, "stories-keys-language"),
        Action::PlayStory => tr!(words, "stories-keys-play"),
        Action::DeleteStory => tr!(words, "stories-delete"),
        Action::CheckSpeak => tr!(words, "check-speak"),
        Action::CheckReplay => tr!(words, "check-replay"),
        Action::CheckTone => tr!(words, "check-tone"),
    }
}
