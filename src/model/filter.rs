//! Which questions may be drawn: by what they ask, where they come from, or what became of them.
//! Not here: drawing (`deck`).

use crate::model::principle::Principle;
use crate::model::question::{Question, Subject};

/// Which questions may be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// What is asked of everybody: experiences and introductions.
    #[default]
    General,
    Principle(Principle),
    Subject(Subject),
    /// A pack, by its id.
    Pack(String),
    /// What everybody is asked and the person has not answered so far.
    NeverAnswered,
    /// With a mean score below [`LOW_SCORE`] in its newest answer that was rated.
    RatedLow,
    /// With a starred answer.
    Starred,
}

/// A mean score (1 to 5) below this is low.
pub const LOW_SCORE: f32 = 3.0;

/// What became of the answers to a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Past {
    pub answered: bool,
    pub rated_low: bool,
    pub starred: bool,
}

impl Filter {
    /// Whether [`Self::takes`] looks at the past of a question.
    pub const fn looks_back(&self) -> bool {
        match self {
            Self::NeverAnswered | Self::RatedLow | Self::Starred => true,
            Self::General | Self::Principle(_) | Self::Subject(_) | Self::Pack(_) => false,
        }
    }

    /// Whether a question with this past may be drawn.
    pub fn takes(&self, question: &Question, past: Past) -> bool {
        match self {
            Self::General => question.is_general(),
            Self::Principle(principle) => question.shows(*principle),
            Self::Subject(subject) => question.subject == *subject,
            Self::Pack(id) => question.pack == *id,
            Self::NeverAnswered => question.is_general() && !past.answered,
            Self::RatedLow => past.rated_low,
            Self::Starred => past.starred,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_asks_what_it_says() {
        let question = |pack: &str, subject| Question {
            id: "q".into(),
            pack: pack.into(),
            subject,
            ..Question::default()
        };
        let told = question("mine", Subject::Experience);
        let knowledge = question("mine", Subject::Network);
        let new = Past::default();
        let low = Past {
            answered: true,
            rated_low: true,
            starred: false,
        };
        for (filter, question, past, taken) in [
            (Filter::General, &told, new, true),
            (Filter::General, &knowledge, new, false),
            (Filter::Subject(Subject::Network), &knowledge, low, true),
            (Filter::Pack("mine".into()), &knowledge, new, true),
            (Filter::Pack("yours".into()), &knowledge, new, false),
            (Filter::NeverAnswered, &told, new, true),
            (Filter::NeverAnswered, &knowledge, new, false),
            (Filter::NeverAnswered, &told, low, false),
            (Filter::RatedLow, &knowledge, low, true),
            (Filter::RatedLow, &told, new, false),
            (Filter::Starred, &told, low, false),
        ] {
            assert_eq!(filter.takes(question, past), taken, "{filter:?} {past:?}");
        }
    }
}
