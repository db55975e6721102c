//! From the ring to the file, with checkpoints; over one stream or, after an interruption, several.
//! Stepped by the `retake-writer` thread (see `take`), and by tests without a thread.
//! Not here: the life of a take (`take`), samples and silence (`intake`, `take_track`), bytes (`take_file`).

use std::sync::Arc;
use std::time::Duration;

use rtrb::Consumer;

use crate::audio::capture::intake::Intake;
use crate::audio::capture::take_track::TakeTrack;
use crate::audio::capture::{CaptureFacts, Slot};
use crate::audio::wav::take_file::TakeFile;
use crate::model::fault::SoundFault;
use crate::model::peaks::Peak;
use crate::model::take::{GapCause, TakeEnd};

/// How often the file is made whole for readers: half of the second that a crash may cost.
const FLUSH_EVERY: Duration = Duration::from_millis(500);
/// How often the disk is made to hold it.
const SYNC_EVERY: Duration = Duration::from_secs(1);

/// Whether a take can go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// It can.
    Left,
    /// The file is as long as it may become.
    Full,
}

/// Writes one take.
pub struct TakeWriter {
    // `None` while the take stands still.
    intake: Option<Intake>,
    track: TakeTrack,
    last_flush: Duration,
    last_sync: Duration,
}

impl TakeWriter {
    /// A writer from this ring to this file, which has the rate of the stream.
    pub fn new(
        file: TakeFile,
        ring: Consumer<Slot>,
        facts: Arc<CaptureFacts>,
        sample_rate_hz: u32,
    ) -> Self {
        Self {
            intake: Intake::new(ring, facts, sample_rate_hz, sample_rate_hz).ok(),
            track: TakeTrack::new(file, sample_rate_hz),
            last_flush: Duration::ZERO,
            last_sync: Duration::ZERO,
        }
    }

    /// Writes all that is in the ring, and makes a checkpoint when it is time. `now` is the time
    /// since the start of the take. After an error the only thing left is [`Self::finish`].
    pub fn step(&mut self, now: Duration) -> Result<Room, SoundFault> {
        if let Some(intake) = &mut self.intake {
            intake.drain(&mut |piece| self.track.take(piece))?;
        }
        if now.saturating_sub(self.last_flush) >= FLUSH_EVERY {
            self.last_flush = now;
            self.track.flush()?;
            if now.saturating_sub(self.last_sync) >= SYNC_EVERY {
                self.last_sync = now;
                self.track.sync()?;
            }
        }
        Ok(if self.track.is_full() {
            Room::Full
        } else {
            Room::Left
        })
    }

    /// Frames in the file, flushed or not.
    pub fn frames(&self) -> u64 {
        self.track.frames()
    }

    /// Frames that survive the death of this process.
    pub fn safe_frames(&self) -> u64 {
        self.track.flushed_frames()
    }

    /// Frames per second of the file.
    pub fn sample_rate_hz(&self) -> u32 {
        self.track.sample_rate_hz()
    }

    /// Peaks for the live waveform since the last call.
    pub fn take_live_peaks(&mut self) -> Vec<Peak> {
        self.track.take_live_peaks()
    }

    /// Puts silence of this many frames after what was written so far.
    pub fn fill(&mut self, frames: u64, cause: GapCause) -> Result<(), SoundFault> {
        self.track.silence(frames, cause)
    }

    /// The stream is gone: writes what is left of it and silence for what was missed, and makes all of
    /// it safe. The take stands still until [`Self::go_on`]. A gap of at least one frame tells of it.
    pub fn stand_still(&mut self, missed: Duration) -> Result<(), SoundFault> {
        if let Some(mut intake) = self.intake.take() {
            self.track.note_clipped(intake.clipped_frames());
            intake.drain_to_the_end(&mut |piece| self.track.take(piece))?;
        }
        let missed = missed.as_secs_f64() * f64::from(self.track.sample_rate_hz());
        self.track
            .silence((missed.round() as u64).max(1), GapCause::Interrupted)?;
        self.track.flush()?;
        self.track.sync()
    }

    /// Goes on from another ring, whose stream may have another rate.
    pub fn go_on(
        &mut self,
        ring: Consumer<Slot>,
        facts: Arc<CaptureFacts>,
        stream_rate_hz: u32,
    ) -> Result<(), SoundFault> {
        let rate = self.track.sample_rate_hz();
        self.intake = Some(Intake::new(ring, facts, stream_rate_hz, rate)?);
        Ok(())
    }

    /// Notes for how long the take stood still at its last gap.
    pub fn note_away(&mut self, away: Duration) {
        self.track.note_away(away.as_secs_f64().round() as u32);
    }

