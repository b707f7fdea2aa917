//! How long the proof takes: the families of the samples, and larger ones made the same way.

use super::stopwatch::Bench;
use dienstweg::model::{Document, Event, FlowId, FlowNode, NodeId, NodeKind, Repetition, SequenceFlow, StepDetails};
use dienstweg::sim::soundness::prove;

const FAMILIES: &str = include_str!("../data/soundness/families.txt");

/// Rows by number of nodes.
pub fn rows(bench: &mut Bench) {
    let families = [
        ("prove_linear", "ver_linear_1000"),
        ("prove_parallel", "ver_par_50x20"),
        ("prove_blocks", "ver_seqpar_100_5x2"),
        ("prove_random", "ver_rand_500_s1"),
        ("prove_random", "ver_rand_1000_s1"),
        ("prove_deadlock", "ver_deadlock_500_s1"),
        ("prove_deadlock", "ver_deadlock_1000_s1"),
        ("prove_unjoined", "ver_lacksync_500_s1"),
        ("prove_unjoined", "ver_lacksync_1000_s1"),
    ];
    for (name, family) in families {
        let line = FAMILIES.lines().find(|line| line.starts_with(&format!("{family} "))).unwrap();
        proved(bench, name, read(line.splitn(4, ' ').nth(3).unwrap()));
    }
    proved(bench, "prove_linear", blocks(1, 10_000, 'x', 'x'));
    proved(bench, "prove_parallel", blocks(100, 100, 'a', 'a'));
    proved(bench, "prove_blocks", blocks(5, 1, 'a', 'a'));
    // Random blocks in each other, many times one after the other, and one of them spoiled.
    let line = FAMILIES.lines().find(|line| line.starts_with("ver_rand_2000_s1 ")).unwrap();
    let random = line.splitn(4, ' ').nth(3).unwrap();
    proved(bench, "prove_random", repeated(random, 3, None));
    proved(bench, "prove_deadlock", repeated(random, 3, Some(('x', 'a'))));
    proved(bench, "prove_unjoined", repeated(random, 3, Some(('a', 'x'))));
}

fn proved(bench: &mut Bench, name: &'static str, document: Document) {
    let size = document.nodes.len();
    bench.row(name, size, || move || prove(&document, document.main_process));
}

/// `sstart xX1 tT2 : 0>1 1>2`: kinds and names of nodes, then the ways.
fn read(text: &str) -> Document {
    let (nodes, ways) = text.split(" ! ").next().unwrap().split_once(" : ").unwrap();
    let mut document = Document::empty("p", "P");
    let made: Vec<NodeId> = nodes.split(' ').map(|node| add(&mut document, node.chars().next().unwrap())).collect();
    for way in ways.split(' ') {
        let (from, to) = way.split_once('>').unwrap();
        connect(&mut document, made[from.parse::<usize>().unwrap()], made[to.parse::<usize>().unwrap()]);
    }
    document
}

/// The same several times, one behind the other. In the last the join of the first block of steps alone is exchanged for another kind.
fn repeated(text: &str, times: usize, spoiled: Option<(char, char)>) -> Document {
    let (nodes, ways) = text.split(" ! ").next().unwrap().split_once(" : ").unwrap();
    let signs: Vec<char> = nodes.split(' ').map(|node| node.chars().next().unwrap()).collect();
    let ways: Vec<(usize, usize)> =
        ways.split(' ').map(|way| way.split_once('>').map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap())).unwrap()).collect();
    let incoming = |node: usize| ways.iter().filter(|(_, to)| *to == node).count();
    let join = spoiled.and_then(|(kind, _)| (0..signs.len()).find(|node| signs[*node] == kind && incoming(*node) > 1));
    let mut document = Document::empty("p", "P");
    let mut last: Option<NodeId> = None;
    for round in 0..times {
        let sign = |node: usize| match (signs[node], spoiled) {
            (_, Some((_, other))) if round + 1 == times && join == Some(node) => other,
            ('s', _) if round > 0 => 't',
            ('e', _) if round + 1 < times => 't',
            (sign, _) => sign,
        };
        let made: Vec<NodeId> = (0..signs.len()).map(|node| add(&mut document, sign(node))).collect();
        ways.iter().for_each(|(from, to)| connect(&mut document, made[*from], made[*to]));
        let first = signs.iter().position(|sign| *sign == 's').unwrap();
        if let Some(last) = last {
            connect(&mut document, last, made[first]);
        }
        last = signs.iter().position(|sign| *sign == 'e').map(|end| made[end]);
    }
    document
}

/// Blocks of so many branches of so many steps, until there are about ten thousand nodes.
fn blocks(branches: usize, steps: usize, split: char, join: char) -> Document {
    let mut document = Document::empty("p", "P");
    let mut before = add(&mut document, 's');
    while document.nodes.len() < 10_000 {
        let (from, to) = (add(&mut document, split), add(&mut document, join));
        connect(&mut document, before, from);
        for _ in 0..branches {
            let mut last = from;
            for _ in 0..steps {
                let step = add(&mut document, 't');
                connect(&mut document, last, step);
                last = step;
            }
            connect(&mut document, last, to);
        }
        before = to;
    }
    let end = add(&mut document, 'e');
    connect(&mut document, before, end);
    document
}

fn add(document: &mut Document, sign: char) -> NodeId {
    let kind = match sign {
        's' => NodeKind::StartEvent { trigger: Event::None, is_interrupting: true },
        'e' => NodeKind::EndEvent(Event::None),
        'x' => NodeKind::ExclusiveGateway,
        'a' => NodeKind::ParallelGateway,
        _ => NodeKind::Task,
    };
    let id: NodeId = document.new_id();
    let (key, name) = (format!("n{}", id.0), String::new());
    let (process, parent, lane, repetition, details) = (document.main_process, None, None, Repetition::Once, StepDetails::default());
    document.nodes.insert(id, FlowNode { id, key, name, process, parent, lane, kind, repetition, details });
    id
}

fn connect(document: &mut Document, from: NodeId, to: NodeId) {
    let id: FlowId = document.new_id();
    let (key, name, condition) = (format!("f{}", id.0), String::new(), String::new());
    document.flows.insert(id, SequenceFlow { id, key, name, from, to, condition, is_default: false });
}
