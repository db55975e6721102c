//! From the ring to the file: samples, silence where frames were lost, peaks, checkpoints.
//! Stepped by the `retake-writer` thread (see `take`), and by tests without a thread.
//! Not here: the life of a take (`take`), bytes (`take_file`).

use std::sync::Arc;
use std::time::Duration;

use rtrb::Consumer;

use crate::analysis::peaks::{PEAKS_PER_SEC, PeakBuilder, min_max};
use crate::audio::capture::{CaptureFacts, Meaning, Slot};
use crate::audio::take_end::{empty_end, peak_dbfs, rescued};
use crate::audio::take_file::{TakeFile, max_frames};
use crate::model::fault::SoundFault;
use crate::model::live::LIVE_PEAKS_PER_SEC;
use crate::model::peaks::Peak;
use crate::model::take::{Gap, GapCause, TakeEnd, TakeState};

/// How often the file is made whole for readers: half of the second that a crash may cost.
const FLUSH_EVERY: Duration = Duration::from_millis(500);
/// How often the disk is made to hold it.
const SYNC_EVERY: Duration = Duration::from_secs(1);
/// Samples handled at once.
const BLOCK: usize = 1 << 14;

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
    file: TakeFile,
    ring: Consumer<Slot>,
    facts: Arc<CaptureFacts>,
    sample_rate_hz: u32,
    max_frames: u64,
    slots: Vec<Slot>,
    block: Vec<i16>,
    gaps: Vec<Gap>,
    peaks: PeakBuilder,
    live: PeakBuilder,
    loudest: Peak,
    last_flush: Duration,
    last_sync: Duration,
}

impl TakeWriter {
    /// A writer from this ring to this file.
    pub fn new(
        file: TakeFile,
        ring: Consumer<Slot>,
        facts: Arc<CaptureFacts>,
        sample_rate_hz: u32,
    ) -> Self {
        Self {
            file,
            ring,
            facts,
            sample_rate_hz,
            max_frames: max_frames(sample_rate_hz),
            slots: vec![Slot::default(); BLOCK],
            block: Vec::with_capacity(BLOCK),
            gaps: Vec::new(),
            peaks: PeakBuilder::new(sample_rate_hz, PEAKS_PER_SEC),
            live: PeakBuilder::new(sample_rate_hz, LIVE_PEAKS_PER_SEC),
            loudest: Peak::default(),
            last_flush: Duration::ZERO,
            last_sync: Duration::ZERO,
        }
    }

    /// Writes all that is in the ring, and makes a checkpoint when it is time. `now` is the time
    /// since the start of the take. After an error the only thing left is [`Self::finish`].
    pub fn step(&mut self, now: Duration) -> Result<Room, SoundFault> {
        self.drain()?;
        if now.saturating_sub(self.last_flush) >= FLUSH_EVERY {
            self.last_flush = now;
            self.file.flush()?;
            if now.saturating_sub(self.last_sync) >= SYNC_EVERY {
                self.last_sync = now;
                self.file.sync()?;
            }
        }
        Ok(if self.file.frames() >= self.max_frames {
            Room::Full
        } else {
            Room::Left
        })
    }

    /// Frames that survive the death of this process.
    pub fn safe_frames(&self) -> u64 {
        self.file.flushed_frames()
    }

    /// Peaks for the live waveform since the last call.
    pub fn take_live_peaks(&mut self) -> Vec<Peak> {
        self.live.take_done()
    }

