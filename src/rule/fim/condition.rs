//! What a condition's half of a sentence means.

use super::clause::{Clause, Half, Reader};
use super::subject::{Join, Quantity};
use super::token::Kind;
use super::vocabulary::Holds;
use super::words::{AND, AUXILIARY, CONDITION_FILLERS, FILLED, IF, OR};
use super::{Unread, Why};
use crate::expr::Value;
use crate::rule::{Comparison, Condition, Junction, Operand, Sign, Term};

/// Verbs and prepositions that say "has the value", in the order in which they stand when the field and the value are taken out.
const EQUAL: [&str; 19] = [
    "",
    "gleich",
    "hat",
    "haben",
    "aufweist",
    "besitzt",
    "lautet",
    "entspricht",
    "beträgt",
    "annimmt",
    "ausgewählt",
    "gewählt",
    "selektiert",
    "angegeben",
    "eingetragen",
    "mit beantwortet",
    "mit befüllt",
    "auf gesetzt",
    "enthält",
];
const LESS: [&str; 2] = ["kleiner", "kleiner als"];
const GREATER: [&str; 3] = ["größer", "größer als", "mehr als"];
const AT_LEAST: [&str; 2] = ["mindestens", "größer gleich"];
const AT_MOST: [&str; 2] = ["höchstens", "kleiner gleich"];

impl Reader<'_> {
    /// Reads conditions that are joined by "und" or by "oder", up to what follows from them.
    pub(super) fn condition(&mut self) -> Result<Condition, Unread> {
        let start = self.at;
        let clause = self.clause(Half::Condition, &[])?;
        let mut subjects = clause.subjects.clone();
        let mut parts = vec![self.meaning(clause)?];
        let mut junction = None;
        while let Some((joined, at)) = self.junction() {
            if junction.is_some_and(|junction| junction != joined) {
                return Err(self.unread(self.at, Why::Ambiguous));
            }
            junction = Some(joined);
            self.at = at;
            self.take_word(&IF);
            let mut clause = self.clause(Half::Condition, &subjects)?;
            if clause.subjects.is_empty() {
                clause.subjects.clone_from(&subjects);
            }
            subjects.clone_from(&clause.subjects);
            parts.push(self.meaning(clause)?);
        }
        joined(parts, junction.unwrap_or(Junction::All)).ok_or_else(|| self.unread(start, Why::Ambiguous))
    }

    /// "und" or "oder" between two conditions, and where it ends.
    fn junction(&self) -> Option<(Junction, usize)> {
        let at = self.at + usize::from(matches!(self.kind(self.at), Some(Kind::Comma)));
        let word = self.word(at)?;
        let junction = if AND.contains(&word) { Junction::All } else { OR.contains(&word).then_some(Junction::Any)? };
        Some((junction, at + 1))
    }

    fn meaning(&self, clause: Clause) -> Result<Condition, Unread> {
        let fault = |why| self.unread(clause.start, why);
        let (sign, is_denied) = self.sign(&clause).ok_or_else(|| fault(Why::NotUnderstood))?;
        let groups = clause.subjects.iter().filter(|id| self.vocabulary.get(id).is_some_and(|element| element.holds == Holds::Elements));
        if clause.subjects.is_empty() || !clause.values.is_empty() && groups.count() > 0 {
            return Err(fault(Why::NotUnderstood));
        }
        let sign = if is_denied { denied(sign).ok_or_else(|| fault(Why::Ambiguous))? } else { sign };
        let is_negative = matches!(sign, Sign::Unequal | Sign::Empty);
        let ambiguous = || fault(Why::Ambiguous);
        let (junction, denies_each) = match (clause.quantity, clause.join) {
            (Quantity::None, _) | (Quantity::Plain, Join::Or | Join::AndOr) if is_negative => return Err(ambiguous()),
            (Quantity::None, _) if clause.values.len() < 2 || clause.subjects.len() == 1 => (Junction::All, true),
            (Quantity::Plain, Join::Or | Join::AndOr) | (Quantity::AtLeastOne | Quantity::SomeOne, _) => (Junction::Any, false),
            (Quantity::Plain, Join::Plain) if clause.subjects.len() == 1 => (Junction::All, false),
            (Quantity::Plain, Join::And) | (Quantity::All, Join::Plain | Join::And) => (Junction::All, false),
            _ => return Err(ambiguous()),
        };
        let sign = if denies_each { denied(sign).ok_or_else(ambiguous)? } else { sign };
        let of_values = value_junction(&clause, sign).ok_or_else(ambiguous)?;
        let comparisons = |id: &String| {
            let values = clause.values.iter().map(|value| Term::One(comparison(id, sign, value.clone())));
            let terms = if clause.values.is_empty() { vec![Term::One(Comparison::new(id, sign))] } else { values.collect() };
            Condition { junction: of_values, terms }
        };
        let parts: Vec<Condition> = clause.subjects.iter().map(comparisons).collect();
        joined(parts, junction).ok_or_else(ambiguous)
    }

    /// What the words between element and value say, and whether they deny it.
    fn sign(&self, clause: &Clause) -> Option<(Sign, bool)> {
        let passed = |word: &&str| !AUXILIARY.contains(word) && !CONDITION_FILLERS.contains(word);
        let mut words: Vec<&str> = clause.words.iter().map(String::as_str).filter(passed).collect();
        let denials = words.iter().filter(|word| **word == "nicht").count();
        words.retain(|word| *word != "nicht");
        let is_denied = denials == 1;
        let said = words.join(" ");
        let said = said.as_str();
        if denials > 1 {
            return None;
        }
        // A text that has the value in it, not one that is the value.
        let is_part = said == "enthält" && clause.values.iter().any(|_| self.holds_text(clause));
        let sign = match (clause.sign, clause.values.is_empty()) {
            _ if is_part => return None,
            (Some(sign), false) if matches!(said, "" | "code" | "wert") => sign,
            (None, false) if EQUAL.contains(&said) => Sign::Equal,
            (None, false) if said == "ungleich" && !is_denied => Sign::Unequal,
            (None, false) if LESS.contains(&said) => Sign::Less,
            (None, false) if GREATER.contains(&said) => Sign::Greater,
            (None, false) if AT_MOST.contains(&said) => Sign::LessOrEqual,
            (None, false) if AT_LEAST.contains(&said) => Sign::GreaterOrEqual,
            (None, true) => filling(said, is_denied)?,
            _ => return None,
        };
        Some((sign, is_denied))
    }
}

