//! Questions about a document that more than one room asks.

use super::{
    ArtifactKind, DataField, DataFieldId, DataPath, Document, ElementKind, FlowNode, Form, FormId, LaneId, NodeId, NodeKind, ObjectType,
    ObjectTypeId, Origin, PoolId, Process, ProcessId, Role, SequenceFlow, SourceFormat, Subject,
};
use std::collections::BTreeSet;

impl Document {
    /// The procedure.
    pub fn main(&self) -> Option<&Process> {
        self.processes.get(self.main_process)
    }

    /// Sequence flows that leave a node, in the order of their creation. Walks all flows: for many
    /// nodes build a [`FlowIndex`](super::FlowIndex).
    pub fn outgoing(&self, node: NodeId) -> impl Iterator<Item = &SequenceFlow> {
        self.flows.values().filter(move |flow| flow.from == node)
    }

    /// Sequence flows that reach a node. Walks all flows: for many nodes build a [`FlowIndex`](super::FlowIndex).
    pub fn incoming(&self, node: NodeId) -> impl Iterator<Item = &SequenceFlow> {
        self.flows.values().filter(move |flow| flow.to == node)
    }

    /// Boundary events at an activity.
    pub fn boundary_events(&self, host: NodeId) -> impl Iterator<Item = &FlowNode> {
        self.nodes.values().filter(move |node| node.kind.host() == Some(host))
    }

    /// Nodes directly in a process (`parent` none) or in a sub-process.
    pub fn children(&self, process: ProcessId, parent: Option<NodeId>) -> impl Iterator<Item = &FlowNode> {
        self.nodes.values().filter(move |node| node.process == process && node.parent == parent)
    }

    /// Start events directly in a process that begin it.
    pub fn start_events(&self, process: ProcessId) -> impl Iterator<Item = &FlowNode> {
        self.children(process, None).filter(|node| matches!(node.kind, NodeKind::StartEvent { .. }))
    }

    /// Whether a node stands somewhere inside a sub-process. Ends even if parents form a circle.
    pub fn is_inside(&self, node: NodeId, sub_process: NodeId) -> bool {
        let mut parent = self.nodes.get(node).and_then(|node| node.parent);
        for _ in 0..self.nodes.len() {
            match parent {
                Some(id) if id == sub_process => return true,
                Some(id) => parent = self.nodes.get(id).and_then(|node| node.parent),
                None => return false,
            }
        }
        false
    }

    /// The closed sub-process on whose own canvas that is drawn which has this parent (BPMN DI: its plane); `None`: the
    /// canvas of the process. Ends even if parents form a circle.
    pub fn plane(&self, parent: Option<NodeId>) -> Option<NodeId> {
        let mut outer = parent;
        for _ in 0..=self.nodes.len() {
            let id = outer?;
            if self.is_closed(id) {
                return Some(id);
            }
            outer = self.nodes.get(id).and_then(|node| node.parent);
        }
        None
    }

    /// Whether it is a sub-process that is drawn without its content.
    pub fn is_closed(&self, node: NodeId) -> bool {
        let is_folded = self.diagram.shapes.get(Subject::Node(node)).is_some_and(|shape| !shape.is_expanded);
        is_folded && self.nodes.get(node).is_some_and(|node| matches!(node.kind, NodeKind::SubProcess { .. }))
    }

    /// The closed sub-process on whose canvas an element is drawn; a connection is drawn where it begins.
    pub fn plane_of(&self, subject: Subject) -> Option<NodeId> {
        match subject {
            Subject::Node(id) => self.plane(self.nodes.get(id)?.parent),
            Subject::Artifact(id) => self.plane(self.artifacts.get(id)?.parent),
            Subject::Flow(id) => self.plane_of(Subject::Node(self.flows.get(id)?.from)),
            Subject::Association(id) => match self.associations.get(id)?.from {
                Subject::Association(_) => None,
                from => self.plane_of(from),
            },
            _ => None,
        }
    }

    /// Who does a step: its own role, else that of its lane or of the lanes round it, else of its pool.
    pub fn role_of(&self, node: NodeId) -> Option<&Role> {
        let node = self.nodes.get(node)?;
        let id = node
            .details
            .role
            .or_else(|| self.role_of_lane(node.lane?))
            .or_else(|| self.pool_of(node.process).and_then(|pool| self.pools.get(pool)).and_then(|pool| pool.role))?;
        self.roles.get(id)
    }

    fn role_of_lane(&self, lane: LaneId) -> Option<super::RoleId> {
        let mut lane = self.lanes.get(lane);
        for _ in 0..=self.lanes.len() {
            let here = lane?;
            if here.role.is_some() {
                return here.role;
            }
            lane = here.parent.and_then(|parent| self.lanes.get(parent));
        }
        None
    }

    /// The pool that holds a process.
    pub fn pool_of(&self, process: ProcessId) -> Option<PoolId> {
        self.pools.values().find(|pool| pool.process == Some(process)).map(|pool| pool.id)
    }

    /// Lanes directly in a pool or in a lane, in order of their identities.
    pub fn lanes_in(&self, pool: PoolId, parent: Option<LaneId>) -> impl Iterator<Item = &super::Lane> {
        self.lanes.values().filter(move |lane| lane.pool == pool && lane.parent == parent)
    }

    /// Object types that are the case data: those that no field nests or lists.
    pub fn case_objects(&self) -> impl Iterator<Item = &ObjectType> {
        let inner: BTreeSet<ObjectTypeId> = self.fields.values().filter_map(|field| field.kind.object()).collect();
        self.objects.values().filter(move |object| !inner.contains(&object.id))
    }

