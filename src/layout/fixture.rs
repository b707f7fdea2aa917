//! Documents for the tests of this room, drawn in a few words.

use crate::model::{
    Bounds, Document, Edge, Event, FlowId, FlowNode, Lane, LaneId, NodeId, NodeKind, Orientation, Point, Pool, PoolId, Repetition,
    SequenceFlow, Shape, StepDetails, Subject,
};

/// A document that is being drawn.
pub struct Sketch {
    /// What is there so far.
    pub document: Document,
}

impl Sketch {
    pub fn new() -> Self {
        Self { document: Document::empty("p", "P") }
    }

    pub fn node(&mut self, kind: NodeKind, name: &str) -> NodeId {
        self.node_in(kind, name, None, None)
    }

    pub fn node_in(&mut self, kind: NodeKind, name: &str, lane: Option<LaneId>, parent: Option<NodeId>) -> NodeId {
        let id: NodeId = self.document.new_id();
        let node = FlowNode {
            id,
            key: format!("n{}", id.0),
            name: name.to_owned(),
            process: self.document.main_process,
            parent,
            lane,
            kind,
            repetition: Repetition::default(),
            details: StepDetails::default(),
        };
        self.document.nodes.insert(id, node);
        id
    }

    pub fn task(&mut self, name: &str) -> NodeId {
        self.node(NodeKind::Task, name)
    }

    pub fn boundary(&mut self, host: NodeId) -> NodeId {
        let (lane, parent) = self.document.nodes.get(host).map(|host| (host.lane, host.parent)).unwrap();
        self.node_in(NodeKind::BoundaryEvent { host, trigger: Event::None, is_interrupting: true }, "", lane, parent)
    }

    pub fn flow(&mut self, from: NodeId, to: NodeId) -> FlowId {
        self.flow_named(from, to, "")
    }

    pub fn flow_named(&mut self, from: NodeId, to: NodeId, name: &str) -> FlowId {
        let id: FlowId = self.document.new_id();
        let flow =
            SequenceFlow { id, key: format!("f{}", id.0), name: name.to_owned(), from, to, condition: String::new(), is_default: false };
        self.document.flows.insert(id, flow);
        id
    }

    pub fn pool(&mut self, name: &str, orientation: Orientation) -> PoolId {
        let id: PoolId = self.document.new_id();
        let process = Some(self.document.main_process);
        self.document.pools.insert(id, Pool { id, key: format!("p{}", id.0), name: name.to_owned(), process, role: None, orientation });
        id
    }

    pub fn lane(&mut self, pool: PoolId, parent: Option<LaneId>, name: &str) -> LaneId {
        let id: LaneId = self.document.new_id();
        self.document.lanes.insert(id, Lane { id, key: format!("l{}", id.0), name: name.to_owned(), pool, parent, role: None });
        id
    }

    /// Draws a node with its middle there, in its usual size.
    pub fn place(&mut self, node: NodeId, x: f64, y: f64) {
        let (width, height) = self.document.nodes.get(node).unwrap().kind.usual_size();
        self.draw(Subject::Node(node), Bounds::centred(Point::new(x, y), width, height));
    }

    pub fn draw(&mut self, subject: Subject, bounds: Bounds) {
        self.document.diagram.shapes.insert(subject, Shape::at(bounds));
    }

    pub fn course(&mut self, flow: FlowId, points: &[(f64, f64)]) {
        let points = points.iter().map(|(x, y)| Point::new(*x, *y)).collect();
        self.document.diagram.edges.insert(Subject::Flow(flow), Edge::routed(points));
    }

    /// Leads a flow as the router would.
    pub fn lead(&mut self, flow: FlowId) {
        let points = super::connection::route_connection(&self.document, Subject::Flow(flow)).unwrap();
        self.document.diagram.edges.insert(Subject::Flow(flow), Edge::routed(points));
    }
}
