//! From a command to the next document: rules, then the change, then what follows from it.

use super::{Command, Committed, Refusal, apply, naming, rules, upkeep};
use crate::layout::index::CanvasIndex;
use crate::layout::progress::Progress;
use crate::model::{Bounds, Document, NodeId, Shape, Subject};
use std::sync::{Arc, OnceLock};

/// The share of a command that is done when the document is changed, and when all that follows is done too.
const CHANGED: f64 = 0.3;
const FOLLOWED: f64 = 0.8;

/// A document from which commands start, with its spatial index, which is made when it is first asked for.
#[derive(Clone, Debug)]
pub(super) struct Ground {
    document: Arc<Document>,
    index: Arc<OnceLock<CanvasIndex>>,
}

impl Ground {
    pub fn new(document: Arc<Document>) -> Self {
        Self { document, index: Arc::default() }
    }

    /// Goes on to the document after a change; an index that was made goes along.
    pub fn go_on(&mut self, document: Arc<Document>) {
        let before = std::mem::replace(&mut self.document, document);
        // Copied only if a command is just being worked on elsewhere.
        let index = Arc::unwrap_or_clone(std::mem::take(&mut self.index)).into_inner();
        let index = index.map(|index| index.followed(&before, &self.document));
        self.index = Arc::new(index.map(OnceLock::from).unwrap_or_default());
    }

    /// The document.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// Where everything of it is drawn.
    pub fn index(&self) -> &CanvasIndex {
        self.index.get_or_init(|| CanvasIndex::of(&self.document))
    }
}

/// A document while a command changes it.
pub(super) struct Draft {
    /// The document as changed so far.
    pub document: Document,
    /// Elements that were made so far.
    pub created: Vec<Subject>,
    /// The closed sub-process on whose canvas new elements are put; `None`: the canvas of the process.
    pub plane: Option<NodeId>,
    /// Whether moved nodes stay in their sub-process and pool wherever they now lie.
    pub keeps_scopes: bool,
    /// Where long changes tell how far they are.
    pub progress: Arc<Progress>,
}

impl Draft {
    /// Where a shape stands.
    pub fn bounds(&self, subject: Subject) -> Option<Bounds> {
        self.document.diagram.shapes.get(subject).map(|shape| shape.bounds)
    }

    /// Where a node stands.
    pub fn node_bounds(&self, node: NodeId) -> Option<Bounds> {
        self.bounds(Subject::Node(node))
    }

    /// Puts a shape there; makes it if it has none.
    pub fn set_bounds(&mut self, subject: Subject, bounds: Bounds) {
        match self.document.diagram.shapes.get(subject) {
            Some(shape) if shape.bounds == bounds => {}
            Some(_) => {
                if let Some(shape) = self.document.diagram.shapes.get_mut(subject) {
                    shape.bounds = bounds;
                }
            }
            None => self.document.diagram.shapes.insert(subject, Shape::at(bounds)),
        }
    }
}

/// What a command makes of a document.
pub(super) fn outcome(ground: &Ground, command: &Command) -> Result<(Document, Committed), Refusal> {
    outcome_of(ground, command, &Arc::default())
}

/// As [`outcome`], telling how far it is.
pub(super) fn outcome_of(ground: &Ground, command: &Command, progress: &Arc<Progress>) -> Result<(Document, Committed), Refusal> {
    let before: &Document = ground.document();
    let progress = Arc::clone(progress);
    let mut draft = Draft { document: before.clone(), created: Vec::new(), plane: None, keeps_scopes: false, progress };
    run(&mut draft, command)?;
    wanted(&draft, CHANGED)?;
    upkeep::follow(ground, &mut draft);
    wanted(&draft, FOLLOWED)?;
    rules::outcome(before, &draft.document)?;
    prove(before, &draft.document, command);
    let about = naming::about(command, &draft.created);
    Ok((draft.document, Committed { name: naming::name(before, command), about, created: draft.created }))
}

/// Says how much is done; stops what was cancelled.
fn wanted(draft: &Draft, share: f64) -> Result<(), Refusal> {
    if draft.progress.tell(share) { Ok(()) } else { Err(Refusal::Cancelled) }
}

fn run(draft: &mut Draft, command: &Command) -> Result<(), Refusal> {
    if let Command::Batch { commands, .. } = command {
        return commands.iter().try_for_each(|command| run(draft, command));
    }
    rules::may(&draft.document, command)?;
    apply::apply(draft, command)
}

/// Large documents are left out: the proof is slower than the change.
#[cfg(debug_assertions)]
fn prove(before: &Document, after: &Document, command: &Command) {
    use crate::model::{undrawn, violations};
    if after.nodes.len() < 2_000 && violations(before).is_empty() {
        debug_assert_eq!(violations(after), Vec::new(), "after {command:?}");
        if undrawn(before).is_empty() {
            debug_assert_eq!(undrawn(after), Vec::new(), "after {command:?}");
        }
    }
}

#[cfg(not(debug_assertions))]
fn prove(_before: &Document, _after: &Document, _command: &Command) {}
