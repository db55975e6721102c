//! How a take ended, from what is on the disk. Not here: closing its file (`writer`).

use std::path::Path;
use std::sync::Arc;

use crate::analysis::level::dbfs;
use crate::audio::wav;
use crate::audio::wav::take_file::part_of;
use crate::audio::wav::wav_repair::HEADER_BYTES;
use crate::model::fault::SoundFault;
use crate::model::peaks::{Peak, Peaks};
use crate::model::take::{Gap, TakeEnd, TakeState};

/// The end of a take without a frame.
pub fn empty_end(fault: Option<SoundFault>) -> TakeEnd {
    TakeEnd {
        state: TakeState::Empty,
        frames: 0,
        sample_rate_hz: 0,
        gaps: Vec::new(),
        peak_dbfs: None,
        levels: None,
        fault,
        peaks: Arc::new(Peaks::default()),
    }
}

/// The end of a take whose file failed: whatever reached the disk, made whole and read back.
pub fn rescued(wav: &Path, mut gaps: Vec<Gap>, fault: Option<SoundFault>) -> TakeEnd {
    let state = match wav::repair(&part_of(wav)) {
        Ok(repaired) if repaired.frames == 0 => return empty_end(fault),
        Ok(_) => TakeState::Complete,
        // The file keeps its `.part` name; the next start of the program tries again.
        Err(error) => {
            tracing::warn!(%error, "a take could not be made whole");
            TakeState::Recording
        }
    };
    let peaks = match state {
        TakeState::Recording => {
            // Its header is that of the last checkpoint; all that follows it are samples.
            let part = part_of(wav);
            let frames = part
                .metadata()
                .map_or(0, |part| part.len().saturating_sub(HEADER_BYTES) / 2);
            wav::peaks_of(&part, Some(frames))
        }
        _ => wav::peaks_of(wav, None),
    };
    let peaks = peaks.unwrap_or_default();
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
        levels: None,
        fault,
        peaks: Arc::new(peaks),
    }
}

/// The level of the loudest sample; `None` for silence.
pub fn peak_dbfs(loudest: Peak) -> Option<f32> {
    let magnitude = loudest.magnitude();
    (magnitude > 0.0).then(|| dbfs(magnitude))
}
