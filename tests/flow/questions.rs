//! Choosing questions: back to the one before, one of a list, those of a pack, those that were answered
//! badly, and none twice, also after a restart. Not here: recording what was chosen (`recording`).

use std::sync::Arc;

use retake::flow::state::Screen;
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::Attempt;
use retake::model::deck::Draws;
use retake::model::filter::Filter;
use retake::model::language::Language;
use retake::model::principle::Principle;
use retake::model::rating::Rating;

use crate::rig::{Rig, attempt, date, opened, packs, questions, scanned};

fn on_card(rig: &Rig) -> String {
    rig.state.practice.question.as_ref().unwrap().id.clone()
}

#[test]
fn the_question_before_comes_back_and_next_leads_on_from_there() {
    let mut rig = Rig::ready();
    assert!(rig.state.previous_question().is_none());
    let first = on_card(&rig);
    rig.command(Command::NextQuestion);
    let second = on_card(&rig);
    rig.command(Command::NextQuestion);
    let third = on_card(&rig);
    rig.command(Command::PreviousQuestion);
    assert_eq!(on_card(&rig), second);
    rig.command(Command::PreviousQuestion);
    rig.command(Command::PreviousQuestion);
    assert_eq!(on_card(&rig), first, "there is none before the first");
    rig.command(Command::NextQuestion);
    rig.command(Command::NextQuestion);
    assert_eq!(on_card(&rig), third, "what was left is not lost");
    rig.command(Command::NextQuestion);
    assert!(![first, second, third].contains(&on_card(&rig)));
}

#[test]
fn after_a_step_back_another_filter_decides_what_comes_next() {
    let principle = Principle::ALL[1];
    for practise in [false, true] {
        // Back to a question of the principle, from one that is none of it.
        let mut rig = Rig::ready();
        let of = |principle| {
            let mut all = questions().into_iter();
            all.find(|it| it.principles == [principle]).unwrap().key()
        };
        rig.command(Command::ChooseQuestion(of(principle)));
        rig.command(Command::ChooseQuestion(of(Principle::ALL[0])));
        rig.command(Command::PreviousQuestion);
        if practise {
            rig.command(Command::PractiseStory {
                story: None,
                principle,
                language: Language::Korean,
            });
        } else {
            rig.command(Command::SetPracticeFilter(Filter::Principle(principle)));
            rig.command(Command::NextQuestion);
        }
        let question = rig.state.practice.question.as_ref().unwrap();
        assert_eq!(question.principles, [principle], "{practise}");
    }
}

#[test]
fn a_running_take_keeps_its_question() {
    let mut rig = Rig::ready();
    rig.command(Command::NextQuestion);
    let asked = on_card(&rig);
    rig.record(2.0);
    let other = questions()[3].key();
    rig.command(Command::PreviousQuestion);
    rig.command(Command::ChooseQuestion(other));
    rig.command(Command::ToggleQuestionMenu);
    assert_eq!(on_card(&rig), asked);
    assert!(!rig.state.practice.menu_open);
}

#[test]
fn a_chosen_question_lies_on_the_card_and_counts_as_drawn() {
    let mut rig = Rig::ready();
    let left = |rig: &Rig| {
        let general = rig.state.questions_of(&Filter::General);
        rig.state.practice.deck.left(&general)
    };
    let before = left(&rig);
    let chosen = questions().into_iter().find(|it| it.id != on_card(&rig));
    let chosen = chosen.unwrap().key();
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::ChooseQuestion(chosen.clone()));
    assert_eq!(
        (rig.state.screen, on_card(&rig)),
        (Screen::Practice, chosen.id)
    );
    assert_eq!(left(&rig), before - 1);
}

#[test]
fn any_wish_closes_the_menu_and_escape_does_no_more() {
    let mut rig = Rig::ready();
    for (asked, open) in [
        (Command::ToggleQuestionMenu, true),
        (Command::ToggleQuestionMenu, false),
        (Command::ToggleQuestionMenu, true),
        (Command::Escape, false),
        (Command::ToggleQuestionMenu, true),
        (Command::SetPracticeFilter(Filter::General), false),
    ] {
        rig.command(asked.clone());
        assert_eq!(rig.state.practice.menu_open, open, "{asked:?}");
    }
}

/// An answer to one of the questions.
fn answered(hour: i8, to: usize, change: impl FnOnce(&mut Attempt)) -> Arc<Attempt> {
    let mut attempt = Attempt::clone(&attempt(hour));
    attempt.question.id.clone_from(&questions()[to].id);
    change(&mut attempt);
    Arc::new(attempt)
}

#[test]
fn what_became_of_the_answers_can_be_drawn_from() {
    let score = |value: u8| {
        move |attempt: &mut Attempt| {
            attempt.ratings = vec![Rating {
                at: date(12),
                scores: [("task".to_owned(), value)].into(),
            }];
        }
    };
    let rig = Rig::with(vec![
        answered(11, 0, score(2)),
        answered(10, 1, score(4)),
        answered(9, 1, score(1)),
        answered(8, 2, |attempt| attempt.starred = true),
    ]);
    let ids = |filter| -> Vec<&str> {
        let found = rig.state.questions_of(&filter);
        found.into_iter().map(|it| &*it.id).collect()
    };
    assert_eq!(ids(Filter::NeverAnswered), ["q-3", "q-4", "q-5"]);
    assert_eq!(ids(Filter::RatedLow), ["q-0"], "the newest rating counts");
    assert_eq!(ids(Filter::Starred), ["q-2"]);
    assert_eq!(ids(Filter::Pack("built-in".into())).len(), 6);
    assert!(ids(Filter::Pack("gone".into())).is_empty());
}

#[test]
fn no_question_comes_twice_over_several_runs() {
    let mut draws = Draws::default();
    let mut seen = Vec::new();
    for _run in 0..3 {
        let mut rig = Rig::bare();
        rig.event(Event::LibraryOpened {
            root: "/lib".into(),
            draws: std::mem::take(&mut draws),
        });
        let mut kept = Vec::new();
        kept.extend(rig.event(packs()));
        seen.push(on_card(&rig));
        kept.extend(rig.command(Command::NextQuestion));
        seen.push(on_card(&rig));
        let saved = kept.into_iter().filter_map(|effect| match effect {
            Effect::SaveDraws(draws) => Some(draws),
            _ => None,
        });
        draws = saved.last().unwrap();
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6, "{seen:?}");
}

#[test]
fn draws_of_another_library_count_there_only() {
    let mut rig = Rig::ready();
    rig.command(Command::NextQuestion);
    rig.event(opened("/other"));
    rig.event(scanned(vec![]));
    let general = rig.state.questions_of(&Filter::General);
    assert_eq!(rig.state.practice.deck.left(&general), 6);
}
