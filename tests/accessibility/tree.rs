//! The tree that a screen reader walks through: names, roles, values, groups, languages, and that all
//! that is painted is said.

use egui::accesskit::{Action, Role};
use egui::{Rect, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _};

use crate::common::{self, BOTH, SMALL, Stage, WIDE};
use crate::{bare, name, rect, settled, states, words_of};

/// What is wrong on any of the screens; each check looks at one window.
fn everywhere(check: impl Fn(&Harness<'static, Stage>) -> Vec<String>) {
    let mut wrong = Vec::new();
    for language in BOTH {
        for (what, state) in states(language) {
            for size in [WIDE, SMALL] {
                let window = settled(state.clone(), size);
                let found = check(&window).into_iter();
                wrong.extend(found.map(|it| format!("{what} {language:?} {}: {it}", size[0])));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    crate::none(&wrong);
}

fn nodes<'a>(window: &'a Harness<'static, Stage>) -> impl Iterator<Item = AccessKitNode<'a>> {
    let all = window.root().children_recursive();
    all.map(|node| node.accesskit_node())
}

fn ancestors(node: AccessKitNode<'_>) -> impl Iterator<Item = AccessKitNode<'_>> {
    std::iter::successors(node.parent(), AccessKitNode::parent)
}

fn told(node: &AccessKitNode<'_>) -> String {
    format!("{:?} {:?}", node.role(), name(node))
}

#[test]
fn whatever_takes_the_keyboard_has_a_name_and_a_role() {
    everywhere(|window| {
        let focusable = nodes(window).filter(|node| node.data().supports_action(Action::Focus));
        let nameless = focusable.filter(|node| {
            let role = matches!(node.role(), Role::Unknown | Role::GenericContainer);
            role || name(node).trim().is_empty()
        });
        nameless
            .map(|node| format!("{} at {:?}", told(&node), rect(&node)))
            .collect()
    });
}

#[test]
fn one_of_several_stands_in_a_group_with_a_name() {
    everywhere(|window| {
        let radios = nodes(window).filter(|node| node.role() == Role::RadioButton);
        let alone = radios.filter(|radio| {
            !ancestors(*radio).any(|it| {
                matches!(it.role(), Role::RadioGroup | Role::Group) && !name(&it).is_empty()
            })
        });
        alone.map(|node| told(&node)).collect()
    });
}

#[test]
fn what_can_be_on_says_whether_it_is() {
    everywhere(|window| {
        let without = nodes(window).filter(|node| match node.role() {
            Role::RadioButton | Role::Switch | Role::CheckBox => node.toggled().is_none(),
            Role::Tab | Role::ListBoxOption => node.is_selected().is_none(),
            Role::ComboBox | Role::DisclosureTriangle => node.data().is_expanded().is_none(),
            _ => false,
        });
        without.map(|node| told(&node)).collect()
    });
}

#[test]
fn what_has_a_value_says_it_with_its_range() {
    everywhere(|window| {
        let measures = nodes(window).filter(|node| {
            matches!(
                node.role(),
                Role::Slider | Role::Meter | Role::ProgressIndicator
            )
        });
        let without = measures.filter(|node| {
            let range = (node.min_numeric_value(), node.max_numeric_value());
            let (Some(value), (Some(least), Some(most))) = (node.numeric_value(), range) else {
                return true;
            };
            let within = least <= value && value <= most && most - least < 1e6;
            !within || node.value().is_none_or(|words| words.is_empty())
        });
        without.map(|node| told(&node)).collect()
    });
}

#[test]
fn every_screen_has_a_heading_and_named_landmarks() {
    everywhere(|window| {
        let mut wrong = Vec::new();
        for role in [Role::Heading, Role::Navigation, Role::Main] {
            match nodes(window).find(|node| node.role() == role) {
                Some(node) if !name(&node).is_empty() => {}
                Some(_) => wrong.push(format!("{role:?} has no name")),
                None => wrong.push(format!("no {role:?}")),
            }
        }
        let dialogs = nodes(window).filter(|node| matches!(node.role(), Role::Dialog | Role::Menu));
        let nameless = dialogs.filter(|node| name(node).is_empty());
        wrong.extend(nameless.map(|node| told(&node)));
        wrong
    });
}

#[test]
fn other_languages_are_marked() {
    for language in BOTH {
        for (what, state) in states(language) {
            let window = settled(state, WIDE);
            for node in nodes(&window) {
                let said = name(&node);
                let korean = said.chars().any(|c| ('가'..='힣').contains(&c));
                let latin = said
                    .split(|c: char| !c.is_alphabetic())
                    .any(|word| word.len() > 1);
                let wanted = match (korean, latin) {
                    (true, _) => "ko",
                    (false, true) => "en",
                    (false, false) => continue,
                };
                assert_eq!(node.language(), Some(wanted), "{what}: {said}");
            }
        }
    }
}

/// Targets that may be smaller (WCAG 2.5.8, "equivalent"): the days of the calendar, where time is drawn to
/// scale and the list has the same days; scroll bars, beside the wheel and the keys.
fn may_be_small(role: Role) -> bool {
    matches!(role, Role::Cell | Role::ScrollBar)
}

#[test]
fn targets_are_large_enough() {
    everywhere(|window| {
        let targets = nodes(window).filter(|node| node.data().supports_action(Action::Click));
        let small = targets.filter(|node| {
            let rect = rect(node);
            let exempt = may_be_small(node.role());
            rect.is_positive() && !exempt && rect.width().min(rect.height()) < 24.0
        });
        small
            .map(|node| format!("{} {:?}", told(&node), rect(&node).size()))
            .collect()
    });
}

/// A run of text on the screen: figures are painted digit by digit.
struct Painted {
    rect: Rect,
    text: String,
}

fn painted(window: &Harness<'static, Stage>) -> Vec<Painted> {
    let mut all: Vec<Painted> = Vec::new();
    let mut shapes: Vec<(Rect, &Shape)> = Vec::new();
    for clipped in &window.output().shapes {
        flatten(clipped.clip_rect, &clipped.shape, &mut shapes);
    }
    for (clip, shape) in shapes {
        let Shape::Text(text) = shape else { continue };
        let words = bare(&text.galley.job.text);
        let icon = words
            .chars()
            .all(|c| ('\u{E000}'..='\u{F8FF}').contains(&c));
        let rect = text.galley.rect.translate(text.pos.to_vec2());
        let seen = clip.intersect(rect);
        if icon || text.opacity_factor <= 0.0 || seen.width() < 2.0 || seen.height() < 2.0 {
            continue;
        }
        match all.last_mut() {
            Some(before)
                if (before.rect.top() - rect.top()).abs() < 0.5
                    && (rect.left() - before.rect.right()).abs() < 8.0
                    && (before.text.chars().count() == 1 || words.chars().count() == 1) =>
            {
                before.rect = before.rect.union(rect);
                before.text.push_str(&words);
            }
            _ => all.push(Painted { rect, text: words }),
        }
    }
    all
}

fn flatten<'a>(clip: Rect, shape: &'a Shape, into: &mut Vec<(Rect, &'a Shape)>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| flatten(clip, shape, into)),
        other => into.push((clip, other)),
    }
}

#[test]
fn all_that_is_painted_is_said() {
    everywhere(|window| {
        let said: Vec<Said> = nodes(window).map(|node| Said::of(&node)).collect();
        let silent = painted(window).into_iter().filter(|painted| {
            let mut parts = painted.text.split('/').map(bare);
            parts.any(|part| {
                !said
                    .iter()
                    .any(|node| node.says(&part, painted.rect.center()))
            })
        });
        silent
            .map(|painted| format!("{:?} at {:?}", painted.text, painted.rect))
            .collect()
    });
}

/// A node, as far as it stands for what is painted.
struct Said {
    rect: Rect,
    words: String,
    role: Role,
    is_called: [String; 2],
}

impl Said {
    fn of(node: &AccessKitNode<'_>) -> Self {
        let key = node.data().keyboard_shortcut().unwrap_or_default();
        Self {
            rect: rect(node),
            words: words_of(node),
            role: node.role(),
            is_called: [bare(&name(node)), key.to_owned()],
        }
    }

    fn says(&self, part: &str, at: egui::Pos2) -> bool {
        // A picture, a scale and the days of a calendar are told by words of their own, and with
        // them the axes around them.
        let axes = match self.role {
            Role::Image | Role::Slider => 56.0,
            Role::Cell => 24.0,
            // A square has room for a figure and an age; it says them in whole words.
            Role::GridCell => 1.0,
            _ => 0.0,
        };
        if axes > 0.0 && self.rect.expand(axes).contains(at) {
            return true;
        }
        let here = self.rect.expand(2.0).contains(at);
        // The words below a button that is only an icon, and those above a field, are its name.
        let beside = matches!(self.role, Role::Button | Role::MultilineTextInput);
        let below = beside && self.is_called.iter().any(|it| it == part);
        below || part == "–" || (here && self.words.contains(part))
    }
}

#[test]
fn no_node_says_the_same_as_its_parent() {
    let window = settled(common::state(common::BOTH[1], vec![]), WIDE);
    let root = name(&window.root().accesskit_node());
    assert_eq!(root, "Practice – Retake");
}
