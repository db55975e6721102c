//! The words files: complete in both languages, with the same arguments, in the house's manner.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Key to value of a words file; continuation lines are joined.
fn words(language: &str) -> BTreeMap<String, String> {
    let path = format!(
        "{}/assets/i18n/{language}/retake.ftl",
        env!("CARGO_MANIFEST_DIR")
    );
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if line.starts_with('#') {
            continue;
        }
        if line.starts_with(' ') {
            let value = found.get_mut(&key).unwrap();
            value.push('\n');
            value.push_str(line.trim());
        } else if let Some((name, value)) = line.split_once('=') {
            name.trim().clone_into(&mut key);
            let twice = found.insert(key.clone(), value.trim().to_owned());
            assert_eq!(twice, None, "{language}: {key} stands twice");
        }
    }
    assert!(found.len() > 50);
    found
}

fn arguments(value: &str) -> BTreeSet<&str> {
    value
        .match_indices("{ $")
        .map(|(at, _)| value[at + 3..].split([' ', '}', ',']).next().unwrap())
        .collect()
}

fn has_hangul(value: &str) -> bool {
    value
        .chars()
        .any(|c| ('\u{AC00}'..='\u{D7A3}').contains(&c))
}

#[test]
fn both_languages_have_the_same_keys_and_arguments() {
    let (english, korean) = (words("en"), words("ko"));
    let keys = |words: &BTreeMap<String, String>| words.keys().cloned().collect::<BTreeSet<_>>();
    let only_english: Vec<_> = keys(&english).difference(&keys(&korean)).cloned().collect();
    let only_korean: Vec<_> = keys(&korean).difference(&keys(&english)).cloned().collect();
    assert_eq!((only_english, only_korean), (vec![], vec![]));
    for (key, value) in &english {
        assert_eq!(arguments(value), arguments(&korean[key]), "{key}");
        assert!(
            !value.is_empty() && !korean[key].is_empty(),
            "{key} is empty"
        );
    }
}

#[test]
fn every_key_is_used() {
    let mut sources = String::new();
    let mut folders = vec![format!("{}/src", env!("CARGO_MANIFEST_DIR"))];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path.to_string_lossy().into_owned());
            } else {
                sources.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let unused: Vec<_> = words("en")
        .into_keys()
        .filter(|key| !sources.contains(&format!("\"{key}\"")))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn english_words_are_english() {
    for (key, value) in words("en") {
        // What an interviewer says is in the language of the answer.
        let spoken = key.starts_with("cue-") || key.starts_with("drill-interruption-");
        let may_be_korean = key == "language-korean-own" || spoken;
        assert!(may_be_korean || !has_hangul(&value), "{key} = {value}");
    }
}

#[test]
fn faults_are_whole_sentences_and_never_shout() {
    for language in ["en", "ko"] {
        for (key, value) in words(language) {
            assert!(!value.contains('!'), "{language}: {key} shouts");
            if key.starts_with("fault-") && key != "fault-line" {
                assert!(value.ends_with('.'), "{language}: {key} has no full stop");
            }
        }
    }
}

/// Words that read as translated or archaic, and the word the interface uses instead. `쉼표` (comma)
/// is a word of its own.
const NOT_KOREAN: [(&str, &str); 12] = [
    ("견주", "비교"),
    ("견줘", "비교"),
    ("견줄", "비교"),
    ("까닭", "이유"),
    ("낱말", "단어"),
    ("빠르기", "속도"),
    ("가운데", "중"),
    ("되풀이", "반복"),
    ("묶음", "팩"),
    ("쉰 ", "멈춘"),
    ("어림", "추정"),
    ("눈금", "시간표"),
];

/// The same for English, in lower case. Whole words: `recommend` has nothing to mend.
const NOT_ENGLISH: [(&str, &str); 11] = [
    ("mend", "fix"),
    ("stands here", "appears here"),
    ("stand here", "appear here"),
    ("go on", "continue"),
    ("came of", "results"),
    ("telling", "answer"),
    ("take", "answer"),
    ("takes", "answers"),
    ("attempt", "answer"),
    ("licence", "license"),
    ("practise", "practice"),
];

/// Whether the text has these words, not as a part of others.
fn has_words(text: &str, words: &str) -> bool {
    let inside = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        !inside(before) && !inside(after)
    })
}

#[test]
fn texts_have_no_archaic_words() {
    let mut found = Vec::new();
    for (key, value) in words("ko") {
        let value = value.replace("쉼표", "");
        for (old, better) in NOT_KOREAN.into_iter().chain([("쉼", "멈춤")]) {
            if value.contains(old) {
                found.push(format!("ko: {key} says {old}, not {better}"));
            }
        }
    }
    for (key, value) in words("en") {
        let value = value.to_lowercase();
        for (old, better) in NOT_ENGLISH {
            if has_words(&value, old) {
                found.push(format!("en: {key} says {old}, not {better}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn percent_signs_follow_their_number() {
    for language in ["en", "ko"] {
        for (key, value) in words(language) {
            assert!(!value.contains(" %"), "{language}: {key} = {value}");
        }
    }
}
