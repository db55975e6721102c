//! The toast: a short word at the bottom, with the way back where there is one.

use std::path::{Path, PathBuf};

use egui::{
    Align2, CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::flow::keys::Action;
use crate::flow::state::{Exporting, Screen, State, Toast, ToastKind};
use crate::flow::{Command, Now};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::stories::view::title;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{motion, size};
use crate::ui::widgets::access;
use crate::ui::widgets::button::Button;

/// Height of a toast.
const HEIGHT: f32 = 48.0;

/// Draws the toast into the screen right of the rail.
pub fn toast_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    screen: Rect,
    (state, now): (&State, &Now),
    out: &mut Vec<Command>,
) {
    let shown = ui.ctx().animate_bool_with_time(
        ui.scope_id().with("toast"),
        state.toast.is_some(),
        motion::SCREEN_SECS,
    );
    if state.exporting.is_some() {
        // It may begin to take a while.
        ui.ctx().request_repaint_after(Exporting::SHOWN_AFTER);
    }
    let Some(toast) = &state.toast else {
        return;
    };
    let alpha = shown.min(leaving(ui, toast, now));
    let said = said(look, state, &toast.kind);
    let way = way(look, &toast.kind);
    let button = way.as_ref().map(|(words, action, _)| {
        let button = Button::quiet(words);
        match action {
            Some(action) => button.does(*action),
            None => button,
        }
    });
    let button_width = button.map_or(0.0, |button| button.measure(ui).x + size::STEP_2);
    let padding = size::STEP_4 + size::STEP_1;
    let most = screen.width() - size::MARGIN * 2.0 - button_width - padding * 2.0;
    let shortened = shortened(ui, look, &toast.kind, &said, most);
    let galley = text::line(
        ui,
        shortened.as_deref().unwrap_or(&said),
        Size::Body,
        Weight::Regular,
        look.palette.text,
        most,
    );
    let right = if way.is_some() { size::STEP_1 } else { padding };
    let wanted = Vec2::new(padding + galley.size().x + button_width + right, HEIGHT);
    let rect = place(screen, state, wanted);
    let before = ui.opacity();
    ui.multiply_opacity(alpha);
    let radius = CornerRadius::same(size::RADIUS_ROW);
    let shadow = look.palette.card_shadow().as_shape(rect, radius);
    ui.painter().add(shadow);
    ui.painter().rect(
        rect,
        radius,
        look.palette.surface,
        Stroke::new(size::HAIRLINE, look.palette.line),
        StrokeKind::Inside,
    );
    let response = ui.interact(rect, ui.scope_id().with("toast-card"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &said));
    if matches!(toast.kind, ToastKind::Exporting) {
        access::silent(&response);
    }
    let at = Pos2::new(
        rect.left() + padding,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, look.palette.text);
    if let Some(button) = button {
        let at = Pos2::new(
            rect.right() - size::STEP_1,
            rect.center().y - size::BUTTON / 2.0,
        );
        let clicked = button.right_at(ui, at).clicked();
        out.extend(way.filter(|_| clicked).map(|(_, _, command)| command));
    }
    ui.set_opacity(before);
}

/// On the practice screen the disc has the middle of the bottom; the toast keeps to its left.
fn place(screen: Rect, state: &State, wanted: Vec2) -> Rect {
    let bottom = screen.bottom() - size::STEP_4;
    if state.screen == Screen::Practice {
        let at = Pos2::new(screen.left() + size::STEP_4, bottom);
        return Align2::LEFT_BOTTOM.anchor_size(at, wanted);
    }
    Align2::CENTER_BOTTOM.anchor_size(Pos2::new(screen.center().x.round(), bottom), wanted)
}

/// How much of it is left while it goes, and the wish to be drawn when it begins to go.
fn leaving(ui: &Ui, toast: &Toast, now: &Now) -> f32 {
    let left = toast.until.saturating_sub(now.since_start).as_secs_f32();
    let share = (left / motion::SCREEN_SECS).clamp(0.0, 1.0);
    if share >= 1.0 {
        let until = std::time::Duration::from_secs_f32((left - motion::SCREEN_SECS).max(0.0));
        ui.ctx().request_repaint_after(until.max(motion::FRAME));
    } else {
        ui.ctx().request_repaint_after(motion::FRAME);
    }
    share
}

