//! Two answers side by side, in place of the review: their waveforms over each other, who is in the ear,
//! and what they differ in. Not here: one of the waveforms (`compare_wave`), the words
//! (`compare_view`), what is done (the flow).

use egui::{
    Align as Across, Layout, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::review::comparison::{CompareCommand, Pair};
use crate::i18n::dates;
use crate::model::compare::{Align, Side};
use crate::model::take::seconds_from_frames;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::compare_view::{self, DifferenceMemory, RowView};
use crate::ui::review::compare_wave::{self, PictureMemory};
use crate::ui::theme::text::{self, Size};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::wave_scale::x_of;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, figures, form, icon, scroll};

/// Height of a waveform.
const WAVE: f32 = 72.0;
/// Room of the labels of time below it.
const TIMES: f32 = 28.0;
/// Height of a row of the table.
const ROW: f32 = 28.0;
/// Side of the square of an icon.
const ICON: f32 = 36.0;
/// Where the columns of a row end, as shares of its width: newer, earlier, difference.
const COLUMNS: [f32; 3] = [0.48, 0.66, 1.0];

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct CompareMemory {
    pictures: [PictureMemory; 2],
    pub differences: DifferenceMemory,
}

/// Draws the comparison into the room of the review.
pub fn compare_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: &Pair, memory: &mut CompareMemory) {
    scroll::quiet(ui);
    scroll::show(
        ui,
        ScrollArea::vertical().id_salt("compare").auto_shrink(false),
        |ui| {
            form::column(ui, size::COLUMN_LARGE, |ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                ui.add_space(size::STEP_3);
                head_ui(ui, cx, pair);
                ui.add_space(size::STEP_2);
                waves_ui(ui, cx, pair, &mut memory.pictures);
                ui.add_space(size::STEP_2);
                transport_ui(ui, cx, pair);
                ui.add_space(size::STEP_4);
                table_ui(ui, cx, pair, &mut memory.differences);
                notes_ui(ui, cx, pair);
                ui.add_space(size::STEP_6);
            });
        },
    );
}

/// The way back, and what is compared where.
fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: &Pair) {
    let w = cx.words;
    let row = Vec2::new(ui.available_width(), size::BUTTON);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Across::Center), |ui| {
        ui.spacing_mut().item_spacing.x = size::STEP_2;
        let back = tr!(w, "compare-close");
        if icon::inline_button(ui, ICON, icons::ARROW_LEFT, &back, true).clicked() {
            cx.push(Command::Compare(CompareCommand::Close));
        }
        let title = tr!(w, "compare-screen");
        let shown = words::label(ui, &title, Ink::strong(Size::Title, cx.palette.text));
        access::heading(&shown, &title, 1);
        form::at_right(ui, |ui| {
            other_ui(ui, cx, pair);
            align_ui(ui, cx, pair);
        });
    });
}

fn align_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: &Pair) {
    let w = cx.words;
    let choices: Vec<Choice<Align>> = Align::possible(&pair.newer, &pair.earlier)
        .into_iter()
        .map(|align| Choice {
            value: align,
            label: compare_view::align(w, align),
            current: align == pair.align,
        })
        .collect();
    let name = tr!(w, "compare-align");
    let now = tr!(
        w,
        "compare-align-at",
        place = compare_view::align(w, pair.align)
    );
    if let Some(align) = chip::drop_down(ui, &name, &now, false, &choices) {
        cx.push(Command::Compare(CompareCommand::Align(align)));
    }
}

