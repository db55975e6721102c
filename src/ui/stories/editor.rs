//! One story: title, parts in one language at a time, figures, principles, tags, notes.

use egui::{Id, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::stories::StoryEdit;
use crate::i18n::names;
use crate::model::attempt::AttemptId;
use crate::model::language::{Language, LanguagePlan};
use crate::model::principle::Principle;
use crate::model::star::StarPart;
use crate::tr;
use crate::ui::Cx;
use crate::ui::progress::language_pairs;
use crate::ui::stories::area::{self, Area};
use crate::ui::stories::fields::{FieldKey, FieldsMemory};
use crate::ui::stories::view::{Captured, StoryView};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segments::{self, Segment};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{form, icon};

/// Side of an icon button.
const ICON: f32 = 36.0;
/// Languages in the order of their switch.
const LANGUAGES: [Language; 2] = [Language::Korean, Language::English];

/// Draws the story. Where the list is not `beside` it, there is a way back.
pub fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &StoryView<'_>,
    memory: &mut FieldsMemory,
    beside: bool,
) {
    tools(ui, cx, view, memory.is_unsettled(), beside);
    ui.add_space(size::STEP_2);
    if view.story.read_only {
        let ink = Ink::regular(Size::Caption, cx.palette.text2);
        words::label(ui, &tr!(cx.words, "stories-read-only"), ink);
        ui.add_space(size::STEP_3);
    }
    form::card(ui, |ui| {
        ui.add_space(size::STEP_4 + size::STEP_1);
        title(ui, cx, view, memory);
        principles(ui, cx, view);
        let w = cx.words;
        parts(ui, cx, view, memory);
        pairs(ui, cx, view);
        for (key, name, hint, lines) in [
            (
                FieldKey::Numbers,
                tr!(w, "stories-numbers"),
                tr!(w, "stories-numbers-hint"),
                2,
            ),
            (
                FieldKey::Tags,
                tr!(w, "stories-tags"),
                tr!(w, "stories-tags-hint"),
                1,
            ),
            (
                FieldKey::Notes,
                tr!(w, "stories-notes"),
                tr!(w, "stories-notes-hint"),
                2,
            ),
        ] {
            let area = Area {
                name: &name,
                hint: &hint,
                lines,
                editable: !view.story.read_only,
            };
            text_field(ui, cx, view, memory, key, &area);
        }
        ui.add_space(size::STEP_1);
    });
    ui.add_space(size::STEP_8);
}

/// Back, where there is a way; the first telling; the file; the trash.
fn tools(ui: &mut Ui, cx: &mut Cx<'_>, view: &StoryView<'_>, unsettled: bool, beside: bool) {
    let w = cx.words;
    let id = &view.story.id;
    let strip = Vec2::new(ui.available_width(), size::BUTTON);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(strip, layout, |ui| {
        ui.spacing_mut().item_spacing.x = size::STEP_1;
        if !beside {
            let back = tr!(w, "stories-back");
            let named = (&*back, Action::Close);
            if icon::inline_button_for(ui, ICON, icons::ARROW_LEFT, named, true).clicked() {
                cx.push(Command::SelectStory(None));
            }
        }
        if let Some((attempt, captured)) = view.captured {
            first_telling(ui, cx, attempt, captured);
        }
        form::at_right(ui, |ui| {
            let name = tr!(w, "stories-delete");
            let named = (&*name, Action::DeleteStory);
            let may = !view.story.read_only;
            if icon::inline_button_for(ui, ICON, icons::TRASH, named, may).clicked() {
                cx.push(Command::DeleteStory(id.clone()));
            }
            let name = tr!(w, "stories-open-file");
            if icon::inline_button(ui, ICON, icons::FOLDER_OPEN, &name, true).clicked() {
                cx.push(Command::OpenStoryFile(id.clone()));
            }
            let saving = tr!(w, "stories-saving");
            let ink = Ink::regular(Size::Caption, cx.palette.text3);
            let unsaved = view.unsaved || unsettled;
            if unsaved && words::width(ui, &saving, ink) <= ui.available_width() {
                words::label(ui, &saving, ink);
            }
        });
    });
}

/// The sound of the first telling.
fn first_telling(ui: &mut Ui, cx: &mut Cx<'_>, attempt: &AttemptId, captured: Captured) {
    let w = cx.words;
    let (words, icon) = match captured {
        Captured::Gone => {
            let ink = Ink::regular(Size::Caption, cx.palette.text3);
            words::label(ui, &tr!(w, "stories-captured-gone"), ink);
            return;
        }
        Captured::Plays => (tr!(w, "stories-captured-pause"), icons::PAUSE),
        Captured::Still => (tr!(w, "stories-captured-play"), icons::PLAY),
    };
    let mut button = Button::secondary(&words).icon(icon).does(Action::PlayStory);
    if cx.small {
        button = button.without_key();
    }
    if ui.add(button).clicked() {
        cx.push(Command::PlayRow(attempt.clone()));
    }
}

