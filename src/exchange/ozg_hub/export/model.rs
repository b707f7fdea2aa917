//! The model of the flow: what BPMN says is written by [`bpmn`]; here comes what Activiti wants of each step.

use super::super::folder::{self, Role};
use super::super::ids::{OPEN, legal};
use super::dialect::{Dialect, translated};
use super::files::Files;
use super::kept::Kept;
use super::steps::{self, Parameter};
use super::{Writing, news, note};
use crate::exchange::xml::{self, Draft, Edits, Element};
use crate::exchange::{Note, bpmn};
use crate::model::{Document, FlowId, FlowNode, NodeId, NodeKind, Source, SourceFormat, SourceId, Subject};
use std::collections::BTreeMap;

const ACTIVITI: &str = "http://activiti.org/bpmn";

/// Stands in script tasks: the build puts in the script from its file, but needs something to replace.
const STAND_IN: &str = "// Der Inhalt kommt beim Bauen des Projekts aus dem Ordner scripts.";

/// Writes the model.
pub(super) fn write(after: &Writing<'_>, before: Option<&Writing<'_>>, kept: &Kept<'_>, files: &mut Files) -> Vec<Note> {
    if after.document.nodes.is_empty() {
        return Vec::new();
    }
    let own = kept.model();
    let path = own.map_or_else(
        || format!("models/{}.bpmn", after.document.main().map(|process| legal(&process.key)).unwrap_or_default()),
        |file| file.name.clone(),
    );
    let old = before.and_then(|before| Some((before, source_of(before.document)?)));
    let (text, mut report) =
        flow(after, own.zip(old).map(|(file, (before, source))| (file.text.as_str(), file.id, before.document, source)));
    let dressed = xml::read(&text).ok().map(|tree| {
        let was_there = before.map(|before| ids_of(before.document, source_of(before.document)));
        let mut dressing = Dressing {
            after,
            before: before.zip(was_there.as_ref()),
            steps: ids_of(after.document, own.map(|file| file.id)).into_iter().map(|(node, id)| (id, node)).collect(),
            flows: flows_of(after.document, own.map(|file| file.id)),
            edits: Edits::new(&text),
            notes: Vec::new(),
            before_notes: Vec::new(),
            prefix: prefix(&tree),
        };
        dressing.whole(&tree);
        report.extend(news(std::mem::take(&mut dressing.notes), &dressing.before_notes));
        dressing.edits.finish()
    });
    files.put(&path, dressed.unwrap_or(text));
    report
}

/// What BPMN says: carried into the kept text, or anew.
fn flow(after: &Writing<'_>, kept: Option<(&str, SourceId, &Document, SourceId)>) -> (String, Vec<Note>) {
    let rewritten = kept.and_then(|(text, source, fresh, fresh_source)| {
        let root = xml::read(text).ok()?;
        Some(bpmn::rewrite(after.document, &bpmn::KeptFile { text, root: &root, source, fresh, fresh_source }))
    });
    rewritten.unwrap_or_else(|| (bpmn::anew(after.document), Vec::new()))
}

/// Where a freshly imported document keeps the model that it shows: the one from which its process came.
pub(super) fn source_of(document: &Document) -> Option<SourceId> {
    let is_model = |source: &&Source| source.format == SourceFormat::OzgHub && folder::role(&source.name) == Role::Model;
    let shown =
        document.origins.iter().find_map(|(of, origin)| matches!(of, Subject::Node(_) | Subject::Process(_)).then_some(origin.source));
    document.sources.values().filter(is_model).find(|source| Some(source.id) == shown).map(|source| source.id)
}

/// The ids of nodes in the model.
pub(super) fn ids_of(document: &Document, source: Option<SourceId>) -> BTreeMap<NodeId, String> {
    let id = |node: &FlowNode| {
        let origin = document.origins.get(Subject::Node(node.id)).filter(|origin| Some(origin.source) == source);
        origin.map_or_else(|| node.key.clone(), |origin| origin.id.clone())
    };
    document.nodes.values().map(|node| (node.id, id(node))).collect()
}

fn flows_of(document: &Document, source: Option<SourceId>) -> BTreeMap<String, FlowId> {
    let id = |flow: FlowId, key: &str| {
        let origin = document.origins.get(Subject::Flow(flow)).filter(|origin| Some(origin.source) == source);
        origin.map_or_else(|| key.to_owned(), |origin| origin.id.clone())
    };
    document.flows.values().map(|flow| (id(flow.id, &flow.key), flow.id)).collect()
}

/// The prefix of Activiti in a file.
fn prefix(root: &Element<'_>) -> Option<String> {
    let declared = root.attributes.iter().find(|it| it.name.prefix == "xmlns" && it.value == ACTIVITI);
    declared.map(|it| it.name.local.to_owned())
}

