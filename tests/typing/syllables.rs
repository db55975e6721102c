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

    fn pass(&mut self, events: Vec<Event>) -> bool {
        let allowed = self.program.pass(events);
        for command in &self.program.commands {
            match command {
                Command::SetQuery(text) => self.text.clone_from(text),
                other => panic!("{other:?} was asked for"),
            }
        }
        allowed
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

    /// What ends the syllable and the input method's answer, in the order of the step.
    fn end(&mut self, step: Step, ending: Vec<Event>) {
        let answer = self.commit(step.syllable);
        match step.late {
            None => {
                self.pass(answer.into_iter().chain(ending).collect());
            }
            Some(passes) => {
                self.pass(ending);
                for _ in 0..passes {
                    self.pass(vec![]);
                }
                self.pass(answer);
            }
        }
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
                self.end(step, vec![down(Key::Space, Modifiers::NONE), space]);
                self.pass(vec![up(Key::Space)]);
            }
            End::Escape => {
                self.end(step, vec![down(Key::Escape, Modifiers::NONE)]);
                self.pass(vec![up(Key::Escape)]);
                self.rest();
                assert!(!self.program.in_field());
            }
            End::Click => {
                let allowed = self.pass(vec![Event::PointerMoved(BESIDE), button(true)]);
                assert!(!allowed, "the input method is asked for its syllable");
                self.pass(vec![button(false)]);
                for _ in 0..step.late.unwrap_or(0) {
                    self.pass(vec![]);
                }
                let answer = self.commit(step.syllable);
                self.pass(answer);
                // That was all.
                self.pass(vec![Event::Ime(ImeEvent::Commit(String::new()))]);
                self.rest();
                assert!(!self.program.in_field());
            }
            End::Window => {
                self.end(step, vec![Event::WindowFocused(false)]);
                self.pass(vec![Event::WindowFocused(true)]);
            }
        }
        self.program
            .ctx
            .memory_mut(|memory| memory.request_focus(self.field));
        self.pass(vec![]);
        self.pass(vec![]);
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
    let step = (syllable, end, late).prop_map(|(syllable, end, late)| Step {
        syllable,
        end,
        late,
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
    for text in ["세", "요", ""] {
        typist.pass(vec![
            button(false),
            Event::Ime(ImeEvent::Commit(text.into())),
        ]);
        typist.pass(vec![]);
    }
    typist.rest();
    assert!(!typist.program.in_field());
    assert_eq!(typist.text, "세요");
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
