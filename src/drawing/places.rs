//! Where labels were found to stand freely; kept until the picture changes.

use super::scene::{Item, Look, Scene};
use crate::layout::course::Segment;
use crate::layout::label::occupied;
use crate::model::{Bounds, NodeKind, Subject};
use std::collections::BTreeMap;

/// The usual places of labels.
#[derive(Clone, Debug, Default)]
pub struct Places {
    version: u64,
    kept: BTreeMap<Subject, ((f64, f64), Bounds)>,
}

impl Places {
    /// The place of a label of this size; found anew by `find` among the lines near when the picture or the size is another.
    pub fn get(&mut self, scene: &Scene, subject: Subject, size: (f64, f64), near: Bounds, find: impl Fn(&[Segment]) -> Bounds) -> Bounds {
        if self.version != scene.version() {
            self.version = scene.version();
            self.kept.clear();
        }
        if let Some((_, place)) = self.kept.get(&subject).filter(|(kept, _)| *kept == size) {
            return *place;
        }
        // Its place at another size is not in its way.
        self.kept.remove(&subject);
        let mut lines: Vec<Segment> = Vec::new();
        for item in scene.within(near).into_iter().filter(|item| item.subject != subject) {
            match (item.edge(), item.shape()) {
                (Some(edge), _) => lines.extend(Segment::all(&edge.waypoints)),
                (None, Some(shape)) if is_in_the_way(item) => lines.extend(occupied(shape.bounds)),
                _ => {}
            }
        }
        let labels = self.kept.values().map(|(_, place)| *place).filter(|place| place.overlaps(near));
        lines.extend(labels.flat_map(occupied));
        let place = find(&lines);
        self.kept.insert(subject, (size, place));
        place
    }
}

/// Whether nothing is to be written over it: every node but the frame of a sub-process.
fn is_in_the_way(item: &Item) -> bool {
    matches!(&item.look, Look::Node { node, .. } if !matches!(node.kind, NodeKind::SubProcess { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::label::node_label;
    use crate::model::NodeId;

    #[test]
    fn a_label_stays_on_its_side_when_its_size_changes_with_the_zoom() {
        let gateway = Bounds::new(0.0, 0.0, 50.0, 50.0);
        let (scene, mut places) = (Scene::default(), Places::default());
        let mut put = |size| {
            let find = |lines: &[Segment]| node_label(gateway, size, lines);
            places.get(&scene, Subject::Node(NodeId(1)), size, gateway.grown(100.0), find)
        };
        for size in [(40.0, 16.0), (80.0, 32.0), (40.0, 16.0)] {
            assert!(put(size).y > gateway.bottom(), "{size:?} stands below");
        }
    }
}
