//! Any text as an `attempt.json`: what is understood comes back equal from what is written over it,
//! what is not understood is still there, and a fault names a line of the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use retake_fuzz::library::attempt_file::{RenderError, parse, render};
use retake_fuzz::model::attempt::Attempt;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    match parse(text) {
        Ok(attempt) if attempt.read_only => {
            for disk in [None, Some(text)] {
                assert!(matches!(render(&attempt, disk), Err(RenderError::Newer)));
            }
        }
        Ok(attempt) => check(&attempt, text),
        Err(fault) => {
            // A file of a newer version says so first.
            let place = match fault.strip_prefix("written by a newer version (format ") {
                Some(rest) => rest.split_once("); ").expect(&fault).1,
                None => &fault,
            };
            let line = place
                .strip_prefix("line ")
                .and_then(|rest| rest.split_once(", column "));
            let line: usize = line.expect(&fault).0.parse().expect(&fault);
            assert!(line <= text.split('\n').count(), "{fault}");
        }
    }
});

fn check(attempt: &Attempt, text: &str) {
    let alone = render(attempt, None).unwrap();
    assert_same(&parse(&alone).unwrap(), attempt);

    let over = match render(attempt, Some(text)) {
        Ok(over) => over,
        // Set aside before a save: a list of the values without their names, or a number beyond all
        // doubles in a field that is not ours.
        Err(RenderError::Damaged) => {
            let disk: Result<Value, _> = serde_json::from_str(text);
            assert!(disk.is_ok_and(|disk| disk.is_array()) || text.contains(['e', 'E']));
            return;
        }
        Err(other) => panic!("{other}"),
    };
    let back = parse(&over).unwrap();
    assert_same(&back, attempt);
    assert_eq!(
        render(&back, Some(&over)).unwrap(),
        over,
        "every save changes it"
    );

    let disk: Value = serde_json::from_str(text).unwrap();
    let now: Value = serde_json::from_str(&over).unwrap();
    if let Err(lost) = survives("", &disk, &now) {
        panic!("{lost} was lost:\n{text}\n{over}");
    }
}

fn assert_same(one: &Attempt, other: &Attempt) {
    assert_eq!(one, other);
    // Moments are equal when they are the same instant; the wall clock shall be the same, too.
    assert_eq!(one.created.datetime(), other.created.datetime());
}

/// Whether all of `disk` is in `now`: nothing was changed, so only the spelling may differ. The
/// error is the path of what is not.
fn survives(key: &str, disk: &Value, now: &Value) -> Result<(), String> {
    let within = |inner: &str, lost: String| match lost.as_str() {
        "" => inner.to_owned(),
        _ => format!("{inner}.{lost}"),
    };
    let fine = match (disk, now) {
        (Value::Object(disk), Value::Object(now)) => {
            for (name, value) in disk {
                let now = now.get(name).unwrap_or(&Value::Null);
                survives(name, value, now).map_err(|lost| within(name, lost))?;
            }
            true
        }
        (Value::Array(disk), Value::Array(now)) => {
            for (index, (value, now)) in disk.iter().zip(now).enumerate() {
                survives(key, value, now).map_err(|lost| within(&index.to_string(), lost))?;
            }
            disk.len() == now.len()
        }
        // A structure written as a list of its values gets their names.
        (Value::Array(_), Value::Object(_)) => {
            ["question", "text", "drill", "take", "device"].contains(&key)
        }
        (Value::String(disk), Value::String(now)) => {
            let words = ["en", "ko", "name", "notes"].contains(&key);
            disk == now || words && disk.nfc().eq(now.chars())
        }
        (Value::Number(_), now) if key == "peak_dbfs" && disk != now => {
            let disk = disk.as_f64().unwrap_or_default() as f32;
            match now.as_f64() {
                Some(now) => disk == now as f32,
                None => !disk.is_finite(),
            }
        }
        (Value::Number(_), now) if key == "cue_due_secs" => disk.as_f64() == now.as_f64(),
        (disk, now) => disk == now,
    };
    if fine { Ok(()) } else { Err(String::new()) }
}
