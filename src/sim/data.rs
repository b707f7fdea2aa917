//! The case's data: reading and writing by path, and what an expression sees of it.

use super::path::{Part, Path};
use super::schema::{Schema, Shape, UnknownPath};
use super::values::Misfit;
use crate::expr::{Context, Environment, List, Scope, Value};
use crate::scope::SETTINGS;
use jiff::civil::DateTime;
use std::borrow::Cow;
use std::sync::Arc;

/// Why a value cannot be written.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WriteFault {
    /// The text is no path.
    #[error(transparent)]
    Path(#[from] super::path::PathError),
    /// The path leads nowhere.
    #[error(transparent)]
    Unknown(#[from] UnknownPath),
    /// The value does not fit.
    #[error("{path}: {misfit}")]
    Misfit {
        /// Where it was to be written.
        path: String,
        /// Why not.
        misfit: Misfit,
    },
    /// The list has no such entry; one may be added at its end, no further.
    #[error("{path}: the list has {length} entries")]
    NoSuchEntry {
        /// Where it was to be written.
        path: String,
        /// Entries that it has.
        length: usize,
    },
    /// Settings belong to the authority; a case does not change them.
    #[error("{0} is a setting")]
    Setting(String),
    /// The value is an expression that cannot be read or speaks of something unknown.
    #[error("{:?} cannot be computed", .0.text)]
    Value(super::feel::Broken),
}

/// Names that a repeated step adds: its element, its counters.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Locals {
    pub names: Vec<(Arc<str>, Local)>,
    /// Those of the step around it.
    pub outer: Option<Arc<Locals>>,
}

/// What such a name stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Local {
    Value(Value),
    /// An entry of a list of the case: read and written there.
    Entry(Path),
}

impl Locals {
    fn find<'a>(locals: Option<&'a Self>, name: &str) -> Option<&'a Local> {
        let mut here = locals;
        while let Some(level) = here {
            if let Some((_, local)) = level.names.iter().find(|(known, _)| known.as_ref() == name) {
                return Some(local);
            }
            here = level.outer.as_deref();
        }
        None
    }
}

/// What an expression sees: the case's data, the names of the repeated step around it, the clock.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub(super) data: &'a Context,
    pub(super) locals: Option<&'a Locals>,
    pub(super) now: DateTime,
}

impl Scope for Scene<'_> {
    fn value(&self, name: &str) -> Option<Value> {
        match Locals::find(self.locals, name) {
            Some(Local::Value(value)) => Some(value.clone()),
            Some(Local::Entry(path)) => Some(read(self.data, path).unwrap_or_default()),
            None => self.data.get(name).cloned(),
        }
    }
}

impl Scene<'_> {
    pub(super) fn environment(&self) -> Environment {
        super::feel::environment(self.now)
    }

    /// The path with the name of a repeated step's element put into words of the case's data.
    pub(super) fn resolved<'p>(&self, path: &'p Path) -> Cow<'p, Path> {
        match Locals::find(self.locals, &path.root) {
            Some(Local::Entry(entry)) => Cow::Owned(entry.joined(&path.parts)),
            _ => Cow::Borrowed(path),
        }
    }

    /// The known name that is most like this one: of a case object, a local name, or a field.
    pub(super) fn similar(&self, name: &str) -> Option<String> {
        let names = |context: &Context| context.entries().iter().map(|(key, _)| key.to_string()).collect::<Vec<_>>();
        let fields = self.data.entries().iter().filter_map(|(_, value)| value.as_context()).flat_map(names);
        let known: Vec<String> = names(self.data).into_iter().chain(fields).collect();
        super::schema::similar(name, known.iter().map(String::as_str))
    }

    /// The value at a path as text; `None` if nothing is known there.
    pub fn look_up(&self, path: &str) -> Option<Value> {
        self.look_up_path(&Path::read(path).ok()?)
    }

    pub(super) fn look_up_path(&self, path: &Path) -> Option<Value> {
        match Locals::find(self.locals, &path.root) {
            Some(Local::Value(value)) => inside(value, &path.parts).cloned(),
            Some(Local::Entry(entry)) => read(self.data, &entry.joined(&path.parts)),
            None => read(self.data, path),
        }
    }
}

