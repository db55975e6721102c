//! The `retake-analysis` thread: what is heard in takes, from the cache or from the sound itself.
//! An order replaces the one before it, and is dropped between two pieces of sound when a take
//! begins. Not here: what is ordered when (`flow`).

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::Receiver;
use std::time::Duration;

use crate::analysis::frames::Listener;
use crate::analysis::runs::speech;
use crate::analysis::thresholds::ANALYSIS_VERSION;
use crate::app::disk;
use crate::app::events::Sender;
use crate::app::shared_library::SharedLibrary;
use crate::app::work_queue::WorkQueue;
use crate::audio::wav::WavReader;
use crate::audio::worker::Worker;
use crate::flow::Event;
use crate::library::cache_file::SourceStamp;
use crate::library::open::Library;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::{SoundFault, UnreadableWav};
use crate::model::speech::{Span, Speech};
use crate::model::take::Take;

const QUEUE: usize = 64;
/// Frames between two looks at whether the order still stands.
const PIECE: usize = 1 << 16;

struct Order {
    number: u32,
    attempts: Vec<Arc<Attempt>>,
}

/// The window's end of the thread.
pub struct Analyses {
    queue: WorkQueue<Order>,
    /// The order that stands; 0 when none does.
    standing: Arc<AtomicU32>,
    worker: Option<Worker>,
}

impl Analyses {
    /// Starts the thread.
    pub fn start(shared: SharedLibrary, events: Sender) -> std::io::Result<Self> {
        let (queue, orders) = WorkQueue::new(QUEUE);
        let standing = Arc::new(AtomicU32::new(0));
        let listener = AnalysisWorker {
            shared,
            events,
            standing: Arc::clone(&standing),
        };
        let worker = Worker::start("retake-analysis", move || listener.work(&orders))?;
        Ok(Self {
            queue,
            standing,
            worker: Some(worker),
        })
    }

    /// Asks for these, in this order, and for nothing else any more.
    pub fn ask(&mut self, number: u32, attempts: Vec<Arc<Attempt>>) {
        self.standing.store(number, Ordering::Release);
        self.queue.push(Order { number, attempts });
    }

    /// Takes the order back.
    pub fn stop(&self) {
        self.standing.store(0, Ordering::Release);
    }

    /// Hands over what waits.
    pub fn pump(&mut self) {
        self.queue.pump();
    }

    /// Ends the thread.
    pub fn finish(&mut self, patience: Duration) {
        self.stop();
        self.queue.abandon();
        disk::end(self.worker.take(), patience);
    }
}

/// The thread's own.
struct AnalysisWorker {
    shared: SharedLibrary,
    events: Sender,
    standing: Arc<AtomicU32>,
}

impl AnalysisWorker {
    fn work(&self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            if let Some(library) = self.shared.library() {
                self.carry_out(&library, &order);
            }
        }
    }

    fn stands(&self, order: &Order) -> bool {
        self.standing.load(Ordering::Acquire) == order.number
    }

    /// First all that the cache holds, in one report, so that a large library wakes the window
    /// once; then the rest, one by one.
    fn carry_out(&self, library: &Library, order: &Order) {
        let mut found: Vec<(AttemptId, Arc<Speech>)> = Vec::new();
        let mut missing = Vec::new();
        for attempt in &order.attempts {
            if !self.stands(order) {
                return;
            }
            let stamp = SourceStamp::of(&library.wav_path(attempt)).ok();
            let cached =
                stamp.and_then(|of| library.cached_speech(&attempt.id, of, ANALYSIS_VERSION));
            match cached {
                Some(speech) => found.push((attempt.id.clone(), Arc::new(speech))),
                None => missing.push(attempt),
            }
        }
        self.events.send(Event::SpeechCached {
            order: order.number,
            found,
        });
        for attempt in missing {
            let Some(heard) = self.hear(library, attempt, order) else {
                return;
            };
            self.events.send(Event::SpeechLoaded {
                id: attempt.id.clone(),
                speech: heard.map(Arc::new),
            });
        }
    }

    /// Listens to a take; `None` when the order was taken back meanwhile.
    fn hear(
        &self,
        library: &Library,
        attempt: &Attempt,
        order: &Order,
    ) -> Option<Result<Speech, SoundFault>> {
        let path = library.wav_path(attempt);
        // Taken before the sound is read: a take that changes meanwhile makes this stale.
        let stamp = SourceStamp::of(&path).ok();
        let masks = attempt.cue_sounds();
        let heard = listen(&path, &attempt.take, &masks, || self.stands(order))?;
        if let (Ok(speech), Some(stamp)) = (&heard, stamp)
            && let Err(error) = library.cache_speech(&attempt.id, stamp, speech)
        {
            // Derived data: it is worked out again the next time.
            tracing::warn!(%error, "what was heard was not cached");
        }
        if let Err(fault) = &heard {
            tracing::warn!(?fault, "a take could not be listened to");
        }
        Some(heard)
    }
}

