//! Lets what is moved come to rest in line with its neighbours in view, and shows the line.

use super::camera::Camera;
use super::scene::Scene;
pub use crate::layout::snap::GRID;
use crate::layout::snap::{Snapped, snapped};
use crate::model::{Bounds, Subject, Vector};
use std::collections::BTreeSet;

/// How near to a line things snap to it, in points of the screen.
const PULL: f32 = 6.0;
/// With more neighbours than this in view, only the grid is used.
const MOST: usize = 300;

/// Snaps the moved bounds to the neighbours in view, else to the grid. The way includes `by`.
pub fn snap(scene: &Scene, camera: &Camera, moved: &BTreeSet<Subject>, start: Bounds, by: Vector) -> Snapped {
    let near = scene.within(camera.visible()).into_iter().filter(|item| !moved.contains(&item.subject) && !item.is_ground());
    let mut neighbours: Vec<Bounds> = near.filter_map(|item| item.shape()).map(|shape| shape.bounds).collect();
    if neighbours.len() > MOST {
        neighbours.clear();
    }
    let rest = snapped(start.moved(by), &neighbours, camera.reach(PULL), true);
    Snapped { by: Vector::new(by.x + rest.by.x, by.y + rest.by.y), ..rest }
}
