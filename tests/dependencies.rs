//! What the tree of crates may be: licences, no network, one version of each. The rules stand in
//! `deny.toml`, once; cargo-deny reads them too (`make deny`), for every system and with the licence
//! texts, but it takes minutes to install. Not here: why we use a crate (`Cargo.toml`).
//!
//! No network means: no crate speaks a protocol of the internet, encrypts for it or looks up names.
//! Local sockets are another thing: a window, a sound and a screen reader are asked for through sockets
//! of this computer. Two crates that do so can also reach another computer, when the whole desktop
//! session was set up that way; they are named in [`SOCKETS`], and nobody else may join them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use toml::{Table, Value};

/// Crates of the program on Linux whose code names a socket of the internet, and what for.
const SOCKETS: [(&str, &str); 5] = [
    ("async-io", "waits for zbus' socket; offers others"),
    ("libc", "declares all functions of the system"),
    ("mio", "waits for pulseaudio's, a local one; offers others"),
    ("x11rb", "the window: local, or what DISPLAY names"),
    (
        "zbus",
        "screen readers: local, or what DBUS_SESSION_BUS_ADDRESS names",
    ),
];

/// Our own dependencies of which another crate has an older version.
const TWICE: [(&str, &str); 2] = [
    ("thiserror", "a derive: both versions make the same"),
    ("toml", "the older one reads i18n.toml while compiling"),
];

const NONE: [String; 0] = [];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn table(file: &str) -> Table {
    fs::read_to_string(root().join(file))
        .unwrap()
        .parse()
        .unwrap()
}

fn text<'a>(table: &'a Value, key: &str) -> &'a str {
    table.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Names and versions of all packages of a lock file: those of all systems, and then some.
fn locked(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut versions: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in table(file)["package"].as_array().unwrap() {
        let of = versions.entry(text(package, "name").to_owned());
        of.or_default().insert(text(package, "version").to_owned());
    }
    versions
}

/// The part of `deny.toml` at a path of keys.
fn denied(path: [&str; 2]) -> Vec<Value> {
    table("deny.toml")[path[0]][path[1]]
        .as_array()
        .unwrap()
        .clone()
}

fn try_cargo(arguments: &[&str]) -> Option<String> {
    let run = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap();
    run.status
        .success()
        .then(|| String::from_utf8(run.stdout).unwrap())
}

/// Name, version and licence of each crate that ends up in the program: of all systems where their
/// crates have been downloaded (`make deny` does that), else of this one.
fn program() -> Vec<[String; 3]> {
    let tree = [
        "tree",
        "--locked",
        "--offline",
        "--edges=normal",
        "--prefix=none",
        "--format={p}|{l}",
    ];
    let everywhere = [&tree[..], &["--target=all"]].concat();
    let found = try_cargo(&everywhere).or_else(|| try_cargo(&tree)).unwrap();
    let crates: BTreeSet<[String; 3]> = found
        .lines()
        .map(|line| {
            let (package, licence) = line.trim_end_matches(" (*)").split_once('|').unwrap();
            let mut words = package.split(' ');
            let name = words.next().unwrap().to_owned();
            let version = words.next().unwrap().trim_start_matches('v').to_owned();
            [name, version, licence.to_owned()]
        })
        .collect();
    assert!(crates.len() > 100, "{found}");
    crates.into_iter().collect()
}

/// Whether a licence expression can be met by the licences on the list.
fn is_met(expression: &str, listed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let mut words: Vec<&str> = spaced.split_whitespace().rev().collect();
    let met = either(&mut words, listed);
    assert!(words.is_empty(), "not understood: {expression}");
    met
}

fn either(words: &mut Vec<&str>, listed: &dyn Fn(&str) -> bool) -> bool {
    let mut met = both(words, listed);
    while words.pop_if(|word| *word == "OR").is_some() {
        met |= both(words, listed);
    }
    met
}

fn both(words: &mut Vec<&str>, listed: &dyn Fn(&str) -> bool) -> bool {
    let mut met = licence(words, listed);
    while words.pop_if(|word| *word == "AND").is_some() {
        met &= licence(words, listed);
    }
    met
}

