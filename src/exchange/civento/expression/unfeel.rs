//! FEEL as terms of civento.

use super::Unreadable;
use super::functions::{in_one_word, unit_word};
use super::names::{Kind, References};
use super::term::{Sign, Term};
use crate::expr::{Arithmetic, Comparison, Names, Part, Shape, Value, builtin, parse};

/// The term, and functions that civento is not known to have.
pub(super) fn read(text: &str, references: &dyn References) -> Result<(Term, Vec<String>), Unreadable> {
    let tree = parse(text, &Names::new()).map_err(|_| Unreadable(text.to_owned()))?;
    let mut reader = Reader { references, assumed: Vec::new(), list: None };
    let term = reader.term(tree.part()).ok_or_else(|| Unreadable(text.to_owned()))?;
    Ok((term, reader.assumed))
}

/// The condition without the `= true` that keeps it from being null.
pub(super) fn without_truth(term: Term) -> Term {
    match term {
        Term::Two(Sign::Equal, inner, truth) if *truth == Term::Truth(true) => match *inner {
            Term::Two(Sign::Equal, inner, truth) if *truth == Term::Truth(true) => *inner,
            inner => inner,
        },
        Term::Two(sign @ (Sign::And | Sign::Or), left, right) => Term::two(sign, without_truth(*left), without_truth(*right)),
        Term::Not(inner) => Term::Not(Box::new(without_truth(*inner))),
        other => other,
    }
}

struct Reader<'r> {
    references: &'r dyn References,
    assumed: Vec<String>,
    /// In a condition over the elements of a list: the reference of the list.
    list: Option<String>,
}

