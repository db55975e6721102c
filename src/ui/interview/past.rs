//! The sessions of before, newest first. Not here: what came of one (`debrief`).

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::{Command, Now};
use crate::i18n::{dates, sessions};
use crate::model::session::record::Status;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::interview::view::Past;
use crate::ui::settings::parts::{Column, PADDING, Rows, group};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{figures, focus};

/// Height of a row.
const ROW: f32 = 60.0;
/// Room of the mean, at the right end.
const SCORE: f32 = 88.0;

/// Draws the list; without any, what will stand here.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (past, now): (&[Past<'_>], &Now),
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let name = tr!(look.words, "interview-past");
    group(ui, look, column, &name, |ui, rows| {
        if past.is_empty() {
            rows.room(size::STEP_4);
            rows.sentence(ui, &tr!(look.words, "interview-past-none"), Size::Caption);
            rows.room(size::STEP_4);
        }
        for each in past {
            if row_ui(ui, look, (each, now), rows) {
                out.push(Command::ShowSession(each.session.id.clone()));
            }
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (past, now): (&Past<'_>, &Now),
    rows: &mut Rows<'_>,
) -> bool {
    let w = look.words;
    let palette = look.palette;
    rows.hairline(ui);
    let column = &mut *rows.column;
    let rect = Rect::from_min_size(
        Pos2::new(column.left, column.y),
        Vec2::new(column.width, ROW),
    );
    column.y += ROW;
    let session = past.session;
    let id = ui.scope_id().with(("session", session.id.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let inside = rect.shrink2(Vec2::new(size::STEP_1, 2.0));
    if response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter()
            .rect_filled(inside, radius, palette.surface_variant);
    }
    let left = rect.left() + PADDING;
    let right = rect.right() - PADDING;
    let score = past.score.map(|score| format!("{score:.1}"));
    let shown = score.clone().unwrap_or_else(|| "–".to_owned());
    let (weight, color) = if score.is_some() {
        (Weight::SemiBold, palette.text)
    } else {
        (Weight::Regular, palette.text3)
    };
    let corner = Pos2::new(right, rect.center().y - Size::Body.line() / 2.0);
    figures::paint_right(ui, corner, &shown, Size::Body, weight, color);
    let title = format!(
        "{} · {}",
        sessions::title(w, session.shape.format),
        sessions::length(w, session.shape)
    );
    let mut more = vec![
        dates::moment(w, &session.begun, now.date.date()),
        tr!(w, "interview-answers", count = past.answers),
    ];
    if session.status != Status::Over {
        more.push(tr!(w, "interview-unfinished"));
    }
    let more = more.join(" · ");
    let room = right - left - SCORE;
    let line = text::line(ui, &title, Size::Body, Weight::Regular, palette.text, room);
    let below = text::line(
        ui,
        &more,
        Size::Caption,
        Weight::Regular,
        palette.text3,
        room,
    );
    let top = rect.center().y - f32::midpoint(Size::Body.line(), Size::Caption.line());
    // The row says it to screen readers.
    ui.painter()
        .galley(Pos2::new(left, top), line, palette.text);
    let at = Pos2::new(left, top + Size::Body.line());
    ui.painter().galley(at, below, palette.text3);
    focus::ring(ui, &response, inside, size::RADIUS_ROW);
    let rated = score.map_or_else(
        || tr!(w, "interview-unrated"),
        |score| tr!(w, "interview-mean", score = score),
    );
    let name = format!("{title} · {more} · {rated}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.clicked()
}
