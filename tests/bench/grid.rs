//! A large procedure: a grid of steps, gateways and events, row by row in one flow.

use super::sketch;
use dienstweg::edit::{Command, CommandName, Editor, FlowCommand};
use dienstweg::model::{
    Assignment, Bounds, Document, Edge, Event, FlowNode, FormId, NodeId, NodeKind, Point, ServiceUse, Shape, Subject, Vector,
};

const COLUMN: f64 = 200.0;
const ROW: f64 = 130.0;
/// So many nodes share a form and an object.
const BLOCK: usize = 100;
/// Fields of an object.
const FIELDS: usize = 20;

/// So many nodes in 25 columns (100 from 10,000 nodes on, or they would not fit into a window): of ten, six steps, two gateways
/// and two events, all with names; one flow through all, and a branch of each second gateway to the next, which joins. Each
/// hundred nodes have an object of twenty fields, of which conditions and services speak, and a form for half of them.
pub fn grid(count: usize) -> Document {
    let mut document = Document::empty("raster", "Raster");
    let forms: Vec<FormId> = (0..count.div_ceil(BLOCK)).map(|block| data(&mut document, block)).collect();
    let columns = if count < 10_000 { 25 } else { 100 };
    let nodes: Vec<NodeId> = (0..count).map(|place| node(&mut document, place, count, columns)).collect();
    for (place, node) in nodes.iter().enumerate() {
        details(document.nodes.get_mut(*node).unwrap(), place, &forms);
    }
    for (place, pair) in nodes.windows(2).enumerate() {
        let joins = nodes.get(place + 5).filter(|_| place % 10 == 2);
        let condition = joins.map(|_| format!("antrag{}.f{} > {place}", place / BLOCK, place % FIELDS)).unwrap_or_default();
        flow(&mut document, pair[0], pair[1], condition);
        if let Some(join) = joins {
            branch(&mut document, pair[0], *join);
        }
    }
    document
}

/// The same with the nodes of each block of a hundred thrown together, each in a place of its own, and the flows led anew.
pub fn scattered(count: usize) -> Document {
    let document = grid(count);
    let mut dice = Dice(1);
    let moves = document.nodes.keys().map(|node| {
        let by = Vector::new((dice.throw() - 0.5) * 5.0 * COLUMN, (dice.throw() - 0.5) * 8.0 * ROW);
        Command::Flow(FlowCommand::Move { subjects: vec![Subject::Node(node)], by })
    });
    let scatter = Command::Batch { name: CommandName::Move, commands: moves.collect() };
    Editor::new(document).what_if(&scatter).unwrap()
}

/// The nodes of the grid, with 1.1 times as many flows between pairs thrown at random.
pub fn random(count: usize) -> Document {
    let mut document = grid(count);
    let nodes: Vec<NodeId> = document.nodes.keys().collect();
    for flow in document.flows.keys().collect::<Vec<_>>() {
        document.flows.remove(flow);
        document.diagram.edges.remove(Subject::Flow(flow));
    }
    let mut dice = Dice(7);
    let mut pick = || nodes[(dice.throw() * nodes.len() as f64) as usize];
    for _ in 0..count * 11 / 10 {
        let (from, to) = (pick(), pick());
        if from != to {
            flow(&mut document, from, to, String::new());
        }
    }
    document
}

/// Numbers that look thrown but are always the same.
struct Dice(u64);

impl Dice {
    /// From 0 to below 1.
    fn throw(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1u64 << 24) as f64
    }
}

fn data(document: &mut Document, block: usize) -> FormId {
    let fields = sketch::object(document, &format!("antrag{block}"), (0..FIELDS).map(|number| format!("f{number}")));
    let elements = fields.into_iter().take(FIELDS / 2).map(|field| sketch::element(document, field, |_, _| {})).collect();
    sketch::form(document, elements)
}

fn kind(place: usize, count: usize) -> (NodeKind, String) {
    match place {
        0 => (NodeKind::StartEvent { trigger: Event::None, is_interrupting: true }, "Antrag eingegangen".to_owned()),
        _ if place + 1 == count => (NodeKind::EndEvent(Event::None), "Erledigt".to_owned()),
        _ => match place % 10 {
            2 | 7 => (NodeKind::ExclusiveGateway, format!("Unterlagen {place} vollständig?")),
            4 | 9 => (NodeKind::CatchEvent(Event::Message(format!("Nachricht {place}"))), format!("Nachricht {place} da")),
            1 | 6 => (NodeKind::ServiceTask, format!("Register {place} abrufen")),
            _ => (NodeKind::UserTask, format!("Antrag Nummer {place} prüfen")),
        },
    }
}

fn node(document: &mut Document, place: usize, count: usize, columns: usize) -> NodeId {
    let (kind, name) = kind(place, count);
    let (width, height) = kind.usual_size();
    let node = sketch::node(document, kind, name);
    let centre = Point::new((place % columns) as f64 * COLUMN, (place / columns) as f64 * ROW);
    document.diagram.shapes.insert(Subject::Node(node), Shape::at(Bounds::centred(centre, width, height)));
    node
}

fn details(node: &mut FlowNode, place: usize, forms: &[FormId]) {
    match node.kind {
        NodeKind::UserTask => node.details.form = forms.get(place / BLOCK).copied(),
        NodeKind::ServiceTask => {
            let target = format!("antrag{}.f{}", place / BLOCK, FIELDS / 2 + place % (FIELDS / 2));
            let answer = vec![Assignment { target, value: place.to_string() }];
            node.details.service = Some(ServiceUse { service: "registerabruf".to_owned(), answer });
        }
        _ => {}
    }
}

/// Straight to the neighbour, or between the rows to the beginning of the next.
fn flow(document: &mut Document, from: NodeId, to: NodeId, condition: String) {
    let (a, b) = (bounds(document, from), bounds(document, to));
    let course = if a.x < b.x {
        vec![Point::new(a.right(), a.centre().y), Point::new(b.x, b.centre().y)]
    } else {
        between_rows(a, b, Point::new(b.centre().x, b.y))
    };
    let flow = sketch::flow(document, from, to, condition);
    document.diagram.edges.insert(Subject::Flow(flow), Edge::routed(course));
}

/// Below the row to the gateway that joins.
fn branch(document: &mut Document, from: NodeId, to: NodeId) {
    let flow = sketch::flow(document, from, to, String::new());
    if let Some(flow) = document.flows.get_mut(flow) {
        (flow.is_default, flow.name) = (true, "sonst".to_owned());
    }
    let (a, b) = (bounds(document, from), bounds(document, to));
    let end = Point::new(b.centre().x, if a.x < b.x { b.bottom() } else { b.y });
    document.diagram.edges.insert(Subject::Flow(flow), Edge::routed(between_rows(a, b, end)));
}

fn between_rows(from: Bounds, to: Bounds, end: Point) -> Vec<Point> {
    let (a, b, low) = (from.centre(), to.centre(), from.centre().y + ROW / 2.0);
    vec![Point::new(a.x, from.bottom()), Point::new(a.x, low), Point::new(b.x, low), end]
}

fn bounds(document: &Document, node: NodeId) -> Bounds {
    document.diagram.shapes.get(Subject::Node(node)).unwrap().bounds
}
