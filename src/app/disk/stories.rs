//! What the disk thread does with stories.

use crate::app::disk::Keeper;
use crate::flow::{Effect, Event};
use crate::library::open::Library;

/// Reads all stories.
pub(super) fn read(keeper: &Keeper, library: &Library) {
    let (stories, faults) = library.stories();
    for fault in &faults {
        tracing::warn!(?fault);
    }
    keeper.events.send(Event::StoriesLoaded { stories, faults });
}

/// Carries out an effect of stories.
pub(super) fn carry_out(keeper: &Keeper, effect: Effect) {
    match effect {
        Effect::ReadStories => {
            if let Some(library) = keeper.shelf.library() {
                read(keeper, &library);
            }
        }
        Effect::SaveStory { story, base } => {
            let saved = keeper.with_library(|library| library.save_story(&story, base.as_deref()));
            keeper.events.send(match saved {
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
            let moved = keeper.with_library(|library| library.trash_story(&story.id));
            keeper.events.send(match moved {
                Ok(()) => Event::StoryTrashed(story.id.clone()),
                Err(fault) => Event::StoryMoveFailed { story, fault },
            });
        }
        Effect::RestoreStory(story) => {
            let restored = keeper.with_library(|library| library.restore_story(&story.id));
            keeper.events.send(match restored {
                Ok(story) => Event::StoryRestored(Box::new(story)),
                Err(fault) => Event::StoryMoveFailed { story, fault },
            });
        }
        other => tracing::error!(?other, "not a disk effect"),
    }
}
