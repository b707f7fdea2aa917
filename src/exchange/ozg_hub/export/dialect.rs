//! FEEL in the languages of the platform: JUEL in conditions of the flow, Groovy in scripts.

use super::variables::Variables;
use crate::expr::{Arithmetic, Comparison, Names, Part, Shape, Value, parse};
use crate::scope::SETTINGS;

/// A language of the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// Expressions of conditions, without the signs around them.
    Juel,
    /// Expressions of scripts that call the platform `api`.
    Groovy,
}

/// An expression in a dialect; `None` where the dialect has no words for it, or it is no FEEL.
pub(super) fn translated(feel: &str, dialect: Dialect, names: &Names, variables: &Variables<'_>) -> Option<String> {
    let tree = parse(feel, names).ok()?;
    Writer { dialect, variables }.written(tree.part(), 0)
}

struct Writer<'a> {
    dialect: Dialect,
    variables: &'a Variables<'a>,
}

/// How strongly expressions bind: looser ones stand in parentheses within tighter ones.
mod binding {
    pub const CHOICE: u8 = 1;
    pub const OR: u8 = 2;
    pub const AND: u8 = 3;
    pub const COMPARISON: u8 = 4;
    pub const SUM: u8 = 5;
    pub const PRODUCT: u8 = 6;
    pub const SIGN: u8 = 7;
}

impl Writer<'_> {
    /// As deep as trees of FEEL are, which have a limit.
    fn written(&self, part: Part<'_>, around: u8) -> Option<String> {
        let (text, binding) = self.bound(part)?;
        Some(if binding < around { format!("({text})") } else { text })
    }

    fn bound(&self, part: Part<'_>) -> Option<(String, u8)> {
        use binding::{AND, CHOICE, OR, PRODUCT, SIGN, SUM};
        Some(match part.shape() {
            Shape::Literal(value) => (self.literal(value)?, SIGN + 1),
            Shape::Path(path) => (self.path(&path)?, SIGN + 1),
            Shape::Comparison(sign, left, right) => self.comparison(sign, left, right)?,
            Shape::And(parts) => (self.joined(&parts, AND, " && ")?, AND),
            Shape::Or(parts) => (self.joined(&parts, OR, " || ")?, OR),
            Shape::Arithmetic(sign, left, right) => {
                let (word, binding) = match sign {
                    Arithmetic::Plus => ("+", SUM),
                    Arithmetic::Minus => ("-", SUM),
                    Arithmetic::Times => ("*", PRODUCT),
                    Arithmetic::Divide => ("/", PRODUCT),
                    Arithmetic::Power => return None,
                };
                (format!("{} {word} {}", self.written(left, binding)?, self.written(right, binding + 1)?), binding)
            }
            Shape::Negation(inner) => (format!("-{}", self.written(inner, SIGN)?), SIGN),
            Shape::If(condition, then, otherwise) => {
                let parts = [self.written(condition, OR)?, self.written(then, OR)?, self.written(otherwise, CHOICE)?];
                (format!("{} ? {} : {}", parts[0], parts[1], parts[2]), CHOICE)
            }
            Shape::Between(value, low, high) => {
                let value = self.written(value, SUM)?;
                let text = format!("{value} >= {} && {value} <= {}", self.written(low, SUM)?, self.written(high, SUM)?);
                (text, AND)
            }
            Shape::In(value, tests) => (self.one_of(value, &tests)?, OR),
            Shape::Call(name, arguments) => self.call(name, &arguments)?,
            _ => return None,
        })
    }

    fn joined(&self, parts: &[Part<'_>], binding: u8, word: &str) -> Option<String> {
        let texts: Option<Vec<String>> = parts.iter().map(|part| self.written(*part, binding + 1)).collect();
        Some(texts?.join(word))
    }

    fn comparison(&self, sign: Comparison, left: Part<'_>, right: Part<'_>) -> Option<(String, u8)> {
        let word = match sign {
            Comparison::Equal => "==",
            other => other.sign(),
        };
        let binding = binding::COMPARISON;
        Some((format!("{} {word} {}", self.written(left, binding + 1)?, self.written(right, binding + 1)?), binding))
    }

    fn one_of(&self, value: Part<'_>, tests: &[Part<'_>]) -> Option<String> {
        let items: Vec<Part<'_>> = match tests {
            [only] => match only.shape() {
                Shape::List(items) => items,
                _ => vec![*only],
            },
            several => several.to_vec(),
        };
        let value = self.written(value, binding::SUM)?;
        let literal = |item: &Part<'_>| matches!(item.shape(), Shape::Literal(_)).then(|| self.written(*item, binding::SUM)).flatten();
        let texts: Option<Vec<String>> = items.iter().map(|item| Some(format!("{value} == {}", literal(item)?))).collect();
        texts.filter(|texts| !texts.is_empty()).map(|texts| texts.join(" || "))
    }

    fn call(&self, name: &str, arguments: &[Part<'_>]) -> Option<(String, u8)> {
        use binding::SIGN;
        let one = |around: u8| arguments.first().and_then(|part| self.written(*part, around)).filter(|_| arguments.len() == 1);
        let empty = |text: String| match self.dialect {
            Dialect::Juel => format!("empty {text}"),
            Dialect::Groovy => format!("!{text}"),
        };
        Some(match name {
            "not" => match arguments.first()?.shape() {
                Shape::Call("is filled", inner) => (empty(self.written(*inner.first()?, SIGN + 1)?), SIGN),
                _ => (format!("!{}", one(SIGN + 1)?), SIGN),
            },
            "is filled" => match self.dialect {
                Dialect::Juel => (format!("not empty {}", one(SIGN + 1)?), SIGN),
                Dialect::Groovy => (format!("!!{}", one(SIGN + 1)?), SIGN),
            },
            "contains" | "list contains" if arguments.len() == 2 => {
                let (text, part) = (self.written(*arguments.first()?, SIGN + 1)?, self.written(*arguments.get(1)?, 0)?);
                (format!("{text}.contains({part})"), SIGN + 1)
            }
            _ => return None,
        })
    }

    fn literal(&self, value: &Value) -> Option<String> {
        Some(match value {
            Value::Null => "null".to_owned(),
            Value::Boolean(truth) => truth.to_string(),
            Value::Number(_) => value.to_feel(),
            Value::Text(text) => quoted(text, self.dialect),
            _ => return None,
        })
    }

    fn path(&self, path: &[&str]) -> Option<String> {
        if let [SETTINGS, key] = path {
            let name = self.variables.parameter(key)?;
            return Some(match self.dialect {
                Dialect::Juel => format!("startParameter.parameters[{}]", quoted(&name, self.dialect)),
                Dialect::Groovy => format!("api.startParameter.parameters.get({})", quoted(&name, self.dialect)),
            });
        }
        let name = self.variables.of_path(&path.join("."))?;
        Some(match self.dialect {
            Dialect::Juel => name,
            Dialect::Groovy => format!("api.getVariable({})", quoted(&name, self.dialect)),
        })
    }
}

/// A text between quotation marks. In Groovy a dollar sign would begin an expression.
pub(super) fn quoted(text: &str, dialect: Dialect) -> String {
    let mut out = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '$' if dialect == Dialect::Groovy => out.push_str("\\$"),
            '\n' if dialect == Dialect::Groovy => out.push_str("\\n"),
            '\r' if dialect == Dialect::Groovy => out.push_str("\\r"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
