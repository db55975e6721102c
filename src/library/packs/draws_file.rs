//! `draws.json`: which questions were drawn, so that none comes twice before the set is through, also
//! after a restart. Not here: drawing (`model::deck`).
//!
//! The file may be deleted at any time; then every question is new again.

use std::io;

use serde::{Deserialize, Serialize};

use crate::library::io::read::read_own_text;
use crate::library::io::save;
use crate::library::open::{Library, LibraryError};
use crate::model::deck::Draws;

/// The format that this version writes and reads.
const FORMAT: u64 = 1;

#[derive(Serialize, Deserialize)]
struct DrawsFile {
    format: u64,
    #[serde(flatten)]
    draws: Draws,
}

impl Library {
    /// What was drawn so far; nothing where the file is missing or cannot be used.
    pub fn draws(&self) -> Draws {
        let path = self.layout().draws_file();
        let read = read_own_text(&path).and_then(|text| {
            let file: DrawsFile = serde_json::from_str(&text)?;
            Ok(file)
        });
        match read {
            Ok(file) if file.format == FORMAT => file.draws,
            Ok(file) => {
                tracing::warn!(path = %path.display(), file.format, "draws of another version");
                Draws::default()
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Draws::default(),
            Err(error) => {
                tracing::warn!(path = %path.display(), %error, "the draws cannot be read");
                Draws::default()
            }
        }
    }

    /// Keeps what was drawn.
    pub fn save_draws(&self, draws: Draws) -> Result<(), LibraryError> {
        self.writable()?;
        let file = DrawsFile {
            format: FORMAT,
            draws,
        };
        let path = self.layout().draws_file();
        let mut bytes = serde_json::to_vec_pretty(&file).map_err(|error| save::SaveError {
            path: path.clone(),
            source: error.into(),
        })?;
        bytes.push(b'\n');
        Ok(save::save(&path, &bytes)?)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::model::deck::Deck;
    use crate::model::question::Question;

    #[test]
    fn draws_are_there_after_a_restart_and_damage_costs_only_them() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        assert_eq!(library.draws(), Draws::default());
        let mut deck = Deck::new(1);
        deck.note(&Question {
            id: "dive-deep-03".into(),
            pack: "built-in".into(),
            ..Question::default()
        });
        let draws = deck.take_unsaved().unwrap();
        library.save_draws(draws.clone()).unwrap();
        assert_eq!(library.draws(), draws);
        for damaged in ["", "[]", "{\"format\": 2, \"drawn\": [], \"last\": null}"] {
            fs::write(library.layout().draws_file(), damaged).unwrap();
            assert_eq!(library.draws(), Draws::default());
        }
    }
}
