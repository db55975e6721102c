//! A key cap: the name of a key in a small frame, beside the words of what it does or in its tooltip.

use egui::{
    Color32, Context, CornerRadius, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo,
};

use crate::flow::keys::{self, Action};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::access;
use crate::ui::widgets::words::{self, Ink};

/// How much lower a cap is in a list whose rows are as high as a cap, so that no two touch.
const LOWER: f32 = 2.0;

fn letter_keys_id() -> Id {
    Id::unique("letter-keys")
}

/// Says once a frame whether keys that are characters do anything.
pub fn set_letter_keys(ui: &Ui, on: bool) {
    ui.data_mut(|data| data.insert_temp(letter_keys_id(), on));
}

/// Whether a key does anything: a cap of one that does not is never drawn.
pub fn works(ctx: &Context, key: &str) -> bool {
    letter_keys(ctx) || !keys::is_character(key)
}

/// The words of a choice in a list, with the key that does the same if it does anything.
pub fn with_key(ctx: &Context, label: String, action: Action) -> String {
    let key = keys::cap(action);
    if works(ctx, key) {
        format!("{label} · {key}")
    } else {
        label
    }
}

/// Whether keys that are characters do anything.
pub fn letter_keys(ctx: &Context) -> bool {
    let on = ctx.data(|data| data.get_temp(letter_keys_id()));
    on.unwrap_or(true)
}

/// The tooltip of a control whose key is not drawn: what it does, and the key that does the same, which a
/// screen reader finds on the control. The cap is empty where no key does it.
pub fn tip(control: Response, said: &str, cap: &str) -> Response {
    let works = !cap.is_empty() && works(&control.ctx, cap);
    if works {
        access::key(&control, cap);
    }
    control.on_hover_ui(|ui| {
        ui.horizontal(|ui| {
            let ink = Ink::regular(Size::Caption, palette(ui.ctx()).text);
            words::label(ui, said, ink);
            if works {
                show(ui, cap);
            }
        });
    })
}

/// Size of the cap of a key; without width where the key does nothing.
pub fn size_of(ui: &Ui, key: &str) -> Vec2 {
    if !works(ui, key) {
        return Vec2::new(0.0, size::KEY);
    }
    let text = text::free_line(
        ui,
        key,
        Size::Caption,
        Weight::Regular,
        Color32::PLACEHOLDER,
    );
    Vec2::new((text.size().x + 12.0).max(size::KEY), size::KEY)
}

/// A cap in egui's layout.
pub fn show(ui: &mut Ui, key: &str) {
    if !works(ui, key) {
        return;
    }
    let (_, rect) = ui.allocate_space(size_of(ui, key));
    show_at(ui, rect.left_center(), key);
}

/// A cap whose left edge is centred on `left_center`; returns its width. A screen reader finds it.
pub fn show_at(ui: &Ui, left_center: Pos2, key: &str) -> f32 {
    if !works(ui, key) {
        return 0.0;
    }
    let cap = size_of(ui, key);
    let rect = Rect::from_min_size(left_center - Vec2::new(0.0, cap.y / 2.0), cap);
    let id = ui
        .scope_id()
        .with(("cap", key, rect.left() as i32, rect.top() as i32));
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    paint(ui, left_center, key, false)
}

/// Paints a cap on or beside a control that says its key itself; returns its width.
pub fn paint(ui: &Ui, left_center: Pos2, key: &str, on_ink: bool) -> f32 {
    paint_as(ui, left_center, key, size_of(ui, key), on_ink)
}

/// Paints a cap in a list whose rows are as high as a cap; returns its width.
pub fn paint_low(ui: &Ui, left_center: Pos2, key: &str) -> f32 {
    let cap = size_of(ui, key) - Vec2::new(0.0, LOWER);
    paint_as(ui, left_center, key, cap, false)
}

fn paint_as(ui: &Ui, left_center: Pos2, key: &str, cap: Vec2, on_ink: bool) -> f32 {
    if !works(ui, key) {
        return 0.0;
    }
    let palette = palette(ui.ctx());
    let rect = Rect::from_min_size(Pos2::new(left_center.x, left_center.y - cap.y / 2.0), cap);
    let (fill, edge, color) = if on_ink {
        (
            Color32::TRANSPARENT,
            palette.inverse2.gamma_multiply(0.6),
            palette.inverse,
        )
    } else {
        (palette.surface, palette.line, palette.text2)
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(6),
        fill,
        Stroke::new(size::HAIRLINE, edge),
        StrokeKind::Inside,
    );
    let text = text::free_line(ui, key, Size::Caption, Weight::Regular, color);
    ui.painter()
        .galley(rect.center() - text.size() / 2.0, text, color);
    cap.x
}
