//! The top of the timeline: title, filters, search.

use egui::{Id, Rect, Ui, Vec2};

use crate::flow::Command;
use crate::i18n::names;
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::timeline::{Scene, TimelineMemory};
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{icon, keycap};

const SEARCH: f32 = 240.0;
/// Below this width the rail alone names the screen.
const TITLE_ABOVE: f32 = 560.0;

/// The title; returns where it ends.
pub fn title(ui: &mut Ui, look: &UiContext<'_>, room: Rect) -> f32 {
    let galley = text::free_line(
        ui,
        &tr!(look.words, "timeline-title"),
        Size::Title,
        Weight::SemiBold,
        look.palette.text,
    );
    let at = egui::pos2(
        room.left() + size::MARGIN,
        room.top() + 36.0 - galley.size().y / 2.0,
    );
    text::label_at(ui, galley, at).rect.right()
}

/// Draws all of it.
pub fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    room: Rect,
    memory: &mut TimelineMemory,
    out: &mut Vec<Command>,
) {
    let right = room.right() - size::MARGIN;
    let field = Rect::from_min_max(
        egui::pos2((right - SEARCH).max(room.left() + 240.0), room.top() + 16.0),
        egui::pos2(right, room.top() + 16.0 + size::BUTTON),
    );
    let mut x = room.left() + size::MARGIN;
    if room.width() >= TITLE_ABOVE {
        x = title(ui, scene.look, room) + size::STEP_6;
    }
    filters(ui, scene, (x, field.left() - size::STEP_3), room, out);
    search(ui, scene, field, memory, out);
}

fn filters(
    ui: &mut Ui,
    scene: &Scene<'_>,
    (left, right): (f32, f32),
    room: Rect,
    out: &mut Vec<Command>,
) {
    let words = scene.look.words;
    let filter = &scene.state.timeline.filter;
    let top = room.top() + 36.0 - size::CHIP / 2.0;

    let all = tr!(words, "timeline-all-languages");
    let language = filter
        .language
        .map_or_else(|| all.clone(), |language| names::language(words, language));
    let language_width = chip_width(ui, &language);

    let all_principles = tr!(words, "timeline-all-principles");
    let principle = filter.principle.map_or_else(
        || all_principles.clone(),
        |principle| names::principle(words, principle),
    );
    // The longest names give way to the search field.
    let room_for_words = right - left - language_width - size::STEP_2 - 42.0;
    let shown = cut(ui, &principle, room_for_words);
    let choices: Vec<Choice<Option<Principle>>> = std::iter::once(None)
        .chain(Principle::ALL.into_iter().map(Some))
        .map(|value| Choice {
            value,
            label: value.map_or_else(
                || all_principles.clone(),
                |principle| names::principle(words, principle),
            ),
            current: value == filter.principle,
        })
        .collect();
    let (width, picked) = chip::menu(
        ui,
        egui::pos2(left, top),
        &tr!(words, "timeline-principle"),
        &shown,
        filter.principle.is_some(),
        &choices,
    );
    if let Some(principle) = picked {
        out.push(Command::SetTimelinePrinciple(principle));
    }

    let choices: Vec<Choice<Option<Language>>> =
        [None, Some(Language::Korean), Some(Language::English)]
            .into_iter()
            .map(|value| Choice {
                value,
                label: value
                    .map_or_else(|| all.clone(), |language| names::language(words, language)),
                current: value == filter.language,
            })
            .collect();
    let (_, picked) = chip::menu(
        ui,
        egui::pos2(left + width + size::STEP_2, top),
        &tr!(words, "timeline-language"),
        &language,
        filter.language.is_some(),
        &choices,
    );
    if let Some(language) = picked {
        out.push(Command::SetTimelineLanguage(language));
    }
}

fn chip_width(ui: &Ui, words: &str) -> f32 {
    let galley = text::free_line(
        ui,
        words,
        Size::Caption,
        Weight::SemiBold,
        egui::Color32::PLACEHOLDER,
    );
    galley.size().x + 42.0
}

/// The words, cut with an ellipsis where they are wider than `room`.
fn cut(ui: &Ui, words: &str, room: f32) -> String {
    let width = |words: &str| chip_width(ui, words) - 42.0;
    if width(words) <= room {
        return words.to_owned();
    }
    let mut kept = words.to_owned();
    while kept.pop().is_some() {
        let shortened = format!("{}…", kept.trim_end());
        if kept.chars().count() <= 3 || width(&shortened) <= room {
            return shortened;
        }
    }
    words.to_owned()
}

fn search(
    ui: &mut Ui,
    scene: &Scene<'_>,
    rect: Rect,
    memory: &mut TimelineMemory,
    out: &mut Vec<Command>,
) {
    let words = scene.look.words;
    let timeline = &scene.state.timeline;
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
    let name = tr!(words, "timeline-search");
    let response = Field::new(&name)
        .hint(&tr!(words, "timeline-search-hint"))
        .icon(icons::MAGNIFIER)
        .room_right(if focused && memory.query.is_empty() {
            0.0
        } else {
            28.0
        })
        .show(ui, rect, id, &mut memory.query);
    if response.changed() {
        out.push(Command::SetQuery(memory.query.clone()));
    }
    let end = egui::pos2(rect.right() - 22.0, rect.center().y);
    if !memory.query.is_empty() {
        let clear = icon::button(
            ui,
            Rect::from_center_size(end, Vec2::splat(size::CHIP)),
            icons::CLOSE,
            Size::Caption.icon(),
            &tr!(words, "timeline-search-clear"),
            true,
        );
        if clear.clicked() {
            memory.query.clear();
            out.push(Command::SetQuery(String::new()));
        }
    } else if !focused {
        let cap = keycap::size_of(ui, "/");
        keycap::paint(ui, end - Vec2::new(cap.x / 2.0, 0.0), "/", false);
    }
    // After the field was drawn: the key that asked for the cursor is not to be typed into it.
    if timeline.focus_search != memory.focus_seen {
        memory.focus_seen = timeline.focus_search;
        ui.memory_mut(|held| held.request_focus(id));
    }
}
