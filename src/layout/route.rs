//! The router: leads a connection from shape to shape with right angles, round what stands in the way.

use super::course::{RouteBias, Scene, Segment, SideCosts};
use super::dock::{Figure, Outline, Side};
use super::{search, simple};
use crate::model::{Bounds, Orientation, Point};

/// What docking at a side costs that another end already uses.
pub const SIDE_TAKEN: f64 = 80.0;

/// The course from one shape to another, docked at both, with right angles only; deterministic.
///
/// Obstacles are gone round at a distance of [`MARGIN`](super::course::MARGIN) where there is room;
/// those that overlap source or target are ignored. Where no way is free, the simplest course is
/// taken, whatever it meets.
pub fn route(from: Outline, to: Outline, obstacles: &[Bounds], bias: RouteBias) -> Vec<Point> {
    route_among(from, to, obstacles, &[], bias)
}

/// As [`route`]; crosses other connections seldom and does not run upon them where it can be helped.
pub fn route_among(from: Outline, to: Outline, obstacles: &[Bounds], lines: &[Segment], bias: RouteBias) -> Vec<Point> {
    cheapest(Scene { from, to, obstacles, lines, bias, effort: None })
}

/// The cheapest course of a scene whose obstacles may also overlap source and target.
pub(super) fn cheapest(scene: Scene<'_>) -> Vec<Point> {
    let (from, to) = (scene.from, scene.to);
    if from == to {
        return loop_at(from);
    }
    let in_the_way = |obstacle: &&Bounds| !obstacle.overlaps(from.bounds) && !obstacle.overlaps(to.bounds);
    let obstacles: Vec<Bounds> = scene.obstacles.iter().filter(in_the_way).copied().collect();
    let scene = Scene { obstacles: &obstacles, ..scene };
    let simple = simple::cheapest(&scene);
    if let Some((points, _)) = simple.as_ref().filter(|(points, _)| scene.nuisance(points) <= 0.0) {
        return points.clone();
    }
    // Only what is better than the simple course is worth a search.
    let least = simple.as_ref().map_or(f64::INFINITY, |(_, least)| *least);
    search::cheaper(&scene, least).or(simple.map(|(points, _)| points)).unwrap_or_else(|| simple::regardless(&scene))
}

/// From a shape to itself: out at the right, in from below.
fn loop_at(outline: Outline) -> Vec<Point> {
    let (start, end) = (outline.middle(Side::Right), outline.middle(Side::Bottom));
    let (right, below) = (start.x + 20.0, end.y + 20.0);
    vec![start, Point::new(right, start.y), Point::new(right, below), Point::new(end.x, below), end]
}

impl RouteBias {
    /// The usual preferences for a connection in a flow of this direction: out at the front, in from
    /// behind; gateways branch and join at their upper and lower corners.
    pub fn flow(orientation: Orientation, from: Figure, to: Figure) -> Self {
        let aside = |figure| if figure == Figure::Diamond { 10.0 } else { 70.0 };
        Self {
            leave: SideCosts::along(orientation, [120.0, aside(from) + 0.5, 0.0, aside(from)]),
            enter: SideCosts::along(orientation, [0.0, aside(to) + 0.5, 120.0, aside(to)]),
        }
    }

    /// No side is better than another.
    pub fn any() -> Self {
        let even = SideCosts::along(Orientation::Horizontal, [0.0; 4]);
        Self { leave: even, enter: even }
    }
}

impl Default for RouteBias {
    /// Between two steps of a flow to the right.
    fn default() -> Self {
        Self::flow(Orientation::Horizontal, Figure::Rounded, Figure::Rounded)
    }
}

#[cfg(test)]
mod tests;
