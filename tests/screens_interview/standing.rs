//! Sessions that stand: one from before, a pause, a break.

use super::*;

#[test]
fn an_unfinished_session_is_offered_first() {
    for language in LANGUAGES {
        let mut state = common::state(language, vec![]);
        state.screen = Screen::Interview;
        let id = running(&mut state, Status::Left, false);
        state.interview.current = None;
        let mut window = common::window(state, TALL);
        window.run_steps(2);
        for (korean, english, command) in [
            (
                "이어서 하기",
                "Continue",
                Command::ResumeSession(id.clone()),
            ),
            ("여기서 끝내기", "End here", Command::EndSession(id.clone())),
            ("새로 시작하기", "Start a new one", Command::StartSession),
        ] {
            let label = said(language, korean, english);
            assert_eq!(
                asked_by(&mut window, Role::Button, label),
                [command],
                "{label}"
            );
        }
        window
            .get_by_label_contains(said(language, "끝나지 않음", "not finished"))
            .click();
        window.run_steps(3);
        assert_eq!(window.state().commands, [Command::ShowSession(id)]);
    }
}

#[test]
fn a_pause_shows_the_clock_and_the_three_ways_on() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL, ZOOMED] {
            let mut state = common::state(language, vec![]);
            state.screen = Screen::Interview;
            let id = running(&mut state, Status::Paused, false);
            let mut window = common::window(state, size);
            window.run_steps(2);
            window.get_by_label_contains(said(language, "시계도 멈췄어요", "The clock is paused"));
            let go_on = said(language, "이어서 하기", "Continue");
            window.get_by_role_and_label(Role::Button, go_on);
            if size == ZOOMED {
                continue;
            }
            for (label, command) in [
                (go_on, Command::ResumeSession(id.clone())),
                (
                    said(language, "나중에 하기", "Finish later"),
                    Command::LeaveSession,
                ),
                (
                    said(language, "여기서 끝내기", "End here"),
                    Command::EndSession(id),
                ),
            ] {
                assert_eq!(asked_by(&mut window, Role::Button, label), [command]);
            }
        }
    }
}

#[test]
fn a_break_has_a_clock_and_can_be_skipped() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL, ZOOMED] {
            let mut state = common::state(language, vec![]);
            state.screen = Screen::Interview;
            running(&mut state, Status::Running, true);
            let mut window = common::window(state, size);
            window.run_steps(2);
            window.get_by_label_contains(said(language, "5분 남음", "5 minutes left"));
            let skip = said(language, "바로 시작하기", "Skip the break");
            assert_eq!(
                asked_by(&mut window, Role::Button, skip),
                [Command::SkipBreak]
            );
            let session = Arc::make_mut(&mut window.state_mut().state.interview.sessions[0]);
            session.interviewers[0].break_used_secs = 300.0;
            window.run_steps(2);
            window.get_by_label(said(language, "쉬는 시간이 끝났어요", "The break is over"));
            let go = said(language, "들어가기", "Go in");
            assert_eq!(
                asked_by(&mut window, Role::Button, go),
                [Command::SkipBreak]
            );
        }
    }
}
