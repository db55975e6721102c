//! The names that sync programs give to a second version of a file or folder which was changed on two
//! devices. Not here: which folders are looked through (`conflicts`).

use crate::model::sync_copy::DROPBOX_WORDS;

/// The name of the file or folder of which a name is a copy; `None` for any other name. A person may call
/// a file `name 2.json` or `name-HOST.json` too: `is_version` is asked whether that is a version of
/// `name.json`.
pub fn original_of(name: &str, is_version: impl Fn(&str) -> bool) -> Option<String> {
    let of_ending = |c: char| c.is_ascii_alphanumeric();
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending))
            if (1..=4).contains(&ending.len()) && ending.chars().all(of_ending) =>
        {
            (stem, format!(".{ending}"))
        }
        _ => (name, String::new()),
    };
    if let Some(original) = syncthing(stem).or_else(|| in_brackets(stem)) {
        return Some(format!("{original}{ending}"));
    }
    let original = format!("{}{ending}", icloud(stem).or_else(|| onedrive(stem))?);
    is_version(&original).then_some(original)
}

/// `name.sync-conflict-20261120-110000-ABCDEFG`
fn syncthing(stem: &str) -> Option<&str> {
    let (original, rest) = stem.split_once(".sync-conflict-")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 8 && !original.is_empty()).then_some(original)
}

/// Dropbox: `name (Jane's conflicted copy 2026-11-20)`, `name (Jane의 충돌된 사본 2026-11-20)`.
fn in_brackets(stem: &str) -> Option<&str> {
    let (original, rest) = stem.strip_suffix(')')?.rsplit_once(" (")?;
    let rest = rest.to_lowercase();
    let copy = DROPBOX_WORDS.iter().any(|words| rest.contains(words));
    (copy && !original.is_empty()).then_some(original)
}

/// iCloud: `name 2`
fn icloud(stem: &str) -> Option<&str> {
    let (original, number) = stem.rsplit_once(' ')?;
    let number: u32 = number.parse().ok()?;
    (number > 1 && !original.is_empty()).then_some(original)
}

/// `OneDrive`: `name-DESKTOP-4F2A1B0`. Names of computers are written in capitals; ours are not.
fn onedrive(stem: &str) -> Option<&str> {
    let of_host = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
    let original = stem.trim_end_matches(of_host);
    let host = stem.get(original.len()..)?.strip_prefix('-')?;
    let letters = host.chars().filter(char::is_ascii_uppercase).count();
    (letters >= 3 && !original.is_empty()).then_some(original)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_each_sync_program_are_told_from_what_a_person_names() {
        let there = ["attempt.json", "queue.md", "settings.toml", "캡스톤.md"];
        let of = |name: &str| original_of(name, |name| there.contains(&name));
        for (name, original) in [
            (
                "attempt.sync-conflict-20261120-110000-ABCDEFG.json",
                "attempt.json",
            ),
            ("queue.sync-conflict-20261120-110000-ABCDEFG.md", "queue.md"),
            (
                "attempt (Jane's conflicted copy 2026-11-20).json",
                "attempt.json",
            ),
            (
                "settings (Conflicted Copy from MAC 2026-11-20).toml",
                "settings.toml",
            ),
            ("캡스톤 (민지의 충돌된 사본 2026-11-20).md", "캡스톤.md"),
            ("queue (PC의 충돌하는 사본).md", "queue.md"),
            ("attempt-DESKTOP-4F2A1B0.json", "attempt.json"),
            ("queue-LAPTOP.md", "queue.md"),
            ("attempt 2.json", "attempt.json"),
            (
                "answer.sync-conflict-20261120-110000-ABCDEFG.wav",
                "answer.wav",
            ),
            (
                "2026-11-20_100000_q-1_0001 (conflicted copy)",
                "2026-11-20_100000_q-1_0001",
            ),
        ] {
            assert_eq!(of(name).as_deref(), Some(original), "{name}");
        }
        for name in [
            "attempt.json",
            "queue.md",
            "other 2.md",
            "other-LAPTOP.md",
            "queue-2.md",
            "queue-p99-800-ms.md",
            "캡스톤 (2024).md",
            "2026-11-20_100000_q-1_0001",
            ".sync-conflict-20261120-110000-ABCDEFG.json",
        ] {
            assert_eq!(of(name), None, "{name}");
        }
    }
}
