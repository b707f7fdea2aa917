//! Names and types that hold inside a part of an expression only.

use super::super::types::{Fields, Type};
use std::sync::Arc;

/// One layer of names, looked through from the inside out.
#[derive(Clone, Copy)]
pub(super) struct Layer<'l> {
    parent: Option<&'l Layer<'l>>,
    names: Names<'l>,
}

#[derive(Clone, Copy)]
enum Names<'l> {
    Variable(&'l str, &'l Type),
    Fields(&'l [(Arc<str>, Type)]),
    /// Names of something about which nothing is known: any name may be meant.
    Unknown,
}

impl<'l> Layer<'l> {
    /// One name.
    pub const fn variable(parent: Option<&'l Self>, name: &'l str, of: &'l Type) -> Self {
        Self { parent, names: Names::Variable(name, of) }
    }

    /// Several names.
    pub const fn fields(parent: Option<&'l Self>, fields: &'l [(Arc<str>, Type)]) -> Self {
        Self { parent, names: Names::Fields(fields) }
    }

    /// The names of one value of a list: the entries of a context, or possibly anything.
    pub fn item(parent: Option<&'l Self>, of: &'l Type) -> Self {
        let names = match of {
            Type::Context(fields) if !fields.open => Names::Fields(&fields.entries),
            Type::Context(_) | Type::Any => Names::Unknown,
            _ => Names::Fields(&[]),
        };
        Self { parent, names }
    }

    /// The type of a name; `None` where it is not known here. [`Type::Any`] where any name may be meant.
    pub fn get(&self, name: &str, scope: &Fields) -> Option<Type> {
        let mut layer = Some(self);
        let mut unknown = false;
        while let Some(Layer { parent, names }) = layer {
            match names {
                Names::Variable(own, of) if *own == name => return Some((*of).clone()),
                Names::Fields(fields) => {
                    if let Some((_, of)) = fields.iter().rev().find(|(own, _)| own.as_ref() == name) {
                        return Some(of.clone());
                    }
                }
                Names::Unknown => unknown = true,
                Names::Variable(..) => {}
            }
            layer = *parent;
        }
        match scope.get(name) {
            // An entry of the unknown value may hide the field.
            Some(of) if !unknown => Some(of.clone()),
            _ => unknown.then_some(Type::Any),
        }
    }

    /// All names, for suggestions.
    pub fn names(&self) -> Vec<Arc<str>> {
        let mut all = Vec::new();
        let mut layer = Some(self);
        while let Some(Layer { parent, names }) = layer {
            match names {
                Names::Variable(name, _) => all.push(Arc::from(*name)),
                Names::Fields(fields) => all.extend(fields.iter().map(|(name, _)| Arc::clone(name))),
                Names::Unknown => {}
            }
            layer = *parent;
        }
        all
    }
}
