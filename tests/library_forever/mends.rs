//! Sentences that were said again. Not here: the rest of an attempt's file.

use retake::library::attempt_file;
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::mend::{Mend, MendOf, keep};
use retake::model::speech::Span;

use crate::{FIRST, value};

const MENDS: &str = include_str!("../fixtures/attempt-1-mends.json");

fn id(name: &str) -> AttemptId {
    AttemptId::parse(name).unwrap()
}

#[test]
fn sentences_said_again_are_read_in_full_and_written_as_they_were() {
    let attempt = attempt_file::parse(MENDS).unwrap();
    let of = MendOf {
        id: id("2026-11-21_110000_dive-deep-03_1a2b"),
        span: Span::new(96_000, 240_000),
    };
    assert_eq!(attempt.mend_of, Some(of));
    let mend = |from, to, kept| Mend {
        span: Span::new(from, to),
        kept: id(kept),
    };
    let mends = [
        mend(48_000, 96_000, "2026-11-21_130000_dive-deep-03_00aa"),
        mend(480_000, 960_000, "2026-11-21_130100_dive-deep-03_00bb"),
    ];
    assert_eq!(attempt.mends, mends);
    assert_eq!(attempt_file::render(&attempt, Some(MENDS)).unwrap(), MENDS);
}

#[test]
fn another_take_keeps_what_is_not_known_of_its_place_and_none_leaves_nothing() {
    let mut attempt = attempt_file::parse(MENDS).unwrap();
    let another = id("2026-11-21_140000_dive-deep-03_00cc");
    keep(
        &mut attempt.mends,
        Span::new(48_000, 96_000),
        Some(another.clone()),
    );
    keep(&mut attempt.mends, Span::new(480_000, 960_000), None);
    let written = attempt_file::render(&attempt, Some(MENDS)).unwrap();
    let mut expected = value(MENDS);
    expected["mends"][0]["kept"] = another.as_str().into();
    expected["mends"].as_array_mut().unwrap().pop();
    assert_eq!(value(&written), expected);
    // An answer without any says nothing of it, as it always did.
    let first = attempt_file::parse(FIRST).unwrap();
    let written = attempt_file::render(&first, None).unwrap();
    for name in ["mend_of", "mends"] {
        assert!(value(&written).get(name).is_none(), "{name}");
    }
}

#[test]
fn what_cannot_be_is_told_with_its_field() {
    for (good, bad, field) in [
        (
            "\"to_frame\": 240000",
            "\"to_frame\": 96000",
            "mend_of.to_frame",
        ),
        ("2026-11-21_110000_dive-deep-03_1a2b", "../x", "mend_of.id"),
        (
            "\"from_frame\": 480000",
            "\"from_frame\": -1",
            "mends[1].from_frame",
        ),
        ("2026-11-21_130000_dive-deep-03_00aa", "", "mends[0].kept"),
    ] {
        let error = attempt_file::parse(&MENDS.replacen(good, bad, 1)).unwrap_err();
        assert!(error.contains(field), "{error}");
    }
}

#[test]
fn what_two_programs_kept_is_merged_by_place() {
    let base = attempt_file::parse(MENDS).unwrap();
    let with = |span: (u64, u64), kept: Option<&str>| {
        let mut attempt = base.clone();
        keep(&mut attempt.mends, Span::new(span.0, span.1), kept.map(id));
        attempt
    };
    let (one, other) = (
        "2026-11-21_150000_dive-deep-03_00dd",
        "2026-11-21_150100_dive-deep-03_00ee",
    );
    // Each at another place: both.
    let ours = with((48_000, 96_000), Some(one));
    let theirs = with((1_000_000, 1_100_000), Some(other));
    let (merged, clash) = Attempt::merge(&base, &ours, &theirs);
    let kept: Vec<&str> = merged.mends.iter().map(|it| it.kept.as_str()).collect();
    assert_eq!(kept, [one, "2026-11-21_130100_dive-deep-03_00bb", other]);
    assert!(!clash);
    // Taken back there, left alone here.
    let theirs = with((480_000, 960_000), None);
    let (merged, clash) = Attempt::merge(&base, &ours, &theirs);
    assert_eq!((merged.mends.len(), clash), (1, false));
    // The same place in two ways: ours counts, and it is told.
    let theirs = with((48_000, 96_000), Some(other));
    let (merged, clash) = Attempt::merge(&base, &ours, &theirs);
    assert_eq!((merged.mends[0].kept.as_str(), clash), (one, true));
}
