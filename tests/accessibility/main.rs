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

use std::sync::Arc;

use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use retake::flow::state::{Phase, Recording, Review, Screen, State};
use retake::model::language::{Language, LanguagePlan};

use common::Stage;

/// All screens.
pub const SCREENS: [Screen; 10] = [
    Screen::Practice,
    Screen::Review,
    Screen::Today,
    Screen::Drill,
    Screen::Interview,
    Screen::Stories,
    Screen::Timeline,
    Screen::Progress,
    Screen::Settings,
    Screen::Check,
];

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
    pub live: egui::accesskit::Live,
}

/// Each node that is announced.
pub fn live(window: &Harness<'static, Stage>) -> Vec<LiveNode> {
    let all = window.root().children_recursive();
    let nodes = all.filter_map(|node| {
        let node = node.accesskit_node();
        Some(LiveNode {
            id: node.locate().0,
            said: node.label().or_else(|| node.value())?,
            live: node.data().live()?,
        })
    });
    nodes.collect()
}
