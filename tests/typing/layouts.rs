//! Keys on the layouts of seven languages: digits by place, everything else by what is printed.

use egui::{Event, Key, Modifiers};
use retake::flow::Command;
use retake::flow::place::Place;
use retake::flow::state::{Review, Screen, State};
use retake::model::language::{Language, LanguagePlan};
use retake::model::star::StarPart;

use crate::common;
use crate::program::{Program, down, up};

/// The keys of a keyboard by place, row by row: digits, and the three rows of letters.
const PLACES: [Key; 47] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
    Key::Num0,
    Key::Minus,
    Key::Equals,
    Key::Q,
    Key::W,
    Key::E,
    Key::R,
    Key::T,
    Key::Y,
    Key::U,
    Key::I,
    Key::O,
    Key::P,
    Key::OpenBracket,
    Key::CloseBracket,
    Key::Backslash,
    Key::A,
    Key::S,
    Key::D,
    Key::F,
    Key::G,
    Key::H,
    Key::J,
    Key::K,
    Key::L,
    Key::Semicolon,
    Key::Quote,
    Key::Z,
    Key::X,
    Key::C,
    Key::V,
    Key::B,
    Key::N,
    Key::M,
    Key::Comma,
    Key::Period,
    Key::Slash,
    Key::Backtick,
];

/// A layout: what the places print, alone and with Shift. From xkeyboard-config.
struct Layout {
    name: &'static str,
    plain: &'static str,
    shifted: &'static str,
}

const LAYOUTS: [Layout; 8] = [
    Layout {
        name: "us, kr in Latin mode",
        plain: r"1234567890-=qwertyuiop[]\asdfghjkl;'zxcvbnm,./`",
        shifted: r#"!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?~"#,
    },
    Layout {
        name: "kr in Hangul mode",
        plain: r"1234567890-=ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ[]\ㅁㄴㅇㄹㅎㅗㅓㅏㅣ;'ㅋㅌㅊㅍㅠㅜㅡ,./`",
        shifted: r#"!@#$%^&*()_+ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ{}|ㅁㄴㅇㄹㅎㅗㅓㅏㅣ:"ㅋㅌㅊㅍㅠㅜㅡ<>?~"#,
    },
    Layout {
        name: "de",
        plain: "1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-^",
        shifted: "!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_°",
    },
    Layout {
        name: "fr",
        plain: "&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!²",
        shifted: "1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§~",
    },
    Layout {
        name: "dvorak",
        plain: r"1234567890[]',.pyfgcrl/=\aoeuidhtns-;qjkxbmwvz`",
        shifted: r#"!@#$%^&*(){}"<>PYFGCRL?+|AOEUIDHTNS_:QJKXBMWVZ~"#,
    },
    Layout {
        name: "gr",
        plain: r"1234567890-=;ςερτυθιοπ[]\ασδφγηξκλ΄'ζχψωβνμ,./`",
        shifted: r#"!@#$%^&*()_+:΅ΕΡΤΥΘΙΟΠ{}|ΑΣΔΦΓΗΞΚΛ¨"ΖΧΨΩΒΝΜ<>?~"#,
    },
    Layout {
        name: "ru",
        plain: r"1234567890-=йцукенгшщзхъ\фывапролджэячсмитьбю.ё",
        shifted: r#"!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё"#,
    },
    Layout {
        name: "cz",
        plain: "+ěščřžýáíé=´qwertzuiopú)¨asdfghjklů§yxcvbnm,.-;",
        shifted: "1234567890%ˇQWERTZUIOP/('ASDFGHJKL\"!YXCVBNM?:_°",
    },
];

