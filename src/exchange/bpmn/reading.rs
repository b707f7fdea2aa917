//! A file in the making: what has been read so far, by the ids of the file.

use super::super::lookup::Lookup;
use super::super::naming::Keys;
use super::super::xml::Element;
use super::super::{Imported, Note, Unfit, What};
use super::details::own;
use super::expression::Variables;
use super::flow::Place;
use super::path;
use super::remark::Remark;
use super::standard::{id, name};
use crate::model::{
    Document, FlowNode, NodeId, NodeKind, Origin, Process, ProcessId, Role, RoleId, RoleKind, SourceId, Subject, is_legal_key,
};
use std::collections::{BTreeMap, BTreeSet};

/// Reads a file into a document that has data and forms, but no flow. Where the text of the file is kept in it, elements remember from
/// what they came.
pub(super) fn read_onto(base: Document, root: &Element<'_>, source: Option<SourceId>) -> Result<Imported, Unfit> {
    let mut reading = Reading::new(base, root, source);
    reading.processes()?;
    reading.collaborations();
    reading.no_process();
    reading.artifacts();
    reading.diagrams();
    reading.finish()
}

/// Several nodes that mean together what one node of the file means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doors {
    /// Where flows lead to.
    pub entry: NodeId,
    /// Where flows come from.
    pub exit: NodeId,
}

/// The document as far as it has been read.
pub(super) struct Reading<'a> {
    pub root: &'a Element<'a>,
    pub document: Document,
    pub notes: Vec<Note>,
    /// What the ids of the file are here.
    pub subjects: Lookup<&'a str, Subject>,
    /// Elements directly below the outermost one, by their ids: messages, signals, errors …
    pub roots: BTreeMap<&'a str, &'a Element<'a>>,
    /// Elements that stand in a process, with the process and sub-process, still to be read when all nodes are there.
    pub later: Vec<(Place, &'a Element<'a>)>,
    /// Data objects by id, and activities with the elements that they were: for the data that they read and write.
    pub data_objects: BTreeMap<&'a str, &'a Element<'a>>,
    /// What stands for data in data associations: references to objects, objects, properties.
    pub data_references: BTreeMap<&'a str, &'a Element<'a>>,
    pub steps: Vec<(NodeId, &'a Element<'a>)>,
    /// Ids of what has a place in a picture of the file.
    pub drawn: BTreeSet<&'a str>,
    /// Transactions, with the code of the error that cancels them.
    pub transactions: BTreeMap<NodeId, String>,
    pub variables: Variables,
    /// Where flows reach and leave what stands for one node of the file, where that is more than one node.
    pub doors: BTreeMap<NodeId, Doors>,
    /// The process that the studio wrote down as the procedure.
    pub main: Option<ProcessId>,
    /// Where the text of the file is kept.
    source: Option<SourceId>,
    keys: BTreeMap<&'static str, Keys>,
    mended: BTreeSet<String>,
    /// Steps with a quantity of 0.
    pub no_quantities: usize,
}

impl<'a> Reading<'a> {
    fn new(base: Document, root: &'a Element<'a>, source: Option<SourceId>) -> Self {
        let document = Document { processes: Default::default(), ..base };
        let roots = root.elements().filter(|element| !id(element).is_empty()).map(|element| (id(element), element)).collect();
        Self {
            root,
            document,
            notes: Vec::new(),
            subjects: Lookup::default(),
            roots,
            later: Vec::new(),
            data_objects: BTreeMap::new(),
            data_references: BTreeMap::new(),
            steps: Vec::new(),
            drawn: super::picture::with_place(root),
            transactions: BTreeMap::new(),
            variables: Variables::of(root),
            doors: BTreeMap::new(),
            main: None,
            source,
            keys: BTreeMap::new(),
            mended: BTreeSet::new(),
            no_quantities: 0,
        }
    }

    /// Says something about an element.
    pub fn say(&mut self, element: &Element<'_>, what: What) {
        let subject = self.subjects.get(id(element)).copied();
        self.notes.push(Note::new(id(element), &name(element), what).line(element.position.line).on(subject));
    }

    /// Says that an element or attribute was not taken.
    pub fn leave(&mut self, element: &Element<'_>, what: &str) {
        let (name, line) = (what.to_owned(), element.position.line);
        let is_kept = self.source.is_some();
        self.say(element, if is_kept { What::Bpmn(Remark::NotShown { name, count: 1 }) } else { What::NotCarried { name, line } });
    }

    /// The key of an element: the one that the studio wrote down, else its id.
    pub fn key_at(&mut self, kind: &'static str, element: &Element<'_>) -> String {
        self.key(kind, own(element, "key").unwrap_or(id(element)))
    }

    /// The key for an id: the id itself where it may be a key.
    pub fn key(&mut self, kind: &'static str, id: &str) -> String {
        let key = self.keys.entry(kind).or_default().take_id(id, kind);
        if key != id && !id.is_empty() && !is_legal_key(id) {
            self.mended.insert(id.to_owned());
        }
        key
    }

    /// Remembers what an id of the file is here. Of two elements with one id references mean the first; the other is as if it had none.
    pub fn remember(&mut self, element: &'a Element<'a>, subject: Subject) {
        let id = id(element);
        if id.is_empty() {
            return self.came_from(element, subject);
        }
        if self.subjects.put(id, subject) {
            return self.came_from(element, subject);
        }
        self.notes.push(Note::new(id, &name(element), What::Bpmn(Remark::SameId)).line(element.position.line).on(subject));
        self.came_from_id(subject, path(element));
    }

