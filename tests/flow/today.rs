//! The list of the day: what begins, what comes back, what is put off; the role and the date.

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::{LibraryStatus, Screen};
use retake::flow::today::TodayCommand;
use retake::flow::{Command, Effect, Event};
use retake::model::fault::FileFault;
use retake::model::filter::Filter;
use retake::model::language::{Bilingual, Language, LanguagePlan};
use retake::model::mark::{CueBy, Mark, MarkKind};
use retake::model::principle::Principle;
use retake::model::role::Role;
use retake::model::schedule::{Reason, Until};
use retake::model::speech::Speech;
use std::sync::Arc;

use crate::rig::*;

fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
    rig.command(command)
}

fn role(id: &str, weights: &[(Principle, u8)]) -> Role {
    Role {
        id: id.into(),
        weights: weights.to_vec(),
        ..Role::default()
    }
}

fn roles() -> Event {
    Event::RolesLoaded {
        roles: vec![
            role(
                "deep",
                &[(Principle::InventAndSimplify, 5), (Principle::Ownership, 2)],
            ),
            role("all", &[]),
        ],
        faults: vec![],
    }
}

fn on_today(mut rig: Rig) -> Rig {
    rig.event(roles());
    rig.command(Command::GoTo(Screen::Today));
    rig
}

fn listed(rig: &Rig) -> Vec<(String, Language)> {
    let rows = rig.state.today_rows().iter();
    rows.map(|item| (item.question.clone(), item.language))
        .collect()
}

#[test]
fn a_new_library_proposes_and_begins_with_one_key() {
    let mut rig = on_today(Rig::ready());
    assert_eq!(listed(&rig).len(), 3, "a gentle pace");
    assert!(
        listed(&rig)
            .iter()
            .all(|(_, language)| *language == Language::Korean)
    );
    press(&mut rig, Key::Down);
    let second = listed(&rig)[1].0.clone();
    press(&mut rig, Key::Space);
    assert_eq!(rig.state.screen, Screen::Practice);
    assert_eq!(rig.state.practice.question.as_ref().unwrap().id, second);
    let id = rig.take(30.0);
    assert!(rig.reviews(&id));
    press(&mut rig, Key::Escape);
    assert_eq!(rig.state.screen, Screen::Today, "back to what is left");
    assert_eq!(rig.state.today.schedule.plan.done, 1);
    assert_eq!(listed(&rig).len(), 2);
    assert!(!listed(&rig).iter().any(|(question, _)| *question == second));
    assert_eq!(rig.state.settings.plan, LanguagePlan::Korean);
    assert!(
        !rig.state.practice.task.settings_locked(),
        "the next attempt is free again"
    );
}

#[test]
fn a_proposal_is_answered_in_its_language_and_leaves_the_settings_alone() {
    let mut rig = Rig::ready();
    rig.command(Command::SetPlan(LanguagePlan::KoreanToEnglish));
    rig.command(Command::SetThinkSecs(10));
    let mut rig = on_today(rig);
    let item = rig.state.today.schedule.items.iter();
    let english = item.clone().find(|item| item.language == Language::English);
    let question = english.unwrap().question.clone();
    let (language, think) = (Language::English, 10);
    rig.command(Command::Today(TodayCommand::Start { question, language }));
    assert_eq!(rig.state.next_think_secs(date(12).date()), think);
    press(&mut rig, Key::Space);
    let effects = press(&mut rig, Key::Space);
    let attempt = created(&effects).unwrap();
    assert_eq!(attempt.plan, LanguagePlan::English);
    assert_eq!((attempt.drill, attempt.think_secs), (None, 10));
    assert_eq!(rig.state.settings.plan, LanguagePlan::KoreanToEnglish);
}

#[test]
fn a_slow_restart_asks_for_another_switch() {
    let mut slow = Arc::unwrap_or_clone(attempt(3));
    slow.created = date(3) - jiff::SignedDuration::from_hours(48);
    slow.plan = LanguagePlan::KoreanToEnglish;
    let (to, by) = (Language::English, CueBy::Drill);
    slow.marks = vec![
        Mark::new(frames(20.0), MarkKind::Cue { to, by }),
        Mark::new(frames(24.2), MarkKind::FirstWord),
    ];
    let mut rig = Rig::with(vec![Arc::new(slow.clone())]);
    rig.command(Command::SetPlan(LanguagePlan::KoreanToEnglish));
    let speech = Speech {
        version: 1,
        sample_rate_hz: RATE,
        start_frame: 0,
        frames: frames(60.0),
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        runs: vec![],
        nuclei: vec![],
    };
    rig.state
        .speech
        .insert(slow.id.clone(), Some(Arc::new(speech)));
    let mut rig = on_today(rig);
    let first = rig.state.today_rows()[0].clone();
    let Reason::Restart { secs } = first.reason else {
        panic!("{first:?}");
    };
    assert!((secs - 4.2).abs() < 0.01, "{secs}");
    press(&mut rig, Key::Enter);
    let attempt = created(&press(&mut rig, Key::Space)).unwrap();
    assert_eq!(attempt.plan, LanguagePlan::KoreanToEnglish);
    assert!(attempt.drill.is_some(), "the cue comes by surprise");
}

#[test]
fn what_is_put_off_comes_back_tomorrow() {
    let mut rig = on_today(Rig::ready());
    let before = listed(&rig);
    press(&mut rig, Key::Letter('X'));
    let after = listed(&rig);
    assert_eq!(after[..], [&before[1..], &after[2..]].concat()[..]);
    assert!(!after.contains(&before[0]));
    rig.pass(13.0 * 3600.0);
    assert!(listed(&rig).contains(&before[0]));
}

