//! Whole sessions: interviewers, follow-ups, the sudden request, pauses, breaks, a crash in the
//! middle. Not here: what is drawn (`model::session`).

use std::sync::Arc;

use retake::flow::interview::PLANS;
use retake::flow::state::{Phase, Screen, ToastKind};
use retake::flow::{Command, Effect, Event, Input};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::fault::{FileFault, SoundFault};
use retake::model::language::{Bilingual, LanguagePlan};
use retake::model::mark::MarkKind;
use retake::model::question::{FollowUp, FollowUpKind, Pack, Question, Subject};
use retake::model::session::SessionId;
use retake::model::session::record::{Session, Status};
use retake::model::session::shape::{Format, Shape};
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
        format: Format::Own,
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
    rig.event(Event::CaptureFinished(end(secs, None)));
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
    assert_eq!(session.interviewers[1].break_used_secs, 0.0);
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
    rig.event(Event::CaptureFinished(end(3.0, None)));
    assert_eq!(session(&rig, &id).status, Status::Paused);
    assert_eq!(session(&rig, &id).answers(), 1);
    assert_eq!(rig.state.screen, Screen::Interview);
    rig.command(Command::ResumeSession(id.clone()));
    assert_eq!(session(&rig, &id).asked.len(), 2);
}

/// What a new process finds: the files as they were saved last, nothing of the memory.
fn restarted(saved: &Session, attempts: Vec<Arc<Attempt>>) -> Rig {
    let mut rig = Rig::bare();
    rig.state.general_follow_ups = follow_ups();
    rig.event(crate::rig::packs());
    rig.event(opened("/lib"));
    rig.event(Event::SessionsRead {
        sessions: vec![Arc::new(saved.clone())],
        faults: vec![],
    });
    rig.event(scanned(attempts));
    rig.state.check.day = Some(crate::rig::date(12).date());
    rig
}

#[test]
fn a_crash_in_mid_answer_goes_on_behind_the_answer_that_was_saved() {
    let mut rig = ready();
    start(&mut rig, own(2, 5, 0), LanguagePlan::Korean);
    let first = answer(&mut rig, 30.0);
    let first = rig.state.attempt(&first).unwrap().clone();
    let id = first.session.as_ref().unwrap().session.clone();
    let saved = session(&rig, &id).clone();
    assert_eq!(saved.asked.len(), 2);
    // In the second answer the program dies; what was said of it is made whole at the next start.
    let second = rig.record(12.0);
    let mut mended = Attempt::clone(&second);
    mended.take.frames = crate::rig::frames(12.0);
    mended.take.sample_rate_hz = crate::rig::RATE;
    let mut rig = restarted(&saved, vec![first.clone(), Arc::new(mended)]);
    assert_eq!(rig.state.interview.current, None, "nothing runs by itself");
    let unfinished = rig.state.interview.unfinished().unwrap();
    assert_eq!(unfinished.id, id);
    rig.pass(3_600.0);
    assert_eq!(
        rig.state.interview.unfinished().unwrap().clock_secs(),
        saved.clock_secs()
    );
    rig.command(Command::ResumeSession(id.clone()));
    let now = session(&rig, &id);
    assert_eq!(now.asked[1].attempt, Some(second.id.clone()));
    assert_eq!(now.asked.len(), 3, "and the next thing is asked");
    assert_eq!(rig.state.screen, Screen::Practice);
    // Without an answer on disk the same question stands.
    let mut rig = restarted(&saved, vec![first]);
    rig.command(Command::ResumeSession(id.clone()));
    assert_eq!(session(&rig, &id).asked.len(), 2);
    let third = answer(&mut rig, 20.0);
    let place = rig.state.attempt(&third).unwrap().session.clone().unwrap();
    assert_eq!((place.number, place.interviewer), (2, 1));
}

