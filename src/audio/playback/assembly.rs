//! The sound of an edit list at the rate of the take: pieces of recordings one after another, without
//! a gap and without a click, around and around in a loop. Not here: other rates and the speaker's
//! ring (`feed`), which pieces there are (`flow`).
//!
//! At a joint what was heard goes on for 5 ms under what comes next, from full to nothing, while that
//! comes up: raised cosines whose sum is 1 everywhere. Nothing gets longer or shorter by it.

use crate::analysis::resample::Resampler;
use crate::audio::playback::FADE_SECS;
use crate::audio::sample::from_i16;
use crate::audio::wav::{WavError, WavReader};
use crate::model::edit_list::{EditList, Piece};
use crate::model::speech::Span;

/// Frames read from a file at once.
const BLOCK: usize = 2048;

/// The shortest loop, in fades: 50 ms.
const LEAST_LOOP: usize = 10;

/// Some frames of sound, and where they stand in the take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    pub frames: usize,
    /// Frame of the take at the first of them.
    pub take_frame: f64,
    /// Frames of the take from one to the next.
    pub per_frame: f64,
}

/// The sound of an edit list.
pub struct Assembly {
    sources: Vec<Source>,
    edit: EditList,
    looped: Option<Span>,
    // `None` at the end.
    at: Option<Position>,
    // The sound that was left, already fading; `faded` frames of a joint are over.
    tail: Vec<f32>,
    faded: usize,
    fade_frames: usize,
}

/// Where one is in a piece. Counted at the rate of the take.
#[derive(Clone, Copy, Debug)]
struct Position {
    /// Place of the piece in the list.
    index: usize,
    piece: Piece,
    /// Frames that the piece has, and those that are over.
    frames: u64,
    done: u64,
}

impl Position {
    /// Frames of the take for each frame that is heard.
    fn per_frame(&self) -> f64 {
        self.piece.take.frames() as f64 / self.frames.max(1) as f64
    }

    fn take_frame(&self) -> f64 {
        self.piece.take.start_frame as f64 + self.done as f64 * self.per_frame()
    }

    /// Frames of the piece that are over at a frame of the take.
    fn done_at(&self, take_frame: u64) -> u64 {
        let into = take_frame.saturating_sub(self.piece.take.start_frame);
        ((into as f64 / self.per_frame()).round() as u64).min(self.frames)
    }
}

impl Assembly {
    /// Over recordings, of which the first is the take; `None` for rates that make no sense.
    pub fn new(readers: Vec<WavReader>) -> Option<Self> {
        let rate_hz = readers.first()?.sample_rate_hz();
        let sources: Option<Vec<Source>> = readers
            .into_iter()
            .map(|reader| Source::new(reader, rate_hz))
            .collect();
        Some(Self {
            sources: sources?,
            edit: EditList::default(),
            looped: None,
            at: None,
            tail: Vec::new(),
            faded: 0,
            fade_frames: (FADE_SECS * rate_hz as f32).max(1.0) as usize,
        })
    }

    /// Frames per second of the take, and of all that comes.
    pub fn sample_rate_hz(&self) -> u32 {
        let take = self.sources.first();
        take.map_or(0, |take| take.reader.sample_rate_hz())
    }

    /// Length of each recording in its own frames.
    pub fn lengths(&self) -> Vec<u64> {
        let readers = self.sources.iter().map(|source| &source.reader);
        readers.map(WavReader::frames).collect()
    }

    /// Another list and loop, for what comes after a jump or [`Self::go_on`].
    /// A loop shorter than some fades is made longer.
    pub fn set(&mut self, edit: EditList, looped: Option<Span>) {
        let least = (self.fade_frames * LEAST_LOOP) as u64;
        self.edit = edit;
        self.looped = looped.map(|span| {
            let least_end = span.start_frame.saturating_add(least);
            Span::new(span.start_frame, span.end_frame.max(least_end))
        });
    }

    /// Goes on by the list as it is now, from the same place of the take or from another one.
    /// `false` when all was over already or is now: it takes a jump to hear more.
    pub fn go_on(&mut self, from: Option<u64>) -> Result<bool, WavError> {
        let Some(at) = self.at else {
            return Ok(false);
        };
        let from = from.unwrap_or_else(|| at.take_frame().round() as u64);
        let next = self.position(from);
        if next.is_some() {
            self.join(next)?;
        }
        Ok(next.is_some())
    }

    /// Goes to a frame of the take; whoever listens has faded out.
    pub fn jump(&mut self, take_frame: u64) -> Result<(), WavError> {
        self.tail.clear();
        self.faded = self.fade_frames;
        self.at = self.position(take_frame);
        self.seek()
    }

