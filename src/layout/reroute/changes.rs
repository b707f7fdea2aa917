//! What a change did to the picture, as far as connections have to follow.

use super::is_crossed;
use crate::layout::connection::ends;
use crate::layout::index::CanvasIndex;
use crate::model::{Document, Subject, Table};
use std::collections::BTreeSet;

/// The difference between two documents.
pub(super) struct Changes<'a> {
    before: &'a Document,
    after: &'a Document,
    /// Shapes that are new or have other bounds.
    pub moved: BTreeSet<Subject>,
    /// Connections to which the change gave a course.
    pub redrawn: BTreeSet<Subject>,
    /// Connections without a course, that are new, or that lead elsewhere.
    rewired: BTreeSet<Subject>,
}

impl<'a> Changes<'a> {
    pub fn between(before: &'a Document, after: &'a Document) -> Self {
        let (old, new) = (&before.diagram, &after.diagram);
        let is_moved = |(subject, bounds)| old.shapes.get(subject).is_none_or(|shape| shape.bounds != bounds);
        let shapes = new.shapes.changed_since(&old.shapes).map(|(subject, shape)| (subject, shape.bounds));
        let mut changes = Self {
            before,
            after,
            moved: shapes.filter(|shape| is_moved(*shape)).map(|(subject, _)| subject).collect(),
            redrawn: new.edges.changed_since(&old.edges).map(|(subject, _)| subject).collect(),
            rewired: BTreeSet::new(),
        };
        changes.find_rewired();
        changes
    }

    pub fn is_nothing(&self) -> bool {
        self.moved.is_empty() && self.redrawn.is_empty() && self.rewired.is_empty()
    }

    fn find_rewired(&mut self) {
        fn news<K: Ord + Copy, V: Clone>(before: &Table<K, V>, after: &Table<K, V>, name: fn(K) -> Subject) -> Vec<Subject> {
            after.changed_since(before).map(|(key, _)| name(key)).collect()
        }
        let (before, after) = (self.before, self.after);
        let mut candidates = news(&before.flows, &after.flows, Subject::Flow);
        candidates.extend(news(&before.message_flows, &after.message_flows, Subject::MessageFlow));
        candidates.extend(news(&before.associations, &after.associations, Subject::Association));
        candidates.extend(before.diagram.edges.changed_since(&after.diagram.edges).map(|(subject, _)| subject));
        // A picture with gaps is closed where it can be.
        if after.diagram.edges.len() < after.flows.len() + after.message_flows.len() + after.associations.len() {
            candidates.extend(after.flows.keys().map(Subject::Flow));
            candidates.extend(after.message_flows.keys().map(Subject::MessageFlow));
            candidates.extend(after.associations.keys().map(Subject::Association));
        }
        let is_undrawn = |connection: Subject| !after.diagram.edges.contains(connection);
        let leads_elsewhere = |connection: Subject| ends(before, connection).is_some_and(|old| ends(after, connection) != Some(old));
        self.rewired = candidates.into_iter().filter(|it| is_undrawn(*it) || leads_elsewhere(*it)).collect();
    }

    /// Connections that have to follow. What the change itself has drawn stays, unless it leads elsewhere.
    pub fn touched(&self, index: &CanvasIndex) -> BTreeSet<Subject> {
        let mut touched: BTreeSet<Subject> = self.moved.iter().flat_map(|shape| index.connections_of(*shape)).collect();
        for shape in &self.moved {
            let crossed = self.crossed(*shape, index, &touched);
            touched.extend(crossed);
        }
        touched.retain(|connection| !self.redrawn.contains(connection));
        touched.extend(&self.rewired);
        touched.retain(|connection| ends(self.after, *connection).is_some());
        touched
    }

    /// Connections, other than the known ones, upon which a shape now stands.
    fn crossed(&self, shape: Subject, index: &CanvasIndex, known: &BTreeSet<Subject>) -> Vec<Subject> {
        let Some(bounds) = self.after.diagram.shapes.get(shape).map(|shape| shape.bounds) else { return Vec::new() };
        if !matches!(shape, Subject::Node(_) | Subject::Artifact(_)) {
            return Vec::new();
        }
        let routed = |edge: &Subject| matches!(edge, Subject::Flow(_) | Subject::MessageFlow(_)) && !self.redrawn.contains(edge);
        let candidates = index.visible(bounds).into_iter().filter(|edge| routed(edge) && !known.contains(edge));
        candidates.filter(|edge| is_crossed(self.after, shape, *edge)).collect()
    }
}
