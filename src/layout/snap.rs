//! Snapping: where moved shapes come to rest, and the guide lines that say why.

use crate::model::{Bounds, Point, Vector};

/// Width of the grid, in points.
pub const GRID: f64 = 10.0;

/// Why a shape came to rest where it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GuideKind {
    /// Middles lie on one line.
    Middle,
    /// Edges lie on one line.
    Edge,
    /// The gap to a neighbour is the same as another.
    Distance,
}

/// A line to be drawn while a shape is moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// What it shows.
    pub kind: GuideKind,
    /// One end.
    pub from: Point,
    /// Other end; on the same horizontal or vertical line.
    pub to: Point,
}

/// Where a move comes to rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapped {
    /// What is to be added to the move.
    pub by: Vector,
    /// Lines that say why; none for the grid.
    pub guides: Vec<Guide>,
}

/// A possible rest on one axis.
struct Rest {
    by: f64,
    kind: GuideKind,
    guides: Vec<Guide>,
}

/// Where bounds that would come to lie at `moving` come to rest: on middles and edges of neighbours
/// and at equal distances within `tolerance` points; else, if `to_grid`, on the grid of [`GRID`], by
/// their middle. Each axis for itself; middles win over edges, these over distances, if equally near.
pub fn snapped(moving: Bounds, neighbours: &[Bounds], tolerance: f64, to_grid: bool) -> Snapped {
    let across = rest(moving, neighbours, tolerance);
    let turned: Vec<Bounds> = neighbours.iter().map(|bounds| transposed(*bounds)).collect();
    let down = rest(transposed(moving), &turned, tolerance);
    let centre = moving.centre();
    let grid = |at: f64| if to_grid { (at / GRID).round() * GRID - at } else { 0.0 };
    let by = Vector::new(
        across.as_ref().map_or_else(|| grid(centre.x), |rest| rest.by),
        down.as_ref().map_or_else(|| grid(centre.y), |rest| rest.by),
    );
    // Guides are those of the final place: there both axes are known.
    let there = moving.moved(by);
    let guides = |is_held: bool, moving: Bounds, neighbours: &[Bounds]| {
        Some(()).filter(|()| is_held).and_then(|()| rest(moving, neighbours, 0.01)).map(|rest| rest.guides).unwrap_or_default()
    };
    let upright = guides(across.is_some(), there, neighbours);
    let level = guides(down.is_some(), transposed(there), &turned).into_iter().map(|guide| Guide {
        from: Point::new(guide.from.y, guide.from.x),
        to: Point::new(guide.to.y, guide.to.x),
        ..guide
    });
    let guides = upright.into_iter().chain(level).collect();
    Snapped { by, guides }
}

fn transposed(bounds: Bounds) -> Bounds {
    Bounds::new(bounds.y, bounds.x, bounds.height, bounds.width)
}

/// The best rest along x.
fn rest(moving: Bounds, neighbours: &[Bounds], tolerance: f64) -> Option<Rest> {
    let lines = neighbours.iter().flat_map(|neighbour| on_lines(moving, *neighbour));
    let all = lines.chain(at_equal_distances(moving, neighbours)).filter(|rest| rest.by.abs() <= tolerance);
    all.min_by(|a, b| a.by.abs().total_cmp(&b.by.abs()).then(a.kind.cmp(&b.kind)))
}

/// Middles and edges of one neighbour.
fn on_lines(moving: Bounds, neighbour: Bounds) -> Vec<Rest> {
    let guide = |kind, x: f64| {
        let low = moving.y.min(neighbour.y);
        let high = moving.bottom().max(neighbour.bottom());
        Guide { kind, from: Point::new(x, low), to: Point::new(x, high) }
    };
    let rest = |kind, own: f64, x: f64| Rest { by: x - own, kind, guides: vec![guide(kind, x)] };
    let mut found = vec![rest(GuideKind::Middle, moving.centre().x, neighbour.centre().x)];
    for own in [moving.x, moving.right()] {
        found.extend([neighbour.x, neighbour.right()].map(|x| rest(GuideKind::Edge, own, x)));
    }
    found
}

/// Between two neighbours of the row, or beyond two of them at the gap that they have.
fn at_equal_distances(moving: Bounds, neighbours: &[Bounds]) -> Vec<Rest> {
    let mut row: Vec<Bounds> = neighbours.iter().copied().filter(|it| it.y < moving.bottom() && moving.y < it.bottom()).collect();
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let line = |from: f64, to: f64| Guide {
        kind: GuideKind::Distance,
        from: Point::new(from, moving.centre().y),
        to: Point::new(to, moving.centre().y),
    };
    let mut found = Vec::new();
    for (left, right) in row.iter().zip(row.iter().skip(1)) {
        let gap = right.x - left.right();
        let mut rest = |x: f64, lines: [(f64, f64); 2]| {
            found.push(Rest { by: x - moving.x, kind: GuideKind::Distance, guides: lines.map(|(from, to)| line(from, to)).to_vec() });
        };
        if gap >= moving.width {
            let x = left.right() + (gap - moving.width) / 2.0;
            rest(x, [(left.right(), x), (x + moving.width, right.x)]);
        }
        if gap > 0.0 {
            rest(right.right() + gap, [(left.right(), right.x), (right.right(), right.right() + gap)]);
            rest(left.x - gap - moving.width, [(left.right(), right.x), (left.x - gap, left.x)]);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: Bounds = Bounds::new(0.0, 0.0, 140.0, 80.0);

    #[test]
    fn middles_of_unlike_shapes_meet() {
        let gateway = Bounds::new(190.0, 17.0, 50.0, 50.0);
        let rest = snapped(gateway, &[STEP], 5.0, false);
        assert_eq!(rest.by, Vector::new(0.0, -2.0));
        assert_eq!(rest.guides, [Guide { kind: GuideKind::Middle, from: Point::new(0.0, 40.0), to: Point::new(240.0, 40.0) }]);
    }

    #[test]
    fn edges_meet_and_middles_win() {
        let wide = Bounds::new(3.0, 200.0, 200.0, 80.0);
        assert_eq!(snapped(wide, &[STEP], 5.0, false).by, Vector::new(-3.0, 0.0));
        // Same width: middle and both edges are equally near.
        let same = Bounds::new(3.0, 200.0, 140.0, 80.0);
        assert_eq!(snapped(same, &[STEP], 5.0, false).guides[0].kind, GuideKind::Middle);
    }

    #[test]
    fn gaps_become_equal() {
        let second = STEP.moved(Vector::new(190.0, 0.0));
        let third = snapped(Bounds::new(383.0, 10.0, 140.0, 80.0), &[STEP, second], 10.0, false);
        assert_eq!(third.by, Vector::new(-3.0, -10.0));
        assert_eq!(third.guides[0].kind, GuideKind::Distance);
        assert_eq!(third.guides[1].to, Point::new(380.0, 40.0));
        let far = STEP.moved(Vector::new(400.0, 0.0));
        let between = snapped(Bounds::new(243.0, 10.0, 50.0, 50.0), &[STEP, far], 5.0, false);
        assert!((between.by.x - 2.0).abs() < 0.01);
    }

    #[test]
    fn the_grid_takes_what_nothing_else_holds() {
        let alone = Bounds::new(4.0, 7.0, 50.0, 50.0);
        assert_eq!(snapped(alone, &[], 5.0, true).by, Vector::new(1.0, -2.0));
        assert_eq!(snapped(alone, &[], 5.0, false), Snapped::default());
        assert_eq!(snapped(alone, &[Bounds::new(500.0, 500.0, 10.0, 10.0)], 5.0, false), Snapped::default());
    }
}
