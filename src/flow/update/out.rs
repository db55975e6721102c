//! What handling an input leaves behind.

use std::collections::VecDeque;

use crate::flow::command::Command;
use crate::flow::effect::Effect;

/// What is asked of the world, and what is handled right after the present input.
#[derive(Debug, Default)]
pub struct Out {
    pub effects: Vec<Effect>,
    pub next: VecDeque<Command>,
}

impl Out {
    pub fn push(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Handles a command after the present input, as if the person had asked for it then.
    pub fn then(&mut self, command: Command) {
        self.next.push_back(command);
    }
}
