//! Settings as definitions of parameters.

use super::super::folder::Role;
use super::super::import::{CLIENT, DECIDED};
use super::super::json::{merge, read, written};
use super::super::remark::Remark;
use super::files::Files;
use super::kept::Kept;
use super::variables::{parameter_name, value_of};
use super::{Writing, note};
use crate::exchange::Note;
use crate::model::{FieldKind, Setting, Subject};
use serde_json::{Value, json};

/// Writes the definitions: those that came from a file back into it, new ones into the first.
pub(super) fn write(after: &Writing<'_>, before: Option<&Writing<'_>>, kept: &Kept<'_>, files: &mut Files) -> Vec<Note> {
    let own = kept.all(|role| *role == Role::Parameters);
    let first = own.first().map_or("parameterdefinitions/default.json", |file| file.name.as_str());
    let mut report = Vec::new();
    for setting in after.document.settings.values().filter(|setting| path_of(after, setting).is_none() && is_parameter(after, setting)) {
        let name = parameter_name(after.document, setting);
        report.push(note("", &setting.name, Remark::Written(name)).on(Subject::Setting(setting.id)));
    }
    for path in own.iter().map(|file| file.name.as_str()).chain(own.is_empty().then_some(first)) {
        let made = definitions(after, path, path == first);
        let old = before.map(|before| definitions(before, path, path == first));
        let text =
            match kept.file(path).zip(old.as_ref()).and_then(|(file, old)| Some(merge(&file.text, &read(&file.text).ok()?, old, &made))) {
                Some(text) => text,
                None if made.as_array().is_none_or(Vec::is_empty) => continue,
                None => format!("{}\n", written(&made, "\n")),
            };
        files.put(path, text);
    }
    report
}

/// The file from which a setting came.
fn path_of<'w>(writing: &'w Writing<'_>, setting: &Setting) -> Option<&'w str> {
    let origin = writing.document.origins.get(Subject::Setting(setting.id))?;
    writing.document.sources.get(origin.source).map(|source| source.name.as_str())
}

/// Whether a setting is filled in by each authority on the platform: not the client, and no parameter of a service.
fn is_parameter(writing: &Writing<'_>, setting: &Setting) -> bool {
    let origin = writing.document.origins.get(Subject::Setting(setting.id)).map(|origin| origin.id.as_str());
    let is_of_service = |name: &str| {
        let step = setting.key.strip_suffix(name).and_then(|rest| rest.strip_suffix('_'));
        step.is_some_and(|step| writing.document.nodes.values().any(|node| node.key == step))
    };
    match origin {
        Some(origin) => origin != CLIENT && !origin.contains('/'),
        None => setting.key != CLIENT && !DECIDED.into_iter().any(is_of_service),
    }
}

fn definitions(writing: &Writing<'_>, path: &str, is_first: bool) -> Value {
    let is_here = |setting: &&Setting| path_of(writing, setting).map_or(is_first, |own| own == path) && is_parameter(writing, setting);
    writing.document.settings.values().filter(is_here).map(|setting| definition(writing, setting)).collect()
}

fn definition(writing: &Writing<'_>, setting: &Setting) -> Value {
    let kind = if setting.kind == FieldKind::LongText { "JSON_OBJECT" } else { "STRING" };
    let mut made = json!({
        "name": parameter_name(writing.document, setting),
        "description": if setting.description.is_empty() { &setting.name } else { &setting.description },
        "type": kind,
        "required": setting.is_required,
    });
    if let Some(value) = value_of(setting) {
        made["defaultValue"] = json!(value);
    }
    made
}
