//! What a take has to go through besides its cue: catches, announcements, the same again, the
//! pressure ladder, taps of the parts.

use std::sync::Arc;

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::{Phase, Screen};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::{Attempt, RepeatOf};
use retake::model::audio::AudioEvent;
use retake::model::drill::{ANNOUNCED_SECS, RepeatScope, SwitchStyle};
use retake::model::fault::SoundFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{Mark, MarkKind};

use crate::rig::*;

/// A rig in a plan with a switch, asked for in this style.
fn styled(style: SwitchStyle) -> Rig {
    let mut rig = Rig::ready();
    rig.command(Command::SetPlan(LanguagePlan::KoreanToEnglish));
    rig.command(Command::SetSwitchStyle(style));
    rig
}

pub fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
    rig.command(command)
}

/// Time passes up to a moment of the take.
fn reach(rig: &mut Rig, secs: f64) -> Vec<Effect> {
    let mut effects = rig.event(progress(secs));
    effects.extend(rig.pass(0.03));
    effects
}

fn finish(rig: &mut Rig, secs: f64, fault: Option<SoundFault>) {
    rig.command(Command::StopRecording);
    rig.event(AudioEvent::CaptureFinished(end(secs, fault)));
}

pub fn marked(rig: &Rig) -> Vec<Mark> {
    rig.recording().attempt.marks.clone()
}

#[test]
fn a_catch_take_never_cues_and_the_share_is_the_persons() {
    let mut rig = styled(SwitchStyle::Sudden);
    for share in [0.6, 0.0] {
        rig.command(Command::SetCatchShare(share));
        let mut catches = 0;
        for _ in 0..40 {
            let attempt = rig.arm();
            let drill = attempt.drill.unwrap();
            rig.event(began());
            if drill.is_catch() {
                catches += 1;
                reach(&mut rig, 3_600.0);
                assert_eq!(rig.recording().cue_ordered, None, "a catch has no cue");
            }
            finish(&mut rig, 60.0, None);
        }
        assert!((catches > 0) == (share > 0.0), "{catches} at {share}");
    }
    rig.command(Command::SetCatchShare(0.9));
    assert!(
        rig.state.settings.catch_share.abs() < 1e-6,
        "more is refused"
    );
}

#[test]
fn an_announced_cue_is_announced_once_and_always_comes() {
    let mut rig = styled(SwitchStyle::Announced);
    rig.command(Command::SetCatchShare(0.6));
    for _ in 0..20 {
        let attempt = rig.arm();
        let drill = attempt.drill.unwrap();
        assert!(drill.announced && !drill.is_catch());
        rig.event(began());
        let at = drill.announced_at_secs().unwrap();
        reach(&mut rig, at - 0.1);
        assert_eq!(marked(&rig), []);
        let effects = reach(&mut rig, at + 0.1);
        let kind = MarkKind::Announced {
            to: Language::English,
        };
        let frame = frames(at + 0.1);
        assert_eq!(marked(&rig), [Mark::new(frame, kind)]);
        assert_eq!(saved(&effects).unwrap().marks, [Mark::new(frame, kind)]);
        reach(&mut rig, at + ANNOUNCED_SECS - 0.2);
        assert_eq!(marked(&rig).len(), 1, "said once");
        assert_eq!(rig.recording().cue_ordered, None);
        reach(&mut rig, at + ANNOUNCED_SECS + 0.1);
        assert!(rig.recording().cue_ordered.is_some());
        finish(&mut rig, 90.0, None);
    }
}

#[test]
fn a_switch_by_hand_is_not_announced_afterwards() {
    let mut rig = styled(SwitchStyle::Announced);
    let attempt = rig.record(5.0);
    rig.command(Command::CueNow);
    rig.event(Event::CueShown { frame: frames(5.0) });
    reach(&mut rig, attempt.drill.unwrap().cue_due_secs + 1.0);
    let announced = |mark: &Mark| matches!(mark.kind, MarkKind::Announced { .. });
    assert!(!marked(&rig).iter().any(announced));
    assert_eq!(marked(&rig).len(), 1);
}

#[test]
fn the_style_is_stepped_through_only_in_a_plan_with_a_switch() {
    let mut rig = styled(SwitchStyle::Sudden);
    for style in [
        SwitchStyle::Announced,
        SwitchStyle::ResultAgain,
        SwitchStyle::WholeAgain,
        SwitchStyle::Sudden,
    ] {
        press(&mut rig, Key::Letter('O'));
        assert_eq!(rig.state.settings.switch_style, style);
    }
    rig.command(Command::SetPlan(LanguagePlan::English));
    assert_eq!(press(&mut rig, Key::Letter('O')), []);
    rig.command(Command::SetPlan(LanguagePlan::EnglishToKorean));
    rig.record(3.0);
    rig.command(Command::SetSwitchStyle(SwitchStyle::WholeAgain));
    assert_eq!(rig.state.settings.switch_style, SwitchStyle::Sudden);
}

