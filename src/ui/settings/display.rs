//! Language, theme and keys of the interface.

use egui::Ui;

use crate::flow::Command;
use crate::model::language::Language;
use crate::model::settings::ThemeChoice;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::form;
use crate::ui::widgets::row::Row;

/// Draws the group.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let settings = &cx.state.settings;
    form::group(ui, &tr!(w, "settings-display"), |ui| {
        let languages = [
            (None, tr!(w, "settings-language-system")),
            (Some(Language::Korean), tr!(w, "language-korean-own")),
            (Some(Language::English), tr!(w, "language-english-own")),
        ];
        let name = tr!(w, "settings-language");
        let picked = Row::new(&name).choice(ui, &languages, settings.language);
        cx.out.extend(picked.map(Command::SetLanguage));
        let themes = [
            (ThemeChoice::System, tr!(w, "settings-theme-system")),
            (ThemeChoice::Light, tr!(w, "settings-theme-light")),
            (ThemeChoice::Dark, tr!(w, "settings-theme-dark")),
        ];
        let name = tr!(w, "settings-theme");
        let picked = Row::new(&name).choice(ui, &themes, settings.theme);
        cx.out.extend(picked.map(Command::SetTheme));
        let (name, caption) = (
            tr!(w, "settings-letter-keys"),
            tr!(w, "settings-letter-keys-what"),
        );
        let row = Row::new(&name).caption(&caption);
        if row.toggle(ui, settings.letter_keys) {
            cx.push(Command::ToggleLetterKeys);
        }
    });
}
