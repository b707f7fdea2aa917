//! What was not understood in typed steps, as a sentence with its line.

use super::Texts;
use crate::edit::{Fault, FaultKind};

impl Texts {
    /// What is wrong in which line, and what to do.
    pub fn outline_fault(&self, fault: &Fault) -> String {
        let key = match &fault.kind {
            FaultKind::NoAnswers => "typed-no-answers",
            FaultKind::NoAnswer => "typed-no-answer",
            FaultKind::SameWay => "typed-same-way",
            FaultKind::NothingInside => "typed-nothing-inside",
            FaultKind::Indented => "typed-indented",
            FaultKind::Unreachable => "typed-unreachable",
            FaultKind::TooDeep => "typed-too-deep",
            FaultKind::UnknownTarget { name } => {
                return self.with("typed-unknown-target", &[("line", fault.line.into()), ("name", name.as_str().into())]);
            }
        };
        self.with(key, &[("line", fault.line.into())])
    }
}
