//! What the texts of the repository hold: no foreign places, no dead links, no notes of the day.
//! Not here: the sources (`tidy`).

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Texts at the top of the repository. Everything else is in `docs`.
const TOP: [&str; 4] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "README.ko.md",
    "README.md",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn name(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap()
        .to_string_lossy()
        .replace('\\', "/")
}

/// Every file below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The texts at the top, in `docs` and in `.github`.
fn papers() -> Vec<PathBuf> {
    let mut papers: Vec<PathBuf> = TOP.iter().map(|file| root().join(file)).collect();
    papers.extend(files_below(&root().join("docs")));
    papers.extend(files_below(&root().join(".github")));
    papers
}

#[test]
fn the_repository_names_no_foreign_places() {
    let mut files = papers();
    files.extend(["Makefile", "Cargo.toml"].map(|file| root().join(file)));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for word in ["/work/", "/root/", "crates.io", "/home/"] {
            assert!(!text.contains(word), "{} names {word}", name(&file));
        }
    }
}

/// Notes of the day belong elsewhere.
#[test]
fn the_top_level_holds_four_texts_and_no_more() {
    let mut texts: Vec<String> = fs::read_dir(root())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "md" || ending == "txt")
        })
        .map(|path| name(&path))
        .collect();
    texts.sort();
    assert_eq!(texts, TOP);
}

/// The targets of links and pictures in a Markdown text, without those that leave the repository.
fn local_links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#']).next())
        .filter(|target| !target.is_empty() && !target.contains("://"))
}

#[test]
fn links_lead_to_files_that_exist() {
    let mut texts = papers();
    texts.push(root().join("benches/README.md"));
    texts.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    for path in texts {
        let text = fs::read_to_string(&path).unwrap();
        for target in local_links(&text) {
            let there = path.parent().unwrap().join(target).exists();
            assert!(there, "{} links to {target}", name(&path));
        }
    }
}
