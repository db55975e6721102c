//! Any text as the file of a session: what is read is sound, and comes back after it was written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use retake_fuzz::library::session_file::{parse, render};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    let Ok(session) = parse(text) else {
        return;
    };
    let numbers = session.interviewers.iter();
    let secs: f64 = numbers.map(|it| it.used_secs + it.break_used_secs).sum();
    assert!(secs.is_finite() && secs >= 0.0, "{secs}");
    assert!(session.left_secs().is_finite());
    if session.read_only {
        assert!(render(&session, Some(text)).is_err(), "of a later format");
        return;
    }
    let written = render(&session, Some(text)).unwrap();
    let back = parse(&written).unwrap();
    assert_eq!((&back.id, back.asked.len()), (&session.id, session.asked.len()));
    // Times are written to the hundredth of a second, and stay what they were written as.
    let again = render(&back, Some(&written)).unwrap();
    assert_eq!(again, written);
    assert_eq!(parse(&again).unwrap(), back);
});
