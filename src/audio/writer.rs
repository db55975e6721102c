//! From the ring to the file: samples, silence where frames were lost, peaks, checkpoints.
//! Stepped by the `retake-writer` thread (see `take`), and by tests without a thread.
//! Not here: the life of a take (`take`), bytes (`take_file`).

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rtrb::Consumer;

use crate::analysis::level::dbfs;
use crate::analysis::peaks::{PEAKS_PER_SEC, PeakBuilder, min_max};
use crate::audio::capture::{CaptureFacts, Meaning, Slot};
use crate::audio::take_file::{TakeFile, max_frames, part_of};
use crate::audio::wav;
use crate::model::fault::SoundFault;
use crate::model::live::LIVE_PEAKS_PER_SEC;
use crate::model::peaks::{Peak, Peaks};
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

/// The end of a take without a frame.
pub fn empty_end(fault: Option<SoundFault>) -> TakeEnd {
    TakeEnd {
        state: TakeState::Empty,
        frames: 0,
        sample_rate_hz: 0,
        gaps: Vec::new(),
        peak_dbfs: None,
        fault,
        peaks: Arc::new(Peaks::default()),
    }
}

/// The end of a take whose file failed: whatever reached the disk, made whole and read back.
fn rescued(wav: &Path, mut gaps: Vec<Gap>, fault: Option<SoundFault>) -> TakeEnd {
    let state = match wav::repair(&part_of(wav)) {
        Ok(repaired) if repaired.frames == 0 => return empty_end(fault),
        Ok(_) => TakeState::Complete,
        // The file keeps its `.part` name; the next start of the program tries again.
        Err(error) => {
            tracing::warn!(%error, "a take could not be made whole");
            TakeState::Recording
        }
    };
    let place = match state {
        TakeState::Recording => part_of(wav),
        _ => wav.to_owned(),
    };
    let peaks = wav::peaks_of(&place).unwrap_or_default();
    gaps.retain(|gap| gap.start_frame < peaks.frames);
    if let Some(gap) = gaps.last_mut() {
        gap.frames = gap.frames.min(peaks.frames - gap.start_frame);
    }
    TakeEnd {
        state,
        frames: peaks.frames,
        sample_rate_hz: peaks.sample_rate_hz,
        gaps,
        peak_dbfs: peaks.over(0, peaks.frames).and_then(peak_dbfs),
        fault,
        peaks: Arc::new(peaks),
    }
}

fn peak_dbfs(loudest: Peak) -> Option<f32> {
    let magnitude = loudest.magnitude();
    (magnitude > 0.0).then(|| dbfs(magnitude))
}
