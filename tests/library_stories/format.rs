//! What is read, what is written, and what survives.

use proptest::prelude::*;

use retake::library::story_file::{RenderError, parse, render};
use retake::model::attempt::AttemptId;
use retake::model::language::Language;
use retake::model::principle::Principle;
use retake::model::star::StarPart;
use retake::model::story::{Story, StoryId};

const FULL: &str = "+++
format = 1
title = \"캡스톤: 결제 속도\" # mine
principles = [\"dive-deep\", \"from-2030\"]
numbers = [\"p99 800 ms → 120 ms\"]
mood = \"proud\"

[other]
x = 1
+++
Why this one: nobody asked me to.

# ko
before the parts

## 상황

블랙프라이데이 전날이었어요.

## ACTION

- 제가 로그를 봤어요.
\\## not a heading

## 여담

남겨 둔 말

# Links

kept

# English

## Result

p99 fell to 120 ms.
";

fn id() -> StoryId {
    StoryId::parse("캡스톤").unwrap()
}

fn full() -> Story {
    parse(&id(), FULL).unwrap()
}

#[test]
fn headings_of_either_language_are_read() {
    let story = full();
    assert_eq!(story.title, "캡스톤: 결제 속도");
    assert_eq!(story.principles, [Principle::DiveDeep]);
    assert_eq!(story.numbers, ["p99 800 ms → 120 ms"]);
    assert_eq!(story.notes, "Why this one: nobody asked me to.");
    assert_eq!(story.korean.situation, "블랙프라이데이 전날이었어요.");
    assert_eq!(
        story.korean.action,
        "- 제가 로그를 봤어요.\n## not a heading"
    );
    assert_eq!(story.english.result, "p99 fell to 120 ms.");
    assert!(!story.read_only);
}

#[test]
fn only_what_changed_differs() {
    let mut story = full();
    assert_eq!(render(&story, Some(FULL)).unwrap(), FULL);
    story.title = "캡스톤 \"2024\"".into();
    story.principles.push(Principle::Ownership);
    story.tags = vec!["school".into()];
    story.korean.task = "한 달 안에 고쳐야 했어요.".into();
    let expected = FULL
        .replace(
            "\"캡스톤: 결제 속도\" # mine",
            "\"캡스톤 \\\"2024\\\"\" # mine",
        )
        .replace(
            "[\"dive-deep\", \"from-2030\"]",
            "[\"dive-deep\", \"ownership\", \"from-2030\"]",
        )
        .replace("120 ms\"]\n", "120 ms\"]\ntags = [\"school\"]\n")
        .replace(
            "## ACTION",
            "## 과제\n\n한 달 안에 고쳐야 했어요.\n\n## ACTION",
        );
    assert_eq!(render(&story, Some(FULL)).unwrap(), expected);
}

#[test]
fn line_ends_and_the_mark_of_some_editors_stay() {
    let windows = format!("\u{feff}{}", FULL.replace('\n', "\r\n"));
    let mut story = parse(&id(), &windows).unwrap();
    assert_eq!(story, full());
    story.english.action = "I read\nthe logs.".into();
    let text = render(&story, Some(&windows)).unwrap();
    assert!(
        text.contains("# English\r\n\r\n## Action\r\n\r\nI read\r\nthe logs.\r\n\r\n## Result\r\n")
    );
    assert!(text.starts_with("\u{feff}+++\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

#[test]
fn a_new_story_is_written_in_the_language_of_each_part() {
    let mut story = Story::new(id(), "첫 이야기".into());
    story.captured = AttemptId::parse("2026-11-21_120522_story-capture_7f3a");
    story.korean.situation = "상황이에요".into();
    story.english.result = "A result".into();
    story.notes = "# 한국어".into();
    let text = render(&story, None).unwrap();
    assert_eq!(
        text,
        "+++\nformat = 1\ntitle = \"첫 이야기\"\n\
         captured = \"2026-11-21_120522_story-capture_7f3a\"\n+++\n\n\\# 한국어\n\n\
         # 한국어\n\n## 상황\n\n상황이에요\n\n# English\n\n## Result\n\nA result\n\n"
    );
    assert_eq!(parse(&id(), &text).unwrap(), story);
}

#[test]
fn faults_are_told_with_their_lines() {
    for (text, line, why) in [
        ("", 1, "front matter"),
        ("# 한국어\n", 1, "front matter"),
        ("+++\ntitle = \"a\"\n", 1, "front matter"),
        ("+++\nformat = 1\ntitle = \n+++\n", 3, "string"),
        ("\n+++\n+++\n", 1, "front matter"),
        ("+++\nformat = 1\n+++\n", 2, "`title` is missing"),
        ("+++\nformat = 0\ntitle = \"\"\n+++\n", 2, "format 0"),
        ("+++\nformat = 1\ntitle = 7\n+++\n", 3, "title"),
        (
            "+++\nformat = 1\ntitle = \"\"\ntags = [\"a\",\n7]\n+++\n",
            5,
            "tags",
        ),
    ] {
        let faults = parse(&id(), text).unwrap_err();
        let (found, detail) = &faults[0];
        assert!(detail.contains(why), "{text:?}: {detail}");
        assert_eq!(*found, line, "{text:?}: {detail}");
        let story = full();
        assert!(
            matches!(render(&story, Some(text)), Err(RenderError::Damaged)),
            "{text:?}"
        );
    }
}

#[test]
fn a_newer_format_is_shown_and_never_rewritten() {
    let text = FULL.replace("format = 1", "format = 2");
    let story = parse(&id(), &text).unwrap();
    assert!(story.read_only);
    assert!(matches!(
        render(&full(), Some(&text)),
        Err(RenderError::Newer)
    ));
}

fn any_line() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ -~가-힣\\t]{0,20}",
        1 => prop::sample::select(vec![
            "# 한국어", "# English", "## Action", "## 상황", "# x", "## y", "\\# z", "+++", "   # en",
            "### deep", "#", "##", "[table]", "format = 1", "title = \"t\"", "principles = []", "```",
        ]).prop_map(str::to_owned),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop::collection::vec(any_line(), 0..12).prop_map(|lines| lines.join("\n"))
}

prop_compose! {
    fn any_story()(
        title in "[ -~가-힣\\u{0}-\\u{1f}]{0,20}",
        principles in prop::collection::vec(prop::sample::select(Principle::ALL.to_vec()), 0..4),
        tags in prop::collection::vec("[ -~가-힣]{0,9}", 0..3),
        numbers in prop::collection::vec("[ -~가-힣→]{0,9}", 0..3),
        parts in prop::collection::vec(any_text(), 9),
    ) -> Story {
        let mut story = Story::new(id(), title);
        story.principles = principles;
        story.tags = tags;
        story.numbers = numbers;
        let mut parts = parts.into_iter();
        story.notes = parts.next().unwrap();
        for language in [Language::Korean, Language::English] {
            for part in StarPart::ALL {
                *story.text_mut(language).part_mut(part) = parts.next().unwrap();
            }
        }
        story
    }
}

proptest! {
    #[test]
    fn no_text_is_too_much(text in any::<String>(), lines in any_text()) {
        for text in [text.clone(), lines.clone(), format!("+++\n{text}\n+++\n{lines}")] {
            if let Ok(story) = parse(&id(), &text) && !story.read_only {
                prop_assert_eq!(render(&story, Some(&text)).unwrap(), text);
            }
        }
    }

    #[test]
    fn what_was_written_is_what_is_read(story in any_story()) {
        let text = render(&story, None).unwrap();
        prop_assert_eq!(parse(&id(), &text).unwrap(), story.settled());
    }

    #[test]
    fn a_story_fits_over_any_other_and_leaves_what_it_does_not_know(
        story in any_story(),
        body in any_text(),
    ) {
        let disk = format!(
            "+++\nformat = 1\nmine = \"kept\" # too\ntitle = \"a\"\n[deep]\ntitle = 3\n+++\n{body}\n# Later\n\nkept below\n"
        );
        let text = render(&story, Some(&disk)).unwrap();
        prop_assert_eq!(parse(&id(), &text).unwrap(), story.settled());
        prop_assert!(text.contains("mine = \"kept\" # too\n"));
        prop_assert!(text.contains("[deep]\ntitle = 3\n+++\n"));
        prop_assert!(text.contains("# Later\n\nkept below\n"));
        // Whoever writes it again changes nothing.
        prop_assert_eq!(render(&story, Some(&text)).unwrap(), text);
    }
}
