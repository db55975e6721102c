//! Question packs: TOML that people write by hand. A pack's sound questions are used and every
//! fault of the others is told with its line, so that one slip does not cost sixty questions.
//! Not here: drawing questions (`model::deck`), the text of the built-in packs (`builtin`).

pub mod builtin;
mod draws_file;
pub mod follow_ups;
pub mod roles;
pub mod rubrics;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use toml::Spanned;
use toml::de::DeValue;

use crate::library::io::plain_files;
use crate::library::io::read::read_own_text;
use crate::library::io::toml_reader::{Faults, Table};
use crate::library::layout::FOLLOW_UPS_FILE;
use crate::model::fault::FileFault;
use crate::model::language::Bilingual;
use crate::model::principle::Principle;
use crate::model::question::{FollowUp, FollowUpKind, Pack, Question, Subject};

/// The format of packs that this version reads.
const FORMAT: i64 = 1;
/// Numbers of themes that a question may name.
const THEMES: std::ops::RangeInclusive<i64> = 1..=23;

/// Reads a pack; `path` is for the faults only.
///
/// A question with any fault is left out. `None` when the pack itself has one (syntax, `format`,
/// `id`, `title`) or no sound question; its questions are looked at all the same, so that
/// everything wrong is told at once. Unknown keys are passed over.
pub fn parse_pack(text: &str, path: &Path) -> (Option<Pack>, Vec<FileFault>) {
    let (pack, faults, _) = parse(text);
    (pack, faults.into_pack_faults(path))
}

/// Where each question's id stands, for the faults of ids that another pack has.
type Places = BTreeMap<String, usize>;

fn parse(text: &str) -> (Option<Pack>, Faults<'_>, Places) {
    let mut faults = Faults::new(text);
    let mut places = Places::new();
    let Some(document) = faults.document() else {
        return (None, faults, places);
    };
    let root = Table::of(&document);
    let format = faults.format(root, FORMAT);
    let id = faults.id(root, "id").map(|(_, id)| id.to_owned());
    let title = faults.bilingual(root, "title");
    let subject = subject(&mut faults, root).unwrap_or_default();
    let sources = match root.get("sources") {
        Some(value) => sources(&mut faults, value),
        None => Vec::new(),
    };
    let mut questions = Vec::new();
    let tables = faults.tables(root, "question");
    if tables.is_empty() {
        faults.add(root.at(), "no [[question]] in this file");
    }
    let pack = id.clone().unwrap_or_default();
    for table in tables {
        let before = faults.count();
        let question = question(&mut faults, table, (&pack, subject), &mut places);
        if faults.count() == before {
            questions.extend(question);
        }
    }
    let pack = match (format, id, title) {
        (true, Some(id), Some(title)) if !questions.is_empty() => Some(Pack {
            id,
            title,
            sources,
            questions,
        }),
        _ => None,
    };
    (pack, faults, places)
}

fn question(
    faults: &mut Faults<'_>,
    table: Table<'_>,
    (pack, of_pack): (&str, Subject),
    places: &mut Places,
) -> Option<Question> {
    let id = faults.id(table, "id");
    if let Some((at, id)) = id
        && places.insert(id.to_owned(), at).is_some()
    {
        faults.add(at, format!("a second question with the id {id:?}"));
    }
    let principles = match faults.required(table, "principles") {
        Some(value) => principles(faults, value),
        None => Vec::new(),
    };
    let themes = match table.get("themes") {
        Some(value) => themes(faults, value),
        None => Vec::new(),
    };
    let text = faults.bilingual(table, "text");
    let points = points(faults, table);
    let subject = subject(faults, table).unwrap_or(of_pack);
    let steps = faults.tables(table, "step");
    let mut follow_ups: Vec<FollowUp> = steps
        .into_iter()
        .filter_map(|table| {
            let kind = FollowUpKind::Step;
            said(faults, table, kind)
        })
        .collect();
    let tables = faults.tables(table, "follow_up");
    follow_ups.extend(
        tables
            .into_iter()
            .filter_map(|table| follow_up(faults, table)),
    );
    let (_, id) = id?;
    Some(Question {
        id: id.to_owned(),
        pack: pack.to_owned(),
        subject,
        principles,
        themes,
        text: text?,
        points,
        follow_ups,
    })
}

/// `subject`, which may be missing.
fn subject(faults: &mut Faults<'_>, table: Table<'_>) -> Option<Subject> {
    let value = table.get("subject")?;
    let id = faults.string_of(value, "subject")?;
    let subject = Subject::from_id(id);
    if subject.is_none() {
        let ids = Subject::ALL.map(Subject::id).join(", ");
        let detail = format!("`subject` is {id:?}, expected one of {ids}");
        faults.add(value.span().start, detail);
    }
    subject
}

fn sources(faults: &mut Faults<'_>, value: &Spanned<DeValue<'_>>) -> Vec<String> {
    let list = faults.list_of(value, "sources");
    let mut sources = Vec::new();
    for element in list {
        sources.extend(faults.string_of(element, "sources").map(str::to_owned));
    }
    sources
}

