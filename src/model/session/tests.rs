//! Whole sessions, played through with answers of any length. Not here: interviewers alone (`panel`).

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::course::{Next, Store, is_sudden, nearly_up_secs, next};
use super::panel::Draw;
use super::record::{Asked, AskedFollowUp, Session, Status};
use super::shape::{Format, Shape};
use super::*;
use crate::model::attempt::AskedQuestion;
use crate::model::language::{Bilingual, LanguagePlan};
use crate::model::principle::Principle;
use crate::model::question::{FollowUp, FollowUpKind, Question, Subject};

const TARGET_SECS: u32 = 120;

fn text(words: &str) -> Bilingual {
    Bilingual {
        en: words.into(),
        ko: words.into(),
    }
}

fn follow_up(kind: FollowUpKind, words: &str) -> FollowUp {
    FollowUp {
        kind,
        text: text(words),
        points: vec![],
    }
}

fn general() -> Vec<FollowUp> {
    let one = |kind: FollowUpKind| follow_up(kind, kind.id());
    FollowUpKind::PROBES.into_iter().map(one).collect()
}

/// Some questions for each principle, five for a topic, one scenario of three steps.
fn questions(each: usize) -> Vec<Question> {
    let mut all = Vec::new();
    for n in 0..each {
        for of in Principle::ALL {
            all.push(Question {
                id: format!("{}-{n}", of.id()),
                principles: vec![of],
                ..Question::default()
            });
        }
    }
    for n in 0..5 {
        all.push(Question {
            id: format!("network-{n}"),
            subject: Subject::Network,
            ..Question::default()
        });
    }
    all.push(Question {
        id: "scale".into(),
        subject: Subject::Scenario,
        follow_ups: ["ten times", "a region lost", "half the money"]
            .map(|step| follow_up(FollowUpKind::Step, step))
            .to_vec(),
        ..Question::default()
    });
    all
}

fn session(shape: Shape, plan: LanguagePlan, seed: u64, questions: &[Question]) -> Session {
    let begun = jiff::Zoned::default();
    let draw = Draw {
        shape,
        topic: Subject::Network,
        role: None,
        questions,
        seed,
    };
    Session {
        id: SessionId::new(&begun, shape.format.id(), 1),
        begun,
        app_version: "0".into(),
        shape,
        role: None,
        plan,
        seed,
        interviewers: draw.interviewers(),
        asked: vec![],
        at: 1,
        on_break: false,
        status: Status::Running,
        read_only: false,
    }
}

/// Goes one step: asks what comes next, or the interviewer is done.
fn step(session: &mut Session, questions: &[Question]) {
    if session.on_break {
        session.count(1e6);
        session.advance();
        return;
    }
    let last = session.asked.last().map(|it| it.question.id.clone());
    let last = last.and_then(|id| questions.iter().find(|it| it.id == id));
    let store = Store {
        questions,
        follow_ups: &general(),
        last,
        practised: &|_| 0,
    };
    let Some(next) = next(session, &store) else {
        session.advance();
        return;
    };
    let sudden = is_sudden(session, TARGET_SECS);
    let (question, follow_up, general) = match next {
        Next::FollowUp(of) => {
            let depth = session.chain().len() as u8;
            let asked = AskedFollowUp {
                kind: of.kind,
                depth,
                text: of.text,
            };
            let question = session.asked.last().unwrap().question.clone();
            (question, Some(asked), false)
        }
        Next::Own(question) => (AskedQuestion::from(&question), None, false),
        Next::General(question) => (AskedQuestion::from(&question), None, true),
    };
    session.asked.push(Asked {
        interviewer: session.at,
        question,
        follow_up,
        general,
        sudden,
        asked_secs: session.clock_secs(),
        answered_secs: None,
        attempt: None,
    });
}

fn answer(session: &mut Session, secs: f64) {
    if session.pending().is_some() {
        session.count(secs);
        let number = session.asked.len() as u16;
        let id = AttemptId::new(&session.begun, "x", number);
        session.keep(number, id, true);
    }
}

fn play(session: &mut Session, questions: &[Question], mut secs: impl FnMut() -> f64) {
    for _ in 0..2_000 {
        if session.status == Status::Over {
            return;
        }
        step(session, questions);
        answer(session, secs());
    }
    unreachable!("a session ends");
}

