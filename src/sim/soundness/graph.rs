//! The flow of each process and sub-process as a graph: what a node takes in, what it lets out, and where the flow begins.

use crate::model::{Document, Event, FlowId, FlowNode, NodeId, NodeKind, ProcessId, SequenceFlow};
use std::collections::BTreeMap;

/// A process, or the inside of a sub-process.
pub(super) type Key = (ProcessId, Option<NodeId>);

/// So many conditional ways out of one node, or events at its edge that do not interrupt, are looked at in every combination.
pub(super) const MOST_OPTIONS: usize = 6;

/// The content of a process or sub-process.
#[derive(Debug, Default)]
pub(super) struct Level {
    pub nodes: Vec<Node>,
    pub lines: Vec<Line>,
    /// Start events, each of which begins the process alone.
    pub starts: Vec<usize>,
    /// Where the flow begins when the level is entered from outside, all at once: start events without trigger, or, where
    /// there are no start events, the nodes that nothing leads to.
    pub begins: Vec<usize>,
    /// Its event sub-processes.
    pub event_subs: Vec<EventSub>,
}

/// A flow node.
#[derive(Debug)]
pub(super) struct Node {
    pub id: NodeId,
    pub input: Input,
    pub work: Work,
    /// What it may let out: each a set of lines that get a token.
    pub ways: Vec<Vec<usize>>,
    pub incoming: Vec<usize>,
    pub outgoing: Vec<usize>,
    pub is_activity: bool,
    /// Whether it goes on by itself, so that a token never rests in it.
    pub is_automatic: bool,
    /// Whether its ways were too many to be written down.
    pub is_too_wide: bool,
    /// Whether it is an event at the edge of an activity: that puts its tokens.
    pub is_hosted: bool,
    pub edges: Vec<Edge>,
}

/// Where a token can be on its way from node to node: a sequence flow, a jump between links, or the way from an activity to an
/// event at its edge.
#[derive(Debug)]
pub(super) struct Line {
    pub flow: Option<FlowId>,
    pub from: usize,
    pub to: usize,
}

/// What a node needs to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// Each token starts it.
    Each,
    /// A token from each side.
    All,
    /// Tokens from all sides from which one can still come.
    Awaited,
}

/// What a node does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Work {
    Pass,
    End,
    Terminate,
    Error(String),
    Escalate {
        code: String,
        is_end: bool,
    },
    /// A sub-process or called process runs inside.
    Inside(Key),
    /// Nothing goes on here: a throwing link without target, a sub-process that is started by an event.
    Stuck,
}

/// An event at the edge of an activity.
#[derive(Debug)]
pub(super) struct Edge {
    /// The line that leads to it.
    pub line: usize,
    pub is_interrupting: bool,
    pub trigger: Trigger,
}

/// What makes an event happen, as far as the proof is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trigger {
    /// It can happen at any time: messages, timers, signals, conditions.
    Free,
    Error(String),
    Escalation(String),
}

/// An event sub-process by one of its start events.
#[derive(Debug)]
pub(super) struct EventSub {
    /// Its node.
    pub node: usize,
    pub inside: Key,
    pub is_interrupting: bool,
    pub trigger: Trigger,
}

/// All levels of a document.
pub(super) fn levels(document: &Document) -> BTreeMap<Key, Level> {
    let mut levels: BTreeMap<Key, Level> = document.processes.keys().map(|process| ((process, None), Level::default())).collect();
    let places = nodes(document, &mut levels);
    for flow in document.flows.values() {
        if let (Some((from_level, from)), Some((to_level, to))) = (places.get(&flow.from), places.get(&flow.to))
            && from_level == to_level
            && let Some(level) = levels.get_mut(from_level)
        {
            level.connect(*from, *to, Some(flow.id));
        }
    }
    for node in document.nodes.values() {
        if let (Some((key, place)), Some(level)) = (places.get(&node.id), levels.get_mut(&(node.process, node.parent))) {
            debug_assert_eq!(*key, (node.process, node.parent));
            join_up(document, &places, level, node, *place);
        }
    }
    let filled: Vec<Key> = levels.iter().filter(|(_, level)| !level.nodes.is_empty()).map(|(key, _)| *key).collect();
    for node in levels.values_mut().flat_map(|level| &mut level.nodes) {
        // A sub-process in which nothing is drawn is a step that somebody does.
        if matches!(&node.work, Work::Inside(key) if key.1.is_some() && filled.binary_search(key).is_err()) {
            node.work = Work::Pass;
        }
    }
    levels.values_mut().for_each(|level| level.finish(document));
    levels
}

