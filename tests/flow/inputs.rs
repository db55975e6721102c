//! Whatever a person may ask and the world may report, as strategies. Not here: what must hold after it.

use proptest::prelude::*;
use proptest::sample::select;
use retake::flow::mending::MendCommand;
use retake::flow::review::comparison::CompareCommand;
use retake::flow::review::{MarkCommand, MarkKey, TrimCommand};
use retake::flow::state::Screen;
use retake::flow::timeline::TrashCommand;
use retake::flow::today::TodayCommand;
use retake::flow::{Command, Event, Input};
use retake::model::audio::AudioEvent;
use retake::model::compare::{Align, Side};
use retake::model::drill::{RoundKind, SwitchStyle};
use retake::model::fault::{FileFault, SoundFault};
use retake::model::filter::Filter;
use retake::model::language::LanguagePlan;
use retake::model::mark::{FlagKind, MarkKind};
use retake::model::principle::Principle;
use retake::model::question::FollowUpKind;
use retake::model::session::shape::{Format, Shape};
use retake::model::settings::Reading;
use retake::model::sound::Devices;
use retake::model::sound_check::CheckEnd;
use retake::model::speech::Span;
use retake::model::star::StarPart;

use crate::chains;
use crate::rig::{self, *};

/// One step: an input that is known beforehand, or an answer to what was asked for.
#[derive(Clone, Debug)]
#[allow(
    clippy::large_enum_variant,
    reason = "a test makes a few hundred of them"
)]
pub enum Step {
    Send(Input),
    /// Answers the n-th open question of the app to the world, well or badly.
    Answer(usize, bool),
    Pass(f64),
}

/// Commands that say all by their name; recording is tried more often than the rest.
fn plain() -> Vec<Command> {
    use Command as C;
    vec![
        C::ToggleKeys,
        C::Escape,
        C::DismissBanner,
        C::Undo,
        C::NextQuestion,
        C::CyclePlan,
        C::ToggleQuestionLanguage,
        C::Record,
        C::Record,
        C::Record,
        C::StopRecording,
        C::ResumeRecording,
        C::ResumeRecording,
        C::StartOver,
        C::DiscardTake,
        C::CancelRecording,
        C::Flag,
        C::CueNow,
        C::ToggleStarHint,
        C::CloseReview,
        C::PlayPause,
        C::ToggleStar,
        C::Retake,
        C::Trash(TrashCommand::Toggle),
        C::Trash(TrashCommand::AskToEmpty),
        C::Trash(TrashCommand::RestoreSelected),
        C::Today(TodayCommand::StartNext),
        C::Today(TodayCommand::PutOffSelected),
        C::Today(TodayCommand::Tell),
        C::Today(TodayCommand::TellReviewed),
        C::Today(TodayCommand::EndTelling),
        C::FocusSearch,
        C::OpenSelected,
        C::PlaySelected,
        C::DeleteSelected,
        C::RefreshDevices,
        C::ChooseLibrary,
        C::RevealLibrary,
        C::TryAgain,
        C::CheckSpeak,
        C::CheckReplay,
        C::CheckTone,
        C::CycleSwitchStyle,
        C::EndRound,
        C::SkipRepeat,
        C::SetLadder(true),
        C::SetReading(Reading::Aloud),
        C::RepeatQuestion,
        C::ShowWords,
        C::AskFollowUp(None),
        C::AskFollowUp(Some(FollowUpKind::Depth)),
        C::InterruptMe,
        C::PickTopic,
        C::TogglePoint(1),
        C::NewStory,
        C::CaptureStory,
        C::NextLikelyStory,
        C::NewStoryOfAnswer,
        C::MoveStory(1),
        C::ForgetStory,
        // Sessions.
        C::StartSession,
        C::StartSession,
        C::PauseSession,
        C::SkipBreak,
        C::NextInterviewer,
        C::LeaveSession,
        C::Quit,
    ]
}

fn mending() -> impl Strategy<Value = Command> {
    let span = Span::new(0, 96_000);
    let wishes = vec![
        MendCommand::SayAgain,
        MendCommand::Open(span),
        MendCommand::HearFirst,
        MendCommand::Keep(None),
        MendCommand::HearAssembled,
        MendCommand::SaveAssembled,
    ];
    select(wishes).prop_map(Command::Mend)
}

