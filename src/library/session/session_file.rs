//! `sessions/<id>.json`, format 1: what a session looks like on disk, and the way from and to it.
//!
//! These types are a file format and a promise, apart from the model: a changed field needs a new
//! format number, a migration and a fixture. What another version added survives a rewrite, as in
//! `attempt_file`. Not here: finding and saving the files (`sessions`).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::library::attempt::attempt_file::{QuestionFile, TextFile};
use crate::library::attempt::attempt_parts;
use crate::library::attempt::attempt_parts::elements;
use crate::library::io::json_location::FieldError;
use crate::library::io::timestamp;
use crate::library::io::versioned::{self, RenderError};
use crate::model::attempt::AttemptId;
use crate::model::language::LanguagePlan;
use crate::model::question::{FollowUpKind, Subject};
use crate::model::session::SessionId;
use crate::model::session::panel::{Asks, Interviewer};
use crate::model::session::record::{Asked, AskedFollowUp, Session, Status};
use crate::model::session::shape::{Format, Shape};

/// The format that this version writes. Files of later formats are shown but never rewritten.
pub const FORMAT: u64 = 1;

#[derive(Serialize, Deserialize)]
struct SessionFile {
    format: u64,
    id: String,
    created: String,
    #[serde(default)]
    app_version: String,
    interview: InterviewFile,
    #[serde(default)]
    role: Option<String>,
    plan: LanguagePlan,
    seed: u64,
    state: StateFile,
    /// Who asks now, from 1; on a break, who asked before it.
    current: u8,
    /// Whether the break after that interviewer is on, also of a session that waits.
    #[serde(default)]
    on_break: bool,
    interviewers: Vec<InterviewerFile>,
    #[serde(default)]
    asked: Vec<AskedFile>,
}

