//! The system's dialogs and file manager. The only file that names rfd.

use std::path::Path;
use std::process::{Command as Process, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::events::Sender;
use crate::flow::Event;
use crate::model::fault::{Fault, FileFault};

/// A dialog that ends sooner was never shown: without a portal rfd answers as if the person had
/// changed their mind.
const TOO_FAST: Duration = Duration::from_millis(300);

/// Asks for a folder; the answer comes as an event.
pub fn pick_folder(sender: &Sender) {
    // Made on the window's thread, as macOS wants it; awaited on another.
    let dialog = rfd::AsyncFileDialog::new().pick_folder();
    let asked = Instant::now();
    let worker = thread::Builder::new().name("retake-dialog".into()).spawn({
        let sender = sender.clone();
        move || {
            let folder = pollster::block_on(dialog).map(|folder| folder.path().to_owned());
            if folder.is_none() && asked.elapsed() < TOO_FAST {
                sender.send(Event::Trouble(Fault::File(FileFault::NoFileDialog)));
            }
            sender.send(Event::FolderChosen(folder));
        }
    });
    if let Err(error) = worker {
        tracing::error!(%error, "no thread for the dialog");
        sender.send(Event::Trouble(Fault::File(FileFault::NoFileDialog)));
    }
}

/// Shows a folder in the system's file manager, or a file in the program for it.
pub fn reveal(path: &Path, sender: &Sender) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(target_os = "windows") {
        "explorer"
    } else {
        "xdg-open"
    };
    show_with(program, path, sender);
}

/// Runs a program that shows a path, and says when it did not.
fn show_with(program: &'static str, path: &Path, sender: &Sender) {
    let failed = {
        let (path, sender) = (path.to_owned(), sender.clone());
        move |detail: String| {
            tracing::warn!(detail, program, "nothing was shown");
            sender.send(Event::Trouble(Fault::File(FileFault::NotShown {
                path: path.clone(),
                detail,
            })));
        }
    };
    let started = Process::new(program)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut child = match started {
        Ok(child) => child,
        Err(error) => return failed(format!("{program}: {error}")),
    };
    // Somebody has to collect the child's end, or it stays as a zombie.
    let waiting = thread::Builder::new()
        .name("retake-reveal".into())
        .spawn(move || match child.wait() {
            // The explorer says 1 also when it showed the folder.
            Ok(status) if status.success() || cfg!(target_os = "windows") => {}
            Ok(status) => failed(format!("{program}: {status}")),
            Err(error) => failed(format!("{program}: {error}")),
        });
    if let Err(error) = waiting {
        tracing::warn!(%error, "no thread to wait for the file manager");
    }
}

/// Tells the person something where there is no window of ours. Returns when it has been read, or at
/// once where no dialog can be shown.
pub fn tell(title: &str, text: &str) {
    // On Linux rfd asks zenity, and is silent without it: these others are on many desktops.
    let others = [
        (
            "zenity",
            vec!["--error", "--title", title, "--no-markup", "--text"],
        ),
        ("kdialog", vec!["--title", title, "--error"]),
        ("xmessage", vec!["-center", "-title", title]),
    ];
    if cfg!(target_os = "linux") {
        for (program, arguments) in others {
            let shown = Process::new(program)
                .args(arguments)
                .arg(text)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            if shown.is_ok() {
                return;
            }
        }
    } else {
        rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title(title)
            .set_description(text)
            .show();
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use crate::app::events::Inbox;

    /// What is told when a program shows a folder.
    fn told(program: &'static str) -> Option<Event> {
        let inbox = Inbox::new(&egui::Context::default());
        show_with(program, Path::new("/lib/exports/x"), &inbox.sender());
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(5) {
            if let Some(event) = inbox.next() {
                return Some(event);
            }
            // `true` has nothing to say.
            if program == "true" && begun.elapsed() > TOO_FAST {
                break;
            }
            thread::sleep(Duration::from_millis(5));
        }
        None
    }

    #[test]
    fn a_missing_file_manager_is_told_with_the_path() {
        for (program, why) in [
            (
                "retake-no-such-program",
                "retake-no-such-program: No such file",
            ),
            ("false", "false: exit status: 1"),
        ] {
            let Some(Event::Trouble(Fault::File(FileFault::NotShown { path, detail }))) =
                told(program)
            else {
                panic!("{program}: nothing was told");
            };
            assert_eq!(path, Path::new("/lib/exports/x"));
            assert!(detail.starts_with(why), "{detail}");
        }
        assert!(told("true").is_none());
    }
}
