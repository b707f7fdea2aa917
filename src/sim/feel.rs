//! Expressions of the procedure: parsed once, evaluated against the case's data and the simulated clock.

use super::data::Scene;
use super::path::Path;
use crate::expr::{Atom, Environment, Names, Note, NoteKind, Outcome, Part, Shape, SyntaxError, Tree, UnaryTests, Value};
use std::sync::Arc;

/// A FEEL expression with its text. One that cannot be read is kept with its error: a half-typed condition must not keep
/// the rest of the procedure from being played.
#[derive(Clone, Debug)]
pub struct Expression {
    text: Arc<str>,
    parsed: Result<Tree, SyntaxError>,
    /// Dotted names in it; some may be functions or words of FEEL, which are found nowhere.
    paths: Arc<[Path]>,
}

/// A unary test of a decision table's cell.
#[derive(Clone, Debug)]
pub struct CellTest {
    text: Arc<str>,
    /// `None` accepts everything.
    parsed: Result<Option<UnaryTests>, SyntaxError>,
}

/// Why an expression gave nothing to go on with.
#[derive(Clone, Debug, PartialEq)]
pub enum ExpressionFault {
    /// It cannot be read.
    Unreadable(SyntaxError),
    /// It speaks of something that is not there.
    UnknownName {
        /// The name.
        name: Arc<str>,
        /// What could be meant.
        suggestion: Option<String>,
    },
    /// It came to something that is neither true nor false: null, a number …
    NotBoolean {
        /// What it came to, as FEEL writes it.
        value: String,
        /// Why parts of it are null.
        notes: Vec<Note>,
    },
}

/// An expression that stopped the play.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The expression as typed.
    pub text: Arc<str>,
    /// What is wrong.
    pub fault: ExpressionFault,
}

impl Expression {
    /// Parses a text.
    pub fn new(text: &str, names: &Names) -> Self {
        let mut paths: Vec<Path> = paths_in(text).filter_map(|path| Path::read(path).ok()).collect();
        paths.dedup();
        Self { text: Arc::from(text), parsed: crate::expr::parse(text, names), paths: paths.into() }
    }

    /// The text as typed.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Whether its truth changes only at the constants with which it compares data.
    pub(super) fn is_plain(&self, environment: &Environment) -> bool {
        self.parsed.as_ref().is_ok_and(|tree| tree.atoms(environment).is_plain)
    }

    /// Whether it is a value as it is written, or a list of such.
    pub(super) fn is_literal(&self) -> bool {
        let is_value = |part: &Part<'_>| matches!(part.shape(), Shape::Literal(_));
        self.parsed.as_ref().is_ok_and(|tree| match tree.part().shape() {
            Shape::List(parts) => parts.iter().all(is_value),
            shape => matches!(shape, Shape::Literal(_)),
        })
    }

    /// Data that it looks at; words of FEEL may be among them.
    pub(super) fn paths(&self) -> impl Iterator<Item = String> {
        self.paths.iter().map(ToString::to_string)
    }

    /// What it compares; nothing if it cannot be read.
    pub(super) fn atoms(&self, environment: &Environment) -> Vec<Atom> {
        self.parsed.as_ref().map_or_else(|_| Vec::new(), |tree| tree.atoms(environment).atoms)
    }

    /// Computes the value; null where it is not known.
    pub fn value(&self, scene: &Scene<'_>) -> Result<Value, Broken> {
        Ok(self.outcome(scene)?.value)
    }

    /// Whether it holds. Null and everything else that is neither true nor false is a fault.
    pub fn holds(&self, scene: &Scene<'_>) -> Result<bool, Broken> {
        let outcome = self.outcome(scene)?;
        let fault = |value: &Value| ExpressionFault::NotBoolean { value: value.to_feel(), notes: outcome.notes.clone() };
        outcome.value.as_boolean().ok_or_else(|| self.broken(fault(&outcome.value)))
    }

