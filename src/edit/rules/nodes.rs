//! Rules for new nodes and for nodes that become something else.

use super::connections::{can_receive, can_send, follows_event_gateway, may_be_left, may_be_reached, sequence_flow};
use super::{texts, there};
use crate::edit::{Block, FlowCommand, Outline, Refusal};
use crate::model::{Document, Event, FlowId, FlowIndex, FlowNode, NodeId, NodeKind, Point, ProcessId, Subject, tail};

pub(super) fn may(document: &Document, command: &FlowCommand) -> Result<(), Refusal> {
    match command {
        FlowCommand::AddNode { process, kind, name, at } => {
            there(document, Subject::Process(*process))?;
            texts::name(name)?;
            drawable(*at)?;
            fits(document, kind)
        }
        FlowCommand::Append { after, kind, at } => append(document, *after, kind, *at),
        FlowCommand::InsertOnFlow { flow, kind } => insert_on_flow(document, *flow, kind),
        FlowCommand::DropOnFlow { flow, node } => drop_on_flow(document, *flow, *node),
        FlowCommand::AddOutline { process, after, outline } => {
            there(document, Subject::Process(*process))?;
            add_outline(document, *process, *after, outline)
        }
        FlowCommand::TakeOut { node } => take_out(document, *node),
        FlowCommand::Attach { event, host, at } => attach(document, *event, *host, *at),
        FlowCommand::AddBoundaryEvent { host, at, .. } => {
            let host = document.nodes.get(*host).ok_or(Refusal::NotThere)?;
            drawable(at.unwrap_or_default())?;
            carries_events(&host.kind)
        }
        FlowCommand::ChangeKind { node, kind } => change_kind(document, *node, kind),
        FlowCommand::OwnTail { flow, until } => {
            let to = document.flows.get(*flow).ok_or(Refusal::NotThere)?.to;
            let is_shared = document.incoming(to).count() > 1 && Some(to) != *until;
            let has_tail = || tail(document, &FlowIndex::of(document), to, *until).is_some();
            if is_shared && has_tail() { Ok(()) } else { Err(Refusal::NothingToDo) }
        }
        FlowCommand::SetExpanded { node, .. } => is_sub_process(document, *node),
        _ => Ok(()),
    }
}

fn add_outline(document: &Document, process: ProcessId, after: Option<NodeId>, outline: &Outline) -> Result<(), Refusal> {
    if let Some(after) = after {
        let node = document.nodes.get(after).filter(|node| node.process == process).ok_or(Refusal::NotThere)?;
        may_be_left(&node.kind)?;
        if node.kind == NodeKind::EventBasedGateway {
            return Err(Refusal::AfterEventGateway);
        }
    }
    if outline.blocks.is_empty() { Err(Refusal::NothingToDo) } else { short_names(&outline.blocks) }
}

fn short_names(blocks: &[Block]) -> Result<(), Refusal> {
    blocks.iter().try_for_each(|block| match block {
        Block::Start(name) | Block::End(name) | Block::Jump(name) => texts::name(name),
        Block::Step(step) => texts::name(&step.name),
        Block::Inside { step, blocks } => {
            texts::name(&step.name)?;
            short_names(blocks)
        }
        Block::Choice { question, ways, .. } => {
            texts::name(question)?;
            ways.iter().try_for_each(|way| {
                texts::name(&way.answer)?;
                short_names(&way.blocks)
            })
        }
    })
}

pub(super) fn is_sub_process(document: &Document, node: NodeId) -> Result<(), Refusal> {
    match document.nodes.get(node).ok_or(Refusal::NotThere)?.kind {
        NodeKind::SubProcess { .. } => Ok(()),
        _ => Err(Refusal::NotASubProcess),
    }
}

fn drawable(at: Point) -> Result<(), Refusal> {
    if at.is_drawable() { Ok(()) } else { Err(Refusal::OutsideWorld) }
}

/// A new node of this kind: what it names must be there, and a boundary event needs its own command.
pub(super) fn fits(document: &Document, kind: &NodeKind) -> Result<(), Refusal> {
    match kind {
        NodeKind::BoundaryEvent { .. } => Err(Refusal::BoundaryStaysBoundary),
        NodeKind::BusinessRuleTask(Some(table)) => there(document, Subject::DecisionTable(*table)),
        NodeKind::CallActivity(Some(process)) => there(document, Subject::Process(*process)),
        _ => Ok(()),
    }
}

fn carries_events(kind: &NodeKind) -> Result<(), Refusal> {
    match kind {
        NodeKind::SubProcess { is_event: true } => Err(Refusal::NotAnActivity),
        kind if kind.is_activity() => Ok(()),
        _ => Err(Refusal::NotAnActivity),
    }
}

fn take_out(document: &Document, node: NodeId) -> Result<(), Refusal> {
    let kind = &document.nodes.get(node).ok_or(Refusal::NotThere)?.kind;
    if kind.host().is_some() {
        return Err(Refusal::BoundaryStaysBoundary);
    }
    let has_flows = document.flows.values().any(|flow| flow.from == node || flow.to == node);
    if has_flows { Ok(()) } else { Err(Refusal::NotInFlow) }
}

