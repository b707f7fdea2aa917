//! Every step of a library gets an identity that no other has, for as long as the studio works with the file. Files may lack them, or number
//! each workflow anew; what is written has again what was read.

use super::super::xml::{Edits, Element, Fault, read_tolerant};
use super::standard::{LIBRARY, PROCEDURE, WORKFLOWS, is_step};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Signs of which one parts what was added to an identity; the first that the file does not have.
const SIGNS: [char; 4] = ['·', '¬', '¦', '\u{e000}'];

/// A library's text with identities that differ.
pub(super) struct Marked<'t> {
    /// The text to be read.
    pub text: Cow<'t, str>,
    /// Identities that were given, each with what stood in its place; nothing if there was no such attribute.
    given: BTreeMap<String, Option<String>>,
}

/// The text in which every step has an identity of its own.
///
/// # Errors
/// It is no XML, even where the illegal prefix is let pass.
pub(super) fn marked(text: &str) -> Result<Marked<'_>, Fault> {
    let root = read_tolerant(text)?;
    let sign = SIGNS.into_iter().find(|sign| !text.contains(*sign)).unwrap_or('\u{e001}');
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut given = BTreeMap::new();
    let mut edits = Edits::new(text);
    let mut again: BTreeMap<String, usize> = BTreeMap::new();
    for element in steps(&root) {
        let own = element.attributes.iter().find(|it| it.name.prefix.is_empty() && it.name.local == "Id");
        let said = own.map(|it| it.value.trim()).filter(|id| !id.is_empty());
        if said.is_some_and(|id| taken.insert(id.to_owned())) {
            continue;
        }
        let base = said.map_or_else(|| format!("Zeile{sign}{}", element.position.line), str::to_owned);
        let number = again.entry(base.clone()).or_insert(usize::from(said.is_some()));
        *number += 1;
        let id = if *number == 1 { base } else { format!("{base}{sign}{number}") };
        let was = own.map(|it| text.get(it.place.clone()).unwrap_or_default().to_owned());
        match own {
            Some(attribute) => edits.set_value(attribute, &id),
            None => edits.add_attribute(element, "Id", &id),
        }
        given.insert(id, was);
    }
    Ok(Marked { text: if edits.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(edits.finish()) }, given })
}

/// What needs an identity, in the order of the file.
fn steps<'e, 't>(root: &'e Element<'t>) -> Vec<&'e Element<'t>> {
    let workflows = (root.name.local == LIBRARY).then(|| root.all(PROCEDURE).flat_map(Element::elements));
    let workflows = workflows.into_iter().flatten().filter(|it| WORKFLOWS.contains(&it.name.local));
    let mut open: Vec<&Element<'_>> = workflows.collect();
    open.reverse();
    let mut found = Vec::new();
    while let Some(element) = open.pop() {
        let name = element.name.local;
        let is_meant = is_step(name) || WORKFLOWS.contains(&name) || matches!(name, "Startelement" | "Entscheidungszweig");
        if is_meant || element.attribute("Id").is_some() || element.first("Active").is_some() {
            found.push(element);
        }
        // Elements of forms have identities of their own.
        open.extend(element.elements().rev().filter(|inner| inner.name.local != "DynamischesFormular"));
    }
    found
}

impl Marked<'_> {
    /// The text without the identities that were given.
    pub fn without(&self, text: String) -> String {
        if self.given.is_empty() {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some(at) = rest.find("Id=") {
            let value = at + "Id=\"".len();
            let mark = rest.get(at + 3..value).unwrap_or_default();
            let behind = rest.get(value..).unwrap_or_default();
            let length = if matches!(mark, "\"" | "'") { behind.find(mark).unwrap_or(0) } else { 0 };
            let Some(was) = behind.get(..length).and_then(|id| self.given.get(id)) else {
                let next = at + "Id=".len();
                out.push_str(rest.get(..next).unwrap_or_default());
                rest = rest.get(next..).unwrap_or_default();
                continue;
            };
            let before = rest.get(..at).unwrap_or_default();
            match was {
                Some(was) => out.extend([before, "Id=", mark, was, mark]),
                None => out.push_str(before.strip_suffix(' ').unwrap_or(before)),
            }
            rest = behind.get(length + 1..).unwrap_or_default();
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library(inside: &str) -> String {
        format!("<Bibliothek><Vorgang>{inside}</Vorgang></Bibliothek>")
    }

    #[test]
    fn every_step_gets_an_identity_and_loses_it_again() {
        let text = library(
            "<AdHocWorkflow Id='1'><Startelement  Id='1'><Active/><Schleife Id=''><Neu><Active/></Neu></Schleife></Startelement></AdHocWorkflow>\
             <AdHocWorkflow><Startelement Id=\"1\"/></AdHocWorkflow>",
        );
        let marked = marked(&text).unwrap();
        let ids: Vec<&str> =
            marked.text.split("Id=").skip(1).map(|rest| rest.get(1..).unwrap().split(['"', '\'']).next().unwrap()).collect();
        assert_eq!(ids, ["1", "1·2", "Zeile·1", "Zeile·1·2", "Zeile·1·3", "1·3"]);
        assert_eq!(marked.without(marked.text.to_string()), text);
    }

    #[test]
    fn a_file_whose_steps_differ_stays_as_it_is() {
        let text = library("<AdHocWorkflow Id='1'><Startelement Id='2'/></AdHocWorkflow>");
        let marked = marked(&text).unwrap();
        assert!(matches!(marked.text, Cow::Borrowed(_)));
        assert_eq!(marked.without("Id=\"1\"".to_owned()), "Id=\"1\"");
    }
}
