//! All elements of a document as rows that can be found.

use super::{Row, Sign};
use crate::i18n::Texts;
use crate::model::{Document, FlowIndex, RoleKind, Subject};
use crate::view::canvas::sign_of;
use crate::view::icons::Icon;

/// Every element that has a name or stands in the flow, in the order of the document, with its row. `place` stands behind each.
pub fn elements(document: &Document, texts: &Texts, place: &str) -> Vec<(Row, Subject)> {
    let flows = FlowIndex::of(document);
    subjects(document).into_iter().filter_map(|subject| Some((row(document, texts, &flows, place, subject)?, subject))).collect()
}

fn subjects(document: &Document) -> Vec<Subject> {
    let mut all: Vec<Subject> = document.processes.keys().map(Subject::Process).collect();
    all.extend(document.nodes.keys().map(Subject::Node));
    all.extend(document.pools.keys().map(Subject::Pool));
    all.extend(document.lanes.keys().map(Subject::Lane));
    all.extend(document.flows.keys().map(Subject::Flow));
    all.extend(document.message_flows.keys().map(Subject::MessageFlow));
    all.extend(document.artifacts.keys().map(Subject::Artifact));
    for form in document.forms.values() {
        all.push(Subject::Form(form.id));
        all.extend(form.pages.iter().map(|page| Subject::FormElement(form.id, page.id)));
        all.extend(form.elements().into_iter().map(|element| Subject::FormElement(form.id, element.id)));
    }
    all.extend(document.objects.keys().map(Subject::ObjectType));
    all.extend(document.fields.keys().map(Subject::DataField));
    all.extend(document.code_lists.keys().map(Subject::CodeList));
    all.extend(document.decision_tables.keys().map(Subject::DecisionTable));
    all.extend(document.document_templates.keys().map(Subject::DocumentTemplate));
    all.extend(document.settings.keys().map(Subject::Setting));
    all.extend(document.test_cases.keys().map(Subject::TestCase));
    all.extend(document.exercises.keys().map(Subject::Exercise));
    all.extend(document.roles.keys().map(Subject::Role));
    all
}

fn row(document: &Document, texts: &Texts, flows: &FlowIndex, place: &str, subject: Subject) -> Option<Row> {
    let kind = texts.kind_of(document, subject);
    if !matches!(subject, Subject::Node(_)) && document.name_of(subject)?.trim().is_empty() {
        return None;
    }
    let around = around(document, subject).filter(|around| !around.is_empty());
    let places: Vec<&str> = around.into_iter().chain([place]).filter(|place| !place.is_empty()).collect();
    let place = places.join(" · ");
    let about =
        if place.is_empty() { kind.to_owned() } else { texts.with("palette-place", &[("kind", kind.into()), ("place", (&place).into())]) };
    Some(Row { sign: sign(document, subject), name: title(document, texts, flows, subject), about, shortcut: String::new() })
}

/// The name of an element; without one its kind, and for a node where it leads to.
pub fn title(document: &Document, texts: &Texts, flows: &FlowIndex, subject: Subject) -> String {
    let name = document.name_of(subject).unwrap_or_default().trim();
    if !name.is_empty() {
        return name.to_owned();
    }
    let kind = texts.kind_of(document, subject);
    let next = subject.node().and_then(|node| document.flows.get(*flows.outgoing(node).first()?));
    let next = next.and_then(|flow| document.name_of(Subject::Node(flow.to))).filter(|next| !next.trim().is_empty());
    next.map_or_else(|| kind.to_owned(), |next| texts.with("finding-unnamed", &[("kind", kind.into()), ("next", next.into())]))
}

/// What an element stands in: band, form, object.
fn around(document: &Document, subject: Subject) -> Option<&str> {
    match subject {
        Subject::Node(node) => document.name_of(Subject::Lane(document.nodes.get(node)?.lane?)),
        Subject::FormElement(form, _) => document.name_of(Subject::Form(form)),
        Subject::DataField(field) => document.name_of(Subject::ObjectType(document.fields.get(field)?.object)),
        _ => None,
    }
}

fn sign(document: &Document, subject: Subject) -> Sign {
    Sign::Icon(match subject {
        Subject::Node(_) | Subject::Pool(_) | Subject::Artifact(_) => return sign_of(document, subject),
        Subject::Process(_) => Icon::Flow,
        Subject::Role(role) => match document.roles.get(role).map(|role| role.kind) {
            Some(RoleKind::System) => Icon::Machine,
            Some(RoleKind::OtherAuthority) => Icon::Authority,
            _ => Icon::Person,
        },
        Subject::Lane(_) => Icon::Lane,
        Subject::Flow(_) | Subject::MessageFlow(_) | Subject::Association(_) => Icon::Connect,
        Subject::ObjectType(_) | Subject::DataField(_) => Icon::Data,
        Subject::CodeList(_) => Icon::Outline,
        Subject::Form(_) | Subject::FormElement(..) | Subject::Language(_) | Subject::Source(_) => Icon::Form,
        Subject::DecisionTable(_) => Icon::Table,
        Subject::DocumentTemplate(_) => Icon::Letter,
        Subject::Setting(_) => Icon::Settings,
        Subject::TestCase(_) | Subject::Exercise(_) => Icon::Tests,
    })
}
