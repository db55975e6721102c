//! The banner: what went wrong, what is safe, what to do. The screen begins below it, but for a take that
//! is being made, of which nothing moves.

use egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

use crate::flow::Command;
use crate::flow::State;
use crate::flow::keys::{self, Action};
use crate::flow::state::{Banner, GoingOn, Interrupted, Screen};
use crate::i18n::{dates, faults, names};
use crate::model::fault::{Fault, FaultSource, SoundFault};
use crate::tr;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{motion, size};
use crate::ui::widgets::{icon, keycap, reading_order};
use crate::ui::{UiContext, banner_details};

/// Distance from the top of the window.
pub const TOP: f32 = 8.0;
/// Side of the buttons with an icon.
const SQUARE: f32 = 32.0;
/// Height of the button with words.
const BUTTON: f32 = 36.0;

/// Draws the banner across the screen right of the rail.
pub fn banner_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    screen: Rect,
    state: &State,
    out: &mut Vec<Command>,
) {
    let banner = state.banner.as_ref();
    let shown = ui.ctx().animate_bool_with_time(
        ui.scope_id().with("banner"),
        banner.is_some(),
        motion::SCREEN_SECS,
    );
    let Some(banner) = banner else {
        return;
    };
    let before = ui.opacity();
    ui.multiply_opacity(shown);
    let rect = Rect::from_min_size(
        Pos2::new(screen.left() + size::MARGIN, screen.top() + TOP),
        Vec2::new(screen.width() - 2.0 * size::MARGIN, size::BANNER),
    );
    // It takes the presses that would reach the top bar under it.
    let whole = ui.interact(rect, ui.scope_id().with("banner-area"), Sense::CLICK);
    ui.painter().rect_filled(
        rect,
        CornerRadius::same(size::RADIUS_ROW),
        look.palette.text,
    );
    let icon_at = Pos2::new(rect.left() + 32.0, rect.center().y);
    icon::paint(ui, icon_at, sign(&banner.fault), 24.0, look.palette.inverse);
    let waits = state.interrupted().filter(|_| tells_interruption(state));
    let said = Said::new(look, banner, waits.map(|waits| (state, waits)));
    let mut row = Row {
        rect,
        right: rect.right() - size::STEP_2,
    };
    let left = reading_order::keep(ui, |ui| {
        if waits.is_some() {
            row.right = interrupted_buttons(ui, look, &row, state.screen, out);
        } else {
            usual_buttons(ui, look, &mut row, banner, out);
        }
        more_buttons(ui, look, row, banner, &said)
    });
    lines(ui, look, rect, &said, left - size::STEP_4);
    whole.widget_info(|| WidgetInfo::labeled(Role::Alert, true, said.whole()));
    ui.set_opacity(before);
}

/// Whether the banner speaks of the missing microphone of a take that waits for one.
pub fn tells_interruption(state: &State) -> bool {
    match (&state.banner, state.interrupted()) {
        (Some(banner), Some(waits)) => {
            matches!(&banner.fault, Fault::Sound(fault) if *fault == waits.fault)
        }
        _ => false,
    }
}

fn sign(fault: &Fault) -> Icon {
    match source(fault) {
        Some(FaultSource::Connection) => icons::PLUGS.fill(),
        Some(FaultSource::Microphone) => icons::MICROPHONE.fill(),
        Some(
            FaultSource::SoundSystem
            | FaultSource::Speaker
            | FaultSource::Computer
            | FaultSource::Disk,
        )
        | None => icons::WARNING,
    }
}

/// Whether another microphone would help.
fn helped_by_microphone(fault: &Fault) -> bool {
    match source(fault) {
        Some(FaultSource::Microphone | FaultSource::Connection | FaultSource::SoundSystem) => true,
        Some(FaultSource::Speaker | FaultSource::Computer | FaultSource::Disk) | None => false,
    }
}

fn source(fault: &Fault) -> Option<FaultSource> {
    match fault {
        Fault::Sound(fault) => Some(fault.source()),
        Fault::File(_) | Fault::Reading(_) => None,
    }
}

struct Said {
    first: String,
    second: String,
    detail: Option<String>,
}

impl Said {
    fn new(look: &UiContext<'_>, banner: &Banner, waits: Option<(&State, &Interrupted)>) -> Self {
        let mut text = faults::text(look.words, &banner.fault);
        if let Some((state, waits)) = waits {
            if waits.fault == SoundFault::DeviceLost {
                text.what = tr!(look.words, "interrupted-lost");
            }
            if let Some(words) = go_on(look, state, waits) {
                text.remedy = words;
            }
        }
        let first = match banner.saved_secs {
            Some(secs) => {
                let saved = tr!(look.words, "fault-saved", time = dates::clock(secs));
                format!("{} {saved}", text.what)
            }
            None => text.what,
        };
        Self {
            first,
            second: text.remedy,
            detail: text.detail,
        }
    }

