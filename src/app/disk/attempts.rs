//! What the disk thread does with attempts.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::flow::{Effect, Event};
use crate::library::open::Library;
use crate::library::three_way::Saved;
use crate::model::attempt::Attempt;
use crate::model::fault::{Fault, FileFault};

/// Carries out an effect of attempts.
pub(super) fn carry_out(shared: &SharedLibrary, events: &Sender, effect: Effect) {
    match effect {
        Effect::CreateAttempt(attempt) => {
            let made = shared.with_library(|library| library.create_attempt(&attempt));
            events.send(match made {
                Ok(wav) => Event::AttemptCreated {
                    id: attempt.id.clone(),
                    wav,
                },
                Err(fault) => Event::AttemptSaveFailed {
                    id: attempt.id.clone(),
                    fault,
                },
            });
        }
        Effect::SaveAttempt(attempt) => {
            let saved = shared.with_library(|library| library.save_attempt(&attempt));
            events.send(match saved {
                Ok(Saved { merged, theirs }) => {
                    log_saved(&attempt);
                    if let Some(on_disk) = merged {
                        events.send(Event::AttemptMerged {
                            asked: attempt.clone(),
                            on_disk: Arc::new(on_disk),
                        });
                    }
                    tell_conflict(events, theirs);
                    Event::AttemptSaved(attempt.id.clone())
                }
                Err(fault) => Event::AttemptSaveFailed {
                    id: attempt.id.clone(),
                    fault,
                },
            });
        }
        Effect::TookInAttempt(attempt) => {
            if let Some(library) = shared.library() {
                library.took_in_attempt(attempt);
            }
        }
        Effect::Trash(attempt) => {
            let moved = shared.with_library(|library| library.trash(&attempt));
            events.send(match moved {
                Ok(()) => Event::Trashed(attempt.id.clone()),
                Err(fault) => Event::MoveFailed { attempt, fault },
            });
        }
        Effect::Restore(attempt) => {
            let restored = shared.with_library(|library| library.restore(&attempt.id));
            events.send(match restored {
                Ok(restored) => Event::Restored(Arc::new(restored)),
                Err(fault) => Event::MoveFailed { attempt, fault },
            });
        }
        Effect::ReadTrash => tell_trash(shared, events),
        Effect::RestoreTrashed(folder) => {
            match shared.with_library(|library| library.restore_trashed(&folder)) {
                Ok(restored) => {
                    for attempt in restored {
                        events.send(Event::Restored(Arc::new(attempt)));
                    }
                }
                Err(fault) => events.send(Event::Trouble(Fault::File(fault))),
            }
            tell_trash(shared, events);
        }
        Effect::EmptyTrash => {
            if let Err(fault) = shared.with_library(Library::empty_trash) {
                events.send(Event::Trouble(Fault::File(fault)));
            }
            tell_trash(shared, events);
        }
        other => tracing::error!(?other, "no effect of attempts"),
    }
}

fn tell_trash(shared: &SharedLibrary, events: &Sender) {
    if let Some(library) = shared.library() {
        events.send(Event::TrashRead(library.read_trash()));
    }
}

/// Tells where the words of somebody else are, if they clashed with ours.
pub(super) fn tell_conflict(events: &Sender, theirs: Option<PathBuf>) {
    if let Some(path) = theirs {
        tracing::warn!(path = %path.display(), "changed here and by somebody else");
        events.send(Event::Trouble(Fault::File(FileFault::Conflict(path))));
    }
}

/// What the person may now believe to be safe, for those who compare it with the file after a crash.
fn log_saved(attempt: &Attempt) {
    tracing::debug!(
        id = %attempt.id,
        scores = ?attempt.ratings.last().map(|rating| &rating.scores),
        notes = attempt.notes.chars().count(),
        "attempt saved"
    );
}
