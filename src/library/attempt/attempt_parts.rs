//! The parts of an attempt's file that come in lists: principles, gaps, marks, ratings; and the
//! verdict on its take, which is only written.
//! An element of a kind that this version does not know is passed over here and kept by `overlay`;
//! an element of a known kind with a value of the wrong type is an error. That is why these are
//! read by hand and not by a derive: which fields must be there depends on the kind.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

use crate::library::io::json_location::FieldError;
use crate::library::io::timestamp;
use crate::model::attempt::{AttemptId, RepeatOf, Round};
use crate::model::drill::{RepeatScope, RoundKind};
use crate::model::language::Language;
use crate::model::mark::{CueBy, FlagKind, Mark, MarkKind, PauseCause, clean_text};
use crate::model::principle::Principle;
use crate::model::rating::Rating;
use crate::model::recording_quality::{self, Verdict};
use crate::model::speech::Span;
use crate::model::star::StarPart;
use crate::model::take::{Gap, GapCause, Take, TakeState};

/// An element: known, of a kind unknown to this version (`None`), or wrong.
pub type Read<T> = Result<Option<T>, FieldError>;

/// The known elements of a list; the unknown ones stay in the file only.
pub fn elements<T>(
    list: &str,
    values: &[Value],
    read: fn(&Value) -> Read<T>,
) -> Result<Vec<T>, FieldError> {
    let mut known = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        known.extend(element(&format!("{list}[{index}]"), value, read)?);
    }
    Ok(known)
}

/// An element on its own; `None` when it is of a kind that is not known.
pub fn element<T>(
    name: &str,
    value: &Value,
    read: fn(&Value) -> Read<T>,
) -> Result<Option<T>, FieldError> {
    read(value).map_err(|error| {
        let dot = if error.field.is_empty() { "" } else { "." };
        FieldError::new(&format!("{name}{dot}{}", error.field), error.reason)
    })
}

/// Text as it is compared and searched.
pub fn nfc(text: &str) -> String {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text.to_owned();
    }
    let mut composed: String = text.nfc().collect();
    // It is kept as long as the window is open, ten thousand times over.
    composed.shrink_to_fit();
    composed
}

/// A principle's id; unknown ones belong to another version.
pub fn principle(value: &Value) -> Read<Principle> {
    match value {
        Value::String(id) => Ok(Principle::from_id(id)),
        other => Err(FieldError::new("", invalid(other, "a string"))),
    }
}

/// A gap; its cause is its kind.
pub fn gap(value: &Value) -> Read<Gap> {
    let Some(cause) = GapCause::from_id(text(value, "cause")?) else {
        return Ok(None);
    };
    Ok(Some(Gap {
        start_frame: whole_number(value, "start_frame")?,
        frames: whole_number(value, "frames")?,
        cause,
        away_secs: match value.get("away_secs") {
            None => 0,
            Some(_) => whole_number(value, "away_secs")?.min(u64::from(u32::MAX)) as u32,
        },
    }))
}

/// How far a take can be trusted; `None` while it is being recorded.
pub fn verdict(take: &Take) -> Option<&'static str> {
    let verdict = recording_quality::verdict(&recording_quality::troubles(take));
    (take.state != TakeState::Recording).then_some(match verdict {
        Verdict::Good => "good",
        Verdict::Usable => "usable",
        Verdict::Unusable => "unusable",
    })
}

/// A mark. A cue into a language, or by a cause, that we do not know is an unknown mark.
pub fn mark(value: &Value) -> Read<Mark> {
    let Some(kind) = mark_kind(value)? else {
        return Ok(None);
    };
    let frame = whole_number(value, "frame")?;
    let mut mark = Mark::new(frame, kind);
    // Older versions took anything here; what is no text stays in the file only.
    if let (Some(_), Some(text)) = (mark.flag(), value.get("text").and_then(Value::as_str)) {
        mark.text = clean_text(text);
    }
    Ok(Some(mark))
}

/// The part of a take that counts; `null` for all of it.
pub fn trim(value: &Value) -> Read<Span> {
    if value.is_null() {
        return Ok(None);
    }
    span(value).map(Some)
}

/// A stretch of a take that is not empty.
pub(crate) fn span(value: &Value) -> Result<Span, FieldError> {
    let span = Span::new(
        whole_number(value, "from_frame")?,
        whole_number(value, "to_frame")?,
    );
    if span.frames() == 0 {
        return Err(FieldError::new("to_frame", "not behind `from_frame`"));
    }
    Ok(span)
}

fn mark_kind(value: &Value) -> Read<MarkKind> {
    Ok(match text(value, "kind")? {
        "cue" => {
            let by = CueBy::from_id(text(value, "by")?);
            let to = language(text(value, "to")?);
            to.zip(by).map(|(to, by)| MarkKind::Cue { to, by })
        }
        "announced" => language(text(value, "to")?).map(|to| MarkKind::Announced { to }),
        "cue-sound" => Some(MarkKind::CueSound),
        "interruption" => Some(MarkKind::Interruption),
        "part" => StarPart::from_id(text(value, "part")?).map(MarkKind::Part),
        "first-word" => Some(MarkKind::FirstWord),
        "pause" => PauseCause::from_id(text(value, "cause")?).map(MarkKind::Pause),
        other => FlagKind::from_id(other).map(MarkKind::Flag),
    })
}

fn language(code: &str) -> Option<Language> {
    match code {
        "ko" => Some(Language::Korean),
        "en" => Some(Language::English),
        _ => None,
    }
}

