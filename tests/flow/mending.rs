//! Saying a sentence of an answer again: its takes are no answers, one of them is heard in its place,
//! and the way leads back to where the person was.

use std::sync::Arc;

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::mending::{Heard, MendCommand};
use retake::flow::state::{Screen, ToastKind};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::{AudioCommand, AudioEvent, Rendition};
use retake::model::edit_list::Piece;
use retake::model::fault::{Fault, FileFault};
use retake::model::language::Language;
use retake::model::mark::{CueBy, Mark, MarkKind};
use retake::model::mend::MendOf;
use retake::model::speech::{Span, Speech};

use crate::rig::*;

pub fn span(from_secs: f64, to_secs: f64) -> Span {
    Span::new(frames(from_secs), frames(to_secs))
}

pub fn speech(id: &AttemptId, runs: &[(f64, f64)]) -> Event {
    let runs = runs.iter().map(|(from, to)| span(*from, *to));
    Event::SpeechLoaded {
        id: id.clone(),
        speech: Ok(Arc::new(Speech {
            version: 1,
            sample_rate_hz: RATE,
            start_frame: 0,
            frames: frames(60.0),
            noise_dbfs: -60.0,
            threshold_dbfs: -50.0,
            runs: runs.collect(),
            nuclei: vec![],
        })),
    }
}

/// The review of an answer of three sentences, the second at the playhead.
pub fn at_second() -> (Rig, AttemptId) {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    let id = attempt(9).id.clone();
    rig.event(speech(&id, &[(1.0, 5.0), (6.0, 12.0), (13.0, 20.0)]));
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::SeekTo(frames(8.0)));
    (rig, id)
}

const SECOND: (f64, f64) = (5.94, 12.06);

fn second() -> Span {
    span(SECOND.0, SECOND.1)
}

pub fn mend(rig: &mut Rig, command: MendCommand) -> Vec<Effect> {
    rig.command(Command::Mend(command))
}

/// Says the second sentence again, in a take of so many seconds.
pub fn said_again(rig: &mut Rig, secs: f64) -> AttemptId {
    if rig.state.mending().is_none() {
        mend(rig, MendCommand::SayAgain);
    }
    rig.now += std::time::Duration::from_secs(1);
    rig.take(secs)
}

pub fn pieces(rendition: &Rendition) -> Vec<(usize, Span, Span)> {
    let piece = |it: &Piece| (it.source, it.span, it.take);
    rendition.edit.pieces().iter().map(piece).collect()
}

/// What was asked to be played last, and the takes beside it.
pub fn played(effects: &[Effect]) -> Option<(Arc<Attempt>, Vec<AttemptId>, Rendition)> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::Play {
            attempt,
            beside,
            rendition,
            ..
        } => {
            let beside = beside.iter().map(|take| take.id.clone()).collect();
            Some((attempt.clone(), beside, rendition.clone()))
        }
        _ => None,
    })
}

pub fn measured(effects: &[Effect]) -> Vec<(AttemptId, Span)> {
    let asked = |effect: &Effect| match effect {
        Effect::MeasureLoudness { attempt, span } => Some((attempt.id.clone(), *span)),
        _ => None,
    };
    effects.iter().filter_map(asked).collect()
}

pub fn answer(rig: &Rig, id: &AttemptId) -> Arc<Attempt> {
    rig.state.attempt(id).unwrap().clone()
}

#[test]
fn a_key_lays_the_sentence_at_the_playhead_on_the_card_and_escape_leads_back() {
    let (mut rig, id) = at_second();
    let asked = command_for(&rig.state, KeyPress::shift(Key::Letter('R')), false);
    assert_eq!(asked, Some(Command::Mend(MendCommand::SayAgain)));
    rig.command(Command::SetLoop(Some(span(6.0, 9.0))));
    rig.command(Command::SetLoop(None));
    rig.command(asked.unwrap());
    let pending = rig.state.mending().unwrap().clone();
    assert_eq!((pending.of.clone(), pending.span), (id.clone(), second()));
    assert_eq!(rig.state.screen, Screen::Practice);
    // Nothing is asked of the person but the sentence: no time to think, no filter, no other plan.
    assert_eq!(rig.state.next_plan().start(), Language::Korean);
    assert!(rig.state.practice.task.settings_locked());
    rig.command(Command::Escape);
    assert!(rig.reviews(&id));
    assert_eq!(rig.state.playback.frame, frames(8.0));
    assert!(rig.state.mending().is_none());
}

