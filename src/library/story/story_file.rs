//! The format of a story: Markdown below TOML between two lines of `+++`. What is not known here is
//! kept to the byte: a rewrite replaces only what has changed. Not here: which files there are
//! (`stories`).

mod body;
mod front;

use crate::library::io::toml_reader::Faults;
pub use crate::library::io::versioned::RenderError;
use crate::model::language::Language;
use crate::model::star::StarPart;
use crate::model::story::{Story, StoryId};

use body::Body;
use front::{FORMAT, Front};

/// What stands above and below the front matter.
const FENCE: &str = "+++";
/// What some editors put before everything.
const BOM: &str = "\u{feff}";

/// A file cut into its three pieces: up to and with the first fence, the front matter, the rest from
/// the line of the second fence on.
struct Pieces<'t> {
    head: &'t str,
    front: &'t str,
    fence: &'t str,
    body: &'t str,
}

fn cut(text: &str) -> Option<Pieces<'_>> {
    let bom = if text.starts_with(BOM) { BOM.len() } else { 0 };
    let (_, rest) = text.split_at_checked(bom)?;
    let mut at = bom;
    let mut from = None;
    for line in rest.split_inclusive('\n') {
        let is_fence = line.trim_end() == FENCE;
        let end = at + line.len();
        match from {
            None if is_fence => from = Some(end),
            None => return None,
            Some(from) if is_fence => {
                return Some(Pieces {
                    head: text.get(..from)?,
                    front: text.get(from..at)?,
                    fence: text.get(at..end)?,
                    body: text.get(end..)?,
                });
            }
            Some(_) => {}
        }
        at = end;
    }
    None
}

/// Reads a story. Errors: lines, from 1, and reasons.
pub fn parse(id: &StoryId, text: &str) -> Result<Story, Vec<(usize, String)>> {
    let Some(pieces) = cut(text) else {
        let detail = format!("the front matter is missing: it stands between two lines of {FENCE}");
        return Err(vec![(1, detail)]);
    };
    let before = pieces.head.matches('\n').count();
    let mut faults = Faults::new(pieces.front);
    let Some(front) = Front::read(&mut faults) else {
        let lines = faults.into_list().into_iter();
        return Err(lines.map(|(line, why)| (line + before, why)).collect());
    };
    let body = Body::read(pieces.body);
    let mut story = Story::new(id.clone(), front.title);
    story.principles = front.principles;
    story.tags = front.tags;
    story.numbers = front.numbers;
    story.captured = front.captured;
    story.read_only = front.format > FORMAT;
    story.notes = body.notes();
    for language in [Language::Korean, Language::English] {
        for part in StarPart::ALL {
            *story.text_mut(language).part_mut(part) = body.part((language, part));
        }
    }
    Ok(story.settled())
}

/// The text of a story. With the text that is on disk, only what differs from it is replaced; a story
/// that does not differ gives the same text.
pub fn render(story: &Story, disk: Option<&str>) -> Result<String, RenderError> {
    let story = story.settled();
    let empty = format!("{FENCE}\nformat = {FORMAT}\ntitle = \"\"\n{FENCE}\n");
    let disk = disk.unwrap_or(&empty);
    let before = parse(&story.id, disk).map_err(|_| RenderError::Damaged)?;
    if before.read_only {
        return Err(RenderError::Newer);
    }
    let pieces = cut(disk).ok_or(RenderError::Damaged)?;
    let line_end = if pieces.head.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let front = front::rewrite(pieces.front, &before, &story, line_end);
    let body = body::rewrite(pieces.body, &before, &story, line_end);
    let fence = if body.is_empty() || pieces.fence.ends_with('\n') {
        pieces.fence.to_owned()
    } else {
        format!("{}{line_end}", pieces.fence)
    };
    let text = format!("{}{front}{fence}{body}", pieces.head);
    let mut back = parse(&story.id, &text).map_err(|_| RenderError::Unfit)?;
    back.read_only = story.read_only;
    if back == story {
        Ok(text)
    } else {
        Err(RenderError::Unfit)
    }
}
