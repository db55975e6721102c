//! Twins from made-up attempts and runs. Not here: the other parts of progress.

use super::tests::{attempt, close, frame, progress, speech};
use crate::model::attempt::{Attempt, RepeatOf};
use crate::model::drill::RepeatScope;
use crate::model::language::LanguagePlan;
use crate::model::mark::{Mark, MarkKind};
use crate::model::star::StarPart;
use crate::model::take::TakeState;

fn tapped(day: i64, plan: LanguagePlan, action_secs: f64) -> Attempt {
    let mut take = attempt(day, plan);
    let taps = [
        (0.0, StarPart::Situation),
        (10.0, StarPart::Action),
        (10.0 + action_secs, StarPart::Result),
    ];
    take.marks
        .extend(taps.map(|(secs, part)| Mark::new(frame(secs), MarkKind::Part(part))));
    take
}

#[test]
fn twins_are_compared_part_by_part() {
    let all = || Some(speech(&[(1.0, 30.0), (31.0, 79.0)]));
    let found = progress(vec![
        (tapped(0, LanguagePlan::Korean, 20.0), all()),
        (tapped(1, LanguagePlan::English, 30.0), all()),
    ]);
    let [twins] = found.twins.as_slice() else {
        panic!("{:?}", found.twins);
    };
    let parts: Vec<(Option<StarPart>, i64)> = twins
        .parts
        .iter()
        .map(|row| (row.korean.part, (row.ratio() * 100.0).round() as i64))
        .collect();
    let [situation, action, result] = [
        (Some(StarPart::Situation), 100),
        (Some(StarPart::Action), 150),
        (Some(StarPart::Result), 80),
    ];
    assert_eq!(parts, [situation, action, result]);
    assert!(close(twins.parts[1].english.pauses_per_min, 60.0 / 29.0));
}

#[test]
fn without_common_taps_twins_are_compared_as_wholes_and_links_go_first() {
    let all = |end: f64| Some(speech(&[(1.0, end)]));
    let korean = attempt(0, LanguagePlan::Korean);
    let mut again = attempt(1, LanguagePlan::English);
    again.follows = Some(RepeatOf {
        id: korean.id.clone(),
        what: RepeatScope::Whole,
    });
    let later = attempt(2, LanguagePlan::English);
    let mut cut = attempt(3, LanguagePlan::English);
    cut.take.state = TakeState::Repaired;
    let linked = progress(vec![
        (korean.clone(), all(41.0)),
        (again.clone(), all(61.0)),
        (later.clone(), all(71.0)),
        (cut, all(20.0)),
    ]);
    assert_eq!(linked.twins[0].english, again.id);
    assert!(close(linked.twins[0].parts[0].ratio(), 1.5));
    assert_eq!(linked.twins[0].parts[0].korean.part, None);
    // A result that is said again is no twin of the whole.
    again.follows = Some(RepeatOf {
        id: korean.id.clone(),
        what: RepeatScope::Result,
    });
    let only_result = vec![(korean.clone(), all(41.0)), (again, all(11.0))];
    assert_eq!(progress(only_result).twins, []);
    let other_question = {
        let mut other = later;
        other.question.id = "other".into();
        vec![(korean, all(41.0)), (other, all(61.0))]
    };
    assert_eq!(progress(other_question).twins, []);
}