    fn whole(&self) -> String {
        format!("{} {}", self.first, self.second)
    }
}

/// What can be done about a take that waits, where the fault's own remedy is not enough.
fn go_on(look: &UiContext<'_>, state: &State, waits: &Interrupted) -> Option<String> {
    let w = look.words;
    let Some(device) = state.microphone() else {
        // Without the sound service no plug helps.
        let plug = waits.fault != SoundFault::SoundServerGone;
        return plug.then(|| tr!(w, "interrupted-none-do"));
    };
    if waits.going_on == GoingOn::Failed {
        return Some(tr!(w, "interrupted-failed-do"));
    }
    let name = names::by_means_of(w, &device.name);
    let before = waits.recording.attempt.take.device.as_ref();
    let another = before.is_some_and(|before| before.id != device.id);
    Some(if another && waits.fault == SoundFault::DeviceLost {
        tr!(w, "interrupted-other-do", device = name)
    } else {
        tr!(w, "interrupted-go-on-do", device = name)
    })
}

fn lines(ui: &Ui, look: &UiContext<'_>, rect: Rect, said: &Said, right: f32) {
    let left = rect.left() + 60.0;
    let width = right - left;
    let ink = look.palette.inverse;
    let free = text::free_line(ui, &said.first, Size::Body, Weight::SemiBold, ink);
    // What happened and what is safe comes before the size of the letters.
    let size = if free.size().x > width {
        Size::Caption
    } else {
        Size::Body
    };
    let first = text::line(ui, &said.first, size, Weight::SemiBold, ink, width);
    let middle = rect.top() + 17.0;
    ui.painter()
        .galley(Pos2::new(left, middle - first.size().y / 2.0), first, ink);
    let ink = look.palette.inverse2;
    let second = text::line(ui, &said.second, Size::Caption, Weight::Regular, ink, width);
    ui.painter()
        .galley(Pos2::new(left, rect.top() + 27.0), second, ink);
}

/// The ways on stand in a row that fills from its right end.
struct Row {
    rect: Rect,
    right: f32,
}

impl Row {
    /// A square for a button with an icon.
    fn square(&mut self) -> Rect {
        let y = self.rect.center().y;
        let rect = Rect::from_min_max(
            Pos2::new(self.right - SQUARE, y - SQUARE / 2.0),
            Pos2::new(self.right, y + SQUARE / 2.0),
        );
        self.right -= SQUARE + size::STEP_1;
        rect
    }

    /// Where a button with words ends.
    fn end(&self) -> Pos2 {
        Pos2::new(self.right, self.rect.center().y)
    }
}

/// To listen, and to choose a microphone; where one is chosen, the way back. Returns their left end.
fn interrupted_buttons(
    ui: &mut Ui,
    look: &UiContext<'_>,
    row: &Row,
    screen: Screen,
    out: &mut Vec<Command>,
) -> f32 {
    let listen = tr!(look.words, "interrupted-listen");
    let (width, clicked) = words_button(ui, look, row.end(), &listen, true);
    if clicked {
        out.push(Command::StopRecording);
    }
    let (words, to) = if screen == Screen::Settings {
        (tr!(look.words, "interrupted-back"), Screen::Practice)
    } else if look.small {
        (tr!(look.words, "shell-microphone"), Screen::Settings)
    } else {
        (tr!(look.words, "interrupted-other"), Screen::Settings)
    };
    let at = row.end() - Vec2::new(width + size::STEP_2, 0.0);
    let (width, clicked) = words_button(ui, look, at, &words, false);
    if clicked {
        out.push(Command::GoTo(to));
    }
    at.x - width - size::STEP_1
}

