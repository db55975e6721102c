//! The waveform as an instrument: zoomed, scrolled, looped, down to single samples and up to three hours.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, MouseWheelUnit, Pos2, Rect, TouchPhase, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::state::State;
use retake::model::language::Language;
use retake::model::peaks::Excerpt;
use retake::model::speech::Span;

use crate::common::{self, Stage};
use crate::heard::{frames, knowing, show, switched};
use crate::{LARGE, RATE, SMALL, attempt, commands, reviewing};

/// With the part between two seconds on show.
fn zoomed(mut state: State, from: f64, to: f64) -> State {
    let now = common::now();
    let show = Command::ShowFrames(frames(from)..frames(to));
    retake::flow::update(&mut state, show.into(), &now);
    state
}

fn looping(mut state: State, from: f64, to: f64) -> State {
    state.playback.looped = Some(Span::new(frames(from), frames(to)));
    state
}

fn three_hours(language: Language) -> State {
    let mut long = attempt();
    long.take.frames = 3 * 3600 * RATE;
    reviewing(language, long)
}

fn wave(window: &Harness<'static, Stage>, language: Language) -> Rect {
    let name = common::said(language, "재생 위치", "Playback position");
    window.get_by_role_and_label(Role::Slider, name).rect()
}

/// The middle of the waveform at a share of its width.
fn at(window: &Harness<'static, Stage>, share: f32) -> Pos2 {
    let rect = wave(window, Language::English);
    Pos2::new(rect.left() + rect.width() * share, rect.center().y)
}

fn wheel(window: &mut Harness<'static, Stage>, at: Pos2, delta: Vec2) -> Vec<Command> {
    window.hover_at(at);
    window.run();
    window.state_mut().commands.clear();
    window.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: egui::Modifiers::NONE,
    });
    window.run_steps(1);
    commands(window)
}

fn shown(asked: &[Command]) -> Vec<(f64, f64)> {
    let secs = |frame: u64| frame as f64 / RATE as f64;
    asked
        .iter()
        .map(|command| match command {
            Command::ShowFrames(range) => (secs(range.start), secs(range.end)),
            other => panic!("{other:?}"),
        })
        .collect()
}

fn loops(asked: &[Command]) -> Vec<(f64, f64)> {
    let secs = |frame: u64| frame as f64 / RATE as f64;
    asked
        .iter()
        .filter_map(|command| match command {
            Command::SetLoop(Some(span)) => Some((secs(span.start_frame), secs(span.end_frame))),
            _ => None,
        })
        .collect()
}

#[test]
fn the_wheel_zooms_at_the_pointer_and_scrolls_sideways() {
    let mut window = show(
        zoomed(reviewing(Language::English, attempt()), 40.0, 60.0),
        LARGE,
    );
    let place = at(&window, 0.25);
    let asked = shown(&wheel(&mut window, place, Vec2::new(0.0, 40.0)));
    let (from, to) = asked[0];
    assert!(to - from < 20.0, "{asked:?}");
    // 45 s stays under the pointer.
    assert!(
        ((45.0 - from) / (to - from) - 0.25).abs() < 0.01,
        "{asked:?}"
    );
    let asked = shown(&wheel(&mut window, place, Vec2::new(-40.0, 3.0)));
    let (from, to) = asked[0];
    assert!(from > 40.0 && (to - from - 20.0).abs() < 1e-3, "{asked:?}");
}

#[test]
fn a_pinch_zooms_and_a_whole_take_is_not_made_smaller() {
    let mut window = show(reviewing(Language::English, attempt()), LARGE);
    let place = at(&window, 0.5);
    assert_eq!(wheel(&mut window, place, Vec2::new(0.0, -40.0)), []);
    assert_eq!(wheel(&mut window, place, Vec2::new(40.0, 0.0)), []);
    // What is left of that wheel must not count.
    window.run_steps(30);
    window.state_mut().commands.clear();
    window.event(Event::Zoom(2.0));
    window.run_steps(1);
    let asked = shown(&commands(&window));
    assert!(
        (asked[0].0 - 28.0).abs() < 0.5 && (asked[0].1 - 84.0).abs() < 0.5,
        "{asked:?}"
    );
}