#[test]
fn one_more_begins_when_all_is_done() {
    let mut rig = on_today(Rig::ready());
    let today = rig.state.today_rows().len();
    for _ in 0..today {
        rig.command(Command::GoTo(Screen::Today));
        press(&mut rig, Key::Space);
        rig.take(10.0);
    }
    rig.command(Command::GoTo(Screen::Today));
    assert_eq!(
        (listed(&rig).len(), rig.state.today.schedule.done.len()),
        (0, 3)
    );
    rig.command(Command::SetPlan(LanguagePlan::English));
    press(&mut rig, Key::Space);
    assert_eq!(rig.state.screen, Screen::Practice);
}

#[test]
fn turning_back_before_the_answer_leads_back_to_the_list() {
    let mut rig = on_today(Rig::ready());
    press(&mut rig, Key::Space);
    press(&mut rig, Key::Escape);
    assert_eq!(rig.state.screen, Screen::Today);
    assert!(!rig.state.practice.task.settings_locked());
    // Another question than the proposed one is nobody's proposal.
    press(&mut rig, Key::Space);
    rig.command(Command::NextQuestion);
    assert!(!rig.state.practice.task.settings_locked());
}

#[test]
fn a_role_and_a_date_are_kept_and_make_the_plan() {
    let mut rig = on_today(Rig::ready());
    let effects = rig.command(Command::Today(TodayCommand::SetRole(Some("deep".into()))));
    assert!(
        matches!(&effects[..], [Effect::SaveSettings(_)]),
        "{effects:?}"
    );
    assert!(
        rig.command(Command::Today(TodayCommand::SetRole(Some("none".into()))))
            .is_empty()
    );
    let first = &rig.state.today_rows()[0];
    assert_eq!(
        (first.principle, first.weight),
        (Some(Principle::InventAndSimplify), 5)
    );
    let day = date(12).date().tomorrow().unwrap();
    rig.command(Command::Today(TodayCommand::SetInterview(Some(day))));
    let plan = rig.state.today.schedule.plan;
    assert_eq!((plan.until, plan.gaps, plan.goal), (Until::Ahead(1), 2, 2));
    rig.command(Command::Today(TodayCommand::SetInterview(None)));
    assert_eq!(rig.state.today.schedule.plan.until, Until::Unset);
}

#[test]
fn questions_are_drawn_by_the_role() {
    let mut rig = Rig::ready();
    rig.event(roles());
    rig.command(Command::Today(TodayCommand::SetRole(Some("deep".into()))));
    rig.state.practice.deck = retake::model::deck::Deck::new(3);
    assert_eq!(rig.state.practice.filter, Filter::General);
    for n in 0..6 {
        rig.command(Command::NextQuestion);
        let asked = rig.state.practice.question.as_ref().unwrap();
        let asked_for = asked.principles[0] != Principle::CustomerObsession;
        assert_eq!(
            asked_for,
            n < 4,
            "what the role does not ask for comes last"
        );
    }
}

#[test]
fn a_role_of_ones_own_is_made_shown_and_read() {
    let mut rig = on_today(Rig::ready());
    assert!(
        rig.command(Command::Today(TodayCommand::MakeRoleOwn))
            .is_empty(),
        "none is chosen"
    );
    rig.command(Command::Today(TodayCommand::SetRole(Some("deep".into()))));
    let effects = rig.command(Command::Today(TodayCommand::MakeRoleOwn));
    assert_eq!(effects, [Effect::MakeRoleOwn("deep".into())]);
    let path = std::path::PathBuf::from("/lib/roles/deep.toml");
    let effects = rig.event(Event::RoleMade(path.clone()));
    assert_eq!(effects, [Effect::Reveal(path.clone()), Effect::LoadRoles]);
    let fault = FileFault::BrokenRole {
        path,
        line: Some(3),
        detail: "x".into(),
    };
    let broken = |faults: &[&FileFault]| Event::RolesLoaded {
        roles: vec![],
        faults: faults.iter().map(|fault| (*fault).clone()).collect(),
    };
    rig.event(broken(&[&fault]));
    assert!(rig.state.banner.is_some());
    rig.command(Command::DismissBanner);
    rig.event(broken(&[&fault]));
    assert!(rig.state.banner.is_none(), "told once");
    rig.event(broken(&[]));
    rig.event(broken(&[&fault]));
    assert!(rig.state.banner.is_some(), "broken again");
    rig.event(broken(&[]));
    assert!(rig.state.banner.is_none(), "mended");
}

#[test]
fn the_roles_are_read_again_when_the_screen_is_entered() {
    let mut rig = Rig::ready();
    let effects = rig.command(Command::GoTo(Screen::Today));
    assert!(effects.contains(&Effect::LoadRoles), "{effects:?}");
}

#[test]
fn nothing_begins_without_a_library() {
    let mut rig = on_today(Rig::ready());
    rig.state.library.status = LibraryStatus::Failed(FileFault::NoFileDialog);
    press(&mut rig, Key::Space);
    assert_eq!(rig.state.screen, Screen::Today);
    assert!(!rig.state.practice.task.settings_locked());
    // Words of a question that is gone begin nothing either.
    rig.state.library.status = LibraryStatus::Ready;
    let gone = Command::Today(TodayCommand::Start {
        question: "gone".into(),
        language: Language::Korean,
    });
    rig.command(gone);
    assert_eq!(rig.state.screen, Screen::Today);
    assert_eq!(
        rig.state.question("q-1").unwrap().text,
        Bilingual {
            en: "Question 1?".into(),
            ko: "1번 질문인가요?".into()
        }
    );
}
