//! Facts of a check and the troubles they must give. Not here: words, and how facts are measured.

use super::*;
use crate::model::sound::Levels;
use crate::model::sound_check::Hum;

fn device(id: &str) -> Device {
    Device {
        id: id.to_owned(),
        name: id.to_owned(),
    }
}

fn good() -> CheckEnd {
    CheckEnd {
        device: Some(device("usb")),
        sample_rate_hz: 48_000,
        first_sample_secs: Some(0.06),
        heard: Heard {
            frames: 144_000,
            peak_dbfs: Some(-9.0),
            levels: Some(levels(-62.0, -24.0)),
            ..Heard::default()
        },
        ..CheckEnd::default()
    }
}

fn levels(noise_dbfs: f32, speech_dbfs: f32) -> Levels {
    Levels {
        noise_dbfs,
        speech_dbfs,
        clipped_frames: 0,
    }
}

fn with(change: impl FnOnce(&mut CheckEnd)) -> (Verdict, Vec<MicIssue>) {
    let mut end = good();
    change(&mut end);
    let found = troubles(&end, Some("usb"));
    (verdict(&found), found)
}

#[test]
fn an_ordinary_voice_is_good() {
    assert_eq!(with(|_| {}), (Verdict::Good, vec![]));
    assert_eq!(troubles(&good(), None), []);
    assert_eq!(quiet_troubles(&good(), Some("usb")), []);
}

type Change = Box<dyn FnOnce(&mut CheckEnd)>;

#[test]
fn each_trouble_has_its_verdict() {
    use Verdict::{Unusable, Usable};
    let denied = SoundFault::PermissionDenied;
    let cases: Vec<(Change, Verdict, MicIssue)> = vec![
        (
            Box::new(|end| end.fault = Some(SoundFault::PermissionDenied)),
            Unusable,
            MicIssue::Fault(denied),
        ),
        (
            Box::new(|end| end.heard.peak_dbfs = None),
            Unusable,
            MicIssue::Muted,
        ),
        (
            Box::new(|end| end.monitor = true),
            Unusable,
            MicIssue::Monitor,
        ),
        (
            Box::new(|end| end.heard.levels = Some(levels(-62.0, -53.0))),
            Unusable,
            MicIssue::NothingSaid,
        ),
        (
            Box::new(|end| end.heard.levels = None),
            Unusable,
            MicIssue::NothingSaid,
        ),
        (
            Box::new(|end| end.heard.peak_dbfs = Some(-51.0)),
            Unusable,
            MicIssue::NothingSaid,
        ),
        (
            Box::new(|end| end.sample_rate_hz = 16_000),
            Usable,
            MicIssue::CallMode(8_000),
        ),
        (
            Box::new(|end| end.heard.top_hz = Some(4_000)),
            Usable,
            MicIssue::CallMode(4_000),
        ),
        (
            Box::new(|end| end.heard.levels = Some(levels(-70.0, -46.0))),
            Usable,
            MicIssue::TooQuiet,
        ),
        (
            Box::new(|end| end.heard.levels = Some(levels(-38.0, -24.0))),
            Usable,
            MicIssue::Noisy { snr_db: Some(14.0) },
        ),
        (
            Box::new(|end| end.heard.levels = Some(levels(-29.0, -24.0))),
            Unusable,
            MicIssue::Noisy { snr_db: Some(5.0) },
        ),
        (
            Box::new(|end| end.device = Some(device("other"))),
            Usable,
            MicIssue::NotTheChosen(device("other")),
        ),
        (
            Box::new(|end| end.first_sample_secs = Some(1.4)),
            Usable,
            MicIssue::SlowStart(1.4),
        ),
        (
            Box::new(|end| {
                end.heard.hum = Some(Hum {
                    mains_hz: 60,
                    dbfs: -50.0,
                });
            }),
            Usable,
            MicIssue::Hum(60),
        ),
    ];
    for (change, verdict, trouble) in cases {
        assert_eq!(with(change), (verdict, vec![trouble]));
    }
}

#[test]
fn losses_and_clipping_grow_from_usable_to_unusable() {
    let lost = |frames| with(move |end| end.lost_frames = frames);
    assert_eq!(lost(2_000).0, Verdict::Good);
    assert_eq!(lost(2_400).0, Verdict::Usable);
    assert_eq!(lost(10_000).0, Verdict::Unusable);
    let clipped = |frames| {
        with(move |end| {
            let levels = end.heard.levels.as_mut().unwrap();
            levels.clipped_frames = frames;
        })
    };
    assert_eq!(clipped(14).0, Verdict::Good);
    assert_eq!(clipped(15).0, Verdict::Usable);
    assert_eq!(clipped(1_440).0, Verdict::Unusable);
}

#[test]
fn the_worst_comes_first_and_what_explains_hides_what_it_explains() {
    let (verdict, found) = with(|end| {
        end.sample_rate_hz = 8_000;
        end.heard.peak_dbfs = None;
        end.heard.levels = None;
    });
    assert_eq!(verdict, Verdict::Unusable);
    assert_eq!(found, [MicIssue::Muted, MicIssue::CallMode(4_000)]);
    let (_, found) = with(|end| {
        end.monitor = true;
        end.heard.peak_dbfs = None;
    });
    assert_eq!(found, [MicIssue::Monitor]);
}

#[test]
fn noise_that_something_else_explains_is_not_told() {
    let noisy = |change: fn(&mut CheckEnd)| {
        let (_, found) = with(|end| {
            end.heard.levels = Some(levels(-30.0, -18.0));
            change(end);
        });
        found
    };
    let snr_db = Some(12.0);
    assert_eq!(noisy(|_| {}), [MicIssue::Noisy { snr_db }]);
    let hum = noisy(|end| {
        end.heard.hum = Some(Hum {
            mains_hz: 50,
            dbfs: -31.0,
        });
    });
    assert_eq!(hum, [MicIssue::Hum(50)]);
    let clipped = noisy(|end| {
        let levels = end.heard.levels.as_mut().unwrap();
        levels.clipped_frames = 14_400;
    });
    assert_eq!(clipped, [MicIssue::Clipping(0.1)]);
}

#[test]
fn the_quiet_check_asks_for_no_voice() {
    let quiet = |change: fn(&mut CheckEnd)| {
        let mut end = good();
        end.heard.levels = Some(levels(-63.0, -60.0));
        end.heard.peak_dbfs = Some(-55.0);
        end.heard.frames = 57_600;
        change(&mut end);
        quiet_troubles(&end, Some("usb"))
    };
    assert_eq!(quiet(|_| {}), []);
    assert_eq!(quiet(|end| end.first_sample_secs = Some(2.0)), []);
    assert_eq!(quiet(|end| end.heard.peak_dbfs = None), [MicIssue::Muted]);
    assert_eq!(
        quiet(|end| end.heard.levels = Some(levels(-38.0, -36.0))),
        [MicIssue::Noisy { snr_db: None }]
    );
    // Somebody who reads the question aloud is no noise.
    assert_eq!(
        quiet(|end| end.heard.levels = Some(levels(-38.0, -20.0))),
        []
    );
}
