//! Whatever an attempt holds comes back from its file, and no text makes a parser panic. Not here: fixtures.

use std::path::Path;

use proptest::prelude::*;
use retake::library::{attempt_file, packs, rubrics, settings_file};
use retake::model::attempt::Link;
use retake::model::attempt::{AskedQuestion, Attempt, AttemptId, RepeatOf, Round};
use retake::model::drill::{DrillPlan, RepeatScope, RoundKind};
use retake::model::language::{Bilingual, Language, LanguagePlan};
use retake::model::limits;
use retake::model::mark::{CueBy, FlagKind, Mark, MarkKind, PauseCause, clean_text};
use retake::model::mend::{Mend, MendOf};
use retake::model::principle::Principle;
use retake::model::question::FollowUpKind;
use retake::model::rating::Rating;
use retake::model::retelling::Retelling;
use retake::model::session::{SessionId, SessionPlace};
use retake::model::sound::Levels;
use retake::model::speech::Span;
use retake::model::star::StarPart;
use retake::model::story::StoryId;
use retake::model::take::{DeviceNote, Gap, GapCause, Take, TakeState};

use crate::{FIRST, SETTINGS};

fn moments() -> impl Strategy<Value = jiff::Zoned> {
    let zones = prop::sample::select(vec!["Asia/Seoul", "America/New_York", "UTC"]);
    (
        -2_000_000_000_i64..5_000_000_000,
        0_i32..1_000_000_000,
        zones,
    )
        .prop_map(|(secs, nanos, zone)| {
            let moment = jiff::Timestamp::new(secs, if secs < 0 { -nanos } else { nanos }).unwrap();
            moment.in_tz(zone).unwrap()
        })
}

fn texts() -> impl Strategy<Value = String> {
    "[a-z \"\\\\\n\u{0}-\u{1f}가-힣🎤]{0,12}"
}

fn other_id() -> AttemptId {
    AttemptId::parse("2026-11-20_090000_y_0002").unwrap()
}

fn marks() -> impl Strategy<Value = Mark> {
    let kinds = prop::sample::select(vec![
        MarkKind::Flag(FlagKind::Free),
        MarkKind::Flag(FlagKind::Stuck),
        MarkKind::Cue {
            to: Language::Korean,
            by: CueBy::Hand,
        },
        MarkKind::Cue {
            to: Language::English,
            by: CueBy::Drill,
        },
        MarkKind::Announced {
            to: Language::English,
        },
        MarkKind::CueSound,
        MarkKind::Interruption,
        MarkKind::Part(StarPart::Action),
        MarkKind::FirstWord,
        MarkKind::Pause(PauseCause::Breath),
    ]);
    (any::<u64>(), kinds, texts()).prop_map(|(frame, kind, text)| {
        let mut mark = Mark::new(frame, kind);
        if mark.flag().is_some() {
            mark.text = clean_text(&text);
        }
        mark
    })
}

/// Rate and length as far as they are believed: none yet, or up to a day.
fn lengths() -> impl Strategy<Value = (u32, u64)> {
    let rates = prop_oneof![Just(0), limits::SAMPLE_RATES_HZ];
    (rates, 0.0..=1.0_f64).prop_map(|(rate, part)| {
        let most = limits::TAKE_SECS * u64::from(rate);
        (rate, (part * most as f64) as u64)
    })
}

prop_compose! {
    fn takes()(
        state in prop::sample::select(vec![TakeState::Recording, TakeState::Complete, TakeState::Repaired, TakeState::Empty]),
        (sample_rate_hz, frames) in lengths(),
        device in prop::option::of((texts(), texts()).prop_map(|(id, name)| DeviceNote { id, name })),
        gaps in prop::collection::vec((any::<u64>(), any::<u64>(), prop::sample::select(vec![GapCause::Dropped, GapCause::Missing, GapCause::Interrupted]), any::<u32>()).prop_map(|(start_frame, frames, cause, away_secs)| Gap { start_frame, frames, cause, away_secs }), 0..4),
        peak_dbfs in prop::option::of(-120.0_f32..0.0),
        levels in prop::option::of((-120.0_f32..0.0, -120.0_f32..0.0, any::<u64>()).prop_map(|(noise_dbfs, speech_dbfs, clipped_frames)| Levels { noise_dbfs, speech_dbfs, clipped_frames })),
    ) -> Take {
        Take { file: "answer.wav".into(), state, sample_rate_hz, frames, device, gaps, peak_dbfs, levels }
    }
}

fn spans() -> impl Strategy<Value = Span> {
    (any::<u32>(), 1..=u32::MAX)
        .prop_map(|(from, frames)| Span::new(from.into(), u64::from(from) + u64::from(frames)))
}