    /// The frame of the take that comes next; `None` at the end.
    pub fn take_frame(&self) -> Option<f64> {
        self.at.map(|at| at.take_frame())
    }

    /// Appends some frames to `out`, at most one run without a joint in it; `None` at the end.
    pub fn read(&mut self, out: &mut Vec<f32>, most: usize) -> Result<Option<Run>, WavError> {
        // As often as there are pieces and once around: then there is nothing to be heard.
        for _ in 0..self.edit.pieces().len() + 2 {
            let Some(at) = self.at else { break };
            let stop = self.loop_end(&at).unwrap_or(at.frames);
            let left = usize::try_from(stop.saturating_sub(at.done)).unwrap_or(usize::MAX);
            let wanted = left.min(most);
            let from = out.len();
            let frames = if wanted == 0 {
                0
            } else {
                self.mix(out, wanted)?
            };
            if frames > 0 {
                self.fade_to_the_end(&at, out.get_mut(from..).unwrap_or_default());
                if let Some(at) = &mut self.at {
                    at.done += frames as u64;
                }
                return Ok(Some(Run {
                    frames,
                    take_frame: at.take_frame(),
                    per_frame: at.per_frame(),
                }));
            }
            let next = match (self.looped, self.loop_end(&at)) {
                (Some(looped), Some(_)) => self.position(looped.start_frame),
                _ => self.after(&at),
            };
            self.join(next)?;
        }
        self.at = None;
        Ok(None)
    }

    /// Where the loop ends in this piece. One that was left behind, is not reached or holds nothing that
    /// is heard is none.
    fn loop_end(&self, at: &Position) -> Option<u64> {
        let looped = self.looped?;
        let end = looped.end_frame;
        let sounds = self.position(looped.start_frame)?.take_frame() < end as f64;
        let reached = end <= at.piece.take.end_frame || self.is_last_within(at, end);
        let stop = at.done_at(end);
        (sounds && reached && at.done <= stop && at.piece.take.start_frame < end).then_some(stop)
    }

    /// Whether the next piece lies behind the end of the loop.
    fn is_last_within(&self, at: &Position, loop_end: u64) -> bool {
        let next = self.edit.pieces().get(at.index + 1);
        next.is_none_or(|next| next.take.start_frame >= loop_end)
    }

    fn position(&self, take_frame: u64) -> Option<Position> {
        let mut at = self.start_of(self.edit.piece_at(take_frame)?)?;
        at.done = at.done_at(take_frame);
        Some(at)
    }

    fn after(&self, at: &Position) -> Option<Position> {
        self.start_of(at.index + 1)
    }

    fn start_of(&self, index: usize) -> Option<Position> {
        let piece = *self.edit.pieces().get(index)?;
        let ratio = self.sources.get(piece.source)?.ratio;
        Some(Position {
            index,
            piece,
            frames: ((piece.span.frames() as f64 / ratio).round() as u64).max(1),
            done: 0,
        })
    }

    /// Goes on at another place, over a fade.
    fn join(&mut self, next: Option<Position>) -> Result<(), WavError> {
        let Some(next) = next else {
            self.at = None;
            return Ok(());
        };
        if self.goes_on(&next) {
            self.at = Some(next);
            return Ok(());
        }
        let mut tail = Vec::with_capacity(self.fade_frames);
        while tail.len() < self.fade_frames {
            let left = self.fade_frames - tail.len();
            if self.mix(&mut tail, left)? == 0 {
                break;
            }
        }
        for (frame, value) in tail.iter_mut().enumerate() {
            *value *= 1.0 - risen(frame, self.fade_frames);
        }
        self.tail = tail;
        self.faded = 0;
        self.at = Some(next);
        self.seek()
    }

    /// Whether a place is the very next of what is heard now.
    fn goes_on(&self, next: &Position) -> bool {
        let Some(at) = &self.at else { return false };
        let source =
            |position: &Position| (position.piece.source, position.piece.gain_db.to_bits());
        let frame = |position: &Position| position.piece.span.start_frame + position.done;
        let plain = self
            .sources
            .get(at.piece.source)
            .is_some_and(|source| source.resampler.is_none());
        plain && source(at) == source(next) && frame(at) == frame(next)
    }

    fn seek(&mut self) -> Result<(), WavError> {
        match self.at {
            Some(at) => match self.sources.get_mut(at.piece.source) {
                Some(source) => source.seek(at.piece.span.start_frame, at.done),
                None => Ok(()),
            },
            None => Ok(()),
        }
    }

