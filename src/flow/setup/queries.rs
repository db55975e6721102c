//! What is asked of the state about a first start, and about who knows switches.
//! Not here: what an answer changes (`setup::update`).

use crate::flow::setup::{DAYS, Setup};
use crate::flow::state::State;
use crate::flow::task::Task;
use crate::model::language::LanguagePlan;

impl State {
    /// What is asked now, below the question card: only while nothing else is done there.
    pub fn setup(&self) -> Option<Setup> {
        let free = matches!(self.practice.task, Task::Free { .. });
        self.setup.filter(|_| free && !self.busy())
    }

    /// How many answers there are to choose from.
    pub fn setup_choices(&self) -> usize {
        match self.setup() {
            None => 0,
            Some(Setup::Language) => LanguagePlan::ALL.len(),
            Some(Setup::Role) => self.roles.len(),
            Some(Setup::Day) => DAYS.len() + 1,
        }
    }

    /// Whether a switch of language is anything to this person: their plan has one, or an answer had.
    pub fn knows_switches(&self) -> bool {
        self.settings.plan.switch_to().is_some() || self.library.has_a_switch()
    }
}
