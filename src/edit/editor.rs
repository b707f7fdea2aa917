//! The one place through which a document changes: committed state, pending edit, history.

use super::draft::{Ground, outcome};
use super::{Command, CommandName, History, Refusal};
use crate::layout::index::CanvasIndex;
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

/// A command that is shown but not yet a step of the history.
#[derive(Clone, Debug)]
struct Pending {
    holder: Holder,
    command: Command,
    document: Arc<Document>,
    committed: Committed,
}

/// Holds a document and changes it.
#[derive(Clone, Debug)]
pub struct Editor {
    committed: Ground,
    pending: Option<Pending>,
    history: History,
    revision: u64,
}

impl Editor {
    /// An editor of this document, with an empty history.
    pub fn new(document: Document) -> Self {
        Self::with_history(History::new(Arc::new(document)))
    }

    /// An editor of the document at the current place of a history, which goes on.
    pub fn with_history(history: History) -> Self {
        Self { committed: Ground::new(Arc::clone(history.current())), history, pending: None, revision: 0 }
    }

    /// The document as it was last committed.
    pub fn document(&self) -> &Arc<Document> {
        self.committed.document()
    }

    /// Where everything of the document lies as it was last committed. Made when first asked for, then kept up to date.
    pub fn index(&self) -> &CanvasIndex {
        self.committed.index()
    }

    /// The document as it is to be shown: with the pending edit, if there is one.
    pub fn shown(&self) -> &Arc<Document> {
        self.pending.as_ref().map_or(self.document(), |pending| &pending.document)
    }

    /// Counts up with every change of what is shown; equal numbers mean equal documents.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether a command would be taken; for enabling buttons and lighting targets.
    ///
    /// # Errors
    /// The reason why not.
    pub fn try_command(&self, command: &Command) -> Result<(), Refusal> {
        outcome(&self.committed, command).map(drop)
    }

    /// The committed document as a command would leave it; nothing changes and nothing is pending.
    ///
    /// # Errors
    /// The reason why it cannot be done.
    pub fn what_if(&self, command: &Command) -> Result<Document, Refusal> {
        outcome(&self.committed, command).map(|(document, _)| document)
    }

    /// Shows the effect of a command on the committed document without committing it.
    ///
    /// # Errors
    /// The reason why it cannot be done; the pending edit then stays as it was.
    pub fn preview(&mut self, by: Holder, command: Command) -> Result<(), Refusal> {
        match &self.pending {
            Some(pending) if pending.holder == by && pending.command == command => return Ok(()),
            Some(pending) if pending.holder != by => drop(self.commit()),
            _ => {}
        }
        let (document, committed) = outcome(&self.committed, &command)?;
        if document != **self.shown() {
            self.revision += 1;
        }
        self.pending = Some(Pending { holder: by, command, document: Arc::new(document), committed });
        Ok(())
    }

    /// Makes the pending edit a step of the history. `None` if there is none or it changes nothing.
    pub fn commit(&mut self) -> Option<Committed> {
        let pending = self.pending.take()?;
        if pending.document == *self.document() {
            return None;
        }
        self.committed.go_on(Arc::clone(&pending.document));
        self.history.push(pending.committed.name, pending.committed.about, pending.document);
        Some(pending.committed)
    }

    /// Forgets the pending edit.
    pub fn cancel(&mut self) {
        if let Some(pending) = self.pending.take()
            && pending.document != *self.document()
        {
            self.revision += 1;
        }
    }

    /// Who holds the pending edit.
    pub fn holder(&self) -> Option<Holder> {
        self.pending.as_ref().map(|pending| pending.holder)
    }

    /// Commits what is pending, then does a command as one step of the history. A command that changes
    /// nothing is taken, but leaves no step.
    ///
    /// # Errors
    /// The reason why it cannot be done; the document then stays as it was.
    pub fn apply(&mut self, command: Command) -> Result<Committed, Refusal> {
        self.commit();
        let (document, committed) = outcome(&self.committed, &command)?;
        if document != **self.document() {
            self.committed.go_on(Arc::new(document));
            self.note(&committed);
        }
        Ok(committed)
    }

    /// Makes a document the current one, as a step of the history if it differs.
    pub(super) fn adopt(&mut self, after: Ground, committed: Committed) -> Committed {
        if after.document() != self.document() {
            self.committed = after;
            self.note(&committed);
        }
        committed
    }

    /// Makes what was done a step of the history.
    fn note(&mut self, committed: &Committed) {
        self.revision += 1;
        self.history.push(committed.name, committed.about, Arc::clone(self.document()));
    }

    /// The committed document with its index.
    pub(super) fn ground(&self) -> &Ground {
        &self.committed
    }

    /// Goes one step back (a pending edit is forgotten instead). Tells what was undone.
    pub fn undo(&mut self) -> Option<CommandName> {
        if let Some(pending) = &self.pending {
            let name = pending.committed.name;
            self.cancel();
            return Some(name);
        }
        let target = self.history.position().checked_sub(1)?;
        let name = self.history.step(target)?.name;
        self.jump_to(target);
        Some(name)
    }

    /// Goes one step forward again; a pending edit is forgotten.
    pub fn redo(&mut self) -> Option<CommandName> {
        let position = self.history.position();
        let name = self.history.step(position)?.name;
        self.jump_to(position + 1);
        Some(name)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.pending.is_some() || self.history.position() > 0
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.position() < self.history.steps().len()
    }

    /// The steps taken so far and the place among them.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The history as it would be if the pending edit were committed now; what a recovery copy keeps.
    pub fn history_as_shown(&self) -> History {
        let mut history = self.history.clone();
        if let Some(Pending { document, committed, .. }) = self.pending.as_ref().filter(|pending| pending.document != *self.document()) {
            history.push(committed.name, committed.about, Arc::clone(document));
        }
        history
    }

    /// Goes to a position of the history: 0 is the start, the number of steps the newest state. A
    /// pending edit is forgotten. `false` if there is no such position.
    pub fn jump_to(&mut self, position: usize) -> bool {
        self.cancel();
        let Some(document) = self.history.go(position) else { return false };
        if document != *self.document() {
            self.revision += 1;
        }
        self.committed.go_on(document);
        true
    }
}
