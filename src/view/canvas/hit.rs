//! What lies under the pointer.

use super::camera::Camera;
use crate::drawing::head;
use crate::drawing::scene::{Item, Look, Scene};
use crate::edit::FlowEnd;
use crate::model::{Bounds, NodeKind, Orientation, Point, Subject, Vector};
use crate::view::Selection;

/// How near to a line still hits it, in points of the screen.
pub const LINE: f32 = 6.0;
/// How near to a handle still hits it, in points of the screen.
const HANDLE: f32 = 9.0;

/// How far beside a node its ports are, in points of the screen: clear of the handles.
const PORT: f32 = 20.0;

/// A handle of a selected shape: which edges it moves, -1 the left or upper, 1 the right or lower, 0 none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handle {
    /// Left or right edge.
    pub x: i8,
    /// Upper or lower edge.
    pub y: i8,
}

/// The handles of a shape that can be resized.
pub const HANDLES: [Handle; 8] = [
    Handle { x: -1, y: -1 },
    Handle { x: 0, y: -1 },
    Handle { x: 1, y: -1 },
    Handle { x: 1, y: 0 },
    Handle { x: 1, y: 1 },
    Handle { x: 0, y: 1 },
    Handle { x: -1, y: 1 },
    Handle { x: -1, y: 0 },
];

impl Handle {
    /// Where it is on the bounds.
    pub fn place(self, bounds: Bounds) -> Point {
        let centre = bounds.centre();
        Point::new(centre.x + f64::from(self.x) * bounds.width / 2.0, centre.y + f64::from(self.y) * bounds.height / 2.0)
    }
}

/// What was hit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hit {
    /// An element itself; dragging moves it.
    Body(Subject),
    /// The inner ground of a pool, lane or frame; dragging draws a rubber band.
    Ground(Subject),
    /// A label outside of its shape.
    Label(Subject),
    /// A handle of the selected shape.
    Handle(Subject, Handle),
    /// A port beside the selected node, from which a connection is drawn.
    Port(Subject),
    /// An end of the selected connection.
    End(Subject, FlowEnd),
    /// A bend of the selected connection, by the number of its point.
    Bend(Subject, usize),
    /// A segment of the selected connection, by the number of its first point.
    Segment(Subject, usize),
}

impl Hit {
    /// The element that was hit.
    pub fn subject(self) -> Subject {
        match self {
            Self::Body(subject)
            | Self::Ground(subject)
            | Self::Label(subject)
            | Self::Handle(subject, _)
            | Self::Port(subject)
            | Self::End(subject, _)
            | Self::Bend(subject, _)
            | Self::Segment(subject, _) => subject,
        }
    }
}

/// Looks for what is under the pointer.
pub struct Finder<'a> {
    /// The elements.
    pub scene: &'a Scene,
    /// Where they are.
    pub camera: &'a Camera,
    /// Labels drawn in the last frame.
    pub labels: &'a [(Subject, Bounds)],
}

