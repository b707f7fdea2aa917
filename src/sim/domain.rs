//! What values data can have, cut down to those that make a difference: interval and finite-domain reasoning over declared data.

use super::path::Path;
use super::schema::{Schema, Shape};
use crate::expr::{Atom, Comparison, Context, Date, Environment, List, Names, Number, Value, parse};
use crate::model::{DataField, Document, FieldKind};
use std::cmp::Ordering;

/// Most codes of a list that are tried; of longer lists those that something is compared with and the first others.
const MOST_CODES: usize = 60;

/// Values of one piece of data.
#[derive(Clone, Debug, Default)]
pub struct Domain {
    /// Values to try, in order, each once.
    pub values: Vec<Value>,
    /// Whether every other value of the data behaves as one of these, as far as it is only compared with constants.
    pub is_whole: bool,
}

/// What the document declares about its data.
#[derive(Debug)]
pub struct Domains<'a> {
    document: &'a Document,
    schema: Schema,
    names: Names,
    environment: Environment,
}

impl<'a> Domains<'a> {
    /// Reads the document's data. The environment gives `today()` its day.
    pub fn new(document: &'a Document, environment: Environment) -> Self {
        Self { document, schema: Schema::of(document), names: crate::scope::names(document), environment }
    }

    /// Names of several words.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// What evaluations know of the world.
    pub fn environment(&self) -> &Environment {
        &self.environment
    }

    /// The kind of what lies at a path; `None` for what is not declared, for objects and for settings.
    pub fn kind(&self, path: &str) -> Option<FieldKind> {
        let path = Path::read(path).ok().filter(|path| path.root.as_ref() != crate::scope::SETTINGS)?;
        match self.schema.shape(&path).ok()? {
            Shape::Value(kind) => Some(kind),
            Shape::Object(_) => None,
        }
    }

    /// The declared field at a path.
    pub fn field(&self, path: &str) -> Option<&'a DataField> {
        self.document.fields.get(self.document.find_path(path)?.last()?)
    }

    /// Least and greatest value that a path may have; null where none is said or it hangs on other data.
    pub fn bounds(&self, path: &str) -> [Value; 2] {
        let nothing = Context::default();
        let value = |text: &String| {
            let tree = (!text.trim().is_empty()).then(|| parse(text, &self.names).ok()).flatten();
            tree.map(|tree| tree.evaluate(&nothing, &self.environment).value).unwrap_or_default()
        };
        let constraints = self.field(path).map(|field| &field.constraints);
        constraints.map_or_else(Default::default, |constraints| [value(&constraints.minimum), value(&constraints.maximum)])
    }

    /// The values of a path that make a difference to these comparisons. Null is not among them.
    pub fn values<'b>(&self, path: &str, atoms: impl Iterator<Item = &'b Atom>) -> Domain {
        let Some(kind) = self.kind(path) else { return Domain::default() };
        let atoms: Vec<&Atom> = atoms.collect();
        let constants: Vec<&Value> = atoms.iter().map(|atom| &atom.constant).filter(|constant| !constant.is_null()).collect();
        let mut domain = self.of_kind(kind, &constants);
        let orders = atoms.iter().any(|atom| !matches!(atom.sign, Comparison::Equal | Comparison::Unequal));
        domain.is_whole &= !orders || has_steps(kind);
        let [least, most] = self.bounds(path);
        let inside = |value: &Value| value.compare(&least) != Some(Ordering::Less) && value.compare(&most) != Some(Ordering::Greater);
        domain.values.extend([least.clone(), most.clone()].into_iter().filter(|bound| !bound.is_null() && has_steps(kind)));
        domain.values.retain(inside);
        sort(&mut domain.values);
        domain
    }

    fn of_kind(&self, kind: FieldKind, constants: &[&Value]) -> Domain {
        let whole = |values| Domain { values, is_whole: true };
        match kind {
            FieldKind::YesNo => whole(vec![true.into(), false.into()]),
            FieldKind::Choice(_) => {
                let codes = self.codes(kind, constants);
                Domain { is_whole: !codes.is_empty() && constants.len() < MOST_CODES, values: codes }
            }
            FieldKind::MultipleChoice(_) => {
                let codes = self.codes(kind, constants);
                let single = codes.iter().map(|code| List::new(vec![code.clone()]).ok().into());
                let values = single.chain([List::new(codes.clone()).ok().into(), List::default().into()]).collect();
                Domain { values, is_whole: false }
            }
            _ if has_steps(kind) => {
                let near = |value: &&Value| [-1, 0, 1].into_iter().filter_map(|steps| stepped(kind, value, steps)).collect::<Vec<_>>();
                let values: Vec<Value> = constants.iter().flat_map(near).collect();
                whole(if values.is_empty() { usual(kind, &self.environment).into_iter().collect() } else { values })
            }
            FieldKind::Text | FieldKind::LongText => {
                let texts = constants.iter().filter(|value| value.as_text().is_some()).map(|value| (*value).clone());
                whole(texts.chain([Value::from("Beispiel")]).collect())
            }
            _ => Domain::default(),
        }
    }

    fn codes(&self, kind: FieldKind, constants: &[&Value]) -> Vec<Value> {
        let all = self.schema.codes_of(kind);
        let is_compared = |code: &str| constants.iter().any(|constant| constant.as_text() == Some(code));
        let named = all.iter().filter(|entry| is_compared(&entry.code));
        let others = all.iter().filter(|entry| !is_compared(&entry.code));
        let few = named.chain(others).take(MOST_CODES).map(|entry| &entry.code);
        few.map(|code| Value::from(code.as_str())).collect()
    }
}

