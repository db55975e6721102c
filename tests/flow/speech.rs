//! What is heard in takes: when it is asked for, and what the person does with it.

use std::sync::Arc;

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::listening::ReviewCard;
use retake::flow::state::Screen;
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::AudioEvent;
use retake::model::fault::{SoundFault, UnreadableWav};
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{CueBy, Mark, MarkKind, PauseCause};
use retake::model::speech::{Span, Speech};
use retake::model::take::TakeState;

use crate::rig::*;

/// An attempt at this hour whose cue to English came after 20 s.
fn cued(hour: i8) -> Arc<Attempt> {
    Arc::new(Attempt {
        plan: LanguagePlan::KoreanToEnglish,
        marks: vec![Mark::new(
            frames(20.0),
            MarkKind::Cue {
                to: Language::English,
                by: CueBy::Drill,
            },
        )],
        ..Attempt::clone(&attempt(hour))
    })
}

/// Runs in seconds, a syllable each 200 ms.
fn speech(runs: &[(f64, f64)]) -> Arc<Speech> {
    let nuclei = runs.iter().flat_map(|(from, to)| {
        (1..)
            .map(move |n| from + 0.2 * f64::from(n))
            .take_while(move |at| at < to)
    });
    Arc::new(Speech {
        version: 1,
        sample_rate_hz: RATE,
        start_frame: 0,
        frames: frames(60.0),
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        nuclei: nuclei.map(frames).collect(),
        runs: runs
            .iter()
            .map(|(from, to)| Span::new(frames(*from), frames(*to)))
            .collect(),
    })
}

/// Korean up to 20.6 s, silence for 1.9 s, English with pauses of 1.2 s and 3 s.
fn switched() -> Arc<Speech> {
    speech(&[(1.0, 20.6), (22.5, 30.0), (31.2, 40.0), (43.0, 55.0)])
}

/// Korean all the time.
fn unbroken() -> Arc<Speech> {
    speech(&[(1.0, 50.0)])
}

/// The review of an attempt with a cue, in which this was heard.
fn listening(heard: &Arc<Speech>) -> (Rig, AttemptId) {
    let attempt = cued(9);
    let mut rig = Rig::with(vec![attempt.clone()]);
    rig.event(loaded(&attempt.id, heard));
    rig.command(Command::OpenAttempt(attempt.id.clone()));
    (rig, attempt.id.clone())
}

fn loaded(id: &AttemptId, heard: &Arc<Speech>) -> Event {
    Event::SpeechLoaded {
        id: id.clone(),
        speech: Ok(heard.clone()),
    }
}

/// The ids of an order among the effects.
fn ordered(effects: &[Effect]) -> Option<Vec<AttemptId>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Analyse { attempts, .. } => Some(attempts.iter().map(|a| a.id.clone()).collect()),
        _ => None,
    })
}

fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
    rig.command(command)
}

fn first_words(rig: &Rig) -> Vec<u64> {
    let marks = &rig.state.reviewed().unwrap().marks;
    let first = marks.iter().filter(|mark| mark.kind == MarkKind::FirstWord);
    first.map(|mark| mark.frame).collect()
}

fn causes(rig: &Rig) -> Vec<(u64, PauseCause)> {
    let marks = &rig.state.reviewed().unwrap().marks;
    let judged = marks.iter().filter_map(|mark| match mark.kind {
        MarkKind::Pause(cause) => Some((mark.frame, cause)),
        _ => None,
    });
    judged.collect()
}

fn near(frame: Option<u64>, secs: f64) -> bool {
    frame.is_some_and(|frame| frame.abs_diff(frames(secs)) <= 2)
}

#[test]
fn takes_are_listened_to_newest_first_and_the_cache_is_no_work() {
    let mut empty = Attempt::clone(&attempt(8));
    empty.take.state = TakeState::Empty;
    let (old, new) = (attempt(9), attempt(10));
    let mut rig = Rig::bare();
    rig.event(packs());
    rig.event(opened("/lib"));
    let effects = rig.event(scanned(vec![old.clone(), new.clone(), Arc::new(empty)]));
    assert_eq!(
        ordered(&effects),
        Some(vec![new.id.clone(), old.id.clone()])
    );
    assert_eq!(rig.state.analysis_progress, None, "nobody knows yet");
    assert_eq!(rig.state.speech[&new.id], None);

    let order = rig.state.analysis.order;
    rig.event(Event::SpeechCached {
        order,
        found: vec![(new.id.clone(), unbroken())],
    });
    assert_eq!(rig.state.speech[&new.id], Some(unbroken()));
    assert_eq!(rig.state.analysis_progress, Some((0, 1)));
    rig.event(loaded(&old.id, &switched()));
    assert_eq!(rig.state.analysis_progress, None);
    assert_eq!(ordered(&rig.pass(1.0)), None, "all is known");
}

