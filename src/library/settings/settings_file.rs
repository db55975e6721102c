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
use std::sync::{Mutex, MutexGuard, PoisonError};

use toml_edit::DocumentMut;

use crate::library::io::read::read_text;
use crate::library::io::save::{self, SaveError};
use crate::library::io::three_way::{self, Change, Format, Saved};
use crate::library::io::toml_edits;
use crate::library::io::toml_reader::{Faults, Table};
use crate::library::io::versioned::RenderError;
use crate::library::layout::Layout;
use crate::library::open::LibraryError;
use crate::library::settings::settings_file::values::{read_from, write_into};
use crate::model::fault::FileFault;
use crate::model::settings::Settings;

/// Reads the settings. `None` when there is no file; otherwise such as can be used, and what was
/// wrong with the file.
pub fn load(path: &Path) -> (Option<Settings>, Vec<FileFault>) {
    let broken = |detail, others_used| FileFault::BrokenSettings {
        path: path.to_path_buf(),
        detail,
        others_used,
    };
    match read_text(path) {
        Ok(text) => {
            let (settings, faults) = parse(&text);
            let readable = Faults::new(&text).document().is_some();
            let faults = faults
                .into_iter()
                .map(|(line, detail)| broken(format!("line {line}: {detail}"), readable))
                .collect();
            (Some(settings), faults)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => (None, Vec::new()),
        Err(error) => (
            Some(Settings::default()),
            vec![broken(error.to_string(), false)],
        ),
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

    /// Writes the settings over the file, whatever is in it. The folder of a library is never made for
    /// their sake: a missing one usually is a drive that is not plugged in, and then this is `Missing`.
    pub fn save(&self, settings: &Settings) -> Result<(), LibraryError> {
        self.ready()?;
        save(&self.path(), settings)
    }

    fn ready(&self) -> Result<(), LibraryError> {
        if let Self::Library(layout) = self {
            let root = layout.root();
            fs::read_dir(root).map_err(|source| LibraryError::Missing {
                path: root.to_path_buf(),
                source,
            })?;
        }
        Ok(())
    }

    /// Removes the temporary files that a crash left beside the settings. Not while another copy may
    /// be saving them.
    pub fn remove_leftovers(&self) {
        if let Some(folder) = real_path(&self.path()).parent() {
            save::remove_leftovers_in(folder);
        }
    }
}

/// The settings of a run: their file, and what the window knows of it.
#[derive(Debug)]
pub struct SettingsFile {
    place: Place,
    /// As they were read, or last written.
    known: Mutex<Option<Settings>>,
}

impl SettingsFile {
    /// The file, and what was read from it, if it was there.
    pub fn new(place: Place, known: Option<Settings>) -> Self {
        let known = Mutex::new(known);
        Self { place, known }
    }

    /// Writes the settings. What others changed in the file since it was read stays. Errors as of
    /// [`Place::save`].
    pub fn save(&self, settings: &Settings) -> Result<Saved<Settings>, LibraryError> {
        self.place.ready()?;
        let base = self.known().clone();
        let change = Change {
            base: base.as_ref(),
            ours: settings,
        };
        let saved = merge(&self.place.path(), &change)?;
        self.took_in(settings.clone());
        Ok(saved)
    }

    /// The window has these: what it saves next is made of them.
    pub fn took_in(&self, settings: Settings) {
        *self.known() = Some(settings);
    }

    fn known(&self) -> MutexGuard<'_, Option<Settings>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Removes what a crash left beside the file, see [`Place::remove_leftovers`].
    pub fn remove_leftovers(&self) {
        self.place.remove_leftovers();
    }
}

/// Some people keep their settings elsewhere and a link here; the link stays.
fn real_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Writes the settings over the file, whose folder is made if need be.
pub fn save(path: &Path, settings: &Settings) -> Result<(), LibraryError> {
    let change = Change {
        base: None,
        ours: settings,
    };
    merge(path, &change).map(|_| ())
}

fn merge(path: &Path, change: &Change<'_, Settings>) -> Result<Saved<Settings>, LibraryError> {
    let path = real_path(path);
    if let Some(folder) = path.parent() {
        save::ensure_folders(folder).map_err(|source| SaveError {
            path: path.clone(),
            source,
        })?;
    }
    let sound = |text: &str| {
        let (settings, faults) = parse(text);
        faults.is_empty().then_some(settings)
    };
    let format = Format {
        read: &sound,
        salvage: &|text, stand_in| {
            let mut faults = Faults::new(text);
            let document = faults.document()?;
            Some(read_from(Table::of(&document), &mut faults, Some(stand_in)))
        },
        write: &|settings, disk| {
            let text = disk.unwrap_or_default();
            let mut document: DocumentMut = text.parse().map_err(|_| RenderError::Damaged)?;
            // Into an empty file every value is written, and into one with faults: there, a default may
            // stand in for what was written.
            let before = sound(text).filter(|_| !text.trim().is_empty());
            write_into(&mut document, before.as_ref(), settings);
            Ok(toml_edits::text(&document, text))
        },
        merge: Settings::merge,
        set_aside: save::set_aside,
    };
    three_way::save(&path, change, &format)
}

/// Settings of a text, and lines and reasons of what was wrong with it.
pub fn parse(text: &str) -> (Settings, Vec<(usize, String)>) {
    let mut faults = Faults::new(text);
    let settings = match faults.document() {
        Some(document) => {
            let settings = read_from(Table::of(&document), &mut faults, None);
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
