//! The row of words above the sound: the cue, how long the new language took, who says so and what
//! can be done about it. Not here: the bracket and its handle (`turn`).

use std::ops::Range;

use egui::{Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::i18n::{dates, names};
use crate::model::fluency::tenths;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::heard::{By, Heard, SwitchSpan};
use crate::ui::review::layout::Places;
use crate::ui::review::part_labels;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::take_waveform::x_of;
use crate::ui::widgets::{figures, keycap, words};

/// The row above the sound: the cue, how long the new language took, who says so and what can be
/// done about it.
pub fn labels_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (heard, range): (&Heard<'_>, &Range<u64>),
    out: &mut Vec<Command>,
) {
    let quiet = words::Ink::regular(Size::Caption, look.palette.text3);
    let end = Pos2::new(places.column.max, places.labels_y);
    match heard {
        Heard::Nothing => cue_ui(ui, look, places, view, (end.x, range)),
        Heard::Waiting => {
            let mut right = end.x;
            if view.cue.is_some() && view.sound.playable() {
                let waiting = tr!(look.words, "speech-listening");
                right -= words::right(ui, end, &waiting, quiet) + size::STEP_4;
            }
            cue_ui(ui, look, places, view, (right, range));
        }
        Heard::Known(known) => {
            let Some(turn) = known.turn else {
                return;
            };
            let right = actions_ui(ui, look, view, (turn, end), out) - size::STEP_4;
            sum_ui(ui, look, places, view, (turn, right, range));
        }
    }
}

/// Who says so and what can be done; returns the left edge.
fn actions_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    view: &ReviewView<'_>,
    (turn, end): (SwitchSpan, Pos2),
    out: &mut Vec<Command>,
) -> f32 {
    let w = look.words;
    let top = end.y - size::CHIP / 2.0;
    // The words of a quiet button end on the edge, not its padding.
    let mut right = end.x + size::STEP_2;
    let mut button = |ui: &mut Ui, words: &str, action: Option<Action>, asks: Command| {
        let mut button = Button::quiet(words).small();
        if let Some(action) = action {
            button = button.does(action);
        }
        let response = button.right_at(ui, Pos2::new(right, top));
        right = response.rect.left();
        if response.clicked() {
            out.push(asks);
        }
    };
    let (confirm, set) = (tr!(w, "speech-confirm"), tr!(w, "speech-set"));
    let (shift, cancel) = (tr!(w, "speech-move"), tr!(w, "speech-give-up"));
    let automatic = tr!(w, "speech-to-automatic");
    match turn.by {
        By::Sound => {
            button(
                ui,
                &confirm,
                Some(Action::ConfirmFirstWord),
                Command::ConfirmFirstWord,
            );
            button(ui, &shift, Some(Action::FirstWord), Command::PickFirstWord);
        }
        By::Person => {
            button(ui, &automatic, None, Command::ForgetFirstWord);
            button(ui, &shift, Some(Action::FirstWord), Command::PickFirstWord);
        }
        By::Nobody => button(ui, &set, Some(Action::FirstWord), Command::PickFirstWord),
        By::Placing => {
            button(ui, &cancel, Some(Action::Close), Command::GiveUpFirstWord);
            button(
                ui,
                &confirm,
                Some(Action::ConfirmFirstWord),
                Command::ConfirmFirstWord,
            );
        }
    }
    let quiet = words::Ink::regular(Size::Caption, look.palette.text2);
    let mut at = Pos2::new(right - size::STEP_1, end.y);
    let said = match turn.by {
        By::Sound => tr!(w, "speech-automatic"),
        By::Person => tr!(w, "speech-confirmed"),
        By::Nobody => return right,
        By::Placing => {
            for key in ["]", "["] {
                let cap = keycap::size_of(ui, key).x;
                at.x -= cap;
                keycap::show_at(ui, at, key);
                at.x -= size::STEP_1;
            }
            dates::clock_tenths(view.secs(turn.restart))
        }
    };
    at.x - words::right(ui, at, &said, quiet)
}

