//! Unary tests: what may follow `in`, and the cells of a decision table.

use super::super::tree::{Test, Tests};
use super::operators::Level;
use super::{Parsed, Parser};

impl Parser<'_> {
    /// One test: `< 5`, `not(…)`, or an expression.
    pub(super) fn test(&mut self) -> Parsed<Test> {
        self.test_of(Level::Or)
    }

    /// One test whose expression has operators of at least this rank.
    pub(super) fn test_of(&mut self, lowest: Level) -> Parsed<Test> {
        if let Some(operator) = self.comparison_sign()? {
            let operand = self.nested(|parser| parser.binary(Level::Sum))?;
            return Ok(Test::Compare(operator, operand));
        }
        if let Some(tests) = self.negated_tests(lowest)? {
            return Ok(Test::Not(tests));
        }
        let outer = std::mem::replace(&mut self.uses_input, false);
        let node = self.nested(|parser| parser.binary(lowest))?;
        let uses_input = std::mem::replace(&mut self.uses_input, outer);
        Ok(Test::Expression { node, uses_input })
    }

    /// `not(test, …)` with no operator of the expression after it; `not(a) = b` is an expression. Nothing is passed where there is none.
    fn negated_tests(&mut self, lowest: Level) -> Parsed<Option<Tests>> {
        let before = self.cursor.clone();
        if self.cursor.take_word("not")
            && self.take("(")?
            && let Ok(tests) = self.separated(")", |parser| parser.nested(Self::test))
            && self.operator()?.is_none_or(|(operator, _)| operator.level() < lowest)
        {
            return Ok(Some(Tests { negated: true, tests }));
        }
        self.cursor = before;
        Ok(None)
    }
}
