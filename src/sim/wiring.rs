//! What connects nodes beside sequence flows: boundary events, beginnings, messages, and what an inclusive join waits for.

use super::compile::Compiler;
use super::program::{Kind, LevelIx, NodeIx, Program, Reach, Throw, Trigger};
use crate::model::{Event, NodeKind, ProcessId, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Fills in all that needs every node to be there.
pub(super) fn wire(compiler: &Compiler<'_>, program: &mut Program, process: ProcessId) {
    boundaries(compiler, program);
    beginnings(compiler, program);
    event_sub_processes(compiler, program);
    receivers(compiler, program);
    inclusive_joins(compiler, program);
    program.participants = participants(compiler, process);
}

fn boundaries(compiler: &Compiler<'_>, program: &mut Program) {
    for (id, place) in &compiler.places {
        let host = compiler.document.nodes.get(*id).and_then(|node| node.kind.host());
        if let Some(host) = host.and_then(|host| compiler.places.get(&host)) {
            program.nodes[host.place()].boundary.push(*place);
        }
    }
}

fn beginnings(compiler: &Compiler<'_>, program: &mut Program) {
    let mut begins = BTreeMap::<LevelIx, Vec<NodeIx>>::new();
    let mut starts = BTreeMap::<LevelIx, Vec<NodeIx>>::new();
    let mut unreached = BTreeMap::<LevelIx, Vec<NodeIx>>::new();
    for (id, place) in &compiler.places {
        let node = program.node(*place);
        match &node.kind {
            Kind::Start { trigger, .. } => {
                starts.entry(node.level).or_default().push(*place);
                if matches!(trigger, Trigger::None) {
                    begins.entry(node.level).or_default().push(*place);
                }
            }
            Kind::Boundary { .. } => {}
            _ if !node.incoming.is_empty() => {}
            _ => {
                let waits_for_link =
                    |kind: &NodeKind| matches!(kind, NodeKind::CatchEvent(Event::Link(_)) | NodeKind::SubProcess { is_event: true });
                if compiler.document.nodes.get(*id).is_some_and(|node| !waits_for_link(&node.kind)) {
                    unreached.entry(node.level).or_default().push(*place);
                }
            }
        }
    }
    for (place, level) in program.levels.iter_mut().enumerate() {
        let index = LevelIx::at(place);
        level.starts = starts.remove(&index).unwrap_or_default();
        let first = if level.starts.is_empty() { unreached.remove(&index) } else { begins.remove(&index) };
        level.begins = first.unwrap_or_default();
    }
}

fn event_sub_processes(compiler: &Compiler<'_>, program: &mut Program) {
    for (id, place) in &compiler.places {
        let Some(NodeKind::SubProcess { is_event: true }) = compiler.document.nodes.get(*id).map(|node| &node.kind) else { continue };
        let node = program.node(*place);
        let Kind::Sub(inner) = node.kind else { continue };
        let outer = node.level;
        let triggered = |start: &&NodeIx| !matches!(program.node(**start).trigger(), None | Some(Trigger::None));
        let starts: Vec<(NodeIx, LevelIx)> = program.level(inner).starts.iter().filter(triggered).map(|start| (*start, inner)).collect();
        program.levels[outer.place()].event_starts.extend(starts);
    }
}

/// Receivers by message flow; without one, those that wait for a message of the same name and have no message flow either.
fn receivers(compiler: &Compiler<'_>, program: &mut Program) {
    let flows: Vec<(NodeIx, NodeIx)> = compiler.message_ends().collect();
    let addressed = |subject: Subject| subject.node().and_then(|node| compiler.places.get(&node)).copied();
    let has_receiver: BTreeSet<NodeIx> = compiler.document.message_flows.values().filter_map(|flow| addressed(flow.from)).collect();
    let has_sender: BTreeSet<NodeIx> = compiler.document.message_flows.values().filter_map(|flow| addressed(flow.to)).collect();
    let mut listeners = BTreeMap::<String, Vec<NodeIx>>::new();
    for place in compiler.places.values().filter(|place| !has_sender.contains(place)) {
        if let Some(Trigger::Message(name)) = program.node(*place).trigger()
            && !name.is_empty()
        {
            listeners.entry(name.clone()).or_default().push(*place);
        }
    }
    for place in compiler.places.values() {
        let Some(name) = program.node(*place).message() else { continue };
        let by_flow = flows.iter().filter(|(from, _)| from == place).map(|(_, to)| *to);
        let found = if has_receiver.contains(place) {
            by_flow.filter(|to| matches!(program.node(*to).trigger(), Some(Trigger::Message(_)))).collect()
        } else {
            listeners.get(name).cloned().unwrap_or_default()
        };
        for receiver in &found {
            let senders = &mut program.nodes[receiver.place()].senders;
            if senders.last() != Some(place) {
                senders.push(*place);
            }
        }
        program.nodes[place.place()].receivers = found;
    }
}

/// For each incoming flow of each inclusive join, the nodes from which it can be reached without passing the join (BPMN 2.0, 13.4.3).
/// Beside sequence flows the ways go from an activity to the events at its edge, and from link to link.
fn inclusive_joins(compiler: &Compiler<'_>, program: &mut Program) {
    let mut before = BTreeMap::<NodeIx, Vec<NodeIx>>::new();
    for place in compiler.places.values() {
        let node = program.node(*place);
        node.boundary.iter().for_each(|event| before.entry(*event).or_default().push(*place));
        if let Kind::Throw(Throw::Link(Some(target))) = node.kind {
            before.entry(target).or_default().push(*place);
        }
    }
    for place in compiler.places.values() {
        let node = program.node(*place);
        if !matches!(node.kind, Kind::Inclusive(_)) || node.incoming.len() < 2 {
            continue;
        }
        let reaches = node.incoming.iter().map(|flow| reach(program, &before, program.flow(*flow).from, *place)).collect();
        program.nodes[place.place()].kind = Kind::Inclusive(reaches);
    }
}

fn reach(program: &Program, before: &BTreeMap<NodeIx, Vec<NodeIx>>, from: NodeIx, join: NodeIx) -> Reach {
    let mut found = Reach::default();
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if node == join || !found.insert(node) {
            continue;
        }
        open.extend(program.node(node).incoming.iter().map(|flow| program.flow(*flow).from));
        open.extend(before.get(&node).into_iter().flatten());
    }
    found
}

/// The process, then all whose pools exchange messages with it, directly or by way of others.
fn participants(compiler: &Compiler<'_>, process: ProcessId) -> Vec<LevelIx> {
    let document = compiler.document;
    let process_of = |subject: Subject| match subject {
        Subject::Node(node) => document.nodes.get(node).map(|node| node.process),
        Subject::Pool(pool) => document.pools.get(pool).and_then(|pool| pool.process),
        _ => None,
    };
    let pairs: Vec<(ProcessId, ProcessId)> =
        document.message_flows.values().filter_map(|flow| Some((process_of(flow.from)?, process_of(flow.to)?))).collect();
    let mut found = vec![process];
    let mut next = 0;
    while let Some(here) = found.get(next).copied() {
        for (from, to) in &pairs {
            for (one, other) in [(from, to), (to, from)] {
                if *one == here && !found.contains(other) {
                    found.push(*other);
                }
            }
        }
        next += 1;
    }
    found.into_iter().filter_map(|process| compiler.levels.get(&(process, None)).copied()).collect()
}
