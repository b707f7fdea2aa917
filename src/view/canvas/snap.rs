//! Lets what is moved come to rest in line with its neighbours, and shows the line.

use super::camera::{Camera, on_grid};
use super::scene::Scene;
use crate::model::{Bounds, Point, Subject, Vector};
use std::collections::BTreeSet;

/// How near to a line things snap to it, in points of the screen.
const PULL: f32 = 6.0;
/// The grid on which things come to rest otherwise, in points of the diagram.
pub const GRID: f64 = 10.0;
/// With more neighbours than this in view, only the grid is used.
const MOST: usize = 400;

/// A line that shows to what something snapped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// One end.
    pub from: Point,
    /// The other end.
    pub to: Point,
}

/// Where bounds that are to be moved come to rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapped {
    /// How far they are moved.
    pub by: Vector,
    /// The lines to which they snapped.
    pub guides: Vec<Guide>,
}

/// Snaps the middle or an edge of the moved bounds to those of the neighbours in view, else to the grid.
pub fn snap(scene: &Scene, camera: &Camera, moved: &BTreeSet<Subject>, start: Bounds, by: Vector) -> Snapped {
    let wanted = start.moved(by);
    let mut neighbours: Vec<Bounds> = Vec::new();
    for item in scene.within(camera.visible()) {
        if let Some(shape) = item.shape().filter(|_| !moved.contains(&item.subject) && !item.is_ground()) {
            neighbours.push(shape.bounds);
        }
    }
    neighbours.truncate(if neighbours.len() > MOST { 0 } else { MOST });
    let pull = camera.reach(PULL);
    let horizontal = nearest(&neighbours, wanted, pull, |bounds| [bounds.centre().x, bounds.x, bounds.right()]);
    let vertical = nearest(&neighbours, wanted, pull, |bounds| [bounds.centre().y, bounds.y, bounds.bottom()]);
    let grid = on_grid(wanted.centre(), GRID).from(wanted.centre());
    let rest = Vector::new(horizontal.map_or(grid.x, |(shift, ..)| shift), vertical.map_or(grid.y, |(shift, ..)| shift));
    let at = wanted.moved(rest);
    let mut guides = Vec::new();
    if let Some((_, x, other)) = horizontal {
        let whole = at.union(other);
        guides.push(Guide { from: Point::new(x, whole.y), to: Point::new(x, whole.bottom()) });
    }
    if let Some((_, y, other)) = vertical {
        let whole = at.union(other);
        guides.push(Guide { from: Point::new(whole.x, y), to: Point::new(whole.right(), y) });
    }
    Snapped { by: Vector::new(by.x + rest.x, by.y + rest.y), guides }
}

/// The smallest shift that brings a line of `wanted` onto the same line of a neighbour; the line; the neighbour.
fn nearest(neighbours: &[Bounds], wanted: Bounds, pull: f64, lines: impl Fn(Bounds) -> [f64; 3]) -> Option<(f64, f64, Bounds)> {
    let own = lines(wanted);
    let shifts = neighbours.iter().flat_map(|other| {
        let theirs = lines(*other);
        own.into_iter().zip(theirs).map(move |(from, to)| (to - from, to, *other))
    });
    shifts.filter(|(shift, ..)| shift.abs() <= pull).min_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))
}
