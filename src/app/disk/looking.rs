//! What other programs change while the window is open: files whose time or length is another one than at
//! the last look are read again. Not here: what was seen (`seen`), what follows from it (`flow`).

use std::ops::ControlFlow;

use crate::app::disk::seen::{SeenFiles, differs, look};
use crate::app::disk::{DiskWorker, stories};
use crate::flow::Event;
use crate::library::cache_file::SourceStamp;
use crate::library::conflicts::Clean;
use crate::library::open::Library;
use crate::library::scan::Seen;
use crate::model::fault::FileFault;

impl DiskWorker {
    /// Looks at everything but the attempts, before it is read for the first time.
    pub(super) fn look_at_all(&self, library: &Library) {
        let layout = library.layout();
        *self.seen.borrow_mut() = SeenFiles {
            attempts: Seen::new(),
            clean: Clean::new(),
            stories: look(&layout.stories()),
            sessions: look(&layout.sessions()),
            packs: look(&layout.packs()),
            roles: look(&layout.roles()),
            settings: self.settings_stamp(),
        };
    }

    fn settings_stamp(&self) -> Option<SourceStamp> {
        SourceStamp::of(&self.settings_file.as_ref()?.path()).ok()
    }

    /// Reads again what was changed since the last look. An answer that begins meanwhile ends it: the next
    /// look finds what this one did not.
    pub(super) fn rescan(&self) {
        let Some(library) = self.shared.library() else {
            return;
        };
        self.answer_began.set(false);
        // A drive that was pulled out must not look like an empty library.
        if !matches!(
            library.write_fault(),
            Some(FileFault::LibraryMissing { .. })
        ) {
            self.look_at_small_files(&library);
        }
        let mut attempts = std::mem::take(&mut self.seen.borrow_mut().attempts);
        let found = library.rescan(&mut attempts, || self.unless_an_answer_begins());
        self.seen.borrow_mut().attempts = attempts;
        let Some(found) = found else {
            return;
        };
        tracing::debug!(
            changed = found.changed.len(),
            gone = found.gone.len(),
            "library looked at again"
        );
        self.events.send(Event::AttemptsChanged {
            changed: found.changed,
            gone: found.gone,
            faults: found.faults,
        });
        self.look_for_copies(&library);
    }

    fn unless_an_answer_begins(&self) -> ControlFlow<()> {
        self.meanwhile()?;
        if self.answer_began.get() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn look_at_small_files(&self, library: &Library) {
        let layout = library.layout();
        let seen = &self.seen;
        let settings = self.settings_stamp();
        if differs(&mut seen.borrow_mut().settings, settings) {
            self.read_settings();
        }
        if differs(&mut seen.borrow_mut().packs, look(&layout.packs())) {
            self.load_packs(&layout.packs());
        }
        if differs(&mut seen.borrow_mut().roles, look(&layout.roles())) {
            self.load_roles();
        }
        if differs(&mut seen.borrow_mut().sessions, look(&layout.sessions())) {
            let (sessions, faults) = library.sessions();
            self.events.send(Event::SessionsRead { sessions, faults });
        }
        if differs(&mut seen.borrow_mut().stories, look(&layout.stories())) {
            stories::read(library, &self.events);
        }
    }

    /// Tells which copies sync programs left.
    pub(super) fn look_for_copies(&self, library: &Library) {
        let mut clean = std::mem::take(&mut self.seen.borrow_mut().clean);
        let found = library.sync_copies(&mut clean, || self.unless_an_answer_begins());
        self.seen.borrow_mut().clean = clean;
        if let Some(found) = found {
            self.events.send(Event::SyncCopies(found));
        }
    }

    /// Hands over what somebody else wrote into the settings.
    fn read_settings(&self) {
        let Some(file) = &self.settings_file else {
            return;
        };
        let (asked, on_disk) = file.reread();
        if let (Some(asked), Some(on_disk)) = (asked, on_disk)
            && asked != on_disk
        {
            self.events.send(Event::SettingsMerged {
                asked: Box::new(asked),
                on_disk: Box::new(on_disk),
            });
        }
    }
}
