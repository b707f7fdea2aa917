//! Forms that no step shows, and forms without a German version.

use super::super::folder::{self, Role};
use super::super::ids::form_parts;
use super::super::remark::Remark;
use super::{Importing, TextFile, note};
use crate::exchange::xml;
use crate::model::Subject;
use std::collections::BTreeSet;

/// Says which forms of a project with a model are asked for by no step of any model, and which have no German file.
pub(super) fn say(importing: &mut Importing, texts: &[TextFile]) {
    let asked = asked(texts);
    let mut said = Vec::new();
    for form in importing.document.forms.values() {
        let origin = importing.document.origins.get(Subject::Form(form.id));
        let file = origin.and_then(|origin| importing.document.sources.get(origin.source)).map(|source| source.name.as_str());
        let Some(file) = file else { continue };
        let Role::Form(name) = folder::role(file) else { continue };
        let is_asked = |asked: &BTreeSet<String>| {
            asked.contains(&name.name)
                || form_parts(&origin.map(|it| it.id.clone()).unwrap_or_default()).is_some_and(|(_, name, _)| asked.contains(name))
        };
        let on = |remark: Remark| note("", &form.name, remark).file(file).on(Subject::Form(form.id));
        if asked.as_ref().is_some_and(|asked| !is_asked(asked)) {
            said.push(on(Remark::UnusedForm));
        }
        if name.language != "de" {
            said.push(on(Remark::NoGerman(name.language.clone())));
        }
    }
    importing.notes.extend(said);
}

/// The names of the forms that steps of any model ask for; `None` without models, or where one of them cannot be read.
fn asked(texts: &[TextFile]) -> Option<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut has_model = false;
    for file in texts.iter().filter(|file| folder::role(&file.path) == Role::Model) {
        has_model = true;
        let tree = xml::read(&file.text).ok()?;
        let mut open = vec![&tree];
        while let Some(element) = open.pop() {
            open.extend(element.elements());
            let key = element.attributes.iter().find(|it| it.name.local == "formKey").map(|it| it.value.trim());
            let id = key.and_then(|key| key.strip_prefix("formular:"));
            found.extend(id.and_then(form_parts).map(|(_, name, _)| name.to_owned()));
        }
    }
    has_model.then_some(found)
}
