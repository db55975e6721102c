//! What counts as told, and which story comes first.

use jiff::ToSpan as _;

use super::*;
use crate::model::attempt::AskedQuestion;
use crate::model::attempt::Link;
use crate::model::language::{Bilingual, LanguagePlan};
use crate::model::mark::{CueBy, Mark, MarkKind};
use crate::model::question::FollowUpKind;
use crate::model::rating::give_score;

use Language::{English, Korean};
use Principle::{DiveDeep, Frugality, Ownership};

fn story(name: &str, principles: &[Principle]) -> Arc<Story> {
    let mut story = Story::new(StoryId::parse(name).unwrap(), name.into());
    story.principles = principles.to_vec();
    Arc::new(story)
}

/// An answer so many days ago.
fn told(days_ago: i64, story: Option<&str>, principles: &[Principle]) -> Attempt {
    let today = jiff::civil::date(2026, 11, 21).at(12, 0, 0, 0);
    let created = (today.in_tz("Asia/Seoul").unwrap()) - days_ago.days();
    Attempt {
        story: story.and_then(StoryId::parse),
        ..Attempt::planned(
            AttemptId::new(&created, "q", 1),
            created,
            AskedQuestion {
                id: "q".into(),
                pack: "p".into(),
                principles: principles.to_vec(),
                text: Bilingual::default(),
            },
            LanguagePlan::Korean,
        )
    }
}

fn rated(mut attempt: Attempt, score: u8) -> Attempt {
    let at = attempt.created.clone();
    give_score(&mut attempt.ratings, None, "depth", score, at);
    attempt
}

fn today() -> Date {
    jiff::civil::date(2026, 11, 21)
}

#[test]
fn a_square_knows_how_often_when_how_well_and_how_deep() {
    let stories = [story("a", &[DiveDeep]), story("b", &[])];
    let newest = rated(told(1, Some("a"), &[DiveDeep, Ownership]), 2);
    let oldest = rated(told(9, Some("a"), &[DiveDeep]), 5);
    let mut below = told(8, Some("a"), &[DiveDeep]);
    below.link = Some(Link {
        first: oldest.id.clone(),
        depth: 3,
        kind: FollowUpKind::Why,
    });
    let found = Coverage::new(&stories, [&newest, &below, &oldest].into_iter());
    let a = &stories[0].id;
    let square = found.square(Some(a), (DiveDeep, Korean)).unwrap();
    assert_eq!(
        *square,
        Evidence {
            takes: 2,
            last: Some(newest.created.date()),
            latest: Some(2.0),
            best: Some(5.0),
            deepest: 3,
        }
    );
    assert_eq!(square.age_days(today()), Some(1));
    assert_eq!(found.square(Some(a), (DiveDeep, English)), None);
    assert_eq!(found.square(Some(&stories[1].id), (DiveDeep, Korean)), None);
    assert_eq!(found.square(None, (Ownership, Korean)).unwrap().takes, 1);
    assert!(found.is_planned(a, DiveDeep) && !found.is_planned(a, Ownership));
}

#[test]
fn a_switch_counts_in_both_languages_once_it_came() {
    let stories = [story("a", &[])];
    let mut attempt = told(0, Some("a"), &[DiveDeep]);
    attempt.plan = LanguagePlan::KoreanToEnglish;
    let takes = |attempt: &Attempt| {
        let found = Coverage::new(&stories, [attempt].into_iter());
        let id = Some(&stories[0].id);
        [Korean, English].map(|language| found.square(id, (DiveDeep, language)).is_some())
    };
    assert_eq!(takes(&attempt), [true, false]);
    attempt.marks.push(Mark::new(
        1,
        MarkKind::Cue {
            to: English,
            by: CueBy::Drill,
        },
    ));
    assert_eq!(takes(&attempt), [true, true]);
}

#[test]
fn what_was_asked_for_nothing_counts_for_what_the_story_is_for() {
    let stories = [story("a", &[Frugality])];
    let found = Coverage::new(&stories, [&told(0, Some("a"), &[])].into_iter());
    let square = found.square(Some(&stories[0].id), (Frugality, Korean));
    assert_eq!(square.unwrap().takes, 1);
}

