//! Syntax tree → value. Never panics and always ends; what goes wrong becomes null and a note.

mod arithmetic;
mod call;
mod frame;
mod iteration;
mod logic;
mod machine;
mod note;
mod path;
#[cfg(test)]
mod tests;
mod types;

pub use note::{Note, NoteKind};

pub(super) use call::Given;
pub(super) use machine::Machine;
pub(super) use path::property;
pub(super) use types::{conform, is_instance};

use super::limits::STEPS;
use super::temporal::DateTime;
use super::tree::{Tree, UnaryTests};
use super::value::{Context, Value};
use frame::Frame;

/// Where names get their values.
pub trait Scope {
    /// The value of a name; `None` where the name is not known.
    fn value(&self, name: &str) -> Option<Value>;
}

impl Scope for Context {
    fn value(&self, name: &str) -> Option<Value> {
        self.get(name).cloned()
    }
}

impl<K: Ord + std::borrow::Borrow<str>> Scope for std::collections::BTreeMap<K, Value> {
    fn value(&self, name: &str) -> Option<Value> {
        self.get(name).cloned()
    }
}

/// What an evaluation may know of the world, and how long it may run.
#[derive(Clone, Debug)]
pub struct Environment {
    /// The moment of `now()` and `today()`; without it both are null. The clock itself is never asked, so that an evaluation can be repeated.
    pub now: Option<DateTime>,
    /// Steps after which the evaluation gives up.
    pub steps: u64,
}

impl Default for Environment {
    fn default() -> Self {
        Self { now: None, steps: STEPS }
    }
}

/// What an evaluation came to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The value; null where it could not be computed.
    pub value: Value,
    /// Why parts of it are null, in the order in which it happened; at most [`NOTES`](super::limits::NOTES).
    pub notes: Vec<Note>,
}

impl Tree {
    /// Computes the value.
    pub fn evaluate(&self, scope: &dyn Scope, environment: &Environment) -> Outcome {
        let mut machine = Machine::new(scope, environment);
        let value = machine.evaluate(&self.root, None);
        machine.finish(value)
    }
}

impl UnaryTests {
    /// Whether the tests hold for `input`, which is `?` in them: a boolean, or null where that is not known.
    pub fn evaluate(&self, input: &Value, scope: &dyn Scope, environment: &Environment) -> Outcome {
        let mut machine = Machine::new(scope, environment);
        let frame = Frame::variable(None, "?", input);
        let value = machine.tests(&self.tests, input, Some(&frame));
        machine.finish(value)
    }
}