/// Where an event may wait depends on what it waits for (BPMN 2.0, tables 10.86 and 10.90).
fn attach(document: &Document, event: NodeId, host: Option<NodeId>, at: Point) -> Result<(), Refusal> {
    drawable(at)?;
    let kind = &document.nodes.get(event).ok_or(Refusal::NotThere)?.kind;
    let waits = |trigger: &Event| matches!(trigger, Event::Message(_) | Event::Timer(_) | Event::Signal(_) | Event::Conditional(_));
    match (kind, host) {
        (NodeKind::BoundaryEvent { trigger, .. }, None) => {
            if waits(trigger) {
                Ok(())
            } else {
                Err(Refusal::OnlyAtEdge)
            }
        }
        (NodeKind::CatchEvent(trigger), Some(_)) if !waits(trigger) => Err(Refusal::NotAWaitingEvent),
        (NodeKind::BoundaryEvent { .. } | NodeKind::CatchEvent(_), Some(host)) => {
            carries_events(&document.nodes.get(host).ok_or(Refusal::NotThere)?.kind)
        }
        _ => Err(Refusal::NotAWaitingEvent),
    }
}

fn append(document: &Document, after: NodeId, kind: &NodeKind, at: Option<Point>) -> Result<(), Refusal> {
    let source = document.nodes.get(after).ok_or(Refusal::NotThere)?;
    drawable(at.unwrap_or_default())?;
    may_be_left(&source.kind)?;
    if matches!(kind, NodeKind::StartEvent { .. } | NodeKind::BoundaryEvent { .. }) {
        return Err(Refusal::CannotFollow);
    }
    fits(document, kind)?;
    may_be_reached(kind)?;
    behind_gateway(&source.kind, kind)
}

fn behind_gateway(source: &NodeKind, target: &NodeKind) -> Result<(), Refusal> {
    let is_wrong = *source == NodeKind::EventBasedGateway && !follows_event_gateway(target);
    if is_wrong { Err(Refusal::AfterEventGateway) } else { Ok(()) }
}

fn insert_on_flow(document: &Document, flow: FlowId, kind: &NodeKind) -> Result<(), Refusal> {
    let flow = document.flows.get(flow).ok_or(Refusal::NotThere)?;
    if matches!(kind, NodeKind::StartEvent { .. } | NodeKind::BoundaryEvent { .. }) {
        return Err(Refusal::CannotFollow);
    }
    fits(document, kind)?;
    may_be_reached(kind)?;
    may_be_left(kind)?;
    let kind_of = |node: NodeId| document.nodes.get(node).map(|node| &node.kind).ok_or(Refusal::NotThere);
    behind_gateway(kind_of(flow.from)?, kind)?;
    behind_gateway(kind, kind_of(flow.to)?)
}

fn drop_on_flow(document: &Document, flow: FlowId, node: NodeId) -> Result<(), Refusal> {
    let flow = document.flows.get(flow).ok_or(Refusal::NotThere)?;
    if flow.from == node || flow.to == node {
        return Err(Refusal::AlreadyConnected(Subject::Flow(flow.id)));
    }
    // Connections of the node's own are healed away before, so none of them stands in the way.
    let own = |from: NodeId, to: NodeId| document.outgoing(from).find(|flow| flow.to == to).map(|flow| flow.id);
    sequence_flow(document, flow.from, node, own(flow.from, node))?;
    sequence_flow(document, node, flow.to, own(node, flow.to))
}

fn change_kind(document: &Document, id: NodeId, kind: &NodeKind) -> Result<(), Refusal> {
    let node = document.nodes.get(id).ok_or(Refusal::NotThere)?;
    if node.kind.host() != kind.host() {
        return Err(Refusal::BoundaryStaysBoundary);
    }
    if kind.host().is_none() {
        fits(document, kind)?;
    }
    keeps_flows(document, node, kind)?;
    keeps_content(document, node, kind)?;
    let sends = document.message_flows.values().any(|flow| flow.from == Subject::Node(id));
    let receives = document.message_flows.values().any(|flow| flow.to == Subject::Node(id));
    if sends && !can_send(kind) || receives && !can_receive(kind) {
        return Err(Refusal::HasMessages);
    }
    Ok(())
}

/// Whether the connections of a node fit another kind too.
pub(super) fn keeps_flows(document: &Document, node: &FlowNode, kind: &NodeKind) -> Result<(), Refusal> {
    if document.incoming(node.id).next().is_some() && may_be_reached(kind).is_err() {
        return Err(Refusal::HasIncoming);
    }
    if document.outgoing(node.id).next().is_some() && may_be_left(kind).is_err() {
        return Err(Refusal::HasOutgoing);
    }
    let kind_of = |node: NodeId| document.nodes.get(node).map(|node| &node.kind);
    let sources = document.incoming(node.id).filter_map(|flow| kind_of(flow.from));
    let targets = document.outgoing(node.id).filter_map(|flow| kind_of(flow.to));
    sources.map(|source| behind_gateway(source, kind)).chain(targets.map(|target| behind_gateway(kind, target))).collect()
}

/// Whether boundary events and content of a node fit another kind too.
fn keeps_content(document: &Document, node: &FlowNode, kind: &NodeKind) -> Result<(), Refusal> {
    if carries_events(kind).is_err() && document.boundary_events(node.id).next().is_some() {
        return Err(Refusal::HasBoundaryEvents);
    }
    if matches!(node.kind, NodeKind::SubProcess { .. }) && !matches!(kind, NodeKind::SubProcess { .. }) {
        let holds_nodes = document.nodes.values().any(|inner| inner.parent == Some(node.id));
        let holds_artifacts = document.artifacts.values().any(|inner| inner.parent == Some(node.id));
        if holds_nodes || holds_artifacts {
            return Err(Refusal::HasContent);
        }
    }
    Ok(())
}
