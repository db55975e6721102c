//! What the disk thread does with stories.

use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::flow::{Effect, Event};
use crate::library::open::Library;

/// Reads all stories.
pub(super) fn read(library: &Library, events: &Sender) {
    let (stories, faults) = library.stories();
    for fault in &faults {
        tracing::warn!(?fault);
    }
    events.send(Event::StoriesLoaded { stories, faults });
}

/// Carries out an effect of stories.
pub(super) fn carry_out(shared: &SharedLibrary, events: &Sender, effect: Effect) {
    match effect {
        Effect::ReadStories => {
            if let Some(library) = shared.library() {
                read(&library, events);
            }
        }
        Effect::SaveStory { story, base } => {
            let saved = shared.with_library(|library| library.save_story(&story, base.as_deref()));
            events.send(match saved {
                Ok(saved) => Event::StorySaved {
                    asked: story,
                    on_disk: Box::new(saved.story),
                    theirs: saved.theirs,
                },
                Err(fault) => Event::StorySaveFailed {
                    id: story.id.clone(),
                    base,
                    fault,
                },
            });
        }
        Effect::TrashStory(story) => {
            let moved = shared.with_library(|library| library.trash_story(&story.id));
            events.send(match moved {
                Ok(()) => Event::StoryTrashed(story.id.clone()),
                Err(fault) => Event::StoryMoveFailed { story, fault },
            });
        }
        Effect::RestoreStory(story) => {
            let restored = shared.with_library(|library| library.restore_story(&story.id));
            events.send(match restored {
                Ok(story) => Event::StoryRestored(Box::new(story)),
                Err(fault) => Event::StoryMoveFailed { story, fault },
            });
        }
        other => tracing::error!(?other, "not a disk effect"),
    }
}