#[derive(Serialize, Deserialize)]
struct InterviewFile {
    kind: String,
    interviewers: u8,
    minutes: u8,
    break_minutes: u8,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StateFile {
    Running,
    Paused,
    Break,
    Left,
    Over,
}

#[derive(Serialize, Deserialize)]
struct InterviewerFile {
    /// Either principles or a subject.
    #[serde(default)]
    principles: Option<Vec<Value>>,
    #[serde(default)]
    subject: Option<String>,
    secs: u32,
    #[serde(default)]
    used_secs: f64,
    #[serde(default)]
    break_used_secs: f64,
}

#[derive(Serialize, Deserialize)]
struct AskedFile {
    interviewer: u8,
    question: QuestionFile,
    #[serde(default)]
    follow_up: Option<FollowUpFile>,
    #[serde(default)]
    general: bool,
    #[serde(default)]
    sudden: bool,
    #[serde(default)]
    asked_secs: f64,
    #[serde(default)]
    answered_secs: Option<f64>,
    #[serde(default)]
    attempt: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct FollowUpFile {
    kind: String,
    depth: u8,
    text: TextFile,
}

/// Reads a session. The error says where and what: `line 12, column 7, interviewers[0].secs: …`.
pub fn parse(text: &str) -> Result<Session, String> {
    versioned::parse(text, FORMAT, |file: &SessionFile| file.format, to_model)
}

/// The text of a session's file, laid over the text that is there now, if any. The error says why
/// that must not be replaced.
pub fn render(session: &Session, disk: Option<&str>) -> Result<String, RenderError> {
    if session.read_only {
        return Err(RenderError::Newer);
    }
    let new = serde_json::to_value(from_model(session)).map_err(RenderError::Json)?;
    versioned::text(versioned::on_disk(disk, FORMAT)?, new)
}

fn secs(field: &str, value: f64) -> Result<f64, FieldError> {
    if value >= 0.0 && value.is_finite() {
        Ok(value)
    } else {
        Err(FieldError::new(field, "no time in seconds"))
    }
}

fn to_model(file: SessionFile) -> Result<Session, FieldError> {
    if file.format == 0 {
        return Err(FieldError::new("format", "there is no format 0"));
    }
    let id = SessionId::parse(&file.id)
        .ok_or_else(|| FieldError::new("id", "no name that a session could have"))?;
    let begun =
        timestamp::parse(&file.created).map_err(|reason| FieldError::new("created", reason))?;
    let format = Format::from_id(&file.interview.kind)
        .ok_or_else(|| FieldError::new("interview.kind", "there is no such format"))?;
    let shape = Shape {
        format,
        interviewers: file.interview.interviewers,
        minutes: file.interview.minutes,
        break_minutes: file.interview.break_minutes,
    };
    let count = file.interviewers.len();
    let is_one = |number: u8| (1..=count).contains(&usize::from(number));
    if !is_one(file.current) {
        return Err(FieldError::new("current", "there is no such interviewer"));
    }
    let mut interviewers = Vec::with_capacity(count);
    for (index, each) in file.interviewers.into_iter().enumerate() {
        interviewers.push(interviewer(&format!("interviewers[{index}]"), each)?);
    }
    let mut asked = Vec::with_capacity(file.asked.len());
    for (index, each) in file.asked.into_iter().enumerate() {
        let at = format!("asked[{index}]");
        if !is_one(each.interviewer) {
            let field = format!("{at}.interviewer");
            return Err(FieldError::new(&field, "there is no such interviewer"));
        }
        asked.push(asked_of(&at, each)?);
    }
    Ok(Session {
        id,
        begun,
        app_version: file.app_version,
        shape,
        role: file.role,
        plan: file.plan,
        seed: file.seed,
        interviewers,
        asked,
        at: file.current,
        on_break: file.on_break || matches!(file.state, StateFile::Break),
        status: match file.state {
            StateFile::Running | StateFile::Break => Status::Running,
            StateFile::Paused => Status::Paused,
            StateFile::Left => Status::Left,
            StateFile::Over => Status::Over,
        },
        read_only: file.format > FORMAT,
    })
}

fn interviewer(at: &str, file: InterviewerFile) -> Result<Interviewer, FieldError> {
    let asks = match (file.principles, file.subject) {
        (_, Some(id)) => Asks::Subject(Subject::from_id(&id).ok_or_else(|| {
            FieldError::new(&format!("{at}.subject"), "there is no such subject")
        })?),
        (Some(ids), None) => {
            let list = format!("{at}.principles");
            Asks::Principles(elements(&list, &ids, attempt_parts::principle)?)
        }
        (None, None) => return Err(FieldError::new(at, "neither principles nor a subject")),
    };
    Ok(Interviewer {
        asks,
        secs: file.secs,
        used_secs: secs(&format!("{at}.used_secs"), file.used_secs)?,
        break_used_secs: secs(&format!("{at}.break_used_secs"), file.break_used_secs)?,
    })
}

fn asked_of(at: &str, file: AskedFile) -> Result<Asked, FieldError> {
    let follow_up = match file.follow_up {
        None => None,
        Some(of) => {
            let kind = FollowUpKind::from_id(&of.kind).ok_or_else(|| {
                FieldError::new(
                    &format!("{at}.follow_up.kind"),
                    "there is no such follow-up",
                )
            })?;
            if of.depth == 0 {
                return Err(FieldError::new(
                    &format!("{at}.follow_up.depth"),
                    "counted from 1",
                ));
            }
            Some(AskedFollowUp {
                kind,
                depth: of.depth,
                text: of.text.into(),
            })
        }
    };
    let attempt = match file.attempt {
        None => None,
        Some(name) => Some(AttemptId::parse(&name).ok_or_else(|| {
            FieldError::new(&format!("{at}.attempt"), "no name that a folder could have")
        })?),
    };
    let answered_secs = file.answered_secs;
    Ok(Asked {
        interviewer: file.interviewer,
        question: file.question.into_model(&format!("{at}.question"))?,
        follow_up,
        general: file.general,
        sudden: file.sudden,
        asked_secs: secs(&format!("{at}.asked_secs"), file.asked_secs)?,
        answered_secs: answered_secs
            .map(|value| secs(&format!("{at}.answered_secs"), value))
            .transpose()?,
        attempt,
    })
}

fn from_model(session: &Session) -> SessionFile {
    let shape = session.shape;
    SessionFile {
        format: FORMAT,
        id: session.id.to_string(),
        created: timestamp::format(&session.begun),
        app_version: session.app_version.clone(),
        interview: InterviewFile {
            kind: shape.format.id().to_owned(),
            interviewers: shape.interviewers,
            minutes: shape.minutes,
            break_minutes: shape.break_minutes,
        },
        role: session.role.clone(),
        plan: session.plan,
        seed: session.seed,
        state: match (session.status, session.on_break) {
            (Status::Running, true) => StateFile::Break,
            (Status::Running, false) => StateFile::Running,
            (Status::Paused, _) => StateFile::Paused,
            (Status::Left, _) => StateFile::Left,
            (Status::Over, _) => StateFile::Over,
        },
        current: session.at,
        on_break: session.on_break,
        interviewers: session.interviewers.iter().map(interviewer_file).collect(),
        asked: session.asked.iter().map(asked_file).collect(),
    }
}

/// Hundredths: more than a clock tells, and short to read.
fn hundredths(secs: f64) -> f64 {
    (secs * 100.0).round() / 100.0
}

fn interviewer_file(interviewer: &Interviewer) -> InterviewerFile {
    let (principles, subject) = match &interviewer.asks {
        Asks::Principles(principles) => {
            let each = principles.iter().copied();
            (
                Some(each.map(attempt_parts::principle_value).collect()),
                None,
            )
        }
        Asks::Subject(subject) => (None, Some(subject.id().to_owned())),
    };
    InterviewerFile {
        principles,
        subject,
        secs: interviewer.secs,
        used_secs: hundredths(interviewer.used_secs),
        break_used_secs: hundredths(interviewer.break_used_secs),
    }
}

fn asked_file(asked: &Asked) -> AskedFile {
    AskedFile {
        interviewer: asked.interviewer,
        question: (&asked.question).into(),
        follow_up: asked.follow_up.as_ref().map(|of| FollowUpFile {
            kind: of.kind.id().to_owned(),
            depth: of.depth,
            text: (&of.text).into(),
        }),
        general: asked.general,
        sudden: asked.sudden,
        asked_secs: hundredths(asked.asked_secs),
        answered_secs: asked.answered_secs.map(hundredths),
        attempt: asked.attempt.as_ref().map(ToString::to_string),
    }
}