/// `points`, which may be missing.
fn points(faults: &mut Faults<'_>, table: Table<'_>) -> Vec<Bilingual> {
    let Some(value) = table.get("points") else {
        return Vec::new();
    };
    let list = faults.list_of(value, "points");
    let mut points = Vec::new();
    for element in list {
        points.extend(faults.bilingual_of(element, "points"));
    }
    points
}

fn principles(faults: &mut Faults<'_>, value: &Spanned<DeValue<'_>>) -> Vec<Principle> {
    let mut principles = Vec::new();
    for element in faults.list_of(value, "principles") {
        let Some(id) = faults.string_of(element, "principles") else {
            continue;
        };
        let at = element.span().start;
        match Principle::from_id(id) {
            None => faults.add(at, format!("there is no principle {id:?}")),
            Some(principle) if principles.contains(&principle) => {
                faults.add(at, format!("the principle {id:?} is named twice"));
            }
            Some(principle) => principles.push(principle),
        }
    }
    principles
}

fn themes(faults: &mut Faults<'_>, value: &Spanned<DeValue<'_>>) -> Vec<u8> {
    let mut themes = Vec::new();
    for element in faults.list_of(value, "themes") {
        let Some(number) = faults.integer_of(element, "themes") else {
            continue;
        };
        match u8::try_from(number) {
            Ok(theme) if THEMES.contains(&number) => themes.push(theme),
            _ => faults.add(
                element.span().start,
                format!("there is no theme {number}: they are numbered 1 to 23"),
            ),
        }
    }
    themes
}

/// A follow-up as packs and the list of general ones have it.
pub(crate) fn follow_up(faults: &mut Faults<'_>, table: Table<'_>) -> Option<FollowUp> {
    let kind = faults.string(table, "kind").and_then(|(at, id)| {
        // A step has a table of its own.
        let kind = FollowUpKind::from_id(id).filter(|kind| *kind != FollowUpKind::Step);
        if kind.is_none() {
            faults.add(at, format!("there is no kind of follow-up {id:?}"));
        }
        kind
    });
    // The words of one of an unknown kind are looked at all the same.
    let said = said(faults, table, kind.unwrap_or(FollowUpKind::Why));
    said.filter(|_| kind.is_some())
}

fn said(faults: &mut Faults<'_>, table: Table<'_>, kind: FollowUpKind) -> Option<FollowUp> {
    let text = faults.bilingual(table, "text");
    let points = points(faults, table);
    Some(FollowUp {
        kind,
        text: text?,
        points,
    })
}

/// Reads the built-in packs (name and text) and then every `*.toml` of a folder, by name.
///
/// A missing folder is no fault; a link is one, in place of the folder or of a file, because a pack
/// is to lie in the library with which it is kept. Of two packs with one id the later is left out; of two questions
/// with one id in different packs, the later question: old answers point to the first.
pub fn load_packs(built_in: &[(&str, &str)], user_dir: &Path) -> (Vec<Pack>, Vec<FileFault>) {
    Loaded::built_in(built_in).with_folder(user_dir)
}

/// Packs that were read, to which those of a folder can be added.
#[derive(Clone, Default)]
pub struct Loaded {
    packs: Vec<Pack>,
    faults: Vec<FileFault>,
    ids: BTreeSet<String>,
}

impl Loaded {
    /// The built-in packs: name and text.
    pub fn built_in(packs: &[(&str, &str)]) -> Self {
        let mut loaded = Self::default();
        for (name, text) in packs {
            loaded.add(Path::new(name), text);
        }
        loaded
    }

    /// These and the packs of a folder, as [`load_packs`] has them.
    pub fn with_folder(mut self, user_dir: &Path) -> (Vec<Pack>, Vec<FileFault>) {
        match plain_files::toml_files(user_dir) {
            Ok(files) => {
                // A list of follow-ups lies among them.
                let is_pack = |path: &std::path::PathBuf| {
                    let name = path.file_name();
                    !name.is_some_and(|name| name.eq_ignore_ascii_case(FOLLOW_UPS_FILE))
                };
                for path in files.into_iter().filter(is_pack) {
                    match plain_files::named_toml(&path).and_then(|()| read_own_text(&path)) {
                        Ok(text) => self.add(&path, &text),
                        Err(error) => self.fault(&path, None, error.to_string()),
                    }
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => self.fault(user_dir, None, error.to_string()),
        }
        (self.packs, self.faults)
    }

    fn add(&mut self, path: &Path, text: &str) {
        let (pack, mut faults, places) = parse(text);
        let mut sound = None;
        if let Some(mut pack) = pack {
            if self.packs.iter().any(|other| other.id == pack.id) {
                faults.add(0, format!("another pack has the id {:?}", pack.id));
            } else {
                pack.questions.retain(|question| {
                    let new = self.ids.insert(question.id.clone());
                    if !new {
                        let at = places.get(&question.id).copied().unwrap_or(0);
                        faults.add(at, format!("another pack has a question {:?}", question.id));
                    }
                    new
                });
                sound = (!pack.questions.is_empty()).then_some(pack);
            }
        }
        self.packs.extend(sound);
        self.faults.extend(faults.into_pack_faults(path));
    }

    fn fault(&mut self, path: &Path, line: Option<usize>, detail: String) {
        self.faults.push(FileFault::BrokenPack {
            path: path.to_path_buf(),
            line,
            detail,
        });
    }
}
