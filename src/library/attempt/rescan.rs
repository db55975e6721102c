//! What other programs changed among the attempts since they were read: only files whose time or length is
//! another one are read again. Not here: reading all of them (`scan`).

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::library::attempt::scan::{AT_ONCE, Leftovers, Scan, Seen};
use crate::library::cache_file::SourceStamp;
use crate::library::io::plain_files;
use crate::library::layout::ATTEMPT_FILE;
use crate::library::open::Library;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::FileFault;
use crate::model::take::TakeState;

/// What is another than it was.
#[derive(Debug, Default)]
pub struct Changes {
    /// Attempts that came or were changed.
    pub changed: Vec<Arc<Attempt>>,
    /// Attempts that are not there any more.
    pub gone: Vec<AttemptId>,
    /// All that cannot be read, also what could not be read before.
    pub faults: Vec<FileFault>,
}

impl Library {
    /// Looks at all attempts and brings `seen` up to date. `between` is called as in a scan; `None` when it
    /// breaks off, and then nothing counts as seen. What is being recorded elsewhere is left alone until
    /// it is done.
    pub fn rescan(
        &self,
        seen: &mut Seen,
        mut between: impl FnMut() -> ControlFlow<()>,
    ) -> Option<Changes> {
        let mut found = Scan::default();
        let folders = self.attempt_folders(&mut found.faults);
        // A drive that is gone, or a folder that cannot be read, is no reason to call anything gone.
        let complete = found.faults.is_empty();
        let mut there = Seen::new();
        for part in folders.chunks(AT_ONCE) {
            for (id, folder) in part {
                let stamp = SourceStamp::of(&folder.join(ATTEMPT_FILE)).ok();
                match stamp.filter(|stamp| seen.get(id) == Some(stamp)) {
                    Some(stamp) => _ = there.insert(id.clone(), stamp),
                    None => self.read_folder(id, folder, Leftovers::Leave, &mut found),
                }
            }
            if between().is_break() {
                return None;
            }
        }
        // What was saved in between is newer than what was read.
        let file = |id: &AttemptId| self.layout().attempt_file(id);
        let stamps = std::mem::take(&mut found.stamps).into_iter();
        there.extend(stamps.filter(|(id, stamp)| SourceStamp::of(&file(id)).ok() == Some(*stamp)));
        found.attempts.retain(|attempt| {
            attempt.take.state != TakeState::Recording && there.contains_key(&attempt.id)
        });
        // What is there and cannot be read is told, and its last state stays in the list.
        let is_gone = |id: &AttemptId| {
            let looked = plain_files::file(&file(id));
            looked.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
        };
        let mut gone = self.known_attempts.names();
        gone.retain(|id| complete && !there.contains_key(id) && is_gone(id));
        *seen = there;
        Some(Changes {
            changed: found.attempts,
            gone,
            faults: found.faults,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::library::attempt_file;

    const GO_ON: fn() -> ControlFlow<()> = || ControlFlow::Continue(());

    fn attempt(salt: u16) -> Attempt {
        let text = include_str!("../../../tests/fixtures/attempt-1.json");
        let mut attempt = attempt_file::parse(text).unwrap();
        attempt.id = AttemptId::new(&attempt.created, "dive-deep-03", salt);
        attempt
    }

    #[test]
    fn only_what_changed_is_read_and_what_is_gone_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        for salt in 0..300 {
            library.create_attempt(&attempt(salt)).unwrap();
        }
        let mut seen = library.scan().stamps;
        assert_eq!(seen.len(), 300);
        let nothing = library.rescan(&mut seen, GO_ON).unwrap();
        assert_eq!((nothing.changed.len(), nothing.gone.len()), (0, 0));

        let file = |salt| library.layout().attempt_file(&attempt(salt).id);
        let starred = Attempt {
            starred: !attempt(7).starred,
            notes: "elsewhere".into(),
            ..attempt(7)
        };
        fs::write(file(7), attempt_file::render(&starred, None).unwrap()).unwrap();
        fs::remove_dir_all(file(8).parent().unwrap()).unwrap();
        fs::write(file(9), "{").unwrap();
        library.create_attempt(&attempt(500)).unwrap();
        let found = library.rescan(&mut seen, GO_ON).unwrap();
        let mut changed: Vec<String> = found.changed.iter().map(|it| it.notes.clone()).collect();
        changed.sort();
        assert_eq!(changed, [attempt(500).notes, "elsewhere".into()]);
        assert_eq!(found.gone, [attempt(8).id]);
        assert_eq!(found.faults.len(), 1, "{:?}", found.faults);
        // What is broken is looked at until it is mended.
        assert_eq!(library.rescan(&mut seen, GO_ON).unwrap().faults.len(), 1);
        fs::write(file(9), attempt_file::render(&attempt(9), None).unwrap()).unwrap();
        let mended = library.rescan(&mut seen, GO_ON).unwrap();
        assert_eq!((mended.changed.len(), mended.faults.len()), (1, 0));
    }

    #[test]
    fn a_drive_that_was_pulled_out_takes_nothing_out_of_the_list() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        library.create_attempt(&attempt(1)).unwrap();
        let mut seen = library.scan().stamps;
        let away = folder.path().join("away");
        fs::rename(library.layout().attempts(), &away).unwrap();
        let found = library.rescan(&mut seen, GO_ON).unwrap();
        assert_eq!((found.gone.len(), found.faults.len()), (0, 1));
        fs::rename(away, library.layout().attempts()).unwrap();
        let found = library.rescan(&mut seen, GO_ON).unwrap();
        assert_eq!(found.faults, []);
    }
}
