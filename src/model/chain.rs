//! Follow-up chains: one answer, and the questions that dig into it one below the other. Which
//! follow-up comes next is drawn here, without any understanding of the answer.
//! Not here: the words of follow-ups (packs and `assets/follow-ups.toml`).

use std::collections::BTreeSet;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::language::Bilingual;
use crate::model::question::{FollowUp, FollowUpKind, Question};
use crate::model::timeline::{newest_first, since};

/// The attempts of a chain from the first answer down; `attempts` is newest first. Two answers to
/// one follow-up stand in the order in which they were made.
pub fn chain_of<'a>(
    attempts: impl Iterator<Item = &'a Attempt>,
    first: &AttemptId,
) -> Vec<&'a Attempt> {
    let mut found: Vec<&Attempt> = since(attempts, first)
        .filter(|attempt| attempt.chain() == first)
        .collect();
    found.sort_by(|a, b| a.depth().cmp(&b.depth()).then_with(|| newest_first(b, a)));
    found
}

/// The next follow-up after those that were asked. The steps of a scenario come first, in their
/// order; then the question's own, each kind once; then general ones of kinds that were not used;
/// then general ones that were not asked yet. `None` when nothing is left. `general` are those that
/// fit the subject of the question. The same `draw` draws the same.
pub fn next(
    question: &Question,
    general: &[FollowUp],
    asked: &[(FollowUpKind, Bilingual)],
    draw: u64,
) -> Option<FollowUp> {
    let said: BTreeSet<&str> = asked.iter().map(|(_, text)| text.ko.as_str()).collect();
    let is_new = |follow_up: &&FollowUp| !said.contains(follow_up.text.ko.as_str());
    let is_unused = |kind: FollowUpKind| asked.iter().all(|(used, _)| *used != kind);
    let own = question.follow_ups.iter().find(|follow_up| {
        let step = follow_up.kind == FollowUpKind::Step;
        is_new(follow_up) && (step || is_unused(follow_up.kind))
    });
    if let Some(own) = own {
        return Some(own.clone());
    }
    let open: Vec<&FollowUp> = general.iter().filter(is_new).collect();
    let fresh: Vec<&FollowUp> = open
        .iter()
        .copied()
        .filter(|follow_up| is_unused(follow_up.kind))
        .collect();
    let from = if fresh.is_empty() { open } else { fresh };
    pick(&from, draw).cloned()
}

/// A general follow-up of one kind that was not asked yet, or else any of it.
pub fn of_kind(
    general: &[FollowUp],
    kind: FollowUpKind,
    asked: &[(FollowUpKind, Bilingual)],
    draw: u64,
) -> Option<FollowUp> {
    let of_kind: Vec<&FollowUp> = general.iter().filter(|it| it.kind == kind).collect();
    let is_new = |it: &&&FollowUp| asked.iter().all(|(_, text)| *text != it.text);
    let new: Vec<&FollowUp> = of_kind.iter().filter(is_new).copied().collect();
    let from = if new.is_empty() { of_kind } else { new };
    pick(&from, draw).cloned()
}

/// The question's own follow-up of one kind, if it has one that was not asked yet.
pub fn own_of_kind(
    question: &Question,
    kind: FollowUpKind,
    asked: &[(FollowUpKind, Bilingual)],
) -> Option<FollowUp> {
    let mut of_kind = question.follow_ups.iter().filter(|it| it.kind == kind);
    let new = of_kind.find(|it| asked.iter().all(|(_, text)| *text != it.text));
    new.cloned()
}

/// What an interviewer breaks in with: a general follow-up that digs into what is being said, of a kind
/// that was not asked for if there is one. `None` when there is none at all.
pub fn interruption(
    general: &[FollowUp],
    asked: &[(FollowUpKind, Bilingual)],
    draw: u64,
) -> Option<FollowUp> {
    let is_new = |it: &FollowUp| asked.iter().all(|(_, text)| *text != it.text);
    let is_unused = |it: &FollowUp| asked.iter().all(|(kind, _)| *kind != it.kind);
    let open: Vec<&FollowUp> = general
        .iter()
        .filter(|it| it.kind.digs_at_once() && is_new(it))
        .collect();
    let fresh: Vec<&FollowUp> = open.iter().copied().filter(|it| is_unused(it)).collect();
    let from = if fresh.is_empty() { open } else { fresh };
    pick(&from, draw).cloned()
}

