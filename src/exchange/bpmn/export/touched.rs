//! What of the document may be otherwise than in the kept file: only that is written out on both sides to be compared. All else is written by
//! its id alone, on both sides, and so stays as it is.

use super::super::super::lookup::Lookup;
use super::rewriting::{KeptFile, has_same_frame};
use super::writer::Writer;
use crate::model::{Document, FlowNode, NodeKind, Repetition, Subject, Table};

/// What may be written otherwise than the file has it.
#[derive(Clone, Default)]
pub(super) struct Touched<'a> {
    /// Elements, by their ids in the file.
    pub ids: Lookup<&'a str, ()>,
    /// Whether something in the picture is.
    pub picture: bool,
}

/// What may be otherwise: changed steps, connections and places, and what is written of others in their elements. `None`: everything, as where
/// lanes, pools and the like were changed, or sub-processes, in which others stand.
pub(super) fn touched<'a>(document: &'a Document, file: &KeptFile<'a>, writers: [&Writer<'_>; 2]) -> Option<Touched<'a>> {
    let fresh = file.fresh;
    if !has_same_frame(document, fresh) || !has_same_origins(document, file) {
        return None;
    }
    let touched = Touched { picture: document.diagram != fresh.diagram, ..Touched::default() };
    let mut touching = Touching { documents: [fresh, document], touched };
    for subject in changed(&document.nodes, &fresh.nodes).map(Subject::Node) {
        touching.shape(subject)?;
    }
    for subject in changed(&document.diagram.shapes, &fresh.diagram.shapes) {
        touching.shape(subject)?;
    }
    changed(&document.diagram.edges, &fresh.diagram.edges).for_each(|subject| touching.touch(subject));
    for flow in changed(&document.flows, &fresh.flows) {
        touching.touch(Subject::Flow(flow));
        for flow in [fresh, document].into_iter().filter_map(|document| document.flows.get(flow)) {
            [flow.from, flow.to].into_iter().for_each(|node| touching.touch(Subject::Node(node)));
        }
    }
    fresh.nodes.values().filter(|node| asks_elsewhere(node)).for_each(|node| touching.touch(Subject::Node(node.id)));
    // Where several nodes stand for one element, the course of a flow is not its own alone.
    for writer in writers {
        for node in writer.ids.all_beside() {
            touching.touch(Subject::Node(node));
            let flows = writer.flows.incoming(node).iter().chain(writer.flows.outgoing(node));
            flows.for_each(|flow| touching.touch(Subject::Flow(*flow)));
        }
    }
    Some(touching.touched)
}

struct Touching<'a> {
    documents: [&'a Document; 2],
    touched: Touched<'a>,
}

impl Touching<'_> {
    fn touch(&mut self, subject: Subject) {
        for origin in self.documents.iter().filter_map(|document| document.origins.get(subject)) {
            self.touched.ids.put(&origin.id, ());
        }
    }

    /// Touches what is no sub-process: with one, all that stands in it may have to be drawn elsewhere.
    fn shape(&mut self, subject: Subject) -> Option<()> {
        let mut nodes = self.documents.iter().filter_map(|document| document.nodes.get(subject.node()?));
        if nodes.any(|node| matches!(node.kind, NodeKind::SubProcess { .. })) {
            return None;
        }
        self.touch(subject);
        Some(())
    }
}

/// Whether what is in both documents came from the same elements.
fn has_same_origins(document: &Document, file: &KeptFile<'_>) -> bool {
    let fresh = file.fresh;
    let is_as_fresh = |subject| {
        let now = document.origins.get(subject).filter(|now| now.source == file.source);
        now.map(|now| &now.id) == fresh.origins.get(subject).filter(|was| was.source == file.fresh_source).map(|was| &was.id)
    };
    document.origins == fresh.origins
        || document.origins.keys().all(is_as_fresh) && fresh.origins.keys().all(|subject| is_as_fresh(subject) || !document.has(subject))
}

/// Whether what is written of a node depends on what stands elsewhere in the document.
fn asks_elsewhere(node: &FlowNode) -> bool {
    let details = &node.details;
    let is_repeated = matches!(node.repetition, Repetition::MultiInstance { .. });
    is_repeated || details.form.is_some() || !details.documents.is_empty() || matches!(node.kind, NodeKind::BusinessRuleTask(Some(_)))
}

/// What was put in, taken out or changed.
fn changed<'a, K: Ord + Copy, V: Clone + PartialEq>(now: &'a Table<K, V>, was: &'a Table<K, V>) -> impl Iterator<Item = K> {
    let differs = now.changed_since(was).filter(|(key, value)| was.get(*key) != Some(*value)).map(|(key, _)| key);
    differs.chain(now.removed_since(was))
}
