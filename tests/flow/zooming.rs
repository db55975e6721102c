//! Which part of a take is on show, and when its samples are asked for.

use std::ops::Range;
use std::sync::Arc;

use proptest::prelude::*;
use retake::flow::review::wave_view::{scrolled, zoomed};
use retake::flow::state::Screen;
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::Attempt;
use retake::model::audio::AudioEvent;
use retake::model::peaks::Excerpt;

use crate::rig::*;

const SEC: u64 = RATE as u64;

/// The attempt of nine o'clock under review, of this many seconds.
fn open(secs: u64) -> Rig {
    let mut nine = (*attempt(9)).clone();
    nine.take.frames = secs * SEC;
    nine.take.sample_rate_hz = RATE;
    let id = nine.id.clone();
    let mut rig = Rig::with(vec![Arc::new(nine), attempt(10)]);
    rig.command(Command::OpenAttempt(id));
    rig
}

fn show(rig: &mut Rig, range: Range<u64>) -> Vec<Effect> {
    rig.command(Command::ShowFrames(range))
}

fn at(rig: &mut Rig, frame: u64) {
    let id = rig.state.playback.number;
    rig.event(Event::Audio(AudioEvent::PlaybackAt {
        id,
        frame,
        playing: true,
    }));
}

fn asked(effects: &[Effect]) -> Option<Range<u64>> {
    effects.iter().find_map(|effect| match effect {
        Effect::LoadExcerpt { frames, .. } => Some(frames.clone()),
        _ => None,
    })
}

#[test]
fn a_view_stays_within_the_take_and_is_never_too_short_to_draw() {
    let mut rig = open(100);
    let all = 0..100 * SEC;
    assert_eq!(rig.state.frames_on_show(), all);
    for (wanted, shown) in [
        (20 * SEC..30 * SEC, 20 * SEC..30 * SEC),
        (95 * SEC..105 * SEC, 90 * SEC..100 * SEC),
        (0..u64::MAX, all.clone()),
        (u64::MAX - 5..u64::MAX, 100 * SEC - 32..100 * SEC),
        (7..8, 7..39),
        (Range { start: 9, end: 3 }, 9..41),
    ] {
        show(&mut rig, wanted);
        assert_eq!(rig.state.frames_on_show(), shown);
        assert_eq!(rig.state.is_zoomed(), shown != all);
    }
    // Another attempt is shown whole.
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    assert!(!rig.state.is_zoomed());
}

#[test]
fn keys_zoom_at_the_playhead_scroll_by_half_and_show_all() {
    let mut rig = open(100);
    rig.command(Command::SeekTo(30 * SEC));
    let closer = rig.state.zoomed(2.0);
    show(&mut rig, closer);
    assert_eq!(rig.state.frames_on_show(), 15 * SEC..65 * SEC);
    let on = rig.state.scrolled(0.5);
    show(&mut rig, on);
    assert_eq!(rig.state.frames_on_show(), 40 * SEC..90 * SEC);
    // The playhead is out of sight: the middle is kept.
    let closer = rig.state.zoomed(2.0);
    assert_eq!(closer, 52 * SEC + SEC / 2..77 * SEC + SEC / 2);
}

#[test]
fn the_view_goes_on_with_the_playhead_unless_it_was_scrolled_away() {
    let mut rig = open(100);
    show(&mut rig, 20 * SEC..30 * SEC);
    rig.command(Command::SeekTo(29 * SEC));
    rig.command(Command::PlayPause);
    at(&mut rig, 29 * SEC + 1);
    assert_eq!(rig.state.frames_on_show(), 20 * SEC..30 * SEC);
    at(&mut rig, 31 * SEC);
    assert_eq!(rig.state.frames_on_show(), 30 * SEC..40 * SEC);
    // Scrolled away, it stays where the person looks.
    show(&mut rig, 60 * SEC..70 * SEC);
    at(&mut rig, 32 * SEC);
    at(&mut rig, 45 * SEC);
    assert_eq!(rig.state.frames_on_show(), 60 * SEC..70 * SEC);
    rig.command(Command::PlayPause);
    assert_eq!(rig.state.frames_on_show(), 60 * SEC..70 * SEC);
    // Who asks to play or to go somewhere wants to see it.
    rig.command(Command::PlayPause);
    assert_eq!(rig.state.frames_on_show(), 44 * SEC..54 * SEC);
    rig.command(Command::SeekBy(-40.0));
    assert_eq!(rig.state.frames_on_show(), 4 * SEC..14 * SEC);
}

