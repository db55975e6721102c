//! Rows and marks: choosing, playing, opening, deleting, and ten thousand of them.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use retake::flow::{Command, State, update};
use retake::model::attempt::AttemptId;
use retake::model::fault::{SoundFault, UnreadableWav};
use retake::model::language::{Language, LanguagePlan};
use retake::model::timeline::Entry;

use crate::common::{self, Stage};
use crate::{WIDE, filtered, id, of, press, pushed, rated, row_at, typical};

#[test]
fn a_click_selects_and_a_double_click_opens() {
    let state = typical(Language::Korean);
    let second = id(&state, 1);
    let mut window = common::window(state, WIDE);
    window.run();
    let at = row_at(&window, "두 번째 질문");
    press(&mut window, at, 1);
    assert_eq!(pushed(&window, &Command::Select(second.clone())), 1);
    assert_eq!(pushed(&window, &Command::OpenAttempt(second.clone())), 0);
    window.run_steps(8);
    press(&mut window, at, 2);
    assert_eq!(pushed(&window, &Command::OpenAttempt(second)), 1);
}

#[test]
fn a_row_under_the_pointer_can_be_played_opened_and_deleted() {
    for (language, names) in [
        (Language::Korean, ["재생", "열기", "휴지통으로"]),
        (Language::English, ["Play", "Open", "Move to trash"]),
    ] {
        let state = typical(language);
        let second = id(&state, 1);
        let mut window = common::window(state, WIDE);
        window.run();
        for name in names {
            assert!(
                window.query_by_role_and_label(Role::Button, name).is_none(),
                "{name} waits for the pointer"
            );
        }
        let label = if language == Language::Korean {
            "두 번째 질문"
        } else {
            "The second question"
        };
        let at = row_at(&window, label);
        window.hover_at(at);
        window.run();
        for (name, command) in names.into_iter().zip([
            Command::PlayRow(second.clone()),
            Command::OpenAttempt(second.clone()),
            Command::Delete(second.clone()),
        ]) {
            let button = window.get_by_role_and_label(Role::Button, name).rect();
            press(&mut window, button.center(), 1);
            assert_eq!(pushed(&window, &command), 1, "{name}");
        }
        assert_eq!(pushed(&window, &Command::Select(second)), 0);
    }
}

#[test]
fn a_playing_row_shows_that_it_can_be_paused() {
    let mut state = typical(Language::English);
    state.playback.id = Some(id(&state, 1));
    state.playback.playing = true;
    state.playback.frame = 48_000;
    let second = id(&state, 1);
    let mut window = common::window(state, WIDE);
    window.run();
    window.get_by_role_and_label(Role::Button, "Pause").click();
    window.run();
    assert_eq!(pushed(&window, &Command::PlayRow(second)), 1);
}

#[test]
fn a_click_on_a_mark_selects_its_attempt() {
    let state = of(
        Language::English,
        vec![common::attempt(5, LanguagePlan::Korean)],
    );
    let only = id(&state, 0);
    let mut window = common::window(state, WIDE);
    window.run();
    let plot = window
        .get_by_role_and_label(Role::Image, "One answer over time, by score")
        .rect();
    // Made today and not rated: at the right end, on the lowest line.
    let at = egui::pos2(plot.right() - 21.0, plot.bottom() - 12.0);
    press(&mut window, at, 1);
    assert_eq!(pushed(&window, &Command::Select(only)), 1);
}

fn ten_thousand() -> State {
    let sample = common::attempt(0, LanguagePlan::KoreanToEnglish);
    let mut state = of(Language::Korean, vec![]);
    state.library.entries = (0..10_000_i64)
        .map(|n| {
            use jiff::ToSpan as _;
            let mut attempt = sample.clone();
            attempt.created = &common::now().date - (n * 97).minutes();
            attempt.id = AttemptId::new(&attempt.created, "many", n as u16);
            Entry::new(Arc::new(rated(attempt, (n % 5 + 1) as u8)))
        })
        .collect();
    filtered(state)
}

#[test]
fn ten_thousand_attempts_lay_out_only_what_is_seen() {
    let mut window = common::window(ten_thousand(), WIDE);
    window.run();
    window.get_by_label("답 10,000개");
    let listed = |window: &Harness<'_, Stage>| window.get_all_by_role(Role::ListItem).count();
    assert!((3..40).contains(&listed(&window)), "{}", listed(&window));
    let wanted: usize = window
        .state()
        .commands
        .iter()
        .map(|command| match command {
            Command::WantPeaks(ids) => ids.len(),
            _ => 0,
        })
        .max()
        .unwrap_or_default();
    assert_eq!(
        wanted,
        listed(&window),
        "only rows on screen want their sound"
    );

    // The very last, far below, comes into view when a key selects it.
    let last = id(&window.state().state, 9_999);
    window.state_mut().state.timeline.selected = Some(last);
    window.state_mut().state.timeline.reveal_selected += 1;
    window.run();
    let selected = window
        .get_by(|node| node.role() == Role::ListItem && node.is_selected() == Some(true))
        .rect();
    assert!(selected.bottom() <= WIDE[1], "{selected:?}");
    assert!(selected.top() >= 300.0, "{selected:?}");
    assert!((3..40).contains(&listed(&window)));
}

#[test]
fn sound_that_was_asked_for_is_not_asked_for_again() {
    let mut state = typical(Language::Korean);
    let (first, second) = (id(&state, 0), id(&state, 1));
    state.peaks.insert(first, None);
    state.peaks.remove(&second);
    let mut window = common::window(state, WIDE);
    window.step();
    let asked = Command::WantPeaks(vec![second]);
    assert!(
        window
            .state()
            .commands
            .iter()
            .all(|command| *command == asked)
    );
    assert!(pushed(&window, &asked) > 0);
}