fn title(ui: &mut Ui, cx: &Cx<'_>, view: &StoryView<'_>, memory: &mut FieldsMemory) {
    let w = cx.words;
    let id = memory.id(FieldKey::Title);
    if memory.takes_title() {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let width = ui.available_width();
    if view.story.read_only {
        let ink = cx.palette.text;
        let title = &view.story.title;
        let galley = text::line(ui, title, Size::Title, Weight::SemiBold, ink, width);
        ui.label(galley);
    } else {
        let (name, hint) = (tr!(w, "stories-title"), tr!(w, "stories-title-hint"));
        let buffer = memory.buffer(view.story, FieldKey::Title);
        let response = Field::new(&name).hint(&hint).wide(ui, width, id, buffer);
        if response.changed() {
            memory.changed(ui, FieldKey::Title);
        }
    }
    ui.add_space(size::STEP_3);
}

/// The principles it is for, and the list of all.
fn principles(ui: &mut Ui, cx: &mut Cx<'_>, view: &StoryView<'_>) {
    let w = cx.words;
    let story = view.story;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(size::STEP_1);
        ui.horizontal_wrapped(|ui| {
            for name in &view.principles {
                chip::show(ui, name);
            }
            if story.read_only {
                return;
            }
            let choices = Principle::ALL.map(|principle| Choice {
                value: principle,
                label: names::principle(w, principle),
                current: story.principles.contains(&principle),
            });
            let name = tr!(w, "stories-principles");
            let more = tr!(w, "stories-principles-choose");
            let empty = story.principles.is_empty();
            let picked = chip::drop_down(ui, &name, &more, empty, &choices);
            cx.out.extend(picked.map(|principle| Command::EditStory {
                id: story.id.clone(),
                edit: StoryEdit::Principle(principle),
            }));
        });
    });
    ui.add_space(size::STEP_6);
}

/// The four parts in one language, and the switch between the two.
fn parts(ui: &mut Ui, cx: &mut Cx<'_>, view: &StoryView<'_>, memory: &mut FieldsMemory) {
    let w = cx.words;
    let labels = LANGUAGES.map(|language| names::language(w, language));
    let plans = [LanguagePlan::Korean, LanguagePlan::English];
    let segments: Vec<Segment<'_>> = plans
        .iter()
        .zip(&labels)
        .map(|(plan, label)| Segment {
            label,
            plan: Some(*plan),
        })
        .collect();
    let chosen = usize::from(view.language == Language::English);
    let cells = segments::usual(&segments);
    let name = tr!(w, "stories-language");
    let picked = segments::show(ui, &name, &segments, chosen, cells);
    let picked = picked.and_then(|index| LANGUAGES.get(index));
    cx.out
        .extend(picked.map(|language| Command::ShowStoryLanguage(*language)));
    ui.add_space(size::STEP_4);
    for part in StarPart::ALL {
        let hint = match part {
            StarPart::Situation => tr!(w, "stories-situation-hint"),
            StarPart::Task => tr!(w, "stories-task-hint"),
            StarPart::Action => tr!(w, "stories-action-hint"),
            StarPart::Result => tr!(w, "stories-result-hint"),
        };
        let area = Area {
            name: &names::part(w, part),
            hint: &hint,
            lines: if part == StarPart::Action { 4 } else { 2 },
            editable: !view.story.read_only,
        };
        let key = FieldKey::Part(view.language, part);
        text_field(ui, cx, view, memory, key, &area);
    }
}

/// Where it was told in both languages: how the parts compare.
fn pairs(ui: &mut Ui, cx: &Cx<'_>, view: &StoryView<'_>) {
    if view.pairs.is_empty() {
        return;
    }
    let ink = Ink::strong(Size::Caption, cx.palette.text2);
    words::label(ui, &tr!(cx.words, "stories-twins"), ink);
    ui.add_space(size::STEP_1);
    language_pairs::table_head(ui, cx);
    language_pairs::rows(ui, cx, &view.pairs);
    ui.add_space(size::STEP_6);
}

/// A name, and a field of several lines below it.
fn text_field(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &StoryView<'_>,
    memory: &mut FieldsMemory,
    key: FieldKey,
    area: &Area<'_>,
) {
    let ink = Ink::strong(Size::Caption, cx.palette.text2);
    words::mute(ui, area.name, ink);
    ui.add_space(size::STEP_1);
    let id: Id = memory.id(key);
    let buffer = memory.buffer(view.story, key);
    if area::show(ui, cx, id, area, buffer).changed() {
        memory.changed(ui, key);
    }
    ui.add_space(size::STEP_4);
}