type Places = BTreeMap<NodeId, (Key, usize)>;

fn nodes(document: &Document, levels: &mut BTreeMap<Key, Level>) -> Places {
    let place = |node: &FlowNode| {
        let level = levels.entry((node.process, node.parent)).or_default();
        level.nodes.push(Node::of(document, node));
        (node.id, ((node.process, node.parent), level.nodes.len() - 1))
    };
    document.nodes.values().map(place).collect()
}

/// What connects a node to others beside sequence flows.
fn join_up(document: &Document, places: &Places, level: &mut Level, node: &FlowNode, place: usize) {
    let beside = |id: NodeId| places.get(&id).filter(|(key, _)| *key == (node.process, node.parent)).map(|(_, place)| *place);
    match &node.kind {
        NodeKind::BoundaryEvent { host, trigger, is_interrupting } => {
            if let Some(host) = beside(*host) {
                let line = level.connect(host, place, None);
                level.nodes[host].outgoing.pop();
                level.nodes[place].is_hosted = true;
                level.nodes[host].edges.push(Edge { line, is_interrupting: *is_interrupting, trigger: Trigger::of(trigger) });
            }
        }
        NodeKind::ThrowEvent(Event::Link(name)) => {
            let mut targets = document.children(node.process, node.parent);
            let target = targets.find(|other| matches!(&other.kind, NodeKind::CatchEvent(Event::Link(link)) if link == name));
            match target.and_then(|target| beside(target.id)) {
                Some(target) => {
                    level.nodes[place].outgoing.clear();
                    level.connect(place, target, None);
                }
                None => level.nodes[place].work = Work::Stuck,
            }
        }
        NodeKind::SubProcess { is_event: true } => {
            let inside = (node.process, Some(node.id));
            for start in document.children(node.process, Some(node.id)) {
                if let NodeKind::StartEvent { trigger, is_interrupting } = &start.kind
                    && *trigger != Event::None
                {
                    let trigger = Trigger::of(trigger);
                    let is_interrupting = *is_interrupting;
                    level.event_subs.push(EventSub { node: place, inside, is_interrupting, trigger });
                }
            }
        }
        _ => {}
    }
}

impl Level {
    fn connect(&mut self, from: usize, to: usize, flow: Option<FlowId>) -> usize {
        let line = self.lines.len();
        self.lines.push(Line { flow, from, to });
        self.nodes[from].outgoing.push(line);
        self.nodes[to].incoming.push(line);
        line
    }

    /// The nodes from which one can come to this one without passing `barrier`; itself among them.
    pub fn before(&self, node: usize, barrier: usize) -> Vec<bool> {
        let mut found = vec![false; self.nodes.len()];
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            if node != barrier && !std::mem::replace(&mut found[node], true) {
                open.extend(self.nodes[node].incoming.iter().map(|line| self.lines[*line].from));
            }
        }
        found
    }

    /// Finds where the flow begins and what each node lets out.
    fn finish(&mut self, document: &Document) {
        let source = |node: &Node| document.nodes.get(node.id);
        let start = |node: &Node| {
            source(node).and_then(|node| match &node.kind {
                NodeKind::StartEvent { trigger, .. } => Some(*trigger == Event::None),
                _ => None,
            })
        };
        let of_kind = |wanted: &dyn Fn(&Node) -> bool| -> Vec<usize> {
            self.nodes.iter().enumerate().filter(|(_, node)| wanted(node)).map(|(place, _)| place).collect()
        };
        self.starts = of_kind(&|node| start(node).is_some());
        self.begins = of_kind(&|node| start(node) == Some(true));
        if self.starts.is_empty() {
            let waits = |kind: &NodeKind| {
                matches!(
                    kind,
                    NodeKind::CatchEvent(Event::Link(_)) | NodeKind::SubProcess { is_event: true } | NodeKind::BoundaryEvent { .. }
                )
            };
            self.begins = of_kind(&|node| node.incoming.is_empty() && source(node).is_some_and(|node| !waits(&node.kind)));
        }
        for place in 0..self.nodes.len() {
            let flows: Vec<(usize, Option<&SequenceFlow>)> = self.nodes[place]
                .outgoing
                .iter()
                .map(|line| (*line, self.lines[*line].flow.and_then(|flow| document.flows.get(flow))))
                .collect();
            let kind = document.nodes.get(self.nodes[place].id).map(|node| &node.kind);
            let ways = kind.and_then(|kind| ways(kind, &flows));
            let node = &mut self.nodes[place];
            let beside = node.edges.iter().filter(|edge| !edge.is_interrupting).count();
            node.is_too_wide = ways.is_none() || beside > MOST_OPTIONS;
            node.ways = ways.unwrap_or_default();
            let joins = node.incoming.len() > 1;
            node.input = match kind {
                Some(NodeKind::ParallelGateway) if joins => Input::All,
                Some(NodeKind::InclusiveGateway) if joins => Input::Awaited,
                _ => Input::Each,
            };
        }
    }
}

