//! Files of former versions stay readable, and nothing in them is lost when they are written again.
//! A fixture in `fixtures/` is never changed; a new format gets a new one. Not here: broken files.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod anything;
mod by_hand;
mod marks;
mod mends;
mod places;

use retake::library::attempt_file::{self, RenderError};
use retake::library::settings_file;
use retake::model::attempt::{AskedQuestion, Attempt, AttemptId, RepeatOf, Round};
use retake::model::drill::{DrillPlan, RepeatScope, RoundKind, SwitchStyle};
use retake::model::language::{Bilingual, Language, LanguagePlan};
use retake::model::mark::{CueBy, FlagKind, Mark, MarkKind, PauseCause};
use retake::model::principle::Principle;
use retake::model::question::Subject;
use retake::model::rating::Rating;
use retake::model::session::shape::{Format, Shape};
use retake::model::settings::{Reading, SessionChoice, Settings, ThemeChoice};
use retake::model::sound::Levels;
use retake::model::star::{StarPart, StarShape};
use retake::model::take::{DeviceNote, Gap, GapCause, Take, TakeState};

const FIRST: &str = include_str!("../fixtures/attempt-1.json");
/// Of a round of drills.
const ROUND: &str = include_str!("../fixtures/attempt-1-round.json");
/// As the first version wrote it: without levels, and gaps without a time away.
const BARE: &str = include_str!("../fixtures/attempt-1-bare.json");
const NEWER: &str = include_str!("../fixtures/attempt-2.json");
const SETTINGS: &str = include_str!("../fixtures/settings-1.toml");

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn an_attempt_of_format_1_is_read_in_full() {
    let attempt = attempt_file::parse(FIRST).unwrap();
    let expected = Attempt {
        id: AttemptId::parse("2026-11-21_120522_dive-deep-03_7f3a").unwrap(),
        created: "2026-11-21T12:05:22.123+09:00[Asia/Seoul]".parse().unwrap(),
        app_version: "0.1.0".into(),
        question: AskedQuestion {
            id: "dive-deep-03".into(),
            pack: "behavioural".into(),
            principles: vec![Principle::DiveDeep, Principle::Ownership],
            text: Bilingual {
                en: "Tell me about a number that turned out to be wrong.".into(),
                ko: "틀린 것으로 드러난 숫자에 대해 말씀해 주세요.".into(),
            },
        },
        plan: LanguagePlan::KoreanToEnglish,
        think_secs: 10,
        target_secs: 120,
        drill: Some(DrillPlan {
            seed: u64::MAX,
            cue_due_secs: 41.7,
            announced: false,
        }),
        follows: None,
        round: None,
        link: None,
        session: None,
        retelling: None,
        story: None,
        take: Take {
            file: "answer.wav".into(),
            state: TakeState::Complete,
            sample_rate_hz: 48_000,
            frames: 5_760_000,
            device: Some(DeviceNote {
                id: "pulseaudio:mic".into(),
                name: "Möbius 마이크".into(),
            }),
            gaps: vec![
                Gap {
                    start_frame: 96_000,
                    frames: 480,
                    cause: GapCause::Dropped,
                    away_secs: 0,
                },
                Gap {
                    start_frame: 98_000,
                    frames: 24_000,
                    cause: GapCause::Interrupted,
                    away_secs: 12,
                },
            ],
            peak_dbfs: Some(-3.2),
            levels: Some(Levels {
                noise_dbfs: -62.5,
                speech_dbfs: -21.3,
                clipped_frames: 2,
            }),
        },
        trim: None,
        mend_of: None,
        mends: Vec::new(),
        marks: vec![
            Mark::new(
                2_001_600,
                MarkKind::Cue {
                    to: Language::English,
                    by: CueBy::Drill,
                },
            ),
            Mark::new(3_000_000, MarkKind::Flag(FlagKind::Free)),
        ],
        ratings: vec![
            rating(
                "2026-11-21T12:08:00+09:00[Asia/Seoul]",
                &[("episode", 4), ("task", 3)],
            ),
            rating(
                "2026-11-28T20:00:00+09:00[+09:00]",
                &[("episode", 5), ("task", 3)],
            ),
        ],
        notes: "Start earlier.\n다음에는 더 일찍 시작.".into(),
        starred: true,
        read_only: false,
    };
    assert_eq!(attempt, expected);
    assert_eq!(
        attempt.created.to_string(),
        "2026-11-21T12:05:22.123+09:00[Asia/Seoul]"
    );
}

fn rating(at: &str, scores: &[(&str, u8)]) -> Rating {
    Rating {
        at: at.parse().unwrap(),
        scores: scores
            .iter()
            .map(|(line, score)| ((*line).to_owned(), *score))
            .collect(),
    }
}

