//! What a schema must have, and what it has beside that.

use super::super::{Note, Unfit, What};
use super::standard::Block;
use crate::exchange::xml::Element;
use std::collections::BTreeSet;

/// What may stand once in identification, schema, group or field.
const ONCE: [&str; 9] = ["id", "version", "identifikation", "name", "feldart", "datentyp", "anzahl", "enthaelt", "bezeichnungEingabe"];

/// All elements of both versions, for telling others.
const KNOWN: [&str; 71] = [
    "identifikation",
    "id",
    "version",
    "name",
    "bezeichnungEingabe",
    "bezeichnungAusgabe",
    "beschreibung",
    "definition",
    "bezug",
    "status",
    "freigabestatus",
    "statusGesetztAm",
    "statusGesetztDurch",
    "letzteAenderung",
    "gueltigAb",
    "gueltigBis",
    "fachlicherErsteller",
    "versionshinweis",
    "freigabedatum",
    "veroeffentlichungsdatum",
    "hilfetext",
    "hilfetextEingabe",
    "hilfetextAusgabe",
    "ableitungsmodifikationenStruktur",
    "ableitungsmodifikationenRepraesentation",
    "schemaelementart",
    "regel",
    "script",
    "skript",
    "freitextRegel",
    "typ",
    "fehler",
    "param",
    "ziel",
    "struktur",
    "anzahl",
    "enthaelt",
    "datenfeld",
    "datenfeldgruppe",
    "feldart",
    "datentyp",
    "praezisierung",
    "inhalt",
    "vorbefuellung",
    "codelisteReferenz",
    "genericodeIdentification",
    "canonicalIdentification",
    "canonicalVersionUri",
    "code",
    "werte",
    "wert",
    "hilfe",
    "codeKey",
    "nameKey",
    "helpKey",
    "maxSize",
    "mediaType",
    "stichwort",
    "relation",
    "praedikat",
    "objekt",
    "dokumentsteckbrief",
    "isReferenz",
    "dokumentart",
    "stammdatenschema",
    "art",
    "listURI",
    "listVersionID",
    "mussFeld",
    "gruppenart",
    "repraesentation",
];

/// What may stand several times in one element; everything else once.
const MANY: [&str; 11] =
    ["bezug", "regel", "struktur", "stichwort", "relation", "mediaType", "wert", "param", "ziel", "fehler", "dokumentsteckbrief"];

/// Refuses a schema that lacks what tells it from others, or says it twice.
pub(super) fn demand(schema: Block<'_>) -> Result<(), Unfit> {
    let line = schema.0.position.line;
    let identification = schema.0.first("identifikation").ok_or(Unfit::Missing { name: "identifikation", line })?;
    if schema.id().is_empty() {
        return Err(Unfit::Missing { name: "id", line: identification.position.line });
    }
    if schema.name().is_empty() {
        return Err(Unfit::Missing { name: "name", line });
    }
    for element in everything(schema.0) {
        let mut seen: Vec<&str> = Vec::new();
        for inner in element.elements().filter(|inner| ONCE.contains(&inner.name.local)) {
            if seen.contains(&inner.name.local) {
                return Err(Unfit::Twice { name: inner.name.local.to_owned(), line: inner.position.line });
            }
            seen.push(inner.name.local);
        }
    }
    Ok(())
}

/// Names elements that the standard does not have, and those that stand twice.
pub(super) fn unknown(schema: Block<'_>, notes: &mut Vec<Note>) {
    let mut say = |what| notes.push(Note::new(&schema.id(), &schema.name(), what));
    for element in everything(schema.0) {
        let mut seen = BTreeSet::new();
        for inner in element.elements() {
            let (name, line) = (inner.name.local, inner.position.line);
            if !KNOWN.contains(&name) {
                say(What::UnknownElement { name: name.to_owned(), line });
            } else if !seen.insert(name) && !MANY.contains(&name) {
                say(What::Twice { name: name.to_owned(), line });
            }
        }
    }
}

/// Whether there is something of which the document keeps nothing but the file.
pub(super) fn has_more(schema: Block<'_>) -> bool {
    let kept = [
        "bezeichnungAusgabe",
        "hilfetextAusgabe",
        "status",
        "freigabestatus",
        "gueltigAb",
        "versionshinweis",
        "relation",
        "dokumentsteckbrief",
    ];
    everything(schema.0).any(|element| kept.contains(&element.name.local) && !(element.content.is_empty()))
}

/// The element and all elements in it, in the order of the text.
fn everything<'a>(root: &'a Element<'a>) -> impl Iterator<Item = &'a Element<'a>> {
    let mut open = vec![root];
    std::iter::from_fn(move || {
        let element = open.pop()?;
        open.extend(element.elements().rev());
        Some(element)
    })
}