#[test]
fn a_fault_pauses_behind_its_answer() {
    let mut rig = ready();
    let id = start(&mut rig, own(1, 10, 0), LanguagePlan::Korean);
    rig.record(8.0);
    rig.event(Event::CaptureFinished(end(8.0, Some(SoundFault::DiskFull))));
    assert_eq!(session(&rig, &id).answers(), 1);
    assert_eq!(session(&rig, &id).status, Status::Paused);
    assert!(rig.state.banner.is_some());
    assert_eq!(rig.state.screen, Screen::Interview);
    // While a microphone is looked for, the interviewer waits.
    rig.command(Command::ResumeSession(id.clone()));
    rig.record(5.0);
    let before = session(&rig, &id).clock_secs();
    rig.event(crate::rig::interrupted(SoundFault::DeviceLost, 5.0));
    rig.pass(100.0);
    assert!((session(&rig, &id).clock_secs() - before).abs() < 1e-6);
    rig.event(Event::CaptureResumed {
        device: microphone(),
    });
    rig.pass(4.0);
    assert!((session(&rig, &id).clock_secs() - before - 4.0).abs() < 1e-6);
}

#[test]
fn nothing_breaks_when_questions_or_answers_go_away() {
    let mut rig = ready();
    let id = start(&mut rig, own(1, 30, 0), LanguagePlan::Korean);
    let first = answer(&mut rig, 20.0);
    let asked = session(&rig, &id).asked.len();
    rig.command(Command::PauseSession);
    rig.command(Command::Delete(first.clone()));
    assert!(rig.state.attempt(&first).is_none());
    // The pack is another one now, and its questions are few.
    let one = Question {
        id: "left-over".into(),
        ..questions().remove(0)
    };
    rig.event(Event::PacksLoaded {
        packs: vec![Pack {
            id: "own".into(),
            title: Bilingual::default(),
            sources: vec![],
            questions: vec![one],
        }],
        faults: vec![],
    });
    rig.state.general_follow_ups.clear();
    rig.command(Command::ResumeSession(id.clone()));
    let words = session(&rig, &id).asked[asked - 1].text().clone();
    let attempt = rig.arm();
    assert_eq!(attempt.question.text, words, "the session knows its words");
    rig.event(began());
    rig.event(progress(9.0));
    rig.command(Command::StopRecording);
    rig.event(Event::CaptureFinished(end(9.0, None)));
    // Then what is left, and then nothing: the interviewer is done before the time is up.
    answer(&mut rig, 9.0);
    assert_eq!(session(&rig, &id).status, Status::Over);
    let last = session(&rig, &id).asked.last().unwrap().clone();
    assert_eq!(last.question.id, "left-over");
}

#[test]
fn an_interviewer_without_questions_asks_general_ones() {
    let mut rig = ready();
    rig.state.general_follow_ups.clear();
    rig.command(Command::SetSessionShape(Shape::of(Format::FirstRound)));
    rig.command(Command::SetSessionTopic(Subject::Storage));
    rig.command(Command::StartSession);
    assert!(rig.state.asking().unwrap().asked[0].general);
    rig.command(Command::NextInterviewer);
    let session = rig.state.asking().unwrap();
    assert_eq!(session.at, 2);
    assert!(!session.asked[1].general);
    assert_eq!(session.answers(), 0);
}

#[test]
fn what_was_left_is_offered_and_ends_when_asked_to() {
    let mut rig = ready();
    let first = start(&mut rig, own(1, 10, 0), LanguagePlan::Korean);
    answer(&mut rig, 5.0);
    rig.command(Command::PauseSession);
    rig.command(Command::LeaveSession);
    assert_eq!(rig.state.interview.current, None);
    assert_eq!(session(&rig, &first).status, Status::Left);
    assert_eq!(rig.state.interview.unfinished().unwrap().id, first);
    rig.pass(2.0);
    let second = start(&mut rig, own(1, 10, 0), LanguagePlan::English);
    assert_ne!(second, first);
    rig.command(Command::EndSession(first.clone()));
    assert_eq!(session(&rig, &first).status, Status::Over);
    assert_eq!(rig.state.interview.shown, Some(first.clone()));
    assert_eq!(
        session(&rig, &second).status,
        Status::Paused,
        "its questions were left"
    );
    rig.command(Command::Escape);
    assert_eq!(rig.state.interview.shown, None);
    rig.command(Command::ResumeSession(first.clone()));
    assert_eq!(session(&rig, &first).status, Status::Over, "for good");
}

