//! A session that stands: one that waits from before, one that was paused, and a break.

use egui::{Align2, Pos2, Rect, Role, Ui, Vec2};

use crate::flow::keys::Action;
use crate::flow::{Command, Now};
use crate::i18n::{dates, sessions};
use crate::model::session::record::Session;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::{Column, Rows, group};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{card, figures, icon};

/// Height of the card of a break, where there is room.
const BREAK: f32 = 320.0;
/// What words on the card of a break leave free.
const MARGINS: f32 = 32.0;

/// A session from before that can be gone on with.
pub fn waiting_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (session, now): (&Session, &Now),
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let name = tr!(w, "interview-waits");
    group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_4);
        let format = sessions::title(w, session.shape.format);
        let at = dates::moment(w, &session.begun, now.date.date());
        rows.sentence(ui, &format!("{format} · {at}"), Size::Body);
        rows.sentence(ui, &place(look, session), Size::Caption);
        rows.room(size::STEP_3);
        ways_on(ui, look, session, rows, out);
        rows.room(size::STEP_4);
    });
}

/// The session under way, while it waits.
pub fn paused_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    session: &Session,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let name = tr!(w, "interview-paused");
    group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_6);
        let left = if session.on_break {
            session.break_left_secs()
        } else {
            session.left_secs()
        };
        let clock = dates::clock(left.ceil());
        let at = Pos2::new(rows.column.inner_left(), rows.column.y);
        let ink = look.palette.text;
        let width = figures::paint(ui, at, &clock, Size::Display, Weight::SemiBold, ink);
        let beside = Pos2::new(
            at.x + width + size::STEP_3,
            at.y + Size::Display.line() / 2.0 + 3.0,
        );
        let what = if session.on_break {
            tr!(w, "interview-left-break")
        } else {
            tr!(w, "interview-left-of", number = session.at)
        };
        words::left(
            ui,
            beside,
            &what,
            Ink::regular(Size::Body, look.palette.text2),
        );
        rows.room(Size::Display.line() + size::STEP_1);
        rows.sentence(ui, &place(look, session), Size::Caption);
        rows.sentence(ui, &tr!(w, "interview-paused-what"), Size::Caption);
        rows.room(size::STEP_4);
        ways_on(ui, look, session, rows, out);
        rows.room(size::STEP_6);
    });
}

/// How far it has come.
fn place(look: &UiContext<'_>, session: &Session) -> String {
    let w = look.words;
    let of = session.interviewers.len();
    let who = tr!(w, "interview-of", number = session.at, of = of);
    let answers = tr!(w, "interview-answers", count = session.answers());
    format!("{who} · {answers}")
}

/// Go on, leave it for another time, end it for good.
fn ways_on(
    ui: &mut Ui,
    look: &UiContext<'_>,
    session: &Session,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let go_on = tr!(w, "interview-resume");
    let leave = tr!(w, "interview-leave");
    let end = tr!(w, "interview-end");
    let under_way = session.status == crate::model::session::record::Status::Paused;
    let mut buttons = vec![(
        Button::primary(&go_on).does(Action::StartSession),
        Command::ResumeSession(session.id.clone()),
    )];
    if under_way {
        buttons.push((Button::quiet(&leave), Command::LeaveSession));
    }
    buttons.push((Button::quiet(&end), Command::EndSession(session.id.clone())));
    let left = rows.column.inner_left();
    let mut at = Pos2::new(left, rows.column.y);
    for (button, command) in buttons {
        let width = button.measure(ui).x;
        if at.x > left && at.x + width > rows.column.inner_right() {
            at = Pos2::new(left, at.y + size::BUTTON + size::STEP_1);
        }
        if button.at(ui, at).clicked() {
            out.push(command);
        }
        at.x += width + size::STEP_2;
    }
    rows.room(at.y - rows.column.y + size::BUTTON);
}

/// A break: how much of it is left, and nothing else.
pub fn break_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (room, left, width): (Rect, f32, f32),
    session: &Session,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let palette = look.palette;
    let height = BREAK.min(room.height() - size::STEP_4 * 2.0);
    let rect = Rect::from_center_size(
        Pos2::new(left + width / 2.0, room.center().y),
        Vec2::new(width, height),
    );
    card::paint(ui, rect);
    let left_secs = session.break_left_secs();
    let over = left_secs <= 0.0;
    let next = session.at.saturating_add(1);
    let (title, below, go_on) = if over {
        (
            tr!(w, "interview-break-over"),
            tr!(w, "interview-break-over-what", number = next),
            tr!(w, "interview-break-go"),
        )
    } else {
        (
            tr!(w, "interview-break-title"),
            tr!(w, "interview-break-what", number = next),
            tr!(w, "interview-break-skip"),
        )
    };
    let middle = rect.center();
    // Where there is little room, the picture goes first.
    let tall = height >= BREAK;
    let mut y = middle.y - if tall { 94.0 } else { 76.0 };
    if tall {
        icon::paint(
            ui,
            Pos2::new(middle.x, y),
            icons::COFFEE,
            32.0,
            palette.text3,
        );
        y += 40.0;
    }
    centered(
        ui,
        (middle.x, y),
        (&title, Size::Body, Weight::SemiBold),
        palette.text2,
        width,
    );
    y += 40.0;
    let clock = dates::clock(left_secs.ceil());
    let clock_width = figures::width(ui, &clock, Size::Display, Weight::SemiBold);
    let corner = Pos2::new(middle.x - clock_width / 2.0, y - Size::Display.line() / 2.0);
    let ink = palette.text;
    figures::paint(ui, corner, &clock, Size::Display, Weight::SemiBold, ink);
    let minutes = (left_secs / 60.0).ceil() as u32;
    let name = format!(
        "{title} · {}",
        tr!(w, "interview-minutes-left", minutes = minutes)
    );
    let around = Rect::from_center_size(Pos2::new(middle.x, y), Vec2::new(width, size::BADGE));
    words::announce(ui, around, "break", Role::Status, &name);
    y += 36.0;
    centered(
        ui,
        (middle.x, y),
        (&below, Size::Caption, Weight::Regular),
        palette.text3,
        width,
    );
    y += 48.0;
    let go_on = Button::primary(&go_on).does(Action::StartSession);
    let pause = tr!(w, "interview-pause");
    let pause = Button::quiet(&pause).does(Action::PauseSession);
    let both = go_on.measure(ui).x + size::STEP_2 + pause.measure(ui).x;
    let x = middle.x - both / 2.0;
    let at = Pos2::new(x, y - size::BUTTON / 2.0);
    let pause_at = Pos2::new(x + go_on.measure(ui).x + size::STEP_2, at.y);
    if go_on.at(ui, at).clicked() {
        out.push(Command::SkipBreak);
    }
    if pause.at(ui, pause_at).clicked() {
        out.push(Command::PauseSession);
    }
}

fn centered(
    ui: &mut Ui,
    (x, y): (f32, f32),
    (said, size, weight): (&str, Size, Weight),
    color: egui::Color32,
    width: f32,
) {
    let galley = text::line(ui, said, size, weight, color, width - MARGINS);
    let rect = Align2::CENTER_CENTER.anchor_size(Pos2::new(x, y), galley.size());
    text::label_at(ui, galley, rect.min);
}
