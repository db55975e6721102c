//! Whether what a key does too says which key.

use egui::Key;
use egui::accesskit::{NodeId, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use retake::flow::Command;
use retake::flow::keys::table::ROWS;
use retake::flow::keys::{KeyPress, command_for};
use retake::flow::state::State;

use crate::common::{BOTH, SMALL, Stage, WIDE};
use crate::{name, settled, states};

/// What the keys of a state ask for, each with its cap.
fn keys_of(state: &State) -> Vec<(String, Command)> {
    let mut all = Vec::new();
    for row in ROWS {
        let held = match (row.ctrl, row.shift) {
            (true, _) => "Ctrl ",
            (false, true) => "Shift ",
            (false, false) => "",
        };
        for key in row.keys {
            let press = KeyPress {
                key: *key,
                ctrl: row.ctrl,
                shift: row.shift,
            };
            let asked = command_for(state, press, false);
            all.extend(asked.map(|asked| (format!("{held}{key}"), asked)));
        }
    }
    all
}

/// A control that is pressed as a whole.
struct Control {
    id: NodeId,
    said: String,
    cap: Option<String>,
}

fn controls(window: &Harness<'static, Stage>) -> Vec<Control> {
    let all = window.root().children_recursive();
    let pressed = |role| {
        matches!(
            role,
            Role::Button | Role::CheckBox | Role::Tab | Role::ComboBox
        )
    };
    all.map(|node| node.accesskit_node())
        .filter(|node| pressed(node.role()) && !node.is_disabled())
        .map(|node| Control {
            id: node.locate().0,
            said: format!("{:?} {}", node.role(), name(&node)),
            cap: node.data().keyboard_shortcut().map(str::to_owned),
        })
        .collect()
}

/// What a press of a control asks for.
fn asked_by(window: &mut Harness<'static, Stage>, control: &Control) -> Vec<Command> {
    window.state_mut().commands.clear();
    let mut all = window.root().children_recursive();
    let Some(node) = all.find(|node| node.accesskit_node().locate().0 == control.id) else {
        return Vec::new();
    };
    node.click_accesskit();
    drop(all);
    window.run_steps(2);
    let asked = std::mem::take(&mut window.state_mut().commands);
    // What it opened closes.
    window.key_press(Key::Escape);
    window.run_steps(2);
    asked
}

#[test]
fn what_a_key_does_too_says_which_key() {
    let mut wrong = Vec::new();
    let mut told = 0;
    for language in BOTH {
        for (what, state) in states(language) {
            let keys = keys_of(&state);
            for size in [WIDE, SMALL] {
                let mut window = settled(state.clone(), size);
                for control in controls(&window) {
                    let asked = asked_by(&mut window, &control);
                    let same = keys.iter().filter(|(_, command)| asked.contains(command));
                    let caps: Vec<&str> = same.map(|(cap, _)| cap.as_str()).collect();
                    if caps.is_empty() {
                        continue;
                    }
                    told += 1;
                    let said = control.cap.as_deref();
                    // The list of keys is closed by Escape too, as all that lies on top.
                    let closes = what == "Keys" && said == Some("Esc");
                    if !closes && !said.is_some_and(|cap| caps.contains(&cap)) {
                        wrong.push(format!(
                            "{what} {language:?} {}: {} says {:?} and not {caps:?}",
                            size[0], control.said, control.cap
                        ));
                    }
                }
            }
        }
    }
    crate::none(&wrong);
    assert!(told > 200, "{told}");
}
