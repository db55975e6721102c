//! No file of a module needs itself by way of others, so that each can be read alone after those that
//! it names. Reads the imports. Not here: which modules may see which (`tidy`).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::{ARROWS, NONE, code, root, sources};

type Graph = BTreeMap<String, BTreeSet<String>>;

/// All files of a module with their code.
fn files(module: &str) -> BTreeMap<String, String> {
    let sources = sources(&root().join("src").join(module)).into_iter();
    sources
        .map(|(path, text)| (path_of(&path), code(&text)))
        .collect()
}

/// The path of a file's module: `flow::update::task`; that of `mod.rs` is the folder's.
fn path_of(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).unwrap();
    let inside = inside.with_extension("");
    let mut parts: Vec<_> = inside.iter().map(|part| part.to_str().unwrap()).collect();
    if parts.last() == Some(&"mod") {
        parts.pop();
    }
    parts.join("::")
}

/// The paths that a group of imports names: `a::{b, c::{d, e}}` is `a::b`, `a::c::d`, `a::c::e`.
fn spread(before: &str, tree: &str, found: &mut Vec<String>) {
    let mut depth = 0;
    let mut start = 0;
    for (at, each) in tree.char_indices().chain([(tree.len(), ',')]) {
        match each {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                let item = tree[start..at].trim();
                start = at + 1;
                if let Some((head, rest)) = item.split_once('{') {
                    let inner = &rest[..rest.rfind('}').unwrap()];
                    spread(&format!("{before}{}", head.trim()), inner, found);
                } else if !item.is_empty() {
                    let name = item.split(" as ").next().unwrap().trim();
                    found.push(format!("{before}{name}"));
                }
            }
            _ => {}
        }
    }
}

/// The imports of a file and the bare paths in its code, each from the root of the crate. The second
/// list is what it hands on under its own path.
fn named(own: &str, code: &str) -> (Vec<String>, Vec<String>) {
    let mut all = Vec::new();
    let mut handed_on = Vec::new();
    let mut rest = String::new();
    for statement in code.split_inclusive(';') {
        let Some(at) = use_at(statement) else {
            rest.push_str(statement);
            continue;
        };
        rest.push_str(&statement[..at]);
        let tree = statement[at + "use ".len()..].trim_end_matches(';');
        let mut paths = Vec::new();
        spread("", tree, &mut paths);
        let line = statement[..at].rsplit('\n').next().unwrap();
        if line.trim_start().starts_with("pub") {
            handed_on.extend(paths);
        } else {
            all.extend(paths);
        }
    }
    let word = |each: char| !(each.is_alphanumeric() || each == '_' || each == ':');
    all.extend(
        rest.split(word)
            .filter(|path| path.contains("::"))
            .map(str::to_owned),
    );
    // What it uses itself is not only handed on.
    let uses = |path: &String| {
        let name = path.rsplit("::").next().unwrap();
        rest.split(word)
            .any(|used| used.split("::").next() == Some(name))
    };
    all.extend(handed_on.iter().filter(|path| uses(path)).cloned());
    let absolute = |path: String| from_root(own, &path);
    (
        all.into_iter().map(absolute).collect(),
        handed_on.into_iter().map(absolute).collect(),
    )
}

/// Where `use` begins as a word of its own at the start of a line.
fn use_at(statement: &str) -> Option<usize> {
    statement
        .match_indices("use ")
        .map(|(at, _)| at)
        .find(|at| {
            let line = statement[..*at].rsplit('\n').next().unwrap().trim();
            line.is_empty() || (line.starts_with("pub") && !line.contains(char::is_whitespace))
        })
}

/// `crate`, `super` and `self` spelt out; what begins otherwise is below the file's own module, where
/// it names a file there.
fn from_root(own: &str, path: &str) -> String {
    let mut at: Vec<&str> = own.split("::").collect();
    let mut parts = path.split("::").map(str::trim).peekable();
    match parts.peek() {
        Some(&"crate") => {
            at.clear();
            parts.next();
        }
        Some(&"self") => _ = parts.next(),
        Some(&"super") => {
            while parts.next_if_eq(&"super").is_some() {
                at.pop();
            }
        }
        _ => {}
    }
    at.extend(parts);
    at.join("::")
}

