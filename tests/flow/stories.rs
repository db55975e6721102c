//! Stories: read, typed, saved, deleted and taken back. Not here: which an answer told (`told`).

use std::sync::Arc;

use retake::flow::state::{Screen, ToastKind};
use retake::flow::stories::StoryEdit;
use retake::flow::{Command, Effect, Event};
use retake::model::fault::{Fault, FileFault};
use retake::model::language::Language;
use retake::model::principle::Principle;
use retake::model::star::StarPart;
use retake::model::story::{Story, StoryId};

use crate::rig::*;

pub fn id(name: &str) -> StoryId {
    StoryId::parse(name).unwrap()
}

pub fn story(name: &str, title: &str) -> Story {
    Story::new(id(name), title.into())
}

pub fn read(stories: &[Story]) -> Event {
    Event::StoriesLoaded {
        stories: stories.to_vec(),
        faults: vec![],
    }
}

/// Two stories, on their screen.
pub fn two() -> Rig {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    rig.event(read(&[story("a", "캡스톤"), story("b", "Billing")]));
    rig.command(Command::GoTo(Screen::Stories));
    rig
}

pub fn edit(rig: &mut Rig, name: &str, edit: StoryEdit) -> Vec<Effect> {
    let id = id(name);
    rig.command(Command::EditStory { id, edit })
}

fn asked(effects: &[Effect]) -> (Arc<Story>, Option<Arc<Story>>) {
    let save = effects.iter().find_map(|effect| match effect {
        Effect::SaveStory { story, base } => Some((story.clone(), base.clone())),
        _ => None,
    });
    save.unwrap()
}

fn on_disk(asked: &Arc<Story>, on_disk: Story) -> Event {
    Event::StorySaved {
        asked: asked.clone(),
        on_disk: Box::new(on_disk),
        theirs: None,
    }
}

fn titles(rig: &Rig) -> Vec<&str> {
    let list = rig.state.stories.list.iter();
    list.map(|story| story.title.as_str()).collect()
}

#[test]
fn the_screen_reads_them_again_and_says_where_they_were_told() {
    let mut rig = two();
    assert_eq!(titles(&rig), ["캡스톤", "Billing"]);
    assert!(rig.state.stories.coverage.number() > 0);
    rig.command(Command::GoTo(Screen::Timeline));
    let effects = rig.command(Command::GoTo(Screen::Stories));
    assert!(effects.contains(&Effect::ReadStories));
    // Somebody else changed one and removed the other.
    rig.event(read(&[story("a", "다른 제목")]));
    assert_eq!(titles(&rig), ["다른 제목"]);
}

#[test]
fn what_is_typed_is_saved_with_what_it_was_made_from() {
    let mut rig = two();
    let decomposed = "상\u{1112}\u{1161}\u{11bc}";
    let part = StoryEdit::Part(Language::Korean, StarPart::Action, decomposed.into());
    let (saved, base) = asked(&edit(&mut rig, "a", part.clone()));
    assert_eq!(saved.korean.action, "상항");
    assert_eq!(base.unwrap().korean.action, "");
    assert!(rig.state.stories.is_unsaved(&id("a")));
    assert_eq!(edit(&mut rig, "a", part), [], "nothing new");
    rig.event(on_disk(&saved, saved.settled()));
    assert!(!rig.state.stories.is_unsaved(&id("a")));
    for edit_of in [
        StoryEdit::Title("캡스톤 2024".into()),
        StoryEdit::Numbers(vec!["p99 800 ms → 120 ms".into()]),
        StoryEdit::Tags(vec!["학교".into()]),
        StoryEdit::Notes("메모".into()),
        StoryEdit::Principle(Principle::DiveDeep),
    ] {
        let (saved, base) = asked(&edit(&mut rig, "a", edit_of));
        assert_ne!(saved, base.unwrap());
    }
    edit(&mut rig, "a", StoryEdit::Principle(Principle::DiveDeep));
    assert_eq!(rig.state.stories.get(&id("a")).unwrap().principles, []);
    assert_eq!(edit(&mut rig, "gone", StoryEdit::Notes("x".into())), []);
}

#[test]
fn what_somebody_else_wrote_comes_in_unless_something_was_typed_since() {
    let mut rig = two();
    let (first, _) = asked(&edit(&mut rig, "a", StoryEdit::Title("하나".into())));
    let mut merged = first.settled();
    merged.notes = "theirs".into();
    let (second, base) = asked(&edit(&mut rig, "a", StoryEdit::Title("둘".into())));
    assert_eq!(base.unwrap(), first, "the second stands on the first");
    rig.event(on_disk(&first, merged.clone()));
    assert_eq!(rig.state.stories.get(&id("a")).unwrap().title, "둘");
    merged.title = "둘".into();
    rig.event(on_disk(&second, merged));
    let now = rig.state.stories.get(&id("a")).unwrap();
    assert_eq!((now.title.as_str(), now.notes.as_str()), ("둘", "theirs"));
    // What is read while something is on its way is older than it.
    edit(&mut rig, "a", StoryEdit::Title("셋".into()));
    rig.event(read(&[story("a", "old"), story("b", "Billing")]));
    assert_eq!(titles(&rig), ["셋", "Billing"]);
}

