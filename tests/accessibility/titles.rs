//! Where the titles of the screens stand. The question is the heading of practice and review.

use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

use crate::common::{BOTH, SMALL, Stage, WIDE};
use crate::{name, rect, settled, states};

/// Screens, and what else is shown under a title.
const TITLED: [&str; 11] = [
    "Today",
    "Drill",
    "Interview",
    "Stories",
    "Timeline",
    "Progress",
    "Settings",
    "Check",
    "Coverage",
    "Story",
    "Round",
];
/// Those with a way back before the title.
const WITH_WAY_BACK: [&str; 1] = ["Check"];

fn title(window: &Harness<'static, Stage>) -> Option<(String, Rect)> {
    let mut all = window.root().children_recursive();
    let node = all.find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::Heading && node.data().level() == Some(1)
    })?;
    let node = node.accesskit_node();
    Some((name(&node), rect(&node)))
}

#[test]
fn titles_stand_in_the_same_place() {
    for language in BOTH {
        for size in [WIDE, SMALL] {
            let mut seen = 0;
            let mut first: Option<Rect> = None;
            for (what, state) in states(language) {
                if !TITLED.contains(&what.as_str()) {
                    continue;
                }
                let window = settled(state, size);
                let (name, at) = title(&window).unwrap();
                let first = *first.get_or_insert(at);
                // The arrow and the room behind it.
                let before = if WITH_WAY_BACK.contains(&what.as_str()) {
                    32.0
                } else {
                    0.0
                };
                let told = format!("{what} {language:?} {size:?}: {name} at {at:?}, not {first:?}");
                assert!((at.left() - before - first.left()).abs() < 0.6, "{told}");
                assert!((at.bottom() - first.bottom()).abs() < 0.6, "{told}");
                seen += 1;
            }
            assert_eq!(seen, TITLED.len());
        }
    }
}
