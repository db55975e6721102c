//! What is in the trash: looking at it, bringing an answer back, and emptying it when the person asks for
//! that. Nothing here happens by itself. Not here: what puts things there (`attempts`, `stories`,
//! `conflicts`).

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use crate::library::attempt::attempt_file;
use crate::library::attempt::attempts::{move_folder, while_held};
use crate::library::io::plain_files;
use crate::library::io::read::read_own_text;
use crate::library::io::save::{self, SaveError};
use crate::library::io::versioned::refused;
use crate::library::layout::ATTEMPT_FILE;
use crate::library::open::{Library, LibraryError};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::mend::MendOf;
use crate::model::timeline::newest_first;
use crate::model::trash::{Trash, TrashedAnswer};

/// Folders of the trash that hold things of their own: stories and former versions.
const DEEPEST: u32 = 8;

impl Library {
    /// Looks through the trash. What cannot be read in it counts among the other things.
    pub fn read_trash(&self) -> Trash {
        let mut trash = Trash::default();
        let root = self.layout().trash();
        if plain_files::folder(&root).is_err() {
            return trash;
        }
        let stories = self.layout().trashed_stories();
        let versions = self.layout().trashed_versions();
        for path in children(&root) {
            trash.bytes += bytes_in(&path, 0);
            if path == stories || path == versions {
                trash.others += children(&path).len();
                continue;
            }
            let name = path.file_name().and_then(|name| name.to_str());
            let answer = name.zip(read_trashed(&path).ok());
            // What says a sentence of an answer again is no answer: it comes back with it.
            let is_answer =
                |attempt: &Attempt| attempt.take.frames > 0 && attempt.mend_of.is_none();
            match answer.filter(|(_, attempt)| is_answer(attempt)) {
                Some((folder, attempt)) => trash.answers.push(TrashedAnswer {
                    folder: folder.to_owned(),
                    attempt: Arc::new(attempt),
                }),
                None => trash.others += 1,
            }
        }
        let newest = |a: &TrashedAnswer, b: &TrashedAnswer| newest_first(&a.attempt, &b.attempt);
        trash.answers.sort_by(newest);
        trash
    }

    /// Where the recording of an answer in the trash is; `None` for what is no name in it.
    pub fn trashed_wav(&self, answer: &TrashedAnswer) -> Option<PathBuf> {
        let folder = self.in_trash(&answer.folder)?;
        let wav = folder.join(&answer.attempt.take.file);
        plain_files::folder(&folder).ok().map(|()| wav)
    }

    /// Brings an answer back, and after it what says its sentences again. Where another one of its name has
    /// come meanwhile, both are kept: the one that comes back gets a name of its own.
    pub fn restore_trashed(&self, folder: &str) -> Result<Vec<Attempt>, LibraryError> {
        self.writable()?;
        let missing = || LibraryError::Move {
            path: self.layout().trash().join(folder),
            source: io::ErrorKind::NotFound.into(),
        };
        let from = self.in_trash(folder).ok_or_else(missing)?;
        let failed = |source| LibraryError::Move {
            path: from.clone(),
            source,
        };
        let attempt = read_trashed(&from).map_err(failed)?;
        let mut answer = attempt.clone();
        answer.id = self.id_for(&from, &attempt, &[]).ok_or_else(missing)?;
        let mut given = vec![answer.id.clone()];
        let mut takes = Vec::new();
        for (from, take) in self.takes_of(&attempt.id) {
            let Some(id) = self.id_for(&from, &take, &given) else {
                continue;
            };
            given.push(id.clone());
            for mend in &mut answer.mends {
                if mend.kept == take.id {
                    mend.kept = id.clone();
                }
            }
            takes.push((from, take, id));
        }
        let answer = self.bring_back(&from, &attempt, answer)?;
        let mut back = vec![answer.clone()];
        for (from, take, id) in takes {
            let mend_of = take.mend_of.clone().map(|of| MendOf {
                id: answer.id.clone(),
                ..of
            });
            let again = Attempt {
                id,
                mend_of,
                ..take.clone()
            };
            // The answer is back; without this take it is heard as it was said.
            match self.bring_back(&from, &take, again) {
                Ok(take) => back.push(take),
                Err(error) => tracing::warn!(%error, "a take stays in the trash"),
            }
        }
        Ok(back)
    }

