//! The menu of questions: a field to type in, and below it what fits. The cursor stays in the field;
//! the arrows move through the list, Enter chooses. Not here: what is listed (`menu_view`).

use egui::{
    CornerRadius, Event, Id, ImeEvent, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role,
    ScrollArea, Sense, Ui, Vec2, WidgetInfo,
};

use crate::model::cached::Cached;
use crate::tr;
use crate::ui::Cx;
use crate::ui::practice::menu_view::{self, Choice, Row};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, palette, size};
use crate::ui::widgets::field::{Field, follow_composing};
use crate::ui::widgets::{icon, scroll, words};

/// Width of the menu, where the window has it.
const WIDTH: f32 = 480.0;
/// Height of its list, where the window has it.
const HEIGHT: f32 = 420.0;
/// Height of a row.
const ROW: f32 = 36.0;

/// What was typed, and which choice the arrows have reached.
#[derive(Debug, Default)]
pub struct MenuMemory {
    typed: String,
    at: usize,
    /// Whether it was open in the last frame.
    open: bool,
    /// Whether an input method holds a syllable.
    composing: bool,
    /// What is listed, by the revision of the library and what was typed. Nothing else that it is made
    /// from changes while the menu is open.
    rows: Cached<(u64, String), Vec<Row>>,
}

/// Draws the menu below what opens it, while it is open; returns whether the person closed it.
pub fn menu_ui(ui: &Ui, cx: &mut Cx<'_>, opener: &Response, memory: &mut MenuMemory) -> bool {
    let mut open = cx.state.practice.menu_open;
    if !open {
        memory.open = false;
        return false;
    }
    let first = !std::mem::replace(&mut memory.open, true);
    if first {
        memory.typed.clear();
        memory.at = 0;
        memory.rows = Cached::default();
    }
    let room = ui.ctx().content_rect().size();
    Popup::from_response(opener)
        .open_bool(&mut open)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(tr!(cx.words, "practice-filter"))
        .show(|ui| {
            ui.set_width(WIDTH.min(room.x - size::STEP_8));
            let height = HEIGHT.min(room.y - opener.rect.bottom() - size::STEP_10 * 2.0);
            inside(ui, cx, memory, first, height.max(ROW * 3.0));
        });
    !open
}

fn inside(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut MenuMemory, first: bool, height: f32) {
    let id = Id::unique("question menu");
    let moved = moves(ui, &mut memory.composing);
    let name = tr!(cx.words, "practice-menu-search");
    let width = ui.available_width();
    let field = Field::new(&name).hint(&name).icon(icons::MAGNIFIER);
    let typed = field.wide(ui, width, id, &mut memory.typed);
    if first {
        typed.request_focus();
    }
    if typed.changed() {
        memory.at = 0;
    }
    ui.add_space(size::STEP_2);
    let of = (cx.state.library.revision, memory.typed.clone());
    if !memory.rows.is_of(&of) {
        let rows = menu_view::rows(cx.words, cx.state, &memory.typed);
        memory.rows.keep(of, rows);
    }
    let rows = &memory.rows;
    let choices = rows
        .iter()
        .filter(|row| matches!(row, Row::Choice(_)))
        .count();
    if first {
        memory.at = current(rows).unwrap_or(0);
    }
    let last = choices.saturating_sub(1);
    memory.at = memory.at.saturating_add_signed(moved.by).min(last);
    if choices == 0 {
        let nothing = tr!(cx.words, "practice-menu-nothing");
        text::label(ui, &nothing, Size::Body, Weight::Regular, cx.palette.text2);
    }
    let follow = first || moved.by != 0;
    let mut picked = None;
    scroll::show(
        ui,
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true]),
        |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut at = 0;
            for row in rows.iter() {
                match row {
                    Row::Heading(heading) => heading_ui(ui, heading),
                    Row::Choice(choice) => {
                        let reached = at == memory.at;
                        let response = choice_ui(ui, choice, reached);
                        if reached && follow {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() || (reached && moved.chooses) {
                            picked = Some(choice);
                        }
                        if reached {
                            words::announce(ui, typed.rect, "reached", Role::Status, &choice.label);
                        }
                        at += 1;
                    }
                }
            }
        },
    );
    if let Some(choice) = picked {
        cx.out.extend(choice.commands.iter().cloned());
    }
}

/// What the keys of this frame ask for in the list.
struct Moves {
    by: isize,
    chooses: bool,
}

/// `composing`: whether an input method held a syllable before this pass. Enter that ends one only ends
/// it.
fn moves(ui: &Ui, composing: &mut bool) -> Moves {
    let held = *composing;
    follow_composing(ui, composing);
    let ended = ui.input(|input| {
        let committed = |event: &Event| matches!(event, Event::Ime(ImeEvent::Commit(_)));
        input.events.iter().any(committed)
    });
    ui.input_mut(|input| {
        let mut times = |key| {
            input
                .count_and_consume_key(Modifiers::NONE, key)
                .cast_signed()
        };
        Moves {
            by: times(Key::ArrowDown) - times(Key::ArrowUp)
                + PAGE * (times(Key::PageDown) - times(Key::PageUp)),
            chooses: times(Key::Enter) > 0 && !held && !ended,
        }
    })
}

/// Rows that a page key moves by.
const PAGE: isize = 10;

/// The place among the choices of the one in force.
fn current(rows: &[Row]) -> Option<usize> {
    rows.iter()
        .filter_map(|row| match row {
            Row::Heading(_) => None,
            Row::Choice(choice) => Some(choice.current),
        })
        .position(|current| current)
}

fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(size::STEP_3);
    ui.horizontal(|ui| {
        ui.add_space(size::STEP_3);
        let ink = palette(ui.ctx()).text3;
        ui.label(text::rich(words, Size::Caption, Weight::SemiBold, ink));
    });
    ui.add_space(size::STEP_1);
}

fn choice_ui(ui: &mut Ui, choice: &Choice, reached: bool) -> Response {
    let palette = palette(ui.ctx());
    let wanted = Vec2::new(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::MenuItemRadio, true, choice.current, &choice.label)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    if reached || response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        ui.painter()
            .rect_filled(rect, radius, palette.surface_variant);
    }
    let mut inner = rect.shrink2(Vec2::new(size::STEP_3, 0.0));
    if choice.current {
        let mark = egui::pos2(inner.left() + 8.0, rect.center().y);
        icon::paint(ui, mark, icons::CHECK, Size::Caption.icon(), palette.text);
    }
    inner.min.x += size::STEP_6;
    if let Some(count) = choice.count {
        let ink = words::Ink::regular(Size::Caption, palette.text3);
        let right = inner.right_center();
        inner.max.x -= words::right(ui, right, &count.to_string(), ink) + size::STEP_3;
    }
    let weight = if choice.current {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let words = text::line(
        ui,
        &choice.label,
        Size::Body,
        weight,
        palette.text,
        inner.width(),
    );
    let at = egui::pos2(inner.left(), rect.center().y - words.size().y / 2.0);
    ui.painter().galley(at, words, palette.text);
    response
}
