//! What the practice screen shows, as plain data made of the state. Not here: the parts of it
//! (`card_view`, `plan_view`, `take_view`, `task_view`, `ways_view`, `disc_view`, `badge`).

use crate::flow::Now;
use crate::flow::setup::Setup;
use crate::flow::state::{Phase, State};
use crate::i18n::Words;
use crate::ui::practice::badge::Badge;
use crate::ui::practice::card_view::Card;
use crate::ui::practice::disc_view::Disc;
use crate::ui::practice::mend_view::MendView;
use crate::ui::practice::plan_view::PlanView;
use crate::ui::practice::take_view::TakeView;
use crate::ui::practice::task_view::{self, Top};
use crate::ui::practice::ways_view::Ways;

/// The whole screen.
#[derive(Clone, Debug)]
pub struct PracticeView<'a> {
    /// What stands at the top left.
    pub top: Top,
    /// The badge at the top right.
    pub badge: Badge,
    /// The card.
    pub card: Card<'a>,
    /// What is between the card and the disc.
    pub stage: Stage<'a>,
    /// The ways on beside the disc.
    pub ways: Ways,
    /// The disc.
    pub disc: Disc,
}

/// What is between the card and the disc.
#[derive(Clone, Debug)]
pub enum Stage<'a> {
    /// A first start asks.
    Setup(Setup),
    /// Languages and time to think can be chosen.
    Plan(PlanView),
    /// Which take of a sentence is heard.
    Mend(MendView),
    /// Nothing can be chosen any more.
    Take(TakeView<'a>),
}

impl<'a> PracticeView<'a> {
    /// The view of a state.
    pub fn new(words: Words<'_>, state: &'a State, now: &Now) -> Self {
        let attempt = state.attempt_in_hand();
        let plan = attempt.map_or_else(|| state.next_plan(), |attempt| attempt.plan);
        Self {
            top: task_view::top(words, state),
            badge: Badge::new(words, state),
            card: Card::new(words, state, plan),
            stage: stage(words, state, now),
            ways: Ways::new(words, state),
            disc: Disc::new(words, state),
        }
    }
}

fn stage<'a>(words: Words<'_>, state: &'a State, now: &Now) -> Stage<'a> {
    if let Some(asked) = state.setup() {
        return Stage::Setup(asked);
    }
    match &state.practice.phase {
        Phase::Idle if !state.practice.task.settings_locked() => {
            Stage::Plan(PlanView::new(words, state, now))
        }
        Phase::Idle if state.mending().is_some() => Stage::Mend(MendView::new(words, state)),
        _ => Stage::Take(TakeView::new(words, state, now)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::AllWords;
    use crate::model::language::Language;
    use crate::model::rubric::Rubric;
    use crate::model::settings::Settings;
    use std::time::Duration;

    fn state() -> State {
        State::new(
            1,
            Rubric::default(),
            Language::Korean,
            Settings::default(),
            "0",
        )
    }

    fn now(millis: u64) -> Now {
        Now {
            date: jiff::Zoned::default(),
            since_start: Duration::from_millis(millis),
        }
    }

    #[test]
    fn a_fresh_start_reads_and_waits() {
        let words = AllWords::load().unwrap();
        let state = state();
        let view = PracticeView::new(words.of(Language::English), &state, &now(0));
        assert_eq!(view.card, Card::Missing("Loading questions…".into(), None));
        assert_eq!(view.disc.words, "Opening your library…");
        assert_eq!(view.disc.command, None);
        assert_eq!(view.badge.said, "Looking for microphones…");
        let Top::Filter(filter) = view.top else {
            unreachable!("a free question is drawn from all")
        };
        assert_eq!(filter.of, "All principles");
        assert_eq!(filter.left, "0 questions left");
    }

    #[test]
    fn think_time_counts_whole_seconds_and_says_when_the_next_comes() {
        let words = AllWords::load().unwrap();
        let mut state = state();
        state.practice.phase = Phase::Thinking {
            until: Duration::from_secs(10),
        };
        let view = |at| PracticeView::new(words.of(Language::English), &state, &now(at));
        for (at, left, next) in [
            (0, "10", 1.0),
            (700, "10", 0.3),
            (9_500, "1", 0.5),
            (11_000, "0", 0.0),
        ] {
            let Stage::Take(take) = view(at).stage else {
                unreachable!("the state thinks")
            };
            assert_eq!(take.time.figure, left);
            let secs = take.time.next_in_secs.unwrap();
            assert!((secs - next).abs() < 1e-4, "{secs} at {at}");
        }
        assert_eq!(view(0).top, Top::Nothing);
    }
}
