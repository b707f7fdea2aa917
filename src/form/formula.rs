//! An expression of a form, parsed once. What cannot be parsed is as if it were not there; `check` reports it to the author.

use crate::expr::{Context, DateTime, Environment, Names, Tree, Value, parse};

/// Steps of one expression, so that a keystroke stays quick whatever the author wrote. Far above what a rule needs.
const STEPS: u64 = 100_000;

/// A FEEL expression that may be missing.
#[derive(Clone, Debug, Default)]
pub struct Formula(Option<Tree>);

/// What expressions are evaluated against.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Case objects and settings; inside a repeatable group also the entry, by the key of its object type.
    pub names: Context,
    environment: Environment,
}

impl Scope {
    /// These names at this moment.
    pub fn new(names: Context, now: DateTime) -> Self {
        Self { names, environment: Environment { now: Some(now), steps: STEPS } }
    }

    /// The same moment with one more name.
    pub fn with(&self, name: &str, value: Value) -> Self {
        let names = self.names.with(name, value).unwrap_or_else(|_| self.names.clone());
        Self { names, environment: self.environment.clone() }
    }
}

impl Formula {
    /// Parses an expression; empty and faulty ones are missing.
    pub fn parse(text: &str, names: &Names) -> Self {
        if text.trim().is_empty() { Self(None) } else { Self(parse(text, names).ok()) }
    }

    /// Whether there is one.
    pub fn is_given(&self) -> bool {
        self.0.is_some()
    }

    /// Its value; null where it is missing.
    pub fn value(&self, scope: &Scope) -> Value {
        self.0.as_ref().map_or(Value::Null, |tree| tree.evaluate(&scope.names, &scope.environment).value)
    }

    /// Whether it is there and true. Null, as FEEL gives where data are missing, is not.
    pub fn is_true(&self, scope: &Scope) -> bool {
        self.value(scope).as_boolean() == Some(true)
    }

    /// Whether it is there and false.
    pub fn is_false(&self, scope: &Scope) -> bool {
        self.value(scope).as_boolean() == Some(false)
    }

    /// Whether it demands nothing or is true.
    pub fn allows(&self, scope: &Scope) -> bool {
        !self.is_given() || self.is_true(scope)
    }
}
