//! Windows at 200 %: a small one and one of the usual size have half their points. Nothing is cut off at their
//! sides. Not here: what must be scrolled to downwards (`keyboard`).

use egui::Rect;
use egui::accesskit::{Action, Role};
use egui_kittest::kittest::{AccessKitNode, NodeT as _};

use crate::common::BOTH;
use crate::{name, rect, settled, states};

const ZOOMED: [[f32; 2]; 3] = [[400.0, 280.0], [550.0, 360.0], [960.0, 540.0]];

/// Screens with something that is wider than a window of this width, and scrolled sideways.
fn scrolls_sideways(what: &str, width: f32) -> bool {
    let narrow = width < 540.0;
    narrow && matches!(what, "Practice" | "Recording") || what == "Coverage"
}

#[test]
fn nothing_is_cut_off_at_the_sides_at_great_zoom() {
    let mut wrong = Vec::new();
    for language in BOTH {
        for (what, state) in states(language) {
            for size in ZOOMED {
                if scrolls_sideways(&what, size[0]) {
                    continue;
                }
                let window = settled(state.clone(), size);
                let sides = Rect::everything_right_of(-0.5)
                    .intersect(Rect::everything_left_of(size[0] + 0.5));
                let all = window.root().children_recursive();
                let pressed = all.map(|node| node.accesskit_node()).filter(|node| {
                    node.role() != Role::ScrollBar && node.data().supports_action(Action::Focus)
                });
                for node in pressed {
                    let at = rect(&node);
                    if at.is_positive() && !sides.contains_rect(at) {
                        let told = format!("{:?} {} at {at:?}", node.role(), name(&node));
                        wrong.push(format!("{what} {language:?} {size:?}: {told}"));
                    }
                }
            }
        }
    }
    crate::none(&wrong);
}

#[test]
fn what_is_pressed_lies_on_nothing_else_at_great_zoom() {
    let mut wrong = Vec::new();
    for language in BOTH {
        for (what, state) in states(language) {
            for size in ZOOMED {
                let window = settled(state.clone(), size);
                let all = window.root().children_recursive();
                let buttons = all.map(|node| node.accesskit_node()).filter(|node| {
                    let role = matches!(
                        node.role(),
                        Role::Button | Role::ComboBox | Role::CheckBox | Role::Switch
                    );
                    role && node.data().supports_action(Action::Focus) && !over(node)
                });
                let buttons: Vec<_> = buttons.map(|node| (name(&node), rect(&node))).collect();
                for (at, (one, first)) in buttons.iter().enumerate() {
                    for (other, second) in buttons.iter().skip(at + 1) {
                        let both = first.intersect(*second);
                        if both.is_positive() && both.width().min(both.height()) > 4.0 {
                            let told = format!("{one} {first:?} on {other} {second:?}");
                            wrong.push(format!("{what} {language:?} {size:?}: {told}"));
                        }
                    }
                }
            }
        }
    }
    crate::none(&wrong);
}

/// Whether a node lies over the screen, as a banner, the list of keys or the way to it do.
fn over(node: &AccessKitNode<'_>) -> bool {
    let parents = std::iter::successors(node.parent(), AccessKitNode::parent);
    !parents
        .into_iter()
        .any(|it| matches!(it.role(), Role::Main | Role::Navigation))
}