/// What is heard in a file, apart from the masks; `None` as soon as nobody wants to know any more.
fn listen(
    path: &Path,
    take: &Take,
    masks: &[Span],
    wanted: impl Fn() -> bool,
) -> Option<Result<Speech, SoundFault>> {
    let mut reader = match WavReader::open(path, Some(take.frames)) {
        Ok(reader) => reader,
        Err(error) => return Some(Err(error.into())),
    };
    let rate = reader.sample_rate_hz();
    let unreadable = |why| SoundFault::Unreadable {
        path: path.to_owned(),
        why,
        detail: String::new(),
    };
    if take.is_more_than(reader.frames(), rate) {
        return Some(Err(unreadable(UnreadableWav::Partial)));
    }
    let Some(mut listener) = Listener::new(rate) else {
        return Some(Err(unreadable(UnreadableWav::Rate(rate))));
    };
    let mut samples = Vec::with_capacity(PIECE);
    loop {
        if !wanted() {
            return None;
        }
        match reader.read(&mut samples, PIECE) {
            Ok(0) => break,
            Ok(_) => listener.push(&samples),
            Err(error) => return Some(Err(error.into())),
        }
        samples.clear();
    }
    Some(Ok(speech(&listener.finish(), masks)))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::app::events::Inbox;
    use crate::audio::take_file::{RealDisks, TakeFile};
    use crate::library::attempt_file;

    struct Room {
        _folder: tempfile::TempDir,
        inbox: Inbox,
        worker: AnalysisWorker,
        attempt: Arc<Attempt>,
    }

    /// A library with one attempt whose take is two seconds of quiet.
    fn room() -> Room {
        let folder = tempfile::tempdir().unwrap();
        let text = include_str!("../../tests/fixtures/attempt-1.json");
        let mut attempt = attempt_file::parse(text).unwrap();
        (attempt.take.sample_rate_hz, attempt.take.frames) = (16_000, 32_000);
        let attempt = Arc::new(attempt);
        let library = Library::open(folder.path()).unwrap();
        let wav = library.create_attempt(&attempt).unwrap();
        let mut file = TakeFile::create(&wav, 16_000, &RealDisks).unwrap();
        file.append(&vec![3; 32_000]).unwrap();
        file.finish().unwrap();
        let shared = SharedLibrary::default();
        shared.put(library);
        let inbox = Inbox::new(&egui::Context::default());
        let worker = AnalysisWorker {
            shared,
            events: inbox.sender(),
            standing: Arc::new(AtomicU32::new(1)),
        };
        Room {
            _folder: folder,
            inbox,
            worker,
            attempt,
        }
    }

    impl Room {
        /// Carries an order out: how many the cache held, and how many were worked out.
        fn order(&self, number: u32) -> (usize, usize) {
            let library = self.worker.shared.library().unwrap();
            let attempts = vec![Arc::clone(&self.attempt)];
            self.worker.carry_out(&library, &Order { number, attempts });
            let mut counts = (0, 0);
            while let Some(event) = self.inbox.next() {
                match event {
                    Event::SpeechCached { found, .. } => counts.0 += found.len(),
                    Event::SpeechLoaded { speech, .. } => {
                        assert_eq!(speech.unwrap().frames, 32_000);
                        counts.1 += 1;
                    }
                    other => panic!("{other:?}"),
                }
            }
            counts
        }
    }

    #[test]
    fn a_take_is_heard_once_and_again_when_the_cache_is_damaged_or_gone() {
        let room = room();
        assert_eq!(room.order(1), (0, 1));
        assert_eq!(room.order(1), (1, 0));
        let library = room.worker.shared.library().unwrap();
        let file = library.layout().speech_file(&room.attempt.id);
        let mut bytes = fs::read(&file).unwrap();
        bytes[40] ^= 1;
        fs::write(&file, bytes).unwrap();
        assert_eq!(room.order(1), (0, 1));
        assert_eq!(room.order(1), (1, 0));
        fs::remove_dir_all(library.layout().cache()).unwrap();
        assert_eq!(room.order(1), (0, 1));
        // Another version heard it with other ears.
        let stamp = SourceStamp::of(&library.wav_path(&room.attempt)).unwrap();
        let other = ANALYSIS_VERSION + 1;
        assert!(
            library
                .cached_speech(&room.attempt.id, stamp, other)
                .is_none()
        );
    }

    #[test]
    fn a_take_of_which_a_part_has_arrived_is_heard_when_the_rest_is_there() {
        let room = room();
        let library = room.worker.shared.library().unwrap();
        let wav = library.wav_path(&room.attempt);
        let whole = fs::read(&wav).unwrap();
        fs::write(&wav, &whole[..whole.len() / 2]).unwrap();
        let attempts = vec![Arc::clone(&room.attempt)];
        room.worker.carry_out(
            &library,
            &Order {
                number: 1,
                attempts,
            },
        );
        let why = std::iter::from_fn(|| room.inbox.next()).find_map(|event| match event {
            Event::SpeechLoaded { speech, .. } => Some(speech.unwrap_err()),
            _ => None,
        });
        assert!(matches!(
            why,
            Some(SoundFault::Unreadable {
                why: UnreadableWav::Partial,
                ..
            })
        ));
        assert_eq!(fs::read(&wav).unwrap(), whole[..whole.len() / 2]);
        assert!(!library.layout().speech_file(&room.attempt.id).exists());
        fs::write(&wav, whole).unwrap();
        assert_eq!(room.order(1), (0, 1));
    }

    #[test]
    fn an_order_that_was_taken_back_is_dropped() {
        let room = room();
        assert_eq!(room.order(2), (0, 0));
        let path = room
            .worker
            .shared
            .library()
            .unwrap()
            .wav_path(&room.attempt);
        assert!(listen(&path, &room.attempt.take, &[], || false).is_none());
    }
}
