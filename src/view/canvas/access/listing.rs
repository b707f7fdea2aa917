//! The elements that are told, in reading order. A change of the order is found between what it has left at the beginning and at
//! the end, so that appending to thousands looks at few.

use crate::model::Subject;
use egui::Id;
use egui::accesskit::NodeId;
use std::collections::BTreeSet;

/// The elements and their nodes, in order.
#[derive(Default)]
pub struct Listing {
    subjects: Vec<Subject>,
    nodes: Vec<NodeId>,
    is_new: bool,
    /// Something in it may not be there any more, though it is in the order.
    is_doubtful: bool,
}

/// What came into a listing and what left it.
pub struct Change {
    pub come: Vec<Subject>,
    pub gone: Vec<Subject>,
}

impl Listing {
    /// Something that is still in the order may be gone: next time all are looked at.
    pub fn doubt(&mut self) {
        self.is_doubtful = true;
    }

    /// Lists those of the order that are there. The nodes have identities inside `home`.
    pub fn follow(&mut self, order: &[Subject], home: Id, is_there: impl Fn(Subject) -> bool) -> Change {
        let same = |(a, b): &(&Subject, &Subject)| a == b;
        let sure = if std::mem::take(&mut self.is_doubtful) { 0 } else { usize::MAX };
        let first = self.subjects.iter().zip(order).take(sure).take_while(same).count();
        let rest = (&self.subjects[first..], &order[first..]);
        let last = rest.0.iter().rev().zip(rest.1.iter().rev()).take(sure).take_while(same).count();
        let come: Vec<Subject> = order[first..order.len() - last].iter().copied().filter(|subject| is_there(*subject)).collect();
        let span = first..self.subjects.len() - last;
        self.nodes.splice(span.clone(), come.iter().map(|subject| home.with(subject).accesskit_id()));
        let mut gone: Vec<Subject> = self.subjects.splice(span, come.iter().copied()).collect();
        let stays: BTreeSet<Subject> = come.iter().copied().collect();
        gone.retain(|subject| !stays.contains(subject));
        self.is_new = true;
        Change { come, gone }
    }

    /// The nodes in order, if these are new or all is to be told.
    pub fn told(&mut self, is_whole: bool) -> Option<Vec<NodeId>> {
        (std::mem::take(&mut self.is_new) || is_whole).then(|| self.nodes.clone())
    }

    /// The element of a node.
    pub fn subject(&self, node: NodeId) -> Option<Subject> {
        self.subjects.get(self.nodes.iter().position(|known| *known == node)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Listing;
    use crate::model::{NodeId, Subject};
    use egui::Id;

    fn subjects(of: &[u32]) -> Vec<Subject> {
        of.iter().map(|id| Subject::Node(NodeId(*id))).collect()
    }

    #[test]
    fn only_what_comes_and_goes_between_the_ends_is_named() {
        let mut listing = Listing::default();
        let follow = |listing: &mut Listing, order: &[u32], missing: u32| {
            let there = |subject| subject != Subject::Node(NodeId(missing));
            let change = listing.follow(&subjects(order), Id::unique("home"), there);
            assert_eq!(listing.nodes.len(), listing.subjects.len());
            (change.come, change.gone)
        };
        assert_eq!(follow(&mut listing, &[1, 2, 3, 4], 0), (subjects(&[1, 2, 3, 4]), vec![]));
        assert_eq!(follow(&mut listing, &[1, 2, 9, 3, 4], 0), (subjects(&[9]), vec![]));
        assert_eq!(follow(&mut listing, &[1, 2, 9, 3, 4], 0), (vec![], vec![]));
        assert_eq!(follow(&mut listing, &[1, 3, 2, 4], 0), (subjects(&[3, 2]), subjects(&[9])));
        assert_eq!(follow(&mut listing, &[1, 3, 7, 2, 4, 8], 7), (subjects(&[2, 4, 8]), vec![]), "what is not there yet is left out");
        listing.doubt();
        let change = listing.follow(&subjects(&[1, 3, 2, 4, 8]), Id::unique("home"), |subject| subject != Subject::Node(NodeId(3)));
        assert_eq!(change.gone, subjects(&[3]), "what is gone though it is in the order is found when in doubt");
        assert_eq!(follow(&mut listing, &[], 0), (vec![], subjects(&[1, 2, 4, 8])));
    }
}
