//! What a rule text of a schema may speak of: its fields and groups by FIM id.

use std::collections::BTreeMap;

/// Fields and groups of a schema, as a rule text may name them.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    elements: BTreeMap<String, Element>,
    place: Option<String>,
}

/// A field or group.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// What it is called: its name and, where they differ, its labels.
    pub names: Vec<String>,
    /// What it holds.
    pub holds: Holds,
}

/// What an element holds, as far as rule texts speak of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds {
    /// Other elements: it is a group.
    Elements,
    /// A text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Truth,
    /// One of these codes with their labels; none where the list is not known.
    Codes(Vec<(String, String)>),
    /// A date, a file, anything that rule texts do not compare.
    Other,
}

impl Vocabulary {
    /// Adds an element by its FIM id (`F00000463`), without its version.
    pub fn insert(&mut self, id: &str, element: Element) {
        self.elements.insert(id.to_owned(), element);
    }

    /// Names the field or group to which the rule belongs, which is meant by "dieses Feld" and "diese Gruppe".
    pub fn set_place(&mut self, id: &str) {
        self.place = Some(id.to_owned());
    }

    pub(super) fn place(&self) -> Option<&str> {
        self.place.as_deref()
    }

    pub(super) fn get(&self, id: &str) -> Option<&Element> {
        self.elements.get(id)
    }

    /// The only element of that name; `None` also where there are several.
    pub(super) fn named(&self, name: &str) -> Option<&str> {
        let mut found = self.elements.iter().filter(|(_, element)| element.is_named(name)).map(|(id, _)| id.as_str());
        found.next().filter(|_| found.next().is_none())
    }

    /// Whether another element than this one has that name, and this one has not.
    pub(super) fn is_anothers(&self, id: &str, name: &str) -> bool {
        let is_own = self.get(id).is_some_and(|element| element.is_named(name));
        !is_own && self.elements.values().any(|element| element.is_named(name))
    }
}

impl Element {
    fn is_named(&self, name: &str) -> bool {
        self.names.iter().any(|own| is_same(own, name))
    }

    /// How long the longest of its names is with which the text begins.
    pub(super) fn name_at(&self, text: &str) -> Option<usize> {
        self.names.iter().filter_map(|name| length_at(text, name)).max()
    }
}

/// Whether two names are the same but for case and white space.
pub(super) fn is_same(left: &str, right: &str) -> bool {
    left.split_whitespace().map(str::to_lowercase).eq(right.split_whitespace().map(str::to_lowercase))
}

/// The length of a phrase with which a text begins, case and the amount of white space aside; it must end where a word ends.
pub(super) fn length_at(text: &str, phrase: &str) -> Option<usize> {
    let mut at = 0;
    for word in phrase.split_whitespace() {
        let rest = text.get(at..)?;
        let blank = rest.len() - rest.trim_start().len();
        if at > 0 && blank == 0 {
            return None;
        }
        at += blank;
        for expected in word.chars() {
            let found = text.get(at..)?.chars().next()?;
            if found != expected && !found.to_lowercase().eq(expected.to_lowercase()) {
                return None;
            }
            at += found.len_utf8();
        }
    }
    let goes_on = text.get(at..)?.starts_with(char::is_alphanumeric);
    (at > 0 && !goes_on).then_some(at)
}
