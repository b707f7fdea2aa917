//! The proof against the reference on random flows, and each counterexample played by the definitions.

use super::super::{Counterexample, Fault, FaultKind, prove};
use super::flow::Flow;
use super::reference::facts;
use crate::model::{Document, Event, FlowId, NodeId, NodeKind, SequenceFlow, Subject};
use std::collections::BTreeMap;

pub(in crate::sim) struct Dice(pub u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides
    }

    fn flow(&mut self, document: &Document) -> SequenceFlow {
        let place = self.roll(document.flows.len());
        document.flows.values().nth(place).unwrap().clone()
    }
}

/// Puts a node into a flow.
fn insert(flow: &mut Flow, at: &SequenceFlow, sign: char) -> usize {
    let key = format!("{sign}{}", flow.nodes.len());
    let node = flow.add(Flow::kind(sign), &key);
    let to = flow.nodes.iter().position(|node| *node == at.to).unwrap();
    flow.document.flows.get_mut(at.id).unwrap().to = flow.nodes[node];
    flow.connect(node, to);
    node
}

/// A random flow of these gateways, with other ends, jumps and events at the edge of steps.
pub(in crate::sim) fn make(dice: &mut Dice, signs: &[char]) -> Flow {
    let mut flow = Flow::read("sstart tfirst eend : 0>1 1>2");
    for _ in 0..2 + dice.roll(5) {
        let at = dice.flow(&flow.document);
        match dice.roll(10) {
            0 | 1 => drop(insert(&mut flow, &at, 't')),
            2..=5 => {
                let split = signs[dice.roll(signs.len())];
                let join = if dice.roll(5) == 0 { signs[dice.roll(signs.len())] } else { split };
                let (from, step) = (insert(&mut flow, &at, split), flow.add(Flow::kind('t'), &format!("b{}", flow.nodes.len())));
                let inner = flow.document.outgoing(flow.nodes[from]).next().unwrap().clone();
                let to = insert(&mut flow, &inner, join);
                insert(&mut flow, &inner, 't');
                flow.connect(from, step);
                flow.connect(step, to);
            }
            6 | 7 => {
                let from = insert(&mut flow, &at, if dice.roll(6) == 0 { 'a' } else { 'x' });
                let at = dice.flow(&flow.document);
                let to = insert(&mut flow, &at, if dice.roll(6) == 0 { 'a' } else { 'x' });
                flow.connect(from, to);
            }
            8 => {
                let from = insert(&mut flow, &at, if dice.roll(3) == 0 { 'a' } else { 'x' });
                let end = flow.add(Flow::kind('e'), &format!("e{}", flow.nodes.len()));
                flow.connect(from, end);
            }
            _ => {
                let host = insert(&mut flow, &at, 't');
                let kind = NodeKind::BoundaryEvent {
                    host: flow.nodes[host],
                    trigger: Event::Message("m".to_owned()),
                    is_interrupting: dice.roll(3) > 0,
                };
                let event = flow.add(kind, &format!("i{}", flow.nodes.len()));
                if dice.roll(2) == 0 {
                    let end = flow.add(Flow::kind('e'), &format!("e{}", flow.nodes.len()));
                    flow.connect(event, end);
                } else {
                    let at = dice.flow(&flow.document);
                    let to = insert(&mut flow, &at, signs[dice.roll(signs.len())]);
                    flow.connect(event, to);
                }
            }
        }
    }
    flow
}

fn compare(seed: u64, signs: &[char], count: usize) -> BTreeMap<FaultKind, usize> {
    let mut dice = Dice(seed);
    let (mut compared, mut kinds) = (0, BTreeMap::new());
    while compared < count {
        let flow = make(&mut dice, signs);
        let Some(facts) = facts(&flow.document, 600) else { continue };
        compared += 1;
        let verdict = prove(&flow.document, flow.document.main_process);
        let told = || format!("{:?}\n{verdict:#?}\n{facts:?}", written(&flow));
        assert_eq!(verdict.bounded, Some(facts.bounded), "{}", told());
        if facts.bounded {
            let got = (verdict.safe, verdict.option_to_complete, verdict.proper_completion, verdict.dead.as_ref());
            let expected = (Some(facts.safe), Some(facts.option_to_complete), Some(facts.proper_completion), Some(&facts.dead));
            assert_eq!(got, expected, "{}", told());
        }
        for fault in &verdict.faults {
            *kinds.entry(fault.kind).or_insert(0) += 1;
            if let Some(run) = &fault.counterexample {
                shows(&flow.document, fault, run).unwrap_or_else(|why| panic!("{why}\n{}", told()));
            }
        }
    }
    kinds
}

