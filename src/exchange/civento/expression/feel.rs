//! Terms of civento as FEEL.

use super::functions::{kind_of, kind_of_double, of_feel};
use super::names::{Kind, Names};
use super::term::{Sign, Term};
use super::{Translated, Unreadable};
use crate::expr::Value;
use crate::model::Assignment;

/// Longer chains of texts are joined as a list: FEEL's trees have a limit.
const LONGEST_SUM: usize = 60;

/// Writes terms as FEEL.
pub(super) struct Writer<'n> {
    pub(super) names: &'n mut dyn Names,
    pub(super) doubles: Vec<String>,
    pub(super) assumed: Vec<String>,
    /// In a condition over the elements of a list: the path of the list.
    pub(super) list: Option<String>,
}

pub(super) type Written = Result<String, Unreadable>;

impl<'n> Writer<'n> {
    pub fn new(names: &'n mut dyn Names) -> Self {
        Self { names, doubles: Vec::new(), assumed: Vec::new(), list: None }
    }

    pub fn finish(self, text: String) -> Translated {
        Translated { text, doubles: self.doubles, assumed: self.assumed }
    }

    /// As a condition that is true or false whatever is unknown.
    pub fn truth(&mut self, term: &Term) -> Written {
        Ok(match term {
            Term::Truth(truth) => truth.to_string(),
            Term::Not(inner) => format!("not({})", self.truth(inner)?),
            Term::Two(sign @ (Sign::And | Sign::Or), left, right) => {
                let mut side = |term: &Term, is_loose: bool| {
                    let text = self.truth(term)?;
                    Ok::<_, Unreadable>(if is_loose { format!("({text})") } else { text })
                };
                let own = sign.strength();
                let (left, right) = (side(left, left.strength() < own)?, side(right, right.strength() <= own)?);
                format!("{left} {} {right}", sign.feel())
            }
            Term::Two(sign, left, right) if sign.is_comparison() => {
                let text = self.value(term, Kind::Truth)?;
                if self.is_decided(*sign, left, right) { text } else { format!("({text}) = true") }
            }
            Term::Call(name, _) if name.eq_ignore_ascii_case("isNull") => self.value(term, Kind::Truth)?,
            _ => {
                let text = self.operand(term, Kind::Truth, 3)?;
                let kind = match self.kind(term) {
                    Kind::Unknown => self.names.kind(&text),
                    kind => kind,
                };
                // What is neither true nor false would make the comparison null.
                if matches!(kind, Kind::Truth | Kind::Unknown) { format!("{text} = true") } else { format!("({text} = true) = true") }
            }
        })
    }

    /// Whether a comparison is never null: sides of the same kind, and for order such as are never null.
    fn is_decided(&mut self, sign: Sign, left: &Term, right: &Term) -> bool {
        if sign.is_order() {
            return is_certain(left) && is_certain(right) && self.kind(left) == self.kind(right);
        }
        let (one, other) = (self.kind(left), self.kind(right));
        *left == Term::Null || *right == Term::Null || one == other && one != Kind::Unknown || is_empty(left) || is_empty(right)
    }

    /// As a value; `kind` is what it is taken for.
    pub fn value(&mut self, term: &Term, kind: Kind) -> Written {
        Ok(match term {
            Term::Number(number) => number.clone(),
            Term::Text(text) => Value::from(text.as_str()).to_feel(),
            Term::Truth(truth) => truth.to_string(),
            Term::Null => "null".to_owned(),
            Term::Reference(name) => self.path(name, kind)?,
            Term::Entry(of, name) => self.entry(of, name)?,
            Term::Element(list, index) => {
                let list = self.operand(list, Kind::List, 6)?;
                format!("{list}[{}]", self.place(index)?)
            }
            Term::Not(inner) => format!("not({})", self.value(inner, Kind::Truth)?),
            Term::Minus(inner) => format!("-{}", self.operand(inner, Kind::Number, 6)?),
            Term::Two(sign, left, right) => self.two(*sign, left, right)?,
            Term::Call(name, arguments) => self.call(term, name, arguments, kind)?,
        })
    }