#[test]
fn two_weeks_are_fresh() {
    let stories = [story("a", &[])];
    for (days, freshness) in [
        (0, Freshness::Fresh),
        (14, Freshness::Fresh),
        (15, Freshness::Stale),
    ] {
        let attempt = told(days, Some("a"), &[DiveDeep]);
        let found = Coverage::new(&stories, [&attempt].into_iter());
        let square = found
            .square(Some(&stories[0].id), (DiveDeep, Korean))
            .unwrap();
        assert_eq!(square.freshness(today()), freshness, "{days}");
    }
    assert_eq!(Evidence::default().freshness(today()), Freshness::Empty);
}

#[test]
fn a_story_that_does_everything_is_told() {
    let stories = [story("a", &[]), story("b", &[]), story("c", &[])];
    let overloaded = |attempts: &[Attempt]| {
        let found = Coverage::new(&stories, attempts.iter());
        let each = stories
            .iter()
            .map(|story| found.telling(&story.id).unwrap());
        each.map(|telling| telling.overloaded).collect::<Vec<_>>()
    };
    let of = |name| told(0, Some(name), &[DiveDeep]);
    assert_eq!(
        overloaded(&[of("a"), of("a"), of("a")]),
        [false; 3],
        "it is the only one"
    );
    assert_eq!(
        overloaded(&[of("a"), of("a"), of("b")]),
        [false; 3],
        "too few to say"
    );
    assert_eq!(
        overloaded(&[of("a"), of("a"), of("b"), of("c")]),
        [true, false, false]
    );
    let many = told(0, Some("b"), &Principle::ALL[..4]);
    assert_eq!(overloaded(&[many]), [false, true, false]);
}

#[test]
fn the_chain_then_the_question_then_the_principles_then_the_last_told() {
    let stories = [
        story("a", &[]),
        story("b", &[DiveDeep]),
        story("c", &[]),
        story("d", &[]),
    ];
    let names = |attempts: &[&Attempt], of: &Attempt| -> Vec<String> {
        let likely = likely(&stories, attempts, of);
        likely.iter().map(ToString::to_string).collect()
    };
    let asked = told(0, None, &[DiveDeep]);
    assert_eq!(names(&[&asked], &asked), ["b", "a", "c", "d"]);
    // Another question, told yesterday: c comes before a.
    let mut other = told(1, Some("c"), &[]);
    other.question.id = "other".into();
    assert_eq!(names(&[&asked, &other], &asked), ["b", "c", "a", "d"]);
    // The same question, with a story that fits less.
    let same = told(2, Some("d"), &[DiveDeep]);
    assert_eq!(
        names(&[&asked, &other, &same], &asked),
        ["d", "b", "c", "a"]
    );
    // A follow-up: the story of the answer that it digs into.
    let first = told(3, Some("a"), &[DiveDeep]);
    let mut below = asked.clone();
    below.link = Some(Link {
        first: first.id.clone(),
        depth: 1,
        kind: FollowUpKind::Why,
    });
    assert_eq!(
        names(&[&below, &other, &same, &first], &below),
        ["a", "d", "b", "c"]
    );
    // A choice does not turn the order, and a story that is gone is none.
    let chosen = told(0, Some("b"), &[DiveDeep]);
    assert_eq!(names(&[&chosen], &chosen), ["b", "a", "c", "d"]);
    let gone = told(2, Some("gone"), &[DiveDeep]);
    assert_eq!(names(&[&asked, &gone], &asked), ["b", "a", "c", "d"]);
}

#[test]
fn the_last_tapped_answer_of_each_language_is_known() {
    use crate::model::star::StarPart;
    let stories = [story("a", &[])];
    let tapped = |days_ago, plan| {
        let mut attempt = told(days_ago, Some("a"), &[DiveDeep]);
        attempt.plan = plan;
        attempt
            .marks
            .push(Mark::new(1, MarkKind::Part(StarPart::Action)));
        attempt
    };
    let bare = told(0, Some("a"), &[DiveDeep]);
    let korean = tapped(1, LanguagePlan::Korean);
    let older = tapped(2, LanguagePlan::Korean);
    let found = Coverage::new(&stories, [&bare, &korean, &older].into_iter());
    let telling = found.telling(&stories[0].id).unwrap();
    assert_eq!(telling.tapped, [Some(korean.id), None]);
}
