//! The list of all keys, over everything. What the keys are stands in `flow::keys`; what they do
//! is said here.

use egui::{
    Frame, Id, Modal, Pos2, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::{self, Action, KeyGroup, KeyLine};
use crate::tr;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{access, card, keycap, scroll};
use crate::ui::{UiContext, key_words};

/// Width of one column.
const COLUMN: f32 = 324.0;
const PADDING: f32 = 24.0;
const HEAD: f32 = 44.0;
/// Below the last group, whose own gap comes on top.
const FOOT: f32 = 4.0;
const ROW: f32 = 20.0;
const GROUP_HEAD: f32 = 28.0;
const GROUP_GAP: f32 = 4.0;
/// Room of the caps, left of the words.
const CAPS: f32 = 104.0;
/// How much of the window shines through.
const SCRIM: f32 = 0.8;

/// The groups of the columns, in a window that has room for three.
const WIDE: &[&[KeyGroup]] = &[
    &[
        KeyGroup::Practice,
        KeyGroup::Interview,
        KeyGroup::Drill,
        KeyGroup::Stories,
        KeyGroup::Check,
    ],
    &[KeyGroup::Replay, KeyGroup::Timeline],
    &[KeyGroup::Everywhere, KeyGroup::Review, KeyGroup::Today],
];
/// The same in a narrower one.
const NARROW: &[&[KeyGroup]] = &[
    &[
        KeyGroup::Practice,
        KeyGroup::Everywhere,
        KeyGroup::Today,
        KeyGroup::Interview,
        KeyGroup::Stories,
        KeyGroup::Check,
    ],
    &[
        KeyGroup::Replay,
        KeyGroup::Review,
        KeyGroup::Timeline,
        KeyGroup::Drill,
    ],
];
/// All of them in one column.
const ONE: &[&[KeyGroup]] = &[&[
    KeyGroup::Practice,
    KeyGroup::Replay,
    KeyGroup::Review,
    KeyGroup::Timeline,
    KeyGroup::Everywhere,
    KeyGroup::Today,
    KeyGroup::Interview,
    KeyGroup::Stories,
    KeyGroup::Drill,
    KeyGroup::Check,
]];
/// Two columns in less room would cut what most keys do.
const TWO_LEAST: f32 = 500.0;

/// Draws the list over the whole window.
pub fn keys_list_ui(ui: &mut Ui, look: &UiContext<'_>, out: &mut Vec<Command>) {
    let all = &working_lines(keycap::letter_keys(ui));
    let rows = |group: KeyGroup| all.iter().filter(|line| line.group == group).count();
    let column_height = |groups: &[KeyGroup]| -> f32 {
        let heights = groups
            .iter()
            .map(|group| GROUP_HEAD + rows(*group) as f32 * ROW + GROUP_GAP);
        heights.sum()
    };
    let room = ui.ctx().content_rect().size() - Vec2::splat(size::STEP_4);
    let width_of = |columns: &[&[KeyGroup]]| COLUMN * columns.len() as f32 + PADDING * 2.0;
    let columns = if width_of(WIDE) <= room.x {
        WIDE
    } else if room.x >= TWO_LEAST {
        NARROW
    } else {
        ONE
    };
    let heights = columns.iter().map(|groups| column_height(groups));
    let height = heights.fold(0.0, f32::max);
    let wanted = Vec2::new(width_of(columns), HEAD + height + FOOT).min(room);
    let id = Id::unique("keys-list");
    let area = Modal::default_area(id).accessible_name(tr!(look.words, "keys-title"));
    let modal = Modal::new(id)
        .area(area)
        .backdrop_color(look.palette.background.gamma_multiply(SCRIM))
        .frame(Frame::NONE)
        .show(ui.ctx(), |ui| {
            let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
            card::paint(ui, rect);
            head(ui, look, rect, out);
            let below = rect.with_min_y(rect.top() + HEAD);
            let mut child = ui.new_child(UiBuilder::new().max_rect(below));
            child.set_clip_rect(below.intersect(ui.clip_rect()));
            scroll::quiet(&mut child);
            // In a small window there are more keys than room.
            scroll::show(&mut child, ScrollArea::vertical().id_salt("keys"), |ui| {
                let all_of_it = Vec2::new(rect.width(), height + FOOT);
                let (rect, _) = ui.allocate_exact_size(all_of_it, Sense::hover());
                columns_ui(ui, look, rect, columns, all);
            });
        });
    if modal.backdrop_response.clicked() {
        out.push(Command::ToggleKeys);
    }
}

/// What the keys do that do something.
fn working_lines(letter_keys: bool) -> Vec<KeyLine> {
    let working = keys::lines().iter().map(|line| KeyLine {
        caps: line.working_caps(letter_keys),
        ..line.clone()
    });
    working.filter(|line| !line.caps.is_empty()).collect()
}

fn columns_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    rect: Rect,
    columns: &[&[KeyGroup]],
    all: &[KeyLine],
) {
    let width = (rect.width() - PADDING * 2.0) / columns.len() as f32;
    for (at, groups) in columns.iter().enumerate() {
        let left = rect.left() + PADDING + width * at as f32;
        let mut y = rect.top();
        for group in *groups {
            y = self::group(ui, look, *group, all, (left, y, width));
        }
    }
}