impl Reader<'_> {
    fn term(&mut self, part: Part<'_>) -> Option<Term> {
        Some(match part.shape() {
            Shape::Literal(value) => {
                if matches!(value, Value::Date(_)) {
                    self.assume("date");
                }
                literal(value)?
            }
            Shape::Path(names) => self.path(&names)?,
            Shape::Comparison(sign, left, right) => self.compared(sign, left, right)?,
            Shape::And(parts) => self.chained(Sign::And, &parts)?,
            Shape::Or(parts) => self.chained(Sign::Or, &parts)?,
            Shape::Arithmetic(sign, left, right) => self.computed(sign, left, right)?,
            Shape::Negation(inner) => Term::Minus(Box::new(self.term(inner)?)),
            Shape::Between(value, low, high) => {
                let value = self.term(value)?;
                let low = Term::two(Sign::GreaterOrEqual, value.clone(), self.term(low)?);
                Term::two(Sign::And, low, Term::two(Sign::LessOrEqual, value, self.term(high)?))
            }
            Shape::In(value, tests) => self.one_of(value, &tests)?,
            Shape::Filter(list, condition) => self.filtered(list, condition)?,
            Shape::Entry(of, name) => self.entry(of, name)?,
            Shape::Call(name, arguments) => self.call(name, &arguments)?,
            Shape::If(..) | Shape::List(_) | Shape::Other => return None,
        })
    }

    fn assume(&mut self, function: &str) {
        if !self.assumed.iter().any(|known| known == function) {
            self.assumed.push(function.to_owned());
        }
    }

    fn path(&self, names: &[&str]) -> Option<Term> {
        if let (Some(list), ["item", rest @ ..]) = (&self.list, names) {
            return Some(Term::Reference(self.references.reference(&format!("{list}.{}", rest.join(".")))?));
        }
        Some(Term::Reference(self.references.reference(&names.join("."))?))
    }

    fn chained(&mut self, sign: Sign, parts: &[Part<'_>]) -> Option<Term> {
        let mut terms = parts.iter().map(|part| self.term(*part)).collect::<Option<Vec<_>>>()?.into_iter();
        let first = terms.next()?;
        Some(terms.fold(first, |left, right| Term::two(sign, left, right)))
    }

    fn compared(&mut self, sign: Comparison, left: Part<'_>, right: Part<'_>) -> Option<Term> {
        let (left, right) = (self.term(left)?, self.term(right)?);
        Some(match (sign, &right) {
            (Comparison::Equal, Term::Null) => Term::call("isNull", vec![left]),
            (Comparison::Equal, _) => Term::two(Sign::Equal, left, right),
            (Comparison::Unequal, _) => Term::two(Sign::Unequal, left, right),
            (Comparison::Less, _) => Term::two(Sign::Less, left, right),
            (Comparison::LessOrEqual, _) => Term::two(Sign::LessOrEqual, left, right),
            (Comparison::Greater, _) => Term::two(Sign::Greater, left, right),
            (Comparison::GreaterOrEqual, _) => Term::two(Sign::GreaterOrEqual, left, right),
        })
    }

    fn computed(&mut self, sign: Arithmetic, left: Part<'_>, right: Part<'_>) -> Option<Term> {
        if let Shape::Literal(duration @ (Value::DayTimeDuration(_) | Value::YearMonthDuration(_))) = right.shape() {
            return later(self.term(left)?, sign, &duration.to_plain_text());
        }
        let sign = match sign {
            Arithmetic::Plus => Sign::Plus,
            Arithmetic::Minus => Sign::Minus,
            Arithmetic::Times => Sign::Times,
            Arithmetic::Divide => Sign::Divide,
            Arithmetic::Power => return None,
        };
        Some(Term::two(sign, self.term(left)?, self.term(right)?))
    }

    /// `x in ["a", "b"]` as comparisons one by one.
    fn one_of(&mut self, value: Part<'_>, tests: &[Part<'_>]) -> Option<Term> {
        let items = match tests {
            [only] => match only.shape() {
                Shape::List(items) => items,
                _ => vec![*only],
            },
            several => several.to_vec(),
        };
        let value = self.term(value)?;
        let mut equal = Vec::new();
        for item in items {
            // What is looked in may be a list itself; only a value as it is written cannot.
            let Shape::Literal(item) = item.shape() else { return None };
            equal.push(Term::two(Sign::Equal, value.clone(), literal(item)?));
        }
        equal.into_iter().reduce(|left, right| Term::two(Sign::Or, left, right))
    }

    fn filtered(&mut self, list: Part<'_>, condition: Part<'_>) -> Option<Term> {
        if self.is_place(condition) {
            let list = self.term(list)?;
            return Some(Term::Element(Box::new(list), Box::new(self.index(condition)?)));
        }
        // All that do not satisfy a condition are what is left when those are taken out that do.
        let Shape::Call("not", arguments) = condition.shape() else { return None };
        let [condition] = arguments.as_slice() else { return None };
        self.over_elements("ListenelementeEntfernen", list, *condition)
    }

    fn over_elements(&mut self, name: &str, list: Part<'_>, condition: Part<'_>) -> Option<Term> {
        let Shape::Path(names) = list.shape() else { return None };
        let list = self.path(&names)?;
        let outer = self.list.replace(names.join("."));
        let condition = self.term(condition);
        self.list = outer;
        Some(Term::call(name, vec![list, without_truth(condition?)]))
    }

    fn is_place(&self, part: Part<'_>) -> bool {
        match part.shape() {
            Shape::Literal(Value::Number(_)) | Shape::Arithmetic(..) => true,
            Shape::Path(names) => self.references.kind(&names.join(".")) == Kind::Number,
            Shape::Call(name, _) => name == "count",
            _ => false,
        }
    }

    /// A place counted from 0.
    fn index(&mut self, part: Part<'_>) -> Option<Term> {
        Some(match self.term(part)? {
            Term::Number(number) => Term::Number(number.parse::<u64>().ok()?.checked_sub(1)?.to_string()),
            Term::Two(Sign::Plus, index, one) if *one == Term::Number("1".to_owned()) => *index,
            other => Term::two(Sign::Minus, other, Term::Number("1".to_owned())),
        })
    }

    fn entry(&mut self, of: Part<'_>, name: &str) -> Option<Term> {
        let own = match of.shape() {
            Shape::Filter(list, _) => match list.shape() {
                Shape::Path(names) => self.references.reference(&format!("{}.{name}", names.join("."))),
                _ => None,
            },
            _ => None,
        };
        let own = own.as_deref().and_then(|reference| reference.rsplit_once('.')).map_or(name, |(_, own)| own).to_owned();
        Some(Term::Entry(Box::new(self.term(of)?), own))
    }

    fn call(&mut self, name: &str, arguments: &[Part<'_>]) -> Option<Term> {
        Some(match (name, arguments) {
            ("count", [list]) => match list.shape() {
                Shape::Filter(list, condition) if !self.is_place(condition) => self.over_elements("AnzahlWenn", list, condition)?,
                _ => Term::call("Anzahl", vec![self.term(*list)?]),
            },
            ("not", [inner]) => match self.term(*inner)? {
                Term::Two(Sign::Unequal, left, right) if *right == Term::Text(String::new()) => Term::Two(Sign::Equal, left, right),
                inner => Term::Not(Box::new(inner)),
            },
            ("is filled", [value]) => Term::two(Sign::Unequal, self.term(*value)?, Term::Text(String::new())),
            ("string", [value]) => Term::call("castToString", vec![self.term(*value)?]),
            ("string join", [list]) => {
                let Shape::List(parts) = list.shape() else { return None };
                self.chained(Sign::Plus, &parts)?
            }
            ("today", []) => Term::call("todayDate", Vec::new()),
            ("list replace", [list, place, value]) => self.replaced(*list, *place, *value)?,
            ("remove", [list, place]) => Term::call("ListenelementeEntfernen", vec![self.term(*list)?, self.index(*place)?]),
            _ => {
                builtin::all().find(|known| known.name == name)?;
                let word = in_one_word(name);
                self.assume(&word);
                Term::Call(word, arguments.iter().map(|argument| self.term(*argument)).collect::<Option<_>>()?)
            }
        })
    }

    fn replaced(&mut self, list: Part<'_>, place: Part<'_>, value: Part<'_>) -> Option<Term> {
        let (term, index) = (self.term(list)?, self.index(place)?);
        if let (Shape::Call("context put", arguments), Shape::Path(names)) = (value.shape(), list.shape())
            && let [object, key, value] = arguments.as_slice()
            && self.term(*object)? == Term::Element(Box::new(term.clone()), Box::new(index.clone()))
            && let Shape::Literal(Value::Text(key)) = key.shape()
        {
            let reference = self.references.reference(&format!("{}.{key}", names.join(".")))?;
            let field = reference.rsplit_once('.').map_or(reference.as_str(), |(_, field)| field).to_owned();
            return Some(Term::call("ListenelementSetzen", vec![term, index, Term::Text(field), self.term(*value)?]));
        }
        let value = self.term(value)?;
        Some(Term::call("ListenelementSetzen", vec![term, index, value]))
    }
}

