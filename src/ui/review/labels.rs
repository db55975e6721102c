//! The row of words above the sound: the cue, how long the new language took, who says so and what
//! can be done about it. Not here: the bracket and its handle (`switch_span`).

use egui::{Align, Layout, Role, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::i18n::{dates, names};
use crate::model::fluency::tenths;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::heard::{By, Heard, SwitchSpan};
use crate::ui::review::wave::Wave;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, keycap, reading_order};

/// Draws the row into its place.
pub fn labels_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, heard: &Heard<'_>) {
    let before = Layout::left_to_right(Align::Center);
    ui.spacing_mut().item_spacing.x = size::STEP_2;
    match heard {
        Heard::Nothing => _ = ui.with_layout(before, |ui| cue_ui(ui, cx, wave)),
        Heard::Waiting => {
            if wave.view.cue.is_some() && wave.view.sound.playable() {
                let waiting = tr!(cx.words, "speech-listening");
                words::label(ui, &waiting, Ink::regular(Size::Caption, cx.palette.text3));
                ui.add_space(size::STEP_2);
            }
            ui.with_layout(before, |ui| cue_ui(ui, cx, wave));
        }
        Heard::Known(known) => {
            let Some(turn) = known.turn else {
                return;
            };
            reading_order::keep(ui, |ui| actions_ui(ui, cx, turn));
            said_ui(ui, cx, wave, turn);
            ui.add_space(size::STEP_2);
            ui.with_layout(before, |ui| sum_ui(ui, cx, wave, turn));
        }
    }
}

/// What can be done, from the right end on.
fn actions_ui(ui: &mut Ui, cx: &mut Cx<'_>, turn: SwitchSpan) {
    let w = cx.words;
    let confirm = (
        tr!(w, "speech-confirm"),
        Some(Action::ConfirmFirstWord),
        Command::ConfirmFirstWord,
    );
    let pick = |words| (words, Some(Action::FirstWord), Command::PickFirstWord);
    let actions = match turn.by {
        By::Sound => vec![confirm, pick(tr!(w, "speech-move"))],
        By::Person => vec![
            (
                tr!(w, "speech-to-automatic"),
                None,
                Command::ForgetFirstWord,
            ),
            pick(tr!(w, "speech-move")),
        ],
        By::Nobody => vec![pick(tr!(w, "speech-set"))],
        By::Placing => vec![
            (
                tr!(w, "speech-give-up"),
                Some(Action::Close),
                Command::GiveUpFirstWord,
            ),
            confirm,
        ],
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (words, key, asks) in actions {
            let mut button = Button::quiet(&words).small();
            if let Some(key) = key {
                button = button.does(key);
            }
            if ui.add(button).clicked() {
                cx.push(asks);
            }
        }
    });
}

/// Who says where the new language begins, before what can be done.
fn said_ui(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave<'_>, turn: SwitchSpan) {
    let w = cx.words;
    let said = match turn.by {
        By::Sound => tr!(w, "speech-automatic"),
        By::Person => tr!(w, "speech-confirmed"),
        By::Nobody => return,
        By::Placing => {
            for key in ["]", "["] {
                keycap::show(ui, key);
            }
            dates::clock_tenths(wave.view.secs(turn.restart))
        }
    };
    words::label(ui, &said, Ink::regular(Size::Caption, cx.palette.text2));
}

/// Leaves room, so that what is so wide and has the cue at `lead` stands at the cue, or as near to it as
/// there is room.
fn to_the_cue(ui: &mut Ui, wave: &Wave<'_>, cue: u64, lead: f32, wide: f32) {
    let left = wave.x(cue).round() - lead - ui.cursor().left();
    let most = (ui.available_width() - wide).max(0.0);
    ui.add_space(left.clamp(0.0, most));
}

/// `전환 신호 | English까지 2.5초`, or that it cannot be told.
fn sum_ui(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave<'_>, turn: SwitchSpan) {
    let w = cx.words;
    let colors = cx.palette;
    let language = names::language(w, turn.to);
    let cue_word = tr!(w, "review-cue");
    let secs = tenths(wave.view.secs(turn.restart.saturating_sub(turn.cue)));
    let (said, short, ink) = if turn.by == By::Nobody {
        let said = tr!(w, "speech-cannot-tell", language = language.as_str());
        let ink = Ink::regular(Size::Caption, colors.text);
        (said.clone(), said, ink)
    } else {
        let said = tr!(
            w,
            "speech-after-cue",
            language = language.as_str(),
            secs = secs.as_str()
        );
        let short = tr!(w, "speech-seconds", secs = secs);
        (
            said,
            short,
            Ink::strong(Size::Title, colors.language(turn.to)),
        )
    };
    let quiet = Ink::regular(Size::Caption, colors.text2);
    let room = ui.available_width();
    let lead = words::width(ui, &cue_word, quiet) + size::STEP_2;
    let fits = |words: &str, lead: f32| lead + words::width(ui, words, ink) <= room;
    // In little room the figure is what counts, then the word of the cue goes.
    let (shown, lead) = match (fits(&said, lead), fits(&short, lead)) {
        (true, _) => (&said, lead),
        (false, true) => (&short, lead),
        (false, false) => (&short, 0.0),
    };
    let wide = lead + words::width(ui, shown, ink);
    to_the_cue(ui, wave, turn.cue, lead, wide);
    if lead > 0.0 {
        let (size, weight) = (quiet.size, quiet.weight);
        let before = text::free_line(ui, &cue_word, size, weight, quiet.color);
        let time = dates::clock_tenths(wave.view.secs(turn.cue));
        // Where the cue came and what it asked for are told by place and colour; here in words.
        let name = format!("{cue_word} {time} {language}");
        words::whole(ui, before, &name).on_hover_text(&name);
    }
    let room = ui.available_width().max(0.0);
    let line = text::line(ui, shown, ink.size, ink.weight, ink.color, room);
    words::whole(ui, line, &said);
}

/// `전환 신호 | 0:48.0 English`: the word before the line, time and language behind it.
fn cue_ui(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave<'_>) {
    let Some((frame, to)) = wave.view.cue else {
        return;
    };
    let colors = cx.palette;
    let word = tr!(cx.words, "review-cue");
    let time = dates::clock_tenths(wave.view.secs(frame));
    let language = names::language(cx.words, to);
    let quiet = Ink::regular(Size::Caption, colors.text2);
    let digits = Ink::strong(Size::Caption, colors.text);
    let called = Ink::strong(Size::Caption, colors.language(to));
    let lead = words::width(ui, &word, quiet) + size::STEP_2;
    let figures = figures::width(ui, &time, digits.size, Weight::SemiBold) + size::STEP_2;
    let wide = lead + figures + words::width(ui, &language, called);
    to_the_cue(ui, wave, frame, lead, wide);
    let room = Vec2::new(wide, Size::Caption.line());
    let row = Layout::left_to_right(Align::Center);
    let whole = ui.allocate_ui_with_layout(room, row, |ui| {
        words::mute(ui, &word, quiet);
        figures::show(ui, &time, digits);
        words::mute(ui, &language, called);
    });
    let name = format!("{word} {time} {language}");
    let label = || WidgetInfo::labeled(Role::Label, true, &name);
    whole.response.widget_info(label);
}
