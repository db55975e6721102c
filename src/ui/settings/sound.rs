//! Microphone and speaker.

use egui::{Pos2, Rect, Ui, Vec2};

use crate::flow::{Command, State};
use crate::i18n::{Words, particles};
use crate::model::language::Language;
use crate::model::sound::Device;
use crate::tr;
use crate::ui::Look;
use crate::ui::settings::parts::{Column, group};
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Choice;
use crate::ui::widgets::select;

/// A list of devices.
const SELECT: Vec2 = Vec2::new(280.0, size::BUTTON);

/// Draws the group.
pub fn show(
    ui: &mut Ui,
    look: &Look<'_>,
    state: &State,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let words = look.words;
    let refresh = tr!(words, "settings-devices-refresh");
    let at = Pos2::new(column.right() - size::STEP_3, column.y - 4.0);
    if Button::quiet(&refresh).small().right_at(ui, at).clicked() {
        out.push(Command::RefreshDevices);
    }
    let devices = state.devices.as_ref();
    group(
        ui,
        look,
        column,
        &tr!(words, "settings-sound"),
        |ui, rows| {
            let input = View {
                name: tr!(words, "settings-microphone"),
                none: tr!(words, "settings-no-microphone"),
                list: devices.map(|devices| devices.inputs.as_slice()),
                default: devices.and_then(|devices| devices.default_input.as_deref()),
                chosen: state.settings.input_device.as_deref(),
                used: devices
                    .and_then(|devices| devices.input(state.settings.input_device.as_deref())),
            };
            let caption = input.caption(|device| match words.language() {
                Language::Korean => tr!(
                    words,
                    "settings-microphone-gone",
                    device = particles::with_ro(device)
                ),
                Language::English => tr!(words, "settings-microphone-gone", device = device),
            });
            let at = rows.row(ui, &input.name, caption.as_deref(), SELECT);
            input.show(ui, words, at, Command::SetInput, out);

            let output = View {
                name: tr!(words, "settings-speaker"),
                none: tr!(words, "settings-no-speaker"),
                list: devices.map(|devices| devices.outputs.as_slice()),
                default: devices.and_then(|devices| devices.default_output.as_deref()),
                chosen: state.settings.output_device.as_deref(),
                used: devices
                    .and_then(|devices| devices.output(state.settings.output_device.as_deref())),
            };
            let caption = output.caption(|device| match words.language() {
                Language::Korean => tr!(
                    words,
                    "settings-speaker-gone",
                    device = particles::with_ro(device)
                ),
                Language::English => tr!(words, "settings-speaker-gone", device = device),
            });
            let at = rows.row(ui, &output.name, caption.as_deref(), SELECT);
            output.show(ui, words, at, Command::SetOutput, out);
        },
    );
}

/// One kind of device.
struct View<'a> {
    name: String,
    none: String,
    /// `None` while the system has not answered.
    list: Option<&'a [Device]>,
    default: Option<&'a str>,
    chosen: Option<&'a str>,
    used: Option<&'a Device>,
}

impl View<'_> {
    fn find(&self, id: Option<&str>) -> Option<&Device> {
        self.list?
            .iter()
            .find(|device| Some(device.id.as_str()) == id)
    }

    /// What is to be said under the name: no device at all, or the chosen one is away.
    fn caption(&self, gone: impl FnOnce(&str) -> String) -> Option<String> {
        let list = self.list?;
        if list.is_empty() {
            return Some(self.none.clone());
        }
        let away = self.chosen.is_some() && self.find(self.chosen).is_none();
        away.then(|| gone(self.used.map_or("", |device| device.name.as_str())))
    }

    fn show(
        &self,
        ui: &mut Ui,
        words: Words<'_>,
        at: Pos2,
        wish: fn(Option<String>) -> Command,
        out: &mut Vec<Command>,
    ) {
        let default = match self.find(self.default) {
            Some(device) => tr!(
                words,
                "settings-device-default-is",
                device = device.name.as_str()
            ),
            None => tr!(words, "settings-device-default"),
        };
        let shown = match (self.list, self.chosen) {
            (None, _) => tr!(words, "settings-devices-looking"),
            (Some(_), None) => default.clone(),
            (Some(_), Some(_)) => self.find(self.chosen).map_or_else(
                || tr!(words, "settings-device-gone"),
                |device| device.name.clone(),
            ),
        };
        let choices: Vec<Choice<Option<String>>> = std::iter::once(Choice {
            value: None,
            label: default,
            current: self.chosen.is_none(),
        })
        .chain(self.list.unwrap_or_default().iter().map(|device| Choice {
            value: Some(device.id.clone()),
            label: device.name.clone(),
            current: self.chosen == Some(device.id.as_str()),
        }))
        .collect();
        let rect = Rect::from_min_size(at, SELECT);
        if let Some(id) = select::show(ui, rect, &self.name, &shown, &choices) {
            out.push(wish(id));
        }
    }
}
