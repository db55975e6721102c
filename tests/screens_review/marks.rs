//! Marks on the waveform and in their card, and the part of a take that counts. Not here: what their commands
//! do (`flow`).

use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;
use retake::flow::listening::ReviewCard;
use retake::flow::review::{MarkCommand, MarkKey, TrimCommand};
use retake::flow::{Command, State};
use retake::model::attempt::Attempt;
use retake::model::language::Language;
use retake::model::mark::{FlagKind, Mark, MarkKind};
use retake::model::speech::Span;
use retake::model::star::StarPart;

use egui_kittest::Harness;

use crate::common::Stage;
use crate::heard::{press, show};
use crate::{LARGE, RATE, SMALL, attempt, commands, reviewing};

fn flag(secs: u64, kind: FlagKind, text: &str) -> Mark {
    let mut mark = Mark::new(secs * RATE, MarkKind::Flag(kind));
    text.clone_into(&mut mark.text);
    mark
}

/// Out of order, one behind the end.
fn marked() -> Attempt {
    let mut attempt = attempt();
    attempt.marks.extend([
        flag(30, FlagKind::Stuck, "숫자가 생각나지 않음"),
        flag(10, FlagKind::Free, ""),
        Mark::new(5 * RATE, MarkKind::Part(StarPart::Situation)),
        flag(500, FlagKind::Good, ""),
    ]);
    attempt
}

fn listing(language: Language, attempt: Attempt) -> State {
    let mut state = reviewing(language, attempt);
    state.listening.card = ReviewCard::Marks;
    state
}

fn key(secs: u64, kind: FlagKind) -> MarkKey {
    MarkKey::of(&flag(secs, kind, ""))
}

fn mark(asked: MarkCommand) -> Command {
    Command::Mark(asked)
}

#[test]
fn marks_are_listed_in_order_with_kind_text_and_place() {
    for (language, rows) in [
        (
            Language::English,
            [
                "Situation at 0:05.0: play",
                "Mark at 0:10.0: play",
                "Stuck at 0:30.0: play",
                "Cue: English at 0:48.0: play",
                "Good at 1:52.0: play",
            ],
        ),
        (
            Language::Korean,
            [
                "0:05.0 상황 듣기",
                "0:10.0 표시 듣기",
                "0:30.0 막힘 듣기",
                "0:48.0 전환 신호: 영어 듣기",
                "1:52.0 좋음 듣기",
            ],
        ),
    ] {
        let window = show(listing(language, marked()), LARGE);
        let tops = rows.map(|row| window.get_by_label(row).rect().top());
        assert!(tops.is_sorted(), "{tops:?}");
        let note = match language {
            Language::English => "Note on the mark at 0:30.0",
            Language::Korean => "0:30.0 표시의 메모",
        };
        let field = window.get_by_role_and_label(Role::TextInput, note);
        assert_eq!(field.value().as_deref(), Some("숫자가 생각나지 않음"));
        let beyond = match language {
            Language::English => ["past the end", "Good, past the end of the recording"],
            Language::Korean => ["끝난 뒤", "좋음, 녹음이 끝난 뒤"],
        };
        for said in beyond {
            window.get_by_label(said);
        }
    }
}

#[test]
fn an_empty_list_says_which_key_marks() {
    for (language, said) in [
        (
            Language::English,
            "No marks yet. Press M while you listen to mark a moment.",
        ),
        (
            Language::Korean,
            "아직 표시가 없어요. 들으면서 M 키를 누르면 그 순간이 표시돼요.",
        ),
    ] {
        let mut bare = attempt();
        bare.marks.clear();
        let window = show(listing(language, bare), LARGE);
        window.get_by_label_contains(said);
    }
}

#[test]
fn a_row_plays_changes_and_deletes_its_mark() {
    for size in [LARGE, SMALL] {
        let mut window = show(listing(Language::English, marked()), size);
        if size == SMALL {
            press(&mut window, "Notes");
        }
        let take = |window: &mut Harness<'static, Stage>| {
            window.run();
            std::mem::take(&mut window.state_mut().commands)
        };
        take(&mut window);
        window.get_by_label("Mark at 0:10.0: play").click();
        let free = key(10, FlagKind::Free);
        assert_eq!(take(&mut window), [mark(MarkCommand::Hear(free))]);
        let kind = "Kind of the mark at 0:10.0: Mark";
        window.get_by_role_and_label(Role::ComboBox, kind).click();
        window.run();
        window
            .get_by_role_and_label(Role::MenuItemRadio, "Say again")
            .click();
        let asked = MarkCommand::SetKind(free, FlagKind::SayAgain);
        assert_eq!(take(&mut window), [mark(asked)]);
        let note = "Note on the mark at 0:10.0";
        window.get_by_role_and_label(Role::TextInput, note).focus();
        window.run();
        window.event(Event::Text("더 짧게".to_owned()));
        window.run();
        assert_eq!(take(&mut window), [], "it settles first");
        window.get_by_label("Delete the mark at 0:10.0").click();
        let id = window.state().state.review.as_ref().unwrap().id.clone();
        let text = MarkCommand::SetText {
            id,
            key: free,
            text: "더 짧게".to_owned(),
        };
        let delete = MarkCommand::Delete(free);
        assert_eq!(take(&mut window), [mark(text), mark(delete)]);
    }
}

#[test]
fn a_mark_on_the_waveform_is_moved_by_the_arrows_and_by_a_drag() {
    let mut window = show(reviewing(Language::English, marked()), LARGE);
    let name = "Mark at 0:10.0";
    window.get_by_role_and_label(Role::Slider, name).focus();
    window.run();
    window.key_press(Key::ArrowRight);
    window.run();
    let free = key(10, FlagKind::Free);
    let asked = commands(&window);
    let later = 10 * RATE + RATE / 20;
    assert!(
        asked.contains(&mark(MarkCommand::MoveTo(free, later))),
        "{asked:?}"
    );
    window.state_mut().commands.clear();
    let place = window
        .get_by_role_and_label(Role::Slider, name)
        .rect()
        .center();
    window.drag_at(place);
    window.run();
    window.hover_at(place + egui::Vec2::new(120.0, 0.0));
    window.run();
    let moved = commands(&window).into_iter().any(|command| {
        matches!(command, Command::Mark(MarkCommand::MoveTo(from, to)) if from == free && to > later)
    });
    assert!(moved, "{:?}", commands(&window));
}

#[test]
fn what_is_kept_is_said_and_can_be_taken_back() {
    for (language, kept, whole, outside) in [
        (
            Language::English,
            "Kept: 0:20.0 – 1:30.0",
            "Whole recording",
            ["Not played: 0:00.0 – 0:20.0", "Not played: 1:30.0 – 1:52.0"],
        ),
        (
            Language::Korean,
            "남긴 부분: 0:20.0 – 1:30.0",
            "녹음 전체",
            [
                "듣지 않는 부분: 0:00.0 – 0:20.0",
                "듣지 않는 부분: 1:30.0 – 1:52.0",
            ],
        ),
    ] {
        let mut trimmed = marked();
        trimmed.trim = Some(Span::new(20 * RATE, 90 * RATE));
        let mut window = show(listing(language, trimmed), LARGE);
        window.get_by_label(kept);
        for said in outside {
            window.get_by_label(said);
        }
        window.state_mut().commands.clear();
        let asked = press(&mut window, whole);
        assert_eq!(asked, [Command::Trim(TrimCommand::Whole)]);
    }
}
