//! Rules for changed copies: structure stays, names and keys are in order, what is named is there.

use super::connections::can_choose;
use super::{content, forms, nodes, texts, there};
use crate::edit::{Record, Refusal};
use crate::model::{
    Artifact, ArtifactKind, DataField, Document, ElementKind, FlowNode, Form, FormElement, FormElementId, FormId, Lane, Language, NodeKind,
    ObjectType, Pool, SequenceFlow, Setting, Subject,
};
use std::collections::BTreeSet;

/// Checks the key of a record against the others of its table.
macro_rules! key {
    ($document:ident, $table:ident, $subject:ident, $record:ident, $old:ident) => {
        texts::key(
            &$old.key,
            &$record.key,
            $document.$table.values().map(|it| (it.key.as_str(), Subject::$subject(it.id))),
            Subject::$subject($record.id),
        )
    };
}

/// A record without structure: it must be there, its name not too long, its key in order.
macro_rules! plain {
    ($document:ident, $table:ident, $subject:ident, $record:ident) => {{
        let old = $document.$table.get($record.id).ok_or(Refusal::NotThere)?;
        texts::name(&$record.name)?;
        key!($document, $table, $subject, $record, old)
    }};
}

pub(super) fn may(document: &Document, record: &Record) -> Result<(), Refusal> {
    match record {
        Record::Process(it) => plain!(document, processes, Process, it),
        Record::Role(it) => plain!(document, roles, Role, it),
        Record::Pool(it) => pool(document, it),
        Record::Lane(it) => lane(document, it),
        Record::Node(it) => node(document, it),
        Record::Flow(it) => flow(document, it),
        Record::MessageFlow(it) => {
            let old = document.message_flows.get(it.id).ok_or(Refusal::NotThere)?;
            same((old.from, old.to) == (it.from, it.to), record)?;
            plain!(document, message_flows, MessageFlow, it)
        }
        Record::Artifact(it) => artifact(document, it),
        Record::Association(it) => {
            let old = document.associations.get(it.id).ok_or(Refusal::NotThere)?;
            same((old.from, old.to) == (it.from, it.to), record)
        }
        Record::ObjectType(it) => object(document, it),
        Record::DataField(it) => field(document, it),
        Record::CodeList(it) => plain!(document, code_lists, CodeList, it),
        Record::Form(it) => form(document, it),
        Record::DecisionTable(it) => plain!(document, decision_tables, DecisionTable, it),
        Record::DocumentTemplate(it) => plain!(document, document_templates, DocumentTemplate, it),
        Record::Setting(it) => setting(document, it),
        Record::TestCase(it) => {
            there(document, record.subject())?;
            content::test_case(document, it)
        }
        Record::Exercise(it) => {
            there(document, record.subject())?;
            content::exercise(document, it)
        }
        Record::Language(it) => language(document, it),
        Record::Source(it) => plain!(document, sources, Source, it),
    }
}

fn same(is_same: bool, record: &Record) -> Result<(), Refusal> {
    unchanged(is_same, record.subject())
}

fn unchanged(is_same: bool, subject: Subject) -> Result<(), Refusal> {
    if is_same { Ok(()) } else { Err(Refusal::Structure(subject)) }
}

fn there_if(document: &Document, subject: Option<Subject>) -> Result<(), Refusal> {
    subject.map_or(Ok(()), |subject| there(document, subject))
}

fn pool(document: &Document, it: &Pool) -> Result<(), Refusal> {
    let old = document.pools.get(it.id).ok_or(Refusal::NotThere)?;
    unchanged(old.process == it.process, Subject::Pool(it.id))?;
    there_if(document, it.role.map(Subject::Role))?;
    plain!(document, pools, Pool, it)
}

fn lane(document: &Document, it: &Lane) -> Result<(), Refusal> {
    let old = document.lanes.get(it.id).ok_or(Refusal::NotThere)?;
    unchanged((old.pool, old.parent) == (it.pool, it.parent), Subject::Lane(it.id))?;
    there_if(document, it.role.map(Subject::Role))?;
    plain!(document, lanes, Lane, it)
}