impl Layout {
    /// The event of a key, as the toolkit makes it: by what is printed if it knows that, else by place.
    fn event(&self, at: usize, modifiers: Modifiers) -> Event {
        let row = if modifiers.shift {
            self.shifted
        } else {
            self.plain
        };
        let printed = row.chars().nth(at).unwrap().to_string();
        Event::Key {
            key: Key::from_name(&printed).unwrap_or(PLACES[at]),
            physical_key: Some(PLACES[at]),
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    /// Where something is printed, and whether it needs Shift; a letter that is nowhere is where the
    /// layout of the country prints it beside its own: at its place.
    fn find(&self, printed: char) -> (usize, bool) {
        let of = |row: &str| row.chars().position(|c| c == printed);
        let place = || {
            PLACES
                .iter()
                .position(|key| key.name() == printed.to_uppercase().to_string())
        };
        let plain = of(self.plain).map(|at| (at, false));
        let shifted = || of(self.shifted).map(|at| (at, true));
        plain
            .or_else(shifted)
            .or_else(|| Some((place()?, false)))
            .unwrap()
    }
}

fn on(screen: Screen) -> State {
    let attempt = common::attempt(5, LanguagePlan::English);
    let id = attempt.id.clone();
    let mut state = common::state(Language::English, vec![attempt]);
    state.screen = screen;
    if screen == Screen::Review {
        state.review = Some(Review {
            id,
            line: 0,
            sitting: None,
            from: Screen::Timeline,
        });
    }
    state
}

fn asked(program: &mut Program, event: Event) -> Vec<Command> {
    let mut release = event.clone();
    program.pass(vec![event]);
    let asked = std::mem::take(&mut program.commands);
    if let Event::Key { pressed, .. } = &mut release {
        *pressed = false;
        program.pass(vec![release]);
    }
    asked
}

#[test]
fn a_row_is_as_long_as_the_keyboard() {
    for layout in &LAYOUTS {
        assert_eq!(
            layout.plain.chars().count(),
            PLACES.len(),
            "{}",
            layout.name
        );
        assert_eq!(
            layout.shifted.chars().count(),
            PLACES.len(),
            "{}",
            layout.name
        );
    }
}

#[test]
fn digits_are_where_they_are_on_every_keyboard() {
    for layout in &LAYOUTS {
        let mut review = Program::new(on(Screen::Review), true);
        for score in 1..=5_u8 {
            let at = usize::from(score) - 1;
            let plain = asked(&mut review, layout.event(at, Modifiers::NONE));
            assert_eq!(
                plain,
                [Command::RateCurrent(score)],
                "{score} of {}",
                layout.name
            );
            if layout.shifted.starts_with('1') {
                let shifted = asked(&mut review, layout.event(at, Modifiers::SHIFT));
                assert_eq!(shifted, plain, "Shift {score} of {}", layout.name);
            }
        }
        for (at, place) in Place::ALL.into_iter().enumerate() {
            let pressed = layout.event(at, Modifiers::COMMAND);
            let wanted = [Command::GoToPlace(place)];
            assert_eq!(
                asked(&mut review, pressed),
                wanted,
                "Ctrl {} of {}",
                at + 1,
                layout.name
            );
        }
    }
}

#[test]
fn letters_and_signs_are_where_they_are_printed() {
    for layout in &LAYOUTS {
        for (screen, printed, wanted) in [
            (Screen::Practice, 'n', Command::NextQuestion),
            (Screen::Practice, 'p', Command::CyclePlan),
            (Screen::Practice, 'y', Command::RepeatQuestion),
            (Screen::Practice, '?', Command::ToggleKeys),
            (Screen::Timeline, '/', Command::FocusSearch),
            (Screen::Timeline, 'e', Command::AskExport),
            (Screen::Review, 'r', Command::Retake),
            (Screen::Review, 'w', Command::PickFirstWord),
            (
                Screen::Review,
                'c',
                Command::ShowCard(on(Screen::Review).next_card()),
            ),
        ] {
            let mut program = Program::new(on(screen), true);
            let (at, shift) = layout.find(printed);
            let modifiers = if shift {
                Modifiers::SHIFT
            } else {
                Modifiers::NONE
            };
            let pressed = layout.event(at, modifiers);
            assert_eq!(
                asked(&mut program, pressed),
                [wanted],
                "{printed} of {}",
                layout.name
            );
        }
    }
}

#[test]
fn a_block_of_numbers_moves_without_num_lock_and_rates_with_it() {
    let number = |key, place| Event::Key {
        key,
        physical_key: Some(place),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let mut review = Program::new(on(Screen::Review), true);
    let rated = asked(&mut review, number(Key::Num4, Key::Num4));
    assert_eq!(rated, [Command::RateCurrent(4)]);
    let moved = asked(&mut review, number(Key::ArrowDown, Key::Num2));
    assert_eq!(moved, [Command::MoveLine(1)]);
    let nothing = asked(&mut review, number(Key::End, Key::Num1));
    assert_eq!(nothing, []);
    let mut timeline = Program::new(on(Screen::Timeline), true);
    let divided = asked(&mut timeline, number(Key::Slash, Key::Slash));
    assert_eq!(divided, [Command::FocusSearch]);
    let tapped = asked(&mut review, number(Key::F3, Key::F3));
    assert_eq!(tapped, [Command::TapPart(StarPart::Action)]);
}

#[test]
fn the_size_changes_where_plus_and_minus_are_printed() {
    for (name, printed, wanted) in [
        ("us", '=', 1),
        ("us", '-', -1),
        ("us", '0', 0),
        ("de", '+', 1),
        ("de", '-', -1),
        // On the 6, with which no place begins.
        ("fr", '-', -1),
        ("fr", 'à', 0),
        ("dvorak", '=', 1),
    ] {
        let layout = LAYOUTS.iter().find(|it| it.name.starts_with(name));
        let layout = layout.unwrap();
        let mut program = Program::new(on(Screen::Practice), true);
        let (at, _) = layout.find(printed);
        let pressed = layout.event(at, Modifiers::COMMAND);
        assert_eq!(
            asked(&mut program, pressed),
            [Command::Zoom(wanted)],
            "{printed} of {name}"
        );
    }
}

#[test]
fn a_plus_that_never_came_up_does_not_end_the_growing() {
    let mut program = Program::new(on(Screen::Practice), true);
    for _ in 0..3 {
        // Shift is let go of first: what comes up is another key.
        program.pass(vec![down(Key::Plus, Modifiers::COMMAND)]);
        assert_eq!(program.commands, [Command::Zoom(1)]);
        program.pass(vec![up(Key::Equals)]);
    }
}

#[test]
fn keys_of_one_letter_can_be_switched_off() {
    let mut state = on(Screen::Review);
    state.settings.letter_keys = false;
    let mut review = Program::new(state, true);
    for key in [Key::R, Key::N, Key::Num4, Key::Slash, Key::OpenBracket] {
        review.press(key, Modifiers::NONE);
        assert_eq!(review.commands, [], "{key:?}");
    }
    review.press(Key::Space, Modifiers::NONE);
    assert_eq!(review.commands, [Command::PlayPause]);
    review.press(Key::Num2, Modifiers::COMMAND);
    assert_eq!(review.commands, [Command::GoToPlace(Place::Practice)]);
}
