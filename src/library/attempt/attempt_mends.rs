//! Sentences that were said again, as an attempt's file holds them: of what a take is the mending, and
//! which takes are heard in place of which stretches. Which takes there are of a stretch is said by the
//! takes themselves, so that no list of them can be wrong. Read by hand like the parts in
//! `attempt_parts`, for the same reason.

use serde_json::{Value, json};

use crate::library::attempt::attempt_parts::{Read, attempt_id, span};
use crate::model::mend::{Mend, MendOf};

/// Of what a take is the mending; `null` for an answer.
pub fn mend_of(value: &Value) -> Read<MendOf> {
    if value.is_null() {
        return Ok(None);
    }
    let id = attempt_id(value, "id")?;
    let span = span(value)?;
    Ok(Some(MendOf { id, span }))
}

/// Of what a take is the mending, as a file holds it.
pub fn mend_of_value(of: &MendOf) -> Value {
    json!({
        "id": of.id.as_str(),
        "from_frame": of.span.start_frame,
        "to_frame": of.span.end_frame,
    })
}

/// A take in place of a stretch.
pub fn mend(value: &Value) -> Read<Mend> {
    let kept = attempt_id(value, "kept")?;
    let span = span(value)?;
    Ok(Some(Mend { span, kept }))
}

/// A take in place of a stretch, as a file holds it.
pub fn mend_value(mend: &Mend) -> Value {
    json!({
        "from_frame": mend.span.start_frame,
        "to_frame": mend.span.end_frame,
        "kept": mend.kept.as_str(),
    })
}
