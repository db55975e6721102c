//! Follow-ups after an answer: which one comes, how its attempt is made, how the interviewer breaks
//! in, and the way back.

use std::sync::Arc;

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::{Screen, ToastKind};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::AudioEvent;
use retake::model::language::{Bilingual, Language, LanguagePlan};
use retake::model::mark::{CueBy, Mark, MarkKind};
use retake::model::principle::Principle;
use retake::model::question::{FollowUp, FollowUpKind, Pack, Question, Subject};
use retake::model::star::StarPart;

use crate::rig::*;

pub fn text(words: &str) -> Bilingual {
    Bilingual {
        en: format!("{words} en"),
        ko: format!("{words} ko"),
    }
}

pub fn follow_up(kind: FollowUpKind, words: &str) -> FollowUp {
    FollowUp {
        kind,
        text: text(words),
        points: vec![],
    }
}

/// The usual questions, two of which have own follow-ups, and some about computer science.
pub fn pack() -> Event {
    let mut questions = questions();
    questions[3].follow_ups = vec![follow_up(FollowUpKind::Why, "own why")];
    let known = |id: &str, subject| Question {
        id: id.into(),
        pack: "built-in".into(),
        subject,
        text: text(id),
        points: vec![text("first point"), text("second point")],
        ..Question::default()
    };
    let mut scenario = known("scn-1", Subject::Scenario);
    let mut step = follow_up(FollowUpKind::Step, "ten times");
    step.points = vec![text("queue")];
    scenario.follow_ups = vec![step, follow_up(FollowUpKind::Step, "a hundred times")];
    questions.push(known("net-1", Subject::Network));
    questions.push(known("os-1", Subject::OperatingSystem));
    questions.push(scenario);
    Event::PacksLoaded {
        packs: vec![Pack {
            id: "built-in".into(),
            title: Bilingual::default(),
            sources: vec![],
            questions,
        }],
        faults: vec![],
    }
}

pub fn general() -> Event {
    let two =
        |kind: FollowUpKind| ["a", "b"].map(|n| follow_up(kind, &format!("{} {n}", kind.id())));
    Event::FollowUpsLoaded {
        stories: FollowUpKind::PROBES.into_iter().flat_map(two).collect(),
        knowledge: vec![
            follow_up(FollowUpKind::Depth, "underneath"),
            follow_up(FollowUpKind::Alternative, "the alternative"),
        ],
        faults: vec![],
    }
}

/// An answer made at nine, under review. Its question has one follow-up of its own.
pub fn reviewing() -> (Rig, AttemptId) {
    with(attempt(9))
}

fn with(attempt: Arc<Attempt>) -> (Rig, AttemptId) {
    let id = attempt.id.clone();
    let mut rig = Rig::with(vec![attempt]);
    rig.event(pack());
    rig.event(general());
    rig.command(Command::OpenAttempt(id.clone()));
    (rig, id)
}

/// An answer to a question of the pack above.
pub fn answer_to(question: &str) -> Arc<Attempt> {
    let mut attempt = (*attempt(9)).clone();
    attempt.question.id = question.into();
    attempt.question.pack = "built-in".into();
    attempt.question.text = text(question);
    Arc::new(attempt)
}

fn press(rig: &mut Rig, key: char) -> Vec<Effect> {
    let press = KeyPress::plain(Key::Letter(key));
    let command = command_for(&rig.state, press, false).unwrap();
    rig.command(command)
}

fn asked(rig: &Rig) -> String {
    let following = rig.state.practice.task.follow_up().unwrap();
    following.asked.text.ko.clone()
}

#[test]
fn the_follow_up_is_asked_and_its_answer_hangs_below() {
    let (mut rig, first) = reviewing();
    press(&mut rig, 'F');
    assert_eq!(rig.state.screen, Screen::Practice);
    assert_eq!(asked(&rig), "own why ko");
    let made = rig.record(20.0);
    assert_eq!(made.question.text, text("own why"));
    let link = made.link.clone().unwrap();
    assert_eq!((link.first, link.depth), (first.clone(), 1));
    assert_eq!(link.kind, FollowUpKind::Why);
    rig.command(Command::StopRecording);
    rig.event(AudioEvent::CaptureFinished(end(20.0, None)));
    assert!(rig.reviews(&made.id));
    // One level deeper, of a kind that was not asked for.
    press(&mut rig, 'F');
    let second = rig.take(9.0);
    let link = rig.state.attempt(&second).unwrap().link.clone().unwrap();
    assert_eq!((link.first, link.depth), (first.clone(), 2));
    assert_ne!(link.kind, FollowUpKind::Why);
    let chain: Vec<_> = rig
        .state
        .chain(&first)
        .iter()
        .map(|it| it.depth())
        .collect();
    assert_eq!(chain, [0, 1, 2]);
    let question = rig.state.attempt(&first).unwrap().question.id.clone();
    assert_eq!(rig.state.attempts_of(&question).count(), 1);
}