#[test]
fn samples_are_asked_for_one_part_at_a_time_and_only_near() {
    let mut rig = open(10_800);
    assert_eq!(asked(&show(&mut rig, 60 * SEC..120 * SEC)), None);
    let wanted = asked(&show(&mut rig, 60 * SEC..70 * SEC));
    assert_eq!(wanted, Some(50 * SEC..80 * SEC));
    // Scrolling on does not pile up orders.
    assert_eq!(asked(&show(&mut rig, 90 * SEC..100 * SEC)), None);
    let id = rig.state.review.as_ref().unwrap().id.clone();
    let loaded = |frames: Range<u64>| Event::ExcerptLoaded {
        id: id.clone(),
        excerpt: Arc::new(Excerpt {
            frames,
            samples: vec![],
        }),
    };
    let next = rig.event(loaded(50 * SEC..80 * SEC));
    assert_eq!(asked(&next), Some(80 * SEC..110 * SEC));
    assert_eq!(asked(&rig.event(loaded(80 * SEC..110 * SEC))), None);
    // What could not be read is not asked for again and again.
    assert_eq!(asked(&show(&mut rig, 95 * SEC..105 * SEC)), None);
    // Files may have arrived.
    let changed = Event::AttemptsChanged {
        changed: vec![],
        gone: vec![],
        faults: vec![],
    };
    let again = asked(&rig.event(changed.clone()));
    assert_eq!(again, Some(85 * SEC..115 * SEC));
    rig.event(loaded(85 * SEC..115 * SEC));
    assert_eq!(asked(&rig.command(Command::SeekTo(0))), None);
    // What comes after another attempt was opened is dropped.
    show(&mut rig, 200 * SEC..210 * SEC);
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    rig.event(loaded(190 * SEC..220 * SEC));
    assert!(rig.state.wave.excerpt.is_none());
}

#[test]
fn a_take_that_got_shorter_asks_for_nothing_again_and_again() {
    let mut rig = open(100);
    show(&mut rig, 80 * SEC..90 * SEC);
    let mut shorter = Attempt::clone(rig.state.reviewed().unwrap());
    shorter.take.frames = 20 * SEC;
    let id = shorter.id.clone();
    rig.event(Event::ExcerptLoaded {
        id,
        excerpt: Arc::new(Excerpt {
            frames: 70 * SEC..100 * SEC,
            samples: vec![],
        }),
    });
    let effects = rig.event(Event::AttemptsChanged {
        changed: vec![Arc::new(shorter)],
        gone: vec![],
        faults: vec![],
    });
    assert_eq!(rig.state.frames_on_show(), 0..20 * SEC);
    assert_eq!(asked(&effects), None);
    assert_eq!(asked(&rig.command(Command::SeekTo(0))), None);
}

#[test]
fn elsewhere_nothing_is_asked_for() {
    let mut rig = open(100);
    rig.command(Command::GoTo(Screen::Practice));
    assert_eq!(asked(&show(&mut rig, 0..10 * SEC)), None);
}

proptest! {
    #[test]
    fn zooming_in_and_out_again_comes_back_and_the_pointer_keeps_its_frame(
        start in 0_u64..500_000_000,
        len in 10_000_u64..500_000_000,
        share in 0.0..1.0,
        factor in 1.0..64.0,
    ) {
        let range = start..start + len;
        let at = start + (len as f64 * share) as u64;
        let near = zoomed(&range, factor, at);
        let place = |range: &Range<u64>| {
            (at as f64 - range.start as f64) / (range.end - range.start) as f64
        };
        prop_assert!((place(&near) - place(&range)).abs() < 0.02);
        let back = zoomed(&near, 1.0 / factor, at);
        prop_assert!(back.start.abs_diff(range.start) as f64 <= 2.0 * factor);
        prop_assert!(back.end.abs_diff(range.end) as f64 <= 4.0 * factor);
        prop_assert_eq!(scrolled(&scrolled(&range, 5000.0), -5000.0), range);
    }
}