#[test]
fn a_save_that_fails_is_told_and_made_from_the_disk_the_next_time() {
    let mut rig = two();
    let (first, base) = asked(&edit(&mut rig, "a", StoryEdit::Title("하나".into())));
    let fault = FileFault::SaveFailed {
        path: "/lib/stories/a.md".into(),
        detail: "full".into(),
    };
    rig.event(Event::StorySaveFailed {
        id: id("a"),
        base: base.clone(),
        fault: fault.clone(),
    });
    assert_eq!(rig.state.banner.as_ref().unwrap().fault, Fault::File(fault));
    assert!(rig.state.stories.is_unsaved(&id("a")));
    rig.event(read(&[story("a", "캡스톤"), story("b", "Billing")]));
    assert_eq!(titles(&rig), [first.title.as_str(), "Billing"], "kept");
    let (second, again) = asked(&edit(&mut rig, "a", StoryEdit::Title("둘".into())));
    assert_eq!(again, base);
    rig.event(on_disk(&second, second.settled()));
    assert_eq!(rig.state.banner, None);
}

#[test]
fn a_conflict_is_told_and_both_are_shown() {
    let mut rig = two();
    let (saved, _) = asked(&edit(&mut rig, "a", StoryEdit::Title("하나".into())));
    let path = std::path::PathBuf::from("/lib/stories/a.conflict-1.md");
    let effects = rig.event(Event::StorySaved {
        asked: saved.clone(),
        on_disk: Box::new(saved.settled()),
        theirs: Some(path.clone()),
    });
    assert!(effects.contains(&Effect::ReadStories));
    let banner = rig.state.banner.as_ref().unwrap();
    assert_eq!(banner.fault, Fault::File(FileFault::StoryConflict(path)));
}

#[test]
fn what_cannot_be_read_is_told_once_and_gone_when_mended() {
    let mut rig = two();
    let broken = Event::StoriesLoaded {
        stories: vec![],
        faults: vec![FileFault::BrokenStory {
            path: "/lib/stories/c.md".into(),
            line: Some(3),
            detail: "title".into(),
        }],
    };
    rig.event(broken.clone());
    assert!(rig.state.banner.is_some());
    rig.command(Command::DismissBanner);
    rig.event(broken);
    assert_eq!(rig.state.banner, None, "told already");
    assert_eq!(rig.state.stories.faults.len(), 1);
    // Its name is not given away.
    rig.command(Command::NewStory);
    let begun = rig.state.stories.selected.clone().unwrap();
    let (made, _) = asked(&edit(
        &mut rig,
        begun.as_str(),
        StoryEdit::Title("C".into()),
    ));
    assert_eq!(made.id.as_str(), "C-2");
    rig.event(on_disk(&made, made.settled()));
    rig.event(read(&[made.settled()]));
    assert!(rig.state.stories.faults.is_empty());
}

#[test]
fn a_new_story_takes_the_cursor_and_its_file_the_name_of_its_title() {
    let mut rig = two();
    let focus = rig.state.stories.focus_title;
    let effects = rig.command(Command::NewStory);
    assert!(effects.is_empty(), "{effects:?}");
    assert_ne!(rig.state.stories.focus_title, focus);
    let begun = rig.state.stories.shown().unwrap().clone();
    assert_eq!(
        (begun.title.as_str(), begun.name()),
        ("", "2026-11-21-12-00")
    );
    assert!(!rig.state.stories.is_unsaved(&begun.id));
    // Read again meanwhile.
    rig.event(read(&[story("a", "캡스톤"), story("b", "Billing")]));
    assert_eq!(rig.state.stories.selected, Some(begun.id.clone()));
    let title = StoryEdit::Title("결제: 여섯 배로".into());
    let (saved, base) = asked(&edit(&mut rig, begun.id.as_str(), title));
    assert_eq!((saved.id.as_str(), base), ("결제-여섯-배로", None));
    assert_eq!(rig.state.stories.selected, Some(saved.id.clone()));
    assert_eq!(rig.state.stories.list.len(), 3);
    // Typed in the same moment, under the name that it had.
    let notes = StoryEdit::Notes("메모".into());
    let (again, base) = asked(&edit(&mut rig, begun.id.as_str(), notes));
    assert_eq!((&again.id, base), (&saved.id, Some(saved.clone())));
    // Its name stays when the title changes.
    let title = StoryEdit::Title("다른 제목".into());
    let (again, _) = asked(&edit(&mut rig, saved.id.as_str(), title));
    assert_eq!(again.id, saved.id);
    // Another one that is begun in the same minute is another one.
    rig.command(Command::NewStory);
    let second = rig.state.stories.selected.clone().unwrap();
    assert_ne!(second, begun.id);
    let (other, _) = asked(&edit(
        &mut rig,
        second.as_str(),
        StoryEdit::Title("둘".into()),
    ));
    assert_eq!(other.id.as_str(), "둘");
}

