//! Question packs and the rubric: those that we ship are complete, and those that people write are
//! told every fault in them. Not here: drawing questions.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "packs/rubric.rs"]
mod rubric;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use retake::library::{builtin, follow_ups, packs, roles, rubrics};
use retake::model::attempt::{AskedQuestion, Attempt, AttemptId, Link};
use retake::model::fault::FileFault;
use retake::model::language::{Bilingual, LanguagePlan};
use retake::model::principle::Principle;
use retake::model::question::{FollowUp, FollowUpKind, Question, Subject};
use retake::model::rubric::LineWhen;

fn shipped() -> Vec<Question> {
    let (packs, faults) = packs::load_packs(builtin::PACKS, Path::new("/nowhere/at/all"));
    assert_eq!(faults, []);
    assert_eq!(packs.len(), builtin::PACKS.len());
    packs.into_iter().flat_map(|pack| pack.questions).collect()
}

fn assert_bilingual(text: &Bilingual, name: &str) {
    let hangul = |c: char| ('가'..='힣').contains(&c);
    assert!(
        text.ko.contains(hangul),
        "{name}: no Korean in {:?}",
        text.ko
    );
    assert!(!text.en.contains(hangul), "{name}: Korean in {:?}", text.en);
    assert!(
        text.en.contains(|c: char| c.is_ascii_alphabetic()),
        "{name}: {:?}",
        text.en
    );
}

#[test]
fn every_shipped_question_is_whole_in_both_languages() {
    let mut texts = BTreeSet::new();
    for question in shipped() {
        assert_bilingual(&question.text, &question.id);
        assert!(
            texts.insert(question.text.ko.clone()),
            "{} is asked twice",
            question.id
        );
        let digs = |it: &&FollowUp| it.kind != FollowUpKind::Step;
        let follow_ups = question.follow_ups.iter().filter(digs).count();
        assert!(
            (2..=4).contains(&follow_ups),
            "{} has {follow_ups} follow-ups",
            question.id
        );
        for follow_up in &question.follow_ups {
            assert_bilingual(&follow_up.text, &question.id);
        }
    }
}

