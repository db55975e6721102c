//! What the keyboard alone can reach and see.

use std::sync::Arc;

use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::state::{Phase, Screen};
use retake::model::language::{Language, LanguagePlan};

use crate::common::{self, BOTH, SMALL, Stage, WIDE};
use crate::{name, rect, rich, settled, showing, states};

/// The node that has the keyboard: its name and place.
fn focused(window: &Harness<'static, Stage>) -> Option<(String, Rect)> {
    let mut all = window.root().children_recursive();
    let node = all.find(|node| node.accesskit_node().is_focused())?;
    let node = node.accesskit_node();
    Some((format!("{:?} {}", node.role(), name(&node)), rect(&node)))
}

fn focusable(window: &Harness<'static, Stage>) -> usize {
    let all = window.root().children_recursive();
    let takes = |action| {
        move |node: &egui_kittest::Node<'_>| node.accesskit_node().data().supports_action(action)
    };
    all.filter(takes(Action::Focus)).count()
}

#[test]
fn tab_goes_everywhere_comes_back_and_is_always_seen() {
    for (what, state) in states(Language::English) {
        for size in [WIDE, SMALL] {
            let mut window = settled(state.clone(), size);
            let whole = Rect::from_min_size(egui::Pos2::ZERO, size.into());
            let count = focusable(&window);
            let mut reached: Vec<String> = Vec::new();
            let mut lost = 0;
            for _ in 0..count + 40 {
                window.key_press(Key::Tab);
                window.run_steps(3);
                let Some((name, rect)) = focused(&window) else {
                    lost += 1;
                    continue;
                };
                // A row higher than the room shows at least its middle.
                let seen = whole.expand(1.0).contains_rect(rect) || whole.contains(rect.center());
                assert!(seen, "{what} {size:?}: {name} at {rect:?}");
                if !reached.contains(&name) {
                    reached.push(name);
                }
            }
            assert!(
                lost <= 3,
                "{what} {size:?}: the keyboard was nowhere {lost} times"
            );
            // The list of keys holds the keyboard until it is closed.
            let least = if what == "Keys" { 1 } else { 3 };
            assert!(
                reached.len() >= least,
                "{what} {size:?}: a trap of {reached:?}"
            );
        }
    }
}

/// Where the labels of the screen stand, from top to bottom.
fn tops(window: &Harness<'static, Stage>) -> Vec<i32> {
    let labels = window.get_all_by_role(Role::Label);
    labels.map(|node| node.rect().top() as i32).collect()
}

#[test]
fn the_keys_of_pages_scroll_each_page() {
    let mut pages = Vec::new();
    for language in BOTH {
        for (what, mut state) in states(language) {
            if matches!(what.as_str(), "Practice" | "Recording" | "Banner") {
                continue; // Nothing there is higher than the window.
            }
            let size = [800.0, 400.0];
            state.settings.language = Some(language);
            let mut window = settled(state, size);
            let bars = window.query_all_by_role(Role::ScrollBar).count();
            if bars == 0 {
                continue;
            }
            pages.push(what.clone());
            let start = tops(&window);
            for (key, moves) in [
                (Key::PageDown, true),
                (Key::PageUp, false),
                (Key::End, true),
                (Key::Home, false),
            ] {
                window.key_press(key);
                window.run_steps(8);
                assert_eq!(
                    tops(&window) != start,
                    moves,
                    "{what} {language:?}: {key:?}"
                );
            }
        }
    }
    pages.dedup();
    assert!(pages.len() >= 12, "{pages:?}");
}

#[test]
fn arrows_scroll_where_they_do_nothing_else() {
    let mut window = settled(showing(Language::English, Screen::Settings), SMALL);
    let start = tops(&window);
    window.key_press(Key::ArrowDown);
    window.run_steps(8);
    assert_ne!(tops(&window), start);
    // Ctrl and a page key go to another tab and scroll nothing.
    window.key_press(Key::Home);
    window.run_steps(8);
    window.key_press_modifiers(Modifiers::COMMAND, Key::PageDown);
    window.run_steps(8);
    assert_eq!(tops(&window), start);
}

#[test]
fn the_keyboard_comes_back_from_a_menu() {
    for language in BOTH {
        let mut window = settled(showing(language, Screen::Timeline), WIDE);
        let opener = |window: &Harness<'static, Stage>| {
            let box_ = window.get_all_by_role(Role::ComboBox).next().unwrap();
            box_.focus();
        };
        opener(&window);
        window.run_steps(4);
        let (before, _) = focused(&window).unwrap();
        window.key_press(Key::Enter);
        window.run_steps(4);
        assert!(window.query_all_by_role(Role::MenuItemRadio).count() > 0);
        let expanded = window.get_all_by_role(Role::ComboBox).next().unwrap();
        assert_eq!(expanded.accesskit_node().data().is_expanded(), Some(true));
        window.key_press(Key::Escape);
        window.run_steps(4);
        assert_eq!(
            focused(&window).map(|(name, _)| name).as_ref(),
            Some(&before)
        );
        // Tab walks out of no open menu either, neither on nor back.
        for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
            window.key_press(Key::Enter);
            window.run_steps(4);
            let (row, _) = focused(&window).unwrap();
            assert!(row.starts_with("MenuItemRadio"), "{row}");
            window.key_press_modifiers(modifiers, Key::Tab);
            window.run_steps(4);
            assert_eq!(window.query_all_by_role(Role::MenuItemRadio).count(), 0);
            assert_eq!(
                focused(&window).map(|(name, _)| name).as_ref(),
                Some(&before)
            );
        }
    }
}

