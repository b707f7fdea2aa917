//! Checks an expression against the types of the names it may use, before any value is there.

mod calls;
mod fault;
mod infer;
mod layer;
mod operators;
mod paths;
#[cfg(test)]
mod tests;

pub use fault::{TypeFault, TypeFaultKind};

use super::tree::{Lambda, Tree, UnaryTests};
use super::types::{Fields, Kind, Type};
use infer::Checker;
use layer::Layer;

/// What is wrong with an expression over these fields; nothing when it is sound. With `expected`, also whether the result can be of that
/// type (a condition: [`Type::Boolean`]).
pub fn check(tree: &Tree, fields: &Fields, expected: Option<&Type>) -> Vec<TypeFault> {
    let mut checker = Checker::new(fields);
    let found = checker.infer(&tree.root, None);
    let expected_kinds = expected.map(Type::kinds);
    if let (Some(expected), Some(kinds)) = (expected, expected_kinds)
        && !found.kinds().meets(kinds)
        && found != Type::Null
        && checker.faults.is_empty()
    {
        checker.fault(tree.root.span, TypeFaultKind::UnexpectedType { expected: expected.clone(), found });
    }
    checker.finish()
}

/// What is wrong with the cell of a decision table over these fields, for an input of this type (`?` in the cell).
pub fn check_unary_tests(tests: &UnaryTests, fields: &Fields, input: &Type) -> Vec<TypeFault> {
    let mut checker = Checker::new(fields);
    let layer = Layer::variable(None, "?", input);
    checker.tests(&tests.tests, input, Some(&layer));
    checker.finish()
}

/// The type that the result of an expression over these fields has, as far as that is known; faults are passed over.
pub fn type_of(tree: &Tree, fields: &Fields) -> Type {
    Checker::new(fields).infer(&tree.root, None)
}

/// The type of a function literal, as far as its body tells; names from outside may be anything.
pub(super) fn type_of_lambda(lambda: &Lambda) -> Type {
    let anything = Fields { entries: Vec::new(), open: true };
    Checker::new(&anything).lambda(lambda, None)
}

/// The type that two ways of an expression have in common.
fn common(left: Type, right: Type) -> Type {
    match (left, right) {
        (left, right) if left == right => left,
        (Type::Null, other) | (other, Type::Null) => other,
        (Type::Choice(_), Type::Choice(_) | Type::Text) | (Type::Text, Type::Choice(_)) => Type::Text,
        (Type::List(left), Type::List(right)) => Type::list(common(left.as_ref().clone(), right.as_ref().clone())),
        _ => Type::Any,
    }
}

/// The one kind that a value of the type has, null aside; `None` where it may be of several.
fn only_kind(of: &Type) -> Option<Kind> {
    if *of == Type::Any { None } else { of.kinds().iter().next() }
}
