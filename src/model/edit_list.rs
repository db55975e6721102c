//! Which parts of which recordings are heard one after another, and where each of them stands in the
//! take that is drawn. Trimming, skipped pauses, a mended sentence and equal loudness are all lists of
//! this kind; a take as it is, is a list of one piece. Not here: how pieces are joined
//! (`audio::playback::assembly`), which lists there are (`flow`).
//!
//! Places are frames of the take everywhere but in [`Piece::span`].

use crate::model::speech::Span;

/// A part of a recording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Which recording of those that are played, counted from 0. The first is the take itself.
    pub source: usize,
    /// What is heard of it, in its own frames.
    pub span: Span,
    /// What it stands for in the take. Another length than that of `span` is a sentence said anew.
    pub take: Span,
    /// How much louder it is played, in dB; 0 leaves it as it is.
    pub gain_db: f32,
}

impl Piece {
    /// A part of the take, as it is.
    pub const fn of_take(span: Span) -> Self {
        Self {
            source: 0,
            span,
            take: span,
            gain_db: 0.0,
        }
    }

    /// What is left of it within a span of the take.
    fn within(self, take: Span) -> Option<Self> {
        let take = self.take.within(take)?;
        let span = Span::new(
            self.source_frame(take.start_frame),
            self.source_frame(take.end_frame),
        );
        (span.frames() > 0).then_some(Self { span, take, ..self })
    }

    /// The frame of the recording that stands for a frame of the take.
    fn source_frame(self, take_frame: u64) -> u64 {
        let into = take_frame.saturating_sub(self.take.start_frame);
        let into = scaled(into, self.span.frames(), self.take.frames());
        self.span.start_frame.saturating_add(into)
    }
}

/// `frames` × `to` ÷ `from`, rounded down.
fn scaled(frames: u64, to: u64, from: u64) -> u64 {
    let scaled = u128::from(frames) * u128::from(to) / u128::from(from.max(1));
    u64::try_from(scaled).unwrap_or(u64::MAX)
}

/// Pieces in the order of the take. None is empty, and none begins before the former has ended.
#[must_use]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EditList {
    pieces: Vec<Piece>,
}

impl EditList {
    /// A list of those pieces that keep the order.
    pub fn new(pieces: impl IntoIterator<Item = Piece>) -> Self {
        let mut list = Self::default();
        for piece in pieces {
            let full = piece.span.frames() > 0 && piece.take.frames() > 0;
            if full && piece.take.start_frame >= list.end() {
                list.pieces.push(piece);
            }
        }
        list
    }

    /// A take of so many frames as it is.
    pub fn whole(frames: u64) -> Self {
        Self::new([Piece::of_take(Span::new(0, frames))])
    }

    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The first frame that is heard; 0 when nothing is.
    pub fn start(&self) -> u64 {
        self.pieces
            .first()
            .map_or(0, |piece| piece.take.start_frame)
    }

    /// The first frame after all that is heard; 0 when nothing is.
    pub fn end(&self) -> u64 {
        self.pieces.last().map_or(0, |piece| piece.take.end_frame)
    }

    /// Only what is within a span of the take.
    pub fn within(&self, take: Span) -> Self {
        Self::new(self.pieces.iter().filter_map(|piece| piece.within(take)))
    }

    /// All but these spans of the take, which are in order and apart.
    pub fn without(&self, cuts: &[Span]) -> Self {
        let starts = cuts.iter().map(|cut| cut.start_frame).chain([u64::MAX]);
        let ends = [0].into_iter().chain(cuts.iter().map(|cut| cut.end_frame));
        let kept: Vec<Span> = ends.zip(starts).map(|(a, b)| Span::new(a, b)).collect();
        let parts = self
            .pieces
            .iter()
            .flat_map(|piece| kept.iter().filter_map(|kept| piece.within(*kept)));
        Self::new(parts)
    }

    /// Only what is there when the recordings have these lengths in frames.
    pub fn over(&self, lengths: &[u64]) -> Self {
        Self::new(self.pieces.iter().filter_map(|piece| {
            let there = Span::new(0, *lengths.get(piece.source)?);
            let span = piece.span.within(there)?;
            let there = scaled(span.frames(), piece.take.frames(), piece.span.frames());
            let start = piece.take.start_frame;
            let take = Span::new(start, start + there);
            Some(Piece {
                span,
                take,
                ..*piece
            })
        }))
    }

    /// The piece that holds a frame of the take, by its place in the list, or else the next one.
    pub fn piece_at(&self, take_frame: u64) -> Option<usize> {
        let at = self
            .pieces
            .partition_point(|piece| piece.take.end_frame <= take_frame);
        (at < self.pieces.len()).then_some(at)
    }

    /// The frame of the take itself, or that where the next piece begins, or the end of all.
    pub fn heard_from(&self, take_frame: u64) -> u64 {
        let piece = self.piece_at(take_frame).and_then(|at| self.pieces.get(at));
        piece.map_or(self.end(), |piece| piece.take.start_frame.max(take_frame))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(list: &EditList) -> Vec<(u64, u64)> {
        let take = list.pieces().iter().map(|piece| piece.take);
        take.map(|take| (take.start_frame, take.end_frame))
            .collect()
    }

    #[test]
    fn parts_are_cut_out_and_trimmed() {
        let list = EditList::whole(1_000).without(&[Span::new(100, 200), Span::new(500, 600)]);
        assert_eq!(spans(&list), [(0, 100), (200, 500), (600, 1_000)]);
        let list = list.within(Span::new(150, 650));
        assert_eq!(spans(&list), [(200, 500), (600, 650)]);
        assert_eq!((list.start(), list.end()), (200, 650));
        assert_eq!(list.heard_from(0), 200);
        assert_eq!(list.heard_from(300), 300);
        assert_eq!(list.heard_from(500), 600);
        assert_eq!(list.heard_from(700), 650);
        assert!(EditList::whole(0).pieces().is_empty());
        assert_eq!(
            EditList::whole(10).without(&[Span::new(0, 10)]).pieces(),
            []
        );
    }

    #[test]
    fn what_is_not_there_is_left_out() {
        let said_anew = Piece {
            source: 1,
            span: Span::new(0, 50),
            take: Span::new(100, 200),
            gain_db: -1.0,
        };
        let list = EditList::new([
            Piece::of_take(Span::new(0, 100)),
            said_anew,
            Piece::of_take(Span::new(150, 300)),
            Piece::of_take(Span::new(200, 300)),
        ]);
        assert_eq!(spans(&list), [(0, 100), (100, 200), (200, 300)]);
        assert_eq!(
            spans(&list.over(&[250, 50])),
            [(0, 100), (100, 200), (200, 250)]
        );
        assert_eq!(spans(&list.over(&[250])), [(0, 100), (200, 250)]);
        let half = list.within(Span::new(150, 300));
        assert_eq!(half.pieces()[0].span, Span::new(25, 50));
    }
}
