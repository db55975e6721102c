//! The file of a take together with all that is known of what is in it: gaps, peaks, the loudest
//! sample. Not here: where samples come from (`intake`), when to make a checkpoint (`writer`).

use std::sync::Arc;

use crate::analysis::levels::LevelMeter;
use crate::analysis::peaks::{PEAKS_PER_SEC, PeakBuilder};
use crate::audio::capture::intake::Piece;
use crate::audio::capture::take_end::{empty_end, peak_dbfs, rescued};
use crate::audio::wav::take_file::{TakeFile, max_frames};
use crate::model::fault::SoundFault;
use crate::model::limits;
use crate::model::live::LIVE_PEAKS_PER_SEC;
use crate::model::peaks::Peak;
use crate::model::sound::Levels;
use crate::model::take::{Gap, GapCause, TakeEnd, TakeState};

/// A take's file and its facts.
pub struct TakeTrack {
    file: TakeFile,
    sample_rate_hz: u32,
    max_frames: u64,
    gaps: Vec<Gap>,
    peaks: PeakBuilder,
    live: PeakBuilder,
    loudest: Peak,
    levels: LevelMeter,
    // Frames in which a channel was clipped before it was mixed with others.
    clipped_frames: u64,
}

impl TakeTrack {
    /// A sheet over an empty file.
    pub fn new(file: TakeFile, sample_rate_hz: u32) -> Self {
        Self {
            file,
            sample_rate_hz,
            max_frames: max_frames(sample_rate_hz),
            gaps: Vec::new(),
            peaks: PeakBuilder::new(sample_rate_hz, PEAKS_PER_SEC),
            live: PeakBuilder::new(sample_rate_hz, LIVE_PEAKS_PER_SEC),
            loudest: Peak::default(),
            levels: LevelMeter::new(sample_rate_hz),
            clipped_frames: 0,
        }
    }

    /// Notes in how many frames of a stream a channel was clipped.
    pub fn note_clipped(&mut self, frames: u64) {
        self.clipped_frames += frames;
    }

    fn levels(&self) -> Option<Levels> {
        self.levels
            .levels()
            .map(|levels| levels.at_least_clipped(self.clipped_frames))
    }

    /// Frames per second of the file.
    pub fn sample_rate_hz(&self) -> u32 {
        self.sample_rate_hz
    }

    /// Frames in the file, flushed or not.
    pub fn frames(&self) -> u64 {
        self.file.frames()
    }

    /// Frames that survive the death of this process.
    pub fn flushed_frames(&self) -> u64 {
        self.file.flushed_frames()
    }

    /// Whether it is as long as it may become.
    pub fn is_full(&self) -> bool {
        self.file.frames() >= self.max_frames
    }

    /// Makes the longest length shorter.
    #[cfg(test)]
    pub fn limit_to(&mut self, frames: u64) {
        self.max_frames = frames;
    }

    /// See [`TakeFile::flush`].
    pub fn flush(&mut self) -> Result<(), SoundFault> {
        self.file.flush()
    }

    /// See [`TakeFile::sync`].
    pub fn sync(&mut self) -> Result<(), SoundFault> {
        self.file.sync()
    }

    /// Peaks for the live waveform since the last call.
    pub fn take_live_peaks(&mut self) -> Vec<Peak> {
        self.live.take_done()
    }

    /// Notes for how many seconds the take stood still at its last gap.
    pub fn note_away(&mut self, secs: u32) {
        if let Some(gap) = self.gaps.last_mut() {
            gap.away_secs = secs;
        }
    }

    /// Writes what came out of a ring.
    pub fn take(&mut self, piece: Piece<'_>) -> Result<(), SoundFault> {
        match piece {
            Piece::Samples(samples) => {
                let written = self.write(samples)?;
                self.levels.push(written);
                Ok(())
            }
            Piece::Lost(frames) => self.silence(frames, GapCause::Dropped),
        }
    }

    /// Writes as much as there is room for, and answers with it.
    fn write<'a>(&mut self, samples: &'a [i16]) -> Result<&'a [i16], SoundFault> {
        let room = self.max_frames.saturating_sub(self.file.frames());
        let fits = samples
            .len()
            .min(usize::try_from(room).unwrap_or(usize::MAX));
        let samples = samples.get(..fits).unwrap_or_default();
        self.file.append(samples)?;
        self.peaks.push(samples);
        self.live.push(samples);
        if let Some(peak) = Peak::of(samples) {
            self.loudest = self.loudest.merge(peak);
        }
        Ok(samples)
    }

    /// Writes silence for this many frames, as far as there is room, and notes the gap.
    pub fn silence(&mut self, frames: u64, cause: GapCause) -> Result<(), SoundFault> {
        let start_frame = self.file.frames();
        let frames = frames.min(self.max_frames.saturating_sub(start_frame));
        if frames == 0 {
            return Ok(());
        }
        let uncounted = self.gaps.len() >= limits::GAPS;
        match self.gaps.last_mut() {
            // Beyond counting: all that follows is part of the last one.
            Some(gap) if uncounted => gap.frames = start_frame + frames - gap.start_frame,
            Some(gap) if gap.cause == cause && gap.start_frame + gap.frames == start_frame => {
                gap.frames += frames;
            }
            _ => self.gaps.push(Gap {
                start_frame,
                frames,
                cause,
                away_secs: 0,
            }),
        }
        self.levels.skip(frames);
        let zeros = [0_i16; 4096];
        let mut left = frames;
        while left > 0 {
            let now = left.min(zeros.len() as u64);
            self.write(zeros.get(..now as usize).unwrap_or_default())?;
            left -= now;
        }
        Ok(())
    }

    /// The end after a failed write: what is on disk is made whole.
    pub fn rescue(self, fault: Option<SoundFault>) -> TakeEnd {
        let wav = self.file.wav().to_owned();
        let levels = self.levels();
        // Closes the file; what the encoder still tries to write then may fail and does not matter.
        drop(self.file);
        TakeEnd {
            levels,
            ..rescued(&wav, self.gaps, fault)
        }
    }

    /// The end: the file is closed and gets its name; what is wrong with that is told instead of
    /// nothing.
    pub fn close(self, fault: Option<SoundFault>) -> TakeEnd {
        let frames = self.file.frames();
        if frames == 0 {
            self.file.discard();
            return empty_end(fault);
        }
        let wav = self.file.wav().to_owned();
        let levels = self.levels();
        let peaks = self.peaks.finish();
        let closed = self.file.finish();
        match closed {
            Ok(()) | Err(SoundFault::FolderGone(_)) => TakeEnd {
                state: TakeState::Complete,
                frames,
                sample_rate_hz: self.sample_rate_hz,
                gaps: self.gaps,
                peak_dbfs: peak_dbfs(self.loudest),
                levels,
                fault: fault.or(closed.err()),
                peaks: Arc::new(peaks),
            },
            Err(error) => TakeEnd {
                levels,
                ..rescued(&wav, self.gaps, fault.or(Some(error)))
            },
        }
    }
}
