//! What may be connected with what, and by which kind of connection (BPMN 2.0, 7.6 and 8.4.13).

use super::there;
use crate::edit::{FlowEnd, Refusal};
use crate::model::{ArtifactKind, Document, Event, FlowNode, NodeId, NodeKind, ProcessId, Subject};

/// The connection that fits two elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::edit) enum Connection {
    /// The flow inside a process.
    Sequence {
        /// Source.
        from: NodeId,
        /// Target.
        to: NodeId,
    },
    /// A message between pools.
    Message,
    /// A dotted line of an artifact.
    Association {
        /// Whether data goes along it.
        is_directed: bool,
    },
}

/// Which connection leads from one element to another. `instead_of` is passed over when looking for a
/// connection that is there already.
pub(in crate::edit) fn connection(
    document: &Document,
    from: Subject,
    to: Subject,
    instead_of: Option<Subject>,
) -> Result<Connection, Refusal> {
    there(document, from)?;
    there(document, to)?;
    if from == to {
        return Err(Refusal::ToItself);
    }
    match (from, to) {
        (Subject::Artifact(_), _) | (_, Subject::Artifact(_)) => association(document, from, to, instead_of),
        (Subject::Node(a), Subject::Node(b)) if process_of(document, from) == process_of(document, to) => {
            let own = if let Some(Subject::Flow(flow)) = instead_of { Some(flow) } else { None };
            sequence_flow(document, a, b, own)?;
            Ok(Connection::Sequence { from: a, to: b })
        }
        (Subject::Node(_) | Subject::Pool(_), Subject::Node(_) | Subject::Pool(_)) => message_flow(document, from, to, instead_of),
        _ => Err(Refusal::NotConnectable),
    }
}

/// Whether a sequence flow may lead from one node to another.
pub(in crate::edit) fn sequence_flow(
    document: &Document,
    from: NodeId,
    to: NodeId,
    instead_of: Option<crate::model::FlowId>,
) -> Result<(), Refusal> {
    may_lead(document, from, to)?;
    match document.outgoing(from).find(|flow| flow.to == to && Some(flow.id) != instead_of) {
        Some(flow) => Err(Refusal::AlreadyConnected(Subject::Flow(flow.id))),
        None => Ok(()),
    }
}

/// As [`sequence_flow`], but whether there is one already is not looked at.
pub(in crate::edit) fn may_lead(document: &Document, from: NodeId, to: NodeId) -> Result<(), Refusal> {
    let source = document.nodes.get(from).ok_or(Refusal::NotThere)?;
    let target = document.nodes.get(to).ok_or(Refusal::NotThere)?;
    if from == to {
        return Err(Refusal::ToItself);
    }
    may_be_left(&source.kind)?;
    may_be_reached(&target.kind)?;
    if source.process != target.process {
        return Err(Refusal::CrossesPool);
    }
    if source.parent != target.parent {
        return Err(Refusal::CrossesSubProcess);
    }
    if source.kind == NodeKind::EventBasedGateway && !follows_event_gateway(&target.kind) {
        return Err(Refusal::AfterEventGateway);
    }
    Ok(())
}

/// Whether a sequence flow may begin at this kind.
pub(super) fn may_be_left(kind: &NodeKind) -> Result<(), Refusal> {
    match kind {
        NodeKind::EndEvent(_) => Err(Refusal::OutOfEnd),
        NodeKind::ThrowEvent(Event::Link(_)) => Err(Refusal::OutOfLink),
        NodeKind::SubProcess { is_event: true } => Err(Refusal::EventSubProcess),
        _ => Ok(()),
    }
}

/// Whether a sequence flow may end at this kind.
pub(super) fn may_be_reached(kind: &NodeKind) -> Result<(), Refusal> {
    match kind {
        NodeKind::StartEvent { .. } => Err(Refusal::IntoStart),
        NodeKind::BoundaryEvent { .. } => Err(Refusal::IntoBoundary),
        NodeKind::CatchEvent(Event::Link(_)) => Err(Refusal::IntoLink),
        NodeKind::SubProcess { is_event: true } => Err(Refusal::EventSubProcess),
        _ => Ok(()),
    }
}

/// What may stand behind an event-based gateway (BPMN 2.0, 10.6.6).
pub(super) fn follows_event_gateway(kind: &NodeKind) -> bool {
    matches!(
        kind,
        NodeKind::ReceiveTask { .. }
            | NodeKind::CatchEvent(Event::None | Event::Message(_) | Event::Timer(_) | Event::Signal(_) | Event::Conditional(_))
    )
}

/// Whether a node may choose between ways by condition: exclusive and inclusive gateways and activities.
pub(in crate::edit) fn can_choose(kind: &NodeKind) -> bool {
    matches!(kind, NodeKind::ExclusiveGateway | NodeKind::InclusiveGateway) || kind.is_activity()
}

fn process_of(document: &Document, subject: Subject) -> Option<ProcessId> {
    match subject {
        Subject::Node(node) => document.nodes.get(node).map(|node| node.process),
        Subject::Pool(pool) => document.pools.get(pool)?.process,
        _ => None,
    }
}