    /// Appends frames of the piece, with its gain, and with the tail of what was before.
    fn mix(&mut self, out: &mut Vec<f32>, most: usize) -> Result<usize, WavError> {
        let Some(at) = self.at else { return Ok(0) };
        let Some(source) = self.sources.get_mut(at.piece.source) else {
            return Ok(0);
        };
        let from = out.len();
        let frames = source.read(out, most)?;
        let gain = 10_f32.powf(at.piece.gain_db / 20.0);
        for value in out.get_mut(from..).unwrap_or_default() {
            *value *= gain;
            if self.faded < self.fade_frames {
                let left = self.tail.get(self.faded).copied().unwrap_or(0.0);
                *value = *value * risen(self.faded, self.fade_frames) + left;
                self.faded += 1;
            }
        }
        Ok(frames)
    }

    /// The very end does not stop short, wherever it is.
    fn fade_to_the_end(&self, at: &Position, sound: &mut [f32]) {
        let last = at.index + 1 == self.edit.pieces().len();
        if !last || self.loop_end(at).is_some() {
            return;
        }
        let left = at.frames.saturating_sub(at.done);
        let file_ends = self
            .sources
            .get(at.piece.source)
            .is_some_and(|source| at.piece.span.end_frame >= source.reader.frames());
        // The end of a file fades by itself.
        if file_ends {
            return;
        }
        for (frame, value) in (0..left).rev().zip(sound) {
            *value *= ((frame + 1) as f32 / self.fade_frames as f32).min(1.0);
        }
    }
}

/// How far a fade has come at one of its frames, 0 to 1.
fn risen(frame: usize, fade_frames: usize) -> f32 {
    let part = (frame as f32 + 0.5) / fade_frames as f32;
    0.5 - 0.5 * (part * std::f32::consts::PI).cos()
}

/// A recording, read at the rate of the take.
struct Source {
    reader: WavReader,
    // `None` for the take's own rate.
    resampler: Option<Resampler>,
    /// Frames of the recording for each frame of the take's rate.
    ratio: f64,
    // What is ready, from `next` on.
    ready: Vec<f32>,
    next: usize,
    frame: u64,
    over: bool,
    // Kept to be used again.
    samples: Vec<i16>,
    floats: Vec<f32>,
}

impl Source {
    fn new(reader: WavReader, rate_hz: u32) -> Option<Self> {
        let own_hz = reader.sample_rate_hz();
        let resampler = if own_hz == rate_hz {
            None
        } else {
            Some(Resampler::new(own_hz, rate_hz)?)
        };
        Some(Self {
            reader,
            resampler,
            ratio: f64::from(own_hz) / f64::from(rate_hz.max(1)),
            ready: Vec::new(),
            next: 0,
            frame: 0,
            over: false,
            samples: Vec::with_capacity(BLOCK),
            floats: Vec::with_capacity(BLOCK),
        })
    }

    /// Goes to a place: a frame of the recording and frames of the take's rate from there.
    fn seek(&mut self, start_frame: u64, done: u64) -> Result<(), WavError> {
        let into = (done as f64 * self.ratio).round() as u64;
        self.frame = start_frame.saturating_add(into).min(self.reader.frames());
        self.ready.clear();
        self.next = 0;
        self.over = false;
        if let Some(resampler) = &mut self.resampler {
            resampler.reset();
        }
        self.reader.seek(self.frame)
    }

    /// Appends up to `most` frames at the take's rate; none are the end.
    fn read(&mut self, out: &mut Vec<f32>, most: usize) -> Result<usize, WavError> {
        while self.next >= self.ready.len() && !self.over {
            self.read_block()?;
        }
        let waiting = self.ready.get(self.next..).unwrap_or_default();
        let taken = waiting.len().min(most);
        out.extend(waiting.iter().take(taken));
        self.next += taken;
        Ok(taken)
    }

    fn read_block(&mut self) -> Result<(), WavError> {
        self.ready.clear();
        self.next = 0;
        self.samples.clear();
        self.floats.clear();
        let read = self.reader.read(&mut self.samples, BLOCK)?;
        let fade = (FADE_SECS * self.reader.sample_rate_hz() as f32).max(1.0);
        let to_end = self.reader.frames().saturating_sub(self.frame);
        self.frame += read as u64;
        self.over = read == 0;
        let faded = self.samples.iter().enumerate().map(|(index, &sample)| {
            let left = to_end.saturating_sub(index as u64) as f32;
            from_i16(sample) * (left / fade).min(1.0)
        });
        match &mut self.resampler {
            None => self.ready.extend(faded),
            Some(resampler) => {
                self.floats.extend(faded);
                resampler.push(&self.floats, &mut self.ready);
                if self.over {
                    resampler.finish(&mut self.ready);
                }
            }
        }
        Ok(())
    }
}
