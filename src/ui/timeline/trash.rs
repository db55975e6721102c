//! The trash in place of the list: what was thrown away, each row with the way back, and emptying it after a
//! question. Not here: what is in it (`flow::timeline`).

use egui::{
    Align, CornerRadius, EventFilter, Id, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::timeline::{ShownTrash, TrashCommand};
use crate::i18n::{Words, dates};
use crate::model::trash::{Trash, TrashedAnswer};
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::timeline::memory::TimelineMemory;
use crate::ui::timeline::view::question;
use crate::ui::widgets::blank::Blank;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, focus, form, icon, scroll};

/// Height of a row, and the padding at its ends.
const ROW: f32 = 60.0;
const PADDING: f32 = 24.0;
/// Side of the button that plays a row.
const PLAY: f32 = 32.0;

/// Draws the screen.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, shown: &ShownTrash, memory: &mut TimelineMemory) {
    head(ui, cx, shown);
    let w = cx.words;
    let nothing = |title: String, hint: Option<String>| Blank {
        size: Size::Title,
        title,
        sentences: hint.into_iter().collect(),
    };
    let blank = match &shown.found {
        None => nothing(tr!(w, "trash-reading"), None),
        Some(trash) if trash.is_empty() => {
            nothing(tr!(w, "trash-none"), Some(tr!(w, "trash-none-hint")))
        }
        Some(trash) => {
            list(ui, cx, shown, trash, memory);
            return;
        }
    };
    blank.show(ui, &[], Vec2::ZERO, |_, _| {});
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>, shown: &ShownTrash) {
    let w = cx.words;
    let full = shown.found.as_ref().is_some_and(|trash| !trash.is_empty());
    form::head(ui, f32::INFINITY, |ui| {
        if form::back(ui, &tr!(w, "trash-back"), Action::ShowTrash) {
            cx.push(Command::Trash(TrashCommand::Toggle));
        }
        form::title(ui, &tr!(w, "trash-title"));
        if full && !shown.asked {
            form::at_right(ui, |ui| {
                let words = tr!(w, "trash-empty");
                if ui.add(Button::secondary(&words)).clicked() {
                    cx.push(Command::Trash(TrashCommand::AskToEmpty));
                }
            });
        }
    });
}

fn list(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    shown: &ShownTrash,
    trash: &Trash,
    memory: &mut TimelineMemory,
) {
    let moved = shown.reveal != memory.trash_reveal_seen;
    memory.trash_reveal_seen = shown.reveal;
    scroll::quiet(ui);
    let area = ScrollArea::vertical()
        .id_salt("trash-list")
        .auto_shrink(false);
    scroll::show(ui, area, |ui| {
        form::column(ui, f32::INFINITY, |ui| {
            if shown.asked {
                ask(ui, cx, trash);
            } else {
                let said = tr!(
                    cx.words,
                    "trash-count",
                    count = trash.count(),
                    size = bytes(trash.bytes)
                );
                form::sentence(ui, &said, Size::Body);
                form::sentence(ui, &tr!(cx.words, "trash-stays"), Size::Caption);
            }
            ui.add_space(size::STEP_4);
            rows(ui, cx, shown, moved);
            if trash.others > 0 {
                ui.add_space(size::STEP_3);
                let others = tr!(cx.words, "trash-others", count = trash.others);
                form::sentence(ui, &others, Size::Caption);
            }
            ui.add_space(size::STEP_8);
        });
    });
}

/// The question stands where it is read first; no key answers it.
fn ask(ui: &mut Ui, cx: &mut Cx<'_>, trash: &Trash) {
    let w = cx.words;
    let (count, size) = (trash.count(), bytes(trash.bytes));
    let asked = tr!(w, "trash-ask", count = count, size = size);
    let said = words::label(ui, &asked, Ink::strong(Size::Body, cx.palette.text));
    access::announced(&said);
    ui.add_space(size::STEP_3);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::STEP_3;
        for (label, command) in [
            (tr!(w, "trash-keep"), TrashCommand::KeepAll),
            (tr!(w, "trash-delete"), TrashCommand::Empty),
        ] {
            if ui.add(Button::secondary(&label)).clicked() {
                cx.push(Command::Trash(command));
            }
        }
    });
}

