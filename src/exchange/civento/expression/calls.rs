//! Calls of civento's functions as FEEL has words for them, and doubles for the others.

use super::Unreadable;
use super::feel::{Writer, Written};
use super::functions::{kind_of_double, of_feel, unit};
use super::names::Kind;
use super::term::Term;

impl Writer<'_> {
    pub(super) fn call(&mut self, term: &Term, name: &str, arguments: &[Term], kind: Kind) -> Written {
        if let Some(text) = self.equal(name, arguments)? {
            return Ok(text);
        }
        if let Some(feel) = of_feel(name, arguments.len()) {
            remember(&mut self.assumed, name);
            return self.calling(feel, arguments, Kind::Unknown);
        }
        self.double(name, term, kind)
    }

    pub(super) fn double(&mut self, name: &str, term: &Term, kind: Kind) -> Written {
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
    pub(super) fn equal(&mut self, name: &str, arguments: &[Term]) -> Result<Option<String>, Unreadable> {
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
            ("listenelement", [list, index, Term::Text(field)] | [list, Term::Text(field), index]) => {
                let Some(key) = self.key_in(list, field) else { return Ok(None) };
                format!("{}[{}].{key}", self.operand(list, Kind::List, 6)?, self.place(index)?)
            }
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
        let ([date, number, Term::Text(word)] | [date, Term::Text(word), number] | [Term::Text(word), number, date]) = arguments else {
            return Ok(None);
        };
        let (Some(unit), Some((sign, count))) = (unit(word), whole(number)) else { return Ok(None) };
        let (count, unit) = if unit == 'W' { (count.saturating_mul(7), 'D') } else { (count, unit) };
        Ok(Some(format!("{} {sign} @\"P{count}{unit}\"", self.operand(date, Kind::Date, 3)?)))
    }
}

fn remember(names: &mut Vec<String>, name: &str) {
    if !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
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
