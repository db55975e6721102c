//! The grid: what each square says, what a press asks for, what comes first.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::state::State;
use retake::flow::stories::StoriesTab;
use retake::model::attempt::Attempt;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{Mark, MarkKind};
use retake::model::principle::Principle;
use retake::model::role::Role as Job;
use retake::model::speech::{Span, Speech};
use retake::model::star::StarPart;
use retake::model::timeline::Entry;

use crate::{LANGUAGES, WIDE, asked_by, common, cover, id, open, said, typical};

pub(crate) fn covered(language: Language) -> State {
    let mut state = typical(language);
    state.stories.tab = StoriesTab::Coverage;
    state
}

#[test]
fn every_square_says_what_it_holds_and_can_be_practised() {
    for language in LANGUAGES {
        let mut window = open(covered(language), WIDE);
        let told = said(
            language,
            "캡스톤: 결제 속도, 발명과 단순화, 영어: 2번 말함, 오늘",
            "캡스톤: 결제 속도, Invent and Simplify, English: told 2 times, today",
        );
        let square = |story: Option<&str>, principle, language| Command::PractiseStory {
            story: story.map(id),
            principle,
            language,
        };
        assert_eq!(
            asked_by(&mut window, Role::GridCell, told),
            [square(
                Some("a"),
                Principle::InventAndSimplify,
                Language::English
            )]
        );
        let never = said(
            language,
            "The billing alert, 절약, 한국어: 아직 없음",
            "The billing alert, Frugality, Korean: never",
        );
        assert_eq!(
            asked_by(&mut window, Role::GridCell, never),
            [square(Some("b"), Principle::Frugality, Language::Korean)]
        );
        let any = said(
            language,
            "깊이 파고들기, 영어: 아직 없음",
            "Dive Deep, English: never",
        );
        assert_eq!(
            asked_by(&mut window, Role::GridCell, any),
            [square(None, Principle::DiveDeep, Language::English)]
        );
        assert_eq!(
            asked_by(&mut window, Role::ColumnHeader, "The billing alert"),
            [Command::SelectStory(Some(id("b")))]
        );
        window.get_by_label_contains(said(
            language,
            "이야기가 없는 원칙이 13개",
            "13 principles have no story yet",
        ));
    }
}

#[test]
fn the_principles_of_the_role_come_first() {
    for language in LANGUAGES {
        let mut state = covered(language);
        state.roles = vec![Job {
            id: "mine".into(),
            weights: vec![(Principle::ThinkBig, 5), (Principle::Frugality, 2)],
            ..Job::default()
        }];
        state.settings.role = Some("mine".into());
        let window = open(state, WIDE);
        let top = |korean, english| {
            let node = window.get_by_role_and_label(Role::Label, said(language, korean, english));
            node.rect().top()
        };
        let (big, frugal) = (top("크게 생각하기", "Think Big"), top("절약", "Frugality"));
        let first = top("고객에 대한 집착", "Customer Obsession");
        assert!(big < frugal && frugal < first);
        window.get_by_label_contains(said(
            language,
            "1개는 지원하는 직무에서",
            "your role is often asked about 1 of them",
        ));
    }
}

/// What is heard in an answer: a voice from the first second to the last, with one pause.
fn heard(attempt: &Attempt) -> Arc<Speech> {
    let rate = u64::from(attempt.take.sample_rate_hz);
    let runs = vec![
        Span::new(rate, 40 * rate),
        Span::new(42 * rate, attempt.take.frames - rate),
    ];
    let nuclei = runs
        .iter()
        .flat_map(|run| (run.start_frame + 4_800..run.end_frame).step_by(9_600));
    Arc::new(Speech {
        version: 1,
        sample_rate_hz: attempt.take.sample_rate_hz,
        start_frame: 0,
        frames: attempt.take.frames,
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        nuclei: nuclei.collect(),
        runs: runs.clone(),
    })
}

#[test]
fn a_story_told_in_both_languages_shows_how_its_parts_compare() {
    for language in LANGUAGES {
        let mut state = typical(language);
        let plans = [
            (3, LanguagePlan::English, 56),
            (5, LanguagePlan::Korean, 84),
        ];
        let takes = plans.map(|(minutes_ago, plan, secs)| {
            let mut attempt = common::attempt(minutes_ago, plan);
            let rate = u64::from(attempt.take.sample_rate_hz);
            attempt.story = Some(id("a"));
            // The action from there to the end.
            attempt.marks = vec![Mark::new(
                attempt.take.frames - secs * rate,
                MarkKind::Part(StarPart::Action),
            )];
            attempt
        });
        for attempt in &takes {
            state
                .speech
                .insert(attempt.id.clone(), Some(heard(attempt)));
        }
        let entries = takes.map(|attempt| Entry::new(Arc::new(attempt)));
        state.library.entries = entries.into();
        cover(&mut state);
        state.stories.selected = Some(id("a"));
        let window = open(state, [1100.0, 1400.0]);
        window.get_by_label(said(
            language,
            "두 언어의 가장 최근 답",
            "Latest answers in both languages",
        ));
        let rows = window.query_all_by_role(Role::Row);
        let rows: Vec<String> = rows
            .filter_map(|row| row.accesskit_node().label())
            .collect();
        assert_eq!(rows.len(), 1, "{rows:?}");
        let times = ["0:55", "1:23"];
        assert!(times.iter().all(|time| rows[0].contains(time)), "{rows:?}");
    }
}
