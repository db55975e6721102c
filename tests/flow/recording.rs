//! From the question to the closed file.

use std::time::Duration;

use retake::flow::state::{Phase, Screen};
use retake::flow::{Command, Effect, Event};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::SoundFault;
use retake::model::filter::Filter;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{CueBy, Mark, MarkKind};
use retake::model::principle::Principle;
use retake::model::speech::Span;
use retake::model::take::TakeState;

use crate::rig::*;

#[test]
fn the_first_screen_shows_a_question_and_loading_again_keeps_it() {
    let mut rig = Rig::bare();
    assert!(rig.state.practice.question.is_none());
    rig.event(packs());
    let first = rig.state.practice.question.clone().unwrap();
    rig.event(packs());
    assert_eq!(rig.state.practice.question, Some(first));
}

#[test]
fn three_keys_from_the_question_to_a_rated_recording() {
    let mut rig = Rig::ready();
    rig.command(Command::NextQuestion);
    let asked = rig.state.practice.question.clone().unwrap();

    let effects = rig.command(Command::Record);
    assert!(effects.contains(&Effect::Audio(AudioCommand::PausePlayback)));
    let attempt = created(&effects).unwrap();
    assert_eq!(attempt.question.id, asked.id);
    assert_eq!(attempt.take.state, TakeState::Recording);
    assert!(
        !effects
            .iter()
            .any(|e| matches!(e, Effect::Audio(AudioCommand::StartCapture { .. }))),
        "disk first"
    );

    let effects = rig.event(folder_of(&attempt));
    assert!(matches!(
        &effects[..],
        [Effect::Audio(AudioCommand::StartCapture {
            device: None,
            ..
        })]
    ));
    assert!(
        matches!(rig.state.practice.phase, Phase::Arming(_)),
        "no sample, no recording"
    );

    let on_disk = saved(&rig.event(began())).unwrap();
    assert_eq!(on_disk.take.sample_rate_hz, RATE);
    assert_eq!(
        on_disk.take.device.as_ref().unwrap().name,
        "Desk microphone"
    );
    assert!(matches!(rig.state.practice.phase, Phase::Recording(_)));
    assert_eq!(rig.recording().live.captured_frames, 0);

    rig.event(progress(61.0));
    assert_eq!(
        rig.command(Command::StopRecording),
        [Effect::Audio(AudioCommand::StopCapture)]
    );
    assert!(matches!(rig.state.practice.phase, Phase::Finishing(_)));

    let effects = rig.event(AudioEvent::CaptureFinished(end(61.5, None)));
    let kept = saved(&effects).unwrap();
    assert_eq!(kept.take.frames, frames(61.5));
    assert_eq!(kept.take.state, TakeState::Complete);
    assert!(effects.contains(&Effect::CheckSpace));
    assert!(rig.idle() && rig.reviews(&attempt.id));
    assert!(
        rig.state.peaks[&attempt.id].is_some(),
        "the writer's peaks are kept"
    );
    assert_eq!(rig.state.timeline.rows.len(), 2, "a day and the attempt");
    assert!(rig.state.library.unsaved.contains(&attempt.id));

    let rated = saved(&rig.command(Command::RateCurrent(4))).unwrap();
    assert_eq!(rated.line_score("episode"), Some(4));
    rig.event(Event::AttemptSaved(attempt.id.clone()));
    assert!(rig.state.library.unsaved.is_empty());
}

#[test]
fn think_time_counts_down_and_then_begins_by_itself() {
    let mut rig = Rig::ready();
    rig.command(Command::SetThinkSecs(10));
    let effects = rig.command(Command::Record);
    assert_eq!(
        effects,
        [
            Effect::Audio(AudioCommand::PausePlayback),
            Effect::WakeAfter(Duration::from_secs(1))
        ]
    );
    assert_eq!(
        rig.pass(9.25),
        [Effect::WakeAfter(Duration::from_millis(750))]
    );
    let attempt = created(&rig.pass(0.75)).unwrap();
    assert_eq!(attempt.think_secs, 10);
}

#[test]
fn space_during_think_time_begins_now_and_cancel_goes_back() {
    let mut rig = Rig::ready();
    rig.command(Command::SetThinkSecs(30));
    rig.command(Command::Record);
    assert_eq!(rig.command(Command::CancelRecording), []);
    assert!(rig.idle());
    rig.command(Command::Record);
    assert!(created(&rig.command(Command::Record)).is_some());
}

