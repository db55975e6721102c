//! What another program changed in a file while the library is open is still there after our next save:
//! attempts, sessions, settings, stories, roles. Not here: the rules for each field (`model`).
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that finds nothing to unwrap has failed, and says where"
)]

mod shelf;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use retake::library::settings_file::{self, Place, SettingsFile};
use retake::library::{roles, session_file};
use retake::model::attempt::Attempt;
use retake::model::language::LanguagePlan;
use retake::model::mark::{FlagKind, Mark, MarkKind};
use retake::model::rating::{Rating, give_score};
use retake::model::session::record::Status;
use retake::model::settings::{Settings, ThemeChoice};
use retake::model::story::{Story, StoryId};
use serde_json::{Value, json};
use shelf::{Shelf, attempt, shelf};

fn json_of(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Another program changes a file.
fn edit(path: &Path, change: impl FnOnce(&mut Value)) {
    let mut value = json_of(path);
    change(&mut value);
    fs::write(path, serde_json::to_vec(&value).unwrap()).unwrap();
}

/// A library with the fixture's attempt in it, as it was read from there.
fn read() -> (Shelf, PathBuf, Attempt) {
    let (shelf, path) = Shelf::with_attempts(1);
    let id = attempt(1).id;
    let fixture = shelf::SOUND.replace("2026-11-21_120522_dive-deep-03_7f3a", id.as_str());
    fs::write(&path, fixture).unwrap();
    let read = Attempt::clone(&shelf.library.scan().attempts[0]);
    (shelf, path, read)
}

fn rated(attempt: &mut Attempt, minute: i8) {
    let date = jiff::civil::date(2026, 11, 29).at(9, minute, 0, 0);
    let at = date.in_tz("Asia/Seoul").unwrap();
    give_score(&mut attempt.ratings, None, "task", 2, at);
}

#[test]
fn an_attempt_keeps_what_another_device_changed_in_it() {
    let (shelf, path, mut ours) = read();
    edit(&path, |it| {
        it["notes"] = "다른 기기에서".into();
        it["ratings"].as_array_mut().unwrap().push(json!({
            "at": "2026-11-29T08:00:00+09:00[Asia/Seoul]", "scores": {"task": 5}, "by": "phone",
        }));
        it["marks"]
            .as_array_mut()
            .unwrap()
            .push(json!({"frame": 77, "kind": "flag", "label": "there"}));
        it["take"]["sha256"] = "abc".into();
        it["mood"] = "calm".into();
    });
    ours.starred = false;
    rated(&mut ours, 1);
    let saved = shelf.library.save_attempt(&ours).unwrap();
    assert_eq!(saved.theirs, None);
    let merged = saved.merged.unwrap();
    assert_eq!(
        (merged.notes.as_str(), merged.starred),
        ("다른 기기에서", false)
    );
    let tasks: Vec<u8> = merged.ratings.iter().map(|it| it.scores["task"]).collect();
    assert_eq!(tasks, [3, 3, 5, 2]);
    let on_disk = json_of(&path);
    assert_eq!(on_disk["ratings"][0]["blind"], true);
    assert_eq!(on_disk["ratings"][2]["by"], "phone");
    assert_eq!(on_disk["ratings"][3]["by"], Value::Null);
    assert_eq!(on_disk["marks"][4]["label"], "there");
    assert_eq!(on_disk["marks"][1]["kind"], "range");
    assert_eq!(
        (&on_disk["take"]["sha256"], &on_disk["mood"]),
        (&"abc".into(), &"calm".into())
    );
    assert_eq!(shelf.library.scan().attempts[0].ratings, merged.ratings);

    // The window took it in: what it removes of theirs now is removed.
    shelf.library.took_in_attempt(Arc::new(merged.clone()));
    let mut ours = merged;
    ours.notes.clear();
    ours.marks.retain(|mark| mark.frame != 77);
    assert_eq!(shelf.library.save_attempt(&ours).unwrap().merged, None);
    assert_eq!(*shelf.library.scan().attempts[0], ours);
}

#[test]
fn two_saves_on_their_way_keep_both_and_clash_with_nobody() {
    let (shelf, path, base) = read();
    edit(&path, |it| it["notes"] = "theirs".into());
    let mut first = base.clone();
    first
        .marks
        .push(Mark::new(5, MarkKind::Flag(FlagKind::Free)));
    let mut second = first.clone();
    second
        .marks
        .push(Mark::new(6, MarkKind::Flag(FlagKind::Free)));
    second.starred = false;
    for ours in [&first, &second] {
        let saved = shelf.library.save_attempt(ours).unwrap();
        assert_eq!(saved.theirs, None);
        let expected = Attempt {
            notes: "theirs".into(),
            ..ours.clone()
        };
        assert_eq!(saved.merged, Some(expected));
    }
    // Typed on without a pause, each text made of the one before it.
    let mut ours = second;
    shelf
        .library
        .took_in_attempt(shelf.library.scan().attempts[0].clone());
    for text in ["theirs a", "theirs ab", "theirs abc"] {
        ours.notes = text.into();
        let saved = shelf.library.save_attempt(&ours).unwrap();
        assert_eq!((saved.merged, saved.theirs), (None, None));
    }
}

#[cfg(unix)]
#[test]
fn after_a_save_that_failed_the_next_one_writes_the_changes_of_both() {
    let (shelf, path, mut ours) = read();
    let real = path.with_extension("real");
    let out_of_reach = || {
        fs::rename(&path, &real).unwrap();
        std::os::unix::fs::symlink(&real, &path).unwrap();
    };
    out_of_reach();
    ours.notes = "typed while the disk was away".into();
    assert!(shelf.library.save_attempt(&ours).is_err());
    fs::rename(&real, &path).unwrap();
    ours.starred = false;
    assert_eq!(shelf.library.save_attempt(&ours).unwrap().merged, None);
    assert_eq!(*shelf.library.scan().attempts[0], ours);
}

#[test]
fn where_both_changed_the_same_both_are_there_and_it_is_told() {
    let (shelf, path, mut ours) = read();
    edit(&path, |it| it["notes"] = "theirs".into());
    let theirs = fs::read_to_string(&path).unwrap();
    ours.notes = "ours".into();
    let saved = shelf.library.save_attempt(&ours).unwrap();
    let beside = path.with_file_name("attempt.conflict-1.json");
    assert_eq!((saved.merged, saved.theirs), (None, Some(beside.clone())));
    assert_eq!(fs::read_to_string(&beside).unwrap(), theirs);
    let scan = shelf.library.scan();
    assert_eq!((scan.attempts.len(), scan.faults), (1, vec![]));
    assert_eq!(scan.attempts[0].notes, "ours");
    // Told once: from now on ours is what was last read.
    ours.notes = "ours again".into();
    assert_eq!(shelf.library.save_attempt(&ours).unwrap().theirs, None);
}

#[test]
fn what_cannot_be_read_is_moved_and_what_it_holds_beyond_us_comes_along() {
    let (shelf, path, ours) = read();
    edit(&path, |it| it["notes"] = json!(["a", "list"]));
    let theirs = fs::read_to_string(&path).unwrap();
    let saved = shelf.library.save_attempt(&ours).unwrap();
    let aside = path.with_file_name("attempt.json.damaged-1");
    assert_eq!(saved.theirs, Some(aside.clone()));
    assert_eq!(fs::read_to_string(aside).unwrap(), theirs);
    assert_eq!(*shelf.library.scan().attempts[0], ours);
    assert_eq!(json_of(&path)["transcript"]["ko"][0]["text"], "그때는");
}

#[test]
fn a_file_that_would_not_differ_is_not_written() {
    let (shelf, path, ours) = read();
    shelf.library.save_attempt(&ours).unwrap();
    let time = || fs::metadata(&path).unwrap().modified().unwrap();
    let before = time();
    shelf.library.save_attempt(&ours).unwrap();
    assert_eq!(time(), before);
}

#[test]
fn a_session_keeps_what_another_device_changed_in_it() {
    let shelf = shelf();
    let first = session_file::parse(include_str!("fixtures/session-1.json")).unwrap();
    let path = shelf.library.layout().session_file(&first.id);
    fs::write(&path, include_str!("fixtures/session-1.json")).unwrap();
    let read = || shelf.library.sessions().0[0].clone();
    let mut ours = (*read()).clone();
    edit(&path, |it| {
        it["role"] = "theirs".into();
        it["later"] = json!({"a": [1]});
    });
    ours.status = Status::Left;
    let saved = shelf.library.save_session(&ours).unwrap();
    assert_eq!(saved.theirs, None);
    let merged = saved.merged.unwrap();
    assert_eq!(
        (merged.role.as_deref(), merged.status),
        (Some("theirs"), Status::Left)
    );
    assert_eq!(*read(), merged);
    assert_eq!(json_of(&path)["later"]["a"][0], 1);
    // Gone on with on both: one course is kept whole, the other beside it.
    shelf.library.took_in_session(Arc::new(merged.clone()));
    edit(&path, |it| it["interviewers"][0]["used_secs"] = 99.into());
    let mut ours = merged;
    ours.count(5.0);
    let saved = shelf.library.save_session(&ours).unwrap();
    let beside = saved.theirs.unwrap();
    assert_eq!(
        beside,
        path.with_file_name(format!("{}.conflict-1.json", ours.id))
    );
    assert_eq!(json_of(&beside)["interviewers"][0]["used_secs"], 99);
    assert!((read().clock_secs() - ours.clock_secs()).abs() < 0.01);
    let (sessions, faults) = shelf.library.sessions();
    assert_eq!(
        (sessions.len(), faults),
        (1, vec![]),
        "no session of its own"
    );
}

#[test]
fn settings_keep_what_another_program_changed_in_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    let text =
        "# mine\ntarget_secs = 90 # long\n[session]\nminutes = 45\nmood = 'calm'\n[later]\nx = 1\n";
    fs::write(&path, text).unwrap();
    let (read, _) = settings_file::load(&path);
    let file = SettingsFile::new(Place::Program(path.clone()), read.clone());
    let theirs = text
        .replace("90", "150")
        .replace("calm", "brave")
        .replace("x = 1", "x = 2");
    fs::write(&path, &theirs).unwrap();
    let mut ours = read.unwrap();
    ours.plan = LanguagePlan::English;
    let saved = file.save(&ours).unwrap();
    let merged = saved.merged.unwrap();
    assert_eq!(
        (merged.target_secs, merged.plan, saved.theirs),
        (150, LanguagePlan::English, None)
    );
    // Only the key that was changed here is written.
    let expected = theirs.replace("# long\n", "# long\nplan = \"en\"\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
    // Taken in, and set back here: that counts.
    file.took_in(merged.clone());
    let mut ours = merged;
    ours.target_secs = 90;
    assert_eq!(file.save(&ours).unwrap().merged, None);
    assert_eq!(settings_file::load(&path), (Some(ours.clone()), vec![]));
    // Both set the same: ours counts, theirs is kept.
    fs::write(&path, "theme = \"dark\"\n").unwrap();
    ours.theme = ThemeChoice::Light;
    let saved = file.save(&ours).unwrap();
    let beside = path.with_file_name("settings.conflict-1.toml");
    assert_eq!(saved.theirs, Some(beside.clone()));
    assert_eq!(fs::read_to_string(beside).unwrap(), "theme = \"dark\"\n");
    assert_eq!(saved.merged.unwrap().theme, ThemeChoice::Light);
}

#[test]
fn a_bad_value_in_settings_costs_no_other_value() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("settings.toml");
    fs::write(&path, "volume = 0.5\n").unwrap();
    let (read, _) = settings_file::load(&path);
    let file = SettingsFile::new(Place::Program(path.clone()), read.clone());
    let bad = "volume = \"loud\" # as loud as it gets\ntheme = \"dark\"\n[later]\nx = 1\n";
    fs::write(&path, bad).unwrap();
    let mut ours = read.unwrap();
    ours.star_hint = false;
    let saved = file.save(&ours).unwrap();
    let aside = path.with_file_name("settings.toml.damaged-1");
    assert_eq!(saved.theirs, Some(aside.clone()));
    assert_eq!(fs::read_to_string(aside).unwrap(), bad);
    let (now, faults) = settings_file::load(&path);
    let expected = Settings {
        theme: ThemeChoice::Dark,
        ..ours
    };
    assert_eq!((now, faults), (Some(expected), vec![]));
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.contains("# as loud as it gets") && text.contains("[later]\nx = 1"),
        "{text}"
    );
}