#[test]
fn an_attempt_of_the_first_version_is_read_as_well() {
    let (mut full, bare) = (
        attempt_file::parse(FIRST).unwrap(),
        attempt_file::parse(BARE).unwrap(),
    );
    full.take.levels = None;
    full.take.gaps.truncate(1);
    assert_eq!(bare, full);
}

#[test]
fn the_verdict_is_written_for_others_and_worked_out_anew() {
    let mut attempt = attempt_file::parse(BARE).unwrap();
    let verdict = |attempt: &Attempt, disk: &str| {
        value(&attempt_file::render(attempt, Some(disk)).unwrap())["take"]["verdict"].clone()
    };
    assert_eq!(verdict(&attempt, BARE), "good");
    attempt.take.state = TakeState::Repaired;
    assert_eq!(verdict(&attempt, BARE), "usable");
    attempt.take.state = TakeState::Recording;
    assert!(verdict(&attempt, BARE).is_null(), "nothing to judge yet");
    // Whatever stands there, even nonsense, is not believed.
    let other = FIRST.replace("\"usable\"", "[7]");
    let attempt = attempt_file::parse(&other).unwrap();
    assert_eq!(attempt, attempt_file::parse(FIRST).unwrap());
    assert_eq!(verdict(&attempt, &other), "usable");
}

#[test]
fn writing_what_was_read_changes_nothing() {
    let attempt = attempt_file::parse(FIRST).unwrap();
    let written = attempt_file::render(&attempt, Some(FIRST)).unwrap();
    // Only the drill's moment is spelled shorter; it is the same double.
    let spelled = FIRST.replace("41.700000000000003", "41.7");
    assert_eq!(written, spelled);
    assert_eq!(value(&written), value(FIRST));
}

#[test]
fn what_we_change_is_all_that_changes() {
    let mut attempt = attempt_file::parse(FIRST).unwrap();
    attempt.notes = "새 메모".into();
    attempt.starred = false;
    attempt.marks.remove(0);
    attempt.question.principles = vec![Principle::Frugality];
    attempt.take.state = TakeState::Repaired;
    attempt.take.device = None;
    attempt.ratings.push(rating(
        "2026-12-01T08:00:00+09:00[Asia/Seoul]",
        &[("task", 5)],
    ));
    let written = attempt_file::render(&attempt, Some(FIRST)).unwrap();

    let mut expected = value(FIRST);
    expected["notes"] = "새 메모".into();
    expected["starred"] = false.into();
    expected["marks"].as_array_mut().unwrap().remove(0);
    // The range was the second and there still is a second place; the flag moves up to the first.
    expected["marks"].as_array_mut().unwrap().swap(0, 2);
    expected["marks"].as_array_mut().unwrap().swap(1, 2);
    expected["question"]["principles"] = serde_json::json!(["frugality", "a-principle-of-later"]);
    expected["take"]["state"] = "repaired".into();
    expected["take"]["device"] = serde_json::Value::Null;
    expected["ratings"].as_array_mut().unwrap().push(
        serde_json::json!({"at": "2026-12-01T08:00:00+09:00[Asia/Seoul]", "scores": {"task": 5}}),
    );
    assert_eq!(value(&written), expected);
    assert_eq!(attempt_file::parse(&written).unwrap(), attempt);
}

#[test]
fn an_attempt_of_a_later_format_is_shown_and_never_rewritten() {
    let attempt = attempt_file::parse(NEWER).unwrap();
    assert!(attempt.read_only);
    assert_eq!(attempt.question.text.en, "Tell me about a promise.");
    assert!(matches!(
        attempt_file::render(&attempt, Some(NEWER)),
        Err(RenderError::Newer)
    ));
    // Nor when the file became one of a later version after it was read.
    let former = Attempt {
        read_only: false,
        ..attempt
    };
    assert!(matches!(
        attempt_file::render(&former, Some(NEWER)),
        Err(RenderError::Newer)
    ));
}

#[test]
fn text_is_stored_and_read_in_nfc() {
    // The same word as syllables and as the letters that macOS file names are made of.
    let (composed, decomposed) = ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}");
    let text = FIRST.replace("Start earlier.", decomposed);
    let mut attempt = attempt_file::parse(&text).unwrap();
    assert!(attempt.notes.starts_with(composed));
    attempt.question.text.ko = decomposed.into();
    let written = attempt_file::render(&attempt, None).unwrap();
    assert!(!written.contains(decomposed));
    assert_eq!(
        attempt_file::parse(&written).unwrap().question.text.ko,
        composed
    );
}