impl Reader<'_> {
    fn holds_text(&self, clause: &Clause) -> bool {
        clause.subjects.iter().any(|id| self.vocabulary.get(id).is_some_and(|element| element.holds == Holds::Text))
    }
}

/// What is said of an element without a value: that it is filled in, or that it is not.
fn filling(said: &str, is_denied: bool) -> Option<Sign> {
    let without = |phrases: &[&str]| phrases.iter().find_map(|phrase| said.strip_prefix(phrase).or_else(|| said.strip_suffix(phrase)));
    let (rest, sign) = if let Some(rest) = without(&["kein wert ", "keine angabe ", "keine angaben ", "keinen wert ", " keinen wert"]) {
        (rest, (!is_denied).then_some(Sign::Empty)?)
    } else {
        (without(&["ein wert ", "eine angabe ", "angaben ", "einen wert ", " einen wert"]).unwrap_or(said), Sign::Filled)
    };
    match rest {
        "hat" | "enthält" | "aufweist" if rest != said => Some(sign),
        _ if FILLED.contains(&rest) => Some(sign),
        "leer" | "unbefüllt" if rest == said => Some(Sign::Empty),
        _ => None,
    }
}

/// What "nicht" makes of it; `None` where a missing value would be neither.
fn denied(sign: Sign) -> Option<Sign> {
    Some(match sign {
        Sign::Equal => Sign::Unequal,
        Sign::Unequal => Sign::Equal,
        Sign::Filled => Sign::Empty,
        Sign::Empty => Sign::Filled,
        _ => return None,
    })
}

fn comparison(id: &str, sign: Sign, value: Value) -> Comparison {
    match (sign, &value) {
        (Sign::Equal, Value::Boolean(truth)) => Comparison::new(id, if *truth { Sign::Yes } else { Sign::No }),
        _ => Comparison { path: id.to_owned(), sign, values: vec![Operand::Value(value)] },
    }
}

/// How several values are joined: "001 oder 002" is one of them, "<> 001 und 002" is none of them; "nicht 001 oder 002" is not clear.
fn value_junction(clause: &Clause, sign: Sign) -> Option<Junction> {
    match (sign, clause.value_join) {
        _ if clause.values.len() < 2 => Some(Junction::All),
        (Sign::Equal, Join::Or | Join::AndOr) => Some(Junction::Any),
        (Sign::Unequal, Join::And | Join::Nor) => Some(Junction::All),
        _ => None,
    }
}

/// Joins conditions; `None` where that nests too deep.
fn joined(mut parts: Vec<Condition>, junction: Junction) -> Option<Condition> {
    if parts.len() == 1 {
        return parts.pop();
    }
    let mut terms = Vec::new();
    for part in parts {
        if part.terms.len() == 1 || part.junction == junction {
            terms.extend(part.terms);
        } else {
            let single = |term| if let Term::One(comparison) = term { Some(comparison) } else { None };
            terms.push(Term::Group(part.terms.into_iter().map(single).collect::<Option<_>>()?));
        }
    }
    Some(Condition { junction, terms })
}