    /// Moves an attempt from its folder in the trash to its place, as it is to be there.
    fn bring_back(
        &self,
        from: &Path,
        was: &Attempt,
        attempt: Attempt,
    ) -> Result<Attempt, LibraryError> {
        if attempt == *was && from == self.layout().trash_folder(&attempt.id) {
            return self.restore(&attempt.id);
        }
        let path = from.join(ATTEMPT_FILE);
        let text = read_own_text(&path).map_err(|source| LibraryError::Move {
            path: path.clone(),
            source,
        })?;
        let text = attempt_file::render(&attempt, Some(&text));
        let text = text.map_err(|error| refused(&path, error))?;
        save::save(&path, text.as_bytes())?;
        let year = self.layout().year_folder(&attempt.id);
        save::ensure_folder(&year).map_err(|source| SaveError { path: year, source })?;
        move_folder(from, &self.layout().attempt_folder(&attempt.id))?;
        self.took_in_attempt(Arc::new(attempt.clone()));
        Ok(attempt)
    }

    /// What says sentences of an answer again, and the folders in the trash where it is.
    fn takes_of(&self, answer: &AttemptId) -> Vec<(PathBuf, Attempt)> {
        let read = |path: PathBuf| read_trashed(&path).ok().map(|take| (path, take));
        let takes = children(&self.layout().trash())
            .into_iter()
            .filter_map(read);
        let is_of = |take: &Attempt| take.mend_of.as_ref().is_some_and(|of| of.id == *answer);
        takes
            .filter(|(_, take)| take.take.frames > 0 && is_of(take))
            .collect()
    }

    /// The id with which an attempt comes back from a folder of the trash: its own where nothing has it, and
    /// none that was given to another that is to come back.
    fn id_for(&self, from: &Path, attempt: &Attempt, given: &[AttemptId]) -> Option<AttemptId> {
        let is_its_own = from == self.layout().trash_folder(&attempt.id);
        let is_free = plain_files::folder(&self.layout().attempt_folder(&attempt.id)).is_err();
        if is_its_own && is_free {
            return Some(attempt.id.clone());
        }
        let is_free = |id: &AttemptId| {
            !given.contains(id)
                && !save::is_there(&self.layout().attempt_folder(id))
                && !save::is_there(&self.layout().trash_folder(id))
        };
        let new = |salt| AttemptId::new(&attempt.created, &attempt.question.id, salt);
        (0..=u16::MAX).map(new).find(is_free)
    }

    /// Removes all that is in the trash for good; the folder itself stays. What cannot be removed stays, and
    /// is the error.
    pub fn empty_trash(&self) -> Result<(), LibraryError> {
        self.writable()?;
        let root = self.layout().trash();
        let failed = |path: &Path| {
            let path = path.to_path_buf();
            |source| LibraryError::NotRemoved { path, source }
        };
        // A link in its place could lead anywhere.
        match plain_files::folder(&root) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            looked => looked.map_err(failed(&root))?,
        }
        let mut first = Ok(());
        for path in children(&root) {
            let kind = fs::symlink_metadata(&path).map(|found| found.is_dir());
            let removed = match kind {
                Ok(true) => while_held(|| fs::remove_dir_all(&path)),
                Ok(false) => fs::remove_file(&path),
                Err(error) => Err(error),
            };
            first = first.and(removed.map_err(failed(&path)));
        }
        first
    }

    /// A folder of the trash by its name, which must not lead out of it.
    fn in_trash(&self, folder: &str) -> Option<PathBuf> {
        let mut parts = Path::new(folder).components();
        let plain = matches!(
            (parts.next(), parts.next()),
            (Some(Component::Normal(_)), None)
        );
        plain.then(|| self.layout().trash().join(folder))
    }
}

/// The attempt in a folder of the trash, whatever the folder is called.
fn read_trashed(folder: &Path) -> io::Result<Attempt> {
    plain_files::folder(folder)?;
    let text = read_own_text(&folder.join(ATTEMPT_FILE))?;
    attempt_file::parse(&text).map_err(|reason| io::Error::new(io::ErrorKind::InvalidData, reason))
}

fn children(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).collect()
}

