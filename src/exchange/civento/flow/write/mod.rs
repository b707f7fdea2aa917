//! Processes as workflows: the blocks of a flow lie in each other again.

mod choices;
mod native;
mod pages;
mod steps;
mod tasks;
mod workflow;

pub(in super::super) use workflow::workflows;

use super::super::super::naming::Keys;
use super::super::super::xml::{Draft, Element};
use super::super::super::{Note, What};
use super::super::remark::Remark;
use super::super::speech::Speech;
use crate::model::{Document, FlowIndex, NodeId, SourceId, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// A library still to be written, over its document.
pub(in super::super) struct Writing<'a> {
    pub document: &'a Document,
    pub flows: FlowIndex,
    pub speech: Speech<'a>,
    /// The elements of the kept file by their ids.
    kept: &'a BTreeMap<&'a str, &'a Element<'a>>,
    /// The kept file, as the document names it.
    source: Option<SourceId>,
    pub notes: Vec<Note>,
    ids: BTreeSet<String>,
    keys: Keys,
}

impl<'a> Writing<'a> {
    /// Over a document and what the kept file holds.
    pub fn new(document: &'a Document, speech: Speech<'a>, kept: &'a BTreeMap<&'a str, &'a Element<'a>>, source: Option<SourceId>) -> Self {
        let mut keys = Keys::default();
        kept.keys().for_each(|id| drop(keys.take_id(id, "id")));
        Self { document, flows: FlowIndex::of(document), speech, kept, source, notes: Vec::new(), ids: BTreeSet::new(), keys }
    }

    /// Says something about an element of the document.
    pub fn say(&mut self, subject: Subject, remark: Remark) {
        let name = self.document.name_of(subject).unwrap_or_default();
        self.notes.push(Note::new("", name, What::Civento(remark)).on(subject));
    }

    /// Where the element comes from, if it is of the kept file.
    pub fn origin(&self, subject: Subject) -> Option<&'a str> {
        let origin = self.document.origins.get(subject)?;
        (Some(origin.source) == self.source).then_some(origin.id.as_str())
    }

    /// The element of the kept file that became this one.
    pub fn kept(&self, subject: Subject) -> Option<&'a Element<'a>> {
        self.kept.get(self.origin(subject)?).copied()
    }

    /// The name of the kept element that became a node.
    pub fn kept_name(&self, node: NodeId) -> Option<&'a str> {
        self.kept(Subject::Node(node)).map(|kept| kept.name.local)
    }

    /// The draft with the id of what it is written for: that of the kept file where it is written for the first time, else a new one made
    /// of a key. What has no id in the file gets none.
    pub fn identified(&mut self, draft: Draft, subject: Subject, key: &str) -> Draft {
        match self.origin(subject) {
            Some(origin) if self.ids.insert(origin.to_owned()) => {
                let is_own = self.kept.get(origin).is_some_and(|element| element.attribute("Id") == Some(origin));
                if is_own { draft.attribute("Id", origin) } else { draft }
            }
            _ => {
                let id = self.keys.take_id(key, "id");
                draft.attribute("Id", &id)
            }
        }
    }

    /// The draft with the id that an element has in the kept file, or a new one if there is no such file or element.
    pub fn identified_as(&mut self, draft: Draft, kept: Option<&Element<'_>>, key: &str) -> Draft {
        if let Some(kept) = kept {
            match kept.attribute("Id") {
                Some(id) => draft.attribute("Id", id),
                None => draft,
            }
        } else {
            let id = self.keys.take_id(key, "id");
            draft.attribute("Id", &id)
        }
    }
}