fn pick<'a>(from: &[&'a FollowUp], draw: u64) -> Option<&'a FollowUp> {
    // The bias of a remainder over 2^64 is far below anything a person could notice.
    let index = draw.checked_rem(from.len() as u64)?;
    from.get(index as usize).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::question::Subject;

    fn follow_up(kind: FollowUpKind, text: &str) -> FollowUp {
        FollowUp {
            kind,
            text: Bilingual {
                en: text.into(),
                ko: text.into(),
            },
            points: vec![],
        }
    }

    fn general() -> Vec<FollowUp> {
        let two = |kind: FollowUpKind| {
            ["a", "b"].map(|name| follow_up(kind, &format!("{} {name}", kind.id())))
        };
        FollowUpKind::PROBES.into_iter().flat_map(two).collect()
    }

    fn ask_all(
        question: &Question,
        draws: impl Iterator<Item = u64>,
    ) -> Vec<(FollowUpKind, Bilingual)> {
        let mut asked = Vec::new();
        for draw in draws {
            let Some(follow_up) = next(question, &general(), &asked, draw) else {
                break;
            };
            asked.push((follow_up.kind, follow_up.text));
        }
        asked
    }

    #[test]
    fn own_follow_ups_come_first_then_unused_kinds_then_the_rest() {
        let question = Question {
            follow_ups: vec![
                follow_up(FollowUpKind::Why, "own why"),
                follow_up(FollowUpKind::Numbers, "own numbers"),
            ],
            ..Question::default()
        };
        let asked = ask_all(&question, 3..);
        assert_eq!(asked[0].1.ko, "own why");
        assert_eq!(asked[1].1.ko, "own numbers");
        let kinds: BTreeSet<_> = asked[..10].iter().map(|(kind, _)| kind.id()).collect();
        assert_eq!(kinds.len(), 10, "each kind once before any twice");
        let texts: BTreeSet<_> = asked.iter().map(|(_, text)| text.ko.as_str()).collect();
        assert_eq!(texts.len(), asked.len(), "nothing is asked twice");
        assert_eq!(asked.len(), 2 + 20);
    }

    #[test]
    fn a_scenario_goes_step_by_step() {
        let question = Question {
            subject: Subject::Scenario,
            follow_ups: vec![
                follow_up(FollowUpKind::Step, "ten times"),
                follow_up(FollowUpKind::Step, "a region lost"),
                follow_up(FollowUpKind::Why, "own why"),
            ],
            ..Question::default()
        };
        let asked: Vec<String> = ask_all(&question, 0..)
            .into_iter()
            .map(|it| it.1.ko)
            .collect();
        assert_eq!(asked[..3], ["ten times", "a region lost", "own why"]);
        assert_eq!(asked.len(), 3 + 20);
    }

    #[test]
    fn who_breaks_in_digs_into_what_is_being_said() {
        let general = general();
        let used = [
            FollowUpKind::Numbers,
            FollowUpKind::Why,
            FollowUpKind::Depth,
        ];
        let asked: Vec<(FollowUpKind, Bilingual)> = used
            .iter()
            .map(|kind| (*kind, Bilingual::default()))
            .collect();
        for draw in 0..40 {
            let kind = interruption(&general, &asked, draw).unwrap().kind;
            assert!(kind.digs_at_once() && !used.contains(&kind), "{kind:?}");
        }
        let all: Vec<(FollowUpKind, Bilingual)> = general
            .iter()
            .map(|it| (it.kind, it.text.clone()))
            .collect();
        assert_eq!(interruption(&general, &all, 1), None, "nothing twice");
    }

    #[test]
    fn a_kind_is_taken_from_the_question_first() {
        let question = Question {
            follow_ups: vec![follow_up(FollowUpKind::Depth, "own depth")],
            ..Question::default()
        };
        let own = own_of_kind(&question, FollowUpKind::Depth, &[]).unwrap();
        assert_eq!(own.text.ko, "own depth");
        let asked = [(own.kind, own.text)];
        assert_eq!(own_of_kind(&question, FollowUpKind::Depth, &asked), None);
        assert_eq!(own_of_kind(&question, FollowUpKind::Why, &[]), None);
    }

    #[test]
    fn one_kind_is_drawn_until_it_has_nothing_new() {
        let general = general();
        let first = of_kind(&general, FollowUpKind::Depth, &[], 0).unwrap();
        let asked = [(first.kind, first.text.clone())];
        for draw in 0..5 {
            let other = of_kind(&general, FollowUpKind::Depth, &asked, draw).unwrap();
            assert_ne!(other, first);
        }
        assert_eq!(of_kind(&[], FollowUpKind::Depth, &[], 0), None);
    }
}