#[test]
fn a_long_last_answer_does_not_swallow_the_sudden_request() {
    let shape = Shape {
        format: Format::ALL[4],
        interviewers: 1,
        minutes: 6,
        break_minutes: 0,
    };
    let all = questions(14);
    let seed = 13_515_618_950_982_738_963;
    let mut played = session(shape.fitted(), LanguagePlan::KoreanToEnglish, seed, &all);
    let mut lengths = [108.547_827_324_968_95, 234.681_141_210_6]
        .into_iter()
        .cycle();
    play(&mut played, &all, || lengths.next().unwrap());
    assert_eq!(played.asked.iter().filter(|it| it.sudden).count(), 1);
}

proptest! {
    #[test]
    fn any_session_asks_nothing_twice_and_its_times_add_up(
        seed: u64,
        at in 0_usize..5,
        interviewers in 1_u8..=5,
        minutes in 1_u8..=60,
        break_minutes in 0_u8..=30,
        lengths in prop::collection::vec(30.0_f64..240.0, 1..20),
    ) {
        let shape = Shape { format: Format::ALL[at], interviewers, minutes, break_minutes }.fitted();
        let all = questions(14);
        let mut lengths = lengths.into_iter().cycle();
        let start = session(shape, LanguagePlan::KoreanToEnglish, seed, &all);
        let mut played = start.clone();
        let mut spoken = 0.0;
        play(&mut played, &all, || {
            let secs = lengths.next().unwrap();
            spoken += secs;
            secs
        });
        // No question twice, and each follow-up under its question.
        let mut seen = BTreeSet::new();
        for (asked, before) in played.asked.iter().zip(std::iter::once(None).chain(played.asked.iter().map(Some))) {
            match (&asked.follow_up, before) {
                (None, _) => prop_assert!(seen.insert(asked.question.id.clone())),
                (Some(of), before) => {
                    let before = before.unwrap();
                    prop_assert_eq!(of.depth, before.depth() + 1);
                    prop_assert_eq!(&asked.question.id, &before.question.id);
                    prop_assert_eq!(asked.interviewer, before.interviewer);
                }
            }
        }
        // Each interviewer asks, has no time left, and begins nothing when it is nearly up.
        for (interviewer, number) in played.interviewers.iter().zip(1_u8..) {
            prop_assert!(played.asked.iter().any(|it| it.interviewer == number));
            prop_assert!(interviewer.used_secs <= f64::from(interviewer.secs) + 240.0);
        }
        let breaks: f64 = played.interviewers.iter().map(|it| it.break_used_secs).sum();
        let breaks_secs = f64::from(shape.interviewers - 1) * f64::from(shape.break_minutes) * 60.0;
        prop_assert!((breaks - breaks_secs).abs() < 1e-6);
        // The clock is what was said and the breaks; nothing else was counted.
        let on_clock: f64 = played.interviewers.iter().map(|it| it.used_secs).sum();
        prop_assert!(on_clock <= spoken + 1e-6);
        // One sudden request where there is somebody about character.
        let character = played.interviewers.iter().any(|it| it.asks.is_character());
        let sudden: Vec<_> = played.asked.iter().filter(|it| it.sudden).collect();
        prop_assert_eq!(sudden.len(), usize::from(character));
        for asked in sudden {
            let who = &played.interviewers[usize::from(asked.interviewer) - 1];
            prop_assert!(who.asks.is_character());
        }
    }

    #[test]
    fn a_session_that_was_left_goes_on_as_it_would_have(seed: u64, stop in 0_usize..12) {
        let all = questions(3);
        let shape = Shape::of(Format::FirstRound);
        let start = session(shape, LanguagePlan::Korean, seed, &all);
        let mut whole = start.clone();
        play(&mut whole, &all, || 100.0);
        let mut again = start;
        for _ in 0..stop {
            step(&mut again, &all);
            answer(&mut again, 100.0);
        }
        let mut after_restart = again.clone();
        play(&mut after_restart, &all, || 100.0);
        prop_assert_eq!(after_restart, whole);
    }
}