    /// Writes what is still in the ring, closes the file and gives it its name. `fault` is what
    /// ended the take. If it was a failed write, or closing fails, what is on disk is made whole.
    pub fn finish(mut self, fault: Option<SoundFault>) -> TakeEnd {
        let broken = matches!(
            fault,
            Some(SoundFault::DiskFull | SoundFault::WriteFailed { .. })
        );
        if broken {
            return self.rescue(fault);
        }
        if let Err(error) = self.drain_to_the_end() {
            return self.rescue(fault.or(Some(error)));
        }
        let frames = self.file.frames();
        if frames == 0 {
            self.file.discard();
            return empty_end(fault);
        }
        let wav = self.file.wav().to_owned();
        let peaks = self.peaks.finish();
        match self.file.finish() {
            Ok(()) => TakeEnd {
                state: TakeState::Complete,
                frames,
                sample_rate_hz: self.sample_rate_hz,
                gaps: self.gaps,
                peak_dbfs: peak_dbfs(self.loudest),
                levels: None,
                fault,
                peaks: Arc::new(peaks),
            },
            Err(error) => rescued(&wav, self.gaps, fault.or(Some(error))),
        }
    }

    fn rescue(self, fault: Option<SoundFault>) -> TakeEnd {
        let wav = self.file.wav().to_owned();
        // Closes the file; what the encoder still tries to write then may fail and does not matter.
        drop(self.file);
        rescued(&wav, self.gaps, fault)
    }

    fn drain_to_the_end(&mut self) -> Result<(), SoundFault> {
        // Read before the ring: whatever is counted here is in the ring or was lost.
        let captured = self.facts.captured_frames();
        self.drain()?;
        // Lost at the very end, when no later sample could tell of it.
        let missing = captured.saturating_sub(self.file.frames());
        self.silence(missing)
    }

    fn drain(&mut self) -> Result<(), SoundFault> {
        // No more than what is there now: a device that is faster than the disk must not keep this
        // call from ending.
        let mut left = self.ring.slots();
        while left > 0 {
            let mut slots = std::mem::take(&mut self.slots);
            let (filled, _) = self.ring.pop_partial_slice(&mut slots);
            left = left.saturating_sub(filled.len().max(1));
            let told = self.write_slots(filled);
            self.slots = slots;
            told?;
        }
        Ok(())
    }

    fn write_slots(&mut self, slots: &[Slot]) -> Result<(), SoundFault> {
        for slot in slots {
            match slot.meaning() {
                Meaning::Sample(sample) => self.block.push(sample),
                Meaning::Lost(frames) => {
                    self.write_block()?;
                    self.silence(u64::from(frames))?;
                }
            }
        }
        self.write_block()
    }

    fn write_block(&mut self) -> Result<(), SoundFault> {
        let block = std::mem::take(&mut self.block);
        let written = self.write(&block);
        self.block = block;
        self.block.clear();
        written
    }

    fn write(&mut self, samples: &[i16]) -> Result<(), SoundFault> {
        let room = self.max_frames.saturating_sub(self.file.frames());
        let fits = samples
            .len()
            .min(usize::try_from(room).unwrap_or(usize::MAX));
        let samples = samples.get(..fits).unwrap_or_default();
        self.file.append(samples)?;
        self.peaks.push(samples);
        self.live.push(samples);
        if let Some(peak) = min_max(samples) {
            self.loudest = self.loudest.merge(peak);
        }
        Ok(())
    }

    fn silence(&mut self, frames: u64) -> Result<(), SoundFault> {
        let start_frame = self.file.frames();
        let frames = frames.min(self.max_frames.saturating_sub(start_frame));
        if frames == 0 {
            return Ok(());
        }
        match self.gaps.last_mut() {
            Some(gap) if gap.start_frame + gap.frames == start_frame => gap.frames += frames,
            _ => self.gaps.push(Gap {
                start_frame,
                frames,
                cause: GapCause::Dropped,
                away_secs: 0,
            }),
        }
        let zeros = [0_i16; 4096];
        let mut left = frames;
        while left > 0 {
            let now = left.min(zeros.len() as u64);
            self.write(zeros.get(..now as usize).unwrap_or_default())?;
            left -= now;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::capture::CaptureCallback;
    use crate::audio::take_file::{Disk, part_of};
    use std::fs::File;
    use std::io::{self, Seek, SeekFrom, Write};
    use std::path::PathBuf;

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
        rig.writer.max_frames = 1_000;
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