/// `전환 신호 | English까지 2.5초`, or that it cannot be told, as near to the cue as there is room.
fn sum_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (turn, right, range): (SwitchSpan, f32, &Range<u64>),
) {
    let w = look.words;
    let colors = look.palette;
    let language = names::language(w, turn.to);
    let cue_word = tr!(w, "review-cue");
    let nobody = turn.by == By::Nobody;
    let secs = tenths(view.secs(turn.restart.saturating_sub(turn.cue)));
    let (said, size, weight, color) = if nobody {
        let said = tr!(w, "speech-cannot-tell", language = language.as_str());
        (said, Size::Caption, Weight::Regular, colors.text)
    } else {
        let said = tr!(
            w,
            "speech-after-cue",
            language = language.as_str(),
            secs = secs.as_str()
        );
        let color = colors.language(turn.to);
        (said, Size::Title, Weight::SemiBold, color)
    };
    let before = text::free_line(ui, &cue_word, Size::Caption, Weight::Regular, colors.text2);
    let room = right - places.column.min;
    let mut lead = before.size().x + size::STEP_2;
    let mut galley = text::free_line(ui, &said, size, weight, color);
    if lead + galley.size().x > room {
        // In little room the figure is what counts, then the word of the cue goes.
        let short = if nobody {
            said.clone()
        } else {
            tr!(w, "speech-seconds", secs = secs)
        };
        galley = text::free_line(ui, &short, size, weight, color);
        if lead + galley.size().x > room {
            lead = 0.0;
            galley = text::line(ui, &short, size, weight, color, room.max(0.0));
        }
    }
    let wide = lead + galley.size().x;
    let x = x_of(places.wave, range, turn.cue).round();
    let most = (right - wide).max(places.column.min);
    let left = (x - lead).clamp(places.column.min, most);
    let middle = places.labels_y;
    let time = dates::clock_tenths(view.secs(turn.cue));
    if lead > 0.0 {
        let at = Pos2::new(left, middle - before.size().y / 2.0);
        // Where the cue came and what it asked for are told by place and colour; here in words.
        let name = format!("{cue_word} {time} {language}");
        part_labels::say(ui, at, before, &name).on_hover_text(&name);
    }
    let at = Pos2::new(left + lead, middle - galley.size().y / 2.0);
    part_labels::say(ui, at, galley, &said);
}

/// `전환 신호 | 0:48.0 English`: the word before the line, time and language behind it.
fn cue_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (right, range): (f32, &Range<u64>),
) {
    let Some((frame, to)) = view.cue else {
        return;
    };
    let colors = look.palette;
    let word = tr!(look.words, "review-cue");
    let time = dates::clock_tenths(view.secs(frame));
    let language = names::language(look.words, to);
    let caption = |ui: &Ui, words: &str, weight, color| {
        text::free_line(ui, words, Size::Caption, weight, color)
    };
    let before = caption(ui, &word, Weight::Regular, colors.text2);
    let behind = caption(ui, &language, Weight::SemiBold, colors.language(to));
    let digits = figures::width(ui, &time, Size::Caption, Weight::SemiBold);
    let gap = size::STEP_2;
    let wide = before.size().x + gap + digits + gap + behind.size().x;
    let x = x_of(places.wave, range, frame).round();
    // Near an edge all of it moves inside together.
    let least = places.column.min;
    let left = (x - before.size().x - gap).clamp(least, (right - wide).max(least));
    let top = places.labels_y - Size::Caption.line() / 2.0;
    let rect = Rect::from_min_size(Pos2::new(left, top), Vec2::new(wide, Size::Caption.line()));
    let response = ui.interact(rect, ui.scope_id().with("cue-label"), Sense::hover());
    let name = format!("{word} {time} {language}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let mut at = rect.min;
    at.x += before.size().x + gap;
    ui.painter().galley(rect.min, before, colors.text2);
    at.x += figures::paint(ui, at, &time, Size::Caption, Weight::SemiBold, colors.text) + gap;
    ui.painter().galley(at, behind, colors.text);
}
