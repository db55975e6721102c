//! Answers given out: the text leads to the sound, the table has a value for each column, and nothing
//! that was given out before is touched. Not here: when that is asked for (`flow`).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shelf;

use std::fs;
use std::sync::Arc;

use retake::i18n::{AllWords, answers};
use retake::library::{answers_csv, builtin};
use retake::model::attempt::Attempt;
use retake::model::attempt::Link;
use retake::model::export::Answer;
use retake::model::language::Language;
use retake::model::question::FollowUpKind;
use retake::model::rating::give_score;
use retake::model::speech::{Span, Speech};
use shelf::{attempt, shelf};

fn answer(attempt: Attempt) -> Answer {
    Answer {
        attempt: Arc::new(attempt),
        speech: None,
        story: None,
    }
}

/// A rated answer of which something was heard, and a follow-up of it.
fn two() -> Vec<Answer> {
    let mut first = attempt(1);
    first.question.text.ko = "여러 줄의\n질문, \"따옴표\"".into();
    let ko = first.question.text.ko.clone();
    first.question.text.en = ko;
    first.notes = "다음에는 더 일찍 시작".into();
    first.take.sample_rate_hz = 1_000;
    first.take.frames = 10_000;
    first.ratings.clear();
    let at = first.created.clone();
    give_score(&mut first.ratings, true, "task", 4, at);
    let speech = Speech {
        version: 1,
        sample_rate_hz: 1_000,
        frames: 10_000,
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        runs: vec![Span::new(1_200, 4_000), Span::new(6_000, 9_000)],
        nuclei: vec![1_500, 7_000],
    };
    let mut below = attempt(2);
    below.ratings.clear();
    below.link = Some(Link {
        first: first.id.clone(),
        depth: 1,
        kind: FollowUpKind::Numbers,
    });
    let told = Answer {
        speech: Some(Arc::new(speech)),
        story: Some("캡스톤".into()),
        ..answer(first)
    };
    vec![told, answer(below)]
}

#[test]
fn the_text_leads_to_the_sound_and_says_what_is_known() {
    let shelf = shelf();
    let answers = two();
    let attempt = &answers[0].attempt;
    shelf.library.create_attempt(attempt).unwrap();
    fs::write(shelf.library.wav_path(attempt), "sound").unwrap();
    let words = AllWords::load().unwrap();
    let rubric = builtin::rubric().unwrap();
    for (language, said) in [
        (
            Language::Korean,
            [
                "이야기: 캡스톤",
                "점수 4.0",
                "첫마디까지 1.2초",
                "가장 긴 멈춤 2.0초",
            ],
        ),
        (
            Language::English,
            [
                "Story: 캡스톤",
                "Score 4.0",
                "First word after 1.2 s",
                "longest pause 2.0 s",
            ],
        ),
    ] {
        let today = attempt.created.date();
        let text = answers::markdown(words.of(language), &answers, &rubric, today);
        for said in said {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert!(
            text.contains("\n### 여러 줄의 질문, \"따옴표\"\n"),
            "one line: {text}"
        );
        assert!(text.contains("\n다음에는 더 일찍 시작\n"));
        assert!(text.contains("\n#### "), "a follow-up stands lower");
        let name = format!("export-{}", language.code());
        let files = [("answers.md", text.clone())];
        let folder = shelf.library.export(&name, &files).unwrap();
        let link = text.split("](").nth(1).unwrap().split(')').next().unwrap();
        assert_eq!(fs::read(folder.join(link)).unwrap(), b"sound");
    }
}

#[test]
fn the_table_has_a_value_for_each_column() {
    let table = answers_csv::table(&two());
    let table = table.strip_prefix('\u{feff}').unwrap();
    let rows: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(rows.len(), 4, "a head, two answers and the end: {table}");
    assert!(rows[0].starts_with("id,created,question_id,"));
    assert!(rows[0].ends_with(",score_mean,score_task"));
    let columns = rows[0].split(',').count();
    // The follow-up has nothing to quote.
    assert_eq!(rows[2].split(',').count(), columns);
    assert!(rows[2].contains(",1,numbers,"));
    assert!(rows[1].contains("\"여러 줄의\n질문, \"\"따옴표\"\"\""));
    assert!(
        rows[1].ends_with(",1.2,0.74,10.3,2.0,캡스톤,,4.0,4"),
        "{}",
        rows[1]
    );
}

#[test]
fn what_was_given_out_before_stays() {
    let shelf = shelf();
    let write = |text: &str| {
        let files = [("answers.md", text.to_owned())];
        shelf.library.export("2026-11-21_120000", &files).unwrap()
    };
    let (first, second) = (write("one"), write("two"));
    assert_ne!(first, second);
    assert_eq!(fs::read(first.join("answers.md")).unwrap(), b"one");
    assert_eq!(fs::read(second.join("answers.md")).unwrap(), b"two");
}
