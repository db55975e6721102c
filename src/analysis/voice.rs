//! How much a sound is like a voice, by a small network (the crate `earshot`), brought to analysis
//! frames. Not here: what score is enough (`thresholds`), levels (`frames`).

use earshot::Detector;

use crate::analysis::thresholds::{DETECTOR_SAMPLES, FRAME_SAMPLES};

/// Takes samples of 16 kHz in pieces of any size.
pub struct VoiceScores {
    detector: Box<Detector>,
    piece: [f32; DETECTOR_SAMPLES],
    filled: usize,
    // One score, 0 to 1, for each piece.
    scores: Vec<f32>,
}

impl VoiceScores {
    /// Nothing heard yet.
    pub fn new() -> Self {
        Self {
            detector: Detector::default_boxed(),
            piece: [0.0; DETECTOR_SAMPLES],
            filled: 0,
            scores: Vec::new(),
        }
    }

    /// Takes the next samples, −1 to 1.
    pub fn push(&mut self, samples: &[f32]) {
        let mut rest = samples;
        while !rest.is_empty() {
            let room = DETECTOR_SAMPLES.saturating_sub(self.filled).max(1);
            let (now, later) = rest.split_at(rest.len().min(room));
            let open = self.piece.iter_mut().skip(self.filled);
            for (place, sample) in open.zip(now) {
                *place = *sample;
            }
            self.filled += now.len();
            rest = later;
            if self.filled >= DETECTOR_SAMPLES {
                self.score();
            }
        }
    }

    /// One score for each of `frames` analysis frames; the rest of the last piece is silence.
    pub fn finish(mut self, frames: usize) -> Vec<f32> {
        if self.filled > 0 {
            self.piece
                .iter_mut()
                .skip(self.filled)
                .for_each(|s| *s = 0.0);
            self.score();
        }
        (0..frames)
            .map(|frame| {
                // The piece that the middle of the frame lies in.
                let at = (frame * FRAME_SAMPLES + FRAME_SAMPLES / 2) / DETECTOR_SAMPLES;
                self.scores.get(at).copied().unwrap_or(0.0)
            })
            .collect()
    }

    fn score(&mut self) {
        self.scores.push(self.detector.predict_f32(&self.piece));
        self.filled = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_and_noise_are_no_voice_whatever_the_pieces() {
        let mut state = 1_u64;
        let sound: Vec<f32> = (0..16_000)
            .map(|at| {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                if at < 8_000 {
                    0.0
                } else {
                    (state >> 40) as f32 / (1 << 24) as f32 - 0.5
                }
            })
            .collect();
        let scores = |size: usize| {
            let mut scores = VoiceScores::new();
            sound.chunks(size).for_each(|piece| scores.push(piece));
            scores.finish(100)
        };
        let whole = scores(16_000);
        assert_eq!(whole.len(), 100);
        assert!(whole.iter().skip(10).all(|score| *score < 0.5), "{whole:?}");
        assert_eq!(whole, scores(77));
    }
}