/// What a node may let out; `None` if that is too much to write down.
fn ways(kind: &NodeKind, flows: &[(usize, Option<&SequenceFlow>)]) -> Option<Vec<Vec<usize>>> {
    let all = || flows.iter().map(|(line, _)| *line).collect::<Vec<_>>();
    match kind {
        _ if flows.is_empty() => Some(vec![Vec::new()]),
        NodeKind::ExclusiveGateway | NodeKind::EventBasedGateway => Some(all().into_iter().map(|line| vec![line]).collect()),
        NodeKind::ParallelGateway => Some(vec![all()]),
        _ => {
            let is_inclusive = matches!(kind, NodeKind::InclusiveGateway) && flows.len() > 1;
            let is_default = |flow: Option<&SequenceFlow>| flow.is_some_and(|flow| flow.is_default);
            let is_optional = |flow: Option<&SequenceFlow>| is_inclusive || flow.is_some_and(|flow| !flow.condition.trim().is_empty());
            let pick = |wanted: &dyn Fn(Option<&SequenceFlow>) -> bool| -> Vec<usize> {
                flows.iter().filter(|(_, flow)| wanted(*flow)).map(|(line, _)| *line).collect()
            };
            let optional = pick(&|flow| !is_default(flow) && is_optional(flow));
            let always = pick(&|flow| !is_default(flow) && !is_optional(flow));
            let otherwise = pick(&|flow| is_default(flow));
            if optional.is_empty() {
                return Some(vec![if always.is_empty() { otherwise } else { all() }]);
            }
            (optional.len() <= MOST_OPTIONS).then(|| subsets(&optional, &always, &otherwise))
        }
    }
}

/// Each choice among the optional lines, beside those always taken; the others only if none of the optional is.
fn subsets(optional: &[usize], always: &[usize], otherwise: &[usize]) -> Vec<Vec<usize>> {
    let from = usize::from(always.is_empty() && otherwise.is_empty());
    let chosen = |mask: usize| {
        let taken = optional.iter().enumerate().filter(move |(place, _)| mask & (1 << place) != 0).map(|(_, line)| *line);
        let rest = if mask == 0 { otherwise } else { &[] };
        always.iter().copied().chain(taken).chain(rest.iter().copied()).collect()
    };
    (from..1 << optional.len()).map(chosen).collect()
}

impl Node {
    fn of(document: &Document, node: &FlowNode) -> Self {
        Self {
            id: node.id,
            input: Input::Each,
            work: Work::of(document, node),
            ways: Vec::new(),
            incoming: Vec::new(),
            outgoing: Vec::new(),
            is_activity: node.kind.is_activity(),
            is_automatic: is_automatic(&node.kind),
            is_too_wide: false,
            is_hosted: false,
            edges: Vec::new(),
        }
    }
}

fn is_automatic(kind: &NodeKind) -> bool {
    match kind {
        NodeKind::EventBasedGateway => false,
        NodeKind::CatchEvent(event) => matches!(event, Event::Link(_) | Event::None),
        other => other.is_gateway() || other.is_event(),
    }
}

impl Work {
    fn of(document: &Document, node: &FlowNode) -> Self {
        match &node.kind {
            NodeKind::EndEvent(Event::Terminate) => Self::Terminate,
            NodeKind::EndEvent(Event::Error(code)) => Self::Error(code.clone()),
            NodeKind::EndEvent(Event::Escalation(code)) => Self::Escalate { code: code.clone(), is_end: true },
            NodeKind::ThrowEvent(Event::Escalation(code)) => Self::Escalate { code: code.clone(), is_end: false },
            NodeKind::EndEvent(_) => Self::End,
            NodeKind::SubProcess { is_event: true } => Self::Stuck,
            NodeKind::SubProcess { is_event: false } => Self::Inside((node.process, Some(node.id))),
            NodeKind::CallActivity(Some(process)) if document.processes.contains(*process) => Self::Inside((*process, None)),
            _ => Self::Pass,
        }
    }
}

impl Trigger {
    fn of(event: &Event) -> Self {
        match event {
            Event::Error(code) => Self::Error(code.clone()),
            Event::Escalation(code) => Self::Escalation(code.clone()),
            _ => Self::Free,
        }
    }
}
