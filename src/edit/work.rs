//! A command that takes long: done on another thread, and taken over if the document is still the same.

use super::draft::{Ground, outcome_of};
use super::{Command, Committed, Editor, Refusal};
use crate::layout::progress::Progress;
use crate::model::Document;
use std::sync::Arc;

/// A command yet to be done. It can be handed to a thread.
#[derive(Clone, Debug)]
pub struct Work {
    ground: Ground,
    command: Command,
    progress: Arc<Progress>,
}

/// What a command has made, not yet taken over.
#[derive(Clone, Debug)]
pub struct Done {
    before: Arc<Document>,
    after: Ground,
    committed: Committed,
}

impl Work {
    /// How far it is, and the means to cancel it.
    pub fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }

    /// Does the command.
    ///
    /// # Errors
    /// The reason why it cannot be done; [`Refusal::Cancelled`] if it was not wanted any more.
    pub fn run(self) -> Result<Done, Refusal> {
        let (document, committed) = outcome_of(&self.ground, &self.command, &self.progress)?;
        let (before, mut after) = (Arc::clone(self.ground.document()), self.ground);
        after.go_on(Arc::new(document));
        Ok(Done { before, after, committed })
    }
}

impl Editor {
    /// A command on the committed document, to be done elsewhere.
    pub fn work(&self, command: Command) -> Work {
        Work { ground: self.ground().clone(), command, progress: Arc::default() }
    }

    /// Takes over what was done elsewhere, as one step of the history. `None`, and nothing changes, if the document is not the
    /// one any more from which it was begun. A pending edit is committed first.
    pub fn take(&mut self, done: Done) -> Option<Committed> {
        self.commit();
        if !Arc::ptr_eq(&done.before, self.document()) {
            return None;
        }
        Some(self.adopt(done.after, done.committed))
    }
}
