//! What screen readers and keyboards find: every screen, both languages. The measure is WCAG 2.2 AA.
//! Here: the screens that are looked at, and how their nodes are read.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;

mod announced;
mod contrast;
mod keyboard;
mod keys_told;
mod rich;
mod titles;
mod tree;
mod zoomed;

use std::sync::Arc;

use egui::Rect;
use egui::accesskit::Live;
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _};
use retake::flow::overlays::Banner;
use retake::flow::state::{Phase, Recording, Review, Screen, State};
use retake::model::fault::{Fault, SoundFault};
use retake::model::language::{Language, LanguagePlan};

use common::{SCREENS, Stage};

/// A library with some answers, on a screen.
pub fn showing(language: Language, screen: Screen) -> State {
    let plans = [
        LanguagePlan::KoreanToEnglish,
        LanguagePlan::Korean,
        LanguagePlan::English,
    ];
    let attempts = (1..=12).map(|n| common::attempt(n * 700, plans[n as usize % plans.len()]));
    let mut state = common::state(language, attempts.collect());
    state.screen = screen;
    state.review = Some(Review {
        id: state.library.entries[0].attempt.id.clone(),
        line: 0,
        sitting: None,
        from: Screen::Practice,
    });
    state
}

/// A take that has run for so many seconds.
pub fn recording(state: &mut State, secs: f64) {
    let attempt = common::attempt(0, LanguagePlan::KoreanToEnglish);
    let mut recording = Recording::new(Arc::new(attempt));
    recording.live.sample_rate_hz = 48_000;
    recording.live.captured_frames = (secs * 48_000.0) as u64;
    recording.live.written_frames = recording.live.captured_frames;
    state.practice.phase = Phase::Recording(recording);
}

/// A node as a system sees it that reads what is live.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveNode {
    /// Its id.
    pub id: egui::accesskit::NodeId,
    /// What is said.
    pub said: String,
    /// How urgently.
    pub live: Live,
}

/// Each node that is announced.
pub fn live(window: &Harness<'static, Stage>) -> Vec<LiveNode> {
    let all = window.root().children_recursive();
    let nodes = all.filter_map(|node| {
        let node = node.accesskit_node();
        Some(LiveNode {
            id: node.locate().0,
            said: node.label().or_else(|| node.value())?,
            live: node.data().live().filter(|live| *live != Live::Off)?,
        })
    });
    nodes.collect()
}

/// What a node is called; a label is called by its value.
pub fn name(node: &AccessKitNode<'_>) -> String {
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// A text without what separates its parts; a sign that stands alone stays.
pub fn bare(text: &str) -> String {
    let apart = |c: char| c.is_whitespace() || matches!(c, '·' | ',' | ':' | '"' | '…');
    let rest = text.replace(apart, "");
    if rest.is_empty() {
        text.replace(char::is_whitespace, "")
    } else {
        rest
    }
}

/// All that a node says, bare.
pub fn words_of(node: &AccessKitNode<'_>) -> String {
    let data = node.data();
    let parts = [
        node.label(),
        node.value(),
        node.description(),
        data.placeholder().map(str::to_owned),
        data.keyboard_shortcut().map(str::to_owned),
    ];
    let parts = parts.into_iter().flatten();
    parts
        .flat_map(|part| [bare(&part), part])
        .collect::<Vec<_>>()
        .join("\n")
}

/// Where a node is.
pub fn rect(node: &AccessKitNode<'_>) -> Rect {
    node.bounding_box().map_or(Rect::NOTHING, |at| {
        let corner = |x: f64, y: f64| egui::pos2(x as f32, y as f32);
        Rect::from_min_max(corner(at.x0, at.y0), corner(at.x1, at.y1))
    })
}

/// A window in which nothing moves any more.
pub fn settled(state: State, size: [f32; 2]) -> Harness<'static, Stage> {
    let mut window = common::window(state, size);
    window.run_steps(6);
    window
}

/// Each screen, and what else can lie on it.
pub fn states(language: Language) -> Vec<(String, State)> {
    let screens = SCREENS.map(|screen| (format!("{screen:?}"), showing(language, screen)));
    let mut all: Vec<_> = screens.into();
    let mut running = showing(language, Screen::Practice);
    recording(&mut running, 70.0);
    all.push(("Recording".into(), running));
    let mut keys = showing(language, Screen::Settings);
    keys.keys_shown = true;
    all.push(("Keys".into(), keys));
    let mut fault = showing(language, Screen::Timeline);
    fault.banner = Some(Banner {
        fault: Fault::Sound(SoundFault::OnlyZeros),
        saved_secs: None,
        more: 1,
    });
    all.push(("Banner".into(), fault));
    all.extend(rich::states(language));
    all
}

/// Nothing is wrong on any screen.
fn none(wrong: &[String]) {
    let count = wrong.len();
    assert!(wrong.is_empty(), "{count} faults:\n{}", wrong.join("\n"));
}
