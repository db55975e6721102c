//! Sessions that do not go on as they began: a crash, a fault, questions that went away, a window that
//! closes. Not here: one that goes well.

use super::*;
use retake::model::audio::AudioEvent;

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
    let clock = rig.state.interview.unfinished().unwrap().clock_secs();
    assert!((clock - saved.clock_secs()).abs() < 1e-6);
    rig.command(Command::ResumeSession(id.clone()));
    let now = session(&rig, &id);
    assert_eq!(now.asked[1].attempt, Some(second.id.clone()));
    assert_eq!(now.asked.len(), 3, "and the next thing is asked");
    let told = now.clock_secs() - saved.clock_secs();
    assert!(
        (told - 12.0).abs() < 1e-6,
        "what was said is counted: {told}"
    );
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
    rig.event(AudioEvent::CaptureFinished(end(
        8.0,
        Some(SoundFault::DiskFull),
    )));
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
    rig.event(AudioEvent::CaptureResumed {
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
    rig.event(AudioEvent::CaptureFinished(end(9.0, None)));
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
    let effects = rig.event(AudioEvent::CaptureFinished(end(6.0, None)));
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
    for id in [&first, &second] {
        assert!(rig.state.toast.is_none());
        rig.command(Command::OpenAttempt(id.clone()));
        rig.command(Command::TellStory(Some(story.clone())));
    }
    let before = rig.state.told_before(&second).unwrap();
    assert_eq!(before.id, first);
    let toast = rig.state.toast.as_ref().unwrap();
    assert!(matches!(&toast.kind, ToastKind::StoryAgain(of) if *of == story));
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
    assert!(PLANS.contains(&rig.state.settings.session.plan));
    rig.command(Command::SetSessionPlan(LanguagePlan::EnglishToKorean));
    assert_eq!(
        rig.state.settings.session.plan,
        LanguagePlan::Korean,
        "no such session"
    );
    // A take that is started over gives its place to the next one.
    let attempt = rig.record(4.0);
    rig.event(crate::rig::interrupted(SoundFault::DeviceLost, 4.0));
    rig.command(Command::StartOver);
    let effects = rig.event(AudioEvent::CaptureFinished(end(4.0, None)));
    let again = created(&effects).unwrap();
    assert_eq!(rig.state.attempt(&attempt.id).unwrap().session, None);
    assert_eq!(again.session.as_ref().unwrap().number, 1);
    rig.event(folder_of(&again));
}
