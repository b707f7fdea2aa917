//! What a course between two shapes has to go round, and what it costs.

use super::dock::{Figure, Outline, Side};
use super::effort::Effort;
use crate::model::{Bounds, Orientation, Point};

/// Least distance of a connection from shapes that it passes, in points, where there is room for it.
pub const MARGIN: f64 = 15.0;
/// What a bend costs, in points of length.
pub const BEND: f64 = 50.0;
/// What crossing another connection costs.
const CROSSING: f64 = 25.0;
/// What running upon or close beside another connection costs, per point.
const SHARING: f64 = 3.0;
/// Rectangles with longer sides, as pools have, are not docked at their middles only.
const LONG_SIDE: f64 = 200.0;
/// Two parallel lines nearer than this look like one.
pub const LINE_GAP: f64 = 8.0;

/// A straight piece of a connection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

/// What docking at each side costs, in points of length; infinite forbids the side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SideCosts {
    costs: [f64; 4],
}

/// What a course prefers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RouteBias {
    /// Sides of the source.
    pub leave: SideCosts,
    /// Sides of the target.
    pub enter: SideCosts,
}

/// All that decides about a course.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'a> {
    /// Source.
    pub from: Outline,
    /// Target.
    pub to: Outline,
    /// Shapes to go round, none of which overlaps source or target.
    pub obstacles: &'a [Bounds],
    /// Other connections, to be crossed seldom and not to be covered.
    pub lines: &'a [Segment],
    /// Preferences.
    pub bias: RouteBias,
    /// What may go into the search; `None`: whatever it takes.
    pub effort: Option<&'a Effort>,
}

impl Segment {
    /// The pieces of a course.
    pub fn all(points: &[Point]) -> impl Iterator<Item = Self> + '_ {
        points.iter().zip(points.iter().skip(1)).map(|(from, to)| Self { from: *from, to: *to })
    }

    /// The smallest rectangle that holds it.
    pub fn bounds(self) -> Bounds {
        Bounds::spanning(self.from, self.to)
    }

    /// Its length.
    pub fn length(self) -> f64 {
        self.from.distance(self.to)
    }

    /// Whether it runs from side to side rather than up and down.
    pub fn is_lateral(self) -> bool {
        (self.to.x - self.from.x).abs() >= (self.to.y - self.from.y).abs()
    }

    /// Whether it runs exactly from side to side.
    pub fn is_level(self) -> bool {
        (self.to.y - self.from.y).abs() < 0.01
    }

    /// Whether it runs exactly up or down.
    pub fn is_upright(self) -> bool {
        (self.to.x - self.from.x).abs() < 0.01
    }

    /// Shortest distance of a point from it.
    pub fn distance(self, point: Point) -> f64 {
        let way = self.to.from(self.from);
        let square = way.x * way.x + way.y * way.y;
        let share = if square > 0.0 { ((point.x - self.from.x) * way.x + (point.y - self.from.y) * way.y) / square } else { 0.0 };
        let share = share.clamp(0.0, 1.0);
        point.distance(Point::new(self.from.x + way.x * share, self.from.y + way.y * share))
    }

    /// Whether a piece of it lies inside the rectangle; touching its edge does not count. Any direction.
    pub fn enters(self, bounds: Bounds) -> bool {
        let way = self.to.from(self.from);
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        for (start, step, low, high) in [(self.from.x, way.x, bounds.x, bounds.right()), (self.from.y, way.y, bounds.y, bounds.bottom())] {
            if step.abs() < f64::EPSILON {
                if start <= low || start >= high {
                    return false;
                }
            } else {
                let (a, b) = ((low - start) / step, (high - start) / step);
                first = first.max(a.min(b));
                last = last.min(a.max(b));
            }
        }
        first < last
    }

    /// What it costs to cross it at a point.
    pub fn crossing(self, at: Point) -> f64 {
        if self.bounds().contains(at) { CROSSING } else { 0.0 }
    }

    /// What it costs to draw this axis-parallel piece over another.
    fn nuisance(self, other: Self) -> f64 {
        let (mine, theirs) = (self.bounds(), other.bounds());
        let across = mine.right().min(theirs.right()) - mine.x.max(theirs.x);
        let down = mine.bottom().min(theirs.bottom()) - mine.y.max(theirs.y);
        match (self.is_lateral(), other.is_lateral()) {
            (true, true) if down > -LINE_GAP && across > 0.0 => across * SHARING,
            (false, false) if across > -LINE_GAP && down > 0.0 => down * SHARING,
            (mine, theirs) if mine != theirs && across >= 0.0 && down >= 0.0 => CROSSING,
            _ => 0.0,
        }
    }
}

impl SideCosts {
    /// Costs in this order: back towards the flow's beginning, left hand, on with the flow, right hand;
    /// for a flow to the right these are left, top, right and bottom.
    pub const fn along(orientation: Orientation, [back, left_hand, on, right_hand]: [f64; 4]) -> Self {
        match orientation {
            Orientation::Horizontal => Self { costs: [back, left_hand, on, right_hand] },
            Orientation::Vertical => Self { costs: [left_hand, back, right_hand, on] },
        }
    }

    /// Only this side.
    pub const fn only(side: Side) -> Self {
        let mut costs = [f64::INFINITY; 4];
        costs[side as usize] = 0.0;
        Self { costs }
    }

    /// What this side costs.
    pub fn of(self, side: Side) -> f64 {
        self.costs[side as usize]
    }

    /// With this side costing more.
    #[must_use]
    pub fn dearer(mut self, side: Side, by: f64) -> Self {
        self.costs[side as usize] += by;
        self
    }

