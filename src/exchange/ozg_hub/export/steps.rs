//! What the platform has to know of a step: its form, who does it, its class and parameters.

use super::super::ids::{Ids, is_legal, legal};
use super::super::import::{DECIDED, OF_PLATFORM};
use super::super::remark::Remark;
use super::dialect::{Dialect, translated};
use super::form::{id_of, variable_of};
use super::variables::{client, setting_of, value_of};
use super::{Platform, Writing, note, open};
use crate::exchange::Note;
use crate::model::{Document, DocumentTemplate, FlowNode, Form, NodeId, NodeKind, RoleKind, Subject};
use std::collections::BTreeSet;

/// The document with steps that the platform only knows as steps of people: payment, signing in.
pub(super) fn prepared(document: &Document) -> Document {
    let mut prepared = document.clone();
    let is_wrong = |node: &&FlowNode| node.kind == NodeKind::ServiceTask && form_service(node).is_some();
    let nodes: Vec<NodeId> = document.nodes.values().filter(is_wrong).map(|node| node.id).collect();
    for node in nodes {
        if let Some(node) = prepared.nodes.get_mut(node) {
            node.kind = NodeKind::UserTask;
        }
    }
    with_legal_keys(&mut prepared);
    prepared
}

/// Steps that are new to the file are written under their keys, which the platform must allow.
fn with_legal_keys(document: &mut Document) {
    let mut ids = Ids::default();
    document.nodes.values().filter(|node| is_legal(&node.key)).for_each(|node| drop(ids.take(&node.key)));
    let is_new = |node: &&FlowNode| !document.origins.contains(Subject::Node(node.id)) && !is_legal(&node.key);
    let nodes: Vec<(NodeId, String)> = document.nodes.values().filter(is_new).map(|node| (node.id, ids.take(&node.key))).collect();
    for (node, key) in nodes {
        if let Some(node) = document.nodes.get_mut(node) {
            node.key = key;
        }
    }
}

/// A page that shows the documentation of its step and asks for nothing.
const SHOWN_ONCE: &str = "showOnce";

/// What the platform shows instead of a form.
fn form_service(node: &FlowNode) -> Option<&'static str> {
    match node.details.service.as_ref()?.service.as_str() {
        "ePayment" => Some("payment"),
        "nutzerkonto" => Some("serviceportal-login"),
        "hinweisseite" => Some(SHOWN_ONCE),
        _ => None,
    }
}

/// The `formKey` of a step of a person.
pub(super) fn form_key(document: &Document, node: &FlowNode) -> Option<String> {
    if node.kind != NodeKind::UserTask {
        return None;
    }
    let form = node.details.form.and_then(|form| document.forms.get(form));
    // A page that gets a form asks for something.
    let service = form_service(node).filter(|service| *service != SHOWN_ONCE).map(str::to_owned);
    Some(service.or_else(|| form.map(|form| format!("formular:{}", id_of(document, form)))).unwrap_or_else(|| SHOWN_ONCE.to_owned()))
}

/// Who does a step of a person.
pub(super) fn assignee(document: &Document, node: &FlowNode) -> Option<&'static str> {
    if node.kind != NodeKind::UserTask {
        return None;
    }
    Some(match document.role_of(node.id).map(|role| role.kind) {
        Some(RoleKind::Caseworker | RoleKind::OtherAuthority) => "${responsibleCaseworkerId}",
        _ => "${startParameter.startedByUser.userId}",
    })
}

/// A parameter of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    pub name: String,
    pub value: String,
    /// Whether it is computed when the step is reached.
    pub is_expression: bool,
}

impl Parameter {
    fn new(name: &str, value: &str) -> Self {
        Self { name: name.to_owned(), value: value.to_owned(), is_expression: value.contains("${") }
    }
}

/// The class of a service task, with the package.
pub(super) fn class(node: &FlowNode, platform: Platform) -> Option<String> {
    if node.kind != NodeKind::ServiceTask {
        return None;
    }
    let short = match node.details.service.as_ref().map(|service| service.service.as_str()) {
        Some("dokumentErzeugen") => "PdfErstellenService",
        Some("fitConnect") => "FitConnectSubmissionService",
        Some("postfach") if platform == Platform::ServiceBw => "NachrichtAnMSBWService",
        Some("postfach") => "NachrichtVersendenService",
        _ => return None,
    };
    Some(format!("de.seitenbau.serviceportal.prozess.servicetask.{short}"))
}

