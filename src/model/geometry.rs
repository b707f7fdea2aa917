//! Points and rectangles of the diagram, in points at zoom 1; x grows to the right, y downwards.

/// A place in the diagram.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Point {
    /// Distance from the left, in points.
    pub x: f64,
    /// Distance from the top, in points.
    pub y: f64,
}

impl Point {
    /// The point at these coordinates.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// This point moved.
    #[must_use]
    pub fn moved(self, by: Vector) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }

    /// The way from `origin` to this point.
    pub fn from(self, origin: Self) -> Vector {
        Vector::new(self.x - origin.x, self.y - origin.y)
    }

    /// Straight distance to another point.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// Neither infinite nor "not a number", and within the drawable world of ±10,000,000 points.
    pub fn is_drawable(self) -> bool {
        self.x.abs() <= WORLD && self.y.abs() <= WORLD
    }
}

/// A way in the diagram.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Vector {
    /// To the right, in points.
    pub x: f64,
    /// Downwards, in points.
    pub y: f64,
}

impl Vector {
    /// The way of these lengths.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// No coordinate lies farther from the origin than this, in points.
pub const WORLD: f64 = 10_000_000.0;

/// A rectangle: corner at the top left and size.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Bounds {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, not negative.
    pub width: f64,
    /// Height, not negative.
    pub height: f64,
}

impl Bounds {
    /// The rectangle at this corner of this size.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// The rectangle of this size round a centre.
    pub fn centred(centre: Point, width: f64, height: f64) -> Self {
        Self::new(centre.x - width / 2.0, centre.y - height / 2.0, width, height)
    }

    /// The smallest rectangle that holds both points.
    pub fn spanning(a: Point, b: Point) -> Self {
        Self::new(a.x.min(b.x), a.y.min(b.y), (a.x - b.x).abs(), (a.y - b.y).abs())
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// Middle.
    pub fn centre(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Top left corner.
    pub fn corner(self) -> Point {
        Point::new(self.x, self.y)
    }

    /// This rectangle moved.
    #[must_use]
    pub fn moved(self, by: Vector) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y, ..self }
    }

    /// This rectangle grown by `margin` on every side.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        Self::new(self.x - margin, self.y - margin, self.width + 2.0 * margin, self.height + 2.0 * margin)
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// Whether the other rectangle lies wholly inside.
    pub fn encloses(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }

    /// Whether both share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(x, y, self.right().max(other.right()) - x, self.bottom().max(other.bottom()) - y)
    }

    /// Finite, of positive size and inside the drawable [`WORLD`].
    pub fn is_drawable(self) -> bool {
        self.corner().is_drawable() && self.width > 0.0 && self.height > 0.0 && Point::new(self.right(), self.bottom()).is_drawable()
    }
}
