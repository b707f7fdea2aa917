//! Reads the German sentences in which FIM states its rules.
//!
//! XDatenfelder holds a rule as prose ("Wenn Feld F00000463 … = 009 …, dann muss das Feld F00000601 … befüllt werden"); its script is empty.
//! [`read`] proposes what such a text means where it has one of the patterns of FIM's rules: *if a code is chosen (or not), something must
//! be filled in (or must not)*; *if something is filled in, something else must be (or must not)*; *at least one of several*; *either one
//! or the other*; *a partial date must be possible*. The proposal is for a person to confirm.
//!
//! The reader knows a grammar of words and their order, not a list of texts, and forgives what rule texts get wrong: quotation marks too
//! many or too few, missing commas, names that are left out or out of date. It never guesses at meaning: a word that it does not know, or a
//! sentence that can be meant two ways, makes it give up and say where ([`Unread`]); the rule then stays text.

mod clause;
mod condition;
mod date;
mod demand;
mod merge;
mod sentence;
mod subject;
#[cfg(test)]
mod tests;
mod token;
mod value;
mod vocabulary;
mod words;

pub use vocabulary::{Element, Holds, Vocabulary};

use super::Condition;
use crate::model::Consequence;
use std::ops::Range;

/// What a rule text means.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// When it applies; the paths are FIM ids of fields and groups.
    pub when: Condition,
    /// What follows.
    pub then: Consequence,
    /// FIM ids of what it is about; of [`Consequence::ValidPartialDate`] day, month and year in this order.
    pub targets: Vec<String>,
    /// What in the text does not agree with the schema.
    pub doubts: Vec<Doubt>,
}

/// Where a text and its schema differ. The text is taken at its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The text gives an element a name that it has not.
    Name {
        /// FIM id of the element.
        id: String,
        /// The name in the text.
        said: String,
    },
    /// The text names a code that the field's list has not.
    Code {
        /// FIM id of the field.
        id: String,
        /// The code in the text.
        code: String,
        /// A code of the list whose label is like the one in the text.
        meant: Option<String>,
    },
    /// The text gives a code a label that it has not.
    Label {
        /// The code.
        code: String,
        /// The label in the text.
        said: String,
    },
}

/// A text whose meaning was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Where, in bytes of the text.
    pub at: Range<usize>,
    /// Why.
    pub why: Why,
}

/// Why a text was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// There is no text.
    Empty,
    /// Words or signs outside the patterns.
    NotUnderstood,
    /// It can be meant in more than one way.
    Ambiguous,
    /// It names a field or group that the schema has not.
    UnknownElement,
    /// The name that stands with an id, or the label with a code, is that of another.
    NameOfAnother,
    /// It names a value that the field's list has not.
    UnknownValue,
    /// It demands nothing.
    NoDemand,
}

/// Proposes what a rule text means: one rule for each of its demands, at least one.
///
/// # Errors
/// The first place that is not understood. Then no part of the text is proposed.
pub fn read(text: &str, vocabulary: &Vocabulary) -> Result<Vec<Proposal>, Unread> {
    let tokens = token::tokens(text, vocabulary)?;
    let (statements, doubts) = sentence::statements(text, vocabulary, tokens)?;
    merge::proposals(statements, &doubts)
}
