//! All that the app knows. Changed by `update` only; read by `ui`.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::flow::check::Check;
use crate::flow::drill::Drill;
use crate::flow::interview::Interview;
pub use crate::flow::library::{
    CLOSE_PATIENCE, FIRST_RETRY, LAST_RETRY, Library, LibraryStatus, Saving,
};
use crate::flow::listening::{Analysis, ReviewMarkers};
use crate::flow::mending::Loudness;
pub use crate::flow::overlays::{Banner, Toast, ToastKind};
use crate::flow::place::Place;
pub use crate::flow::place::Screen;
pub use crate::flow::practice::{
    GoingOn, Interrupted, Mic, Phase, Practice, Recording, Then, Topics,
};
use crate::flow::reading::Aloud;
use crate::flow::review::Marking;
use crate::flow::review::comparison::Compare;
use crate::flow::review::wave_view::WaveView;
pub use crate::flow::review::{Playback, Review};
use crate::flow::setup::Setup;
use crate::flow::stories::Stories;
pub use crate::flow::timeline::{Exporting, Timeline};
use crate::flow::today::Today;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::SoundFault;
use crate::model::language::Language;
use crate::model::peaks::Peaks;
use crate::model::question::{FollowUp, PackTitle, Question, Subject};
use crate::model::role::Role;
use crate::model::rubric::Rubric;
use crate::model::settings::Settings;
use crate::model::sound::{Device, Devices};
use crate::model::speech::Speech;

#[derive(Clone, Debug)]
pub struct State {
    pub screen: Screen,
    /// Whether the first screen can still be chosen.
    pub home: Home,
    /// What a first start asks now; `None` once it is answered or skipped.
    pub setup: Option<Setup>,
    /// Whether the list of keys lies on top.
    pub keys_shown: bool,
    pub settings: Settings,
    /// Interface language of this run only, from the command line, until another is chosen.
    pub run_language: Option<Language>,
    /// Language of the system, for when settings name none.
    pub system_language: Language,
    pub library: Library,
    /// The packs, built-in ones first.
    pub packs: Vec<PackTitle>,
    /// All questions of all sound packs.
    pub questions: Vec<Question>,
    /// Follow-ups that fit any story.
    pub general_follow_ups: Vec<FollowUp>,
    /// Follow-ups that fit any explanation of how a thing works or is built.
    pub knowledge_follow_ups: Vec<FollowUp>,
    /// Roles with their weights, built-in ones first.
    pub roles: Vec<Role>,
    pub stories: Stories,
    pub rubric: Rubric,
    pub practice: Practice,
    pub today: Today,
    pub drill: Drill,
    /// The interview screen and the session under way.
    pub interview: Interview,
    /// The review screen; `None` until an attempt was opened.
    pub review: Option<Review>,
    /// The sound check, and the one that nobody sees.
    pub check: Check,
    pub aloud: Aloud,
    pub timeline: Timeline,
    pub playback: Playback,
    /// Devices, and whether they were asked for.
    pub devices: Option<Devices>,
    /// Space left at the library, in bytes.
    pub free_bytes: Option<u64>,
    pub banner: Option<Banner>,
    /// The faults that the banner covers, oldest first; one of them shows again when the banner's
    /// own fault is mended.
    pub covered: Vec<Banner>,
    /// A short word at the bottom, with or without undo.
    pub toast: Option<Toast>,
    /// Peaks that were loaded, by attempt; `None` while they are being loaded or cannot be.
    pub peaks: BTreeMap<AttemptId, Option<Arc<Peaks>>>,
    /// Why the peaks of some cannot be loaded: their sound cannot be read.
    pub unreadable: BTreeMap<AttemptId, SoundFault>,
    /// What was heard in takes, by attempt; `None` while it is on its way or cannot be had.
    pub speech: BTreeMap<AttemptId, Option<Arc<Speech>>>,
    pub analysis: Analysis,
    /// How many of the takes that the cache did not hold are done, and how many there are; `None`
    /// when none are.
    pub analysis_progress: Option<(usize, usize)>,
    pub loudness: Loudness,
    /// Where the person stands in listening to the attempt under review.
    pub listening: ReviewMarkers,
    pub marking: Marking,
    /// Which part of it is on show.
    pub wave: WaveView,
    /// The other answer that it is compared with; see `State::compared`.
    pub compare: Option<Compare>,
    pub exporting: Option<Exporting>,
    /// Whether the window is to close as soon as the take is safe.
    pub closing: bool,
    /// Version of the app, written into attempts.
    pub app_version: &'static str,
}

/// Whether the first screen can still be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// Nothing was asked for yet.
    Open,
    /// The person went somewhere.
    Left,
}

impl State {
    /// The state of a first frame: nothing read, nothing known. The same seed draws the same
    /// questions and cues.
    pub fn new(
        seed: u64,
        rubric: Rubric,
        system_language: Language,
        settings: Settings,
        app_version: &'static str,
    ) -> Self {
        Self {
            screen: Screen::Practice,
            home: Home::Open,
            setup: None,
            keys_shown: false,
            settings,
            run_language: None,
            system_language,
            library: Library::default(),
            packs: Vec::new(),
            questions: Vec::new(),
            general_follow_ups: Vec::new(),
            knowledge_follow_ups: Vec::new(),
            roles: Vec::new(),
            stories: Stories::default(),
            rubric,
            practice: Practice::new(seed),
            today: Today::default(),
            drill: Drill::default(),
            interview: Interview::default(),
            review: None,
            check: Check::default(),
            aloud: Aloud::default(),
            timeline: Timeline::default(),
            playback: Playback::default(),
            devices: None,
            free_bytes: None,
            banner: None,
            covered: Vec::new(),
            toast: None,
            peaks: BTreeMap::new(),
            unreadable: BTreeMap::new(),
            speech: BTreeMap::new(),
            analysis: Analysis::default(),
            analysis_progress: None,
            loudness: Loudness::new(),
            listening: ReviewMarkers::default(),
            marking: Marking::default(),
            wave: WaveView::default(),
            compare: None,
            exporting: None,
            closing: false,
            app_version,
        }
    }