/// Puts into a text what the platform wants.
struct Dressing<'a, 'w> {
    after: &'a Writing<'w>,
    before: Option<(&'a Writing<'w>, &'a BTreeMap<NodeId, String>)>,
    /// Nodes by their ids in the text.
    steps: BTreeMap<String, NodeId>,
    flows: BTreeMap<String, FlowId>,
    edits: Edits<'a>,
    notes: Vec<Note>,
    before_notes: Vec<Note>,
    prefix: Option<String>,
}

impl<'a> Dressing<'a, '_> {
    fn whole(&mut self, root: &Element<'a>) {
        if self.prefix.is_none() {
            self.edits.add_attribute(root, "xmlns:activiti", ACTIVITI);
            self.prefix = Some("activiti".to_owned());
        }
        if self.before.is_none()
            && let Some(target) = root.attributes.iter().find(|it| it.name.local == "targetNamespace")
        {
            self.edits.set_value(target, "ELEKTRONISCHER_ANTRAG");
        }
        self.process(root);
        let mut open: Vec<&Element<'a>> = root.elements().rev().collect();
        while let Some(element) = open.pop() {
            open.extend(element.elements().rev());
            self.element(element);
        }
    }

    fn element(&mut self, element: &Element<'a>) {
        let Some(id) = element.attribute("id").map(str::trim) else { return };
        if element.name.local == "sequenceFlow" {
            return self.condition(element, id);
        }
        let Some(node) = self.steps.get(id).and_then(|node| self.after.document.nodes.get(*node)) else { return };
        let old = self.old(id);
        match element.name.local {
            "userTask" => self.user_task(element, node, old),
            "serviceTask" => self.service_task(element, node, old, id),
            "scriptTask" => self.script_task(element, node, old),
            _ => {}
        }
    }