/// Which other answer it is compared with.
fn other_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: &Pair) {
    let w = cx.words;
    let other = cx.state.compare.as_ref().map(|compare| &compare.other);
    let choices: Vec<_> = cx
        .state
        .comparable()
        .into_iter()
        .map(|attempt| Choice {
            value: attempt.id.clone(),
            label: compare_view::answer(w, attempt, cx.now),
            current: Some(&attempt.id) == other,
        })
        .collect();
    if choices.len() < 2 {
        return;
    }
    let which = match other {
        Some(other) => pair.side_of(other),
        None => Side::Earlier,
    };
    let now = dates::moment(w, &pair.attempt(which).created, cx.now.date.date());
    let name = tr!(w, "compare-with");
    if let Some(id) = chip::drop_down(ui, &name, &now, false, &choices) {
        cx.push(Command::Compare(CompareCommand::With(id)));
    }
}

/// Both waveforms, and the playhead through both.
fn waves_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: &Pair, pictures: &mut [PictureMemory; 2]) {
    let line = 0..pair.axis.frames();
    for (side, picture) in Side::BOTH.into_iter().zip(pictures) {
        let name = compare_view::title(cx.words, pair, side, cx.now);
        title_ui(ui, cx, pair, side, &name);
        let room = Vec2::new(ui.available_width(), WAVE);
        let (_, place) = ui.allocate_space(room);
        compare_wave::wave_ui(ui, cx, (pair, side), (place, &name), picture);
        let at = |frame: u64| x_of(place, &line, frame).round() + 0.5;
        let anchor = Stroke::new(size::HAIRLINE, cx.palette.control);
        ui.painter()
            .vline(at(pair.axis.anchor()), place.y_range(), anchor);
        let playhead = Stroke::new(size::EMPHASIS, cx.palette.text);
        let heard = at(cx.state.playback.frame.min(line.end));
        ui.painter().vline(heard, place.y_range(), playhead);
        ui.add_space(TIMES);
    }
}

/// Which answer it is, and whether it is in the ear. A press hears it.
fn title_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: &Pair, side: Side, name: &str) {
    let heard = pair.ear == side;
    let row = Vec2::new(ui.available_width(), size::CHIP);
    let layout = Layout::left_to_right(Across::Center);
    ui.allocate_ui_with_layout(row, layout, |ui| {
        ui.spacing_mut().item_spacing.x = size::STEP_2;
        let ink = if heard {
            Ink::strong(Size::Caption, cx.palette.text)
        } else {
            Ink::regular(Size::Caption, cx.palette.text2)
        };
        words::label(ui, name, ink);
        if heard {
            icon::plain(ui, icons::SPEAKER, Size::Caption.icon(), cx.palette.text);
            words::label(ui, &tr!(cx.words, "compare-in-ear"), ink);
        } else {
            let hear = tr!(cx.words, "compare-hear");
            let said = format!("{hear}: {name}");
            let button = Button::quiet(&hear).said(&said).small();
            if ui.add(button.does(Action::SwitchEar)).clicked() {
                cx.push(Command::Compare(CompareCommand::Hear(side)));
            }
        }
    });
}

/// Play or pause, where the answer in the ear stands, and which one that is.
fn transport_ui(ui: &mut Ui, cx: &mut Cx<'_>, pair: &Pair) {
    let w = cx.words;
    let row = Vec2::new(ui.available_width(), size::BUTTON);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Across::Center), |ui| {
        ui.spacing_mut().item_spacing.x = size::STEP_3;
        let (sign, name) = if cx.state.playback.playing {
            (icons::PAUSE, tr!(w, "review-pause"))
        } else {
            (icons::PLAY, tr!(w, "review-play"))
        };
        if ui
            .add(Button::secondary(&name).icon(sign).does(Action::Play))
            .clicked()
        {
            cx.push(Command::PlayPause);
        }
        let attempt = pair.attempt(pair.ear);
        let own = pair.axis.own(pair.ear, cx.state.playback.frame);
        let secs = seconds_from_frames(own, attempt.take.sample_rate_hz);
        let place = format!(
            "{} / {}",
            dates::clock_tenths(secs),
            dates::clock(attempt.take.duration_secs())
        );
        figures::show(ui, &place, Ink::regular(Size::Caption, cx.palette.text2));
        // Said by itself when the ear is switched.
        let hearing = tr!(w, "compare-hearing", side = compare_view::side(w, pair.ear));
        let shown = words::label(ui, &hearing, Ink::strong(Size::Caption, cx.palette.text));
        access::announced(&shown);
        let quiet = Ink::regular(Size::Caption, cx.palette.text3);
        if !cx.small {
            words::cut(ui, &tr!(w, "compare-matched"), quiet);
        }
    });
}