fn literal(value: &Value) -> Option<Term> {
    Some(match value {
        Value::Null => Term::Null,
        Value::Boolean(truth) => Term::Truth(*truth),
        Value::Text(text) => Term::Text(text.to_string()),
        Value::Number(number) => {
            let text = number.to_string();
            let plain = text.bytes().all(|sign| sign.is_ascii_digit() || matches!(sign, b'.' | b'-'));
            match text.strip_prefix('-') {
                _ if !plain => return None,
                Some(positive) => Term::Minus(Box::new(Term::Number(positive.to_owned()))),
                None => Term::Number(text),
            }
        }
        Value::Date(date) => Term::call("date", vec![Term::Text(date.to_string())]),
        _ => return None,
    })
}

/// A date so much later or earlier; a duration of one unit only.
fn later(date: Term, sign: Arithmetic, duration: &str) -> Option<Term> {
    let (digits, unit) = duration.strip_prefix('P')?.split_at_checked(duration.len().checked_sub(2)?)?;
    let unit = unit_word(unit.chars().next()?)?;
    let count = Term::Number(digits.parse::<u64>().ok()?.to_string());
    let count = match sign {
        Arithmetic::Plus => count,
        Arithmetic::Minus => Term::Minus(Box::new(count)),
        _ => return None,
    };
    Some(Term::call("dateAdd", vec![date, count, Term::Text(unit.to_owned())]))
}
