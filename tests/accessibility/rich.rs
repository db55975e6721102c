//! States with everything on them that a screen can hold: marks on the sound, a grid, what came of a session.
//! Not here: what must hold of them.

use std::sync::Arc;

use retake::flow::drill::DrillRound;
use retake::flow::interview::Current;
use retake::flow::state::{Review, Screen, State};
use retake::flow::stories::StoriesTab;
use retake::flow::task::Task;
use retake::model::attempt::Attempt;
use retake::model::coverage::Coverage;
use retake::model::drill::RoundKind;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{FlagKind, Mark, MarkKind};
use retake::model::principle::Principle;
use retake::model::session::panel::{Asks, Interviewer};
use retake::model::session::record::{Asked, Session, Status};
use retake::model::session::shape::{Format, Shape};
use retake::model::session::{SessionId, SessionPlace};
use retake::model::speech::{Span, Speech};
use retake::model::star::StarPart;
use retake::model::story::{Story, StoryId};

use crate::common;

const RATE: u64 = 48_000;

/// A voice with pauses from the second second to the last.
fn speech(attempt: &Attempt) -> Arc<Speech> {
    let runs: Vec<Span> = [
        (1.2, 20.0),
        (21.4, 48.6),
        (50.5, 70.0),
        (73.0, 90.0),
        (90.5, 110.0),
    ]
    .iter()
    .map(|(from, to)| Span::new((from * RATE as f64) as u64, (to * RATE as f64) as u64))
    .collect();
    let nuclei = runs
        .iter()
        .flat_map(|run| (run.start_frame + 4_800..run.end_frame).step_by(12_000));
    Arc::new(Speech {
        start_frame: 0,
        version: 1,
        sample_rate_hz: attempt.take.sample_rate_hz,
        frames: attempt.take.frames,
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        nuclei: nuclei.collect(),
        runs: runs.clone(),
    })
}

/// An answer with two flags, two parts and a switch, all close together.
fn marked(language: Language) -> State {
    let mut attempt = common::attempt(5, LanguagePlan::KoreanToEnglish);
    for (secs, kind) in [
        (12.0, MarkKind::Part(StarPart::Situation)),
        (13.0, MarkKind::Flag(FlagKind::Free)),
        (30.0, MarkKind::Part(StarPart::Action)),
        (60.0, MarkKind::Flag(FlagKind::Free)),
        (80.0, MarkKind::Part(StarPart::Result)),
    ] {
        let frame = (secs * RATE as f64) as u64;
        attempt.marks.push(Mark::new(frame, kind));
    }
    attempt.marks.sort_by_key(|mark| mark.frame);
    let heard = speech(&attempt);
    let mut state = common::state(language, vec![attempt]);
    let id = state.library.entries[0].attempt.id.clone();
    state.speech.insert(id.clone(), Some(heard));
    state.screen = Screen::Review;
    state.playback.id = Some(id.clone());
    state.review = Some(Review {
        id,
        line: 0,
        sitting: None,
        from: Screen::Timeline,
    });
    state
}

fn story_id(name: &str) -> StoryId {
    StoryId::parse(name).unwrap()
}

/// Three stories, one of them told in both languages.
pub fn told(language: Language) -> State {
    let told = [
        (5, LanguagePlan::Korean),
        (60 * 24 * 30, LanguagePlan::English),
    ];
    let told = told.map(|(minutes_ago, plan)| {
        let mut attempt = common::attempt(minutes_ago, plan);
        attempt.story = Some(story_id("a"));
        attempt
    });
    let mut state = common::state(language, told.into());
    state.screen = Screen::Stories;
    state.stories.loaded = true;
    let story = |name, title: &str, principle| {
        let mut story = Story::new(story_id(name), title.into());
        story.principles = vec![principle];
        Arc::new(story)
    };
    state.stories.list = vec![
        story("a", "캡스톤: 결제 속도", Principle::InventAndSimplify),
        story("b", "The billing alert", Principle::Ownership),
        story("c", "The quiet migration", Principle::DiveDeep),
    ];
    let attempts = state.library.entries.iter().map(|entry| &*entry.attempt);
    let coverage = Coverage::new(&state.stories.list, attempts);
    state.stories.coverage.keep((0, 0), coverage);
    let list = state.stories.list.iter();
    state.stories.base = list
        .map(|story| (story.id.clone(), story.clone()))
        .collect();
    state
}