    pub fn language(&self) -> Language {
        self.run_language
            .or(self.settings.language)
            .unwrap_or(self.system_language)
    }

    /// An answer, or a take that mends one.
    pub fn attempt(&self, id: &AttemptId) -> Option<&Arc<Attempt>> {
        let at = crate::model::timeline::position(&self.library.entries, id);
        let entry = at.and_then(|at| self.library.entries.get(at));
        entry
            .map(|entry| &entry.attempt)
            .or_else(|| self.library.mends.get(id))
    }

    pub fn reviewed(&self) -> Option<&Arc<Attempt>> {
        self.attempt(&self.review.as_ref()?.id)
    }

    /// The attempt that is heard, or was heard last.
    pub fn heard(&self) -> Option<&Arc<Attempt>> {
        self.attempt(self.playback.id.as_ref()?)
    }

    /// The running take, also while it waits for a microphone or is being closed.
    pub fn recording(&self) -> Option<&Recording> {
        match &self.practice.phase {
            Phase::Recording(recording)
            | Phase::Interrupted(Interrupted { recording, .. })
            | Phase::Finishing(recording) => Some(recording),
            Phase::Idle | Phase::Thinking { .. } | Phase::Arming(_) => None,
        }
    }

    /// The attempt that is being made, from the moment its microphone is asked for.
    pub fn attempt_in_hand(&self) -> Option<&Attempt> {
        match &self.practice.phase {
            Phase::Arming(attempt) => Some(attempt),
            _ => self.recording().map(|recording| &*recording.attempt),
        }
    }

    /// The take that waits for a microphone.
    pub fn interrupted(&self) -> Option<&Interrupted> {
        match &self.practice.phase {
            Phase::Interrupted(interrupted) => Some(interrupted),
            _ => None,
        }
    }

    /// The microphone that would be used now: the chosen one if it is there, else the system's
    /// default, else any.
    pub fn microphone(&self) -> Option<&Device> {
        let devices = self.devices.as_ref()?;
        devices.input(self.settings.input_device.as_deref())
    }

    /// Whether a take is being made: from the first key to the closed file.
    pub fn busy(&self) -> bool {
        !matches!(self.practice.phase, Phase::Idle)
    }

    /// The role that the person prepares for.
    pub fn role(&self) -> Option<&Role> {
        let id = self.settings.role.as_ref()?;
        self.roles.iter().find(|role| role.id == *id)
    }

    /// Attempts that answered a question itself and no follow-up of it, newest first.
    pub fn attempts_of<'a>(
        &'a self,
        question_id: &'a str,
    ) -> impl Iterator<Item = &'a Arc<Attempt>> {
        self.library
            .entries
            .iter()
            .map(|entry| &entry.attempt)
            .filter(move |attempt| attempt.question.id == question_id && attempt.link.is_none())
    }

    /// The tab that is shown; a review lies over the one that it was opened from.
    pub fn tab(&self) -> Screen {
        match (self.screen, &self.review) {
            (Screen::Review, Some(review)) => review.from,
            (Screen::Review, None) => Screen::Timeline,
            (screen, _) => screen,
        }
    }

    pub fn place(&self) -> Place {
        let tab = self.tab();
        Place::ALL
            .into_iter()
            .find(|place| place.tabs().contains(&tab))
            .unwrap_or(Place::Practice)
    }

    /// The tabs of the place that is shown. The drill has no tab for who knows no switches.
    pub fn tabs(&self) -> Vec<Screen> {
        let tab = self.tab();
        let hidden = |each: &Screen| {
            *each == Screen::Drill && tab != Screen::Drill && !self.knows_switches()
        };
        let tabs = self.place().tabs().iter().copied();
        tabs.filter(|each| !hidden(each)).collect()
    }

    /// The tab that lies this many steps from the one that is shown, around the ends.
    pub fn tab_after(&self, steps: i32) -> Screen {
        let tabs = self.tabs();
        let at = tabs.iter().position(|tab| *tab == self.tab()).unwrap_or(0);
        let around = tabs.iter().cycle();
        // A step back is as many steps on as there are other tabs.
        let on = steps.rem_euclid(i32::try_from(tabs.len()).unwrap_or(1)) as usize;
        around.copied().nth(at + on).unwrap_or(self.screen)
    }

    /// The topics that have questions, in the order in which they are offered.
    pub fn topics(&self) -> Vec<Subject> {
        let asked = |topic: &Subject| self.questions.iter().any(|it| it.subject == *topic);
        Subject::TOPICS.into_iter().filter(asked).collect()
    }

    /// Whether a topic is to be chosen now. Any question on the card ends that.
    pub fn picks_topic(&self) -> bool {
        self.practice.topics.is_some() && self.practice.question.is_none()
    }
}
