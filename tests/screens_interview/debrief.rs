//! What came of a session: the axis, what to do next, whether the end was slower than the start.

use super::*;

#[test]
fn the_debrief_opens_answers_and_says_what_to_do_next() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut state = after(language, |_, made| {
                let story = StoryId::parse("캡스톤");
                // The two questions, and a follow-up of the first, which is no second telling.
                for at in [5, 4, 2] {
                    made[at].story.clone_from(&story);
                }
            });
            heard(&mut state, |at| if at == 3 { 4.2 } else { 0.8 });
            let oldest = state.library.entries[5].attempt.id.clone();
            let slow = state.library.entries[2].attempt.id.clone();
            let mut window = common::window(state, size);
            window.run_steps(3);
            let rate = said(language, "듣고 평가하기", "Listen and rate");
            let names: Vec<String> = window
                .get_all_by_label_contains(rate)
                .filter_map(|node| node.accesskit_node().label())
                .collect();
            assert_eq!(names.len(), 2, "the first, and one more after the slow one");
            // Each says which answer it is for.
            let of = common::question().text;
            let of = said(language, &of.ko, &of.en);
            assert!(names.iter().all(|name| name.contains(of)), "{names:?}");
            let again = said(language, "다시 답하기", "Answer again");
            let again = &format!("{again}: {of}");
            assert_eq!(
                asked_by(&mut window, Role::Button, again),
                [Command::OpenAttempt(slow), Command::Retake]
            );
            window.get_by_label_contains(said(language, "4.2초 걸렸어요", "took 4.2 s"));
            window.get_by_label_contains(said(
                language,
                "이야기를 질문 2개에서",
                "for 2 questions",
            ));
            // Six answers are too few to say that anybody was tired.
            let few = said(
                language,
                "답이 적어요 (6 / 10)",
                "too few answers to compare (6 of 10)",
            );
            assert_eq!(window.get_all_by_label_contains(few).count(), 2);
            let first = said(language, "1 · 늘 하던", "1 · Tell me");
            let blocks: Vec<_> = window.get_all_by_label_contains(first).collect();
            assert_eq!(blocks.len(), 2, "its block and its row");
            blocks[0].click();
            drop(blocks);
            window.run_steps(3);
            let open = Command::OpenAttempt(oldest);
            assert_eq!(window.state().commands, [open]);
        }
    }
}

#[test]
fn a_debrief_without_its_answers_says_so() {
    for language in LANGUAGES {
        for size in [WIDE, ZOOMED] {
            let state = after(language, |_, made| made.clear());
            let mut window = common::window(state, size);
            window.run_steps(3);
            window.get_by_label_contains(said(
                language,
                "남아 있지 않아요",
                "This session has no answers",
            ));
            if size == WIDE {
                let gone = said(language, "휴지통에 있음", "in the trash");
                assert_eq!(window.get_all_by_label_contains(gone).count(), 6);
            }
        }
    }
}

#[test]
fn tiredness_is_told_only_when_it_could_be_heard() {
    for (late, korean, english) in [
        (0.9, "뚜렷한 차이가 없어요", "no noticeable difference"),
        (3.0, "답보다 늦어졌어요", "later in the last five"),
    ] {
        for language in LANGUAGES {
            let mut state = after(language, |session, made| {
                // Twice as many answers.
                let count = session.asked.len() as u16;
                for at in 0..count {
                    let mut asked = session.asked[usize::from(at)].clone();
                    asked.asked_secs += 900.0;
                    let minutes = 24 - i64::from(at) * 3;
                    let mut attempt = common::attempt(minutes, LanguagePlan::Korean);
                    attempt.session = Some(SessionPlace {
                        session: session.id.clone(),
                        interviewer: asked.interviewer,
                        number: count + at + 1,
                    });
                    asked.attempt = Some(attempt.id.clone());
                    session.asked.push(asked);
                    made.insert(0, attempt);
                }
            });
            heard(&mut state, |at| if at >= 6 { late } else { 0.8 });
            let mut window = common::window(state, WIDE);
            window.run_steps(3);
            let name = said(language, "첫마디까지: ", "First word: ");
            let told = window.get_by_label_contains(name).accesskit_node().value();
            let told = told.unwrap_or_default();
            assert!(told.contains(said(language, korean, english)), "{told}");
        }
    }
}