    /// Notes from which element something came: by its id, without one by the line and column where it begins. Several nodes may have come
    /// from one.
    pub fn came_from(&mut self, element: &Element<'_>, subject: Subject) {
        let id = Some(id(element)).filter(|id| !id.is_empty()).map_or_else(|| path(element), str::to_owned);
        self.came_from_id(subject, id);
    }

    fn came_from_id(&mut self, subject: Subject, id: String) {
        if let Some(source) = self.source {
            self.document.origins.insert(subject, Origin { source, id });
        }
    }

    /// The node of that id.
    pub fn node_of(&self, id: &str) -> Option<NodeId> {
        self.subjects.get(id).and_then(|subject| subject.node())
    }

    /// An element directly below the outermost one.
    pub fn root_element(&self, id: Option<&str>, local: &str) -> Option<&'a Element<'a>> {
        self.roots.get(id?).copied().filter(|element| element.name.local == local)
    }

    /// The role of that name, made if it is not there yet.
    pub fn role(&mut self, name: &str) -> Option<RoleId> {
        if name.is_empty() {
            return None;
        }
        if let Some(role) = self.document.roles.values().find(|role| role.name == name) {
            return Some(role.id);
        }
        let id: RoleId = self.document.new_id();
        let key = self.keys.entry("rolle").or_default().take(name, "rolle");
        self.document.roles.insert(id, Role { id, key, name: name.to_owned(), kind: RoleKind::default() });
        Some(id)
    }

    /// A process without anything in it.
    pub fn new_process(&mut self, element: &'a Element<'a>) -> ProcessId {
        let made: ProcessId = self.document.new_id();
        let key = self.key_at("prozess", element);
        let name = Some(name(element)).filter(|name| !name.is_empty()).unwrap_or_else(|| id(element).to_owned());
        let blank = Document::empty(&key, &name);
        if let Some(process) = blank.main() {
            self.document.processes.insert(made, Process { id: made, ..process.clone() });
        }
        self.remember(element, Subject::Process(made));
        made
    }

    fn finish(mut self) -> Result<Imported, Unfit> {
        self.document.main_process = self.main.ok_or(Unfit::NoProcess)?;
        self.variables.declare(&mut self.document);
        let mut report = self.summary();
        report.append(&mut self.notes);
        Ok(Imported { document: self.document, report })
    }

    /// Of the processes with steps one that no other one calls; of those one that is to be executed, else one that stands in a pool, else the
    /// first.
    pub fn main_process(&self) -> Option<ProcessId> {
        let document = &self.document;
        let with_nodes: BTreeSet<ProcessId> = document.nodes.values().map(|node| node.process).collect();
        let call = |node: &FlowNode| match node.kind {
            NodeKind::CallActivity(Some(called)) if called != node.process => Some(called),
            _ => None,
        };
        let called: BTreeSet<ProcessId> = document.nodes.values().filter_map(call).collect();
        let pooled: BTreeSet<ProcessId> = document.pools.values().filter_map(|pool| pool.process).collect();
        let processes = self.root.all("process").filter_map(|element| match self.subjects.get(id(element)) {
            Some(Subject::Process(process)) => Some((*process, super::standard::is_true(element, "isExecutable"))),
            _ => None,
        });
        let order = |(process, is_executable): &(ProcessId, bool)| {
            (!with_nodes.contains(process), called.contains(process), !is_executable, !pooled.contains(process))
        };
        processes.min_by_key(order).map(|(process, _)| process).or_else(|| document.processes.keys().next())
    }

    /// An empty process for a file that has none, but participants, choreographies or what they speak of.
    fn no_process(&mut self) {
        if !self.document.processes.is_empty() {
            return;
        }
        let kinds = ["collaboration", "choreography", "globalChoreographyTask", "globalConversation"];
        let all = || kinds.iter().flat_map(|kind| self.root.all(kind));
        let element = all().find(|element| !name(element).is_empty()).or_else(|| all().next()).or_else(|| self.root.elements().next());
        let Some(element) = element else { return };
        let name = [name(element), name(self.root)].into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let key = self.key("prozess", "");
        let made: ProcessId = self.document.new_id();
        let blank = Document::empty(&key, &name);
        if let Some(process) = blank.main() {
            self.document.processes.insert(made, Process { id: made, ..process.clone() });
        }
        self.notes.push(Note::new(id(element), &name, What::Bpmn(Remark::NoFlow)).line(element.position.line));
    }

    /// What was taken, in numbers.
    fn summary(&self) -> Vec<Note> {
        let document = &self.document;
        let counted = [
            (document.nodes.len(), What::Steps(document.nodes.len())),
            (document.flows.len(), What::Ways(document.flows.len())),
            (self.variables.count(), What::Variables(self.variables.count())),
            (self.mended.len(), What::MendedKeys(self.mended.len())),
            (self.no_quantities, What::NoQuantities(self.no_quantities)),
        ];
        let name = document.main().map(|process| process.name.clone()).unwrap_or_default();
        counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, what)| Note::new("", &name, what)).collect()
    }
}
