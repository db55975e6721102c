//! The polite signals by which systems end programs: the window closes as if its button had been pressed,
//! so that a running take is kept. Not here: what closing does (`flow::update::leaving`).

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::app::events::Sender;

/// Begins to listen. The answer turns true once a signal has come: nobody may be there any more to read
/// a dialog.
#[cfg(unix)]
pub fn listen(events: Sender) -> Arc<AtomicBool> {
    use crate::flow::Event;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::flag;
    use signal_hook::iterator::Signals;
    use std::sync::atomic::Ordering;

    let came = Arc::new(AtomicBool::new(false));
    let prepare = || -> std::io::Result<Signals> {
        // Whoever presses Ctrl C a second time wants no more patience. A terminal that closes and a
        // session that ends send theirs twice by themselves.
        flag::register_conditional_default(SIGINT, came.clone())?;
        Signals::new([SIGTERM, SIGHUP, SIGINT])
    };
    let listening = prepare().and_then(|mut signals| {
        let came = came.clone();
        let work = move || {
            for signal in signals.forever() {
                came.store(true, Ordering::Release);
                tracing::warn!(signal, "asked to end");
                events.send(Event::CloseRequested);
            }
        };
        let thread = std::thread::Builder::new().name("retake-signals".into());
        thread.spawn(work).map(drop)
    });
    if let Err(error) = listening {
        tracing::warn!(%error, "signals end the program at once");
    }
    came
}

/// Windows closes windows by their own messages, which eframe hears.
#[cfg(not(unix))]
pub fn listen(_events: Sender) -> Arc<AtomicBool> {
    Arc::default()
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::app::events::Inbox;
    use crate::flow::Event;

    #[test]
    fn a_polite_signal_closes_the_window_as_its_button_does() {
        let inbox = Inbox::new(&egui::Context::default());
        let came = listen(inbox.sender());
        signal_hook::low_level::raise(signal_hook::consts::SIGHUP).unwrap();
        let heard = (0..500).find_map(|_| {
            std::thread::sleep(Duration::from_millis(10));
            inbox.next()
        });
        assert!(matches!(heard, Some(Event::CloseRequested)), "{heard:?}");
        assert!(came.load(std::sync::atomic::Ordering::Acquire));
    }
}