/// The size of all files in a folder. Links are not followed.
fn bytes_in(path: &Path, depth: u32) -> u64 {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() && depth < DEEPEST => {
            let each = children(path).into_iter();
            each.map(|path| bytes_in(&path, depth + 1)).sum()
        }
        Ok(found) if found.is_file() => found.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::mend::Mend;
    use crate::model::speech::Span;

    fn sample(salt: u16) -> Attempt {
        let text = include_str!("../../../tests/fixtures/attempt-1.json");
        let mut attempt = attempt_file::parse(text).unwrap();
        attempt.id = AttemptId::new(&attempt.created, "dive-deep-03", salt);
        attempt
    }

    fn thrown_away(library: &Library, attempt: &Attempt) {
        let wav = library.create_attempt(attempt).unwrap();
        fs::write(wav, b"RIFF").unwrap();
        library.trash(attempt).unwrap();
    }

    #[test]
    fn what_was_thrown_away_is_listed_and_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        assert!(library.read_trash().is_empty());
        for salt in [1, 2] {
            thrown_away(&library, &sample(salt));
        }
        let stories = library.layout().trashed_stories();
        fs::create_dir(&stories).unwrap();
        fs::write(stories.join("a.md"), "# A").unwrap();
        fs::create_dir(library.layout().trash().join("broken")).unwrap();
        let trash = library.read_trash();
        assert_eq!((trash.answers.len(), trash.others), (2, 2));
        assert!(trash.bytes > 8, "{}", trash.bytes);
        let answer = trash.answers.first().unwrap();
        let wav = library.trashed_wav(answer).unwrap();
        assert_eq!(fs::read(wav).unwrap(), b"RIFF");
        let [back] = &library.restore_trashed(&answer.folder).unwrap()[..] else {
            panic!("one comes back");
        };
        assert_eq!(back.id, answer.attempt.id);
        assert_eq!(fs::read(library.wav_path(back)).unwrap(), b"RIFF");
        assert_eq!(library.read_trash().answers.len(), 1);
        assert_eq!(library.scan().faults, []);
        for outside in ["..", ".", "", "../attempts", "/etc", "gone"] {
            library.restore_trashed(outside).unwrap_err();
        }
    }

    #[test]
    fn one_whose_name_is_taken_again_comes_back_beside_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let first = Attempt {
            notes: "thrown away".into(),
            ..sample(1)
        };
        thrown_away(&library, &first);
        library.create_attempt(&sample(1)).unwrap();
        let back = library
            .restore_trashed(first.id.as_str())
            .unwrap()
            .remove(0);
        assert_ne!(back.id, first.id);
        let mut notes: Vec<String> = library
            .scan()
            .attempts
            .iter()
            .map(|attempt| attempt.notes.clone())
            .collect();
        notes.sort();
        let mut wanted = [sample(1).notes, "thrown away".to_owned()];
        wanted.sort();
        assert_eq!(notes, wanted);
        assert_eq!(fs::read(library.wav_path(&back)).unwrap(), b"RIFF");
        assert!(library.read_trash().is_empty());
    }

    /// An answer with a take in place of a stretch of it, both thrown away.
    fn mended_and_thrown_away(library: &Library) -> (Attempt, Attempt) {
        let span = Span::new(10, 20);
        let mut take = sample(2);
        let id = sample(1).id;
        take.mend_of = Some(MendOf { id, span });
        let mut answer = sample(1);
        let kept = take.id.clone();
        answer.mends = vec![Mend { span, kept }];
        for attempt in [&take, &answer] {
            thrown_away(library, attempt);
        }
        (answer, take)
    }

    #[test]
    fn an_answer_comes_back_with_what_says_its_sentences_again() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let (answer, take) = mended_and_thrown_away(&library);
        let trash = library.read_trash();
        assert_eq!((trash.answers.len(), trash.others), (1, 1));
        let back = library.restore_trashed(answer.id.as_str()).unwrap();
        assert_eq!(back, [answer, take]);
        assert!(library.read_trash().is_empty());
        assert_eq!(library.scan().attempts.len(), 2);
    }

    #[test]
    fn under_a_new_name_they_still_belong_together() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let (answer, take) = mended_and_thrown_away(&library);
        for attempt in [&sample(1), &sample(2)] {
            library.create_attempt(attempt).unwrap();
        }
        library.restore_trashed(answer.id.as_str()).unwrap();
        let scan = library.scan();
        assert_eq!((scan.attempts.len(), scan.faults), (4, vec![]));
        let mut attempts = scan.attempts.iter();
        let said = attempts.find(|it| it.mend_of.is_some()).unwrap();
        let of = &said.mend_of.as_ref().unwrap().id;
        let mut attempts = scan.attempts.iter();
        let back = attempts.find(|it| !it.mends.is_empty()).unwrap();
        assert_eq!(back.id, *of);
        assert_eq!(back.mends[0].kept, said.id);
        assert!(back.id != answer.id && said.id != take.id && said.id != back.id);
    }

    #[test]
    fn it_is_emptied_only_when_asked_and_nothing_outside_goes_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        fs::write(elsewhere.path().join("kept"), "mine").unwrap();
        let library = Library::open(folder.path()).unwrap();
        thrown_away(&library, &sample(1));
        library.create_attempt(&sample(2)).unwrap();
        fs::write(library.layout().trash().join("loose"), "x").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(elsewhere.path(), library.layout().trash().join("link"))
            .unwrap();
        drop(library);
        let library = Library::open(folder.path()).unwrap();
        assert_eq!(library.read_trash().answers.len(), 1);
        library.empty_trash().unwrap();
        assert!(library.read_trash().is_empty());
        assert_eq!(library.scan().attempts.len(), 1);
        assert!(elsewhere.path().join("kept").exists());
        fs::remove_dir(library.layout().trash()).unwrap();
        library.empty_trash().unwrap();
    }
}
