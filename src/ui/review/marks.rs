//! Marks on the waveform: flags, where the interviewer broke in, where a part of a story begins. Each takes
//! the playhead to its place; flags can be moved. Not here: the switch (`switch_span`), the list of marks.

use egui::{Id, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::SHIFT_SECS;
use crate::flow::review::{MarkCommand, MarkKey};
use crate::i18n::{dates, names};
use crate::model::mark::{FlagKind, Mark, MarkKind};
use crate::model::star::StarPart;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::mark_list;
use crate::ui::review::wave::Wave;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::focus::Steps;
use crate::ui::widgets::{access, focus, icon, speech_marks, take_waveform};

/// Size of a pennant.
const PENNANT: Vec2 = Vec2::new(12.0, 18.0);
/// From the pole of a pennant to its left edge.
const POLE: f32 = 3.0;
/// Side of the sign of the interviewer.
const SIGN: f32 = 20.0;

/// Draws those that are on show. Returns whether one is held, so that what is on show stays under the pointer.
pub fn marks_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>) -> bool {
    let mut held = false;
    for flag in wave.view.attempt.marks.iter().enumerate() {
        if flag.1.flag().is_some() {
            held |= flag_ui(ui, cx, wave, flag);
        }
    }
    for frame in &wave.view.interruptions {
        if wave.shows(*frame) {
            broke_in_ui(ui, cx, wave, *frame);
        }
    }
    held
}

/// Where the pointer finds what is drawn in a place.
fn target(place: Rect) -> Rect {
    let least = place.size().max(Vec2::splat(size::TARGET));
    Rect::from_center_size(place.center(), least)
}

/// What a press of a mark leads to, and what it is called.
struct Target<'a> {
    id: Id,
    /// Where it is drawn; the pointer finds it in more room than that.
    place: Rect,
    frame: u64,
    name: &'a str,
}

impl Target<'_> {
    /// It takes drags too, or the waveform below would seek as soon as it is pressed.
    fn show(self, ui: &mut Ui, cx: &mut Cx<'_>) -> Response {
        let response = ui.interact(target(self.place), self.id, Sense::click_and_drag());
        focus::ring(ui, &response, self.place, size::RADIUS_SMALL);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name));
        if response.clicked() {
            cx.push(Command::SeekTo(self.frame));
        }
        response.on_hover_text(self.name)
    }
}

/// A flag, which the arrows and the pointer move.
fn flag_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, (at, flag): (usize, &Mark)) -> bool {
    let end = wave.view.attempt.take.frames;
    let frame = flag.frame.min(end);
    if !wave.shows(frame) {
        return false;
    }
    let key = MarkKey::of(flag);
    let foot = wave.foot(frame);
    let name = names::mark_at(cx.words, wave.view.attempt, flag);
    // By its place in the list, which stays while it is moved.
    let id = ui.scope_id().with(("flag", at));
    let place = Rect::from_min_size(foot - Vec2::new(POLE, PENNANT.y), PENNANT);
    let response = ui.interact(target(place), id, Sense::click_and_drag());
    let color = if response.hovered() || wave.view.selected == Some(key) {
        cx.palette.text
    } else {
        cx.palette.text2
    };
    if flag.kind == MarkKind::Flag(FlagKind::Free) {
        take_waveform::paint_pennant(ui, foot, PENNANT.y, color);
    } else {
        let sign = mark_list::sign(flag.kind);
        icon::paint(ui, place.center(), sign, Size::Caption.icon(), color);
    }
    focus::ring(ui, &response, place, size::RADIUS_SMALL);
    let secs = wave.view.secs(frame);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, &name);
        info.value = Some(secs);
        info.current_text_value = Some(dates::clock_tenths(secs));
        info
    });
    let take = 0.0..=wave.view.secs(end);
    access::measure(&response, secs, take, &dates::clock_tenths(secs));
    if response.clicked() {
        cx.push(Command::Mark(MarkCommand::Select(key)));
        cx.push(Command::SeekTo(frame));
    }
    if let Some(to) = moved(ui, wave, &response, frame) {
        cx.push(Command::Mark(MarkCommand::MoveTo(key, to.min(end))));
        if !response.dragged() {
            cx.push(Command::Mark(MarkCommand::LetGo));
        }
    }
    if response.drag_stopped() {
        cx.push(Command::Mark(MarkCommand::LetGo));
    }
    let held = response.is_pointer_button_down_on();
    response.on_hover_text(name);
    held
}

/// Where a flag is to go, by the pointer or by the arrows.
fn moved(ui: &Ui, wave: &Wave<'_>, response: &Response, frame: u64) -> Option<u64> {
    if response.dragged()
        && let Some(at) = response.interact_pointer_pos()
    {
        return Some(wave.frame(at.x)).filter(|to| *to != frame);
    }
    let step = wave.view.frames(SHIFT_SECS);
    let Steps { back, on } = focus::steps(ui, response);
    let to = frame.saturating_add(step * on as u64);
    let to = to.saturating_sub(step * back as u64);
    (to != frame).then_some(to)
}

fn broke_in_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, frame: u64) {
    let center: Pos2 = wave.foot(frame) - Vec2::new(0.0, SIGN / 2.0);
    let time = dates::clock_tenths(wave.view.secs(frame));
    let mark = Target {
        id: ui.scope_id().with(("broke-in", frame)),
        place: Rect::from_center_size(center, Vec2::splat(SIGN)),
        frame,
        name: &tr!(cx.words, "chain-broke-in", time = time),
    };
    let color = if mark.show(ui, cx).hovered() {
        cx.palette.text
    } else {
        cx.palette.text2
    };
    icon::paint(ui, center, icons::USERS, Size::Body.icon(), color);
}

/// Draws letters where the person tapped a part of the answer.
pub fn parts_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>) {
    let w = cx.words;
    for mark in &wave.view.attempt.marks {
        let MarkKind::Part(part) = mark.kind else {
            continue;
        };
        if !wave.range.contains(&mark.frame) {
            continue;
        }
        let letter = match part {
            StarPart::Situation => tr!(w, "speech-situation-letter"),
            StarPart::Task => tr!(w, "speech-task-letter"),
            StarPart::Action => tr!(w, "speech-action-letter"),
            StarPart::Result => tr!(w, "speech-result-letter"),
        };
        let time = dates::clock_tenths(wave.view.secs(mark.frame));
        let name = names::part(w, part);
        let mark = Target {
            id: ui.scope_id().with(("star-mark", mark.frame, part.id())),
            place: speech_marks::paint_letter(ui, wave.foot(mark.frame), &letter),
            frame: mark.frame,
            name: &tr!(w, "speech-star-at", part = name, time = time),
        };
        mark.show(ui, cx);
    }
}
