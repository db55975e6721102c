//! Banners and toasts: what they show, what they cover, when they go.

use std::path::Path;
use std::time::Duration;

use crate::flow::Now;
use crate::flow::state::{Banner, LibraryStatus, Mic, State, Toast, ToastKind};
use crate::model::fault::{Fault, FileFault, SoundFault};

pub const TOAST: Duration = Duration::from_secs(6);
/// A disk that fails at every save must not fill the memory too.
const MOST_COVERED: usize = 999;

/// Tells of a fault, and how much of the running take is safe.
pub fn fault(state: &mut State, fault: impl Into<Fault>) {
    let saved_secs = state
        .recording()
        .filter(|_| state.practice.mic == Mic::Open)
        .map(|recording| recording.live.written_secs());
    fault_saved(state, fault, saved_secs);
}

/// Whether the library cannot be used; then says why.
pub fn library_failed(state: &mut State) -> bool {
    let LibraryStatus::Failed(why) = &state.library.status else {
        return false;
    };
    let why = why.clone();
    fault(state, why);
    true
}

/// Tells of a fault when it is known how much is safe.
pub fn fault_saved(state: &mut State, fault: impl Into<Fault>, saved_secs: Option<f64>) {
    let fault = fault.into();
    if let Some(shown) = &mut state.banner
        && same(&shown.fault, &fault)
    {
        // Told already. What is new is the number in it.
        shown.fault = fault;
        shown.saved_secs = saved_secs.or(shown.saved_secs);
        return;
    }
    state.covered.retain(|below| !same(&below.fault, &fault));
    if state.covered.len() < MOST_COVERED {
        state.covered.extend(state.banner.take());
    }
    state.banner = Some(Banner {
        fault,
        more: state.covered.len(),
        saved_secs,
    });
}

/// Tells of several faults at once; the first is the one that is read.
pub fn faults<F: Into<Fault>>(state: &mut State, list: impl DoubleEndedIterator<Item = F>) {
    for each in list.rev() {
        fault(state, each);
    }
}

/// Lost frames are one fault that grows.
fn same(a: &Fault, b: &Fault) -> bool {
    let dropped = |fault: &Fault| matches!(fault, Fault::Sound(SoundFault::Dropped { .. }));
    a == b || (dropped(a) && dropped(b))
}

/// Takes back all faults that are mended; one that was covered by them shows again.
pub fn mend(state: &mut State, mended: impl Fn(&Fault) -> bool) {
    state.covered.retain(|below| !mended(&below.fault));
    if state
        .banner
        .as_ref()
        .is_some_and(|shown| mended(&shown.fault))
    {
        state.banner = state.covered.pop();
    }
    if let Some(shown) = &mut state.banner {
        shown.more = state.covered.len();
    }
}

/// Takes back the faults of sound that are mended.
pub fn mend_sound(state: &mut State, mended: impl Fn(&SoundFault) -> bool) {
    mend(state, |fault| match fault {
        Fault::Sound(fault) => mended(fault),
        Fault::File(_) | Fault::Reading(_) => false,
    });
}

/// Takes back the faults that are over when a microphone begins to deliver.
pub fn mend_microphone(state: &mut State) {
    mend_sound(state, |fault| fault.cleared_by().comes_with_a_microphone());
}

/// A save in the library failed: it is told, and tried again later.
pub fn save_failed(state: &mut State, failed: FileFault) {
    state.library.saving.failed(&failed, state.closing);
    fault(state, failed);
    if state.library.saving.stays() {
        fault(state, FileFault::NotLeft);
    }
}

/// A save succeeded: what was said of these files is over, and the folder is there.
pub fn saved(state: &mut State, is_saved: impl Fn(&Path) -> bool) {
    state.library.saving.succeeded();
    mend(state, |fault| match fault {
        Fault::File(FileFault::SaveFailed { path, .. }) => is_saved(path),
        Fault::File(FileFault::LibraryMissing { .. }) => true,
        _ => false,
    });
}

/// Puts the banner away, with all that it covers: they were on the screen before it.
pub fn dismiss(state: &mut State) {
    state.banner = None;
    state.covered.clear();
}

/// Shows a toast in place of the last one.
pub fn toast(state: &mut State, kind: ToastKind, now: &Now) {
    state.toast = Some(Toast {
        kind,
        until: now.since_start + TOAST,
    });
}

pub fn tick(state: &mut State, now: &Now) {
    if state
        .toast
        .as_ref()
        .is_some_and(|toast| now.since_start >= toast.until)
    {
        state.toast = None;
    }
}
