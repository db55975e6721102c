//! Where the open library stands, for the threads that work with it. It is replaced as a whole.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use crate::library::open::{Library, LibraryError};
use crate::model::attempt::Attempt;
use crate::model::fault::FileFault;

/// The place of the open library. Cheap to clone; all clones are the same place.
#[derive(Clone, Debug, Default)]
pub struct SharedLibrary(Arc<Mutex<Option<Arc<Library>>>>);

impl SharedLibrary {
    /// Puts a library here. The former one is closed when nobody works with it any more.
    pub fn put(&self, library: Library) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(library));
    }

    /// The open library.
    pub fn library(&self) -> Option<Arc<Library>> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Does something with the open library.
    pub fn with_library<T>(
        &self,
        act: impl FnOnce(&Library) -> Result<T, LibraryError>,
    ) -> Result<T, FileFault> {
        let Some(library) = self.library() else {
            return Err(FileFault::LibraryMissing {
                path: PathBuf::new(),
                detail: String::new(),
            });
        };
        act(&library).map_err(Into::into)
    }

    /// Where the take of an attempt is; `None` before a library is open.
    pub fn wav_path(&self, attempt: &Attempt) -> Option<PathBuf> {
        Some(self.library()?.wav_path(attempt))
    }
}