const TRIMS: [TrimCommand; 4] = [
    TrimCommand::From,
    TrimCommand::To,
    TrimCommand::Loop,
    TrimCommand::Whole,
];

/// Marks at some places, also where none is.
fn marking() -> impl Strategy<Value = Command> {
    let kinds = [FlagKind::Free, FlagKind::Stuck].map(MarkKind::Flag);
    let keys = (0..3_u64, select(kinds.to_vec())).prop_map(|(at, kind)| MarkKey {
        frame: at * 48_000,
        kind,
    });
    let asked = keys.prop_flat_map(|key| {
        select(vec![
            MarkCommand::Here,
            MarkCommand::Step(1),
            MarkCommand::Step(-1),
            MarkCommand::Hear(key),
            MarkCommand::NextKind,
            MarkCommand::SetKind(key, FlagKind::Good),
            MarkCommand::MoveTo(key, 96_000),
            MarkCommand::MoveTo(key, u64::MAX),
            MarkCommand::Delete(key),
        ])
    });
    asked.prop_map(Command::Mark)
}

fn comparing() -> impl Strategy<Value = Command> {
    let asked = prop_oneof![
        select(vec![
            CompareCommand::Open,
            CompareCommand::With(attempt(9).id.clone()),
            CompareCommand::Close,
            CompareCommand::SwitchEar,
            CompareCommand::Hear(Side::Earlier),
            CompareCommand::Align(Align::Start),
            CompareCommand::Align(Align::Cue),
        ]),
        any::<u64>().prop_map(CompareCommand::SeekTo),
    ];
    asked.prop_map(Command::Compare)
}

fn commands() -> impl Strategy<Value = Command> {
    use Command as C;
    let id = select(vec![
        attempt(9).id.clone(),
        attempt(10).id.clone(),
        attempt(23).id.clone(),
    ]);
    let screens = vec![
        Screen::Practice,
        Screen::Today,
        Screen::Drill,
        Screen::Interview,
        Screen::Review,
        Screen::Timeline,
        Screen::Progress,
        Screen::Settings,
        Screen::Check,
    ];
    prop_oneof![
        6 => select(plain()),
        1 => select(screens).prop_map(C::GoTo),
        1 => select(vec![0, 10, 30]).prop_map(C::SetThinkSecs),
        1 => select(&LanguagePlan::ALL[..]).prop_map(C::SetPlan),
        1 => select(&SwitchStyle::ALL[..]).prop_map(C::SetSwitchStyle),
        1 => select(&StarPart::ALL[..]).prop_map(C::TapPart),
        1 => select(vec![RoundKind::Answers, RoundKind::Rescue]).prop_map(C::StartRound),
        1 => (1_u8..4, 1_u8..3, 0_u8..2).prop_map(session_shape),
        1 => any::<f32>().prop_map(C::SetCatchShare),
        2 => marking(),
        1 => select(TRIMS.to_vec()).prop_map(C::Trim),
        2 => mending(),
        1 => comparing(),
        1 => any::<u64>().prop_map(C::SeekTo),
        1 => any::<f64>().prop_map(C::SeekBy),
        1 => (any::<u64>(), any::<u64>()).prop_map(|(from, to)| C::ShowFrames(from..to)),
        1 => (0_u64..400_000, 0_u64..100_000).prop_map(|(from, len)| C::ShowFrames(from..from + len)),
        1 => (-1..=1).prop_map(C::StepPhrase),
        1 => Just(C::LoopPhrase),
        1 => Just(C::LoopCue),
        1 => any::<f64>().prop_map(C::MoveLoopStart),
        1 => any::<f64>().prop_map(C::MoveLoopEnd),
        1 => any::<f32>().prop_map(C::SetSpeed),
        1 => (-1..=1).prop_map(C::StepSpeed),
        1 => Just(C::ToggleSkipSilence),
        1 => any::<f32>().prop_map(C::SetVolume),
        1 => any::<Option<(u64, u64)>>().prop_map(|span| C::SetLoop(span.map(|(a, b)| Span::new(a, b)))),
        1 => any::<u8>().prop_map(C::RateCurrent),
        1 => any::<i32>().prop_map(C::MoveLine),
        1 => any::<i32>().prop_map(C::MoveSelection),
        1 => ".{0,4}".prop_map(C::SetNotes),
        1 => ".{0,2}".prop_map(C::SetQuery),
        1 => select(&Principle::ALL[..4]).prop_map(|it| C::SetPracticeFilter(Filter::Principle(it))),
        1 => prop::option::of(select(&Principle::ALL[..4])).prop_map(C::SetTimelinePrinciple),
        1 => id.clone().prop_map(C::OpenAttempt),
        1 => id.clone().prop_map(C::PlayRow),
        1 => id.clone().prop_map(C::Delete),
        1 => id.prop_map(|id| C::WantPeaks(vec![id])),
    ]
}