/// The way on or back: its words, its key, what it does.
fn way(look: &UiContext<'_>, kind: &ToastKind) -> Option<(String, Option<Action>, Command)> {
    let w = look.words;
    match kind {
        ToastKind::Trashed(_) | ToastKind::StoryTrashed(_) => {
            Some((tr!(w, "shell-undo"), Some(Action::Undo), Command::BringBack))
        }
        ToastKind::ExportAsked => {
            let key = Some(Action::Open);
            Some((tr!(w, "export-yes"), key, Command::ExportShown))
        }
        ToastKind::Exporting => Some((tr!(w, "export-cancel"), None, Command::CancelExport)),
        ToastKind::Exported(folder)
        | ToastKind::AssembledSaved(folder)
        | ToastKind::SoundExported(folder) => {
            let open = Command::Reveal(folder.clone());
            Some((tr!(w, "export-open"), None, open))
        }
        ToastKind::NothingToAsk
        | ToastKind::NoSentence
        | ToastKind::NothingMended
        | ToastKind::TrimTooShort
        | ToastKind::StoryAgain(_)
        | ToastKind::Repaired(_) => None,
    }
}

/// The words with the end of the path only, where all of it has no room: its beginning is known.
fn shortened(
    ui: &Ui,
    look: &UiContext<'_>,
    kind: &ToastKind,
    said: &str,
    most: f32,
) -> Option<String> {
    let (ToastKind::Exported(folder)
    | ToastKind::AssembledSaved(folder)
    | ToastKind::SoundExported(folder)) = kind
    else {
        return None;
    };
    let ink = look.palette.text;
    let whole = text::free_line(ui, said, Size::Body, Weight::Regular, ink);
    let mut ends: Vec<_> = folder.iter().rev().take(2).collect();
    ends.reverse();
    let end = Path::new("…").join(ends.into_iter().collect::<PathBuf>());
    (whole.size().x > most).then(|| saved_to(look, kind, &end))
}

/// What was saved, and where.
fn saved_to(look: &UiContext<'_>, kind: &ToastKind, folder: &Path) -> String {
    let folder = folder.display().to_string();
    match kind {
        ToastKind::SoundExported(_) => tr!(look.words, "marks-export-done", folder = folder),
        ToastKind::AssembledSaved(_) => tr!(look.words, "mend-saved", folder = folder),
        _ => tr!(look.words, "export-done", folder = folder),
    }
}

fn said(look: &UiContext<'_>, state: &State, kind: &ToastKind) -> String {
    match kind {
        ToastKind::Trashed(_) => tr!(look.words, "shell-trashed"),
        ToastKind::NothingToAsk => tr!(look.words, "chain-nothing-left"),
        ToastKind::NoSentence => tr!(look.words, "mend-no-sentence"),
        ToastKind::NothingMended => tr!(look.words, "mend-nothing"),
        ToastKind::TrimTooShort => tr!(look.words, "trim-too-short"),
        ToastKind::StoryAgain(story) => {
            let story = title(look.words, state, story);
            tr!(look.words, "interview-story-again", story = story)
        }
        ToastKind::StoryTrashed(_) => tr!(look.words, "stories-trashed"),
        ToastKind::ExportAsked => {
            let count = state.listed_entries().count();
            if state.timeline.filter.is_open() {
                tr!(look.words, "export-ask-all", count = count)
            } else {
                tr!(look.words, "export-ask-shown", count = count)
            }
        }
        ToastKind::Exporting => {
            let (done, total) = state.exporting.map_or((0, 0), |it| (it.done, it.total));
            tr!(look.words, "export-running", done = done, total = total)
        }
        ToastKind::Exported(folder)
        | ToastKind::AssembledSaved(folder)
        | ToastKind::SoundExported(folder) => saved_to(look, kind, folder),
        ToastKind::Repaired(count) => tr!(look.words, "shell-repaired", count = { *count }),
    }
}
