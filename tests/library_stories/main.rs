//! Stories on a disk: read, saved over what is there, moved to the trash and back; and what is not
//! a story.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that finds nothing to unwrap has failed, and says where"
)]

mod format;

use std::fs;
use std::path::PathBuf;

use retake::library::open::Library;
use retake::model::fault::FileFault;
use retake::model::principle::Principle;
use retake::model::story::{Story, StoryId};

struct Shelf {
    library: Library,
    folder: tempfile::TempDir,
}

fn shelf() -> Shelf {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    Shelf { library, folder }
}

impl Shelf {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("stories").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let (stories, _) = self.library.stories();
        stories.iter().map(|story| story.id.to_string()).collect()
    }

    fn read(&self, name: &str) -> Story {
        let (stories, _) = self.library.stories();
        let found = stories.into_iter().find(|story| story.id == id(name));
        found.unwrap()
    }
}

fn id(name: &str) -> StoryId {
    StoryId::parse(name).unwrap()
}

fn plain(title: &str, notes: &str) -> String {
    format!("+++\nformat = 1\ntitle = \"{title}\"\nmine = true\n+++\n\n{notes}\n")
}

#[test]
fn a_new_story_is_a_file_that_a_person_can_read() {
    let shelf = shelf();
    let mut story = Story::new(id("캡스톤"), "캡스톤 2024".into());
    story.principles = vec![Principle::DiveDeep];
    story.korean.action = "제가 로그를 읽었어요".into();
    let saved = shelf.library.save_story(&story, None).unwrap();
    assert_eq!((saved.story, saved.theirs), (story.clone(), None));
    assert_eq!(
        shelf.text("캡스톤.md"),
        "+++\nformat = 1\ntitle = \"캡스톤 2024\"\nprinciples = [\"dive-deep\"]\n+++\n\
         # 한국어\n\n## 행동\n\n제가 로그를 읽었어요\n\n"
    );
    assert_eq!(shelf.read("캡스톤"), story);
}

