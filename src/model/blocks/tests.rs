//! Flows in a short notation: what lies in blocks, and what does not.

use super::*;
use crate::model::{Event, FlowNode, Process, Repetition, SequenceFlow, StepDetails, Table};

/// A flow: `a > b > c; b > d`. Names with `?` are exclusive gateways, `s` is the start, those with `!` ends, all others tasks.
fn flow(text: &str) -> Document {
    let mut document = Document::empty("p", "P");
    let process: ProcessId = document.processes.values().map(|process: &Process| process.id).next().unwrap();
    for chain in text.split(';') {
        let names: Vec<NodeId> = chain.split('>').map(|name| node(&mut document, process, name.trim())).collect();
        for pair in names.windows(2) {
            let id: FlowId = document.new_id();
            let (key, name, condition) = (format!("f{}", id.0), String::new(), String::new());
            document.flows.insert(id, SequenceFlow { id, key, name, from: pair[0], to: pair[1], condition, is_default: false });
        }
    }
    document
}

fn node(document: &mut Document, process: ProcessId, name: &str) -> NodeId {
    if let Some(node) = document.nodes.values().find(|node| node.name == name) {
        return node.id;
    }
    let kind = match name {
        "s" => NodeKind::StartEvent { trigger: Event::None, is_interrupting: true },
        name if name.contains('?') => NodeKind::ExclusiveGateway,
        name if name.contains('!') => NodeKind::EndEvent(Event::None),
        _ => NodeKind::Task,
    };
    let id: NodeId = document.new_id();
    let (key, name, details) = (format!("n{}", id.0), name.to_owned(), StepDetails::default());
    let nodes: &mut Table<NodeId, FlowNode> = &mut document.nodes;
    nodes.insert(id, FlowNode { id, key, name, process, parent: None, lane: None, kind, repetition: Repetition::Once, details });
    id
}

fn written(document: &Document, blocks: &[Block]) -> String {
    let name = |node: NodeId| document.nodes.get(node).map(|node| node.name.clone()).unwrap_or_default();
    let one = |block: &Block| match block {
        Block::Step(node) => name(*node),
        Block::Choice { split, join, ways } => {
            let ways: Vec<String> = ways.iter().map(|way| written(document, &way.blocks)).collect();
            format!("{}({}){}", name(*split), ways.join(" | "), join.map(name).unwrap_or_default())
        }
        Block::Loop { split, blocks, .. } => format!("{}[{}]", name(*split), written(document, blocks)),
        Block::Repeat { split, blocks, between, .. } => {
            format!("[{}]{}[{}]", written(document, blocks), name(*split), written(document, between))
        }
    };
    blocks.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The blocks as text, and the obstacles as `from>to kind`.
fn read(text: &str) -> (String, Vec<String>) {
    let document = flow(text);
    let found = blocks_of(&document, &FlowIndex::of(&document), document.main_process, None);
    let name = |node: NodeId| document.nodes.get(node).map(|node| node.name.clone()).unwrap_or_default();
    let obstacle = |obstacle: &Obstacle| {
        let flow = document.flows.get(obstacle.flow).unwrap();
        let kind = match obstacle.kind {
            ObstacleKind::SharedTail { until, .. } => format!("shared until {}", until.map(name).unwrap_or_default()),
            other => format!("{other:?}"),
        };
        format!("{}>{} {kind}", name(flow.from), name(flow.to))
    };
    (written(&document, &found.blocks), found.obstacles.iter().map(obstacle).collect())
}

#[track_caller]
fn check(text: &str, blocks: &str, obstacles: &[&str]) {
    let (found, named) = read(text);
    assert_eq!(found, blocks);
    assert_eq!(named, obstacles);
}

#[test]
fn flows_of_blocks_are_read_as_blocks() {
    check("s > a > b > e!", "s a b e!", &[]);
    check("s > x? > a > y? > e!; x? > b > y?", "s x?(a | b)y? e!", &[]);
    check("s > x? > a > y? > e!; x? > y?", "s x?(a | )y? e!", &[]);
    check("s > x? > a > e!; x? > b > f!", "s x?(a e! | b f!)", &[]);
    check("s > x? > v? > a > w? > y? > e!; v? > b > w?; x? > y?", "s x?(v?(a | b)w? | )y? e!", &[]);
    check("s > x? > v? > a > y? > e!; v? > b > y?; x? > c > y?", "s x?(v?(a | b) | c)y? e!", &[]);
    check("s > h? > x? > a > h?; x? > b > e!", "s x?[a] b e!", &[]);
    check("s > x? > a > x?; x? > e!", "s x?[a] e!", &[]);
}

#[test]
fn what_breaks_the_blocks_is_named() {
    check("s > x? > a > c > e!; x? > b > c; x? > d > f!", "s x?(a c e! | b c e! | d f!)", &["b>c shared until "]);
    check("s > x? > a > k > y? > e!; x? > b > k; x? > y?", "s x?(a k | b k | )y? e!", &["b>k shared until y?"]);
    check("s > v? > a > b > x? > e!; v? > b; x? > a", "s v?(a | ) b x?( | a) e!", &["x?>a Back"]);
    check("s > a > b > e!; a > c > f!", "s a b e!", &["a>c Beside"]);
}

#[test]
fn what_is_done_at_least_once_is_a_block_too() {
    check("s > a > x? > e!; x? > a", "s [a]x?[] e!", &[]);
    check("s > a > b > x? > c > e!; x? > r > a", "s [a b]x?[r] c e!", &[]);
    check("s > m? > a > v? > c > w? > x? > e!; v? > d > w?; x? > m?", "s [a v?(c | d)w?]x?[] e!", &[]);
    check("s > a > b > x? > y? > e!; x? > b; y? > a", "s [a [b]x?[]]y?[] e!", &[]);
}

#[test]
fn a_tail_that_leads_back_to_itself_cannot_be_copied() {
    let document = flow("s > a > x? > e!; x? > a");
    let index = FlowIndex::of(&document);
    let of = |name: &str| document.nodes.values().find(|node| node.name == name).unwrap().id;
    assert_eq!(tail(&document, &index, of("a"), None), None);
    assert_eq!(tail(&document, &index, of("e!"), None), Some(vec![of("e!")]));
    assert_eq!(tail(&document, &index, of("a"), Some(of("x?"))), Some(vec![of("a")]));
}

#[test]
fn tangles_end_in_time() {
    let mut text = String::from("s > g0?");
    for number in 0..300 {
        let next = number + 1;
        let after = number + 2;
        let ways = format!("; g{number}? > a{number} > g{next}?; g{number}? > b{number} > g{next}?; a{number} > c{number} > g{after}?");
        text.push_str(&ways);
    }
    text.push_str("; g300? > e!; g301? > e!");
    let (_, obstacles) = read(&text);
    assert!(!obstacles.is_empty());
}
