//! What of a workflow has no place in the studio, and stays in the kept file.

use super::super::super::xml::Element;
use super::super::reading::Reading;
use super::super::remark::Remark;
use super::super::standard::{Fate, WORKFLOWS, fate, is_step};
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

/// Says of every element of a workflow what stays in the file only.
pub(super) fn say(reading: &mut Reading, workflow: &Element<'_>, process: ProcessId) {
    let mut open = vec![workflow];
    while let Some(element) = open.pop() {
        let inner: Vec<&Element<'_>> = element.elements().filter(|inner| !LEAVES.contains(&inner.name.local)).collect();
        let mut kept: BTreeSet<String> = BTreeSet::new();
        for inner in &inner {
            match fate(element.name.local, inner.name.local) {
                Fate::Shown => open.push(inner),
                Fate::Kept => drop(kept.insert(inner.name.local.to_owned())),
                Fate::Unknown if is_told_as_step(element, inner) => {}
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
    super::super::standard::holds_steps(holder.name.local) && (element.attribute("Id").is_some() || element.first("Active").is_some())
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
