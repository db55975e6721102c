//! What the sound check shows, as text.

use super::*;
use retake::ui::check::view::CheckView;

/// The states that are written down.
pub fn states(language: Language) -> Vec<(&'static str, State)> {
    let listening = Stage::Listening(CheckRecording {
        id: 1,
        secs: 1.2,
        level_dbfs: -20.0,
        peaks: vec![Peak { min: -9, max: 900 }; 3],
    });
    let mut none = check(language, Stage::Idle);
    none.devices = Some(Devices::default());
    let mut speaker = check(language, done(dreadful()));
    speaker.check.speaker = Speaker::Failed(SoundFault::NoSpeaker);
    let mut found = check(language, done(good()));
    for state in [&mut found, &mut speaker] {
        if let Stage::Done(result) = &mut state.check.stage {
            result.peaks.truncate(2);
        }
    }
    vec![
        ("asking", check(language, Stage::Idle)),
        ("listening", check(language, listening)),
        ("good", found),
        ("no-microphone", none),
        ("everything-wrong", speaker),
    ]
}

#[test]
fn the_view_is_written_down() {
    let words = common::words();
    for language in BOTH {
        for (name, state) in states(language) {
            let view = CheckView::new(words.of(language), &state);
            insta::assert_debug_snapshot!(format!("{name}-{language:?}"), view);
        }
    }
}
