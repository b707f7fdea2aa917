//! Forms that start with a word: `if`, `for`, `some`, `every`, `function`.

use super::super::fault::Expected;
use super::super::tree::{Iterator, Lambda, NodeKind};
use super::super::types::Type;
use super::operators::Level;
use super::{Parsed, Parser};
use std::sync::Arc;

impl Parser<'_> {
    /// The form that is next; nothing is passed where there is none.
    pub(super) fn form(&mut self, start: usize) -> Parsed<Option<super::Node>> {
        let before = self.cursor.clone();
        let word = self.cursor.word();
        self.cursor.position += word.len();
        let kind = match word {
            "if" => self.condition()?,
            "for" => NodeKind::For { iterators: self.iterators("return")?, body: Box::new(self.expression()?) },
            "some" | "every" => NodeKind::Quantified {
                every: word == "every",
                iterators: self.iterators("satisfies")?,
                condition: Box::new(self.expression()?),
            },
            "function" if self.take("(")? => self.lambda()?,
            _ => {
                self.cursor = before;
                return Ok(None);
            }
        };
        self.node(kind, start).map(Some)
    }

    fn condition(&mut self) -> Parsed<NodeKind> {
        let condition = Box::new(self.expression()?);
        self.expect_word("then")?;
        let then = Box::new(self.expression()?);
        self.expect_word("else")?;
        Ok(NodeKind::If { condition, then, otherwise: Box::new(self.expression()?) })
    }

    /// `x in xs, y in 1..3` and the closing word.
    fn iterators(&mut self, close: &'static str) -> Parsed<Vec<Iterator>> {
        let mut iterators = Vec::new();
        loop {
            let name = self.new_name(&["in"])?;
            self.expect_word("in")?;
            let source = self.nested(|parser| parser.binary(Level::Comparison))?;
            let end = if self.take("..")? { Some(self.nested(|parser| parser.binary(Level::Sum))?) } else { None };
            iterators.push(Iterator { name, source, end });
            if !self.take(",")? {
                self.expect_word(close)?;
                return Ok(iterators);
            }
        }
    }

    /// A function literal after its opening parenthesis.
    fn lambda(&mut self) -> Parsed<NodeKind> {
        let parameters = self.separated(")", |parser| {
            let name = parser.new_name(&[":", ",", ")"])?;
            let of = if parser.take(":")? { parser.type_name()? } else { Type::Any };
            Ok((name, of))
        })?;
        self.cursor.skip_space()?;
        if self.cursor.word() == "external" {
            return Err(self.cursor.unexpected(Expected::Expression));
        }
        let body = self.expression()?;
        Ok(NodeKind::Lambda(Arc::new(Lambda { parameters, body })))
    }
}
