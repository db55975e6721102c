//! The crates that are changed for us: where they lie, and that their licence and the reason stand there.
//! Not here: the tree of crates (`dependencies`).

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use toml::Table;

#[test]
fn a_changed_crate_lies_here_with_its_licence_and_its_reason() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let cargo: Table = read("Cargo.toml").parse().unwrap();
    let reasons = read("docs/decisions.md");
    let patches = cargo["patch"]["crates-io"].as_table().unwrap();
    assert_eq!(patches.keys().collect::<Vec<_>>(), ["winit"]);
    for (name, patch) in patches {
        let folder = format!("vendor/{name}");
        assert_eq!(patch["path"].as_str(), Some(&*folder));
        assert!(root.join(&folder).join("LICENSE").is_file(), "{name}");
        assert!(reasons.contains(&format!("`{folder}`")), "{name}");
    }
}
