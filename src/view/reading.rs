//! The nodes of a process in the order in which one reads the flow, for lists: kept from frame to frame.

use crate::edit::{Line, reading_order};
use crate::model::{Document, FlowId, FlowIndex, FlowNode, NodeId, ProcessId, SequenceFlow, Table};
use egui::{Context, Id};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A node in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// Which one.
    pub node: NodeId,
    /// How many branches and sub-processes lie round it.
    pub depth: usize,
    /// The way that begins with it, if it stands first on one of several.
    pub way: Option<FlowId>,
}

/// The steps of a process in the order of the flow; kept from frame to frame until the flow changes.
pub(super) struct Order {
    /// All nodes of the process, each once.
    pub rows: Vec<Row>,
    /// The row of each node.
    pub places: BTreeMap<NodeId, usize>,
    /// Connections of the document.
    pub flows: FlowIndex,
    source: (ProcessId, Table<NodeId, FlowNode>, Table<FlowId, SequenceFlow>),
}

impl Order {
    /// That of the document as it is now.
    pub fn of(context: &Context, document: &Document, process: ProcessId) -> Arc<Self> {
        let id = Id::unique("reading order");
        let is_same = |kept: &Arc<Self>| {
            let (of, nodes, flows) = &kept.source;
            *of == process && nodes.same_as(&document.nodes) && flows.same_as(&document.flows)
        };
        if let Some(kept) = context.data(|data| data.get_temp::<Arc<Self>>(id)).filter(is_same) {
            return kept;
        }
        let flows = FlowIndex::of(document);
        let rows = rows(&reading_order(document, process, &flows));
        let places = rows.iter().enumerate().map(|(place, row)| (row.node, place)).collect();
        let order = Arc::new(Self { rows, places, flows, source: (process, document.nodes.clone(), document.flows.clone()) });
        context.data_mut(|data| data.insert_temp(id, Arc::clone(&order)));
        order
    }

    /// The number of a node in the list, counted from 1.
    pub fn number(&self, node: NodeId) -> Option<usize> {
        self.places.get(&node).map(|place| place + 1)
    }
}

fn rows(lines: &[Line]) -> Vec<Row> {
    let mut begun: Option<(FlowId, usize)> = None;
    let mut rows = Vec::new();
    for line in lines {
        match *line {
            Line::Way { flow, depth } => begun = Some((flow, depth)),
            Line::Jump { .. } => begun = None,
            Line::Node { node, depth } => {
                let way = begun.take().filter(|(_, at)| *at == depth).map(|(flow, _)| flow);
                rows.push(Row { node, depth, way });
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::edit::{Command, Editor, FlowCommand};
    use crate::model::{Document, Event, NodeKind, Point, Subject};

    #[test]
    fn the_flow_is_read_from_its_start_even_if_it_was_drawn_last() {
        let mut editor = Editor::new(Document::empty("a", "A"));
        let process = editor.document().main_process;
        let mut add = |kind: NodeKind, name: &str, x: f64| {
            let command = FlowCommand::AddNode { process, kind, name: name.to_owned(), at: Point::new(x, 100.0) };
            editor.apply(Command::Flow(command)).unwrap().created[0]
        };
        let end = add(NodeKind::EndEvent(Event::None), "Ende", 700.0);
        let step = add(NodeKind::UserTask, "Prüfen", 400.0);
        let start = add(NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, "Start", 100.0);
        for (from, to) in [(start, step), (step, end)] {
            editor.apply(Command::Flow(FlowCommand::Connect { from, to })).unwrap();
        }
        let order = Order::of(&egui::Context::default(), editor.document(), process);
        let order: Vec<Subject> = order.rows.iter().map(|row| Subject::Node(row.node)).collect();
        assert_eq!(order, [start, step, end]);
    }
}
