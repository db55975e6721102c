//! The wiring: the only place where modules meet. `logic` hands the world's reports to `flow` and
//! carries its effects out; `ui` draws. No decisions here: they belong to `flow`.

pub mod analyse;
mod analyses;
pub mod arguments;
mod assembled;
mod clock;
mod dialogs;
mod disk;
mod events;
mod export;
mod farewell;
mod help;
pub mod input_method;
mod loudness;
pub mod no_window;
mod peaks_worker;
mod recovery;
mod shared_library;
pub mod shortcuts;
mod signals;
mod sound;
mod start;
mod tts;
pub mod typing;
mod work_queue;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use eframe::Frame;
use egui::{Context, RawInput, Ui, Vec2, ViewportCommand};

use crate::app::analyses::Analyses;
use crate::app::arguments::Arguments;
use crate::app::assembled::Assembled;
use crate::app::clock::Clock;
use crate::app::disk::Disk;
use crate::app::events::Inbox;
use crate::app::export::Export;
use crate::app::loudness::Loudness;
use crate::app::peaks_worker::{PeaksWorker, Wanted};
use crate::app::shared_library::SharedLibrary;
use crate::app::sound::Sound;
use crate::app::typing::Typing;
use crate::audio::tts::Aloud;
use crate::flow::state::CLOSE_PATIENCE;
use crate::flow::{Command, Effect, Event, Input, Now, State, update};
use crate::i18n::AllWords;
use crate::model::attempt::Attempt;
use crate::model::audio::{AudioCommand, AudioEvent, PlayedFile};
use crate::model::fault::{SoundFault, UnreadableWav};
use crate::tr;
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
    samples: PeaksWorker,
    analyses: Analyses,
    loudness: Loudness,
    sound: Sound,
    reading: Aloud,
    typing: Typing,
    /// The smallest size that the window may have now, in points.
    least: Vec2,
    export: Export,
    commands: Vec<Command>,
    /// What waits until the window has been drawn once.
    after_first_frame: Vec<Effect>,
    drawn: bool,
    /// Frames in a row with a cue that has no place in the take yet.
    cue_drawn: u32,
    /// The window may close: all is safe.
    may_close: bool,
    /// Whether the window is in front.
    focused: bool,
    /// Whether the system asked the program to end.
    signalled: Arc<AtomicBool>,
}

/// How long the disk may take for its last saves once the window is closed; also what a full queue of
/// them may take. As long as flow waits before it closes.
const DISK_PATIENCE: Duration = CLOSE_PATIENCE;
/// The same for a disk that flow has given up already.
const NO_PATIENCE: Duration = Duration::from_millis(500);

/// Frames after which a cue is taken for seen. The first is only handed to the screen when it was drawn,
/// and lights up while the second is on its way (`benches/cue.py`).
const CUE_FRAMES: u32 = 2;

/// How much of the screen the smallest window may need: the system's bars want the rest.
const SCREEN_SHARE: f32 = 0.9;

impl RetakeApp {
    fn handle(&mut self, ctx: &Context, input: impl Into<Input>, now: &Now) {
        for effect in update(&mut self.state, input.into(), now) {
            self.carry_out(ctx, effect);
        }
    }

