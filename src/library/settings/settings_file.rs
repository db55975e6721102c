//! `settings.toml`: what a person set, as they may also write it by hand.
//!
//! Every key may be missing. A value that cannot be used is told with its line and the default
//! stands in for it; a file that cannot be used at all gives the defaults. Such a file is never
//! overwritten: the first save after it renames it to `settings.toml.damaged-1` (`-2`, …), so that
//! what was typed can be looked at and mended. A save changes the values that differ; comments, order
//! and the keys of other versions stay.

mod values;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml_edit::DocumentMut;

use crate::library::io::read::{is_damage, read_text};
use crate::library::io::save::{self, SaveError};
use crate::library::io::toml_edits;
use crate::library::io::toml_reader::{Faults, Table};
use crate::library::layout::Layout;
use crate::library::open::LibraryError;
use crate::library::settings::settings_file::values::{read_from, write_into};
use crate::model::fault::FileFault;
use crate::model::settings::Settings;

/// Reads the settings. `None` when there is no file; otherwise such as can be used, and what was
/// wrong with the file.
pub fn load(path: &Path) -> (Option<Settings>, Vec<FileFault>) {
    let broken = |detail| FileFault::BrokenSettings {
        path: path.to_path_buf(),
        detail,
    };
    match read_text(path) {
        Ok(text) => {
            let (settings, faults) = parse(&text);
            let faults = faults
                .into_iter()
                .map(|(line, detail)| broken(format!("line {line}: {detail}")))
                .collect();
            (Some(settings), faults)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => (None, Vec::new()),
        Err(error) => (Some(Settings::default()), vec![broken(error.to_string())]),
    }
}

/// Whose folder the settings lie in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The program's own. This is the file.
    Program(PathBuf),
    /// That of a library which was named on the command line.
    Library(Layout),
}

impl Place {
    /// The file.
    pub fn path(&self) -> PathBuf {
        match self {
            Self::Program(path) => path.clone(),
            Self::Library(layout) => layout.settings_file(),
        }
    }

    /// Writes the settings over the file. The folder of a library is never made for their sake: a
    /// missing one usually is a drive that is not plugged in, and then this is `Missing`.
    pub fn save(&self, settings: &Settings) -> Result<(), LibraryError> {
        if let Self::Library(layout) = self {
            let root = layout.root();
            fs::read_dir(root).map_err(|source| LibraryError::Missing {
                path: root.to_path_buf(),
                source,
            })?;
        }
        Ok(save(&self.path(), settings)?)
    }

    /// Removes the temporary files that a crash left beside the settings. Not while another copy may
    /// be saving them.
    pub fn remove_leftovers(&self) {
        if let Some(folder) = real_path(&self.path()).parent() {
            save::remove_leftovers_in(folder);
        }
    }
}

/// Some people keep their settings elsewhere and a link here; the link stays.
fn real_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Writes the settings over the file, whose folder is made if need be.
pub fn save(path: &Path, settings: &Settings) -> Result<(), SaveError> {
    let path = &real_path(path);
    let failed = |source| SaveError {
        path: path.clone(),
        source,
    };
    // Into an empty file every value is written, and into one with faults: there, a default may stand in
    // for what was written.
    let mut before = None;
    let mut document = DocumentMut::new();
    let mut former = String::new();
    match read_text(path) {
        Ok(text) => {
            former = text;
            let (settings, faults) = parse(&former);
            match former.parse() {
                Ok(found) if faults.is_empty() => {
                    document = found;
                    before = (!former.trim().is_empty()).then_some(settings);
                }
                found => {
                    save::set_aside(path)?;
                    document = found.unwrap_or_default();
                }
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                save::ensure_folders(folder).map_err(failed)?;
            }
        }
        Err(error) if is_damage(&error) => {
            save::set_aside(path)?;
        }
        Err(error) => return Err(failed(error)),
    }
    write_into(&mut document, before.as_ref(), settings);
    let text = toml_edits::text(&document, &former);
    save::save(path, text.as_bytes())
}

/// Settings of a text, and lines and reasons of what was wrong with it.
pub fn parse(text: &str) -> (Settings, Vec<(usize, String)>) {
    let mut faults = Faults::new(text);
    let settings = match faults.document() {
        Some(document) => {
            let settings = read_from(Table::of(&document), &mut faults);
            // What cannot be held cannot be written back: a number of more than 64 bits, say, in a
            // key that is not ours.
            if faults.count() == 0
                && let Err(error) = text.parse::<toml::Table>()
            {
                let at = error.span().map_or(0, |span| span.start);
                faults.add(at, error.message());
            }
            settings
        }
        None => Settings::default(),
    };
    (settings, faults.into_list())
}