/// Letters and digits only, in lower case: two texts that differ in anything else ask for the same.
fn letters(text: &str) -> String {
    let kept = text.chars().filter(|it| it.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

#[test]
fn no_question_is_asked_twice_over_all_packs() {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for question in shipped() {
        let steps = question.follow_ups.iter();
        let steps = steps.filter(|it| it.kind == FollowUpKind::Step);
        for text in steps.map(|it| &it.text).chain([&question.text]) {
            for words in [&text.en, &text.ko] {
                let other = texts.insert(letters(words), question.id.clone());
                assert_eq!(other, None, "{} asks again: {words}", question.id);
            }
        }
    }
}

#[test]
fn a_question_about_experience_asks_for_one_and_most_in_the_words_of_an_interviewer() {
    let mut questions = shipped();
    questions.retain(|it| it.subject == Subject::Experience);
    for Question { id, text, .. } in &questions {
        for design in ["Design a", "How would you", "What would you", "If you"] {
            assert!(!text.en.contains(design), "{id}: {}", text.en);
        }
        for design in ["설계해", "하시겠어요", "한다면"] {
            assert!(!text.ko.contains(design), "{id}: {}", text.ko);
        }
    }
    let formula = questions.iter();
    let formula = formula.filter(|it| it.text.en.starts_with("Tell me about a time"));
    let (formula, all) = (formula.count(), questions.len());
    assert!(2 * formula >= all, "{formula} of {all}");
}

/// All that we ship for a person to read, but the words of the screens, each with its place.
fn shipped_texts() -> Vec<(String, Bilingual)> {
    let mut texts = Vec::new();
    for question in shipped() {
        let Question { id, points, .. } = question;
        texts.push((id.clone(), question.text));
        texts.extend(points.into_iter().map(|it| (id.clone(), it)));
        for FollowUp { text, points, .. } in question.follow_ups {
            let all = points.into_iter().chain([text]);
            texts.extend(all.map(|it| (id.clone(), it)));
        }
    }
    for list in [builtin::FOLLOW_UPS, builtin::KNOWLEDGE_FOLLOW_UPS] {
        let (found, _) = follow_ups::parse_follow_ups(list, Path::new("list.toml"));
        texts.extend(found.into_iter().map(|it| ("a follow-up".into(), it.text)));
    }
    for line in builtin::rubric().unwrap().lines {
        let all = line.anchors.into_iter().chain([line.name]);
        texts.extend(all.map(|it| (line.id.clone(), it)));
    }
    let (found, _) = roles::load_roles(builtin::ROLES, Path::new("/nowhere/at/all"));
    for role in found {
        texts.extend([(role.id.clone(), role.name), (role.id, role.reason)]);
    }
    texts
}

#[test]
fn nothing_reads_as_if_it_came_from_an_old_book() {
    const KOREAN: &str =
        "견주|견줘|까닭|낱말|빠르기|가운데|어림|몫|되풀이|묶음|쉼|멎|걸러 낸|짜임새";
    // Also the British spelling that an American interviewer would not use.
    const ENGLISH: &str = " upon | hence| thus |whilst|for ever|in your place|merely|hardly|beforehand|\
        behaviour|neighbour|centre|catalogue|organis|normalis|recognis";
    let texts = shipped_texts();
    assert!(texts.len() > 2000, "{}", texts.len());
    for (place, text) in texts {
        for word in KOREAN.split('|') {
            assert!(!text.ko.contains(word), "{place}: {word:?} in {}", text.ko);
        }
        for word in ENGLISH.split('|') {
            assert!(!text.en.contains(word), "{place}: {word:?} in {}", text.en);
        }
    }
}

#[test]
fn the_interviewer_speaks_one_style_within_a_question() {
    for question in shipped() {
        let follow_ups = question.follow_ups.iter().map(|it| &it.text);
        for text in follow_ups.chain([&question.text]) {
            assert!(!text.ko.contains("니다"), "{}: {}", question.id, text.ko);
        }
    }
}

#[test]
fn every_principle_leads_five_questions_and_every_theme_has_one() {
    let questions = shipped();
    let mut leads: BTreeMap<Principle, usize> = BTreeMap::new();
    for question in &questions {
        if let Some(first) = question.principles.first() {
            *leads.entry(*first).or_default() += 1;
        }
    }
    for principle in Principle::ALL {
        let count = leads.get(&principle).copied().unwrap_or(0);
        assert!(count >= 5, "{} leads {count} questions", principle.id());
    }
    for theme in 1..=23 {
        assert!(
            questions
                .iter()
                .any(|question| question.themes.contains(&theme)),
            "theme {theme}"
        );
    }
}

#[test]
fn every_fault_of_a_pack_is_told_with_its_line_and_the_rest_is_used() {
    let text = r#"format = 1
id = "mine"
title = { en = "Mine", ko = "내 것" }
[[question]]
id = "good"
principles = ["dive-deep"]
later = true
text = { en = "Good?", ko = "좋나요?" }
[[question]]
id = "good"
principles = ["dive-shallow", "ownership", "ownership"]
themes = [1, 24]
text = { en = "  ", ko = 5 }
[[question.follow_up]]
kind = "gossip"
text = { en = "What?" }
[[question]]
id = "Bad Id"
[[question]]
"#;
    let (pack, faults) = packs::parse_pack(text, Path::new("mine.toml"));
    let pack = pack.unwrap();
    assert_eq!(pack.questions.len(), 1);
    assert_eq!(pack.questions[0].text.ko, "좋나요?");
    assert_eq!(
        lines(&faults),
        [
            "10: a second question with the id \"good\"",
            "11: the principle \"ownership\" is named twice",
            "11: there is no principle \"dive-shallow\"",
            "12: there is no theme 24: they are numbered 1 to 23",
            "13: `text.en` is empty",
            "13: `text.ko` is of type integer, expected text in quotes",
            "15: there is no kind of follow-up \"gossip\"",
            "16: `text.ko` is missing",
            "17: `principles` is missing",
            "17: `text` is missing",
            "18: `id` is \"Bad Id\": 1 to 64 lower-case letters a-z, digits and hyphens",
            "19: `id` is missing",
            "19: `principles` is missing",
            "19: `text` is missing",
        ]
    );
}

#[test]
fn a_pack_that_cannot_be_used_says_why() {
    let rest = "\nid = \"p\"\ntitle = { en = \"T\", ko = \"제\" }\n[[question]]\nid = \"q\"\nprinciples = []\ntext = { en = \"E\", ko = \"한\" }";
    let cases: [(String, &[&str]); 5] = [
        (
            format!("format = 2{rest}"),
            &["1: format 2: this version of Retake knows none above 1"],
        ),
        (rest.into(), &["1: `format` is missing"]),
        (
            "format = 1".into(),
            &[
                "1: `id` is missing",
                "1: `title` is missing",
                "1: no [[question]] in this file",
            ],
        ),
        ("format = 1\nid = = 1\ntitle = [\n".into(), &["2: ", "3: "]),
        (
            format!("format = 1{}", rest.replace("[[question]]", "[question]")),
            &[
                "4: `question` is of type table, expected a list in square brackets",
                "1: no [[question]]",
            ],
        ),
    ];
    for (text, expected) in cases {
        let (pack, faults) = packs::parse_pack(&text, Path::new("p.toml"));
        assert_eq!(pack, None, "{text}");
        let lines = lines(&faults);
        for expected in expected {
            assert!(
                lines.iter().any(|line| line.starts_with(expected)),
                "{text}\n{lines:#?}\n{expected}"
            );
        }
        assert!(lines.len() >= expected.len());
    }
}

fn lines(faults: &[FileFault]) -> Vec<String> {
    let line = |fault: &FileFault| match fault {
        FileFault::BrokenPack {
            line: Some(line),
            detail,
            ..
        } => format!("{line}: {detail}"),
        other => panic!("{other:?}"),
    };
    faults.iter().map(line).collect()
}

#[test]
fn of_two_questions_with_one_id_the_earlier_pack_keeps_it() {
    let question = |id: &&str| {
        format!(
            "[[question]]\nid = {id:?}\nprinciples = []\ntext = {{ en = \"E\", ko = \"한\" }}\n"
        )
    };
    let pack = |id: &str, questions: &[&str]| {
        let head = format!("format = 1\nid = {id:?}\ntitle = {{ en = \"T\", ko = \"제\" }}\n");
        head + &questions.iter().map(question).collect::<String>()
    };
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).unwrap();
    write("1.toml", pack("one", &["b", "c"]).as_bytes());
    write("2.toml", pack("built-in", &["d"]).as_bytes());
    write("3.toml", b"\xff\xfe");
    write("4.toml", pack("four", &["c"]).as_bytes());
    write(".hidden.toml", b"x");
    write("notes.txt", b"x");
    let built_in = pack("built-in", &["a", "b"]);
    let (packs, faults) = packs::load_packs(&[("b.toml", &built_in)], folder.path());
    let found: Vec<String> = packs
        .iter()
        .map(|pack| {
            let ids: Vec<&str> = pack
                .questions
                .iter()
                .map(|question| question.id.as_str())
                .collect();
            format!("{}: {}", pack.id, ids.join(" "))
        })
        .collect();
    assert_eq!(found, ["built-in: a b", "one: c"]);
    let told: Vec<String> = faults
        .iter()
        .map(|fault| match fault {
            FileFault::BrokenPack { path, line, detail } => {
                let name = path.file_name().unwrap().to_string_lossy();
                format!("{name} {line:?} {detail}")
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        told,
        [
            "1.toml Some(5) another pack has a question \"b\"",
            "2.toml Some(1) another pack has the id \"built-in\"",
            "3.toml None line 1: byte 0 is not UTF-8 text",
            "4.toml Some(5) another pack has a question \"c\"",
        ]
    );
    let nowhere = packs::load_packs(&[], &folder.path().join("none"));
    assert_eq!(nowhere, (vec![], vec![]));
}