    #[allow(clippy::too_many_lines, reason = "one arm for each effect")]
    fn carry_out(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::OpenLibrary(_)
            | Effect::UseLibrary(_)
            | Effect::Rescan
            | Effect::KeepVersion { .. }
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
            | Effect::ReadTrash
            | Effect::RestoreTrashed(_)
            | Effect::EmptyTrash
            | Effect::CheckSpace => self.disk.ask(effect),
            Effect::OpenStoryFile(id) => {
                if let Some(library) = self.shared.library() {
                    dialogs::reveal(&library.layout().story_file(&id), &self.inbox.sender());
                }
            }
            Effect::LoadPeaks(attempt) => self.peaks.ask(Wanted::Peaks(attempt)),
            Effect::LoadExcerpt { attempt, frames } => {
                self.samples.ask(Wanted::Excerpt(attempt, frames));
            }
            Effect::Analyse { order, attempts } => self.analyses.ask(order, attempts),
            Effect::StopAnalysis => self.analyses.stop(),
            Effect::MeasureLoudness { attempt, span } => self.loudness.ask(attempt, span),
            Effect::Audio(command) => self.sound.ask(command),
            Effect::Play {
                id,
                attempt,
                beside,
                rendition,
                from_frame,
                volume,
                device,
            } => {
                let takes = [&attempt].into_iter().chain(&beside);
                let file = |take: &Arc<Attempt>| {
                    let wav = self.shared.wav_path(take)?;
                    let known_frames = Some(take.take.frames);
                    Some(PlayedFile { wav, known_frames })
                };
                let files: Option<Vec<PlayedFile>> = takes.map(file).collect();
                if let Some(files) = files {
                    self.sound.ask(AudioCommand::Play {
                        id,
                        files,
                        rendition,
                        from_frame,
                        volume,
                        device,
                    });
                } else {
                    tracing::error!("playback was asked for without a library");
                }
            }
            Effect::PlayTrashed {
                id,
                answer,
                rendition,
                volume,
                device,
            } => {
                let wav = self.shared.library().and_then(|it| it.trashed_wav(&answer));
                if let Some(wav) = wav {
                    let known_frames = Some(answer.attempt.take.frames);
                    self.sound.ask(AudioCommand::Play {
                        id,
                        files: vec![PlayedFile { wav, known_frames }],
                        rendition,
                        from_frame: 0,
                        volume,
                        device,
                    });
                } else {
                    // It went meanwhile: what is shown of the trash is out of date.
                    let fault = SoundFault::Unreadable {
                        path: answer.folder.into(),
                        why: UnreadableWav::Missing,
                        detail: String::new(),
                    };
                    let failed = AudioEvent::PlaybackFailed { id, fault };
                    self.inbox.sender().send(Event::Audio(failed));
                    self.disk.ask(Effect::ReadTrash);
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
            Effect::SaveAssembled {
                attempt,
                beside,
                edit,
                language,
                at,
            } => {
                let order = Assembled {
                    attempt,
                    beside,
                    edit,
                    language,
                    at,
                };
                assembled::start(order, self.shared.clone(), self.inbox.sender());
            }
            Effect::ExportSound {
                attempt,
                language,
                at,
            } => export::sound(
                self.shared.clone(),
                self.inbox.sender(),
                attempt,
                language,
                at,
            ),
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

    /// Says what could not be saved: on the terminal, and to a person who is there in a dialog.
    fn say_farewell(&self) {
        let lines = farewell::not_saved(&self.state, &self.words);
        if lines.is_empty() {
            return;
        }
        let title = tr!(self.words.of(self.state.language()), "quit-not-saved");
        let text = lines.join("\n");
        tracing::error!("{title}\n{text}");
        if !self.signalled.load(Ordering::Acquire) {
            dialogs::tell(&title, &text);
        }
    }

    /// The window may be smaller than usual where the screen is.
    fn fit_screen(&mut self, ctx: &Context) {
        let screen = ctx.input(|input| input.viewport().monitor_size);
        let usual = theme::size::WINDOW_MIN / ctx.zoom_factor();
        let least = screen.map_or(usual, |screen| usual.min(screen * SCREEN_SHARE));
        if least != std::mem::replace(&mut self.least, least) {
            ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(least));
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
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        self.typing.before_pass(ctx, raw);
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        let now = self.clock.now();
        if self.drawn {
            for effect in std::mem::take(&mut self.after_first_frame) {
                self.carry_out(ctx, effect);
            }
        }
        self.disk.pump();
        self.peaks.pump();
        self.samples.pump();
        self.analyses.pump();
        self.loudness.pump();
        self.sound.pump();
        if self.cue_drawn >= CUE_FRAMES {
            let frame = self.sound.frames_now();
            self.handle(ctx, Event::CueShown { frame }, &now);
        }
        while let Some(event) = self.inbox.next() {
            self.handle(ctx, event, &now);
        }
        self.handle(ctx, Input::Tick, &now);
        let focused = ctx.input(|input| input.focused);
        if !std::mem::replace(&mut self.focused, focused) && focused {
            self.handle(ctx, Event::Focused, &now);
        }
        self.watch_close(ctx, &now);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let now = self.clock.now();
        let ctx = ui.ctx().clone();
        theme::follow(&ctx, self.state.settings.theme);
        ctx.set_zoom_factor(f32::from(self.state.settings.zoom_percent) / 100.0);
        self.fit_screen(&ctx);
        let mut commands = std::mem::take(&mut self.commands);
        shortcuts::read(&ctx, &self.state, &self.typing, &mut commands);
        root::root_ui(
            ui,
            &self.state,
            &now,
            &self.words,
            &mut self.memory,
            &mut commands,
        );
        self.typing.after_pass(&ctx);
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
        let now = self.clock.now();
        let given_up = !self.state.library.unsaved.is_empty();
        let patience = if given_up { NO_PATIENCE } else { DISK_PATIENCE };
        self.disk.finish(patience);
        // What the disk said last; nothing more can be asked of it.
        while let Some(event) = self.inbox.next() {
            update(&mut self.state, event.into(), &now);
        }
        self.say_farewell();
        self.peaks.finish(Duration::from_secs(1));
        self.samples.finish(Duration::from_secs(1));
        self.analyses.finish(Duration::from_secs(1));
        self.loudness.finish(Duration::from_secs(1));
    }
}
