//! Reading and saving sessions. A broken file hides only itself and is told of; nothing is followed
//! out of the library. Not here: what a file looks like (`session_file`).

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::library::io::plain_files;
use crate::library::io::read::read_own_text;
use crate::library::io::save::{self, SaveError};
use crate::library::io::sync_copy::original_of;
use crate::library::io::three_way::{self, Change, Format, Saved};
use crate::library::open::{Library, LibraryError};
use crate::library::session::session_file;
use crate::model::fault::FileFault;
use crate::model::session::SessionId;
use crate::model::session::record::Session;

/// How the files end.
const ENDING: &str = ".json";

impl Library {
    /// All sessions, newest first, and what could not be read, by path.
    pub fn sessions(&self) -> (Vec<Arc<Session>>, Vec<FileFault>) {
        let folder = self.layout().sessions();
        let broken = |path: &Path, detail: String| -> FileFault {
            let path = path.to_path_buf();
            LibraryError::BrokenSession { path, detail }.into()
        };
        let mut sessions = Vec::new();
        let mut faults = Vec::new();
        if plain_files::folder(&folder)
            .is_err_and(|error| error.kind() == io::ErrorKind::InvalidInput)
        {
            return (
                sessions,
                vec![broken(&folder, plain_files::LINK.to_owned())],
            );
        }
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            // A library that can only be read may have none.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return (sessions, faults),
            Err(error) => return (sessions, vec![broken(&folder, error.to_string())]),
        };
        for entry in entries {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    faults.push(broken(&folder, error.to_string()));
                    continue;
                }
            };
            let name = entry.file_name().to_string_lossy().into_owned();
            // Files of the system and of sync tools lie about in folders; they are not ours.
            if original_of(&name, |name| folder.join(name).exists()).is_some()
                || three_way::is_kept_beside(&name)
            {
                continue;
            }
            let Some(stem) = name.strip_suffix(ENDING).filter(|it| !it.starts_with('.')) else {
                continue;
            };
            match read(&entry.path(), stem) {
                Ok(mut session) => {
                    session.read_only |= self.is_newer();
                    let session = Arc::new(session);
                    self.known_sessions.add(session.id.clone(), session.clone());
                    sessions.push(session);
                }
                Err(detail) => faults.push(broken(&entry.path(), detail)),
            }
        }
        sessions.sort_unstable_by(|a, b| a.newest_first(b));
        faults.sort_by_cached_key(|fault| format!("{fault:?}"));
        (sessions, faults)
    }

    /// Writes a session's file. What others changed in it since it was read stays, and so does what this
    /// version does not know; a file damaged since is set aside as `….json.damaged-N` first.
    pub fn save_session(&self, session: &Session) -> Result<Saved<Session>, LibraryError> {
        self.writable()?;
        let id = &session.id;
        let path = self.layout().session_file(id);
        save::ensure_folder(&self.layout().sessions()).map_err(|source| SaveError {
            path: path.clone(),
            source,
        })?;
        let format = Format {
            read: &|text| session_file::parse(text).ok().filter(|it| it.id == *id),
            salvage: &|_, _| None,
            write: &session_file::render,
            merge: Session::merge,
            set_aside: save::set_aside,
        };
        let base = self.known_sessions.get(id);
        let change = Change {
            base: base.as_deref(),
            ours: session,
        };
        let saved = three_way::save(&path, &change, &format)?;
        self.took_in_session(Arc::new(session.clone()));
        Ok(saved)
    }

    /// The window shows this version of a session: what it saves next is made of it.
    pub fn took_in_session(&self, session: Arc<Session>) {
        self.known_sessions.set(session.id.clone(), session);
    }
}

fn read(path: &Path, stem: &str) -> Result<Session, String> {
    let id = SessionId::parse(stem).ok_or("no name of a session")?;
    let text = read_own_text(path).map_err(|error| error.to_string())?;
    let session = session_file::parse(&text)?;
    if session.id == id {
        Ok(session)
    } else {
        let found = &session.id;
        Err(format!(
            "the id in the file is {found}, the file is called {id}"
        ))
    }
}
