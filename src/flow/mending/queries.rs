//! What is asked of the state about sentences said again.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::flow::heard;
use crate::flow::listening::can_be_heard;
use crate::flow::mending::{Heard, Mended, PendingMend};
use crate::flow::state::State;
use crate::flow::task::Task;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::mend::{self, Said};
use crate::model::speech::Span;
use crate::model::take::frames_from_seconds;

/// How much around a voice is heard with it, in seconds: the breath before, the end of a hiss.
const AROUND_SECS: f64 = 0.06;

impl State {
    /// The sentence that is now to be said again.
    pub fn mending(&self) -> Option<&PendingMend> {
        match &self.practice.task {
            Task::Mend(pending) => Some(pending),
            _ => None,
        }
    }

    /// The take that is chosen for the sentence on the card, if it is there.
    pub fn chosen_take(&self) -> Option<&AttemptId> {
        let PendingMend { of, span, .. } = self.mending()?;
        let mut mends = self.attempt(of)?.mends.iter();
        let kept = &mends.find(|mend| mend.span == *span)?.kept;
        self.library.mends.contains_key(kept).then_some(kept)
    }

    /// What lies above (−1) or below (1) the one that is chosen; `None` inside is what was said first,
    /// which stands above all takes.
    pub fn take_beside(&self, by: i32) -> Option<Option<AttemptId>> {
        let PendingMend { of, span, .. } = self.mending()?;
        let takes = self.mends_at(of, *span);
        let chosen = self.chosen_take();
        let at = chosen.and_then(|chosen| takes.iter().position(|take| take.id == *chosen));
        let at = at.map_or(0, |at| at + 1);
        let to = at.saturating_add_signed(isize::try_from(by).ok()?);
        let take = |to: usize| takes.get(to.checked_sub(1)?).map(|take| take.id.clone());
        (to <= takes.len() && to != at).then(|| take(to))
    }

    /// All takes that say a part of an answer again, oldest first.
    pub fn mends_of<'a>(&'a self, id: &'a AttemptId) -> impl Iterator<Item = &'a Arc<Attempt>> {
        let all = self.library.mends.values();
        all.filter(move |take| take.mend_of.as_ref().is_some_and(|of| of.id == *id))
    }

    /// Those of one stretch of it.
    pub fn mends_at<'a>(&'a self, id: &'a AttemptId, span: Span) -> Vec<&'a Arc<Attempt>> {
        let there = |take: &&Arc<Attempt>| take.mend_of.as_ref().is_some_and(|of| of.span == span);
        self.mends_of(id).filter(there).collect()
    }

    /// The stretches of an answer that were said again, in their order, and those whose takes are gone.
    pub fn mended(&self, attempt: &Attempt) -> Vec<Mended> {
        let of_takes = self.mends_of(&attempt.id).filter_map(|take| {
            let of = take.mend_of.as_ref()?;
            Some(of.span)
        });
        let kept = attempt.mends.iter().map(|mend| mend.span);
        let spans: BTreeSet<Span> = of_takes.chain(kept).collect();
        let mended = |span| {
            let takes = self.mends_at(&attempt.id, span);
            let heard = self.heard_at(attempt, span, &takes);
            Mended {
                span,
                takes: takes.len(),
                heard,
            }
        };
        spans.into_iter().map(mended).collect()
    }

    fn heard_at(&self, attempt: &Attempt, span: Span, takes: &[&Arc<Attempt>]) -> Heard {
        let kept = attempt.mends.iter().find(|mend| mend.span == span);
        let Some(kept) = kept else {
            return Heard::First;
        };
        let said = self.said(attempt);
        let at = takes.iter().position(|take| take.id == kept.kept);
        match at.filter(|_| said.iter().any(|said| said.span == span)) {
            Some(at) => Heard::Take(at + 1),
            None => Heard::Lost,
        }
    }

    /// What is heard in place of stretches of an answer, as far as it is there.
    pub fn said(&self, attempt: &Attempt) -> Vec<Said> {
        let mut end = 0;
        let mut said = Vec::new();
        for mend in &attempt.mends {
            let Some(take) = self.library.mends.get(&mend.kept) else {
                continue;
            };
            let fits = mend.span.start_frame >= end && mend.span.end_frame <= attempt.take.frames;
            if !fits || !can_be_heard(take) {
                continue;
            }
            end = mend.span.end_frame;
            said.push(Said {
                span: mend.span,
                take: take.id.clone(),
                heard: self.voice_of(take),
                gain_db: mend::gain_db(
                    self.loudness_of(&attempt.id, mend.span),
                    self.loudness_of(&take.id, whole(take)),
                ),
            });
        }
        said
    }

    /// The takes that are heard beside an answer, in the order of what is said.
    pub fn beside(&self, attempt: &Attempt) -> Vec<Arc<Attempt>> {
        let said = self.said(attempt).into_iter();
        said.filter_map(|said| self.library.mends.get(&said.take).cloned())
            .collect()
    }

    /// In LUFS; `None` while it is not known.
    pub fn loudness_of(&self, id: &AttemptId, span: Span) -> Option<f32> {
        self.loudness.get(&(id.clone(), span)).copied().flatten()
    }

    /// From the first voice of a take to the last and a little around: nobody speaks with the key that
    /// begins a take. All of it while nothing is known.
    fn voice_of(&self, take: &Attempt) -> Span {
        let whole = whole(take);
        let voice = heard::speech(self, take).and_then(|speech| speech.answer());
        voice.map_or(whole, |voice| widened(voice, take, whole))
    }

    /// The sentence at a frame of an answer: the run between two pauses that holds it, or the last one
    /// before; one that was said again as it was then.
    pub fn sentence_at(&self, attempt: &Attempt, frame: u64) -> Option<Span> {
        let mended = self.mended(attempt).into_iter();
        let known = mended.map(|it| it.span).find(|span| span.holds(frame));
        known.or_else(|| {
            let runs = &heard::speech(self, attempt)?.runs;
            let at = runs.partition_point(|run| run.start_frame <= frame);
            let at = at.saturating_sub(1);
            let run = *runs.get(at)?;
            let former = at.checked_sub(1).and_then(|before| runs.get(before));
            let next = runs.get(at + 1);
            // No farther than half the pause: what is beyond belongs to the neighbor.
            let room = Span::new(
                former.map_or(0, |former| middle(former.end_frame, run.start_frame)),
                next.map_or(attempt.take.frames, |next| {
                    middle(run.end_frame, next.start_frame)
                }),
            );
            Some(widened(run, attempt, room))
        })
    }
}

/// A whole take.
pub fn whole(take: &Attempt) -> Span {
    Span::new(0, take.take.frames)
}

fn middle(a: u64, b: u64) -> u64 {
    a + b.saturating_sub(a) / 2
}

/// A voice and a little around it, within some room.
fn widened(voice: Span, take: &Attempt, room: Span) -> Span {
    let around = frames_from_seconds(AROUND_SECS, take.take.sample_rate_hz);
    let wide = Span::new(
        voice.start_frame.saturating_sub(around),
        voice.end_frame.saturating_add(around),
    );
    wide.within(room).unwrap_or(room)
}
