//! The command that a gesture shows at the moment; hands it on only when it changed, so that a still hand costs nothing.

use super::HOLDER;
use crate::edit::Command;
use crate::view::Action;

/// The command that is shown.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    shown: Option<Command>,
}

impl Preview {
    /// Shows this command instead of the one before; `None` shows the committed document.
    pub fn show(&mut self, command: Option<Command>, actions: &mut Vec<Action>) {
        if self.shown == command {
            return;
        }
        match &command {
            Some(command) => actions.push(Action::Preview(HOLDER, command.clone())),
            None => actions.push(Action::Cancel),
        }
        self.shown = command;
    }

    /// Makes what is shown a step of the history.
    pub fn commit(&mut self, actions: &mut Vec<Action>) {
        if self.shown.take().is_some() {
            actions.push(Action::Commit);
        }
    }

    /// Forgets what is shown.
    pub fn cancel(&mut self, actions: &mut Vec<Action>) {
        if self.shown.take().is_some() {
            actions.push(Action::Cancel);
        }
    }
}
