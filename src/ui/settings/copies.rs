//! The second versions of files that sync programs left: where they lie, when each was written, and which
//! one to keep. Not here: how they are found (`library::conflicts`).

use std::path::Path;

use egui::Ui;
use jiff::Timestamp;

use crate::flow::Command;
use crate::i18n::{Words, dates};
use crate::model::sync_copy::SyncCopy;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;

/// Draws the group, if there are any.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let state = cx.state;
    let copies = &state.library.sync_copies;
    if copies.is_empty() {
        return;
    }
    form::group(ui, &tr!(cx.words, "settings-copies"), |ui| {
        ui.add_space(size::STEP_4);
        form::sentence(ui, &tr!(cx.words, "settings-copies-what"), Size::Caption);
        let root = state.library.root.as_deref();
        for pair in copies {
            ui.add_space(size::STEP_3);
            ui.push_id(&pair.copy, |ui| versions(ui, cx, root, pair));
        }
        ui.add_space(size::STEP_4);
    });
}

fn versions(ui: &mut Ui, cx: &mut Cx<'_>, root: Option<&Path>, pair: &SyncCopy) {
    let w = cx.words;
    let short = root.and_then(|root| pair.copy.strip_prefix(root).ok());
    let name = short.unwrap_or(&pair.copy).display().to_string();
    form::sentence(ui, &name, Size::Body);
    let original = moment(w, cx, pair.original_at);
    let copy = moment(w, cx, pair.copy_at);
    let times = tr!(w, "settings-copies-times", original = original, copy = copy);
    form::sentence(ui, &times, Size::Caption);
    ui.add_space(size::STEP_1);
    let choices = [
        (
            tr!(w, "settings-copies-show"),
            true,
            Command::RevealVersions(pair.copy.clone()),
        ),
        (
            tr!(w, "settings-copies-keep"),
            pair.original_at.is_some() && !cx.state.busy(),
            keep(pair, false),
        ),
        (
            tr!(w, "settings-copies-take"),
            !cx.state.busy(),
            keep(pair, true),
        ),
    ];
    ui.horizontal_wrapped(|ui| {
        for (label, may, command) in choices {
            let button = Button::secondary(&label).enabled(may);
            if ui.add(button).clicked() {
                cx.push(command);
            }
        }
    });
}

fn keep(pair: &SyncCopy, keep_copy: bool) -> Command {
    Command::KeepVersion {
        copy: pair.copy.clone(),
        keep_copy,
    }
}

fn moment(w: Words<'_>, cx: &Cx<'_>, at: Option<Timestamp>) -> String {
    let zone = cx.now.date.time_zone().clone();
    match at {
        Some(at) => dates::moment(w, &at.to_zoned(zone), cx.now.date.date()),
        None => tr!(w, "settings-copies-none"),
    }
}
