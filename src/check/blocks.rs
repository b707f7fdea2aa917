//! Procedures that came from a library of blocks: what does not lie in blocks cannot be written back as it is drawn.

use super::Problem;
use crate::edit::{Command, FlowCommand};
use crate::model::{Document, FlowIndex, NodeId, NodeKind, ObstacleKind, ProcessId, SourceFormat, Subject, blocks_of, tail};

pub(super) fn check(document: &Document, found: &mut Vec<Problem>) {
    if !document.sources.values().any(|source| source.format == SourceFormat::Civento) {
        return;
    }
    let flows = FlowIndex::of(document);
    let is_scope = |kind: &NodeKind| matches!(kind, NodeKind::SubProcess { .. });
    let inner = document.nodes.values().filter(|node| is_scope(&node.kind)).map(|node| (node.process, Some(node.id)));
    for (process, parent) in document.processes.keys().map(|process| (process, None)).chain(inner) {
        level(document, &flows, (process, parent), found);
    }
}

fn level(document: &Document, flows: &FlowIndex, (process, parent): (ProcessId, Option<NodeId>), found: &mut Vec<Problem>) {
    for obstacle in blocks_of(document, flows, process, parent).obstacles {
        let flow = obstacle.flow;
        let ends = document.flows.get(flow).map(|flow| (flow.from, flow.to));
        let Some((from, to)) = ends else { continue };
        let kind = match obstacle.kind {
            ObstacleKind::SharedTail { .. } => "check-blocks-shared",
            ObstacleKind::Back => "check-blocks-back",
            ObstacleKind::Beside => "check-blocks-beside",
            ObstacleKind::TooDeep => "check-blocks-deep",
        };
        let problem = Problem::warning(kind, Subject::Flow(flow)).and(Subject::Node(from)).and(Subject::Node(to));
        found.push(match obstacle.kind {
            ObstacleKind::SharedTail { from, until } if tail(document, flows, from, until).is_some() => {
                problem.mended_by("check-fix-own-tail", Command::Flow(FlowCommand::OwnTail { flow, until }))
            }
            _ => problem,
        });
    }
}
