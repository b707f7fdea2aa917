//! What is true of every document between two commands. A violation is a fault of the program, or of a file.

use super::{DataFieldId, DataPath, Document, ElementKind, FormElementId, NodeId, NodeKind, ObjectTypeId, Subject};
use std::collections::BTreeSet;

/// A broken invariant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Violation {
    /// `at` points to `missing`, which is not there or nothing that it may point to.
    Dangling {
        /// Where the reference stands.
        at: Subject,
        /// What it points to.
        missing: Subject,
    },
    /// The element's identity is not below the counter, is used twice, or differs from its place.
    Identity(Subject),
    /// A sub-process or lane lies in itself.
    Circle(Subject),
    /// The element lies in another process or pool than what it hangs on.
    Foreign(Subject),
    /// A shape or connection of the picture has no element, has coordinates that cannot be drawn, or too few points.
    Picture(Subject),
    /// An element that must be drawn has no shape or course.
    Undrawn(Subject),
    /// A form without pages, one that shows itself, a width outside 1 to 12, or an empty data path.
    Form(Subject),
    /// More than one default flow leaves this node.
    SeveralDefaults(NodeId),
}

/// All broken invariants of a document; empty for a good one. Pictures may be missing wholly (a model
/// without a diagram is laid out on opening): [`undrawn`] looks for that.
pub fn violations(document: &Document) -> Vec<Violation> {
    let mut found = Vec::new();
    identities(document, &mut found);
    flow_references(document, &mut found);
    step_references(document, &mut found);
    data_references(document, &mut found);
    forms(document, &mut found);
    test_cases(document, &mut found);
    exercises(document, &mut found);
    circles(document, &mut found);
    picture(document, &mut found);
    origins(document, &mut found);
    found
}

/// Elements of the canvas without a place in the picture.
pub fn undrawn(document: &Document) -> Vec<Violation> {
    let shapes = document.pools.keys().map(Subject::Pool).chain(document.lanes.keys().map(Subject::Lane));
    let shapes = shapes.chain(document.nodes.keys().map(Subject::Node)).chain(document.artifacts.keys().map(Subject::Artifact));
    let edges = document.flows.keys().map(Subject::Flow).chain(document.message_flows.keys().map(Subject::MessageFlow));
    let edges = edges.chain(document.associations.keys().map(Subject::Association));
    shapes
        .filter(|subject| !document.diagram.shapes.contains(*subject))
        .chain(edges.filter(|subject| !document.diagram.edges.contains(*subject)))
        .map(Violation::Undrawn)
        .collect()
}

fn identities(document: &Document, found: &mut Vec<Violation>) {
    let mut seen: Vec<(u32, Subject)> = Vec::new();
    let mut look = |number: u32, own: u32, subject: Subject| {
        seen.push((number, subject));
        if number != own || number >= document.next_id {
            found.push(Violation::Identity(subject));
        }
    };
    macro_rules! look_at {
        ($($table:ident $subject:ident),*) => {$(
            for (key, value) in document.$table.iter() {
                look(key.0, value.id.0, Subject::$subject(key));
            }
        )*};
    }
    look_at!(processes Process, roles Role, pools Pool, lanes Lane, nodes Node, flows Flow, message_flows MessageFlow);
    look_at!(artifacts Artifact, associations Association, objects ObjectType, fields DataField, code_lists CodeList, forms Form);
    look_at!(decision_tables DecisionTable, document_templates DocumentTemplate, settings Setting, test_cases TestCase);
    look_at!(exercises Exercise, languages Language, sources Source);
    for form in document.forms.values() {
        let parts = form.pages.iter().map(|page| page.id).chain(form.rules.iter().map(|rule| rule.id));
        for FormElementId(number) in parts.chain(form.elements().into_iter().map(|element| element.id)) {
            look(number, number, Subject::FormElement(form.id, FormElementId(number)));
        }
    }
    // Stable: of two elements with one number the later is at fault.
    seen.sort_by_key(|(number, _)| *number);
    let twice = seen.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    found.extend(twice.map(|pair| Violation::Identity(pair[1].1)));
}

/// Notes a dangling reference.
struct References<'a> {
    document: &'a Document,
    found: &'a mut Vec<Violation>,
}

impl References<'_> {
    fn need(&mut self, at: Subject, target: Option<Subject>) {
        if let Some(missing) = target.filter(|target| !self.document.has(*target)) {
            self.found.push(Violation::Dangling { at, missing });
        }
    }

    fn need_end(&mut self, at: Subject, end: Subject, is_fit: bool) {
        if is_fit {
            self.need(at, Some(end));
        } else {
            self.found.push(Violation::Dangling { at, missing: end });
        }
    }

    fn need_path(&mut self, at: Subject, path: &DataPath) {
        for field in &path.0 {
            self.need(at, Some(Subject::DataField(*field)));
        }
        if path.0.is_empty() {
            self.found.push(Violation::Form(at));
        }
    }
}

