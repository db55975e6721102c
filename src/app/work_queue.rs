//! A bounded queue to a worker that the window's thread never waits for: what does not fit stays
//! here until the next frame.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::Duration;

/// How often a worker that is behind is looked at.
const WAIT: Duration = Duration::from_millis(1);

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

    /// Hands everything over and tells the worker that no more will come. A worker that takes nothing
    /// for this long is not waited for; what it did not take is lost.
    pub fn close(&mut self, patience: Duration) {
        self.pump();
        let mut waited = Duration::ZERO;
        while !self.waiting.is_empty() && waited < patience {
            thread::sleep(WAIT);
            waited += WAIT;
            self.pump();
        }
        if !self.waiting.is_empty() {
            tracing::error!(
                jobs = self.waiting.len(),
                "a worker takes no jobs; they are lost"
            );
        }
        self.abandon();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_that_hangs_does_not_keep_the_window_open() {
        let (mut queue, receiver) = WorkQueue::new(2);
        for job in 0..10 {
            queue.push(job);
        }
        queue.close(Duration::from_millis(50));
        assert_eq!(receiver.iter().collect::<Vec<_>>(), [0, 1]);
    }

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
