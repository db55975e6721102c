//! Rounds of short takes: ten of them with one key between two, also when something goes wrong.

use retake::flow::drill::takes_of;
use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::{LibraryStatus, Screen};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::AttemptId;
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::drill::{Hazard, RoundKind};
use retake::model::fault::SoundFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{CueBy, MarkKind};

use crate::rig::*;

fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
    rig.command(command)
}

fn begun(kind: RoundKind) -> Rig {
    let mut rig = Rig::ready();
    rig.command(Command::SetThinkSecs(30));
    rig.command(Command::GoTo(Screen::Drill));
    rig.command(Command::SetRoundKind(kind));
    press(&mut rig, Key::Space);
    assert_eq!(rig.state.screen, Screen::Practice);
    rig
}

/// One key, and the take runs until it ends by itself.
fn take(rig: &mut Rig) -> AttemptId {
    rig.now += std::time::Duration::from_mins(1);
    let attempt = created(&press(rig, Key::Space)).unwrap();
    rig.event(folder_of(&attempt));
    rig.event(began());
    let secs = f64::from(attempt.round.as_ref().unwrap().kind.take_secs());
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

fn number(rig: &Rig) -> Option<u8> {
    rig.state.practice.task.round().map(|round| round.number)
}

#[test]
fn ten_takes_and_what_came_of_them() {
    for (kind, secs) in [(RoundKind::Answers, 40), (RoundKind::Rescue, 15)] {
        let mut rig = begun(kind);
        rig.command(Command::SetCatchShare(0.0));
        let mut ids: Vec<AttemptId> = vec![];
        let mut last = None;
        for n in 1..=10 {
            assert_eq!(number(&rig), Some(n));
            assert!(rig.idle() && rig.state.screen == Screen::Practice);
            let asked = rig.state.practice.question.as_ref().unwrap().id.clone();
            assert_ne!(last, Some(asked.clone()), "a new question each time");
            last = Some(asked);
            ids.push(take(&mut rig));
            let attempt = rig.state.attempt(&ids[ids.len() - 1]).unwrap();
            let round = attempt.round.as_ref().unwrap();
            assert_eq!((round.number, round.of, round.kind), (n, 10, kind));
            assert_eq!(round.first, ids[0]);
            assert_eq!((attempt.target_secs, attempt.think_secs), (secs, 0));
            assert_eq!(attempt.plan, LanguagePlan::KoreanToEnglish);
            let due = attempt.drill.unwrap().cue_due_secs;
            assert!(due + 5.0 < f64::from(secs), "{due}");
        }
        assert_eq!(rig.state.screen, Screen::Drill);
        assert_eq!(rig.state.practice.task.round(), None);
        assert_eq!(rig.state.drill.shown, Some(ids[0].clone()));
        // A digit opens its take, and the way back leads to the outcome.
        for (digit, at) in [(1, 0), (7, 6), (0, 9)] {
            press(&mut rig, Key::Digit(digit));
            assert!(rig.reviews(&ids[at]));
            press(&mut rig, Key::Escape);
            assert_eq!(rig.state.screen, Screen::Drill);
        }
        press(&mut rig, Key::Escape);
        assert_eq!(rig.state.drill.shown, None, "put away");
    }
}

#[test]
fn takes_of_one_second_keep_their_order() {
    let mut rig = begun(RoundKind::Rescue);
    let mut ids = vec![];
    for _ in 0..5 {
        let attempt = rig.record(1.0);
        press(&mut rig, Key::Space);
        rig.event(AudioEvent::CaptureFinished(end(1.0, None)));
        ids.push(attempt.id.clone());
    }
    press(&mut rig, Key::Escape);
    let entries = rig.state.library.entries.iter();
    let takes = takes_of(entries.map(|entry| &*entry.attempt), &ids[0]);
    let found: Vec<AttemptId> = takes.iter().map(|attempt| attempt.id.clone()).collect();
    assert_eq!(found, ids);
}

#[test]
fn cues_are_drawn_for_a_round_with_the_persons_share_of_catches() {
    let mut rig = begun(RoundKind::Answers);
    rig.command(Command::SetCatchShare(0.6));
    let mut catches = 0;
    for _ in 0..10 {
        let id = take(&mut rig);
        let drill = rig.state.attempt(&id).unwrap().drill.unwrap();
        let sure = retake::model::drill::DrillPlan::draw(drill.seed, Hazard::ROUND_ANSWER, 0.0);
        assert!(drill.is_catch() || drill == sure);
        catches += usize::from(drill.is_catch());
    }
    assert!((1..10).contains(&catches), "{catches}");
}

#[test]
fn the_direction_is_that_of_the_drill_screen_and_a_rescue_line_is_english() {
    for (kind, plan) in [
        (RoundKind::Answers, LanguagePlan::EnglishToKorean),
        (RoundKind::Rescue, LanguagePlan::KoreanToEnglish),
    ] {
        let mut rig = Rig::ready();
        rig.command(Command::SetCatchShare(0.0));
        rig.command(Command::GoTo(Screen::Drill));
        rig.command(Command::SetRoundPlan(LanguagePlan::EnglishToKorean));
        rig.command(Command::SetRoundPlan(LanguagePlan::Korean));
        rig.command(Command::StartRound(kind));
        let attempt = rig.record(1.0);
        assert_eq!(attempt.plan, plan);
        let due = attempt.drill.unwrap().cue_due_secs;
        rig.event(progress(due + 0.1));
        let to = plan.switch_to().unwrap();
        assert_eq!(rig.recording().cue_ordered, Some((to, CueBy::Drill)));
        let frame = frames(due + 0.15);
        rig.event(Event::CueShown { frame });
        let by = CueBy::Drill;
        assert_eq!(rig.recording().marks[0].kind, MarkKind::Cue { to, by });
    }
}

#[test]
fn escape_between_takes_ends_the_round_early() {
    let mut rig = begun(RoundKind::Answers);
    let first = take(&mut rig);
    take(&mut rig);
    press(&mut rig, Key::Escape);
    assert_eq!(rig.state.screen, Screen::Drill);
    assert_eq!(rig.state.practice.task.round(), None);
    assert_eq!(rig.state.drill.shown, Some(first));
    rig.command(Command::GoTo(Screen::Practice));
    rig.command(Command::SetThinkSecs(0));
    let attempt = rig.record(1.0);
    assert_eq!(attempt.round, None, "practice as before");

    let mut rig = begun(RoundKind::Answers);
    press(&mut rig, Key::Escape);
    assert_eq!(
        (rig.state.screen, &rig.state.drill.shown),
        (Screen::Drill, &None)
    );
}

#[test]
fn escape_while_the_microphone_opens_only_goes_back_to_the_question() {
    let mut rig = begun(RoundKind::Answers);
    take(&mut rig);
    rig.arm();
    press(&mut rig, Key::Escape);
    rig.event(AudioEvent::CaptureFinished(end(0.0, None)));
    assert!(rig.idle());
    assert_eq!(number(&rig), Some(2), "not counted");
    take(&mut rig);
    assert_eq!(number(&rig), Some(3));
}

#[test]
fn a_round_waits_while_the_person_looks_at_something_else() {
    let mut rig = begun(RoundKind::Answers);
    let first = take(&mut rig);
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::OpenAttempt(first.clone()));
    rig.command(Command::CloseReview);
    rig.command(Command::GoTo(Screen::Drill));
    assert_eq!(press(&mut rig, Key::Space), [], "it goes on");
    assert_eq!(
        (number(&rig), rig.state.screen),
        (Some(2), Screen::Practice)
    );
    let second = take(&mut rig);
    let round = rig.state.attempt(&second).unwrap().round.clone().unwrap();
    assert_eq!((round.number, round.first), (2, first.clone()));
    // Answering something else at once is another matter: the round is over.
    rig.command(Command::OpenAttempt(first.clone()));
    rig.command(Command::Retake);
    let effects = rig.command(Command::Record);
    rig.pass(30.0);
    assert!(created(&effects).is_none_or(|attempt| attempt.round.is_none()));
    assert_eq!(rig.state.practice.task.round(), None);
    assert_eq!(rig.state.drill.shown, Some(first));
}

