//! Ids of the file: those from which elements came, else their keys, each once.

use super::super::PATH;
use super::kept::Kept;
use crate::model::{Document, NodeId, Subject};
use std::collections::{BTreeMap, BTreeSet};

/// Which element has which id.
#[derive(Default)]
pub(super) struct Ids {
    of: BTreeMap<Subject, String>,
    taken: BTreeSet<String>,
    /// Nodes that stand with another one for a single node of the file.
    beside: BTreeMap<NodeId, NodeId>,
    /// The same the other way round.
    helpers: BTreeMap<NodeId, Vec<NodeId>>,
}

impl Ids {
    /// The ids of all elements that BPMN knows.
    pub fn new(document: &Document, kept: &Kept<'_>) -> Self {
        let mut ids = Self::default();
        let mut new = Vec::new();
        let mut first = BTreeMap::<String, NodeId>::new();
        for subject in subjects(document) {
            let origin = document.origins.get(subject).filter(|origin| Some(origin.source) == kept.source);
            let Some(id) = origin.map(|origin| origin.id.as_str()).filter(|id| id.starts_with(PATH) || kept.element(id).is_some()) else {
                new.push(subject);
                continue;
            };
            if let Subject::Node(node) = subject {
                let owner = *first.entry(id.to_owned()).or_insert(node);
                if owner != node {
                    ids.beside.insert(node, owner);
                    ids.helpers.entry(owner).or_default().push(node);
                }
            }
            ids.taken.insert(id.to_owned());
            ids.of.insert(subject, id.to_owned());
        }
        for subject in new {
            let wanted = wanted(document, subject);
            let id = ids.take(&wanted, kept);
            ids.of.insert(subject, id);
        }
        ids
    }

    /// The id of an element; `None` if it has none in the file.
    pub fn get(&self, subject: Subject) -> Option<&str> {
        self.of.get(&subject).map(String::as_str).filter(|id| !id.starts_with(PATH))
    }

    /// All elements with their ids.
    pub fn all(&self) -> impl Iterator<Item = (Subject, &str)> {
        self.of.iter().map(|(subject, id)| (*subject, id.as_str()))
    }

    /// The node that stands for this one in the file.
    pub fn owner(&self, node: NodeId) -> NodeId {
        self.beside.get(&node).copied().unwrap_or(node)
    }

    /// The other nodes that stand for the same node of the file.
    pub fn helpers(&self, owner: NodeId) -> impl Iterator<Item = NodeId> {
        self.helpers.get(&owner).into_iter().flatten().copied()
    }

    /// An id that nothing has yet, as near as possible to the one that is wanted.
    pub fn take(&mut self, wanted: &str, kept: &Kept<'_>) -> String {
        let is_free = |id: &String| !self.taken.contains(id) && !kept.has_id(id);
        let numbered = (2_u32..).map(|number| format!("{wanted}_{number}"));
        let id = std::iter::once(wanted.to_owned()).chain(numbered).find(is_free).unwrap_or_else(|| wanted.to_owned());
        self.taken.insert(id.clone());
        id
    }
}

fn subjects(document: &Document) -> impl Iterator<Item = Subject> {
    let own = document.processes.keys().map(Subject::Process).chain(document.pools.keys().map(Subject::Pool));
    let own = own.chain(document.lanes.keys().map(Subject::Lane)).chain(document.nodes.keys().map(Subject::Node));
    let lines = document.flows.keys().map(Subject::Flow).chain(document.message_flows.keys().map(Subject::MessageFlow));
    let beside = document.artifacts.keys().map(Subject::Artifact).chain(document.associations.keys().map(Subject::Association));
    own.chain(lines).chain(beside)
}

/// The key, or for what has none its kind and number. Both are names without colon, as XML wants ids.
pub(super) fn wanted(document: &Document, subject: Subject) -> String {
    let key = match subject {
        Subject::Process(id) => document.processes.get(id).map(|it| &it.key),
        Subject::Pool(id) => document.pools.get(id).map(|it| &it.key),
        Subject::Lane(id) => document.lanes.get(id).map(|it| &it.key),
        Subject::Node(id) => document.nodes.get(id).map(|it| &it.key),
        Subject::Flow(id) => document.flows.get(id).map(|it| &it.key),
        Subject::MessageFlow(id) => document.message_flows.get(id).map(|it| &it.key),
        Subject::Artifact(id) => return format!("Artifact_{}", id.0),
        Subject::Association(id) => return format!("Association_{}", id.0),
        _ => None,
    };
    key.map(|key| name_of(key)).unwrap_or_default()
}

/// A name as XML allows it for ids: keys are nearly always, but for signs that count as digits or letters elsewhere only.
fn name_of(key: &str) -> String {
    let is_good =
        |sign: char| sign.is_alphanumeric() && (sign.is_ascii() || ('\u{c0}'..='\u{2ff}').contains(&sign)) && !matches!(sign, '×' | '÷');
    let name: String = key.chars().map(|sign| if is_good(sign) || sign == '_' { sign } else { '_' }).collect();
    if name.starts_with(|sign: char| sign.is_alphabetic() || sign == '_') { name } else { format!("_{name}") }
}
