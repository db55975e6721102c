//! Files of sessions: read for ever, nothing lost when they are written again, damage told and left
//! in place. Not here: what a session does (`flow`).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

mod shelf;

use std::fs;

use proptest::prelude::*;
use retake::library::attempt_file::RenderError;
use retake::library::open::Library;
use retake::library::session_file;
use retake::model::attempt::{AskedQuestion, AttemptId};
use retake::model::fault::FileFault;
use retake::model::language::{Bilingual, LanguagePlan};
use retake::model::principle::Principle;
use retake::model::question::{FollowUpKind, Subject};
use retake::model::session::SessionId;
use retake::model::session::panel::{Asks, Interviewer};
use retake::model::session::record::{Asked, AskedFollowUp, Session, Status};
use retake::model::session::shape::{Format, Shape};
use shelf::shelf;

/// Never changed; a new format gets a new one.
const FIRST: &str = include_str!("fixtures/session-1.json");

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

fn question() -> AskedQuestion {
    AskedQuestion {
        id: "dive-deep-03".into(),
        pack: "behavioural".into(),
        principles: vec![Principle::DiveDeep],
        text: Bilingual {
            en: "What did you find below the surface?".into(),
            ko: "겉으로 보이지 않던 것을 찾아낸 적이 있나요?".into(),
        },
    }
}

#[test]
fn a_session_of_format_1_is_read_in_full() {
    let person = |asks, used_secs, break_used_secs| Interviewer {
        asks,
        secs: 2_700,
        used_secs,
        break_used_secs,
    };
    let expected = Session {
        id: SessionId::parse("2026-11-21_140000_loop-day_7f3a").unwrap(),
        begun: "2026-11-21T14:00:00+09:00[Asia/Seoul]".parse().unwrap(),
        app_version: "0.1.0".into(),
        shape: Shape {
            format: Format::LoopDay,
            interviewers: 4,
            minutes: 45,
            break_minutes: 10,
        },
        role: Some("cloud-support".into()),
        plan: LanguagePlan::KoreanToEnglish,
        seed: 17_446_744_073_709_551_615,
        interviewers: vec![
            person(
                Asks::Principles(vec![Principle::DiveDeep, Principle::LearnAndBeCurious]),
                2_655.25,
                61.5,
            ),
            person(Asks::Subject(Subject::Scenario), 0.0, 0.0),
            person(
                Asks::Principles(vec![
                    Principle::Ownership,
                    Principle::Frugality,
                    Principle::EarnTrust,
                ]),
                0.0,
                0.0,
            ),
            person(
                Asks::Principles(vec![
                    Principle::DeliverResults,
                    Principle::CustomerObsession,
                ]),
                0.0,
                0.0,
            ),
        ],
        asked: vec![
            Asked {
                interviewer: 1,
                question: question(),
                follow_up: None,
                general: false,
                sudden: false,
                asked_secs: 0.0,
                answered_secs: Some(131.5),
                attempt: AttemptId::parse("2026-11-21_140012_dive-deep-03_1a2b"),
            },
            Asked {
                interviewer: 1,
                question: question(),
                follow_up: Some(AskedFollowUp {
                    kind: FollowUpKind::Numbers,
                    depth: 1,
                    text: Bilingual {
                        en: "Which figures show it?".into(),
                        ko: "어떤 수치로 알 수 있나요?".into(),
                    },
                }),
                general: false,
                sudden: true,
                asked_secs: 131.5,
                answered_secs: None,
                attempt: None,
            },
        ],
        at: 1,
        on_break: true,
        status: Status::Running,
        read_only: false,
    };
    assert_eq!(session_file::parse(FIRST).unwrap(), expected);
    let written = session_file::render(&expected, None).unwrap();
    assert_eq!(value(&written), value(FIRST));
}

