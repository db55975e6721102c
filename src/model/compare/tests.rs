//! Kin, the common line and the differences of two answers. Not here: how they are drawn and heard.

use std::sync::Arc;

use super::*;
use crate::model::attempt::{AskedQuestion, AttemptId};
use crate::model::language::{Bilingual, Language, LanguagePlan};
use crate::model::mark::{CueBy, Mark, MarkKind};
use crate::model::rating::Rating;
use crate::model::speech::{Span, Speech};
use crate::model::star::StarPart;
use crate::model::switch::Switch;

/// An answer so many minutes after twelve, 60 s long, at a rate in frames per second.
fn attempt(minute: i8, rate_hz: u32, plan: LanguagePlan) -> Attempt {
    let created = jiff::civil::date(2026, 11, 21)
        .at(12, minute, 0, 0)
        .in_tz("Asia/Seoul")
        .unwrap();
    let question = AskedQuestion {
        id: "q".into(),
        pack: "p".into(),
        principles: vec![],
        text: Bilingual::default(),
    };
    let id = AttemptId::new(&created, "q", minute.unsigned_abs().into());
    let mut attempt = Attempt::planned(id, created, question, plan);
    attempt.take.state = TakeState::Complete;
    attempt.take.sample_rate_hz = rate_hz;
    attempt.take.frames = 60 * u64::from(rate_hz);
    attempt
}

fn cue(mut attempt: Attempt, secs: u64) -> Attempt {
    let frame = secs * u64::from(attempt.take.sample_rate_hz);
    let kind = MarkKind::Cue {
        to: Language::English,
        by: CueBy::Drill,
    };
    attempt.marks.push(Mark::new(frame, kind));
    attempt
}

/// Voice at these tenths of seconds, a syllable in each tenth.
fn speech(attempt: &Attempt, runs: &[(u64, u64)]) -> Speech {
    let tenth = u64::from(attempt.take.sample_rate_hz) / 10;
    let nuclei = runs.iter().flat_map(|(from, to)| *from..*to);
    Speech {
        version: 1,
        sample_rate_hz: attempt.take.sample_rate_hz,
        start_frame: 0,
        frames: attempt.take.frames,
        noise_dbfs: -60.0,
        threshold_dbfs: -40.0,
        runs: runs
            .iter()
            .map(|(from, to)| Span::new(from * tenth, to * tenth))
            .collect(),
        nuclei: nuclei.map(|at| at * tenth + tenth / 2).collect(),
    }
}

fn known<'a>(attempt: &'a Attempt, speech: &'a Speech) -> Known<'a> {
    let switch = attempt
        .cue()
        .map(|(mark, _)| Switch::of(speech, mark.frame, None));
    Known {
        attempt,
        speech: Some(speech),
        switch,
    }
}

fn find(rows: &[Row], figure: &Figure) -> Row {
    rows.iter()
        .find(|row| row.figure == *figure)
        .cloned()
        .unwrap()
}

#[test]
fn the_nearest_earlier_answer_of_the_same_comes_first() {
    let of = attempt(30, 48_000, LanguagePlan::Korean);
    let mut story = attempt(29, 48_000, LanguagePlan::Korean);
    story.question.id = "another".into();
    let mut unrelated = story.clone();
    unrelated.id = attempt(28, 48_000, LanguagePlan::Korean).id;
    let told = crate::model::story::StoryId::parse("launch").unwrap();
    story.story = Some(told.clone());
    let of = Attempt {
        story: Some(told),
        ..of
    };
    let mut empty = attempt(26, 48_000, LanguagePlan::Korean);
    empty.take.frames = 0;
    let all: Vec<Arc<Attempt>> = [
        attempt(40, 48_000, LanguagePlan::Korean),
        of.clone(),
        story,
        unrelated,
        attempt(27, 48_000, LanguagePlan::English),
        empty,
        attempt(20, 48_000, LanguagePlan::Korean),
        attempt(10, 48_000, LanguagePlan::Korean),
    ]
    .map(Arc::new)
    .into();
    let minutes: Vec<i8> = others(&of, all.iter())
        .iter()
        .map(|it| it.created.minute())
        .collect();
    assert_eq!(minutes, [20, 10, 29, 27, 40]);
}

#[test]
fn a_follow_up_is_compared_with_the_same_follow_up_only() {
    let dig = |minute, words: &str| {
        let mut attempt = attempt(minute, 48_000, LanguagePlan::English);
        attempt.link = Some(crate::model::attempt::Link {
            first: attempt.id.clone(),
            depth: 1,
            kind: crate::model::question::FollowUpKind::Depth,
        });
        attempt.question.text.en = words.into();
        attempt
    };
    let of = dig(3, "Why?");
    assert_eq!(kinship(&of, &dig(1, "Why?")), Some(Kinship::Again));
    assert_eq!(kinship(&of, &dig(1, "How?")), None);
    let question = attempt(1, 48_000, LanguagePlan::English);
    assert_eq!(kinship(&of, &question), None);
}

