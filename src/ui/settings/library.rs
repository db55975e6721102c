//! The library folder: shown, chosen in the system's dialog, or typed where there is none.

use std::path::PathBuf;

use egui::{Id, Pos2, Rect, Ui, Vec2};

use crate::flow::state::LibraryStatus;
use crate::flow::{Command, State};
use crate::i18n::faults;
use crate::model::fault::{Fault, FileFault};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::SettingsMemory;
use crate::ui::settings::parts::{Column, Rows, group};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::icon;

/// Draws the group.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    column: &mut Column,
    memory: &mut SettingsMemory,
    out: &mut Vec<Command>,
) {
    let name = tr!(look.words, "settings-library");
    group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_4);
        rows.sentence(ui, &tr!(look.words, "settings-library-what"), Size::Caption);
        rows.room(size::STEP_2);
        folder(ui, look, state, rows, memory, out);
        if let LibraryStatus::Failed(fault) = &state.library.status {
            rows.room(size::STEP_2);
            fault_words(ui, look, rows, fault);
        }
        rows.room(size::STEP_3);
        ways(ui, look, state, rows, out);
        rows.room(size::BUTTON + size::STEP_4);
    });
}

/// The field and the button that uses what it holds.
fn folder(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    rows: &mut Rows<'_>,
    memory: &mut SettingsMemory,
    out: &mut Vec<Command>,
) {
    let id = Id::unique("settings-library-folder");
    let focused = ui.memory(|held| held.has_focus(id));
    let root = state.library.root.as_ref();
    if memory.folder_seen.as_ref() != root && !focused {
        memory.folder_seen = root.cloned();
        memory.folder = root.map_or_else(String::new, |root| root.display().to_string());
    }
    let failed = matches!(state.library.status, LibraryStatus::Failed(_));
    let typed = memory.folder.trim();
    let differs = root.is_none_or(|root| root.display().to_string() != typed);
    let usable = !state.busy() && !typed.is_empty() && (differs || failed);
    let wish = PathBuf::from(typed);
    if memory.apply_next {
        memory.apply_next = false;
        if usable {
            out.push(Command::SetLibrary(wish.clone()));
        }
    }

    let label = tr!(look.words, "settings-library-use");
    let button = Button::secondary(&label).enabled(usable);
    let width = button.measure(ui).x;
    let top = rows.column.y;
    let rect = Rect::from_min_max(
        Pos2::new(rows.column.inner_left(), top),
        Pos2::new(
            rows.column.inner_right() - width - size::STEP_2,
            top + size::BUTTON,
        ),
    );
    let name = tr!(look.words, "settings-library-folder");
    let response = Field::new(&name)
        .hint(&tr!(look.words, "settings-library-hint"))
        .icon(icons::FOLDER_OPEN)
        .fault(failed)
        .show(ui, rect, id, &mut memory.folder);
    if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        memory.apply_next = true;
        ui.ctx().request_repaint();
    }
    let at = Pos2::new(rows.column.inner_right() - width, top);
    if button.at(ui, at).clicked() {
        out.push(Command::SetLibrary(wish));
    }
    rows.column.y += size::BUTTON;
}

fn fault_words(ui: &mut Ui, look: &UiContext<'_>, rows: &mut Rows<'_>, fault: &FileFault) {
    let palette = look.palette;
    let fault = faults::text(look.words, &Fault::File(fault.clone()));
    let left = rows.column.inner_left();
    icon::paint(
        ui,
        Pos2::new(left + 8.0, rows.column.y + 10.0),
        icons::WARNING,
        Size::Caption.icon(),
        palette.text,
    );
    let sentence = format!("{} {}", fault.what, fault.remedy);
    for (words, color) in [
        (sentence, palette.text),
        (fault.detail.unwrap_or_default(), palette.text3),
    ] {
        if words.is_empty() {
            continue;
        }
        let room = (rows.column.inner_width() - 24.0, 6);
        let galley = text::paragraph(ui, &words, Size::Caption, Weight::Regular, color, room);
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(left + 24.0, rows.column.y));
        rows.column.y += height;
    }
}

/// The two ways through the system.
fn ways(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let at = Pos2::new(rows.column.inner_left(), rows.column.y);
    let choose = tr!(look.words, "settings-library-choose");
    let choose = Button::secondary(&choose).enabled(!state.busy());
    let width = choose.measure(ui).x;
    if choose.at(ui, at).clicked() {
        out.push(Command::ChooseLibrary);
    }
    let reveal = tr!(look.words, "settings-library-reveal");
    let at = at + Vec2::new(width + size::STEP_2, 0.0);
    let known = state.library.root.is_some();
    if Button::quiet(&reveal).enabled(known).at(ui, at).clicked() {
        out.push(Command::RevealLibrary);
    }
    rows.column.y += size::BUTTON + size::STEP_2;
    let export = tr!(look.words, "export-all");
    let some = !state.library.entries.is_empty() && !state.exporting;
    let at = Pos2::new(rows.column.inner_left(), rows.column.y);
    if Button::secondary(&export)
        .enabled(some)
        .at(ui, at)
        .clicked()
    {
        out.push(Command::ExportAll);
    }
}
