//! One row of the list: its sound, its question, what was asked for, the score.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Color32, CornerRadius, EventFilter, Id, Layout, Rect, Response, Role, Sense, Ui,
    UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::model::language::Language;
use crate::tr;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{motion, size};
use crate::ui::timeline::view::{Playing, RowView};
use crate::ui::widgets::mini_waveform::{self, Bars, Tint};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, icon};
use crate::ui::{Cx, UiContext};

const PADDING: f32 = 24.0;
/// How far a follow-up is indented.
const INDENT: f32 = 28.0;
/// Between the waveform and the words, and between these and the figures.
const GAP: f32 = 20.0;
/// Narrower rows leave the waveform's room to the words.
const WAVEFORM_ABOVE: f32 = 420.0;
/// Least room of score and duration, and the sign before one of them.
const FIGURES: f32 = 36.0;
const SIGN: f32 = 20.0;
/// One action of the row, and the room of all three, which they keep while they are not seen: the words
/// never give way to them.
const ACTION: f32 = 32.0;
const ACTIONS: f32 = (ACTION + size::STEP_1) * 3.0;
/// Height of the two lines.
const LINES: f32 = Size::Body.line() + Size::Caption.line();
/// Phosphor's arrow to the right: into the attempt.
const OPEN: Icon = Icon {
    glyph: '\u{e06c}',
    filled: false,
};

/// Where a row lies, and what it needs besides its words.
pub struct Placed {
    /// Its place in the list.
    pub rect: Rect,
    /// Its waveform, once known.
    pub bars: Option<Bars>,
    /// Whether the selection was moved in this frame.
    pub moved: bool,
}

/// Draws a row.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, row: &RowView, placed: &Placed) {
    let rect = placed.rect;
    let id = Id::unique(("timeline-row", row.id.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    keyboard(ui, cx, row, &response, placed.moved);
    if response.double_clicked() {
        cx.push(Command::OpenAttempt(row.id.clone()));
    } else if response.clicked() {
        cx.push(Command::Select(row.id.clone()));
    }
    let hovered = ui.rect_contains_pointer(rect);
    background(ui, cx, rect, id, row.selected, hovered);
    let layout = Layout::left_to_right(Align::Center);
    let builder = UiBuilder::new()
        .id_salt(row.id.as_str())
        .max_rect(rect.shrink2(Vec2::new(PADDING, 0.0)))
        .layout(layout);
    let inside = &mut ui.new_child(builder);
    inside.spacing_mut().item_spacing = Vec2::ZERO;
    if rect.width() >= WAVEFORM_ABOVE {
        waveform(inside, cx, row, placed.bars.as_ref());
        inside.add_space(GAP);
    }
    inside.with_layout(Layout::right_to_left(Align::Center), |ui| {
        row_figures(ui, cx, row);
        let room = Layout::right_to_left(Align::Center);
        let wanted = Vec2::new(ACTIONS, ACTION);
        ui.allocate_ui_with_layout(wanted, room, |ui| {
            ui.set_width(wanted.x);
            let all = hovered || response.has_focus();
            if all || row.playing.is_some() {
                actions(ui, cx, row, all);
            }
        });
        ui.add_space(size::STEP_3);
        row_words(ui, cx, row, row.selected || hovered);
    });
    focus::ring(ui, &response, rect.shrink(4.0), size::RADIUS_ROW);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &row.spoken));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_selected(row.selected));
}

/// Selection follows the keyboard's focus, and the focus follows the selection's keys.
fn keyboard(ui: &Ui, cx: &mut Cx<'_>, row: &RowView, response: &Response, moved: bool) {
    if response.gained_focus() && !row.selected {
        cx.push(Command::Select(row.id.clone()));
    }
    if response.has_focus() {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(response.id, filter);
            if moved && !row.selected {
                memory.surrender_focus(response.id);
            }
        });
    }
}

fn background(ui: &Ui, look: &UiContext<'_>, rect: Rect, id: Id, selected: bool, hovered: bool) {
    let radius = CornerRadius::same(size::RADIUS_ROW);
    if hovered && !selected {
        let fill = look.palette.surface_variant;
        ui.painter().rect_filled(rect, radius, fill);
    }
    let how = ui
        .ctx()
        .animate_bool_with_time(id, selected, motion::STATE_SECS);
    if how > 0.0 {
        let fill = look.palette.selected.gamma_multiply(how);
        ui.painter().rect_filled(rect, radius, fill);
    }
}

/// The sound, indented where the answer is a follow-up; below it how far it has been played.
fn waveform(ui: &mut Ui, look: &UiContext<'_>, row: &RowView, bars: Option<&Bars>) {
    let palette = look.palette;
    if row.hangs {
        let (_, rect) = ui.allocate_space(Vec2::new(INDENT, LINES));
        let points = Size::Body.icon();
        icon::paint(ui, rect.center(), icons::FOLLOW_UP, points, palette.text2);
    }
    let tint = Tint {
        start: palette.language(row.plan.start()),
        cue: row.cue.map(|(part, to)| (part, palette.language(to))),
    };
    let (_, rect) = ui.allocate_space(mini_waveform::SIZE);
    mini_waveform::paint(ui, rect.min, bars, tint);
    if let Some(Playing { part, .. }) = row.playing {
        let line = Rect::from_min_size(
            rect.left_bottom() + Vec2::new(0.0, 6.0),
            Vec2::new(rect.width() - 1.5, 2.0),
        );
        let radius = CornerRadius::same(1);
        ui.painter().rect_filled(line, radius, palette.heat1);
        let played = line.with_max_x(line.left() + line.width() * part);
        ui.painter().rect_filled(played, radius, palette.text);
    }
}