#[test]
fn a_place_of_one_is_found_in_the_other_at_any_rate() {
    let plan = LanguagePlan::KoreanToEnglish;
    let newer = cue(attempt(2, 48_000, plan), 10);
    let earlier = cue(attempt(1, 16_000, plan), 25);
    assert_eq!(Align::usual(&newer, &earlier), Align::Cue);
    let axis = Axis::new(&newer, &earlier, Align::Cue).unwrap();
    assert_eq!((axis.rate_hz(), axis.anchor()), (48_000, 25 * 48_000));
    assert_eq!(axis.span(Side::Newer), Span::new(15 * 48_000, 75 * 48_000));
    assert_eq!(axis.span(Side::Earlier), Span::new(0, 60 * 48_000));
    assert_eq!(axis.frames(), 75 * 48_000);
    let at = axis.at(Side::Newer, 12 * 48_000);
    assert_eq!(axis.own(Side::Earlier, at), 27 * 16_000);
    assert_eq!(axis.own(Side::Newer, at), 12 * 48_000);
    // Before it has begun, its beginning; after its end, its end.
    assert_eq!(axis.own(Side::Newer, 0), 0);
    assert_eq!(axis.own(Side::Earlier, u64::MAX), 60 * 16_000);
    let piece = axis.edit(Side::Earlier, -3.0).pieces()[0];
    assert_eq!((piece.source, piece.gain_db), (1, -3.0));
    assert_eq!(piece.span, Span::new(0, 60 * 16_000));
    assert_eq!(piece.take, axis.span(Side::Earlier));
}

#[test]
fn only_what_both_have_can_be_laid_over_each_other() {
    let plan = LanguagePlan::KoreanToEnglish;
    let tapped = |mut attempt: Attempt, parts: &[StarPart]| {
        for part in parts {
            attempt.marks.push(Mark::new(7, MarkKind::Part(*part)));
        }
        attempt
    };
    let newer = cue(attempt(2, 48_000, plan), 10);
    let newer = tapped(newer, &[StarPart::Action, StarPart::Result]);
    let mut earlier = tapped(attempt(1, 48_000, plan), &[StarPart::Action]);
    assert_eq!(
        Align::possible(&newer, &earlier),
        [Align::Start, Align::Part(StarPart::Action)]
    );
    assert_eq!(Axis::new(&newer, &earlier, Align::Cue), None);
    // What was trimmed away is no place to lay them at.
    earlier.trim = Some(Span::new(100, 48_000));
    assert_eq!(Align::possible(&newer, &earlier), [Align::Start]);
    let axis = Axis::new(&newer, &earlier, Align::Start).unwrap();
    assert_eq!(axis.own(Side::Earlier, 0), 100);
}

#[test]
fn a_latency_counts_from_two_tenths_on() {
    let plan = LanguagePlan::KoreanToEnglish;
    let newer = cue(attempt(2, 48_000, plan), 10);
    let earlier = cue(attempt(1, 48_000, plan), 10);
    let starts_at = |tenth| speech(&newer, &[(0, 100), (tenth, 500)]);
    for (now, before, by) in [
        (120, 148, Some(-2.8)),
        (150, 149, None),
        (133, 120, Some(1.3)),
    ] {
        let (now, before) = (starts_at(now), starts_at(before));
        let rows = rows(&known(&newer, &now), &known(&earlier, &before), &[]);
        let row = find(&rows, &Figure::Latency);
        match (row.difference, by) {
            (Difference::Heard { by }, Some(wanted)) => {
                assert!((by - wanted).abs() < 1e-6, "{by}");
                assert_eq!(row.better(), Some(wanted < 0.0));
                assert_eq!(telling(&rows), Some(&row));
            }
            (Difference::Same, None) => assert_eq!(row.better(), None),
            wrong => panic!("{wrong:?}"),
        }
    }
}

#[test]
fn two_languages_are_not_compared_in_pace_nor_in_switching() {
    let newer = attempt(2, 48_000, LanguagePlan::English);
    let earlier = attempt(1, 48_000, LanguagePlan::Korean);
    let slow = speech(&newer, &[(0, 100)]);
    let mut fast = slow.clone();
    fast.nuclei.truncate(50);
    let rows = rows(&known(&newer, &slow), &known(&earlier, &fast), &[]);
    assert_eq!(find(&rows, &Figure::Pace).difference, Difference::Unknown);
    assert!(rows.iter().all(|row| row.figure != Figure::Latency));
    assert_eq!(telling(&rows), None);
}

#[test]
fn shares_count_from_one_in_twenty_on_and_scores_from_a_whole_point() {
    let rated = |minute, mean: [u8; 2]| {
        let mut attempt = attempt(minute, 48_000, LanguagePlan::English);
        attempt.ratings.push(Rating {
            at: attempt.created.clone(),
            scores: [("a".into(), mean[0]), ("b".into(), mean[1])].into(),
        });
        attempt
    };
    let (newer, earlier) = (rated(2, [4, 3]), rated(1, [3, 3]));
    let most = speech(&newer, &[(0, 90), (100, 200)]);
    let less = speech(&earlier, &[(0, 80), (100, 200)]);
    let rows = rows(
        &known(&newer, &most),
        &known(&earlier, &less),
        &["a", "b", "c"],
    );
    let line = |id: &str| find(&rows, &Figure::Line(id.into())).difference;
    assert_eq!(line("a"), Difference::Heard { by: 1.0 });
    assert_eq!(line("b"), Difference::Same);
    assert!(
        rows.iter()
            .all(|row| row.figure != Figure::Line("c".into()))
    );
    assert_eq!(
        find(&rows, &Figure::Score).difference,
        Difference::Heard { by: 0.5 }
    );
    // 190 of 200 against 180 of 200.
    let share = find(&rows, &Figure::SpeechShare);
    assert_eq!(share.better(), Some(true));
    assert_eq!(find(&rows, &Figure::Length).difference, Difference::Same);
}

#[test]
fn nothing_heard_is_nothing_said() {
    let newer = attempt(2, 48_000, LanguagePlan::English);
    let earlier = attempt(1, 48_000, LanguagePlan::English);
    let deaf = |attempt| Known {
        attempt,
        speech: None,
        switch: None,
    };
    let rows = rows(&deaf(&newer), &deaf(&earlier), &[]);
    assert_eq!(rows.len(), 1);
    assert_eq!(find(&rows, &Figure::Length).difference, Difference::Same);
    assert_eq!(telling(&rows), None);
}
