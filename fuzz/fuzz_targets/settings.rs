//! Any bytes as a `settings.toml`: read, saved over, read again. The settings come back; keys that
//! are not ours stay; a file with a fault is set aside byte by byte.
#![no_main]

use std::fs;

use libfuzzer_sys::fuzz_target;
use retake_fuzz::library::settings_file::{load, save};
use retake_fuzz::model::fault::FileFault;
use toml::Value;

const OURS: [&str; 20] = [
    "language",
    "theme",
    "input_device",
    "output_device",
    "target_secs",
    "think_secs",
    "plan",
    "cue_sound",
    "star_hint",
    "volume",
    "library",
    "switch_style",
    "catch_share",
    "ladder",
    "rescue_lines",
    "star_shape",
    "role",
    "interview_date",
    "reading",
    "session",
];

fuzz_target!(|bytes: &[u8]| {
    let folder = retake_fuzz::folder();
    let path = folder.path().join("settings.toml");
    fs::write(&path, bytes).unwrap();
    let (settings, faults) = load(&path);
    let settings = settings.unwrap();
    assert!((0.0..=1.0).contains(&settings.volume) && settings.target_secs <= 3600);
    for fault in &faults {
        assert!(matches!(fault, FileFault::BrokenSettings { detail, .. } if !detail.is_empty()));
    }

    save(&path, &settings).unwrap();
    let (again, none) = load(&path);
    assert_eq!((again, none), (Some(settings.clone()), vec![]));
    let saved = fs::read_to_string(&path).unwrap();

    let aside = path.with_file_name("settings.toml.damaged-1");
    if aside.exists() {
        assert_eq!(fs::read(&aside).unwrap(), bytes);
    } else {
        assert!(faults.is_empty(), "written over: {faults:?}");
        let before: toml::Table = str::from_utf8(bytes).unwrap().parse().unwrap();
        let after: toml::Table = saved.parse().unwrap();
        for (key, value) in before
            .iter()
            .filter(|(key, _)| !OURS.contains(&key.as_str()))
        {
            let now = after.get(key).unwrap_or_else(|| panic!("{key} was lost"));
            assert!(is_same(value, now), "{key}: {value} became {now}");
        }
    }

    save(&path, &settings).unwrap();
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        saved,
        "every save changes it"
    );
});

fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Table(one), Value::Table(other)) => {
            // In any order: dotted keys may have been written in several places.
            one.len() == other.len()
                && (one.iter())
                    .all(|(key, one)| other.get(key).is_some_and(|other| is_same(one, other)))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| is_same(one, other))
        }
        (Value::Float(one), Value::Float(other)) => {
            one.to_bits() == other.to_bits() || one.is_nan() && other.is_nan()
        }
        (one, other) => one == other,
    }
}
