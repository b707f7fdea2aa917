//! In which order a building block has its parts.

use super::super::super::xml::Draft;
use crate::model::SourceFormat;

/// Of schema, group and field in 2.0.
const ORDER_2: [&str; 25] = [
    "identifikation",
    "name",
    "bezeichnungEingabe",
    "bezeichnungAusgabe",
    "beschreibung",
    "definition",
    "bezug",
    "status",
    "gueltigAb",
    "gueltigBis",
    "fachlicherErsteller",
    "versionshinweis",
    "freigabedatum",
    "veroeffentlichungsdatum",
    "schemaelementart",
    "hilfetext",
    "hilfetextEingabe",
    "hilfetextAusgabe",
    "feldart",
    "datentyp",
    "praezisierung",
    "inhalt",
    "codelisteReferenz",
    "regel",
    "struktur",
];

/// Of schema, group and field in 3.0.0.
const ORDER_3: [&str; 32] = [
    "identifikation",
    "name",
    "beschreibung",
    "definition",
    "bezug",
    "freigabestatus",
    "statusGesetztAm",
    "statusGesetztDurch",
    "versionshinweis",
    "gueltigAb",
    "gueltigBis",
    "veroeffentlichungsdatum",
    "letzteAenderung",
    "bezeichnungEingabe",
    "bezeichnungAusgabe",
    "schemaelementart",
    "hilfetext",
    "hilfetextEingabe",
    "hilfetextAusgabe",
    "feldart",
    "datentyp",
    "praezisierung",
    "inhalt",
    "vorbefuellung",
    "werte",
    "codelisteReferenz",
    "maxSize",
    "mediaType",
    "stichwort",
    "relation",
    "regel",
    "struktur",
];

/// The parts that stand before that one.
pub(super) fn before(format: SourceFormat, name: &str) -> &'static [&'static str] {
    let order = order(format);
    order.iter().position(|other| *other == name).and_then(|at| order.get(..at)).unwrap_or_default()
}

/// Puts the parts of a new block in order.
pub(super) fn sorted(format: SourceFormat, mut parts: Vec<Draft>) -> Vec<Draft> {
    let order = order(format);
    // Positions come last, and those that are taken over from elsewhere have no name.
    let last = order.len().saturating_sub(1);
    parts.sort_by_key(|part| order.iter().position(|name| *name == part.local_name()).unwrap_or(last));
    parts
}

fn order(format: SourceFormat) -> &'static [&'static str] {
    if format == SourceFormat::Xdatenfelder2 { &ORDER_2 } else { &ORDER_3 }
}
