//! Outlines of shapes, and the points at which connections meet them.

use crate::model::{ArtifactKind, Bounds, Document, NodeKind, Point, Subject, Vector};

/// Radius of the rounded corners of activities, in points.
pub const CORNER_RADIUS: f64 = 8.0;

/// A side of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Where x is least.
    Left,
    /// Where y is least.
    Top,
    /// Where x is greatest.
    Right,
    /// Where y is greatest.
    Bottom,
}

impl Side {
    /// All four, clockwise from the left.
    pub const ALL: [Self; 4] = [Self::Left, Self::Top, Self::Right, Self::Bottom];

    /// The way of length 1 that leads away from the shape.
    pub const fn outward(self) -> Vector {
        match self {
            Self::Left => Vector::new(-1.0, 0.0),
            Self::Top => Vector::new(0.0, -1.0),
            Self::Right => Vector::new(1.0, 0.0),
            Self::Bottom => Vector::new(0.0, 1.0),
        }
    }

    /// The side across.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Top => Self::Bottom,
            Self::Right => Self::Left,
            Self::Bottom => Self::Top,
        }
    }

    /// Whether a connection leaves it to the left or right.
    pub const fn is_lateral(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }
}

/// The geometric figure of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Pools, lanes, artifacts.
    Rectangle,
    /// Activities: corners rounded by [`CORNER_RADIUS`].
    Rounded,
    /// Events.
    Circle,
    /// Gateways.
    Diamond,
}

/// The edge of a shape as a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outline {
    /// What it looks like.
    pub figure: Figure,
    /// The rectangle that it fills.
    pub bounds: Bounds,
}

impl Outline {
    /// The outline of a subject's shape; `None` if it has none in the diagram.
    pub fn of(document: &Document, subject: Subject) -> Option<Self> {
        let bounds = document.diagram.shapes.get(subject)?.bounds;
        let figure = match subject {
            Subject::Node(node) => Figure::of(&document.nodes.get(node)?.kind),
            _ => Figure::Rectangle,
        };
        Some(Self { figure, bounds })
    }

    /// A plain rectangle.
    pub const fn rectangle(bounds: Bounds) -> Self {
        Self { figure: Figure::Rectangle, bounds }
    }

    /// The middle of a side: the usual docking point.
    pub fn middle(self, side: Side) -> Point {
        let (bounds, centre) = (self.bounds, self.bounds.centre());
        match side {
            Side::Left => Point::new(bounds.x, centre.y),
            Side::Top => Point::new(centre.x, bounds.y),
            Side::Right => Point::new(bounds.right(), centre.y),
            Side::Bottom => Point::new(centre.x, bounds.bottom()),
        }
    }

    /// Where an axis-parallel line meets this side: `along` is its y for the left and right side, its
    /// x for top and bottom. A line that misses the side is brought to its end.
    pub fn on_side(self, side: Side, along: f64) -> Point {
        let (bounds, centre) = (self.bounds, self.bounds.centre());
        let inset = if self.figure == Figure::Rounded { CORNER_RADIUS } else { 0.0 };
        let (middle, half, depth) = if side.is_lateral() {
            (centre.y, bounds.height / 2.0, bounds.width / 2.0)
        } else {
            (centre.x, bounds.width / 2.0, bounds.height / 2.0)
        };
        let reach = (half - inset).max(0.0);
        let offset = (along - middle).clamp(-reach, reach);
        let share = if half > 0.0 { offset.abs() / half } else { 0.0 };
        let depth = depth
            * match self.figure {
                Figure::Rectangle | Figure::Rounded => 1.0,
                Figure::Circle => (1.0 - share * share).max(0.0).sqrt(),
                Figure::Diamond => 1.0 - share,
            };
        let outward = side.outward();
        if side.is_lateral() {
            Point::new(centre.x + outward.x * depth, middle + offset)
        } else {
            Point::new(middle + offset, centre.y + outward.y * depth)
        }
    }

    /// Where the straight line from the middle towards a point leaves the shape.
    pub fn towards(self, target: Point) -> Point {
        let centre = self.bounds.centre();
        let way = target.from(centre);
        let (half_width, half_height) = (self.bounds.width / 2.0, self.bounds.height / 2.0);
        let (across, down) = (way.x.abs() / half_width.max(f64::EPSILON), way.y.abs() / half_height.max(f64::EPSILON));
        let reach = match self.figure {
            Figure::Rectangle | Figure::Rounded => across.max(down),
            Figure::Circle => across.hypot(down),
            Figure::Diamond => across + down,
        };
        if reach <= f64::EPSILON {
            return self.middle(Side::Bottom);
        }
        let border = centre.moved(Vector::new(way.x / reach, way.y / reach));
        if self.figure == Figure::Rounded { self.rounded(border, way) } else { border }
    }

