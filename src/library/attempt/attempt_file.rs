//! `attempt.json`, format 1: what an attempt looks like on disk, and the way from and to it.
//!
//! These types are a file format and a promise: a changed field needs a new format number, a
//! migration and a fixture in `tests/fixtures`. Reading names the field, line and column of what
//! is wrong. Writing lays the known values over the file that is there (`overlay`), so that what
//! another version added survives. Not here: finding, saving and moving the files.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::library::attempt::attempt_mends as mends;
use crate::library::attempt::attempt_parts::{self, element, elements, nfc};
use crate::library::attempt::attempt_place as place;
use crate::library::attempt::attempt_take::TakeSection;
use crate::library::io::json_location::FieldError;
use crate::library::io::timestamp;
use crate::library::io::versioned;
pub use crate::library::io::versioned::RenderError;
use crate::library::limits::at_most;
use crate::model::attempt::{AskedQuestion, Attempt, AttemptId};
use crate::model::drill::DrillPlan;
use crate::model::language::{Bilingual, LanguagePlan};
use crate::model::limits;

/// The format that this version writes. Files of later formats are shown but never rewritten.
pub const FORMAT: u64 = 1;

#[derive(Serialize, Deserialize)]
struct AttemptFile {
    format: u64,
    id: String,
    created: String,
    #[serde(default)]
    app_version: String,
    question: QuestionFile,
    plan: LanguagePlan,
    #[serde(default)]
    think_secs: u32,
    #[serde(default)]
    target_secs: u32,
    #[serde(default)]
    drill: Option<DrillFile>,
    /// What it says again. A further kind of it needs a new format, or this version would drop it.
    #[serde(default)]
    follows: Value,
    /// The round of short takes it belongs to. A further kind needs a new format, too.
    #[serde(default)]
    round: Value,
    /// The follow-up it answers. A further kind of it needs a new format, too.
    #[serde(default)]
    follow_up: Value,
    #[serde(default)]
    session: Value,
    #[serde(default)]
    retelling: Value,
    /// Name of the file of the story that was told.
    #[serde(default)]
    story: Value,
    take: TakeSection,
    #[serde(default)]
    trim: Value,
    /// The stretch of an answer that it says again.
    #[serde(default)]
    mend_of: Value,
    /// Stretches in whose place other takes are heard.
    #[serde(default, deserialize_with = "at_most::<_, _, { limits::MARKS }>")]
    mends: Vec<Value>,
    #[serde(default, deserialize_with = "at_most::<_, _, { limits::MARKS }>")]
    marks: Vec<Value>,
    #[serde(default, deserialize_with = "at_most::<_, _, { limits::RATINGS }>")]
    ratings: Vec<Value>,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    starred: bool,
}

/// A question as it was asked; files of sessions hold the same.
#[derive(Serialize, Deserialize)]
pub(crate) struct QuestionFile {
    id: String,
    #[serde(default)]
    pack: String,
    #[serde(default)]
    principles: Vec<Value>,
    text: TextFile,
}

/// A text in both languages.
#[derive(Serialize, Deserialize)]
pub(crate) struct TextFile {
    en: String,
    ko: String,
}

#[derive(Serialize, Deserialize)]
struct DrillFile {
    seed: u64,
    /// JSON has no infinity: a cue that never comes is `null`.
    cue_due_secs: Option<f64>,
    #[serde(default)]
    announced: bool,
}

/// Reads an attempt. The error says where and what: `line 12, column 7, take.frames: …`.
pub fn parse(text: &str) -> Result<Attempt, String> {
    versioned::parse(text, FORMAT, |file: &AttemptFile| file.format, to_model)
}

/// The text of an attempt's file. `disk` is the text that is there now, if any; what it holds
/// beyond this version is kept. The error says why `disk` must not be replaced.
pub fn render(attempt: &Attempt, disk: Option<&str>) -> Result<String, RenderError> {
    if attempt.read_only {
        return Err(RenderError::Newer);
    }
    if !is_plain_name(&attempt.take.file) {
        return Err(RenderError::FileName(attempt.take.file.clone()));
    }
    let mut new = serde_json::to_value(from_model(attempt)).map_err(RenderError::Json)?;
    let disk = versioned::on_disk(disk, FORMAT)?;
    place::leave_out(&mut new, disk.as_ref().unwrap_or(&Value::Null));
    versioned::text(disk, new)
}

/// Whether a name is that of a file in the same folder on every system: no separators, no drive,
/// no stream, nothing hidden, and not the attempt's own file.
pub fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 200
        && !name.starts_with('.')
        && !name.contains(|c: char| c.is_control() || "/\\:*?\"<>|".contains(c))
        && !name.eq_ignore_ascii_case(crate::library::layout::ATTEMPT_FILE)
}