fn flow_references(document: &Document, found: &mut Vec<Violation>) {
    let mut references = References { document, found };
    references.need(Subject::Process(document.main_process), Some(Subject::Process(document.main_process)));
    for pool in document.pools.values() {
        references.need(Subject::Pool(pool.id), pool.process.map(Subject::Process));
        references.need(Subject::Pool(pool.id), pool.role.map(Subject::Role));
    }
    for lane in document.lanes.values() {
        let at = Subject::Lane(lane.id);
        references.need(at, Some(Subject::Pool(lane.pool)));
        references.need(at, lane.role.map(Subject::Role));
        references.need(at, lane.parent.map(Subject::Lane));
        if lane.parent.and_then(|parent| document.lanes.get(parent)).is_some_and(|parent| parent.pool != lane.pool) {
            references.found.push(Violation::Foreign(at));
        }
    }
    for flow in document.flows.values() {
        let at = Subject::Flow(flow.id);
        references.need(at, Some(Subject::Node(flow.from)));
        references.need(at, Some(Subject::Node(flow.to)));
        let place = |node: NodeId| document.nodes.get(node).map(|node| (node.process, node.parent));
        if let (Some(from), Some(to)) = (place(flow.from), place(flow.to))
            && from != to
        {
            references.found.push(Violation::Foreign(at));
        }
    }
    for flow in document.message_flows.values() {
        for end in [flow.from, flow.to] {
            references.need_end(Subject::MessageFlow(flow.id), end, matches!(end, Subject::Node(_) | Subject::Pool(_)));
        }
    }
    for association in document.associations.values() {
        for end in [association.from, association.to] {
            references.need_end(Subject::Association(association.id), end, end.is_shape() || end.is_edge());
        }
    }
    let mut defaults = BTreeSet::new();
    for flow in document.flows.values().filter(|flow| flow.is_default) {
        if !defaults.insert(flow.from) {
            found.push(Violation::SeveralDefaults(flow.from));
        }
    }
}

fn step_references(document: &Document, found: &mut Vec<Violation>) {
    for node in document.nodes.values() {
        let at = Subject::Node(node.id);
        let mut references = References { document, found };
        references.need(at, Some(Subject::Process(node.process)));
        references.need(at, node.parent.map(Subject::Node));
        references.need(at, node.lane.map(Subject::Lane));
        references.need(at, node.details.role.map(Subject::Role));
        references.need(at, node.details.form.map(Subject::Form));
        for letter in &node.details.documents {
            references.need(at, Some(Subject::DocumentTemplate(*letter)));
        }
        match node.kind {
            NodeKind::BoundaryEvent { host, .. } => references.need(at, Some(Subject::Node(host))),
            NodeKind::BusinessRuleTask(table) => references.need(at, table.map(Subject::DecisionTable)),
            NodeKind::CallActivity(process) => references.need(at, process.map(Subject::Process)),
            _ => {}
        }
        if !stands_well(document, node.id) {
            found.push(Violation::Foreign(at));
        }
    }
}

/// A node's parent is a sub-process of the same process, and its host an activity beside it.
fn stands_well(document: &Document, id: NodeId) -> bool {
    let Some(node) = document.nodes.get(id) else { return true };
    let parent_ok = node
        .parent
        .and_then(|parent| document.nodes.get(parent))
        .is_none_or(|parent| parent.process == node.process && matches!(parent.kind, NodeKind::SubProcess { .. }));
    let host_ok = node
        .kind
        .host()
        .and_then(|host| document.nodes.get(host))
        .is_none_or(|host| host.kind.is_activity() && host.process == node.process && host.parent == node.parent);
    parent_ok && host_ok
}

