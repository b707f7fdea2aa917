//! Conditions of visibility and of being required, as the platform's forms have them.

use super::layout::{Group, Layout};
use super::variables::Variables;
use crate::expr::{Names, Value as Feel};
use crate::rule::{Comparison, Condition, Junction, Operand, Sign, Term};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Which conditions are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Of fields and groups.
    Show,
    /// Of sections: when they are passed over.
    Skip,
}

/// Writes conditions of one form.
pub(super) struct Conditions<'a> {
    names: &'a Names,
    variables: &'a Variables<'a>,
    /// Group, field, and whether the group is repeated, by path.
    spots: BTreeMap<String, (String, String, bool)>,
}

impl<'a> Conditions<'a> {
    /// For a form.
    pub fn of(layout: &Layout<'_>, names: &'a Names, variables: &'a Variables<'a>) -> Self {
        let mut spots = BTreeMap::new();
        for group in layout.sections.iter().flat_map(|section| &section.groups) {
            for item in group.items.iter().filter(|item| !item.path.is_empty()) {
                spots.entry(item.path.clone()).or_insert((group.id.clone(), item.id.clone(), group.repeat.is_some()));
            }
        }
        Self { names, variables, spots }
    }

    /// The list of conditions of which one is enough; empty: always. `None` where they cannot be said.
    pub fn list(&self, visible: &[&str], purpose: Purpose, group: Option<&Group<'_>>) -> Option<Vec<Value>> {
        let given: Vec<&str> = visible.iter().copied().filter(|text| !text.trim().is_empty()).collect();
        if let [only @ ("true" | "false")] = given.as_slice() {
            return Some(vec![match purpose {
                Purpose::Show => json!({ "@type": "ShowOnBooleanCondition", "showField": *only == "true" }),
                Purpose::Skip => json!({ "@type": "SkipOnBooleanCondition", "skip": *only == "false" }),
            }]);
        }
        let conditions: Vec<Condition> = given.iter().map(|text| Condition::of_feel(text, self.names)).collect::<Option<_>>()?;
        match conditions.as_slice() {
            [] => Some(Vec::new()),
            [only] if purpose == Purpose::Skip => self.any(&only.denied()?, purpose, group),
            [only] => self.any(only, purpose, group),
            several => {
                let parts: Vec<Value> = several.iter().map(|one| self.one(one, purpose, group)).collect::<Option<_>>()?;
                Some(vec![joined(Junction::All, parts, purpose)])
            }
        }
    }

    /// Validators that make a field required where a condition holds; `None` where they cannot be said.
    pub fn demands(&self, when: &str, group: &Group<'_>) -> Option<Vec<Value>> {
        let condition = Condition::of_feel(when, self.names)?;
        let is_any = condition.junction == Junction::Any || condition.terms.len() == 1;
        let demand = |term: &Term| match term {
            Term::One(comparison) => self.demand(comparison, group),
            Term::Group(_) => None,
        };
        condition.terms.iter().map(demand).collect::<Option<Vec<_>>>().filter(|_| is_any)
    }

    fn demand(&self, comparison: &Comparison, group: &Group<'_>) -> Option<Value> {
        let key = self.key(&comparison.path, Some(group))?;
        let (kind, values) = said(comparison)?;
        let kind = match kind {
            "EmptyField" => "RequiredOnEmptyFieldValidator",
            "FilledField" => "RequiredOnFilledFieldValidator",
            "FieldValues" => "RequiredOnFieldValueValidator",
            _ => "RequiredOnFieldValueNotInValuesValidator",
        };
        let mut made = json!({ "@type": kind, "sourceFieldKey": key });
        if !values.is_empty() {
            made["values"] = json!(values);
        }
        Some(made)
    }

    fn any(&self, condition: &Condition, purpose: Purpose, group: Option<&Group<'_>>) -> Option<Vec<Value>> {
        if condition.junction == Junction::Any {
            return condition.terms.iter().map(|term| self.term(term, Junction::All, purpose, group)).collect();
        }
        Some(vec![self.one(condition, purpose, group)?])
    }