#[test]
fn a_lost_microphone_holds_a_take_up_but_not_the_round() {
    let mut rig = begun(RoundKind::Answers);
    rig.now += std::time::Duration::from_mins(1);
    let attempt = rig.record(10.0);
    rig.event(interrupted(SoundFault::DeviceLost, 10.0));
    rig.pass(100.0);
    assert!(
        rig.state.interrupted().is_some(),
        "it does not end by itself"
    );
    rig.event(listed(&[built_in()]));
    press(&mut rig, Key::Space);
    rig.event(AudioEvent::CaptureResumed { device: built_in() });
    let effects = rig.event(progress(40.1));
    assert!(effects.contains(&Effect::Audio(AudioCommand::StopCapture)));
    rig.event(AudioEvent::CaptureFinished(end(40.1, None)));
    assert!(rig.listed().contains(&attempt.id.as_str()));
    assert_eq!(number(&rig), Some(2));

    // To be heard or to be faulty makes no difference: the next question stands.
    rig.record(10.0);
    rig.event(interrupted(SoundFault::DeviceLost, 10.0));
    press(&mut rig, Key::Enter);
    rig.event(AudioEvent::CaptureFinished(end(10.0, None)));
    assert_eq!(
        (number(&rig), rig.state.screen),
        (Some(3), Screen::Practice)
    );
    rig.now += std::time::Duration::from_mins(1);
    rig.record(10.0);
    rig.event(AudioEvent::CaptureFinished(end(
        10.0,
        Some(SoundFault::DiskFull),
    )));
    assert_eq!(
        (number(&rig), rig.state.screen),
        (Some(4), Screen::Practice)
    );
    assert!(rig.state.banner.is_some(), "it is told");
}

