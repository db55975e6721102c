//! Whole sessions: interviewers, follow-ups, the sudden request, pauses, breaks, a crash in the
//! middle. Not here: what is drawn (`model::session`).

mod interrupted;

use std::sync::Arc;

use retake::flow::state::{Phase, Screen, ToastKind};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::AudioEvent;
use retake::model::fault::{FileFault, SoundFault};
use retake::model::language::{Bilingual, LanguagePlan};
use retake::model::mark::MarkKind;
use retake::model::question::{FollowUp, FollowUpKind, Pack, Question, Subject};
use retake::model::session::SessionId;
use retake::model::session::record::{Session, Status};
use retake::model::session::shape::{Format, Shape};
use retake::model::settings::SESSION_PLANS as PLANS;
use retake::model::story::StoryId;

use crate::rig::{
    Rig, began, created, end, folder_of, microphone, opened, progress, questions, scanned,
};

fn follow_ups() -> Vec<FollowUp> {
    let one = |kind: FollowUpKind| FollowUp {
        kind,
        text: Bilingual {
            en: format!("Tell me more: {}", kind.id()),
            ko: format!("더 말해 주세요: {}", kind.id()),
        },
        points: vec![],
    };
    FollowUpKind::PROBES.into_iter().map(one).collect()
}

fn ready() -> Rig {
    let mut rig = Rig::ready();
    rig.state.general_follow_ups = follow_ups();
    rig
}

fn own(interviewers: u8, minutes: u8, break_minutes: u8) -> Shape {
    Shape {
        format: Format::Custom,
        interviewers,
        minutes,
        break_minutes,
    }
}

fn start(rig: &mut Rig, shape: Shape, plan: LanguagePlan) -> SessionId {
    rig.command(Command::SetSessionShape(shape));
    rig.command(Command::SetSessionPlan(plan));
    let effects = rig.command(Command::StartSession);
    let session = written(&effects).unwrap();
    session.id.clone()
}

fn written(effects: &[Effect]) -> Option<Arc<Session>> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveSession(session) => Some(session.clone()),
        _ => None,
    })
}

fn session<'a>(rig: &'a Rig, id: &SessionId) -> &'a Session {
    rig.state.interview.session(id).unwrap()
}

/// An answer of so many seconds; the clock of the app goes with it. A cue falls when it is due.
fn answer(rig: &mut Rig, secs: f64) -> AttemptId {
    let attempt = rig.arm();
    rig.event(began());
    let mut at = 0.0;
    while at < secs {
        at += 1.0;
        rig.now += std::time::Duration::from_secs(1);
        rig.event(progress(at));
        if rig.recording().cue_ordered.is_some() {
            rig.event(Event::CueShown {
                frame: crate::rig::frames(at),
            });
        }
    }
    rig.command(Command::StopRecording);
    rig.event(AudioEvent::CaptureFinished(end(secs, None)));
    rig.event(Event::AttemptSaved(attempt.id.clone()));
    attempt.id.clone()
}

#[test]
fn a_whole_session_of_two_interviewers_with_a_break() {
    let mut rig = ready();
    let id = start(&mut rig, own(2, 5, 1), LanguagePlan::KoreanToEnglish);
    assert_eq!(rig.state.screen, Screen::Practice);
    let mut answers = Vec::new();
    let mut breaks = 0;
    while session(&rig, &id).status == Status::Running {
        if rig.state.on_break().is_some() {
            assert_eq!(rig.state.screen, Screen::Interview);
            breaks += 1;
            rig.pass(20.0);
            rig.command(Command::SkipBreak);
        } else {
            assert_eq!(
                rig.state.screen,
                Screen::Practice,
                "no review between answers"
            );
            answers.push(answer(&mut rig, 50.0));
        }
        assert!(answers.len() < 40);
    }
    assert_eq!(breaks, 1);
    assert_eq!(rig.state.screen, Screen::Interview);
    assert_eq!(rig.state.interview.shown, Some(id.clone()));
    let session = session(&rig, &id).clone();
    assert_eq!(session.answers(), answers.len());
    let made: Vec<&Attempt> = answers
        .iter()
        .map(|it| &**rig.state.attempt(it).unwrap())
        .collect();
    for ((attempt, asked), number) in made.iter().zip(&session.asked).zip(1_u16..) {
        let place = attempt.session.as_ref().unwrap();
        assert_eq!(
            (place.number, place.interviewer),
            (number, asked.interviewer)
        );
        assert_eq!(place.session, id);
        assert_eq!(&attempt.question.text, asked.text());
        assert_eq!(attempt.depth(), asked.depth());
        assert_eq!(asked.attempt.as_ref(), Some(&attempt.id));
    }
    // Follow-ups hang under their first answer.
    let deep = made.iter().filter(|it| it.depth() > 0).count();
    assert!(deep >= 2, "{deep}");
    for attempt in &made {
        if let Some(link) = &attempt.link {
            let first = rig.state.attempt(&link.first).unwrap();
            assert_eq!(first.question.id, attempt.question.id);
            assert_eq!(first.depth(), 0);
        }
    }
    // One request for English, and no other.
    let cues: Vec<_> = made.iter().filter(|it| it.cue().is_some()).collect();
    assert_eq!(cues.len(), 1);
    assert_eq!(made.iter().filter(|it| it.drill.is_some()).count(), 1);
    assert!(
        cues[0]
            .marks
            .iter()
            .any(|mark| matches!(mark.kind, MarkKind::Cue { .. }))
    );
    assert!(
        made.iter()
            .all(|it| it.cue().is_some() || it.plan == LanguagePlan::Korean)
    );
    // Nothing is cut: time goes over by less than an answer.
    for interviewer in &session.interviewers {
        assert!(interviewer.used_secs >= 270.0 && interviewer.used_secs < 350.0);
    }
    assert!((session.interviewers[0].break_used_secs - 20.0).abs() < 1e-6);
    assert!(session.interviewers[1].break_used_secs < 1e-6);
}