#[test]
fn tab_reaches_rows_and_selects_them() {
    let state = typical(Language::English);
    let second = id(&state, 1);
    let mut window = common::window(state, WIDE);
    window.run();
    window
        .get_by(|node| {
            node.role() == Role::ListItem
                && node
                    .label()
                    .is_some_and(|label| label.contains("The second"))
        })
        .focus();
    window.run();
    assert_eq!(pushed(&window, &Command::Select(second)), 1);
}

#[test]
fn listening_to_old_takes_is_told_at_the_foot_of_the_list() {
    for (language, words) in [
        (Language::English, "Analyzing your answers: 3 of 40"),
        (Language::Korean, "녹음 분석 중: 40개 중 3개"),
    ] {
        let mut state = typical(language);
        state.analysis_progress = Some((3, 40));
        let mut window = common::window(state, WIDE);
        window.run();
        window.get_by_label(words);
        window.state_mut().state.analysis_progress = Some((0, 1));
        window.run();
        assert!(window.query_by_label(words).is_none());
    }
}

/// Lets the flow do what the screen asked for.
fn answer(window: &mut Harness<'static, Stage>) {
    for command in std::mem::take(&mut window.state_mut().commands) {
        update(
            &mut window.state_mut().state,
            command.into(),
            &common::now(),
        );
    }
    window.run();
}

#[test]
fn the_list_follows_a_click_on_a_mark_or_a_day() {
    let mut window = common::window(ten_thousand(), WIDE);
    window.run();
    let selected = |window: &Harness<'_, Stage>| {
        let row = window
            .query_by(|node| node.role() == Role::ListItem && node.is_selected() == Some(true));
        row.map(|row| row.rect())
    };
    let plot = window
        .get_by(|node| {
            node.role() == Role::Image && node.label().is_some_and(|l| l.contains("그래프"))
        })
        .rect();
    // Far in the past: nobody has scrolled there.
    for x in 30..60 {
        for y in [0.18, 0.5, 0.82] {
            let at = plot.left_top() + egui::vec2(x as f32, plot.height() * y);
            press(&mut window, at, 1);
        }
    }
    answer(&mut window);
    let chosen = window.state().state.timeline.selected.clone().unwrap();
    assert!(chosen < id(&window.state().state, 5_000), "{chosen}");
    let row = selected(&window).expect("the row is drawn");
    assert!(row.top() >= 300.0 && row.bottom() <= WIDE[1], "{row:?}");

    let day = window.get_by_label_contains("11월 3일").rect();
    press(&mut window, day.center(), 1);
    let date = jiff::civil::date(2026, 11, 3);
    assert_eq!(pushed(&window, &Command::ShowDay(date)), 1);
    answer(&mut window);
    let state = &window.state().state;
    let chosen = state.attempt(state.timeline.selected.as_ref().unwrap());
    assert_eq!(chosen.unwrap().created.date(), date);
    let row = selected(&window).expect("the row is drawn");
    assert!(row.top() >= 300.0 && row.bottom() <= WIDE[1], "{row:?}");
}

#[test]
fn words_keep_their_room_when_the_pointer_comes() {
    let mut window = common::window(typical(Language::Korean), WIDE);
    window.run();
    let title = |window: &Harness<'_, Stage>| {
        window
            .output()
            .shapes
            .iter()
            .find_map(|shape| match &shape.shape {
                egui::Shape::Text(text) if text.galley.text() == "두 번째 질문" => {
                    Some((text.pos, text.galley.size()))
                }
                _ => None,
            })
    };
    let at_rest = title(&window);
    assert!(at_rest.is_some());
    let row = row_at(&window, "두 번째 질문");
    window.hover_at(row);
    window.run();
    assert_eq!(title(&window), at_rest);
}

#[test]
fn the_star_is_a_filter_and_the_rest_can_be_exported() {
    for (language, starred, export) in [
        (Language::Korean, "별표한 답만", "보이는 답 내보내기"),
        (Language::English, "Starred only", "Export what is shown"),
    ] {
        for size in [WIDE, [800.0, 560.0], [550.0, 360.0]] {
            let mut window = common::window(typical(language), size);
            window.run();
            let star = window.get_by_role_and_label(Role::CheckBox, starred);
            assert!(star.rect().right() < size[0], "{size:?}");
            star.click();
            window.run();
            assert_eq!(pushed(&window, &Command::ToggleTimelineStarred), 1);
            window.get_by_role_and_label(Role::Button, export).click();
            window.run();
            assert_eq!(pushed(&window, &Command::AskExport), 1);
        }
    }
}

#[test]
fn a_row_whose_sound_is_missing_or_still_arriving_says_so() {
    for (language, partial, broken) in [
        (
            Language::English,
            "not all of it has arrived: 0:30 of 1:52",
            "can’t be played",
        ),
        (Language::Korean, "1:52 중 0:30", "재생할 수 없어요"),
    ] {
        let mut state = typical(language);
        let (first, second) = (id(&state, 0), id(&state, 1));
        let part = common::peaks(30 * 48_000, 48_000);
        state.peaks.insert(first, Some(part));
        let missing = SoundFault::Unreadable {
            path: "/home/min/Retake/answer.wav".into(),
            why: UnreadableWav::Missing,
            detail: String::new(),
        };
        state.unreadable.insert(second, missing);
        let mut window = common::window(state, WIDE);
        window.run();
        for words in [partial, broken] {
            window.get_by(|node| {
                node.role() == Role::ListItem
                    && node.label().is_some_and(|label| label.contains(words))
            });
        }
    }
}
