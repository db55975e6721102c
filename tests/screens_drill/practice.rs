//! What practice and settings show of rounds, of the same again, of announcements and interruptions.

use super::*;
use crate::common;
use retake::flow::task::Task;

fn recording(attempt: Attempt, secs: u64) -> Recording {
    Recording {
        live: LiveTake {
            sample_rate_hz: 48_000,
            captured_frames: secs * RATE,
            ..LiveTake::default()
        },
        ..Recording::new(Arc::new(attempt))
    }
}

#[test]
fn between_two_takes_practice_shows_the_place_in_the_round() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut state = common::state(language, vec![]);
            let mut rounding = DrillRound::new(RoundKind::Answers, LanguagePlan::KoreanToEnglish);
            rounding.number = 3;
            state.practice.task = Task::DrillRound(rounding);
            let mut window = common::window(state, size);
            window.run_steps(2);
            window.get_by_label(said(language, "10번 중 3번째", "Answer 3 of 10"));
            window.get_by_label(said(language, "0:40 중 0:00", "0:00 of 0:40"));
            for (korean, english, command) in [
                ("답하기", "Answer", Command::Record),
                ("훈련 끝내기", "End the round", Command::EndRound),
                ("다음 질문", "Next question", Command::NextQuestion),
            ] {
                let label = said(language, korean, english);
                assert_eq!(asked_by(&mut window, Role::Button, label), [command]);
            }
            assert_eq!(window.query_all_by_role(Role::RadioButton).count(), 0);
            let attempt = common::attempt(0, LanguagePlan::KoreanToEnglish);
            window.state_mut().state.practice.phase = Phase::Recording(recording(attempt, 5));
            window.run_steps(2);
            window.get_by_label(said(language, "10번 중 3번째", "Answer 3 of 10"));
        }
    }
}

#[test]
fn the_same_again_is_asked_for_on_the_card_and_stays_there() {
    for language in LANGUAGES {
        for (what, to, korean, english) in [
            (
                RepeatScope::Result,
                Language::English,
                "이제 결과만 다시, 영어로 말해 보세요",
                "Now just the result again, in English",
            ),
            (
                RepeatScope::Whole,
                Language::Korean,
                "이제 처음부터 다시, 한국어로 말해 보세요",
                "Now the whole answer again, in Korean",
            ),
        ] {
            let first = common::attempt(5, LanguagePlan::Korean);
            let id = first.id.clone();
            let mut state = common::state(language, vec![first]);
            state.practice.task = Task::Repeat(PendingRepeat {
                what,
                to,
                first: id.clone(),
            });
            let mut window = common::window(state, SMALL);
            window.run_steps(2);
            let words = said(language, korean, english);
            window.get_by_label(words);
            let skip = said(language, "건너뛰기", "Skip");
            let asked = asked_by(&mut window, Role::Button, skip);
            assert_eq!(asked, [Command::SkipRepeat]);
            let plan = match to {
                Language::Korean => LanguagePlan::Korean,
                Language::English => LanguagePlan::English,
            };
            let mut attempt = common::attempt(0, plan);
            attempt.follows = Some(RepeatOf { id, what });
            let at = window.get_by_label(words).rect();
            window.state_mut().state.practice.phase = Phase::Recording(recording(attempt, 5));
            window.run_steps(2);
            assert_eq!(window.get_by_label(words).rect(), at, "nothing moves");
        }
    }
}

#[test]
fn an_announced_cue_counts_down_at_the_top() {
    for language in LANGUAGES {
        let mut attempt = common::attempt(0, LanguagePlan::KoreanToEnglish);
        attempt.marks.clear();
        let drill = DrillPlan {
            cue_due_secs: 60.0,
            ..DrillPlan::draw(1, Hazard::ANSWER, 0.0).announced()
        };
        attempt.drill = Some(drill);
        let mut running = recording(attempt, 35);
        let mut state = common::state(language, vec![]);
        state.practice.phase = Phase::Recording(running.clone());
        let soon = said(
            language,
            "곧 영어로 바꿔요 · 0:25",
            "Soon in English · 0:25",
        );
        let window = common::window(state.clone(), SMALL);
        assert!(window.query_by_label(soon).is_none(), "not announced yet");
        running.marks.push(Mark::new(
            30 * RATE,
            MarkKind::Announced {
                to: Language::English,
            },
        ));
        state.practice.phase = Phase::Recording(running);
        common::window(state, SMALL).get_by_label(soon);
    }
}

