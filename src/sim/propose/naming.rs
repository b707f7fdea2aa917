//! Names a proposed case after what is special in it.

use super::super::coverage::Target;
use super::super::run::Run;
use super::super::trace::{Happening, Why};
use crate::model::{Document, FlowId, NodeId, NodeKind, Subject};
use std::collections::BTreeSet;

/// Most decisions that a name tells.
const MOST: usize = 3;
/// Longest name in characters, as people still read it in a list.
const LONGEST: usize = 90;

/// A name that no other case has: the decisions and events that the case is the first to show, else where it ends.
pub(super) fn name(document: &Document, run: &Run, covers: &[Target], taken: &mut BTreeSet<String>) -> String {
    let is_new = |target: Target| covers.contains(&target);
    let mut fresh = Vec::new();
    let mut usual = Vec::new();
    for event in run.trace() {
        let (label, is_new) = match &event.what {
            Happening::FlowTaken { flow, why: Why::Condition { .. } | Why::Default | Why::ByHand } => {
                (decision(document, *flow), is_new(Target::Way(*flow)))
            }
            Happening::EventHappened(node) | Happening::ErrorCaught { node, .. } => (event_at_edge(document, *node), is_new(Target::Step(*node))),
            _ => continue,
        };
        let Some(label) = label else { continue };
        let list = if is_new { &mut fresh } else { &mut usual };
        if !list.contains(&label) {
            list.push(label);
        }
    }
    let end = run.trace().iter().rev().find_map(|event| match event.what {
        Happening::Entered(node) if run.program().is_end(node) => named(document, Subject::Node(node)),
        _ => None,
    });
    let labels = if fresh.is_empty() { usual } else { fresh };
    let mut parts: Vec<String> = labels.into_iter().take(MOST).collect();
    parts.extend(end.filter(|_| parts.len() < MOST));
    let base = parts.join(" · ");
    let base: String = if base.is_empty() { named(document, Subject::Process(run.program().process())).unwrap_or_default() } else { base };
    let base: String = base.chars().take(LONGEST).collect();
    let mut numbers = std::iter::once(base.clone()).chain((2..).map(|number| format!("{base} ({number})")));
    let name = numbers.find(|name| !taken.contains(name)).unwrap_or(base);
    taken.insert(name.clone());
    name
}

/// "Formelle Fehler? ja".
fn decision(document: &Document, flow: FlowId) -> Option<String> {
    let flow = document.flows.get(flow)?;
    let gateway = named(document, Subject::Node(flow.from))?;
    let way = named(document, Subject::Flow(flow.id)).or_else(|| named(document, Subject::Node(flow.to)))?;
    Some(format!("{gateway} {way}"))
}

fn event_at_edge(document: &Document, node: NodeId) -> Option<String> {
    let is_event = matches!(document.nodes.get(node)?.kind, NodeKind::BoundaryEvent { .. } | NodeKind::CatchEvent(_));
    is_event.then(|| named(document, Subject::Node(node)))?
}

fn named(document: &Document, subject: Subject) -> Option<String> {
    document.name_of(subject).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}
