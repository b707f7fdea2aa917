//! Ids that the platform refuses, and forms that steps ask for in vain.

use super::super::folder::{self, Role};
use super::super::ids::{form_parts, is_client, is_legal, is_legal_process};
use super::super::json::line_of;
use super::forms::FormFile;
use super::{Finding, Flaw};
use crate::exchange::xml::{self, Element};
use std::collections::BTreeSet;

/// Wrong ids of models and forms.
pub(super) fn findings(files: &[(&str, &str)], forms: &[FormFile<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| folder::role(path) == Role::Model) {
        if let Ok(tree) = xml::read(text) {
            model(path, &tree, forms, &mut found);
        }
    }
    same_process(files, &mut found);
    forms.iter().for_each(|form| in_form(form, &mut found));
    found
}

/// Processes of the same id in several models.
fn same_process(files: &[(&str, &str)], found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for (path, text) in files.iter().filter(|(path, _)| folder::role(path) == Role::Model) {
        let Ok(tree) = xml::read(text) else { continue };
        for process in tree.all("process") {
            let id = process.attribute("id").unwrap_or_default().trim().to_owned();
            if !id.is_empty() && !seen.insert(id.clone()) {
                found.push(Finding { file: (*path).to_owned(), line: process.position.line, flaw: Flaw::SameProcess(id) });
            }
        }
    }
}

fn model(path: &str, tree: &Element<'_>, forms: &[FormFile<'_>], found: &mut Vec<Finding>) {
    let mut say = |element: &Element<'_>, flaw: Flaw| found.push(Finding { file: path.to_owned(), line: element.position.line, flaw });
    let mut open: Vec<&Element<'_>> = vec![tree];
    while let Some(element) = open.pop() {
        // The picture has ids of its own, of which nobody speaks.
        open.extend(element.elements().filter(|inner| inner.name.local != "BPMNDiagram"));
        let id = element.attribute("id").unwrap_or_default();
        match element.name.local {
            "process" if !is_legal_process(id) => say(element, Flaw::WrongId(id.to_owned())),
            "userTask" | "serviceTask" | "scriptTask" if !is_legal(id) => say(element, Flaw::WrongId(id.to_owned())),
            _ => {}
        }
        let form_key = element.attributes.iter().find(|it| it.name.local == "formKey").map(|it| it.value.trim());
        if let Some(wanted) = form_key.and_then(|key| key.strip_prefix("formular:"))
            && !forms.iter().any(|form| form.json.as_ref().is_ok_and(|json| json.text("id") == wanted))
        {
            say(element, Flaw::NoForm(wanted.to_owned()));
        }
    }
}

fn in_form(form: &FormFile<'_>, found: &mut Vec<Finding>) {
    let mut say = |line: usize, flaw: Flaw| found.push(Finding { file: form.path.to_owned(), line, flaw });
    let json = match &form.json {
        Ok(json) => json,
        Err(at) => return say(line_of(form.text, *at), Flaw::NoJson),
    };
    let id = json.text("id");
    let is_good = form_parts(&id).is_some_and(|(client, name, _)| is_client(client) && is_legal(name));
    if !is_good {
        say(json.get("id").map_or(1, |json| form.line(json)), Flaw::WrongId(id));
    }
    for group in form.groups() {
        let id = group.text("id");
        if !is_legal(&id) {
            say(form.line(group.get("id").unwrap_or(group)), Flaw::WrongId(id));
        }
    }
    for (_, field) in form.fields() {
        let id = field.text("id");
        if !is_legal(&id) {
            say(form.line(field.get("id").unwrap_or(field)), Flaw::WrongId(id));
        }
    }
}
