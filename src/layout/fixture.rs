//! Documents for the tests of this room, drawn in a few words.

use super::course::Segment;
use super::dock::{Outline, Side};
use crate::model::{
    Bounds, Document, Edge, Event, FlowId, FlowNode, Lane, LaneId, NodeId, NodeKind, Orientation, Point, Pool, PoolId, Repetition,
    SequenceFlow, Shape, StepDetails, Subject,
};
use std::collections::BTreeSet;

/// What is wrong with the ways at gateways: pieces longer than a point that two ways out of one share, and ways out that dock
/// where another connection does while a corner is free.
pub fn tangles(document: &Document) -> Vec<String> {
    let course = |flow: &SequenceFlow| document.diagram.edges.get(Subject::Flow(flow.id)).unwrap().waypoints.clone();
    let mut found = Vec::new();
    for gateway in document.nodes.values().filter(|node| node.kind.is_gateway()) {
        let outline = Outline::of(document, Subject::Node(gateway.id)).unwrap();
        let out: Vec<Vec<Point>> = document.outgoing(gateway.id).map(course).collect();
        let into: BTreeSet<Side> = document.incoming(gateway.id).map(|flow| outline.side_of(*course(flow).last().unwrap())).collect();
        let corners: BTreeSet<Side> = out.iter().map(|points| outline.side_of(points[0])).collect();
        let used = corners.union(&into).count();
        if used < 4 && used < out.len() + into.len() {
            found.push(format!("{:?} {}: {} ways out at {corners:?}, in at {into:?}", gateway.id, gateway.name, out.len()));
        }
        for (index, way) in out.iter().enumerate().filter(|_| used < 4) {
            let others = out[index + 1..].iter().flat_map(|other| Segment::all(other));
            let shared = others.flat_map(|other| Segment::all(way).map(move |it| shared_length(it, other, 1.0))).fold(0.0, f64::max);
            if shared > 1.0 {
                found.push(format!("{:?} {}: {shared} points of {way:?} belong to another way as well", gateway.id, gateway.name));
            }
        }
    }
    found
}

/// How far two parallel pieces that are less than `gap` apart run beside each other.
pub fn shared_length(a: Segment, b: Segment, gap: f64) -> f64 {
    let (mine, theirs) = (a.bounds(), b.bounds());
    let across = mine.right().min(theirs.right()) - mine.x.max(theirs.x);
    let down = mine.bottom().min(theirs.bottom()) - mine.y.max(theirs.y);
    match (a.is_lateral(), b.is_lateral()) {
        (true, true) if down > -gap => across,
        (false, false) if across > -gap => down,
        _ => 0.0,
    }
}

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
