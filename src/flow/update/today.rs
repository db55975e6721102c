//! What the today screen asks for: beginning what is proposed, putting it off, the role and the day
//! of the interview. Not here: three tellings of one story (`tellings`).

use std::path::PathBuf;

use jiff::civil::Date;

use crate::flow::state::{Screen, State};
use crate::flow::today::Chosen;
use crate::flow::update::{notices, practice, screens, sequel, settings};
use crate::flow::{Effect, Now};
use crate::model::fault::{Fault, FileFault};
use crate::model::language::Language;
use crate::model::role::Role;

/// Brings the proposals up to date while they are looked at.
pub(super) fn follow(state: &mut State, now: &Now) {
    if state.screen == Screen::Today {
        state.refresh_today(now.date.date());
    }
}

/// Begins what is proposed next.
pub(super) fn start_next(state: &mut State, out: &mut Vec<Effect>) {
    let next = state.next_today();
    if let Some((question, language)) = next.map(|item| (item.question.clone(), item.language)) {
        start(state, &question, language, out);
    }
}

/// Puts a proposed question on the card; it is answered as its reason asks.
pub(super) fn start(state: &mut State, question: &str, language: Language, out: &mut Vec<Effect>) {
    let mut items = state.today.schedule.items.iter();
    let item = items.find(|item| item.question == question && item.language == language);
    let plan = item.map_or(sequel::one_language(language), |item| item.plan());
    let Some(question) = state.question(question).cloned() else {
        return;
    };
    if state.busy() {
        return;
    }
    sequel::forget(state);
    state.practice.question = Some(question);
    state.practice.other_language = false;
    if practice::may_record(state) {
        state.practice.chosen = Some(Chosen { plan });
        screens::show(state, Screen::Practice, out);
    }
}

/// Moves the choice by this many rows, no further than the ends.
pub(super) fn move_selection(state: &mut State, by: i32) {
    let last = state.today_rows().len().saturating_sub(1);
    let moved = state.today.selected.saturating_add_signed(by as isize);
    state.today.selected = moved.min(last);
}

/// Puts a proposal off for today.
pub(super) fn put_off(state: &mut State, question: String, language: Language, now: &Now) {
    state.today.put_off(question, language, now.date.date());
}

/// Puts the chosen row off for today.
pub(super) fn put_off_selected(state: &mut State, now: &Now) {
    let chosen = state.today_rows().get(state.today.selected);
    if let Some((question, language)) = chosen.map(|item| (item.question.clone(), item.language)) {
        put_off(state, question, language, now);
    }
}

/// Chooses the role among those that there are.
pub(super) fn set_role(state: &mut State, role: Option<String>, out: &mut Vec<Effect>) {
    let known = |id: &String| state.roles.iter().any(|role| role.id == *id);
    if role.as_ref().is_none_or(known) {
        settings::change(state, out, |settings| settings.role = role);
    }
}

/// Sets the day of the interview, or none.
pub(super) fn set_interview(state: &mut State, day: Option<Date>, out: &mut Vec<Effect>) {
    settings::change(state, out, |settings| settings.interview_date = day);
}

/// Asks for a file of the chosen role that can be edited.
pub(super) fn make_role_own(state: &State, out: &mut Vec<Effect>) {
    if let (Some(role), true) = (state.role(), state.library.root.is_some()) {
        out.push(Effect::MakeRoleOwn(role.id.clone()));
    }
}

/// The file is there: it is shown, and read with the others.
pub(super) fn role_made(path: PathBuf, out: &mut Vec<Effect>) {
    out.push(Effect::Reveal(path));
    out.push(Effect::LoadRoles);
}

/// Takes in the roles. A fault that was told before is not told again, one that is mended is taken
/// back.
pub(super) fn roles_loaded(state: &mut State, roles: Vec<Role>, faults: Vec<FileFault>) {
    state.roles = roles;
    state.today.forget_basis();
    notices::mend(state, |fault| match fault {
        Fault::File(fault @ FileFault::BrokenRole { .. }) => !faults.contains(fault),
        _ => false,
    });
    let told = std::mem::replace(&mut state.today.role_faults, faults.clone());
    let new = faults.into_iter().filter(|fault| !told.contains(fault));
    notices::faults(state, new.collect::<Vec<_>>().into_iter());
}
