//! Where stories have been told: a row for each principle, a column for each story and one for all
//! answers, each square in two halves. Empty squares can be seen, and pressed to practise them.

mod grid;
mod square;

use egui::{
    Align, Color32, CornerRadius, Layout, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::i18n::names;
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::story::Story;
use crate::tr;
use crate::ui::stories::view::Told;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{focus, icon, scroll, timeline_mark};
use crate::ui::{Cx, UiContext};

use grid::{Grid, HALVES, Place};
use square::{HALF, Square};

/// Height of a row, and of the square in it.
const ROW: f32 = 36.0;
const SQUARE: f32 = 30.0;
/// From one column to the next.
const PITCH: f32 = HALF * 2.0 + 2.0 + 10.0;
/// Height of the titles over the columns.
const TITLES: f32 = 52.0;
/// Width of the names of principles.
const NAMES: (f32, f32) = (216.0, 132.0);
/// Dots that stand for a weight.
const DOT: f32 = 4.0;

/// Draws the grid.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, told: &Told<'_>) {
    words::label(
        ui,
        &told.summary,
        Ink::regular(Size::Body, cx.palette.text2),
    );
    ui.add_space(size::STEP_3);
    // Few stories leave room for whole names in a small window, too.
    let columns = told.list.len() + 1;
    let spare = ui.available_width() - columns as f32 * PITCH;
    let names_width = names_width(ui, cx, &told.principles, spare);
    let height = TITLES + told.principles.len() as f32 * ROW;
    let table = UiBuilder::new()
        .accessibility_role(Role::Grid)
        .accessibility_label(tr!(cx.words, "stories-tab-coverage"));
    ui.scope_builder(table, |ui| {
        let grid = Grid::new(ui, columns * HALVES, told.principles.len());
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.horizontal_top(|ui| {
            ui.allocate_ui(Vec2::new(names_width, height), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(names_width);
                    ui.add_space(TITLES);
                    for (principle, weight) in &told.principles {
                        name(ui, cx, names_width, *principle, *weight);
                    }
                });
            });
            scroll::quiet(ui);
            ScrollArea::horizontal()
                .id_salt("columns")
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    let down = UiBuilder::new().layout(Layout::top_down(Align::Min));
                    let stories = told.list.iter().map(|story| Some(*story));
                    for (at, story) in std::iter::once(None).chain(stories).enumerate() {
                        let (_, rect) = ui.allocate_space(Vec2::new(PITCH, height + size::STEP_3));
                        if ui.is_rect_visible(rect) || grid.is_in(at) {
                            let mut ui = ui.new_child(down.clone().max_rect(rect));
                            let column = Column { grid, at, story };
                            one_column(&mut ui, cx, told, &column);
                        }
                    }
                });
        });
    });
    ui.add_space(size::STEP_1);
    legend(ui, cx);
    ui.add_space(size::STEP_8);
}

/// As wide as the widest name, within limits.
fn names_width(ui: &Ui, look: &UiContext<'_>, principles: &[(Principle, u8)], spare: f32) -> f32 {
    let least = if look.small { NAMES.1 } else { NAMES.0 };
    let most = spare.clamp(least, NAMES.0);
    let ink = Ink::strong(Size::Caption, look.palette.text);
    let widths = principles.iter().map(|(principle, weight)| {
        let name = names::principle(look.words, *principle);
        words::width(ui, &name, ink) + f32::from(*weight) * (DOT + 3.0)
    });
    (widths.fold(0.0, f32::max) + size::STEP_6)
        .round()
        .min(most)
}

/// A principle, and how much the role weighs it.
fn name(ui: &mut Ui, look: &UiContext<'_>, width: f32, principle: Principle, weight: u8) {
    let palette = look.palette;
    let words = names::principle(look.words, principle);
    let dots = Vec2::new(f32::from(weight) * (DOT + 3.0), DOT);
    let room = width - size::STEP_3 - dots.x - size::STEP_1;
    let font = if weight > 0 {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let galley = text::line(ui, &words, Size::Caption, font, palette.text, room);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(Vec2::new(width, ROW), layout, |ui| {
        let cut = galley.elided;
        let response = ui.label(galley);
        if cut {
            response.on_hover_text(&words);
        }
        ui.add_space(size::STEP_2);
        let (_, dots) = ui.allocate_space(dots);
        for dot in 0..weight {
            let x = f32::from(dot) * (DOT + 3.0) + DOT / 2.0;
            let center = dots.left_center() + Vec2::new(x, 0.0);
            ui.painter().circle_filled(center, DOT / 2.0, palette.text3);
        }
    });
}

/// A column: a story, or all answers.
struct Column<'a> {
    grid: Grid,
    /// From 0, which is all answers.
    at: usize,
    story: Option<&'a Story>,
}

