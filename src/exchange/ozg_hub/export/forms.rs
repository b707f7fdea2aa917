//! The forms of the project, each in every language that it is translated to.

use super::super::folder::{self, FormName, Role};
use super::super::json::{merge, read, written};
use super::files::Files;
use super::form::{FormWriter, name_of};
use super::kept::Kept;
use super::{Writing, news};
use crate::exchange::Note;
use crate::model::{Form, FormId, Language, Subject};
use serde_json::Value;

/// Writes all forms; those that are gone go.
pub(super) fn write(after: &Writing<'_>, before: Option<&Writing<'_>>, kept: &Kept<'_>, files: &mut Files) -> Vec<Note> {
    let mut report = Vec::new();
    for form in after.document.forms.values() {
        let old = before.and_then(|before| Some((before, same(before, after, form)?)));
        let made = draft(after, form, None);
        let name = name_of(after.document, form);
        let path = path(&name, "de");
        if kept.file(&path).is_some() && before.is_some_and(|before| is_inferred(before, form, &made.value)) {
            continue;
        }
        let old_made = old.map(|(before, form)| draft(before, form, None));
        report.extend(news(made.notes, old_made.as_ref().map_or(&[], |made| &made.notes)));
        let kept_path = form.source.and_then(|source| after.document.sources.get(source)).map_or(path, |source| source.name.clone());
        let text = changed(kept.file(&kept_path).map(|file| file.text.as_str()), old_made.map(|made| made.value).as_ref(), &made.value);
        files.put(&kept_path, text);
        languages(after, old, form, &kept_path, files);
    }
    for file in kept.all(|role| matches!(role, Role::Form(_))) {
        if is_gone(after, before, &file.name) {
            files.remove(&file.name);
        }
    }
    report
}

fn path(name: &FormName, language: &str) -> String {
    format!("forms/{}-v{}-{language}.json", super::super::ids::legal(&name.name), name.version)
}

fn draft(writing: &Writing<'_>, form: &Form, language: Option<&Language>) -> super::form::FormDraft {
    FormWriter { document: writing.document, names: &writing.names, variables: &writing.variables, language }.form(form)
}

/// The text of a file with what changed; without a kept text all of it.
fn changed(kept: Option<&str>, before: Option<&Value>, after: &Value) -> String {
    let merged = kept.zip(before).and_then(|(kept, before)| Some(merge(kept, &read(kept).ok()?, before, after)));
    merged.unwrap_or_else(|| format!("{}\n", written(after, "\n")))
}

/// The form that the kept project gives for a form: that of the same file.
fn same<'b>(before: &'b Writing<'_>, after: &Writing<'_>, form: &Form) -> Option<&'b Form> {
    let path = &after.document.sources.get(form.source?)?.name;
    before.document.forms.values().find(|old| source_path(before, old.id) == Some(path))
}

/// Whether a form was only inferred from values that stand in a file of the project, and is as it was: that file stays.
fn is_inferred(before: &Writing<'_>, form: &Form, made: &Value) -> bool {
    let mut inferred = before.document.forms.values().filter(|old| old.source.is_none() && form.source.is_none());
    inferred.any(|old| old.key == form.key && draft(before, old, None).value == *made)
}

fn source_path<'b>(writing: &'b Writing<'_>, form: FormId) -> Option<&'b String> {
    let source = writing.document.forms.get(form)?.source?;
    writing.document.sources.get(source).map(|source| &source.name)
}

/// Forms in other languages: the kept file of the language changed as its texts changed, or the German form with other texts.
fn languages(after: &Writing<'_>, old: Option<(&Writing<'_>, &Form)>, form: &Form, german: &str, files: &mut Files) {
    for language in after.document.languages.values() {
        let name = name_of(after.document, form);
        let path = path(&name, &language.tag);
        let made = draft(after, form, Some(language)).value;
        let old_made = old.and_then(|(before, form)| {
            let old = before.document.languages.values().find(|old| old.tag == language.tag)?;
            Some(draft(before, form, Some(old)).value)
        });
        let kept = files.text(&path).map(str::to_owned);
        let is_translated = language.texts.keys().any(|place| speaks_of(after, form, place.at));
        let text = match (&kept, &old_made) {
            (Some(kept), Some(_)) => changed(Some(kept), old_made.as_ref(), &made),
            _ if !is_translated => continue,
            _ => changed(files.text(german), Some(&draft(after, form, None).value), &made),
        };
        files.put(&path, text);
    }
}

/// Whether a text stands in a form or in the data that only it shows.
fn speaks_of(writing: &Writing<'_>, form: &Form, at: Subject) -> bool {
    let data = |field: crate::model::DataFieldId| form.fields().any(|(_, own)| own.data.last() == Some(field));
    match at {
        Subject::Form(id) | Subject::FormElement(id, _) => id == form.id,
        Subject::DataField(field) => data(field),
        Subject::CodeList(list) => {
            let fields = writing.document.fields.values();
            fields.filter(|field| field.kind.code_list() == Some(list)).any(|field| data(field.id))
        }
        _ => false,
    }
}

/// Whether the form of a kept file was taken out of the document, be it the German one or one of another language.
fn is_gone(after: &Writing<'_>, before: Option<&Writing<'_>>, path: &str) -> bool {
    let name = |path: &str| match folder::role(path) {
        Role::Form(name) => Some(name.name),
        _ => None,
    };
    let Some((before, own)) = before.zip(name(path)) else { return false };
    let has = |writing: &Writing<'_>| {
        let mut forms = writing.document.forms.keys();
        forms.any(|form| source_path(writing, form).and_then(|path| name(path)).as_ref() == Some(&own))
    };
    has(before) && !has(after)
}