#[test]
fn a_take_that_is_started_over_keeps_its_place() {
    let mut rig = begun(RoundKind::Rescue);
    let given_up = rig.record(3.0);
    rig.event(interrupted(SoundFault::DeviceLost, 3.0));
    rig.event(listed(&[built_in()]));
    rig.now += std::time::Duration::from_mins(1);
    press(&mut rig, Key::Letter('R'));
    let effects = rig.event(AudioEvent::CaptureFinished(end(3.0, None)));
    let again = created(&effects).unwrap();
    assert_eq!(again.question, given_up.question);
    let round = again.round.clone().unwrap();
    assert_eq!((round.number, &round.first), (1, &again.id));
    let kept = rig.state.attempt(&given_up.id).unwrap();
    assert_eq!(kept.round, None, "it is an answer of its own");
    rig.event(folder_of(&again));
    rig.event(began());
    rig.event(progress(15.0));
    rig.event(AudioEvent::CaptureFinished(end(15.0, None)));
    assert_eq!(number(&rig), Some(2));
}

#[test]
fn without_a_microphone_the_take_stands_again() {
    let mut rig = begun(RoundKind::Answers);
    rig.arm();
    rig.event(AudioEvent::CaptureTrouble(SoundFault::NoMicrophone));
    assert!(rig.idle() && rig.state.banner.is_some());
    assert_eq!(number(&rig), Some(1));
    rig.command(Command::DismissBanner);
    take(&mut rig);
    assert_eq!(number(&rig), Some(2));
}

#[test]
fn nothing_but_the_round_speaks_in_a_round() {
    let mut rig = Rig::ready();
    rig.command(Command::SetPlan(LanguagePlan::KoreanToEnglish));
    let style = retake::model::drill::SwitchStyle::WholeAgain;
    rig.command(Command::SetSwitchStyle(style));
    rig.command(Command::SetLadder(true));
    rig.command(Command::StartRound(RoundKind::Answers));
    rig.command(Command::SetPlan(LanguagePlan::English));
    assert_eq!(rig.state.settings.plan, LanguagePlan::KoreanToEnglish);
    let id = take(&mut rig);
    let attempt = rig.state.attempt(&id).unwrap();
    assert!(attempt.drill.is_some() && attempt.follows.is_none());
    assert_eq!(attempt.cue().map(|(_, to)| to), None::<Language>);
    assert!(rig.state.practice.task.repeat().is_none());
}

#[test]
fn a_round_needs_a_library_and_a_question() {
    let mut rig = Rig::bare();
    rig.command(Command::StartRound(RoundKind::Answers));
    assert_eq!(rig.state.practice.task.round(), None);
    rig.event(packs());
    rig.command(Command::StartRound(RoundKind::Answers));
    assert_eq!(rig.state.practice.task.round(), None, "no library yet");
    let mut rig = begun(RoundKind::Answers);
    take(&mut rig);
    rig.command(Command::SetLibrary("/other".into()));
    rig.event(opened("/other"));
    rig.event(scanned(vec![]));
    assert_eq!(rig.state.library.status, LibraryStatus::Ready);
    assert_eq!((number(&rig), &rig.state.drill.shown), (None, &None));
}
