//! What the files with a format number have in common: errors that name the place, texts that keep what
//! another version wrote. Not here: what is in the files, how they are saved (`three_way`).

use std::io;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::library::io::json_location::{self, FieldError};
use crate::library::io::overlay::overlay;
use crate::library::io::save::SaveError;
use crate::library::open::LibraryError;

/// Why there is no text to write.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The file on disk is of a later format.
    #[error("written by a newer version of Retake")]
    Newer,
    /// Nothing can be laid over the file on disk: it is no JSON object, say, or a field that is not
    /// ours holds a number beyond all doubles (`1e999`).
    #[error("the file on disk is damaged")]
    Damaged,
    /// What was written would not read back as it was; nothing is replaced.
    #[error("it does not fit into the text that is there")]
    Unfit,
    /// The take names a file outside its folder.
    #[error("take.file is no plain file name: {0:?}")]
    FileName(String),
    /// Not to be expected: the values cannot be written as JSON.
    #[error(transparent)]
    Json(serde_json::Error),
}

/// Reads a file whose last known format is `latest`. The error says where and what: `line 12,
/// column 7, take.frames: …`.
pub(crate) fn parse<F: DeserializeOwned, T>(
    text: &str,
    latest: u64,
    format: impl Fn(&F) -> u64,
    to_model: impl Fn(F) -> Result<T, FieldError>,
) -> Result<T, String> {
    let file: F =
        serde_json::from_str(text).map_err(|error| told_by_serde(text, &error, latest))?;
    let format = format(&file);
    to_model(file).map_err(|FieldError { field, reason }| {
        let (line, column) = json_location::place_of(text, &field);
        newer(format, latest).unwrap_or_default()
            + &format!("line {line}, column {column}, {field}: {reason}")
    })
}

/// What serde found wrong, with its place.
fn told_by_serde(text: &str, error: &serde_json::Error, latest: u64) -> String {
    /// Only the format, for a file of which nothing else is understood.
    #[derive(Deserialize)]
    struct FormatOnly {
        format: u64,
    }
    let format = serde_json::from_str(text).map_or(0, |file: FormatOnly| file.format);
    let field = json_location::field_at(text, error.line(), error.column());
    let reason = error.to_string();
    // serde_json ends its messages with the place, which we put first.
    let reason = reason
        .rsplit_once(" at line ")
        .map_or(reason.as_str(), |(before, _)| before);
    let separator = if field.is_empty() { "" } else { ", " };
    let newer = newer(format, latest).unwrap_or_default();
    let (line, column) = (error.line(), error.column());
    format!("{newer}line {line}, column {column}{separator}{field}: {reason}")
}

/// Said first of a file of a later format.
fn newer(format: u64, latest: u64) -> Option<String> {
    (format > latest).then(|| format!("written by a newer version (format {format}); "))
}

/// The text that is on disk now, if any, as something that new values can be laid over.
pub(crate) fn on_disk(disk: Option<&str>, latest: u64) -> Result<Option<Value>, RenderError> {
    let Some(text) = disk else {
        return Ok(None);
    };
    let disk: Value = serde_json::from_str(text).map_err(|_| RenderError::Damaged)?;
    if !disk.is_object() {
        return Err(RenderError::Damaged);
    }
    if disk.get("format").and_then(Value::as_u64) > Some(latest) {
        return Err(RenderError::Newer);
    }
    Ok(Some(disk))
}

/// The text of a file: new values over those on disk, if there are any.
pub(crate) fn text(disk: Option<Value>, new: Value) -> Result<String, RenderError> {
    let merged = match disk {
        None => new,
        Some(disk) => overlay(disk, new),
    };
    let mut text = serde_json::to_string_pretty(&merged).map_err(RenderError::Json)?;
    text.push('\n');
    Ok(text)
}

/// Why a file was not written, as the library says it.
pub(crate) fn refused(path: &Path, error: RenderError) -> LibraryError {
    let path = path.to_path_buf();
    match error {
        RenderError::Newer => LibraryError::Newer(path),
        other => SaveError {
            path,
            source: io::Error::new(io::ErrorKind::InvalidData, other),
        }
        .into(),
    }
}
