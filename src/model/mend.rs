//! A sentence of an answer that was said again in a take of its own, and the answer with it in its place.
//! The recording of the answer stays as it is. Not here: how pieces are joined
//! (`audio::playback::assembly`), how loud they are (`analysis::loudness`).

use crate::model::attempt::AttemptId;
use crate::model::edit_list::{EditList, Piece};
use crate::model::speech::Span;

/// Most that a sentence said again is made louder or softer, in dB: beyond it a level is wrong, not a
/// voice.
pub const MOST_GAIN_DB: f32 = 12.0;

/// What a take says again: a stretch of the answer, in its frames.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MendOf {
    pub id: AttemptId,
    pub span: Span,
}

/// A stretch of an answer in whose place a take of it is heard. Without one it is heard as it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// In frames of the answer.
    pub span: Span,
    pub kept: AttemptId,
}

/// Hears a take in place of a stretch, or the stretch itself. Others that share a frame with it give way:
/// one place can sound in one way only.
pub fn keep(mends: &mut Vec<Mend>, span: Span, take: Option<AttemptId>) {
    mends.retain(|mend| mend.span.within(span).is_none());
    mends.extend(take.map(|kept| Mend { span, kept }));
    mends.sort_by_key(|mend| mend.span.start_frame);
}

/// What is heard in place of a stretch.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The stretch, in frames of the answer.
    pub span: Span,
    pub take: AttemptId,
    /// What is heard of the take, in its own frames.
    pub heard: Span,
    pub gain_db: f32,
}

/// An answer of so many frames with what was said again in its place. The recordings beside that of the
/// answer are those of `said`, in the same order. One that begins before the former has ended is left
/// out.
pub fn assembled(frames: u64, said: &[Said]) -> EditList {
    let mut pieces = Vec::new();
    let mut at = 0;
    for (index, part) in said.iter().enumerate() {
        let there = part.span.within(Span::new(at, frames)) == Some(part.span);
        if !there || part.heard.frames() == 0 {
            continue;
        }
        pieces.push(Piece::of_take(Span::new(at, part.span.start_frame)));
        pieces.push(Piece {
            source: index + 1,
            span: part.heard,
            take: part.span,
            gain_db: part.gain_db,
        });
        at = part.span.end_frame;
    }
    pieces.push(Piece::of_take(Span::new(at, frames)));
    EditList::new(pieces)
}

/// By how much a take is made louder to sound like what it stands for, from the loudness of both in LUFS;
/// 0 where one is not known.
pub fn gain_db(instead_of: Option<f32>, take: Option<f32>) -> f32 {
    let gain = instead_of.zip(take).map(|(of, take)| of - take);
    gain.filter(|gain| gain.is_finite())
        .map_or(0.0, |gain| gain.clamp(-MOST_GAIN_DB, MOST_GAIN_DB))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(name: &str) -> AttemptId {
        AttemptId::parse(&format!("2026-11-21_120522_x_{name}")).unwrap()
    }

    fn said(start: u64, end: u64, frames: u64) -> Said {
        Said {
            span: Span::new(start, end),
            take: take("0001"),
            heard: Span::new(7, 7 + frames),
            gain_db: 3.0,
        }
    }

    #[test]
    fn what_was_said_again_stands_in_its_place() {
        let list = assembled(100, &[said(10, 20, 30), said(20, 40, 5)]);
        let found: Vec<_> = list
            .pieces()
            .iter()
            .map(|piece| (piece.source, piece.span, piece.take))
            .collect();
        let of_take = |a, b| (0, Span::new(a, b), Span::new(a, b));
        let expected = [
            of_take(0, 10),
            (1, Span::new(7, 37), Span::new(10, 20)),
            (2, Span::new(7, 12), Span::new(20, 40)),
            of_take(40, 100),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let whole = EditList::whole(100);
        for odd in [said(90, 110, 5), said(10, 10, 5), said(10, 20, 0)] {
            assert_eq!(assembled(100, &[odd]), whole);
        }
        let both = assembled(100, &[said(10, 30, 5), said(20, 40, 5)]);
        assert_eq!(both, assembled(100, &[said(10, 30, 5)]));
        assert!(assembled(0, &[]).pieces().is_empty());
    }

    #[test]
    fn one_place_sounds_in_one_way() {
        let (a, b) = (take("000a"), take("000b"));
        let mut mends = Vec::new();
        keep(&mut mends, Span::new(50, 60), Some(a.clone()));
        keep(&mut mends, Span::new(10, 20), Some(a.clone()));
        let spans = |mends: &[Mend]| -> Vec<u64> {
            mends.iter().map(|mend| mend.span.start_frame).collect()
        };
        assert_eq!(spans(&mends), [10, 50]);
        keep(&mut mends, Span::new(10, 20), Some(b.clone()));
        assert_eq!(mends.first().map(|mend| &mend.kept), Some(&b));
        keep(&mut mends, Span::new(15, 55), Some(a));
        assert_eq!(spans(&mends), [15]);
        keep(&mut mends, Span::new(15, 55), None);
        assert!(mends.is_empty());
    }

    #[test]
    fn levels_are_matched_within_reason() {
        for (of, take, gain) in [
            (Some(-23.0), Some(-26.0), 3.0),
            (Some(-40.0), Some(-20.0), -MOST_GAIN_DB),
            (Some(-20.0), Some(-120.0), MOST_GAIN_DB),
            (None, Some(-20.0), 0.0),
            (Some(f32::NAN), Some(-20.0), 0.0),
        ] {
            assert!((gain_db(of, take) - gain).abs() < 1e-6, "{of:?} {take:?}");
        }
    }
}