/// Score over duration, each with its sign.
fn row_figures(ui: &mut Ui, look: &UiContext<'_>, row: &RowView) {
    let palette = look.palette;
    let (score, score_ink) = match &row.score {
        Some(score) => (score.as_str(), Ink::strong(Size::Body, palette.text)),
        None => ("–", Ink::regular(Size::Body, palette.text2)),
    };
    let faint = if row.selected {
        palette.text2
    } else {
        palette.text3
    };
    let faint = Ink::regular(Size::Caption, faint);
    let width = |figure: &str, ink: Ink, sign: bool| {
        let figure = figures::width(ui, figure, ink.size, ink.weight);
        figure + if sign { SIGN } else { 0.0 }
    };
    let widest = width(score, score_ink, row.starred)
        .max(width(&row.duration, faint, row.doubt.is_some()))
        .max(FIGURES);
    let line = |ui: &mut Ui, figure: &str, ink: Ink, sign: Option<(Icon, &str)>| {
        let layout = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(widest, ink.size.line()), layout, |ui| {
            figures::show(ui, figure, ink);
            if let Some((sign, means)) = sign {
                let (id, room) = ui.allocate_space(Vec2::new(SIGN, ink.size.line()));
                ui.interact(room, id, Sense::hover()).on_hover_text(means);
                let at = room.center() + Vec2::new(-1.0, 0.0);
                icon::paint(ui, at, sign, Size::Caption.points(), palette.text2);
            }
        });
    };
    let column = Layout::top_down(Align::Max);
    ui.allocate_ui_with_layout(Vec2::new(widest, LINES), column, |ui| {
        let starred = tr!(look.words, "timeline-is-starred");
        let star = row.starred.then(|| (icons::STAR.fill(), &*starred));
        line(ui, score, score_ink, star);
        let doubt = row.doubt.as_deref();
        let warning = doubt.map(|doubt| (icons::WARNING, doubt));
        line(ui, &row.duration, faint, warning);
    });
}

/// What can be done with the row: all of it under the pointer, else playing on alone.
fn actions(ui: &mut Ui, cx: &mut Cx<'_>, row: &RowView, all: bool) {
    let w = cx.words;
    ui.spacing_mut().item_spacing.x = size::STEP_1;
    if all {
        let name = tr!(w, "timeline-delete");
        let named = (&*name, Action::Delete);
        if icon::inline_button_for(ui, ACTION, icons::TRASH, named, row.deletable).clicked() {
            cx.push(Command::Delete(row.id.clone()));
        }
        let name = tr!(w, "timeline-open");
        let named = (&*name, Action::Open);
        if icon::inline_button_for(ui, ACTION, OPEN, named, true).clicked() {
            cx.push(Command::OpenAttempt(row.id.clone()));
        }
    } else {
        // Play keeps its place: the pointer may be on its way to it.
        ui.add_space((ACTION + size::STEP_1) * 2.0);
    }
    let (sign, name) = if row.playing.is_some_and(|playing| playing.running) {
        (icons::PAUSE, tr!(w, "timeline-pause"))
    } else {
        (icons::PLAY, tr!(w, "timeline-play"))
    };
    let named = (&*name, Action::PlayRow);
    if icon::inline_button_for(ui, ACTION, sign, named, row.playable).clicked() {
        cx.push(Command::PlayRow(row.id.clone()));
    }
    ui.spacing_mut().item_spacing.x = 0.0;
}

/// The question, and what was asked for.
fn row_words(ui: &mut Ui, look: &UiContext<'_>, row: &RowView, filled: bool) {
    let palette = look.palette;
    let room = Vec2::new(ui.available_width().max(0.0), LINES);
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
        ui.set_width(room.x);
        let title = if row.selected {
            Ink::strong(Size::Body, palette.text)
        } else {
            Ink::regular(Size::Body, palette.text)
        };
        words::mute(ui, &row.title, title);
        // The third ink and the Korean colour are too weak on a fill.
        let plain = if filled { palette.text2 } else { palette.text3 };
        let mut job = LayoutJob {
            wrap: TextWrapping {
                max_width: room.x,
                max_rows: 1,
                break_anywhere: true,
                ..TextWrapping::default()
            },
            ..LayoutJob::default()
        };
        let format = |color: Color32| text::format(Size::Caption, Weight::Regular, color);
        for (at, (part, language)) in row.caption.iter().enumerate() {
            let color = match language {
                Some(Language::Korean) if filled => palette.text2,
                Some(language) => palette.language(*language),
                None => plain,
            };
            if at > 0 {
                job.append(" · ", 0.0, format(plain));
            }
            job.append(part, 0.0, format(color));
        }
        let galley = ui.painter().layout_job(job);
        let (_, rect) = ui.allocate_space(galley.size());
        ui.painter().galley(rect.min, galley, plain);
    });
}
