//! What we ship beyond experiences: follow-ups that fit any answer, questions on computer science,
//! scenarios, introductions and questions to the interviewer; and what a library adds to it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use retake::library::{builtin, follow_ups, packs};
use retake::model::fault::FileFault;
use retake::model::language::Bilingual;
use retake::model::question::{FollowUp, FollowUpKind, Pack, Question, Subject};

fn shipped() -> Vec<Pack> {
    let (packs, faults) = packs::load_packs(builtin::PACKS, Path::new("/nowhere/at/all"));
    assert_eq!(faults, []);
    packs
}

fn questions(subject: Subject) -> Vec<Question> {
    let packs = shipped().into_iter();
    let all = packs.flat_map(|pack| pack.questions);
    all.filter(|question| question.subject == subject).collect()
}

#[track_caller]
fn assert_text(text: &Bilingual, (en, ko): (usize, usize), name: &str) {
    let hangul = |c: char| ('가'..='힣').contains(&c);
    assert!(text.ko.contains(hangul), "{name}: {:?}", text.ko);
    assert!(!text.en.contains(hangul), "{name}: {:?}", text.en);
    let lengths = (text.en.chars().count(), text.ko.chars().count());
    assert!(
        lengths.0 <= en && lengths.1 <= ko,
        "{name}: {lengths:?} {text:?}"
    );
}

fn of_list(text: &str) -> Vec<FollowUp> {
    let (list, faults) = follow_ups::parse_follow_ups(text, Path::new("list.toml"));
    assert_eq!(faults, []);
    for follow_up in &list {
        assert_text(&follow_up.text, (130, 75), follow_up.kind.id());
    }
    let texts: BTreeSet<&str> = list.iter().map(|it| it.text.en.as_str()).collect();
    assert_eq!(texts.len(), list.len());
    list
}

#[test]
fn follow_ups_for_any_story_have_four_of_each_kind() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for follow_up in of_list(builtin::FOLLOW_UPS) {
        *kinds.entry(follow_up.kind.id()).or_default() += 1;
    }
    for kind in FollowUpKind::PROBES {
        let count = kinds.get(kind.id()).copied().unwrap_or(0);
        assert!(count >= 4, "{}: {count}", kind.id());
    }
}

#[test]
fn follow_ups_for_any_explanation_ask_for_no_story() {
    let list = of_list(builtin::KNOWLEDGE_FOLLOW_UPS);
    assert!(list.len() >= 10);
    let depth = list.iter().filter(|it| it.kind == FollowUpKind::Depth);
    assert!(depth.count() >= 4);
    for follow_up in &list {
        assert!(follow_up.kind.digs_at_once(), "{:?}", follow_up.kind);
        assert_ne!(follow_up.kind, FollowUpKind::YourPart);
    }
}

#[test]
fn computer_science_has_enough_of_each_topic_with_points_and_sources() {
    for topic in Subject::TOPICS {
        let found = questions(topic);
        assert!(found.len() >= 25, "{}: {}", topic.id(), found.len());
        for question in &found {
            let points = question.points.len();
            assert!(
                (3..=5).contains(&points),
                "{}: {points} points",
                question.id
            );
        }
    }
    for pack in shipped() {
        let knows = |it: &Question| {
            Subject::TOPICS.contains(&it.subject) || it.subject == Subject::Scenario
        };
        let sourced = !pack.sources.is_empty();
        assert!(sourced || !pack.questions.iter().any(knows), "{}", pack.id);
    }
}

#[test]
fn a_scenario_has_five_steps() {
    let found = questions(Subject::Scenario);
    assert!(found.len() >= 12, "{}", found.len());
    for question in &found {
        let kinds = question.follow_ups.iter().map(|it| it.kind);
        let steps: Vec<bool> = kinds.map(|kind| kind == FollowUpKind::Step).collect();
        assert_eq!(steps.iter().filter(|it| **it).count(), 5, "{}", question.id);
        assert!(steps.iter().take(5).all(|it| *it), "{}", question.id);
        for step in question.follow_ups.iter().take(5) {
            let points = step.points.len();
            assert!((2..=4).contains(&points), "{}: {points}", question.id);
        }
    }
}

#[test]
fn everything_can_be_read_in_the_time_of_an_interview() {
    let mut ids = BTreeSet::new();
    for question in shipped().into_iter().flat_map(|pack| pack.questions) {
        assert!(
            ids.insert(question.id.clone()),
            "{} stands twice",
            question.id
        );
        if question.pack == "behavioural" {
            continue;
        }
        assert_text(&question.text, (170, 95), &question.id);
        for follow_up in &question.follow_ups {
            assert_text(&follow_up.text, (130, 75), &question.id);
        }
        let steps = question.follow_ups.iter().flat_map(|it| &it.points);
        for point in question.points.iter().chain(steps) {
            let longest = (120, 70);
            let lengths = (point.en.chars().count(), point.ko.chars().count());
            assert!(
                lengths.0 <= longest.0 && lengths.1 <= longest.1,
                "{}: {point:?}",
                question.id
            );
        }
    }
}

