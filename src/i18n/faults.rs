//! Faults in words: what happened, then what to do, then where.

use std::path::Path;

use crate::i18n::Words;
use crate::model::fault::{Fault, FileFault, SoundFault, UnreadableWav};
use crate::model::language::Language;
use crate::model::reading::ReadingFault;
use crate::tr;

/// A fault in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultText {
    /// What happened; one sentence with a full stop.
    pub what: String,
    /// What to do; one or two sentences.
    pub remedy: String,
    /// File, place and reason, for those who want to know.
    pub detail: Option<String>,
}

impl FaultText {
    /// As a title, which has no full stop, and sentences below it; the last may be empty.
    pub fn titled(self) -> (String, Vec<String>) {
        let title = self.what.trim_end_matches('.').to_owned();
        (title, vec![self.remedy, self.detail.unwrap_or_default()])
    }
}

/// A fault in words of a language.
pub fn text(words: Words<'_>, fault: &Fault) -> FaultText {
    match fault {
        Fault::Sound(fault) => sound(words, fault),
        Fault::File(fault) => file(words, fault),
        Fault::Reading(fault) => reading(words, fault),
    }
}

fn of(what: String, remedy: String, detail: Option<String>) -> FaultText {
    FaultText {
        what,
        remedy,
        detail,
    }
}

/// Why nothing is read aloud.
pub fn reading(w: Words<'_>, fault: &ReadingFault) -> FaultText {
    let remedy = tr!(w, "reading-fault-do");
    match fault {
        ReadingFault::NoProgram => {
            let remedy = if cfg!(any(windows, target_os = "macos")) {
                tr!(w, "reading-no-program-do-system")
            } else {
                tr!(w, "reading-no-program-do")
            };
            of(tr!(w, "reading-no-program"), remedy, None)
        }
        ReadingFault::NoVoice(language) => {
            let what = match language {
                Language::Korean => tr!(w, "reading-no-korean"),
                Language::English => tr!(w, "reading-no-english"),
            };
            of(what, tr!(w, "reading-no-voice-do"), None)
        }
        ReadingFault::Hangs { program } => {
            of(tr!(w, "reading-hangs"), remedy, Some(program.clone()))
        }
        ReadingFault::Failed { program, detail } => of(
            tr!(w, "reading-failed"),
            remedy,
            Some(format!("{program}: {detail}")),
        ),
    }
}

fn sound(w: Words<'_>, fault: &SoundFault) -> FaultText {
    match fault {
        SoundFault::NoMicrophone => of(
            tr!(w, "fault-no-microphone"),
            tr!(w, "fault-no-microphone-do"),
            None,
        ),
        SoundFault::NoSpeaker => of(
            tr!(w, "fault-no-speaker"),
            tr!(w, "fault-no-speaker-do"),
            None,
        ),
        SoundFault::PermissionDenied => of(
            tr!(w, "fault-permission"),
            tr!(w, "fault-permission-do"),
            None,
        ),
        SoundFault::DeviceBusy => of(tr!(w, "fault-busy"), tr!(w, "fault-busy-do"), None),
        SoundFault::DeviceLost => of(tr!(w, "fault-lost"), tr!(w, "fault-lost-do"), None),
        SoundFault::SoundServerGone => of(tr!(w, "fault-server"), tr!(w, "fault-server-do"), None),
        SoundFault::NoSamples => of(
            tr!(w, "fault-no-samples"),
            tr!(w, "fault-no-samples-do"),
            None,
        ),
        SoundFault::OnlyZeros => of(
            tr!(w, "fault-only-zeros"),
            tr!(w, "fault-only-zeros-do"),
            None,
        ),
        SoundFault::Dropped {
            frames,
            sample_rate_hz,
        } => {
            let secs = crate::model::take::seconds_from_frames(*frames, *sample_rate_hz);
            of(
                tr!(w, "fault-dropped", secs = format!("{secs:.1}")),
                tr!(w, "fault-dropped-do"),
                None,
            )
        }
        SoundFault::Suspended => of(
            tr!(w, "fault-suspended"),
            tr!(w, "fault-suspended-do"),
            None,
        ),
        SoundFault::DiskSlow => of(
            tr!(w, "fault-disk-slow"),
            tr!(w, "fault-disk-slow-do"),
            None,
        ),
        SoundFault::FolderGone(path) => of(
            tr!(w, "fault-folder-gone"),
            tr!(w, "fault-folder-gone-do"),
            place(path, ""),
        ),
        SoundFault::TakeTooLong => of(tr!(w, "fault-too-long"), tr!(w, "fault-too-long-do"), None),
        SoundFault::DiskFull => of(
            tr!(w, "fault-disk-full"),
            tr!(w, "fault-disk-full-do"),
            None,
        ),
        SoundFault::WriteFailed { path, detail } => of(
            tr!(w, "fault-write-failed"),
            tr!(w, "fault-write-failed-do"),
            place(path, detail),
        ),
        SoundFault::Unreadable { path, why, detail } => of(
            tr!(w, "fault-unreadable"),
            format!("{} {}", why_unreadable(w, *why), unreadable_remedy(w, *why)),
            place(path, detail),
        ),
        SoundFault::Other { detail } => of(
            tr!(w, "fault-sound-other"),
            tr!(w, "fault-sound-other-do"),
            Some(detail.clone()),
        ),
    }
}