#[test]
fn cancelling_before_the_folder_is_made_leaves_nothing_behind() {
    let mut rig = Rig::ready();
    let given_up = created(&rig.command(Command::Record)).unwrap();
    assert_eq!(rig.command(Command::Escape), []);
    assert!(rig.idle());
    // The next one is already under way when the first folder appears.
    let next = created(&rig.command(Command::Record)).unwrap();
    let effects = rig.event(folder_of(&given_up));
    assert_eq!(trashed(&effects).unwrap().id, given_up.id);
    assert_eq!(
        effects.len(),
        1,
        "no microphone for an attempt that was given up"
    );
    assert!(matches!(
        &rig.event(folder_of(&next))[..],
        [Effect::Audio(AudioCommand::StartCapture { .. })]
    ));
}

#[test]
fn cancelling_while_the_microphone_opens_waits_for_it_and_keeps_nothing() {
    let mut rig = Rig::ready();
    let attempt = rig.arm();
    assert_eq!(
        rig.command(Command::CancelRecording),
        [Effect::Audio(AudioCommand::StopCapture)]
    );
    assert!(
        rig.state.busy(),
        "the next attempt must not get this one's reports"
    );
    assert_eq!(rig.command(Command::Record), []);
    rig.event(began());
    let effects = rig.event(AudioEvent::CaptureFinished(end(0.1, None)));
    assert_eq!(trashed(&effects).unwrap().id, attempt.id);
    assert!(rig.idle() && rig.listed().is_empty() && rig.state.banner.is_none());
    assert_eq!(rig.state.screen, Screen::Practice);
}

#[test]
fn reports_of_a_microphone_that_nobody_waits_for_close_it() {
    let mut rig = Rig::ready();
    assert_eq!(
        rig.event(began()),
        [Effect::Audio(AudioCommand::StopCapture)]
    );
    assert_eq!(rig.event(AudioEvent::CaptureFinished(end(3.0, None))), []);
    assert!(rig.idle() && rig.listed().is_empty());
}

#[test]
fn a_late_report_of_an_attempt_that_never_began_does_not_end_the_next() {
    let mut rig = Rig::ready();
    rig.arm();
    let effects = rig.event(AudioEvent::CaptureTrouble(SoundFault::DeviceBusy));
    assert!(rig.idle() && effects.contains(&Effect::Audio(AudioCommand::StopCapture)));
    let next = created(&rig.command(Command::Record)).unwrap();
    rig.event(AudioEvent::CaptureFinished(end(0.0, None)));
    assert!(matches!(rig.state.practice.phase, Phase::Arming(_)));
    rig.event(folder_of(&next));
    rig.event(began());
    assert!(matches!(rig.state.practice.phase, Phase::Recording(_)));
}

#[test]
fn the_cue_comes_by_chance_once_and_marks_the_frame_on_which_it_was_seen() {
    let mut rig = Rig::ready();
    rig.command(Command::SetPlan(LanguagePlan::KoreanToEnglish));
    rig.command(Command::SetCueSound(true));
    let attempt = rig.record(1.0);
    let due = attempt.drill.unwrap().cue_due_secs;

    rig.event(progress(due - 0.01));
    rig.pass(0.0);
    assert_eq!(rig.recording().cue_ordered, None);
    let effects = rig.event(progress(due + 0.01));
    assert_eq!(
        effects.last(),
        Some(&Effect::Audio(AudioCommand::PlayCueSound { device: None }))
    );
    assert_eq!(
        rig.recording().cue_ordered,
        Some((Language::English, CueBy::Drill))
    );
    assert_eq!(
        rig.recording().language(),
        Language::Korean,
        "not before it is seen"
    );
    assert_eq!(rig.pass(0.0), [], "ordered once");

    let frame = frames(due) + 1234;
    let effects = rig.event(Event::CueShown { frame });
    let kind = MarkKind::Cue {
        to: Language::English,
        by: CueBy::Drill,
    };
    let sound = Mark::new(frame, MarkKind::CueSound);
    let marked = saved(&effects).unwrap();
    assert_eq!(marked.marks, [Mark::new(frame, kind), sound]);
    let heard = Span::new(frame, frame + frames(0.5));
    assert_eq!(marked.cue_sounds(), [heard]);
    assert!(effects.contains(&Effect::WakeAfter(Duration::from_secs(2))));
    assert_eq!(rig.recording().language(), Language::English);

    assert_eq!(
        rig.pass(1.5),
        [Effect::WakeAfter(Duration::from_millis(500))]
    );
    assert!(rig.recording().cue_until.is_some());
    assert_eq!(rig.pass(0.5), []);
    assert_eq!(rig.recording().cue_until, None);

    assert_eq!(rig.command(Command::CueNow), [], "spent");
    assert_eq!(rig.event(Event::CueShown { frame: 9 }), []);
    assert_eq!(rig.recording().marks.len(), 2);
}

