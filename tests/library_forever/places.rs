//! Where an attempt belongs: chain, session, tellings, story. Not here: the rest of its file.

use retake::library::attempt_file;
use retake::model::attempt::AttemptId;
use retake::model::attempt::Link;
use retake::model::question::FollowUpKind;
use retake::model::retelling::Retelling;
use retake::model::session::{SessionId, SessionPlace};
use retake::model::story::StoryId;

use crate::{FIRST, value};

const PLACES: &str = include_str!("../fixtures/attempt-1-places.json");

#[test]
fn places_are_read_in_full() {
    let attempt = attempt_file::parse(PLACES).unwrap();
    let first = AttemptId::parse("2026-11-21_142000_dive-deep-03_1a2b").unwrap();
    assert_eq!(attempt.chain(), &first);
    let link = Link {
        first: first.clone(),
        depth: 2,
        kind: FollowUpKind::Numbers,
    };
    let session = SessionPlace {
        session: SessionId::parse("2026-11-21_140000_loop-day_7f3a").unwrap(),
        interviewer: 2,
        number: 7,
    };
    let retelling = Retelling {
        first,
        number: 1,
        of: 3,
    };
    assert_eq!(attempt.link, Some(link));
    assert_eq!(attempt.session, Some(session));
    assert_eq!(attempt.retelling, Some(retelling));
    assert_eq!(attempt.story, StoryId::parse("캡스톤 2024"));
}

#[test]
fn a_place_that_is_given_up_is_gone_from_the_file_and_none_is_written_where_there_is_none() {
    let mut attempt = attempt_file::parse(PLACES).unwrap();
    attempt.story = None;
    attempt.link = None;
    let written = attempt_file::render(&attempt, Some(PLACES)).unwrap();
    assert_eq!(attempt_file::parse(&written).unwrap(), attempt);
    assert_eq!(value(&written)["session"], value(PLACES)["session"]);
    let first = attempt_file::parse(FIRST).unwrap();
    let written = attempt_file::render(&first, None).unwrap();
    for name in ["follow_up", "session", "retelling", "story"] {
        assert!(value(&written).get(name).is_none(), "{name}");
    }
}

#[test]
fn a_place_that_cannot_be_is_told_with_its_field() {
    for (good, bad, field) in [
        ("\"depth\": 2", "\"depth\": 0", "follow_up.depth"),
        (
            "\"interviewer\": 2",
            "\"interviewer\": 300",
            "session.interviewer",
        ),
        ("캡스톤 2024", "../secret", "story"),
        ("2026-11-21_140000_loop-day_7f3a", "loop", "session.id"),
    ] {
        let error = attempt_file::parse(&PLACES.replace(good, bad)).unwrap_err();
        assert!(error.contains(field), "{error}");
    }
    // A kind of a later version hides the link and nothing else.
    let later = PLACES.replace("\"kind\": \"numbers\"", "\"kind\": \"silence\"");
    let attempt = attempt_file::parse(&later).unwrap();
    assert!(attempt.link.is_none() && attempt.session.is_some());
}
