//! Roles: the built-in ones are whole and honest about what they are, a person's own are read as they
//! write them, and every fault is told with its place.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that finds nothing to unwrap has failed, and says where"
)]

use std::fs;
use std::path::Path;

use retake::library::open::Library;
use retake::library::{builtin, roles};
use retake::model::fault::FileFault;
use retake::model::principle::Principle;

fn text(id: &str, weights: &str) -> String {
    format!(
        "format = 1\nid = {id:?}\nname = {{ en = \"N\", ko = \"이름\" }}\nreason = {{ en = \"R\", ko = \"까닭\" }}\n[weights]\n{weights}"
    )
}

fn told(faults: &[FileFault]) -> Vec<String> {
    let line = |fault: &FileFault| match fault {
        FileFault::BrokenRole { path, line, detail } => {
            let name = path.file_name().unwrap().to_string_lossy();
            format!("{name} {line:?} {detail}")
        }
        other => panic!("{other:?}"),
    };
    faults.iter().map(line).collect()
}

#[test]
fn the_built_in_roles_are_sound_and_say_what_they_are() {
    let (found, faults) = roles::load_roles(builtin::ROLES, Path::new("/nowhere/at/all"));
    assert_eq!(told(&faults), Vec::<String>::new());
    let ids: Vec<&str> = found.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "cloud-support",
            "solutions-architect",
            "software-engineer",
            "sales",
            "intern",
            "general"
        ]
    );
    for ((file, text), role) in builtin::ROLES.iter().zip(&found) {
        assert_eq!(*file, format!("{}.toml", role.id));
        let head = text.split("format = 1\n").next().unwrap();
        for said in ["not affiliated with Amazon", "guesses of", "roles/ folder"] {
            let one_line = head.replace("\n# ", " ");
            assert!(one_line.contains(said), "{file} does not say {said:?}");
        }
        assert_ne!(role.reason.en, role.reason.ko);
    }
    // What the candidate guessed: these three, then these two, then the rest.
    let first = &found[0];
    let weight = |principle| first.weight(principle);
    let top = [
        Principle::LearnAndBeCurious,
        Principle::DiveDeep,
        Principle::CustomerObsession,
    ];
    let next = [Principle::Ownership, Principle::DeliverResults];
    for principle in Principle::ALL {
        let rank = match principle {
            it if top.contains(&it) => weight(it) == 5,
            it if next.contains(&it) => (2..5).contains(&weight(it)),
            it => weight(it) < weight(next[0]),
        };
        assert!(rank, "{principle:?}");
    }
    let general = found.last().unwrap();
    assert!(Principle::ALL.iter().all(|it| general.weight(*it) == 1));
}

#[test]
fn every_fault_of_a_role_is_told_with_its_line() {
    let good = "dive-deep = 5\nownership = 0\n";
    let role = roles::parse_role(&text("mine", good), Path::new("r.toml")).unwrap();
    assert_eq!(role.weights, [(Principle::DiveDeep, 5)]);
    assert_eq!(role.name.ko, "이름");
    let cases: [(String, &[&str]); 6] = [
        (
            text(
                "Mine!",
                "dive-deep = 6\nfrugality = -1\nhonesty = 1\nownership = \"5\"\n",
            ),
            &[
                "r.toml Some(2) `id` is \"Mine!\"",
                "r.toml Some(6) a weight of 6: they go from 0 to 5",
                "r.toml Some(7) a weight of -1",
                "r.toml Some(8) there is no principle \"honesty\"",
                "r.toml Some(9) `ownership` is of type string, expected a whole number",
            ],
        ),
        (
            text("mine", "ownership = 0\n"),
            &["r.toml Some(5) no principle has a weight above 0"],
        ),
        (
            text("mine", good).replace("format = 1", "format = 2"),
            &["r.toml Some(1) format 2"],
        ),
        (
            text("mine", good).replace("[weights]", "weights = 3\n[other]"),
            &["r.toml Some(5) `weights` is of type integer, expected a table"],
        ),
        (
            text("mine", good).replace("ko = \"까닭\"", "ko = \" \""),
            &["r.toml Some(4) `reason.ko` is empty"],
        ),
        ("format = = 1\n".into(), &["r.toml Some(1) "]),
    ];
    for (text, expected) in cases {
        let faults = told(&roles::parse_role(&text, Path::new("r.toml")).unwrap_err());
        for expected in expected {
            assert!(
                faults.iter().any(|fault| fault.starts_with(expected)),
                "{text}\n{faults:#?}\n{expected}"
            );
        }
    }
}

#[test]
fn an_own_role_stands_in_the_place_of_a_built_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text).unwrap();
    write("1.toml", text("sales", "frugality = 4\n").as_bytes());
    write("2.toml", text("barista", "ownership = 2\n").as_bytes());
    write("3.toml", text("sales", "think-big = 4\n").as_bytes());
    write("4.toml", text("sour", "think-big = 9\n").as_bytes());
    write("5.toml", b"\xff\xfe");
    write(".hidden.toml", b"x");
    write("notes.txt", b"x");
    let (found, faults) = roles::load_roles(builtin::ROLES, folder.path());
    let ids: Vec<&str> = found.iter().map(|role| role.id.as_str()).collect();
    assert_eq!(ids[3], "sales", "in its place");
    assert_eq!(found[3].weights, [(Principle::Frugality, 4)]);
    assert_eq!((ids.len(), ids[6]), (7, "barista"));
    assert_eq!(
        told(&faults),
        [
            "3.toml None another role has the id \"sales\"",
            "4.toml Some(6) a weight of 9: they go from 0 to 5",
            "5.toml None line 1: byte 0 is not UTF-8 text",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_are_refused() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = folder.path().join("elsewhere");
    let inside = folder.path().join("roles");
    fs::create_dir(&elsewhere).unwrap();
    fs::create_dir(&inside).unwrap();
    fs::write(elsewhere.join("r.toml"), text("mine", "ownership = 1\n")).unwrap();
    symlink(elsewhere.join("r.toml"), inside.join("r.toml")).unwrap();
    let (found, faults) = roles::load_roles(&[], &inside);
    assert!(found.is_empty());
    assert_eq!(
        told(&faults),
        ["r.toml None a link; links are not followed"]
    );
    let link = folder.path().join("linked");
    symlink(&elsewhere, &link).unwrap();
    let (found, faults) = roles::load_roles(&[], &link);
    assert!(found.is_empty());
    assert_eq!(
        told(&faults),
        ["linked None a link; links are not followed"]
    );
}

#[test]
fn a_role_is_made_ones_own_once() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let path = roles::make_own(&library, "intern").unwrap();
    assert_eq!(path, folder.path().join("roles/intern.toml"));
    let copy = fs::read_to_string(&path).unwrap();
    let (_, built_in) = builtin::ROLES
        .iter()
        .find(|(name, _)| *name == "intern.toml")
        .unwrap();
    assert_eq!(&copy, built_in, "with the words on how to write one");
    fs::write(&path, text("intern", "frugality = 5\n")).unwrap();
    roles::make_own(&library, "intern").unwrap();
    let (found, faults) = roles::load_all(Some(library.layout()));
    assert_eq!(told(&faults), Vec::<String>::new());
    let intern = found.iter().find(|role| role.id == "intern").unwrap();
    assert_eq!(
        intern.weights,
        [(Principle::Frugality, 5)],
        "never written over"
    );
    // A role of one's own lies there already, under a name that only its writer knows.
    let path = roles::make_own(&library, "barista").unwrap();
    assert_eq!(path, folder.path().join("roles"));
}
