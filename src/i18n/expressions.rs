//! Faults of expressions in words.

use super::Texts;
use crate::expr::{Expected, Kind, Kinds, SyntaxFault, Type, TypeFaultKind};

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

    /// Why an expression does not fit the declared data, as a sentence with its remedy.
    pub fn type_fault(&self, fault: &TypeFaultKind) -> String {
        match fault {
            TypeFaultKind::UnknownName { name, suggestion } | TypeFaultKind::UnknownEntry { name, suggestion } => {
                self.unknown_name(name, suggestion.as_deref())
            }
            TypeFaultKind::UnknownFunction { name, suggestion } => self.meant("expr-unknown-function", name, suggestion.as_deref()),
            TypeFaultKind::UnknownParameter { name, suggestion, .. } => self.meant("expr-unknown-parameter", name, suggestion.as_deref()),
            TypeFaultKind::UnknownCode { code, suggestion } => self.meant("expr-unknown-code", code, suggestion.as_deref()),
            TypeFaultKind::NoProperty { name, of } => {
                self.with("expr-no-property", &[("name", name.as_ref().into()), ("type", self.type_name(of).into())])
            }
            TypeFaultKind::NotAFunction(of) => self.with("expr-not-a-function", &[("type", self.type_name(of).into())]),
            TypeFaultKind::ArgumentCount { function, given, least, .. } => self
                .with("expr-argument-count", &[("function", (*function).into()), ("given", (*given).into()), ("least", (*least).into())]),
            TypeFaultKind::WrongArgument { function, expected, given, .. } => {
                let expected = self.kind_names(*expected);
                let given = self.type_name(given);
                self.with(
                    "expr-wrong-argument",
                    &[("function", (*function).into()), ("expected", (&expected).into()), ("given", given.into())],
                )
            }
            TypeFaultKind::UnlikeOperands { operator, left, right } => {
                let (left, right) = (self.type_name(left), self.type_name(right));
                self.with("expr-unlike", &[("operator", (*operator).into()), ("left", left.into()), ("right", right.into())])
            }
            TypeFaultKind::ComparedWithNull { operator } => self.with("expr-compared-with-null", &[("operator", (*operator).into())]),
            TypeFaultKind::NotBoolean(of) => self.with("expr-not-boolean", &[("type", self.type_name(of).into())]),
            TypeFaultKind::UnexpectedType { expected, found } => {
                let (expected, found) = (self.type_name(expected), self.type_name(found));
                self.with("expr-unexpected-type", &[("expected", expected.into()), ("found", found.into())])
            }
            TypeFaultKind::NotIterable(of) => self.with("expr-not-iterable", &[("type", self.type_name(of).into())]),
            TypeFaultKind::UnreadableLiteral(text) => self.with("expr-unreadable-literal", &[("text", text.as_ref().into())]),
            TypeFaultKind::DoubleEntry(name) => self.with("expr-double-entry", &[("name", name.as_ref().into())]),
        }
    }

    /// A sentence about a name that is not known, and what could be meant.
    fn meant(&self, key: &str, name: &str, suggestion: Option<&str>) -> String {
        let sentence = self.with(key, &[("name", name.into())]);
        match suggestion {
            Some(meant) => format!("{sentence} {}", self.with("expr-meant", &[("meant", meant.into())])),
            None => sentence,
        }
    }

    /// What a type of values is called.
    pub fn type_name(&self, of: &Type) -> &str {
        self.get(match of {
            Type::Any => "expr-type-any",
            Type::Null => "expr-type-null",
            Type::Boolean => "expr-type-boolean",
            Type::Number => "expr-type-number",
            Type::Text => "expr-type-text",
            Type::Choice(_) => "expr-type-choice",
            Type::Date => "expr-type-date",
            Type::Time => "expr-type-time",
            Type::DateTime => "expr-type-date-time",
            Type::DayTimeDuration | Type::YearMonthDuration => "expr-type-duration",
            Type::List(_) => "expr-type-list",
            Type::Context(_) => "expr-type-context",
            Type::Range(_) => "expr-type-range",
            Type::Function(_) => "expr-type-function",
        })
    }

    fn kind_names(&self, kinds: Kinds) -> String {
        let name = |kind: Kind| {
            self.get(match kind {
                Kind::Null => "expr-type-null",
                Kind::Boolean => "expr-type-boolean",
                Kind::Number => "expr-type-number",
                Kind::Text => "expr-type-text",
                Kind::Date => "expr-type-date",
                Kind::Time => "expr-type-time",
                Kind::DateTime => "expr-type-date-time",
                Kind::DayTimeDuration | Kind::YearMonthDuration => "expr-type-duration",
                Kind::List => "expr-type-list",
                Kind::Context => "expr-type-context",
                Kind::Range => "expr-type-range",
                Kind::Function => "expr-type-function",
            })
        };
        let mut names: Vec<&str> = kinds.iter().filter(|kind| *kind != Kind::Null).map(name).collect();
        names.dedup();
        names.join(self.get("expr-or"))
    }
}
