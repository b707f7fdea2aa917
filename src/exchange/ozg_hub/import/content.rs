//! A filled-in form, as the platform hands it to scripts: its keys tell groups and fields, its values their kinds.

use super::super::folder::FormName;
use super::super::json::{Json, Kind, read as read_json, written};
use super::super::remark::Remark;
use super::form::{self, Found};
use super::{Importing, TextFile, note};
use serde_json::{Value, json};

/// Whether it is a filled-in form and not the form itself.
pub(super) fn is_content(json: &Json) -> bool {
    json.get("formId").is_some() && !json.get("fields").map_or(&[][..], Json::members).is_empty()
}

/// Makes the form that could have been filled in so.
pub(super) fn read(importing: &mut Importing, file: &TextFile, json: &Json, name: &FormName, found: &mut Found) {
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    for member in json.get("fields").map_or(&[][..], Json::members) {
        let parts: Vec<&str> = member.key.split(':').collect();
        let [group, "0", id] = parts.as_slice() else { continue };
        let field = field(id, &member.value);
        match groups.iter_mut().find(|(known, _)| known == group) {
            Some((_, fields)) => fields.push(field),
            None => groups.push(((*group).to_owned(), vec![field])),
        }
    }
    let groups: Vec<Value> = (groups.into_iter())
        .map(|(id, fields)| json!({ "id": id, "title": "", "rows": fields.into_iter().map(|it| json!({ "fields": [it] })).collect::<Vec<_>>() }))
        .collect();
    let made = json!({ "id": json.text("formId"), "title": json.text("formTitle"), "sections": [{ "title": "", "fieldGroups": groups }] });
    let text = written(&made, "\n");
    let Ok(tree) = read_json(&text) else { return };
    // What is made is no file, so nothing in it has a place in one.
    let file = TextFile { path: file.path.clone(), text, source: None };
    form::read(importing, &file, &tree, name, found);
    importing.notes.push(note(&json.text("formId"), &json.text("formTitle"), Remark::Guessed).file(&file.path));
}

fn field(id: &str, filled: &Json) -> Value {
    let options: Vec<Value> =
        (filled.list("possibleValues").iter()).map(|value| json!({ "value": value.text("value"), "label": value.text("label") })).collect();
    let value = filled.get("value");
    // A checked value stands in an object of its own.
    let value = value.and_then(|value| value.get("verificationToken").and(value.get("value"))).or(value);
    let is_list = value.is_some_and(|value| matches!(value.kind, Kind::List(_)));
    let kind = match value.map(|value| &value.kind) {
        _ if !options.is_empty() && is_list => "CHECKBOX",
        _ if !options.is_empty() => "RADIO_BUTTONS",
        Some(Kind::Truth(_)) => "BOOLEAN",
        Some(Kind::Number(_)) => "EURO_BETRAG",
        Some(Kind::Object(_) | Kind::List(_)) => "MULTIPLE_FILE",
        Some(Kind::Text(text)) if text.starts_with("1970-01-01T") => "TIME",
        Some(Kind::Text(text)) if super::condition::date(text).is_some() && text.contains('T') => "DATE",
        Some(Kind::Text(text)) if text.contains('\n') => "TEXTAREA",
        _ => "STRING",
    };
    json!({ "id": id, "label": id, "type": kind, "width": 12, "possibleValues": options })
}
