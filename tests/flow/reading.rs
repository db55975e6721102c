//! Reading aloud: when a question is read, when it stops, and that no microphone hears it.

use retake::flow::state::{Phase, Screen};
use retake::flow::{Command, Effect, Event};
use retake::model::audio::AudioCommand;
use retake::model::fault::Fault;
use retake::model::language::Language;
use retake::model::reading::{Reader, ReadingFault};
use retake::model::settings::Reading;

use crate::rig::{Rig, created, folder_of, progress};

fn reader(korean: bool) -> Event {
    Event::VoicesFound(Ok(Reader {
        program: "voice".into(),
        korean,
        english: true,
    }))
}

/// Questions are read, and voices were found.
fn reading(how: Reading) -> Rig {
    let mut rig = Rig::ready();
    let effects = rig.command(Command::SetReading(how));
    assert!(effects.contains(&Effect::LookForVoices), "{effects:?}");
    rig.event(reader(true));
    rig
}

fn read(effects: &[Effect]) -> Option<(u32, String)> {
    effects.iter().find_map(|effect| match effect {
        Effect::ReadAloud { id, text, .. } => Some((*id, text.clone())),
        _ => None,
    })
}

fn ended(id: u32) -> Event {
    Event::ReadingEnded { id, fault: None }
}

#[test]
fn a_new_question_is_read_and_the_first_of_a_run_is_not() {
    let mut rig = reading(Reading::Aloud);
    assert_eq!(rig.state.aloud.reading, None, "nothing speaks by itself");
    let effects = rig.command(Command::NextQuestion);
    let (id, text) = read(&effects).unwrap();
    let question = rig.state.practice.question.clone().unwrap();
    assert_eq!(text, question.text.ko, "in the language of the answer");
    assert_eq!(read(&rig.pass(0.1)), None, "once");
    rig.event(ended(id));
    assert_eq!(rig.state.aloud.reading, None);
}

#[test]
fn the_microphone_waits_until_nothing_is_heard() {
    let mut rig = reading(Reading::Aloud);
    let (id, _) = read(&rig.command(Command::NextQuestion)).unwrap();
    let effects = rig.command(Command::Record);
    assert_eq!(effects, [Effect::StopReading]);
    assert_eq!(rig.command(Command::Record), [], "asked once");
    assert!(rig.idle());
    let effects = rig.event(ended(id));
    let attempt = created(&effects).unwrap();
    let effects = rig.event(folder_of(&attempt));
    assert!(matches!(
        effects[..],
        [Effect::Audio(AudioCommand::StartCapture { .. })]
    ));
    // Late reports start nothing again.
    assert_eq!(rig.event(ended(id)), []);
}

#[test]
fn a_question_is_heard_twice_at_most() {
    let mut rig = reading(Reading::ListenOnly);
    let (id, text) = read(&rig.command(Command::NextQuestion)).unwrap();
    assert!(rig.state.listens_only());
    rig.event(ended(id));
    let (id, again) = read(&rig.command(Command::RepeatQuestion)).unwrap();
    assert_eq!(again, text);
    assert_eq!(rig.command(Command::RepeatQuestion), [Effect::StopReading]);
    rig.event(ended(id));
    assert_eq!(read(&rig.command(Command::RepeatQuestion)), None);
    rig.command(Command::ShowWords);
    assert!(!rig.state.listens_only());
    // The next one is to be listened to again.
    read(&rig.command(Command::NextQuestion)).unwrap();
    assert!(rig.state.listens_only());
}

#[test]
fn leaving_the_card_stops_the_voice() {
    let mut rig = reading(Reading::Aloud);
    let (id, _) = read(&rig.command(Command::NextQuestion)).unwrap();
    let effects = rig.command(Command::GoTo(Screen::Timeline));
    assert!(effects.contains(&Effect::StopReading));
    rig.event(ended(id));
    assert_eq!(read(&rig.command(Command::GoTo(Screen::Practice))), None);
    // Another question takes the place of the one that is read.
    let (id, _) = read(&rig.command(Command::NextQuestion)).unwrap();
    let effects = rig.command(Command::NextQuestion);
    assert!(effects.contains(&Effect::StopReading));
    assert_eq!(read(&effects), None);
    assert!(read(&rig.event(ended(id))).is_some());
}

#[test]
fn a_sound_check_is_not_spoken_into() {
    let mut rig = Rig::ready();
    rig.state.check.day = None;
    rig.command(Command::SetReading(Reading::Aloud));
    rig.event(reader(true));
    // The first key of the day has the room listened to for a moment.
    let effects = rig.command(Command::NextQuestion);
    let check = effects.iter().find_map(|effect| match effect {
        Effect::Audio(AudioCommand::StartCheck { id, .. }) => Some(*id),
        _ => None,
    });
    let spoken = read(&effects).is_some();
    assert!(check.is_none() || !spoken, "{effects:?}");
    assert!(check.is_some() || spoken, "{effects:?}");
}

#[test]
fn without_a_voice_the_words_are_shown_and_the_reason_is_told_once() {
    let mut rig = Rig::ready();
    rig.command(Command::SetReading(Reading::ListenOnly));
    rig.event(Event::VoicesFound(Err(ReadingFault::NoProgram)));
    let told = rig.state.banner.clone().unwrap();
    assert_eq!(told.fault, Fault::Reading(ReadingFault::NoProgram));
    rig.command(Command::NextQuestion);
    assert!(!rig.state.listens_only());
    // Chosen again, it is looked for again.
    let effects = rig.command(Command::SetReading(Reading::Aloud));
    assert!(effects.contains(&Effect::LookForVoices));
    rig.event(reader(false));
    assert!(rig.state.banner.is_none(), "mended");
    let missing = Err(ReadingFault::NoVoice(Language::Korean));
    assert_eq!(rig.state.can_read(Language::Korean), missing);
    assert_eq!(read(&rig.command(Command::NextQuestion)), None);
}

#[test]
fn a_voice_that_fails_shows_the_words_and_holds_up_nothing() {
    let mut rig = reading(Reading::ListenOnly);
    let (id, _) = read(&rig.command(Command::NextQuestion)).unwrap();
    rig.command(Command::Record);
    let fault = ReadingFault::Hangs {
        program: "voice".into(),
    };
    let effects = rig.event(Event::ReadingEnded {
        id,
        fault: Some(fault.clone()),
    });
    assert!(created(&effects).is_some(), "{effects:?}");
    assert_eq!(rig.state.banner.as_ref().unwrap().fault, fault.into());
    assert!(!rig.state.listens_only());
}

#[test]
fn nothing_is_read_while_a_take_is_made() {
    let mut rig = reading(Reading::Aloud);
    rig.record(2.0);
    for command in [Command::RepeatQuestion, Command::NextQuestion] {
        assert_eq!(read(&rig.command(command)), None);
    }
    assert_eq!(read(&rig.event(progress(3.0))), None);
    assert!(matches!(rig.state.practice.phase, Phase::Recording(_)));
}