prop_compose! {
    fn attempts()(
        created in moments(),
        (app_version, question, notes, en, ko) in (texts(), texts(), texts(), texts(), texts()),
        principles in prop::sample::subsequence(Principle::ALL.to_vec(), 0..4),
        plan in prop::sample::select(LanguagePlan::ALL.to_vec()),
        (think_secs, target_secs, starred) in any::<(u32, u32, bool)>(),
        trim in prop::option::of(spans()),
        mend_of in prop::option::of(spans().prop_map(|span| MendOf { id: other_id(), span })),
        mends in prop::collection::btree_map(any::<u16>(), 1_u16.., 0..3).prop_map(|starts| starts.into_iter().map(|(start, frames)| Mend { span: Span::new(start.into(), u64::from(start) + u64::from(frames)), kept: other_id() }).collect::<Vec<_>>()),
        drill in prop::option::of((any::<u64>(), 15.0_f64..9e9, any::<bool>()).prop_map(|(seed, cue_due_secs, announced)| DrillPlan { seed, cue_due_secs, announced })),
        follows in prop::option::of(prop::sample::select(vec![RepeatScope::Result, RepeatScope::Whole]).prop_map(|what| RepeatOf { id: other_id(), what })),
        round in prop::option::of((1_u8.., 1_u8.., prop::sample::select(vec![RoundKind::Answers, RoundKind::Rescue])).prop_map(|(number, of, kind)| Round { first: other_id(), number, of, kind })),
        link in prop::option::of((1_u8.., prop::sample::select(FollowUpKind::PROBES.to_vec())).prop_map(|(depth, kind)| Link { first: other_id(), depth, kind })),
        session in prop::option::of((1_u8.., 1_u16..).prop_map(|(interviewer, number)| SessionPlace { session: SessionId::parse("2026-11-20_090000_loop-day_0002").unwrap(), interviewer, number })),
        retelling in prop::option::of((1_u8.., 1_u8..).prop_map(|(number, of)| Retelling { first: other_id(), number, of })),
        story in prop::option::of(prop::sample::select(vec!["capstone", "캡스톤 2024"]).prop_map(|name| StoryId::parse(name).unwrap())),
        take in takes(),
        marks in prop::collection::vec(marks(), 0..5),
        ratings in prop::collection::vec((moments(), prop::collection::btree_map("[a-z]{1,6}", 1_u8..=5, 0..4)).prop_map(|(at, scores)| Rating { at, scores }), 0..4),
    ) -> Attempt {
        Attempt {
            id: AttemptId::parse("2026-11-21_120522_x_0001").unwrap(),
            created, app_version, plan, think_secs, target_secs, drill, follows, round, link, session, retelling, story, take, trim, mend_of, mends, marks, ratings, notes, starred,
            question: AskedQuestion { id: question.clone(), pack: question, principles, text: Bilingual { en, ko } },
            read_only: false,
        }
    }
}

proptest! {
    #[test]
    fn every_attempt_comes_back(attempt in attempts(), former in attempts()) {
        let written = attempt_file::render(&attempt, None).unwrap();
        prop_assert_eq!(&attempt_file::parse(&written).unwrap(), &attempt);
        // Also over the file of quite another one, and over one with unknown fields.
        let other = attempt_file::render(&former, None).unwrap();
        for disk in [other.as_str(), FIRST, "{}"] {
            let written = attempt_file::render(&attempt, Some(disk)).unwrap();
            let mut read = attempt_file::parse(&written).unwrap();
            // The same instant, as the disk spells its zone.
            read.created = attempt.created.clone();
            prop_assert_eq!(&read, &attempt);
        }
    }

    /// What nobody can have recorded is told and not believed; the file stays as it is.
    #[test]
    fn a_length_that_cannot_be_is_an_error_with_its_field(attempt in attempts(), (rate, frames) in any::<(u32, u64)>()) {
        let possible = rate == 0 || limits::SAMPLE_RATES_HZ.contains(&rate);
        let (take, believed) = (Take { sample_rate_hz: rate, frames, ..attempt.take.clone() },
            possible && frames <= limits::TAKE_SECS * u64::from(rate));
        let written = attempt_file::render(&Attempt { take, ..attempt }, None).unwrap();
        match attempt_file::parse(&written) {
            Ok(_) => prop_assert!(believed),
            Err(told) => prop_assert!(!believed && told.contains("take."), "{told}"),
        }
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in any::<String>(), at: prop::sample::Index, cut: bool) {
        parse_all(&text);
        for sound in [FIRST, SETTINGS, PACK] {
            let mut at = at.index(sound.len());
            while !sound.is_char_boundary(at) {
                at -= 1;
            }
            let (before, after) = sound.split_at(at);
            let rest = if cut { "" } else { after };
            parse_all(&format!("{before}{text}{rest}"));
        }
    }
}

const PACK: &str = "format = 1\nid = \"p\"\ntitle = { en = \"T\", ko = \"제\" }\n[[question]]\nid = \"q\"\nprinciples = []\ntext = { en = \"E\", ko = \"한\" }\n";

fn parse_all(text: &str) {
    let _ = attempt_file::parse(text);
    let _ = packs::parse_pack(text, Path::new("p"));
    let _ = rubrics::parse_rubric(text, Path::new("p"));
    let _ = settings_file::parse(text);
}

#[test]
fn deep_nesting_is_an_error_and_not_an_overflow() {
    for text in ["[", "{\"a\":", "a = [", "a.", "[[a.", "a={a="] {
        parse_all(&text.repeat(100_000));
    }
}
