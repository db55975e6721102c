//! Opening a library and reading what is in it, one after another; what is asked meanwhile is done
//! between two steps. Not here: stories (`stories`), changes (`attempts`).

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;

use crate::app::disk::{DiskWorker, stories};
use crate::app::recovery::recover;
use crate::flow::Event;
use crate::library::open::Library;
use crate::library::{builtin, follow_ups, roles};

impl DiskWorker {
    /// Opens and reads a library; breaks off when nobody waits for it any more.
    pub(super) fn open(&self, root: &Path) -> ControlFlow<()> {
        let same = self
            .shared
            .library()
            .is_some_and(|library| library.root() == root);
        if !same {
            match Library::open(root) {
                Ok(library) => self.shared.put(library),
                Err(error) => {
                    tracing::error!(%error);
                    self.events.send(Event::LibraryFailed(error.into()));
                    // There are questions to look at all the same.
                    if self.shared.library().is_none() {
                        self.load_packs(Path::new(""));
                        self.load_roles();
                    }
                    return ControlFlow::Continue(());
                }
            }
        }
        let Some(library) = self.shared.library() else {
            return ControlFlow::Continue(());
        };
        self.events.send(Event::LibraryOpened {
            root: root.to_owned(),
            draws: library.draws(),
        });
        match (library.write_fault(), &self.settings_file) {
            (Some(fault), _) => self.trouble(fault),
            // The library is ours alone now, and with it the settings that name it.
            (None, Some(place)) => place.remove_leftovers(),
            (None, None) => {}
        }
        self.load_packs(&library.layout().packs());
        self.load_roles();
        self.meanwhile()?;
        let (sessions, faults) = library.sessions();
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::SessionsRead { sessions, faults });
        self.meanwhile()?;
        stories::read(&library, &self.events);
        self.meanwhile()?;
        self.scan(&library)
    }

    fn load_packs(&self, user: &Path) {
        let (packs, faults) = self.built_in.clone().with_folder(user);
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::PacksLoaded { packs, faults });
        let (stories, mut faults) = follow_ups::load_follow_ups(builtin::FOLLOW_UPS, user);
        let ours = Path::new("follow-ups-knowledge.toml");
        let (knowledge, more) = follow_ups::parse_follow_ups(builtin::KNOWLEDGE_FOLLOW_UPS, ours);
        faults.extend(more);
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::FollowUpsLoaded {
            stories,
            knowledge,
            faults,
        });
    }

    pub(super) fn load_roles(&self) {
        let library = self.shared.library();
        let layout = library.as_ref().map(|library| library.layout());
        let (roles, faults) = roles::load_all(layout);
        for fault in &faults {
            tracing::warn!(?fault);
        }
        self.events.send(Event::RolesLoaded { roles, faults });
    }

    pub(super) fn scan(&self, library: &Library) -> ControlFlow<()> {
        let Some(mut scan) = library.scan_in_parts(|| self.meanwhile()) else {
            return ControlFlow::Break(());
        };
        let mut repaired = Vec::new();
        // What may not be written is not recovered either: a newer version may be recording there.
        if library.write_fault().is_some() {
            scan.unfinished.clear();
        }
        for id in &scan.unfinished {
            let Some(at) = scan.attempts.iter().position(|attempt| attempt.id == *id) else {
                continue;
            };
            let Some(attempt) = scan.attempts.get_mut(at) else {
                continue;
            };
            if attempt.read_only {
                // A newer version made it; it knows what it left behind.
                continue;
            }
            self.meanwhile()?;
            match recover(library, attempt) {
                Ok(Some((recovered, fault))) => {
                    repaired.push(recovered.id.clone());
                    *attempt = Arc::new(recovered);
                    scan.faults.extend(fault);
                }
                Ok(None) => {
                    scan.attempts.remove(at);
                }
                Err(fault) => scan.faults.push(fault),
            }
        }
        for fault in &scan.faults {
            tracing::warn!(?fault);
        }
        tracing::debug!(
            attempts = scan.attempts.len(),
            faults = scan.faults.len(),
            repaired = repaired.len(),
            "library read"
        );
        self.events.send(Event::LibraryScanned {
            attempts: scan.attempts,
            faults: scan.faults,
            repaired,
        });
        ControlFlow::Continue(())
    }
}
