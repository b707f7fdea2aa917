//! A problem: what is wrong, how badly, where, and the command that mends it.

use crate::edit::Command;
use crate::expr::{SyntaxError, TypeFault};
use crate::model::Subject;
use crate::sim::soundness::Counterexample;
use std::sync::Arc;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Good to know.
    Hint,
    /// Probably not meant so.
    Warning,
    /// The procedure cannot be released with it.
    Error,
}

/// Something wrong with a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Key of its sentence in `assets/texts/*/check.ftl`; names the kind of problem: `check-no-end`.
    pub kind: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The elements involved; the first is where to jump.
    pub at: Vec<Subject>,
    /// The property of the first element that is at fault, for jumping to its field.
    pub aspect: Option<Aspect>,
    /// Arguments of the sentence by name, such as the text of a condition.
    pub arguments: Vec<(&'static str, String)>,
    /// What is wrong inside an expression; its sentence follows the problem's own.
    pub cause: Option<Cause>,
    /// The change that mends it.
    pub fix: Option<Fix>,
    /// A run that shows it, to be played.
    pub counterexample: Option<Arc<Counterexample>>,
}

/// What is wrong inside an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// It cannot be read.
    Syntax(SyntaxError),
    /// It does not fit the declared data.
    Type(TypeFault),
}

/// A change that mends a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// Key of the button's text in `check.ftl`.
    pub label: &'static str,
    /// The change.
    pub command: Command,
}

/// A property of an element, as the inspector shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each variant names the property")]
pub enum Aspect {
    Name,
    Key,
    Version,
    Role,
    Form,
    Due,
    Effort,
    Fee,
    LegalBasis,
    Service,
    Condition,
    Event,
    Script,
    Decision,
    CalledProcess,
    Repetition,
    VisibleWhen,
    RequiredWhen,
    Prefill,
    Rule,
    Constraint,
    Data,
    Codes,
    Text,
    Steps,
    Value,
    Fim,
    /// A row of a decision table, from 0.
    Row(usize),
}

impl Problem {
    /// A problem of this kind and severity at an element.
    pub fn new(severity: Severity, kind: &'static str, at: Subject) -> Self {
        Self { kind, severity, at: vec![at], aspect: None, arguments: Vec::new(), cause: None, fix: None, counterexample: None }
    }

    /// An error at an element.
    pub fn error(kind: &'static str, at: Subject) -> Self {
        Self::new(Severity::Error, kind, at)
    }

    /// A warning at an element.
    pub fn warning(kind: &'static str, at: Subject) -> Self {
        Self::new(Severity::Warning, kind, at)
    }

    /// A hint at an element.
    pub fn hint(kind: &'static str, at: Subject) -> Self {
        Self::new(Severity::Hint, kind, at)
    }

    /// With the property that is at fault.
    #[must_use]
    pub fn about(mut self, aspect: Aspect) -> Self {
        self.aspect = Some(aspect);
        self
    }

    /// With another element involved.
    #[must_use]
    pub fn and(mut self, at: Subject) -> Self {
        self.at.push(at);
        self
    }

    /// With an argument of its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }

    /// With the command that mends it.
    #[must_use]
    pub fn mended_by(mut self, label: &'static str, command: Command) -> Self {
        self.fix = Some(Fix { label, command });
        self
    }
}
