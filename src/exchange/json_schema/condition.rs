//! Conditions as schemas of the object whose fields they compare: the case, or an entry of a list.

use super::json_of;
use super::kind::compared;
use super::node::{all, any, not, present};
use super::outline::Around;
use super::pattern::{Side, literal};
use crate::expr::{Names, Value};
use crate::model::{Document, FieldKind, ObjectType};
use crate::rule::{Comparison, Condition, Junction, Operand, Sign, Term};
use serde_json::{Value as Json, json};

/// Schemas that must all hold, each of the case (0) or of the entry of so many lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    pub terms: Vec<(usize, Json)>,
    /// Whether part of it could not be said.
    pub is_partial: bool,
}

impl Terms {
    /// What could not be said.
    pub fn unsaid() -> Self {
        Self { terms: Vec::new(), is_partial: true }
    }

    /// Both.
    pub fn and(&self, other: &Self) -> Self {
        Self { terms: [&*self.terms, &*other.terms].concat(), is_partial: self.is_partial || other.is_partial }
    }

    /// All terms in one schema, if all are of the same level.
    pub fn at_one_level(&self) -> Option<(usize, Json)> {
        let level = self.terms.first()?.0;
        let is_same = self.terms.iter().all(|(other, _)| *other == level);
        is_same.then(|| (level, all(self.terms.iter().map(|(_, schema)| schema.clone()).collect())))
    }
}

/// Puts conditions into schemas.
pub struct Conditions<'a> {
    pub document: &'a Document,
    pub names: &'a Names,
}

impl Conditions<'_> {
    /// When a condition is true, for something that stands there; unsaid where a schema has nothing for it.
    pub fn holds(&self, text: &str, around: &Around) -> Terms {
        let Some(condition) = Condition::of_feel(text, self.names) else { return Terms::unsaid() };
        let term = |term: &Term, junction: Junction| match term {
            Term::One(comparison) => self.true_when(comparison, around),
            Term::Group(comparisons) => {
                join(comparisons.iter().map(|comparison| self.true_when(comparison, around)).collect(), junction.other())
            }
        };
        let terms: Vec<Option<(usize, Json)>> = condition.terms.iter().map(|each| term(each, condition.junction)).collect();
        match condition.junction {
            Junction::All => {
                terms.into_iter().collect::<Option<_>>().map_or_else(Terms::unsaid, |terms| Terms { terms, is_partial: false })
            }
            Junction::Any => join(terms, Junction::Any).map_or_else(Terms::unsaid, |term| Terms { terms: vec![term], is_partial: false }),
        }
    }

    /// When a condition is false, which is more than not true; each way is enough. `None` where a schema has nothing for it.
    pub fn fails(&self, text: &str, around: &Around) -> Option<Vec<(usize, Json)>> {
        let condition = Condition::of_feel(text, self.names)?;
        // Of terms joined by "and" one that is false is enough, of those joined by "or" all must be.
        let turned = |junction: Junction| junction.other();
        let term = |term: &Term| match term {
            Term::One(comparison) => self.false_when(comparison, around),
            Term::Group(comparisons) => {
                let ways = comparisons.iter().map(|comparison| self.false_when(comparison, around)).collect();
                join(ways, turned(condition.junction.other()))
            }
        };
        let ways: Vec<Option<(usize, Json)>> = condition.terms.iter().map(term).collect();
        match turned(condition.junction) {
            Junction::Any => ways.into_iter().collect(),
            Junction::All => join(ways, Junction::All).map(|way| vec![way]),
        }
    }

    fn true_when(&self, comparison: &Comparison, around: &Around) -> Option<(usize, Json)> {
        let (level, keys) = self.place(&comparison.path, around)?;
        let has = |value: Json| present(&keys, value);
        let schema = match comparison.sign {
            Sign::Filled => has(filled()),
            Sign::Empty => not(has(filled())),
            Sign::Unequal => not(has(json!({ "const": constant(comparison)? }))),
            _ => has(test(comparison)?),
        };
        Some((level, schema))
    }

    /// A comparison of order or content with something missing is null and not false; one for equality is false.
    fn false_when(&self, comparison: &Comparison, around: &Around) -> Option<(usize, Json)> {
        let (level, keys) = self.place(&comparison.path, around)?;
        let has = |value: Json| present(&keys, value);
        let schema = match comparison.sign {
            Sign::Filled => not(has(filled())),
            Sign::Empty => has(filled()),
            Sign::Unequal => has(json!({ "const": constant(comparison)? })),
            Sign::Equal | Sign::OneOf | Sign::Yes | Sign::No => not(has(test(comparison)?)),
            Sign::Less | Sign::LessOrEqual | Sign::Greater | Sign::GreaterOrEqual | Sign::Contains | Sign::Includes => {
                has(not(test(comparison)?))
            }
        };
        Some((level, schema))
    }

    /// The level of a path and its keys from there. `None` for settings, for entries as a whole, and for ways through lists.
    fn place(&self, path: &str, around: &Around) -> Option<(usize, Vec<String>)> {
        let keys: Vec<String> = path.split('.').map(str::to_owned).collect();
        let first = keys.first()?;
        let object = self.document.objects.values().find(|object| object.key == *first)?;
        let rest = keys.get(1..).filter(|rest| !rest.is_empty() && !self.leads_through_list(object, rest))?.to_vec();
        match around.names.iter().rposition(|name| name == first) {
            Some(entry) => Some((entry + 1, rest)),
            None => Some((0, keys)),
        }
    }

    fn leads_through_list(&self, object: &ObjectType, keys: &[String]) -> bool {
        let [key, rest @ ..] = keys else { return false };
        let Some(field) = self.document.fields_of(object).find(|field| field.key == *key) else { return false };
        match field.kind {
            FieldKind::List(_) => !rest.is_empty(),
            FieldKind::Object(inner) => self.document.objects.get(inner).is_some_and(|inner| self.leads_through_list(inner, rest)),
            _ => false,
        }
    }
}

