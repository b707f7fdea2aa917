//! Names that hold inside a part of an expression only. Frames live on the stack and are looked through from the inside out.

use super::super::value::{Context, List, TooLarge, Value};
use std::sync::Arc;

/// One layer of names.
#[derive(Clone, Copy)]
pub(in super::super) struct Frame<'f> {
    parent: Option<&'f Frame<'f>>,
    binding: Binding<'f>,
}

#[derive(Clone, Copy)]
enum Binding<'f> {
    Variable(&'f str, &'f Value),
    /// Of several entries with one name the last counts.
    Entries(&'f [(Arc<str>, Value)]),
    Context(&'f Context),
    /// The results of `for` so far, under the name `partial`.
    Partial(&'f [Value]),
}

impl<'f> Frame<'f> {
    /// One name.
    pub const fn variable(parent: Option<&'f Self>, name: &'f str, value: &'f Value) -> Self {
        Self { parent, binding: Binding::Variable(name, value) }
    }

    /// Entries of a context that is still being built, or parameters.
    pub const fn entries(parent: Option<&'f Self>, entries: &'f [(Arc<str>, Value)]) -> Self {
        Self { parent, binding: Binding::Entries(entries) }
    }

    /// Entries of a context.
    pub const fn context(parent: Option<&'f Self>, context: &'f Context) -> Self {
        Self { parent, binding: Binding::Context(context) }
    }

    /// Results so far.
    pub const fn partial(parent: Option<&'f Self>, results: &'f [Value]) -> Self {
        Self { parent, binding: Binding::Partial(results) }
    }

    /// The value of a name, from the innermost frame that has it.
    pub fn get(&self, name: &str) -> Option<Value> {
        let mut frame = Some(self);
        while let Some(Frame { parent, binding }) = frame {
            let found = match binding {
                Binding::Variable(own, value) => (*own == name).then(|| (*value).clone()),
                Binding::Entries(entries) => entries.iter().rev().find(|(own, _)| own.as_ref() == name).map(|(_, value)| value.clone()),
                Binding::Context(context) => context.get(name).cloned(),
                Binding::Partial(results) if name == "partial" => Some(List::new(results.to_vec()).ok().into()),
                Binding::Partial(_) => None,
            };
            if found.is_some() {
                return found;
            }
            frame = *parent;
        }
        None
    }

    /// All names that hold here, as one context.
    pub fn flatten(&self) -> Result<Context, TooLarge> {
        let mut layers = Vec::new();
        let mut frame = Some(self);
        while let Some(Frame { parent, binding }) = frame {
            layers.push(*binding);
            frame = *parent;
        }
        let entries = layers.into_iter().rev().flat_map(|binding| match binding {
            Binding::Variable(name, value) => vec![(Arc::from(name), value.clone())],
            Binding::Entries(entries) => entries.to_vec(),
            Binding::Context(context) => context.entries().to_vec(),
            Binding::Partial(results) => vec![(Arc::from("partial"), List::new(results.to_vec()).ok().into())],
        });
        Context::new(entries)
    }
}