fn head(ui: &mut Ui, look: &UiContext<'_>, rect: Rect, out: &mut Vec<Command>) {
    let title = tr!(look.words, "keys-title");
    let ink = look.palette.text;
    let galley = text::free_line(ui, &title, Size::Title, Weight::SemiBold, ink);
    let heading = text::label_at(ui, galley, rect.min + Vec2::new(PADDING, size::STEP_3));
    access::heading(&heading, &title, 1);
    let close = tr!(look.words, "keys-close");
    let at = Pos2::new(rect.right() - size::STEP_3, rect.top() + size::STEP_2);
    if Button::quiet(&close)
        .does(Action::Close)
        .right_at(ui, at)
        .clicked()
    {
        out.push(Command::ToggleKeys);
    }
}

/// One group; returns where the next begins.
fn group(
    ui: &mut Ui,
    look: &UiContext<'_>,
    group: KeyGroup,
    all: &[KeyLine],
    (left, top, width): (f32, f32, f32),
) -> f32 {
    let palette = look.palette;
    let name = key_words::group(look.words, group);
    let galley = text::free_line(ui, &name, Size::Caption, Weight::SemiBold, palette.text2);
    let heading = text::label_at(ui, galley, Pos2::new(left, top + 6.0));
    access::heading(&heading, &name, 2);
    let mut y = top + GROUP_HEAD;
    for line in all.iter().filter(|line| line.group == group) {
        let end = caps(ui, look, Pos2::new(left, y + ROW / 2.0), &line.caps);
        let words_left = end.max(left + CAPS);
        let does = key_words::action(look.words, line.action);
        let room = left + width - words_left - size::STEP_2;
        let galley = text::line(
            ui,
            &does,
            Size::Caption,
            Weight::Regular,
            palette.text,
            room,
        );
        let at = Pos2::new(words_left, y + (ROW - galley.size().y) / 2.0);
        let shown = Rect::from_min_max(
            Pos2::new(left, y),
            Pos2::new(at.x + galley.size().x, y + ROW),
        );
        ui.painter().galley(at, galley, palette.text);
        let id = ui
            .scope_id()
            .with(("key", group as u8, &line.caps, line.action as u8));
        let said = format!("{}: {does}", line.caps);
        ui.interact(shown, id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        y += ROW;
    }
    y + GROUP_GAP
}

/// The caps of a key: one for each part, a dash between the ends of a range. Returns where words may begin.
fn caps(ui: &Ui, look: &UiContext<'_>, left_center: Pos2, press: &str) -> f32 {
    let mut at = left_center;
    for part in press.split(' ') {
        if part == "–" {
            let color = look.palette.text3;
            let dash = text::free_line(ui, part, Size::Caption, Weight::Regular, color);
            let width = dash.size().x;
            let top = at - Vec2::new(0.0, dash.size().y / 2.0);
            ui.painter().galley(top, dash, color);
            at.x += width + 4.0;
        } else {
            at.x += keycap::paint_low(ui, at, part) + 4.0;
        }
    }
    at.x + 4.0
}
