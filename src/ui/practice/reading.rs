//! Reading aloud on the card: the buttons at its foot, and what stands there instead of words that
//! are to be listened to.

use egui::{Pos2, Ui};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::model::language::Language;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::reading_view::{AloudView, Voice};
use crate::ui::practice::view::QuestionCard;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;

/// What stands on the card instead of its words.
pub fn instead(look: &UiContext<'_>, view: AloudView) -> String {
    match view.voice {
        Voice::Reads => tr!(look.words, "reading-now"),
        Voice::Waits => tr!(look.words, "reading-first"),
        Voice::Again | Voice::Done => tr!(look.words, "reading-over"),
        Voice::Silent => tr!(look.words, "reading-hidden"),
    }
}

/// Draws the buttons at the right of the foot of the card: the voice's, and the way to the words or to
/// the other language. Returns where they begin.
pub fn foot_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (right, middle): (f32, f32),
    question: &QuestionCard<'_>,
    out: &mut Vec<Command>,
) -> f32 {
    // The button's own padding stands outside the margin, so that its cap ends on the margin.
    let at = Pos2::new(right + size::STEP_2, middle - size::CHIP / 2.0);
    let hidden = question.aloud.is_some_and(|aloud| aloud.hidden);
    let (words, action, asks) = match (hidden, question.language) {
        (true, _) => (
            tr!(look.words, "reading-show"),
            Action::ShowWords,
            Command::ShowWords,
        ),
        (false, Language::Korean) => (
            tr!(look.words, "practice-view-in-english"),
            Action::OtherLanguage,
            Command::ToggleQuestionLanguage,
        ),
        (false, Language::English) => (
            tr!(look.words, "practice-view-in-korean"),
            Action::OtherLanguage,
            Command::ToggleQuestionLanguage,
        ),
    };
    let button = Button::quiet(&words).small().does(action).right_at(ui, at);
    if button.clicked() {
        out.push(asks);
    }
    let left = button.rect.left();
    match question.aloud {
        Some(view) => voice_ui(ui, look, view, Pos2::new(left - size::STEP_1, at.y), out),
        None => left,
    }
}

/// Draws the button of the voice; `at` is its right end and top. Returns where it begins.
fn voice_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    view: AloudView,
    at: Pos2,
    out: &mut Vec<Command>,
) -> f32 {
    let w = look.words;
    let words = match view.voice {
        Voice::Reads => tr!(w, "reading-stop"),
        Voice::Waits => tr!(w, "reading-hear"),
        Voice::Again => tr!(w, "reading-again"),
        Voice::Done => tr!(w, "reading-twice"),
        Voice::Silent => return at.x,
    };
    let done = view.voice == Voice::Done;
    let button = Button::quiet(&words).small().icon(icons::SPEAKER);
    let button = button.enabled(!done);
    let button = if done {
        button
    } else {
        button.does(Action::HearAgain)
    };
    let button = button.right_at(ui, at);
    if button.clicked() {
        out.push(Command::RepeatQuestion);
    }
    button.rect.left()
}
