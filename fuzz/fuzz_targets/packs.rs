//! Any text as a question pack, and as a rubric: what comes out is sound, what is left out has a
//! fault with a line of the text.
#![no_main]

use std::collections::BTreeSet;
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use retake_fuzz::library::packs::{load_packs, parse_pack};
use retake_fuzz::library::rubrics::parse_rubric;
use retake_fuzz::model::fault::FileFault;
use retake_fuzz::model::language::Bilingual;
use retake_fuzz::model::question::Pack;
use unicode_normalization::is_nfc;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let path = Path::new("a.toml");
    let (pack, faults) = parse_pack(text, path);
    told(&faults, text);
    match pack {
        Some(pack) => {
            sound(&pack);
            twice(&pack, text);
        }
        None => assert!(!faults.is_empty(), "refused without a reason"),
    }
    match parse_rubric(text, path) {
        Ok(rubric) => assert!(!rubric.lines.is_empty()),
        Err(faults) => {
            assert!(!faults.is_empty(), "refused without a reason");
            told(&faults, text);
        }
    }
});

fn told(faults: &[FileFault], text: &str) {
    let lines = text.split('\n').count();
    for fault in faults {
        let FileFault::BrokenPack {
            line: Some(line),
            detail,
            ..
        } = fault
        else {
            panic!("{fault:?}");
        };
        assert!(
            (1..=lines).contains(line) && !detail.is_empty(),
            "{fault:?}"
        );
    }
}

fn sound(pack: &Pack) {
    assert!(is_id(&pack.id) && !pack.questions.is_empty());
    is_text(&pack.title);
    let mut ids = BTreeSet::new();
    for question in &pack.questions {
        assert!(
            is_id(&question.id) && ids.insert(&question.id),
            "{:?}",
            question.id
        );
        assert_eq!(question.pack, pack.id);
        assert!(question.themes.iter().all(|theme| (1..=23).contains(theme)));
        let principles: BTreeSet<_> = question.principles.iter().map(|it| it.id()).collect();
        assert_eq!(principles.len(), question.principles.len());
        is_text(&question.text);
        for follow_up in &question.follow_ups {
            is_text(&follow_up.text);
        }
    }
}

fn is_id(id: &str) -> bool {
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&id.len()) && id.bytes().all(good)
}

fn is_text(text: &Bilingual) {
    for text in [&text.en, &text.ko] {
        assert!(!text.is_empty() && is_nfc(text), "{text:?}");
    }
}

/// The same pack in a second file is left out, and that is told.
fn twice(pack: &Pack, text: &str) {
    let files = [("a.toml", text), ("b.toml", text)];
    let (packs, faults) = load_packs(&files, Path::new("/dev/null/nowhere"));
    assert_eq!(packs, [pack.clone()]);
    assert!(faults.iter().any(|fault| matches!(
        fault,
        FileFault::BrokenPack { path, .. } if path == Path::new("b.toml")
    )));
}
