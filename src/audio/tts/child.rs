//! One child process: fed, waited for, and never for longer than allowed.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often a child is looked at.
const TICK: Duration = Duration::from_millis(20);
/// Most of a child's words that are read.
const MOST_BYTES: u64 = 4 << 20;
/// How long a child may take to end after it was asked kindly.
const KINDNESS: Duration = Duration::from_millis(700);

/// How a child ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Well; with what it wrote.
    Done(String),
    Stopped,
    /// It took too long and was ended.
    Hangs,
    /// It could not be started, or failed; with its last words.
    Failed(String),
}

/// What to run.
pub struct Line<'a> {
    pub program: &'a Path,
    pub arguments: Vec<String>,
    /// What it reads; far less than a pipe holds.
    pub input: &'a str,
    /// Arguments for the same program that make a voice fall silent, where ending the child does not.
    pub hush: Option<&'a [&'a str]>,
}

/// Runs a child to its end, to `limit`, or until something arrives in `stop` or its other end is
/// dropped.
pub fn run(line: &Line<'_>, limit: Duration, stop: &Receiver<()>) -> Ended {
    match started(line) {
        Ok((child, words)) => wait(child, words, line, limit, stop),
        Err(error) => Ended::Failed(error.to_string()),
    }
}

/// What a child writes goes into files that have no name: a pipe that nobody reads would hold it up.
fn started(line: &Line<'_>) -> io::Result<(Child, [File; 2])> {
    let words = [tempfile::tempfile()?, tempfile::tempfile()?];
    let [out, err] = &words;
    let mut child = Command::new(line.program)
        .args(&line.arguments)
        .stdin(Stdio::piped())
        .stdout(out.try_clone()?)
        .stderr(err.try_clone()?)
        .spawn()?;
    if let Some(mut input) = child.stdin.take()
        && let Err(error) = input.write_all(line.input.as_bytes())
    {
        // It ended before it read; how it ended says more.
        tracing::debug!(%error, "a child did not read its input");
    }
    Ok((child, words))
}

fn wait(
    mut child: Child,
    [out, err]: [File; 2],
    line: &Line<'_>,
    limit: Duration,
    stop: &Receiver<()>,
) -> Ended {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ended::Done(read(out)),
            Ok(Some(status)) => {
                let words = read(err);
                let last = words.trim().lines().last().unwrap_or_default();
                return Ended::Failed(format!("{status}: {last}"));
            }
            Ok(None) => {}
            Err(error) => return Ended::Failed(error.to_string()),
        }
        if start.elapsed() >= limit {
            end(child, line);
            return Ended::Hangs;
        }
        if stop.recv_timeout(TICK) != Err(RecvTimeoutError::Timeout) {
            end(child, line);
            return Ended::Stopped;
        }
    }
}

/// Ends a child; kindly first where the voice is not its own.
fn end(mut child: Child, line: &Line<'_>) {
    if let Some(arguments) = line.hush {
        let hushed = Command::new(line.program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        if let Ok(hush) = hushed {
            wait_a_moment(hush);
            if wait_a_moment_for(&mut child) {
                return;
            }
        }
    }
    // An error means that it has ended by itself.
    child.kill().ok();
    child.wait().ok();
}

fn wait_a_moment(mut child: Child) {
    if !wait_a_moment_for(&mut child) {
        child.kill().ok();
        child.wait().ok();
    }
}

/// Whether a child ended within a moment.
fn wait_a_moment_for(child: &mut Child) -> bool {
    let start = Instant::now();
    while start.elapsed() < KINDNESS {
        if !matches!(child.try_wait(), Ok(None)) {
            return true;
        }
        std::thread::sleep(TICK);
    }
    false
}

fn read(mut file: File) -> String {
    let mut bytes = Vec::new();
    let whole = file
        .rewind()
        .and_then(|()| file.take(MOST_BYTES).read_to_end(&mut bytes));
    if let Err(error) = whole {
        tracing::debug!(%error, "the words of a child cannot be read");
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::sync::mpsc::sync_channel;

    fn sh(script: &str) -> Line<'_> {
        Line {
            program: Path::new("/bin/sh"),
            arguments: vec!["-c".into(), script.into()],
            input: "words",
            hush: None,
        }
    }

    #[test]
    fn a_child_that_hangs_is_ended() {
        let (_listens, stop) = sync_channel(1);
        let limit = Duration::from_millis(100);
        assert_eq!(run(&sh("exec sleep 600"), limit, &stop), Ended::Hangs);
    }

    #[test]
    fn a_child_says_how_it_ended() {
        let (_listens, stop) = sync_channel(1);
        let limit = Duration::from_mins(1);
        let done = Ended::Done("words".into());
        assert_eq!(run(&sh("cat"), limit, &stop), done);
        let failed = run(&sh("echo first >&2; echo last >&2; exit 2"), limit, &stop);
        assert!(
            matches!(&failed, Ended::Failed(why) if why.ends_with(": last")),
            "{failed:?}"
        );
        let missing = Line {
            program: Path::new("/nowhere/at/all"),
            ..sh("")
        };
        assert!(matches!(run(&missing, limit, &stop), Ended::Failed(_)));
    }

    #[test]
    fn a_dropped_order_stops_a_child() {
        let (listens, stop) = sync_channel::<()>(1);
        drop(listens);
        let limit = Duration::from_mins(1);
        assert_eq!(run(&sh("exec sleep 600"), limit, &stop), Ended::Stopped);
    }
}