#[test]
fn what_another_version_added_survives_and_a_newer_format_is_only_shown() {
    let added = FIRST
        .replace("\"seed\":", "\"mood\": {\"of\": [1, 2]}, \"seed\":")
        .replace(
            "\"used_secs\": 2655.25,",
            "\"used_secs\": 2655.25, \"name\": \"Min\",",
        )
        .replace("\"general\": false,", "\"general\": false, \"hint\": true,")
        .replace(
            "[\"dive-deep\", \"learn",
            "[\"dive-deep\", \"be-kind\", \"learn",
        );
    let mut session = session_file::parse(&added).unwrap();
    assert_eq!(
        session.interviewers[0].asks,
        Asks::Principles(vec![Principle::DiveDeep, Principle::LearnAndBeCurious])
    );
    session.status = Status::Over;
    session.count(3.0);
    let more = session.asked[1].clone();
    session.asked.push(more);
    let written = value(&session_file::render(&session, Some(&added)).unwrap());
    assert_eq!(written["mood"]["of"][1], 2);
    assert_eq!(written["interviewers"][0]["name"], "Min");
    assert_eq!(written["interviewers"][0]["principles"][1], "be-kind");
    assert_eq!(written["asked"][1]["hint"], true);
    assert_eq!(written["asked"][2]["hint"], serde_json::Value::Null);
    assert_eq!(written["state"], "over");

    let newer = FIRST.replace("\"format\": 1", "\"format\": 2");
    let session = session_file::parse(&newer).unwrap();
    assert!(session.read_only && !session.is_unfinished());
    let refused = session_file::render(&session, Some(&newer));
    assert!(matches!(refused, Err(RenderError::Newer)), "{refused:?}");
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    for (good, bad, told) in [
        ("\"loop-day\"", "\"marathon\"", "interview.kind"),
        ("\"scenario\"", "\"opera\"", "interviewers[1].subject"),
        ("2655.25", "-1", "interviewers[0].used_secs"),
        (
            "\"current\": 1",
            "\"current\": 9",
            "line 16, column 14, current",
        ),
        ("\"depth\": 1", "\"depth\": 0", "asked[1].follow_up.depth"),
        ("\"numbers\"", "\"silence\"", "asked[1].follow_up.kind"),
        (
            "\"2026-11-21_140012_dive-deep-03_1a2b\"",
            "\"../x\"",
            "asked[0].attempt",
        ),
        ("\"ko-en\"", "\"ko-ja\"", "plan: unknown variant"),
        ("\"break\"", "\"asleep\"", "state: unknown variant"),
        ("\"format\": 1", "\"format\": 0", "format"),
    ] {
        let error = session_file::parse(&FIRST.replacen(good, bad, 1)).unwrap_err();
        assert!(error.contains(told), "{error}");
    }
}

#[test]
fn a_library_keeps_its_sessions_and_a_broken_one_hides_only_itself() {
    let shelf = shelf();
    let folder = shelf.library.layout().sessions();
    assert!(folder.is_dir());
    let first = session_file::parse(FIRST).unwrap();
    let mut second = first.clone();
    second.id = SessionId::parse("2026-11-22_090000_own_0001").unwrap();
    shelf.library.save_session(&first).unwrap();
    shelf.library.save_session(&second).unwrap();
    let broken = folder.join("2026-11-20_090000_own_0002.json");
    fs::write(&broken, "{\"format\": 1,").unwrap();
    // One whose name is not that of the session in it, and what others leave lying about.
    let other = folder.join("2026-11-19_090000_own_0003.json");
    fs::copy(folder.join(format!("{}.json", first.id)), &other).unwrap();
    fs::write(folder.join("notes.txt"), "x").unwrap();
    fs::write(folder.join(".hidden.json"), "x").unwrap();
    let (sessions, faults) = shelf.library.sessions();
    let ids: Vec<_> = sessions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, [second.id.as_str(), first.id.as_str()]);
    assert_eq!(*sessions[1], first);
    let told: Vec<_> = faults
        .iter()
        .map(|fault| match fault {
            FileFault::BrokenSession { path, .. } => path.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, [other, broken.clone()]);
    assert_eq!(fs::read_to_string(&broken).unwrap(), "{\"format\": 1,");
    // Damaged since it was read: what was there is set aside, what is known is written.
    let path = shelf.library.layout().session_file(&second.id);
    fs::write(&path, "half a").unwrap();
    shelf.library.save_session(&second).unwrap();
    assert_eq!(
        session_file::parse(&fs::read_to_string(&path).unwrap()).unwrap(),
        second
    );
    let aside = path.with_file_name(format!("{}.json.damaged-1", second.id));
    assert_eq!(fs::read_to_string(aside).unwrap(), "half a");
}