#[test]
fn what_nothing_was_typed_into_leaves_nothing() {
    for leave in [
        Command::NewStory,
        Command::SelectStory(Some(id("a"))),
        Command::Escape,
        Command::GoTo(Screen::Timeline),
        Command::CaptureStory,
    ] {
        let mut rig = two();
        rig.command(Command::NewStory);
        let effects = rig.command(leave.clone());
        let writes =
            |effect: &Effect| matches!(effect, Effect::SaveStory { .. } | Effect::TrashStory(_));
        assert!(!effects.iter().any(writes), "{leave:?}");
        let begun = usize::from(leave == Command::NewStory);
        assert_eq!(rig.state.stories.list.len(), 2 + begun, "{leave:?}");
    }
    let mut rig = two();
    rig.command(Command::NewStory);
    let begun = rig.state.stories.selected.clone().unwrap();
    rig.command(Command::DeleteStory(begun.clone()));
    assert_eq!(rig.command(Command::Undo), []);
    // What begins with something else than its title keeps the name of its day.
    rig.command(Command::NewStory);
    let (saved, _) = asked(&edit(
        &mut rig,
        begun.as_str(),
        StoryEdit::Notes("x".into()),
    ));
    assert_eq!(saved.id, begun);
    rig.command(Command::MoveStory(1));
    assert_eq!(rig.state.stories.shown().unwrap().title, "Billing");
    rig.command(Command::MoveStory(-9));
    assert_eq!(rig.state.stories.selected, Some(begun));
    rig.command(Command::Escape);
    assert_eq!(rig.state.stories.selected, None);
}

#[test]
fn a_deleted_story_comes_back_in_the_order_of_deletions() {
    let mut rig = two();
    rig.command(Command::SelectStory(Some(id("b"))));
    let effects = rig.command(Command::DeleteStory(id("b")));
    assert!(matches!(&effects[..], [Effect::TrashStory(gone), ..] if gone.id == id("b")));
    assert_eq!(rig.state.stories.selected, Some(id("a")), "its neighbour");
    let toast = rig.state.toast.as_ref().unwrap();
    assert!(matches!(&toast.kind, ToastKind::StoryTrashed(gone) if gone.id == id("b")));
    // A list that was read before it went must not bring it back.
    rig.event(read(&[story("a", "캡스톤"), story("b", "Billing")]));
    assert_eq!(titles(&rig), ["캡스톤"]);
    rig.event(Event::StoryTrashed(id("b")));
    rig.command(Command::Delete(attempt(9).id.clone()));
    let effects = rig.command(Command::Undo);
    assert!(
        matches!(&effects[..], [Effect::Restore(_), ..]),
        "the answer went last"
    );
    let effects = rig.command(Command::Undo);
    assert!(matches!(&effects[..], [Effect::RestoreStory(_), ..]));
    rig.event(Event::StoryRestored(Box::new(story("b", "Billing"))));
    assert_eq!(titles(&rig), ["캡스톤", "Billing"]);
    assert_eq!(rig.command(Command::Undo), []);
}

#[test]
fn a_story_that_cannot_be_moved_is_where_it_was() {
    let mut rig = two();
    rig.command(Command::DeleteStory(id("b")));
    let fault = FileFault::MoveFailed {
        path: "/lib/stories/b.md".into(),
        detail: String::new(),
    };
    rig.event(Event::StoryMoveFailed {
        story: Arc::new(story("b", "Billing")),
        fault,
    });
    assert_eq!(titles(&rig), ["캡스톤", "Billing"]);
    assert!(rig.state.banner.is_some());
    assert_eq!(rig.command(Command::Undo), []);
}

#[test]
fn another_library_has_other_stories() {
    let mut rig = two();
    rig.command(Command::SelectStory(Some(id("a"))));
    rig.command(Command::SetLibrary("/other".into()));
    rig.event(opened("/other"));
    assert!(rig.state.stories.list.is_empty());
    assert_eq!(rig.state.stories.selected, None);
    rig.event(read(&[story("c", "C")]));
    assert_eq!(titles(&rig), ["C"]);
}

#[test]
fn the_window_closes_when_the_story_is_safe() {
    let mut rig = two();
    let (asked, _) = asked(&edit(&mut rig, "a", StoryEdit::Title("하나".into())));
    assert!(!rig.command(Command::Quit).contains(&Effect::CloseWindow));
    let effects = rig.event(on_disk(&asked, asked.settled()));
    assert!(effects.contains(&Effect::CloseWindow));
}
