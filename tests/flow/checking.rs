//! The sound check, and the quiet one before the first recording of a day.

use std::time::Duration;

use retake::flow::check::{Quiet, Speaker, Stage};
use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::{Banner, Screen};
use retake::flow::{Command, Effect};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::{Fault, SoundFault};
use retake::model::mic_issue::MicIssue;
use retake::model::peaks::Peak;
use retake::model::sound::{Device, Levels, Mix};
use retake::model::sound_check::{CheckEnd, Heard};

use crate::rig::*;

fn good() -> CheckEnd {
    CheckEnd {
        device: Some(Device {
            id: "mic".into(),
            name: "Mic".into(),
        }),
        sample_rate_hz: RATE,
        channels: 1,
        mix: Mix::Mean,
        first_sample_secs: Some(0.1),
        heard: Heard {
            frames: 144_000,
            peak_dbfs: Some(-9.0),
            levels: Some(Levels {
                noise_dbfs: -62.0,
                speech_dbfs: -24.0,
                clipped_frames: 0,
            }),
            ..Heard::default()
        },
        ..CheckEnd::default()
    }
}

fn muted() -> CheckEnd {
    let mut end = good();
    end.heard.peak_dbfs = None;
    end
}

fn denied() -> CheckEnd {
    CheckEnd {
        fault: Some(SoundFault::PermissionDenied),
        ..CheckEnd::default()
    }
}

fn started(effects: &[Effect]) -> (u32, Duration) {
    let mut found = effects.iter().filter_map(|effect| match effect {
        Effect::Audio(AudioCommand::StartCheck { id, length, .. }) => Some((*id, *length)),
        _ => None,
    });
    let first = found.next().unwrap();
    assert_eq!(found.next(), None);
    first
}

fn starts(effects: &[Effect]) -> bool {
    let start = |effect: &Effect| matches!(effect, Effect::Audio(AudioCommand::StartCheck { .. }));
    effects.iter().any(start)
}

fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
    rig.command(command)
}

fn on_the_screen() -> Rig {
    let mut rig = Rig::ready();
    rig.command(Command::GoTo(Screen::Check));
    rig
}

/// A fresh day on the practice screen.
fn fresh() -> Rig {
    let mut rig = Rig::ready();
    rig.state.check.day = None;
    rig
}

#[test]
fn speaking_is_heard_judged_and_played_back_at_once() {
    let mut rig = on_the_screen();
    let (id, length) = started(&press(&mut rig, Key::Space));
    assert_eq!(length, Duration::from_secs(3));
    rig.event(AudioEvent::CheckProgress {
        id,
        level_dbfs: f32::NAN,
        secs: 0.5,
        peaks: vec![Peak { min: -9, max: 9 }],
    });
    let Stage::Listening(listening) = &rig.state.check.stage else {
        panic!("it does not listen")
    };
    assert!(listening.level_dbfs < -100.0 && listening.peaks.len() == 1);
    assert_eq!(
        press(&mut rig, Key::Letter('T')),
        [],
        "the microphone hears"
    );

    let effects = rig.event(AudioEvent::CheckDone { id, end: good() });
    let [Effect::Audio(AudioCommand::PlayCheck { id: sound, .. })] = effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!(rig.state.check.speaker, Speaker::Voice(sound));
    let Stage::Done(result) = &rig.state.check.stage else {
        panic!("it is not over")
    };
    assert_eq!((result.troubles.len(), result.peaks.len()), (0, 1));
    let fault = None;
    rig.event(AudioEvent::CheckPlayed { id: sound, fault });
    assert_eq!(rig.state.check.speaker, Speaker::Silent);
    let again = press(&mut rig, Key::Letter('R'));
    assert!(matches!(
        &again[..],
        [Effect::Audio(AudioCommand::PlayCheck { .. })]
    ));
}

