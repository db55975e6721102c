//! What the next answer is for, from the card on the screen to the kept take. Whatever depends on it
//! asks here, so that a new kind of answer is a list of compiler errors and not a hunt.
//! Not here: how a task begins and what it leads to (`practice::card`, `practice::task`).

use crate::flow::chain::PendingFollowUp;
use crate::flow::drill::{DrillRound, PendingRepeat};
use crate::flow::mending::PendingMend;
use crate::flow::today::{RetellingSet, ScheduledPractice};
use crate::model::drill::RepeatScope;
use crate::model::language::{Language, LanguagePlan};
use crate::model::question::Question;
use crate::model::settings::Settings;
use crate::model::story::StoryId;
use crate::model::story_words::{self, CAPTURE_SECS};

/// What the next answer is for, and while one is made, that one. It waits while the person looks at
/// another screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// An answer that belongs to nothing.
    Free {
        /// The story that is to be told in it.
        story: Option<StoryId>,
        /// What is to be said again after it; known from the first key of the take.
        then: Option<(RepeatScope, Language)>,
    },
    Repeat(PendingRepeat),
    DrillRound(DrillRound),
    /// One of three tellings of a story.
    Retelling(RetellingSet),
    /// A follow-up, on the card instead of the question it digs into.
    FollowUp(PendingFollowUp),
    Scheduled(ScheduledPractice),
    CaptureStory,
    /// A sentence of an answer, said again.
    Mend(PendingMend),
    /// A question of the session under way (`State::asking`).
    Session {
        /// The language in which it asks. Of a sudden request nothing shows before it falls.
        plan: LanguagePlan,
        follow_up: Option<PendingFollowUp>,
    },
}

impl Default for Task {
    fn default() -> Self {
        Self::free(None)
    }
}

impl Task {
    /// An answer that belongs to nothing, with a story in mind or without.
    pub const fn free(story: Option<StoryId>) -> Self {
        Self::Free { story, then: None }
    }

    /// What a question on the card is for when nothing else gives it a purpose.
    pub fn of(question: Option<&Question>) -> Self {
        if question.is_some_and(story_words::is_capture) {
            Self::CaptureStory
        } else {
            Self::default()
        }
    }

    /// The languages of the next answer, as far as the person may know them.
    pub const fn plan(&self, settings: &Settings) -> LanguagePlan {
        match self {
            Self::Free { .. } => settings.plan,
            Self::Repeat(repeat) => LanguagePlan::only(repeat.to),
            Self::DrillRound(round) => round.plan,
            Self::Retelling(telling) => LanguagePlan::only(telling.language),
            Self::FollowUp(following) => following.plan,
            Self::Scheduled(scheduled) => scheduled.plan,
            Self::CaptureStory => LanguagePlan::only(settings.plan.start()),
            Self::Mend(pending) => LanguagePlan::only(pending.language),
            Self::Session { plan, .. } => *plan,
        }
    }

    /// How long the next answer is to be, in seconds.
    pub fn target_secs(&self, settings: &Settings) -> u32 {
        match self {
            Self::Free { .. }
            | Self::Repeat(_)
            | Self::FollowUp(_)
            | Self::Scheduled(_)
            | Self::Session { .. } => settings.target_secs,
            Self::DrillRound(round) => round.kind.take_secs(),
            Self::Retelling(telling) => telling.limit_secs(),
            Self::CaptureStory => CAPTURE_SECS,
            Self::Mend(pending) => pending.secs.ceil().max(1.0) as u32,
        }
    }

    /// Whether the take ends by itself at its target length.
    pub const fn ends_at_target(&self) -> bool {
        match self {
            Self::DrillRound(_) | Self::Retelling(_) | Self::CaptureStory => true,
            Self::Free { .. }
            | Self::Repeat(_)
            | Self::FollowUp(_)
            | Self::Scheduled(_)
            | Self::Mend(_)
            | Self::Session { .. } => false,
        }
    }

    /// Whether there may be time to think before it.
    pub const fn has_think_time(&self) -> bool {
        match self {
            Self::Free { .. } | Self::Scheduled(_) => true,
            Self::Repeat(_)
            | Self::DrillRound(_)
            | Self::Retelling(_)
            | Self::FollowUp(_)
            | Self::CaptureStory
            | Self::Mend(_)
            | Self::Session { .. } => false,
        }
    }

    /// Whether the pressure ladder lets the interviewer break into it.
    pub const fn may_be_interrupted(&self) -> bool {
        match self {
            Self::DrillRound(_) | Self::Retelling(_) | Self::Mend(_) => false,
            Self::Free { .. }
            | Self::Repeat(_)
            | Self::FollowUp(_)
            | Self::Scheduled(_)
            | Self::CaptureStory
            | Self::Session { .. } => true,
        }
    }

    /// Whether languages, think time, style and filter are not for the person to choose now.
    pub const fn settings_locked(&self) -> bool {
        match self {
            Self::Free { .. } => false,
            Self::Repeat(_)
            | Self::DrillRound(_)
            | Self::Retelling(_)
            | Self::FollowUp(_)
            | Self::Scheduled(_)
            | Self::CaptureStory
            | Self::Mend(_)
            | Self::Session { .. } => true,
        }
    }

    /// The follow-up on the card, in a session or not.
    pub const fn follow_up(&self) -> Option<&PendingFollowUp> {
        match self {
            Self::FollowUp(following) => Some(following),
            Self::Session { follow_up, .. } => follow_up.as_ref(),
            Self::Free { .. }
            | Self::Repeat(_)
            | Self::DrillRound(_)
            | Self::Retelling(_)
            | Self::Scheduled(_)
            | Self::CaptureStory
            | Self::Mend(_) => None,
        }
    }

    /// The answer that is now to be said again.
    pub const fn repeat(&self) -> Option<&PendingRepeat> {
        match self {
            Self::Repeat(repeat) => Some(repeat),
            _ => None,
        }
    }

    pub const fn round(&self) -> Option<&DrillRound> {
        match self {
            Self::DrillRound(round) => Some(round),
            _ => None,
        }
    }

    pub const fn telling(&self) -> Option<&RetellingSet> {
        match self {
            Self::Retelling(telling) => Some(telling),
            _ => None,
        }
    }

    /// The story that is to be told in the next answer.
    pub const fn story(&self) -> Option<&StoryId> {
        match self {
            Self::Free { story, .. } => story.as_ref(),
            _ => None,
        }
    }

    /// No story is in mind any more.
    pub fn forget_story(&mut self) {
        if let Self::Free { story, .. } = self {
            *story = None;
        }
    }

    /// The answer at hand is not to be said again.
    pub fn forget_repeat(&mut self) {
        if let Self::Free { then, .. } = self {
            *then = None;
        }
    }
}
