//! The settings and the list of keys by role and label: every control asks for the right thing.

mod common;

use std::path::PathBuf;
use std::rc::Rc;

use common::Stage;
use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::keys;
use retake::flow::state::{Exporting, LibraryStatus, Screen};
use retake::flow::{Command, State};
use retake::i18n::AllWords;
use retake::model::fault::FileFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::settings::ThemeChoice;
use retake::model::sound::{Device, Devices};
use retake::ui::{UiContext, keys_list, theme};

/// High enough that nothing has to be scrolled to.
const TALL: [f32; 2] = [1100.0, 1600.0];
const BOTH: [Language; 2] = [Language::Korean, Language::English];

fn device(id: &str, name: &str) -> Device {
    Device {
        id: id.into(),
        name: name.into(),
    }
}

fn settings(language: Language) -> State {
    let mut state = common::state(language, vec![]);
    state.screen = Screen::Settings;
    state.devices = Some(Devices {
        inputs: vec![
            device("mic:usb", "USB 마이크"),
            device("mic:in", "Built-in"),
        ],
        outputs: vec![device("out:in", "Speakers")],
        default_input: Some("mic:usb".into()),
        default_output: Some("out:in".into()),
    });
    state
}

/// The commands that are pushed when a control is clicked in a fresh window.
fn clicked(state: State, role: Role, label: &str) -> Vec<Command> {
    let mut window = common::window(state, TALL);
    window.run();
    window.get_by_role_and_label(role, label).click();
    window.run();
    window.state().commands.clone()
}

/// The commands that are pushed when a line of a menu is picked.
fn picked(state: State, menu: &str, line: &str) -> Vec<Command> {
    let mut window = common::window(state, TALL);
    window.run();
    window.get_by_role_and_label(Role::ComboBox, menu).click();
    window.run();
    window
        .get_by_role_and_label(Role::MenuItemRadio, line)
        .click();
    window.run();
    window.state().commands.clone()
}

#[test]
fn all_answers_are_given_out_when_there_are_any() {
    for language in BOTH {
        let label = common::said(language, "모든 답 내보내기", "Export all answers");
        let answer = common::attempt(5, LanguagePlan::Korean);
        let mut some = common::state(language, vec![answer]);
        some.screen = Screen::Settings;
        assert_eq!(
            clicked(some.clone(), Role::Button, label),
            [Command::ExportAll]
        );
        some.exporting = Some(Exporting::default());
        assert_eq!(clicked(some, Role::Button, label), []);
        assert_eq!(clicked(settings(language), Role::Button, label), []);
    }
}

#[test]
fn segments_and_switches_ask_for_what_they_say() {
    let cases = [
        (
            Role::RadioButton,
            "System language",
            Command::SetLanguage(None),
        ),
        (
            Role::RadioButton,
            "한국어",
            Command::SetLanguage(Some(Language::Korean)),
        ),
        (
            Role::RadioButton,
            "System",
            Command::SetTheme(ThemeChoice::System),
        ),
        (
            Role::RadioButton,
            "Dark",
            Command::SetTheme(ThemeChoice::Dark),
        ),
        (Role::RadioButton, "1:30", Command::SetTargetSecs(90)),
        (Role::RadioButton, "3:00", Command::SetTargetSecs(180)),
        (Role::RadioButton, "None", Command::SetThinkSecs(0)),
        (Role::RadioButton, "30 s", Command::SetThinkSecs(30)),
        (Role::Switch, "Cue sound", Command::SetCueSound(true)),
        (
            Role::Switch,
            "STAR guide while recording",
            Command::ToggleStarHint,
        ),
        (Role::Button, "Look again", Command::RefreshDevices),
        (Role::Button, "Choose a folder…", Command::ChooseLibrary),
        (Role::Button, "Show in file manager", Command::RevealLibrary),
        (Role::Button, "All shortcuts", Command::ToggleKeys),
    ];
    for (role, label, command) in cases {
        let commands = clicked(settings(Language::English), role, label);
        assert_eq!(commands, [command], "{label}");
    }
}

