//! Service tasks of the platform: which base service they are, what they send, and what somebody still has to put in.

use super::super::check;
use super::super::ids::OPEN;
use super::super::remark::Remark;
use super::activiti::{add_setting, own};
use super::data::{self, Wish};
use super::{Importing, TextFile, note};
use crate::exchange::xml::Element;
use crate::expr::Value;
use crate::model::{DocumentTemplate, DocumentTemplateId, FieldKind, NodeId, Origin, ServiceUse, Subject};

/// Classes of the platform and the base services that they are.
const CLASSES: [(&str, &str); 4] = [
    ("PdfErstellenService", "dokumentErzeugen"),
    ("FitConnectSubmissionService", "fitConnect"),
    ("NachrichtVersendenService", "postfach"),
    ("NachrichtAnMSBWService", "postfach"),
];

/// Parameters that somebody decides for each procedure or authority.
pub(in super::super) const DECIDED: [&str; 6] = ["serviceName", "serviceIdentifier", "mimeType", "schemaURI", "destinationId", "clientId"];

/// Reads a service task.
pub(super) fn read(importing: &mut Importing, model: &TextFile, element: &Element<'_>, node: NodeId) {
    let class = own(element, "class");
    let short = class.rsplit('.').next().unwrap_or_default();
    let known = CLASSES.iter().find(|(name, _)| *name == short).map(|(_, service)| *service);
    let id = element.attribute("id").unwrap_or_default();
    if known.is_none() && !class.is_empty() {
        importing.say(note(id, "", Remark::FieldKept(class.to_owned())).on(Subject::Node(node)), &model.path, element.position.line);
    }
    if let Some(node) = importing.document.nodes.get_mut(node) {
        // What it answers may stand in words of the studio's own.
        let answer = node.details.service.take().map(|service| service.answer).unwrap_or_default();
        node.details.service = known.map(|service| ServiceUse { service: service.to_owned(), answer });
    }
    if known == Some("postfach") {
        letter(importing, model, element, node);
    }
    for field in fields(element) {
        parameter(importing, model, (id, node), field, known == Some("postfach"));
    }
}

/// The variable that takes what comes of a service, if the step names one.
pub(super) fn result(element: &Element<'_>) -> Option<String> {
    let field = fields(element).find(|field| field.attribute("name") == Some("target"))?;
    Some(value(field).0.trim().to_owned()).filter(|name| data::is_speakable(name))
}

/// The parameters of a service task.
pub(in super::super) fn fields<'a>(element: &'a Element<'a>) -> impl Iterator<Item = &'a Element<'a>> {
    element.all("extensionElements").flat_map(|extension| extension.all("field"))
}

/// The value of a parameter, and whether it is an expression.
pub(in super::super) fn value(field: &Element<'_>) -> (String, bool) {
    let inner = field.elements().find(|inner| matches!(inner.name.local, "string" | "expression"));
    let short = ["stringValue", "expression"].into_iter().find_map(|name| Some((field.attribute(name)?.to_owned(), name == "expression")));
    inner.map(|inner| (inner.text().into_owned(), inner.name.local == "expression")).or(short).unwrap_or_default()
}

fn parameter(importing: &mut Importing, model: &TextFile, (id, node): (&str, NodeId), field: &Element<'_>, is_message: bool) {
    let name = field.attribute("name").unwrap_or_default();
    let (text, is_expression) = value(field);
    if is_message && (name == "betreff" || name == "text") {
        return;
    }
    let line = field.position.line;
    let is_open = check::marks(&text).next().is_some();
    if is_expression || !(is_open || DECIDED.contains(&name)) {
        importing.say(note(id, "", Remark::FieldKept(name.to_owned())).on(Subject::Node(node)), &model.path, line);
        return;
    }
    let asked = text.trim_start_matches("TODO").trim_start_matches(OPEN).trim_start_matches(':').trim();
    let (description, given) = if is_open { (asked, String::new()) } else { ("", Value::text(&text).to_feel()) };
    let step = importing.document.nodes.get(node).map(|node| node.name.clone()).unwrap_or_default();
    let setting = add_setting(importing, &format!("{id}_{name}"), &format!("{name}: {step}"), description, given);
    if let Some(source) = model.source {
        importing.document.origins.insert(Subject::Setting(setting), Origin { source, id: format!("{id}/{name}") });
    }
    if is_open {
        importing.say(
            note(id, &format!("{name}: {step}"), Remark::Asked(asked.to_owned())).on(Subject::Setting(setting)),
            &model.path,
            line,
        );
    }
}

/// The message that a step sends is a letter.
fn letter(importing: &mut Importing, model: &TextFile, element: &Element<'_>, node: NodeId) {
    let of = |name: &str| fields(element).find(|field| field.attribute("name") == Some(name)).map(value).unwrap_or_default().0;
    let (subject, body) = (of("betreff"), of("text"));
    if subject.is_empty() && body.is_empty() {
        return;
    }
    let id: DocumentTemplateId = importing.document.new_id();
    let step = importing.document.nodes.get(node).map(|node| (node.key.clone(), node.name.clone())).unwrap_or_default();
    let key = importing.data.letter_keys.take_id(&step.0, "schreiben");
    let (subject, body) = (spoken(importing, &subject), spoken(importing, &body));
    importing.document.document_templates.insert(id, DocumentTemplate { id, key, name: step.1, subject, body });
    if let Some(source) = model.source {
        let origin = Origin { source, id: element.attribute("id").unwrap_or_default().to_owned() };
        importing.document.origins.insert(Subject::DocumentTemplate(id), origin);
    }
    if let Some(node) = importing.document.nodes.get_mut(node) {
        node.details.documents.push(id);
    }
}

/// Places in messages that the platform itself fills in. In the studio they stand in square brackets, for they are no data of the case.
pub(in super::super) const OF_PLATFORM: [&str; 4] = ["STARTSEITE", "POSTFACH", "AUFGABENLISTE", "LINK_AUF_AKTUELLEN_PROZESS"];

/// Variables in a text become places for fields: `${x}` and `{{prozessinstanzvariable:x}}` are `{{vorgang.x}}`.
fn spoken(importing: &mut Importing, text: &str) -> String {
    let of_platform = |text: String, place: &&str| text.replace(&format!("{{{{{place}}}}}"), &format!("[{place}]"));
    let text = OF_PLATFORM.iter().fold(text.to_owned(), of_platform);
    let text = with_places(importing, &text, ("{{prozessinstanzvariable:", "}}"));
    with_places(importing, &text, ("${", "}"))
}

fn with_places(importing: &mut Importing, text: &str, (begin, end): (&str, &str)) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(begin) {
        out.push_str(before);
        let found = behind.split_once(end).map(|(name, after)| (name.trim(), after)).filter(|(name, _)| data::is_speakable(name));
        let Some((name, after)) = found else {
            out.push_str(begin);
            rest = behind;
            continue;
        };
        let object = importing.data.case(&mut importing.document);
        let wish = Wish { key: name, name: "", kind: FieldKind::Text };
        let (field, _) = importing.data.field(&mut importing.document, object, name, wish);
        out.extend(["{{", &data::path(&importing.document, field), "}}"]);
        rest = after;
    }
    out + rest
}
