//! The arrows and invariants of ARCHITECTURE.md, read from the sources.
//! Not here: behaviour.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "tidy/circles.rs"]
mod circles;

use std::fs;
use std::path::{Path, PathBuf};

/// Which rooms a room may see besides itself.
const ARROWS: [(&str, &[&str]); 8] = [
    ("model", &[]),
    ("analysis", &["model"]),
    ("flow", &["model"]),
    ("i18n", &["model"]),
    ("library", &["model"]),
    ("audio", &["model", "analysis"]),
    ("ui", &["model", "flow", "i18n"]),
    (
        "app",
        &[
            "model", "analysis", "flow", "i18n", "library", "audio", "ui",
        ],
    ),
];

/// Longer files, each with its reason.
const LONG_FILES: [(&str, &str); 0] = [];

/// Lines a file may have.
const LONGEST: usize = 400;

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn name(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap()
        .to_string_lossy()
        .replace('\\', "/")
}

/// The code of a file: without comments, without its tests at the bottom.
fn code(text: &str) -> String {
    let tests = text
        .match_indices(
            "#[cfg(test)]
",
        )
        .find(|(at, _)| {
            let mut lines = text[*at..].lines();
            let first = lines
                .find(|line| !line.starts_with("#["))
                .unwrap_or_default();
            first.starts_with("mod ") && first.ends_with('{')
        });
    let text = tests.map_or(text, |(at, _)| &text[..at]);
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.split(" // ").next().unwrap())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Files of `folder` whose code holds one of the words, except the named ones.
fn offenders(folder: &str, words: &[&str], except: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in sources(&root().join(folder)) {
        let name = name(&path);
        if except.iter().any(|allowed| name.starts_with(allowed)) || name.ends_with("tests.rs") {
            continue;
        }
        let code = code(&text);
        for word in words.iter().filter(|word| code.contains(**word)) {
            found.push(format!("{name}: {word}"));
        }
    }
    found
}

const NONE: [String; 0] = [];

#[test]
fn rooms_see_only_what_the_arrows_allow() {
    let mut found = Vec::new();
    for (room, may_see) in ARROWS {
        for (path, text) in sources(&root().join("src").join(room)) {
            let code = code(&text);
            for (other, _) in ARROWS {
                let sees = code.contains(&format!("crate::{other}::"))
                    || code.contains(&format!("crate::{other};"));
                if other != room && sees && !may_see.contains(&other) {
                    found.push(format!("{} sees {other}", name(&path)));
                }
            }
        }
    }
    assert_eq!(found, NONE);
}

#[test]
fn every_room_is_in_the_list_of_arrows() {
    for entry in fs::read_dir(root().join("src")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let room = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(
                ARROWS.iter().any(|(known, _)| *known == room),
                "{room} has no arrows"
            );
        }
    }
}

#[test]
fn foreign_crates_have_one_door_each() {
    assert_eq!(
        offenders("src", &["cpal::"], &["src/audio/backend/cpal_backend"]),
        NONE
    );
    assert_eq!(
        offenders(
            "src",
            &["pulseaudio::"],
            &["src/audio/backend/pulse_backend"]
        ),
        NONE
    );
    assert_eq!(offenders("src", &["rfd::"], &["src/app/dialogs.rs"]), NONE);
    assert_eq!(
        offenders(
            "src",
            &["egui::", "eframe::"],
            &["src/ui/", "src/app/", "src/main.rs"]
        ),
        NONE
    );
    assert_eq!(offenders("src", &["hound::"], &["src/audio/"]), NONE);
}

#[test]
fn pure_rooms_touch_nothing() {
    for room in ["src/model", "src/analysis", "src/flow"] {
        let words = [
            "std::fs",
            "std::thread",
            "std::net",
            "std::env",
            "std::process",
            "Instant",
            "Mutex",
            "mpsc",
        ];
        assert_eq!(offenders(room, &words, &[]), NONE);
    }
}

#[test]
fn the_clock_is_read_in_one_place() {
    // A take compares two clocks, to notice that the computer slept.
    let doors = ["src/app/clock.rs", "src/audio/clock.rs"];
    let words = ["Zoned::now", "Timestamp::now", "SystemTime::now"];
    assert_eq!(offenders("src", &words, &doors), NONE);
    // Waiting and watchdogs need a steady clock; dates do not come from it.
    let steady = ["src/app/clock.rs", "src/app/dialogs.rs", "src/audio/"];
    assert_eq!(offenders("src", &["Instant::now"], &steady), NONE);
}

