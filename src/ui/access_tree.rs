//! What every node of the accessibility tree needs and no widget says by itself: whether it is
//! announced, its language, whether a tab is selected. Done once for the finished tree of each pass.
//! Not here: names, roles and values (each widget gives its own).

use egui::accesskit::{Live, Node, Role, Toggled, TreeUpdate};
use egui::{Context, FullOutput, Plugin, Ui};

use crate::model::language::Language;

/// Letters in a row that make a Latin text worth an English voice: `A` alone or `F1` is none.
const LATIN_LEAST: usize = 2;

/// Completes the tree before it is handed to the system.
#[derive(Debug)]
pub struct CompleteTree;

impl Plugin for CompleteTree {
    fn debug_name(&self) -> &'static str {
        "complete the accessibility tree"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        if let Some(update) = &mut output.platform_output.accesskit_update {
            complete(update);
        }
    }
}

/// Names the window and says which language the interface speaks. Once per pass.
pub fn name_window(ui: &Ui, title: &str, language: Language) {
    // Only the first is kept.
    ui.ctx().add_plugin(CompleteTree);
    ui.ctx()
        .accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(title);
            node.set_language(language.code());
        });
}

fn complete(update: &mut TreeUpdate) {
    let root = update.tree.as_ref().map(|tree| tree.root);
    let spoken = update
        .nodes
        .iter()
        .find(|(id, _)| Some(*id) == root)
        .and_then(|(_, node)| Language::from_code(node.language()?));
    name_popups(update);
    for (id, node) in &mut update.nodes {
        if Some(*id) != root {
            complete_node(node, spoken);
        }
    }
}

/// What a control opens is called like the control.
fn name_popups(update: &mut TreeUpdate) {
    let popup = |node: &Node| matches!(node.role(), Role::Menu | Role::Dialog);
    let nameless = update
        .nodes
        .iter()
        .filter(|(_, node)| popup(node) && node.label().is_none());
    let nameless: Vec<_> = nameless.map(|(id, _)| *id).collect();
    for popup in nameless {
        let opener = update
            .nodes
            .iter()
            .find(|(_, node)| node.children().contains(&popup));
        let name = opener.and_then(|(_, node)| node.label()).map(str::to_owned);
        let node = update.nodes.iter_mut().find(|(id, _)| *id == popup);
        if let (Some((_, node)), Some(name)) = (node, name) {
            node.set_label(name);
        }
    }
}

fn complete_node(node: &mut Node, spoken: Option<Language>) {
    match node.role() {
        Role::Alert if node.live().is_none() => node.set_live(Live::Assertive),
        Role::Status if node.live().is_none() => node.set_live(Live::Polite),
        // A tab is selected, not pressed.
        Role::Tab | Role::ListBoxOption => {
            if let Some(toggled) = node.toggled() {
                node.set_selected(toggled == Toggled::True);
                node.clear_toggled();
            }
        }
        _ => {}
    }
    let text = [node.label(), node.value()];
    let found = text.into_iter().flatten().find_map(language_of);
    if let Some(language) = found.filter(|found| Some(*found) != spoken) {
        node.set_language(language.code());
    }
}

/// The language of a text by its letters; `None` where there are too few.
fn language_of(text: &str) -> Option<Language> {
    let hangul = |c: char| matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3130}'..='\u{318F}' | '\u{AC00}'..='\u{D7A3}');
    if text.chars().any(hangul) {
        return Some(Language::Korean);
    }
    let mut words = text.split(|c: char| !c.is_alphabetic());
    let latin = |word: &str| word.len() >= LATIN_LEAST && word.is_ascii();
    words.any(latin).then_some(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language() {
        for (text, language) in [
            ("이제 한국어로 말해 보세요", Some(Language::Korean)),
            ("AWS에서 쓴 방법", Some(Language::Korean)),
            ("Now in English, please", Some(Language::English)),
            ("3:40", None),
            ("F1", None),
            ("", None),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
    }

    #[test]
    fn what_somebody_made_live_keeps_its_politeness() {
        let mut node = Node::new(Role::Status);
        node.set_live(Live::Off);
        complete_node(&mut node, None);
        assert_eq!(node.live(), Some(Live::Off));
    }
}
