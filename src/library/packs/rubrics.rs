//! The rubric's file. There is one, built in; so any fault refuses the whole of it.
//! Not here: which of its lines apply to an attempt (`model::rubric`).

use std::collections::BTreeSet;
use std::path::Path;

use crate::library::io::toml_reader::{Faults, Table};
use crate::model::fault::FileFault;
use crate::model::language::Bilingual;
use crate::model::rubric::{LineWhen, Rubric, RubricLine};

/// The format of rubrics that this version reads.
const FORMAT: i64 = 1;
/// When a line may be asked.
const WHEN: &str = "always, after-switch, story, about-story, no-story, knowledge, talk";

/// Reads a rubric; `path` is for the faults only, of which all are told.
pub fn parse_rubric(text: &str, path: &Path) -> Result<Rubric, Vec<FileFault>> {
    let mut faults = Faults::new(text);
    let rubric = rubric(&mut faults);
    match rubric {
        Some(rubric) if faults.count() == 0 => Ok(rubric),
        _ => Err(faults.into_pack_faults(path)),
    }
}

fn rubric(faults: &mut Faults<'_>) -> Option<Rubric> {
    let document = faults.document()?;
    let root = Table::of(&document);
    faults.format(root, FORMAT);
    faults.id(root, "id");
    let tables = faults.tables(root, "line");
    if tables.is_empty() {
        faults.add(root.at(), "no [[line]] in this file");
    }
    let mut ids = BTreeSet::new();
    let lines = tables
        .into_iter()
        .filter_map(|table| line(faults, table, &mut ids))
        .collect();
    Some(Rubric { lines })
}

fn line(
    faults: &mut Faults<'_>,
    table: Table<'_>,
    ids: &mut BTreeSet<String>,
) -> Option<RubricLine> {
    let id = faults.id(table, "id");
    if let Some((at, id)) = id
        && !ids.insert(id.to_owned())
    {
        faults.add(at, format!("a second line with the id {id:?}"));
    }
    let when = faults
        .string(table, "when")
        .and_then(|(at, when)| match when {
            "always" => Some(LineWhen::Always),
            "after-switch" => Some(LineWhen::AfterSwitch),
            "story" => Some(LineWhen::Story),
            "about-story" => Some(LineWhen::AboutStory),
            "no-story" => Some(LineWhen::NoStory),
            "knowledge" => Some(LineWhen::Knowledge),
            "talk" => Some(LineWhen::Talk),
            other => {
                faults.add(at, format!("`when` is {other:?}, expected one of {WHEN}"));
                None
            }
        });
    let name = faults.bilingual(table, "name");
    let anchors = anchors(faults, table);
    let (_, id) = id?;
    Some(RubricLine {
        id: id.to_owned(),
        when: when?,
        name: name?,
        anchors: anchors?,
    })
}

fn anchors(faults: &mut Faults<'_>, table: Table<'_>) -> Option<[Bilingual; 5]> {
    let value = faults.required(table, "anchors")?;
    let list = faults.list_of(value, "anchors");
    let texts: Vec<Bilingual> = list
        .iter()
        .filter_map(|anchor| faults.bilingual_of(anchor, "anchors"))
        .collect();
    if list.len() != 5 {
        let detail = format!("{} anchors, expected one for each score 1 to 5", list.len());
        faults.add(value.span().start, detail);
    }
    texts.try_into().ok()
}
