//! A sound system without sound, for tests: every device, buffer and failure is the test's choice.
//! It calls the very same callbacks as the real one. Not here: anything the app uses.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::audio::backend::{
    Backend, Build, Opened, StreamDeath, StreamFormat, StreamHandle, StreamHealth,
};
use crate::audio::capture::CaptureCallback;
use crate::audio::playback::PlaybackCallback;
use crate::audio::sample::DeviceSample;
use crate::model::fault::SoundFault;
use crate::model::sound::{Device, Devices};

/// What the fake system does when asked.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it lists.
    pub devices: Devices,
    /// What its microphones deliver.
    pub input: StreamFormat,
    /// What its speakers take.
    pub output: StreamFormat,
    /// Opening fails with this.
    pub open_fault: Option<SoundFault>,
    /// Starting an opened stream fails with this.
    pub play_fault: Option<SoundFault>,
    /// What never returns, until [`FakeBackend::let_go`].
    pub hangs: Vec<Step>,
}

/// What a sound system can be stuck in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Listing devices.
    List,
    /// Opening a stream.
    Open,
    /// Starting an opened stream.
    Play,
    /// Closing a stream.
    Close,
}

impl Default for Plan {
    fn default() -> Self {
        let device = |name: &str| Device {
            id: format!("fake:{name}"),
            name: name.to_owned(),
        };
        Self {
            devices: Devices {
                inputs: vec![device("mic"), device("headset")],
                outputs: vec![device("speaker")],
                default_input: Some("fake:mic".to_owned()),
                default_output: Some("fake:speaker".to_owned()),
            },
            input: StreamFormat {
                sample_rate_hz: 48_000,
                channels: 1,
            },
            output: StreamFormat {
                sample_rate_hz: 48_000,
                channels: 2,
            },
            open_fault: None,
            play_fault: None,
            hangs: Vec::new(),
        }
    }
}

/// A fake sound system. Clones are the same one.
#[derive(Clone, Default)]
pub struct FakeBackend {
    system: Arc<System>,
}

#[derive(Default)]
struct System {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    plan: Plan,
    mics: VecDeque<FakeMic>,
    speakers: VecDeque<FakeSpeaker>,
    closed_streams: usize,
    let_go: bool,
}

/// An open fake microphone, in the test's hands.
#[derive(Clone)]
pub struct FakeMic {
    callback: Arc<Mutex<CaptureCallback>>,
    health: Arc<StreamHealth>,
}

/// An open fake speaker, in the test's hands.
#[derive(Clone)]
pub struct FakeSpeaker {
    callback: Arc<Mutex<PlaybackCallback>>,
    health: Arc<StreamHealth>,
    format: StreamFormat,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl FakeMic {
    /// Delivers one buffer, on the caller's thread.
    pub fn feed<S: DeviceSample>(&self, interleaved: &[S]) {
        lock(&self.callback).on_input(interleaved);
    }

    /// Calls the error callback this many times.
    pub fn fail(&self, death: StreamDeath, times: u32) {
        for _ in 0..times {
            self.health.died(death);
        }
    }

    /// Reports an error that may or may not be the end.
    pub fn complain(&self) {
        self.health.complain();
    }

    /// Reports something that a stream survives.
    pub fn hiccup(&self) {
        self.health.hiccup();
    }
}

impl FakeSpeaker {
    /// Asks for frames with a latency of 10 ms and returns their first channel.
    pub fn hear(&self, frames: usize) -> Vec<f32> {
        let channels = usize::from(self.format.channels.max(1));
        let mut buffer = vec![0.0_f32; frames * channels];
        lock(&self.callback).on_output(&mut buffer, 0.01);
        buffer.into_iter().step_by(channels).collect()
    }

    /// Calls the error callback.
    pub fn fail(&self, death: StreamDeath) {
        self.health.died(death);
    }
}

impl FakeBackend {
    /// A system that does as planned.
    pub fn new(plan: Plan) -> Self {
        let backend = Self::default();
        backend.plan(|now| *now = plan);
        backend
    }

    pub fn plan(&self, change: impl FnOnce(&mut Plan)) {
        change(&mut lock(&self.system.state).plan);
        self.system.changed.notify_all();
    }

    /// The next microphone that is opened; `None` when none is within `limit`.
    pub fn microphone(&self, limit: Duration) -> Option<FakeMic> {
        self.wait(limit, |state| state.mics.pop_front())
    }

    /// The next speaker that is opened; `None` when none is within `limit`.
    pub fn speaker(&self, limit: Duration) -> Option<FakeSpeaker> {
        self.wait(limit, |state| state.speakers.pop_front())
    }

