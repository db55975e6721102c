//! Where a voice sounds and where it pauses, from frames of 10 ms.
//! Not here: syllables (`nuclei`), measures (`measures`).
//!
//! A frame sounds when it is loud enough and near to what the detector takes for a voice. The edges
//! of a voice are fainter than the level that tells it from noise, so they are followed a little way
//! down. Then gaps that are no pause are closed, and what is too short for a voice is dropped.

use std::ops::Range;

use crate::analysis::frames::Frames;
use crate::analysis::level::{Levels, SILENCE_DBFS};
use crate::analysis::nuclei;
use crate::analysis::stretches::{close_gaps, hysteresis, ranges, spread};
use crate::analysis::thresholds as at;
use crate::model::speech::{Span, Speech};

/// The voice in a recording. Within the masks another sound is known to be, such as a cue: a frame
/// there counts as voice only if the voice sounds right before and right after it.
pub fn speech(frames: &Frames, masks: &[Span]) -> Speech {
    let levels = levels(frames);
    let masks: Vec<_> = masks.iter().map(|mask| cover(frames, *mask)).collect();
    let runs = runs(frames, levels, &masks);
    let nuclei = nuclei::nuclei(frames, levels, &runs);
    Speech {
        version: at::ANALYSIS_VERSION,
        sample_rate_hz: frames.sample_rate_hz,
        start_frame: 0,
        frames: frames.take_frames,
        noise_dbfs: levels.noise,
        threshold_dbfs: levels.threshold(),
        runs: runs
            .into_iter()
            .map(|run| Span::new(frames.take_frame(run.start), frames.take_frame(run.end)))
            .collect(),
        nuclei: nuclei
            .into_iter()
            .map(|nucleus| frames.take_frame(nucleus))
            .collect(),
    }
}

/// The analysis frames that a mask touches.
fn cover(frames: &Frames, mask: Span) -> Range<usize> {
    let last = mask.end_frame.saturating_sub(1);
    frames.at(mask.start_frame)..frames.at(last).saturating_add(1)
}

/// How loud room and voice are. Frames in which nothing moves come from muting and lost buffers, not
/// from a room.
pub fn levels(frames: &Frames) -> Levels {
    let near = spread(&enough_voice(frames), at::NOISE_DISTANCE);
    let moving = |level: &f32| *level > SILENCE_DBFS;
    let mut all: Vec<f32> = frames.level_dbfs.iter().copied().filter(moving).collect();
    let mut room: Vec<f32> = frames
        .level_dbfs
        .iter()
        .zip(&near)
        .filter(|(level, near)| moving(level) && !**near)
        .map(|(level, _)| *level)
        .collect();
    let noise = if room.len() >= at::NOISE_FRAMES_LEAST {
        quantile(&mut room, 0.5)
    } else {
        quantile(&mut all, at::NOISE_SHARE)
    };
    Levels {
        noise,
        loud: quantile(&mut all, at::LOUD_SHARE),
    }
}

/// The level that this share of the frames does not exceed.
fn quantile(levels: &mut [f32], share: f64) -> f32 {
    let at = (levels.len() as f64 * share) as usize;
    let at = at.min(levels.len().saturating_sub(1));
    if levels.is_empty() {
        return SILENCE_DBFS;
    }
    *levels.select_nth_unstable_by(at, f32::total_cmp).1
}

/// Frames the detector takes for a voice.
fn enough_voice(frames: &Frames) -> Vec<bool> {
    hysteresis(&frames.voice, at::VOICE_ENTER, at::VOICE_LEAVE)
}

/// Runs in analysis frames.
fn runs(frames: &Frames, levels: Levels, masks: &[Range<usize>]) -> Vec<Range<usize>> {
    let near = spread(&enough_voice(frames), at::VOICE_REACH);
    let threshold = levels.threshold();
    let mut on = hysteresis(&frames.level_dbfs, threshold, threshold - at::RELEASE_DB);
    for (on, near) in on.iter_mut().zip(near) {
        *on &= near;
    }
    for range in ranges(&on) {
        if !believed(&frames.voice, &range)
            && let Some(on) = on.get_mut(range)
        {
            on.fill(false);
        }
    }
    follow_edges(&mut on, frames, levels.edge());
    for mask in masks {
        cut(&mut on, mask);
    }
    let mut runs = close_gaps(ranges(&on), at::PAUSE_LEAST);
    runs.retain(|run| run.len() >= at::RUN_LEAST);
    runs
}

/// Whether a loud stretch near a voice is voice. A short one may be a click: the detector goes on for
/// a while after a voice, so there it has to be sure.
fn believed(voice: &[f32], range: &Range<usize>) -> bool {
    let heard = range.start..range.end.saturating_add(at::VOICE_DELAY).min(voice.len());
    let scores = voice.get(heard).unwrap_or_default();
    range.len() >= at::SHORT || scores.iter().any(|score| *score >= at::VOICE_SURE)
}

