//! The only place that writes to the terminal.

use crate::i18n::Texts;
use serde_json::Value;
use std::io::Write;

/// Where answers go, and in which form.
pub(super) struct Output<'a> {
    /// Texts in the user's language.
    pub texts: &'a Texts,
    /// Whether answers are for machines.
    pub is_json: bool,
}

impl<'a> Output<'a> {
    /// Answers in these texts, or in JSON.
    pub fn new(texts: &'a Texts, is_json: bool) -> Self {
        Self { texts, is_json }
    }

    /// A line for people; nothing where answers are for machines.
    pub fn line(&self, line: &str) {
        if !self.is_json {
            write(&format!("{line}\n"));
        }
    }

    /// The whole answer for machines; nothing where answers are for people.
    pub fn json(&self, answer: &Value) {
        if self.is_json {
            write(&format!("{answer:#}\n"));
        }
    }

    /// Why something could not be done: for people a sentence on standard error, for machines an object.
    pub fn fault(&self, sentence: &str) {
        if self.is_json {
            self.json(&serde_json::json!({ "error": sentence }));
        }
        write_fault(sentence);
    }
}

/// Writes to standard output. Where nobody reads it any more, nothing is left to do.
pub(super) fn write(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Writes a line to standard error.
pub(super) fn write_fault(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
