//! The wiring: the only place where modules meet. `logic` hands the world's reports to `flow` and
//! carries its effects out; `ui` draws. No decisions here: they belong to `flow`.

pub mod analyse;
mod analyses;
pub mod arguments;
mod clock;
mod dialogs;
mod disk;
mod events;
mod export;
mod help;
mod peaks_worker;
mod recovery;
mod shared_library;
mod shortcuts;
mod sound;
mod start;
mod tts;
mod work_queue;

use std::time::Duration;

use eframe::Frame;
use egui::{Context, Ui, ViewportCommand};

use crate::app::analyses::Analyses;
use crate::app::arguments::Arguments;
use crate::app::clock::Clock;
use crate::app::disk::Disk;
use crate::app::events::Inbox;
use crate::app::export::Export;
use crate::app::peaks_worker::PeaksWorker;
use crate::app::shared_library::SharedLibrary;
use crate::app::sound::Sound;
use crate::audio::tts::Aloud;
use crate::flow::{Command, Effect, Event, Input, Now, State, update};
use crate::i18n::AllWords;
use crate::model::audio::AudioCommand;
use crate::ui::{Memory, root, theme};

pub use help::{print_help, print_line};
pub use start::StartError;

/// Where size and place of the window are kept between runs; `None` for a run that may touch nothing
/// outside the library that was named.
pub fn window_file(arguments: &Arguments) -> Option<std::path::PathBuf> {
    let settings = crate::library::layout::default_settings_path()?;
    let unnamed = arguments.library.is_none();
    unnamed.then(|| settings.with_file_name("window.ron"))
}

/// The running app.
pub struct RetakeApp {
    state: State,
    words: AllWords,
    memory: Memory,
    clock: Clock,
    inbox: Inbox,
    shared: SharedLibrary,
    disk: Disk,
    peaks: PeaksWorker,
    analyses: Analyses,
    sound: Sound,
    reading: Aloud,
    export: Export,
    commands: Vec<Command>,
    /// What waits until the window has been drawn once.
    after_first_frame: Vec<Effect>,
    drawn: bool,
    /// Frames in a row with a cue that has no place in the take yet.
    cue_drawn: u32,
    /// The window may close: all is safe.
    may_close: bool,
}

/// Frames after which a cue is taken for seen. The first is only handed to the screen when it was drawn,
/// and lights up while the second is on its way (`benches/cue.py`).
const CUE_FRAMES: u32 = 2;

impl RetakeApp {
    fn handle(&mut self, ctx: &Context, input: impl Into<Input>, now: &Now) {
        for effect in update(&mut self.state, input.into(), now) {
            self.carry_out(ctx, effect);
        }
    }

    fn carry_out(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::OpenLibrary(_)
            | Effect::CreateAttempt(_)
            | Effect::SaveAttempt(_)
            | Effect::SaveSession(_)
            | Effect::TookInAttempt(_)
            | Effect::TookInSession(_)
            | Effect::TookInSettings(_)
            | Effect::SaveDraws(_)
            | Effect::Trash(_)
            | Effect::Restore(_)
            | Effect::SaveSettings(_)
            | Effect::LoadRoles
            | Effect::MakeRoleOwn(_)
            | Effect::ReadStories
            | Effect::SaveStory { .. }
            | Effect::TrashStory(_)
            | Effect::RestoreStory(_)
            | Effect::CheckSpace => self.disk.ask(effect),
            Effect::OpenStoryFile(id) => {
                if let Some(library) = self.shared.library() {
                    dialogs::reveal(&library.layout().story_file(&id), &self.inbox.sender());
                }
            }
            Effect::LoadPeaks(attempt) => self.peaks.ask(attempt),
            Effect::Analyse { order, attempts } => self.analyses.ask(order, attempts),
            Effect::StopAnalysis => self.analyses.stop(),
            Effect::Audio(command) => self.sound.ask(command),
            Effect::Play {
                id,
                attempt,
                from_frame,
                volume,
                device,
            } => {
                if let Some(wav) = self.shared.wav_path(&attempt) {
                    self.sound.ask(AudioCommand::Play {
                        id,
                        wav,
                        known_frames: Some(attempt.take.frames),
                        from_frame,
                        volume,
                        device,
                    });
                } else {
                    tracing::error!("playback was asked for without a library");
                }
            }
            Effect::Export {
                answers,
                language,
                at,
            } => {
                let events = self.inbox.sender();
                self.export = export::start(self.shared.clone(), events, answers, language, at);
            }
            Effect::CancelExport => self.export.cancel(),
            Effect::LookForVoices => self.reading.look(),
            Effect::ReadAloud { id, text, language } => self.reading.say(id, text, language),
            Effect::StopReading => self.reading.stop(),
            Effect::WakeAfter(after) => ctx.request_repaint_after(after),
            Effect::PickFolder => dialogs::pick_folder(&self.inbox.sender()),
            Effect::Reveal(folder) => dialogs::reveal(&folder, &self.inbox.sender()),
            Effect::CloseWindow => {
                self.may_close = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// A window that is asked to close waits until the running take is safe.
    fn watch_close(&mut self, ctx: &Context, now: &Now) {
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.handle(ctx, Event::CloseRequested, now);
        }
    }
}

impl eframe::App for RetakeApp {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        let now = self.clock.now();
        if self.drawn {
            for effect in std::mem::take(&mut self.after_first_frame) {
                self.carry_out(ctx, effect);
            }
        }
        self.disk.pump();
        self.peaks.pump();
        self.analyses.pump();
        self.sound.pump();
        if self.cue_drawn >= CUE_FRAMES {
            let frame = self.sound.frames_now();
            self.handle(ctx, Event::CueShown { frame }, &now);
        }
        while let Some(event) = self.inbox.next() {
            self.handle(ctx, event, &now);
        }
        self.handle(ctx, Input::Tick, &now);
        self.watch_close(ctx, &now);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let now = self.clock.now();
        let ctx = ui.ctx().clone();
        theme::follow(&ctx, self.state.settings.theme);
        let mut commands = std::mem::take(&mut self.commands);
        shortcuts::read(&ctx, &self.state, &mut commands);
        root::root_ui(
            ui,
            &self.state,
            &now,
            &self.words,
            &mut self.memory,
            &mut commands,
        );
        let recording = self.state.recording();
        let cue = recording.is_some_and(|recording| recording.cue_ordered.is_some());
        self.cue_drawn = if cue { self.cue_drawn + 1 } else { 0 };
        let first = !std::mem::replace(&mut self.drawn, true);
        if first || cue || !commands.is_empty() {
            // What was asked is drawn at once; the cue's place is asked for after its frames.
            ctx.request_repaint();
        }
        for command in commands.drain(..) {
            self.handle(&ctx, command, &now);
        }
        self.commands = commands;
    }

    /// Only the window is kept; what lies in egui's memory belongs to a run.
    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.sound.finish();
        self.reading.finish();
        self.disk.finish(Duration::from_secs(5));
        self.peaks.finish(Duration::from_secs(1));
        self.analyses.finish(Duration::from_secs(1));
    }
}