    /// Writes what is still in the ring, closes the file and gives it its name. `fault` is what
    /// ended the take. If it was a failed write, or closing fails, what is on disk is made whole.
    pub fn finish(mut self, fault: Option<SoundFault>) -> TakeEnd {
        let broken = matches!(
            fault,
            Some(SoundFault::DiskFull | SoundFault::WriteFailed { .. })
        );
        if let Some(intake) = &self.intake {
            self.track.note_clipped(intake.clipped_frames());
        }
        if broken {
            return self.track.rescue(fault);
        }
        if let Some(mut intake) = self.intake.take()
            && let Err(error) = intake.drain_to_the_end(&mut |piece| self.track.take(piece))
        {
            return self.track.rescue(fault.or(Some(error)));
        }
        self.track.close(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::capture::CaptureCallback;
    use crate::audio::capture::take_end::empty_end;
    use crate::audio::wav::take_file::{Disk, part_of};
    use crate::model::take::TakeState;
    use std::fs::File;
    use std::io::{self, Seek, SeekFrom, Write};
    use std::path::{Path, PathBuf};

    /// A file on a disk that has room for so many bytes, then fails with this kind of error.
    struct SmallDisk {
        file: File,
        room: u64,
        kind: io::ErrorKind,
    }

    impl Write for SmallDisk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let at = self.file.stream_position()?;
            let fits = self.room.saturating_sub(at).min(bytes.len() as u64) as usize;
            if fits == 0 {
                return Err(self.kind.into());
            }
            self.file.write(&bytes[..fits])
        }

        fn flush(&mut self) -> io::Result<()> {
            self.file.flush()
        }
    }

    impl Seek for SmallDisk {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.file.seek(to)
        }
    }

    impl Disk for SmallDisk {
        fn sync(&self) -> io::Result<()> {
            self.file.sync_data()
        }

        fn syncer(&self) -> io::Result<Box<dyn Disk>> {
            self.file.syncer()
        }

        fn is_at(&self, path: &Path) -> bool {
            self.file.is_at(path)
        }

        fn put_back(&mut self, path: &Path) -> io::Result<()> {
            self.file.put_back(path)
        }
    }

    struct Rig {
        folder: tempfile::TempDir,
        callback: CaptureCallback,
        writer: TakeWriter,
    }

    impl Rig {
        fn new(room: u64, kind: io::ErrorKind) -> Self {
            let folder = tempfile::tempdir().unwrap();
            let wav = folder.path().join("answer.wav");
            let file = File::create_new(part_of(&wav)).unwrap();
            let disk = SmallDisk { file, room, kind };
            let file = TakeFile::on(Box::new(disk), &wav, 48_000).unwrap();
            let facts = Arc::new(CaptureFacts::default());
            let (callback, ring) = CaptureCallback::new(1, 500_000, Arc::clone(&facts));
            Self {
                folder,
                callback,
                writer: TakeWriter::new(file, ring, facts, 48_000),
            }
        }

        fn wav(&self) -> PathBuf {
            self.folder.path().join("answer.wav")
        }

        /// Feeds and steps, half a second each, until something fails.
        fn run(&mut self) -> SoundFault {
            for half_second in 1..100 {
                self.callback.on_input(&vec![1_000_i16; 24_000]);
                let now = Duration::from_millis(500 * half_second);
                if let Err(fault) = self.writer.step(now) {
                    return fault;
                }
            }
            panic!("the disk never failed");
        }
    }

    #[test]
    fn a_full_disk_ends_the_take_and_what_fits_is_kept() {
        for room in [44 + 100_000, 44 + 100_001, 44 + 131_072, 44 + 300_000] {
            let mut rig = Rig::new(room, io::ErrorKind::StorageFull);
            let fault = rig.run();
            assert_eq!(fault, SoundFault::DiskFull);
            let wav = rig.wav();
            let end = rig.writer.finish(Some(fault.clone()));
            assert_eq!((end.state, end.fault), (TakeState::Complete, Some(fault)));
            assert_eq!(end.frames, (room - 44) / 2);
            assert_eq!(end.peaks.frames, end.frames);
            let mut reader = hound::WavReader::open(&wav).unwrap();
            assert_eq!(u64::from(reader.duration()), end.frames);
            assert!(
                reader
                    .samples::<i16>()
                    .all(|sample| sample.unwrap() == 1_000)
            );
        }
    }

    #[test]
    fn another_error_is_told_in_the_words_of_the_system() {
        let mut rig = Rig::new(150_000, io::ErrorKind::PermissionDenied);
        assert!(
            matches!(rig.run(), SoundFault::WriteFailed { path, .. } if path == part_of(&rig.wav()))
        );
    }

    #[test]
    fn a_disk_that_fails_only_at_the_end_is_noticed() {
        let mut rig = Rig::new(60_000, io::ErrorKind::StorageFull);
        rig.callback.on_input(&vec![1_000_i16; 31_000]);
        assert_eq!(rig.writer.step(Duration::from_millis(20)), Ok(Room::Left));
        let end = rig.writer.finish(None);
        assert_eq!(end.fault, Some(SoundFault::DiskFull));
        assert_eq!(end.frames, (60_000 - 44) / 2);
    }

    #[test]
    fn a_take_never_grows_beyond_its_limit() {
        let mut rig = Rig::new(u64::MAX, io::ErrorKind::StorageFull);
        rig.writer.track.limit_to(1_000);
        rig.callback.on_input(&[1_000_i16; 1_500]);
        assert_eq!(rig.writer.step(Duration::from_millis(20)), Ok(Room::Full));
        let end = rig.writer.finish(None);
        assert_eq!(
            (end.state, end.frames, end.fault),
            (TakeState::Complete, 1_000, None)
        );
        assert!(end.gaps.is_empty());
    }

    #[test]
    fn a_take_without_a_frame_leaves_no_file() {
        let rig = Rig::new(u64::MAX, io::ErrorKind::StorageFull);
        let wav = rig.wav();
        assert_eq!(rig.writer.finish(None), empty_end(None));
        assert!(!wav.exists() && !part_of(&wav).exists());
    }
}
