//! General follow-ups: those that fit any answer, in a list of their own. Ours is built in; a library
//! may add to it with a file beside its packs. Not here: follow-ups of one question (`packs`), and
//! which of them is asked next (`model::chain`).

use std::io;
use std::path::Path;

use crate::library::io::plain_files;
use crate::library::io::read::read_own_text;
use crate::library::io::toml_reader::{Faults, Table};
pub use crate::library::layout::FOLLOW_UPS_FILE as FILE;
use crate::library::packs;
use crate::model::fault::FileFault;
use crate::model::question::FollowUp;

/// The format of lists that this version reads.
const FORMAT: i64 = 1;

/// Reads a list; `path` is for the faults only. A follow-up with a fault is left out, and so are all
/// of a list whose syntax or `format` is not understood.
pub fn parse_follow_ups(text: &str, path: &Path) -> (Vec<FollowUp>, Vec<FileFault>) {
    let mut faults = Faults::new(text);
    let found = parse(&mut faults);
    (found, faults.into_pack_faults(path))
}

fn parse(faults: &mut Faults<'_>) -> Vec<FollowUp> {
    let Some(document) = faults.document() else {
        return Vec::new();
    };
    let root = Table::of(&document);
    let known = faults.format(root, FORMAT);
    let tables = faults.tables(root, "follow_up");
    if tables.is_empty() {
        faults.add(root.at(), "no [[follow_up]] in this file");
    }
    let mut found: Vec<FollowUp> = Vec::new();
    for table in tables {
        let Some(follow_up) = packs::follow_up(faults, table) else {
            continue;
        };
        if found.iter().any(|other| other.text.ko == follow_up.text.ko) {
            faults.add(table.at(), "this follow-up stands here twice");
        } else {
            found.push(follow_up);
        }
    }
    if known { found } else { Vec::new() }
}

/// Reads the built-in list and what the library adds to it; that there is no such file is no fault,
/// and a link in place of the folder is told with its packs. What the built-in list says already is
/// passed over.
pub fn load_follow_ups(built_in: &str, user_dir: &Path) -> (Vec<FollowUp>, Vec<FileFault>) {
    let (mut all, mut faults) = parse_follow_ups(built_in, Path::new(FILE));
    let path = user_dir.join(FILE);
    match plain_files::folder(user_dir).map(|()| read_own_text(&path)) {
        Ok(Ok(text)) => {
            let (own, own_faults) = parse_follow_ups(&text, &path);
            let is_new = |it: &FollowUp| all.iter().all(|known| known.text.ko != it.text.ko);
            let new: Vec<FollowUp> = own.into_iter().filter(is_new).collect();
            all.extend(new);
            faults.extend(own_faults);
        }
        Ok(Err(error)) if error.kind() != io::ErrorKind::NotFound => {
            faults.push(FileFault::BrokenPack {
                path,
                line: None,
                detail: error.to_string(),
            });
        }
        Ok(Err(_)) | Err(_) => {}
    }
    (all, faults)
}