#[test]
fn what_is_looped_is_said_again_and_looped_again_afterwards() {
    let (mut rig, id) = at_second();
    rig.command(Command::SetLoop(Some(span(7.0, 9.0))));
    mend(&mut rig, MendCommand::SayAgain);
    assert_eq!(rig.state.mending().unwrap().span, span(7.0, 9.0));
    rig.command(Command::Escape);
    assert!(rig.reviews(&id));
    assert_eq!(rig.state.playback.looped, Some(span(7.0, 9.0)));
}

#[test]
fn the_language_is_the_one_that_was_asked_for_there() {
    let mut cued = Attempt::clone(&attempt(9));
    let (to, by) = (Language::English, CueBy::Drill);
    cued.marks = vec![Mark::new(frames(5.5), MarkKind::Cue { to, by })];
    let mut rig = Rig::with(vec![Arc::new(cued.clone())]);
    rig.event(speech(&cued.id, &[(1.0, 5.0), (6.0, 12.0)]));
    rig.command(Command::OpenAttempt(cued.id.clone()));
    rig.command(Command::SeekTo(frames(8.0)));
    mend(&mut rig, MendCommand::SayAgain);
    assert_eq!(rig.state.mending().unwrap().language, Language::English);
    let take = said_again(&mut rig, 4.0);
    assert_eq!(answer(&rig, &take).plan.start(), Language::English);
}

#[test]
fn its_takes_are_no_answers() {
    let (mut rig, id) = at_second();
    let listed: Vec<String> = rig.listed().iter().map(|it| (*it).to_owned()).collect();
    let effects = mend(&mut rig, MendCommand::SayAgain);
    assert!(created(&effects).is_none());
    let first = said_again(&mut rig, 4.0);
    let take = answer(&rig, &first);
    let of = MendOf {
        id: id.clone(),
        span: second(),
    };
    assert_eq!(take.mend_of, Some(of));
    assert!(take.drill.is_none() && take.session.is_none() && take.link.is_none());
    assert_eq!(rig.listed(), listed);
    assert_eq!(rig.state.attempts_of(&take.question.id).count(), 1);
    // As often as one likes; the last is heard until another is chosen.
    assert!(rig.idle() && rig.state.mending().is_some());
    let again = said_again(&mut rig, 5.0);
    assert_eq!(rig.state.chosen_take(), Some(&again));
    let takes = rig.state.mends_at(&id, second());
    let takes: Vec<&AttemptId> = takes.iter().map(|take| &take.id).collect();
    assert_eq!(takes, [&first, &again]);
    let effects = mend(&mut rig, MendCommand::Keep(Some(first.clone())));
    assert_eq!(saved(&effects).unwrap().mends[0].kept, first);
    let effects = mend(&mut rig, MendCommand::Keep(None));
    assert!(saved(&effects).unwrap().mends.is_empty());
    // A take of something else cannot be heard there.
    let other = attempt(10).id.clone();
    assert_eq!(mend(&mut rig, MendCommand::Keep(Some(other))), []);
}

#[test]
fn after_a_restart_it_is_as_it_was() {
    let (mut rig, id) = at_second();
    let take = said_again(&mut rig, 4.0);
    let on_disk = vec![answer(&rig, &id), answer(&rig, &take), attempt(10)];
    let mut rig = Rig::with(on_disk);
    assert_eq!(rig.listed().len(), 2);
    rig.command(Command::OpenAttempt(id.clone()));
    let mended = rig.state.mended(&answer(&rig, &id));
    assert_eq!((mended.len(), mended[0].heard), (1, Heard::Take(1)));
    // Killed between the take and the choice: the take is there, and the first is heard.
    let mut before = Attempt::clone(&answer(&rig, &id));
    before.mends.clear();
    let rig = Rig::with(vec![Arc::new(before.clone()), answer(&rig, &take)]);
    let mended = rig.state.mended(&before);
    assert_eq!((mended[0].takes, mended[0].heard), (1, Heard::First));
}