#[cfg(unix)]
#[test]
fn links_are_told_and_not_followed_and_leftovers_go() {
    use std::os::unix::fs::symlink;
    let elsewhere = tempfile::tempdir().unwrap();
    let theirs = elsewhere.path().join("theirs.json");
    fs::write(&theirs, FIRST).unwrap();
    let shelf = shelf();
    let session = session_file::parse(FIRST).unwrap();
    let path = shelf.library.layout().session_file(&session.id);
    symlink(&theirs, &path).unwrap();
    let (sessions, faults) = shelf.library.sessions();
    assert!(sessions.is_empty());
    let detail = "a link; links are not followed".to_owned();
    let fault = FileFault::BrokenSession {
        path: path.clone(),
        detail,
    };
    assert_eq!(faults, [fault]);
    assert!(shelf.library.save_session(&session).is_err());
    assert_eq!(fs::read_to_string(&theirs).unwrap(), FIRST);

    let leftover = path.with_file_name(".retake-x1.tmp");
    fs::write(&leftover, "half").unwrap();
    let root = shelf.library.root().to_path_buf();
    drop(shelf.library);
    let library = Library::open(&root).unwrap();
    assert!(!leftover.exists());
    assert_eq!(library.sessions().0.len(), 0);
}

fn asks() -> impl Strategy<Value = Asks> {
    let principles = prop::sample::subsequence(Principle::ALL.to_vec(), 0..4);
    prop_oneof![
        principles.prop_map(Asks::Principles),
        prop::sample::select(Subject::ALL.to_vec()).prop_map(Asks::Subject),
    ]
}

fn interviewers() -> impl Strategy<Value = Vec<Interviewer>> {
    let hundredths = || (0_u32..1_000_000).prop_map(|it| f64::from(it) / 100.0);
    let one = (asks(), 0_u32..5_000, hundredths(), hundredths());
    let one = one.prop_map(|(asks, secs, used_secs, break_used_secs)| Interviewer {
        asks,
        secs,
        used_secs,
        break_used_secs,
    });
    prop::collection::vec(one, 1..6)
}

proptest! {
    #[test]
    fn whatever_a_session_holds_comes_back(
        interviewers in interviewers(),
        seed: u64,
        plan in prop::sample::select(LanguagePlan::ALL.to_vec()),
        status in prop::sample::select(vec![Status::Running, Status::Paused, Status::Left, Status::Over]),
        on_break: bool,
        role in prop::option::of("[a-z가-힣]{0,5}"),
    ) {
        let mut session = session_file::parse(FIRST).unwrap();
        session.at = interviewers.len() as u8;
        session.asked.iter_mut().for_each(|it| it.interviewer = 1);
        let session = Session { interviewers, seed, plan, status, on_break, role, ..session };
        for disk in [None, Some(FIRST)] {
            let written = session_file::render(&session, disk).unwrap();
            prop_assert_eq!(&session_file::parse(&written).unwrap(), &session);
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(cut in 0_usize..3_000, bit in 0_u8..7) {
        let whole = FIRST.trim_end();
        let mut bytes = whole.as_bytes().to_vec();
        let at = cut % bytes.len();
        bytes[at] ^= 1 << bit;
        if let Ok(text) = String::from_utf8(bytes) {
            // Any answer will do but a panic.
            _ = session_file::parse(&text);
        }
        let most = (0..=at).rev().find(|at| whole.is_char_boundary(*at)).unwrap();
        prop_assert!(session_file::parse(&whole[..most]).is_err());
    }
}
