//! A bounded queue to a worker that the window's thread never waits for: what does not fit stays
//! here until the next frame.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

/// The window's end of the queue.
pub struct WorkQueue<T> {
    waiting: VecDeque<T>,
    sender: Option<SyncSender<T>>,
}

impl<T> WorkQueue<T> {
    /// A queue and the worker's end of it.
    pub fn new(capacity: usize) -> (Self, Receiver<T>) {
        let (sender, receiver) = sync_channel(capacity);
        let queue = Self {
            waiting: VecDeque::new(),
            sender: Some(sender),
        };
        (queue, receiver)
    }

    /// Queues a job.
    pub fn push(&mut self, job: T) {
        self.waiting.push_back(job);
        self.pump();
    }

    /// Hands over what fits, in order.
    pub fn pump(&mut self) {
        let Some(sender) = &self.sender else { return };
        while let Some(job) = self.waiting.pop_front() {
            match sender.try_send(job) {
                Ok(()) => {}
                Err(TrySendError::Full(job)) => {
                    self.waiting.push_front(job);
                    return;
                }
                Err(TrySendError::Disconnected(_)) => {
                    tracing::error!("a worker has ended early; its jobs are lost");
                    self.waiting.clear();
                    return;
                }
            }
        }
    }

    /// Forgets what waits and tells the worker that no more will come.
    pub fn abandon(&mut self) {
        self.waiting.clear();
        self.sender = None;
    }

    /// Hands everything over, waiting if need be, and tells the worker that no more will come.
    pub fn close(&mut self) {
        if let Some(sender) = self.sender.take() {
            for job in self.waiting.drain(..) {
                if sender.send(job).is_err() {
                    tracing::error!("a worker has ended early; its jobs are lost");
                    return;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_or_reordered_when_the_worker_is_slow() {
        let (mut queue, receiver) = WorkQueue::new(2);
        for job in 0..10 {
            queue.push(job);
        }
        let mut done = Vec::new();
        while let Ok(job) = receiver.try_recv() {
            done.push(job);
            queue.pump();
        }
        assert_eq!(done, (0..10).collect::<Vec<_>>());
    }
}