#[test]
fn chains_are_two_to_five_deep_as_a_rule() {
    let all = questions(3);
    let mut depths = Vec::new();
    for seed in 0..200 {
        let shape = Shape::of(Format::PhoneScreen);
        let mut one = session(shape, LanguagePlan::English, seed, &all);
        play(&mut one, &all, || 60.0);
        let mut chains = Vec::new();
        for asked in &one.asked {
            match asked.depth() {
                0 => chains.push(0),
                depth => *chains.last_mut().unwrap() = depth,
            }
        }
        // The last one is cut by the clock.
        chains.pop();
        depths.extend(chains);
    }
    let usual = depths
        .iter()
        .filter(|depth| (2..=5).contains(*depth))
        .count();
    assert!(
        usual * 100 > depths.len() * 80,
        "{usual} of {}",
        depths.len()
    );
    assert!(depths.iter().all(|depth| *depth <= 5));
    let different: BTreeSet<_> = depths.into_iter().collect();
    assert!(different.len() >= 4, "{different:?}");
}

#[test]
fn a_scenario_is_gone_through_to_its_last_step() {
    let all = questions(1);
    let seed = (0..100)
        .find(|seed| {
            let shape = Shape::of(Format::PhoneScreen);
            let one = session(shape, LanguagePlan::Korean, *seed, &all);
            !one.interviewers[0].asks.is_character()
        })
        .unwrap();
    let mut one = session(
        Shape::of(Format::PhoneScreen),
        LanguagePlan::Korean,
        seed,
        &all,
    );
    play(&mut one, &all, || 200.0);
    let steps: Vec<&str> = one.asked[..4]
        .iter()
        .map(|it| it.text().ko.as_str())
        .collect();
    assert_eq!(steps[1..], ["ten times", "a region lost", "half the money"]);
    let after = one.asked.iter().find(|it| it.question.id != "scale");
    assert!(
        after.is_some_and(|it| it.general),
        "only one scenario, then what all are asked"
    );
}

#[test]
fn what_was_practised_least_comes_first_and_nothing_left_ends_the_interviewer() {
    let of = |id: &str| Question {
        id: id.into(),
        principles: vec![Principle::DiveDeep],
        ..Question::default()
    };
    let all = [of("often"), of("never"), of("once")];
    let practised = |question: &Question| match question.id.as_str() {
        "often" => 7,
        "once" => 1,
        _ => 0,
    };
    let shape = Shape::of(Format::RecruiterCall);
    for seed in 0..20 {
        // The recruiter asks for introductions, of which there are none.
        let mut one = session(shape, LanguagePlan::Korean, seed, &all);
        let mut order = Vec::new();
        loop {
            let store = Store {
                questions: &all,
                follow_ups: &[],
                last: None,
                practised: &practised,
            };
            let Some(Next::General(question)) = next(&one, &store) else {
                break;
            };
            order.push(question.id.clone());
            one.asked.push(Asked {
                interviewer: 1,
                question: (&question).into(),
                follow_up: None,
                general: true,
                sudden: false,
                asked_secs: 0.0,
                answered_secs: None,
                attempt: None,
            });
        }
        assert_eq!(order, ["never", "once", "often"]);
    }
}

#[test]
fn little_time_asks_nothing_more_and_english_alone_has_no_request() {
    assert!((nearly_up_secs(60) - 6.0).abs() < 1e-9);
    assert!((nearly_up_secs(3_600) - 120.0).abs() < 1e-9);
    let all = questions(2);
    for plan in [LanguagePlan::English, LanguagePlan::Korean] {
        let mut one = session(Shape::of(Format::LoopDay), plan, 5, &all);
        play(&mut one, &all, || 90.0);
        assert!(one.asked.iter().all(|it| !it.sudden));
    }
}

#[test]
fn a_request_that_did_not_fall_is_still_to_come() {
    let all = questions(2);
    let shape = Shape {
        interviewers: 1,
        minutes: 3,
        ..Shape::of(Format::Custom)
    };
    let mut one = session(shape, LanguagePlan::KoreanToEnglish, 1, &all);
    step(&mut one, &all);
    assert!(
        one.asked[0].sudden,
        "there is time for one long answer only"
    );
    one.count(10.0);
    let id = AttemptId::new(&one.begun, "x", 1);
    one.keep(1, id, false);
    step(&mut one, &all);
    assert!(!one.asked[0].sudden && one.asked[1].sudden);
}
