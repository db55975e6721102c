//! Which story an answer told: said afterwards, set before, or told for the first time.

use std::sync::Arc;

use retake::flow::state::Screen;
use retake::flow::stories::{StoriesTab, StoryEdit};
use retake::flow::task::Task;
use retake::flow::{Command, Effect};
use retake::model::attempt::Attempt;
use retake::model::attempt::Link;
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::filter::Filter;
use retake::model::language::{Language, LanguagePlan};
use retake::model::principle::Principle;
use retake::model::question::FollowUpKind;

use crate::rig::*;
use crate::stories::{edit, id, read, story, two};

fn told(rig: &Rig, hour: i8) -> Option<String> {
    let attempt = rig.state.attempt(&attempt(hour).id).unwrap();
    attempt.story.as_ref().map(ToString::to_string)
}

#[test]
fn one_key_says_which_story_was_told_and_steps_on() {
    let mut rig = two();
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    let effects = rig.command(Command::NextLikelyStory);
    let saved = saved(&effects).unwrap();
    assert_eq!(saved.story, Some(id("a")));
    rig.command(Command::NextLikelyStory);
    assert_eq!(told(&rig, 10).as_deref(), Some("b"));
    rig.command(Command::NextLikelyStory);
    assert_eq!(told(&rig, 10), None, "none after the last");
    rig.command(Command::TellStory(Some(id("b"))));
    // The timeline finds it by the title of its story.
    rig.command(Command::SetQuery("bill".into()));
    assert_eq!(rig.state.timeline.rows.len(), 2);
    edit(&mut rig, "b", StoryEdit::Title("결제".into()));
    assert_eq!(rig.state.timeline.rows.len(), 0);
    rig.command(Command::SetQuery("ㄱㅈ".into()));
    assert_eq!(rig.state.timeline.rows.len(), 2);
    // A story that goes leaves its name.
    rig.command(Command::DeleteStory(id("b")));
    assert_eq!(told(&rig, 10).as_deref(), Some("b"));
    assert_eq!(rig.state.story_title(&id("b")), ("b", false));
}

/// A first answer at 9, and a follow-up of this kind below it at 10.
fn chain(kind: FollowUpKind) -> Rig {
    let first = attempt(9);
    let mut below = Attempt::clone(&attempt(10));
    below.question = first.question.clone();
    below.link = Some(Link {
        first: first.id.clone(),
        depth: 1,
        kind,
    });
    let mut rig = Rig::with(vec![first, Arc::new(below)]);
    rig.event(read(&[story("a", "캡스톤"), story("b", "Billing")]));
    rig
}

fn tell(rig: &mut Rig, hour: i8, story: Option<&str>) -> [Option<String>; 2] {
    rig.command(Command::OpenAttempt(attempt(hour).id.clone()));
    rig.command(Command::TellStory(story.map(id)));
    [told(rig, 9), told(rig, 10)]
}

#[test]
fn a_chain_tells_one_story_wherever_that_is_said() {
    let mut rig = chain(FollowUpKind::Why);
    let both = |name: &str| [Some(name.to_owned()), Some(name.to_owned())];
    assert_eq!(tell(&mut rig, 9, Some("b")), both("b"));
    assert_eq!(tell(&mut rig, 10, Some("a")), both("a"));
    assert_eq!(tell(&mut rig, 9, None), [None, None]);
}

#[test]
fn another_example_is_another_story() {
    let mut rig = chain(FollowUpKind::AnotherExample);
    let of = |name: &str| Some(name.to_owned());
    assert_eq!(tell(&mut rig, 9, Some("a")), [of("a"), None]);
    assert_eq!(tell(&mut rig, 10, Some("b")), [of("a"), of("b")]);
    assert_eq!(tell(&mut rig, 9, None), [None, of("b")]);
}

#[test]
fn a_new_story_can_begin_with_an_answer() {
    let mut rig = two();
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    rig.command(Command::NewStoryOfAnswer);
    assert_eq!(rig.state.screen, Screen::Stories);
    let made = rig.state.stories.shown().unwrap();
    assert_eq!(made.principles, attempt(10).question.principles);
    assert_eq!(told(&rig, 10), Some(made.id.to_string()));
}

#[test]
fn a_square_is_practised_for_its_story_in_its_language() {
    let mut rig = two();
    rig.command(Command::ShowStoriesTab(StoriesTab::Coverage));
    let principle = Principle::ALL[1];
    rig.command(Command::PractiseStory {
        story: Some(id("b")),
        principle,
        language: Language::English,
    });
    assert_eq!(rig.state.screen, Screen::Practice);
    assert_eq!(rig.state.settings.plan, LanguagePlan::English);
    assert_eq!(rig.state.practice.filter, Filter::Principle(principle));
    let question = rig.state.practice.question.as_ref().unwrap();
    assert!(question.principles.contains(&principle));
    let taken = rig.take(30.0);
    assert_eq!(rig.state.attempt(&taken).unwrap().story, Some(id("b")));
    assert_eq!(rig.state.practice.task.story(), None, "once");
    rig.command(Command::GoTo(Screen::Stories));
    let coverage = &rig.state.stories.coverage;
    let square = coverage.square(Some(&id("b")), (principle, Language::English));
    assert_eq!(square.unwrap().takes, 1);
}

#[test]
fn a_story_is_told_in_sixty_seconds_and_is_there_with_its_sound() {
    let mut rig = two();
    rig.state.settings.think_secs = 30;
    rig.state.settings.plan = LanguagePlan::EnglishToKorean;
    let effects = rig.command(Command::CaptureStory);
    let attempt = created(&effects).unwrap();
    assert_eq!(rig.state.screen, Screen::Practice);
    assert_eq!((attempt.target_secs, attempt.think_secs), (60, 0));
    assert_eq!((attempt.plan, attempt.drill), (LanguagePlan::English, None));
    assert_eq!(attempt.question.pack, "retake");
    rig.event(folder_of(&attempt));
    rig.event(began());
    rig.event(progress(59.9));
    let effects = rig.event(progress(60.0));
    assert!(
        effects.contains(&Effect::Audio(AudioCommand::StopCapture)),
        "by itself"
    );
    let effects = rig.event(AudioEvent::CaptureFinished(end(60.0, None)));
    assert_eq!(rig.state.screen, Screen::Stories);
    let story = rig.state.stories.shown().unwrap().clone();
    assert_eq!(story.captured, Some(attempt.id.clone()));
    assert!(story.is_untitled(), "the moment is no title");
    assert!(story.id.as_str().starts_with("2026-11-21"));
    let told = rig.state.attempt(&attempt.id).unwrap();
    assert_eq!(told.story, Some(story.id.clone()));
    let last = effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveStory { story, .. } => Some(story.clone()),
        _ => None,
    });
    assert_eq!(last.unwrap(), story);
    // Practice goes on with a question of a pack.
    let question = rig.state.practice.question.as_ref().unwrap();
    assert_eq!(question.pack, "built-in");
}

#[test]
fn who_turns_back_from_telling_is_back_at_the_stories() {
    let mut rig = two();
    let attempt = created(&rig.command(Command::CaptureStory)).unwrap();
    rig.command(Command::Escape);
    rig.event(folder_of(&attempt));
    assert_eq!(rig.state.screen, Screen::Practice);
    assert!(matches!(rig.state.practice.task, Task::CaptureStory));
    rig.command(Command::Escape);
    assert_eq!(rig.state.screen, Screen::Stories);
    assert!(!matches!(rig.state.practice.task, Task::CaptureStory));
    assert_eq!(rig.state.stories.list.len(), 2);
}