#[test]
fn devices_are_chosen_by_id_and_the_default_by_none() {
    let usb = picked(
        settings(Language::Korean),
        "마이크: 시스템 기본 (USB 마이크)",
        "Built-in",
    );
    assert_eq!(usb, [Command::SetInput(Some("mic:in".into()))]);
    let mut state = settings(Language::Korean);
    state.settings.output_device = Some("out:in".into());
    let default = picked(state, "스피커: Speakers", "시스템 기본 (Speakers)");
    assert_eq!(default, [Command::SetOutput(None)]);
}

#[test]
fn a_chosen_device_that_is_away_and_no_device_at_all_are_said() {
    for (language, away, none, looking) in [
        (
            Language::Korean,
            "그동안 USB 마이크로 녹음해요",
            "스피커를 찾지 못했어요",
            "마이크: 장치를 찾고 있어요…",
        ),
        (
            Language::English,
            "Recording with USB 마이크 for now",
            "No speaker was found",
            "Microphone: Looking for devices…",
        ),
    ] {
        let mut state = settings(language);
        state.settings.input_device = Some("mic:gone".into());
        if let Some(devices) = &mut state.devices {
            devices.outputs.clear();
        }
        let mut window = common::window(state, TALL);
        window.run();
        window.get_by_label_contains(away);
        window.get_by_label_contains(none);
        window.state_mut().state.devices = None;
        window.run();
        window.get_by_role_and_label(Role::ComboBox, looking);
    }
}

fn folder(window: &Harness<'_, Stage>) -> String {
    window
        .get_by_role_and_label(Role::TextInput, "보관함 폴더")
        .value()
        .unwrap_or_default()
}

#[test]
fn a_typed_folder_is_used_on_enter_with_its_last_syllable() {
    let mut window = common::window(settings(Language::Korean), TALL);
    window.run();
    assert_eq!(folder(&window), "/home/min/Retake");
    window
        .get_by_role_and_label(Role::TextInput, "보관함 폴더")
        .focus();
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.event(Event::Text("/tmp/".into()));
    window.run();
    window.event(Event::Ime(ImeEvent::Preedit {
        text: "답".into(),
        active_range_chars: None,
    }));
    window.run();
    window.event(Event::Ime(ImeEvent::Commit("답".into())));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(
        window.state().commands,
        [Command::SetLibrary(PathBuf::from("/tmp/답"))]
    );
}

#[test]
fn the_folder_follows_the_library_unless_it_is_being_typed() {
    let mut window = common::window(settings(Language::Korean), TALL);
    window.run();
    window.state_mut().state.library.root = Some("/other".into());
    window.run();
    assert_eq!(folder(&window), "/other");
    window
        .get_by_role_and_label(Role::TextInput, "보관함 폴더")
        .focus();
    window.run();
    window.event(Event::Text("x".into()));
    window.run();
    let typed = folder(&window);
    window.state_mut().state.library.root = Some("/third".into());
    window.run();
    assert_eq!(folder(&window), typed, "not under the cursor");
}

#[test]
fn the_button_uses_a_folder_that_is_not_the_present_one() {
    let mut window = common::window(settings(Language::Korean), TALL);
    window.run();
    window
        .get_by_role_and_label(Role::Button, "이 폴더 쓰기")
        .click();
    window.run();
    assert_eq!(window.state().commands, [], "nothing was typed");
    window
        .get_by_role_and_label(Role::TextInput, "보관함 폴더")
        .focus();
    window.run();
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    window.event(Event::Text("  /media/usb ".into()));
    window.run();
    window
        .get_by_role_and_label(Role::Button, "이 폴더 쓰기")
        .click();
    window.run();
    assert_eq!(
        window.state().commands,
        [Command::SetLibrary(PathBuf::from("/media/usb"))]
    );
}

#[test]
fn a_library_that_failed_says_so_under_its_field() {
    for (language, words) in [
        (Language::Korean, "보관함 폴더에 저장할 수 없어요"),
        (
            Language::English,
            "Retake can’t write to the library folder",
        ),
    ] {
        let mut state = settings(language);
        state.library.status =
            LibraryStatus::Failed(FileFault::LibraryReadOnly("/media/usb/retake".into()));
        let mut window = common::window(state, TALL);
        window.run();
        window.get_by_label_contains(words);
        window.get_by_label("/media/usb/retake");
    }
}

