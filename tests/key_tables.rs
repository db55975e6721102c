//! The tables of keys in the READMEs are printed from the program's own table of keys.
//! To print them anew: `RETAKE_PRINT_KEYS=1 cargo test --test key_tables`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use retake::flow::keys::{KeyGroup, lines};
use retake::i18n::AllWords;
use retake::model::language::Language;
use retake::ui::key_words;

const BEGIN: &str = "<!-- keys:begin -->\n";
const END: &str = "<!-- keys:end -->";

/// A cap of the list, as Markdown: each key for itself, ranges and pairs as they are.
fn caps(caps: &str) -> String {
    let held = ["Ctrl ", "Shift "].into_iter();
    let mut held = held.filter(|held| caps.starts_with(held));
    let held = held.next().unwrap_or_default();
    let keys = caps.strip_prefix(held).unwrap_or(caps);
    let part = |part: &str| match part {
        "–" => "–".to_owned(),
        key => format!("`{held}{key}`"),
    };
    keys.split(' ').map(part).collect::<Vec<_>>().join(" ")
}

fn table(language: Language) -> String {
    let words = AllWords::load().unwrap();
    let words = words.of(language);
    let mut groups: Vec<KeyGroup> = Vec::new();
    for line in lines() {
        if !groups.contains(&line.group) {
            groups.push(line.group);
        }
    }
    let mut out = String::new();
    for group in groups {
        writeln!(
            out,
            "| **{}** | |\n|---|---|",
            key_words::group(words, group)
        )
        .unwrap();
        for line in lines().iter().filter(|line| line.group == group) {
            let does = key_words::action(words, line.action);
            writeln!(out, "| {} | {does} |", caps(&line.caps)).unwrap();
        }
        out.push('\n');
    }
    out
}

#[test]
fn the_readmes_list_the_keys_that_work() {
    for (file, language) in [
        ("README.md", Language::English),
        ("README.ko.md", Language::Korean),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = fs::read_to_string(&path).unwrap();
        let (before, rest) = text.split_once(BEGIN).unwrap();
        let (printed, after) = rest.split_once(END).unwrap();
        let table = table(language);
        if std::env::var_os("RETAKE_PRINT_KEYS").is_some() {
            fs::write(&path, format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
        } else {
            assert_eq!(printed, table, "{file}");
        }
    }
}