/// Joins schemas of one level.
fn join(terms: Vec<Option<(usize, Json)>>, junction: Junction) -> Option<(usize, Json)> {
    let terms: Vec<(usize, Json)> = terms.into_iter().collect::<Option<_>>()?;
    let (level, _) = *terms.first().map(|(level, schema)| (*level, schema)).as_ref()?;
    let is_same = terms.iter().all(|(other, _)| *other == level);
    let schemas = terms.into_iter().map(|(_, schema)| schema).collect();
    is_same.then(|| (level, if junction == Junction::All { all(schemas) } else { any(schemas) }))
}

/// A value that counts as filled in.
pub fn filled() -> Json {
    json!({ "not": { "enum": [null, "", [], {}] } })
}

fn constant(comparison: &Comparison) -> Option<Json> {
    value(comparison).map(json_of)
}

fn value(comparison: &Comparison) -> Option<&Value> {
    match comparison.values.as_slice() {
        [Operand::Value(value)] => Some(value),
        _ => None,
    }
}

/// What a value must be for a comparison to be true; for signs that ask about more than being filled in or not.
fn test(comparison: &Comparison) -> Option<Json> {
    let beyond = |side: Side, is_included: bool| compared(value(comparison)?, side, is_included);
    match comparison.sign {
        Sign::Equal => Some(json!({ "const": constant(comparison)? })),
        Sign::Less => beyond(Side::Before, false),
        Sign::LessOrEqual => beyond(Side::Before, true),
        Sign::Greater => beyond(Side::Behind, false),
        Sign::GreaterOrEqual => beyond(Side::Behind, true),
        Sign::OneOf => {
            let values = comparison.values.iter().map(|operand| match operand {
                Operand::Value(value) => Some(json_of(value)),
                _ => None,
            });
            Some(json!({ "enum": values.collect::<Option<Vec<_>>>()? }))
        }
        Sign::Contains => Some(json!({ "type": "string", "pattern": literal(value(comparison)?.as_text()?) })),
        Sign::Includes => Some(json!({ "type": "array", "contains": { "const": constant(comparison)? } })),
        Sign::Yes => Some(json!({ "const": true })),
        Sign::No => Some(json!({ "const": false })),
        Sign::Unequal | Sign::Filled | Sign::Empty => None,
    }
}
