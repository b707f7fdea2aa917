//! Ids of the file: those from which elements came, else their keys, each once.

use super::super::super::lookup::Lookup;
use super::super::PATH;
use super::kept::Kept;
use crate::model::{Document, NodeId, SourceId, Subject};
use std::collections::BTreeMap;
use std::{borrow::Cow, rc::Rc};

/// Which element has which id.
#[derive(Clone, Default)]
pub(super) struct Ids {
    of: ByNumber,
    /// Those that the file does not have.
    taken: Lookup<Rc<str>, ()>,
    /// Nodes that stand with another one for a single node of the file.
    beside: BTreeMap<NodeId, NodeId>,
    /// The same the other way round.
    helpers: BTreeMap<NodeId, Vec<NodeId>>,
}

impl Ids {
    /// The ids of all elements that BPMN knows, in a document that keeps the file at `source`.
    pub fn new(document: &Document, kept: &Kept<'_>, source: Option<SourceId>) -> Self {
        let mut ids = Self::default();
        let none: Rc<str> = Rc::from("");
        let mut new = Vec::new();
        let mut first = Lookup::with_room(document.nodes.len());
        for subject in subjects(document) {
            let origin = document.origins.get(subject).filter(|origin| Some(origin.source) == source);
            let Some(id) = origin.map(|origin| origin.id.as_str()).filter(|id| id.starts_with(PATH) || kept.element(id).is_some()) else {
                new.push(subject);
                ids.of.push(subject, Rc::clone(&none));
                continue;
            };
            if let Subject::Node(node) = subject
                && !first.put(id, node)
                && let Some(owner) = first.get(id).copied()
            {
                ids.beside.insert(node, owner);
                ids.helpers.entry(owner).or_default().push(node);
            }
            ids.of.push(subject, id.into());
        }
        for subject in new {
            let wanted = wanted(document, subject);
            let id = ids.take(&wanted, kept);
            ids.of.set(subject, id);
        }
        ids
    }

    /// Whether the file has all of them: then they are those of every document with the same elements from there.
    pub fn are_kept(&self) -> bool {
        self.taken.is_empty()
    }

    /// The id of an element; `None` if it has none in the file.
    pub fn get(&self, subject: Subject) -> Option<&Rc<str>> {
        self.of.get(subject).filter(|id| !id.starts_with(PATH))
    }

    /// Whether the file does not have the id.
    pub fn is_new(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    /// All elements of the document with their ids.
    pub fn all(&self, document: &Document) -> impl Iterator<Item = (Subject, &str)> {
        subjects(document).filter_map(|subject| Some((subject, &**self.of.get(subject)?)))
    }

    /// The node that stands for this one in the file.
    pub fn owner(&self, node: NodeId) -> NodeId {
        self.beside.get(&node).copied().unwrap_or(node)
    }

    /// All nodes that stand with others for a single node of the file.
    pub fn all_beside(&self) -> impl Iterator<Item = NodeId> {
        self.beside.iter().flat_map(|(node, owner)| [*node, *owner])
    }

    /// The other nodes that stand for the same node of the file.
    pub fn helpers(&self, owner: NodeId) -> impl Iterator<Item = NodeId> {
        self.helpers.get(&owner).into_iter().flatten().copied()
    }

    /// An id that nothing has yet, as near as possible to the one that is wanted.
    pub fn take(&mut self, wanted: &str, kept: &Kept<'_>) -> Rc<str> {
        let numbered = (2_u32..).map(|number| format!("{wanted}_{number}").into());
        let mut free = std::iter::once(wanted.into()).chain(numbered).filter(|id: &Rc<str>| !kept.has_id(id));
        free.find(|id| self.taken.put(Rc::clone(id), ())).unwrap_or_else(|| wanted.into())
    }
}

/// Ids by kind and number of elements. Numbers run on for the most part: then one stands as far behind the first of its kind as its number is
/// greater.
#[derive(Clone, Default)]
struct ByNumber([Vec<(u32, Rc<str>)>; 8]);

impl ByNumber {
    /// Puts one behind all others of its kind, whose numbers are smaller.
    fn push(&mut self, subject: Subject, id: Rc<str>) {
        let (kind, number) = kind_and_number(subject);
        self.0.get_mut(kind).into_iter().for_each(|ids| ids.push((number, Rc::clone(&id))));
    }