fn told(faults: &[FileFault]) -> Vec<String> {
    let line = |fault: &FileFault| match fault {
        FileFault::BrokenPack { line, detail, .. } => format!("{line:?} {detail}"),
        other => panic!("{other:?}"),
    };
    faults.iter().map(line).collect()
}

#[test]
fn a_library_adds_follow_ups_and_is_told_what_is_wrong_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let ours =
        "format = 1\n[[follow_up]]\nkind = \"why\"\ntext = { en = \"Why?\", ko = \"왜요?\" }\n";
    let load = || follow_ups::load_follow_ups(ours, folder.path());
    assert_eq!(load().0.len(), 1);
    assert_eq!(load().1, []);
    let own = "format = 1
[[follow_up]]
kind = \"why\"
text = { en = \"Why?\", ko = \"왜요?\" }
[[follow_up]]
kind = \"depth\"
text = { en = \"Deeper\", ko = \"더요\" }
[[follow_up]]
kind = \"step\"
text = { en = \"Step\", ko = \"단계\" }
[[follow_up]]
kind = \"depth\"
text = { en = \"Again\", ko = \"더요\" }
[[follow_up]]
kind = \"numbers\"
text = { en = \"How many?\" }
";
    fs::write(folder.path().join(follow_ups::FILE), own).unwrap();
    let (found, faults) = load();
    let kinds: Vec<&str> = found.iter().map(|it| it.kind.id()).collect();
    assert_eq!(kinds, ["why", "depth"]);
    assert_eq!(
        told(&faults),
        [
            "Some(9) there is no kind of follow-up \"step\"",
            "Some(11) this follow-up stands here twice",
            "Some(16) `text.ko` is missing",
        ]
    );
    // It is no pack, and no fault of the packs.
    assert_eq!(packs::load_packs(&[], folder.path()), (vec![], vec![]));
    fs::write(folder.path().join(follow_ups::FILE), b"\xff").unwrap();
    let (found, faults) = load();
    assert_eq!(found.len(), 1, "ours are used all the same");
    assert_eq!(told(&faults), ["None line 1: byte 0 is not UTF-8 text"]);
    fs::write(folder.path().join(follow_ups::FILE), "format = 2\n").unwrap();
    assert_eq!(load().1.len(), 2);
}

#[cfg(unix)]
#[test]
fn a_list_that_lies_elsewhere_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let target = elsewhere.path().join("list.toml");
    fs::write(&target, builtin::FOLLOW_UPS).unwrap();
    let link = folder.path().join(follow_ups::FILE);
    std::os::unix::fs::symlink(&target, link).unwrap();
    let (found, faults) = follow_ups::load_follow_ups("format = 1", folder.path());
    assert_eq!(found, []);
    assert_eq!(
        told(&faults),
        [
            "Some(1) no [[follow_up]] in this file",
            "None a link; links are not followed",
        ]
    );
}

/// What is asked and what it is about agree: whoever asks for "a time" wants an experience, a design is
/// none, and only experiences and introductions count for a principle.
#[test]
fn every_question_is_about_what_it_asks_for() {
    for question in shipped().into_iter().flat_map(|pack| pack.questions) {
        let (id, asked) = (&question.id, question.text.en.to_lowercase());
        let lived = [
            "a time ",
            "have you ever",
            "give me an example",
            "describe a situation",
        ];
        if lived.iter().any(|words| asked.contains(words)) && question.pack == "behavioural" {
            assert_eq!(question.subject, Subject::Experience, "{id}: {asked}");
        }
        let thought = ["design ", "how would you", "suppose ", "imagine "];
        if thought.iter().any(|words| asked.starts_with(words)) {
            assert_ne!(question.subject, Subject::Experience, "{id}: {asked}");
        }
        assert!(
            question.principles.is_empty() || question.is_general(),
            "{id} counts for a principle and asks for no experience"
        );
    }
}

#[test]
fn a_pack_whose_name_ends_otherwise_is_read_or_spoken_of() {
    let folder = tempfile::tempdir().unwrap();
    let pack = |id: &str| {
        let text = r#"{ en = "Why?", ko = "왜요?" }"#;
        format!(
            "format = 1\nid = \"{id}\"\ntitle = {text}\n[[question]]\nid = \"{id}-1\"\nprinciples = []\ntext = {text}\n"
        )
    };
    for (name, id) in [
        ("one.TOML", "one"),
        ("two.toml.txt", "two"),
        ("three.Toml.TXT", "three"),
        ("notes.txt", "notes"),
    ] {
        std::fs::write(folder.path().join(name), pack(id)).unwrap();
    }
    let (packs, faults) = packs::load_packs(&[], folder.path());
    let ids: Vec<&str> = packs.iter().map(|pack| pack.id.as_str()).collect();
    assert_eq!(ids, ["one"]);
    let told = |name: &str| {
        faults.iter().any(|fault| {
            matches!(fault, FileFault::BrokenPack { path, detail, .. }
                if path.ends_with(name) && detail.contains("ends in .toml.txt"))
        })
    };
    assert!(told("two.toml.txt") && told("three.Toml.TXT"), "{faults:?}");
    assert_eq!(
        faults.len(),
        2,
        "other texts are nobody's business: {faults:?}"
    );
}