/// The value at a path of the case's data.
pub(super) fn read(data: &Context, path: &Path) -> Option<Value> {
    inside(data.get(&path.root)?, &path.parts).cloned()
}

fn inside<'a>(value: &'a Value, parts: &[Part]) -> Option<&'a Value> {
    static NULL: Value = Value::Null;
    let mut here = value;
    for part in parts {
        here = match (here, part) {
            (Value::Null, Part::Field(_)) => &NULL,
            (Value::Context(context), Part::Field(name)) => context.get(name)?,
            (Value::List(list), Part::Entry(place)) => list.items().get(*place)?,
            _ => return None,
        };
    }
    Some(here)
}

/// The data of a new case: nothing filled in, and the settings.
pub(super) fn blank(schema: &Schema, settings: Vec<(Arc<str>, Value)>) -> Context {
    let objects = schema.roots().map(|(key, object)| (Arc::clone(key), schema.blank(object)));
    let settings = Context::new(settings).map_or(Value::Null, Value::Context);
    Context::new(objects.chain([(Arc::from(SETTINGS), settings)])).unwrap_or_default()
}

/// A value that was written.
#[derive(Debug)]
pub(super) struct Written {
    pub data: Context,
    pub old: Value,
    pub new: Value,
}

/// The data with a value at a path, in the form its field wants.
pub(super) fn write(schema: &Schema, data: &Context, path: &Path, value: &Value) -> Result<Written, WriteFault> {
    if path.root.as_ref() == SETTINGS {
        return Err(WriteFault::Setting(path.to_string()));
    }
    let shape = schema.shape(path)?;
    let misfit = |misfit| WriteFault::Misfit { path: path.to_string(), misfit };
    let new = schema.fit(shape, value).map_err(misfit)?;
    let old = read(data, path).unwrap_or_default();
    let root_path = Path { root: Arc::clone(&path.root), parts: Vec::new() };
    let root_shape = schema.shape(&root_path)?;
    let root = data.get(&path.root).cloned().unwrap_or_default();
    let root = replaced(schema, root_shape, &root, &path.parts, &new).map_err(|fault| match fault {
        Replacing::NoSuchEntry(length) => WriteFault::NoSuchEntry { path: path.to_string(), length },
        Replacing::Misfit(fault) => misfit(fault),
    })?;
    let data = data.with(&path.root, root).map_err(|fault| misfit(fault.into()))?;
    Ok(Written { data, old, new })
}

enum Replacing {
    NoSuchEntry(usize),
    Misfit(Misfit),
}

impl From<crate::expr::TooLarge> for Replacing {
    fn from(fault: crate::expr::TooLarge) -> Self {
        Self::Misfit(fault.into())
    }
}

/// The value with another one inside. As deep as the path is long, which [`Path::read`] bounds.
fn replaced(schema: &Schema, shape: Shape, value: &Value, parts: &[Part], new: &Value) -> Result<Value, Replacing> {
    let Some((part, rest)) = parts.split_first() else { return Ok(new.clone()) };
    // The path's shape was found before, so every part has one.
    let Some(inner) = schema.inner(shape, part) else { return Err(Replacing::NoSuchEntry(0)) };
    match part {
        Part::Field(name) => {
            let context = match (value, shape) {
                (Value::Context(context), _) => context.clone(),
                (_, Shape::Object(object) | Shape::Value(crate::model::FieldKind::Object(object))) => {
                    schema.blank(object).as_context().cloned().unwrap_or_default()
                }
                (_, Shape::Value(kind)) => Context::new(kind.parts().iter().map(|part| (Arc::from(*part), Value::Null)))?,
            };
            let old = context.get(name).cloned().unwrap_or_default();
            Ok(context.with(name, replaced(schema, inner, &old, rest, new)?)?.into())
        }
        Part::Entry(place) => {
            let mut items = value.as_list().map_or_else(Vec::new, |list| list.items().to_vec());
            if *place > items.len() {
                return Err(Replacing::NoSuchEntry(items.len()));
            }
            if *place == items.len() {
                items.push(Value::Null);
            }
            if let Some(item) = items.get_mut(*place) {
                *item = replaced(schema, inner, item, rest, new)?;
            }
            Ok(List::new(items)?.into())
        }
    }
}
