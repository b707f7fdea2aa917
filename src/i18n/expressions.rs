//! Faults of expressions in words.

use super::Texts;
use crate::expr::{Expected, SyntaxFault};

impl Texts {
    /// Why an expression cannot be read, as a sentence with its remedy.
    pub fn syntax_fault(&self, fault: &SyntaxFault) -> String {
        match fault {
            SyntaxFault::Empty => self.get("expr-empty").to_owned(),
            SyntaxFault::TooLong => self.get("expr-too-long").to_owned(),
            SyntaxFault::TooDeep => self.get("expr-too-deep").to_owned(),
            SyntaxFault::UnclosedText => self.get("expr-unclosed-text").to_owned(),
            SyntaxFault::UnclosedComment => self.get("expr-unclosed-comment").to_owned(),
            SyntaxFault::InvalidEscape(text) => self.with("expr-invalid-escape", &[("text", text.into())]),
            SyntaxFault::InvalidNumber(text) => self.with("expr-invalid-number", &[("text", text.into())]),
            SyntaxFault::Unexpected { expected, found } => {
                let expected = self.expected(*expected);
                self.with("expr-unexpected", &[("expected", expected.as_str().into()), ("found", found.into())])
            }
            SyntaxFault::UnexpectedEnd(expected) => {
                self.with("expr-unexpected-end", &[("expected", self.expected(*expected).as_str().into())])
            }
            SyntaxFault::UnknownWords(words) => self.with("expr-unknown-words", &[("words", words.into())]),
            SyntaxFault::UnknownType(name) => self.with("expr-unknown-type", &[("name", name.into())]),
        }
    }

    fn expected(&self, expected: Expected) -> String {
        match expected {
            Expected::Expression => self.get("expr-expected-value").to_owned(),
            Expected::Operator => self.get("expr-expected-operator").to_owned(),
            Expected::Name => self.get("expr-expected-name").to_owned(),
            Expected::Type => self.get("expr-expected-type").to_owned(),
            Expected::Word(word) => self.with("expr-expected-word", &[("word", word.into())]),
        }
    }
}
