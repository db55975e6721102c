//! Who takes in what the world reports.

use crate::flow::chain::update as chain;
use crate::flow::check::update as check;
use crate::flow::event::Event;
use crate::flow::input::Now;
use crate::flow::interview::sessions;
use crate::flow::library::update as library;
use crate::flow::listening::speech;
use crate::flow::mending::update as mending;
use crate::flow::practice::{interrupted, recording, task, timed_events, update as practice};
use crate::flow::reading::update as reading;
use crate::flow::review::{peaks, playback, zooming};
use crate::flow::state::{State, ToastKind};
use crate::flow::stories::update as stories;
use crate::flow::timeline::{export, trash, update as timeline};
use crate::flow::today::update as today;
use crate::flow::update::out::Out;
use crate::flow::update::{leaving, notices, saving, screens, settings};
use crate::model::audio::AudioEvent;

pub fn handle(state: &mut State, event: Event, now: &Now, out: &mut Out) {
    match event {
        Event::LibraryOpened { root, .. } if library::is_late(state, &root) => {}
        Event::LibraryOpened { root, draws } => {
            state.practice.deck.remember(draws);
            let before = state.library.root.as_ref();
            let other = before.is_some_and(|before| *before != root);
            if other {
                leaving::library(state, out);
            }
            library::opened(state, root, other, out);
        }
        Event::LibraryFailed(fault) => library::failed(state, fault),
        Event::LibraryScanned {
            attempts,
            faults,
            repaired,
        } => {
            library::scanned(state, attempts, faults, repaired.len(), now);
            screens::choose_home(state);
        }
        Event::AttemptsChanged {
            changed,
            gone,
            faults,
        } => {
            timeline::vanished(state, &gone, out);
            library::rescanned(state, changed, faults, out);
            mending::look_again(state);
            zooming::look_again(state);
        }
        Event::TrashRead(found) => trash::read(state, found),
        Event::SyncCopies(found) => library::sync_copies(state, found),
        Event::PacksLoaded { packs, faults } => practice::packs_loaded(state, packs, faults),
        Event::FollowUpsLoaded {
            stories,
            knowledge,
            faults,
        } => chain::follow_ups_loaded(state, (stories, knowledge), faults),
        Event::RolesLoaded { roles, faults } => today::roles_loaded(state, roles, faults),
        Event::RoleMade(path) => today::role_made(path, out),
        Event::AttemptCreated { id, wav } => practice::attempt_created(state, &id, wav, out),
        Event::AttemptSaved(id) => library::saved(state, &id),
        Event::AttemptMerged { asked, on_disk } => library::merged(state, &asked, on_disk, out),
        Event::AttemptSaveFailed { id, fault } => library::save_failed(state, &id, fault),
        Event::Trashed(id) => _ = state.library.trashing.remove(&id),
        Event::Restored(attempt) => timeline::restored(state, attempt),
        Event::MoveFailed { attempt, fault } => timeline::move_failed(state, attempt, fault),
        Event::PeaksLoaded { id, peaks } => peaks::loaded(state, id, peaks),
        Event::ExcerptLoaded { id, excerpt } => zooming::loaded(state, &id, excerpt),
        Event::SpeechCached { order, found } => speech::cached(state, order, found, out),
        Event::SpeechLoaded { id, speech } => speech::loaded(state, id, speech, out),
        Event::LoudnessMeasured { id, span, lufs } => {
            mending::measured(state, id, span, lufs, out);
        }
        // Stories.
        Event::StoriesLoaded {
            stories: read,
            faults,
        } => stories::loaded(state, read, faults),
        Event::StorySaved {
            asked,
            on_disk,
            theirs,
        } => stories::saved(state, &asked, *on_disk, theirs, out),
        Event::StorySaveFailed { id, base, fault } => {
            stories::save_failed(state, &id, base, fault);
        }
        Event::StoryTrashed(id) => stories::trashed(state, &id),
        Event::StoryRestored(story) => stories::restored(state, *story),
        Event::StoryMoveFailed { story, fault } => stories::move_failed(state, story, fault),
        Event::SettingsSaved => settings::saved(state),
        Event::SettingsSaveFailed(fault) => settings::save_failed(state, fault),
        Event::SettingsMerged { asked, on_disk } => settings::merged(state, &asked, on_disk, out),
        // Space and faults.
        Event::FreeSpace(bytes) => state.free_bytes = Some(bytes),
        Event::Trouble(fault) => notices::fault(state, fault),
        // Interview.
        Event::SessionsRead { sessions, faults } => sessions::read(state, sessions, faults, out),
        Event::SessionSaved(id) => sessions::saved(state, &id),
        Event::SessionMerged { asked, on_disk } => sessions::merged(state, &asked, on_disk, out),
        Event::SessionSaveFailed { id, fault } => sessions::save_failed(state, &id, fault),
        Event::Audio(reported) => audio(state, reported, now, out),
        Event::CueShown { frame } => timed_events::cue_shown(state, frame, now, out),
        Event::ExportReady(done) => export::ready(state, done),
        Event::ExportCancelled => export::cancelled(state),
        Event::Exported(end) => export::done(state, end, ToastKind::Exported, now, out),
        Event::AssembledSaved(end) => export::done(state, end, ToastKind::AssembledSaved, now, out),
        Event::SoundExported(end) => export::sound_done(state, end, now, out),
        Event::VoicesFound(found) => reading::found(state, found),
        Event::ReadingEnded { id, fault } => reading::ended(state, id, fault, out),
        Event::FolderChosen(folder) => {
            if let Some(folder) = folder {
                saving::change_library(state, folder, out);
            }
        }
        Event::CloseRequested => leaving::close(state, out),
        Event::Focused => saving::focused(state, out),
    }
}

fn audio(state: &mut State, event: AudioEvent, now: &Now, out: &mut Out) {
    match event {
        AudioEvent::Devices(devices) => settings::devices(state, devices),
        AudioEvent::CaptureBegan {
            sample_rate_hz,
            device,
        } => recording::began(state, sample_rate_hz, device, out),
        AudioEvent::CaptureProgress {
            captured_frames,
            written_frames,
            level_dbfs,
            clipped,
            peaks,
        } => {
            let level = recording::Level::new(level_dbfs, clipped);
            recording::progress(state, captured_frames, written_frames, level, &peaks, out);
        }
        AudioEvent::CaptureTrouble(fault) => recording::trouble(state, fault, out),
        AudioEvent::CaptureInterrupted { fault, frames } => {
            interrupted::begin(state, fault, frames, now, out);
        }
        AudioEvent::CaptureResumed { device } => interrupted::resumed(state, device, out),
        AudioEvent::CaptureFinished(end) => {
            if let Some(kept) = recording::finished(state, end, out) {
                task::kept(state, kept, out);
            }
        }
        // Whether it runs is what was asked for: a late report of a pause must not undo a play.
        AudioEvent::PlaybackAt { id, frame, .. } => playback::at(state, id, frame),
        AudioEvent::PlaybackEnded { id } => playback::ended(state, id),
        AudioEvent::PlaybackFailed { id, fault } => playback::failed(state, id, fault),
        AudioEvent::CheckProgress {
            id,
            level_dbfs,
            secs,
            peaks,
        } => {
            let level = recording::Level::new(level_dbfs, false);
            check::progress(state, id, level.dbfs(), secs, peaks);
        }
        AudioEvent::CheckDone { id, end } => check::done(state, id, end, out),
        AudioEvent::CheckPlayed { id, fault } => check::played(state, id, fault),
    }
}
