//! Streams that are well and streams that are not, told by what is seen of them. Not here: real streams.

use super::*;

const RATE: u32 = 48_000;

fn at(ms: u64) -> Moment {
    Moment::at(Duration::from_millis(ms))
}

fn sound(ms: u64) -> Seen {
    Seen {
        captured_frames: ms * 48,
        after_last_sound: ms * 48,
        sample_rate_hz: RATE,
        ..Seen::default()
    }
}

/// All findings of a script of looks, with their times in milliseconds.
fn findings(script: impl IntoIterator<Item = (u64, Seen)>) -> Vec<(u64, Finding)> {
    let mut watch = Watch::new(Limits::default());
    script
        .into_iter()
        .filter_map(|(ms, seen)| Some((ms, watch.step(at(ms), seen)?)))
        .collect()
}

#[test]
fn a_healthy_take_is_left_alone() {
    let script = (0..600_000).step_by(20).map(|ms| (ms, sound(ms)));
    assert_eq!(findings(script), []);
}

#[test]
fn a_device_that_never_delivers_is_named_then_given_up() {
    let script = (0..=6_000).step_by(20).map(|ms| (ms, Seen::default()));
    assert_eq!(
        findings(script),
        [
            (2_000, Finding::Trouble(SoundFault::NoSamples)),
            (6_000, Finding::End(SoundFault::NoSamples)),
        ]
    );
}

#[test]
fn an_error_is_the_end_only_when_nothing_flows_any_more() {
    let script = |complains_at: u64, stops_at: u64| {
        (0..=3_000).step_by(20).map(move |ms| {
            let seen = Seen {
                complaints: u64::from(ms >= complains_at),
                ..sound(ms.min(stops_at))
            };
            (ms, seen)
        })
    };
    assert_eq!(findings(script(500, 9_000)), []);
    assert_eq!(
        findings(script(500, 2_400)).first(),
        None,
        "a pause long after an error that was survived"
    );
    assert_eq!(
        findings(script(2_010, 2_000)).first(),
        Some(&(2_700, Finding::End(StreamDeath::Failed.fault())))
    );
}

/// Stopped from 1 s to 21 s; the connection breaks by that, and is back two seconds later.
#[test]
fn a_stopped_process_does_not_blame_the_stream_for_its_own_absence() {
    let script = (0..=24_000)
        .step_by(20)
        .filter(|ms| !(1_000..21_000).contains(ms))
        .map(|ms| {
            let delivered = match ms {
                0..1_000 => ms,
                1_000..22_900 => 1_000,
                _ => ms - 21_900,
            };
            (ms, sound(delivered))
        });
    let found = findings(script);
    let ends = found.iter().filter(|(_, f)| matches!(f, Finding::End(_)));
    assert_eq!(ends.count(), 0, "{found:?}");
    assert_eq!(
        found.first(),
        Some(&(22_000, Finding::Trouble(SoundFault::NoSamples)))
    );
}

#[test]
fn each_stall_is_named_once() {
    let script = (0..=9_900).step_by(20).map(|ms| {
        let delivered = match ms {
            0..=1_000 => ms,
            1_001..3_000 => 1_000,
            3_000..=4_000 => ms - 2_000,
            _ => 2_000,
        };
        (ms, sound(delivered))
    });
    assert_eq!(
        findings(script),
        [
            (2_000, Finding::Trouble(SoundFault::NoSamples)),
            (5_000, Finding::Trouble(SoundFault::NoSamples)),
            (9_000, Finding::End(SoundFault::NoSamples)),
            (9_020, Finding::End(SoundFault::NoSamples)),
        ]
        .into_iter()
        .chain(
            (9_040..=9_900)
                .step_by(20)
                .map(|ms| (ms, Finding::End(SoundFault::NoSamples)))
        )
        .collect::<Vec<_>>()
    );
}

