//! Logs of fcitx5 5.0.21 and ibus 1.5.27 (libX11 1.8.4, winit 0.30.13), taken with `tests/tour/step_hangul.py --log`: what
//! arrived after somebody had typed 회의 and the keys of 록.

use egui::{Event, ImeEvent, Key, Modifiers, PointerButton, Pos2};
use retake::app::input_method::{SIGN, Wish};
use retake::flow::Command;
use retake::flow::place::Place;
use retake::flow::state::Screen;
use retake::model::language::{Language, LanguagePlan};

use crate::common;
use crate::program::{Program, down, up};

/// Nothing is drawn here that takes a click.
const BESIDE: Pos2 = Pos2::new(700.0, 710.0);

/// A search field with the cursor in it, and what arrived there.
struct Field {
    program: Program,
    text: String,
    asked: Vec<Command>,
}

impl Field {
    fn new() -> Self {
        let mut state = common::state(
            Language::Korean,
            vec![common::attempt(5, LanguagePlan::Korean)],
        );
        state.screen = Screen::Timeline;
        let mut program = Program::new(state, true);
        assert!(program.next_field());
        program.wishes();
        Self {
            program,
            text: String::new(),
            asked: Vec::new(),
        }
    }

    fn pass(&mut self, events: Vec<Event>) {
        self.program.pass(events);
        for command in self.program.commands.drain(..) {
            match command {
                Command::SetQuery(text) => self.text = text,
                other => self.asked.push(other),
            }
        }
    }

    fn rest(&mut self) {
        for _ in 0..150 {
            self.pass(vec![]);
        }
    }

    /// ibus shows its syllable.
    fn with_ibus() -> Self {
        let mut field = Self::new();
        for part in ["", "ㅎ", "호", "회", "횡"] {
            field.pass(vec![shown(part)]);
        }
        field.pass(vec![
            shown(""),
            shown(""),
            shown(""),
            came("회"),
            shown(""),
            shown("으"),
        ]);
        field.pass(vec![shown("의"), shown("읠")]);
        let cleared = vec![shown(""), shown(""), shown(""), came("의"), shown("")];
        field.pass(cleared);
        field.pass(vec![shown("로"), shown("록")]);
        field
    }

    /// Of fcitx5 only the keys that go up are seen.
    fn with_fcitx() -> Self {
        let mut field = Self::new();
        field.pass(vec![up(Key::G), up(Key::H), up(Key::L), up(Key::D)]);
        field.pass(vec![shown(""), came("회"), up(Key::M)]);
        field.pass(vec![up(Key::L), up(Key::F)]);
        field.pass(vec![shown(""), came("의"), up(Key::H)]);
        field.pass(vec![up(Key::R)]);
        assert_eq!(field.text, "회의");
        field
    }
}

fn shown(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit {
        text: text.to_owned(),
        active_range_chars: None,
    })
}

fn came(text: &str) -> Event {
    Event::Ime(ImeEvent::Commit(text.to_owned()))
}

fn modifiers(now: Modifiers) -> Event {
    Event::ModifiersChanged(now)
}

fn sign() -> Event {
    down(SIGN, Modifiers::NONE)
}

#[test]
fn ibus_gives_ctrl_1_back_as_text_before_the_syllable() {
    let mut field = Field::with_ibus();
    field.pass(vec![
        modifiers(Modifiers::COMMAND | Modifiers::CTRL),
        modifiers(Modifiers::NONE),
    ]);
    field.pass(vec![
        modifiers(Modifiers::COMMAND | Modifiers::CTRL),
        shown(""),
        came("1"),
        shown(""),
        modifiers(Modifiers::NONE),
        shown(""),
        came("록"),
        modifiers(Modifiers::NONE),
        down(Key::ControlLeft, Modifiers::NONE),
    ]);
    field.rest();
    assert_eq!(field.text, "회의록");
    assert_eq!(field.asked, [Command::GoToPlace(Place::Today)]);
}

#[test]
fn ibus_gives_escape_back_as_text_before_the_syllable() {
    let mut field = Field::with_ibus();
    let escape = vec![
        shown(""),
        came("\u{1b}"),
        shown(""),
        shown(""),
        came("록"),
        up(Key::Escape),
    ];
    field.pass(escape);
    field.rest();
    assert_eq!(field.text, "회의록");
    assert!(!field.program.in_field());
    assert_eq!(field.asked, []);
}

