//! A problem: what is wrong, how badly, where, and the command that mends it.

use crate::edit::Command;
use crate::model::Subject;

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
    /// The change that mends it.
    pub fix: Option<Fix>,
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
}