#[test]
fn a_zoomed_view_has_the_whole_take_above_it_in_both_languages() {
    for (language, name, value) in [
        (Language::English, "View", "0:40 to 1:00 of 1:52"),
        (Language::Korean, "보이는 부분", "1:52 중 0:40부터 1:00까지"),
    ] {
        for size in [LARGE, SMALL] {
            let window = show(reviewing(language, attempt()), size);
            assert!(window.query_by_role_and_label(Role::Slider, name).is_none());
            let near = show(zoomed(reviewing(language, attempt()), 40.0, 60.0), size);
            let strip = near.get_by_role_and_label(Role::Slider, name);
            assert_eq!(strip.value().as_deref(), Some(value));
            assert!(strip.rect().bottom() <= wave(&near, language).top());
            assert!(strip.rect().height() >= 24.0);
        }
    }
}

#[test]
fn the_overview_is_dragged_pressed_and_stepped() {
    let mut window = show(
        zoomed(reviewing(Language::English, attempt()), 40.0, 60.0),
        LARGE,
    );
    let strip = window.get_by_role_and_label(Role::Slider, "View").rect();
    let place = |secs: f32| {
        Pos2::new(
            strip.left() + strip.width() * secs / 112.0,
            strip.center().y,
        )
    };
    window.drag_at(place(50.0));
    window.run();
    window.hover_at(place(70.0));
    window.run();
    let asked = shown(&commands(&window));
    let (from, to) = *asked.last().unwrap();
    assert!(
        (from - 60.0).abs() < 0.5 && (to - 80.0).abs() < 0.5,
        "{asked:?}"
    );
    window.drop_at(place(70.0));
    window.run();
    window.state_mut().commands.clear();
    // Beside the frame: its middle comes there.
    window.drag_at(place(100.0));
    window.run();
    window.drop_at(place(100.0));
    window.run();
    let asked = shown(&commands(&window));
    assert!((asked[0].0 - 90.0).abs() < 0.5, "{asked:?}");
    for (key, from) in [
        (Key::ArrowRight, 50.0),
        (Key::ArrowLeft, 30.0),
        (Key::Home, 0.0),
        (Key::End, 92.0),
    ] {
        window.state_mut().commands.clear();
        window.get_by_role_and_label(Role::Slider, "View").focus();
        window.run();
        window.key_press(key);
        window.run();
        assert_eq!(shown(&commands(&window)), [(from, from + 20.0)], "{key:?}");
    }
}

#[test]
fn dragging_over_the_sound_loops_that_part() {
    let mut window = show(reviewing(Language::English, attempt()), LARGE);
    for (from, to) in [(0.25, 0.5), (0.5, 0.25)] {
        window.state_mut().commands.clear();
        window.drag_at(at(&window, from));
        window.run();
        window.hover_at(at(&window, to));
        window.run();
        window.drop_at(at(&window, to));
        window.run();
        let asked = commands(&window);
        assert!(matches!(asked[0], Command::SeekTo(_)), "heard at once");
        let part = loops(&asked);
        assert!((part[0].0 - 28.0).abs() < 0.5, "{asked:?}");
        assert!((part[0].1 - 56.0).abs() < 0.5, "{asked:?}");
        assert_eq!(asked.len(), 2, "{asked:?}");
    }
}

#[test]
fn a_short_drag_is_a_click() {
    // A tenth of a second on show: a third of it is less than a loop may be.
    let mut window = show(
        zoomed(reviewing(Language::English, attempt()), 40.0, 40.1),
        LARGE,
    );
    window.drag_at(at(&window, 0.3));
    window.run();
    window.hover_at(at(&window, 0.6));
    window.run();
    window.drop_at(at(&window, 0.6));
    window.run();
    assert_eq!(loops(&commands(&window)), []);
}

