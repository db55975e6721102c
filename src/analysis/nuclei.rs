//! Syllables without knowing words: peaks of intensity, each parted from the next by a dip, and
//! voiced. After N. H. de Jong and T. Wempe, "Praat script to detect syllable nuclei and measure speech
//! rate automatically", Behavior Research Methods 41 (2009), 385–390; made anew from the paper.
//! Not here: where voice is at all (`runs`).
//!
//! The paper tested it on Dutch. Faint syllables are missed. Its figures are for trends within one
//! language.

use std::ops::Range;

use crate::analysis::frames::Frames;
use crate::analysis::level::Levels;
use crate::analysis::thresholds as at;

/// The analysis frames of syllables within runs.
pub fn nuclei(frames: &Frames, levels: Levels, runs: &[Range<usize>]) -> Vec<usize> {
    let least = (levels.loud - at::NUCLEUS_BELOW_LOUD_DB).max(levels.noise);
    let mut found = Vec::new();
    for run in runs {
        let intensity: Vec<f32> = run.clone().map(|f| smooth(&frames.level_dbfs, f)).collect();
        let peaks = peaks(&intensity, at::DIP_DB);
        let in_take = peaks.into_iter().filter(|peak| {
            let loud = intensity.get(*peak).is_some_and(|level| *level >= least);
            loud && voiced(frames, run.start + peak)
        });
        found.extend(in_take.map(|peak| run.start + peak));
    }
    found
}

/// The level around a frame, under a bell.
fn smooth(level_dbfs: &[f32], frame: usize) -> f32 {
    let reach = at::SMOOTH_REACH;
    let (mut sum, mut weights) = (0.0, 0.0);
    for distance in 0..=2 * reach {
        let turn = (distance + 1) as f32 / (2 * reach + 2) as f32 * std::f32::consts::TAU;
        let weight = 1.0 - turn.cos();
        let level = (frame + distance)
            .checked_sub(reach)
            .and_then(|f| level_dbfs.get(f));
        if let Some(level) = level {
            sum += weight * 10.0_f32.powf(level / 10.0);
            weights += weight;
        }
    }
    10.0 * (sum / weights.max(f32::MIN_POSITIVE)).max(1e-12).log10()
}

/// The highest places that are parted by dips of at least `dip` on both sides; the ends of the run
/// are dips.
fn peaks(intensity: &[f32], dip: f32) -> Vec<usize> {
    let mut found = Vec::new();
    let mut highest: Option<(usize, f32)> = None;
    let mut lowest = f32::NEG_INFINITY;
    for (frame, level) in intensity.iter().enumerate() {
        match highest {
            Some((peak, top)) if *level <= top - dip => {
                found.push(peak);
                highest = None;
                lowest = *level;
            }
            Some((_, top)) if *level <= top => {}
            None if *level < lowest + dip => lowest = lowest.min(*level),
            _ => highest = Some((frame, *level)),
        }
    }
    found.extend(highest.map(|(peak, _)| peak));
    found
}

/// Whether a frame is voiced. The strength of a frame tells of the 53 ms up to its end.
fn voiced(frames: &Frames, frame: usize) -> bool {
    let around = frames.voiced.get(frame + 1..frame + 5).unwrap_or_default();
    around.iter().any(|strength| *strength >= at::VOICED_LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn peaks_are_parted_by_dips() {
        for (intensity, wanted) in [
            (vec![0.0, 5.0, 0.0, 5.0, 0.0], vec![1, 3]),
            // A dip of less than 2 dB parts nothing; the higher of both stays.
            (vec![0.0, 5.0, 3.5, 6.0, 0.0], vec![3]),
            (vec![0.0, 6.0, 4.5, 5.0, 0.0], vec![1]),
            (vec![5.0, 3.0, 4.9, 2.0, 4.1], vec![0, 4]),
            (vec![1.0, 2.0, 3.0], vec![2]),
            (vec![3.0, 2.0, 1.0], vec![0]),
            (vec![4.0; 9], vec![0]),
            (vec![], vec![]),
        ] {
            assert_eq!(peaks(&intensity, 2.0), wanted, "{intensity:?}");
        }
    }

    #[test]
    fn smoothing_keeps_a_level_and_rounds_a_step() {
        let step = [vec![-60.0; 20], vec![-20.0; 20]].concat();
        assert!((smooth(&step, 0) + 60.0).abs() < 1e-3);
        assert!((smooth(&step, 39) + 20.0).abs() < 1e-3);
        let edge = smooth(&step, 19);
        assert!(edge > -30.0 && edge < -20.5, "{edge}");
        assert!(smooth(&[], 0) < -100.0);
    }
}
