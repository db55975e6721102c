//! The queue of the world's reports, and waking the window when one arrives.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use egui::Context;

use crate::flow::Event;
use crate::model::audio::AudioEvent;
use crate::ui::theme::motion;

/// Room for reports. Level reports stop at a quarter of it, so that the others always fit.
const CAPACITY: usize = 2048;

/// The window's end.
pub struct Inbox {
    receiver: Receiver<Event>,
    sender: Sender,
}

/// A worker's end. Cheap to clone.
#[derive(Clone)]
pub struct Sender {
    queue: SyncSender<Event>,
    waiting: Arc<AtomicUsize>,
    ctx: Context,
}

impl Inbox {
    /// An empty queue that wakes this window.
    pub fn new(ctx: &Context) -> Self {
        let (queue, receiver) = sync_channel(CAPACITY);
        let sender = Sender {
            queue,
            waiting: Arc::new(AtomicUsize::new(0)),
            ctx: ctx.clone(),
        };
        Self { receiver, sender }
    }

    /// A worker's end.
    pub fn sender(&self) -> Sender {
        self.sender.clone()
    }

    /// The next report, if there is one.
    pub fn next(&self) -> Option<Event> {
        let event = self.receiver.try_recv().ok()?;
        self.sender.waiting.fetch_sub(1, Ordering::AcqRel);
        Some(event)
    }
}

impl Sender {
    /// Reports without ever waiting.
    pub fn send(&self, event: Event) {
        let passing = matches!(
            event,
            Event::Audio(
                AudioEvent::CaptureProgress { .. }
                    | AudioEvent::PlaybackAt { .. }
                    | AudioEvent::CheckProgress { .. }
            )
        );
        if passing && self.waiting.load(Ordering::Acquire) > CAPACITY / 4 {
            // The window sleeps; newer reports of this kind will follow.
            return;
        }
        self.waiting.fetch_add(1, Ordering::AcqRel);
        match self.queue.try_send(event) {
            // What moves is drawn at the pace of the screen that shows it, and no faster.
            Ok(()) if passing => self.ctx.request_repaint_after(motion::FRAME),
            Ok(()) => self.ctx.request_repaint(),
            Err(TrySendError::Full(event)) => {
                self.waiting.fetch_sub(1, Ordering::AcqRel);
                tracing::error!(?event, "the queue of reports is full");
            }
            // The window is gone; nobody is left to hear it.
            Err(TrySendError::Disconnected(_)) => {}
        }
    }
}
