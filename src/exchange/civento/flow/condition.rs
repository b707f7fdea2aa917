//! Conditions that decide: what is not known counts as "no", as nothing that is empty fulfils a condition there.

use super::NEVER;
use crate::expr::{Comparison, Names, Part, Shape, Value, parse};

const IS_TRUE: &str = " = true";

/// The condition, so that it is true or false whatever is filled in.
pub(super) fn decided(feel: &str) -> String {
    let Ok(tree) = parse(feel, &Names::new()) else { return feel.to_owned() };
    match tree.part().shape() {
        _ if is_decided(tree.part()) => feel.to_owned(),
        Shape::Path(_) | Shape::Call(..) => format!("{feel}{IS_TRUE}"),
        _ => format!("({feel}){IS_TRUE}"),
    }
}

/// The condition as it was before [`decided`].
pub(super) fn plain(feel: &str) -> &str {
    let feel = feel.trim();
    let Some(inner) = feel.strip_suffix(IS_TRUE) else { return feel };
    let inner = inner.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(inner);
    if decided(inner) == feel { inner } else { feel }
}

/// The condition of what is switched off.
pub(super) fn never(feel: &str) -> String {
    format!("{NEVER}{feel})")
}

/// A condition without what switches it off, and whether it was switched off.
pub(super) fn without_never(feel: &str) -> (&str, bool) {
    let inner = feel.trim().strip_prefix(NEVER).and_then(|rest| rest.strip_suffix(')'));
    inner.map_or((feel, false), |inner| (inner, true))
}

/// Whether it is never null.
fn is_decided(part: Part<'_>) -> bool {
    match part.shape() {
        Shape::Literal(value) => matches!(value, Value::Boolean(_)),
        Shape::Comparison(sign, ..) => matches!(sign, Comparison::Equal | Comparison::Unequal),
        Shape::And(parts) | Shape::Or(parts) => parts.into_iter().all(is_decided),
        Shape::Call("is filled", _) => true,
        Shape::Call("not", parts) => parts.into_iter().all(is_decided),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_unknown_counts_as_no() {
        for (feel, expected) in [
            ("a.b = 1", "a.b = 1"),
            ("a.b = null or not(a.c != \"x\")", "a.b = null or not(a.c != \"x\")"),
            ("true", "true"),
            ("a.b", "a.b = true"),
            ("a.b < 3", "(a.b < 3) = true"),
            ("a.b and a.c = 1", "(a.b and a.c = 1) = true"),
            ("f(a.b)", "f(a.b) = true"),
            ("(a < 1) and (b < 2)", "((a < 1) and (b < 2)) = true"),
        ] {
            assert_eq!(decided(feel), expected);
            assert_eq!(plain(expected), feel);
        }
        assert_eq!(plain("a.b = true"), "a.b");
        assert_eq!(plain("(a) = 1"), "(a) = 1");
    }

    #[test]
    fn a_condition_is_switched_off_and_on() {
        assert_eq!(without_never(&never("a.b = 1")), ("a.b = 1", true));
        assert_eq!(without_never("a.b = 1"), ("a.b = 1", false));
    }
}