    /// The forms that people know: all but one that only keeps the widgets of a library's data, unless a step or a form shows it.
    pub fn listed_forms(&self) -> impl Iterator<Item = &Form> {
        let steps = self.nodes.values().filter_map(|node| node.details.form);
        let shown: BTreeSet<FormId> = steps.chain(self.forms.values().filter_map(|form| form.shows)).collect();
        let keeps_widgets = |form: &Form| {
            let origin = self.origins.get(Subject::Form(form.id)).filter(|origin| origin.id == Origin::ALL_WIDGETS);
            origin.and_then(|origin| self.sources.get(origin.source)).is_some_and(|source| source.format == SourceFormat::Civento)
        };
        self.forms.values().filter(move |form| shown.contains(&form.id) || !keeps_widgets(form))
    }

    /// The fields of an object type in order.
    pub fn fields_of<'a>(&'a self, object: &'a ObjectType) -> impl Iterator<Item = &'a DataField> {
        object.fields.iter().filter_map(|field| self.fields.get(*field))
    }

    /// The forms whose pages stand before those of this one, nearest first; in a circle it comes to itself and ends.
    pub fn shown_forms(&self, form: FormId) -> Vec<FormId> {
        let mut found: Vec<FormId> = Vec::new();
        let mut here = form;
        while let Some(shown) = self.forms.get(here).and_then(|form| form.shows).filter(|shown| !found.contains(shown)) {
            found.push(shown);
            here = shown;
        }
        found
    }

    /// The path as expressions write it (`hund.name`); `None` if a field is gone.
    pub fn path_text(&self, path: &DataPath) -> Option<String> {
        let first = self.fields.get(*path.0.first()?)?;
        let mut text = self.objects.get(first.object)?.key.clone();
        for field in &path.0 {
            text.push('.');
            text.push_str(&self.fields.get(*field)?.key);
        }
        Some(text)
    }

    /// The name that people read for a subject; may be empty; `None` if it is gone.
    pub fn name_of(&self, subject: Subject) -> Option<&str> {
        Some(match subject {
            Subject::Process(id) => &self.processes.get(id)?.name,
            Subject::Role(id) => &self.roles.get(id)?.name,
            Subject::Pool(id) => &self.pools.get(id)?.name,
            Subject::Lane(id) => &self.lanes.get(id)?.name,
            Subject::Node(id) => &self.nodes.get(id)?.name,
            Subject::Flow(id) => &self.flows.get(id)?.name,
            Subject::MessageFlow(id) => &self.message_flows.get(id)?.name,
            Subject::Artifact(id) => match &self.artifacts.get(id)?.kind {
                ArtifactKind::Annotation { text } => text,
                ArtifactKind::DataObject { name, .. } | ArtifactKind::Group { name } => name,
            },
            Subject::Association(id) => self.associations.get(id).map(|_| "")?,
            Subject::ObjectType(id) => &self.objects.get(id)?.name,
            Subject::DataField(id) => &self.fields.get(id)?.name,
            Subject::CodeList(id) => &self.code_lists.get(id)?.name,
            Subject::Form(id) => &self.forms.get(id)?.name,
            Subject::FormElement(form, element) => return self.name_of_form_element(form, element),
            Subject::DecisionTable(id) => &self.decision_tables.get(id)?.name,
            Subject::DocumentTemplate(id) => &self.document_templates.get(id)?.name,
            Subject::Setting(id) => &self.settings.get(id)?.name,
            Subject::TestCase(id) => &self.test_cases.get(id)?.name,
            Subject::Exercise(id) => &self.exercises.get(id)?.name,
            Subject::Language(id) => &self.languages.get(id)?.name,
            Subject::Source(id) => &self.sources.get(id)?.name,
        })
    }

    fn name_of_form_element(&self, form: FormId, element: super::FormElementId) -> Option<&str> {
        let form = self.forms.get(form)?;
        if let Some(page) = form.pages.iter().find(|page| page.id == element) {
            return Some(&page.title);
        }
        if let Some(rule) = form.rules.iter().find(|rule| rule.id == element) {
            return Some(&rule.name);
        }
        match &form.elements().into_iter().find(|candidate| candidate.id == element)?.kind {
            ElementKind::Field(field) if field.label.is_empty() => self.name_of(Subject::DataField(field.data.last()?)),
            ElementKind::Field(field) => Some(&field.label),
            ElementKind::Group(group) => Some(&group.title),
            ElementKind::Heading(text) | ElementKind::StaticText(text) | ElementKind::Hint { text, .. } => Some(text),
        }
    }

    /// Whether the subject is still in the document.
    pub fn has(&self, subject: Subject) -> bool {
        self.name_of(subject).is_some()
    }

    /// The data field of this key path below a case object: `hund.name`.
    pub fn find_path(&self, text: &str) -> Option<DataPath> {
        let mut keys = text.split('.');
        let object_key = keys.next()?;
        let mut object = self.objects.values().find(|object| object.key == object_key)?;
        let mut path: Vec<DataFieldId> = Vec::new();
        for key in keys {
            if let Some(inner) = path.last().and_then(|last| self.fields.get(*last)) {
                object = self.objects.get(inner.kind.object()?)?;
            }
            path.push(self.fields_of(object).find(|field| field.key == key)?.id);
        }
        (!path.is_empty()).then_some(DataPath(path))
    }
}