#[test]
fn a_take_that_cannot_be_read_is_asked_for_once() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    let fault = SoundFault::Unreadable {
        path: "/lib".into(),
        why: UnreadableWav::NotWav,
        detail: String::new(),
    };
    let effects = rig.event(Event::SpeechLoaded {
        id: id.clone(),
        speech: Err(fault),
    });
    assert_eq!(ordered(&effects), None);
    assert_eq!(
        ordered(&rig.command(Command::OpenAttempt(id.clone()))),
        None
    );
    assert_eq!(rig.state.speech[&id], None);
    assert!(rig.state.banner.is_none(), "its waveform says so");
}

#[test]
fn the_answer_under_review_comes_first() {
    let (old, new) = (attempt(9), attempt(10));
    let mut rig = Rig::with(vec![old.clone(), new.clone()]);
    let effects = rig.command(Command::OpenAttempt(old.id.clone()));
    let asked = ordered(&effects).unwrap();
    assert_eq!(asked, [old.id.clone(), new.id.clone()]);
    assert_eq!(ordered(&rig.pass(1.0)), None, "it is first already");
    // What the former order still had to say is welcome.
    rig.event(Event::SpeechCached {
        order: 1,
        found: vec![(new.id.clone(), unbroken())],
    });
    assert_eq!(rig.state.analysis_progress, None, "and counts nothing");
    assert_eq!(rig.state.speech[&new.id], Some(unbroken()));
}

#[test]
fn nobody_listens_while_somebody_speaks() {
    let old = attempt(9);
    let mut rig = Rig::with(vec![old.clone()]);
    assert!(rig.state.speech.contains_key(&old.id));
    let effects = rig.command(Command::Record);
    assert!(effects.contains(&Effect::StopAnalysis), "{effects:?}");
    assert!(!rig.state.speech.contains_key(&old.id));
    let made = created(&effects).unwrap();
    rig.event(folder_of(&made));
    rig.event(began());
    assert_eq!(ordered(&rig.event(progress(3.0))), None);
    rig.command(Command::StopRecording);
    let effects = rig.event(AudioEvent::CaptureFinished(end(3.0, None)));
    assert_eq!(
        ordered(&effects),
        Some(vec![made.id.clone(), old.id.clone()]),
        "the new one, which is under review, and then the rest"
    );
    // A report that was on its way when the order was taken back.
    let mut rig = Rig::with(vec![old.clone()]);
    rig.command(Command::Record);
    rig.event(loaded(&old.id, &unbroken()));
    assert_eq!(rig.state.speech[&old.id], Some(unbroken()));
}

#[test]
fn leaving_stops_it_and_what_leaves_is_forgotten() {
    let (old, new) = (attempt(9), attempt(10));
    let mut rig = Rig::with(vec![old.clone(), new.clone()]);
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::Delete(new.id.clone()));
    assert!(!rig.state.speech.contains_key(&new.id));
    rig.event(loaded(&new.id, &unbroken()));
    assert!(
        !rig.state.speech.contains_key(&new.id),
        "it is in the trash"
    );
    let effects = rig.command(Command::Quit);
    assert!(effects.contains(&Effect::StopAnalysis));
    assert_eq!(rig.state.analysis_progress, None);
}

#[test]
fn enter_confirms_what_the_sound_says_and_there_is_a_way_back() {
    let (mut rig, id) = listening(&switched());
    let kept = saved(&press(&mut rig, Key::Enter)).unwrap();
    assert_eq!(kept.id, id);
    assert!(near(kept.first_word_frame(), 22.5));
    assert_eq!(press(&mut rig, Key::Enter), [], "it is confirmed");
    let kept = saved(&rig.command(Command::ForgetFirstWord)).unwrap();
    assert_eq!(kept.first_word_frame(), None);
    assert_eq!(kept.marks.len(), 1, "the cue stays");
}

#[test]
fn the_marker_is_moved_by_keys_and_confirmed_or_given_up() {
    let (mut rig, _) = listening(&switched());
    assert_eq!(press(&mut rig, Key::CloseBracket), [], "nothing to move");
    assert_eq!(rig.state.listening.marker, None);
    press(&mut rig, Key::Letter('W'));
    assert!(near(rig.state.listening.marker, 22.5));
    press(&mut rig, Key::CloseBracket);
    press(&mut rig, Key::CloseBracket);
    press(&mut rig, Key::OpenBracket);
    assert!(near(rig.state.listening.marker, 22.55));
    assert_eq!(press(&mut rig, Key::Escape), []);
    assert_eq!(rig.state.listening.marker, None);
    assert_eq!(rig.state.screen, Screen::Review, "one thing at a time");
    assert_eq!(first_words(&rig), [] as [u64; 0]);

    press(&mut rig, Key::Letter('W'));
    rig.command(Command::PlaceFirstWord(frames(24.0)));
    assert!(saved(&press(&mut rig, Key::Enter)).is_some());
    press(&mut rig, Key::Letter('W'));
    assert!(near(rig.state.listening.marker, 24.0), "from the mark");
    press(&mut rig, Key::OpenBracket);
    press(&mut rig, Key::Enter);
    assert_eq!(first_words(&rig), [frames(23.95)], "one mark at most");
    press(&mut rig, Key::Letter('W'));
    press(&mut rig, Key::Delete);
    assert_eq!(first_words(&rig), [] as [u64; 0]);
    press(&mut rig, Key::Escape);
    assert_ne!(rig.state.screen, Screen::Review);
}

