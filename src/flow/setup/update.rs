//! The answers of a first start. Not here: what is asked (`flow::setup`).

use jiff::ToSpan as _;

use crate::flow::effect::Effect;
use crate::flow::input::Now;
use crate::flow::setup::{DAYS, Setup};
use crate::flow::state::State;
use crate::flow::update::out::Out;
use crate::model::language::LanguagePlan;
use crate::model::settings::SESSION_PLANS;

/// Takes the answer at this place among those offered, from 0, and asks the next question.
pub fn answer(state: &mut State, choice: usize, now: &Now, out: &mut Out) {
    let Some(asked) = state.setup() else {
        return;
    };
    if choice >= state.setup_choices() {
        return;
    }
    let settings = &mut state.settings;
    state.setup = match asked {
        Setup::Language => {
            if let Some(plan) = LanguagePlan::ALL.get(choice) {
                settings.plan = *plan;
                settings.session.plan = if SESSION_PLANS.contains(plan) {
                    *plan
                } else {
                    LanguagePlan::only(plan.start())
                };
            }
            Some(Setup::Role)
        }
        Setup::Role => {
            settings.role = state.roles.get(choice).map(|role| role.id.clone());
            Some(Setup::Day)
        }
        Setup::Day => {
            let days = DAYS.get(choice);
            // A date beyond the calendar's end is no date.
            settings.interview_date =
                days.and_then(|days| now.date.date().checked_add(days.days()).ok());
            None
        }
    };
    save(state, out);
}

/// Asks no more. What was not answered keeps its default.
pub fn skip(state: &mut State, out: &mut Out) {
    if state.setup.take().is_some() {
        save(state, out);
    }
}

/// Saved also where nothing changed: who has a settings file is not asked again.
fn save(state: &State, out: &mut Out) {
    out.push(Effect::SaveSettings(state.settings.clone()));
}
