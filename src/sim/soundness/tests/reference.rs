//! An obvious reference: the full state search by the definitions, on the document itself, without any of the means of the proof.

use crate::model::{Document, FlowId, NodeId, NodeKind, Subject};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Where tokens stand: on flows, and in activities with events at their edge (with the events that may still happen beside it).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Marking {
    flows: BTreeMap<FlowId, u32>,
    inside: BTreeMap<(NodeId, Vec<NodeId>), u32>,
    ended: BTreeMap<NodeId, u32>,
}

/// What the search found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub bounded: bool,
    pub safe: bool,
    pub option_to_complete: bool,
    pub proper_completion: bool,
    pub dead: Vec<NodeId>,
}

/// `None` if there is too much.
pub(super) fn facts(document: &Document, most: usize) -> Option<Facts> {
    let world = World { document };
    let starts: Vec<NodeId> = nodes(document, |kind| matches!(kind, NodeKind::StartEvent { .. }));
    let mut states: Vec<Marking> = Vec::new();
    let mut known: BTreeMap<Marking, usize> = BTreeMap::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    let mut edges: Vec<(usize, usize)> = Vec::new();
    let mut executed: BTreeSet<NodeId> = BTreeSet::new();
    let mut open = VecDeque::new();
    for start in &starts {
        for way in world.ways(*start) {
            let mut first = Marking::default();
            put(&mut first, &way);
            if !known.contains_key(&first) {
                known.insert(first.clone(), states.len());
                open.push_back(states.len());
                states.push(first);
                before.push(None);
            }
        }
    }
    let mut facts = Facts { bounded: true, safe: true, option_to_complete: true, proper_completion: true, dead: Vec::new() };
    while let Some(at) = open.pop_front() {
        facts.safe &= states[at].flows.values().all(|count| *count < 2);
        facts.proper_completion &= states[at].ended.values().all(|count| *count < 2);
        // What led from less to more can be done again with still more, but for inclusive joins.
        let mut earlier = before[at].filter(|_| !world.has_joins());
        while let Some(index) = earlier {
            if exceeds(&states[at], &states[index]) {
                facts.bounded = false;
                return Some(facts);
            }
            earlier = before[index];
        }
        for (node, after) in world.steps(&states[at].clone()) {
            executed.insert(node);
            let number = *known.entry(after.clone()).or_insert_with(|| {
                states.push(after);
                before.push(Some(at));
                open.push_back(states.len() - 1);
                states.len() - 1
            });
            edges.push((at, number));
        }
        if states.len() > most {
            return None;
        }
    }
    let mut completes: Vec<bool> = states.iter().map(|state| state.flows.is_empty() && state.inside.is_empty()).collect();
    loop {
        let mut changed = false;
        for (from, to) in &edges {
            changed |= completes[*to] && !std::mem::replace(&mut completes[*from], true);
        }
        if !changed {
            break;
        }
    }
    facts.option_to_complete = completes.iter().all(|completes| *completes);
    facts.dead = nodes(document, NodeKind::is_activity).into_iter().filter(|node| !executed.contains(node)).collect();
    Some(facts)
}

fn nodes(document: &Document, wanted: impl Fn(&NodeKind) -> bool) -> Vec<NodeId> {
    document.nodes.values().filter(|node| wanted(&node.kind)).map(|node| node.id).collect()
}

fn exceeds(more: &Marking, less: &Marking) -> bool {
    let flows = less.flows.iter().all(|(flow, count)| more.flows.get(flow).unwrap_or(&0) >= count);
    let inside = less.inside.iter().all(|(place, count)| more.inside.get(place).unwrap_or(&0) >= count);
    flows && inside && (&more.flows, &more.inside) != (&less.flows, &less.inside)
}

fn put(marking: &mut Marking, flows: &[FlowId]) {
    flows.iter().for_each(|flow| *marking.flows.entry(*flow).or_default() += 1);
}

fn take(marking: &Marking, flow: FlowId) -> Option<Marking> {
    let mut after = marking.clone();
    let count = after.flows.get_mut(&flow)?;
    *count -= 1;
    if *count == 0 {
        after.flows.remove(&flow);
    }
    Some(after)
}

struct World<'a> {
    document: &'a Document,
}

