//! Marks on the waveform: flags, where the interviewer broke in, where a part of a story begins. Each is a
//! button that takes the playhead to its place. Not here: the switch (`switch_span`).

use egui::{Id, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::{dates, names};
use crate::model::mark::MarkKind;
use crate::model::star::StarPart;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::wave::Wave;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::{focus, icon, speech_marks, take_waveform};

/// Size of a pennant.
const PENNANT: Vec2 = Vec2::new(12.0, 18.0);
/// From the pole of a pennant to its left edge.
const POLE: f32 = 3.0;
/// Side of the sign of the interviewer.
const SIGN: f32 = 20.0;

/// Draws those that are on show.
pub fn marks_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>) {
    for frame in &wave.view.flags {
        if wave.shows(*frame) {
            flag_ui(ui, cx, wave, *frame);
        }
    }
    for frame in &wave.view.interruptions {
        if wave.shows(*frame) {
            broke_in_ui(ui, cx, wave, *frame);
        }
    }
}

/// What a press of a mark leads to, and what it is called.
struct Mark<'a> {
    id: Id,
    /// Where it is drawn; the pointer finds it in more room than that.
    place: Rect,
    frame: u64,
    name: &'a str,
}

impl Mark<'_> {
    /// It takes drags too, or the waveform below would seek as soon as it is pressed.
    fn show(self, ui: &mut Ui, cx: &mut Cx<'_>) -> Response {
        let least = self.place.size().max(Vec2::splat(size::TARGET));
        let target = Rect::from_center_size(self.place.center(), least);
        let response = ui.interact(target, self.id, Sense::click_and_drag());
        focus::ring(ui, &response, self.place, size::RADIUS_SMALL);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name));
        if response.clicked() {
            cx.push(Command::SeekTo(self.frame));
        }
        response.on_hover_text(self.name)
    }
}

fn flag_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, frame: u64) {
    let foot = wave.foot(frame);
    take_waveform::paint_pennant(ui, foot, PENNANT.y, cx.palette.text);
    let time = dates::clock_tenths(wave.view.secs(frame));
    let mark = Mark {
        id: ui.scope_id().with(("flag", frame)),
        place: Rect::from_min_size(foot - Vec2::new(POLE, PENNANT.y), PENNANT),
        frame,
        name: &tr!(cx.words, "review-flag", time = time),
    };
    mark.show(ui, cx);
}

fn broke_in_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, frame: u64) {
    let center: Pos2 = wave.foot(frame) - Vec2::new(0.0, SIGN / 2.0);
    let time = dates::clock_tenths(wave.view.secs(frame));
    let mark = Mark {
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
        let mark = Mark {
            id: ui.scope_id().with(("star-mark", mark.frame, part.id())),
            place: speech_marks::paint_letter(ui, wave.foot(mark.frame), &letter),
            frame: mark.frame,
            name: &tr!(w, "speech-star-at", part = name, time = time),
        };
        mark.show(ui, cx);
    }
}