#[test]
fn the_answer_is_heard_with_it_in_its_place_at_the_same_loudness() {
    let (mut rig, id) = at_second();
    let take = said_again(&mut rig, 4.0);
    rig.event(speech(&take, &[(0.5, 3.0)]));
    let mut effects = rig.command(Command::Escape);
    effects.extend(mend(&mut rig, MendCommand::HearAssembled));
    let (attempt, beside, rendition) = played(&effects).unwrap();
    assert_eq!(
        (attempt.id.clone(), beside),
        (id.clone(), vec![take.clone()])
    );
    // The silence around the key is left out.
    let voice = span(0.44, 3.06);
    let whole = span(0.0, 60.0);
    let (before, after) = (span(0.0, SECOND.0), span(SECOND.1, 60.0));
    let expected = [(0, before, before), (1, voice, second()), (0, after, after)];
    assert_eq!(pieces(&rendition), expected);
    // Both are measured once; then what plays gets louder or softer in mid-play.
    rig.event(AudioEvent::PlaybackAt {
        id: rig.state.playback.number,
        frame: frames(9.0),
        playing: true,
    });
    let of_take = (take.clone(), span(0.0, 4.0));
    for ((id, span), lufs) in [((id.clone(), second()), -20.0), (of_take, -26.0)] {
        assert!(rig.state.loudness.contains_key(&(id.clone(), span)));
        let effects = rig.event(Event::LoudnessMeasured {
            id,
            span,
            lufs: Some(lufs),
        });
        assert!(measured(&effects).is_empty());
        let changed = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Audio(AudioCommand::ChangeRendition(_))));
        assert!(changed);
    }
    let gain = rig.state.said(&answer(&rig, &id))[0].gain_db;
    assert!((gain - 6.0).abs() < 1e-6);
    // The same key goes back to what was recorded, at the same place.
    let effects = mend(&mut rig, MendCommand::HearAssembled);
    let (_, beside, rendition) = played(&effects).unwrap();
    assert_eq!(beside, [] as [AttemptId; 0]);
    assert_eq!(pieces(&rendition), [(0, whole, whole)]);
    assert_eq!(rig.state.playback.frame, frames(9.0));
}

#[test]
fn nothing_to_say_or_to_hear_is_told() {
    let mut rig = Rig::with(vec![attempt(9)]);
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    let told = |rig: &Rig| rig.state.toast.as_ref().map(|toast| toast.kind.clone());
    mend(&mut rig, MendCommand::SayAgain);
    assert!(matches!(told(&rig), Some(ToastKind::NoSentence)));
    assert_eq!(mend(&mut rig, MendCommand::SaveAssembled), []);
    mend(&mut rig, MendCommand::HearAssembled);
    assert!(matches!(told(&rig), Some(ToastKind::NothingMended)));
    // What a newer version wrote cannot say which take is heard.
    let newer = Attempt {
        read_only: true,
        ..Attempt::clone(&attempt(9))
    };
    let mut rig = Rig::with(vec![Arc::new(newer.clone())]);
    rig.event(speech(&newer.id, &[(0.0, 9.0)]));
    rig.command(Command::OpenAttempt(newer.id));
    mend(&mut rig, MendCommand::SayAgain);
    assert!(rig.reviews(&attempt(9).id));
    let fault = rig.state.banner.unwrap().fault;
    assert!(matches!(fault, Fault::File(FileFault::LibraryNewer(_))));
}

#[test]
fn a_take_in_the_trash_gives_way_to_what_was_said_first_until_it_is_back() {
    let (mut rig, id) = at_second();
    let take = said_again(&mut rig, 4.0);
    rig.command(Command::Delete(take.clone()));
    assert!(rig.state.mending().is_some() && rig.state.chosen_take().is_none());
    let answer = answer(&rig, &id);
    assert_eq!(rig.state.mended(&answer)[0].heard, Heard::Lost);
    assert!(rig.state.said(&answer).is_empty());
    let effects = rig.command(Command::Undo);
    let back = effects.iter().find_map(|effect| match effect {
        Effect::Restore(attempt) => Some(attempt.clone()),
        _ => None,
    });
    rig.event(Event::Restored(back.unwrap()));
    assert_eq!(rig.state.mended(&answer)[0].heard, Heard::Take(1));
    assert_eq!(rig.listed().len(), 2);
}

