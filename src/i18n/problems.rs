//! Problems in words.

use super::Texts;
use super::texts::Argument;
use crate::check::{Cause, Problem};
use crate::model::{Document, Subject};

impl Texts {
    /// What is wrong and what to do, as one or two sentences that name the element.
    pub fn problem(&self, document: &Document, problem: &Problem) -> String {
        let name = match problem.at.first() {
            Some(Subject::Flow(flow)) => self.way(document, *flow),
            Some(at) => self.name_of(document, *at),
            None => String::new(),
        };
        let mut arguments: Vec<(&str, Argument<'_>)> = vec![("name", Argument::Text(&name))];
        arguments.extend(problem.arguments.iter().map(|(name, value)| (*name, Argument::Text(value))));
        let sentence = self.with(problem.kind, &arguments);
        match &problem.cause {
            None => sentence,
            Some(Cause::Syntax(error)) => format!("{sentence} {}", self.syntax_fault(&error.fault)),
            Some(Cause::Type(fault)) => format!("{sentence} {}", self.type_fault(&fault.kind)),
        }
    }
}