    /// What a command sets.
    pub fn command(&mut self, term: &Term) -> Result<Assignment, Unreadable> {
        if let Term::Call(name, arguments) = term
            && ["ListenelementSetzen", "ListenelementeEntfernen"].iter().any(|known| name.eq_ignore_ascii_case(known))
            && let Some(Term::Reference(list)) = arguments.first()
            && let Some(value) = self.equal(name, arguments)?
        {
            return Ok(Assignment { target: self.path(list, Kind::List)?, value });
        }
        if let Term::Two(Sign::Equal, target, value) = term
            && let Term::Reference(name) = &**target
        {
            let target = self.path(name, Kind::Unknown)?;
            let kind = self.names.kind(&target);
            return Ok(Assignment { target, value: self.value(value, kind)? });
        }
        let path = match term {
            Term::Call(name, _) => self.double(name, term, Kind::Unknown)?,
            _ => self.double("befehl", term, Kind::Unknown)?,
        };
        Ok(Assignment { target: path.clone(), value: path })
    }

    pub(super) fn path(&mut self, name: &str, kind: Kind) -> Written {
        let path = self.names.path(name, kind).ok_or_else(|| Unreadable(name.to_owned()))?;
        let below = self.list.as_ref().and_then(|list| path.strip_prefix(list.as_str())?.strip_prefix('.'));
        Ok(below.map_or_else(|| path.clone(), |below| format!("item.{below}")))
    }

    /// A field of an element of a list has the key that it has in the list as a whole.
    fn entry(&mut self, of: &Term, name: &str) -> Written {
        let list = match of {
            Term::Element(list, _) => match &**list {
                Term::Reference(list) => Some(list),
                _ => None,
            },
            _ => None,
        };
        let key = list.and_then(|list| {
            let path = self.names.path(&format!("{list}.{name}"), Kind::Unknown)?;
            path.rsplit_once('.').map(|(_, key)| key.to_owned())
        });
        Ok(format!("{}.{}", self.operand(of, Kind::Object, 6)?, key.unwrap_or_else(|| name.to_owned())))
    }

    /// A place in a list, counted from 1.
    pub(super) fn place(&mut self, index: &Term) -> Written {
        match index {
            Term::Number(number) if number.parse::<u32>().is_ok() => Ok((number.parse::<u64>().unwrap_or_default() + 1).to_string()),
            Term::Two(Sign::Minus, before, one) if **one == Term::Number("1".to_owned()) => self.value(before, Kind::Number),
            _ => Ok(format!("{} + 1", self.operand(index, Kind::Number, 3)?)),
        }
    }

    fn two(&mut self, sign: Sign, left: &Term, right: &Term) -> Written {
        if matches!(sign, Sign::Equal | Sign::Unequal) {
            return self.equality(sign, left, right);
        }
        if sign == Sign::Plus {
            return self.sum(left, right);
        }
        let kind = match sign {
            Sign::And | Sign::Or => Kind::Truth,
            Sign::Times | Sign::Divide => Kind::Number,
            _ => self.common_kind(left, right, Kind::Number),
        };
        self.joined(sign, (left, kind), (right, kind))
    }

    fn joined(&mut self, sign: Sign, left: (&Term, Kind), right: (&Term, Kind)) -> Written {
        let own = sign.strength();
        // Comparisons do not chain.
        let left = self.operand(left.0, left.1, if sign.is_comparison() { own + 1 } else { own })?;
        Ok(format!("{left} {} {}", sign.feel(), self.operand(right.0, right.1, own + 1)?))
    }

    fn equality(&mut self, sign: Sign, left: &Term, right: &Term) -> Written {
        let compared = if is_empty(right) { Some(left) } else { is_empty(left).then_some(right) };
        if let Some(compared) = compared.filter(|term| !is_empty(term)) {
            let filled = format!("is filled({})", self.value(compared, Kind::Text)?);
            return Ok(if sign == Sign::Unequal { filled } else { format!("not({filled})") });
        }
        let kind = self.common_kind(left, right, Kind::Unknown);
        let (left, right) = (fitted(left, self.kind(right)), fitted(right, self.kind(left)));
        self.joined(sign, (&left, kind), (&right, kind))
    }

    /// What stands on one side says what stands on the other.
    fn common_kind(&mut self, left: &Term, right: &Term, otherwise: Kind) -> Kind {
        [left, right].into_iter().map(|side| self.kind(side)).find(|kind| *kind != Kind::Unknown).unwrap_or(otherwise)
    }

