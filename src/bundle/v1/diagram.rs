//! Artifacts and the picture, as version 1 writes them.

use super::{Text, subject::Subject};
use crate::bundle::convert::{Frozen, choice, record};
use crate::model;
use serde::{Deserialize, Serialize};

record! {
    Artifact { id: u32, process: u32, parent: Option<u32>, kind: ArtifactKind }

    Bounds { x: f64, y: f64, width: f64, height: f64 }

    Point { x: f64, y: f64 }
}

choice! {
    ArtifactKind {
        Annotation { text: Text },
        DataObject { name: Text, object: Option<u32>, is_store: bool },
        Group { name: Text },
    }
}

/// A shape together with what it belongs to.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    pub of: Subject,
    pub bounds: Bounds,
    pub label: Option<Bounds>,
    pub is_expanded: bool,
}

impl Frozen<(model::Subject, model::Shape)> for Shape {
    fn freeze((of, shape): &(model::Subject, model::Shape)) -> Self {
        let model::Shape { bounds, label, is_expanded } = shape;
        Self { of: Frozen::freeze(of), bounds: Frozen::freeze(bounds), label: Frozen::freeze(label), is_expanded: *is_expanded }
    }

    fn thaw(self) -> (model::Subject, model::Shape) {
        (self.of.thaw(), model::Shape { bounds: self.bounds.thaw(), label: self.label.thaw(), is_expanded: self.is_expanded })
    }
}

/// A connection's course together with what it belongs to.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    pub of: Subject,
    pub waypoints: Vec<Point>,
    pub label: Option<Bounds>,
    pub is_manual: bool,
}

impl Frozen<(model::Subject, model::Edge)> for Edge {
    fn freeze((of, edge): &(model::Subject, model::Edge)) -> Self {
        let model::Edge { waypoints, label, is_manual } = edge;
        Self { of: Frozen::freeze(of), waypoints: Frozen::freeze(waypoints), label: Frozen::freeze(label), is_manual: *is_manual }
    }

    fn thaw(self) -> (model::Subject, model::Edge) {
        (self.of.thaw(), model::Edge { waypoints: self.waypoints.thaw(), label: self.label.thaw(), is_manual: self.is_manual })
    }
}
