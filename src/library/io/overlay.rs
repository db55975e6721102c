//! Rewriting a JSON document without losing what we do not understand.
//! The new values are laid over the document that is on disk: a field that only the disk has stays,
//! at every level. Lists need more care, and the rules for them are here. Numbers beyond 64 bits in
//! unknown fields come back as the nearest double: that is all of JSON that does not survive.

use serde_json::{Map, Value};

use crate::library::attempt::{attempt_mends, attempt_parts, attempt_place};
use crate::library::io::timestamp;

/// Lays new values over those on disk.
///
/// The names of fields with rules of their own are unique within the format, so the name alone is
/// enough to know them.
pub fn overlay(disk: Value, new: Value) -> Value {
    match (disk, new) {
        (Value::Object(mut disk), Value::Object(new)) => {
            for (key, value) in new {
                let merged = match disk.get_mut(&key).map(Value::take) {
                    Some(old) => field(&key, old, value),
                    None => value,
                };
                disk.insert(key, merged);
            }
            Value::Object(disk)
        }
        (_, new) => new,
    }
}

fn field(key: &str, disk: Value, new: Value) -> Value {
    match (key, disk, new) {
        // The same moment may be written with a zone that is unknown here.
        ("created" | "at", Value::String(disk), Value::String(new))
            if timestamp::is_same(&disk, &new) =>
        {
            Value::String(disk)
        }
        // Of a kind that this version does not know: not ours to remove.
        ("follows" | "round" | "follow_up", disk, Value::Null) if is_of_later_kind(key, &disk) => {
            disk
        }
        ("scores", Value::Object(disk), Value::Object(new)) => Value::Object(scores(disk, new)),
        ("principles", Value::Array(disk), Value::Array(new)) => list(
            disk,
            new,
            &|value| is_known(&attempt_parts::principle(value)),
            Pair::Equal(&[]),
        ),
        ("gaps", Value::Array(disk), Value::Array(new)) => list(
            disk,
            new,
            &|value| is_known(&attempt_parts::gap(value)),
            Pair::Equal(&["start_frame"]),
        ),
        ("marks", Value::Array(disk), Value::Array(new)) => list(
            disk,
            new,
            &|value| is_known(&attempt_parts::mark(value)),
            Pair::Mark,
        ),
        ("ratings", Value::Array(disk), Value::Array(new)) => list(
            disk,
            new,
            &|value| is_known(&attempt_parts::rating(value)),
            Pair::ByMoment,
        ),
        ("mends", Value::Array(disk), Value::Array(new)) => list(
            disk,
            new,
            &|value| is_known(&attempt_mends::mend(value)),
            Pair::Equal(&["from_frame", "to_frame"]),
        ),
        // Of a session; both only grow.
        ("interviewers" | "asked", Value::Array(disk), Value::Array(new)) => {
            list(disk, new, &|_| true, Pair::ByIndex)
        }
        (_, disk, new) => overlay(disk, new),
    }
}

/// How an element in memory finds the one on disk that it came from.
#[derive(Clone, Copy)]
enum Pair<'a> {
    /// By its place among the known ones: for the lists of a session, which only grow.
    ByIndex,
    /// By its moment: for ratings. That of the sitting under way changes with each score, so those that
    /// find none of their moment pair in their order.
    ByMoment,
    /// By these fields (the whole element when there are none): for gaps, which may be removed from the
    /// middle; by place, the rest would inherit the fields of their neighbours.
    Equal(&'a [&'a str]),
    /// By frame and kind, for the same reason. A text that the new one has not got was taken away.
    Mark,
}

/// Whether a place of an attempt is of a kind that only another version knows.
fn is_of_later_kind(key: &str, disk: &Value) -> bool {
    match key {
        "follows" => matches!(attempt_parts::follows(disk), Ok(None)),
        "round" => matches!(attempt_parts::round(disk), Ok(None)),
        _ => matches!(attempt_place::link(disk), Ok(None)),
    }
}

fn is_known<T>(read: &attempt_parts::Read<T>) -> bool {
    matches!(read, Ok(Some(_)))
}

/// The new elements, each over the one it came from, and the elements unknown to this version at
/// the places where they were (or at the end, when the list has become shorter).
fn list(
    disk: Vec<Value>,
    new: Vec<Value>,
    known: &dyn Fn(&Value) -> bool,
    pair: Pair<'_>,
) -> Value {
    let mut former: Vec<Option<Value>> = Vec::new();
    let mut unknown: Vec<(usize, Value)> = Vec::new();
    for (index, element) in disk.into_iter().enumerate() {
        if known(&element) {
            former.push(Some(element));
        } else {
            unknown.push((index, element));
        }
    }
    let is_pair = |index: usize, at: usize, former: &Value, element: &Value| match pair {
        Pair::ByIndex => index == at,
        Pair::ByMoment => is_same_moment(former, element),
        Pair::Equal([]) => former == element,
        Pair::Equal(fields) => (fields.iter()).all(|it| former.get(it) == element.get(it)),
        Pair::Mark => ["frame", "kind"]
            .iter()
            .all(|it| former.get(it) == element.get(it)),
    };
    let mut came_from: Vec<Option<Value>> = Vec::with_capacity(new.len());
    for (index, element) in new.iter().enumerate() {
        let found = former.iter_mut().enumerate().find(|(at, former)| {
            let former = former.as_ref();
            former.is_some_and(|former| is_pair(index, *at, former, element))
        });
        came_from.push(found.and_then(|(_, former)| former.take()));
    }
    let mut left = former.into_iter().flatten();
    let mut result: Vec<Value> = Vec::with_capacity(new.len() + unknown.len());
    for (element, former) in new.into_iter().zip(came_from) {
        let former = match pair {
            Pair::ByMoment => former.or_else(|| left.next()),
            Pair::Mark => former.map(|former| without_old_text(former, &element)),
            Pair::ByIndex | Pair::Equal(_) => former,
        };
        result.push(match former {
            Some(former) => overlay(former, element),
            None => element,
        });
    }
    for (index, element) in unknown {
        result.insert(index.min(result.len()), element);
    }
    Value::Array(result)
}

