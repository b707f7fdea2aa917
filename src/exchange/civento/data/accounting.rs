//! Whatever of an element is not taken is said to stay in the file.

use super::super::super::xml::Element;
pub(super) use super::super::standard::text_of as text;
use super::{Reading, Remark};
use crate::model::Subject;

/// Attributes that are understood wherever they stand.
const ATTRIBUTES: [&str; 5] = ["Name", "Datentyp", "Id", "Standard", "Schluessel"];

impl Reading<'_> {
    /// Says which of the elements in `element` stay in the file: those that are neither shown nor known to be kept are unknown.
    pub(super) fn account_for(
        &mut self,
        element: &Element<'_>,
        subject: impl Into<Option<Subject>>,
        is_shown: impl Fn(&str) -> bool,
        is_kept: impl Fn(&str) -> bool,
    ) {
        let subject = subject.into();
        let mut kept: Vec<String> = Vec::new();
        for inner in element.elements() {
            let name = inner.name.local;
            if is_shown(name) {
                self.account_for_attributes(inner, subject);
            } else if !is_kept(name) {
                self.say(inner, subject, Remark::UnknownElement(name.to_owned()));
            } else if !kept.iter().any(|known| known == name) {
                kept.push(name.to_owned());
            }
        }
        if !kept.is_empty() {
            self.say(element, subject, Remark::InFileOnly(kept));
        }
    }

    /// Says which attributes are not known.
    pub(super) fn account_for_attributes(&mut self, element: &Element<'_>, subject: Option<Subject>) {
        let unknown = element.attributes.iter().filter(|it| !it.name.prefix.is_empty() || !ATTRIBUTES.contains(&it.name.local));
        let names: Vec<String> = unknown.map(|it| it.name.qualified()).collect();
        names.into_iter().for_each(|name| self.say(element, subject, Remark::UnknownAttribute(name)));
    }
}

/// The words that people read, without blanks around them.
pub(super) fn words(element: &Element<'_>, name: &str) -> String {
    super::super::standard::words_of(element, name).trim().to_owned()
}
