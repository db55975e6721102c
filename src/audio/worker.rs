//! Named threads that nobody waits for without a limit.
//! Not here: what they do.

use std::io;
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

/// How a wait for a thread ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    Done,
    Panicked,
    /// It still runs, and is left to itself.
    StillRunning,
}

/// A thread. Dropping it leaves the thread to itself.
#[derive(Debug)]
pub struct Worker {
    handle: JoinHandle<()>,
}

impl Worker {
    /// Starts a thread with a name.
    pub fn start(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<Self> {
        let handle = Builder::new().name(name.to_owned()).spawn(work)?;
        Ok(Self { handle })
    }

    /// Whether it has ended.
    pub fn is_done(&self) -> bool {
        self.handle.is_finished()
    }

    /// Waits for its end, no longer than `limit`.
    pub fn join_within(self, limit: Duration) -> Joined {
        let start = Instant::now();
        while !self.handle.is_finished() {
            if start.elapsed() >= limit {
                return Joined::StillRunning;
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        match self.handle.join() {
            Ok(()) => Joined::Done,
            Err(_) => Joined::Panicked,
        }
    }
}