/// A mark on disk without the text that was known here and is no more.
fn without_old_text(mut former: Value, new: &Value) -> Value {
    let known = matches!(attempt_parts::mark(&former), Ok(Some(mark)) if !mark.text.is_empty());
    if known
        && new.get("text").is_none()
        && let Value::Object(fields) = &mut former
    {
        fields.shift_remove("text");
    }
    former
}

fn is_same_moment(one: &Value, other: &Value) -> bool {
    let at = |value: &Value| value.get("at").and_then(Value::as_str).map(str::to_owned);
    matches!((at(one), at(other)), (Some(one), Some(other)) if timestamp::is_same(&one, &other))
}

/// The new scores, and those on disk that no version of ours could have understood as 1 to 5.
fn scores(disk: Map<String, Value>, new: Map<String, Value>) -> Map<String, Value> {
    let mut result: Map<String, Value> = disk
        .into_iter()
        .filter(|(line, value)| new.contains_key(line) || attempt_parts::score(value).is_none())
        .collect();
    result.extend(new);
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_that_only_the_disk_has_stay_at_every_level() {
        let disk = json!({"x": 1, "a": {"y": [1], "b": 2}, "n": null});
        let new = json!({"a": {"b": 3}, "c": true});
        assert_eq!(
            overlay(disk, new),
            json!({"x": 1, "a": {"y": [1], "b": 3}, "n": null, "c": true})
        );
    }

    #[test]
    fn marks_keep_their_own_unknown_fields_when_one_of_them_goes() {
        let disk = json!({"marks": [
            {"frame": 1, "kind": "flag", "label": "one"},
            {"kind": "range", "from": 1, "to": 5},
            {"frame": 2, "kind": "flag", "label": "two"},
        ]});
        let new = json!({"marks": [{"frame": 2, "kind": "flag"}, {"frame": 9, "kind": "flag"}]});
        assert_eq!(
            overlay(disk, new),
            json!({"marks": [
                {"frame": 2, "kind": "flag", "label": "two"},
                {"kind": "range", "from": 1, "to": 5},
                {"frame": 9, "kind": "flag"},
            ]})
        );
    }

    #[test]
    fn a_rating_in_progress_keeps_its_fields_and_foreign_scores() {
        let at = "2026-11-21T12:07:00+09:00[Asia/Seoul]";
        let later = "2026-11-21T12:08:00+09:00[Asia/Seoul]";
        let disk = json!({"ratings": [
            {"at": at, "scores": {"task": 3, "gone": 2, "poise": 7.5}, "blind": true},
        ]});
        let new = json!({"ratings": [
            {"at": later, "scores": {"task": 4}},
            {"at": later, "scores": {"task": 5}},
        ]});
        assert_eq!(
            overlay(disk, new),
            json!({"ratings": [
                {"at": later, "scores": {"task": 4, "poise": 7.5}, "blind": true},
                {"at": later, "scores": {"task": 5}},
            ]})
        );
    }

    #[test]
    fn ratings_keep_their_own_fields_when_another_one_comes_before_them() {
        let at = |minute| format!("2026-11-21T12:{minute:02}:00+09:00[Asia/Seoul]");
        let disk = json!({"ratings": [
            {"at": at(7), "scores": {"task": 3}, "by": "me"},
            {"at": at(9), "scores": {"task": 4}, "by": "coach"},
        ]});
        let new = json!({"ratings": [
            {"at": "2026-11-21T03:05:00Z", "scores": {"task": 1}},
            {"at": "2026-11-21T03:09:00Z", "scores": {"task": 5}},
        ]});
        let merged = overlay(disk, new);
        let by: Vec<_> = (0..2).map(|at| &merged["ratings"][at]["by"]).collect();
        assert_eq!(by, ["me", "coach"]);
        assert_eq!(merged["ratings"][1]["scores"]["task"], 5);
    }

    #[test]
    fn a_place_of_a_later_kind_is_not_removed() {
        let later = json!({"id": "x", "what": "in-a-song"});
        let known = json!({"id": "2026-11-21_120522_x_7f3a", "what": "whole"});
        for (disk, expected) in [(later.clone(), later), (known, Value::Null)] {
            let merged = overlay(json!({"follows": disk}), json!({"follows": null}));
            assert_eq!(merged["follows"], expected);
        }
    }

    #[test]
    fn unknown_principles_stay() {
        let disk = json!({"principles": ["future-one", "dive-deep"]});
        let new = json!({"principles": ["dive-deep", "frugality"]});
        assert_eq!(
            overlay(disk, new),
            json!({"principles": ["future-one", "dive-deep", "frugality"]})
        );
    }
}