#[test]
fn settings_of_a_first_version_are_read_and_keep_keys_of_later_ones() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    std::fs::write(&path, SETTINGS).unwrap();
    let (settings, faults) = settings_file::load(&path);
    let mut settings = settings.unwrap();
    assert_eq!(faults, []);
    let expected = Settings {
        language: Some(Language::Korean),
        theme: ThemeChoice::Dark,
        input_device: Some("pulseaudio:mic".into()),
        output_device: None,
        target_secs: 90,
        think_secs: 10,
        plan: LanguagePlan::EnglishToKorean,
        cue_sound: true,
        star_hint: false,
        volume: 0.7,
        ..Settings::default()
    };
    assert_eq!(settings, expected);
    settings.language = None;
    settings.library = Some("/srv/누군가/Retake".into());
    settings.output_device = Some("alsa:\"front\" 앞".into());
    settings.switch_style = SwitchStyle::WholeAgain;
    settings.catch_share = 0.45;
    settings.ladder = true;
    settings.rescue_lines = vec!["Let me take a moment.".into(), "잠시만요 “please”".into()];
    settings.star_shape = StarShape::new([25, 15, 45, 15]).unwrap();
    settings.zoom_percent = 150;
    settings.letter_keys = false;
    settings.role = Some("cloud-support".into());
    settings.interview_date = Some("2026-12-01".parse().unwrap());
    settings.reading = Reading::ListenOnly;
    settings.session = SessionChoice {
        shape: Shape {
            interviewers: 2,
            minutes: 1,
            break_minutes: 1,
            ..Shape::of(Format::Custom)
        },
        plan: LanguagePlan::English,
        topic: Subject::Network,
    };
    settings_file::save(&path, &settings).unwrap();
    assert_eq!(settings_file::load(&path), (Some(settings), vec![]));
    let table: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
    assert_eq!(table["subtitles"]["size"].as_integer(), Some(2));
    assert_eq!(table["volume"].as_float(), Some(0.7));
    assert!(!table.contains_key("language"), "follows the system again");
}

#[test]
fn settings_that_a_person_wrote_are_brought_into_range_and_said() {
    let text = "catch_share = 0.9\nstar_shape = [10, 20, 30]\nrescue_lines = [\"  \", \"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]\n";
    let (settings, faults) = settings_file::parse(text);
    assert!((settings.catch_share - 0.6).abs() < 1e-6);
    assert_eq!(settings.star_shape, StarShape::default());
    assert_eq!(settings.rescue_lines, ["a", "b", "c", "d", "e"]);
    let lines: Vec<usize> = faults.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [1, 2, 3], "{faults:?}");
}

#[test]
fn a_session_that_a_person_wrote_is_made_to_fit_and_said() {
    let text = "session = { format = \"own\", interviewers = 9, minutes = 0, plan = \"en-ko\", topic = \"os\" }\ninterview_date = 2026-12-01\nreading = \"loud\"\n";
    let (settings, faults) = settings_file::parse(text);
    let shape = settings.session.shape;
    assert_eq!((shape.interviewers, shape.minutes), (5, 1));
    assert_eq!(settings.session.plan, LanguagePlan::KoreanToEnglish);
    assert_eq!(settings.interview_date, "2026-12-01".parse().ok());
    assert_eq!(settings.reading, Reading::Off);
    let lines: Vec<usize> = faults.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [1, 3], "{faults:?}");
    assert_eq!(settings_file::parse("session = 3").1.len(), 1);
}

#[test]
fn marks_of_a_drill_are_read_in_full() {
    let attempt = attempt_file::parse(ROUND).unwrap();
    let first = AttemptId::parse("2026-11-21_190000_own-02_1a2b").unwrap();
    let drill = DrillPlan {
        seed: 7,
        cue_due_secs: f64::INFINITY,
        announced: true,
    };
    let follows = RepeatOf {
        id: first.clone(),
        what: RepeatScope::Result,
    };
    let round = Round {
        first,
        number: 3,
        of: 10,
        kind: RoundKind::Answers,
    };
    assert_eq!(attempt.drill, Some(drill));
    assert_eq!(attempt.follows, Some(follows));
    assert_eq!(attempt.round, Some(round));
    let to = Language::English;
    let kinds = [
        MarkKind::Part(StarPart::Situation),
        MarkKind::Announced { to },
        MarkKind::Cue {
            to,
            by: CueBy::Drill,
        },
        MarkKind::FirstWord,
        MarkKind::Pause(PauseCause::Grammar),
        MarkKind::Interruption,
    ];
    let read: Vec<MarkKind> = attempt.marks.iter().map(|mark| mark.kind).collect();
    assert_eq!(read, kinds);
    assert_eq!(attempt.first_word_frame(), Some(900_000));
}
