//! What a change of the document touches in its picture, and how an ordered list of elements is brought up to date.

use crate::model::{Document, Subject, Table};
use std::collections::BTreeSet;

/// Elements that are new, gone, or have changed. `None` if the change may show or hide elements that it does not touch, as
/// when a sub-process is opened.
pub fn touched(before: &Document, after: &Document) -> Option<BTreeSet<Subject>> {
    let is_same_ground = before.pools.same_as(&after.pools) && before.lanes.same_as(&after.lanes);
    if !is_same_ground || !keeps_places(before, after) {
        return None;
    }
    let mut touched = Vec::new();
    collect(&mut touched, &before.nodes, &after.nodes, Subject::Node);
    collect(&mut touched, &before.flows, &after.flows, Subject::Flow);
    collect(&mut touched, &before.message_flows, &after.message_flows, Subject::MessageFlow);
    collect(&mut touched, &before.artifacts, &after.artifacts, Subject::Artifact);
    collect(&mut touched, &before.associations, &after.associations, Subject::Association);
    collect(&mut touched, &before.diagram.shapes, &after.diagram.shapes, |subject| subject);
    collect(&mut touched, &before.diagram.edges, &after.diagram.edges, |subject| subject);
    // In one go: thousands put in one by one would take several times as long.
    Some(touched.into_iter().collect())
}

fn collect<K: Ord + Copy, V: Clone>(touched: &mut Vec<Subject>, before: &Table<K, V>, after: &Table<K, V>, name: fn(K) -> Subject) {
    touched.extend(after.changed_since(before).map(|(key, _)| name(key)));
    touched.extend(after.removed_since(before).map(name));
}

/// Whether everything that was there before and after is still in the same process and sub-process, these as open as they were,
/// and shapes come and go only with what they show.
fn keeps_places(before: &Document, after: &Document) -> bool {
    let (old, new) = (&before.diagram.shapes, &after.diagram.shapes);
    let mut nodes = after.nodes.changed_since(&before.nodes);
    let mut artifacts = after.artifacts.changed_since(&before.artifacts);
    let mut shapes = new.changed_since(old);
    nodes.all(|(id, node)| before.nodes.get(id).is_none_or(|old| (old.process, old.parent) == (node.process, node.parent)))
        && artifacts.all(|(id, it)| before.artifacts.get(id).is_none_or(|old| (old.process, old.parent) == (it.process, it.parent)))
        && shapes.all(|(subject, shape)| match old.get(subject) {
            Some(old) => old.is_expanded == shape.is_expanded,
            None => !is_there(before, subject),
        })
        && new.removed_since(old).all(|subject| !is_there(after, subject))
}

fn is_there(document: &Document, shape: Subject) -> bool {
    match shape {
        Subject::Node(id) => document.nodes.contains(id),
        Subject::Artifact(id) => document.artifacts.contains(id),
        _ => true,
    }
}

/// An ordered list in which some elements were exchanged.
#[derive(Debug)]
pub struct Merged<T> {
    /// The elements in order.
    pub items: Vec<T>,
    /// Where each of the old elements is now; of those that are gone, where they would be.
    pub now_at: Vec<u32>,
    /// Where the new elements are.
    pub new: Vec<u32>,
}

impl<T> Merged<T> {
    /// Takes out what is gone, by place, and puts in what has come; both lists are in this order.
    pub fn of<O: Ord>(old: Vec<T>, gone: &BTreeSet<u32>, come: Vec<T>, order: fn(&T) -> O) -> Self {
        let (mut items, mut new, mut now_at) = (Vec::with_capacity(old.len() + come.len()), Vec::new(), Vec::with_capacity(old.len()));
        let mut come = come.into_iter().peekable();
        for (item, place) in old.into_iter().zip(0..) {
            while let Some(next) = come.next_if(|next| order(next) < order(&item)) {
                new.push(items.len() as u32);
                items.push(next);
            }
            now_at.push(items.len() as u32);
            if !gone.contains(&place) {
                items.push(item);
            }
        }
        for next in come {
            new.push(items.len() as u32);
            items.push(next);
        }
        Self { items, now_at, new }
    }
}