#[test]
fn escape_goes_back_to_the_answer() {
    let (mut rig, first) = reviewing();
    press(&mut rig, 'F');
    rig.command(Command::Escape);
    assert!(rig.reviews(&first));
    assert_eq!(rig.state.practice.task.follow_up(), None);
}

#[test]
fn more_depth_asks_for_depth() {
    let (mut rig, _) = reviewing();
    for _ in 0..3 {
        press(&mut rig, 'D');
        assert!(asked(&rig).starts_with("depth "), "{}", asked(&rig));
        rig.take(9.0);
    }
}

#[test]
fn a_follow_up_is_asked_in_the_language_in_which_the_answer_ended() {
    let mut switched = (*attempt(9)).clone();
    switched.plan = LanguagePlan::KoreanToEnglish;
    switched.marks = vec![Mark::new(
        frames(30.0),
        MarkKind::Cue {
            to: Language::English,
            by: CueBy::Drill,
        },
    )];
    let (mut rig, _) = with(Arc::new(switched));
    press(&mut rig, 'F');
    assert_eq!(rig.record(3.0).plan, LanguagePlan::English);
}

#[test]
fn when_nothing_is_left_that_is_said() {
    let (mut rig, first) = with(answer_to("net-1"));
    for _ in 0..2 {
        assert!(rig.state.next_kind(rig.state.reviewed().unwrap()).is_some());
        press(&mut rig, 'F');
        rig.take(9.0);
    }
    assert_eq!(rig.state.chain(&first).len(), 3);
    assert_eq!(rig.state.next_kind(rig.state.reviewed().unwrap()), None);
    for key in ['F', 'K'] {
        rig.state.toast = None;
        press(&mut rig, key);
        assert_eq!(rig.state.screen, Screen::Review);
        assert!(matches!(
            rig.state.toast.as_ref().unwrap().kind,
            ToastKind::NothingToAsk
        ));
    }
}

#[test]
fn a_scenario_goes_on_step_by_step_with_the_points_of_each() {
    let (mut rig, _) = with(answer_to("scn-1"));
    let points = |rig: &Rig| rig.state.points_of(rig.state.reviewed().unwrap()).len();
    let next = |rig: &Rig| rig.state.next_kind(rig.state.reviewed().unwrap());
    assert_eq!((points(&rig), next(&rig)), (2, Some(FollowUpKind::Step)));
    press(&mut rig, 'F');
    assert_eq!(asked(&rig), "ten times ko");
    rig.take(9.0);
    assert_eq!((points(&rig), next(&rig)), (1, Some(FollowUpKind::Step)));
    press(&mut rig, 'F');
    assert_eq!(asked(&rig), "a hundred times ko");
    rig.take(9.0);
    assert_eq!(points(&rig), 0);
    assert_ne!(next(&rig), Some(FollowUpKind::Step));
}

#[test]
fn a_follow_up_that_is_answered_again_keeps_its_place() {
    let (mut rig, first) = reviewing();
    press(&mut rig, 'F');
    let id = rig.take(9.0);
    rig.state.settings.think_secs = 0;
    rig.command(Command::Retake);
    let again = created(&rig.command(Command::Record)).unwrap();
    assert_eq!(again.question.text, text("own why"));
    assert_eq!(again.link, rig.state.attempt(&id).unwrap().link);
    rig.event(folder_of(&again));
    rig.event(began());
    rig.event(progress(4.0));
    rig.command(Command::StopRecording);
    rig.event(AudioEvent::CaptureFinished(end(4.0, None)));
    assert!(rig.reviews(&again.id));
    assert_eq!(rig.state.chain(&first).len(), 3);
}

/// Goes on in small steps until the interviewer breaks in; says when.
fn broken_in_at(rig: &mut Rig) -> f64 {
    let mut secs = 0.0;
    while rig.recording().interruption_until.is_none() {
        secs += 0.25;
        assert!(secs < 600.0, "nobody breaks in");
        rig.event(progress(secs));
        rig.pass(0.25);
    }
    secs
}

#[test]
fn the_interviewer_breaks_in_at_a_moment_that_nobody_knows() {
    let mut moments = Vec::new();
    let (mut rig, first) = reviewing();
    for _ in 0..8 {
        rig.command(Command::OpenAttempt(first.clone()));
        press(&mut rig, 'K');
        let following = rig.state.practice.task.follow_up().cloned().unwrap();
        let between = following.break_in.unwrap().asked;
        assert_ne!(between.text, following.asked.text);
        assert!(between.kind.digs_at_once());
        rig.record(0.2);
        let at = broken_in_at(&mut rig);
        assert!(at >= 12.0, "{at}");
        moments.push(at);
        let marks: Vec<MarkKind> = rig.recording().marks.iter().map(|it| it.kind).collect();
        assert_eq!(marks, [MarkKind::Interruption]);
        // Long enough to read, then it goes, and comes no second time.
        rig.pass(7.5);
        assert!(rig.recording().interruption_until.is_some());
        rig.pass(1.0);
        assert!(rig.recording().interruption_until.is_none());
        rig.event(progress(at + 300.0));
        rig.pass(0.1);
        assert_eq!(rig.recording().marks.len(), 1);
        rig.command(Command::StopRecording);
        rig.event(AudioEvent::CaptureFinished(end(at + 300.0, None)));
        assert_eq!(rig.state.practice.task.follow_up(), None);
    }
    moments.sort_by(f64::total_cmp);
    moments.dedup();
    assert!(moments.len() > 5, "{moments:?}");
}