/// Follows both edges of each stretch down to a level; at its end over a short closure, too, as
/// before the last sound of "that", while the detector is still sure.
fn follow_edges(on: &mut [bool], frames: &Frames, edge: f32) {
    for range in ranges(on) {
        let level = |frame: usize| frames.level_dbfs.get(frame).copied();
        let faint = |frame: usize| level(frame).is_some_and(|level| level >= edge);
        let reach = range.start.saturating_sub(at::EDGE_REACH)..range.start;
        let start = reach.rev().take_while(|frame| faint(*frame)).last();
        let mut end = range.end;
        for frame in range.end..range.end.saturating_add(at::EDGE_REACH) {
            let sure = || {
                frames
                    .voice
                    .get(frame)
                    .is_some_and(|v| *v >= at::VOICE_SURE)
            };
            if faint(frame) && (end == frame || sure()) {
                end = frame + 1;
            }
        }
        if let Some(on) = on.get_mut(start.unwrap_or(range.start)..end) {
            on.fill(true);
        }
    }
}

/// Takes a mask out, unless the voice sounds on both sides of it.
fn cut(on: &mut [bool], mask: &Range<usize>) {
    let is_on = |frame: Option<usize>| frame.and_then(|f| on.get(f)).copied().unwrap_or(false);
    let through = is_on(mask.start.checked_sub(1)) && is_on(Some(mask.end));
    let end = mask.end.min(on.len());
    if let Some(masked) = on.get_mut(mask.start.min(end)..end) {
        masked.fill(through);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::frames::Listener;
    use crate::analysis::vowels::{Noise, SYLLABLES_PER_SEC, take};
    use proptest::prelude::*;

    const RATE: u32 = 16_000;
    const VOICE: [(f64, f64); 4] = [(1.0, 3.0), (3.5, 5.0), (5.2, 6.2), (8.0, 10.5)];
    /// The 200 ms after 5 s are no pause.
    const RUNS: [(f64, f64); 3] = [(1.0, 3.0), (3.5, 6.2), (8.0, 10.5)];

    fn frames(samples: &[i16], rate: u32) -> Frames {
        let mut listener = Listener::new(rate).unwrap();
        listener.push(samples);
        listener.finish()
    }

    fn heard(samples: &[i16], rate: u32) -> Speech {
        speech(&frames(samples, rate), &[])
    }

    #[track_caller]
    fn assert_runs(speech: &Speech, wanted: &[(f64, f64)], within_secs: f64) {
        let found: Vec<(f64, f64)> = speech
            .runs
            .iter()
            .map(|run| (speech.secs(run.start_frame), speech.secs(run.end_frame)))
            .collect();
        let near = |a: f64, b: f64| (a - b).abs() <= within_secs;
        let same = found.len() == wanted.len()
            && found
                .iter()
                .zip(wanted)
                .all(|(a, b)| near(a.0, b.0) && near(a.1, b.1));
        assert!(same, "{found:?} is not {wanted:?}");
    }

    #[test]
    fn runs_are_where_the_voice_is() {
        for (rate, room) in [
            (48_000, 1e-4),
            (44_100, 1e-3),
            (16_000, 3e-3),
            (22_050, 1e-3),
        ] {
            let speech = heard(&take(rate, 12.0, &VOICE, room), rate);
            assert_runs(&speech, &RUNS, 0.05);
            assert_eq!(speech.frames, 12 * u64::from(rate));
        }
    }

    #[test]
    fn clicks_and_hiss_are_no_voice_and_silence_has_none() {
        let mut samples = take(RATE, 12.0, &VOICE, 1e-3);
        let mut noise = Noise::new(3);
        for secs in [0.4, 3.2, 7.0, 7.1, 11.0] {
            let start = (secs * f64::from(RATE)) as usize;
            for (at, sample) in samples[start..start + 400].iter_mut().enumerate() {
                *sample += (noise.next() * 8_000.0 * (-(at as f64) / 40.0).exp()) as i16;
            }
        }
        let start = 7 * RATE as usize + RATE as usize / 2;
        for sample in &mut samples[start..start + 4_000] {
            *sample += (noise.next() * 400.0) as i16;
        }
        assert_runs(&heard(&samples, RATE), &RUNS, 0.05);

        for nothing in [vec![0; 32_000], Vec::new(), take(RATE, 3.0, &[], 0.05)] {
            let speech = heard(&nothing, RATE);
            assert_eq!((speech.runs.len(), speech.nuclei.len()), (0, 0));
        }
    }

    #[test]
    fn lost_buffers_are_no_room() {
        // Zeros in a pause must not make the murmur of the room stand out.
        let mut samples = take(RATE, 12.0, &VOICE, 5e-3);
        samples[6 * 16_000 + 8_000..7 * 16_000].fill(0);
        let speech = heard(&samples, RATE);
        assert_runs(&speech, &RUNS, 0.05);
        assert!(
            (speech.noise_dbfs + 51.0).abs() < 1.5,
            "{}",
            speech.noise_dbfs
        );
    }

    #[test]
    fn the_sound_of_a_cue_is_no_voice() {
        let sounding = [VOICE.as_slice(), &[(7.0, 7.3)]].concat();
        let samples = take(RATE, 12.0, &sounding, 1e-3);
        assert_eq!(heard(&samples, RATE).runs.len(), 4);
        let mask = |from: u64, to: u64| Span::new(from * 16, to * 16);
        let masked = |mask| speech(&frames(&samples, RATE), &[mask]);
        assert_runs(&masked(mask(6_950, 7_350)), &RUNS, 0.05);
        // Who speaks on through the cue is not cut in two.
        let through = masked(mask(4_000, 4_400));
        assert_eq!(through.runs, heard(&samples, RATE).runs);
        // A cue at the end of a run cannot make it longer.
        let end = masked(mask(6_000, 6_400));
        assert!((end.secs(end.runs[1].end_frame) - 6.0).abs() < 0.02);
        assert_eq!(masked(mask(90_000, 95_000)).runs.len(), 4);
    }

    #[test]
    fn syllables_are_counted() {
        for room in [1e-4, 3e-3] {
            let speech = heard(&take(48_000, 12.0, &VOICE, room), 48_000);
            let secs: f64 = VOICE.iter().map(|(from, to)| to - from).sum();
            let wanted = (secs * SYLLABLES_PER_SEC) as usize;
            let found = speech.nuclei.len();
            assert!(found.abs_diff(wanted) <= 2, "{found} of {wanted}");
            let inside = |nucleus: &u64| speech.runs.iter().any(|run| run.holds(*nucleus));
            assert!(speech.nuclei.iter().all(inside));
        }
        // Loud, parted and not voiced.
        let mut noise = Noise::new(5);
        let bursts: Vec<i16> = (0..64_000)
            .map(|at| {
                if at / 2_000 % 2 == 0 {
                    (noise.next() * 9_000.0) as i16
                } else {
                    0
                }
            })
            .collect();
        assert_eq!(heard(&bursts, RATE).nuclei.len(), 0);
    }

    #[test]
    fn neither_loudness_nor_place_change_what_is_found() {
        let samples = take(RATE, 12.0, &VOICE, 1e-3);
        let plain = heard(&samples, RATE);
        for db in [-6.0_f64, 6.0] {
            let gain = 10.0_f64.powf(db / 20.0);
            let other: Vec<i16> = samples
                .iter()
                .map(|sample| (f64::from(*sample) * gain).round() as i16)
                .collect();
            let other = heard(&other, RATE);
            assert_runs(&other, &in_secs(&plain), 0.021);
            assert!(other.nuclei.len().abs_diff(plain.nuclei.len()) <= 1, "{db}");
        }
        // Frames of both kinds, of 10 and of 16 ms, begin together each 80 ms.
        for frames_80_ms in [1_usize, 7, 50] {
            let shift = frames_80_ms * 1_280;
            let mut noise = Noise::new(9);
            let mut later: Vec<i16> = (0..shift).map(|_| (noise.next() * 32.0) as i16).collect();
            later.extend(&samples);
            let secs = shift as f64 / f64::from(RATE);
            let moved: Vec<_> = in_secs(&plain)
                .iter()
                .map(|(a, b)| (a + secs, b + secs))
                .collect();
            assert_runs(&heard(&later, RATE), &moved, 0.011);
        }
    }

    fn in_secs(speech: &Speech) -> Vec<(f64, f64)> {
        let secs = |run: &Span| (speech.secs(run.start_frame), speech.secs(run.end_frame));
        speech.runs.iter().map(secs).collect()
    }

    proptest! {
        #[test]
        fn runs_and_pauses_keep_their_least_lengths(
            levels in prop::collection::vec((1_usize..60, -90.0_f32..-10.0, 0.0_f32..1.0), 1..40),
            mask in (0_u64..200_000, 0_u64..20_000),
        ) {
            let mut frames = Frames {
                sample_rate_hz: RATE,
                take_frames: 0,
                level_dbfs: Vec::new(),
                voice: Vec::new(),
                voiced: Vec::new(),
            };
            for (length, level, voice) in levels {
                frames.level_dbfs.extend(std::iter::repeat_n(level, length));
                frames.voice.extend(std::iter::repeat_n(voice, length));
                frames.voiced.extend(std::iter::repeat_n(voice, length));
            }
            frames.take_frames = frames.voice.len() as u64 * 160;
            let found = speech(&frames, &[Span::new(mask.0, mask.0 + mask.1)]);
            prop_assert!(found.runs.iter().all(|run| run.frames() >= 1_600));
            prop_assert!(found.pauses().all(|pause| pause.frames() >= 4_000));
            prop_assert!(found.runs.last().is_none_or(|run| run.end_frame <= found.frames));
            let voice: u64 = found.runs.iter().map(|run| run.frames()).sum();
            let silence: u64 = found.pauses().map(Span::frames).sum();
            prop_assert_eq!(voice + silence, found.answer().map_or(0, Span::frames));
            let inside = |nucleus: &u64| found.runs.iter().any(|run| run.holds(*nucleus));
            prop_assert!(found.nuclei.iter().all(inside) && found.nuclei.is_sorted());
        }
    }
}