/// Only what is on screen is laid out.
fn rows(ui: &mut Ui, cx: &mut Cx<'_>, shown: &ShownTrash, moved: bool) {
    let answers = shown.answers();
    let width = ui.available_width();
    let (_, whole) = ui.allocate_space(Vec2::new(width, ROW * answers.len() as f32));
    let row_at = |at: usize| {
        let top = whole.top() + ROW * at as f32;
        whole.with_min_y(top).with_max_y(top + ROW)
    };
    let seen = ui.clip_rect();
    for (at, answer) in answers.iter().enumerate() {
        let rect = row_at(at);
        let selected = shown.selected.as_ref() == Some(&answer.folder);
        if selected && moved {
            ui.scroll_to_rect(rect, None);
        }
        if rect.intersects(seen) {
            row(ui, cx, answer, rect, (selected, moved));
        }
    }
}

fn row(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    answer: &TrashedAnswer,
    rect: Rect,
    (selected, moved): (bool, bool),
) {
    let id = Id::unique(("trash-row", answer.folder.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    if response.clicked() || (response.gained_focus() && !selected) {
        cx.push(Command::Trash(TrashCommand::Select(answer.folder.clone())));
    }
    if response.has_focus() {
        let arrows = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(id, arrows);
            if moved && !selected {
                memory.surrender_focus(id);
            }
        });
    }
    let palette = cx.palette;
    let fill = match (selected, response.hovered()) {
        (true, _) => Some(palette.selected),
        (false, true) => Some(palette.surface_variant),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter().rect_filled(rect, radius, fill);
    }
    let title = question(cx.words, &answer.attempt).to_owned();
    let facts = facts(cx.words, cx, answer);
    let inside = UiBuilder::new()
        .id_salt(answer.folder.as_str())
        .max_rect(rect.shrink2(Vec2::new(PADDING, 0.0)))
        .layout(Layout::right_to_left(Align::Center));
    let inside = &mut ui.new_child(inside);
    inside.spacing_mut().item_spacing = Vec2::new(size::STEP_2, 0.0);
    ways(inside, cx, answer);
    let room = Vec2::new(inside.available_width().max(0.0), rect.height());
    let left = Layout::top_down(Align::Min);
    inside.allocate_ui_with_layout(room, left, |ui| {
        ui.set_width(room.x);
        let lines = Size::Body.line() + Size::Caption.line();
        ui.add_space((room.y - lines) / 2.0);
        words::mute(ui, &title, Ink::regular(Size::Body, palette.text));
        words::mute(ui, &facts, Ink::regular(Size::Caption, palette.text2));
    });
    focus::ring(ui, &response, rect.shrink(4.0), size::RADIUS_ROW);
    let spoken = format!("{title}, {facts}");
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &spoken));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_selected(selected));
}

/// Date and length.
fn facts(w: Words<'_>, cx: &Cx<'_>, answer: &TrashedAnswer) -> String {
    let attempt = &answer.attempt;
    let date = dates::moment(w, &attempt.created, cx.now.date.date());
    let length = dates::clock(attempt.take.duration_secs());
    format!("{date}  ·  {length}")
}

/// Back to the list, and to be heard first.
fn ways(ui: &mut Ui, cx: &mut Cx<'_>, answer: &TrashedAnswer) {
    let w = cx.words;
    let back = tr!(w, "trash-restore");
    let back = Button::secondary(&back)
        .does(Action::RestoreTrashed)
        .without_key()
        .small();
    if ui.add(back).clicked() {
        let folder = answer.folder.clone();
        cx.push(Command::Trash(TrashCommand::Restore(folder)));
    }
    let playback = &cx.state.playback;
    let playing = playback.playing && playback.id.as_ref() == Some(&answer.attempt.id);
    let (sign, name) = if playing {
        (icons::PAUSE, tr!(w, "timeline-pause"))
    } else {
        (icons::PLAY, tr!(w, "timeline-play"))
    };
    let named = (&*name, Action::PlayRow);
    if icon::inline_button_for(ui, PLAY, sign, named, true).clicked() {
        let folder = answer.folder.clone();
        cx.push(Command::Trash(TrashCommand::Play(folder)));
    }
}

/// A size as people say it.
fn bytes(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    let unit = UNITS.into_iter().find(|(size, _)| bytes >= *size);
    unit.map_or_else(
        || format!("{bytes} B"),
        |(size, name)| format!("{:.1} {name}", bytes as f64 / size as f64),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_their_unit() {
        for (number, words) in [
            (999, "999 B"),
            (1_500, "1.5 kB"),
            (12_340_000, "12.3 MB"),
            (2_000_000_000, "2.0 GB"),
        ] {
            assert_eq!(bytes(number), words);
        }
    }
}
