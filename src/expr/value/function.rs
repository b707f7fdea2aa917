//! Functions as values: built in, or written in an expression.

use super::super::builtin::Builtin;
use super::super::tree::Lambda;
use super::{Context, Extent};
use std::fmt;
use std::sync::Arc;

/// Something that can be called.
#[derive(Clone)]
pub struct Function(pub(in super::super) Callable);

/// What there is to call.
#[derive(Clone)]
pub(in super::super) enum Callable {
    Builtin(&'static Builtin),
    /// A function literal with the values that stood around it when it was evaluated.
    Lambda(Arc<Closure>),
}

/// A function literal and its surroundings.
pub(in super::super) struct Closure {
    pub lambda: Arc<Lambda>,
    pub surroundings: Context,
}

impl Function {
    /// Its name, where it is built in.
    pub fn name(&self) -> Option<&'static str> {
        match &self.0 {
            Callable::Builtin(builtin) => Some(builtin.name),
            Callable::Lambda(_) => None,
        }
    }

    pub(super) fn extent(&self) -> Extent {
        match &self.0 {
            Callable::Builtin(_) => Extent { depth: 0, weight: 1 },
            Callable::Lambda(closure) => {
                let inner = closure.surroundings.extent();
                Extent { depth: inner.depth + 1, weight: inner.weight.saturating_add(1) }
            }
        }
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Function({})", self.name().unwrap_or("…"))
    }
}

impl Function {
    /// A built-in function.
    pub(in super::super) const fn builtin(builtin: &'static Builtin) -> Self {
        Self(Callable::Builtin(builtin))
    }

    /// A function literal.
    pub(in super::super) fn lambda(closure: Closure) -> Self {
        Self(Callable::Lambda(Arc::new(closure)))
    }
}
