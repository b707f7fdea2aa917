//! Built-in functions: a table of names, parameters and results, which evaluation, type check and completion all read.

mod calendar;
mod call;
mod context;
mod conversion;
mod extension;
mod interval;
mod list;
mod logic;
mod number;
mod pattern;
mod selection;
mod statistics;
#[cfg(test)]
mod tests;
mod text;

pub(super) use call::run;

use super::names::Names;
use super::types::{Kind, Kinds};
use call::{Call, Values};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A built-in function.
#[derive(Debug)]
pub struct Builtin {
    /// Its name in FEEL.
    pub name: &'static str,
    /// What it takes, in the order in which the possibilities are tried.
    pub overloads: &'static [Overload],
    /// Whether it is ours and not the standard's.
    pub extension: bool,
}

/// One way to call a function.
#[derive(Debug)]
pub struct Overload {
    /// The parameters; those that may be left out come last.
    pub parameters: &'static [Parameter],
    /// Whether the last parameter takes any number of arguments.
    pub variadic: bool,
    /// Kinds of the result, null aside.
    pub result: Kinds,
    run: fn(&mut Call<'_, '_>, &Values) -> Option<super::value::Value>,
}

/// One parameter of a function.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name for calls by name.
    pub name: &'static str,
    /// Kinds of argument that it takes.
    pub kinds: Kinds,
    /// Whether it may be left out.
    pub optional: bool,
}

const ANY: Kinds = Kinds::ANY;
const BOOLEAN: Kinds = Kinds::of(&[Kind::Boolean]);
const NUMBER: Kinds = Kinds::of(&[Kind::Number]);
const TEXT: Kinds = Kinds::of(&[Kind::Text]);
const LIST: Kinds = Kinds::of(&[Kind::List]);
const CONTEXT: Kinds = Kinds::of(&[Kind::Context]);
const RANGE: Kinds = Kinds::of(&[Kind::Range]);
const FUNCTION: Kinds = Kinds::of(&[Kind::Function]);

/// A parameter that must be given.
const fn need(name: &'static str, kinds: Kinds) -> Parameter {
    Parameter { name, kinds, optional: false }
}

/// A parameter that may be left out.
const fn may(name: &'static str, kinds: Kinds) -> Parameter {
    Parameter { name, kinds, optional: true }
}

type Run = fn(&mut Call<'_, '_>, &Values) -> Option<super::value::Value>;

const fn takes(parameters: &'static [Parameter], result: Kinds, run: Run) -> Overload {
    Overload { parameters, variadic: false, result, run }
}

const fn takes_many(parameters: &'static [Parameter], result: Kinds, run: Run) -> Overload {
    Overload { parameters, variadic: true, result, run }
}

const fn function(name: &'static str, overloads: &'static [Overload]) -> Builtin {
    Builtin { name, overloads, extension: false }
}

impl Builtin {
    /// How it is called, one line for each possibility: `substring(string, start position, length?)`.
    pub fn signatures(&self) -> Vec<String> {
        let written = |overload: &Overload| {
            let mark = |parameter: &Parameter| format!("{}{}", parameter.name, if parameter.optional { "?" } else { "" });
            let parameters: Vec<String> = overload.parameters.iter().map(mark).collect();
            format!("{}({}{})", self.name, parameters.join(", "), if overload.variadic { ", …" } else { "" })
        };
        self.overloads.iter().map(written).collect()
    }

    /// Whether it can be called with this number of arguments.
    pub fn takes(&self, count: usize) -> bool {
        self.overloads.iter().any(|overload| overload.takes(count))
    }
}

impl Overload {
    /// Whether it can be called with this number of arguments.
    pub fn takes(&self, count: usize) -> bool {
        let needed = self.parameters.iter().filter(|parameter| !parameter.optional).count();
        count >= needed && (self.variadic || count <= self.parameters.len())
    }

    /// The parameter for an argument's place, from 0.
    pub fn parameter(&self, place: usize) -> Option<&Parameter> {
        let last = if self.variadic { self.parameters.last() } else { None };
        self.parameters.get(place).or(last)
    }
}

static TABLE: LazyLock<BTreeMap<&'static str, &'static Builtin>> = LazyLock::new(|| {
    let families: [&'static [Builtin]; 11] = [
        conversion::FUNCTIONS,
        logic::FUNCTIONS,
        text::FUNCTIONS,
        pattern::FUNCTIONS,
        list::FUNCTIONS,
        selection::FUNCTIONS,
        statistics::FUNCTIONS,
        number::FUNCTIONS,
        calendar::FUNCTIONS,
        interval::FUNCTIONS,
        context::FUNCTIONS,
    ];
    families.into_iter().flatten().chain(extension::FUNCTIONS).map(|builtin| (builtin.name, builtin)).collect()
});

static NAMES: LazyLock<Names> = LazyLock::new(|| TABLE.keys().collect());

/// The function of that name.
pub(super) fn find(name: &str) -> Option<&'static Builtin> {
    TABLE.get(name).copied()
}

/// All functions by name.
pub fn all() -> impl Iterator<Item = &'static Builtin> {
    TABLE.values().copied()
}

/// Names of functions that have several words.
pub(super) fn names() -> &'static Names {
    &NAMES
}
