//! A large procedure: a grid of steps, gateways and events, row by row in one flow.

use super::sketch;
use dienstweg::model::{Bounds, Document, Edge, Event, NodeId, NodeKind, Point, Shape, Subject};

const COLUMN: f64 = 200.0;
const ROW: f64 = 130.0;

/// So many nodes in 25 columns (100 from 10,000 nodes on, or they would not fit into a window): of ten, six steps, two gateways
/// and two events, all with names; one flow through all, and a branch of each second gateway to the next, which joins.
pub fn grid(count: usize) -> Document {
    let mut document = Document::empty("raster", "Raster");
    sketch::object(&mut document, "antrag", std::iter::once("n".to_owned()));
    let columns = if count < 10_000 { 25 } else { 100 };
    let nodes: Vec<NodeId> = (0..count).map(|place| node(&mut document, place, count, columns)).collect();
    for (place, pair) in nodes.windows(2).enumerate() {
        let joins = nodes.get(place + 5).filter(|_| place % 10 == 2);
        let condition = joins.map(|_| format!("antrag.n > {place}")).unwrap_or_default();
        flow(&mut document, pair[0], pair[1], condition);
        if let Some(join) = joins {
            branch(&mut document, pair[0], *join);
        }
    }
    document
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
