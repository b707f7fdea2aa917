//! A library in the making: what has been read so far, and where in the file it stood.

use super::super::naming::Keys;
use super::super::xml::Element;
use super::super::{Note, What};
use super::data::Library;
use super::remark::Remark;
use super::standard::id_of;
use super::words::Words;
use crate::model::{
    DataFieldId, Document, FieldKind, FlowId, FlowNode, NodeId, NodeKind, Origin, Process, ProcessId, Repetition, Role, RoleId, RoleKind,
    SequenceFlow, SourceId, StepDetails, Subject,
};
use std::collections::BTreeMap;

/// The document as far as it has been read.
pub(super) struct Reading {
    pub document: Document,
    pub notes: Vec<Note>,
    /// What is known of the library's data.
    pub library: Library,
    /// Kinds of the variables of workflows.
    pub variables: BTreeMap<DataFieldId, FieldKind>,
    pub words: Words,
    /// How many steps were read.
    pub steps: usize,
    /// The file that is being read.
    pub source: SourceId,
    subjects: BTreeMap<String, Subject>,
    keys: BTreeMap<&'static str, Keys>,
}

/// Where a flow goes on: behind a node, with what its next connection says.
#[derive(Clone, Debug)]
pub(super) struct End {
    pub from: NodeId,
    pub name: String,
    pub condition: String,
    pub is_default: bool,
    /// Id in the file of the way that it begins.
    pub origin: Option<String>,
}

/// Where steps are put.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub process: ProcessId,
    pub parent: Option<NodeId>,
    /// How many sub-processes lie around it.
    pub depth: usize,
    /// How many loops that need not end by themselves lie around it.
    pub unbound: usize,
}

impl Reading {
    /// Over a document to which nothing was read yet.
    pub fn new(document: Document) -> Self {
        Self {
            document,
            notes: Vec::new(),
            library: Library::default(),
            variables: BTreeMap::new(),
            words: Words::default(),
            steps: 0,
            source: SourceId(0),
            subjects: BTreeMap::new(),
            keys: BTreeMap::new(),
        }
    }

    /// Says something about an element.
    pub fn say(&mut self, element: &Element<'_>, name: &str, remark: Remark) {
        self.notes.push(Note::new(id_of(element), name, What::Civento(remark)).line(element.position.line));
    }

    /// Says something about an element that became `subject`.
    pub fn say_of(&mut self, element: &Element<'_>, subject: Subject, remark: Remark) {
        let name = self.document.name_of(subject).unwrap_or_default().to_owned();
        self.notes.push(Note::new(id_of(element), &name, What::Civento(remark)).line(element.position.line).on(subject));
    }

    /// Remembers where an element of the document comes from.
    pub fn remember(&mut self, subject: Subject, id: &str) {
        self.document.origins.insert(subject, Origin { source: self.source, id: id.to_owned() });
        self.subjects.entry(id.to_owned()).or_insert(subject);
    }

    /// A key that nobody of this kind has yet.
    pub fn key(&mut self, kind: &'static str, name: &str) -> String {
        self.keys.entry(kind).or_default().take(name, kind)
    }

    /// A process without anything in it.
    pub fn process(&mut self, name: &str, description: String) -> ProcessId {
        let id: ProcessId = self.document.new_id();
        let key = self.key("ablauf", name);
        if let Some(process) = Document::empty(&key, name).main() {
            self.document.processes.insert(id, Process { id, description, ..process.clone() });
        }
        id
    }

    /// The role of that name and kind, made if it is not there yet.
    pub fn role(&mut self, name: &str, kind: RoleKind) -> RoleId {
        if let Some(role) = self.document.roles.values().find(|role| role.name == name) {
            return role.id;
        }
        let id: RoleId = self.document.new_id();
        let key = self.key("rolle", name);
        self.document.roles.insert(id, Role { id, key, name: name.to_owned(), kind });
        id
    }

    /// A node at a place, without connections.
    pub fn node(&mut self, place: Place, kind: NodeKind, name: &str) -> NodeId {
        let id: NodeId = self.document.new_id();
        let key = self.key(word_for(&kind), name);
        let node = FlowNode {
            id,
            key,
            name: name.to_owned(),
            process: place.process,
            parent: place.parent,
            lane: None,
            kind,
            repetition: Repetition::Once,
            details: StepDetails::default(),
        };
        self.document.nodes.insert(id, node);
        id
    }

    /// Connects the end with a node, from which the flow then goes on.
    pub fn lead(&mut self, end: &mut End, to: NodeId) {
        let id: FlowId = self.document.new_id();
        let key = self.key("weg", "");
        let End { from, name, condition, is_default, origin } = std::mem::replace(end, End::behind(to));
        self.document.flows.insert(id, SequenceFlow { id, key, name, from, to, condition, is_default });
        if let Some(origin) = origin {
            self.remember(Subject::Flow(id), &origin);
        }
    }

    /// What an id of the file became.
    pub fn origin_of(&self, id: &str) -> Option<Subject> {
        self.subjects.get(id).copied()
    }

    /// Says what was to be said about expressions of an element.
    pub fn say_words(&mut self, element: &Element<'_>, subject: Subject) {
        for remark in self.words.take_remarks() {
            self.say_of(element, subject, remark);
        }
    }

    /// Changes a node that is there.
    pub fn change(&mut self, node: NodeId, change: impl FnOnce(&mut FlowNode)) {
        if let Some(node) = self.document.nodes.get_mut(node) {
            change(node);
        }
    }
}

impl End {
    /// Behind a node, without anything to say.
    pub fn behind(from: NodeId) -> Self {
        Self { from, name: String::new(), condition: String::new(), is_default: false, origin: None }
    }
}

fn word_for(kind: &NodeKind) -> &'static str {
    match kind {
        NodeKind::StartEvent { .. } => "beginn",
        NodeKind::EndEvent(_) => "ende",
        kind if kind.is_event() => "ereignis",
        kind if kind.is_gateway() => "verzweigung",
        _ => "schritt",
    }
}
