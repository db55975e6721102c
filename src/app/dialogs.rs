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

/// Tells a person something that must be read, and waits for the answer. Where there is no dialog to be
/// had it returns at once.
pub fn tell(title: &str, text: &str) {
    let dialog = rfd::MessageDialog::new().set_level(rfd::MessageLevel::Warning);
    dialog.set_title(title).set_description(text).show();
}
