//! Marks of a person with their words, and the part of a take that counts. Not here: the rest of its file.

use retake::library::attempt_file;
use retake::model::mark::{FlagKind, Mark, MarkKind};
use retake::model::speech::Span;

use crate::{FIRST, value};

const MARKS: &str = include_str!("../fixtures/attempt-1-marks.json");

fn flag(frame: u64, kind: FlagKind, text: &str) -> Mark {
    let mut mark = Mark::new(frame, MarkKind::Flag(kind));
    text.clone_into(&mut mark.text);
    mark
}

#[test]
fn marks_with_words_are_read_in_full_and_written_as_they_were() {
    let attempt = attempt_file::parse(MARKS).unwrap();
    let flags = [
        flag(3_000_000, FlagKind::Free, ""),
        flag(3_100_000, FlagKind::Stuck, "숫자가 생각나지 않음"),
        flag(3_200_000, FlagKind::SayAgain, "Shorter."),
        // Behind the end of the take: kept.
        flag(9_000_000, FlagKind::Good, ""),
    ];
    assert_eq!(attempt.marks.get(1..), Some(&flags[..]));
    assert_eq!(attempt.trim, Some(Span::new(48_000, 5_000_000)));
    assert_eq!(attempt_file::render(&attempt, Some(MARKS)).unwrap(), MARKS);
    assert_eq!(attempt_file::parse(FIRST).unwrap().trim, None);
}

#[test]
fn a_text_or_a_trim_that_is_taken_back_is_gone_and_nothing_else() {
    let mut attempt = attempt_file::parse(MARKS).unwrap();
    attempt.trim = None;
    attempt.marks[2].text.clear();
    attempt.marks[3].kind = MarkKind::Flag(FlagKind::Good);
    let written = attempt_file::render(&attempt, Some(MARKS)).unwrap();
    let mut expected = value(MARKS);
    expected["trim"] = serde_json::Value::Null;
    expected["marks"][2]
        .as_object_mut()
        .unwrap()
        .shift_remove("text");
    expected["marks"][3]["kind"] = "good".into();
    assert_eq!(value(&written), expected);
    assert_eq!(attempt_file::parse(&written).unwrap(), attempt);
}

#[test]
fn what_is_no_text_stays_in_the_file_and_a_text_is_one_line() {
    let odd = MARKS
        .replace("\"Shorter.\"", "7")
        .replace("숫자가 생각나지 않음", "one\\ntwo");
    let attempt = attempt_file::parse(&odd).unwrap();
    assert_eq!(attempt.marks[2].text, "one two");
    assert_eq!(attempt.marks[3].text, "");
    let written = attempt_file::render(&attempt, Some(&odd)).unwrap();
    assert_eq!(value(&written)["marks"][3]["text"], 7);
}

#[test]
fn a_trim_that_cannot_be_is_told_and_one_that_leaves_nothing_of_this_take_is_none() {
    for bad in ["5000000", "-1", "\"a\""] {
        let text = MARKS.replace("\"from_frame\": 48000", &format!("\"from_frame\": {bad}"));
        let error = attempt_file::parse(&text).unwrap_err();
        assert!(error.contains("trim."), "{error}");
    }
    let mut attempt = attempt_file::parse(MARKS).unwrap();
    assert_eq!(attempt.kept(), Span::new(48_000, 5_000_000));
    attempt.take.frames = 60_000;
    assert_eq!(attempt.kept(), Span::new(48_000, 60_000));
    attempt.take.frames = 40_000;
    assert_eq!(attempt.kept(), Span::new(0, 40_000));
}
