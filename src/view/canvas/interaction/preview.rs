//! The command that a gesture shows at the moment; hands it on only when it changed, so that a still hand costs nothing.

use super::{Desk, HOLDER, Hint};
use crate::edit::{Command, Refusal};
use crate::i18n::Texts;
use crate::model::Subject;
use crate::view::Action;

/// The command that is shown.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    shown: Option<Command>,
    refusal: Option<Refusal>,
}

impl Preview {
    /// Learns in the next frame whether the editor took what is to be shown.
    pub fn listen(&mut self, desk: &Desk<'_>) {
        let refusal = desk.context.refusal.filter(|(holder, _)| *holder == HOLDER).map(|(_, refusal)| refusal);
        self.refusal = refusal.filter(|_| self.shown.is_some()).cloned();
    }

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
        self.refusal = None;
    }

    /// Makes what is shown a step of the history; what was refused leaves everything as it was.
    pub fn commit(&mut self, actions: &mut Vec<Action>) {
        let is_refused = self.refusal.take().is_some();
        if self.shown.take().is_some() {
            actions.push(if is_refused { Action::Cancel } else { Action::Commit });
        }
    }

    /// Forgets what is shown.
    pub fn cancel(&mut self, actions: &mut Vec<Action>) {
        self.refusal = None;
        if self.shown.take().is_some() {
            actions.push(Action::Cancel);
        }
    }

    /// Why letting go here would change nothing.
    pub fn hint(&self, texts: &Texts) -> Option<Hint> {
        self.refusal.as_ref().map(|refusal| Hint { text: texts.refusal(refusal), is_refusal: true })
    }

    /// Whether letting go here would change nothing.
    pub fn is_refused(&self) -> bool {
        self.refusal.is_some()
    }

    /// The element that stands in the way.
    pub fn obstacle(&self) -> Option<Subject> {
        match self.refusal {
            Some(Refusal::NoRoom(subject)) => Some(subject),
            _ => None,
        }
    }
}