    fn outcome(&self, scene: &Scene<'_>) -> Result<Outcome, Broken> {
        let tree = self.parsed.as_ref().map_err(|error| self.broken(ExpressionFault::Unreadable(error.clone())))?;
        let outcome = tree.evaluate(scene, &scene.environment());
        let unknown = outcome.notes.iter().find_map(|note| match &note.kind {
            NoteKind::UnknownName(name) | NoteKind::UnknownEntry(name) => Some(Arc::clone(name)),
            _ => None,
        });
        match unknown {
            Some(name) => Err(self.broken(ExpressionFault::UnknownName { suggestion: scene.similar(&name), name })),
            None => Ok(outcome),
        }
    }

    fn broken(&self, fault: ExpressionFault) -> Broken {
        Broken { text: Arc::clone(&self.text), fault }
    }

    /// The data that it looks at, with their values now: what makes "because betrag = 120" of a condition.
    pub fn used(&self, scene: &Scene<'_>) -> Vec<(Arc<str>, Value)> {
        let mut found: Vec<(Arc<str>, Value)> = Vec::new();
        for path in self.paths.iter() {
            if let Some(value) = scene.look_up_path(path) {
                let text = path.to_string();
                if !found.iter().any(|(known, _)| **known == *text) {
                    found.push((Arc::from(text), value));
                }
            }
        }
        found
    }
}

impl CellTest {
    /// Parses a cell; `-` and an empty one accept everything.
    pub fn new(text: &str, names: &Names) -> Self {
        let accepts_all = matches!(text.trim(), "" | "-");
        let parsed = if accepts_all { Ok(None) } else { crate::expr::parse_unary_tests(text, names).map(Some) };
        Self { text: Arc::from(text), parsed }
    }

    /// Whether its outcome changes only at the constants with which it compares.
    pub(super) fn is_plain(&self, environment: &Environment) -> bool {
        match &self.parsed {
            Ok(tests) => tests.as_ref().is_none_or(|tests| tests.atoms(environment).is_plain),
            Err(_) => false,
        }
    }

    /// What it compares its input (`?`) with.
    pub(super) fn atoms(&self, environment: &Environment) -> Vec<Atom> {
        match &self.parsed {
            Ok(Some(tests)) => tests.atoms(environment).atoms,
            _ => Vec::new(),
        }
    }

    /// Whether it accepts the value. Null, a test that cannot be decided, does not.
    pub fn accepts(&self, input: &Value, scene: &Scene<'_>) -> Result<bool, Broken> {
        match &self.parsed {
            Ok(None) => Ok(true),
            Ok(Some(tests)) => Ok(tests.evaluate(input, scene, &scene.environment()).value.as_boolean() == Some(true)),
            Err(error) => Err(Broken { text: Arc::clone(&self.text), fault: ExpressionFault::Unreadable(error.clone()) }),
        }
    }
}

/// What an evaluation knows of the world at a simulated moment.
pub(super) fn environment(now: jiff::civil::DateTime) -> Environment {
    Environment { now: super::values::feel_date_time(now), ..Environment::default() }
}

/// Dotted names in an expression's text, those in quotes left out.
fn paths_in(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let outside = text.split('"').filter(move |_| {
        quoted = !quoted;
        quoted
    });
    let pieces = outside.flat_map(|piece| piece.split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '.' | '_'))));
    pieces
        .flat_map(|piece| piece.split(".."))
        .map(|piece| piece.trim_matches('.'))
        .filter(|piece| piece.starts_with(|first: char| first.is_alphabetic() || first == '_'))
}

#[cfg(test)]
mod tests {
    use super::paths_in;

    #[test]
    fn paths_are_found_outside_of_quotes() {
        let found: Vec<&str> = paths_in("antrag.betrag > 100.5 and hund.rasse = \"a.b\" or x in [1..y]").collect();
        assert_eq!(found, ["antrag.betrag", "and", "hund.rasse", "or", "x", "in", "y"]);
    }
}