fn one_column(ui: &mut Ui, cx: &mut Cx<'_>, told: &Told<'_>, column: &Column<'_>) {
    let story = column.story;
    let title = match story {
        None => tr!(cx.words, "stories-any"),
        Some(story) => names::story(cx.words, story),
    };
    heading(ui, cx, told, &title, column);
    ui.spacing_mut().item_spacing = Vec2::new(2.0, ROW - SQUARE);
    ui.add_space((ROW - SQUARE) / 2.0 + size::STEP_2);
    let id = story.map(|story| &story.id);
    let coverage = told.coverage;
    for (row, (principle, _)) in (1..).zip(&told.principles) {
        let planned = id.is_some_and(|id| coverage.is_planned(id, *principle));
        ui.horizontal(|ui| {
            let halves = [Language::Korean, Language::English];
            for (half, language) in halves.into_iter().enumerate() {
                let place = Place {
                    column: column.at * HALVES + half,
                    row,
                };
                let found = coverage.square(id, (*principle, language));
                let square = Square {
                    title: story.map(|_| title.as_str()),
                    principle: *principle,
                    language,
                    found,
                    planned,
                };
                let (_, rect) = ui.allocate_space(Vec2::new(HALF, SQUARE));
                if !ui.is_rect_visible(rect) && place != column.grid.at {
                    continue;
                }
                let response = column.grid.press(ui, rect, place);
                if square.show(ui, cx, response, cx.now) {
                    cx.push(Command::PractiseStory {
                        story: id.cloned(),
                        principle: *principle,
                        language,
                    });
                }
            }
        });
    }
}

/// The title over a column, in two lines; a press shows the story.
fn heading(ui: &mut Ui, cx: &mut Cx<'_>, told: &Told<'_>, title: &str, column: &Column<'_>) {
    let palette = cx.palette;
    let story = column.story;
    let overloaded = story.is_some_and(|story| told.is_overloaded(story));
    let width = HALF * 2.0 - if overloaded { 22.0 } else { 0.0 };
    let ink = match story {
        Some(_) => palette.text,
        None => palette.text2,
    };
    let galley = text::paragraph(ui, title, Size::Caption, Weight::SemiBold, ink, (width, 2));
    let wanted = Vec2::new(HALF * 2.0 + 2.0, TITLES - size::STEP_2);
    let (_, rect) = ui.allocate_space(wanted);
    let cut = galley.elided;
    let at = rect.left_bottom() - Vec2::new(0.0, galley.size().y);
    ui.painter().galley(at, galley, ink);
    let Some(story) = story else {
        let response = ui.interact(rect, ui.scope_id().with("any"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, title));
        return;
    };
    let mut said = title.to_owned();
    if overloaded {
        let at = rect.right_bottom() - Vec2::new(9.0, 10.0);
        icon::paint(ui, at, icons::WARNING, Size::Caption.icon(), palette.text2);
        said = format!("{title}: {}", tr!(cx.words, "stories-overloaded-why"));
    }
    let place = Place {
        column: column.at * HALVES,
        row: 0,
    };
    let response = column.grid.press(ui, rect, place);
    focus::ring(ui, &response, rect, size::RADIUS_SEGMENT);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &said));
    Grid::tell(&response, place);
    if response.clicked() {
        cx.push(Command::SelectStory(Some(story.id.clone())));
    }
    if cut || overloaded {
        response.on_hover_text(said);
    }
}

/// What the looks of a square mean.
fn legend(ui: &mut Ui, look: &UiContext<'_>) {
    let w = look.words;
    let palette = look.palette;
    let (korean, english) = (Language::Korean, Language::English);
    let looks = [
        (
            palette.language_tint(korean),
            palette.korean,
            Some(korean),
            tr!(w, "stories-legend-korean"),
        ),
        (
            palette.language_tint(english),
            palette.english,
            Some(english),
            tr!(w, "stories-legend-english"),
        ),
        (
            palette.surface,
            palette.control,
            None,
            tr!(w, "stories-legend-stale"),
        ),
        (
            palette.background,
            palette.line,
            None,
            tr!(w, "stories-legend-empty"),
        ),
    ];
    let ink = Ink::regular(Size::Caption, palette.text3);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(size::STEP_6, size::STEP_1);
        ui.horizontal_wrapped(|ui| {
            for (fill, edge, language, said) in looks {
                let center = sample(ui, &said, ink, fill, Stroke::new(size::HAIRLINE, edge));
                if let Some(language) = language {
                    timeline_mark::paint_sign(ui.painter(), center, language, edge);
                }
            }
        });
    });
}

/// A small square, and what it stands for; returns the middle of the square.
fn sample(ui: &mut Ui, said: &str, ink: Ink, fill: Color32, edge: Stroke) -> Pos2 {
    let width = 18.0 + size::STEP_2 + words::width(ui, said, ink);
    let (_, rect) = ui.allocate_space(Vec2::new(width, Size::Caption.line()));
    let center = rect.left_center() + Vec2::new(9.0, 0.0);
    let square = Rect::from_center_size(center, Vec2::new(18.0, 14.0));
    let radius = CornerRadius::same(size::RADIUS_SMALL);
    ui.painter()
        .rect(square, radius, fill, edge, StrokeKind::Inside);
    words::right(ui, rect.right_center(), said, ink);
    center
}
