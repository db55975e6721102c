//! Where keys work, under which heading they are listed, and what they do.
//! Not here: which keys they are (`table`), and the words for what they do (`ui/key_words`).

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyContext {
    Everywhere,
    /// The question waits on the card.
    Idle,
    /// A first start asks.
    Setup,
    /// A topic is to be chosen on the card.
    Topics,
    Thinking,
    Recording,
    /// The microphone is gone and the take waits.
    Interrupted,
    /// The interviewer of a session waits for an answer, or hears it.
    SessionQuestion,
    Interview,
    /// A break of the session under way.
    Break,
    Drill,
    Review,
    /// The sound of the answer under review.
    Replay,
    /// Two answers are compared on the review.
    Compare,
    /// A sentence is to be said again.
    Mending,
    Timeline,
    /// The trash in place of the timeline's list.
    Trash,
    Progress,
    Today,
    Stories,
    /// The list of stories, and not their coverage.
    StoryList,
    Check,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyGroup {
    Everywhere,
    Practice,
    Drill,
    Interview,
    Replay,
    Review,
    Timeline,
    Stories,
    Today,
    Check,
}

impl KeyContext {
    /// The group that lists its keys.
    pub fn group(self) -> KeyGroup {
        match self {
            Self::Everywhere => KeyGroup::Everywhere,
            Self::Idle
            | Self::Setup
            | Self::Topics
            | Self::Thinking
            | Self::Recording
            | Self::Interrupted => KeyGroup::Practice,
            Self::SessionQuestion | Self::Interview | Self::Break => KeyGroup::Interview,
            Self::Drill => KeyGroup::Drill,
            Self::Review => KeyGroup::Review,
            Self::Replay | Self::Compare | Self::Mending => KeyGroup::Replay,
            Self::Timeline | Self::Trash | Self::Progress => KeyGroup::Timeline,
            Self::Today => KeyGroup::Today,
            Self::Stories | Self::StoryList => KeyGroup::Stories,
            Self::Check => KeyGroup::Check,
        }
    }
}

/// What a key does, as the list of keys says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    GoToday,
    GoPractice,
    GoStories,
    GoRecord,
    GoSettings,
    NextTab,
    Search,
    Undo,
    Zoom,
    UsualSize,
    ListKeys,
    Close,
    Quit,
    NextQuestion,
    PreviousQuestion,
    QuestionMenu,
    Record,
    FinishInterrupted,
    StartOver,
    DiscardTake,
    Plan,
    SwitchStyle,
    OtherLanguage,
    HearAgain,
    ShowWords,
    CueNow,
    Flag,
    StarLine,
    Part,
    AnswerSetup,
    PickTopic,
    ChooseTopic,
    StartRound,
    OpenTake,
    EndRound,
    StartSession,
    PauseSession,
    SkipBreak,
    Play,
    Seek,
    ZoomWave,
    ScrollWave,
    WholeWave,
    Rate,
    MoveLine,
    Retake,
    Star,
    FollowUp,
    Deeper,
    Interrupt,
    Retell,
    NextCard,
    NextPause,
    FirstWord,
    ShiftFirstWord,
    ConfirmFirstWord,
    ForgetFirstWord,
    MarkHere,
    NextMark,
    PreviousMark,
    NextMarkKind,
    DeleteMark,
    TrimFrom,
    TrimTo,
    ToldStory,
    SayAgain,
    HearAssembled,
    HearFirst,
    ChooseTake,
    HearTake,
    DeleteTake,
    StepPhrase,
    LoopPhrase,
    LoopCue,
    MoveLoopStart,
    MoveLoopEnd,
    SkipSilence,
    Slower,
    Faster,
    UsualSpeed,
    Compare,
    SwitchEar,
    NextAlign,
    NextCompared,
    Select,
    Open,
    PlayRow,
    Delete,
    Export,
    StarredOnly,
    ShowTrash,
    RestoreTrashed,
    StartNext,
    MoveProposal,
    PutOff,
    NewStory,
    CaptureStory,
    StoriesTab,
    MoveStory,
    StoryLanguage,
    PlayStory,
    DeleteStory,
    CheckSpeak,
    CheckReplay,
    CheckTone,
}