#[test]
fn the_key_stops_early_and_what_was_not_begun_says_nothing() {
    let mut rig = on_the_screen();
    let (id, _) = started(&press(&mut rig, Key::Space));
    assert_eq!(
        press(&mut rig, Key::Space),
        [Effect::Audio(AudioCommand::StopCheck)]
    );
    let end = CheckEnd::default();
    assert_eq!(rig.event(AudioEvent::CheckDone { id, end }), []);
    assert!(matches!(rig.state.check.stage, Stage::Idle));
}

#[test]
fn what_is_silent_is_not_played_back() {
    // Where a microphone cannot be used, it may not be there any more.
    for (end, asked) in [
        (muted(), vec![]),
        (denied(), vec![Effect::Audio(AudioCommand::ListDevices)]),
    ] {
        let mut rig = on_the_screen();
        let (id, _) = started(&press(&mut rig, Key::Space));
        assert_eq!(rig.event(AudioEvent::CheckDone { id, end }), asked);
        assert!(rig.state.banner.is_none(), "the screen says it");
        assert!(matches!(rig.state.check.stage, Stage::Done(_)));
    }
}

#[test]
fn late_reports_of_former_checks_are_nobodys() {
    let mut rig = on_the_screen();
    let (first, _) = started(&press(&mut rig, Key::Space));
    rig.command(Command::SetInput(Some("other".into())));
    assert!(matches!(rig.state.check.stage, Stage::Idle));
    let (second, _) = started(&press(&mut rig, Key::Space));
    assert_eq!(
        rig.event(AudioEvent::CheckDone {
            id: first,
            end: good()
        }),
        []
    );
    assert!(matches!(rig.state.check.stage, Stage::Listening(_)));
    rig.event(AudioEvent::CheckDone {
        id: second,
        end: good(),
    });
    let fault = Some(SoundFault::NoSpeaker);
    rig.event(AudioEvent::CheckPlayed { id: first, fault });
    assert!(matches!(rig.state.check.speaker, Speaker::Voice(_)));
}

#[test]
fn a_speaker_that_fails_is_told_until_another_is_chosen() {
    let mut rig = on_the_screen();
    let effects = press(&mut rig, Key::Letter('T'));
    let [Effect::Audio(AudioCommand::PlayTone { id, .. })] = effects[..] else {
        panic!("{effects:?}")
    };
    let fault = Some(SoundFault::NoSpeaker);
    rig.event(AudioEvent::CheckPlayed { id, fault });
    assert_eq!(
        rig.state.check.speaker,
        Speaker::Failed(SoundFault::NoSpeaker)
    );
    rig.command(Command::SetOutput(Some("phones".into())));
    assert_eq!(rig.state.check.speaker, Speaker::Silent);
}

#[test]
fn the_screen_leads_back_and_leaves_nothing_behind() {
    let mut rig = Rig::with(vec![attempt(9)]);
    for from in [Screen::Settings, Screen::Timeline, Screen::Practice] {
        rig.command(Command::GoTo(from));
        let effects = rig.command(Command::GoTo(Screen::Check));
        assert!(effects.contains(&Effect::Audio(AudioCommand::ListDevices)));
        press(&mut rig, Key::Space);
        let effects = rig.command(Command::Escape);
        assert!(
            effects.contains(&Effect::Audio(AudioCommand::ForgetCheck)),
            "{effects:?}"
        );
        assert_eq!(rig.state.screen, from);
        assert!(matches!(rig.state.check.stage, Stage::Idle));
    }
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    rig.command(Command::GoTo(Screen::Check));
    rig.command(Command::Escape);
    assert!(rig.reviews(&attempt(9).id));
}

#[test]
fn nobody_checks_while_a_take_is_made() {
    let mut rig = Rig::ready();
    rig.record(3.0);
    assert_eq!(rig.command(Command::GoTo(Screen::Check)), []);
    assert_eq!(rig.state.screen, Screen::Practice);
    assert_eq!(rig.command(Command::CheckSpeak), []);
    assert_eq!(rig.command(Command::CheckTone), []);
    assert_eq!(rig.command(Command::CheckReplay), []);
}