fn licence(words: &mut Vec<&str>, listed: &dyn Fn(&str) -> bool) -> bool {
    let word = words.pop().unwrap();
    if word == "(" {
        let met = either(words, listed);
        assert_eq!(words.pop(), Some(")"));
        return met;
    }
    if words.pop_if(|word| *word == "WITH").is_some() {
        let whole = format!("{word} WITH {}", words.pop().unwrap());
        return listed(&whole);
    }
    listed(word)
}

#[test]
fn licence_expressions_are_understood() {
    let listed = |licence: &str| ["MIT", "Zlib"].contains(&licence);
    for (expression, met) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("GPL-3.0 OR (MIT AND BSD-3-Clause)", false),
        ("MIT WITH Odd-exception", false),
        ("MIT WITH Odd-exception OR Zlib", true),
    ] {
        assert_eq!(is_met(expression, &listed), met, "{expression}");
    }
}

#[test]
fn every_licence_in_the_program_is_on_the_list() {
    let allowed = denied(["licenses", "allow"]);
    let exceptions = denied(["licenses", "exceptions"]);
    let mut wrong = Vec::new();
    for [name, version, expression] in program() {
        let excepted = exceptions
            .iter()
            .filter(|exception| text(exception, "crate") == name)
            .flat_map(|exception| exception["allow"].as_array().unwrap());
        let all: Vec<&str> = allowed
            .iter()
            .chain(excepted)
            .filter_map(Value::as_str)
            .collect();
        if !is_met(&expression, &|licence| all.contains(&licence)) {
            wrong.push(format!("{name} {version}: {expression}"));
        }
    }
    assert_eq!(wrong, NONE);
}

#[test]
fn no_crate_of_the_network_is_in_the_tree() {
    let locked = locked("Cargo.lock");
    let banned = denied(["bans", "deny"]);
    // The list is one of networking, and none of its lines may get lost.
    for name in [
        "curl",
        "h2",
        "hyper",
        "libp2p",
        "native-tls",
        "openssl",
        "quinn",
        "reqwest",
        "rustls",
        "socket2",
        "tungstenite",
        "ureq",
    ] {
        assert!(
            banned.iter().any(|ban| text(ban, "crate") == name),
            "{name}"
        );
    }
    let found: Vec<&str> = banned
        .iter()
        .map(|ban| text(ban, "crate"))
        .filter(|name| locked.contains_key(*name))
        .collect();
    assert_eq!(found, NONE);
    // In the lock file for WebAssembly, and in no program of ours.
    assert_eq!(dependents("tokio"), ["wasm-bindgen-futures"]);
}

/// Who names a crate in the lock file.
fn dependents(of: &str) -> Vec<String> {
    let names_it = |package: &&Value| {
        let named = package.get("dependencies").and_then(Value::as_array);
        named.is_some_and(|named| named.iter().any(|name| name.as_str() == Some(of)))
    };
    let lock = table("Cargo.lock");
    let packages = lock["package"].as_array().unwrap().iter();
    packages
        .filter(names_it)
        .map(|package| text(package, "name").to_owned())
        .collect()
}

/// A list of names knows only what was thought of; so the sources are searched, too.
#[cfg(target_os = "linux")]
#[test]
fn nobody_but_the_named_ones_names_a_socket_of_the_internet() {
    let host = try_cargo(&["-vV"]).unwrap();
    let host = host
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let metadata = try_cargo(&[
        "metadata",
        "--locked",
        "--offline",
        "--format-version=1",
        "--filter-platform",
        host,
    ])
    .unwrap();
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    let program = program();
    let mut found = BTreeSet::new();
    let mut searched = 0;
    for package in metadata["packages"].as_array().unwrap() {
        let [name, version] = ["name", "version"].map(|key| package[key].as_str().unwrap());
        let ours = name == env!("CARGO_PKG_NAME");
        if ours || !program.iter().any(|[n, v, _]| n == name && v == version) {
            continue;
        }
        searched += 1;
        let manifest = Path::new(package["manifest_path"].as_str().unwrap());
        if names_a_socket(&manifest.with_file_name("src")) {
            found.insert(name.to_owned());
        }
    }
    assert!(searched > 100, "{searched}");
    let named: BTreeSet<String> = SOCKETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(found, named);
}