    /// A sum of numbers, or texts put together: then what is no text becomes one.
    fn sum(&mut self, left: &Term, right: &Term) -> Written {
        let mut parts = vec![right];
        let mut rest = left;
        while let Term::Two(Sign::Plus, before, part) = rest {
            parts.push(part);
            rest = before;
        }
        parts.push(rest);
        parts.reverse();
        let kinds: Vec<Kind> = parts.iter().map(|part| self.kind(part)).collect();
        let is_text = kinds.contains(&Kind::Text);
        let kind = if is_text { Kind::Text } else { kinds.iter().copied().find(|kind| *kind != Kind::Unknown).unwrap_or_default() };
        let mut written = Vec::new();
        for (place, (part, own)) in parts.into_iter().zip(kinds).enumerate() {
            let is_other = is_text && !matches!(own, Kind::Text | Kind::Unknown);
            written.push(if is_other {
                format!("string({})", self.value(part, own)?)
            } else {
                self.operand(part, kind, if place == 0 { 3 } else { 4 })?
            });
        }
        let is_long = is_text && written.len() > LONGEST_SUM;
        Ok(if is_long { format!("string join([{}])", written.join(", ")) } else { written.join(" + ") })
    }

    /// In brackets if it binds less than that.
    pub(super) fn operand(&mut self, term: &Term, kind: Kind, needed: u8) -> Written {
        let text = self.value(term, kind)?;
        let is_loose = strength_in_feel(term) < needed;
        Ok(if is_loose { format!("({text})") } else { text })
    }

    /// What kind of value a term has, as far as that is known before.
    pub(super) fn kind(&mut self, term: &Term) -> Kind {
        match term {
            Term::Number(_) | Term::Minus(_) => Kind::Number,
            Term::Text(_) => Kind::Text,
            Term::Truth(_) | Term::Not(_) => Kind::Truth,
            Term::Null => Kind::Unknown,
            Term::Element(..) => Kind::Object,
            Term::Reference(name) => match self.names.path(name, Kind::Unknown) {
                Some(path) => self.names.kind(&path),
                None => Kind::Unknown,
            },
            Term::Entry(of, name) => match &**of {
                Term::Element(list, _) => match &**list {
                    Term::Reference(list) => self.kind(&Term::Reference(format!("{list}.{name}"))),
                    _ => Kind::Unknown,
                },
                _ => Kind::Unknown,
            },
            Term::Call(name, arguments) => match name.to_lowercase().as_str() {
                "anzahl" => Kind::Number,
                "isnull" => Kind::Truth,
                "casttostring" | "casttoauswahl" => Kind::Text,
                "todaydate" => Kind::Date,
                _ => of_feel(name, arguments.len()).map_or_else(|| kind_of_double(name), kind_of),
            },
            Term::Two(sign, left, right) => self.kind_of_two(*sign, left, right),
        }
    }

    fn kind_of_two(&mut self, sign: Sign, left: &Term, right: &Term) -> Kind {
        match sign {
            Sign::Plus => match (self.kind(left), self.kind(right)) {
                (Kind::Text, _) | (_, Kind::Text) => Kind::Text,
                (Kind::Unknown, kind) | (kind, _) => kind,
            },
            Sign::Minus | Sign::Times | Sign::Divide => Kind::Number,
            _ => Kind::Truth,
        }
    }
}

fn is_empty(term: &Term) -> bool {
    matches!(term, Term::Text(text) if text.is_empty())
}

/// Whether it is never null.
fn is_certain(term: &Term) -> bool {
    match term {
        Term::Number(_) | Term::Text(_) | Term::Truth(_) => true,
        Term::Call(name, _) => name.eq_ignore_ascii_case("Anzahl") || name.eq_ignore_ascii_case("todayDate"),
        Term::Two(Sign::Plus | Sign::Minus | Sign::Times, left, right) => is_certain(left) && is_certain(right),
        _ => false,
    }
}

/// A text as the truth or number with which it is compared.
fn fitted(term: &Term, with: Kind) -> Term {
    match (term, with) {
        (Term::Text(text), Kind::Truth) => match text.to_lowercase().as_str() {
            "true" | "wahr" | "ja" => Term::Truth(true),
            "false" | "falsch" | "nein" => Term::Truth(false),
            _ => term.clone(),
        },
        (Term::Text(text), Kind::Number) if !text.is_empty() && text.len() < 15 && text.bytes().all(|digit| digit.is_ascii_digit()) => {
            Term::Number(text.clone())
        }
        _ => term.clone(),
    }
}

/// How strongly a term holds together once it is FEEL.
fn strength_in_feel(term: &Term) -> u8 {
    match term {
        Term::Two(Sign::Equal | Sign::Unequal, left, right) if is_empty(left) != is_empty(right) => 6,
        Term::Call(name, arguments) => match (name.to_lowercase().as_str(), arguments.as_slice()) {
            ("isnull", _) => 2,
            ("dateadd", _) => 3,
            ("casttoauswahl", [inner]) => strength_in_feel(inner),
            _ => 6,
        },
        _ => term.strength(),
    }
}
