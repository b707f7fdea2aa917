//! Variables of workflows: declared as fields, so that expressions can speak of them.

use super::super::super::xml::Element;
use super::super::reading::Reading;
use super::super::standard::{expression_of, is_active, text_of};

/// What a loop without comment is called.
pub(super) const LOOP: &str = "Wiederholen";
/// What a list without comment is called.
pub(super) const LIST: &str = "Nacheinander";

/// Declares what the workflows set, count and are called with.
pub(super) fn declare(reading: &mut Reading, workflows: &[&Element<'_>]) {
    for workflow in workflows {
        let mut open = vec![*workflow];
        while let Some(element) = open.pop() {
            match element.name.local {
                "WorkflowvariableSetzen" => {
                    let Some(variable) = element.first("Workflowvariable") else { continue };
                    let name = variable.attribute("Variablenname").unwrap_or_default();
                    let kind = variable.attribute("Datentyp").unwrap_or_default();
                    let value = expression_of(element, "Wert");
                    reading.declare(name, kind, &value);
                    reading.words.set_at(name, element.place.start);
                }
                "Schleife" => reading.declare(&text_of(element, "NameDerZaehlervariable"), "INTEGER", ""),
                "Aufrufparameter" => {
                    if let Some(name) = name_of_parameter(&element.text()) {
                        reading.declare(name, "", "");
                    }
                }
                _ => {}
            }
            open.extend(element.elements().rev());
        }
    }
}

/// The name at the beginning of what a workflow is called with; none of a reference.
fn name_of_parameter(text: &str) -> Option<&str> {
    let text = text.trim();
    let end = text.find(|sign: char| !(sign.is_alphanumeric() || sign == '_')).unwrap_or(text.len());
    let (name, behind) = text.split_at(end);
    (name.starts_with(char::is_alphabetic) && !behind.starts_with('.')).then_some(name)
}

/// Whether a step that is always done counts a variable of a loop up by 1, and nothing else in the loop sets it.
pub(super) fn is_surely_counted(holder: &Element<'_>, name: &str) -> bool {
    let variable = |step: &Element<'_>| step.first("Workflowvariable").and_then(|it| it.attribute("Variablenname")) == Some(name);
    let counts = |step: &&Element<'_>| {
        let value: String = expression_of(step, "Wert").chars().filter(|sign| !sign.is_whitespace() && *sign != '$').collect();
        is_active(step) && variable(step) && (value == format!("{name}+1") || value == format!("1+{name}"))
    };
    let mut open: Vec<&Element<'_>> = holder.elements().collect();
    let mut times = 0;
    while let Some(element) = open.pop() {
        times += usize::from(variable(element));
        open.extend(element.elements());
    }
    times == 1 && holder.all("WorkflowvariableSetzen").any(|step| counts(&step))
}

/// Whether a variable is set inside a loop.
pub(super) fn is_set_in(holder: &Element<'_>, name: &str) -> bool {
    let mut open = vec![holder];
    while let Some(element) = open.pop() {
        if element.name.local == "Workflowvariable" && element.attribute("Variablenname") == Some(name) {
            return true;
        }
        open.extend(element.elements());
    }
    false
}

/// What a step without comment is called.
pub(super) fn usual_name(step: &Element<'_>) -> String {
    match step.name.local {
        "DatenvariableSetzen" => set(text_of(step, "Datenverweis").as_str()),
        "WorkflowvariableSetzen" => set(step.first("Workflowvariable").and_then(|it| it.attribute("Variablenname")).unwrap_or_default()),
        "BefehlAusfuehren" => "Befehl ausführen".to_owned(),
        "AntragstellerdatenAnfordern" => "Antragstellerdaten angeben".to_owned(),
        "StartseiteAnzeigen" => "Startseite".to_owned(),
        "DokumentAnzeigen" => "Dokument ausfüllen".to_owned(),
        "MeldungAnzeigen" => "Meldung".to_owned(),
        "AbschlussseiteAnzeigen" => "Abschlussseite".to_owned(),
        other => other.to_owned(),
    }
}

/// What a step that sets something is called.
pub(super) fn set(name: &str) -> String {
    if name.is_empty() { "Wert setzen".to_owned() } else { format!("{name} setzen") }
}
