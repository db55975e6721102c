//! The card with the chain: one row for each answer, from the question down. A click opens it.

use egui::{Align, CornerRadius, Id, Layout, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::{Words, names};
use crate::model::attempt::AttemptId;
use crate::model::fluency::tenths;
use crate::tr;
use crate::ui::practice::depth_words;
use crate::ui::review::chain_view::{Figure, LinkView};
use crate::ui::review::list;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, form, icon, scroll};
use crate::ui::{Cx, UiContext};

/// Height of a row.
const ROW: f32 = 32.0;
/// Height of the row of names above them.
const HEAD: f32 = 24.0;
/// How far each depth is indented, and up to which depth.
const INDENT: (f32, u8) = (14.0, 4);
/// Columns of the figures, from the right: longest pause, start, score.
const COLUMNS: [f32; 3] = [112.0, 76.0, 48.0];
/// Least room in which the question stands beside what was dug for.
const QUESTION: f32 = 40.0;
/// Room beside the words within a row.
const PADDING: f32 = 8.0;

/// Draws the card.
pub fn chain_ui(ui: &mut Ui, cx: &mut Cx<'_>, links: &[LinkView<'_>]) {
    let w = cx.words;
    let deepest = links.iter().map(|link| link.depth).max().unwrap_or(0);
    if deepest == 0 {
        let strong = Ink::strong(Size::Body, cx.palette.text);
        words::label(ui, &tr!(w, "chain-only"), strong);
        list::say(ui, cx, &tr!(w, "chain-only-do"));
        return;
    }
    let width = ui.available_width() - scroll::ROOM;
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(Vec2::new(width, HEAD), layout, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(PADDING);
        let strong = Ink::strong(Size::Caption, cx.palette.text);
        words::label(ui, &tr!(w, "chain-deep", depth = deepest), strong);
        form::at_right(ui, |ui| {
            ui.add_space(PADDING);
            let quiet = Ink::regular(Size::Caption, cx.palette.text3);
            let names = [
                tr!(w, "chain-pause"),
                tr!(w, "chain-start"),
                tr!(w, "chain-score"),
            ];
            for (name, width) in names.iter().zip(COLUMNS) {
                let shown = words::label(ui, name, quiet).rect.width();
                ui.add_space((width - shown).max(0.0));
            }
        });
    });
    list::show(ui, "chain", |ui| {
        for link in links {
            row_ui(ui, cx, link);
        }
    });
}

/// Whether another answer is under review than when the card was last drawn.
fn is_new(ui: &Ui, link: &LinkView<'_>) -> bool {
    let id = Id::unique("chain-card-current");
    let shown = ui.data_mut(|data| {
        let slot: &mut Option<AttemptId> = data.get_temp_mut_or_default(id);
        slot.replace(link.id.clone())
    });
    shown.as_ref() != Some(link.id)
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, link: &LinkView<'_>) {
    let w = cx.words;
    let colors = cx.palette;
    let wanted = Vec2::new(ui.available_width(), ROW);
    let (_, row) = ui.allocate_space(wanted);
    let id = ui.scope_id().with(("chain-link", link.id.as_str()));
    let response = ui.interact(row, id, Sense::click());
    let fill = if link.current {
        Some(colors.selected)
    } else {
        response.hovered().then_some(colors.surface_variant)
    };
    if let Some(fill) = fill {
        let shape = row.shrink2(Vec2::new(0.0, 1.0));
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        ui.painter().rect_filled(shape, radius, fill);
    }
    let inside = UiBuilder::new()
        .max_rect(row.shrink2(Vec2::new(PADDING, 0.0)))
        .layout(Layout::right_to_left(Align::Center));
    let what = kind_words(w, link);
    let figures = [
        figure(w, link.pause),
        figure(w, link.start),
        match link.score {
            Some(score) => format!("{score:.1}"),
            None => tr!(w, "speech-none"),
        },
    ];
    row_words(&mut ui.new_child(inside), cx, link, &what, &figures);
    focus::ring(ui, &response, row, size::RADIUS_SEGMENT);
    let depth = (link.depth > 0).then(|| depth_words(w, link.depth, false));
    let what = depth.map_or(what.clone(), |depth| format!("{depth} · {what}"));
    let [pause, start, score] = figures;
    let said = tr!(
        w,
        "chain-row",
        what = what,
        question = link.question,
        score = score,
        start = start,
        pause = pause
    );
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, link.current, &said));
    if response.gained_focus() || link.current && is_new(ui, link) {
        ui.scroll_to_rect(row, None);
    }
    if response.clicked() && !link.current {
        cx.push(Command::OpenAttempt(link.id.clone()));
    }
    response.on_hover_text(link.question);
}

/// The figures from the right; before them what was dug for, and what was asked.
fn row_words(
    ui: &mut Ui,
    look: &UiContext<'_>,
    link: &LinkView<'_>,
    what: &str,
    values: &[String; 3],
) {
    let colors = look.palette;
    ui.spacing_mut().item_spacing.x = 0.0;
    for (value, width) in values.iter().zip(COLUMNS) {
        let plain = Ink::regular(Size::Caption, colors.text);
        let shown = figures::show(ui, value, plain).rect.width();
        ui.add_space((width - shown).max(0.0));
    }
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let (step, most) = INDENT;
        ui.add_space(step * f32::from(link.depth.saturating_sub(1).min(most)));
        if link.depth > 0 {
            icon::plain(ui, icons::FOLLOW_UP, Size::Caption.icon(), colors.text2);
            ui.add_space(size::STEP_1);
        }
        words::mute(ui, what, Ink::strong(Size::Caption, colors.text));
        ui.add_space(size::STEP_2);
        if ui.available_width() > QUESTION {
            words::mute(ui, link.question, Ink::regular(Size::Caption, colors.text2));
        }
    });
}

fn kind_words(w: Words<'_>, link: &LinkView<'_>) -> String {
    match link.kind {
        Some(kind) => names::follow_up(w, kind),
        None => tr!(w, "chain-first"),
    }
}

fn figure(w: Words<'_>, figure: Figure) -> String {
    match figure {
        Figure::Awaited => tr!(w, "drill-awaited"),
        Figure::Nothing => tr!(w, "speech-none"),
        Figure::Secs(secs) => tr!(w, "speech-seconds", secs = tenths(secs)),
    }
}
