//! Which parts of a message have no place in the studio: each is named, once.

use super::super::xml::Element;
use super::super::{Note, What};
use super::Remark;
use super::message::Message;
use super::standard::text;
use std::collections::BTreeSet;

/// Elements with others in them, and which of those are read, or written anew. What holds no others here is read as a whole.
const READ: &[(&str, &[&str])] = &[
    (
        "prozessklasse",
        &[
            "id",
            "version",
            "name",
            "definition",
            "handlungsgrundlage",
            "zwecksetzung",
            "operativesZiel",
            "handlungsform",
            "verfahrensart",
            "fachlichFreigebendeStelle",
            "schlagwort",
        ],
    ),
    (
        "prozess",
        &[
            "id",
            "version",
            "name",
            "fachlichFreigebendeStelle",
            "schlagwort",
            "prozesssteckbrief",
            "prozessstrukturbeschreibung",
            "prozessmodell",
        ],
    ),
    ("handlungsgrundlage", &["name", "uri"]),
    ("prozesssteckbrief", &["ausloeser", "ergebnis", "prozessteilnehmer", "detaillierungsstufe"]),
    ("ausloeser", &["formularID", "prozessID", "text"]),
    ("ergebnis", &["formularID", "prozessID", "text"]),
    ("prozessteilnehmer", &["name", "rolle"]),
    ("prozessstrukturbeschreibung", &["modellierungsmethode", "strukturbeschreibungFIM"]),
    ("strukturbeschreibungFIM", &["aktivitaetengruppe"]),
    (
        "aktivitaetengruppe",
        &[
            "referenzaktivitaetengruppeTyp",
            "id",
            "subProzessID",
            "name",
            "beschreibung",
            "handlungsgrundlage",
            "eingehendeDaten",
            "ausgehendeDaten",
            "fachverfahren",
            "spezifischeAttribute",
        ],
    ),
    ("empfangeneDaten", &["formularverweis", "sender"]),
    ("bereitgestellteDaten", &["formularverweis", "empfaenger"]),
    ("prozessmodell", &["prozessmodelldatei"]),
    ("prozessmodelldatei", &["dateiname", "modellierungsmethode", "mimeType", "inhalt"]),
];

/// What the specific attributes of each group hold that is read.
const SPECIFIC: [&[&str]; 8] = [
    &["empfangeneDaten"],
    &["bereitgestellteDaten"],
    &["formellePruefung"],
    &["hilfsmittel"],
    &["hilfsmittel", "entscheidungsart"],
    &["bearbeitungsart"],
    &["bereitgestellteDaten", "empfangeneDaten", "mitwirkungspflicht", "beteiligungsform"],
    &["beschreibung"],
];

/// Notes for all parts of the message that stay in the file only.
pub(super) fn notes(message: &Message<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut said = BTreeSet::new();
    let mut open: Vec<&Element<'_>> = [message.process, message.class].into_iter().flatten().collect();
    while let Some(element) = open.pop() {
        let Some(read) = read(element) else { continue };
        let mut inner = Vec::new();
        for child in element.elements() {
            let local = child.name.local;
            if read.contains(&local) || local.starts_with("spezifischeAttribute") {
                inner.push(child);
            } else if says_something(child) && said.insert((element.name.local, local)) {
                notes.push(Note::new("", "", What::Xprozess(Remark::Kept(local.to_owned()))).line(child.position.line));
            }
        }
        // The stack is taken from behind, so that notes stand in the order of the file.
        open.extend(inner.into_iter().rev());
    }
    notes.extend(message.process.zip(message.class).into_iter().flat_map(|(process, class)| other_in_class(process, class)));
    notes.extend(message.others().map(|other| {
        let (id, name) = (text(other, "id"), text(other, "name"));
        Note::new(&id, &name, What::Xprozess(Remark::OtherProcess)).line(other.position.line)
    }));
    notes
}

/// What both the process and its class say, and the class otherwise: the process counts.
fn other_in_class(process: &Element<'_>, class: &Element<'_>) -> Vec<Note> {
    let parts = ["name", "version", "fachlichFreigebendeStelle", "schlagwort"];
    let differs = |part: &&str| {
        let (own, other) = (text(process, part), text(class, part));
        !own.is_empty() && !other.is_empty() && own != other
    };
    let note = |part: &'static str| {
        let line = class.first(part).map_or(class.position.line, |element| element.position.line);
        Note::new("", "", What::Xprozess(Remark::OtherInClass(part, text(class, part)))).line(line)
    };
    parts.into_iter().filter(differs).map(note).collect()
}

/// What is read of an element with others in it; `None` if it is read as a whole.
fn read(element: &Element<'_>) -> Option<&'static [&'static str]> {
    let local = element.name.local;
    let specific = local.strip_prefix("spezifischeAttribute").and_then(|number| number.parse::<usize>().ok());
    match specific.and_then(|number| SPECIFIC.get(number.checked_sub(1)?)) {
        Some(read) => Some(read),
        None if local == "spezifischeAttribute" => Some(&[]),
        None => READ.iter().find(|(name, _)| *name == local).map(|(_, read)| *read),
    }
}

/// Whether there is a text in the element or below.
fn says_something(element: &Element<'_>) -> bool {
    let mut open = vec![element];
    while let Some(element) = open.pop() {
        if !element.text().trim().is_empty() {
            return true;
        }
        open.extend(element.elements());
    }
    false
}
