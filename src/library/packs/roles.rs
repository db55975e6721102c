//! Files of roles: TOML that people write by hand. A role is used whole or not at all, and every
//! fault is told with its line. Not here: drawing by weight (`model::role`, `model::deck`), the text
//! of the built-in roles (`builtin`).

use std::io;
use std::path::{Path, PathBuf};

use crate::library::io::plain_files;
use crate::library::io::read::read_own_text;
use crate::library::io::save;
use crate::library::io::toml_reader::{Faults, Table};
use crate::library::layout::Layout;
use crate::library::open::{Library, LibraryError};
use crate::library::packs::builtin;
use crate::model::fault::FileFault;
use crate::model::principle::Principle;
use crate::model::role::{MOST_WEIGHT, Role};

/// The format of roles that this version reads.
const FORMAT: i64 = 1;

/// Reads a role; `path` is for the faults only, of which all are told. Unknown keys are passed over.
pub fn parse_role(text: &str, path: &Path) -> Result<Role, Vec<FileFault>> {
    let mut faults = Faults::new(text);
    let role = role(&mut faults);
    match role {
        Some(role) if faults.count() == 0 => Ok(role),
        _ => Err(faults.into_role_faults(path)),
    }
}

fn role(faults: &mut Faults<'_>) -> Option<Role> {
    let document = faults.document()?;
    let root = Table::of(&document);
    faults.format(root, FORMAT);
    let id = faults.id(root, "id").map(|(_, id)| id.to_owned());
    let name = faults.bilingual(root, "name");
    let reason = faults.bilingual(root, "reason");
    let table = faults.table(root, "weights")?;
    let weights = weights(faults, table);
    if faults.count() == 0 && weights.is_empty() {
        faults.add(table.at(), "no principle has a weight above 0");
    }
    Some(Role {
        id: id?,
        name: name?,
        reason: reason?,
        weights,
    })
}

/// The weights above 0, in the customary order of the principles.
fn weights(faults: &mut Faults<'_>, table: Table<'_>) -> Vec<(Principle, u8)> {
    let mut weights = Vec::new();
    for (at, id, value) in table.entries() {
        let Some(principle) = Principle::from_id(id) else {
            faults.add(at, format!("there is no principle {id:?}"));
            continue;
        };
        let Some(number) = faults.integer_of(value, id) else {
            continue;
        };
        match u8::try_from(number) {
            Ok(0) => {}
            Ok(weight) if weight <= MOST_WEIGHT => weights.push((principle, weight)),
            _ => faults.add(
                value.span().start,
                format!("a weight of {number}: they go from 0 to {MOST_WEIGHT}"),
            ),
        }
    }
    weights.sort_by_key(|(principle, _)| *principle);
    weights
}

/// Reads the built-in roles (name and text) and then every `*.toml` of a folder, by name.
///
/// A missing folder is no fault; a link is one, in place of the folder or of a file. An own role with
/// the id of a built-in one stands in its place; of two own ones with one id the later is left out.
pub fn load_roles(built_in: &[(&str, &str)], user_dir: &Path) -> (Vec<Role>, Vec<FileFault>) {
    let mut roles = Vec::new();
    let mut faults = Vec::new();
    for (name, text) in built_in {
        match parse_role(text, Path::new(name)) {
            Ok(role) => roles.push(role),
            Err(found) => faults.extend(found),
        }
    }
    let fault = |path: &Path, detail: String| FileFault::BrokenRole {
        path: path.to_path_buf(),
        line: None,
        detail,
    };
    let files = match plain_files::toml_files(user_dir) {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            faults.push(fault(user_dir, error.to_string()));
            Vec::new()
        }
    };
    let mut own_ids: Vec<String> = Vec::new();
    for path in files {
        let text = match plain_files::named_toml(&path).and_then(|()| read_own_text(&path)) {
            Ok(text) => text,
            Err(error) => {
                faults.push(fault(&path, error.to_string()));
                continue;
            }
        };
        match parse_role(&text, &path) {
            Err(found) => faults.extend(found),
            Ok(role) if own_ids.contains(&role.id) => {
                faults.push(fault(
                    &path,
                    format!("another role has the id {:?}", role.id),
                ));
            }
            Ok(role) => {
                own_ids.push(role.id.clone());
                match roles.iter_mut().find(|other| other.id == role.id) {
                    Some(built_in) => *built_in = role,
                    None => roles.push(role),
                }
            }
        }
    }
    (roles, faults)
}

/// Puts a copy of a built-in role into the library, as a file to be edited, and tells what is to be
/// shown: the file, or the folder for a role that is the person's own. A file that is there already
/// is left as it is. Errors: of the library, and of the save.
pub fn make_own(library: &Library, id: &str) -> Result<PathBuf, LibraryError> {
    let folder = library.layout().roles();
    let name = format!("{id}.toml");
    let Some((_, text)) = builtin::ROLES.iter().find(|(file, _)| *file == name) else {
        return Ok(folder);
    };
    let path = folder.join(name);
    if path.symlink_metadata().is_err() {
        library.writable()?;
        save::save(&path, text.as_bytes())?;
    }
    Ok(path)
}

/// The roles of a library and the built-in ones; those alone before one is open.
pub fn load_all(layout: Option<&Layout>) -> (Vec<Role>, Vec<FileFault>) {
    let folder = layout.map_or_else(PathBuf::new, Layout::roles);
    load_roles(builtin::ROLES, &folder)
}
