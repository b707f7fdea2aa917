//! From FEEL back to a condition, where the expression has the shape of one.

use super::condition::{Comparison, Condition, Junction, Operand, Sign, Term};
use crate::expr::{self, Names, Part, Shape, Value, parse};

impl Condition {
    /// The condition that a FEEL text is; an empty text always holds. `None` where the text is no expression, or one that is not made of
    /// comparisons of fields: it stays text. What is read means what the text means, though it may be written otherwise
    /// (`not(antrag.eilt)` comes back as `antrag.eilt = false`).
    pub fn of_feel(text: &str, names: &Names) -> Option<Self> {
        if text.trim().is_empty() {
            return Some(Self::always());
        }
        let tree = parse(text, names).ok()?;
        match tree.part().shape() {
            Shape::And(parts) => joined(Junction::All, &parts),
            Shape::Or(parts) => joined(Junction::Any, &parts),
            _ => comparison(tree.part()).map(Self::one),
        }
    }
}

fn joined(junction: Junction, parts: &[Part<'_>]) -> Option<Condition> {
    let mut terms = Vec::with_capacity(parts.len());
    for part in parts {
        match (junction, part.shape()) {
            (Junction::All, Shape::Or(inner)) | (Junction::Any, Shape::And(inner)) => {
                terms.push(Term::Group(inner.into_iter().map(comparison).collect::<Option<_>>()?));
            }
            // Parentheses that change nothing: `a and (b and c)`.
            (Junction::All, Shape::And(inner)) | (Junction::Any, Shape::Or(inner)) => {
                terms.extend(joined(junction, &inner)?.terms);
            }
            _ => terms.push(Term::One(comparison(*part)?)),
        }
    }
    Some(Condition { junction, terms })
}

fn comparison(part: Part<'_>) -> Option<Comparison> {
    match part.shape() {
        Shape::Path(_) => Some(Comparison::new(&path(part)?, Sign::Yes)),
        Shape::Comparison(sign, left, right) => compared(sign, left, right),
        Shape::In(value, tests) => one_of(value, &tests),
        Shape::Call(name, arguments) => call(name, &arguments),
        _ => None,
    }
}

fn compared(sign: expr::Comparison, left: Part<'_>, right: Part<'_>) -> Option<Comparison> {
    let path = path(left)?;
    let value = operand(right)?;
    let sign = match (sign, &value) {
        (expr::Comparison::Equal, Operand::Value(Value::Boolean(truth))) => {
            return Some(Comparison::new(&path, if *truth { Sign::Yes } else { Sign::No }));
        }
        (expr::Comparison::Equal, _) => Sign::Equal,
        (expr::Comparison::Unequal, _) => Sign::Unequal,
        (expr::Comparison::Less, _) => Sign::Less,
        (expr::Comparison::LessOrEqual, _) => Sign::LessOrEqual,
        (expr::Comparison::Greater, _) => Sign::Greater,
        (expr::Comparison::GreaterOrEqual, _) => Sign::GreaterOrEqual,
    };
    Some(Comparison { path, sign, values: vec![value] })
}

/// `x in ["a", "b"]` and `x in ("a", "b")`. A path to look in may be a list, so that it is no value among others.
fn one_of(value: Part<'_>, tests: &[Part<'_>]) -> Option<Comparison> {
    let items = match tests {
        [only] => match only.shape() {
            Shape::List(items) => items,
            _ => vec![*only],
        },
        several => several.to_vec(),
    };
    let literal = |part: Part<'_>| operand(part).filter(|operand| matches!(operand, Operand::Value(_)));
    let values: Vec<Operand> = items.into_iter().map(literal).collect::<Option<_>>()?;
    (!values.is_empty()).then_some(())?;
    Some(Comparison { path: path(value)?, sign: Sign::OneOf, values })
}

fn call(name: &str, arguments: &[Part<'_>]) -> Option<Comparison> {
    match (name, arguments) {
        ("is filled", [value]) => Some(Comparison::new(&path(*value)?, Sign::Filled)),
        ("contains", [value, part]) => Some(Comparison { path: path(*value)?, sign: Sign::Contains, values: vec![operand(*part)?] }),
        ("list contains", [list, item]) => Some(Comparison { path: path(*list)?, sign: Sign::Includes, values: vec![operand(*item)?] }),
        ("not", [inner]) => match inner.shape() {
            Shape::Path(_) => Some(Comparison::new(&path(*inner)?, Sign::No)),
            Shape::Call("is filled", arguments) => match arguments.as_slice() {
                [value] => Some(Comparison::new(&path(*value)?, Sign::Empty)),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

fn path(part: Part<'_>) -> Option<String> {
    match part.shape() {
        Shape::Path(names) => Some(names.join(".")),
        _ => None,
    }
}

fn operand(part: Part<'_>) -> Option<Operand> {
    match part.shape() {
        Shape::Literal(Value::Null) => None,
        Shape::Literal(value) => Some(Operand::Value(value.clone())),
        Shape::Path(_) => path(part).map(Operand::Path),
        Shape::Call("today", arguments) if arguments.is_empty() => Some(Operand::Today),
        _ => None,
    }
}