fn usual_buttons(
    ui: &mut Ui,
    look: &UiContext<'_>,
    row: &mut Row,
    banner: &Banner,
    out: &mut Vec<Command>,
) {
    let dismiss = tr!(look.words, "shell-dismiss");
    if icon_button(
        ui,
        look,
        row.square(),
        icons::CLOSE,
        (&dismiss, keys::cap(Action::Close)),
    )
    .clicked()
    {
        out.push(Command::DismissBanner);
    }
    if matches!(&banner.fault, Fault::File(fault) if fault.may_pass()) {
        let words = tr!(look.words, "try-again");
        let (width, clicked) = words_button(ui, look, row.end(), &words, true);
        row.right -= width + size::STEP_1;
        if clicked {
            out.push(Command::TryAgain);
        }
    }
    if helped_by_microphone(&banner.fault) {
        let words = if look.small {
            tr!(look.words, "shell-microphone")
        } else {
            tr!(look.words, "shell-choose-microphone")
        };
        let (width, clicked) = words_button(ui, look, row.end(), &words, true);
        row.right -= width + size::STEP_1;
        if clicked {
            out.push(Command::GoTo(Screen::Settings));
        }
    }
}

/// What there is more to read; returns where all buttons begin.
fn more_buttons(
    ui: &mut Ui,
    look: &UiContext<'_>,
    mut row: Row,
    banner: &Banner,
    said: &Said,
) -> f32 {
    let room = row.right - row.rect.left() - 60.0 - SQUARE;
    if said.detail.is_some() || is_cut(ui, said, room) {
        let name = tr!(look.words, "shell-details");
        let opener = icon_button(ui, look, row.square(), icons::DOTS_THREE, (&name, ""));
        let lines = [&said.first, &said.second];
        banner_details::show(&opener, look, lines, said.detail.as_deref());
    }
    if banner.more > 0 {
        let count = format!("+{}", banner.more);
        let ink = look.palette.inverse2;
        let galley = text::free_line(ui, &count, Size::Caption, Weight::SemiBold, ink);
        let size = galley.size();
        let at = row.end() - Vec2::new(size.x + size::STEP_2, size.y / 2.0);
        let response = text::label_at(ui, galley, at);
        response.on_hover_text(tr!(look.words, "shell-more-faults", count = banner.more));
        row.right -= size.x + size::STEP_2 * 2.0;
    }
    row.right
}

fn is_cut(ui: &Ui, said: &Said, room: f32) -> bool {
    let ink = egui::Color32::PLACEHOLDER;
    let first = text::free_line(ui, &said.first, Size::Body, Weight::SemiBold, ink);
    let second = text::free_line(ui, &said.second, Size::Caption, Weight::Regular, ink);
    first.size().x.max(second.size().x) > room
}

/// `named`: what it is called, and the cap of its key or nothing.
fn icon_button(
    ui: &mut Ui,
    look: &UiContext<'_>,
    rect: Rect,
    icon: Icon,
    (name, cap): (&str, &str),
) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(("banner", name)), Sense::click());
    let palette = look.palette;
    focus_on_ink(ui, look, &response, rect);
    if response.hovered() {
        let fill = palette.inverse.gamma_multiply(0.16);
        ui.painter()
            .rect_filled(rect, CornerRadius::same(size::RADIUS_SEGMENT), fill);
    }
    icon::paint(ui, rect.center(), icon, 20.0, palette.inverse);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    keycap::tip(response, name, cap)
}

/// The focus ring of the other buttons would be ink on ink.
fn focus_on_ink(ui: &Ui, look: &UiContext<'_>, response: &Response, rect: Rect) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(size::FOCUS_GAP),
            CornerRadius::same(size::RADIUS_FIELD),
            Stroke::new(size::EMPHASIS, look.palette.inverse),
            StrokeKind::Outside,
        );
    }
}

/// A button with words, filled or not, that ends at a place; returns its width and whether it was
/// pressed.
fn words_button(
    ui: &mut Ui,
    look: &UiContext<'_>,
    right: Pos2,
    words: &str,
    filled: bool,
) -> (f32, bool) {
    let palette = look.palette;
    let (weight, ink) = if filled {
        (Weight::SemiBold, palette.text)
    } else {
        (Weight::Regular, palette.inverse)
    };
    let galley = text::free_line(ui, words, Size::Body, weight, ink);
    let wanted = Vec2::new((galley.size().x + size::STEP_8).ceil(), BUTTON);
    let rect = Rect::from_min_size(
        Pos2::new(right.x - wanted.x, right.y - wanted.y / 2.0),
        wanted,
    );
    let response = ui.interact(rect, ui.scope_id().with(("banner", words)), Sense::click());
    let fill = match (filled, response.hovered()) {
        (true, true) if palette.dark => palette.selected,
        (true, true) => palette.inverse2,
        (true, false) => palette.inverse,
        (false, true) => palette.inverse.gamma_multiply(0.16),
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter()
        .rect_filled(rect, CornerRadius::same(size::RADIUS_SEGMENT), fill);
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus_on_ink(ui, look, &response, rect);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    (wanted.x, response.clicked())
}
