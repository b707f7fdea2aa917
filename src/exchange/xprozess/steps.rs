//! A flow for a message without model: its activity groups one after the other, by their numbers.

use super::super::naming::{Keys, short_key};
use super::message::Message;
use super::standard::text;
use crate::layout::auto::{Extent, lay_out};
use crate::layout::progress::Progress;
use crate::model::{Document, Event, FlowId, FlowNode, NodeId, NodeKind, Orientation, Process, Repetition, SequenceFlow, StepDetails};

/// More steps are not put one after the other: ids of activity groups have two digits.
const MOST_STEPS: usize = 1000;

/// The document with a main process of the steps of the message.
pub(super) fn document(base: Document, message: &Message<'_>) -> Document {
    let mut document = Document { processes: Default::default(), ..base };
    let name = message.process.or(message.class).map(|process| text(process, "name")).unwrap_or_default();
    document.main_process = document.new_id();
    let blank = Document::empty(&short_key(&name, "prozess"), &name);
    if let Some(process) = blank.main() {
        document.processes.insert(document.main_process, Process { id: document.main_process, ..process.clone() });
    }
    let mut groups: Vec<(String, String)> = message.groups().map(|group| (text(group, "id"), text(group, "name"))).collect();
    if groups.is_empty() || groups.len() > MOST_STEPS {
        return document;
    }
    groups.sort();
    let mut keys = Keys::default();
    let start = NodeKind::StartEvent { trigger: Event::None, is_interrupting: true };
    let mut last = node(&mut document, &mut keys, "start", "", start);
    for (_, name) in &groups {
        let step = node(&mut document, &mut keys, "schritt", name, NodeKind::SubProcess { is_event: false });
        connect(&mut document, last, step);
        last = step;
    }
    let end = node(&mut document, &mut keys, "ende", "", NodeKind::EndEvent(Event::None));
    connect(&mut document, last, end);
    if let Ok(plan) = lay_out(&document, &Extent::Everything, Some(Orientation::Vertical), &Progress::default()) {
        plan.shapes.iter().for_each(|(subject, shape)| document.diagram.shapes.insert(subject, shape.clone()));
        plan.edges.iter().for_each(|(subject, edge)| document.diagram.edges.insert(subject, edge.clone()));
    }
    document
}

fn node(document: &mut Document, keys: &mut Keys, otherwise: &str, name: &str, kind: NodeKind) -> NodeId {
    let id: NodeId = document.new_id();
    let key = keys.take(name, otherwise);
    let node = FlowNode {
        id,
        key,
        name: name.to_owned(),
        process: document.main_process,
        parent: None,
        lane: None,
        kind,
        repetition: Repetition::Once,
        details: StepDetails::default(),
    };
    document.nodes.insert(id, node);
    id
}

fn connect(document: &mut Document, from: NodeId, to: NodeId) {
    let id: FlowId = document.new_id();
    let key = format!("fluss{}", id.0);
    document.flows.insert(id, SequenceFlow { id, key, name: String::new(), from, to, condition: String::new(), is_default: false });
}
