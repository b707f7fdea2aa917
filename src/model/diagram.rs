//! The picture apart from the meaning: bounds, waypoints and places of labels (BPMN DI).

use super::{Bounds, Point, Subject, Table};

/// Where everything is drawn. Shapes belong to pools, lanes, nodes and artifacts; edges to sequence
/// flows, message flows and associations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagram {
    /// Bounds of shapes.
    pub shapes: Table<Subject, Shape>,
    /// Courses of connections.
    pub edges: Table<Subject, Edge>,
}

/// A shape of the diagram.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Where it stands.
    pub bounds: Bounds,
    /// Where its label stands if moved from the usual place.
    pub label: Option<Bounds>,
    /// Sub-processes only: drawn with its content inside.
    pub is_expanded: bool,
}

impl Shape {
    /// A shape at this place, label as usual, content shown.
    pub const fn at(bounds: Bounds) -> Self {
        Self { bounds, label: None, is_expanded: true }
    }
}

/// A connection of the diagram.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge {
    /// Its course from source to target, at least two points, docked at the shapes' edges.
    pub waypoints: Vec<Point>,
    /// Where its label stands if moved from the usual place.
    pub label: Option<Bounds>,
    /// Drawn by hand: kept as it is, but for its ends, when shapes move.
    pub is_manual: bool,
}

impl Edge {
    /// A course found by the router.
    pub const fn routed(waypoints: Vec<Point>) -> Self {
        Self { waypoints, label: None, is_manual: false }
    }
}