fn node(document: &Document, it: &FlowNode) -> Result<(), Refusal> {
    let old = document.nodes.get(it.id).ok_or(Refusal::NotThere)?;
    let is_same_kind = std::mem::discriminant(&old.kind) == std::mem::discriminant(&it.kind) && old.kind.host() == it.kind.host();
    let is_same_place = (old.process, old.parent, old.lane) == (it.process, it.parent, it.lane);
    unchanged(is_same_kind && is_same_place, Subject::Node(it.id))?;
    if old.kind != it.kind {
        nodes::keeps_flows(document, it, &it.kind)?;
        if it.kind.host().is_none() {
            nodes::fits(document, &it.kind)?;
        }
    }
    if it.kind == NodeKind::CallActivity(Some(it.process)) && it.kind != old.kind {
        return Err(Refusal::CallsItself);
    }
    there_if(document, it.details.role.map(Subject::Role))?;
    there_if(document, it.details.form.map(Subject::Form))?;
    it.details.documents.iter().try_for_each(|letter| there(document, Subject::DocumentTemplate(*letter)))?;
    plain!(document, nodes, Node, it)
}

fn flow(document: &Document, it: &SequenceFlow) -> Result<(), Refusal> {
    let old = document.flows.get(it.id).ok_or(Refusal::NotThere)?;
    unchanged((old.from, old.to) == (it.from, it.to), Subject::Flow(it.id))?;
    if it.is_default && !old.is_default {
        let is_choice = document.nodes.get(it.from).is_some_and(|source| can_choose(&source.kind));
        if !is_choice || document.outgoing(it.from).count() < 2 {
            return Err(Refusal::NotASplit);
        }
    }
    plain!(document, flows, Flow, it)
}

fn artifact(document: &Document, it: &Artifact) -> Result<(), Refusal> {
    let old = document.artifacts.get(it.id).ok_or(Refusal::NotThere)?;
    unchanged((old.process, old.parent) == (it.process, it.parent), Subject::Artifact(it.id))?;
    match &it.kind {
        ArtifactKind::Annotation { text } => texts::name(text),
        ArtifactKind::Group { name } => texts::name(name),
        ArtifactKind::DataObject { name, object, .. } => {
            texts::name(name)?;
            there_if(document, object.map(Subject::ObjectType))
        }
    }
}

fn object(document: &Document, it: &ObjectType) -> Result<(), Refusal> {
    let old = document.objects.get(it.id).ok_or(Refusal::NotThere)?;
    let (mut before, mut after) = (old.fields.clone(), it.fields.clone());
    before.sort_unstable();
    after.sort_unstable();
    unchanged(before == after, Subject::ObjectType(it.id))?;
    texts::name(&it.name)?;
    texts::key(&old.key, &it.key, names_in_expressions(document), Subject::ObjectType(it.id))
}

/// Keys of objects and settings: unique among each other.
fn names_in_expressions(document: &Document) -> impl Iterator<Item = (&str, Subject)> {
    let objects = document.objects.values().map(|it| (it.key.as_str(), Subject::ObjectType(it.id)));
    objects.chain(document.settings.values().map(|it| (it.key.as_str(), Subject::Setting(it.id))))
}

fn field(document: &Document, it: &DataField) -> Result<(), Refusal> {
    let old = document.fields.get(it.id).ok_or(Refusal::NotThere)?;
    unchanged(old.object == it.object, Subject::DataField(it.id))?;
    texts::name(&it.name)?;
    if old.kind != it.kind {
        content::kind(document, Some(it.object), it.kind)?;
        let by = forms_through(document, it);
        if old.kind.object().is_some() && !by.is_empty() {
            return Err(Refusal::InUse { by });
        }
    }
    let siblings = document.fields.values().filter(|other| other.object == it.object);
    texts::key(&old.key, &it.key, siblings.map(|it| (it.key.as_str(), Subject::DataField(it.id))), Subject::DataField(it.id))
}

/// Form elements that lie inside the objects of a field, or show its list.
fn forms_through(document: &Document, field: &DataField) -> Vec<Subject> {
    let mut found = Vec::new();
    for form in document.forms.values() {
        for element in form.elements() {
            let uses = match &element.kind {
                ElementKind::Field(it) => it.data.0.split_last().is_some_and(|(_, way)| way.contains(&field.id)),
                ElementKind::Group(group) => group.repeat.as_ref().is_some_and(|repeat| repeat.list.0.contains(&field.id)),
                _ => false,
            };
            if uses {
                found.push(Subject::FormElement(form.id, element.id));
            }
        }
    }
    found
}

