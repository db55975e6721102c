//! `draws.json`: which questions were drawn, so that none comes twice before the set is through, also
//! after a restart. Not here: drawing (`model::deck`).
//!
//! The file may be deleted at any time; then every question is new again.

use std::io;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::library::io::read::read_own_text;
use crate::library::io::save;
use crate::library::io::three_way::{self, Change, Format};
use crate::library::io::versioned::{self, RenderError};
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
        let draws = match read_own_text(&path) {
            Ok(text) => parse(&text).unwrap_or_else(|| {
                tracing::warn!(path = %path.display(), "draws that cannot be used");
                Draws::default()
            }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Draws::default(),
            Err(error) => {
                tracing::warn!(path = %path.display(), %error, "the draws cannot be read");
                Draws::default()
            }
        };
        self.known_draws.set((), Arc::new(draws.clone()));
        draws
    }

    /// Keeps what was drawn, and what was drawn elsewhere since it was read.
    pub fn save_draws(&self, draws: Draws) -> Result<(), LibraryError> {
        self.writable()?;
        let format = Format {
            read: &parse,
            salvage: &|_, _| None,
            write: &render,
            merge: |base, ours, theirs| (Draws::merge(base, ours, theirs), false),
            set_aside: save::set_aside,
        };
        let base = self.known_draws.get(&());
        let change = Change {
            base: base.as_deref(),
            ours: &draws,
        };
        three_way::save(&self.layout().draws_file(), &change, &format)?;
        self.known_draws.set((), Arc::new(draws));
        Ok(())
    }
}

fn parse(text: &str) -> Option<Draws> {
    let file: DrawsFile = serde_json::from_str(text).ok()?;
    (file.format == FORMAT).then_some(file.draws)
}

/// What a later version wrote stays as it is.
fn render(draws: &Draws, disk: Option<&str>) -> Result<String, RenderError> {
    versioned::on_disk(disk, FORMAT)?;
    let file = DrawsFile {
        format: FORMAT,
        draws: draws.clone(),
    };
    let text = serde_json::to_string_pretty(&file).map_err(RenderError::Json)?;
    Ok(text + "\n")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::library::limits::TEXT_BYTES;
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

    fn question(id: &str) -> Question {
        Question {
            id: id.into(),
            pack: "built-in".into(),
            ..Question::default()
        }
    }

    #[test]
    fn what_another_device_drew_stays() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let path = library.layout().draws_file();
        let mut here = Deck::new(1);
        here.note(&question("a"));
        library.save_draws(here.take_unsaved().unwrap()).unwrap();
        let mut there = here.clone();
        there.note(&question("b"));
        let theirs = render(&there.take_unsaved().unwrap(), None).unwrap();
        fs::write(&path, theirs).unwrap();
        here.note(&question("c"));
        library.save_draws(here.take_unsaved().unwrap()).unwrap();
        for id in ["a", "b", "c"] {
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains(&format!("\"id\": \"{id}\"")), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_or_was_written_by_a_later_version_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let path = library.layout().draws_file();
        let mut deck = Deck::new(1);
        deck.note(&question("a"));
        let draws = deck.take_unsaved().unwrap();
        let newer = "{\"format\": 2, \"drawn\": [], \"last\": null}";
        fs::write(&path, newer).unwrap();
        library.save_draws(draws.clone()).unwrap_err();
        assert_eq!(fs::read_to_string(&path).unwrap(), newer);
        let huge = fs::File::create(&path).unwrap();
        huge.set_len(TEXT_BYTES + 1).unwrap();
        library.save_draws(draws).unwrap_err();
        assert_eq!(fs::metadata(&path).unwrap().len(), TEXT_BYTES + 1);
        assert_eq!(
            fs::read_dir(folder.path())
                .unwrap()
                .filter(|it| {
                    it.as_ref()
                        .unwrap()
                        .file_name()
                        .to_string_lossy()
                        .contains("damaged")
                })
                .count(),
            0
        );
    }
}