    /// The step of that id as it was imported.
    fn old(&self, id: &str) -> Option<&'a FlowNode> {
        let (before, ids) = self.before?;
        let (node, _) = ids.iter().find(|(_, known)| *known == id)?;
        before.document.nodes.get(*node)
    }

    fn own_name(&self, local: &str) -> String {
        format!("{}:{local}", self.prefix.as_deref().unwrap_or("activiti"))
    }

    /// An attribute of Activiti is now this; what is as it was stays as it stands.
    fn set(&mut self, element: &Element<'a>, local: &str, after: Option<&str>, before: Option<&str>) {
        let Some(wanted) = after.filter(|_| after != before) else { return };
        match element.attributes.iter().find(|it| !it.name.prefix.is_empty() && it.name.local == local) {
            Some(own) if own.value != wanted => self.edits.set_value(own, wanted),
            Some(_) => {}
            None => self.edits.add_attribute(element, &self.own_name(local), wanted),
        }
    }

    fn user_task(&mut self, element: &Element<'a>, node: &FlowNode, old: Option<&FlowNode>) {
        let after = self.after.document;
        let before = old.zip(self.before).map(|(old, (before, _))| (before.document, old));
        let form = steps::form_key(after, node);
        let old_form = before.and_then(|(document, old)| steps::form_key(document, old));
        self.set(element, "formKey", form.as_deref(), old_form.as_deref());
        let who = steps::assignee(after, node);
        self.set(element, "assignee", who, before.and_then(|(document, old)| steps::assignee(document, old)));
        if form.as_deref() == Some("payment") && old_form.as_deref() != Some("payment") {
            let property = |(id, value): (&str, &str)| {
                Draft::with(&self.own_name("formProperty"), Vec::new()).attribute("id", id).attribute("expression", value)
            };
            let given = [
                ("paymentConfig", "${paymentConfig}"),
                ("transactionConfig", "${transactionConfig}"),
                ("displayConfig", "${displayConfig}"),
                ("result", "paymentResult"),
            ];
            let properties: Vec<Draft> = given.into_iter().map(property).collect();
            self.extend(element, properties);
        }
    }

    fn service_task(&mut self, element: &Element<'a>, node: &FlowNode, old: Option<&FlowNode>, id: &str) {
        let before = old.zip(self.before.map(|(before, _)| before));
        let class = steps::class(node, self.after.platform);
        let old_class = before.and_then(|(old, before)| steps::class(old, before.platform));
        let is_new = old_class.is_none();
        self.set(element, "class", class.as_deref(), old_class.as_deref());
        let (wanted, notes) = steps::parameters(self.after, node, id, is_new);
        self.notes.extend(notes);
        let was = before.map(|(old, before)| steps::parameters(before, old, id, false));
        let (was, old_notes) = was.unwrap_or_default();
        self.before_notes.extend(old_notes);
        let mut added = Vec::new();
        for parameter in wanted.iter().filter(|parameter| !was.contains(parameter)) {
            let own =
                element.all("extensionElements").flat_map(|it| it.all("field")).find(|it| it.attribute("name") == Some(&parameter.name));
            match own {
                Some(own) => self.fill(own, parameter),
                None => added.push(self.field(parameter)),
            }
        }
        if !added.is_empty() {
            self.extend(element, added);
        }
    }

    /// The value of a parameter that is there already.
    fn fill(&mut self, field: &Element<'a>, parameter: &Parameter) {
        let inner = field.elements().find(|inner| matches!(inner.name.local, "string" | "expression"));
        if let Some(inner) = inner.filter(|inner| (inner.name.local == "expression") || !parameter.is_expression) {
            return self.edits.set_text(inner, &parameter.value);
        }
        self.edits.replace(field, &self.field(parameter));
    }

    fn field(&self, parameter: &Parameter) -> Draft {
        let inner = if parameter.is_expression { "expression" } else { "string" };
        let value = Draft::text(&self.own_name(inner), &parameter.value);
        Draft::with(&self.own_name("field"), vec![value]).attribute("name", &parameter.name)
    }

    /// Puts extension elements into a step; they stand behind its documentation.
    fn extend(&mut self, element: &Element<'a>, drafts: Vec<Draft>) {
        if let Some(own) = element.first("extensionElements") {
            drafts.iter().for_each(|draft| self.edits.append(own, draft));
            return;
        }
        let made = Draft::with(&qualified(element, "extensionElements"), drafts);
        match element.elements().find(|inner| inner.name.local != "documentation") {
            Some(first) => self.edits.insert_before(first, &made),
            None => self.edits.append(element, &made),
        }
    }

    fn script_task(&mut self, element: &Element<'a>, node: &FlowNode, old: Option<&FlowNode>) {
        // A script that stands in the model stays there until another is written.
        if !matches!(node.kind, NodeKind::ScriptTask(_)) || old.is_some_and(|old| old.kind == node.kind) {
            return;
        }
        match element.attributes.iter().find(|it| it.name.local == "scriptFormat") {
            Some(own) if own.value != "groovy" => self.edits.set_value(own, "groovy"),
            Some(_) => {}
            None => self.edits.add_attribute(element, "scriptFormat", "groovy"),
        }
        if !element.attributes.iter().any(|it| it.name.local == "autoStoreVariables") {
            self.edits.add_attribute(element, &self.own_name("autoStoreVariables"), "false");
        }
        match element.first("script") {
            Some(own) if super::super::check::is_stand_in(&own.text()) && !own.text().trim().is_empty() => {}
            Some(own) => self.edits.set_text(own, STAND_IN),
            None => self.edits.append(element, &Draft::text(&qualified(element, "script"), STAND_IN)),
        }
    }

    /// A condition that is new or another stands there in JUEL.
    fn condition(&mut self, element: &Element<'a>, id: &str) {
        let Some(flow) = self.flows.get(id).and_then(|flow| self.after.document.flows.get(*flow)) else { return };
        let old = self.before.and_then(|(before, _)| {
            let found = before.document.origins.iter().find_map(|(of, origin)| match of {
                Subject::Flow(flow) if origin.id == id => Some(flow),
                _ => None,
            });
            before.document.flows.get(found?)
        });
        let Some(own) = element.first("conditionExpression") else { return };
        if old.is_some_and(|old| old.condition == flow.condition) {
            return;
        }
        let juel = translated(&flow.condition, Dialect::Juel, &self.after.names, &self.after.variables);
        if juel.is_none() {
            let said = super::super::remark::Remark::NoJuel(flow.condition.clone());
            self.notes.push(note(id, &flow.name, said).on(Subject::Flow(flow.id)));
        }
        let text = juel.unwrap_or_else(|| OPEN.to_owned());
        self.edits.set_text(own, &format!("${{{text}}}"));
        if let Some(language) = own.attributes.iter().find(|it| it.name.local == "language") {
            self.edits.remove_attribute(language);
        }
    }

    /// The id of the process is made of its client and its key; wherever it stands, it changes with them.
    fn process(&mut self, root: &Element<'a>) {
        let wanted = steps::process_id(self.after.document);
        if self.before.is_some_and(|(before, _)| steps::process_id(before.document) == wanted) {
            return;
        }
        let main = self.main_id();
        let is_it = |process: &&Element<'_>| main.as_deref().is_none_or(|main| process.attribute("id").map(str::trim) == Some(main));
        let Some(old) = root.all("process").find(is_it).and_then(|process| process.attribute("id")).map(|id| id.trim().to_owned()) else {
            return;
        };
        let behind = format!("_{old}");
        let mut open = vec![root];
        while let Some(element) = open.pop() {
            open.extend(element.elements());
            for attribute in &element.attributes {
                if attribute.value.trim() == old {
                    self.edits.set_value(attribute, &wanted);
                } else if let Some(head) = attribute.value.strip_suffix(&behind) {
                    self.edits.set_value(attribute, &format!("{head}_{wanted}"));
                }
            }
        }
    }

    /// The id of the main process in the text.
    fn main_id(&self) -> Option<String> {
        let document = self.after.document;
        let origin = document.origins.get(Subject::Process(document.main_process)).map(|origin| origin.id.clone());
        origin.or_else(|| document.main().map(|process| process.key.clone()))
    }
}

/// A name with the prefix of another element.
fn qualified(element: &Element<'_>, local: &str) -> String {
    if element.name.prefix.is_empty() { local.to_owned() } else { format!("{}:{local}", element.name.prefix) }
}
