//! The search for missing test cases: asked for by the view, done beside the window, its outcome brought back.

use crate::layout::progress::Progress;
use crate::model::{Document, ProcessId};
use crate::sim::{Proposal, Proposed, Reason, Survey, Target, propose, usual_beginning};
use std::sync::Arc;

/// A search yet to be done. It may take long, so it can be handed to a thread.
#[derive(Clone, Debug)]
pub struct Search {
    pub(super) document: Arc<Document>,
    /// What is to be covered; `None`: whatever is not.
    pub(super) wanted: Option<Target>,
    pub(super) progress: Arc<Progress>,
}

impl PartialEq for Search {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.progress, &other.progress)
    }
}

/// What was found.
pub struct Found {
    /// The document for which it was searched.
    pub(super) document: Arc<Document>,
    /// What was to be covered.
    pub(super) wanted: Option<Target>,
    pub(super) cases: Vec<Proposed>,
    /// What stays open, with the reason.
    pub(super) open: Vec<(Target, Reason)>,
    /// For how many targets the effort did not suffice.
    pub(super) untried: usize,
    pub(super) progress: Arc<Progress>,
}

impl Search {
    /// Searches in each process for what its test cases do not cover.
    pub fn run(self) -> Found {
        let Self { document, wanted, progress } = self;
        let (mut cases, mut open, mut untried) = (Vec::new(), Vec::new(), 0);
        let is_drawn = |process: &ProcessId| document.nodes.values().any(|node| node.process == *process);
        let processes: Vec<_> = document.processes.keys().filter(is_drawn).collect();
        for (number, process) in processes.iter().enumerate() {
            let told = |share: f64| progress.tell((number as f64 + share) / processes.len() as f64);
            let survey = Survey::of(&document, *process);
            if wanted.as_ref().is_some_and(|wanted| survey.place(wanted).is_none()) {
                continue;
            }
            let before = survey.of_cases(&document, *process);
            let proposal = propose(&document, *process, usual_beginning(&document), &before, wanted.as_ref(), &told);
            if let Ok(Some(Proposal { cases: more, open: left, untried: missed, .. })) = proposal {
                cases.extend(more);
                open.extend(left);
                untried += missed;
            }
        }
        Found { document, wanted, cases, open, untried, progress }
    }
}
