//! What may follow a value: `.name`, `[filter]`, `(arguments)`, `instance of`.

use super::super::fault::{Expected, SyntaxError, SyntaxFault};
use super::super::tree::{Arguments, Node, NodeKind};
use super::{Parsed, Parser};

impl Parser<'_> {
    /// A value with all that follows it.
    pub(super) fn postfix(&mut self) -> Parsed {
        let value = self.primary()?;
        self.postfix_after(value)
    }

    /// All that follows a value that was read already.
    pub(super) fn postfix_after(&mut self, mut value: Node) -> Parsed {
        loop {
            let start = value.span.start;
            self.cursor.skip_space()?;
            let rest = self.cursor.rest();
            let kind = if rest.starts_with('.') && !rest.starts_with("..") {
                self.path(value)?
            } else if rest.starts_with('[') && !(self.in_range_end && self.bracket_closes_range()?) {
                self.filter(value)?
            } else if rest.starts_with('(') {
                self.cursor.position += 1;
                NodeKind::Call { callee: Box::new(value), arguments: self.arguments()? }
            } else if self.cursor.word() == "instance" && self.take_instance_of()? {
                NodeKind::InstanceOf { value: Box::new(value), of: self.nested(Self::type_name)? }
            } else {
                return Ok(value);
            };
            value = self.node(kind, start)?;
        }
    }

    fn path(&mut self, of: Node) -> Parsed<NodeKind> {
        self.cursor.position += 1;
        self.cursor.skip_space()?;
        let (name, name_span) = self.name_in_path()?;
        Ok(NodeKind::Path { of: Box::new(of), name, name_span })
    }

    fn filter(&mut self, of: Node) -> Parsed<NodeKind> {
        self.cursor.position += 1;
        let condition = self.with_range_end(false, Self::expression)?;
        self.expect("]")?;
        Ok(NodeKind::Filter { of: Box::new(of), condition: Box::new(condition) })
    }

    /// `[1..3[` closes with a bracket that could also open a filter; it closes when nothing that could be a filter follows.
    fn bracket_closes_range(&mut self) -> Parsed<bool> {
        let before = self.cursor.clone();
        self.cursor.position += 1;
        self.cursor.skip_space()?;
        let word = self.cursor.word();
        let after_range = ["and", "or", "then", "else", "return", "satisfies", "in", "instance", "between"];
        let closes = self.cursor.rest().is_empty()
            || self.cursor.rest().starts_with([',', ')', ']', '}', '=', '!', '.'])
            || after_range.contains(&word);
        self.cursor = before;
        Ok(closes)
    }

    fn take_instance_of(&mut self) -> Parsed<bool> {
        let before = self.cursor.clone();
        self.cursor.take_word("instance");
        self.cursor.skip_space()?;
        if self.cursor.take_word("of") {
            return Ok(true);
        }
        self.cursor = before;
        Ok(false)
    }

    /// What stands in the parentheses of a call, after the opening one.
    fn arguments(&mut self) -> Parsed<Arguments> {
        let (mut positional, mut named) = (Vec::new(), Vec::new());
        self.separated(")", |parser| {
            match parser.key()? {
                Some((name, span)) => named.push((name, span, parser.item()?)),
                None => positional.push(parser.item()?),
            }
            Ok(())
        })?;
        match named.first() {
            None => Ok(Arguments::Positional(positional)),
            Some(_) if positional.is_empty() => Ok(Arguments::Named(named)),
            Some((name, span, _)) => {
                let fault = SyntaxFault::Unexpected { expected: Expected::Expression, found: format!("{name}:") };
                Err(SyntaxError { span: *span, fault })
            }
        }
    }
}
