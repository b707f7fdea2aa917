//! Rectangles of elements, found by place, while connections are led round them.

use crate::model::{Bounds, Subject};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

type Entry = GeomWithData<Rectangle<[f64; 2]>, (Subject, Bounds)>;

/// Elements by the rectangles that they take up.
#[derive(Debug, Default)]
pub(super) struct Nearby {
    tree: RTree<Entry>,
}

impl Nearby {
    /// Adds an element that is not there yet.
    pub fn insert(&mut self, subject: Subject, bounds: Bounds) {
        self.tree.insert(entry(subject, bounds));
    }

    /// Elements whose rectangle overlaps this one, in the order of their identities.
    pub fn overlapping(&self, area: Bounds) -> Vec<Subject> {
        let envelope = AABB::from_corners([area.x, area.y], [area.right(), area.bottom()]);
        let touching = self.tree.locate_in_envelope_intersecting(envelope).map(|it| it.data);
        let mut found: Vec<Subject> = touching.filter(|(_, bounds)| bounds.overlaps(area)).map(|(subject, _)| subject).collect();
        found.sort_unstable();
        found
    }
}

impl FromIterator<(Subject, Bounds)> for Nearby {
    fn from_iter<I: IntoIterator<Item = (Subject, Bounds)>>(elements: I) -> Self {
        Self { tree: RTree::bulk_load(elements.into_iter().map(|(subject, bounds)| entry(subject, bounds)).collect()) }
    }
}

fn entry(subject: Subject, bounds: Bounds) -> Entry {
    Entry::new(Rectangle::from_corners([bounds.x, bounds.y], [bounds.right(), bounds.bottom()]), (subject, bounds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NodeId;

    #[test]
    fn only_what_overlaps_is_found_in_the_order_of_identities() {
        let node = |id| Subject::Node(NodeId(id));
        let mut nearby: Nearby = (0..50).rev().map(|at| (node(at), Bounds::new(f64::from(at) * 100.0, 0.0, 100.0, 80.0))).collect();
        nearby.insert(node(90), Bounds::new(250.0, 70.0, 10.0, 10.0));
        nearby.insert(node(1_000), Bounds::new(250.0, 81.0, 10.0, 10.0));
        assert_eq!(nearby.overlapping(Bounds::new(210.0, 10.0, 100.0, 70.0)), [node(2), node(3), node(90)]);
        assert!(nearby.overlapping(Bounds::new(0.0, 200.0, 100.0, 10.0)).is_empty());
    }
}
