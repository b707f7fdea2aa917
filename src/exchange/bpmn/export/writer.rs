//! The file in the making, and what all its parts need: names, ids, references, expressions.

use super::super::super::xml::{Draft, Element};
use super::super::picture::Drawn;
use super::super::standard::{self, FEEL};
use super::ids::Ids;
use super::kept::Kept;
use super::prefixes::Prefixes;
use super::touched::Touched;
use crate::expr::{self, Fields, Names, Type};
use crate::model::{
    ArtifactId, AssociationId, Document, FlowId, FlowIndex, FlowNode, LaneId, MessageFlowId, NodeId, ProcessId, Repetition, SequenceFlow,
    Subject,
};
use crate::scope;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A process or sub-process, whose elements stand in it.
pub(super) type Scope = (ProcessId, Option<NodeId>);

/// Writes a document.
pub(super) struct Writer<'a> {
    pub document: &'a Document,
    pub kept: &'a Kept<'a>,
    pub prefixes: Prefixes,
    pub ids: Ids,
    pub flows: FlowIndex,
    pub nodes_in: BTreeMap<Scope, Vec<NodeId>>,
    pub flows_in: BTreeMap<Scope, Vec<FlowId>>,
    pub artifacts_in: BTreeMap<Scope, Vec<ArtifactId>>,
    pub associations_in: BTreeMap<Scope, Vec<AssociationId>>,
    /// The nodes that stand in each lane itself.
    pub in_lanes: BTreeMap<LaneId, Vec<NodeId>>,
    /// Data that a step reads and writes, by the step.
    pub data_of: BTreeMap<NodeId, Vec<AssociationId>>,
    /// Artifacts and associations that the kept file has in a collaboration, by its id.
    pub in_collaboration: BTreeMap<String, Vec<Subject>>,
    /// Whether elements that the kept file does not draw are drawn: as soon as anything in the picture is otherwise, they must keep their
    /// places beside it.
    pub draws_all: bool,
    /// Of which elements of the kept file something may be otherwise, if it is not all of them.
    pub touched: Option<Touched<'a>>,
    /// Messages, signals, errors and escalations of the kept file by kind and name, and those that are made; with the times that
    /// elements speak of them.
    pub named: BTreeMap<(&'static str, String), Named>,
    /// The id of the collaboration that is made where the file has none.
    pub made_collaboration: Option<String>,
    /// Names and types of the data, once they are asked for.
    data: OnceCell<(Names, Fields)>,
    /// What entries of lists are called, once that is asked for.
    entries: OnceCell<BTreeSet<&'a str>>,
}

/// Something that events refer to.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub id: Rc<str>,
    pub is_kept: bool,
    pub uses: usize,
}

impl<'a> Writer<'a> {
    /// Writes a document whose elements have these ids.
    pub fn new(document: &'a Document, kept: &'a Kept<'a>, ids: Ids) -> Self {
        let named = kept.named().into_iter().map(|(key, id)| (key, Named { id: id.into(), is_kept: true, uses: 0 })).collect();
        let mut writer = Self {
            document,
            kept,
            prefixes: kept.root.map_or_else(Prefixes::usual, Prefixes::of),
            ids,
            flows: FlowIndex::of(document),
            nodes_in: BTreeMap::new(),
            flows_in: BTreeMap::new(),
            artifacts_in: BTreeMap::new(),
            associations_in: BTreeMap::new(),
            in_lanes: BTreeMap::new(),
            data_of: BTreeMap::new(),
            in_collaboration: BTreeMap::new(),
            draws_all: kept.root.is_none(),
            touched: None,
            named,
            made_collaboration: None,
            data: OnceCell::new(),
            entries: OnceCell::new(),
        };
        writer.gather();
        writer
    }

    fn gather(&mut self) {
        let document = self.document;
        for node in document.nodes.values().filter(|node| self.ids.owner(node.id) == node.id) {
            self.nodes_in.entry((node.process, node.parent)).or_default().push(node.id);
            // What is in a sub-process is in its lane.
            let around = node.parent.and_then(|parent| document.nodes.get(parent)).and_then(|parent| parent.lane);
            if let Some(lane) = node.lane.filter(|lane| Some(*lane) != around) {
                self.in_lanes.entry(lane).or_default().push(node.id);
            }
        }
        for flow in document.flows.values().filter(|flow| self.ids.owner(flow.from) != self.ids.owner(flow.to)) {
            if let Some(from) = document.nodes.get(self.ids.owner(flow.from)) {
                self.flows_in.entry((from.process, from.parent)).or_default().push(flow.id);
            }
        }
        for artifact in document.artifacts.values() {
            match self.collaboration_of(Subject::Artifact(artifact.id)) {
                Some(collaboration) => {
                    self.in_collaboration.entry(collaboration).or_default().push(Subject::Artifact(artifact.id));
                }
                None => self.artifacts_in.entry((artifact.process, artifact.parent)).or_default().push(artifact.id),
            }
        }
        for association in document.associations.values() {
            let subject = Subject::Association(association.id);
            if let Some(node) = self.data_step(association.id) {
                self.data_of.entry(self.ids.owner(node)).or_default().push(association.id);
            } else if let Some(collaboration) = self.collaboration_of(subject) {
                self.in_collaboration.entry(collaboration).or_default().push(subject);
            } else if let Some(scope) = self.scope(association.from).or_else(|| self.scope(association.to)) {
                self.associations_in.entry(scope).or_default().push(association.id);
            }
        }
    }