#[test]
fn each_stretch_of_zeros_is_named_once() {
    let script = (0..=10_000).step_by(20).map(|ms| {
        let after_last_sound = match ms {
            0..5_000 => 0,
            5_000..=6_000 => ms * 48,
            _ => 6_000 * 48,
        };
        let seen = Seen {
            after_last_sound,
            ..sound(ms)
        };
        (ms, seen)
    });
    assert_eq!(
        findings(script),
        [
            (2_000, Finding::Trouble(SoundFault::OnlyZeros)),
            (8_000, Finding::Trouble(SoundFault::OnlyZeros)),
        ]
    );
}

#[test]
fn losses_are_summed_up_per_episode() {
    let script = (0..=4_000).step_by(20).map(|ms| {
        let lost_frames = match ms {
            0..1_000 => 0,
            1_000..1_200 => ms - 999,
            1_200..3_000 => 250,
            _ => 300,
        };
        let seen = Seen {
            lost_frames,
            ..sound(ms)
        };
        (ms, seen)
    });
    let dropped = |frames| {
        Finding::Trouble(SoundFault::Dropped {
            frames,
            sample_rate_hz: RATE,
        })
    };
    assert_eq!(
        findings(script),
        [(1_700, dropped(250)), (3_500, dropped(50))]
    );
}

#[test]
fn a_device_faster_than_time_is_not_a_microphone() {
    let mut watch = Watch::new(Limits::default());
    assert_eq!(watch.step(at(20), sound(5_000)), None);
    assert!(matches!(
        watch.step(at(40), sound(50_000)),
        Some(Finding::End(SoundFault::Other { .. }))
    ));
}

#[test]
fn a_computer_that_slept_is_noticed_at_once() {
    let mut watch = Watch::new(Limits::default());
    let moment = |steady_ms: u64, wall_ms: u64| Moment {
        steady: Duration::from_millis(steady_ms),
        wall: Duration::from_millis(wall_ms),
    };
    assert_eq!(watch.step(moment(20, 20), sound(20)), None);
    // A clock that is set back, or ahead by a little, is no sleep.
    assert_eq!(watch.step(moment(40, 0), sound(40)), None);
    assert_eq!(watch.step(moment(60, 2_500), sound(60)), None);
    assert_eq!(
        watch.step(moment(80, 600_000), sound(80)),
        Some(Finding::End(SoundFault::Suspended))
    );
}

#[test]
fn sound_that_the_system_lost_is_told_in_frames() {
    let script = (0..20_000_u64).step_by(20).map(|ms| {
        let delivered = if ms < 10_000 {
            ms
        } else {
            (ms - 150).max(10_000)
        };
        (ms, sound(delivered))
    });
    assert_eq!(
        findings(script)
            .into_iter()
            .map(|(_, finding)| finding)
            .collect::<Vec<_>>(),
        [Finding::Missing(150 * 48)]
    );
}

/// Stopped from 5 s to 8 s; the connection is new at 9 s, and its first samples come 50 ms later.
#[test]
fn what_was_lost_between_two_connections_is_told_with_the_first_samples_of_the_new_one() {
    for (stopped, back, began) in [(5_000, 9_000, 9_060), (600, 4_000, 4_060)] {
        let script = (0..=15_000)
            .step_by(20)
            .filter(|ms| !(stopped..stopped + 3_000).contains(ms))
            .map(|ms| {
                let delivered = match ms {
                    ms if ms < stopped => ms,
                    ms if ms < began => stopped - 20,
                    _ => stopped - 20 + (ms - back),
                };
                let seen = Seen {
                    renewals: u64::from(ms >= back),
                    ..sound(delivered)
                };
                (ms, seen)
            });
        let told = findings(script);
        let missing: Vec<_> = told
            .iter()
            .filter_map(|(ms, finding)| match finding {
                Finding::Missing(frames) => Some((*ms, frames / 48)),
                _ => None,
            })
            .collect();
        assert_eq!(missing, [(began, back - stopped + 20)], "{told:?}");
    }
}
