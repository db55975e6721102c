//! Where an attempt belongs, as its file holds it: the chain of follow-ups, the session, the tellings
//! of one story, and that story. Read by hand like the parts in `attempt_parts`, for the same reason.

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization as _;

use crate::library::attempt::attempt_parts::{Read, attempt_id, from_one, invalid, text};
use crate::library::io::json_location::FieldError;
use crate::model::attempt::Link;
use crate::model::question::FollowUpKind;
use crate::model::retelling::Retelling;
use crate::model::session::{SessionId, SessionPlace};
use crate::model::story::StoryId;

/// What most attempts have not got.
const LEFT_OUT: [&str; 7] = [
    "follow_up",
    "session",
    "retelling",
    "story",
    "trim",
    "mend_of",
    "mends",
];

/// Leaves out of a new file what an attempt has not got of places, part kept and sentences said again, unless
/// the file on disk has it: that is written as `null` or as an empty list over what is there.
pub fn leave_out(new: &mut Value, disk: &Value) {
    if let Value::Object(fields) = new {
        let nothing =
            |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        for name in LEFT_OUT {
            if fields.get(name).is_some_and(nothing) && disk.get(name).is_none() {
                fields.shift_remove(name);
            }
        }
    }
}

/// The follow-up that an attempt answers; `null` for one that answers none.
pub fn link(value: &Value) -> Read<Link> {
    if value.is_null() {
        return Ok(None);
    }
    let Some(kind) = FollowUpKind::from_id(text(value, "kind")?) else {
        return Ok(None);
    };
    Ok(Some(Link {
        first: attempt_id(value, "first")?,
        depth: from_one(value, "depth")?,
        kind,
    }))
}

/// The follow-up that an attempt answers, as a file holds it.
pub fn link_value(link: &Link) -> Value {
    json!({ "first": link.first.as_str(), "depth": link.depth, "kind": link.kind.id() })
}

/// The place of an attempt in a session; `null` for one that belongs to none.
pub fn session(value: &Value) -> Read<SessionPlace> {
    if value.is_null() {
        return Ok(None);
    }
    let session = SessionId::parse(text(value, "id")?)
        .ok_or_else(|| FieldError::new("id", "no name that a session could have"))?;
    Ok(Some(SessionPlace {
        session,
        interviewer: from_one(value, "interviewer")?,
        number: from_one(value, "number")?,
    }))
}

/// The place of an attempt in a session, as a file holds it.
pub fn session_value(place: &SessionPlace) -> Value {
    json!({
        "id": place.session.as_str(),
        "interviewer": place.interviewer,
        "number": place.number,
    })
}

/// The place among tellings; `null` for none.
pub fn retelling(value: &Value) -> Read<Retelling> {
    if value.is_null() {
        return Ok(None);
    }
    Ok(Some(Retelling {
        first: attempt_id(value, "first")?,
        number: from_one(value, "number")?,
        of: from_one(value, "of")?,
    }))
}

/// The place among tellings, as a file holds it.
pub fn retelling_value(retelling: &Retelling) -> Value {
    json!({
        "first": retelling.first.as_str(),
        "number": retelling.number,
        "of": retelling.of,
    })
}

/// The story that was told; `null` for none.
pub fn story(value: &Value) -> Read<StoryId> {
    if value.is_null() {
        return Ok(None);
    }
    let Some(name) = value.as_str() else {
        return Err(FieldError::new("", invalid(value, "a string")));
    };
    let name: String = name.nfc().collect();
    let id = StoryId::parse(&name);
    let no_name = || FieldError::new("", "no name that a file of a story could have");
    id.map(Some).ok_or_else(no_name)
}

/// The story that was told, as a file holds it.
pub fn story_value(story: &StoryId) -> Value {
    story.as_str().into()
}