#[test]
fn the_first_key_towards_an_answer_starts_the_quiet_check_once_a_day() {
    for command in [Command::NextQuestion, Command::CyclePlan] {
        let mut rig = fresh();
        let (id, length) = started(&rig.command(command.clone()));
        assert!(length < Duration::from_secs(2));
        assert_eq!(rig.state.check.quiet, Quiet::Listening(id));
        rig.event(AudioEvent::CheckDone { id, end: good() });
        assert_eq!(rig.state.check.quiet, Quiet::Nothing);
        assert!(rig.state.banner.is_none());
        assert!(!starts(&rig.command(command)), "once is enough");
        rig.now += Duration::from_hours(24);
        assert!(starts(&rig.command(Command::NextQuestion)), "the next day");
    }
    let mut thinking = fresh();
    thinking.command(Command::SetThinkSecs(30));
    assert!(starts(&thinking.command(Command::Record)));
}

#[test]
fn the_quiet_check_is_not_for_days_that_have_begun() {
    let mut answered = Rig::with(vec![attempt(9)]);
    answered.state.check.day = None;
    assert!(!starts(&answered.command(Command::NextQuestion)));

    let mut checked = fresh();
    checked.command(Command::GoTo(Screen::Check));
    press(&mut checked, Key::Space);
    checked.command(Command::Escape);
    assert!(!starts(&checked.command(Command::NextQuestion)));

    // Nothing is known of the day before the library was read.
    let mut bare = Rig::bare();
    bare.event(packs());
    assert!(!starts(&bare.command(Command::NextQuestion)));
}

#[test]
fn a_take_never_waits_for_the_quiet_check() {
    let mut rig = fresh();
    let (id, _) = started(&rig.command(Command::NextQuestion));
    let effects = rig.command(Command::Record);
    assert!(
        effects.contains(&Effect::Audio(AudioCommand::ForgetCheck)),
        "{effects:?}"
    );
    let attempt = created(&effects).unwrap();
    assert_eq!(rig.state.check.quiet, Quiet::Nothing);
    let effects = rig.event(folder_of(&attempt));
    assert!(matches!(
        &effects[..],
        [Effect::Audio(AudioCommand::StartCapture { .. })]
    ));
    rig.event(AudioEvent::CheckDone { id, end: muted() });
    assert_eq!(
        (&rig.state.banner, &rig.state.check.quiet),
        (&None, &Quiet::Nothing)
    );

    // The very first key of a day may be the one that records.
    let mut first = fresh();
    assert!(!starts(&first.command(Command::Record)));
}

#[test]
fn what_the_quiet_check_finds_is_told_until_it_is_mended() {
    let told = |end: CheckEnd| {
        let mut rig = fresh();
        let (id, _) = started(&rig.command(Command::NextQuestion));
        rig.event(AudioEvent::CheckDone { id, end });
        rig
    };
    let mut rig = told(denied());
    let fault = Fault::Sound(SoundFault::PermissionDenied);
    assert!(matches!(&rig.state.banner, Some(Banner { fault: shown, .. }) if *shown == fault));
    assert!(matches!(rig.state.check.quiet, Quiet::Found(_)));
    rig.command(Command::DismissBanner);
    rig.command(Command::GoTo(Screen::Check));
    let (id, _) = started(&press(&mut rig, Key::Space));
    assert_eq!(rig.state.check.quiet, Quiet::Nothing);
    rig.event(AudioEvent::CheckDone { id, end: good() });
    assert!(rig.state.banner.is_none());

    let mut rig = told(muted());
    assert!(rig.state.banner.is_some());
    rig.command(Command::SetInput(Some("other".into())));
    assert_eq!(rig.state.check.quiet, Quiet::Nothing);

    let mut call = good();
    call.sample_rate_hz = 16_000;
    let mut rig = told(call);
    assert_eq!(
        rig.state.check.quiet,
        Quiet::Found(vec![MicIssue::CallMode(8_000)])
    );
    assert!(rig.state.banner.is_none(), "the badge says it");
    rig.record(1.0);
    assert_eq!(rig.state.check.quiet, Quiet::Nothing);
}
