//! Connections: new ones, ends led elsewhere, and the healing of a gap.

use crate::edit::draft::Draft;
use crate::edit::keys::free_key;
use crate::edit::rules::{Connection, connection, sequence_flow};
use crate::edit::{FlowEnd, Refusal};
use crate::model::{Association, AssociationId, FlowId, MessageFlow, MessageFlowId, NodeId, SequenceFlow, Subject};
use std::collections::BTreeSet;

pub(super) fn connect(draft: &mut Draft, from: Subject, to: Subject) -> Result<(), Refusal> {
    match connection(&draft.document, from, to, None)? {
        Connection::Sequence { from, to } => drop(add_flow(draft, from, to)),
        Connection::Message => add_message_flow(draft, from, to),
        Connection::Association { is_directed } => add_association(draft, from, to, is_directed),
    }
    Ok(())
}

pub(super) fn add_flow(draft: &mut Draft, from: NodeId, to: NodeId) -> FlowId {
    let id: FlowId = draft.document.new_id();
    add_flow_as(draft, id, from, to);
    id
}

/// As [`add_flow`], with an identity that was taken before.
pub(super) fn add_flow_as(draft: &mut Draft, id: FlowId, from: NodeId, to: NodeId) {
    let key = free_key("", &format!("weg{}", id.0), |key| draft.document.flows.values().any(|flow| flow.key == key));
    let flow = SequenceFlow { id, key, name: String::new(), from, to, condition: String::new(), is_default: false };
    draft.document.flows.insert(id, flow);
    draft.created.push(Subject::Flow(id));
}

fn add_message_flow(draft: &mut Draft, from: Subject, to: Subject) {
    let id: MessageFlowId = draft.document.new_id();
    let key = free_key("", &format!("nachricht{}", id.0), |key| draft.document.message_flows.values().any(|flow| flow.key == key));
    draft.document.message_flows.insert(id, MessageFlow { id, key, name: String::new(), from, to });
    draft.created.push(Subject::MessageFlow(id));
}

pub(super) fn add_association(draft: &mut Draft, from: Subject, to: Subject, is_directed: bool) {
    let id: AssociationId = draft.document.new_id();
    draft.document.associations.insert(id, Association { id, from, to, is_directed });
    draft.created.push(Subject::Association(id));
}

pub(super) fn reconnect(draft: &mut Draft, connection: Subject, end: FlowEnd, to: Subject) -> Result<(), Refusal> {
    let document = &mut draft.document;
    match (connection, to) {
        (Subject::Flow(id), Subject::Node(node)) => {
            let flow = document.flows.get_mut(id).ok_or(Refusal::NotThere)?;
            *pick(end, &mut flow.from, &mut flow.to) = node;
        }
        (Subject::MessageFlow(id), _) => {
            let flow = document.message_flows.get_mut(id).ok_or(Refusal::NotThere)?;
            *pick(end, &mut flow.from, &mut flow.to) = to;
        }
        (Subject::Association(id), _) => {
            let association = document.associations.get_mut(id).ok_or(Refusal::NotThere)?;
            *pick(end, &mut association.from, &mut association.to) = to;
        }
        _ => return Err(Refusal::NotConnectable),
    }
    Ok(())
}

fn pick<T>(end: FlowEnd, source: T, target: T) -> T {
    match end {
        FlowEnd::Source => source,
        FlowEnd::Target => target,
    }
}

/// Takes a node out of the flow: its connections vanish but for those in `kept`; if exactly one led in
/// and one out, what stood before and behind it stays connected by the one that led in.
pub(super) fn heal(draft: &mut Draft, node: NodeId, kept: &BTreeSet<FlowId>) {
    let own = |flow: &&SequenceFlow| !kept.contains(&flow.id);
    let incoming: Vec<FlowId> = draft.document.incoming(node).filter(own).map(|flow| flow.id).collect();
    let outgoing: Vec<FlowId> = draft.document.outgoing(node).filter(own).map(|flow| flow.id).collect();
    let bridge = bridge(draft, &incoming, &outgoing);
    for flow in incoming.into_iter().chain(outgoing) {
        if bridge.is_none_or(|(kept, _)| kept != flow) {
            draft.document.flows.remove(flow);
        }
    }
    if let Some((flow, target)) = bridge
        && let Some(flow) = draft.document.flows.get_mut(flow)
    {
        flow.to = target;
    }
}

/// The connection that remains, and where it is to lead.
fn bridge(draft: &Draft, incoming: &[FlowId], outgoing: &[FlowId]) -> Option<(FlowId, NodeId)> {
    let ([before], [behind]) = (incoming, outgoing) else { return None };
    let source = draft.document.flows.get(*before)?.from;
    let target = draft.document.flows.get(*behind)?.to;
    sequence_flow(&draft.document, source, target, Some(*before)).ok()?;
    Some((*before, target))
}
