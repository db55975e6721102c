//! Putting the app together: threads, settings, language, library folder.

use eframe::CreationContext;
use i18n_embed::DesktopLanguageRequester;

use crate::app::RetakeApp;
use crate::app::analyses::Analyses;
use crate::app::arguments::Arguments;
use crate::app::clock::Clock;
use crate::app::disk::Disk;
use crate::app::events::Inbox;
use crate::app::export::Export;
use crate::app::loudness::Loudness;
use crate::app::peaks_worker::PeaksWorker;
use crate::app::shared_library::SharedLibrary;
use crate::app::sound::Sound;
use crate::app::typing::Typing;
use crate::app::{input_method, signals};
use crate::flow::setup::Setup;
use crate::flow::{Effect, Event, State};
use crate::i18n::{AllWords, WordsError};
use crate::library::layout::{self, Layout};
use crate::library::settings_file::{Place, SettingsFile};
use crate::library::{builtin, settings_file};
use crate::model::audio::AudioCommand;
use crate::model::fault::{Fault, FileFault};
use crate::model::language::Language;
use crate::model::rubric::Rubric;
use crate::model::settings::Settings;
use crate::ui::{Memory, theme};

/// Why the app cannot even begin.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The embedded words are damaged.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// The system gives no threads.
    #[error("no thread could be started: {0}")]
    Thread(#[from] std::io::Error),
    /// The system names no folder for documents, and none was given.
    #[error("no folder for the library was found; give one with --library")]
    NoFolder,
}

impl RetakeApp {
    /// Starts threads and asks for everything that has to be read. Returns before any of it is.
    pub fn new(creation: &CreationContext<'_>, arguments: &Arguments) -> Result<Self, StartError> {
        let ctx = &creation.egui_ctx;
        theme::install(ctx);
        let clock = Clock::start();
        let inbox = Inbox::new(ctx);
        let settings_place = match &arguments.library {
            Some(folder) => Some(Place::Library(Layout::new(folder))),
            None => layout::default_settings_path().map(Place::Program),
        };
        let (settings, mut faults) = match &settings_place {
            Some(place) => settings_file::load(&place.path()),
            None => Default::default(),
        };
        let system = system_language();
        let language = arguments.language.unwrap_or(system);
        let first_start = settings.is_none();
        let settings_file = settings_place.map(|place| SettingsFile::new(place, settings.clone()));
        let settings = settings.unwrap_or_else(|| Settings::of_first_start(language));
        let root = arguments
            .library
            .clone()
            .or_else(|| settings.library.clone())
            .or_else(layout::default_root)
            .ok_or(StartError::NoFolder)?;
        let rubric = builtin::rubric().unwrap_or_else(|found| {
            faults.extend(found);
            Rubric::default()
        });
        for fault in faults {
            report(&inbox, fault);
        }
        let shared = SharedLibrary::default();
        let disk = Disk::start(shared.clone(), inbox.sender(), settings_file)?;
        let peaks = PeaksWorker::start("retake-peaks", shared.clone(), inbox.sender())?;
        let samples = PeaksWorker::start("retake-samples", shared.clone(), inbox.sender())?;
        let analyses = Analyses::start(shared.clone(), inbox.sender())?;
        let loudness = Loudness::start(shared.clone(), inbox.sender())?;
        let sound = Sound::start(inbox.sender());
        let events = inbox.sender();
        let signalled = signals::listen(inbox.sender());
        let seed = arguments.seed.unwrap_or_else(|| clock.seed());
        let mut state = State::new(seed, rubric, system, settings, env!("CARGO_PKG_VERSION"));
        state.run_language = arguments.language;
        state.library.wanted = Some(root.clone());
        state.setup = first_start.then_some(Setup::Language);
        Ok(Self {
            state,
            words: AllWords::load()?,
            memory: Memory::default(),
            clock,
            inbox,
            shared,
            disk,
            peaks,
            samples,
            analyses,
            loudness,
            sound,
            reading: crate::app::tts::start(events),
            typing: Typing::new(input_method::of_window(creation)),
            least: crate::ui::theme::size::WINDOW_MIN,
            export: Export::default(),
            commands: Vec::new(),
            // The first picture comes first: reading a large library would take its processor.
            after_first_frame: vec![
                Effect::OpenLibrary(root),
                Effect::Audio(AudioCommand::ListDevices),
            ],
            drawn: false,
            cue_drawn: 0,
            may_close: false,
            focused: false,
            signalled,
        })
    }
}

fn report(inbox: &Inbox, fault: FileFault) {
    tracing::warn!(?fault);
    inbox.sender().send(Event::Trouble(Fault::File(fault)));
}

/// The first of the system's languages that the app speaks; English when there is none.
pub fn system_language() -> Language {
    DesktopLanguageRequester::requested_languages()
        .iter()
        .find_map(|language| Language::from_code(&language.to_string()))
        .unwrap_or(Language::English)
}
