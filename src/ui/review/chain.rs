//! The card with the chain: one row for each answer, from the question down. A click opens it.

use egui::scroll_area::ScrollBarVisibility;
use egui::{
    CornerRadius, Id, Pos2, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::i18n::{Words, names};
use crate::model::attempt::AttemptId;
use crate::model::fluency::tenths;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::depth_words;
use crate::ui::review::card;
use crate::ui::review::chain_view::{Figure, LinkView};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, palette};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, icon, scroll};

/// Height of a row.
const ROW: f32 = 32.0;
/// Height of the row of names above them.
const HEAD: f32 = 24.0;
/// How far each depth is indented, and up to which depth.
const INDENT: (f32, u8) = (14.0, 4);
/// Where the figures end, from the right: score, start, longest pause.
const ENDS: [f32; 3] = [196.0, 120.0, 8.0];
/// Width that score and both figures take.
const FIGURES: f32 = 244.0;
/// Room beside the words within a row.
const PADDING: f32 = 8.0;

/// Draws the card.
pub fn chain_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    inner: Rect,
    links: &[LinkView<'_>],
    out: &mut Vec<Command>,
) {
    let deepest = links.iter().map(|link| link.depth).max().unwrap_or(0);
    if deepest == 0 {
        let said = tr!(look.words, "chain-only");
        let strong = Ink::strong(Size::Body, look.palette.text);
        let at = Pos2::new(inner.left(), inner.top() + Size::Body.line() / 2.0);
        words::left(ui, at, &said, strong);
        let below = inner.with_min_y(inner.top() + Size::Body.line());
        card::say_ui(ui, look, below, &tr!(look.words, "chain-only-do"));
        return;
    }
    let width = inner.width() - scroll::ROOM;
    head_ui(ui, look, inner.with_max_x(inner.left() + width), deepest);
    let list = inner.with_min_y(inner.top() + HEAD);
    let mut child = ui.new_child(UiBuilder::new().id_salt("chain").max_rect(list));
    child.set_clip_rect(
        list.expand2(Vec2::new(size::FOCUS_GAP * 2.0, 0.0))
            .intersect(ui.clip_rect()),
    );
    scroll::quiet(&mut child);
    ScrollArea::vertical()
        .id_salt("chain")
        .auto_shrink(false)
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for link in links {
                let (row, _) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
                if link.current && is_new(ui, link) {
                    ui.scroll_to_rect(row, None);
                }
                row_ui(ui, look, row, link, out);
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

/// How deep it went, and what the columns are.
fn head_ui(ui: &mut Ui, look: &UiContext<'_>, inner: Rect, deepest: u8) {
    let w = look.words;
    let y = inner.top() + HEAD / 2.0 - 2.0;
    let said = tr!(w, "chain-deep", depth = deepest);
    let ink = Ink::strong(Size::Caption, look.palette.text);
    words::left(ui, Pos2::new(inner.left() + PADDING, y), &said, ink);
    let names = [
        tr!(w, "chain-score"),
        tr!(w, "chain-start"),
        tr!(w, "chain-pause"),
    ];
    let quiet = Ink::regular(Size::Caption, look.palette.text3);
    for (name, end) in names.iter().zip(ENDS) {
        words::right(ui, Pos2::new(inner.right() - end, y), name, quiet);
    }
}

fn row_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    row: Rect,
    link: &LinkView<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let colors = palette(ui.ctx());
    let id = ui.scope_id().with(("chain-link", link.id.as_str()));
    let response = ui.interact(row, id, Sense::click());
    if response.hovered() || link.current {
        let fill = if link.current {
            colors.selected
        } else {
            colors.surface_variant
        };
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        ui.painter()
            .rect_filled(row.shrink2(Vec2::new(0.0, 1.0)), radius, fill);
    }
    let y = row.center().y;
    let (step, most) = INDENT;
    let mut x = row.left() + PADDING + step * f32::from(link.depth.saturating_sub(1).min(most));
    if link.depth > 0 {
        let points = Size::Caption.icon();
        let at = Pos2::new(x + points / 2.0, y);
        icon::paint(ui, at, icons::FOLLOW_UP, points, colors.text2);
        x += points + size::STEP_1;
    }
    let what = kind_words(w, link);
    let galley = text::free_line(ui, &what, Size::Caption, Weight::SemiBold, colors.text);
    let wide = galley.size().x;
    let at = Pos2::new(x, y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, colors.text);
    x += wide + size::STEP_2;
    let room = row.right() - FIGURES - x;
    if room > size::STEP_10 {
        let quiet = colors.text2;
        let galley = text::line(
            ui,
            link.question,
            Size::Caption,
            Weight::Regular,
            quiet,
            room,
        );
        let at = Pos2::new(x, y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, quiet);
    }
    let score = match link.score {
        Some(score) => format!("{score:.1}"),
        None => tr!(w, "speech-none"),
    };
    let values = [score, figure(w, link.start), figure(w, link.pause)];
    for (value, end) in values.iter().zip(ENDS) {
        let at = Pos2::new(row.right() - end, y - Size::Caption.line() / 2.0);
        figures::paint_right(ui, at, value, Size::Caption, Weight::Regular, colors.text);
    }
    focus::ring(ui, &response, row, size::RADIUS_SEGMENT);
    let [score, start, pause] = values;
    let depth = (link.depth > 0).then(|| depth_words(look.words, link.depth, false));
    let what = depth.map_or(what.clone(), |depth| format!("{depth} · {what}"));
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
    if response.gained_focus() {
        ui.scroll_to_rect(row, None);
    }
    if response.clicked() && !link.current {
        out.push(Command::OpenAttempt(link.id.clone()));
    }
    response.on_hover_text(link.question);
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
