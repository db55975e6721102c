//! Saving over what is on disk now, whoever wrote it: the file is read again, and what others changed
//! since we read it stays. Not here: what is in a file, and which change counts (`Attempt::merge` and
//! the like).

use std::io;
use std::path::{Path, PathBuf};

use crate::library::io::read::{is_damage, read_own_text};
use crate::library::io::save::{self, SaveError};
use crate::library::io::versioned::{RenderError, refused};
use crate::library::open::LibraryError;

/// The text of a value, laid over the text that is there.
type Write<'a, T> = dyn Fn(&T, Option<&str>) -> Result<String, RenderError> + 'a;

/// How one kind of file is read, written and merged.
pub(crate) struct Format<'a, T> {
    /// `None` for a text that cannot be read as a whole.
    pub read: &'a dyn Fn(&str) -> Option<T>,
    /// What can be used of such a text; the value stands in for the rest.
    pub salvage: &'a dyn Fn(&str, &T) -> Option<T>,
    /// The text of a value, laid over the text that is there.
    pub write: &'a Write<'a, T>,
    /// Of base, ours and theirs; and whether both changed the same differently.
    pub merge: fn(&T, &T, &T) -> (T, bool),
    /// Moves what cannot be read out of the way, and says where to.
    pub set_aside: fn(&Path) -> Result<PathBuf, SaveError>,
}

/// A value to be saved.
pub(crate) struct Change<'a, T> {
    /// What it was made from; without it, it counts whatever is on disk.
    pub base: Option<&'a T>,
    /// The value.
    pub ours: &'a T,
}

/// What a save came to.
#[derive(Debug, PartialEq)]
pub struct Saved<T> {
    /// What is on disk now, where that is not what was asked for.
    pub merged: Option<T>,
    /// Where the words of somebody else are, if they clashed with ours or could not be read.
    pub theirs: Option<PathBuf>,
}

/// Saves a value over what is on disk. A file that would not differ is not written.
pub(crate) fn save<T: Clone + PartialEq>(
    path: &Path,
    change: &Change<'_, T>,
    format: &Format<'_, T>,
) -> Result<Saved<T>, LibraryError> {
    let Format { read, write, .. } = format;
    let refused = |error| refused(path, error);
    // As a file holds it, so that a difference is one of content.
    let fresh = write(change.ours, None).map_err(refused)?;
    let ours = read(&fresh).unwrap_or_else(|| change.ours.clone());
    let disk = match read_own_text(path) {
        Ok(text) => Some(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        // As good as empty: damaged, and set aside below.
        Err(error) if is_damage(&error) => Some(String::new()),
        Err(source) => {
            let path = path.to_path_buf();
            return Err(SaveError { path, source }.into());
        }
    };
    let Some(disk) = disk else {
        save::save(path, fresh.as_bytes())?;
        return Ok(Saved {
            merged: None,
            theirs: None,
        });
    };
    let whole = read(&disk);
    let stand_in = change.base.unwrap_or(&ours);
    let found = whole.clone().or_else(|| (format.salvage)(&disk, stand_in));
    let (merged, clash) = match (found, change.base) {
        (Some(theirs), Some(base)) => {
            let settled = write(base, None).ok().and_then(|text| read(&text));
            (format.merge)(settled.as_ref().unwrap_or(base), &ours, &theirs)
        }
        _ => (ours.clone(), false),
    };
    let text = write(&merged, Some(&disk));
    if whole.is_none() || matches!(text, Err(RenderError::Damaged)) {
        if let Err(error @ RenderError::Newer) = text {
            return Err(refused(error));
        }
        // What cannot be read is moved, and never written over. What of it is ours to keep comes along.
        let aside = (format.set_aside)(path)?;
        let mended = text.ok().filter(|text| read(text).is_some());
        save::save(path, mended.unwrap_or(fresh).as_bytes())?;
        return Ok(Saved {
            merged: (merged != ours).then_some(merged),
            theirs: Some(aside),
        });
    }
    let text = text.map_err(refused)?;
    let theirs = clash.then(|| keep_beside(path, &disk)).transpose()?;
    if text != disk {
        save::save(path, text.as_bytes())?;
    }
    Ok(Saved {
        merged: (merged != ours).then_some(merged),
        theirs,
    })
}

/// Writes the text of somebody else to a name beside the file, and says which.
fn keep_beside(path: &Path, text: &str) -> Result<PathBuf, SaveError> {
    let beside = free(path).map_err(|source| SaveError {
        path: path.to_path_buf(),
        source,
    })?;
    save::save(&beside, text.as_bytes())?;
    Ok(beside)
}

/// Copies of one name that are looked for.
const MOST_COPIES: u32 = 9_999;

/// A free name beside a file: `<name>.conflict-1.<ending>`.
pub(crate) fn free(path: &Path) -> io::Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let mut beside = (1..=MOST_COPIES)
        .map(|number| path.with_file_name(format!("{stem}.conflict-{number}.{ending}")));
    beside
        .find(|beside| !save::is_there(beside))
        .ok_or_else(|| io::ErrorKind::AlreadyExists.into())
}

/// Whether a file of this name holds the words of somebody else, kept beside ours.
pub(crate) fn is_kept_beside(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let number = stem.rsplit_once(".conflict-").map(|(_, number)| number);
    number.is_some_and(|number| number.parse::<u16>().is_ok())
}