#[test]
fn time_counts_only_while_it_runs() {
    let mut rig = ready();
    let id = start(&mut rig, own(1, 10, 0), LanguagePlan::Korean);
    rig.pass(5.0);
    let used = |rig: &Rig| session(rig, &id).clock_secs();
    assert!((used(&rig) - 5.0).abs() < 1e-6);
    let effects = rig.command(Command::PauseSession);
    assert_eq!(rig.state.screen, Screen::Interview);
    assert_eq!(written(&effects).unwrap().status, Status::Paused);
    rig.pass(500.0);
    // The card is the person's meanwhile: an answer there belongs to no session.
    let other = rig.take(3.0);
    assert_eq!(rig.state.attempt(&other).unwrap().session, None);
    assert!((used(&rig) - 5.0).abs() < 1e-6);
    let asked = session(&rig, &id).asked.clone();
    rig.command(Command::ResumeSession(id.clone()));
    assert_eq!(rig.state.screen, Screen::Practice);
    assert_eq!(
        session(&rig, &id).asked,
        asked,
        "the same question stands again"
    );
    let question = rig.state.practice.question.as_ref().unwrap();
    assert_eq!(question.text, asked[0].question.text);
    rig.pass(2.0);
    // Whoever goes to another screen has left the interview for that time.
    rig.command(Command::GoTo(Screen::Timeline));
    assert_eq!(session(&rig, &id).status, Status::Paused);
    rig.pass(60.0);
    assert!((used(&rig) - 7.0).abs() < 1e-6);
}

#[test]
fn a_pause_asked_for_in_mid_answer_comes_after_it() {
    let mut rig = ready();
    let id = start(&mut rig, own(1, 10, 0), LanguagePlan::Korean);
    rig.record(3.0);
    rig.command(Command::PauseSession);
    rig.command(Command::PauseSession);
    rig.command(Command::PauseSession);
    assert!(matches!(rig.state.practice.phase, Phase::Recording(_)));
    rig.command(Command::StopRecording);
    rig.event(AudioEvent::CaptureFinished(end(3.0, None)));
    assert_eq!(session(&rig, &id).status, Status::Paused);
    assert_eq!(session(&rig, &id).answers(), 1);
    assert_eq!(rig.state.screen, Screen::Interview);
    rig.command(Command::ResumeSession(id.clone()));
    assert_eq!(session(&rig, &id).asked.len(), 2);
}

#[test]
fn a_pause_asked_for_in_mid_answer_comes_also_when_the_answer_is_discarded() {
    let mut rig = ready();
    let id = start(&mut rig, own(1, 10, 0), LanguagePlan::Korean);
    rig.record(3.0);
    rig.command(Command::PauseSession);
    rig.command(Command::DiscardTake);
    rig.event(AudioEvent::CaptureFinished(end(3.0, None)));
    assert_eq!(session(&rig, &id).status, Status::Paused);
    assert_eq!(session(&rig, &id).answers(), 0);
    assert_eq!(rig.state.screen, Screen::Interview);
}
