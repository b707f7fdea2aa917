//! What a command would make, shown pale before it is done. Nothing in the editor is pending meanwhile.

use super::interaction::Desk;
use crate::drawing::scene::{Item, newcomers};
use crate::edit::{Command, Refusal};

/// The elements that a command would make.
#[derive(Clone, Debug, Default)]
pub struct Ghost {
    asked: Option<(Command, u64)>,
    refusal: Option<Refusal>,
    items: Vec<Item>,
}

impl Ghost {
    /// Shows what this command would make; `None` shows nothing. Asks the editor only when the command is another one.
    pub fn show(&mut self, desk: &Desk<'_>, command: Option<Command>) {
        let asked = command.map(|command| (command, desk.context.editor.revision()));
        if self.asked == asked {
            return;
        }
        *self = Self::default();
        if let Some((command, _)) = &asked {
            match desk.context.editor.what_if(command) {
                Ok(document) => self.items = newcomers(&document, desk.plane(), desk.context.document.next_id),
                Err(refusal) => self.refusal = Some(refusal),
            }
        }
        self.asked = asked;
    }

    /// Shows nothing.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Why the command would be refused.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// What it would make.
    pub fn items(&self) -> &[Item] {
        &self.items
    }
}