    /// Draws a point on the plain rectangle's border back onto the arc if it lies at a corner.
    fn rounded(self, border: Point, way: Vector) -> Point {
        let centre = self.bounds.centre();
        let radius = CORNER_RADIUS.min(self.bounds.width / 2.0).min(self.bounds.height / 2.0);
        let arc = Vector::new(self.bounds.width / 2.0 - radius, self.bounds.height / 2.0 - radius);
        let offset = Vector::new((border.x - centre.x).abs(), (border.y - centre.y).abs());
        if offset.x <= arc.x || offset.y <= arc.y {
            return border;
        }
        // |t·d − arc| = radius, the greater solution, with d the direction in the first quadrant.
        let length = way.x.hypot(way.y);
        let direction = Vector::new(way.x.abs() / length, way.y.abs() / length);
        let projected = direction.x * arc.x + direction.y * arc.y;
        let rest = projected * projected - (arc.x * arc.x + arc.y * arc.y - radius * radius);
        let reach = projected + rest.max(0.0).sqrt();
        centre.moved(Vector::new(way.x / length * reach, way.y / length * reach))
    }

    /// Whether the point lies inside or on the line.
    pub fn contains(self, point: Point) -> bool {
        let centre = self.bounds.centre();
        let across = (point.x - centre.x).abs() / (self.bounds.width / 2.0).max(f64::EPSILON);
        let down = (point.y - centre.y).abs() / (self.bounds.height / 2.0).max(f64::EPSILON);
        match self.figure {
            Figure::Rectangle | Figure::Rounded => across.max(down) <= 1.0,
            Figure::Circle => across.hypot(down) <= 1.0,
            Figure::Diamond => across + down <= 1.0,
        }
    }

    /// The side at which a docking point lies.
    pub fn side_of(self, point: Point) -> Side {
        let centre = self.bounds.centre();
        let across = (point.x - centre.x) / self.bounds.width.max(f64::EPSILON);
        let down = (point.y - centre.y) / self.bounds.height.max(f64::EPSILON);
        match (across.abs() >= down.abs(), across < 0.0, down < 0.0) {
            (true, true, _) => Side::Left,
            (true, false, _) => Side::Right,
            (false, _, true) => Side::Top,
            (false, _, false) => Side::Bottom,
        }
    }
}

impl Figure {
    /// How a kind of node is drawn.
    pub fn of(kind: &NodeKind) -> Self {
        match kind {
            kind if kind.is_event() => Self::Circle,
            kind if kind.is_gateway() => Self::Diamond,
            _ => Self::Rounded,
        }
    }
}

/// Usual size of an artifact, width and height in points.
pub fn artifact_size(kind: &ArtifactKind) -> (f64, f64) {
    match kind {
        ArtifactKind::Annotation { .. } => (120.0, 50.0),
        ArtifactKind::DataObject { is_store: false, .. } => (40.0, 50.0),
        ArtifactKind::DataObject { is_store: true, .. } => (50.0, 50.0),
        ArtifactKind::Group { .. } => (300.0, 200.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Bounds = Bounds::new(100.0, 100.0, 100.0, 60.0);

    fn near(a: Point, b: (f64, f64)) {
        assert!(a.distance(Point::new(b.0, b.1)) < 0.01, "{a:?} is not {b:?}");
    }

    #[test]
    fn lines_meet_each_figure() {
        let outline = |figure| Outline { figure, bounds: BOX };
        near(outline(Figure::Rectangle).on_side(Side::Right, 110.0), (200.0, 110.0));
        near(outline(Figure::Rounded).on_side(Side::Right, 100.0), (200.0, 108.0));
        near(outline(Figure::Diamond).on_side(Side::Right, 115.0), (175.0, 115.0));
        near(outline(Figure::Circle).on_side(Side::Top, 180.0), (180.0, 130.0 - 30.0 * 0.8));
        near(outline(Figure::Circle).middle(Side::Left), (100.0, 130.0));
    }

    #[test]
    fn rays_leave_each_figure() {
        let outline = |figure| Outline { figure, bounds: BOX };
        near(outline(Figure::Rectangle).towards(Point::new(250.0, 130.0)), (200.0, 130.0));
        near(outline(Figure::Rectangle).towards(Point::new(150.0, 0.0)), (150.0, 100.0));
        near(outline(Figure::Rectangle).towards(Point::new(250.0, 190.0)), (200.0, 160.0));
        near(outline(Figure::Diamond).towards(Point::new(250.0, 190.0)), (175.0, 145.0));
        let square = Outline { figure: Figure::Rounded, bounds: Bounds::new(0.0, 0.0, 100.0, 100.0) };
        let corner = 42.0 + 8.0 / 2.0_f64.sqrt();
        near(square.towards(Point::new(200.0, 200.0)), (50.0 + corner, 50.0 + corner));
        near(square.towards(Point::new(50.0, 50.0)), (50.0, 100.0));
    }

    #[test]
    fn a_dock_tells_its_side() {
        for figure in [Figure::Rectangle, Figure::Rounded, Figure::Circle, Figure::Diamond] {
            let outline = Outline { figure, bounds: BOX };
            for side in Side::ALL {
                assert_eq!(outline.side_of(outline.middle(side)), side);
                assert!(outline.contains(outline.middle(side)));
            }
        }
    }
}