/// Which files of a module name which. A path leads to the file in which it ends; where a file only
/// hands a name on, to the file that the name comes from. `mod x;` alone is no arrow: a folder has to
/// name what is in it.
fn graph(module: &str) -> Graph {
    let files = files(module);
    let names: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let file_of = |path: &str| {
        let mut path = path;
        while !names.contains(path) {
            path = path.rsplit_once("::")?.0;
        }
        Some(path.to_owned())
    };
    let mut all = BTreeMap::new();
    let mut handed_on: BTreeMap<String, String> = BTreeMap::new();
    for (own, code) in &files {
        let (paths, hands) = named(own, code);
        for path in &hands {
            let name = path.rsplit("::").next().unwrap();
            let here = format!("{own}::{name}");
            // `pub use update::update`: the path leads to the file of that name. A macro is handed on
            // under its own.
            if !files.contains_key(&here) && here != *path {
                handed_on.insert(here, path.clone());
            }
        }
        all.insert(own, paths);
    }
    let origin = |path: &str| {
        let mut path = path.to_owned();
        // A name may be handed on more than once; a longer path ends in something of that name.
        while let Some((name, from)) = handed_on
            .iter()
            .find(|(name, _)| path == **name || path.starts_with(&format!("{name}::")))
        {
            path = format!("{from}{}", &path[name.len()..]);
        }
        path
    };
    all.into_iter()
        .map(|(own, paths)| {
            let seen = paths.iter().filter_map(|path| file_of(&origin(path)));
            let seen = seen.filter(|other| other != own);
            (own.clone(), seen.collect())
        })
        .collect()
}

/// The files that lead to a file, each with the next one on a shortest way there.
fn ways_to(graph: &Graph, to: &str) -> BTreeMap<String, String> {
    let mut ways = BTreeMap::new();
    let mut reached = vec![to.to_owned()];
    while !reached.is_empty() {
        let mut before = Vec::new();
        for next in &reached {
            for (file, _) in graph.iter().filter(|(_, seen)| seen.contains(next)) {
                if !ways.contains_key(file) {
                    ways.insert(file.clone(), next.clone());
                    before.push(file.clone());
                }
            }
        }
        reached = before;
    }
    ways
}

/// The circles: files that lead to each other, in the order of their names.
fn circles(graph: &Graph) -> BTreeSet<Vec<String>> {
    let ways: BTreeMap<&String, _> = graph
        .keys()
        .map(|file| (file, ways_to(graph, file)))
        .collect();
    let mut found = BTreeSet::new();
    for (file, here) in ways.iter().filter(|(file, here)| here.contains_key(**file)) {
        let both = here.keys().filter(|other| ways[other].contains_key(*file));
        found.insert(both.cloned().collect());
    }
    found
}

/// A shortest way round from a file back to it.
fn way_round(graph: &Graph, file: &str) -> String {
    let ways = ways_to(graph, file);
    let mut way = vec![file];
    let mut at = ways[file].as_str();
    while at != file {
        way.push(at);
        at = ways[at].as_str();
    }
    way.push(file);
    way.join(" -> ")
}

#[test]
fn no_file_needs_itself_by_way_of_others() {
    let mut faults = Vec::new();
    for (module, _) in ARROWS {
        let graph = graph(module);
        for circle in circles(&graph) {
            let way = way_round(&graph, &circle[0]);
            faults.push(format!(
                "{} files in a circle: {circle:?}\n  {way}",
                circle.len()
            ));
        }
    }
    assert_eq!(faults, NONE, "{}", faults.join("\n"));
}

#[test]
fn imports_are_read_in_all_their_forms() {
    let code = "use crate::{flow::State, ui::{self, nav::{Rail as R, Way}}};\n\
                use super::keys;\npub use part::Thing;\n\
                fn f() { crate::flow::update::go(); super::super::top(); std::mem::take(x); }";
    let (paths, hands) = named("ui::practice", code);
    let expected = [
        "flow::State",
        "ui::self",
        "ui::nav::Rail",
        "ui::nav::Way",
        "ui::keys",
        "flow::update::go",
        "top",
        "ui::practice::std::mem::take",
    ];
    assert_eq!(paths, expected);
    assert_eq!(hands, ["ui::practice::part::Thing"]);
}