#[test]
fn a_friend_can_order_the_switch_in_any_plan() {
    let mut rig = Rig::ready();
    rig.command(Command::SetPlan(LanguagePlan::English));
    rig.record(3.0);
    assert_eq!(rig.command(Command::CueNow), []);
    assert_eq!(
        rig.recording().cue_ordered,
        Some((Language::Korean, CueBy::Hand))
    );
    rig.event(Event::CueShown { frame: frames(3.1) });
    rig.command(Command::StopRecording);
    rig.event(AudioEvent::CaptureFinished(end(9.0, None)));
    let attempt = rig.state.reviewed().unwrap();
    assert_eq!(attempt.language_at(frames(4.0)), Language::Korean);
}

#[test]
fn a_cue_that_nobody_saw_did_not_happen() {
    let mut rig = Rig::ready();
    rig.record(3.0);
    rig.command(Command::CueNow);
    rig.command(Command::StopRecording);
    assert!(
        rig.recording().cue_ordered.is_none(),
        "nor does it fill the screen now"
    );
    assert_eq!(rig.event(Event::CueShown { frame: frames(3.0) }), []);
    rig.event(AudioEvent::CaptureFinished(end(3.0, None)));
    assert!(rig.state.reviewed().unwrap().marks.is_empty());
}

#[test]
fn flags_are_on_disk_at_once_and_a_repeating_key_sets_one() {
    let mut rig = Rig::ready();
    rig.record(5.0);
    let kept = saved(&rig.command(Command::Flag)).unwrap();
    assert_eq!(kept.marks[0].frame, frames(5.0));
    assert_eq!(rig.command(Command::Flag), []);
    rig.event(progress(6.0));
    assert_eq!(saved(&rig.command(Command::Flag)).unwrap().marks.len(), 2);
}

#[test]
fn while_a_take_is_made_the_person_and_the_question_stay() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let asked = rig.state.practice.question.clone();
    let other = attempt(9).id.clone();
    rig.record(3.0);
    for command in [
        Command::NextQuestion,
        Command::GoTo(Screen::Timeline),
        Command::GoTo(Screen::Settings),
        Command::OpenAttempt(other.clone()),
        Command::FocusSearch,
        Command::PlayRow(other),
        Command::Retake,
        Command::CyclePlan,
        Command::SetPracticeFilter(Filter::Principle(Principle::Frugality)),
        Command::ChooseLibrary,
        Command::SetLibrary("/other".into()),
        Command::Record,
        Command::CancelRecording,
        Command::Escape,
    ] {
        assert_eq!(rig.command(command.clone()), [], "{command:?}");
        assert_eq!(rig.state.screen, Screen::Practice, "{command:?}");
    }
    assert_eq!(rig.state.practice.question, asked);
    assert!(matches!(rig.state.practice.phase, Phase::Recording(_)));
}

#[test]
fn space_left_is_looked_at_every_thirty_seconds() {
    let mut rig = Rig::ready();
    rig.record(1.0);
    let asks = |rig: &mut Rig, secs| rig.event(progress(secs)).contains(&Effect::CheckSpace);
    assert!(!asks(&mut rig, 29.9));
    assert!(asks(&mut rig, 30.1));
    assert!(!asks(&mut rig, 59.0));
    assert!(asks(&mut rig, 60.0));
    rig.event(Event::FreeSpace(5));
    assert_eq!(rig.state.free_bytes, Some(5));
}

#[test]
fn a_filter_draws_and_an_other_language_lasts_for_one_question() {
    let mut rig = Rig::ready();
    for principle in [Principle::ALL[0], Principle::ALL[1], Principle::ALL[2]] {
        rig.command(Command::SetPracticeFilter(Filter::Principle(principle)));
        let question = rig.state.practice.question.clone().unwrap();
        assert!(question.principles.contains(&principle));
        // One that fits already stays.
        rig.command(Command::SetPracticeFilter(Filter::General));
        assert_eq!(rig.state.practice.question, Some(question));
    }
    rig.command(Command::ToggleQuestionLanguage);
    assert!(rig.state.practice.other_language);
    rig.command(Command::NextQuestion);
    assert!(!rig.state.practice.other_language);
    rig.command(Command::SetPracticeFilter(Filter::Principle(
        Principle::Frugality,
    )));
    assert!(rig.state.practice.question.is_none());
    assert_eq!(rig.command(Command::Record), [], "nothing to answer");
}