#[test]
fn the_marker_stays_between_the_cue_and_the_end() {
    let (mut rig, _) = listening(&unbroken());
    assert_eq!(press(&mut rig, Key::Enter), [], "it cannot be told");
    press(&mut rig, Key::Letter('W'));
    assert_eq!(rig.state.listening.marker, Some(frames(20.0)));
    assert_eq!(press(&mut rig, Key::Enter), [], "not on the cue itself");
    press(&mut rig, Key::OpenBracket);
    assert_eq!(rig.state.listening.marker, Some(frames(20.0)));
    rig.command(Command::PlaceFirstWord(u64::MAX));
    assert_eq!(rig.state.listening.marker, Some(frames(60.0)));
    // Pressed again, it comes to where one listens.
    rig.command(Command::SeekTo(frames(33.0)));
    press(&mut rig, Key::Letter('W'));
    assert_eq!(rig.state.listening.marker, Some(frames(33.0)));
    rig.command(Command::SeekTo(frames(5.0)));
    press(&mut rig, Key::Letter('W'));
    assert_eq!(rig.state.listening.marker, Some(frames(20.0)));
}

#[test]
fn without_a_cue_there_is_nothing_to_mark() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    rig.event(loaded(&id, &switched()));
    rig.command(Command::OpenAttempt(id));
    for key in [Key::Letter('W'), Key::Enter, Key::OpenBracket] {
        assert_eq!(press(&mut rig, key), []);
    }
    rig.command(Command::PlaceFirstWord(5));
    assert_eq!(rig.state.listening.marker, None);
}

#[test]
fn what_a_newer_version_wrote_gets_no_mark() {
    let attempt = Arc::new(Attempt {
        read_only: true,
        ..Attempt::clone(&cued(9))
    });
    let mut rig = Rig::with(vec![attempt.clone()]);
    rig.event(loaded(&attempt.id, &switched()));
    rig.command(Command::OpenAttempt(attempt.id.clone()));
    assert_eq!(press(&mut rig, Key::Enter), []);
    assert!(rig.state.banner.is_some());
    assert_eq!(first_words(&rig), [] as [u64; 0]);
}

#[test]
fn long_pauses_are_heard_one_after_another_from_before_them() {
    let (mut rig, _) = listening(&switched());
    let mut heard = Vec::new();
    for _ in 0..4 {
        let effects = press(&mut rig, Key::Letter('G'));
        let from = effects.iter().find_map(|effect| match effect {
            Effect::Play { from_frame, .. } => Some(*from_frame),
            _ => None,
        });
        heard.push(from.unwrap() / u64::from(RATE / 10));
    }
    // 3.0 s at 40.0, 1.9 s at 20.6, 1.2 s at 30.0, each two seconds early, and from the top again.
    assert_eq!(heard, [380, 186, 280, 380]);
    assert_eq!(rig.state.listening.card, ReviewCard::Pauses);
    assert!(rig.state.playback.playing);
}

#[test]
fn a_pause_has_one_cause_and_the_same_again_takes_it_back() {
    let (mut rig, _) = listening(&switched());
    let start_frame = frames(40.0);
    let judge = |cause| Command::JudgePause { start_frame, cause };
    assert!(saved(&rig.command(judge(PauseCause::Word))).is_some());
    assert_eq!(causes(&rig), [(start_frame, PauseCause::Word)]);
    rig.command(judge(PauseCause::Nerves));
    assert_eq!(causes(&rig), [(start_frame, PauseCause::Nerves)]);
    // A later analysis may find the pause a little elsewhere.
    let id = rig.state.reviewed().unwrap().id.clone();
    let moved = speech(&[(1.0, 20.6), (22.5, 30.0), (31.2, 40.1), (43.0, 55.0)]);
    rig.event(loaded(&id, &moved));
    rig.command(Command::JudgePause {
        start_frame: frames(40.1),
        cause: PauseCause::Breath,
    });
    assert_eq!(causes(&rig), [(frames(40.1), PauseCause::Breath)]);
    rig.command(Command::JudgePause {
        start_frame: frames(40.1),
        cause: PauseCause::Breath,
    });
    assert_eq!(causes(&rig), []);
    assert_eq!(
        rig.command(judge(PauseCause::Word)),
        [],
        "no pause begins there"
    );
}

#[test]
fn the_card_is_turned_by_a_key_and_kept_from_answer_to_answer() {
    let (mut rig, id) = listening(&switched());
    let after = ReviewCard::ALL.into_iter().skip(1).take(4);
    for card in after.chain([ReviewCard::Notes]) {
        press(&mut rig, Key::Letter('C'));
        assert_eq!(rig.state.listening.card, card);
    }
    rig.command(Command::ShowCard(ReviewCard::Measures));
    press(&mut rig, Key::Letter('W'));
    rig.command(Command::OpenAttempt(id));
    assert_eq!(rig.state.listening.card, ReviewCard::Measures);
    assert_eq!(rig.state.listening.marker, None);
}