impl Finder<'_> {
    /// The topmost hit, handles of what is selected first.
    pub fn at(&self, point: Point, selection: &Selection) -> Option<Hit> {
        let handle = selection.single().and_then(|subject| self.scene.get(subject)).and_then(|item| self.handle(item, point));
        let hit = handle.or_else(|| self.label(point)).or_else(|| self.element(point, |_| true))?;
        let is_ground = matches!(hit, Hit::Ground(_) | Hit::Body(Subject::Pool(_) | Subject::Lane(_)));
        Some(self.border(point).filter(|_| is_ground).unwrap_or(hit))
    }

    /// The topmost element that may be meant.
    pub fn element(&self, point: Point, is_meant: impl Fn(Subject) -> bool) -> Option<Hit> {
        let reach = self.camera.reach(LINE);
        let near = self.scene.within(Bounds::centred(point, 2.0 * reach, 2.0 * reach));
        near.into_iter().rev().filter(|item| is_meant(item.subject)).find_map(|item| Self::body(item, point, reach))
    }

    /// The topmost shape on which a connection can end, or a connection for a dotted line.
    pub fn end(&self, point: Point) -> Option<Subject> {
        self.element(point, |subject| !matches!(subject, Subject::Lane(_))).map(Hit::subject)
    }

    /// The border between two lanes, as the handle of the first of them.
    fn border(&self, point: Point) -> Option<Hit> {
        let reach = self.camera.reach(LINE);
        let near = self.scene.within(Bounds::centred(point, 2.0 * reach, 2.0 * reach)).into_iter();
        let lanes: Vec<(Subject, Bounds, bool)> = near
            .filter_map(|item| match &item.look {
                Look::Lane { orientation, shape, .. } => Some((item.subject, shape.bounds, *orientation == Orientation::Horizontal)),
                _ => None,
            })
            .collect();
        let is_beside = |bounds: Bounds, is_level: bool| {
            let meets =
                |other: Bounds| if is_level { (other.y - bounds.bottom()).abs() < 1.0 } else { (other.x - bounds.right()).abs() < 1.0 };
            lanes.iter().any(|(_, other, _)| meets(*other))
        };
        let is_at = |bounds: Bounds, is_level: bool| {
            let far = if is_level { bounds.bottom() - point.y } else { bounds.right() - point.x };
            bounds.grown(reach).contains(point) && far.abs() <= reach
        };
        let found = lanes.iter().find(|(_, bounds, is_level)| is_at(*bounds, *is_level) && is_beside(*bounds, *is_level));
        found.map(|(lane, _, is_level)| {
            let handle = if *is_level { Handle { x: 0, y: 1 } } else { Handle { x: 1, y: 0 } };
            Hit::Handle(*lane, handle)
        })
    }

    fn label(&self, point: Point) -> Option<Hit> {
        self.labels.iter().rev().find(|(_, bounds)| bounds.contains(point)).map(|(subject, _)| Hit::Label(*subject))
    }

    fn body(item: &Item, point: Point, reach: f64) -> Option<Hit> {
        let subject = item.subject;
        if let Some(edge) = item.edge() {
            let is_near = edge.waypoints.windows(2).any(|pair| distance(point, pair[0], pair[1]) <= reach);
            return is_near.then_some(Hit::Body(subject));
        }
        let bounds = item.shape()?.bounds;
        let is_inside = match item.node().map(|node| &node.kind) {
            Some(kind) if kind.is_event() => point.distance(bounds.centre()) <= bounds.width / 2.0 + reach / 2.0,
            Some(kind) if kind.is_gateway() => {
                let (centre, half) = (bounds.centre(), bounds.width / 2.0 + reach / 2.0);
                (point.x - centre.x).abs() + (point.y - centre.y).abs() <= half
            }
            _ => bounds.grown(reach / 3.0).contains(point),
        };
        if !is_inside {
            return None;
        }
        let is_grip = !item.is_ground() || grip(item, bounds, point, reach);
        Some(if is_grip { Hit::Body(subject) } else { Hit::Ground(subject) })
            .filter(|hit| !(is_group(item) && matches!(hit, Hit::Ground(_))))
    }

    fn handle(&self, item: &Item, point: Point) -> Option<Hit> {
        let reach = self.camera.reach(HANDLE);
        if let Some(edge) = item.edge() {
            let last = edge.waypoints.len().checked_sub(1)?;
            let is_at = |place: usize| edge.waypoints.get(place).is_some_and(|other| other.distance(point) <= reach);
            if is_at(last) {
                return Some(Hit::End(item.subject, FlowEnd::Target));
            }
            if is_at(0) {
                return Some(Hit::End(item.subject, FlowEnd::Source));
            }
            if let Some(bend) = (1..last).find(|place| is_at(*place)) {
                return Some(Hit::Bend(item.subject, bend));
            }
            let on = edge.waypoints.windows(2).position(|pair| distance(point, pair[0], pair[1]) <= self.camera.reach(LINE));
            return on.map(|segment| Hit::Segment(item.subject, segment));
        }
        let bounds = item.shape()?.bounds;
        if ports(item, self.camera).iter().any(|(port, _)| port.distance(point) <= reach) {
            return Some(Hit::Port(item.subject));
        }
        if !can_resize(item) {
            return None;
        }
        let handle = HANDLES.into_iter().find(|handle| handle.place(bounds).distance(point) <= reach);
        handle.map(|handle| Hit::Handle(item.subject, handle))
    }
}

/// Where connections can be drawn from a node: beside the middle of each side, with the way outwards.
pub fn ports(item: &Item, camera: &Camera) -> Vec<(Point, Vector)> {
    let is_source = item.node().is_some_and(|node| !matches!(node.kind, NodeKind::EndEvent(_) | NodeKind::SubProcess { is_event: true }));
    let Some(bounds) = item.shape().map(|shape| shape.bounds).filter(|_| is_source) else { return Vec::new() };
    let (centre, away) = (bounds.centre(), camera.reach(PORT));
    let port = |x: f64, y: f64| {
        let at = Point::new(centre.x + x * (bounds.width / 2.0 + away), centre.y + y * (bounds.height / 2.0 + away));
        (at, Vector::new(x, y))
    };
    vec![port(1.0, 0.0), port(0.0, 1.0), port(-1.0, 0.0), port(0.0, -1.0)]
}

/// Whether a shape may have another size: all but events and gateways.
pub fn can_resize(item: &Item) -> bool {
    item.node().is_none_or(|node| node.kind.is_activity()) && item.shape().is_some()
}

fn is_group(item: &Item) -> bool {
    matches!(item.look, Look::Artifact { .. })
}

/// Whether the point is on the border or header of a ground, where it can be taken.
fn grip(item: &Item, bounds: Bounds, point: Point, reach: f64) -> bool {
    let head = match &item.look {
        Look::Pool { pool, .. } if pool.process.is_none() => Some(bounds),
        Look::Pool { pool, .. } => Some(head(bounds, pool.orientation)),
        Look::Lane { orientation, .. } => Some(head(bounds, *orientation)),
        Look::Node { node, .. } if matches!(node.kind, NodeKind::SubProcess { .. }) => Some(Bounds { height: 26.0, ..bounds }),
        _ => None,
    };
    head.is_some_and(|head| head.contains(point)) || !bounds.grown(-reach).contains(point)
}

/// Distance of a point from a segment.
pub fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (along, way): (Vector, Vector) = (to.from(from), point.from(from));
    let length = along.x * along.x + along.y * along.y;
    let share = if length > 0.0 { ((way.x * along.x + way.y * along.y) / length).clamp(0.0, 1.0) } else { 0.0 };
    point.distance(Point::new(from.x + along.x * share, from.y + along.y * share))
}
