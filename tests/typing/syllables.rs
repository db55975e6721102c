//! What is typed with an input method is what arrives, whatever ends a syllable and in which order the
//! input method, the key and the click come.

use egui::{Event, Id, ImeEvent, Key, Modifiers, PointerButton, Pos2};
use proptest::prelude::*;
use retake::flow::Command;
use retake::flow::state::Screen;
use retake::model::language::{Language, LanguagePlan};

use crate::common;
use crate::program::{Program, down, up};

/// Nothing is drawn here that takes a click.
const BESIDE: Pos2 = Pos2::new(700.0, 710.0);

#[derive(Clone, Copy, Debug)]
enum End {
    Syllable,
    Space,
    Escape,
    Click,
    Window,
}

/// A syllable and how it ends.
#[derive(Clone, Copy, Debug)]
struct Step {
    syllable: char,
    end: End,
    /// Passes between what ends it and the input method's answer; `None`: the answer comes before.
    late: Option<usize>,
    /// Whether a key that is given back before the answer comes as text.
    as_text: bool,
}

/// The search field with the cursor in it, and an input method that shows its syllable to the program
/// (ibus) or not (fcitx5).
struct Typist {
    program: Program,
    field: Id,
    shows: bool,
    text: String,
}

impl Typist {
    fn new(shows: bool) -> Self {
        let attempt = common::attempt(5, LanguagePlan::Korean);
        let mut state = common::state(Language::Korean, vec![attempt]);
        state.screen = Screen::Timeline;
        let mut program = Program::new(state, true);
        assert!(program.next_field());
        let field = program.ctx.memory(|memory| memory.focused().unwrap());
        Self {
            program,
            field,
            shows,
            text: String::new(),
        }
    }

    fn pass(&mut self, events: Vec<Event>) {
        self.program.pass(events);
        for command in &self.program.commands {
            match command {
                Command::SetQuery(text) => self.text.clone_from(text),
                other => panic!("{other:?} was asked for"),
            }
        }
    }

    fn compose(&mut self, syllable: char) {
        if self.shows {
            for text in ["ㅎ".to_owned(), syllable.to_string()] {
                self.pass(vec![preedit(&text)]);
            }
        }
        // The input method keeps the presses.
        self.pass(vec![up(Key::G)]);
    }

    fn commit(&self, syllable: char) -> Vec<Event> {
        let cleared = self.shows.then(|| preedit(""));
        let text = Event::Ime(ImeEvent::Commit(syllable.to_string()));
        cleared.into_iter().chain([text]).collect()
    }

    /// The syllable and what follows when the input method was asked.
    fn answer(&mut self, step: Step) {
        let mut answer = self.commit(step.syllable);
        answer.extend(self.program.signs());
        self.pass(answer);
        let rest = self.program.signs();
        self.pass(rest);
    }

    /// What ends the syllable and the input method's answer, in the order of the step.
    fn end(&mut self, step: Step, ending: Vec<Event>, text: &str) {
        let Some(passes) = step.late else {
            let answer = self.commit(step.syllable);
            self.pass(answer.into_iter().chain(ending).collect());
            let signs = self.program.signs();
            return self.pass(signs);
        };
        if self.shows && step.as_text {
            self.pass(vec![preedit(""), Event::Ime(ImeEvent::Commit(text.into()))]);
        } else {
            self.pass(ending);
        }
        for _ in 0..passes {
            self.pass(vec![]);
        }
        self.answer(step);
    }

    fn step(&mut self, step: Step) {
        self.compose(step.syllable);
        match step.end {
            End::Syllable => {
                let answer = self.commit(step.syllable);
                self.pass(answer);
            }
            End::Space => {
                let space = Event::Text(" ".into());
                let ending = vec![down(Key::Space, Modifiers::NONE), space];
                self.end(step, ending, " ");
                self.pass(vec![up(Key::Space)]);
            }
            End::Escape => {
                self.end(step, vec![down(Key::Escape, Modifiers::NONE)], "\u{1b}");
                self.pass(vec![up(Key::Escape)]);
                self.rest();
                assert!(!self.program.in_field());
            }
            End::Click => {
                self.pass(vec![Event::PointerMoved(BESIDE), button(true)]);
                self.pass(vec![button(false)]);
                for _ in 0..step.late.unwrap_or(0) {
                    self.pass(vec![]);
                }
                assert!(self.program.in_field(), "the syllable needs its field");
                self.answer(step);
                self.rest();
                assert!(!self.program.in_field());
            }
            End::Window => self.leave(step),
        }
        self.program
            .ctx
            .memory_mut(|memory| memory.request_focus(self.field));
        self.pass(vec![]);
        self.pass(vec![]);
    }

    /// Alt and Tab lead to another window, which takes the keyboard. What the input method brings then is
    /// dropped by the toolkit, or comes when the keyboard is back.
    fn leave(&mut self, step: Step) {
        self.pass(vec![Event::ModifiersChanged(Modifiers::ALT)]);
        if self.shows {
            self.program.signs();
        } else {
            self.answer(step);
        }
        self.pass(vec![
            Event::ModifiersChanged(Modifiers::NONE),
            Event::WindowFocused(false),
        ]);
        self.pass(vec![Event::WindowFocused(true)]);
        if self.shows && step.late.is_some() {
            let answer = self.commit(step.syllable);
            self.pass(answer);
        }
    }

