//! Lets what is moved come to rest in line with its neighbours in view, and shows the line.

use super::camera::Camera;
use crate::drawing::scene::Scene;
pub use crate::layout::snap::GRID;
use crate::layout::snap::{Snapped, snapped};
use crate::model::{Bounds, Point, Subject, Vector};
use std::collections::BTreeSet;

/// How near to a line things snap to it, in points of the screen.
const PULL: f32 = 6.0;
/// With more neighbours than this in view, only the grid is used.
const MOST: usize = 300;

/// Snaps the moved bounds to the neighbours in view, else to the grid. The way includes `by`.
pub fn snap(scene: &Scene, camera: &Camera, moved: &BTreeSet<Subject>, start: Bounds, by: Vector) -> Snapped {
    let rest = snapped(start.moved(by), &neighbours(scene, camera, moved), camera.reach(PULL), true);
    Snapped { by: Vector::new(by.x + rest.by.x, by.y + rest.by.y), ..rest }
}

/// Shapes in view that things line up with; none in a crowd.
fn neighbours(scene: &Scene, camera: &Camera, but: &BTreeSet<Subject>) -> Vec<Bounds> {
    let near = scene.within(camera.visible()).into_iter().filter(|item| !but.contains(&item.subject) && !item.is_ground());
    let neighbours: Vec<Bounds> = near.filter_map(|item| item.shape()).map(|shape| shape.bounds).collect();
    if neighbours.len() > MOST { Vec::new() } else { neighbours }
}

/// Where a dragged edge or bend comes to rest: in line with the edges and middles of the neighbours in view and with
/// `others`, else on the grid. Each axis for itself.
pub fn snap_point(scene: &Scene, camera: &Camera, but: &BTreeSet<Subject>, at: Point, others: &[Point]) -> Point {
    let neighbours = neighbours(scene, camera, but);
    let across = neighbours.iter().flat_map(|it| [it.x, it.centre().x, it.right()]).chain(others.iter().map(|it| it.x));
    let down = neighbours.iter().flat_map(|it| [it.y, it.centre().y, it.bottom()]).chain(others.iter().map(|it| it.y));
    let pull = camera.reach(PULL);
    Point::new(resting(at.x, across, pull), resting(at.y, down, pull))
}

fn resting(at: f64, lines: impl Iterator<Item = f64>, pull: f64) -> f64 {
    let near = lines.filter(|line| (line - at).abs() <= pull).min_by(|a, b| (a - at).abs().total_cmp(&(b - at).abs()));
    near.unwrap_or((at / GRID).round() * GRID)
}