/// Opening a pipe waits for its other end.
#[test]
fn files_of_a_person_are_opened_in_one_place() {
    let doors = [
        "src/regular_file.rs",
        // Looked at before, like there.
        "src/library/cache/cache_file.rs",
        // Folders, to sync them.
        "src/library/io/save.rs",
        "src/audio/wav/take_file.rs",
    ];
    let words = ["File::open(", "fs::read(", "read_to_string(path"];
    assert_eq!(offenders("src", &words, &doors), NONE);
}

/// The crates are looked at in `dependencies`.
#[test]
fn no_door_leads_to_the_network() {
    let words = [
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "SocketAddr",
        "http://",
        "https://",
    ];
    assert_eq!(offenders("src", &words, &[]), NONE);
    // The word for shutting a socket of this computer lies in there too.
    let door = "src/audio/backend/pulse_backend/connection.rs";
    assert_eq!(offenders("src", &["std::net"], &[door]), NONE);
}

#[test]
fn threads_have_names_and_channels_have_bounds() {
    assert_eq!(
        offenders(
            "src",
            &["thread::spawn(", "mpsc::channel(", "mpsc::channel}"],
            &[]
        ),
        NONE
    );
    for (path, text) in sources(&root().join("src")) {
        let code = code(&text);
        let built = code.matches("thread::Builder::new()").count();
        let named = code.matches(".name(").count();
        assert!(
            built <= named,
            "{} builds a thread without a name",
            name(&path)
        );
    }
}

#[test]
fn files_are_written_whole_or_not_at_all() {
    let words = ["fs::write(", " File::create(", "fs::File::create("];
    // A take grows while it is recorded; everything else is saved in one piece.
    let doors = ["src/library/io/save.rs", "src/audio/wav/take_file.rs"];
    assert_eq!(offenders("src", &words, &doors), NONE);
}

#[test]
fn colours_live_in_the_theme() {
    let words = [
        "Color32::from_",
        "Rgba::from",
        "Color32::RED",
        "Color32::WHITE",
        "Color32::BLACK",
        "Color32::GRAY",
    ];
    assert_eq!(offenders("src/ui", &words, &["src/ui/theme/"]), NONE);
}

#[test]
fn every_word_a_person_sees_is_in_the_words_files() {
    let hangul = |c: char| {
        ('\u{1100}'..='\u{11FF}').contains(&c)
            || ('\u{3130}'..='\u{318F}').contains(&c)
            || ('\u{AC00}'..='\u{D7A3}').contains(&c)
    };
    for room in [
        "src/ui",
        "src/app",
        "src/flow",
        "src/audio",
        "src/library",
        "src/analysis",
    ] {
        for (path, text) in sources(&root().join(room)) {
            let line = code(&text)
                .lines()
                .find(|line| line.contains(hangul))
                .map(str::to_owned);
            assert_eq!(line, None, "{} holds Korean words", name(&path));
        }
    }
}

#[test]
fn files_are_short_and_say_what_belongs_in_them() {
    for folder in ["src", "tests", "benches"] {
        for (path, text) in sources(&root().join(folder)) {
            let name = name(&path);
            assert!(
                text.starts_with("//!"),
                "{name} does not say what belongs in it"
            );
            let lines = text.lines().count();
            let excused = LONG_FILES.iter().any(|(file, _)| *file == name);
            assert!(lines <= LONGEST || excused, "{name} has {lines} lines");
        }
    }
}

#[test]
fn names_say_what_things_are() {
    for (path, text) in sources(&root().join("src")) {
        let name = name(&path);
        for vague in ["manager", "helper", "util", "misc", "common"] {
            assert!(!name.contains(vague), "{name}: {vague} says nothing");
        }
        let code = code(&text);
        for vague in ["Manager", "Helper", "Utils"] {
            assert!(
                !code.contains(&format!("struct {vague}"))
                    && !code.contains(&format!("{vague} {{")),
                "{name}: {vague}"
            );
        }
    }
}

#[test]
fn nothing_is_left_for_later_in_silence() {
    let words = ["todo!", "unimplemented!", "TODO", "FIXME", "XXX", "dbg!"];
    assert_eq!(offenders("src", &words, &[]), NONE);
    for (path, text) in sources(&root().join("tests")) {
        if !path.ends_with("tidy.rs") {
            assert!(!text.contains("#[ignore"), "{} ignores a test", name(&path));
        }
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let mut in_dependencies = false;
    let mut previous = "";
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if in_dependencies && line.contains(" = ") {
            let explained = previous.starts_with('#') || previous.contains(" = ");
            assert!(explained, "Cargo.toml: no reason before `{line}`");
        }
        previous = line;
    }
}