/// What the two differ in, a row for each figure.
fn table_ui(ui: &mut Ui, cx: &Cx<'_>, pair: &Pair, memory: &mut DifferenceMemory) {
    let w = cx.words;
    let rows = memory.follow(cx.state, [&pair.newer, &pair.earlier]);
    let name = tr!(w, "compare-table");
    let heads = [
        tr!(w, "compare-newer"),
        tr!(w, "compare-earlier"),
        tr!(w, "compare-difference"),
    ];
    form::group(ui, &name, |ui| {
        let quiet = Ink::regular(Size::Caption, cx.palette.text3);
        let heads = heads.each_ref().map(|head| (head.as_str(), quiet));
        let said = heads.map(|(head, _)| head).join(", ");
        row_ui(ui, ("", quiet), &heads)
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        for row in rows {
            let row = RowView::new(w, cx.state, row);
            let figure = Ink::regular(Size::Caption, cx.palette.text);
            let difference = if row.heard {
                Ink::strong(Size::Caption, cx.palette.text)
            } else {
                quiet
            };
            let values = [
                (row.newer.as_str(), figure),
                (row.earlier.as_str(), figure),
                (row.difference.as_str(), difference),
            ];
            let named = Ink::regular(Size::Caption, cx.palette.text2);
            let said = row.said(w);
            row_ui(ui, (&row.name, named), &values)
                .widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        }
    });
}

/// A name, and three columns whose words end below each other.
fn row_ui(ui: &mut Ui, name: (&str, Ink), values: &[(&str, Ink); 3]) -> egui::Response {
    form::hairline(ui);
    let wanted = Vec2::new(ui.available_width(), ROW);
    let (row, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let first = row.left() + row.width() * COLUMNS[0] - size::STEP_10 * 2.0;
    let room = row.with_max_x(first);
    let layout = Layout::left_to_right(Across::Center);
    let builder = UiBuilder::new().max_rect(room).layout(layout);
    words::mute(&mut ui.new_child(builder), name.0, name.1);
    let mut left = first;
    for ((value, ink), end) in values.iter().zip(COLUMNS) {
        let right = row.left() + row.width() * end;
        let room = row.with_min_x(left).with_max_x(right);
        let layout = Layout::right_to_left(Across::Center);
        let builder = UiBuilder::new().max_rect(room).layout(layout);
        words::mute(&mut ui.new_child(builder), value, *ink);
        left = right + size::STEP_2;
    }
    response
}

/// What was noted of each.
fn notes_ui(ui: &mut Ui, cx: &Cx<'_>, pair: &Pair) {
    let sides = Side::BOTH
        .into_iter()
        .filter(|side| !pair.attempt(*side).notes.trim().is_empty());
    for side in sides {
        ui.add_space(size::STEP_4);
        let side_name = compare_view::side(cx.words, side);
        let title = tr!(cx.words, "compare-notes", side = side_name);
        let shown = words::label(ui, &title, Ink::strong(Size::Caption, cx.palette.text));
        access::heading(&shown, &title, 2);
        ui.add_space(size::STEP_1);
        let ink = Ink::regular(Size::Caption, cx.palette.text2);
        let width = ui.available_width();
        let notes = pair.attempt(side).notes.trim();
        let galley = text::paragraph(
            ui,
            notes,
            ink.size,
            ink.weight,
            ink.color,
            (width, usize::MAX),
        );
        words::whole(ui, galley, notes);
    }
}
