//! The threads `retake-peaks` and `retake-samples`: peaks of takes, from the cache or from the sound itself,
//! and the samples of short parts, which wait behind no hour of sound.
//! Apart from the disk thread, so that no save waits for them.

use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::app::disk;
use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::app::work_queue::WorkQueue;
use crate::audio::wav;
use crate::audio::worker::Worker;
use crate::flow::Event;
use crate::library::cache_file::SourceStamp;
use crate::library::open::Library;
use crate::model::attempt::Attempt;
use crate::model::fault::SoundFault;
use crate::model::peaks::{Excerpt, Peaks};

const QUEUE: usize = 64;

/// What of an attempt's take is wanted.
pub enum Wanted {
    Peaks(Arc<Attempt>),
    /// The samples of these frames.
    Excerpt(Arc<Attempt>, Range<u64>),
}

/// The window's end of one of the threads.
pub struct PeaksWorker {
    queue: WorkQueue<Wanted>,
    worker: Option<Worker>,
}

impl PeaksWorker {
    /// Starts a thread with a name.
    pub fn start(name: &str, shared: SharedLibrary, events: Sender) -> std::io::Result<Self> {
        let (queue, jobs) = WorkQueue::new(QUEUE);
        let worker = Worker::start(name, move || work(&jobs, &shared, &events))?;
        Ok(Self {
            queue,
            worker: Some(worker),
        })
    }

    /// Asks for something.
    pub fn ask(&mut self, wanted: Wanted) {
        self.queue.push(wanted);
    }

    /// Hands over what waits.
    pub fn pump(&mut self) {
        self.queue.pump();
    }

    /// Ends the thread.
    pub fn finish(&mut self, patience: Duration) {
        self.queue.abandon();
        disk::end(self.worker.take(), patience);
    }
}

fn work(jobs: &Receiver<Wanted>, shared: &SharedLibrary, events: &Sender) {
    while let Ok(wanted) = jobs.recv() {
        let Some(library) = shared.library() else {
            continue;
        };
        events.send(match wanted {
            Wanted::Peaks(attempt) => Event::PeaksLoaded {
                peaks: peaks(&library, &attempt).map(Arc::new),
                id: attempt.id.clone(),
            },
            Wanted::Excerpt(attempt, frames) => Event::ExcerptLoaded {
                excerpt: Arc::new(excerpt(&library, &attempt, frames)),
                id: attempt.id.clone(),
            },
        });
    }
}

/// The samples of a part. What cannot be read has none, and its peaks stay on show.
fn excerpt(library: &Library, attempt: &Attempt, frames: Range<u64>) -> Excerpt {
    let path = library.wav_path(attempt);
    let samples = wav::samples_of(&path, Some(attempt.take.frames), &frames);
    let samples = samples.unwrap_or_else(|error| {
        tracing::warn!(%error, "samples were not read");
        Vec::new()
    });
    Excerpt { frames, samples }
}

fn peaks(library: &Library, attempt: &Attempt) -> Result<Peaks, SoundFault> {
    let path = library.wav_path(attempt);
    // Taken before the sound is read: a take that changes meanwhile makes these peaks stale.
    let stamp = SourceStamp::of(&path).ok();
    if let Some(peaks) = stamp.and_then(|stamp| library.cached_peaks(&attempt.id, stamp)) {
        return Ok(peaks);
    }
    let peaks = wav::peaks_of(&path, Some(attempt.take.frames)).map_err(SoundFault::from)?;
    if let Some(stamp) = stamp
        && let Err(error) = library.cache_peaks(&attempt.id, stamp, &peaks)
    {
        // Derived data: it is computed again the next time.
        tracing::warn!(%error, "peaks were not cached");
    }
    Ok(peaks)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::library::attempt_file;
    use crate::model::fault::UnreadableWav;

    #[test]
    fn whatever_stands_in_place_of_a_recording_has_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let text = include_str!("../../tests/fixtures/attempt-1.json");
        let attempt = attempt_file::parse(text).unwrap();
        let wav = library.create_attempt(&attempt).unwrap();
        let why = || match peaks(&library, &attempt) {
            Err(SoundFault::Unreadable { path, why, .. }) if path == wav => why,
            other => panic!("{other:?}"),
        };
        assert_eq!(why(), UnreadableWav::Missing);
        for (bytes, wanted) in [
            ("", UnreadableWav::Empty),
            ("not a sound", UnreadableWav::NotWav),
        ] {
            fs::write(&wav, bytes).unwrap();
            assert_eq!(why(), wanted);
        }
        fs::remove_file(&wav).unwrap();
        fs::create_dir(&wav).unwrap();
        assert_eq!(why(), UnreadableWav::NoFile);
        fs::remove_dir(&wav).unwrap();
        #[cfg(unix)]
        {
            let pipe = std::process::Command::new("mkfifo").arg(&wav).status();
            assert!(pipe.unwrap().success());
            assert_eq!(why(), UnreadableWav::NoFile, "and nobody waits for it");
        }
    }
}
