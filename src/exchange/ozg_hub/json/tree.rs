//! The tree: values with where they stand in the text.

use std::ops::Range;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Json {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes of the text.
    pub place: Range<usize>,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Kind {
    Null,
    Truth(bool),
    /// As it is written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) struct Member {
    pub key: String,
    /// Where its key begins.
    pub start: usize,
    pub value: Json,
}

impl Json {
    /// The member of that key, the last if there are several.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.kind {
            Kind::Object(members) => members.iter().rev().find(|member| member.key == key).map(|member| &member.value),
            _ => None,
        }
    }

    /// What is in a list; nothing for what is none.
    pub fn items(&self) -> &[Self] {
        match &self.kind {
            Kind::List(items) => items,
            _ => &[],
        }
    }

    /// What is in the list of that key.
    pub fn list(&self, key: &str) -> &[Self] {
        self.get(key).map_or(&[], Self::items)
    }

    /// Its members in order; nothing for what is no object.
    pub fn members(&self) -> &[Member] {
        match &self.kind {
            Kind::Object(members) => members,
            _ => &[],
        }
    }

    /// Its text, also of numbers and truths: files are not always strict about them.
    pub fn as_text(&self) -> Option<String> {
        match &self.kind {
            Kind::Text(text) | Kind::Number(text) => Some(text.clone()),
            Kind::Truth(truth) => Some(truth.to_string()),
            _ => None,
        }
    }

    /// The text of the member of that key; empty if there is none.
    pub fn text(&self, key: &str) -> String {
        self.get(key).and_then(Self::as_text).unwrap_or_default()
    }

    /// Whether the member of that key says yes.
    pub fn is_true(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| match &value.kind {
            Kind::Truth(truth) => *truth,
            Kind::Text(text) => text == "true",
            _ => false,
        })
    }

    /// Whether it is a list or an object.
    pub fn is_nested(&self) -> bool {
        matches!(self.kind, Kind::List(_) | Kind::Object(_))
    }
}

/// The line of a place in a text, counted from 1.
pub(in super::super) fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
