//! Gateways: each way out can be taken, and it is clear when.

use super::{Aspect, Problem};
use crate::edit::{Command, Record};
use crate::model::{Document, Event, FlowIndex, FlowNode, NodeKind, SequenceFlow, Subject};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    let flows = FlowIndex::of(document);
    for node in document.nodes.values() {
        let outgoing: Vec<&SequenceFlow> = flows.outgoing(node.id).iter().filter_map(|flow| document.flows.get(*flow)).collect();
        match node.kind {
            NodeKind::ExclusiveGateway | NodeKind::InclusiveGateway => decides(node, &outgoing, found),
            NodeKind::ParallelGateway => takes_all(&outgoing, found),
            NodeKind::EventBasedGateway => waits(document, node, &outgoing, found),
            _ => conditional_step(&outgoing, found),
        }
        if node.kind.is_gateway() {
            shape(node, flows.incoming(node.id).len(), outgoing.len(), found);
        }
    }
}

fn decides(node: &FlowNode, outgoing: &[&SequenceFlow], found: &mut Vec<Problem>) {
    if outgoing.len() < 2 {
        return;
    }
    if node.name.trim().is_empty() {
        found.push(Problem::warning("check-gateway-name", Subject::Node(node.id)).about(Aspect::Name));
    }
    let bare: Vec<&&SequenceFlow> = outgoing.iter().filter(|flow| flow.condition.trim().is_empty() && !flow.is_default).collect();
    let has_default = outgoing.iter().any(|flow| flow.is_default);
    for flow in &bare {
        let problem = Problem::error("check-flow-condition", Subject::Flow(flow.id)).and(Subject::Node(node.id)).about(Aspect::Condition);
        let otherwise = Command::Put(Record::Flow(SequenceFlow { is_default: true, ..(**flow).clone() }));
        found.push(if has_default { problem } else { problem.mended_by("check-fix-default", otherwise) });
    }
    if !has_default && bare.is_empty() {
        found.push(Problem::warning("check-gateway-default", Subject::Node(node.id)));
    }
    for flow in outgoing.iter().filter(|flow| flow.is_default && !flow.condition.trim().is_empty()) {
        found.push(Problem::warning("check-default-condition", Subject::Flow(flow.id)).about(Aspect::Condition));
    }
}

fn takes_all(outgoing: &[&SequenceFlow], found: &mut Vec<Problem>) {
    for flow in outgoing.iter().filter(|flow| flow.is_default || !flow.condition.trim().is_empty()) {
        let plain = SequenceFlow { is_default: false, condition: String::new(), ..(*flow).clone() };
        let problem = Problem::warning("check-parallel-condition", Subject::Flow(flow.id)).about(Aspect::Condition);
        found.push(problem.mended_by("check-fix-clear-condition", Command::Put(Record::Flow(plain))));
    }
}

fn waits(document: &Document, node: &FlowNode, outgoing: &[&SequenceFlow], found: &mut Vec<Problem>) {
    if outgoing.len() < 2 {
        found.push(Problem::error("check-event-gateway-ways", Subject::Node(node.id)));
    }
    for flow in outgoing {
        let target = document.nodes.get(flow.to);
        let fits = |target: &FlowNode| match &target.kind {
            NodeKind::CatchEvent(event) => matches!(event, Event::Message(_) | Event::Timer(_) | Event::Signal(_) | Event::Conditional(_)),
            NodeKind::ReceiveTask { .. } => true,
            _ => false,
        };
        if target.is_some_and(|target| !fits(target)) {
            found.push(Problem::error("check-event-gateway-target", Subject::Node(flow.to)).and(Subject::Node(node.id)));
        }
    }
}

/// A step with conditions on its ways and none for the rest can get stuck (BPMN 2.0, 8.4.13).
fn conditional_step(outgoing: &[&SequenceFlow], found: &mut Vec<Problem>) {
    let conditional = outgoing.iter().filter(|flow| !flow.condition.trim().is_empty()).count();
    if let Some(first) = outgoing.first().filter(|_| conditional > 0 && conditional == outgoing.len()) {
        found.push(Problem::warning("check-step-default", Subject::Node(first.from)));
    }
}

fn shape(node: &FlowNode, incoming: usize, outgoing: usize, found: &mut Vec<Problem>) {
    let at = Subject::Node(node.id);
    if incoming == 1 && outgoing == 1 {
        found.push(Problem::hint("check-gateway-superfluous", at).mended_by("check-fix-remove", Command::Remove(vec![at])));
    }
    if incoming > 1 && outgoing > 1 {
        found.push(Problem::hint("check-gateway-join-and-split", at));
    }
}