fn to_model(file: AttemptFile) -> Result<Attempt, FieldError> {
    if file.format == 0 {
        return Err(FieldError::new("format", "there is no format 0"));
    }
    let id = AttemptId::parse(&file.id)
        .ok_or_else(|| FieldError::new("id", "no name that a folder could have"))?;
    let created =
        timestamp::parse(&file.created).map_err(|reason| FieldError::new("created", reason))?;
    if !is_plain_name(&file.take.file) {
        return Err(FieldError::new("take.file", "no plain file name"));
    }
    let take = file.take.into_model()?;
    if file.notes.len() > limits::TEXT_CHARS && file.notes.chars().count() > limits::TEXT_CHARS {
        let reason = format!(
            "more than the {} characters that are read",
            limits::TEXT_CHARS
        );
        return Err(FieldError::new("notes", reason));
    }
    let question = file.question.into_model("question")?;
    Ok(Attempt {
        id,
        created,
        app_version: file.app_version,
        question,
        plan: file.plan,
        think_secs: file.think_secs,
        target_secs: file.target_secs,
        drill: file.drill.map(|drill| DrillPlan {
            seed: drill.seed,
            cue_due_secs: drill.cue_due_secs.unwrap_or(f64::INFINITY),
            announced: drill.announced,
        }),
        follows: element("follows", &file.follows, attempt_parts::follows)?,
        round: element("round", &file.round, attempt_parts::round)?,
        link: element("follow_up", &file.follow_up, place::link)?,
        session: element("session", &file.session, place::session)?,
        retelling: element("retelling", &file.retelling, place::retelling)?,
        story: element("story", &file.story, place::story)?,
        take,
        trim: element("trim", &file.trim, attempt_parts::trim)?,
        mend_of: element("mend_of", &file.mend_of, mends::mend_of)?,
        mends: elements("mends", &file.mends, mends::mend)?,
        marks: elements("marks", &file.marks, attempt_parts::mark)?,
        ratings: elements("ratings", &file.ratings, attempt_parts::rating)?,
        notes: nfc(&file.notes),
        starred: file.starred,
        read_only: file.format > FORMAT,
    })
}

impl QuestionFile {
    /// The question; `at` is its field.
    pub(crate) fn into_model(self, at: &str) -> Result<AskedQuestion, FieldError> {
        let list = format!("{at}.principles");
        Ok(AskedQuestion {
            principles: elements(&list, &self.principles, attempt_parts::principle)?,
            id: self.id,
            pack: self.pack,
            text: self.text.into(),
        })
    }
}

impl From<&AskedQuestion> for QuestionFile {
    fn from(question: &AskedQuestion) -> Self {
        let principles = question.principles.iter().copied();
        Self {
            id: question.id.clone(),
            pack: question.pack.clone(),
            principles: principles.map(attempt_parts::principle_value).collect(),
            text: (&question.text).into(),
        }
    }
}

impl From<TextFile> for Bilingual {
    fn from(text: TextFile) -> Self {
        Self {
            en: nfc(&text.en),
            ko: nfc(&text.ko),
        }
    }
}

impl From<&Bilingual> for TextFile {
    fn from(text: &Bilingual) -> Self {
        Self {
            en: nfc(&text.en),
            ko: nfc(&text.ko),
        }
    }
}

fn from_model(attempt: &Attempt) -> AttemptFile {
    let Attempt { question, take, .. } = attempt;
    AttemptFile {
        format: FORMAT,
        id: attempt.id.to_string(),
        created: timestamp::format(&attempt.created),
        app_version: attempt.app_version.clone(),
        question: question.into(),
        plan: attempt.plan,
        think_secs: attempt.think_secs,
        target_secs: attempt.target_secs,
        drill: attempt.drill.map(|drill| DrillFile {
            seed: drill.seed,
            cue_due_secs: drill.cue_due_secs.is_finite().then_some(drill.cue_due_secs),
            announced: drill.announced,
        }),
        follows: attempt
            .follows
            .as_ref()
            .map_or(Value::Null, attempt_parts::follows_value),
        round: attempt
            .round
            .as_ref()
            .map_or(Value::Null, attempt_parts::round_value),
        follow_up: attempt.link.as_ref().map_or(Value::Null, place::link_value),
        session: attempt
            .session
            .as_ref()
            .map_or(Value::Null, place::session_value),
        retelling: attempt
            .retelling
            .as_ref()
            .map_or(Value::Null, place::retelling_value),
        story: attempt
            .story
            .as_ref()
            .map_or(Value::Null, place::story_value),
        take: TakeSection::from_model(take),
        trim: attempt
            .trim
            .as_ref()
            .map_or(Value::Null, attempt_parts::trim_value),
        mend_of: attempt
            .mend_of
            .as_ref()
            .map_or(Value::Null, mends::mend_of_value),
        mends: attempt.mends.iter().map(mends::mend_value).collect(),
        marks: attempt
            .marks
            .iter()
            .map(attempt_parts::mark_value)
            .collect(),
        ratings: attempt
            .ratings
            .iter()
            .map(attempt_parts::rating_value)
            .collect(),
        notes: nfc(&attempt.notes),
        starred: attempt.starred,
    }
}