/// Records the first answer and stands before the same again.
fn to_the_offer(rig: &mut Rig) -> Arc<Attempt> {
    let first = rig.record(40.0);
    assert_eq!((first.plan, first.drill), (LanguagePlan::Korean, None));
    assert_eq!(first.follows, None);
    finish(rig, 40.0, None);
    assert!(rig.idle());
    assert_eq!(rig.state.screen, Screen::Practice, "no review yet");
    assert!(rig.listed().contains(&first.id.as_str()), "it is kept");
    first
}

#[test]
fn the_same_is_said_again_at_once_in_the_other_language() {
    for (style, what) in [
        (SwitchStyle::ResultAgain, RepeatScope::Result),
        (SwitchStyle::WholeAgain, RepeatScope::Whole),
    ] {
        let mut rig = styled(style);
        rig.command(Command::SetThinkSecs(30));
        rig.command(Command::Record);
        rig.pass(30.0);
        rig.command(Command::CancelRecording);
        rig.command(Command::SetThinkSecs(0));
        let first = to_the_offer(&mut rig);
        let offered = rig.state.practice.task.repeat().unwrap();
        assert_eq!((offered.what, offered.to), (what, Language::English));
        // Nothing of the next attempt can be chosen, and there is nothing to think about.
        rig.command(Command::SetThinkSecs(30));
        rig.command(Command::SetPlan(LanguagePlan::Korean));
        rig.command(Command::SetSwitchStyle(SwitchStyle::Sudden));
        let effects = press(&mut rig, Key::Space);
        let again = created(&effects).expect("no think time");
        assert_eq!((again.plan, again.drill), (LanguagePlan::English, None));
        assert_eq!(again.question, first.question);
        let id = first.id.clone();
        assert_eq!(again.follows, Some(RepeatOf { id, what }));
        rig.event(folder_of(&again));
        rig.event(began());
        finish(&mut rig, 12.0, None);
        assert!(rig.reviews(&again.id));
        rig.command(Command::Retake);
        rig.command(Command::Record);
        let next = match &rig.state.practice.phase {
            Phase::Arming(attempt) => attempt.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            (next.plan, next.follows.clone()),
            (LanguagePlan::Korean, None)
        );
    }
}

#[test]
fn escape_skips_the_same_again_for_the_review() {
    let mut rig = styled(SwitchStyle::ResultAgain);
    let first = to_the_offer(&mut rig);
    press(&mut rig, Key::Escape);
    assert!(rig.reviews(&first.id));
    assert_eq!(rig.state.practice.task.repeat(), None);
}

#[test]
fn an_offer_waits_on_its_screen_and_another_question_takes_it_back() {
    let mut rig = styled(SwitchStyle::WholeAgain);
    to_the_offer(&mut rig);
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::GoTo(Screen::Practice));
    assert!(rig.state.practice.task.repeat().is_some());
    press(&mut rig, Key::Letter('N'));
    assert!(rig.state.practice.task.repeat().is_none());
    assert_eq!(rig.arm().plan, LanguagePlan::Korean, "a first answer again");
}

#[test]
fn what_is_to_be_said_again_must_still_be_there() {
    let mut rig = styled(SwitchStyle::WholeAgain);
    let first = to_the_offer(&mut rig);
    rig.command(Command::Delete(first.id.clone()));
    assert!(rig.state.practice.task.repeat().is_none());
}

#[test]
fn after_a_fault_there_is_something_to_read_first() {
    let mut rig = styled(SwitchStyle::ResultAgain);
    let first = rig.record(20.0);
    rig.event(AudioEvent::CaptureFinished(end(
        20.0,
        Some(SoundFault::DiskFull),
    )));
    assert!(rig.reviews(&first.id));
    assert!(rig.state.practice.task.repeat().is_none());

    let mut rig = styled(SwitchStyle::ResultAgain);
    let first = rig.record(20.0);
    rig.event(interrupted(SoundFault::DeviceLost, 20.0));
    press(&mut rig, Key::Enter);
    rig.event(AudioEvent::CaptureFinished(end(20.0, None)));
    assert!(
        rig.reviews(&first.id),
        "who asks to listen is not asked again"
    );
}