#[test]
fn an_answer_takes_what_says_it_again_with_it_and_brings_it_back() {
    let (mut rig, id) = at_second();
    let take = said_again(&mut rig, 4.0);
    rig.command(Command::Escape);
    let effects = rig.command(Command::Delete(id.clone()));
    let gone: Vec<AttemptId> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Trash(attempt) => Some(attempt.id.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(gone, [take.clone(), id.clone()]);
    let effects = rig.command(Command::Undo);
    let back: Vec<Arc<Attempt>> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Restore(attempt) => Some(attempt.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(back.len(), 2);
    for attempt in back {
        rig.event(Event::Restored(attempt));
    }
    assert_eq!(
        rig.state.mended(&answer(&rig, &id))[0].heard,
        Heard::Take(1)
    );
}

#[test]
fn a_take_that_was_thrown_away_before_its_answer_does_not_come_back_with_it() {
    let (mut rig, id) = at_second();
    let first = said_again(&mut rig, 4.0);
    let second = said_again(&mut rig, 5.0);
    rig.command(Command::Delete(first.clone()));
    rig.command(Command::Escape);
    rig.command(Command::Delete(id.clone()));
    let back = |rig: &mut Rig| -> Vec<AttemptId> {
        let effects = rig.command(Command::Undo);
        let restored = effects.iter().filter_map(|effect| match effect {
            Effect::Restore(attempt) => Some(attempt.id.clone()),
            _ => None,
        });
        restored.collect()
    };
    assert_eq!(back(&mut rig), [second, id]);
    assert_eq!(back(&mut rig), [first]);
}

#[test]
fn keys_choose_among_the_takes() {
    let (mut rig, _) = at_second();
    let first = said_again(&mut rig, 4.0);
    let last = said_again(&mut rig, 5.0);
    let press = |rig: &mut Rig, key| {
        let asked = command_for(&rig.state, KeyPress::plain(key), false);
        asked.map_or_else(Vec::new, |command| rig.command(command))
    };
    assert_eq!(rig.state.chosen_take(), Some(&last));
    press(&mut rig, Key::Down);
    assert_eq!(rig.state.chosen_take(), Some(&last), "it is the lowest");
    press(&mut rig, Key::Up);
    assert_eq!(rig.state.chosen_take(), Some(&first));
    let effects = press(&mut rig, Key::Enter);
    assert_eq!(played(&effects).unwrap().0.id, first);
    press(&mut rig, Key::Up);
    assert_eq!(rig.state.chosen_take(), None);
    let effects = press(&mut rig, Key::Letter('Y'));
    let (_, beside, rendition) = played(&effects).unwrap();
    assert!(beside.is_empty());
    assert_eq!(pieces(&rendition), [(0, second(), second())]);
    // No other question is drawn by chance, and the disc records.
    assert_eq!(
        command_for(&rig.state, KeyPress::plain(Key::Letter('N')), false),
        None
    );
    let asked = command_for(&rig.state, KeyPress::plain(Key::Space), false);
    assert_eq!(asked, Some(Command::Record));
}

#[test]
fn the_assembled_answer_is_written_once_and_told() {
    let (mut rig, id) = at_second();
    let take = said_again(&mut rig, 4.0);
    rig.command(Command::Escape);
    let effects = mend(&mut rig, MendCommand::SaveAssembled);
    let order = effects.iter().find_map(|effect| match effect {
        Effect::SaveAssembled {
            attempt,
            beside,
            edit,
            ..
        } => Some((
            attempt.id.clone(),
            beside[0].id.clone(),
            edit.pieces().len(),
        )),
        _ => None,
    });
    assert_eq!(order, Some((id, take, 3)));
    assert_eq!(mend(&mut rig, MendCommand::SaveAssembled), []);
    let effects = rig.event(Event::AssembledSaved(Ok("/lib/exports/x".into())));
    assert!(effects.contains(&Effect::Reveal("/lib/exports/x".into())));
    let told = rig.state.toast.as_ref().map(|toast| &toast.kind);
    assert!(matches!(told, Some(ToastKind::AssembledSaved(_))));
}
