//! Connections: new ones, ends led elsewhere, and the healing of a gap.

use super::ways::Ways;
use crate::edit::draft::Draft;
use crate::edit::rules::{Connection, can_choose, connection, may_lead};
use crate::edit::{FlowEnd, Refusal};
use crate::model::{Association, AssociationId, Document, FlowId, MessageFlow, MessageFlowId, NodeId, SequenceFlow, Subject, free_key};
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

/// Takes a node out of the flow: its connections vanish but for those in `kept`. If one led out, all that led in
/// now lead to what stood behind; if one led in, all that led out now come from what stood before, if that can choose.
/// Where several led in and several out, nobody can say which belong together.
pub(super) fn heal(draft: &mut Draft, node: NodeId, kept: &BTreeSet<FlowId>) {
    let mut ways = Ways::of(&draft.document);
    heal_among(draft, &mut ways, node, kept);
}

/// As [`heal`], for one of several nodes.
pub(super) fn heal_among(draft: &mut Draft, ways: &mut Ways, node: NodeId, kept: &BTreeSet<FlowId>) {
    let own = |flow: &&SequenceFlow| !kept.contains(&flow.id);
    let incoming: Vec<SequenceFlow> = ways.incoming(&draft.document, node).into_iter().filter(own).cloned().collect();
    let outgoing: Vec<SequenceFlow> = ways.outgoing(&draft.document, node).into_iter().filter(own).cloned().collect();
    for flow in incoming.iter().chain(&outgoing) {
        draft.document.flows.remove(flow.id);
    }
    for bridge in bridges(&draft.document, incoming, outgoing) {
        let is_there = ways.outgoing(&draft.document, bridge.from).iter().any(|flow| flow.to == bridge.to);
        if !is_there && may_lead(&draft.document, bridge.from, bridge.to).is_ok() {
            ways.note(&bridge);
            draft.document.flows.insert(bridge.id, bridge);
        }
    }
}

/// The connections that remain, each with its new end.
fn bridges(document: &Document, incoming: Vec<SequenceFlow>, outgoing: Vec<SequenceFlow>) -> Vec<SequenceFlow> {
    match (incoming.as_slice(), outgoing.as_slice()) {
        (_, [behind]) => {
            let to = behind.to;
            incoming.into_iter().map(|flow| SequenceFlow { to, ..flow }).collect()
        }
        ([before], _) if is_plain(document, before) => {
            let from = before.from;
            outgoing.into_iter().map(|flow| SequenceFlow { from, ..flow }).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether others can come in its place without a loss: it says nothing itself, and its source may choose.
fn is_plain(document: &Document, flow: &SequenceFlow) -> bool {
    let source = document.nodes.get(flow.from);
    flow.name.is_empty() && flow.condition.is_empty() && !flow.is_default && source.is_some_and(|source| can_choose(&source.kind))
}
