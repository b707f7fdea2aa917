//! Free places: for a step behind another, for an event at an edge, for what is pasted.

use super::direction::direction_of;
use super::snap::GRID;
use crate::model::{Bounds, Document, NodeId, Orientation, Point, ProcessId, Subject, Vector};

/// Room between a step and the one behind it, in points.
const GAP: f64 = 70.0;
/// Room between rows.
const ROW_GAP: f64 = 40.0;
/// Room that a free place has round it.
const CLEAR: f64 = 10.0;
/// Rows that are tried on each side before giving up.
const ROWS: usize = 200;
/// Room between the middles of events at one edge, and from the corners.
const EVENT_GAP: f64 = 45.0;
const EVENT_INSET: f64 = 30.0;

/// The middle of the place for a new node of this size behind another: on with the flow of its pool,
/// in its row if that is free, else in the next free row after it; behind a gateway also before it, where that is as near and in
/// the same lane, so that its ways need not cross. `None` if the other is not drawn.
pub fn behind(document: &Document, node: NodeId, (width, height): (f64, f64)) -> Option<Point> {
    let before = document.diagram.shapes.get(Subject::Node(node))?.bounds;
    let place = document.nodes.get(node)?;
    let (process, parent) = (place.process, place.parent);
    let orientation = direction_of(document, process);
    let (is_event, is_gateway) = (place.kind.host().is_some(), place.kind.is_gateway());
    let room = room_of(document, node);
    let place = |row: usize| {
        // An event at an edge leads downwards: its step never stands beside it.
        let aside = match row {
            row if is_event => (row + 1) as f64,
            row if is_gateway && row.is_multiple_of(2) => -((row / 2) as f64),
            row if is_gateway => row.div_ceil(2) as f64,
            row => row as f64,
        };
        let centre = match orientation {
            Orientation::Horizontal => {
                Point::new(before.right() + GAP + width / 2.0, before.centre().y + aside * (height.max(before.height) + ROW_GAP))
            }
            Orientation::Vertical => {
                Point::new(before.centre().x + aside * (width.max(before.width) + ROW_GAP), before.bottom() + GAP + height / 2.0)
            }
        };
        Bounds::centred(centre, width, height)
    };
    let has_room = |place: &Bounds| {
        let is_before = match orientation {
            Orientation::Horizontal => place.y < before.y && place.bottom() < before.bottom(),
            Orientation::Vertical => place.x < before.x && place.right() < before.right(),
        };
        !is_before || room.is_none_or(|room| room.encloses(place.grown(CLEAR)))
    };
    // All rows take up the same strip; what lies beside it is never in the way.
    let strip = place(0).grown(CLEAR);
    let is_in_strip = |other: Bounds| match orientation {
        Orientation::Horizontal => other.x < strip.right() && strip.x < other.right(),
        Orientation::Vertical => other.y < strip.bottom() && strip.y < other.bottom(),
    };
    let taken = neighbours(document, process, parent, is_in_strip);
    let is_free = |place: &Bounds| taken.iter().all(|other| !place.grown(CLEAR).overlaps(*other));
    (0..ROWS).map(place).find(|place| is_free(place) && has_room(place)).or_else(|| Some(place(0))).map(Bounds::centre)
}

/// The lane, sub-process or pool in which a node stands.
fn room_of(document: &Document, node: NodeId) -> Option<Bounds> {
    let node = document.nodes.get(node)?;
    let pool = || document.pool_of(node.process).map(Subject::Pool);
    let around = node.parent.map(Subject::Node).or(node.lane.map(Subject::Lane)).or_else(pool)?;
    document.diagram.shapes.get(around).map(|shape| shape.bounds)
}

/// A free place for a remark of this size about a node: above it, else below, else farther on. `None` if it is not drawn.
pub fn aside(document: &Document, node: NodeId, (width, height): (f64, f64)) -> Option<Bounds> {
    let about = document.diagram.shapes.get(Subject::Node(node))?.bounds;
    let it = document.nodes.get(node)?;
    let taken = neighbours(document, it.process, it.parent, |_| true);
    let place = |step: usize| {
        let x = about.centre().x + GRID + (step / 2) as f64 * (width + 2.0 * GRID);
        let y = if step.is_multiple_of(2) { about.y - ROW_GAP - height } else { about.bottom() + ROW_GAP };
        Bounds::new(x.round(), y.round(), width, height)
    };
    let is_free = |place: &Bounds| taken.iter().all(|other| !place.grown(CLEAR).overlaps(*other));
    (0..ROWS).map(place).find(is_free).or_else(|| Some(place(0)))
}