#[cfg(unix)]
#[test]
fn a_story_whose_save_failed_is_whole_after_the_next_one() {
    let shelf = shelf();
    let id = StoryId::parse("a").unwrap();
    let base = Story::new(id.clone(), "A".into());
    shelf.library.save_story(&base, None).unwrap();
    let path = shelf.library.layout().story_file(&id);
    let real = path.with_extension("real");
    fs::rename(&path, &real).unwrap();
    std::os::unix::fs::symlink(&real, &path).unwrap();
    let mut first = base.clone();
    first.title = "B".into();
    assert!(shelf.library.save_story(&first, Some(&base)).is_err());
    fs::rename(&real, &path).unwrap();
    let mut second = first.clone();
    second.notes = "typed on".into();
    // Asked for before it was known that the first one had failed.
    let saved = shelf.library.save_story(&second, Some(&first)).unwrap();
    assert_eq!((saved.story, saved.theirs), (second.clone(), None));
    assert_eq!(shelf.library.stories().0, [second]);
}

#[test]
fn a_role_of_the_person_is_never_written_over() {
    let shelf = shelf();
    let path = roles::make_own(&shelf.library, "cloud-support").unwrap();
    let theirs = fs::read_to_string(&path).unwrap() + "# mine\n";
    fs::write(&path, &theirs).unwrap();
    assert_eq!(
        roles::make_own(&shelf.library, "cloud-support").unwrap(),
        path
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn ratings_of_the_same_sitting_replace_each_other_on_disk() {
    let (shelf, _, mut ours) = read();
    let count = ours.ratings.len();
    rated(&mut ours, 1);
    for minute in 2..5 {
        shelf.library.save_attempt(&ours).unwrap();
        let date = jiff::civil::date(2026, 11, 29).at(9, minute, 0, 0);
        let at = date.in_tz("Asia/Seoul").unwrap();
        let sitting = ours.ratings.last().unwrap().at.clone();
        give_score(&mut ours.ratings, Some(&sitting), "result", 4, at);
    }
    shelf.library.save_attempt(&ours).unwrap();
    let read: Vec<Rating> = shelf.library.scan().attempts[0].ratings.clone();
    assert_eq!((read.len(), read), (count + 1, ours.ratings));
}