    /// The sides that are not forbidden.
    pub fn allowed(self) -> impl Iterator<Item = Side> {
        Side::ALL.into_iter().filter(move |side| self.of(*side).is_finite())
    }
}

impl Scene<'_> {
    /// Where a course leaves the source at a side.
    pub fn start(&self, side: Side) -> Point {
        dock(self.from, self.to, side)
    }

    /// Where a course enters the target at a side.
    pub fn end(&self, side: Side) -> Point {
        dock(self.to, self.from, side)
    }

    /// Distance that a course keeps from source and target themselves: [`MARGIN`], less where they stand close.
    pub fn reach(&self) -> f64 {
        let gap = gap(self.from.bounds, self.to.bounds);
        if gap > 0.0 { MARGIN.min(gap / 2.0) } else { MARGIN }
    }

    /// The rectangle that a course must not enter, for an obstacle: grown by [`MARGIN`], less where it stands
    /// close to source or target.
    pub fn kept_clear(&self, obstacle: Bounds) -> Bounds {
        let room = gap(obstacle, self.from.bounds).min(gap(obstacle, self.to.bounds));
        // What touches an end is an event at its edge, or the host of one: these stand beside the dock.
        obstacle.grown(if room > 0.0 { room.clamp(1.0, MARGIN) } else { MARGIN } - 0.5)
    }

    /// Whether the course meets no obstacle and neither of its own shapes.
    pub fn is_free(&self, points: &[Point]) -> bool {
        let own = self.reach() - 0.5;
        let last = points.len().saturating_sub(2);
        let overlapping = gap(self.from.bounds, self.to.bounds) <= 0.0;
        Segment::all(points).enumerate().all(|(index, segment)| {
            let room = |is_docked: bool, is_at_other: bool| match (is_docked, is_at_other) {
                (true, _) => -1.0,
                (false, true) => 0.0,
                (false, false) => own,
            };
            let meets_source = segment.enters(self.from.bounds.grown(room(index == 0, index == last)));
            let meets_target = segment.enters(self.to.bounds.grown(room(index == last, index == 0)));
            let meets_other = self.obstacles.iter().any(|obstacle| segment.enters(self.kept_clear(*obstacle)));
            !meets_other && (overlapping || !meets_source && !meets_target)
        })
    }

    /// What a course costs that leaves and enters at these sides.
    pub fn cost(&self, points: &[Point], leave: Side, enter: Side) -> f64 {
        let length: f64 = Segment::all(points).map(Segment::length).sum();
        let bends = points.len().saturating_sub(2) as f64;
        length + bends * BEND + self.bias.leave.of(leave) + self.bias.enter.of(enter) + self.nuisance(points)
    }

    /// What a course costs for crossing and covering other connections.
    pub fn nuisance(&self, points: &[Point]) -> f64 {
        Segment::all(points).map(|segment| self.lines.iter().map(|line| segment.nuisance(*line)).sum::<f64>()).sum()
    }
}

/// The middle of a side; on the long side of a pool the place across from the other shape.
fn dock(outline: Outline, other: Outline, side: Side) -> Point {
    let (bounds, centre) = (outline.bounds, other.bounds.centre());
    let (low, length, across) = if side.is_lateral() { (bounds.y, bounds.height, centre.y) } else { (bounds.x, bounds.width, centre.x) };
    if outline.figure == Figure::Rectangle && length >= LONG_SIDE {
        return outline.on_side(side, across.min(low + length - MARGIN).max(low + MARGIN));
    }
    outline.middle(side)
}

/// Distance between two rectangles along the axis on which they are farther apart; negative if they overlap.
pub fn gap(a: Bounds, b: Bounds) -> f64 {
    let across = (b.x - a.right()).max(a.x - b.right());
    let down = (b.y - a.bottom()).max(a.y - b.bottom());
    across.max(down)
}

/// The course without points that lie on the line between their neighbours or twice at one place.
pub fn straightened(points: &[Point]) -> Vec<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points {
        if kept.last().is_some_and(|last| last.distance(point) < 0.01) {
            continue;
        }
        if let [.., before, last] = kept.as_slice() {
            let (a, b) = (last.from(*before), point.from(*last));
            if (a.x * b.y - a.y * b.x).abs() < 0.01 * a.x.hypot(a.y) * b.x.hypot(b.y) {
                kept.pop();
            }
        }
        kept.push(point);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_enters_only_through_the_inside() {
        let bounds = Bounds::new(0.0, 0.0, 10.0, 10.0);
        let enters = |a: (f64, f64), b: (f64, f64)| Segment { from: Point::new(a.0, a.1), to: Point::new(b.0, b.1) }.enters(bounds);
        assert!(enters((-5.0, 5.0), (15.0, 5.0)));
        assert!(enters((5.0, 5.0), (6.0, 5.0)));
        assert!(enters((-2.0, 5.0), (5.0, 12.0)));
        assert!(!enters((-5.0, 0.0), (15.0, 0.0)));
        assert!(!enters((-5.0, 5.0), (0.0, 5.0)));
        assert!(!enters((-6.0, 5.0), (5.0, 16.0)));
    }

    #[test]
    fn straightening_keeps_bends_only() {
        let points = [(0.0, 0.0), (5.0, 0.0), (5.0, 0.0), (9.0, 0.0), (9.0, 4.0)].map(|(x, y)| Point::new(x, y));
        assert_eq!(straightened(&points), [points[0], points[3], points[4]]);
    }
}
