//! Values that stand by themselves: literals, names, lists, contexts, ranges, parentheses.

use super::super::builtin;
use super::super::fault::Expected;
use super::super::span::Span;
use super::super::temporal::{Date, DateTime, DayTimeDuration, Time, YearMonthDuration};
use super::super::tree::{Entry, Node, NodeKind};
use super::super::value::Value;
use super::operators::Level;
use super::{Parsed, Parser};
use std::sync::Arc;

impl Parser<'_> {
    /// A value without what may follow it.
    pub(super) fn primary(&mut self) -> Parsed {
        let start = self.start()?;
        let rest = self.cursor.rest();
        match self.cursor.peek() {
            Some('"') => {
                let text = self.cursor.quoted()?;
                self.node(NodeKind::Literal(Value::from(text)), start)
            }
            Some('@') => self.at_literal(start),
            Some('(') => self.parentheses(start),
            Some('[') => self.list_or_range(start),
            Some(']') => {
                self.cursor.position += 1;
                let first = self.nested(|parser| parser.binary(Level::Sum))?;
                self.range_after(first, start, false)
            }
            Some('{') => self.context(start),
            Some('?') => {
                self.cursor.position += 1;
                self.uses_input = true;
                self.node(NodeKind::Name(Arc::from("?"), None), start)
            }
            Some(first) if first.is_ascii_digit() || (first == '.' && followed_by_digit(rest)) => {
                let number = self.cursor.number()?;
                self.node(NodeKind::Literal(Value::Number(number)), start)
            }
            _ => self.word(start),
        }
    }

    fn word(&mut self, start: usize) -> Parsed {
        if let Some(form) = self.form(start)? {
            return Ok(form);
        }
        let literal = match self.cursor.word() {
            "null" => Some(Value::Null),
            "true" => Some(Value::Boolean(true)),
            "false" => Some(Value::Boolean(false)),
            _ => None,
        };
        let (name, _) = self.name()?;
        match literal {
            Some(value) if matches!(name.as_ref(), "null" | "true" | "false") => self.node(NodeKind::Literal(value), start),
            _ => {
                let found = builtin::find(&name);
                self.node(NodeKind::Name(name, found), start)
            }
        }
    }

    /// `@"2026-09-01"` and its like.
    fn at_literal(&mut self, start: usize) -> Parsed {
        self.cursor.position += 1;
        self.cursor.skip_space()?;
        if self.cursor.peek() != Some('"') {
            return Err(self.cursor.unexpected(Expected::Word("\"")));
        }
        let text = self.cursor.quoted()?;
        let kind = read_temporal(&text).map_or_else(|| NodeKind::Unreadable(Arc::from(text.as_str())), NodeKind::Literal);
        self.node(kind, start)
    }

    /// `(a)`, or the range `(a..b)`.
    fn parentheses(&mut self, start: usize) -> Parsed {
        self.cursor.position += 1;
        if let Some(first) = self.missing_end(&[".."])? {
            return self.range_after(first, start, false);
        }
        let first = self.with_range_end(false, Self::item)?;
        self.cursor.skip_space()?;
        if self.cursor.rest().starts_with("..") {
            return self.range_after(first, start, false);
        }
        self.expect(")")?;
        Ok(Node { span: Span::new(start, self.cursor.position), ..first })
    }

    /// `[a, b]`, or the range `[a..b]`.
    fn list_or_range(&mut self, start: usize) -> Parsed {
        self.cursor.position += 1;
        if self.take("]")? {
            return self.node(NodeKind::List(Vec::new()), start);
        }
        let first = self.with_range_end(false, Self::item)?;
        self.cursor.skip_space()?;
        if self.cursor.rest().starts_with("..") {
            return self.range_after(first, start, true);
        }
        let mut items = vec![first];
        if self.take(",")? {
            items.extend(self.separated("]", Self::item)?);
        } else {
            self.expect("]")?;
        }
        self.node(NodeKind::List(items), start)
    }

    /// The rest of a range after its lower end.
    pub(super) fn range_after(&mut self, first: Node, start: usize, start_included: bool) -> Parsed {
        self.expect("..")?;
        let end = match self.missing_end(&[")", "["])? {
            Some(end) => end,
            None => self.with_range_end(true, |parser| parser.nested(|parser| parser.binary(Level::Sum)))?,
        };
        self.cursor.skip_space()?;
        let end_included = self.cursor.take("]");
        if !end_included && !self.cursor.take(")") && !self.cursor.take("[") {
            return Err(self.missing(Expected::Word("]")));
        }
        self.node(NodeKind::Range { start: Box::new(first), end: Box::new(end), start_included, end_included }, start)
    }

    /// A null for an end of a range that is left out, where that is allowed and one of the signs follows.
    fn missing_end(&mut self, signs: &[&str]) -> Parsed<Option<Node>> {
        let start = self.start()?;
        let missing = self.ends_may_lack && signs.iter().any(|sign| self.cursor.rest().starts_with(sign));
        if missing { self.node(NodeKind::Literal(Value::Null), start).map(Some) } else { Ok(None) }
    }

    fn context(&mut self, start: usize) -> Parsed {
        self.cursor.position += 1;
        let entries = self.separated("}", |parser| {
            let Some((name, name_span)) = parser.key()? else {
                return Err(parser.cursor.unexpected(Expected::Name));
            };
            Ok(Entry { name, name_span, value: parser.item()? })
        })?;
        self.node(NodeKind::Context(entries), start)
    }
}

fn followed_by_digit(rest: &str) -> bool {
    rest.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

/// Reads a date, time or duration from any of their text forms.
pub(in super::super) fn read_temporal(text: &str) -> Option<Value> {
    Date::read(text)
        .map(Value::from)
        .or_else(|| DateTime::read(text).map(Value::from))
        .or_else(|| Time::read(text).map(Value::from))
        .or_else(|| YearMonthDuration::read(text).map(Value::from))
        .or_else(|| DayTimeDuration::read(text).map(Value::from))
}