    /// The collaboration or choreography in which the kept file has the element.
    fn collaboration_of(&self, subject: Subject) -> Option<String> {
        let parent = self.kept.parent(self.ids.get(subject)?)?;
        matches!(parent.name.local, "collaboration" | "choreography").then(|| parent.attribute("id").unwrap_or_default().to_owned())
    }

    /// Where an element stands.
    fn scope(&self, subject: Subject) -> Option<Scope> {
        let document = self.document;
        match subject {
            Subject::Node(id) => document.nodes.get(id).map(|node| (node.process, node.parent)),
            Subject::Artifact(id) => document.artifacts.get(id).map(|artifact| (artifact.process, artifact.parent)),
            Subject::Flow(id) => self.scope(Subject::Node(document.flows.get(id)?.from)),
            Subject::Pool(id) => document.pools.get(id).map(|pool| (pool.process.unwrap_or(document.main_process), None)),
            Subject::Lane(id) => self.scope(Subject::Pool(document.lanes.get(id)?.pool)),
            Subject::MessageFlow(_) => Some((document.main_process, None)),
            // One association at another: one step is enough for what the studio draws.
            Subject::Association(id) => match document.associations.get(id)?.from {
                Subject::Association(_) => None,
                from => self.scope(from),
            },
            _ => None,
        }
    }

    /// The id that stands for the element in references; empty if it has none.
    pub fn id(&self, subject: Subject) -> Rc<str> {
        let subject = match subject {
            Subject::Node(node) => Subject::Node(self.ids.owner(node)),
            other => other,
        };
        self.ids.get(subject).cloned().unwrap_or_default()
    }

    /// What stands for an element of the kept file in which nothing is otherwise: it is never written, so it needs no prefix.
    pub fn untouched(&self, local: &str, subject: Subject) -> Option<Draft> {
        let touched = self.touched.as_ref()?;
        let id = self.ids.get(subject).filter(|id| !touched.ids.contains(&***id) && !self.ids.is_new(id))?;
        Some(Draft::as_kept(local, id))
    }

    /// The same for what draws it, if that has an id.
    pub fn untouched_picture(&self, id: &str, drawn: Option<Drawn<'_>>) -> Option<Draft> {
        let touched = self.touched.as_ref().filter(|touched| !touched.ids.contains(id) && !self.ids.is_new(id));
        let drawn = touched.and(drawn).map(|drawn| drawn.element).filter(|drawn| !standard::id(drawn).is_empty())?;
        Some(Draft::as_kept(drawn.name.local, standard::id(drawn)))
    }

    /// An element of the standard, with its id and name where it has them.
    pub fn tag(&self, local: &str, subject: Subject, name: &str, inside: Vec<Draft>) -> Draft {
        let draft = Draft::with(&self.prefixes.bpmn(local), inside);
        let id = self.ids.get(subject);
        let draft = id.into_iter().fold(draft, |draft, id| draft.attribute("id", id));
        let draft = if name.is_empty() { draft } else { draft.attribute("name", name) };
        match id.and_then(|id| self.own_key(subject, id)) {
            Some(key) => draft.attribute(&self.prefixes.own("key"), key),
            None => draft,
        }
    }