    fn set(&mut self, subject: Subject, id: Rc<str>) {
        if let Some((kind, place)) = self.place(subject)
            && let Some((_, own)) = self.0.get_mut(kind).and_then(|ids| ids.get_mut(place))
        {
            *own = id;
        }
    }

    fn get(&self, subject: Subject) -> Option<&Rc<str>> {
        let (kind, place) = self.place(subject)?;
        self.0.get(kind)?.get(place).map(|(_, id)| id)
    }

    fn place(&self, subject: Subject) -> Option<(usize, usize)> {
        let (kind, number) = kind_and_number(subject);
        let ids = self.0.get(kind)?;
        let near = number.checked_sub(ids.first()?.0)? as usize;
        let is_there = ids.get(near).is_some_and(|(it, _)| *it == number);
        let place = if is_there { near } else { ids.binary_search_by_key(&number, |(it, _)| *it).ok()? };
        Some((kind, place))
    }
}

/// Where the ids of such elements stand; out of the row for those that BPMN does not know.
fn kind_and_number(subject: Subject) -> (usize, u32) {
    match subject {
        Subject::Process(id) => (0, id.0),
        Subject::Pool(id) => (1, id.0),
        Subject::Lane(id) => (2, id.0),
        Subject::Node(id) => (3, id.0),
        Subject::Flow(id) => (4, id.0),
        Subject::MessageFlow(id) => (5, id.0),
        Subject::Artifact(id) => (6, id.0),
        Subject::Association(id) => (7, id.0),
        _ => (usize::MAX, 0),
    }
}

/// All that BPMN knows; of a kind in the order of their numbers.
fn subjects(document: &Document) -> impl Iterator<Item = Subject> {
    let own = document.processes.keys().map(Subject::Process).chain(document.pools.keys().map(Subject::Pool));
    let own = own.chain(document.lanes.keys().map(Subject::Lane)).chain(document.nodes.keys().map(Subject::Node));
    let lines = document.flows.keys().map(Subject::Flow).chain(document.message_flows.keys().map(Subject::MessageFlow));
    let beside = document.artifacts.keys().map(Subject::Artifact).chain(document.associations.keys().map(Subject::Association));
    own.chain(lines).chain(beside)
}

/// The key, or for what has none its kind and number. Both are names without colon, as XML wants ids.
pub(super) fn wanted(document: &Document, subject: Subject) -> Cow<'_, str> {
    let key = match subject {
        Subject::Process(id) => document.processes.get(id).map(|it| &it.key),
        Subject::Pool(id) => document.pools.get(id).map(|it| &it.key),
        Subject::Lane(id) => document.lanes.get(id).map(|it| &it.key),
        Subject::Node(id) => document.nodes.get(id).map(|it| &it.key),
        Subject::Flow(id) => document.flows.get(id).map(|it| &it.key),
        Subject::MessageFlow(id) => document.message_flows.get(id).map(|it| &it.key),
        Subject::Artifact(id) => return format!("Artifact_{}", id.0).into(),
        Subject::Association(id) => return format!("Association_{}", id.0).into(),
        _ => None,
    };
    key.map(|key| name_of(key)).unwrap_or_default()
}

/// A name as XML allows it for ids: keys are nearly always, but for signs that count as digits or letters elsewhere only.
fn name_of(key: &str) -> Cow<'_, str> {
    if key.starts_with(|sign: char| sign.is_ascii_alphabetic()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return key.into();
    }
    let is_good =
        |sign: char| sign.is_alphanumeric() && (sign.is_ascii() || ('\u{c0}'..='\u{2ff}').contains(&sign)) && !matches!(sign, '×' | '÷');
    let name: String = key.chars().map(|sign| if is_good(sign) || sign == '_' { sign } else { '_' }).collect();
    if name.starts_with(|sign: char| sign.is_alphabetic() || sign == '_') { name.into() } else { format!("_{name}").into() }
}
