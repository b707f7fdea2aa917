//! Matches arguments with the parameters of a built-in function, and runs it.

use super::super::evaluate::{Given, Machine, NoteKind};
use super::super::number::Number;
use super::super::span::Span;
use super::super::types::Kind;
use super::super::value::{Context, Function, List, Range, Value};
use super::{Builtin, Overload, Parameter};
use std::sync::Arc;

/// A running call: what a function may ask of the evaluation.
pub(in super::super) struct Call<'c, 'a> {
    pub machine: &'c mut Machine<'a>,
    pub span: Span,
}

impl Call<'_, '_> {
    /// A list of these values, or null if there is no room for it; `None` when no steps are left.
    pub fn list(&mut self, items: Vec<Value>) -> Option<Value> {
        let list = self.machine.list(items, self.span);
        self.machine.runs().then_some(list)
    }

    /// A text, or null if there is no room for it; `None` when no steps are left.
    pub fn text(&mut self, text: String) -> Option<Value> {
        let text = self.machine.text(text, self.span);
        self.machine.runs().then_some(text)
    }

    /// A context, or null if there is no room for it; `None` when no steps are left.
    pub fn context(&mut self, entries: Vec<(Arc<str>, Value)>) -> Option<Value> {
        self.work(entries.len())?;
        Some(self.machine.bounded(Context::new(entries), self.span))
    }

    /// Pays for work in proportion to `count`; `None` when no steps are left.
    pub fn work(&mut self, count: usize) -> Option<()> {
        self.machine.step(count, self.span).then_some(())
    }

    /// Calls a function that was handed over.
    pub fn apply(&mut self, function: &Function, values: Vec<Value>) -> Option<Value> {
        let result = self.machine.apply(function, Given::Positional(values), self.span);
        self.machine.runs().then_some(result)
    }
}

/// Arguments of a running call, by the place of their parameter. They have the kinds that the parameters ask for.
pub(in super::super) struct Values(Vec<Option<Value>>);

impl Values {
    /// The argument; null where it was left out.
    pub fn value(&self, place: usize) -> Value {
        self.given(place).cloned().unwrap_or_default()
    }

    /// The argument, where it was given.
    pub fn given(&self, place: usize) -> Option<&Value> {
        self.0.get(place).and_then(Option::as_ref)
    }

    /// All arguments given, in order.
    pub fn all(&self) -> impl Iterator<Item = &Value> {
        self.0.iter().flatten()
    }

    pub fn number(&self, place: usize) -> Option<&Number> {
        self.given(place)?.as_number()
    }

    /// A number without digits after the point; those that there are, are dropped.
    pub fn whole(&self, place: usize) -> Option<i64> {
        self.number(place)?.truncated_i64()
    }

    pub fn text(&self, place: usize) -> Option<&str> {
        self.given(place)?.as_text()
    }

    pub fn list(&self, place: usize) -> Option<&[Value]> {
        self.given(place)?.as_list().map(List::items)
    }

    pub fn context(&self, place: usize) -> Option<&Context> {
        self.given(place)?.as_context()
    }

    pub fn range(&self, place: usize) -> Option<&Range> {
        if let Value::Range(range) = self.given(place)? { Some(range) } else { None }
    }

    pub fn function(&self, place: usize) -> Option<&Function> {
        if let Value::Function(function) = self.given(place)? { Some(function) } else { None }
    }
}

/// Runs a built-in function: the first overload that fits the arguments as they are, or else with single values taken for lists and the
/// other way round.
pub(in super::super) fn run(machine: &mut Machine<'_>, builtin: &'static Builtin, given: Given, span: Span) -> Value {
    let mut fault = NoteKind::ArgumentCount { function: builtin.name, given: count(&given) };
    let mut converted = None;
    for overload in builtin.overloads {
        match arrange(builtin, overload, &given).and_then(|values| fit(builtin, overload, values)) {
            Ok((values, false)) => return finish(machine, builtin, overload, values, span),
            Ok((values, true)) => converted = converted.or(Some((overload, values))),
            Err(NoteKind::ArgumentCount { .. }) => {}
            Err(other) => fault = other,
        }
    }
    match converted {
        Some((overload, values)) => finish(machine, builtin, overload, values, span),
        None => machine.note(span, fault),
    }
}

fn finish(machine: &mut Machine<'_>, builtin: &Builtin, overload: &Overload, values: Vec<Option<Value>>, span: Span) -> Value {
    // Most functions walk over their texts; what they do with lists they pay for themselves.
    let texts = values.iter().flatten().filter_map(Value::as_text).map(|text| text.len() / 64).sum();
    if !machine.step(texts, span) {
        return Value::Null;
    }
    let mut call = Call { machine, span };
    match (overload.run)(&mut call, &Values(values)) {
        Some(value) => value,
        None => machine.note(span, NoteKind::NoAnswer { function: builtin.name }),
    }
}

fn count(given: &Given) -> usize {
    match given {
        Given::Positional(values) => values.len(),
        Given::Named(values) => values.len(),
    }
}

/// Puts the arguments in the order of the parameters.
fn arrange(builtin: &Builtin, overload: &Overload, given: &Given) -> Result<Vec<Option<Value>>, NoteKind> {
    let wrong_count = NoteKind::ArgumentCount { function: builtin.name, given: count(given) };
    match given {
        Given::Positional(values) if overload.takes(values.len()) => Ok(values.iter().cloned().map(Some).collect()),
        Given::Positional(_) => Err(wrong_count),
        Given::Named(named) => {
            let find = |wanted: &Parameter| named.iter().find(|(name, _)| name.as_ref() == wanted.name).map(|(_, value)| value.clone());
            let values: Vec<_> = overload.parameters.iter().map(find).collect();
            let complete = values.iter().zip(overload.parameters).all(|(value, parameter)| value.is_some() || parameter.optional);
            let known = |name: &str| overload.parameters.iter().any(|parameter| parameter.name == name);
            match named.iter().find(|(name, _)| !known(name)) {
                Some((name, _)) => Err(NoteKind::UnknownParameter { function: builtin.name, name: Arc::clone(name) }),
                None if complete => Ok(values),
                None => Err(wrong_count),
            }
        }
    }
}

/// Makes the arguments fit the kinds of the parameters, and tells whether any had to be converted.
fn fit(builtin: &Builtin, overload: &Overload, mut values: Vec<Option<Value>>) -> Result<(Vec<Option<Value>>, bool), NoteKind> {
    let mut converted = false;
    for (place, slot) in values.iter_mut().enumerate() {
        let (Some(value), Some(parameter)) = (slot.as_ref(), overload.parameter(place)) else {
            continue;
        };
        if parameter.kinds.holds(value.kind()) {
            continue;
        }
        converted = true;
        *slot = Some(convert(value, parameter).ok_or_else(|| NoteKind::WrongArgument {
            function: builtin.name,
            parameter: Arc::from(parameter.name),
            given: value.kind(),
        })?);
    }
    Ok((values, converted))
}

/// A single value for a list, or the one value of a list for itself (DMN, "implicit conversions").
fn convert(value: &Value, parameter: &Parameter) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::List(list) => match list.items() {
            [single] if parameter.kinds.holds(single.kind()) => Some(single.clone()),
            _ => None,
        },
        single if parameter.kinds.holds(Kind::List) => Some(List::new(vec![single.clone()]).ok()?.into()),
        _ => None,
    }
}