fn session_shape((interviewers, minutes, break_minutes): (u8, u8, u8)) -> Command {
    let format = Format::Custom;
    Command::SetSessionShape(Shape {
        format,
        interviewers,
        minutes,
        break_minutes,
    })
}

fn sound_faults() -> impl Strategy<Value = SoundFault> {
    select(vec![
        SoundFault::NoMicrophone,
        SoundFault::DeviceLost,
        SoundFault::NoSamples,
        SoundFault::OnlyZeros,
        SoundFault::DiskFull,
        SoundFault::DiskSlow,
        SoundFault::Suspended,
    ])
}

fn events() -> impl Strategy<Value = Event> {
    prop_oneof![
        2 => Just(began()),
        4 => (0.0..200.0, any::<f32>()).prop_map(|(secs, level)| heard(secs, level)),
        1 => sound_faults().prop_map(|fault| Event::Audio(AudioEvent::CaptureTrouble(fault))),
        3 => (sound_faults(), 0.0..200.0).prop_map(|(fault, secs)| interrupted(fault, secs)),
        1 => Just(Event::Audio(AudioEvent::CaptureResumed { device: microphone() })),
        1 => Just(rig::listed(&[microphone(), built_in()])),
        2 => (0.0..200.0, prop::option::of(sound_faults()))
            .prop_map(|(secs, fault)| Event::Audio(AudioEvent::CaptureFinished(end(secs, fault)))),
        1 => Just(Event::Audio(AudioEvent::CaptureFinished(end(0.0, None)))),
        1 => any::<u64>().prop_map(|frame| Event::CueShown { frame }),
        1 => (0_u32..9, any::<u64>()).prop_map(|(id, frame)| Event::Audio(AudioEvent::PlaybackAt {
            id,
            frame,
            playing: frame % 2 == 0,
        })),
        1 => (0_u32..9).prop_map(|id| Event::Audio(AudioEvent::PlaybackEnded { id })),
        1 => (0_u32..9, prop::option::of(sound_faults()), 0_u64..2).prop_map(checked),
        1 => (0_u32..9).prop_map(|id| Event::Audio(AudioEvent::CheckPlayed { id, fault: None })),
        1 => Just(packs()),
        1 => Just(chains::pack()),
        1 => Just(chains::general()),
        1 => Just(opened("/lib")),
        1 => Just(scanned(vec![attempt(9), attempt(10), attempt(11)])),
        1 => Just(Event::Audio(AudioEvent::Devices(Devices::default()))),
        1 => Just(Event::CloseRequested),
        1 => Just(Event::LibraryFailed(FileFault::LibraryReadOnly("/lib".into()))),
    ]
}

fn checked((id, fault, frames): (u32, Option<SoundFault>, u64)) -> Event {
    let mut end = CheckEnd {
        fault,
        ..CheckEnd::default()
    };
    end.heard.frames = frames;
    Event::Audio(AudioEvent::CheckDone { id, end })
}

pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        5 => commands().prop_map(|command| Step::Send(command.into())),
        3 => events().prop_map(|event| Step::Send(event.into())),
        4 => (0_usize..4, prop::bool::weighted(0.8)).prop_map(|(n, well)| Step::Answer(n, well)),
        1 => (0.0..40.0).prop_map(Step::Pass),
    ];
    prop::collection::vec(step, 0..120)
}