#[test]
fn privacy_licence_and_fonts_are_told() {
    for (language, words) in [
        (
            Language::Korean,
            [
                "이 컴퓨터에만",
                "MIT 또는 Apache-2.0",
                "Pretendard (OFL",
                "Amazon과 관계가 없어요",
            ],
        ),
        (
            Language::English,
            [
                "stays on this computer",
                "MIT OR Apache-2.0",
                "Phosphor (MIT)",
                "not affiliated with Amazon",
            ],
        ),
    ] {
        let mut window = common::window(settings(language), TALL);
        window.run();
        for word in words {
            window.get_by_label_contains(word);
        }
        window.get_by_label("Retake 0.1.0");
    }
}

#[test]
fn the_settings_draw_in_every_size_and_settle() {
    for language in BOTH {
        for size in [[1100.0, 720.0], [800.0, 560.0], [550.0, 360.0]] {
            for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
                let mut state = settings(language);
                state.settings.theme = theme;
                common::window(state, size).run();
            }
        }
    }
}

/// A window with nothing but the list of keys.
fn keys_window(language: Language, size: [f32; 2]) -> Harness<'static, Vec<Command>> {
    let words = Rc::new(AllWords::load().unwrap_or_else(|error| panic!("{error}")));
    let mut window = Harness::builder()
        .with_size(size)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, commands: &mut Vec<Command>| {
                let look = UiContext::new(ui.ctx(), words.of(language), ui.max_rect().size());
                keys_list::keys_list_ui(ui, &look, commands);
            },
            Vec::new(),
        );
    window.run();
    window
}

#[test]
fn every_key_has_words_and_all_fit_a_large_window() {
    for (language, samples) in [
        (
            Language::Korean,
            ["다음 질문 뽑기", "5초 앞뒤로 이동", "휴지통으로 옮기기"],
        ),
        (
            Language::English,
            [
                "Draw the next question",
                "5 seconds back or forward",
                "Move to trash",
            ],
        ),
    ] {
        for size in [[800.0, 560.0], [1100.0, 720.0], [1600.0, 1080.0]] {
            let scrolls = size[0] < 1600.0;
            let window = keys_window(language, size);
            for sample in samples {
                // A key may do the same on several screens.
                let stands = window.query_all_by_label_contains(sample).next().is_some();
                assert!(stands, "{sample}");
            }
            let labels: Vec<egui::Rect> = window
                .get_all_by_role(Role::Label)
                .chain(window.get_all_by_role(Role::Heading))
                .map(|node| node.rect())
                .collect();
            let wordless = window.query_all_by_label_contains(": ");
            let wordless = wordless.filter(|node| {
                let said = node.accesskit_node().value().unwrap_or_default();
                said.trim_end().ends_with(':')
            });
            assert_eq!(wordless.count(), 0, "a key without words");
            // A title, the groups and one line for each key.
            let all = keys::lines();
            let mut groups: Vec<keys::KeyGroup> = Vec::new();
            for line in all {
                if !groups.contains(&line.group) {
                    groups.push(line.group);
                }
            }
            assert_eq!(labels.len(), 1 + groups.len() + all.len());
            for rect in labels {
                assert!(rect.width() > 1.0, "a key without words");
                assert!(rect.right() < size[0], "{rect:?}");
                assert!(scrolls || rect.bottom() < size[1] - 10.0, "{rect:?}");
            }
        }
    }
}

#[test]
fn the_list_of_keys_closes_by_its_button_and_beside_itself() {
    let mut window = keys_window(Language::English, [1100.0, 720.0]);
    window.get_by_role_and_label(Role::Button, "Close").click();
    window.run();
    assert_eq!(*window.state(), [Command::ToggleKeys]);
    window.hover_at(egui::pos2(20.0, 20.0));
    window.drag_at(egui::pos2(20.0, 20.0));
    window.drop_at(egui::pos2(20.0, 20.0));
    window.run();
    assert_eq!(*window.state(), [Command::ToggleKeys, Command::ToggleKeys]);
}
