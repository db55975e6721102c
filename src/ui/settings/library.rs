//! The library folder, and what is being typed for it: chosen in the system's dialog, or typed where
//! there is none.

use std::path::PathBuf;

use egui::{Id, Ui};

use crate::flow::Command;
use crate::flow::state::LibraryStatus;
use crate::i18n::faults;
use crate::model::fault::{Fault, FileFault};
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::form;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct SettingsMemory {
    /// The library's path as it is being typed.
    folder: String,
    /// The library's path when it was last looked at.
    folder_seen: Option<PathBuf>,
    /// Enter was pressed: what the field holds in the next frame is the wish. An input method may
    /// still hand over the last syllable together with the key.
    apply_next: bool,
}

/// Draws the group.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut SettingsMemory) {
    form::group(ui, &tr!(cx.words, "settings-library"), |ui| {
        ui.add_space(size::STEP_4);
        form::sentence(ui, &tr!(cx.words, "settings-library-what"), Size::Caption);
        ui.add_space(size::STEP_2);
        folder(ui, cx, memory);
        if let LibraryStatus::Failed(fault) = &cx.state.library.status {
            ui.add_space(size::STEP_2);
            fault_words(ui, cx, fault);
            ui.add_space(size::STEP_2);
            let again = tr!(cx.words, "try-again");
            if ui.add(Button::secondary(&again)).clicked() {
                cx.push(Command::TryAgain);
            }
        }
        ui.add_space(size::STEP_3);
        ways(ui, cx);
        ui.add_space(size::STEP_4);
    });
}

/// The field and the button that uses what it holds.
fn folder(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut SettingsMemory) {
    let id = Id::unique("settings-library-folder");
    let focused = ui.memory(|held| held.has_focus(id));
    let root = cx.state.library.root.as_ref();
    if memory.folder_seen.as_ref() != root && !focused {
        memory.folder_seen = root.cloned();
        memory.folder = root.map_or_else(String::new, |root| root.display().to_string());
    }
    let failed = matches!(cx.state.library.status, LibraryStatus::Failed(_));
    let typed = memory.folder.trim();
    let differs = root.is_none_or(|root| root.display().to_string() != typed);
    let usable = !cx.state.busy() && !typed.is_empty() && (differs || failed);
    let wish = PathBuf::from(typed);
    if std::mem::take(&mut memory.apply_next) && usable {
        cx.push(Command::SetLibrary(wish.clone()));
    }

    let label = tr!(cx.words, "settings-library-use");
    let button = Button::secondary(&label).enabled(usable);
    let name = tr!(cx.words, "settings-library-folder");
    let hint = tr!(cx.words, "settings-library-hint");
    let field = Field::new(&name)
        .hint(&hint)
        .icon(icons::FOLDER_OPEN)
        .fault(failed);
    ui.horizontal(|ui| {
        let width = ui.available_width() - button.measure(ui).x - size::STEP_2;
        let response = field.wide(ui, width, id, &mut memory.folder);
        if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
            memory.apply_next = true;
            ui.ctx().request_repaint();
        }
        if ui.add(button).clicked() {
            cx.push(Command::SetLibrary(wish));
        }
    });
}

fn fault_words(ui: &mut Ui, cx: &Cx<'_>, fault: &FileFault) {
    let fault = faults::text(cx.words, &Fault::File(fault.clone()));
    form::beside_icon(ui, icons::WARNING, Size::Caption, |ui| {
        let sentence = format!("{} {}", fault.what, fault.remedy);
        let ink = cx.palette.text;
        ui.label(text::rich(sentence, Size::Caption, Weight::Regular, ink));
        if let Some(detail) = &fault.detail {
            form::sentence(ui, detail, Size::Caption);
        }
    });
}

/// The ways through the system: choose, show, export.
fn ways(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let library = &cx.state.library;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = size::STEP_2;
        let choose = tr!(w, "settings-library-choose");
        let choose = Button::secondary(&choose).enabled(!cx.state.busy());
        if ui.add(choose).clicked() {
            cx.push(Command::ChooseLibrary);
        }
        let reveal = tr!(w, "settings-library-reveal");
        let reveal = Button::quiet(&reveal).enabled(library.root.is_some());
        if ui.add(reveal).clicked() {
            cx.push(Command::RevealLibrary);
        }
    });
    ui.add_space(size::STEP_2);
    let export = tr!(w, "export-all");
    let some = !library.entries.is_empty() && cx.state.exporting.is_none();
    if ui.add(Button::secondary(&export).enabled(some)).clicked() {
        cx.push(Command::ExportAll);
    }
}