    /// Whether this many streams were closed, waiting for it no longer than `limit`.
    pub fn has_closed(&self, streams: usize, limit: Duration) -> bool {
        self.wait(limit, |state| {
            (state.closed_streams >= streams).then_some(())
        })
        .is_some()
    }

    /// Lets everything that hangs go on.
    pub fn let_go(&self) {
        lock(&self.system.state).let_go = true;
        self.system.changed.notify_all();
    }

    fn wait<T>(&self, limit: Duration, mut find: impl FnMut(&mut State) -> Option<T>) -> Option<T> {
        let mut found = None;
        let state = lock(&self.system.state);
        drop(
            self.system
                .changed
                .wait_timeout_while(state, limit, |state| {
                    found = find(state);
                    found.is_none()
                }),
        );
        found
    }
}

impl System {
    fn hang_in(&self, step: Step) {
        let state = lock(&self.state);
        drop(self.changed.wait_while(state, |state| {
            state.plan.hangs.contains(&step) && !state.let_go
        }));
    }

    fn open(
        &self,
        find: impl Fn(&Devices) -> Option<Device>,
    ) -> Result<(Device, Plan), SoundFault> {
        self.hang_in(Step::Open);
        let plan = lock(&self.state).plan.clone();
        if let Some(fault) = &plan.open_fault {
            return Err(fault.clone());
        }
        let device = find(&plan.devices).ok_or(SoundFault::NoMicrophone)?;
        Ok((device, plan))
    }
}

impl Backend for FakeBackend {
    fn devices(&self) -> Result<Devices, SoundFault> {
        self.system.hang_in(Step::List);
        Ok(lock(&self.system.state).plan.devices.clone())
    }

    fn open_input(
        &self,
        device: Option<&str>,
        health: &Arc<StreamHealth>,
        build: Build<'_, CaptureCallback>,
    ) -> Result<Opened, SoundFault> {
        let (device, plan) = self.system.open(|devices| devices.input(device).cloned())?;
        let mic = FakeMic {
            callback: Arc::new(Mutex::new(build(plan.input))),
            health: Arc::clone(health),
        };
        Ok(self.opened(device, plan.input, End::Mic(mic)))
    }

    fn open_output(
        &self,
        device: Option<&str>,
        health: &Arc<StreamHealth>,
        build: Build<'_, PlaybackCallback>,
    ) -> Result<Opened, SoundFault> {
        let (device, plan) = self
            .system
            .open(|devices| devices.output(device).cloned())
            .map_err(|fault| match fault {
                SoundFault::NoMicrophone => SoundFault::NoSpeaker,
                other => other,
            })?;
        let speaker = FakeSpeaker {
            callback: Arc::new(Mutex::new(build(plan.output))),
            health: Arc::clone(health),
            format: plan.output,
        };
        Ok(self.opened(device, plan.output, End::Speaker(speaker)))
    }
}

impl FakeBackend {
    fn opened(&self, device: Device, format: StreamFormat, end: End) -> Opened {
        let stream = Box::new(FakeStream {
            system: Arc::clone(&self.system),
            device: device.id.clone(),
            end: Mutex::new(Some(end)),
        });
        Opened {
            device,
            format,
            stream,
        }
    }
}

enum End {
    Mic(FakeMic),
    Speaker(FakeSpeaker),
}

struct FakeStream {
    system: Arc<System>,
    device: String,
    // Goes to the test when the stream is started: before that no system calls back.
    end: Mutex<Option<End>>,
}

impl StreamHandle for FakeStream {
    fn play(&self) -> Result<(), SoundFault> {
        let fault = {
            let mut state = lock(&self.system.state);
            match lock(&self.end).take() {
                Some(End::Mic(mic)) => state.mics.push_back(mic),
                Some(End::Speaker(speaker)) => state.speakers.push_back(speaker),
                None => {}
            }
            state.plan.play_fault.clone()
        };
        self.system.changed.notify_all();
        self.system.hang_in(Step::Play);
        fault.map_or(Ok(()), Err)
    }

    fn device_present(&self) -> bool {
        let state = lock(&self.system.state);
        let devices = &state.plan.devices;
        devices
            .inputs
            .iter()
            .chain(&devices.outputs)
            .any(|device| device.id == self.device)
    }
}

impl Drop for FakeStream {
    fn drop(&mut self) {
        self.system.hang_in(Step::Close);
        lock(&self.system.state).closed_streams += 1;
        self.system.changed.notify_all();
    }
}