/// What an attempt says again; `null` for one that says nothing again.
pub fn follows(value: &Value) -> Read<RepeatOf> {
    if value.is_null() {
        return Ok(None);
    }
    let Some(what) = RepeatScope::from_id(text(value, "what")?) else {
        return Ok(None);
    };
    let id = attempt_id(value, "id")?;
    Ok(Some(RepeatOf { id, what }))
}

/// The place of an attempt in a round; `null` for one that belongs to none.
pub fn round(value: &Value) -> Read<Round> {
    if value.is_null() {
        return Ok(None);
    }
    let Some(kind) = RoundKind::from_id(text(value, "kind")?) else {
        return Ok(None);
    };
    Ok(Some(Round {
        first: attempt_id(value, "first")?,
        number: from_one(value, "number")?,
        of: from_one(value, "of")?,
        kind,
    }))
}

pub(crate) fn attempt_id(value: &Value, name: &str) -> Result<AttemptId, FieldError> {
    AttemptId::parse(text(value, name)?)
        .ok_or_else(|| FieldError::new(name, "no name that a folder could have"))
}

/// A rating. Scores that are no whole number from 1 to 5 are passed over.
pub fn rating(value: &Value) -> Read<Rating> {
    let at =
        timestamp::parse(text(value, "at")?).map_err(|reason| FieldError::new("at", reason))?;
    let Value::Object(lines) = field(value, "scores")? else {
        return Err(FieldError::new("scores", "expected an object"));
    };
    let mut scores = BTreeMap::new();
    for (line, value) in lines {
        if !value.is_number() {
            return Err(FieldError::new(
                &format!("scores.{line}"),
                invalid(value, "a number"),
            ));
        }
        if let Some(score) = score(value) {
            scores.insert(line.clone(), score);
        }
    }
    Ok(Some(Rating { at, scores }))
}

/// A score that this version understands.
pub fn score(value: &Value) -> Option<u8> {
    let score = u8::try_from(value.as_u64()?).ok()?;
    (1..=5).contains(&score).then_some(score)
}

/// A principle as a file holds it.
pub fn principle_value(principle: Principle) -> Value {
    principle.id().into()
}

/// A gap as a file holds it.
pub fn gap_value(gap: &Gap) -> Value {
    json!({
        "start_frame": gap.start_frame,
        "frames": gap.frames,
        "cause": gap.cause.id(),
        "away_secs": gap.away_secs,
    })
}

/// A mark as a file holds it.
pub fn mark_value(mark: &Mark) -> Value {
    let frame = mark.frame;
    match mark.kind {
        MarkKind::Flag(kind) if mark.text.is_empty() => {
            json!({ "frame": frame, "kind": kind.id() })
        }
        MarkKind::Flag(kind) => json!({ "frame": frame, "kind": kind.id(), "text": mark.text }),
        MarkKind::Cue { to, by } => {
            json!({ "frame": frame, "kind": "cue", "to": to.code(), "by": by.id() })
        }
        MarkKind::Announced { to } => {
            json!({ "frame": frame, "kind": "announced", "to": to.code() })
        }
        MarkKind::CueSound => json!({ "frame": frame, "kind": "cue-sound" }),
        MarkKind::Interruption => json!({ "frame": frame, "kind": "interruption" }),
        MarkKind::Part(part) => json!({ "frame": frame, "kind": "part", "part": part.id() }),
        MarkKind::FirstWord => json!({ "frame": frame, "kind": "first-word" }),
        MarkKind::Pause(cause) => json!({ "frame": frame, "kind": "pause", "cause": cause.id() }),
    }
}

/// The part of a take that counts, as a file holds it.
pub fn trim_value(trim: &Span) -> Value {
    json!({ "from_frame": trim.start_frame, "to_frame": trim.end_frame })
}

/// What an attempt says again, as a file holds it.
pub fn follows_value(follows: &RepeatOf) -> Value {
    json!({ "id": follows.id.as_str(), "what": follows.what.id() })
}

/// A place in a round as a file holds it.
pub fn round_value(round: &Round) -> Value {
    json!({
        "first": round.first.as_str(),
        "number": round.number,
        "of": round.of,
        "kind": round.kind.id(),
    })
}

/// A rating as a file holds it.
pub fn rating_value(rating: &Rating) -> Value {
    json!({ "at": timestamp::format(&rating.at), "scores": rating.scores })
}

/// A whole number that counts from 1.
pub(crate) fn from_one<T>(value: &Value, name: &str) -> Result<T, FieldError>
where
    T: TryFrom<u64> + Default + PartialEq,
{
    let number = whole_number(value, name)?;
    let small = T::try_from(number).ok();
    let small = small.filter(|small| *small != T::default());
    small.ok_or_else(|| FieldError::new(name, format!("{number} is 0 or too large")))
}

fn field<'a>(value: &'a Value, name: &str) -> Result<&'a Value, FieldError> {
    let Value::Object(fields) = value else {
        return Err(FieldError::new("", invalid(value, "an object")));
    };
    fields
        .get(name)
        .ok_or_else(|| FieldError::new("", format!("missing field `{name}`")))
}

pub(crate) fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str, FieldError> {
    let value = field(value, name)?;
    value
        .as_str()
        .ok_or_else(|| FieldError::new(name, invalid(value, "a string")))
}

pub(crate) fn whole_number(value: &Value, name: &str) -> Result<u64, FieldError> {
    let value = field(value, name)?;
    value
        .as_u64()
        .ok_or_else(|| FieldError::new(name, invalid(value, "a whole number")))
}

pub(crate) fn invalid(value: &Value, expected: &str) -> String {
    let found = match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(number) => return format!("{number} where {expected} must be"),
        Value::String(_) => "text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    };
    format!("{found} where {expected} must be")
}