#[test]
fn the_interviewer_speaks_the_language_of_the_answer_over_the_question() {
    for language in LANGUAGES {
        for (plan, words) in [
            (LanguagePlan::Korean, "잠깐만요, 핵심만 짧게 말해 주세요."),
            (
                LanguagePlan::English,
                "Let me stop you there: what was the outcome?",
            ),
        ] {
            let mut running = recording(common::attempt(0, plan), 121);
            running.interruption_until = Some(common::now().since_start + Duration::from_secs(3));
            let mut state = common::state(language, vec![]);
            state.practice.phase = Phase::Recording(running);
            let mut window = common::window(state, WIDE);
            window.run_steps(2);
            window.get_by_role_and_label(Role::Alert, words);
            window.get_by_label(said(language, "면접관", "Interviewer"));
            let stop = said(language, "끝내기", "Stop");
            let asked = asked_by(&mut window, Role::Button, stop);
            assert_eq!(asked, [Command::StopRecording]);
        }
    }
}

#[test]
fn the_style_is_chosen_only_where_there_is_a_switch() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL, [550.0, 376.0]] {
            let mut state = common::state(language, vec![]);
            state.settings.switch_style = SwitchStyle::ResultAgain;
            let name = said(
                language,
                "전환 방식: 결과만 다시",
                "Switch style: Repeat the result",
            );
            let mut window = common::window(state, size);
            window.run_steps(2);
            window.get_by_role_and_label(Role::ComboBox, name).click();
            window.run_steps(4);
            let other = said(language, "30초 전 예고", "30 s notice");
            window
                .get_by_role_and_label(Role::MenuItemRadio, other)
                .click();
            window.run_steps(2);
            assert_eq!(
                window.state().commands.last(),
                Some(&Command::SetSwitchStyle(SwitchStyle::Announced))
            );
            window.state_mut().state.settings.plan = LanguagePlan::English;
            window.run_steps(2);
            assert!(window.query_by_label(name).is_none());
        }
    }
}

#[test]
fn settings_hold_what_a_drill_needs() {
    for language in LANGUAGES {
        let mut state = common::state(language, vec![]);
        state.screen = Screen::Settings;
        let mut window = common::window(state, [1100.0, 2400.0]);
        window.run_steps(3);
        let shape = StarShape::new([25, 25, 25, 25]).unwrap();
        for (role, korean, english, command) in [
            (
                Role::RadioButton,
                "전부 다시",
                "Repeat all",
                Command::SetSwitchStyle(SwitchStyle::WholeAgain),
            ),
            (
                Role::RadioButton,
                "15%",
                "15%",
                Command::SetCatchShare(0.15),
            ),
            (
                Role::Switch,
                "단계별 압박",
                "Pressure ladder",
                Command::SetLadder(true),
            ),
            (
                Role::RadioButton,
                "25 / 25 / 25 / 25",
                "25 / 25 / 25 / 25",
                Command::SetStarShape(shape),
            ),
        ] {
            let label = said(language, korean, english);
            assert_eq!(asked_by(&mut window, role, label), [command], "{label}");
        }
    }
}

#[test]
fn on_the_ladder_the_takes_of_the_day_choose_the_think_time() {
    for language in LANGUAGES {
        let today = common::attempt(60, LanguagePlan::Korean);
        let mut state = common::state(language, vec![today]);
        state.settings.ladder = true;
        let mut window = common::window(state, WIDE);
        window.run_steps(2);
        let name = said(
            language,
            "생각할 시간 · 단계별 압박",
            "Think time · pressure ladder",
        );
        window.get_by_role_and_label(Role::Label, name);
        window.get_by_role_and_label(Role::RadioGroup, name);
        let ten = said(language, "10초", "10 s");
        let node = window.get_by_role_and_label(Role::RadioButton, ten);
        assert_eq!(
            node.accesskit_node().toggled(),
            Some(egui::accesskit::Toggled::True)
        );
        let thirty = said(language, "30초", "30 s");
        assert_eq!(asked_by(&mut window, Role::RadioButton, thirty), []);
    }
}

#[test]
fn the_part_that_was_tapped_is_the_one_that_is_said() {
    let mut running = recording(common::attempt(0, LanguagePlan::Korean), 5);
    assert_eq!(running.part(), None);
    running
        .marks
        .push(Mark::new(RATE, MarkKind::Part(StarPart::Action)));
    let view = retake::ui::practice::running_view::Running::new(
        &running,
        retake::ui::practice::running_view::Course::Runs,
    );
    assert_eq!(view.part, Some(StarPart::Action));
}