    fn one(&self, condition: &Condition, purpose: Purpose, group: Option<&Group<'_>>) -> Option<Value> {
        let terms = condition.terms.iter().map(|term| self.term(term, condition.junction.other(), purpose, group));
        let mut parts: Vec<Value> = terms.collect::<Option<_>>()?;
        Some(if parts.len() == 1 { parts.remove(0) } else { joined(condition.junction, parts, purpose) })
    }

    fn term(&self, term: &Term, inner: Junction, purpose: Purpose, group: Option<&Group<'_>>) -> Option<Value> {
        match term {
            Term::One(comparison) => self.comparison(comparison, purpose, group),
            Term::Group(several) => {
                let parts = several.iter().map(|one| self.comparison(one, purpose, group)).collect::<Option<_>>()?;
                Some(joined(inner, parts, purpose))
            }
        }
    }

    fn comparison(&self, comparison: &Comparison, purpose: Purpose, group: Option<&Group<'_>>) -> Option<Value> {
        let (kind, values) = said(comparison)?;
        let head = if purpose == Purpose::Show { "ShowOn" } else { "SkipOn" };
        if let Some(key) = self.key(&comparison.path, group) {
            let mut made = json!({ "@type": format!("{head}{kind}Condition"), "conditionFieldKey": key });
            if !values.is_empty() {
                made["values"] = json!(values);
            }
            return Some(made);
        }
        let kind = match kind {
            "FieldValues" => "ProcessVariableInValues",
            "FieldValueNotInValues" => "ProcessVariableNotInValues",
            _ => return None,
        };
        let variable = self.variables.of_path(&comparison.path).filter(|_| !self.spots.contains_key(&comparison.path))?;
        Some(json!({ "@type": format!("{head}{kind}Condition"), "variableName": variable, "values": values }))
    }

    /// How a field of the form is named; in a repeatable group only from the same entry.
    fn key(&self, path: &str, group: Option<&Group<'_>>) -> Option<Value> {
        let (own, field, is_repeated) = self.spots.get(path)?;
        if *is_repeated && group.is_none_or(|group| group.id != *own) {
            return None;
        }
        Some(json!({ "groupId": own, "groupIndex": if *is_repeated { -1 } else { 0 }, "fieldId": field }))
    }
}

fn joined(junction: Junction, parts: Vec<Value>, purpose: Purpose) -> Value {
    let kind = match (junction, purpose) {
        (Junction::All, Purpose::Show) => "AndCondition",
        (Junction::Any, Purpose::Show) => "OrCondition",
        (Junction::All, Purpose::Skip) => "AndSkipCondition",
        (Junction::Any, Purpose::Skip) => "OrSkipCondition",
    };
    json!({ "@type": kind, "conditions": parts })
}

/// What a comparison says in the platform's words, with its values; `None` where there are none.
fn said(comparison: &Comparison) -> Option<(&'static str, Vec<String>)> {
    let values: Option<Vec<String>> = comparison.values.iter().map(written).collect();
    let values = values?;
    Some(match comparison.sign {
        Sign::Filled => ("FilledField", Vec::new()),
        Sign::Empty => ("EmptyField", Vec::new()),
        Sign::Equal | Sign::OneOf | Sign::Includes => ("FieldValues", values),
        Sign::Unequal => ("FieldValueNotInValues", values),
        Sign::Yes => ("FieldValues", vec!["true".to_owned()]),
        Sign::No => ("FieldValues", vec!["false".to_owned()]),
        _ => return None,
    })
}

fn written(operand: &Operand) -> Option<String> {
    match operand {
        Operand::Value(Feel::Text(text)) => Some(text.to_string()),
        Operand::Value(value @ (Feel::Boolean(_) | Feel::Number(_))) => Some(value.to_feel()),
        Operand::Value(day @ Feel::Date(_)) => Some(format!("{}T00:00:00+0000", day.to_plain_text())),
        _ => None,
    }
}
