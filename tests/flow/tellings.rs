//! One story told three times: the same question each time, one key between two, each ends by itself,
//! and what is given up half-way is kept.

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::Screen;
use retake::flow::today::{TodayCommand, tellings_of};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::AttemptId;
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::SoundFault;
use retake::model::language::{Language, LanguagePlan};

use crate::rig::*;

fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
    rig.command(command)
}

/// One answer was given; now it is told again.
fn begun(equal: bool) -> Rig {
    let mut rig = Rig::ready();
    rig.command(Command::SetThinkSecs(30));
    press(&mut rig, Key::Space);
    press(&mut rig, Key::Escape);
    rig.command(Command::SetThinkSecs(0));
    rig.take(20.0);
    rig.command(Command::SetThinkSecs(30));
    rig.command(Command::Today(TodayCommand::SetEqual(equal)));
    press(&mut rig, Key::Letter('J'));
    assert_eq!(rig.state.screen, Screen::Practice);
    rig
}

/// One key, and the telling runs until it ends by itself.
fn tell(rig: &mut Rig, secs: f64) -> AttemptId {
    rig.now += std::time::Duration::from_mins(4);
    let attempt = created(&press(rig, Key::Space)).unwrap();
    rig.event(folder_of(&attempt));
    rig.event(began());
    let effects = rig.event(progress(secs - 0.1));
    assert!(
        !effects.contains(&Effect::Audio(AudioCommand::StopCapture)),
        "{effects:?}"
    );
    let effects = rig.event(progress(secs));
    assert!(
        effects.contains(&Effect::Audio(AudioCommand::StopCapture)),
        "{effects:?}"
    );
    rig.event(AudioEvent::CaptureFinished(end(secs, None)));
    rig.event(Event::AttemptSaved(attempt.id.clone()));
    attempt.id.clone()
}

#[test]
fn three_tellings_of_one_story_and_what_came_of_them() {
    for (equal, limits) in [(false, [180, 120, 90]), (true, [180; 3])] {
        let mut rig = begun(equal);
        let asked = rig.state.practice.question.as_ref().unwrap().id.clone();
        let mut ids: Vec<AttemptId> = vec![];
        for (n, limit) in (1..).zip(limits) {
            assert_eq!(rig.state.screen, Screen::Practice);
            assert_eq!(rig.state.next_think_secs(date(12).date()), 0);
            ids.push(tell(&mut rig, f64::from(limit)));
            let attempt = rig.state.attempt(&ids[ids.len() - 1]).unwrap();
            let place = attempt.retelling.as_ref().unwrap();
            assert_eq!((place.number, place.of), (n, 3));
            assert_eq!(place.first, ids[0]);
            assert_eq!(attempt.question.id, asked, "the same story");
            assert_eq!(
                (attempt.target_secs, attempt.plan),
                (limit, LanguagePlan::Korean)
            );
            assert_eq!(attempt.drill, None);
        }
        assert_eq!(rig.state.screen, Screen::Today);
        assert_eq!(rig.state.today.shown, Some(ids[0].clone()));
        let entries = rig.state.library.entries.iter();
        let told = tellings_of(entries.map(|entry| &*entry.attempt), &ids[0]);
        let told: Vec<_> = told.iter().map(|attempt| attempt.id.clone()).collect();
        assert_eq!(told, ids);
        rig.command(Command::OpenAttempt(ids[1].clone()));
        press(&mut rig, Key::Escape);
        assert_eq!(rig.state.screen, Screen::Today, "back to the figures");
        press(&mut rig, Key::Escape);
        assert_eq!(rig.state.today.shown, None, "put away");
        rig.command(Command::Today(TodayCommand::ShowTellings));
        assert_eq!(rig.state.today.shown, Some(ids[0].clone()), "and out again");
    }
}

#[test]
fn what_is_given_up_half_way_is_kept() {
    let mut rig = begun(false);
    let first = tell(&mut rig, 180.0);
    press(&mut rig, Key::Escape);
    assert_eq!(rig.state.screen, Screen::Today);
    assert_eq!(rig.state.today.shown, Some(first.clone()));
    assert!(rig.state.attempt(&first).is_some() && !rig.state.practice.task.settings_locked());
    // Given up before anything was said, there is nothing to show.
    let mut rig = begun(false);
    press(&mut rig, Key::Escape);
    assert_eq!(
        (rig.state.screen, &rig.state.today.shown),
        (Screen::Today, &None)
    );
}

#[test]
fn tellings_wait_while_the_person_looks_elsewhere() {
    let mut rig = begun(false);
    tell(&mut rig, 180.0);
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::GoTo(Screen::Today));
    press(&mut rig, Key::Space);
    let telling = rig.state.practice.task.telling().unwrap();
    assert_eq!((telling.number, telling.limit_secs()), (2, 120));
    assert_eq!(rig.state.screen, Screen::Practice);
    // A round, a follow-up or another question ends them.
    rig.command(Command::NextQuestion);
    assert!(!rig.state.practice.task.settings_locked());
    assert!(rig.state.today.shown.is_some());
}

#[test]
fn a_telling_that_is_started_over_gives_its_place_to_the_next_one() {
    let mut rig = begun(false);
    let attempt = rig.record(30.0);
    rig.event(AudioEvent::CaptureInterrupted {
        fault: SoundFault::DeviceLost,
        frames: frames(30.0),
    });
    rig.command(Command::StartOver);
    rig.event(AudioEvent::CaptureFinished(end(30.0, None)));
    let kept = rig.state.attempt(&attempt.id).unwrap();
    assert_eq!(kept.retelling, None);
    let telling = rig.state.practice.task.telling().unwrap();
    assert_eq!((telling.number, &telling.first), (1, &None));
}

#[test]
fn nobody_breaks_into_a_telling() {
    let mut rig = begun(false);
    rig.command(Command::SetLadder(true));
    rig.record(150.0);
    assert_eq!(rig.recording().interruption_until, None);
}

#[test]
fn the_story_told_last_is_offered_in_the_language_in_which_it_ended() {
    let mut rig = Rig::with(vec![attempt(1), attempt(8)]);
    rig.command(Command::GoTo(Screen::Today));
    let (question, language) = rig.state.telling_offer().unwrap();
    assert_eq!((question.id.as_str(), language), ("q-2", Language::Korean));
    rig.command(Command::Today(TodayCommand::Tell));
    assert_eq!(rig.state.practice.question.as_ref().unwrap().id, "q-2");
}
