//! All that a person can ask of the app. One closed list feeds buttons, keys and tests.
//! What a command does stands in `update`; which key asks for it in `keys`.

use std::ops::Range;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::flow::listening::ReviewCard;
use crate::flow::mending::MendCommand;
use crate::flow::place::Place;
use crate::flow::place::Screen;
use crate::flow::review::MarkCommand;
use crate::flow::review::TrimCommand;
use crate::flow::review::comparison::CompareCommand;
use crate::flow::stories::{StoriesTab, StoryEdit};
use crate::flow::timeline::TrashCommand;
use crate::flow::today::TodayCommand;
use crate::model::attempt::AttemptId;
use crate::model::drill::{RoundKind, SwitchStyle};
use crate::model::filter::Filter;
use crate::model::language::{Language, LanguagePlan};
use crate::model::mark::PauseCause;
use crate::model::principle::Principle;
use crate::model::question::{FollowUpKind, QuestionKey, Subject};
use crate::model::session::SessionId;
use crate::model::session::shape::Shape;
use crate::model::settings::{Reading, ThemeChoice};
use crate::model::speech::Span;
use crate::model::star::{StarPart, StarShape};
use crate::model::story::StoryId;

#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    // Everywhere.
    GoTo(Screen),
    GoToPlace(Place),
    /// Show the tab this many steps on, around the ends.
    MoveTab(i32),
    ToggleKeys,
    /// Close what lies on top: the list of keys, the banner, then what the screen has to close
    /// (think time or a microphone being opened, search text, review).
    Escape,
    DismissBanner,
    Undo,
    /// Close the window; asks for the take to be finished first.
    Quit,

    /// Answer what a first start asks: the place among the answers, from 0.
    AnswerSetup(usize),
    /// Leave the questions of a first start unanswered.
    SkipSetup,

    // Practice.
    NextQuestion,
    PreviousQuestion,
    ToggleQuestionMenu,
    ChooseQuestion(QuestionKey),
    ToggleQuestionLanguage,
    /// Choose the languages of the next attempt.
    SetPlan(LanguagePlan),
    CyclePlan,
    /// Choose the think time, in seconds.
    SetThinkSecs(u32),
    SetPracticeFilter(Filter),
    /// Begin: think time first, if one is set.
    Record,
    StopRecording,
    /// Go on with an interrupted take, with the best microphone at hand.
    ResumeRecording,
    /// Finish and keep the take that runs or waits, and answer the same question from the start.
    StartOver,
    /// End the take that runs or waits, and move it to the trash.
    DiscardTake,
    /// Go back without recording, while thinking or waiting for the microphone.
    CancelRecording,
    Flag,
    CueNow,
    ToggleStarHint,

    // Drill.
    SetSwitchStyle(SwitchStyle),
    /// Step to the next style, in a plan with a switch.
    CycleSwitchStyle,
    /// A part of the answer begins: at this moment of the take, or at the playhead on the review.
    TapPart(StarPart),
    SetRoundKind(RoundKind),
    /// Choose the languages of a round of answers; only plans with a switch.
    SetRoundPlan(LanguagePlan),
    StartRound(RoundKind),
    /// End the round early, or put the outcome of the last one away.
    EndRound,
    /// Leave the offer to say the answer again, for its review.
    SkipRepeat,
    /// Share of takes without a cue, 0 to `MOST_CATCH_SHARE`.
    SetCatchShare(f32),
    /// Whether further takes give less time to think and are broken in on.
    SetLadder(bool),
    /// How much of an answer each part should take.
    SetStarShape(StarShape),
    /// The person's bridge sentences, as typed.
    SetRescueLines(Vec<String>),

    // Follow-up chains.
    /// Ask the next follow-up after the answer under review: of this kind, or of any.
    AskFollowUp(Option<FollowUpKind>),
    /// The same of any kind, and be interrupted with another one while answering it.
    InterruptMe,
    /// Let the candidate choose among the topics of computer science.
    PickTopic,
    /// Tick a point that a good answer has, or untick it; counted from 0.
    TogglePoint(u8),

    // The interviewer's voice.
    SetReading(Reading),
    /// Read the question once more; asked while it is read, stop.
    RepeatQuestion,
    /// Show the words that were to be listened to.
    ShowWords,

    // Today.
    Today(TodayCommand),

    // Sentences said again.
    Mend(MendCommand),

    // Interview.
    SetSessionShape(Shape),
    /// Choose the topic for a technical interviewer.
    SetSessionTopic(Subject),
    SetSessionPlan(LanguagePlan),
    StartSession,
    /// Pause the session under way; while an answer is made, after it.
    PauseSession,
    ResumeSession(SessionId),
    SkipBreak,
    NextInterviewer,
    LeaveSession,
    EndSession(SessionId),
    ShowSession(SessionId),

    // Sound check.
    /// Listen for three seconds; asked again while listening, stop there.
    CheckSpeak,
    CheckReplay,
    CheckTone,

    // Review.
    OpenAttempt(AttemptId),
    /// Leave the review for where it was opened from.
    CloseReview,
    PlayPause,
    SeekTo(u64),
    /// Show this part of the take, as far as it can be shown.
    ShowFrames(Range<u64>),
    /// Move the playhead by seconds, backwards when negative.
    SeekBy(f64),
    /// Hear a stretch of the take again and again, or no more.
    SetLoop(Option<Span>),
    /// Go to the phrase after this one, or, below 0, before it; a loop goes along.
    StepPhrase(i32),
    /// Loop the phrase that is heard, or end the loop.
    LoopPhrase,
    /// Loop what is around the cue, or end that loop.
    LoopCue,
    /// Move the start of the loop by seconds, backwards when negative.
    MoveLoopStart(f64),
    /// The same for its end.
    MoveLoopEnd(f64),
    /// Playback speed as a part of the usual one, `SLOWEST` to `FASTEST`.
    SetSpeed(f32),
    /// The next offered speed, or, below 0, the one before; 0 brings the usual one back.
    StepSpeed(i32),
    ToggleSkipSilence,
    /// Playback volume, 0 to 1.
    SetVolume(f32),
    /// Give the current rubric line a score and go to the next line.
    RateCurrent(u8),
    Rate {
        line: String,
        /// 1 to 5.
        score: u8,
    },
    MoveLine(i32),
    SetNotes(String),
    ToggleStar,
    /// Something of the marks of the answer under review.
    Mark(MarkCommand),
    /// Keep only a part of it, or all of it again.
    Trim(TrimCommand),
    /// Hear it against another answer.
    Compare(CompareCommand),
    /// Lay the question of the answer under review on the card again.
    Retake,

    // Listening closely, on the review.
    ShowCard(ReviewCard),
    /// Take up the marker of the first word in the new language.
    PickFirstWord,
    /// Put the marker on a frame of the take.
    PlaceFirstWord(u64),
    /// Move the marker by seconds, backwards when negative.
    ShiftFirstWord(f64),
    /// Confirm the marker, or what the sound says when none is being placed.
    ConfirmFirstWord,
    GiveUpFirstWord,
    /// Go back to what the sound says.
    ForgetFirstWord,
    /// Play from before the next long pause, the longest first.
    NextPause,
    /// Play from before the pause that begins at a frame.
    PlayPauseAt(u64),
    /// Say why the pause was made that begins at a frame; said again, take it back.
    JudgePause {
        /// The first frame of the pause.
        start_frame: u64,
        cause: PauseCause,
    },

    // Stories.
    ShowStoriesTab(StoriesTab),
    /// Show a story, or the list alone.
    SelectStory(Option<StoryId>),
    MoveStory(i32),
    NewStory,
    /// Tell a story for the first time, in 60 seconds.
    CaptureStory,
    EditStory {
        id: StoryId,
        edit: StoryEdit,
    },
    ShowStoryLanguage(Language),
    DeleteStory(StoryId),
    /// Open the file of a story in the system's editor.
    OpenStoryFile(StoryId),
    /// Practise a square of the coverage.
    PractiseStory {
        /// For which story; `None` for any.
        story: Option<StoryId>,
        principle: Principle,
        language: Language,
    },
    /// Practise for no story any more.
    ForgetStory,
    /// Say which story the answer under review told; `None` for none.
    TellStory(Option<StoryId>),
    /// Say the most likely story of the answer under review; said again, the next.
    NextLikelyStory,
    /// Begin a new story that the answer under review told.
    NewStoryOfAnswer,

    // Timeline.
    SetQuery(String),
    FocusSearch,
    /// Everything in the window larger or smaller by steps; 0 brings the usual size back.
    Zoom(i32),
    /// Letters, digits and signs alone are keys, or are not.
    ToggleLetterKeys,
    /// Show only this principle; `None` shows all.
    SetTimelinePrinciple(Option<Principle>),
    /// Show only plans with this language; `None` shows all.
    SetTimelineLanguage(Option<Language>),
    /// Show only what is starred, or all again.
    ToggleTimelineStarred,
    /// Let everything through again.
    ShowAllAnswers,
    /// Select an attempt and bring its row into view.
    Select(AttemptId),
    MoveSelection(i32),
    /// Select the newest answer of a day; a filter that hides the whole day goes.
    ShowDay(Date),
    /// Select the newest answer of the next listed day; below 0 the one before, towards older ones.
    MoveDay(i32),
    OpenSelected,
    /// Play or pause an attempt in its row.
    PlayRow(AttemptId),
    PlaySelected,
    Delete(AttemptId),
    DeleteSelected,
    /// These rows are on screen and want their waveforms.
    WantPeaks(Vec<AttemptId>),

    Trash(TrashCommand),

    /// Ask whether those that the timeline shows are to be given out.
    AskExport,
    /// Give out all answers, as text and as a table.
    ExportAll,
    /// The same of those that the timeline shows.
    ExportShown,
    CancelExport,
    /// Give out the sound of the answer under review, with its marks.
    ExportSound,
    /// Show a folder in the system's file manager.
    Reveal(PathBuf),

    // Settings.
    /// Interface language; `None` follows the system.
    SetLanguage(Option<Language>),
    SetTheme(ThemeChoice),
    /// Microphone by id; `None` is the system's default.
    SetInput(Option<String>),
    /// Speaker by id; `None` is the system's default.
    SetOutput(Option<String>),
    RefreshDevices,
    SetTargetSecs(u32),
    SetCueSound(bool),
    /// Ask for the library folder in the system's dialog.
    ChooseLibrary,
    SetLibrary(PathBuf),
    /// Open the library that could not be opened, save what could not be saved.
    TryAgain,
    /// Show where the two versions of a file lie.
    RevealVersions(PathBuf),
    /// Keep one of two versions, by the path of the copy.
    KeepVersion {
        copy: PathBuf,
        keep_copy: bool,
    },
    /// Show the library folder in the system's file manager.
    RevealLibrary,
}