    fn rest(&mut self) {
        for _ in 0..40 {
            self.pass(vec![]);
        }
    }
}

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit {
        text: text.to_owned(),
        active_range_chars: None,
    })
}

fn button(pressed: bool) -> Event {
    Event::PointerButton {
        pos: BESIDE,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

fn written(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        text.push(step.syllable);
        if matches!(step.end, End::Space) {
            text.push(' ');
        }
    }
    text
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let end = prop_oneof![
        Just(End::Syllable),
        Just(End::Space),
        Just(End::Escape),
        Just(End::Click),
        Just(End::Window),
    ];
    let late = prop::option::of(0_usize..5);
    let syllable = prop::char::range('가', '힣');
    let step = (syllable, end, late, any::<bool>());
    let step = step.prop_map(|(syllable, end, late, as_text)| Step {
        syllable,
        end,
        late,
        as_text,
    });
    prop::collection::vec(step, 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_typed_is_what_arrives(steps in steps(), shows: bool) {
        let mut typist = Typist::new(shows);
        for step in &steps {
            typist.step(*step);
        }
        typist.rest();
        prop_assert_eq!(typist.text, written(&steps));
    }
}

#[test]
fn a_syllable_that_never_comes_is_written_as_it_was_shown_and_not_twice() {
    let mut typist = Typist::new(true);
    typist.compose('요');
    typist.pass(vec![Event::PointerMoved(BESIDE), button(true)]);
    typist.pass(vec![preedit(""), button(false)]);
    typist.rest();
    assert!(!typist.program.in_field());
    assert_eq!(typist.text, "요");
    typist
        .program
        .ctx
        .memory_mut(|memory| memory.request_focus(typist.field));
    typist.pass(vec![Event::Ime(ImeEvent::Commit("요".into()))]);
    typist.rest();
    assert_eq!(typist.text, "요");
}

#[test]
fn a_click_waits_for_all_syllables_that_are_on_their_way() {
    let mut typist = Typist::new(false);
    typist.compose('세');
    typist.compose('요');
    typist.pass(vec![Event::PointerMoved(BESIDE), button(true)]);
    typist.pass(vec![button(false)]);
    for text in ["세", "요"] {
        typist.pass(vec![Event::Ime(ImeEvent::Commit(text.into()))]);
        typist.pass(vec![]);
        assert!(typist.program.in_field(), "{text}");
    }
    let signs = typist.program.signs();
    assert_eq!(signs.len(), 1);
    typist.pass(signs);
    typist.rest();
    assert!(!typist.program.in_field());
    assert_eq!(typist.text, "세요");
}

#[test]
fn shift_within_a_syllable_ends_nothing() {
    let mut typist = Typist::new(false);
    typist.compose('이');
    typist.pass(vec![
        Event::ModifiersChanged(Modifiers::SHIFT),
        down(Key::ShiftLeft, Modifiers::SHIFT),
    ]);
    assert_eq!(typist.program.signs(), []);
    typist.pass(vec![
        up(Key::ShiftLeft),
        Event::ModifiersChanged(Modifiers::NONE),
    ]);
    // Alt may lead out of the window.
    typist.pass(vec![Event::ModifiersChanged(Modifiers::ALT)]);
    assert_eq!(typist.program.signs().len(), 1);
}

#[test]
fn keys_that_an_input_method_gives_back_late_come_before_the_click() {
    let mut typist = Typist::new(false);
    typist.pass(vec![Event::PointerMoved(BESIDE), button(true)]);
    typist.pass(vec![button(false)]);
    typist.pass(vec![down(Key::N, Modifiers::NONE), Event::Text("n".into())]);
    let signs = typist.program.signs();
    typist.pass(signs);
    typist.rest();
    assert!(!typist.program.in_field());
    assert_eq!(typist.text, "n");
}

#[test]
fn the_input_method_is_told_the_place_of_the_cursor_in_a_pause() {
    let mut typist = Typist::new(false);
    typist.rest();
    let before = typist.program.place;
    assert!(before.is_some());
    for _ in 0..30 {
        typist.compose('하');
        let answer = typist.commit('하');
        typist.pass(answer);
        assert_eq!(typist.program.place, before);
    }
    typist.rest();
    assert_ne!(typist.program.place, before);
}

#[test]
fn a_key_without_a_syllable_before_it_does_not_wait() {
    let mut typist = Typist::new(false);
    for letter in ["a", " ", "b"] {
        typist.pass(vec![
            down(Key::A, Modifiers::NONE),
            Event::Text(letter.into()),
            up(Key::A),
        ]);
    }
    assert_eq!(typist.text, "a b");
}

/// Shift is let go before the key that it changed, and the toolkit tells no press of what pastes.
#[test]
fn no_key_waits_because_another_went_up_under_another_name() {
    let mut typist = Typist::new(false);
    let slash = |key, pressed| Event::Key {
        key,
        physical_key: Some(Key::Slash),
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let pasted = Event::Key {
        key: Key::V,
        physical_key: Some(Key::V),
        pressed: false,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    };
    typist.pass(vec![
        slash(Key::Questionmark, true),
        Event::Text("?".into()),
        slash(Key::Slash, false),
    ]);
    typist.pass(vec![Event::Paste("x".into()), pasted]);
    typist.pass(vec![down(Key::A, Modifiers::NONE), Event::Text("a".into())]);
    assert_eq!(typist.text, "?xa");
}
