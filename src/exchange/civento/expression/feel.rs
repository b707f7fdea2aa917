//! Terms of civento as FEEL.

use super::functions::{kind_of, kind_of_double, of_feel, unit};
use super::names::{Kind, Names};
use super::term::{Sign, Term};
use super::{Translated, Unreadable};
use crate::expr::Value;
use crate::model::Assignment;

/// Longer chains of texts are joined as a list: FEEL's trees have a limit.
const LONGEST_SUM: usize = 60;

/// Writes terms as FEEL.
pub(super) struct Writer<'n> {
    names: &'n mut dyn Names,
    doubles: Vec<String>,
    assumed: Vec<String>,
    /// In a condition over the elements of a list: the path of the list.
    list: Option<String>,
}

type Written = Result<String, Unreadable>;

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
            _ => format!("{} = true", self.operand(term, Kind::Truth, 3)?),
        })
    }

    /// Whether a comparison is never null: sides of the same kind, and for order such as are never null.
    fn is_decided(&mut self, sign: Sign, left: &Term, right: &Term) -> bool {
        if sign.is_order() {
            return is_certain(left) && is_certain(right);
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

    fn path(&mut self, name: &str, kind: Kind) -> Written {
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
    fn place(&mut self, index: &Term) -> Written {
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
            written.push(match is_other {
                true => format!("string({})", self.value(part, own)?),
                false => self.operand(part, kind, if place == 0 { 3 } else { 4 })?,
            });
        }
        let is_long = is_text && written.len() > LONGEST_SUM;
        Ok(if is_long { format!("string join([{}])", written.join(", ")) } else { written.join(" + ") })
    }

    /// In brackets if it binds less than that.
    fn operand(&mut self, term: &Term, kind: Kind, needed: u8) -> Written {
        let text = self.value(term, kind)?;
        let is_loose = strength_in_feel(term) < needed;
        Ok(if is_loose { format!("({text})") } else { text })
    }

    fn call(&mut self, term: &Term, name: &str, arguments: &[Term], kind: Kind) -> Written {
        if let Some(text) = self.equal(name, arguments)? {
            return Ok(text);
        }
        if let Some(feel) = of_feel(name, arguments.len()) {
            remember(&mut self.assumed, name);
            return self.calling(feel, arguments, Kind::Unknown);
        }
        self.double(name, term, kind)
    }

    fn double(&mut self, name: &str, term: &Term, kind: Kind) -> Written {
        remember(&mut self.doubles, name);
        let kind = Some(kind_of_double(name)).filter(|kind| *kind != Kind::Unknown).unwrap_or(kind);
        let call = term.written();
        self.names.double(name, &call, kind).ok_or(Unreadable(call))
    }

    fn calling(&mut self, feel: &str, arguments: &[Term], kind: Kind) -> Written {
        let arguments: Vec<String> = arguments.iter().map(|argument| self.value(argument, kind)).collect::<Result<_, _>>()?;
        Ok(format!("{feel}({})", arguments.join(", ")))
    }

    /// A call that FEEL has words for.
    fn equal(&mut self, name: &str, arguments: &[Term]) -> Result<Option<String>, Unreadable> {
        Ok(Some(match (name.to_lowercase().as_str(), arguments) {
            ("anzahl", [list]) => self.calling("count", std::slice::from_ref(list), Kind::List)?,
            ("anzahlwenn", [list, condition]) if is_condition(condition) => {
                let Some(filtered) = self.filtered(list, condition, false)? else { return Ok(None) };
                format!("count({filtered})")
            }
            ("isnull", [value]) => format!("{} = null", self.operand(value, Kind::Unknown, 3)?),
            ("casttostring", [value]) => {
                let kind = self.kind(value);
                self.calling("string", std::slice::from_ref(value), kind)?
            }
            ("casttoauswahl", [value]) => self.value(value, Kind::Text)?,
            ("date", [Term::Text(day)]) if is_date(day) => format!("@\"{day}\""),
            ("todaydate", []) => "today()".to_owned(),
            ("dateadd", _) => return self.later(arguments),
            ("listenelementsetzen", [list, index, value]) => {
                let (list, place) = (self.value(list, Kind::List)?, self.place(index)?);
                format!("list replace({list}, {place}, {})", self.value(value, Kind::Unknown)?)
            }
            ("listenelementsetzen", [list, index, Term::Text(field), value]) => {
                let Some(key) = self.key_in(list, field) else { return Ok(None) };
                let (list, place) = (self.operand(list, Kind::List, 6)?, self.place(index)?);
                let value = self.value(value, Kind::Unknown)?;
                format!("list replace({list}, {place}, context put({list}[{place}], \"{key}\", {value}))")
            }
            ("listenelementeentfernen", [list, condition]) if is_condition(condition) => {
                let Some(filtered) = self.filtered(list, condition, true)? else { return Ok(None) };
                filtered
            }
            ("listenelementeentfernen", [list, index]) => format!("remove({}, {})", self.value(list, Kind::List)?, self.place(index)?),
            _ => return Ok(None),
        }))
    }

    /// The key of a field of a list's objects.
    fn key_in(&mut self, list: &Term, field: &str) -> Option<String> {
        let Term::Reference(list) = list else { return None };
        self.names.path(&format!("{list}.{field}"), Kind::Unknown)?.rsplit_once('.').map(|(_, key)| key.to_owned())
    }

    /// The elements of a list for which a condition holds, or does not hold.
    fn filtered(&mut self, list: &Term, condition: &Term, is_denied: bool) -> Result<Option<String>, Unreadable> {
        let Term::Reference(name) = list else { return Ok(None) };
        let path = self.path(name, Kind::List)?;
        let outer = self.list.replace(path.clone());
        let inner = self.truth(condition);
        self.list = outer;
        let inner = inner?;
        Ok(Some(if is_denied { format!("{path}[not({inner})]") } else { format!("{path}[{inner}]") }))
    }

    /// `dateAdd`: a date, a number and a unit, in one of the orders that such functions have elsewhere.
    fn later(&mut self, arguments: &[Term]) -> Result<Option<String>, Unreadable> {
        let (date, number, word) = match arguments {
            [date, number, Term::Text(word)] | [date, Term::Text(word), number] | [Term::Text(word), number, date] => (date, number, word),
            _ => return Ok(None),
        };
        let (Some(unit), Some((sign, count))) = (unit(word), whole(number)) else { return Ok(None) };
        let (count, unit) = if unit == 'W' { (count.saturating_mul(7), 'D') } else { (count, unit) };
        Ok(Some(format!("{} {sign} @\"P{count}{unit}\"", self.operand(date, Kind::Date, 3)?)))
    }

    /// What kind of value a term has, as far as that is known before.
    fn kind(&mut self, term: &Term) -> Kind {
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
            Term::Two(Sign::Plus, left, right) => match (self.kind(left), self.kind(right)) {
                (Kind::Text, _) | (_, Kind::Text) => Kind::Text,
                (Kind::Unknown, kind) | (kind, _) => kind,
            },
            Term::Two(Sign::Minus | Sign::Times | Sign::Divide, ..) => Kind::Number,
            Term::Two(..) => Kind::Truth,
        }
    }
}

fn remember(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
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

/// Whether it comes to true or false by its shape.
fn is_condition(term: &Term) -> bool {
    match term {
        Term::Not(_) => true,
        Term::Two(sign, ..) => sign.strength() <= 2,
        Term::Call(name, _) => name.eq_ignore_ascii_case("isNull"),
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

/// A whole number with its sign.
fn whole(term: &Term) -> Option<(char, u64)> {
    match term {
        Term::Number(number) => Some(('+', number.parse().ok()?)),
        Term::Minus(inner) => match &**inner {
            Term::Number(number) => Some(('-', number.parse().ok()?)),
            _ => None,
        },
        _ => None,
    }
}

/// A day as ISO 8601 writes it.
fn is_date(text: &str) -> bool {
    text.len() == 10 && text.bytes().enumerate().all(|(at, sign)| if at == 4 || at == 7 { sign == b'-' } else { sign.is_ascii_digit() })
}
