//! Target, think time, cue sound, STAR line.

use egui::Ui;

use crate::flow::{Command, State};
use crate::i18n::dates;
use crate::model::settings::{TARGET_SECS, THINK_SECS};
use crate::tr;
use crate::ui::Look;
use crate::ui::settings::display::choice;
use crate::ui::settings::parts::{Column, group};
use crate::ui::widgets::toggle;

/// Draws the group.
pub fn show(
    ui: &mut Ui,
    look: &Look<'_>,
    state: &State,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let words = look.words;
    let settings = &state.settings;
    group(
        ui,
        look,
        column,
        &tr!(words, "settings-practice"),
        |ui, rows| {
            let targets = TARGET_SECS.map(|secs| (secs, dates::clock(f64::from(secs))));
            let name = tr!(words, "settings-target");
            if let Some(secs) = choice(ui, rows, &name, &targets, &settings.target_secs) {
                out.push(Command::SetTargetSecs(secs));
            }
            let thinks = THINK_SECS.map(|secs| {
                let label = if secs == 0 {
                    tr!(words, "settings-think-none")
                } else {
                    tr!(words, "settings-think-secs", secs = secs)
                };
                (secs, label)
            });
            let name = tr!(words, "settings-think");
            if let Some(secs) = choice(ui, rows, &name, &thinks, &settings.think_secs) {
                out.push(Command::SetThinkSecs(secs));
            }
            let name = tr!(words, "settings-cue-sound");
            let caption = tr!(words, "settings-cue-sound-headphones");
            let at = rows.row(ui, &name, Some(&caption), toggle::SIZE);
            if toggle::at(ui, at, &name, settings.cue_sound).clicked() {
                out.push(Command::SetCueSound(!settings.cue_sound));
            }
            let name = tr!(words, "settings-star");
            let caption = tr!(words, "settings-star-what");
            let at = rows.row(ui, &name, Some(&caption), toggle::SIZE);
            if toggle::at(ui, at, &name, settings.star_hint).clicked() {
                out.push(Command::ToggleStarHint);
            }
        },
    );
}
