//! The `retake-outlines` thread: peaks of takes, from the cache or from the sound itself.
//! Apart from the disk thread, so that no save waits behind an hour of sound.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::app::backlog::Backlog;
use crate::app::disk::join_within;
use crate::app::events::Sender;
use crate::audio::wav;
use crate::flow::Event;
use crate::library::layout::Layout;
use crate::library::peaks_cache;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::SoundFault;
use crate::model::peaks::Peaks;

const QUEUE: usize = 64;

struct Job {
    id: AttemptId,
    layout: Layout,
    file: String,
}

/// The window's end of the thread.
pub struct Outlines {
    backlog: Backlog<Job>,
    worker: Option<JoinHandle<()>>,
    layout: Option<Layout>,
}

impl Outlines {
    /// Starts the thread.
    pub fn start(events: Sender) -> std::io::Result<Self> {
        let (backlog, jobs) = Backlog::new(QUEUE);
        let worker = std::thread::Builder::new()
            .name("retake-outlines".into())
            .spawn(move || work(&jobs, &events))?;
        Ok(Self {
            backlog,
            worker: Some(worker),
            layout: None,
        })
    }

    /// Attempts lie in this library from now on.
    pub fn opened(&mut self, root: &Path) {
        self.layout = Some(Layout::new(root));
    }

    /// Asks for the peaks of an attempt's take.
    pub fn ask(&mut self, attempt: Arc<Attempt>) {
        if let Some(layout) = &self.layout {
            self.backlog.push(Job {
                id: attempt.id.clone(),
                layout: layout.clone(),
                file: attempt.take.file.clone(),
            });
        }
    }

    /// Hands over what waits.
    pub fn pump(&mut self) {
        self.backlog.pump();
    }

    /// Ends the thread.
    pub fn finish(&mut self, patience: Duration) {
        self.backlog.abandon();
        join_within(self.worker.take(), patience);
    }
}

fn work(jobs: &Receiver<Job>, events: &Sender) {
    while let Ok(job) = jobs.recv() {
        let peaks = peaks(&job).map(Arc::new);
        events.send(Event::PeaksLoaded { id: job.id, peaks });
    }
}

fn peaks(job: &Job) -> Result<Peaks, SoundFault> {
    let path = job.layout.wav(&job.id, &job.file);
    let cache = job.layout.peaks_file(&job.id);
    if let Some(peaks) = peaks_cache::read(&cache, &path) {
        return Ok(peaks);
    }
    let peaks = wav::peaks_of(&path).map_err(SoundFault::from)?;
    if let Err(error) = peaks_cache::write(&cache, &path, &peaks) {
        // Derived data: it is computed again the next time.
        tracing::warn!(%error, "peaks were not cached");
    }
    Ok(peaks)
}