    /// The key of what is new in the file, where its id is another.
    fn own_key(&self, subject: Subject, id: &str) -> Option<&'a str> {
        let document = self.document;
        let key = match subject {
            Subject::Process(id) => &document.processes.get(id)?.key,
            Subject::Pool(id) => &document.pools.get(id)?.key,
            Subject::Lane(id) => &document.lanes.get(id)?.key,
            Subject::Node(id) => &document.nodes.get(id)?.key,
            Subject::Flow(id) => &document.flows.get(id)?.key,
            Subject::MessageFlow(id) => &document.message_flows.get(id)?.key,
            _ => return None,
        };
        (id != key && self.kept.element(id).is_none()).then_some(key)
    }

    /// An element of the standard with this text.
    pub fn text(&self, local: &str, text: &str) -> Draft {
        Draft::text(&self.prefixes.bpmn(local), text)
    }

    /// A formal expression (BPMN 2.0, 8.4.6) in FEEL. As long as it is what the file gave, it stands as the file wrote it. A text that is no
    /// FEEL over declared data is marked as one to be taken as it is.
    pub fn condition(&self, local: &str, feel: &str, fresh: Option<&str>, written: Option<&Element<'_>>) -> Draft {
        if let (Some(written), true) = (written, fresh == Some(feel)) {
            return self.text(local, &written.text());
        }
        let draft = self.formal(local, feel);
        if self.is_feel(feel) { draft.attribute("language", FEEL) } else { draft.attribute(&self.prefixes.own("asWritten"), "true") }
    }

    /// A formal expression that says nothing of its language: a value that the standard itself names, such as a duration.
    pub fn formal(&self, local: &str, text: &str) -> Draft {
        self.text(local, text).attribute(&self.prefixes.xsi("type"), &self.prefixes.bpmn("tFormalExpression").to_string())
    }

    /// Whether a text is FEEL that speaks of fields of objects, entries of repeated steps and their counters only.
    fn is_feel(&self, text: &str) -> bool {
        let is_local = |name: &str| super::super::expression::is_counter(name) || self.entries().contains(name);
        let is_known = |name: &expr::UsedName| name.path.len() > 1 || name.path.first().is_some_and(|name| is_local(name));
        expr::parse(text, &Names::new()).is_ok_and(|tree| tree.used_names().iter().all(is_known))
    }

    /// What the entries of lists are called in the steps that are done for each of them.
    fn entries(&self) -> &BTreeSet<&'a str> {
        let entry = |node: &'a FlowNode| match &node.repetition {
            Repetition::MultiInstance { element, .. } => Some(element.as_str()),
            _ => None,
        };
        self.entries.get_or_init(|| self.document.nodes.values().filter_map(entry).collect())
    }

    /// Whether an expression comes to a number, as far as the declared data tell.
    pub fn is_number(&self, expression: &str) -> bool {
        let (names, fields) = self.data.get_or_init(|| (scope::names(self.document), scope::fields(self.document)));
        expr::parse(expression, names).is_ok_and(|tree| expr::type_of(&tree, fields) == Type::Number)
    }

    /// The id of a message, signal, error or escalation of that name.
    pub fn reference(&mut self, kind: &'static str, name: &str) -> Rc<str> {
        if let Some(named) = self.named.get_mut(&(kind, name.to_owned())) {
            named.uses += 1;
            return Rc::clone(&named.id);
        }
        let words: String = name.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '_' }).collect();
        let id = self.ids.take(&format!("{kind}_{words}"), self.kept);
        self.named.insert((kind, name.to_owned()), Named { id: Rc::clone(&id), is_kept: false, uses: 1 });
        id
    }

    /// The step that an association makes read or write data, if it is written so: a step or event on one side, a directed line, data on
    /// the other.
    fn data_step(&self, id: AssociationId) -> Option<NodeId> {
        use crate::model::ArtifactKind::DataObject;
        use crate::model::NodeKind::{BoundaryEvent, CatchEvent, EndEvent, StartEvent, ThrowEvent};
        let association = self.document.associations.get(id)?;
        let is_plain =
            || self.ids.get(Subject::Association(id)).and_then(|id| self.kept.element(id)).is_some_and(|it| it.name.local == "association");
        let is_data = |subject| match subject {
            Subject::Artifact(id) => self.document.artifacts.get(id).is_some_and(|it| matches!(it.kind, DataObject { .. })),
            _ => false,
        };
        let (node, reads) = match (association.from, association.to) {
            (data, Subject::Node(node)) if is_data(data) => (node, true),
            (Subject::Node(node), data) if is_data(data) => (node, false),
            _ => return None,
        };
        let may = match self.document.nodes.get(self.ids.owner(node))?.kind {
            StartEvent { .. } | CatchEvent(_) | BoundaryEvent { .. } => !reads,
            ThrowEvent(_) | EndEvent(_) => reads,
            ref kind => kind.is_activity(),
        };
        (association.is_directed && may && !is_plain()).then_some(node)
    }

    /// References of a kind at an element: those of the kept file that still hold or that only the file knows, then those that are new.
    /// `all` are those of the document, `is_new` says by its number whether the file does not have one there.
    pub fn references(&self, kept: Option<&Element<'_>>, local: &str, all: &[Rc<str>], is_new: impl Fn(usize) -> bool) -> Vec<Draft> {
        let Some(element) = kept else {
            return all.iter().filter(|id| !id.is_empty()).map(|id| self.text(local, id)).collect();
        };
        let own = standard::local;
        let mut written = Vec::new();
        for text in element.all(local).map(Element::text) {
            let known = own(&text);
            if all.iter().any(|id| **id == *known) || self.kept.subject(known).is_none() {
                written.push(text);
            }
        }
        let is_there = |id: &str| written.iter().any(|it| own(it) == id);
        let new = all.iter().enumerate().filter(|(at, id)| !id.is_empty() && !is_there(id) && is_new(*at)).map(|(_, id)| &**id);
        written.iter().map(|text| text.trim()).chain(new).map(|text| self.text(local, text)).collect()
    }

    /// Whether an end of a flow is not as in the kept file.
    pub fn is_new_end(&self, flow: &SequenceFlow, attribute: &str, node: NodeId) -> bool {
        let element = self.kept.element(&self.id(Subject::Flow(flow.id)));
        let before = element.and_then(|element| standard::reference(element, attribute));
        before != Some(&*self.id(Subject::Node(node)))
    }

    /// The message flows that stand in the collaboration of that id; without id those that no kept one has.
    pub fn collaboration_of_message(&self, flow: MessageFlowId) -> Option<String> {
        self.collaboration_of(Subject::MessageFlow(flow))
    }
}
