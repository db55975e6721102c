//! The top of the timeline: title, filters, search.

use egui::{Align, Id, Layout, Rect, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::timeline::TrashCommand;
use crate::i18n::names;
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::timeline::memory::TimelineMemory;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{form, icon, keycap};

/// Width of the search field, and what the filters have at least.
const SEARCH: f32 = 240.0;
const FILTERS: f32 = 208.0 + SIGNS;
/// Least width of the search field beside the filters.
const SEARCH_LEAST: f32 = 96.0;
/// The star, the way out and the trash, after the filters.
const SIGNS: f32 = chip::SIGN + size::CHIP * 2.0 + size::STEP_2 * 3.0;
/// Below this width the rail alone names the screen.
const TITLE_ABOVE: f32 = 560.0;

/// The title, where there is nothing to filter.
pub fn title_alone(ui: &mut Ui, cx: &mut Cx<'_>) {
    form::head(ui, f32::INFINITY, |ui| {
        form::title(ui, &tr!(cx.words, "timeline-title"));
        form::at_right(ui, |ui| trash(ui, cx));
    });
}

/// Draws all of it; in little room the search field stands below the filters.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut TimelineMemory) {
    let titled = ui.available_width() >= TITLE_ABOVE;
    let column = form::column_width(ui.available_width(), f32::INFINITY);
    if column < FILTERS + SEARCH_LEAST {
        form::head(ui, f32::INFINITY, |ui| {
            filters(ui, cx);
            signs(ui, cx);
        });
        form::column(ui, f32::INFINITY, |ui| search(ui, cx, memory, column));
        ui.add_space(size::STEP_2);
        return;
    }
    form::head(ui, f32::INFINITY, |ui| {
        if titled {
            form::title(ui, &tr!(cx.words, "timeline-title"));
            ui.add_space(size::STEP_4);
        }
        let room = ui.available_size();
        let field = SEARCH.min(room.x - FILTERS).max(size::BUTTON);
        let left = Vec2::new((room.x - field - size::STEP_3).max(0.0), room.y);
        ui.allocate_ui_with_layout(left, Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(left.x);
            filters(ui, cx);
            signs(ui, cx);
        });
        form::at_right(ui, |ui| search(ui, cx, memory, field));
    });
}

fn filters(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let filter = &cx.state.timeline.filter;
    let language = |value: Option<Language>| match value {
        Some(language) => names::language(w, language),
        None => tr!(w, "timeline-all-languages"),
    };
    let principle = |value: Option<Principle>| match value {
        Some(principle) => names::principle(w, principle),
        None => tr!(w, "timeline-all-principles"),
    };
    let shown_language = language(filter.language);
    // The longest names give way to the search field.
    let taken = chip::menu_width(ui, &shown_language) + size::STEP_2 + SIGNS;
    let room = ui.available_width() - taken;
    let shown = cut(ui, &principle(filter.principle), room);
    let values = std::iter::once(None).chain(Principle::ALL.into_iter().map(Some));
    let choices: Vec<_> = values
        .map(|value| Choice {
            value,
            label: principle(value),
            current: value == filter.principle,
        })
        .collect();
    let name = tr!(w, "timeline-principle");
    let picked = chip::drop_down(ui, &name, &shown, filter.principle.is_some(), &choices);
    cx.out.extend(picked.map(Command::SetTimelinePrinciple));
    let values = [None, Some(Language::Korean), Some(Language::English)];
    let choices = values.map(|value| Choice {
        value,
        label: language(value),
        current: value == filter.language,
    });
    let name = tr!(w, "timeline-language");
    let active = filter.language.is_some();
    let picked = chip::drop_down(ui, &name, &shown_language, active, &choices);
    cx.out.extend(picked.map(Command::SetTimelineLanguage));
}

/// The star as a filter, and the way out for what passes the filters.
fn signs(ui: &mut Ui, cx: &mut Cx<'_>) {
    let starred = tr!(cx.words, "timeline-starred");
    let on = cx.state.timeline.filter.starred;
    if chip::sign(ui, icons::STAR, &starred, Action::StarredOnly, on).clicked() {
        cx.push(Command::ToggleTimelineStarred);
    }
    let export = tr!(cx.words, "export-keys-shown");
    let some = !cx.state.timeline.rows.is_empty() && cx.state.exporting.is_none();
    let named = (&*export, Action::Export);
    if icon::inline_button_for(ui, size::CHIP, icons::EXPORT, named, some).clicked() {
        cx.push(Command::AskExport);
    }
    trash(ui, cx);
}

/// The way to what was thrown away.
fn trash(ui: &mut Ui, cx: &mut Cx<'_>) {
    let name = tr!(cx.words, "trash-title");
    let named = (&*name, Action::ShowTrash);
    let open = cx.state.library.root.is_some();
    if icon::inline_button_for(ui, size::CHIP, icons::TRASH, named, open).clicked() {
        cx.push(Command::Trash(TrashCommand::Toggle));
    }
}

/// The words of a chip, cut with an ellipsis where it would be wider than `room`.
fn cut(ui: &Ui, words: &str, room: f32) -> String {
    let mut kept = words.to_owned();
    let mut shown = kept.clone();
    while chip::menu_width(ui, &shown) > room && kept.chars().count() > 3 {
        kept.pop();
        shown = format!("{}…", kept.trim_end());
    }
    shown
}

fn search(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut TimelineMemory, width: f32) {
    let w = cx.words;
    let timeline = &cx.state.timeline;
    let id = Id::unique("timeline-search");
    let focused = ui.memory(|held| held.has_focus(id));
    if timeline.filter.query != memory.query_seen {
        memory.query_seen.clone_from(&timeline.filter.query);
        // Emptied from elsewhere (Escape, "show all") is the only thing that may change the text
        // under a cursor: anything else could tear a syllable that is being composed.
        if memory.query_seen.is_empty() || !focused {
            memory.query.clone_from(&timeline.filter.query);
        }
    }
    let name = tr!(w, "timeline-search");
    let hint = tr!(w, "timeline-search-hint");
    let bare = focused && memory.query.is_empty();
    let field = Field::new(&name)
        .hint(&hint)
        .icon(icons::MAGNIFIER)
        .room_right(if bare { 0.0 } else { 28.0 });
    let (_, rect) = ui.allocate_space(Vec2::new(width, size::BUTTON));
    if field.show(ui, rect, id, &mut memory.query).changed() {
        cx.push(Command::SetQuery(memory.query.clone()));
    }
    let end = rect.right_center() - Vec2::new(22.0, 0.0);
    if !memory.query.is_empty() {
        let square = Rect::from_center_size(end, Vec2::splat(size::CHIP));
        let (sign, points) = (icons::CLOSE, Size::Caption.icon());
        let name = tr!(w, "timeline-search-clear");
        if icon::button(ui, square, sign, points, &name, true).clicked() {
            memory.query.clear();
            cx.push(Command::SetQuery(String::new()));
        }
    } else if !focused {
        let cap = keycap::size_of(ui, "/");
        keycap::show_at(ui, end - Vec2::new(cap.x / 2.0, 0.0), "/");
    }
    // After the field was drawn: the key that asked for the cursor is not to be typed into it.
    if timeline.focus_search != memory.focus_seen {
        memory.focus_seen = timeline.focus_search;
        ui.memory_mut(|held| held.request_focus(id));
    }
}
