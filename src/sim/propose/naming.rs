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
            Happening::EventHappened(node) | Happening::ErrorCaught { node, .. } => {
                (event_at_edge(document, *node), is_new(Target::Step(*node)))
            }
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
    let inside = covers.iter().filter_map(|target| inside(document, target));
    let labels = if fresh.is_empty() { inside.chain(usual).collect() } else { fresh };
    let end = end.or_else(|| named(document, Subject::Process(run.program().process())));
    let base = joined(labels, end);
    let mut numbers = std::iter::once(base.clone()).chain((2..).map(|number| format!("{base} ({number})")));
    let name = numbers.find(|name| !taken.contains(name)).unwrap_or(base);
    taken.insert(name.clone());
    name
}

/// As many of the labels as fit, then the end.
fn joined(labels: Vec<String>, end: Option<String>) -> String {
    let mut text = String::new();
    let mut count = 0;
    let mut taken: Vec<String> = Vec::new();
    for label in labels.into_iter().chain(end) {
        let length = text.chars().count() + label.chars().count();
        if taken.contains(&label) || (count > 0 && (count == MOST || length > LONGEST)) {
            continue;
        }
        text.push_str(if count > 0 { " · " } else { "" });
        text.extend(label.chars().take(LONGEST));
        taken.push(label);
        count += 1;
    }
    text
}

/// What inside of a step a case is the first to show: the field, or the table.
fn inside(document: &Document, target: &Target) -> Option<String> {
    match target {
        Target::Step(_) | Target::Way(_) => None,
        Target::Row { .. } | Target::Rule { .. } => named(document, target.subject()),
        Target::Boundary { path, .. } => named(document, Subject::DataField(document.find_path(path)?.last()?)),
    }
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