fn message_flow(document: &Document, from: Subject, to: Subject, instead_of: Option<Subject>) -> Result<Connection, Refusal> {
    let (a, b) = (process_of(document, from), process_of(document, to));
    if a.is_some() && a == b {
        return Err(Refusal::MessageInsidePool);
    }
    for end in [from, to] {
        if let Subject::Pool(pool) = end
            && document.pools.get(pool).is_some_and(|pool| pool.process.is_some())
        {
            return Err(Refusal::PoolShowsProcess(end));
        }
    }
    if let (Some(a), Some(b)) = (a, b)
        && (document.pool_of(a).is_none() || document.pool_of(b).is_none())
    {
        return Err(Refusal::OtherProcess);
    }
    if node(document, from).is_some_and(|node| !can_send(&node.kind)) {
        return Err(Refusal::CannotSend(from));
    }
    if node(document, to).is_some_and(|node| !can_receive(&node.kind)) {
        return Err(Refusal::CannotReceive(to));
    }
    let same = document.message_flows.values().find(|flow| flow.from == from && flow.to == to);
    match same.map(|flow| Subject::MessageFlow(flow.id)).filter(|flow| Some(*flow) != instead_of) {
        Some(flow) => Err(Refusal::AlreadyConnected(flow)),
        None => Ok(Connection::Message),
    }
}

fn node(document: &Document, subject: Subject) -> Option<&FlowNode> {
    document.nodes.get(subject.node()?)
}

/// Whether a message may begin here (BPMN 2.0, table 7.4).
pub(super) fn can_send(kind: &NodeKind) -> bool {
    kind.is_activity() && !matches!(kind, NodeKind::ReceiveTask { .. })
        || matches!(kind, NodeKind::ThrowEvent(Event::Message(_)) | NodeKind::EndEvent(Event::Message(_)))
}

/// Whether a message may end here (BPMN 2.0, table 7.4).
pub(super) fn can_receive(kind: &NodeKind) -> bool {
    kind.is_activity() && !matches!(kind, NodeKind::SendTask { .. })
        || matches!(
            kind,
            NodeKind::CatchEvent(Event::Message(_))
                | NodeKind::StartEvent { trigger: Event::Message(_), .. }
                | NodeKind::BoundaryEvent { trigger: Event::Message(_), .. }
        )
}

fn association(document: &Document, from: Subject, to: Subject, instead_of: Option<Subject>) -> Result<Connection, Refusal> {
    let can_end = |subject| {
        matches!(
            subject,
            Subject::Artifact(_) | Subject::Node(_) | Subject::Flow(_) | Subject::MessageFlow(_) | Subject::Pool(_) | Subject::Lane(_)
        )
    };
    if !can_end(from) || !can_end(to) || (is_group(document, from) || is_group(document, to)) {
        return Err(Refusal::NotConnectable);
    }
    let is_same =
        |a: Subject, b: Subject| (a, b) == (from, to) || (a, b) == (to, from) && !is_data(document, from) && !is_data(document, to);
    let same = document.associations.values().find(|it| is_same(it.from, it.to)).map(|it| Subject::Association(it.id));
    match same.filter(|it| Some(*it) != instead_of) {
        Some(it) => Err(Refusal::AlreadyConnected(it)),
        None => Ok(Connection::Association { is_directed: is_data(document, from) || is_data(document, to) }),
    }
}

fn artifact(document: &Document, subject: Subject) -> Option<&ArtifactKind> {
    let Subject::Artifact(id) = subject else { return None };
    document.artifacts.get(id).map(|artifact| &artifact.kind)
}

fn is_group(document: &Document, subject: Subject) -> bool {
    matches!(artifact(document, subject), Some(ArtifactKind::Group { .. }))
}

fn is_data(document: &Document, subject: Subject) -> bool {
    matches!(artifact(document, subject), Some(ArtifactKind::DataObject { .. }))
}

/// Whether an end of a connection may be led elsewhere; it stays the kind of connection that it is.
pub(super) fn reconnect(document: &Document, it: Subject, end: FlowEnd, to: Subject) -> Result<(), Refusal> {
    let (from, target) = match it {
        Subject::Flow(id) => document.flows.get(id).map(|flow| (Subject::Node(flow.from), Subject::Node(flow.to))),
        Subject::MessageFlow(id) => document.message_flows.get(id).map(|flow| (flow.from, flow.to)),
        Subject::Association(id) => document.associations.get(id).map(|association| (association.from, association.to)),
        _ => return Err(Refusal::NotConnectable),
    }
    .ok_or(Refusal::NotThere)?;
    let (from, target) = match end {
        FlowEnd::Source => (to, target),
        FlowEnd::Target => (from, to),
    };
    match (it, connection(document, from, target, Some(it))?) {
        (Subject::Flow(_), Connection::Sequence { .. })
        | (Subject::MessageFlow(_), Connection::Message)
        | (Subject::Association(_), Connection::Association { .. }) => Ok(()),
        (Subject::Flow(_), Connection::Message) => Err(Refusal::CrossesPool),
        (Subject::MessageFlow(_), Connection::Sequence { .. }) => Err(Refusal::MessageInsidePool),
        _ => Err(Refusal::NotConnectable),
    }
}