/// Whether values of a kind follow each other in steps: numbers and days.
pub fn has_steps(kind: FieldKind) -> bool {
    matches!(kind, FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money | FieldKind::Date)
}

/// The value so many steps on: ones of whole numbers, cents, hundredths, days.
pub fn stepped(kind: FieldKind, value: &Value, steps: i64) -> Option<Value> {
    match (kind, value) {
        (FieldKind::Date, Value::Date(date)) => Date::from_days(date.days().checked_add(steps)?).map(Value::Date),
        (FieldKind::Date, Value::DateTime(moment)) => Date::from_days(moment.date.days().checked_add(steps)?).map(Value::Date),
        (FieldKind::WholeNumber, Value::Number(number)) => {
            let floor = number.rounded(0, crate::expr::Rounding::Floor)?;
            // Between two whole numbers the steps lead to these.
            let from = if steps > 0 || number.is_whole() { floor } else { floor.plus(&Number::from(1_i64))? };
            let is_between = steps == 0 && !number.is_whole();
            (!is_between).then(|| from.plus(&Number::from(steps)).map(Value::Number))?
        }
        (FieldKind::Money | FieldKind::Decimal, Value::Number(number)) => {
            let hundredths = Number::from(steps).divided_by(&Number::from(100_i64))?;
            number.plus(&hundredths).map(Value::Number)
        }
        _ => None,
    }
}

/// A value of a kind with steps where nothing is compared.
fn usual(kind: FieldKind, environment: &Environment) -> Option<Value> {
    match kind {
        FieldKind::Date => environment.now.as_ref().map(|now| Value::Date(now.date)),
        _ => Some(Value::from(1_i64)),
    }
}

/// In order, each once; what cannot be compared stays where it is.
fn sort(values: &mut Vec<Value>) {
    let mut kept: Vec<Value> = Vec::with_capacity(values.len());
    for value in values.drain(..) {
        if kept.iter().any(|other| other.is(&value)) {
            continue;
        }
        let place = kept.iter().position(|other| {
            other.as_number().is_some() | matches!(other, Value::Date(_)) && value.compare(other) == Some(Ordering::Less)
        });
        kept.insert(place.unwrap_or(kept.len()), value);
    }
    *values = kept;
}

/// A context in which these paths have these values: what expressions are tried on.
pub fn context_of(values: &[(String, Value)], base: &Context) -> Context {
    let mut context = base.clone();
    for (path, value) in values {
        let keys: Vec<&str> = path.split('.').collect();
        context = with(&context, &keys, value);
    }
    context
}

fn with(context: &Context, keys: &[&str], value: &Value) -> Context {
    let Some((first, rest)) = keys.split_first() else { return context.clone() };
    let inner = if rest.is_empty() {
        value.clone()
    } else {
        let below = context.get(first).and_then(Value::as_context).cloned().unwrap_or_default();
        with(&below, rest, value).into()
    };
    context.with(first, inner).unwrap_or_else(|_| context.clone())
}

/// All ways to give each path one of its values, at most so many.
pub fn combinations(domains: &[(String, Vec<Value>)], most: usize) -> impl Iterator<Item = Vec<(String, Value)>> {
    let count = domains.iter().map(|(_, values)| values.len()).try_fold(1_usize, |all, own| all.checked_mul(own));
    let count = count.unwrap_or(usize::MAX).min(most);
    (0..count).map(move |mut number| {
        let mut chosen = Vec::with_capacity(domains.len());
        for (path, values) in domains {
            if let Some(value) = values.get(number % values.len().max(1)) {
                chosen.push((path.clone(), value.clone()));
            }
            number /= values.len().max(1);
        }
        chosen
    })
}
