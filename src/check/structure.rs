//! The flow as a graph: it begins, it ends, and everything in it lies between.

use super::Problem;
use crate::edit::{Command, FlowCommand};
use crate::model::{Document, Event, FlowIndex, FlowNode, NodeId, NodeKind, ProcessId, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// A process or a sub-process: nodes that are connected among themselves.
type Scope = (ProcessId, Option<NodeId>);

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    let flows = FlowIndex::of(document);
    let mut scopes: BTreeMap<Scope, Vec<&FlowNode>> = BTreeMap::new();
    for process in document.processes.keys() {
        scopes.entry((process, None)).or_default();
    }
    for node in document.nodes.values() {
        scopes.entry((node.process, node.parent)).or_default().push(node);
        if matches!(node.kind, NodeKind::SubProcess { .. }) {
            scopes.entry((node.process, Some(node.id))).or_default();
        }
    }
    for (scope, nodes) in &scopes {
        begins_and_ends(document, *scope, nodes, found);
        reachable(document, nodes, &flows, found);
    }
}

fn begins_and_ends(document: &Document, (process, parent): Scope, nodes: &[&FlowNode], found: &mut Vec<Problem>) {
    let at = parent.map_or(Subject::Process(process), Subject::Node);
    if nodes.is_empty() {
        if parent.and_then(|step| document.nodes.get(step)).is_some_and(is_activity_group) {
            return;
        }
        let is_called = process != document.main_process;
        let problem = if parent.is_some() || is_called { "check-empty-scope" } else { "check-empty" };
        found.push(Problem::error(problem, at));
        return;
    }
    let starts: Vec<_> = nodes.iter().filter(|node| matches!(node.kind, NodeKind::StartEvent { .. })).collect();
    if starts.is_empty() {
        found.push(Problem::error("check-no-start", at));
    }
    let mut plain = starts.iter().filter(|node| node.kind.event() == Some(&Event::None));
    if let (Some(first), Some(second)) = (plain.next(), plain.next()) {
        found.push(Problem::warning("check-several-starts", Subject::Node(second.id)).and(Subject::Node(first.id)));
    }
    if !nodes.iter().any(|node| matches!(node.kind, NodeKind::EndEvent(_))) {
        found.push(Problem::error("check-no-end", at));
    }
}

/// FIM describes a step as a whole: a closed sub-process with nothing in it.
fn is_activity_group(step: &FlowNode) -> bool {
    step.details.fim.as_ref().is_some_and(|fim| fim.activity_group.is_some())
}

/// What must lie on a way from a start to an end. Event sub-processes and boundary events start by themselves.
fn reachable(document: &Document, nodes: &[&FlowNode], flows: &FlowIndex, found: &mut Vec<Problem>) {
    let targets =
        |node: NodeId| flows.outgoing(node).iter().filter_map(|flow| document.flows.get(*flow)).map(|flow| flow.to).collect::<Vec<_>>();
    let sources =
        |node: NodeId| flows.incoming(node).iter().filter_map(|flow| document.flows.get(*flow)).map(|flow| flow.from).collect::<Vec<_>>();
    let jumps = link_targets(nodes);
    let begins = nodes.iter().filter(|node| begins_by_itself(node) || is_link_target(node)).map(|node| node.id);
    let ends = nodes.iter().filter(|node| ends_here(node, flows)).map(|node| node.id);
    let hosted: BTreeMap<NodeId, NodeId> = nodes.iter().filter_map(|node| Some((node.id, node.kind.host()?))).collect();
    let from_start = closure(begins, |node| targets(node).into_iter().chain(jumps.get(&node).into_iter().flatten().copied()).collect());
    let to_end = closure(ends, |node| sources(node).into_iter().chain(hosted.get(&node).copied()).collect());
    for node in nodes.iter().filter(|node| !begins_by_itself(node)) {
        let at = Subject::Node(node.id);
        if !from_start.contains(&node.id) {
            found.push(Problem::error("check-unreachable", at));
        } else if !to_end.contains(&node.id) {
            found.push(Problem::error("check-no-way-to-end", at));
        } else if flows.outgoing(node.id).is_empty() && node.kind.is_activity() {
            let end = FlowCommand::Append { after: node.id, kind: NodeKind::EndEvent(Event::None), at: None };
            found.push(Problem::warning("check-implicit-end", at).mended_by("check-fix-append-end", Command::Flow(end)));
        }
    }
}

fn begins_by_itself(node: &FlowNode) -> bool {
    matches!(node.kind, NodeKind::StartEvent { .. } | NodeKind::BoundaryEvent { .. } | NodeKind::SubProcess { is_event: true })
}

fn is_link_target(node: &FlowNode) -> bool {
    matches!(node.kind, NodeKind::CatchEvent(Event::Link(_)))
}

/// A path may end at end events, throwing links, event sub-processes and, implicitly, at activities and
/// throw events without outgoing flow; gateways and catch events must go on.
fn ends_here(node: &FlowNode, flows: &FlowIndex) -> bool {
    match node.kind {
        NodeKind::EndEvent(_) | NodeKind::ThrowEvent(Event::Link(_)) | NodeKind::SubProcess { is_event: true } => true,
        ref kind if kind.is_activity() => flows.outgoing(node.id).is_empty(),
        _ => false,
    }
}

fn link_targets(nodes: &[&FlowNode]) -> BTreeMap<NodeId, Vec<NodeId>> {
    let catches = |name: &str| {
        nodes
            .iter()
            .filter(|node| matches!(&node.kind, NodeKind::CatchEvent(Event::Link(link)) if link == name))
            .map(|node| node.id)
            .collect()
    };
    nodes
        .iter()
        .filter_map(|node| match &node.kind {
            NodeKind::ThrowEvent(Event::Link(name)) => Some((node.id, catches(name))),
            _ => None,
        })
        .collect()
}

fn closure(begin: impl Iterator<Item = NodeId>, next: impl Fn(NodeId) -> Vec<NodeId>) -> BTreeSet<NodeId> {
    let mut open: Vec<NodeId> = begin.collect();
    let mut seen: BTreeSet<NodeId> = open.iter().copied().collect();
    while let Some(node) = open.pop() {
        open.extend(next(node).into_iter().filter(|node| seen.insert(*node)));
    }
    seen
}
