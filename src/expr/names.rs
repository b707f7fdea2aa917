//! Names of FEEL, which may hold spaces and some signs: read against the names that are known, the longest one first.

use super::types::{Fields, Type};
use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

/// The names an expression may use, at any level: fields, and fields of fields. Only names of several words need to be told;
/// a name of one word reads as a name anyway.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Known names by their normal form: one space between words, none around signs.
    several_words: BTreeMap<String, Arc<str>>,
}

impl Names {
    /// No names but those of one word.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a name.
    pub fn insert(&mut self, name: &str) {
        let normal = normal_form(name);
        if normal.contains(|character: char| !is_name_part(character)) {
            self.several_words.insert(normal, Arc::from(name));
        }
    }

    /// Adds the names of all fields, and of the fields within them.
    pub fn insert_fields(&mut self, fields: &Fields) {
        for (name, of) in &fields.entries {
            self.insert(name);
            self.insert_type(of);
        }
    }

    fn insert_type(&mut self, of: &Type) {
        match of {
            Type::List(item) => self.insert_type(item),
            Type::Context(fields) => self.insert_fields(fields),
            _ => {}
        }
    }

    pub(super) fn get(&self, normal: &str) -> Option<&Arc<str>> {
        self.several_words.get(normal)
    }

    /// Whether a known name starts so.
    pub(super) fn has_prefix(&self, prefix: &str) -> bool {
        let mut following = self.several_words.range::<str, _>((Bound::Included(prefix), Bound::Unbounded));
        following.next().is_some_and(|(name, _)| name.starts_with(prefix))
    }
}

impl<S: AsRef<str>> FromIterator<S> for Names {
    fn from_iter<I: IntoIterator<Item = S>>(names: I) -> Self {
        let mut known = Self::new();
        names.into_iter().for_each(|name| known.insert(name.as_ref()));
        known
    }
}

/// One space between words, none around signs.
pub(super) fn normal_form(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let mut space = false;
    for character in name.chars() {
        if is_space(character) {
            space = true;
            continue;
        }
        let between_words = is_name_part(character) && normal.ends_with(is_name_part);
        if space && between_words {
            normal.push(' ');
        }
        space = false;
        normal.push(character);
    }
    normal
}

/// Whether a name may start so (FEEL grammar rule "name start char", without `?`).
pub(super) fn is_name_start(character: char) -> bool {
    character.is_alphabetic()
        || character == '_'
        || matches!(character, '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
            | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
            && !is_space(character)
}

/// Whether a word of a name may go on so (FEEL grammar rule "name part char").
pub(super) fn is_name_part(character: char) -> bool {
    is_name_start(character) || character.is_numeric() || matches!(character, '\u{B7}' | '\u{0300}'..='\u{036F}' | '\u{203F}'..='\u{2040}')
}

/// Whether the sign may stand within a name (FEEL grammar rule "additional name symbols").
pub(super) fn is_name_sign(character: char) -> bool {
    matches!(character, '.' | '/' | '-' | '\'' | '+' | '*')
}

/// White space of FEEL.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{180E}' | '\u{200B}' | '\u{FEFF}')
}
