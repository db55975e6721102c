//! What is said without being asked for: the rules of AccessKit's adapters, which announce a live node
//! when it appears and when its name changes, over what the app draws.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use retake::flow::overlays::{Banner, Toast, ToastKind};
use retake::flow::state::{Phase, Screen};
use retake::model::fault::{Fault, SoundFault};
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::CueBy;

use crate::common::SCREENS;
use crate::common::{self, BOTH, Stage, WIDE, said};
use crate::{LiveNode, live, recording, showing};

/// A window, and what was live in it when it was last looked at.
struct Listener {
    window: Harness<'static, Stage>,
    before: Vec<LiveNode>,
}

impl Listener {
    fn new(language: Language, screen: Screen) -> Self {
        let mut window = common::window(showing(language, screen), WIDE);
        window.run_steps(4);
        let before = live(&window);
        Self { window, before }
    }

    /// What is announced after a change of the state.
    fn after(&mut self, change: impl FnOnce(&mut retake::flow::State)) -> Vec<(String, Live)> {
        change(&mut self.window.state_mut().state);
        self.window.run_steps(4);
        let now = live(&self.window);
        let before = std::mem::replace(&mut self.before, now);
        let known = |node: &&LiveNode| {
            !before
                .iter()
                .any(|it| it.id == node.id && it.said == node.said)
        };
        let new = self.before.iter().filter(known);
        new.map(|node| (node.said.clone(), node.live)).collect()
    }
}

/// Whether it tells how much is saved so far.
fn goes_on(node: &egui_kittest::kittest::AccessKitNode<'_>) -> bool {
    let said = node.label().unwrap_or_default();
    said.contains("saved up to") || said.contains("까지 저장됨")
}

#[test]
fn alerts_and_status_are_live_on_every_screen_and_clocks_are_not() {
    for language in BOTH {
        for screen in SCREENS {
            let mut state = showing(language, screen);
            recording(&mut state, 70.0);
            state.banner = Some(Banner {
                fault: Fault::Sound(SoundFault::OnlyZeros),
                saved_secs: None,
                more: 0,
            });
            let mut window = common::window(state, WIDE);
            window.run_steps(3);
            for node in window.root().children_recursive() {
                let node = node.accesskit_node();
                let wanted = match node.role() {
                    Role::Alert => Live::Assertive,
                    // It grows each second.
                    Role::Status if goes_on(&node) => Live::Off,
                    Role::Status => Live::Polite,
                    Role::Timer | Role::Meter | Role::ProgressIndicator => Live::Off,
                    _ => continue,
                };
                assert_eq!(node.live(), wanted, "{screen:?}: {:?}", node.label());
            }
        }
    }
}

#[test]
fn a_screen_says_its_name() {
    for language in BOTH {
        let mut listener = Listener::new(language, Screen::Practice);
        for (screen, korean, english) in [
            (Screen::Today, "오늘", "Today"),
            (Screen::Timeline, "타임라인", "Timeline"),
            (Screen::Settings, "설정", "Settings"),
            (Screen::Review, "돌아보기", "Review"),
        ] {
            let name = (said(language, korean, english).to_owned(), Live::Polite);
            let heard = listener.after(|state| state.screen = screen);
            assert!(heard.contains(&name), "{screen:?}: {heard:?}");
            let window = listener.window.root().accesskit_node();
            assert_eq!(window.label(), Some(format!("{} – Retake", name.0)));
        }
    }
}

#[test]
fn a_take_says_that_it_runs_that_it_stopped_and_that_it_is_saved() {
    for (language, runs, stopped, saved) in [
        (Language::English, "Recording", "Stopped, 0:28", "Saved"),
        (
            Language::Korean,
            "녹음 중",
            "녹음을 멈췄어요, 0:28",
            "저장됨",
        ),
    ] {
        let mut listener = Listener::new(language, Screen::Practice);
        let heard = listener.after(|state| recording(state, 0.5));
        assert!(
            heard.contains(&(runs.to_owned(), Live::Polite)),
            "{heard:?}"
        );
        // The time goes on, and nobody speaks of it.
        assert_eq!(listener.after(|state| recording(state, 28.0)), []);
        let heard = listener.after(|state| {
            state.practice.phase = Phase::Idle;
            state.screen = Screen::Review;
        });
        for words in [stopped, saved] {
            assert!(
                heard.contains(&(words.to_owned(), Live::Polite)),
                "{words}: {heard:?}"
            );
        }
    }
}

#[test]
fn saved_is_said_when_it_is_true_and_not_before() {
    let mut listener = Listener::new(Language::English, Screen::Review);
    let saved = ("Saved".to_owned(), Live::Polite);
    assert!(!listener.before.iter().any(|node| node.said == saved.0));
    let id = listener.window.state().state.review.clone().unwrap().id;
    let heard = listener.after(|state| _ = state.library.unsaved.insert(id.clone()));
    assert!(!heard.contains(&saved), "{heard:?}");
    let heard = listener.after(|state| _ = state.library.unsaved.remove(&id));
    assert_eq!(heard, [saved]);
}

#[test]
fn the_cue_and_a_fault_interrupt() {
    let mut listener = Listener::new(Language::Korean, Screen::Practice);
    listener.after(|state| recording(state, 48.0));
    let heard = listener.after(|state| {
        let Phase::Recording(recording) = &mut state.practice.phase else {
            return;
        };
        recording.cue_ordered = Some((Language::English, CueBy::Drill));
    });
    assert_eq!(
        heard,
        [("Now in English, please".to_owned(), Live::Assertive)]
    );
    let heard = listener.after(|state| {
        state.banner = Some(Banner {
            fault: Fault::Sound(SoundFault::OnlyZeros),
            saved_secs: None,
            more: 0,
        });
    });
    let [(said, Live::Assertive)] = &heard[..] else {
        panic!("{heard:?}");
    };
    assert!(
        said.starts_with("마이크로 소리가 들어오지 않아요."),
        "{said}"
    );
}

#[test]
fn a_drawn_question_and_a_toast_are_said() {
    let mut listener = Listener::new(Language::English, Screen::Practice);
    let heard = listener.after(|state| {
        let question = state.practice.question.as_mut().unwrap();
        question.text = common::both("Why this one?", "왜 이것인가요?");
        state.settings.plan = LanguagePlan::English;
    });
    assert_eq!(heard, [("Why this one?".to_owned(), Live::Polite)]);
    let until = Duration::from_mins(2);
    let heard = listener.after(|state| {
        state.toast = Some(Toast {
            kind: ToastKind::Exported("exports".into()),
            until,
        });
    });
    assert_eq!(heard.len(), 1, "{heard:?}");
}

#[test]
fn a_score_is_said_with_its_sentence_and_then_the_next_line() {
    let mut listener = Listener::new(Language::English, Screen::Review);
    let heard = listener.after(|state| {
        let entry = state.library.entries.iter_mut().next().unwrap();
        let mut attempt = (*entry.attempt).clone();
        let at = common::now().date;
        retake::model::rating::give_score(&mut attempt.ratings, None, "episode", 4, at);
        *entry = retake::model::timeline::Entry::new(std::sync::Arc::new(attempt));
        state.review.as_mut().unwrap().line = 1;
    });
    let wanted =
        "One real episode, 4: One real episode: what 4 stands for. Situation: not rated yet.";
    assert_eq!(heard, [(wanted.to_owned(), Live::Polite)]);
}