/// The same, as a grid.
pub fn covered(language: Language) -> State {
    let mut state = told(language);
    state.stories.tab = StoriesTab::Coverage;
    state
}

/// A session with this many answers, three of which can be listened to; newest first.
fn session(status: Status) -> (Session, Vec<Attempt>) {
    let begun = &common::now().date - jiff::SignedDuration::from_mins(50);
    let id = SessionId::new(&begun, "own", 7);
    let asked_question = retake::model::attempt::AskedQuestion::from(&common::question());
    let mut made: Vec<Attempt> = Vec::new();
    let asked = (0_u16..4).map(|n| {
        let mut attempt = common::attempt(45 - i64::from(n) * 3, LanguagePlan::Korean);
        attempt.question.text = common::both(
            &format!("Tell me about a time number {n}."),
            &format!("{n}번째 경험을 말해 보세요."),
        );
        let interviewer = 1 + (n / 2) as u8;
        attempt.session = Some(SessionPlace {
            session: id.clone(),
            interviewer,
            number: n + 1,
        });
        let mut question = asked_question.clone();
        question.text = attempt.question.text.clone();
        let asked = Asked {
            interviewer,
            question,
            follow_up: None,
            general: n == 3,
            sudden: false,
            asked_secs: 150.0 * f64::from(n),
            answered_secs: Some(150.0 * f64::from(n) + 140.0),
            attempt: Some(attempt.id.clone()),
        };
        made.push(attempt);
        asked
    });
    let asked = asked.collect();
    let person = |principle| Interviewer {
        asks: Asks::Principles(vec![principle]),
        secs: 450,
        used_secs: 300.0,
        break_used_secs: 0.0,
    };
    let session = Session {
        id: id.clone(),
        begun,
        app_version: "0.1.0".into(),
        shape: Shape {
            format: Format::Custom,
            interviewers: 2,
            minutes: 15,
            break_minutes: 5,
        },
        role: None,
        plan: LanguagePlan::Korean,
        seed: 1,
        interviewers: vec![person(Principle::DiveDeep), person(Principle::Ownership)],
        asked,
        at: 2,
        on_break: false,
        status,
        read_only: false,
    };
    made.reverse();
    (session, made)
}

/// What came of a session.
pub fn debrief(language: Language) -> State {
    let (session, made) = session(Status::Over);
    let mut state = common::state(language, made);
    for entry in &state.library.entries {
        let heard = speech(&entry.attempt);
        state.speech.insert(entry.attempt.id.clone(), Some(heard));
    }
    state.screen = Screen::Interview;
    state.interview.shown = Some(session.id.clone());
    state.interview.sessions = vec![Arc::new(session)];
    state
}

/// A session under way that waits.
pub fn waiting(language: Language, on_break: bool) -> State {
    let (mut session, made) = session(if on_break {
        Status::Running
    } else {
        Status::Paused
    });
    session.at = 1;
    session.on_break = on_break;
    let mut state = common::state(language, made);
    state.screen = Screen::Interview;
    state.interview.current = Some(Current {
        id: session.id.clone(),
        counted: None,
        pause_after: false,
    });
    state.interview.sessions = vec![Arc::new(session)];
    state
}

/// A round under way while something else was looked at.
pub fn round(language: Language) -> State {
    let mut state = common::state(language, vec![]);
    state.screen = Screen::Drill;
    let mut round = DrillRound::new(RoundKind::Answers, LanguagePlan::KoreanToEnglish);
    round.number = 3;
    state.practice.task = Task::DrillRound(round);
    state
}

/// All of them, with names.
pub fn states(language: Language) -> Vec<(String, State)> {
    let all = vec![
        ("Marked", marked(language)),
        ("Story", {
            let mut state = told(language);
            state.stories.selected = Some(story_id("a"));
            state
        }),
        ("Coverage", covered(language)),
        ("Debrief", debrief(language)),
        ("Paused", waiting(language, false)),
        ("Break", waiting(language, true)),
        ("Round", round(language)),
    ];
    let named = all
        .into_iter()
        .map(|(name, state)| (name.to_owned(), state));
    named.collect()
}
