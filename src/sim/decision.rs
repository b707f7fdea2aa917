//! Decision tables: which rows match, and what they give (DMN 1.3, 8.2.10).

use super::data::Scene;
use super::feel::{CellTest, Expression};
use super::path::{Path, PathError};
use super::trace::StuckReason;
use crate::expr::{Atom, Environment, List, Names, Value};
use crate::model::{DecisionTable, DecisionTableId, HitPolicy};

/// A decision table, parsed once.
#[derive(Debug)]
pub struct Table {
    pub(super) id: DecisionTableId,
    policy: HitPolicy,
    inputs: Vec<Expression>,
    /// Where results go; `None` for an output without target.
    outputs: Vec<Option<Result<Path, PathError>>>,
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    tests: Vec<CellTest>,
    results: Vec<Option<Expression>>,
}

/// What a table decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Rows that count, from 0.
    pub rules: Vec<usize>,
    /// Values per output; null where no row matched.
    pub results: Vec<Value>,
}

impl Table {
    /// Parses a table.
    pub fn new(table: &DecisionTable, names: &Names) -> Self {
        let expression = |text: &String| (!text.trim().is_empty()).then(|| Expression::new(text, names));
        let rule = |rule: &crate::model::DecisionRule| Rule {
            tests: rule.tests.iter().map(|test| CellTest::new(test, names)).collect(),
            results: rule.results.iter().map(expression).collect(),
        };
        Self {
            id: table.id,
            policy: table.hit_policy,
            inputs: table.inputs.iter().map(|input| Expression::new(&input.expression, names)).collect(),
            outputs: table.outputs.iter().map(|output| (!output.target.trim().is_empty()).then(|| Path::read(&output.target))).collect(),
            rules: table.rules.iter().map(rule).collect(),
        }
    }

    /// What is looked at.
    pub(super) fn inputs(&self) -> impl Iterator<Item = &Expression> {
        self.inputs.iter()
    }

    /// Whether it looks at data as they are, in tests that change only at constants.
    pub(super) fn is_plain(&self, environment: &Environment) -> bool {
        let is_path = |input: &Expression| Path::read(input.text()).is_ok() && input.is_plain(environment);
        let tests = || self.rules.iter().flat_map(|rule| &rule.tests);
        self.inputs.iter().all(is_path) && tests().all(|test| test.is_plain(environment))
    }

    /// What its cells compare.
    pub(super) fn atoms(&self, environment: &Environment) -> Vec<Atom> {
        let cells = self.rules.iter().flat_map(|rule| rule.tests.iter().zip(&self.inputs));
        let of_cell = |(test, input): (&CellTest, &Expression)| {
            let atoms = test.atoms(environment).into_iter();
            let path = |atom: &Atom| if atom.path == "?" { input.text().trim().to_owned() } else { atom.path.clone() };
            atoms.map(|atom| Atom { path: path(&atom), ..atom }).collect::<Vec<_>>()
        };
        cells.flat_map(of_cell).collect()
    }

    /// Where the results go, in the order of the outputs.
    pub(super) fn targets(&self) -> impl Iterator<Item = Option<&Result<Path, PathError>>> {
        self.outputs.iter().map(Option::as_ref)
    }

    /// Decides. No matching row gives null for every output.
    pub fn decide(&self, scene: &Scene<'_>) -> Result<Decision, StuckReason> {
        let matching = self.matching(scene)?;
        let rules = match self.policy {
            HitPolicy::Unique if matching.len() > 1 => return Err(StuckReason::SeveralRules(matching)),
            HitPolicy::First => matching.into_iter().take(1).collect(),
            _ => matching,
        };
        let mut rows = Vec::with_capacity(rules.len());
        for rule in &rules {
            rows.push(self.results(*rule, scene)?);
        }
        let results = match self.policy {
            HitPolicy::Collect => collected(&rows, self.outputs.len()),
            HitPolicy::Any if rows.windows(2).any(|pair| pair.first() != pair.last()) => return Err(StuckReason::DifferingRules(rules)),
            _ => rows.into_iter().next().unwrap_or_else(|| vec![Value::Null; self.outputs.len()]),
        };
        Ok(Decision { rules, results })
    }

    fn matching(&self, scene: &Scene<'_>) -> Result<Vec<usize>, StuckReason> {
        let inputs = self.inputs.iter().map(|input| input.value(scene)).collect::<Result<Vec<_>, _>>().map_err(StuckReason::Expression)?;
        let mut matching = Vec::new();
        for (number, rule) in self.rules.iter().enumerate() {
            let mut accepts = true;
            for (test, input) in rule.tests.iter().zip(&inputs) {
                accepts = accepts && test.accepts(input, scene).map_err(StuckReason::Expression)?;
            }
            if accepts {
                matching.push(number);
                if self.policy == HitPolicy::First {
                    break;
                }
            }
        }
        Ok(matching)
    }

    fn results(&self, rule: usize, scene: &Scene<'_>) -> Result<Vec<Value>, StuckReason> {
        let cells = self.rules.get(rule).map_or(&[][..], |rule| &rule.results);
        let value = |output: usize| match cells.get(output) {
            Some(Some(expression)) => expression.value(scene).map_err(StuckReason::Expression),
            _ => Ok(Value::Null),
        };
        (0..self.outputs.len()).map(value).collect()
    }
}

/// One list per output, of what each row gives.
fn collected(rows: &[Vec<Value>], outputs: usize) -> Vec<Value> {
    let column = |output: usize| {
        let values = rows.iter().filter_map(|row| row.get(output).cloned()).collect();
        List::new(values).map_or(Value::Null, Value::List)
    };
    (0..outputs).map(column).collect()
}
