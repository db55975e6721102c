//! Damaged files: each is told with its place, hides nothing else, and is never written over.
//! Not here: folders and leftovers (`recovery`), packs (`packs`).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shelf;

use std::fs;
use std::path::Path;

use retake::library::attempt_file;
use retake::library::cache_file::SourceStamp;
use retake::library::scan::Scan;
use retake::library::settings_file;
use retake::model::fault::FileFault;
use retake::model::peaks::{Peak, Peaks};
use retake::model::settings::Settings;
use shelf::{SOUND, Shelf, attempt};

fn only_fault(scan: &Scan) -> (&Path, &str) {
    match scan.faults.as_slice() {
        [FileFault::BrokenAttempt { path, detail }] => (path, detail),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_broken_attempt_hides_only_itself_and_says_where_it_is_broken() {
    let cases: [(&str, &str, &str); 12] = [
        (
            "\"frames\": 5760000",
            "\"frames\": \"many\"",
            "line 33, column 20, take.frames: invalid type: string \"many\", expected u64",
        ),
        (
            "\"starred\": true",
            "\"starred\": 1",
            "line 101, column 14, starred: invalid type: integer `1`, expected a boolean",
        ),
        (
            "\"plan\": \"ko-en\"",
            "\"plan\": \"ko-ja\"",
            "line 21, column 17, plan: unknown variant `ko-ja`",
        ),
        (
            "\"state\": \"complete\",",
            "",
            "line 56, column 3, take: missing field `state`",
        ),
        (
            "\"frame\": 3000000",
            "\"frame\": -1",
            "line 77, column 16, marks[3].frame: -1 where a whole number must be",
        ),
        (
            "\"by\": \"drill\",",
            "",
            "line 58, column 5, marks[0]: missing field `by`",
        ),
        (
            "\"task\": 3\n      },\n      \"blind\"",
            "\"task\": \"good\"\n      },\n      \"blind\"",
            "line 88, column 17, ratings[0].scores.task: text where a number must be",
        ),
        (
            "2026-11-21T12:08:00+09:00[Asia/Seoul]",
            "noon",
            "line 84, column 13, ratings[0].at: ",
        ),
        (
            "answer.wav",
            "../../answer.wav",
            "line 30, column 13, take.file: no plain file name",
        ),
        (
            "\"format\": 1",
            "\"format\": 0",
            "line 2, column 13, format: there is no format 0",
        ),
        (
            "\"format\": 1,\n  \"id\"",
            "\"format\": 9,\n  \"identity\"",
            "written by a newer version (format 9); line 110, column 1: missing field `id`",
        ),
        (
            SOUND,
            "[1, 2]",
            "line 1, column 5, [1]: invalid type: integer `2`",
        ),
    ];
    let mut wrong = Vec::new();
    for (sound, damaged, expected) in cases {
        let (shelf, path) = Shelf::with_attempts(3);
        let text = SOUND.replace("7f3a", "0001");
        let sound = sound.replace("7f3a", "0001");
        assert!(text.contains(&sound), "{sound}");
        fs::write(&path, text.replacen(&sound, damaged, 1)).unwrap();
        let scan = shelf.library.scan();
        assert_eq!(scan.attempts.len(), 2, "{damaged}");
        let (at, detail) = only_fault(&scan);
        assert_eq!(at, path);
        if !detail.starts_with(expected) {
            wrong.push((expected, detail.to_owned()));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn a_file_cut_short_anywhere_is_a_fault_and_stays_as_it_is() {
    let (shelf, path) = Shelf::with_attempts(1);
    let text = fs::read_to_string(&path).unwrap();
    for length in (0..text.trim_end().len()).step_by(97) {
        let cut = &text.as_bytes()[..length];
        fs::write(&path, cut).unwrap();
        let scan = shelf.library.scan();
        assert_eq!(scan.attempts, []);
        assert_eq!(only_fault(&scan).0, path);
        assert_eq!(fs::read(&path).unwrap(), cut);
    }
}

#[test]
fn a_file_damaged_behind_our_back_is_set_aside_before_it_is_written() {
    let (shelf, path) = Shelf::with_attempts(1);
    for (number, damaged) in ["{\"format\": 1, \"id\"", "\u{0}\u{0}", "7"]
        .into_iter()
        .enumerate()
    {
        fs::write(&path, damaged).unwrap();
        shelf.library.save_attempt(&attempt(1)).unwrap();
        let aside = path.with_file_name(format!("attempt.json.damaged-{}", number + 1));
        assert_eq!(fs::read_to_string(aside).unwrap(), damaged);
        let scan = shelf.library.scan();
        assert_eq!((scan.attempts.len(), scan.faults), (1, vec![]));
    }
}

#[test]
fn a_file_of_a_newer_version_is_not_written() {
    let (shelf, path) = Shelf::with_attempts(1);
    let newer = fs::read_to_string(&path)
        .unwrap()
        .replace("\"format\": 1", "\"format\": 2");
    fs::write(&path, &newer).unwrap();
    let scan = shelf.library.scan();
    assert!(scan.attempts[0].read_only);
    for attempt in [&attempt(1), &*scan.attempts[0]] {
        let error = shelf.library.save_attempt(attempt).unwrap_err();
        assert_eq!(
            FileFault::from(error),
            FileFault::LibraryNewer(path.clone())
        );
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}

/// Found by fuzzing: read as infinity, which no JSON holds, it was gone after the first save.
#[test]
fn a_level_beyond_all_levels_is_none() {
    let absurd = SOUND.replace("\"peak_dbfs\": -3.2", "\"peak_dbfs\": 1e300");
    let attempt = attempt_file::parse(&absurd).unwrap();
    assert_eq!(attempt.take.peak_dbfs, None);
    let saved = attempt_file::render(&attempt, Some(&absurd)).unwrap();
    assert_eq!(attempt_file::parse(&saved), Ok(attempt));
}

#[test]
fn damaged_settings_are_told_and_never_overwritten() {
    let cases = [
        ("theme = \"dark\"\nvolume = = 1\n", "line 2: extra `=`"),
        (
            "\n\nvolume = \"loud\"",
            "line 3: `volume` is of type string, expected a number from 0 to 1",
        ),
        (
            "theme = \"dark\"\nvolume = 1.5",
            "line 2: `volume` is outside of 0 to 1; the nearest is used",
        ),
        (
            "theme = \"dark\"\nvolume = nan",
            "line 2: `volume` is of type float, expected a number",
        ),
        (
            "think_secs = -1",
            "line 1: `think_secs` is outside of 0 to 3600 seconds",
        ),
        (
            "target_secs = 9.5",
            "line 1: `target_secs` is of type float, expected a whole number",
        ),
        (
            "plan = \"ko-ja\"",
            "line 1: `plan` is \"ko-ja\", expected one of ko, en, ko-en, en-ko",
        ),
        (
            "cue_sound = 1",
            "line 1: `cue_sound` is of type integer, expected true or false",
        ),
        (
            "input_device = []",
            "line 1: `input_device` is of type array, expected text in quotes",
        ),
        // Found by fuzzing: a key that is not ours, and that could not be written back.
        (
            "later = 99999999999999999999",
            "line 1: invalid type: integer `99999999999999999999`",
        ),
    ];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config/settings.toml");
    assert_eq!(settings_file::load(&path), (None, vec![]));
    settings_file::save(&path, &Settings::default()).unwrap();
    assert_eq!(
        settings_file::load(&path),
        (Some(Settings::default()), vec![])
    );
    for (number, (text, expected)) in cases.into_iter().enumerate() {
        fs::write(&path, text).unwrap();
        let (settings, faults) = settings_file::load(&path);
        let settings = settings.unwrap();
        let [
            FileFault::BrokenSettings {
                path: at,
                detail,
                others_used,
            },
        ] = faults.as_slice()
        else {
            panic!("{text}: {faults:?}");
        };
        assert_eq!(
            *others_used,
            !text.contains("= ="),
            "all but a file that is no TOML"
        );
        assert_eq!(*at, path);
        assert!(detail.starts_with(expected), "{detail}\n{expected}");
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            text,
            "reading changes nothing"
        );
        settings_file::save(&path, &settings).unwrap();
        let aside = path.with_file_name(format!("settings.toml.damaged-{}", number + 1));
        assert_eq!(fs::read_to_string(aside).unwrap(), text);
        assert_eq!(settings_file::load(&path), (Some(settings), vec![]));
    }
    // One bad value does not cost the good ones.
    fs::write(&path, "star_hint = false\nvolume = \"loud\"").unwrap();
    assert!(!settings_file::load(&path).0.unwrap().star_hint);
}

#[test]
fn cached_peaks_go_stale_with_their_take() {
    let (shelf, path) = Shelf::with_attempts(1);
    let id = attempt(1).id;
    let wav = path.with_file_name("answer.wav");
    fs::write(&wav, "RIFF").unwrap();
    let stamp = SourceStamp::of(&wav).unwrap();
    let peaks = Peaks::new(10, 10, 48_000, vec![Peak { min: -5, max: 7 }]);
    assert_eq!(shelf.library.cached_peaks(&id, stamp), None);
    fs::remove_dir_all(shelf.folder.path().join("cache")).unwrap();
    shelf.library.cache_peaks(&id, stamp, &peaks).unwrap();
    assert_eq!(shelf.library.cached_peaks(&id, stamp), Some(peaks));
    fs::write(&wav, "RIFF and more").unwrap();
    let later = SourceStamp::of(&wav).unwrap();
    assert_eq!(shelf.library.cached_peaks(&id, later), None);
}