/// The parameters of a service task that the document decides. `id` is that of the step in the model, `is_new` whether the model did not
/// have it before.
pub(super) fn parameters(writing: &Writing<'_>, node: &FlowNode, id: &str, is_new: bool) -> (Vec<Parameter>, Vec<Note>) {
    let mut found = Vec::new();
    let mut notes = Vec::new();
    let service = node.details.service.as_ref().map_or("", |service| service.service.as_str());
    if node.kind != NodeKind::ServiceTask {
        return (found, notes);
    }
    if is_new {
        found.extend(base(writing, node, service));
    }
    for name in DECIDED {
        let setting = setting_of(writing.document, &format!("{id}/{name}"), &format!("{id}_{name}"));
        let is_usual = is_new && service == "fitConnect" && name != "clientId" && name != "destinationId";
        match setting {
            Some(setting) => {
                let value = value_of(setting);
                if value.is_none() {
                    notes.push(note(id, &setting.name, Remark::Placeholder(name.to_owned())).on(Subject::Setting(setting.id)));
                }
                let value = value.unwrap_or_else(|| open(if setting.description.is_empty() { name } else { &setting.description }));
                found.push(Parameter { name: name.to_owned(), value, is_expression: false });
            }
            None if is_usual => {
                notes.push(note(id, &node.name, Remark::Placeholder(name.to_owned())).on(Subject::Node(node.id)));
                found.push(Parameter { name: name.to_owned(), value: open(name), is_expression: false });
            }
            None => {}
        }
    }
    if service == "postfach" {
        message(writing, node, &mut found);
    }
    (found, notes)
}

fn base(writing: &Writing<'_>, node: &FlowNode, service: &str) -> Vec<Parameter> {
    let key = legal(&node.key);
    let form = last_form(writing.document, node.id).map(|form| variable_of(writing.document, form)).unwrap_or_default();
    match service {
        "dokumentErzeugen" => vec![Parameter::new("source", &format!("${{{form}}}")), Parameter::new("target", &format!("{key}Pdf"))],
        "fitConnect" => vec![
            Parameter::new("clientId", "${fitConnectClientId}"),
            Parameter::new("clientSecret", "${fitConnectClientSecret}"),
            Parameter::new("destinationId", "${fitConnectDestinationId}"),
            Parameter::new("fachdaten", "${fitConnectPayload}"),
            Parameter::new("attachments", "${fitConnectAttachments}"),
            Parameter::new("target", "fitConnectResult"),
        ],
        "postfach" if writing.platform == Platform::ServiceBw => {
            vec![Parameter::new("empfaengerId", "${startParameter.startedByUser.userId}")]
        }
        "postfach" => vec![Parameter::new("empfaenger", "${startParameter.startedByUser.postfachHandle}")],
        _ => Vec::new(),
    }
}

/// Variables that a service waits for and that only a script of the platform can set.
pub(super) fn awaited(service: &str) -> &'static [&'static str] {
    match service {
        "fitConnect" => {
            &["fitConnectClientId", "fitConnectClientSecret", "fitConnectDestinationId", "fitConnectPayload", "fitConnectAttachments"]
        }
        "ePayment" => &["paymentConfig", "transactionConfig", "displayConfig"],
        _ => &[],
    }
}

fn message(writing: &Writing<'_>, node: &FlowNode, found: &mut Vec<Parameter>) {
    let letter = node.details.documents.first().and_then(|letter| writing.document.document_templates.get(*letter));
    let Some(DocumentTemplate { subject, body, .. }) = letter else { return };
    found.push(Parameter::new("betreff", &spoken(writing, subject)));
    found.push(Parameter::new("text", &spoken(writing, body)));
}

/// Places for fields become variables: `{{vorgang.x}}` is `${x}`; what the platform fills in gets its marks again.
fn spoken(writing: &Writing<'_>, text: &str) -> String {
    let mut out = String::new();
    let of_platform = |text: String, place: &&str| text.replace(&format!("[{place}]"), &format!("{{{{{place}}}}}"));
    let text = OF_PLATFORM.iter().fold(text.to_owned(), of_platform);
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once("{{") {
        out.push_str(before);
        let found = behind.split_once("}}");
        let name = found.and_then(|(path, _)| translated(path.trim(), Dialect::Juel, &writing.names, &writing.variables));
        if let Some(((_, after), name)) = found.zip(name) {
            out.extend(["${", &name, "}"]);
            rest = after;
        } else {
            out.push_str("{{");
            rest = behind;
        }
    }
    out + rest
}

/// The form that was filled in last before a step, by any way.
fn last_form(document: &Document, from: NodeId) -> Option<&Form> {
    let mut seen = BTreeSet::new();
    let mut open = std::collections::VecDeque::from([from]);
    while let Some(node) = open.pop_front() {
        let form = document.nodes.get(node).and_then(|node| node.details.form).and_then(|form| document.forms.get(form));
        if form.is_some() {
            return form;
        }
        open.extend(document.incoming(node).map(|flow| flow.from).filter(|node| seen.insert(*node)));
    }
    None
}

/// The id of the process on the platform.
pub(super) fn process_id(document: &Document) -> String {
    let client = client(document).unwrap_or_else(|| super::super::ids::OPEN.to_owned());
    let key = document.main().map(|process| legal(&process.key)).unwrap_or_default();
    format!("m{client}.{key}")
}