fn data_references(document: &Document, found: &mut Vec<Violation>) {
    let mut references = References { document, found };
    for artifact in document.artifacts.values() {
        let at = Subject::Artifact(artifact.id);
        references.need(at, Some(Subject::Process(artifact.process)));
        references.need(at, artifact.parent.map(Subject::Node));
        if let super::ArtifactKind::DataObject { object, .. } = artifact.kind {
            references.need(at, object.map(Subject::ObjectType));
        }
    }
    for object in document.objects.values() {
        let at = Subject::ObjectType(object.id);
        for field in &object.fields {
            references.need(at, Some(Subject::DataField(*field)));
            if document.fields.get(*field).is_some_and(|field| field.object != object.id) {
                references.found.push(Violation::Foreign(at));
            }
        }
    }
    let listed: BTreeSet<(ObjectTypeId, DataFieldId)> =
        document.objects.values().flat_map(|object| object.fields.iter().map(|field| (object.id, *field))).collect();
    for field in document.fields.values() {
        let at = Subject::DataField(field.id);
        references.need(at, Some(Subject::ObjectType(field.object)));
        references.need(at, field.kind.object().map(Subject::ObjectType));
        references.need(at, field.kind.code_list().map(Subject::CodeList));
        if document.objects.contains(field.object) && !listed.contains(&(field.object, field.id)) {
            references.found.push(Violation::Foreign(at));
        }
    }
    for language in document.languages.values() {
        for place in language.texts.keys() {
            references.need(Subject::Language(language.id), Some(place.at));
        }
    }
    for setting in document.settings.values() {
        references.need(Subject::Setting(setting.id), setting.kind.code_list().map(Subject::CodeList));
    }
}

fn forms(document: &Document, found: &mut Vec<Violation>) {
    let mut references = References { document, found };
    for form in document.forms.values() {
        let at = Subject::Form(form.id);
        if form.pages.is_empty() || document.shown_forms(form.id).contains(&form.id) {
            references.found.push(Violation::Form(at));
        }
        references.need(at, form.shows.map(Subject::Form));
        references.need(at, form.source.map(Subject::Source));
        for rule in &form.rules {
            for target in &rule.targets {
                references.need(Subject::FormElement(form.id, rule.id), Some(Subject::FormElement(form.id, *target)));
            }
        }
        for element in form.elements() {
            let at = Subject::FormElement(form.id, element.id);
            if element.widths().any(|width| !(1..=12).contains(&width)) {
                references.found.push(Violation::Form(at));
            }
            match &element.kind {
                ElementKind::Field(field) => references.need_path(at, &field.data),
                ElementKind::Group(group) => {
                    if let Some(repeat) = &group.repeat {
                        references.need_path(at, &repeat.list);
                    }
                }
                _ => {}
            }
        }
    }
}

fn test_cases(document: &Document, found: &mut Vec<Violation>) {
    let mut references = References { document, found };
    for case in document.test_cases.values() {
        let at = Subject::TestCase(case.id);
        references.need(at, Some(Subject::Process(case.process)));
        let of_steps = case.steps.iter().flat_map(super::TestStep::subjects);
        let subjects = of_steps.chain(case.expectations.iter().flat_map(super::Expectation::subjects));
        subjects.for_each(|subject| references.need(at, Some(subject)));
    }
}

fn exercises(document: &Document, found: &mut Vec<Violation>) {
    let mut references = References { document, found };
    for exercise in document.exercises.values() {
        let subjects = exercise.goals.iter().flat_map(super::Goal::subjects);
        subjects.for_each(|subject| references.need(Subject::Exercise(exercise.id), Some(subject)));
    }
}

fn circles(document: &Document, found: &mut Vec<Violation>) {
    for node in document.nodes.values() {
        if document.is_inside(node.id, node.id) {
            found.push(Violation::Circle(Subject::Node(node.id)));
        }
    }
    for lane in document.lanes.values() {
        let mut parent = lane.parent;
        for _ in 0..=document.lanes.len() {
            let Some(above) = parent else { break };
            parent = document.lanes.get(above).and_then(|above| above.parent);
        }
        if parent.is_some() {
            found.push(Violation::Circle(Subject::Lane(lane.id)));
        }
    }
}

fn picture(document: &Document, found: &mut Vec<Violation>) {
    for (subject, shape) in document.diagram.shapes.iter() {
        let label_ok = shape.label.is_none_or(super::Bounds::is_drawable);
        if !subject.is_shape() || !document.has(subject) || !shape.bounds.is_drawable() || !label_ok {
            found.push(Violation::Picture(subject));
        }
    }
    for (subject, edge) in document.diagram.edges.iter() {
        let points_ok = edge.waypoints.len() >= 2 && edge.waypoints.iter().all(|point| point.is_drawable());
        let label_ok = edge.label.is_none_or(super::Bounds::is_drawable);
        if !subject.is_edge() || !document.has(subject) || !points_ok || !label_ok {
            found.push(Violation::Picture(subject));
        }
    }
}

fn origins(document: &Document, found: &mut Vec<Violation>) {
    let mut references = References { document, found };
    for (subject, origin) in document.origins.iter() {
        references.need(subject, Some(subject));
        references.need(subject, Some(Subject::Source(origin.source)));
    }
}