#[test]
fn a_story_that_is_not_changed_is_not_written() {
    let shelf = shelf();
    shelf.write("a.md", "+++\r\nformat=1\r\ntitle='A'\r\n+++\r\n\r\n\r\nx");
    let story = shelf.read("a");
    let before = fs::metadata(shelf.path("a.md"))
        .unwrap()
        .modified()
        .unwrap();
    shelf.library.save_story(&story, Some(&story)).unwrap();
    let after = fs::metadata(shelf.path("a.md"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(before, after);
}

#[test]
fn what_somebody_else_wrote_in_the_meantime_stays() {
    let shelf = shelf();
    shelf.write("a.md", &plain("A", "first"));
    let base = shelf.read("a");
    let mut ours = base.clone();
    ours.title = "Ours".into();
    shelf.write(
        "a.md",
        &plain("A", "theirs").replace("mine = true", "mine = 2"),
    );
    let saved = shelf.library.save_story(&ours, Some(&base)).unwrap();
    assert_eq!(saved.theirs, None);
    assert_eq!(
        (saved.story.title.as_str(), saved.story.notes.as_str()),
        ("Ours", "theirs")
    );
    assert_eq!(
        shelf.text("a.md"),
        plain("Ours", "theirs").replace("mine = true", "mine = 2")
    );
}

#[test]
fn where_both_changed_the_same_theirs_is_kept_beside_ours() {
    let shelf = shelf();
    shelf.write("a.md", &plain("A", "first"));
    let base = shelf.read("a");
    let mut ours = base.clone();
    ours.notes = "ours".into();
    for (number, words) in [(1, "theirs"), (2, "theirs again")] {
        let theirs = plain("A", words);
        shelf.write("a.md", &theirs);
        let saved = shelf.library.save_story(&ours, Some(&base)).unwrap();
        let beside = format!("a.conflict-{number}.md");
        assert_eq!(saved.theirs, Some(shelf.path(&beside)));
        assert_eq!(shelf.text(&beside), theirs);
        assert_eq!(shelf.read("a").notes, "ours");
    }
    assert_eq!(shelf.names(), ["a", "a.conflict-1", "a.conflict-2"]);
}

#[test]
fn what_was_damaged_in_the_meantime_is_kept_beside_ours() {
    let shelf = shelf();
    shelf.write("a.md", &plain("A", "first"));
    let base = shelf.read("a");
    let mut ours = base.clone();
    ours.notes = "ours".into();
    for (number, damaged) in [(1, &b"+++\ntitle = \n+++\n"[..]), (2, &b"\xff\xfe"[..])] {
        fs::write(shelf.path("a.md"), damaged).unwrap();
        let saved = shelf.library.save_story(&ours, Some(&base)).unwrap();
        let beside = shelf.path(&format!("a.conflict-{number}.md"));
        assert_eq!(saved.theirs, Some(beside.clone()));
        assert_eq!(fs::read(beside).unwrap(), damaged);
        assert_eq!(shelf.read("a").notes, "ours");
    }
    // Removed by somebody else: what was typed is there again.
    fs::remove_file(shelf.path("a.md")).unwrap();
    shelf.library.save_story(&ours, Some(&base)).unwrap();
    assert_eq!(shelf.read("a"), ours);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place_and_left_alone() {
    let shelf = shelf();
    shelf.write("good.md", &plain("Good", ""));
    shelf.write("bad.md", "+++\nformat = 1\ntitle = Capstone\n+++\n");
    shelf.write("none.md", "# 한국어\n");
    shelf.write(".hidden.md", "+++");
    shelf.write("notes.txt", "+++");
    fs::write(shelf.path("bytes.md"), b"\xff").unwrap();
    fs::create_dir(shelf.path("folder.md")).unwrap();
    let (stories, faults) = shelf.library.stories();
    assert_eq!(stories.len(), 1);
    let told: Vec<(String, Option<usize>)> = faults
        .iter()
        .map(|fault| match fault {
            FileFault::BrokenStory { path, line, .. } => (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                *line,
            ),
            other => (format!("{other:?}"), None),
        })
        .collect();
    let expected = [
        ("bad.md", Some(3)),
        ("bytes.md", None),
        ("folder.md", None),
        ("none.md", Some(1)),
    ];
    assert_eq!(told, expected.map(|(name, line)| (name.to_owned(), line)));
    assert_eq!(
        shelf.text("bad.md"),
        "+++\nformat = 1\ntitle = Capstone\n+++\n"
    );
}

#[test]
fn a_newer_story_is_shown_and_never_written() {
    let shelf = shelf();
    let text = plain("A", "first").replace("format = 1", "format = 2");
    shelf.write("a.md", &text);
    let story = shelf.read("a");
    assert!(story.read_only);
    let mut ours = story.clone();
    ours.notes = "ours".into();
    assert!(shelf.library.save_story(&ours, Some(&story)).is_err());
    assert_eq!(shelf.text("a.md"), text);
}

#[test]
fn a_deleted_story_is_in_the_trash_and_comes_back_byte_for_byte() {
    let shelf = shelf();
    let texts = [plain("A", "one"), plain("A", "two")];
    for text in &texts {
        shelf.write("이야기.md", text);
        shelf.library.trash_story(&id("이야기")).unwrap();
        assert!(shelf.names().is_empty());
    }
    let back = shelf.library.restore_story(&id("이야기")).unwrap();
    assert_eq!(back.notes, "two", "the last that went");
    assert_eq!(shelf.text("이야기.md"), texts[1]);
    // The place is taken: the other stays in the trash.
    assert!(shelf.library.restore_story(&id("이야기")).is_err());
    fs::remove_file(shelf.path("이야기.md")).unwrap();
    assert_eq!(
        shelf.library.restore_story(&id("이야기")).unwrap().notes,
        "one"
    );
    // Somebody empties a part of the trash: the last that went is still the last.
    for notes in ["three", "four"] {
        shelf.write("이야기.md", &plain("A", notes));
        shelf.library.trash_story(&id("이야기")).unwrap();
    }
    let trash = shelf.folder.path().join("trash/stories");
    fs::remove_file(trash.join("이야기.md")).unwrap();
    shelf.write("이야기.md", &plain("A", "five"));
    shelf.library.trash_story(&id("이야기")).unwrap();
    assert_eq!(
        shelf.library.restore_story(&id("이야기")).unwrap().notes,
        "five"
    );
    assert!(shelf.library.restore_story(&id("never")).is_err());
    assert!(shelf.library.trash_story(&id("never")).is_err());
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let shelf = shelf();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.md");
    fs::write(&secret, plain("Secret", "")).unwrap();
    symlink(&secret, shelf.path("link.md")).unwrap();
    let (stories, faults) = shelf.library.stories();
    assert_eq!((stories.len(), faults.len()), (0, 1));
    let mut story = Story::new(id("link"), "Mine".into());
    story.notes = "x".into();
    assert!(shelf.library.save_story(&story, None).is_err());
    assert!(shelf.library.trash_story(&id("link")).is_err());
    assert_eq!(fs::read_to_string(&secret).unwrap(), plain("Secret", ""));
    // Nor a folder of stories that is elsewhere.
    fs::remove_file(shelf.path("link.md")).unwrap();
    fs::remove_dir(shelf.folder.path().join("stories")).unwrap();
    symlink(outside.path(), shelf.folder.path().join("stories")).unwrap();
    let (stories, faults) = shelf.library.stories();
    assert_eq!((stories.len(), faults.len()), (0, 1));
    assert!(shelf.library.save_story(&story, None).is_err());
}

#[test]
fn a_library_that_cannot_be_written_shows_its_stories_only() {
    let shelf = shelf();
    shelf.write("a.md", &plain("A", ""));
    let root = shelf.folder.path().to_owned();
    let Shelf { library, folder } = shelf;
    drop(library);
    fs::write(root.join("library.json"), "{\"format\": 2}").unwrap();
    let library = Library::open(&root).unwrap();
    let (stories, _) = library.stories();
    assert!(stories[0].read_only);
    assert!(library.save_story(&stories[0], None).is_err());
    assert!(library.trash_story(&id("a")).is_err());
    drop(folder);
}