#[cfg(target_os = "linux")]
fn names_a_socket(folder: &Path) -> bool {
    let words = ["TcpStream", "TcpListener", "UdpSocket", "getaddrinfo"];
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.map(|entry| entry.unwrap().path()).any(|path| {
        if path.is_dir() {
            return names_a_socket(&path);
        }
        let rust = path.extension().is_some_and(|extension| extension == "rs");
        // Examples in comments do nothing.
        rust && fs::read_to_string(&path).is_ok_and(|text| {
            words.iter().any(|word| text.contains(word))
                && text
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"))
                    .any(|line| words.iter().any(|word| line.contains(word)))
        })
    })
}

#[test]
fn every_crate_comes_from_the_one_registry() {
    let lock = table("Cargo.lock");
    let sources: BTreeSet<Option<&str>> = lock["package"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|package| text(package, "name") != env!("CARGO_PKG_NAME"))
        .map(|package| package.get("source").and_then(Value::as_str))
        .collect();
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert!(
        sources
            .iter()
            .all(|source| source.is_some_and(|source| source.starts_with("registry+"))),
        "{sources:?}"
    );
}

/// A version as numbers, without what was added to it.
fn numbers(version: &str) -> Vec<u64> {
    let plain = version.split(['+', '-']).next().unwrap();
    plain.split('.').map(|part| part.parse().unwrap()).collect()
}

#[test]
fn what_is_there_twice_is_named_with_its_reason() {
    let mut older = BTreeSet::new();
    for (name, versions) in locked("Cargo.lock") {
        let newest = versions.iter().map(|version| numbers(version)).max();
        for version in versions {
            if Some(numbers(&version)) != newest {
                let plain = version.split('+').next().unwrap();
                older.insert(format!("{name}@{plain}"));
            }
        }
    }
    let skipped = denied(["bans", "skip"]);
    let named: BTreeSet<String> = skipped
        .iter()
        .map(|skip| text(skip, "crate").to_owned())
        .collect();
    assert_eq!(older, named, "left: Cargo.lock, right: deny.toml");
    let unexplained: Vec<&str> = skipped
        .iter()
        .filter(|skip| text(skip, "reason").is_empty())
        .map(|skip| text(skip, "crate"))
        .collect();
    assert_eq!(unexplained, NONE);
}

#[test]
fn our_own_dependencies_are_there_once() {
    let manifest = table("Cargo.toml");
    let mut direct: BTreeSet<String> = BTreeSet::new();
    let mut collect = |table: &Value| {
        for kind in ["dependencies", "dev-dependencies"] {
            let names = table.get(kind).and_then(Value::as_table);
            direct.extend(names.into_iter().flat_map(Table::keys).cloned());
        }
    };
    collect(&Value::Table(manifest.clone()));
    manifest["target"]
        .as_table()
        .unwrap()
        .values()
        .for_each(collect);
    assert!(direct.contains("egui") && direct.contains("cpal"));

    let locked = locked("Cargo.lock");
    let twice: Vec<&str> = direct
        .iter()
        .filter(|name| locked[*name].len() > 1)
        .map(String::as_str)
        .collect();
    assert_eq!(twice, TWICE.map(|(name, _)| name));
}

#[test]
fn what_is_fuzzed_is_what_is_shipped() {
    let ours = locked("Cargo.lock");
    let mut other = Vec::new();
    for (name, versions) in locked("fuzz/Cargo.lock") {
        for version in versions {
            if ours.get(&name).is_some_and(|ours| !ours.contains(&version)) {
                other.push(format!("{name} {version}"));
            }
        }
    }
    assert_eq!(
        other, NONE,
        "fuzz/Cargo.lock: cargo update -p NAME --precise VERSION"
    );
}