#[test]
fn both_edges_of_a_loop_are_named_dragged_and_stepped() {
    for (language, names) in [
        (Language::English, ["Loop start", "Loop end"]),
        (Language::Korean, ["반복 시작", "반복 끝"]),
    ] {
        let state = looping(reviewing(language, attempt()), 12.34, 30.5);
        let window = show(state, LARGE);
        for (name, value) in names.into_iter().zip(["0:12.34", "0:30.50"]) {
            let edge = window.get_by_role_and_label(Role::Slider, name);
            assert_eq!(edge.value().as_deref(), Some(value));
            assert!(edge.rect().width() >= 24.0 && edge.rect().height() >= 24.0);
        }
    }
    let mut window = show(
        looping(reviewing(Language::English, attempt()), 28.0, 56.0),
        LARGE,
    );
    let edge = |window: &Harness<'static, Stage>, name: &str| {
        window.get_by_role_and_label(Role::Slider, name).rect()
    };
    let place = edge(&window, "Loop end").center();
    window.drag_at(place);
    window.run();
    window.hover_at(at(&window, 0.75));
    window.run();
    window.drop_at(at(&window, 0.75));
    window.run();
    let asked = loops(&commands(&window));
    let (from, to) = *asked.last().unwrap();
    assert!(
        (from - 28.0).abs() < 1e-6 && (to - 84.0).abs() < 0.5,
        "{asked:?}"
    );
    for (name, key, part) in [
        ("Loop start", Key::ArrowRight, (28.05, 56.0)),
        ("Loop start", Key::ArrowLeft, (27.95, 56.0)),
        ("Loop end", Key::ArrowRight, (28.0, 56.05)),
    ] {
        window.state_mut().commands.clear();
        window.get_by_role_and_label(Role::Slider, name).focus();
        window.run();
        window.key_press(key);
        window.run();
        assert_eq!(loops(&commands(&window)), [part], "{name}");
    }
    // The edges of a short loop can still be told apart, and do not cross.
    let mut window = show(
        looping(reviewing(Language::English, attempt()), 28.0, 28.06),
        LARGE,
    );
    assert!(!edge(&window, "Loop start").intersects(edge(&window, "Loop end").shrink(1.0)));
    window
        .get_by_role_and_label(Role::Slider, "Loop start")
        .focus();
    window.run();
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(loops(&commands(&window)), [(28.01, 28.06)]);
}

#[test]
fn a_pause_below_the_waveform_is_heard_when_it_is_pressed() {
    for (language, name) in [
        (Language::English, "3.0 s pause at 1:10.0: play"),
        (Language::Korean, "1:10.0에 3.0초 멈춤: 듣기"),
    ] {
        let mut window = show(knowing(language, attempt(), switched()), LARGE);
        let rect = window.get_by_label(name).rect();
        assert!(rect.width() >= 24.0);
        window.get_by_label(name).click();
        window.run();
        assert_eq!(commands(&window), [Command::PlayPauseAt(frames(70.0))]);
    }
}

#[test]
fn the_pointer_tells_time_and_level_as_finely_as_they_are_seen() {
    // Drawn without harm from whole to single samples, with a file that ends early, and for three hours.
    for (from, to) in [(0.0, 112.0), (40.0, 45.0), (40.0, 40.5), (40.0, 40.002)] {
        let mut state = zoomed(reviewing(Language::English, attempt()), from, to);
        let samples = (0..RATE * 2).map(|n| ((n as f32 / 9.0).sin() * 9_000.0) as i16);
        state.wave.excerpt = Some(Arc::new(Excerpt {
            frames: frames(39.9)..frames(46.0),
            samples: samples.collect(),
        }));
        for size in [LARGE, SMALL] {
            let mut window = show(state.clone(), size);
            window.hover_at(at(&window, 0.4));
            window.run();
            let wave = window.get_by_role_and_label(Role::Slider, "Playback position");
            assert_eq!(wave.value().as_deref(), Some("0:00.0 of 1:52"));
        }
    }
    for language in common::BOTH {
        show(three_hours(language), LARGE);
        let near = show(zoomed(three_hours(language), 9_000.0, 9_020.0), LARGE);
        let name = common::said(language, "보이는 부분", "View");
        let value = common::said(
            language,
            "3:00:00 중 2:30:00부터 2:30:20까지",
            "2:30:00 to 2:30:20 of 3:00:00",
        );
        let strip = near.get_by_role_and_label(Role::Slider, name);
        assert_eq!(strip.value().as_deref(), Some(value));
    }
}