/// Shapes of nodes and artifacts directly in a process or sub-process that may be in the way.
fn neighbours(document: &Document, process: ProcessId, parent: Option<NodeId>, is_near: impl Fn(Bounds) -> bool) -> Vec<Bounds> {
    let is_beside = |subject: Subject| match subject {
        Subject::Node(id) => document.nodes.get(id).is_some_and(|node| node.process == process && node.parent == parent),
        Subject::Artifact(id) => document.artifacts.get(id).is_some_and(|it| it.process == process && it.parent == parent),
        _ => false,
    };
    let near = document.diagram.shapes.iter().filter(|(_, shape)| is_near(shape.bounds));
    near.filter(|(subject, _)| is_beside(*subject)).map(|(_, shape)| shape.bounds).collect()
}

/// The middle of the free place for an event at the edge of an activity that is nearest to `at`;
/// without it, at the lower edge, from the right. `None` if the activity is not drawn.
pub fn at_edge(document: &Document, host: NodeId, at: Option<Point>) -> Option<Point> {
    let bounds = document.diagram.shapes.get(Subject::Node(host))?.bounds;
    let taken: Vec<Point> = document
        .boundary_events(host)
        .filter_map(|event| document.diagram.shapes.get(Subject::Node(event.id)))
        .map(|it| it.bounds.centre())
        .collect();
    let wished = at.map_or(Point::new(bounds.right() - EVENT_INSET, bounds.bottom()), |at| on_edge(bounds, at));
    let is_free = |place: &Point| taken.iter().all(|other| other.distance(*place) >= EVENT_GAP - 0.01);
    if is_free(&wished) {
        return Some(wished);
    }
    let mut places: Vec<Point> = edge_places(bounds).into_iter().filter(is_free).collect();
    // The same edge first, then the nearest.
    let strangeness = |place: &Point| (place.distance(wished), place.y, place.x);
    places.sort_by(|a, b| {
        let ((a, ay, ax), (b, by, bx)) = (strangeness(a), strangeness(b));
        a.total_cmp(&b).then(by.total_cmp(&ay)).then(ax.total_cmp(&bx))
    });
    Some(places.first().copied().unwrap_or(wished))
}

/// The point of a rectangle's edge nearest to another, not too close to a corner.
pub fn on_edge(bounds: Bounds, at: Point) -> Point {
    let inset = |low: f64, length: f64, at: f64| {
        let margin = EVENT_INSET.min(length / 2.0);
        // Not `clamp`: rounding may put the bounds the wrong way round.
        at.min(low + length - margin).max(low + margin)
    };
    let (x, y) = (inset(bounds.x, bounds.width, at.x), inset(bounds.y, bounds.height, at.y));
    let places = [Point::new(x, bounds.bottom()), Point::new(x, bounds.y), Point::new(bounds.right(), y), Point::new(bounds.x, y)];
    places.into_iter().min_by(|a, b| a.distance(at).total_cmp(&b.distance(at))).unwrap_or(at)
}

/// Places along all four edges, a grid step apart.
fn edge_places(bounds: Bounds) -> Vec<Point> {
    let along = |low: f64, length: f64| {
        let margin = EVENT_INSET.min(length / 2.0);
        let count = ((length - 2.0 * margin) / GRID).floor().clamp(0.0, 1000.0) as usize;
        (0..=count).map(move |step| low + length - margin - step as f64 * GRID)
    };
    let level = along(bounds.x, bounds.width).flat_map(|x| [Point::new(x, bounds.bottom()), Point::new(x, bounds.y)]);
    level.chain(along(bounds.y, bounds.height).flat_map(|y| [Point::new(bounds.right(), y), Point::new(bounds.x, y)])).collect()
}

