//! Reading aloud with programs that are missing, fail, hang or speak: shell scripts in their place.
//! Not here: when something is read (`flow`). The scripts need a Unix.
#![cfg(all(unix, not(target_os = "macos")))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use retake::audio::tts::{Aloud, Report};
use retake::model::language::Language;
use retake::model::reading::{Reader, ReadingFault};

/// What is waited for comes sooner; this only ends a test that fails.
const LONG: Duration = Duration::from_mins(1);

struct Room {
    folder: tempfile::TempDir,
    aloud: Aloud,
    reports: Receiver<Report>,
}

impl Room {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (sender, reports) = sync_channel(16);
        let folders = OsString::from(folder.path());
        let aloud = Aloud::new(Some(folders), Arc::new(move |it| sender.send(it).unwrap()));
        Self {
            folder,
            aloud,
            reports,
        }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A program that lists a Korean and an English voice, and speaks by these lines.
    fn espeak(&self, speaks: &str) {
        let lists = "echo ' 5  ko  --/M  Korean  ko'; echo ' 2  en-gb  --/M  English  en'";
        self.program(
            "espeak-ng",
            &format!("if [ \"$1\" = --voices ]; then {lists}; exit; fi\n{speaks}\n"),
        );
    }

    fn program(&self, name: &str, lines: &str) {
        let path = self.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{lines}")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn report(&self) -> Report {
        self.reports.recv_timeout(LONG).unwrap()
    }

    fn look(&self) -> Result<Reader, ReadingFault> {
        self.aloud.look();
        match self.report() {
            Report::Found(found) => found,
            other @ Report::Ended { .. } => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_text_is_read_by_the_voice_of_its_language() {
    let mut room = Room::new();
    let heard = room.path().join("heard");
    let path = heard.display();
    room.espeak(&format!("echo \"$@\" > '{path}'; cat >> '{path}'"));
    let reader = room.look().unwrap();
    assert!(reader.korean && reader.english);
    assert_eq!(reader.program, "espeak-ng");
    room.aloud
        .say(7, "--어떤 수치로 알 수 있나요?".into(), Language::Korean);
    let ended = Report::Ended { id: 7, fault: None };
    assert_eq!(room.report(), ended);
    let heard = fs::read_to_string(heard).unwrap();
    assert_eq!(heard, "-v ko --stdin\n--어떤 수치로 알 수 있나요?");
}

#[test]
fn without_a_program_there_is_a_reason() {
    let mut room = Room::new();
    assert_eq!(room.look(), Err(ReadingFault::NoProgram));
    room.aloud.say(1, "a".into(), Language::English);
    let fault = Some(ReadingFault::NoProgram);
    assert_eq!(room.report(), Report::Ended { id: 1, fault });
}

#[test]
fn a_program_without_voices_gives_way_to_the_next() {
    let room = Room::new();
    room.program("spd-say", "echo 'NAME LANGUAGE VARIANT'");
    assert_eq!(room.look(), Err(ReadingFault::NoVoice(Language::Korean)));
    room.espeak("");
    assert_eq!(room.look().unwrap().program, "espeak-ng");
}

#[test]
fn a_program_that_fails_is_told_with_its_words() {
    let mut room = Room::new();
    room.espeak("echo 'no sound card' >&2; exit 3");
    room.look().unwrap();
    room.aloud.say(2, "a".into(), Language::English);
    let Report::Ended {
        fault: Some(ReadingFault::Failed { program, detail }),
        ..
    } = room.report()
    else {
        panic!("it failed")
    };
    assert_eq!(program, "espeak-ng");
    assert!(detail.ends_with("no sound card"), "{detail}");
}

#[test]
fn a_voice_is_stopped_and_gone_when_that_is_told() {
    let mut room = Room::new();
    let pid = room.path().join("pid");
    // It writes far more than a pipe holds, and would speak for ever.
    let path = pid.display();
    room.espeak(&format!(
        "echo $$ > '{path}.new'; mv '{path}.new' '{path}'; yes | head -c 300000; exec sleep 600"
    ));
    room.look().unwrap();
    room.aloud.say(3, "a".into(), Language::English);
    while !pid.exists() {
        std::thread::yield_now();
    }
    room.aloud.stop();
    let ended = Report::Ended { id: 3, fault: None };
    assert_eq!(room.report(), ended);
    let pid = fs::read_to_string(pid).unwrap();
    let process = Path::new("/proc").join(pid.trim());
    assert!(!process.exists(), "it still speaks");
}

#[test]
fn another_text_takes_the_place_of_the_one_before() {
    let mut room = Room::new();
    room.espeak("read text; [ \"$text\" = long ] && exec sleep 600; exit 0");
    room.look().unwrap();
    room.aloud.say(4, "long\n".into(), Language::English);
    room.aloud.say(5, "short\n".into(), Language::English);
    for id in [4, 5] {
        assert_eq!(room.report(), Report::Ended { id, fault: None });
    }
    room.aloud.finish();
}

#[test]
fn the_dispatcher_is_asked_to_fall_silent() {
    let mut room = Room::new();
    let stopped = room.path().join("stopped");
    let begun = room.path().join("begun");
    room.program(
        "spd-say",
        &format!(
            "case $1 in\n-L) echo 'Korean ko none';;\n--stop) touch '{0}';;\n*) touch '{1}'; while [ ! -e '{0}' ]; do :; done;;\nesac\n",
            stopped.display(),
            begun.display()
        ),
    );
    let reader = room.look().unwrap();
    assert!(reader.korean && !reader.english);
    room.aloud.say(6, "한국어".into(), Language::Korean);
    while !begun.exists() {
        std::thread::yield_now();
    }
    room.aloud.stop();
    assert_eq!(room.report(), Report::Ended { id: 6, fault: None });
    assert!(stopped.exists());
    room.aloud.say(7, "English".into(), Language::English);
    let fault = Some(ReadingFault::NoVoice(Language::English));
    assert_eq!(room.report(), Report::Ended { id: 7, fault });
}
