//! Language and theme of the interface.

use egui::Ui;

use crate::flow::{Command, State};
use crate::i18n::names;
use crate::model::language::Language;
use crate::model::settings::ThemeChoice;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::{Column, Rows, group};
use crate::ui::widgets::segments::{self, Segment};

/// Draws the group.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
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
        &tr!(words, "settings-display"),
        |ui, rows| {
            let choices = [
                (None, tr!(words, "settings-language-system")),
                (Some(Language::Korean), tr!(words, "language-korean-own")),
                (
                    Some(Language::English),
                    names::language(words, Language::English),
                ),
            ];
            let name = tr!(words, "settings-language");
            if let Some(language) = choice(ui, rows, &name, &choices, &settings.language) {
                out.push(Command::SetLanguage(language));
            }
            let choices = [
                (ThemeChoice::System, tr!(words, "settings-theme-system")),
                (ThemeChoice::Light, tr!(words, "settings-theme-light")),
                (ThemeChoice::Dark, tr!(words, "settings-theme-dark")),
            ];
            let name = tr!(words, "settings-theme");
            if let Some(theme) = choice(ui, rows, &name, &choices, &settings.theme) {
                out.push(Command::SetTheme(theme));
            }
        },
    );
}

/// A row of segments; returns the value that was picked.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    rows: &mut Rows<'_>,
    name: &str,
    choices: &[(T, String)],
    current: &T,
) -> Option<T> {
    choice_of(ui, rows, (name, None), choices, current)
}

/// The same with a caption under its name.
pub fn choice_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    rows: &mut Rows<'_>,
    (name, caption): (&str, Option<&str>),
    choices: &[(T, String)],
    current: &T,
) -> Option<T> {
    let labels: Vec<Segment<'_>> = choices
        .iter()
        .map(|(_, label)| Segment { label, plan: None })
        .collect();
    let room = segments::measure(ui, &labels);
    let at = rows.row(ui, name, caption, room);
    // A value that is not offered (an old settings file) leaves all segments unchosen.
    let chosen = choices
        .iter()
        .position(|(value, _)| value == current)
        .unwrap_or(usize::MAX);
    let picked = segments::at(ui, at, name, &labels, chosen, true)?;
    choices.get(picked).map(|(value, _)| *value)
}