impl World<'_> {
    fn outgoing(&self, node: NodeId) -> Vec<FlowId> {
        self.document.outgoing(node).map(|flow| flow.id).collect()
    }

    fn incoming(&self, node: NodeId) -> Vec<FlowId> {
        self.document.incoming(node).map(|flow| flow.id).collect()
    }

    fn ways(&self, node: NodeId) -> Vec<Vec<FlowId>> {
        let out = self.outgoing(node);
        match self.document.nodes.get(node).unwrap().kind {
            _ if out.is_empty() => vec![Vec::new()],
            NodeKind::ExclusiveGateway | NodeKind::EventBasedGateway => out.into_iter().map(|flow| vec![flow]).collect(),
            NodeKind::InclusiveGateway if out.len() > 1 => (1..1usize << out.len())
                .map(|mask| out.iter().enumerate().filter(|(place, _)| mask & 1 << place != 0).map(|(_, flow)| *flow).collect())
                .collect(),
            _ => vec![out],
        }
    }

    fn edges(&self, host: NodeId, is_interrupting: bool) -> Vec<NodeId> {
        nodes(self.document, |kind| match kind {
            NodeKind::BoundaryEvent { host: own, is_interrupting: interrupts, .. } => *own == host && *interrupts == is_interrupting,
            _ => false,
        })
    }

    /// Everything that can happen: gateways and events first, inclusive joins when those have come to rest, then the steps; but only
    /// where there is an inclusive join.
    fn steps(&self, marking: &Marking) -> Vec<(NodeId, Marking)> {
        let (mut by_itself, mut others, mut joins) = (Vec::new(), Vec::new(), Vec::new());
        for node in self.document.nodes.values() {
            let incoming = self.incoming(node.id);
            let waits = matches!(node.kind, NodeKind::InclusiveGateway) && incoming.len() > 1;
            let list = if waits {
                &mut joins
            } else if node.kind.is_activity() {
                &mut others
            } else {
                &mut by_itself
            };
            self.steps_at(marking, node.id, &incoming, list);
        }
        if !self.has_joins() {
            by_itself.extend(others);
            return by_itself;
        }
        [by_itself, joins, others].into_iter().find(|steps| !steps.is_empty()).unwrap_or_default()
    }

    fn has_joins(&self) -> bool {
        let inclusive = |node: &NodeId| self.incoming(*node).len() > 1;
        nodes(self.document, |kind| matches!(kind, NodeKind::InclusiveGateway)).iter().any(inclusive)
    }

    fn steps_at(&self, marking: &Marking, node: NodeId, incoming: &[FlowId], list: &mut Vec<(NodeId, Marking)>) {
        let kind = &self.document.nodes.get(node).unwrap().kind;
        match kind {
            NodeKind::ParallelGateway if incoming.len() > 1 => {
                let taken = incoming.iter().try_fold(marking.clone(), |after, flow| take(&after, *flow));
                list.extend(taken.into_iter().flat_map(|after| self.left(node, &after)));
            }
            NodeKind::InclusiveGateway if incoming.len() > 1 => {
                let filled: Vec<FlowId> = incoming.iter().copied().filter(|flow| marking.flows.contains_key(flow)).collect();
                if !filled.is_empty() && !self.is_awaited(marking, node, incoming, &filled) {
                    let after = filled.iter().fold(marking.clone(), |after, flow| take(&after, *flow).unwrap());
                    list.extend(self.left(node, &after));
                }
            }
            _ => {
                let hosts = self.document.boundary_events(node).next().is_some();
                for after in incoming.iter().filter_map(|flow| take(marking, *flow)) {
                    if hosts {
                        let mut after = after;
                        *after.inside.entry((node, self.edges(node, false))).or_default() += 1;
                        list.push((node, after));
                    } else {
                        list.extend(self.left(node, &after));
                    }
                }
                if hosts {
                    self.steps_inside(marking, node, list);
                }
            }
        }
    }

    fn steps_inside(&self, marking: &Marking, host: NodeId, list: &mut Vec<(NodeId, Marking)>) {
        for (own, armed) in marking.inside.keys().filter(|(own, _)| *own == host) {
            let mut after = marking.clone();
            let count = after.inside.get_mut(&(*own, armed.clone())).unwrap();
            *count -= 1;
            if *count == 0 {
                after.inside.remove(&(*own, armed.clone()));
            }
            list.extend(self.left(host, &after));
            for event in self.edges(host, true) {
                list.extend(self.left(event, &after));
            }
            for event in armed {
                let rest: Vec<NodeId> = armed.iter().copied().filter(|other| other != event).collect();
                for (node, mut after) in self.left(*event, &after) {
                    *after.inside.entry((host, rest.clone())).or_default() += 1;
                    list.push((node, after));
                }
            }
        }
    }

    fn left(&self, node: NodeId, taken: &Marking) -> Vec<(NodeId, Marking)> {
        let is_end = matches!(self.document.nodes.get(node).unwrap().kind, NodeKind::EndEvent(_));
        let left = |way: Vec<FlowId>| {
            let mut after = taken.clone();
            put(&mut after, &way);
            if is_end {
                let ended = after.ended.entry(node).or_default();
                *ended = (*ended + 1).min(2);
            }
            (node, after)
        };
        self.ways(node).into_iter().map(left).collect()
    }

    /// A token elsewhere can come to an empty side of the join, but to none that has a token (BPMN 2.0, table 13.3).
    fn is_awaited(&self, marking: &Marking, join: NodeId, incoming: &[FlowId], filled: &[FlowId]) -> bool {
        let on_flows = marking.flows.keys().filter(|flow| !incoming.contains(flow)).map(|flow| self.document.flows.get(*flow).unwrap().to);
        let mut tokens = on_flows.chain(marking.inside.keys().map(|(host, _)| *host));
        tokens.any(|node| {
            let reached = self.reached(node, join);
            let comes = |flow: &FlowId| reached.contains(&Subject::Flow(*flow));
            incoming.iter().any(|flow| !filled.contains(flow) && comes(flow)) && !filled.iter().any(comes)
        })
    }

    /// Flows that a token at the node can come to without passing the join.
    fn reached(&self, from: NodeId, join: NodeId) -> BTreeSet<Subject> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(node) = open.pop() {
            if node == join || !reached.insert(Subject::Node(node)) {
                continue;
            }
            for flow in self.document.outgoing(node) {
                reached.insert(Subject::Flow(flow.id));
                open.push(flow.to);
            }
            open.extend(self.document.boundary_events(node).map(|event| event.id));
        }
        reached
    }
}
