//! Between reading aloud and `flow`: reports become events.

use std::sync::Arc;

use crate::app::events::Sender;
use crate::audio::tts::{Aloud, Report};
use crate::flow::Event;

/// Reads through the programs of this system. Nothing is looked for before it is asked for.
pub fn start(events: Sender) -> Aloud {
    let folders = std::env::var_os("PATH");
    let reports = move |report| {
        events.send(match report {
            Report::Found(found) => Event::VoicesFound(found),
            Report::Ended { id, fault } => Event::ReadingEnded { id, fault },
        });
    };
    Aloud::new(folders, Arc::new(reports))
}
