//! The part of a take that counts: what is outside is shaded on the waveform, and said in the card with the
//! marks, with the way back. Not here: setting it (`flow::review::trim`).

use egui::{
    Align, CornerRadius, Layout, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::review::TrimCommand;
use crate::i18n::dates;
use crate::model::speech::Span;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::view::{ReviewView, Saved};
use crate::ui::review::wave::Wave;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;
use crate::ui::widgets::words::{self, Ink};

/// Height of the line above the list of marks.
const HEAD: f32 = 28.0;
/// How much of the waveform shows through outside of what counts.
const VEIL: f32 = 0.75;

/// Shades what does not count; the sound there stays to be seen. It takes no presses from the waveform.
pub fn outside_ui(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave<'_>) {
    let attempt = wave.view.attempt;
    if attempt.trim.is_none() {
        return;
    }
    let (kept, frames) = (attempt.kept(), attempt.take.frames);
    let before = Span::new(0, kept.start_frame);
    let after = Span::new(kept.end_frame, frames);
    let shown = Span::new(wave.range.start, wave.range.end);
    for (span, edge) in [(before, kept.start_frame), (after, kept.end_frame)] {
        let Some(part) = span.within(shown) else {
            continue;
        };
        let rect = Rect::from_x_y_ranges(wave.reach(part), wave.rect.y_range());
        let veil = cx.palette.background.gamma_multiply(VEIL);
        ui.painter().rect_filled(rect, CornerRadius::ZERO, veil);
        if wave.shows(edge) {
            let stroke = Stroke::new(size::EMPHASIS, cx.palette.text2);
            ui.painter()
                .vline(wave.x(edge), wave.rect.y_range(), stroke);
        }
        let said = tr!(
            cx.words,
            "trim-outside",
            from = dates::clock_tenths(wave.view.secs(span.start_frame)),
            to = dates::clock_tenths(wave.view.secs(span.end_frame))
        );
        let id = ui.scope_id().with(("outside", span.start_frame));
        ui.interact(rect, id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    }
}

/// What is kept, what keeps the loop or all of it, and what gives the sound out.
pub fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    let attempt = view.attempt;
    let changes = view.saved != Saved::ReadOnly;
    let trimmed = attempt.trim.is_some();
    let playback = &cx.state.playback;
    let looped = playback.looped.is_some() && playback.id.as_ref() == Some(&attempt.id);
    let strip = Vec2::new(ui.available_width(), HEAD);
    ui.allocate_ui_with_layout(strip, Layout::left_to_right(Align::Center), |ui| {
        if trimmed {
            let kept = attempt.kept();
            let said = tr!(
                cx.words,
                "trim-shown",
                from = dates::clock_tenths(view.secs(kept.start_frame)),
                to = dates::clock_tenths(view.secs(kept.end_frame))
            );
            words::label(ui, &said, Ink::regular(Size::Body, cx.palette.text2));
        }
        form::at_right(ui, |ui| {
            let export = tr!(cx.words, "marks-export");
            let what = tr!(cx.words, "marks-export-what");
            if view.sound.playable() {
                button_ui(ui, cx, &export, Command::ExportSound).on_hover_text(what);
            }
            if trimmed && changes {
                let whole = tr!(cx.words, "trim-whole");
                button_ui(ui, cx, &whole, Command::Trim(TrimCommand::Whole));
            }
            if looped && changes {
                let part = tr!(cx.words, "trim-loop");
                button_ui(ui, cx, &part, Command::Trim(TrimCommand::Loop));
            }
        });
    });
}

fn button_ui(ui: &mut Ui, cx: &mut Cx<'_>, words: &str, asked: Command) -> Response {
    let response = ui.add(Button::quiet(words).small());
    if response.clicked() {
        cx.push(asked);
    }
    response
}
