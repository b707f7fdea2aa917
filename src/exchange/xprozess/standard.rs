//! What `XProzess` 2.0 calls its parts, and how values are read from them.

use super::super::xml::Element;
use crate::model::FimLink;

/// The namespace of version 2.0.
pub(super) const NAMESPACE: &str = "http://www.regierung-mv.de/xprozess/2";

/// A code list of `XProzess`: its name and the version that is written.
pub(super) struct List(pub &'static str, pub &'static str);

pub(super) const NACHRICHT: List = List("urn:xoev-de:xprozess:codeliste:nachricht", "1.0");
pub(super) const KIND_OF_LAW: List = List("urn:xoev-de:mv:em:codeliste:xprozess:handlungsgrundlagenart", "2019-04-16");
pub(super) const PURPOSE: List = List("urn:xoev-de:xprozess:codeliste:zwecksetzung", "2020-01-20");
pub(super) const GOAL: List = List("urn:xoev-de:xprozess:codeliste:operativesziel", "2019-08-05");
pub(super) const FORM_OF_ACTION: List = List("urn:xoev-de:xprozess:codeliste:handlungsform", "2019-08-05");
pub(super) const KIND_OF_PROCEDURE: List = List("urn:xoev-de:xprozess:codeliste:verfahrensart", "2019-08-05");
pub(super) const ROLE: List = List("urn:xoev-de:xprozess:codeliste:prozessrolle", "2019-08-05");
pub(super) const LEVEL: List = List("urn:xoev-de:xprozess:codeliste:detaillierungsstufe", "2022-03-15");
pub(super) const STATUS: List = List("urn:xoev-de:xprozess:codeliste:status", "2020-03-19");
pub(super) const METHOD: List = List("urn:xoev-de:xprozess:codeliste:modellierungsmethode", "2019-08-05");
pub(super) const MIME_TYPE: List = List("urn:xoev-de:xprozess:codeliste:mimetype", "2020-01-20");
pub(super) const ACTIVITY_GROUP: List = List("urn:xoev-de:xprozess:codeliste:referenzaktivitaetengruppe", "2019-08-07");
pub(super) const TRANSFER: List = List("urn:xoev-de:xprozess:codeliste:uebermittlungsart", "2019-08-05");

/// The element of group 3, 5, 6 or 7 that holds codes, and its list.
pub(super) fn codes_of(group: u8) -> Option<(&'static str, List)> {
    Some(match group {
        3 => ("formellePruefung", List("urn:xoev-de:xprozess:codeliste:formellepruefung", "2019-08-05")),
        5 => ("entscheidungsart", List("urn:xoev-de:xprozess:codeliste:entscheidungsart", "2019-08-05")),
        6 => ("bearbeitungsart", List("urn:xoev-de:xprozess:codeliste:bearbeitungsart", "2019-08-05")),
        7 => ("beteiligungsform", List("urn:xoev-de:xprozess:codeliste:beteiligungsform", "2019-08-05")),
        _ => return None,
    })
}

/// The element of group 4, 5 or 8 that holds a text.
pub(super) fn text_of_group(group: u8) -> Option<&'static str> {
    match group {
        4 | 5 => Some("hilfsmittel"),
        8 => Some("beschreibung"),
        _ => None,
    }
}

/// Whether a file with this outermost element is `XProzess`, of whatever version.
pub(in crate::exchange) fn is_xprozess(root: &Element<'_>) -> bool {
    root.name.namespace.to_ascii_lowercase().contains("xprozess")
}

/// The text of the first element of that name, without blanks around it; empty if there is none.
pub(super) fn text(parent: &Element<'_>, local: &str) -> String {
    parent.first(local).map(|element| element.text().trim().to_owned()).unwrap_or_default()
}

/// The code that the first element of that name holds.
pub(super) fn code(parent: &Element<'_>, local: &str) -> String {
    parent.first(local).map(code_in).unwrap_or_default()
}

/// The code in an element: in a `code` of its own, or as its text.
pub(super) fn code_in(element: &Element<'_>) -> String {
    element.first("code").map_or_else(|| element.text().trim().to_owned(), |code| code.text().trim().to_owned())
}

/// What an Auslöser or Ergebnis names.
pub(super) fn occasion(element: &Element<'_>) -> FimLink {
    let form = text(element, "formularID");
    let process = text(element, "prozessID");
    if !form.is_empty() {
        FimLink::Form(form)
    } else if !process.is_empty() {
        FimLink::Process(process)
    } else {
        FimLink::Words(text(element, "text"))
    }
}

/// The first element with that name anywhere below, level by level.
pub(super) fn find<'a>(root: &'a Element<'a>, local: &str) -> Option<&'a Element<'a>> {
    let mut level = vec![root];
    while !level.is_empty() {
        if let Some(found) = level.iter().find(|element| element.name.local == local) {
            return Some(found);
        }
        level = level.into_iter().flat_map(Element::elements).collect();
    }
    None
}

/// A version with two digits a part, as FIM writes it, as a semantic version: `01.00.00` is `1.0.0`.
pub(super) fn semantic(version: &str) -> Option<String> {
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let part = |at: usize| parts.get(at).copied().unwrap_or(0);
    (parts.len() <= 3).then(|| format!("{}.{}.{}", part(0), part(1), part(2)))
}

/// A semantic version as FIM writes it.
pub(super) fn written_version(version: &str) -> String {
    let parts: Option<Vec<u32>> = version.split('.').map(|part| part.parse().ok()).collect();
    parts.map_or_else(|| version.to_owned(), |parts| parts.iter().map(|part| format!("{part:02}")).collect::<Vec<_>>().join("."))
}
