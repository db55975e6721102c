//! The screens, and the five places of the rail whose tabs they are.
//! Not here: how a screen is entered and left (`update::leaving`).

/// The screens of the rail, and the review that lies over them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// Question, recording.
    #[default]
    Practice,
    /// One attempt: replay and rating.
    Review,
    /// What to do today, and why.
    Today,
    /// A round of short takes: before it, and what came of it.
    Drill,
    /// A whole interview: before it, and what came of it.
    Interview,
    /// The person's stories, and where they have been told.
    Stories,
    /// All attempts.
    Timeline,
    /// What the attempts say together.
    Progress,
    /// Settings and about.
    Settings,
    /// Whether microphone and speaker are well.
    Check,
}

/// A place of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What to do next, and why.
    Today,
    /// A question, the switch drill, a mock interview.
    Practice,
    Stories,
    /// The answers, one by one and together.
    Record,
    /// Settings and the sound check.
    Settings,
}

impl Place {
    /// In the order of the rail and of `Ctrl 1` to `Ctrl 5`.
    pub const ALL: [Self; 5] = [
        Self::Today,
        Self::Practice,
        Self::Stories,
        Self::Record,
        Self::Settings,
    ];

    /// Its screens; the place opens with the first.
    pub const fn tabs(self) -> &'static [Screen] {
        match self {
            Self::Today => &[Screen::Today],
            Self::Practice => &[Screen::Practice, Screen::Drill, Screen::Interview],
            // List and coverage share one screen, which keeps its own selection.
            Self::Stories => &[Screen::Stories],
            Self::Record => &[Screen::Timeline, Screen::Progress],
            Self::Settings => &[Screen::Settings, Screen::Check],
        }
    }
}
