//! The trash in place of the list of attempts: looking, hearing, bringing back, and emptying it after a
//! question. Not here: throwing away (`update`), the files (`crate::library`).

use crate::flow::effect::Effect;
use crate::flow::library::update as library;
use crate::flow::review::{playback, rendition};
use crate::flow::state::{Playback, State, ToastKind};
use crate::flow::timeline::{ShownTrash, TrashCommand};
use crate::flow::update::out::Out;
use crate::model::trash::{Trash, TrashedAnswer};

impl ShownTrash {
    /// The answers in it, newest first.
    pub fn answers(&self) -> &[TrashedAnswer] {
        let found = self.found.as_ref();
        found.map_or(&[], |trash| trash.answers.as_slice())
    }

    fn place(&self, folder: &str) -> Option<usize> {
        let mut answers = self.answers().iter();
        answers.position(|answer| answer.folder == folder)
    }
}

pub fn handle(state: &mut State, command: TrashCommand, out: &mut Out) {
    let Some(shown) = &mut state.timeline.trash else {
        if command == TrashCommand::Toggle && state.library.root.is_some() {
            playback::pause(state, out);
            state.timeline.trash = Some(ShownTrash::default());
            out.push(Effect::ReadTrash);
        }
        return;
    };
    match command {
        TrashCommand::Toggle => leave(state, out),
        TrashCommand::Select(folder) => shown.selected = Some(folder),
        TrashCommand::Move(by) => move_selection(shown, by),
        TrashCommand::Restore(folder) => restore(state, folder, out),
        TrashCommand::RestoreSelected => {
            let selected = shown.selected.clone().filter(|_| !shown.asked);
            if let Some(folder) = selected {
                restore(state, folder, out);
            }
        }
        TrashCommand::Play(folder) => play(state, &folder, out),
        TrashCommand::PlaySelected => {
            if let Some(folder) = shown.selected.clone() {
                play(state, &folder, out);
            }
        }
        TrashCommand::AskToEmpty => {
            shown.asked = shown.found.as_ref().is_some_and(|trash| !trash.is_empty());
        }
        TrashCommand::Empty if shown.asked => empty(state, out),
        TrashCommand::Empty | TrashCommand::KeepAll => shown.asked = false,
    }
}

/// Shows the list again.
pub fn leave(state: &mut State, out: &mut Out) {
    if state.timeline.trash.take().is_some() {
        playback::pause(state, out);
        state.playback = playback::silent(state);
    }
}

/// Closes the question, or the trash; says whether there was one.
pub fn escape(state: &mut State, out: &mut Out) -> bool {
    match &mut state.timeline.trash {
        None => return false,
        Some(shown) if shown.asked => shown.asked = false,
        Some(_) => leave(state, out),
    }
    true
}

/// What is in it now. The choice stays in its place.
pub fn read(state: &mut State, found: Trash) {
    let Some(shown) = &mut state.timeline.trash else {
        return;
    };
    let at = shown.selected.as_deref().and_then(|it| shown.place(it));
    shown.found = Some(found);
    shown.asked = false;
    let stays = shown.selected.as_deref().and_then(|it| shown.place(it));
    if stays.is_none() {
        let last = shown.answers().len().saturating_sub(1);
        let next = shown.answers().get(at.unwrap_or(0).min(last));
        shown.selected = next.map(|answer| answer.folder.clone());
    }
}

fn move_selection(shown: &mut ShownTrash, by: i32) {
    let at = shown.selected.as_deref().and_then(|it| shown.place(it));
    let to = match at {
        Some(at) => at.saturating_add_signed(isize::try_from(by).unwrap_or(0)),
        None => 0,
    };
    let last = shown.answers().len().saturating_sub(1);
    if let Some(answer) = shown.answers().get(to.min(last)) {
        shown.selected = Some(answer.folder.clone());
        shown.reveal = shown.reveal.wrapping_add(1);
    }
}

fn restore(state: &mut State, folder: String, out: &mut Out) {
    // It would be listed in the other library that is on its way.
    if !state.library.is_settled() {
        return;
    }
    playback::close_files(state, out);
    // Nothing is left of it to take back with Undo.
    library::forget_deleted(state, |it| {
        let of = it.attempt.mend_of.as_ref().map(|of| &of.id);
        it.attempt.id.as_str() == folder || of.is_some_and(|of| of.as_str() == folder)
    });
    let of_it =
        |kind: &ToastKind| matches!(kind, ToastKind::Trashed(it) if it.id.as_str() == folder);
    state.toast.take_if(|toast| of_it(&toast.kind));
    out.push(Effect::RestoreTrashed(folder));
}

fn empty(state: &mut State, out: &mut Out) {
    playback::close_files(state, out);
    state.library.deleted.clear();
    state.stories.deleted.clear();
    let of_trash =
        |kind: &ToastKind| matches!(kind, ToastKind::Trashed(_) | ToastKind::StoryTrashed(_));
    state.toast.take_if(|toast| of_trash(&toast.kind));
    if let Some(shown) = &mut state.timeline.trash {
        shown.asked = false;
    }
    out.push(Effect::EmptyTrash);
}

fn play(state: &mut State, folder: &str, out: &mut Out) {
    let Some(shown) = &state.timeline.trash else {
        return;
    };
    let Some(answer) = shown
        .place(folder)
        .and_then(|at| shown.answers().get(at))
        .cloned()
    else {
        return;
    };
    let again = state.playback.id.as_ref() == Some(&answer.attempt.id);
    if again && state.playback.playing {
        playback::pause(state, out);
        return;
    }
    state.playback = Playback {
        id: Some(answer.attempt.id.clone()),
        playing: true,
        ..playback::silent(state)
    };
    let rendition = rendition::of(state, &answer.attempt);
    out.push(Effect::PlayTrashed {
        id: state.playback.number,
        answer,
        rendition,
        volume: state.settings.volume,
        device: state.settings.output_device.clone(),
    });
}
