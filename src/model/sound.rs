//! Devices as people choose them.

/// A microphone or a speaker that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Stable id, such as `pulseaudio:mic`; this is what settings remember.
    pub id: String,
    /// Name for people.
    pub name: String,
}

/// What the system offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Devices {
    /// Microphones. Monitors of speakers and pseudo devices are left out.
    pub inputs: Vec<Device>,
    /// Speakers.
    pub outputs: Vec<Device>,
    /// Id of the system's default microphone, if it is among `inputs`.
    pub default_input: Option<String>,
    /// Id of the system's default speaker, if it is among `outputs`.
    pub default_output: Option<String>,
}

/// What of the channels of a microphone or a file is recorded and heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mix {
    /// The mean of all.
    #[default]
    Mean,
    /// One alone, counted from 0: the others are silent, or cancel it out.
    Channel(u16),
}

impl Device {
    /// Its name; among several of one name, with a number that stays while they do: by their ids.
    pub fn name_among(&self, all: &[Self]) -> String {
        let mut same: Vec<&str> = all
            .iter()
            .filter(|other| other.name == self.name)
            .map(|other| other.id.as_str())
            .collect();
        same.sort_unstable();
        let place = same.iter().position(|id| *id == self.id);
        match place {
            Some(place) if same.len() > 1 => format!("{} ({})", self.name, place + 1),
            _ => self.name.clone(),
        }
    }
}

/// How loud speech and room were, from the levels of stretches of 50 ms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// The level that nine in ten stretches exceed: the room. In dBFS, RMS, −120 to 0.
    pub noise_dbfs: f32,
    /// The level that one in ten stretches exceeds: the voice. In dBFS, RMS, −120 to 0.
    pub speech_dbfs: f32,
    /// Samples at full scale.
    pub clipped_frames: u64,
}

impl Levels {
    /// The same with at least so many samples at full scale: those that were seen before channels were
    /// mixed.
    #[must_use]
    pub fn at_least_clipped(self, frames: u64) -> Self {
        Self {
            clipped_frames: self.clipped_frames.max(frames),
            ..self
        }
    }
}

impl Devices {
    /// The microphone that a recording would use: the chosen one, else the default, else any.
    pub fn input(&self, chosen: Option<&str>) -> Option<&Device> {
        pick(&self.inputs, chosen, self.default_input.as_deref())
    }

    /// The speaker that playback would use.
    pub fn output(&self, chosen: Option<&str>) -> Option<&Device> {
        pick(&self.outputs, chosen, self.default_output.as_deref())
    }
}

fn pick<'a>(list: &'a [Device], chosen: Option<&str>, default: Option<&str>) -> Option<&'a Device> {
    let find = |id: Option<&str>| id.and_then(|id| list.iter().find(|device| device.id == id));
    find(chosen)
        .or_else(|| find(default))
        .or_else(|| list.first())
}