/// Why a recording cannot be read; one sentence with a full stop.
pub fn why_unreadable(w: Words<'_>, why: UnreadableWav) -> String {
    match why {
        UnreadableWav::Missing => tr!(w, "unreadable-missing"),
        UnreadableWav::NoFile => tr!(w, "unreadable-no-file"),
        UnreadableWav::Refused => tr!(w, "unreadable-refused"),
        UnreadableWav::Failed => tr!(w, "unreadable-failed"),
        UnreadableWav::Empty => tr!(w, "unreadable-empty"),
        UnreadableWav::Partial => tr!(w, "unreadable-partial"),
        UnreadableWav::NotWav => tr!(w, "unreadable-not-wav"),
        UnreadableWav::Samples => tr!(w, "unreadable-samples"),
        UnreadableWav::Rate(hz) => tr!(w, "unreadable-rate", hz = hz.to_string()),
    }
}

fn unreadable_remedy(w: Words<'_>, why: UnreadableWav) -> String {
    match why {
        // A file that has only just begun to arrive is empty.
        UnreadableWav::Missing
        | UnreadableWav::NoFile
        | UnreadableWav::Empty
        | UnreadableWav::Partial => tr!(w, "unreadable-missing-do"),
        UnreadableWav::Refused | UnreadableWav::Failed => tr!(w, "unreadable-refused-do"),
        UnreadableWav::NotWav | UnreadableWav::Samples | UnreadableWav::Rate(_) => {
            tr!(w, "fault-unreadable-do")
        }
    }
}

#[allow(clippy::too_many_lines, reason = "an arm for each fault")]
fn file(w: Words<'_>, fault: &FileFault) -> FaultText {
    match fault {
        FileFault::LibraryInUse(path) => of(
            tr!(w, "fault-library-in-use"),
            tr!(w, "fault-library-in-use-do"),
            place(path, ""),
        ),
        FileFault::LibraryMissing { path, detail } => of(
            tr!(w, "fault-library-missing"),
            tr!(w, "fault-library-missing-do"),
            place(path, detail),
        ),
        FileFault::LibraryReadOnly(path) => of(
            tr!(w, "fault-library-read-only"),
            tr!(w, "fault-library-read-only-do"),
            place(path, ""),
        ),
        FileFault::LibraryNewer(path) => of(
            tr!(w, "fault-library-newer"),
            tr!(w, "fault-library-newer-do"),
            place(path, ""),
        ),
        FileFault::BrokenAttempt { path, detail } => of(
            tr!(w, "fault-broken-attempt"),
            tr!(w, "fault-broken-attempt-do"),
            place(path, detail),
        ),
        FileFault::BrokenSession { path, detail } => of(
            tr!(w, "fault-broken-session"),
            tr!(w, "fault-broken-session-do"),
            place(path, detail),
        ),
        FileFault::BrokenPack { path, line, detail } => of(
            tr!(w, "fault-broken-pack"),
            tr!(w, "fault-broken-pack-do"),
            place(path, &at_line(w, *line, detail)),
        ),
        FileFault::BrokenRole { path, line, detail } => of(
            tr!(w, "fault-broken-role"),
            tr!(w, "fault-broken-role-do"),
            place(path, &at_line(w, *line, detail)),
        ),
        FileFault::BrokenStory { path, line, detail } => of(
            tr!(w, "stories-fault-broken"),
            tr!(w, "stories-fault-broken-do"),
            place(path, &at_line(w, *line, detail)),
        ),
        FileFault::StoryConflict(path) => of(
            tr!(w, "stories-fault-conflict"),
            tr!(w, "stories-fault-conflict-do"),
            place(path, ""),
        ),
        FileFault::Conflict(path) => of(
            tr!(w, "fault-conflict"),
            tr!(w, "fault-conflict-do"),
            place(path, ""),
        ),
        FileFault::BrokenSettings {
            path,
            detail,
            others_used: true,
        } => of(
            tr!(w, "fault-broken-setting"),
            tr!(w, "fault-broken-setting-do"),
            place(path, detail),
        ),
        FileFault::BrokenSettings { path, detail, .. } => of(
            tr!(w, "fault-broken-settings"),
            tr!(w, "fault-broken-settings-do"),
            place(path, detail),
        ),
        FileFault::SaveFailed { path, detail } => of(
            tr!(w, "fault-save-failed"),
            tr!(w, "fault-save-failed-do"),
            place(path, detail),
        ),
        FileFault::MoveFailed { path, detail } => of(
            tr!(w, "fault-move-failed"),
            tr!(w, "fault-move-failed-do"),
            place(path, detail),
        ),
        FileFault::NotLeft => of(tr!(w, "fault-not-left"), tr!(w, "fault-not-left-do"), None),
        FileFault::NotRemoved { path, detail } => of(
            tr!(w, "fault-not-removed"),
            tr!(w, "fault-not-removed-do"),
            place(path, detail),
        ),
        FileFault::SyncCopies(count) => of(
            tr!(w, "fault-sync-copies", count = count),
            tr!(w, "fault-sync-copies-do"),
            None,
        ),
        FileFault::NoFileDialog => of(
            tr!(w, "fault-no-dialog"),
            tr!(w, "fault-no-dialog-do"),
            None,
        ),
        FileFault::NotShown { path, detail } => of(
            tr!(w, "fault-not-shown"),
            tr!(w, "fault-not-shown-do", path = path.display().to_string()),
            Some(detail.clone()),
        ),
    }
}

fn at_line(w: Words<'_>, line: Option<usize>, detail: &str) -> String {
    match line {
        Some(line) => format!(
            "{}: {detail}",
            tr!(w, "fault-line", line = line.to_string())
        ),
        None => detail.to_owned(),
    }
}

/// Reason first, path last.
#[allow(
    clippy::unnecessary_wraps,
    reason = "it fills the optional detail of every fault of a file"
)]
fn place(path: &Path, detail: &str) -> Option<String> {
    let path = path.display();
    Some(if detail.is_empty() {
        path.to_string()
    } else {
        format!("{detail} ({path})")
    })
}
