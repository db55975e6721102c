//! What the toolkit tells the input method of X11 about the field: where the cursor is, and that no field has it any
//! more. Not here: the text itself (`typing`).

use egui::output::IMEOutput;
use egui::{Context, FullOutput, Plugin};

/// Seconds that a field which was left waits for an answer of the input method.
const ANSWER_SECS: f64 = 0.25;
/// Seconds that it waits for a moment without keys.
const QUIET_SECS: f64 = 1.0;

/// What is to be done after a pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    Nothing,
    /// Look again a little later.
    Wait,
    /// Ask the input method, to know when all keys have come back from it.
    Ask,
    /// It is switched off now.
    Off,
}

/// What the input method was told.
#[derive(Default)]
pub(super) struct Place {
    /// The place of the cursor; `None` while it is switched off.
    told: Option<IMEOutput>,
    /// Since when no field has the cursor, and when the input method was asked last, in egui's seconds.
    left: Option<(f64, f64)>,
}

/// What is known of the keys, in egui's seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Keys {
    pub(super) now: f64,
    /// When something of the keyboard arrived last.
    pub(super) last: f64,
    /// Whether nothing is on its way, because nobody types.
    pub(super) pause: bool,
    /// Whether the input method was asked and has not answered.
    pub(super) awaited: bool,
}

impl Place {
    /// Changes what the toolkit is about to tell. The place follows in a pause of typing: telling it waits for an
    /// answer, and libX11 hands out what came meanwhile in the wrong order. Off is told when all keys have come back:
    /// winit then destroys the context, and an input method that waits for a context which is gone keeps the next
    /// keys, and brings them when the next field is entered.
    pub(super) fn settle(&mut self, ime: &mut Option<IMEOutput>, keys: Keys) -> Then {
        let now = keys.now;
        let Some(told) = self.told else {
            self.told = *ime;
            return Then::Nothing;
        };
        if let Some(ime) = ime {
            self.left = None;
            if keys.pause {
                self.told = Some(*ime);
                return Then::Nothing;
            }
            ime.rect = told.rect;
            ime.cursor_rect = told.cursor_rect;
            return Then::Wait;
        }
        let (since, asked) = self.left.unwrap_or((now, f64::NEG_INFINITY));
        let waits = keys.awaited && now - asked < ANSWER_SECS;
        let typed = keys.last > asked && now - since < QUIET_SECS;
        if waits || typed {
            *ime = Some(told);
            if waits {
                return Then::Wait;
            }
            self.left = Some((since, now));
            return Then::Ask;
        }
        *self = Self::default();
        Then::Off
    }
}

/// Keeps the context of the input method when the cursor moves within a field or to another. The toolkit would switch
/// it off and on to interrupt a syllable; here the syllable has come before, and a new context begins in Latin.
#[derive(Debug)]
pub struct KeepContext;

impl Plugin for KeepContext {
    fn debug_name(&self) -> &'static str {
        "keep the context of the input method"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        if let Some(ime) = &mut output.platform_output.ime {
            ime.should_interrupt_composition = false;
        }
    }
}