#[test]
fn the_window_closes_when_the_session_is_on_disk() {
    let mut rig = ready();
    let id = start(&mut rig, own(1, 10, 0), LanguagePlan::Korean);
    let attempt = rig.record(6.0);
    rig.event(Event::CloseRequested);
    rig.event(Event::AttemptSaved(attempt.id.clone()));
    let effects = rig.event(Event::CaptureFinished(end(6.0, None)));
    let saved = written(&effects).unwrap();
    assert_eq!((saved.status, saved.answers()), (Status::Paused, 1));
    let effects = rig.event(Event::AttemptSaved(attempt.id.clone()));
    assert!(!effects.contains(&Effect::CloseWindow));
    let effects = rig.event(Event::SessionSaved(id));
    assert!(effects.contains(&Effect::CloseWindow));
}

#[test]
fn a_story_told_twice_is_pointed_out_when_it_is_set() {
    let mut rig = ready();
    rig.state.general_follow_ups.clear();
    start(&mut rig, own(1, 30, 0), LanguagePlan::Korean);
    let (first, second) = (answer(&mut rig, 5.0), answer(&mut rig, 5.0));
    rig.command(Command::PauseSession);
    let story = StoryId::parse("캡스톤").unwrap();
    // As it is after the story was set on both.
    for id in [&first, &second] {
        let entries = &mut rig.state.library.entries;
        let entry = entries.iter_mut().find(|it| it.attempt.id == *id).unwrap();
        Arc::make_mut(&mut entry.attempt).story = Some(story.clone());
    }
    let before = rig.state.told_before(&second).unwrap();
    assert_eq!(before.id, first);
    rig.state.interview.story_again = Some(story.clone());
    rig.send(Input::Tick);
    let toast = rig.state.toast.as_ref().unwrap();
    assert!(matches!(&toast.kind, ToastKind::StoryAgain(of) if *of == story));
    assert_eq!(rig.state.interview.story_again, None);
}

#[test]
fn a_save_that_failed_is_told_and_mended_by_the_next_one() {
    let mut rig = ready();
    let id = start(&mut rig, own(1, 10, 0), LanguagePlan::Korean);
    let fault = FileFault::SaveFailed {
        path: format!("/lib/sessions/{id}.json").into(),
        detail: "no space left on device".into(),
    };
    rig.event(Event::SessionSaveFailed {
        id: id.clone(),
        fault,
    });
    assert!(rig.state.banner.is_some());
    rig.event(Event::SessionSaved(id));
    assert!(rig.state.banner.is_none());
}

#[test]
fn the_interviewer_chooses_the_questions() {
    let mut rig = ready();
    start(&mut rig, own(1, 10, 0), LanguagePlan::Korean);
    let before = rig.state.practice.question.clone();
    rig.command(Command::NextQuestion);
    rig.command(Command::SetPlan(LanguagePlan::English));
    assert_eq!(rig.state.practice.question, before);
    assert_eq!(rig.state.settings.plan, LanguagePlan::Korean);
    assert!(PLANS.contains(&rig.state.interview.plan));
    rig.command(Command::SetSessionPlan(LanguagePlan::EnglishToKorean));
    assert_eq!(
        rig.state.interview.plan,
        LanguagePlan::Korean,
        "no such session"
    );
    // A take that is started over gives its place to the next one.
    let attempt = rig.record(4.0);
    rig.event(crate::rig::interrupted(SoundFault::DeviceLost, 4.0));
    rig.command(Command::StartOver);
    let effects = rig.event(Event::CaptureFinished(end(4.0, None)));
    let again = created(&effects).unwrap();
    assert_eq!(rig.state.attempt(&attempt.id).unwrap().session, None);
    assert_eq!(again.session.as_ref().unwrap().number, 1);
    rig.event(folder_of(&again));
}
