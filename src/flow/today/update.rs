//! What the today screen asks for: beginning what is proposed, putting it off, the role and the day
//! of the interview. Not here: three tellings of one story (`tellings`).

use std::path::PathBuf;

use crate::flow::practice::card;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::today::tellings;
use crate::flow::today::{ScheduledPractice, TodayCommand};
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens, settings};
use crate::flow::{Effect, Now};
use crate::model::fault::{Fault, FileFault};
use crate::model::language::{Language, LanguagePlan};
use crate::model::role::Role;
use crate::model::schedule::Item;

pub fn handle(state: &mut State, wish: TodayCommand, now: &Now, out: &mut Out) {
    match wish {
        TodayCommand::StartNext => start_next(state),
        TodayCommand::Start { question, language } => start(state, &question, language),
        TodayCommand::Move(by) => move_selection(state, by),
        TodayCommand::PutOff { question, language } => {
            state.today.put_off(question, language, now.date.date());
        }
        TodayCommand::PutOffSelected => put_off_selected(state, now),
        TodayCommand::SetRole(role) => set_role(state, role, out),
        TodayCommand::MakeRoleOwn => make_role_own(state, out),
        TodayCommand::SetInterview(day) => {
            settings::change(state, out, |settings| settings.interview_date = day);
        }
        TodayCommand::Tell => tellings::start(state),
        TodayCommand::TellReviewed => tellings::start_reviewed(state),
        TodayCommand::EndTelling => tellings::end(state),
        TodayCommand::ShowTellings => state.today.shown = state.last_tellings().cloned(),
        TodayCommand::SetEqual(equal) => state.today.equal = equal,
    }
}

/// Brings the proposals up to date while they are looked at.
pub fn follow(state: &mut State, now: &Now) {
    if state.screen == Screen::Today {
        state.refresh_today(now.date.date());
    }
}

fn start_next(state: &mut State) {
    let next = state.next_today();
    if let Some((question, language)) = next.map(|item| (item.question.clone(), item.language)) {
        start(state, &question, language);
    }
}

/// Puts a proposed question on the card; it is answered as its reason asks.
fn start(state: &mut State, question: &str, language: Language) {
    let mut items = state.today.schedule.items.iter();
    let item = items.find(|item| item.question == question && item.language == language);
    let plan = item.map_or(LanguagePlan::only(language), Item::plan);
    let Some(question) = state.question(question).cloned() else {
        return;
    };
    if state.busy() || state.asking().is_some() {
        return;
    }
    card::ask(state, question);
    if card::may_record(state) {
        card::begin(state, Task::Scheduled(ScheduledPractice { plan }));
        screens::show(state, Screen::Practice);
    }
}

/// Moves the choice by this many rows, no further than the ends.
fn move_selection(state: &mut State, by: i32) {
    let last = state.today_rows().len().saturating_sub(1);
    let moved = state.today.selected.saturating_add_signed(by as isize);
    state.today.selected = moved.min(last);
}

fn put_off_selected(state: &mut State, now: &Now) {
    let chosen = state.today_rows().get(state.today.selected);
    if let Some((question, language)) = chosen.map(|item| (item.question.clone(), item.language)) {
        state.today.put_off(question, language, now.date.date());
    }
}

/// Chooses the role among those that there are.
fn set_role(state: &mut State, role: Option<String>, out: &mut Out) {
    let known = |id: &String| state.roles.iter().any(|role| role.id == *id);
    if role.as_ref().is_none_or(known) {
        settings::change(state, out, |settings| settings.role = role);
    }
}

/// Asks for a file of the chosen role that can be edited.
fn make_role_own(state: &State, out: &mut Out) {
    if let (Some(role), true) = (state.role(), state.library.root.is_some()) {
        out.push(Effect::MakeRoleOwn(role.id.clone()));
    }
}

/// The file is there: it is shown, and read with the others.
pub fn role_made(path: PathBuf, out: &mut Out) {
    out.push(Effect::Reveal(path));
    out.push(Effect::LoadRoles);
}

/// Takes in the roles. A fault that was told before is not told again, one that is mended is taken
/// back.
pub fn roles_loaded(state: &mut State, roles: Vec<Role>, faults: Vec<FileFault>) {
    if state.roles != roles {
        state.roles = roles;
        state.library.changed();
    }
    notices::mend(state, |fault| match fault {
        Fault::File(fault @ FileFault::BrokenRole { .. }) => !faults.contains(fault),
        _ => false,
    });
    let told = std::mem::replace(&mut state.today.role_faults, faults.clone());
    let new = faults.into_iter().filter(|fault| !told.contains(fault));
    notices::faults(state, new.collect::<Vec<_>>().into_iter());
}