/// How far a copy that would stand at `bounds` has to move so that it hides nothing: downwards and to
/// the right by grid steps of two, until none of its shapes lies upon one that is as large and stands
/// in the same place.
pub fn for_paste(document: &Document, copies: &[Bounds]) -> Vector {
    let hides = |by: Vector| {
        let is_same = |a: Bounds, b: Bounds| (a.x - b.x).abs() < GRID && (a.y - b.y).abs() < GRID;
        let shapes = document.diagram.shapes.values();
        shapes.into_iter().any(|shape| copies.iter().any(|copy| is_same(copy.moved(by), shape.bounds)))
    };
    let step = |count: usize| Vector::new(count as f64 * 2.0 * GRID, count as f64 * 2.0 * GRID);
    (0..ROWS).map(step).find(|by| !hides(*by)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::fixture::Sketch;
    use crate::model::NodeKind;

    const STEP: (f64, f64) = (140.0, 80.0);

    #[test]
    fn the_next_step_stands_behind_else_below() {
        let mut sketch = Sketch::new();
        let first = sketch.task("");
        sketch.place(first, 0.0, 0.0);
        assert_eq!(behind(&sketch.document, first, STEP), Some(Point::new(210.0, 0.0)));
        assert_eq!(behind(&sketch.document, first, (36.0, 36.0)), Some(Point::new(158.0, 0.0)));
        for expected in [120.0, 240.0] {
            let next = sketch.task("");
            let place = behind(&sketch.document, first, STEP).unwrap();
            sketch.place(next, place.x, place.y);
            assert_eq!(behind(&sketch.document, first, STEP), Some(Point::new(210.0, expected)));
        }
        // What stands inside of a sub-process is not in the way outside.
        let outer = sketch.node(NodeKind::SubProcess { is_event: false }, "");
        sketch.draw(Subject::Node(outer), Bounds::new(2000.0, 0.0, 500.0, 300.0));
        let inner = sketch.node_in(NodeKind::Task, "", None, Some(outer));
        sketch.place(inner, 2100.0, 100.0);
        assert_eq!(behind(&sketch.document, inner, STEP), Some(Point::new(2310.0, 100.0)));
    }

    #[test]
    fn ways_out_of_a_gateway_stand_behind_below_and_above_it_in_its_lane() {
        let mut sketch = Sketch::new();
        let gateway = sketch.node(NodeKind::ExclusiveGateway, "");
        sketch.place(gateway, 0.0, 0.0);
        for expected in [0.0, 120.0, -120.0, 240.0, -240.0] {
            let next = sketch.task("");
            let place = behind(&sketch.document, gateway, STEP).unwrap();
            assert_eq!(place, Point::new(place.x, expected));
            sketch.place(next, place.x, place.y);
        }
        // Where the sub-process round it ends above, there is only room below.
        let outer = sketch.node(NodeKind::SubProcess { is_event: false }, "");
        sketch.draw(Subject::Node(outer), Bounds::new(2000.0, 0.0, 500.0, 400.0));
        let inner = sketch.node_in(NodeKind::ExclusiveGateway, "", None, Some(outer));
        sketch.place(inner, 2100.0, 100.0);
        for expected in [100.0, 220.0, 340.0] {
            let next = sketch.node_in(NodeKind::Task, "", None, Some(outer));
            let place = behind(&sketch.document, inner, STEP).unwrap();
            assert_eq!(place, Point::new(place.x, expected));
            sketch.place(next, place.x, place.y);
        }
    }

    #[test]
    fn the_step_of_an_edge_event_stands_below_its_host() {
        let mut sketch = Sketch::new();
        let host = sketch.task("");
        sketch.place(host, 0.0, 0.0);
        let event = sketch.boundary(host);
        sketch.place(event, 40.0, 40.0);
        assert_eq!(behind(&sketch.document, event, STEP), Some(Point::new(40.0 + 18.0 + 70.0 + 70.0, 160.0)));
    }

    #[test]
    fn remarks_stand_above_their_step_or_below() {
        let mut sketch = Sketch::new();
        let step = sketch.task("");
        sketch.draw(Subject::Node(step), Bounds::new(0.0, 0.0, 140.0, 80.0));
        let above = aside(&sketch.document, step, (150.0, 50.0)).unwrap();
        assert_eq!(above, Bounds::new(80.0, -90.0, 150.0, 50.0));
        let other = sketch.task("");
        sketch.draw(Subject::Node(other), above);
        assert_eq!(aside(&sketch.document, step, (150.0, 50.0)), Some(Bounds::new(80.0, 120.0, 150.0, 50.0)));
    }

    #[test]
    fn events_find_room_at_the_edge() {
        let mut sketch = Sketch::new();
        let host = sketch.task("");
        sketch.draw(Subject::Node(host), Bounds::new(0.0, 0.0, 140.0, 80.0));
        for expected in [(110.0, 80.0), (60.0, 80.0)] {
            let place = at_edge(&sketch.document, host, None).unwrap();
            assert_eq!((place.x, place.y), expected);
            let event = sketch.boundary(host);
            sketch.place(event, place.x, place.y);
        }
        assert_eq!(at_edge(&sketch.document, host, Some(Point::new(50.0, -20.0))), Some(Point::new(50.0, 0.0)));
        let third = at_edge(&sketch.document, host, None).unwrap();
        assert!(third.y < 80.0 || third.x < 60.0);
    }

    #[test]
    fn a_copy_does_not_hide_its_original() {
        let mut sketch = Sketch::new();
        let step = sketch.task("");
        let original = Bounds::new(100.0, 100.0, 140.0, 80.0);
        sketch.draw(Subject::Node(step), original);
        assert_eq!(for_paste(&sketch.document, &[original]), Vector::new(20.0, 20.0));
        let copy = sketch.task("");
        sketch.draw(Subject::Node(copy), original.moved(Vector::new(20.0, 20.0)));
        assert_eq!(for_paste(&sketch.document, &[original]), Vector::new(40.0, 40.0));
        assert_eq!(for_paste(&sketch.document, &[original.moved(Vector::new(500.0, 0.0))]), Vector::default());
    }
}