/// It hands its syllable over when the keyboard is gone; that comes when the keyboard is back.
#[test]
fn ibus_brings_the_syllable_of_another_window_once() {
    let mut field = Field::with_ibus();
    let moved = |x| Event::PointerMoved(Pos2::new(x, 700.0));
    field.pass(vec![moved(800.0), moved(900.0)]);
    field.pass(vec![Event::PointerGone, Event::WindowFocused(false)]);
    assert_eq!(field.text, "회의록", "it is written at once");
    field.pass(vec![shown(""), shown("")]);
    field.rest();
    field.pass(vec![
        Event::WindowFocused(true),
        modifiers(Modifiers::NONE),
        Event::PointerMoved(BESIDE),
    ]);
    assert!(field.program.wishes().contains(&Wish::Leftover));
    field.pass(vec![shown(""), came("록")]);
    field.rest();
    assert_eq!(field.text, "회의록");
}

#[test]
fn fcitx_is_asked_when_the_pointer_leaves() {
    let mut field = Field::with_fcitx();
    field.pass(vec![Event::PointerMoved(BESIDE)]);
    field.pass(vec![Event::PointerGone]);
    assert_eq!(field.program.wishes(), [Wish::Syllable]);
    field.pass(vec![shown(""), came("록"), sign()]);
    field.pass(vec![Event::WindowFocused(false)]);
    assert_eq!(field.text, "회의록");
}

/// What it hands over too late is dropped by winit, and waits in libX11.
#[test]
fn fcitx_brings_what_it_was_asked_for_when_the_keyboard_is_back() {
    let mut field = Field::with_fcitx();
    field.pass(vec![modifiers(Modifiers::ALT)]);
    assert_eq!(field.program.wishes(), [Wish::Syllable]);
    field.pass(vec![
        modifiers(Modifiers::NONE),
        up(Key::AltLeft),
        Event::WindowFocused(false),
    ]);
    field.rest();
    assert_eq!(field.text, "회의");
    field.pass(vec![Event::WindowFocused(true), modifiers(Modifiers::NONE)]);
    assert!(field.program.wishes().contains(&Wish::Leftover));
    field.pass(vec![shown(""), came("록")]);
    assert_eq!(field.text, "회의록");
}

/// Its panel opens below the pointer, which is then not above our window any more.
#[test]
fn fcitx_is_not_asked_when_its_panel_covers_the_pointer() {
    let mut field = Field::new();
    field.pass(vec![Event::PointerMoved(BESIDE)]);
    field.rest();
    field.pass(vec![up(Key::G), Event::PointerGone]);
    field.rest();
    assert_eq!(field.program.wishes(), []);
}

/// The context would be destroyed, and fcitx5 would bring the next keys a second later.
#[test]
fn the_input_method_is_switched_off_when_all_keys_have_come_back() {
    let mut field = Field::with_fcitx();
    let click = |pressed| Event::PointerButton {
        pos: BESIDE,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    field.pass(vec![Event::PointerMoved(BESIDE), click(true), click(false)]);
    assert_eq!(field.program.wishes(), [Wish::Syllable]);
    field.pass(vec![shown(""), came("록"), sign()]);
    for _ in 0..5 {
        field.pass(vec![]);
    }
    assert!(!field.program.in_field());
    assert!(field.program.place.is_some(), "a key may be on its way");
    assert_eq!(field.program.wishes(), [Wish::Syllable]);
    // Somebody presses Ctrl 3: that key may be on its way now.
    field.pass(vec![modifiers(Modifiers::COMMAND | Modifiers::CTRL)]);
    field.pass(vec![sign()]);
    assert!(field.program.place.is_some());
    assert_eq!(field.program.wishes(), [Wish::Syllable]);
    field.pass(vec![sign()]);
    assert!(field.program.place.is_none());
    assert_eq!(field.program.wishes(), [Wish::Attention]);
    assert_eq!(field.text, "회의록");
}

#[test]
fn an_input_method_that_never_answers_is_switched_off_too() {
    let mut field = Field::new();
    field.pass(vec![down(Key::Escape, Modifiers::NONE)]);
    field.rest();
    assert!(field.program.place.is_none());
    assert_eq!(field.program.wishes(), [Wish::Syllable, Wish::Attention]);
}

/// A busy computer: the last syllable comes 0.7 s after the click.
#[test]
fn a_click_waits_as_long_as_syllables_come_one_by_one() {
    let mut field = Field::new();
    let button = |pressed| Event::PointerButton {
        pos: BESIDE,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    field.pass(vec![up(Key::G)]);
    field.pass(vec![
        up(Key::H),
        Event::PointerMoved(BESIDE),
        button(true),
        button(false),
    ]);
    for slow in [
        vec![up(Key::L)],
        vec![up(Key::D)],
        vec![shown(""), came("회"), up(Key::M)],
        vec![shown(""), came("의"), up(Key::H), up(Key::R)],
        vec![shown(""), came("록"), sign()],
    ] {
        for _ in 0..12 {
            field.pass(vec![]);
        }
        field.pass(slow);
    }
    field.rest();
    assert_eq!(field.text, "회의록");
    assert!(!field.program.in_field());
}