#[test]
fn an_interrupted_answer_that_went_on_is_said_again_too() {
    let mut rig = styled(SwitchStyle::ResultAgain);
    rig.record(20.0);
    rig.event(interrupted(SoundFault::DeviceLost, 20.0));
    rig.event(listed(&[built_in()]));
    press(&mut rig, Key::Space);
    rig.event(AudioEvent::CaptureResumed { device: built_in() });
    finish(&mut rig, 50.0, None);
    assert!(rig.state.practice.task.repeat().is_some());
}

#[test]
fn a_rung_of_the_ladder_for_each_take_of_the_day() {
    let mut rig = Rig::ready();
    rig.command(Command::SetLadder(true));
    let question = rig.state.practice.question.clone();
    for secs in [30, 10, 0, 0] {
        rig.state.practice.question.clone_from(&question);
        rig.command(Command::GoTo(Screen::Practice));
        rig.now += std::time::Duration::from_secs(1);
        rig.command(Command::Record);
        let thinks = matches!(rig.state.practice.phase, Phase::Thinking { .. });
        assert_eq!(thinks, secs > 0);
        if thinks {
            rig.pass(f64::from(secs) - 0.1);
            assert!(matches!(rig.state.practice.phase, Phase::Thinking { .. }));
            rig.pass(0.2);
        }
        let Phase::Arming(attempt) = rig.state.practice.phase.clone() else {
            panic!("{:?}", rig.state.practice.phase)
        };
        assert_eq!(attempt.think_secs, secs);
        rig.event(folder_of(&attempt));
        rig.event(began());
        finish(&mut rig, 20.0, None);
    }
    rig.command(Command::NextQuestion);
    let today = date(12).date();
    assert_eq!(rig.state.next_think_secs(today), 30, "another question");
    rig.state.practice.question = question;
    assert_eq!(rig.state.next_think_secs(today), 0);
    assert_eq!(rig.state.next_think_secs(today.tomorrow().unwrap()), 30);
}

#[test]
fn at_two_minutes_the_interviewer_breaks_in_once() {
    let mut rig = Rig::ready();
    rig.record(119.0);
    reach(&mut rig, 121.0);
    assert_eq!(marked(&rig), [], "only on the ladder");
    finish(&mut rig, 121.0, None);

    rig.command(Command::NextQuestion);
    rig.command(Command::SetLadder(true));
    rig.command(Command::Record);
    let attempt = created(&rig.command(Command::Record)).unwrap();
    rig.event(folder_of(&attempt));
    rig.event(began());
    reach(&mut rig, 119.9);
    assert_eq!(rig.recording().interruption_until, None);
    reach(&mut rig, 120.05);
    let mark = Mark::new(frames(120.05), MarkKind::Interruption);
    assert_eq!(marked(&rig), std::slice::from_ref(&mark));
    assert!(rig.recording().interruption_until.is_some());
    rig.pass(3.8);
    assert!(rig.recording().interruption_until.is_some());
    let effects = rig.pass(0.3);
    assert_eq!(rig.recording().interruption_until, None, "{effects:?}");
    reach(&mut rig, 140.0);
    assert_eq!(marked(&rig), [mark], "once");
    assert_eq!(rig.recording().interruption_until, None);
}

#[test]
fn the_interviewer_does_not_break_into_a_cue() {
    let mut rig = Rig::ready();
    rig.command(Command::SetLadder(true));
    rig.command(Command::Record);
    let attempt = created(&rig.command(Command::Record)).unwrap();
    rig.event(folder_of(&attempt));
    rig.event(began());
    reach(&mut rig, 119.9);
    rig.command(Command::CueNow);
    reach(&mut rig, 120.0);
    assert_eq!(marked(&rig), []);
    let frame = frames(120.0);
    rig.event(Event::CueShown { frame });
    reach(&mut rig, 121.0);
    assert_eq!(marked(&rig).len(), 1, "the cue alone");
    rig.pass(2.0);
    assert_eq!(marked(&rig)[1].kind, MarkKind::Interruption);
}

#[test]
fn rescue_lines_are_composed_and_few() {
    let mut rig = Rig::ready();
    let lines: Vec<String> = [
        "  Let me think.  ",
        "",
        "\u{1112}\u{1161}\u{11ab}",
        "3",
        "4",
        "5",
        "6",
    ]
    .map(str::to_owned)
    .to_vec();
    rig.command(Command::SetRescueLines(lines));
    assert_eq!(
        rig.state.settings.rescue_lines,
        ["Let me think.", "한", "3", "4", "5"]
    );
    rig.command(Command::SetRescueLines(vec!["가".repeat(300)]));
    assert_eq!(rig.state.settings.rescue_lines[0].chars().count(), 200);
}
