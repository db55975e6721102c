//! The whole window: rail, screen, and what lies over them.

use egui::{Pos2, Rect, Role, Ui, UiBuilder, Vec2};

use crate::flow::keys::{Action, Key, KeyPress, command_for};
use crate::flow::state::Screen;
use crate::flow::{Command, Now, State};
use crate::i18n::AllWords;
use crate::tr;
use crate::ui::theme::{motion, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{access, keycap, scroll};
use crate::ui::{
    Cx, Memory, UiContext, access_tree, announcements, banner, check, cue, drill, interview,
    keys_list, nav, practice, progress, review, settings, stories, timeline, toast, today,
};

/// Lower windows, as at great zoom, do without the way to the list of keys.
const ALL_KEYS_LEAST: f32 = 530.0;

/// Draws everything.
pub fn root_ui(
    ui: &mut Ui,
    state: &State,
    now: &Now,
    words: &AllWords,
    memory: &mut Memory,
    out: &mut Vec<Command>,
) {
    let window = ui.max_rect();
    let look = UiContext::new(ui.ctx(), words.of(state.language()), window.size());
    keycap::set_letter_keys(ui, state.settings.letter_keys);
    ui.painter()
        .rect_filled(window, 0.0, look.palette.background);
    let rail_rect = Rect::from_min_size(window.min, Vec2::new(nav::width(window), window.height()));
    let screen = Rect::from_min_max(Pos2::new(rail_rect.right(), window.top()), window.max);
    let mut cx = Cx {
        look,
        state,
        now,
        out: &mut *out,
    };
    let screen_name = announcements::screen_name(look.words, state.screen);
    access_tree::name_window(ui, &format!("{screen_name} – Retake"), state.language());
    announcements::announcements_ui(ui, &cx, &mut memory.announcements);
    let rail_name = tr!(look.words, "shell-places");
    let rail = &mut access::part(ui, rail_rect, Role::Navigation, &rail_name);
    let press = KeyPress::plain(Key::Down);
    scroll::begin(ui.ctx(), command_for(state, press, false).is_none());
    nav::rail_ui(rail, &mut cx, rail_rect);
    screen_ui(ui, &mut cx, room_below(screen, state), memory);
    // A screen that is scrolled has no corner to spare; the key itself remains.
    let spare = match state.screen {
        // Nor has a small one on which a take is made.
        Screen::Practice => screen.height() >= ALL_KEYS_LEAST && !(look.small && state.busy()),
        Screen::Timeline | Screen::Settings => !look.small,
        Screen::Today
        | Screen::Drill
        | Screen::Interview
        | Screen::Stories
        | Screen::Review
        | Screen::Progress
        | Screen::Check => false,
    };
    banner::banner_ui(ui, &look, screen, state, out);
    if spare {
        all_keys_ui(ui, &look, screen, out);
    }
    toast::toast_ui(ui, &look, screen, (state, now), out);
    if state.keys_shown {
        keys_list::keys_list_ui(ui, &look, out);
    }
    if cue::is_shown(state, now) {
        cue::shield(ui);
    }
    cue::cue_ui(ui, look.palette, words, (state, now), (screen, look.small));
}

/// What the banner leaves of a screen: it hides nothing that can be pressed. While a take is made nothing
/// moves, and there is nothing to press where the banner lies.
fn room_below(screen: Rect, state: &State) -> Rect {
    let making = state.screen == Screen::Practice && state.busy();
    if state.banner.is_none() || making {
        return screen;
    }
    screen.with_min_y(screen.top() + banner::TOP + size::BANNER)
}

/// The screen; after a change it fades in.
fn screen_ui(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, memory: &mut Memory) {
    let mut arrived = 1.0;
    for screen in [
        Screen::Practice,
        Screen::Today,
        Screen::Drill,
        Screen::Interview,
        Screen::Stories,
        Screen::Review,
        Screen::Timeline,
        Screen::Progress,
        Screen::Settings,
        Screen::Check,
    ] {
        let here = screen == cx.state.screen;
        let share = ui.ctx().animate_bool_with_time_and_easing(
            ui.scope_id().with(("screen", screen as u8)),
            here,
            if here { motion::SCREEN_SECS } else { 0.0 },
            egui::emath::easing::quadratic_out,
        );
        if here {
            arrived = share;
        }
    }
    let builder = UiBuilder::new()
        .id_salt(("screen", cx.state.screen as u8))
        .max_rect(rect)
        .accessibility_role(Role::Main)
        .accessibility_label(announcements::screen_name(cx.words, cx.state.screen));
    let mut ui = ui.new_child(builder);
    ui.multiply_opacity(arrived);
    let ui = &mut ui;
    match cx.state.screen {
        Screen::Practice => practice::practice_ui(ui, cx, &mut memory.practice),
        Screen::Today => today::today_ui(ui, cx, &mut memory.today),
        Screen::Interview => interview::interview_ui(ui, cx),
        Screen::Stories => stories::stories_ui(ui, cx, &mut memory.stories),
        Screen::Drill => drill::drill_ui(ui, cx, &mut memory.drill),
        Screen::Review => review::review_ui(ui, cx, &mut memory.review),
        Screen::Timeline => timeline::timeline_ui(ui, cx, &mut memory.timeline),
        Screen::Progress => progress::progress_ui(ui, cx, &mut memory.progress),
        Screen::Settings => settings::settings_ui(ui, cx, &mut memory.settings),
        Screen::Check => check::check_ui(ui, cx),
    }
}

/// The way to the list of all keys, at the bottom right.
fn all_keys_ui(ui: &mut Ui, look: &UiContext<'_>, screen: Rect, out: &mut Vec<Command>) {
    let words = tr!(look.words, "shell-all-keys");
    let button = Button::quiet(&words).small().does(Action::ListKeys);
    // The button's own padding stands outside the margin.
    let at = Pos2::new(
        screen.right() - size::MARGIN + size::STEP_2,
        screen.bottom() - size::STEP_4 - size::CHIP,
    );
    if button.right_at(ui, at).clicked() {
        out.push(Command::ToggleKeys);
    }
}