fn setting(document: &Document, it: &Setting) -> Result<(), Refusal> {
    let old = document.settings.get(it.id).ok_or(Refusal::NotThere)?;
    texts::name(&it.name)?;
    if old.kind != it.kind {
        content::setting_kind(document, it.kind)?;
    }
    texts::key(&old.key, &it.key, names_in_expressions(document), Subject::Setting(it.id))
}

fn language(document: &Document, it: &Language) -> Result<(), Refusal> {
    let old = document.languages.get(it.id).ok_or(Refusal::NotThere)?;
    texts::name(&it.name)?;
    let others = document.languages.values().filter(|other| other.id != it.id);
    texts::tag(Some(&old.tag), &it.tag, others.map(|other| (other.tag.as_str(), Subject::Language(other.id))))?;
    it.texts.iter().try_for_each(|(place, translation)| {
        texts::name(&translation.text)?;
        there(document, place.at)
    })
}

/// The page tree stays as it is; what is changed in it must fit its place.
fn form(document: &Document, it: &Form) -> Result<(), Refusal> {
    let old = document.forms.get(it.id).ok_or(Refusal::NotThere)?;
    unchanged(skeleton(old) == skeleton(it), Subject::Form(it.id))?;
    let known: BTreeSet<FormElementId> = {
        let before = old.elements();
        let after = it.elements();
        before
            .into_iter()
            .zip(after)
            .filter(|(a, b)| shown_data(a) == shown_data(b) && a.widths().eq(b.widths()))
            .map(|(a, _)| a.id)
            .collect()
    };
    it.rules.iter().filter(|rule| !old.rules.contains(rule)).try_for_each(|rule| {
        unchanged(old.rules.iter().any(|known| known.id == rule.id), Subject::Form(it.id))?;
        forms::rule_fits(it, rule)
    })?;
    if old.shows != it.shows {
        there_if(document, it.shows.map(Subject::Form))?;
        let is_itself = |shown: FormId| shown == it.id || document.shown_forms(shown).contains(&it.id);
        if it.shows.is_some_and(is_itself) {
            return Err(Refusal::IntoItself);
        }
    }
    there_if(document, it.source.map(Subject::Source))?;
    for element in it.elements().into_iter().filter(|element| !known.contains(&element.id)) {
        element_fits(document, it, element)?;
    }
    plain!(document, forms, Form, it)
}

/// Identities in their order, with the end of each group marked.
fn skeleton(form: &Form) -> Vec<(Option<FormElementId>, bool)> {
    let mut bones = Vec::new();
    for page in &form.pages {
        bones.push((Some(page.id), true));
        walk(&page.elements, &mut bones);
    }
    bones
}

fn walk(elements: &[FormElement], bones: &mut Vec<(Option<FormElementId>, bool)>) {
    for element in elements {
        bones.push((Some(element.id), false));
        if let ElementKind::Group(group) = &element.kind {
            walk(&group.elements, bones);
            bones.push((None, false));
        }
    }
}

/// The data that an element shows.
fn shown_data(element: &FormElement) -> Option<&crate::model::DataPath> {
    match &element.kind {
        ElementKind::Field(field) => Some(&field.data),
        ElementKind::Group(group) => group.repeat.as_ref().map(|repeat| &repeat.list),
        _ => None,
    }
}

/// A changed element: a field lies in the list round it; a group's list holds the fields in the group.
fn element_fits(document: &Document, form: &Form, element: &FormElement) -> Result<(), Refusal> {
    let outer = outer_list(form, element.id);
    forms::element_fits(document, element, outer)
}

/// The list round an element, not counting its own.
fn outer_list(form: &Form, id: FormElementId) -> Option<&crate::model::DataPath> {
    let holder = form.elements().into_iter().find(|candidate| match &candidate.kind {
        ElementKind::Group(group) => group.elements.iter().any(|inner| inner.id == id),
        _ => false,
    })?;
    forms::list_round(form, holder.id)
}
