//! Any order of inputs, also ones that make no sense: no panic, always a way back to idle, and no
//! attempt lost except by deleting it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use retake::flow::state::{Interrupted, Phase, Screen};
use retake::flow::task::Task;
use retake::flow::{Command, Effect, Event, Input};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::AudioEvent;
use retake::model::mark::MarkKind;
use retake::model::session::record::Status;

use crate::inputs::{Step, steps};
use crate::rig::*;
use crate::world::answer;

struct Run {
    rig: Rig,
    open: Vec<Effect>,
    /// Attempts that must be listed.
    owed: BTreeSet<AttemptId>,
    /// Whether the window was told to close.
    closed: bool,
}

impl Run {
    fn new() -> Self {
        let owed = [attempt(9), attempt(10), attempt(11)];
        Self {
            rig: Rig::with(owed.to_vec()),
            open: vec![],
            owed: owed.iter().map(|attempt| attempt.id.clone()).collect(),
            closed: false,
        }
    }

    fn send(&mut self, input: Input) {
        let deletes = match &input {
            Input::Command(Command::Delete(id)) => Some(id.clone()),
            Input::Command(Command::DeleteSelected) => self.rig.state.timeline.selected.clone(),
            _ => None,
        };
        self.owed.extend(self.listed());
        // Said once is owed for ever, also when the microphone was lost on the way.
        if let (
            Input::Event(Event::Audio(AudioEvent::CaptureFinished(end))),
            Phase::Recording(recording) | Phase::Interrupted(Interrupted { recording, .. }),
        ) = (&input, &self.rig.state.practice.phase)
            && end.frames > 0
        {
            self.owed.insert(recording.attempt.id.clone());
        }
        let waiting = self
            .rig
            .state
            .interrupted()
            .map(|w| w.recording.attempt.id.clone());
        if let Some(id) = deletes {
            self.owed.remove(&id);
        }
        let finished = matches!(
            &input,
            Input::Event(Event::Audio(AudioEvent::CaptureFinished(_)))
        );
        let effects = self.rig.send(input);
        assert!(effects.len() <= 12, "a storm: {effects:?}");
        let now = self.rig.state.recording().map(|r| r.attempt.id.clone());
        assert!(
            waiting.is_none() || waiting == now || finished,
            "a waiting take is left only when closed"
        );
        self.closed |= effects.contains(&Effect::CloseWindow);
        self.open.extend(effects);
        self.check();
    }

    fn listed(&self) -> Vec<AttemptId> {
        let entries = self.rig.state.library.entries.iter();
        entries
            .map(|entry: &retake::model::timeline::Entry| entry.attempt.id.clone())
            .collect()
    }

    fn check(&self) {
        let state = &self.rig.state;
        let listed = self.listed();
        assert!(
            listed.is_sorted_by(|a, b| a > b),
            "newest first, none twice"
        );
        for id in &self.owed {
            assert!(listed.contains(id), "{id} is lost");
        }
        let chooses = state.interrupted().is_some() && state.screen == Screen::Settings;
        assert!(!state.busy() || state.screen == Screen::Practice || chooses);
        let tells = state.recording().is_some_and(|r| r.cue_ordered.is_some());
        assert!(!tells || matches!(state.practice.phase, Phase::Recording(_)));
        assert!(
            !state.busy() || !state.playback.playing,
            "the microphone would hear it"
        );
        assert!(
            !state.busy() || state.aloud.reading.is_none(),
            "the microphone would hear the interviewer"
        );
        assert!(state.screen != Screen::Review || state.reviewed().is_some());
        assert_eq!(
            state.banner.as_ref().map_or(0, |b| b.more),
            state.covered.len()
        );
        let cues = |attempt: &Attempt| {
            attempt
                .marks
                .iter()
                .filter(|m| matches!(m.kind, MarkKind::Cue { .. }))
                .count()
        };
        if let Some(round) = state.practice.task.round() {
            assert!((1..=round.of).contains(&round.number), "{round:?}");
        }
        if let Some(session) = state.asking() {
            assert!(
                state.screen == Screen::Practice || chooses,
                "who asks is seen"
            );
            assert!(session.pending().is_some(), "something is asked");
            let asks = matches!(state.practice.task, Task::Session { .. });
            assert!(asks, "one thing at a time");
        }
        let runs = |session: &&_| -> bool {
            let session: &retake::model::session::record::Session = session;
            session.status == Status::Running
        };
        let running = state.interview.sessions.iter().map(|it| &**it).filter(runs);
        assert!(running.count() <= 1, "one interview at a time");
        let attempts = state.library.entries.iter().map(|entry| &entry.attempt);
        assert!(
            attempts
                .chain(state.recording().map(|r| &r.attempt))
                .all(|a| cues(a) <= 1)
        );
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Send(input) => self.send(input),
            Step::Pass(secs) => {
                self.rig.now += std::time::Duration::from_secs_f64(secs);
                self.send(Input::Tick);
            }
            Step::Answer(n, well) => {
                self.open
                    .retain(|effect| answer(effect.clone(), true).is_some());
                if n < self.open.len() {
                    let event = answer(self.open.remove(n), well).unwrap();
                    self.send(event.into());
                }
            }
        }
    }

    /// What a person and an honest world do to get back to the start.
    fn go_home(&mut self) {
        for _ in 0..4 {
            match &self.rig.state.practice.phase {
                Phase::Idle => return,
                Phase::Thinking { .. } | Phase::Arming(_) => {
                    self.send(Command::CancelRecording.into());
                }
                Phase::Recording(_) | Phase::Interrupted(_) => {
                    self.send(Command::StopRecording.into());
                }
                Phase::Finishing(_) => {
                    self.send(Event::Audio(AudioEvent::CaptureFinished(end(9.0, None))).into());
                }
            }
        }
        panic!("no way back from {:?}", self.rig.state.practice.phase);
    }

    /// Lets the world say yes to all that is still open.
    fn settle(&mut self) {
        while let Some(effect) = self.open.pop() {
            if let Some(event) = answer(effect, true) {
                self.send(event.into());
            }
        }
    }
}

proptest! {
    #[test]
    fn any_order_of_inputs_leaves_a_sound_state(steps in steps()) {
        let mut run = Run::new();
        for step in steps {
            run.step(step);
        }
        run.go_home();
        prop_assert!(run.rig.idle());
        run.settle();
        prop_assert_eq!(run.closed, run.rig.state.closing, "who asks to leave can leave");
    }
}
