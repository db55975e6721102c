//! What is asked of the state about the next take: its languages and the time to think before it.

use crate::flow::state::State;
use crate::model::drill::LADDER_SECS;
use crate::model::language::LanguagePlan;
use crate::model::take::TakeState;
use jiff::civil::Date;

impl State {
    /// The languages of the next attempt.
    pub fn next_plan(&self) -> LanguagePlan {
        self.practice.task.plan(&self.settings)
    }

    /// Time to think before the next attempt if it is made today, in seconds.
    pub fn next_think_secs(&self, today: Date) -> u32 {
        if !self.practice.task.has_think_time() {
            0
        } else if self.settings.ladder {
            self.ladder_secs(today)
        } else {
            self.settings.think_secs
        }
    }

    /// Each take of a question on one day gives less time than the one before it. Short takes of a
    /// round, and what is only said again, are no steps.
    fn ladder_secs(&self, today: Date) -> u32 {
        let asked = self.practice.question.as_ref();
        let takes = asked.map_or(0, |question| {
            let of_today = self.attempts_of(&question.id).filter(|attempt| {
                attempt.created.date() == today
                    && attempt.take.state != TakeState::Empty
                    && attempt.round.is_none()
                    && attempt.follows.is_none()
            });
            of_today.count()
        });
        LADDER_SECS.get(takes).copied().unwrap_or(0)
    }
}