#[test]
fn the_keyboard_stays_on_the_disc_while_it_cannot_be_pressed() {
    let mut window = settled(showing(Language::English, Screen::Practice), WIDE);
    let on_disc = |window: &Harness<'static, Stage>| {
        focused(window).is_some_and(|(name, _)| name.starts_with("Button"))
    };
    window.get_by_role_and_label(Role::Button, "Answer").focus();
    window.run_steps(3);
    assert!(on_disc(&window));
    let attempt = common::attempt(0, LanguagePlan::Korean);
    for phase in [Phase::Arming(Arc::new(attempt)), Phase::Idle] {
        window.state_mut().state.practice.phase = phase;
        window.run_steps(6);
        assert!(on_disc(&window));
    }
}

/// Where two stops of Tab stand to each other as they are read: rows from top to bottom, each from left to
/// right; columns one after the other.
fn follows(before: Rect, after: Rect) -> bool {
    let beside = after.left() >= before.right() - 1.0;
    let below = after.center().y >= before.top();
    // The head of the next column stands above the end of this one.
    let same_row = (before.center().y - after.center().y).abs() < 8.0;
    if same_row {
        return after.left() >= before.left() - 1.0;
    }
    below || beside
}

/// Whether the keyboard is on a banner or a toast.
fn is_over_the_screen(window: &Harness<'static, Stage>) -> bool {
    let mut all = window.root().children_recursive();
    let node = all.find(|node| node.accesskit_node().is_focused());
    let parents = std::iter::successors(
        node.and_then(|it| it.accesskit_node().parent()),
        AccessKitNode::parent,
    );
    let landmark = |role| matches!(role, Role::Main | Role::Navigation);
    !parents.into_iter().any(|it| landmark(it.role()))
}

#[test]
fn tab_goes_in_the_order_in_which_one_reads() {
    let mut wrong = Vec::new();
    for (what, state) in states(Language::English) {
        for size in [[1100.0, 1800.0], [800.0, 1800.0], WIDE, SMALL] {
            let mut window = settled(state.clone(), size);
            if window.query_all_by_role(Role::ScrollBar).count() > 0 {
                continue; // What is scrolled to stands somewhere else.
            }
            let mut before: Option<(String, Rect)> = None;
            let mut was_over = false;
            for _ in 0..focusable(&window) {
                window.key_press(Key::Tab);
                window.run_steps(2);
                let now = focused(&window);
                // What lies over the screen, and has no landmark, comes last.
                let over = now.as_ref().is_some_and(|_| is_over_the_screen(&window));
                if let (Some((a, from)), Some((b, to))) = (&before, &now)
                    && !follows(*from, *to)
                    && over == was_over
                {
                    wrong.push(format!("{what} {size:?}: {a} {from:?} then {b} {to:?}"));
                }
                (before, was_over) = (now, over);
            }
        }
    }
    crate::none(&wrong);
}

#[test]
fn the_grid_is_one_stop_and_arrows_lead_through_it() {
    for language in BOTH {
        let mut window = settled(rich::covered(language), WIDE);
        let cell =
            |window: &Harness<'static, Stage>| focused(window).map_or_else(String::new, |it| it.0);
        let mut stops = 0;
        for _ in 0..focusable(&window) + 2 {
            window.key_press(Key::Tab);
            window.run_steps(3);
            stops += usize::from(cell(&window).starts_with("GridCell"));
            if stops == 1 && cell(&window).starts_with("GridCell") {
                break;
            }
        }
        let first = cell(&window);
        assert_eq!(stops, 1, "{language:?}");
        window.key_press(Key::Tab);
        window.run_steps(3);
        assert!(!cell(&window).starts_with("GridCell"), "one stop");
        window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        window.run_steps(4);
        assert_eq!(cell(&window), first, "Tab comes back to where it was");
        let mut seen = vec![first.clone()];
        let keys = [
            Key::ArrowRight,
            Key::ArrowDown,
            Key::End,
            Key::ArrowUp,
            Key::ArrowUp,
            Key::ArrowLeft,
            Key::Home,
            Key::ArrowDown,
            Key::Home,
        ];
        for key in keys {
            window.key_press(key);
            window.run_steps(3);
            let (name, at) = focused(&window).unwrap();
            let whole = Rect::from_min_size(egui::Pos2::ZERO, WIDE.into());
            assert!(whole.contains_rect(at), "{name} at {at:?}");
            seen.push(name);
        }
        let roles: Vec<_> = seen.iter().filter_map(|it| it.split(' ').next()).collect();
        let cell = "GridCell";
        let head = "ColumnHeader";
        let wanted = [cell, cell, cell, cell, cell, head, head, head, cell, cell];
        assert_eq!(roles, wanted, "{seen:?}");
        // The same row and language differ in nothing but the story.
        assert_eq!(seen.last(), Some(&first));
        window.state_mut().commands.clear();
        window.key_press(Key::Enter);
        window.run_steps(3);
        let asked = &window.state().commands;
        assert!(
            matches!(asked[..], [Command::PractiseStory { story: None, .. }]),
            "{asked:?}"
        );
    }
}
