//! The lists that microphone and speaker are chosen from; the settings and the sound check show the
//! same ones.

use egui::{Rect, Ui};

use crate::flow::{Command, State};
use crate::i18n::{Words, particles};
use crate::model::language::Language;
use crate::model::sound::Device;
use crate::tr;
use crate::ui::widgets::chip::Choice;
use crate::ui::widgets::select;

/// One kind of device.
pub struct DeviceChoice<'a> {
    /// What is chosen here.
    pub name: String,
    /// What is to be said about it: no device at all, or the chosen one is away.
    pub caption: Option<String>,
    /// `None` while the system has not answered.
    list: Option<&'a [Device]>,
    default: Option<&'a str>,
    chosen: Option<&'a str>,
    wish: fn(Option<String>) -> Command,
}

/// The microphones.
pub fn microphone<'a>(w: Words<'_>, state: &'a State) -> DeviceChoice<'a> {
    let devices = state.devices.as_ref();
    let chosen = state.settings.input_device.as_deref();
    let mut choice = DeviceChoice {
        name: tr!(w, "settings-microphone"),
        caption: None,
        list: devices.map(|devices| devices.inputs.as_slice()),
        default: devices.and_then(|devices| devices.default_input.as_deref()),
        chosen,
        wish: Command::SetInput,
    };
    let used = devices.and_then(|devices| devices.input(chosen));
    choice.caption = match choice.away(used) {
        Away::No => None,
        Away::All => Some(tr!(w, "settings-no-microphone")),
        Away::Chosen(device) => Some(match w.language() {
            Language::Korean => tr!(
                w,
                "settings-microphone-gone",
                device = particles::with_ro(device)
            ),
            Language::English => tr!(w, "settings-microphone-gone", device = device),
        }),
    };
    choice
}

/// The speakers.
pub fn speaker<'a>(w: Words<'_>, state: &'a State) -> DeviceChoice<'a> {
    let devices = state.devices.as_ref();
    let chosen = state.settings.output_device.as_deref();
    let mut choice = DeviceChoice {
        name: tr!(w, "settings-speaker"),
        caption: None,
        list: devices.map(|devices| devices.outputs.as_slice()),
        default: devices.and_then(|devices| devices.default_output.as_deref()),
        chosen,
        wish: Command::SetOutput,
    };
    let used = devices.and_then(|devices| devices.output(chosen));
    choice.caption = match choice.away(used) {
        Away::No => None,
        Away::All => Some(tr!(w, "settings-no-speaker")),
        Away::Chosen(device) => Some(match w.language() {
            Language::Korean => tr!(
                w,
                "settings-speaker-gone",
                device = particles::with_ro(device)
            ),
            Language::English => tr!(w, "settings-speaker-gone", device = device),
        }),
    };
    choice
}

enum Away<'a> {
    No,
    All,
    /// The chosen one; this one is used.
    Chosen(&'a str),
}

impl DeviceChoice<'_> {
    fn find(&self, id: Option<&str>) -> Option<&Device> {
        self.list?
            .iter()
            .find(|device| Some(device.id.as_str()) == id)
    }

    fn label(&self, device: &Device) -> String {
        device.name_among(self.list.unwrap_or_default())
    }

    fn away<'b>(&self, used: Option<&'b Device>) -> Away<'b> {
        match self.list {
            None => Away::No,
            Some([]) => Away::All,
            Some(_) if self.chosen.is_none() || self.find(self.chosen).is_some() => Away::No,
            Some(_) => Away::Chosen(used.map_or("", |device| device.name.as_str())),
        }
    }

    /// Places the list into a rectangle.
    pub fn show(&self, ui: &mut Ui, words: Words<'_>, rect: Rect, out: &mut Vec<Command>) {
        let default = match self.find(self.default) {
            Some(device) => tr!(
                words,
                "settings-device-default-is",
                device = self.label(device)
            ),
            None => tr!(words, "settings-device-default"),
        };
        let shown = match (self.list, self.chosen) {
            (None, _) => tr!(words, "settings-devices-looking"),
            (Some(_), None) => default.clone(),
            (Some(_), Some(_)) => self.find(self.chosen).map_or_else(
                || tr!(words, "settings-device-gone"),
                |device| self.label(device),
            ),
        };
        let choices: Vec<Choice<Option<String>>> = std::iter::once(Choice {
            value: None,
            label: default,
            current: self.chosen.is_none(),
        })
        .chain(self.list.unwrap_or_default().iter().map(|device| Choice {
            value: Some(device.id.clone()),
            label: self.label(device),
            current: self.chosen == Some(device.id.as_str()),
        }))
        .collect();
        if let Some(id) = select::show(ui, rect, &self.name, &shown, &choices) {
            out.push((self.wish)(id));
        }
    }
}
