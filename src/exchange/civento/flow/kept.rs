//! What of a workflow has no place in the studio, and stays in the kept file.

use super::super::super::xml::Element;
use super::super::reading::Reading;
use super::super::remark::Remark;
use super::super::standard::{
    Fate, PROCEDURE, PROCEDURE_KEPT, PROCEDURE_SHOWN, VERSION, WORKFLOWS, fate, holds_steps, is_no_condition, is_step, text_of,
};
use crate::model::{ProcessId, Subject};
use std::collections::BTreeSet;

/// Attributes that are understood, by element.
const ATTRIBUTES: [(&str, &[&str]); 4] = [
    ("Vorgangsworkflow", &["AutomatischStartenBei", "Id"]),
    ("AdHocWorkflow", &["Name", "Id"]),
    ("Workflowvariable", &["Datentyp", "Variablenname"]),
    ("Name", &["Standard"]),
];

/// Elements whose inside is read, or kept, by others.
const LEAVES: [&str; 1] = ["DynamischesFormular"];

/// Says what of a library and its procedure stays in the file only.
pub(in super::super) fn say_library(reading: &mut Reading, root: &Element<'_>) {
    let version = root.attribute("Version").unwrap_or_default();
    if version != VERSION {
        reading.say(root, "", Remark::OtherVersion(version.to_owned()));
    }
    let known = |name: &str| matches!(name, "Schluessel" | "Rubrik" | "Version");
    for attribute in root.attributes.iter().filter(|it| it.name.prefix.is_empty() && it.name.local != "xmlns" && !known(it.name.local)) {
        reading.say(root, "", Remark::UnknownAttribute(attribute.name.local.to_owned()));
    }
    let mut procedures = 0;
    let has_procedure = root.first(PROCEDURE).is_some();
    for element in root.elements() {
        procedures += usize::from(element.name.local == PROCEDURE);
        let is_read = match element.name.local {
            PROCEDURE => procedures == 1,
            "Metadatendefinition" => !has_procedure,
            _ => false,
        };
        if !is_read {
            reading.say(element, element.name.local, Remark::UnknownElement(element.name.local.to_owned()));
        }
    }
    root.first(PROCEDURE).into_iter().for_each(|procedure| say_procedure(reading, procedure));
}

fn say_procedure(reading: &mut Reading, procedure: &Element<'_>) {
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for element in procedure.elements() {
        let name = element.name.local;
        if PROCEDURE_KEPT.contains(&name) {
            kept.insert(name.to_owned());
        } else if !PROCEDURE_SHOWN.contains(&name) && !WORKFLOWS.contains(&name) {
            reading.say(element, name, Remark::UnknownElement(name.to_owned()));
        }
    }
    // Whether a step is folded is a matter of the other program's editor.
    let mut open: Vec<&Element<'_>> = procedure.elements().filter(|it| WORKFLOWS.contains(&it.name.local)).collect();
    while let Some(element) = open.pop() {
        kept.extend(element.first("Expanded").map(|_| "Expanded".to_owned()));
        open.extend(element.elements());
    }
    if !kept.is_empty() {
        let main = reading.document.main_process;
        reading.say_of(procedure, Subject::Process(main), Remark::InFileOnly(kept.into_iter().collect()));
    }
}

/// Says of every element of a workflow what stays in the file only.
pub(super) fn say(reading: &mut Reading, workflow: &Element<'_>, process: ProcessId) {
    let is_event = text_of(workflow, "Typ").eq_ignore_ascii_case("Ereignis");
    if is_event && !is_no_condition(&text_of(workflow, "Ausfuehrungsbedingung")) {
        reading.say_of(workflow, Subject::Process(process), Remark::InFileOnly(vec!["Ausfuehrungsbedingung".to_owned()]));
    }
    let mut open = vec![workflow];
    while let Some(element) = open.pop() {
        let inner: Vec<&Element<'_>> = element.elements().filter(|inner| !LEAVES.contains(&inner.name.local)).collect();
        let mut kept: BTreeSet<String> = BTreeSet::new();
        for inner in &inner {
            match fate(element.name.local, inner.name.local) {
                Fate::Shown => open.push(inner),
                Fate::Kept => drop(kept.insert(inner.name.local.to_owned())),
                Fate::Unknown if is_told_as_step(element, inner) => {
                    open.extend(inner.elements().any(|it| is_step(it.name.local)).then_some(*inner))
                }
                Fate::Unknown => reading.say(inner, inner.name.local, Remark::UnknownElement(inner.name.local.to_owned())),
            }
        }
        for attribute in element.attributes.iter().filter(|it| it.name.prefix.is_empty() && !is_known(element, it.name.local)) {
            reading.say(element, element.name.local, Remark::UnknownAttribute(attribute.name.local.to_owned()));
        }
        if !kept.is_empty() {
            let subject = subject_of(reading, element).unwrap_or(Subject::Process(process));
            reading.say_of(element, subject, Remark::InFileOnly(kept.into_iter().collect()));
        }
    }
}

/// A step of a kind that nobody knows was spoken of already.
fn is_told_as_step(holder: &Element<'_>, element: &Element<'_>) -> bool {
    holds_steps(holder.name.local) && (element.attribute("Id").is_some() || element.first("Active").is_some())
}

fn is_known(element: &Element<'_>, attribute: &str) -> bool {
    let name = element.name.local;
    let listed = ATTRIBUTES.iter().find(|(element, _)| *element == name).map(|(_, attributes)| attributes.contains(&attribute));
    let has_id = is_step(name) || WORKFLOWS.contains(&name) || ["Startelement", "Workflowdefinition", "Entscheidungszweig"].contains(&name);
    let has_words = ["Titel", "Meldung", "ProzessName", "Abschlussmeldung", "Beschreibung"].contains(&name);
    listed.unwrap_or(has_id && attribute == "Id" || has_words && attribute == "Standard")
}

fn subject_of(reading: &Reading, element: &Element<'_>) -> Option<Subject> {
    let id = element.attribute("Id")?;
    reading.origin_of(id)
}