#[test]
fn a_plain_follow_up_is_not_broken_into() {
    let (mut rig, _) = reviewing();
    press(&mut rig, 'F');
    rig.record(1.0);
    rig.event(progress(300.0));
    rig.pass(0.1);
    assert_eq!(rig.recording().marks, []);
}

#[test]
fn parts_of_a_story_are_tapped_only_where_one_is_told() {
    let frame = frames(3.0);
    for (question, taps) in [("q-3", 1), ("net-1", 0)] {
        let (mut rig, _) = with(answer_to(question));
        let id = rig.state.playback.number;
        rig.event(AudioEvent::PlaybackAt {
            id,
            frame,
            playing: false,
        });
        rig.command(Command::TapPart(StarPart::Action));
        assert_eq!(
            rig.state.reviewed().unwrap().taps().len(),
            taps,
            "{question}"
        );
    }
}

#[test]
fn points_have_a_card_ticks_and_both_languages() {
    let (mut rig, _) = with(answer_to("net-1"));
    let cards = rig.state.cards();
    assert_eq!(cards.len(), 6);
    for card in cards.iter().skip(1).chain(cards.first()) {
        press(&mut rig, 'C');
        assert_eq!(rig.state.card(), *card);
    }
    rig.command(Command::ShowCard(cards[5]));
    rig.command(Command::TogglePoint(1));
    rig.command(Command::TogglePoint(2));
    let said = |rig: &Rig| [0, 1, 2].map(|at| rig.state.listening.said(at));
    assert_eq!(said(&rig), [false, true, false], "there are two");
    press(&mut rig, 'V');
    assert!(rig.state.listening.other_language);
    assert!(!rig.state.practice.other_language);
    // The next answer begins anew; where nothing is right or wrong there is another card.
    press(&mut rig, 'F');
    rig.take(9.0);
    assert_eq!(said(&rig), [false; 3]);
    assert!(!rig.state.listening.other_language);
    assert_eq!(rig.state.cards().len(), 5);
    assert_eq!(rig.state.card(), cards[0]);
}

#[test]
fn the_candidate_chooses_a_topic_by_its_digit() {
    let (mut rig, _) = reviewing();
    rig.command(Command::GoTo(Screen::Practice));
    let before = rig.state.practice.question.clone();
    press(&mut rig, 'T');
    assert!(rig.state.picks_topic());
    let space = KeyPress::plain(Key::Space);
    assert_eq!(command_for(&rig.state, space, false), None);
    assert_eq!(rig.command(Command::Record), [], "there is no question yet");
    rig.command(Command::Escape);
    assert_eq!(rig.state.practice.question, before);
    press(&mut rig, 'T');
    assert_eq!(
        rig.state.topics(),
        [Subject::OperatingSystem, Subject::Network]
    );
    let second = KeyPress::plain(Key::Digit(2));
    let command = command_for(&rig.state, second, false).unwrap();
    rig.command(command);
    let question = rig.state.practice.question.clone().unwrap();
    assert_eq!(question.subject, Subject::Network);
    assert!(!rig.state.picks_topic());
    let third = KeyPress::plain(Key::Digit(3));
    assert_eq!(command_for(&rig.state, third, false), None);
}

#[test]
fn where_there_are_no_topics_there_is_nothing_to_choose() {
    let mut rig = Rig::ready();
    let before = rig.state.practice.question.clone();
    rig.command(Command::PickTopic);
    assert!(!rig.state.picks_topic());
    assert_eq!(rig.state.practice.question, before);
}

/// The built-in behavioural pack once had designs among its questions; answers to them are still there.
#[test]
fn an_old_answer_to_a_design_that_is_no_longer_asked_is_no_experience() {
    let rig = Rig::ready();
    for (pack, id, subject) in [
        ("behavioural", "scenario-01", Subject::Scenario),
        ("behavioural", "scenario-04", Subject::Scenario),
        ("behavioural", "gone-01", Subject::Experience),
        ("mine", "scenario-01", Subject::Experience),
    ] {
        let mut old = Attempt::clone(&attempt(9));
        (old.question.pack, old.question.id) = (pack.into(), id.into());
        old.question.principles = vec![Principle::DiveDeep];
        assert_eq!(rig.state.subject_of(&old.question), subject, "{pack} {id}");
        let shown = old.question.shown_principles().len();
        assert_eq!(shown, usize::from(subject == Subject::Experience));
    }
}
