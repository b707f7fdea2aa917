//! The one place through which a document changes: committed state, pending edit, history.

use super::{Command, CommandName, Refusal};
use crate::model::{Document, Subject};
use std::sync::Arc;

/// Who holds the pending edit; a preview by another holder commits the standing one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Holder(pub u64);

/// What a commit did.
#[derive(Clone, Debug, PartialEq)]
pub struct Committed {
    /// What the history calls it.
    pub name: CommandName,
    /// What it is about, for the history's text.
    pub about: Option<Subject>,
    /// Elements that were made, in the order of the command.
    pub created: Vec<Subject>,
}

/// Holds a document and changes it.
#[derive(Clone, Debug)]
pub struct Editor {
    committed: Arc<Document>,
}

impl Editor {
    /// An editor of this document, with an empty history.
    pub fn new(document: Document) -> Self {
        Self { committed: Arc::new(document) }
    }

    /// The document as it was last committed.
    pub fn document(&self) -> &Arc<Document> {
        &self.committed
    }

    /// The document as it is to be shown: with the pending edit, if there is one.
    pub fn shown(&self) -> &Arc<Document> {
        &self.committed
    }

    /// Counts up with every change of what is shown; equal numbers mean equal documents.
    pub fn revision(&self) -> u64 {
        0
    }

    /// Whether a command would be taken; for enabling buttons and lighting targets.
    ///
    /// # Errors
    /// The reason why not.
    pub fn try_command(&self, _command: &Command) -> Result<(), Refusal> {
        Ok(())
    }

    /// Shows the effect of a command on the committed document without committing it.
    ///
    /// # Errors
    /// The reason why it cannot be done; the pending edit then stays as it was.
    pub fn preview(&mut self, _by: Holder, _command: Command) -> Result<(), Refusal> {
        Ok(())
    }

    /// Makes the pending edit a step of the history. `None` if there is none or it changes nothing.
    pub fn commit(&mut self) -> Option<Committed> {
        None
    }

    /// Forgets the pending edit.
    pub fn cancel(&mut self) {}

    /// Commits what is pending, then does a command as one step of the history.
    ///
    /// # Errors
    /// The reason why it cannot be done; the document then stays as it was.
    pub fn apply(&mut self, _command: Command) -> Result<Committed, Refusal> {
        Err(Refusal::NotThere)
    }

    /// Goes one step back (a pending edit is forgotten instead). Tells what was undone.
    pub fn undo(&mut self) -> Option<CommandName> {
        None
    }

    /// Goes one step forward again.
    pub fn redo(&mut self) -> Option<CommandName> {
        None
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        false
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        false
    }
}