fn written(flow: &Flow) -> Vec<String> {
    let key = |node: NodeId| flow.key(node).to_owned();
    let hosts = flow.document.nodes.values().filter_map(|node| Some(format!("{} at {}", node.key, key(node.kind.host()?))));
    flow.document.flows.values().map(|flow| format!("{}>{}", key(flow.from), key(flow.to))).chain(hosts).collect()
}

/// Plays a counterexample: each move must be possible, and the end must be what the fault says.
fn shows(document: &Document, fault: &Fault, run: &Counterexample) -> Result<(), String> {
    let mut tokens: BTreeMap<FlowId, usize> = BTreeMap::new();
    let mut ended: BTreeMap<NodeId, usize> = BTreeMap::new();
    let mut standing = Vec::new();
    let mut crowded = false;
    for step in &run.moves {
        standing.push(tokens.clone());
        let node = document.nodes.get(step.node).unwrap();
        let source = node.kind.host().unwrap_or(node.id);
        let incoming: Vec<FlowId> = document.incoming(source).map(|flow| flow.id).collect();
        let filled: Vec<FlowId> = incoming.iter().copied().filter(|flow| tokens.get(flow).is_some_and(|count| *count > 0)).collect();
        let beside = matches!(node.kind, NodeKind::BoundaryEvent { is_interrupting: false, .. });
        let taken: &[FlowId] = match node.kind {
            NodeKind::StartEvent { .. } => &[],
            NodeKind::ParallelGateway if filled.len() < incoming.len() => return Err(format!("{} cannot join", node.key)),
            NodeKind::ParallelGateway => &filled,
            NodeKind::InclusiveGateway if incoming.len() > 1 => &filled,
            _ if beside => &[],
            _ => filled.get(..1).ok_or_else(|| format!("{} has no token", node.key))?,
        };
        taken.iter().for_each(|flow| *tokens.get_mut(flow).unwrap() -= 1);
        step.flows.iter().for_each(|flow| *tokens.entry(*flow).or_default() += 1);
        crowded |= tokens.values().any(|count| *count > 1);
        if matches!(node.kind, NodeKind::EndEvent(_)) {
            *ended.entry(node.id).or_default() += 1;
        }
    }
    let mut marking: Vec<Subject> = Vec::new();
    tokens.iter().for_each(|(flow, count)| marking.extend(std::iter::repeat_n(Subject::Flow(*flow), *count)));
    let mut said: Vec<Subject> = run.marking.iter().copied().filter(|subject| matches!(subject, Subject::Flow(_))).collect();
    said.sort_unstable();
    let stands = |flow: &FlowId| tokens.get(flow).is_some_and(|count| *count > 0);
    let total = |tokens: &BTreeMap<FlowId, usize>| tokens.values().sum::<usize>();
    let is_true = match fault.kind {
        FaultKind::Deadlock => {
            let moves = |node: &crate::model::FlowNode| {
                let incoming: Vec<FlowId> = document.incoming(node.id).map(|flow| flow.id).collect();
                match node.kind {
                    NodeKind::ParallelGateway => !incoming.is_empty() && incoming.iter().all(stands),
                    NodeKind::InclusiveGateway if incoming.len() > 1 => false,
                    _ => incoming.iter().any(stands),
                }
            };
            !marking.is_empty() && marking == said && !document.nodes.values().any(moves)
        }
        FaultKind::EndTwice => ended.values().any(|count| *count > 1),
        FaultKind::Unsafe => crowded || !marking.is_empty(),
        FaultKind::Livelock => standing.get(run.repeats_from.unwrap()).is_some_and(|begin| total(begin) == total(&tokens)),
        // Tokens on several ways into one node count as one heap.
        FaultKind::Unbounded => standing.get(run.repeats_from.unwrap()).is_some_and(|begin| total(begin) < total(&tokens)),
        FaultKind::Dead => true,
    };
    if is_true { Ok(()) } else { Err(format!("not shown: {:?}, {marking:?}", fault.kind)) }
}

#[test]
fn flows_of_exclusive_and_parallel_gateways_agree_with_the_reference() {
    let kinds = compare(0x5EED, &['x', 'a'], 2000);
    assert!(
        [FaultKind::Deadlock, FaultKind::EndTwice, FaultKind::Unbounded, FaultKind::Dead].iter().all(|kind| kinds[kind] > 20),
        "{kinds:?}"
    );
}

#[test]
fn flows_with_inclusive_gateways_agree_with_the_reference() {
    let kinds = compare(0xD1CE, &['x', 'a', 'o', 'o'], 600);
    assert!(kinds[&FaultKind::Deadlock] > 20, "{kinds:?}");
}
