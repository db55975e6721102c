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

/// Shows a folder in the system's file manager.
pub fn reveal(folder: &Path, sender: &Sender) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(target_os = "windows") {
        "explorer"
    } else {
        "xdg-open"
    };
    let started = Process::new(program)
        .arg(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match started {
        // Somebody has to collect the child's end, or it stays as a zombie.
        Ok(mut child) => {
            let waiting = thread::Builder::new()
                .name("retake-reveal".into())
                .spawn(move || child.wait());
            if let Err(error) = waiting {
                tracing::warn!(%error, "no thread to wait for the file manager");
            }
        }
        Err(error) => {
            tracing::warn!(%error, program, "the file manager did not start");
            sender.send(Event::Trouble(Fault::File(FileFault::NoFileDialog)));
        }
    }
}

/// Tells the person something where there is no window of ours. Returns when it has been read, or at
/// once where no dialog can be shown.
pub fn tell(sentence: &str) {
    // On Linux rfd asks zenity, and is silent without it: these others are on many desktops.
    let others = [
        (
            "zenity",
            vec!["--error", "--title=Retake", "--no-markup", "--text"],
        ),
        ("kdialog", vec!["--title", "Retake", "--error"]),
        ("xmessage", vec!["-center", "-title", "Retake"]),
    ];
    if cfg!(target_os = "linux") {
        for (program, arguments) in others {
            let shown = Process::new(program)
                .args(arguments)
                .arg(sentence)
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
            .set_title("Retake")
            .set_description(sentence)
            .show();
    }
}
