//! Conditions as the clause after "wenn".

use super::super::Texts;
use crate::expr::Value;
use crate::form::format;
use crate::model::{Document, FieldKind};
use crate::rule::{Comparison, Condition, Frame, Junction, Operand, Sign, Term};
use crate::scope;

/// Grammatical case of a value in German; English has one form for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// "kleiner als der Wert von …"
    Nominative,
    /// "gleich dem Wert von …", "vor dem 01.02.2026"
    Dative,
    /// "den Wert von … enthält"
    Accusative,
}

impl Texts {
    /// A condition in FEEL as the clause after "wenn": "„Status“ gleich „schwanger“ ist". One that is not made of comparisons is quoted.
    pub fn condition(&self, document: &Document, frame: &Frame<'_>, text: &str) -> String {
        match Condition::of_feel(text, &scope::names(document)) {
            Some(condition) => self.built_condition(document, frame, &condition),
            None => self.with("rule-condition-text", &[("text", text.trim().into())]),
        }
    }

    /// A condition that was built by choosing, as the clause after "wenn".
    pub fn built_condition(&self, document: &Document, frame: &Frame<'_>, condition: &Condition) -> String {
        let mut parts = Vec::new();
        let mut rest = condition.terms.as_slice();
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            match first {
                Term::One(comparison) => {
                    let alike = rest.iter().take_while(|term| is_alike(comparison, term)).count();
                    let (more, behind) = rest.split_at(alike);
                    rest = behind;
                    let fields = std::iter::once(first).chain(more).filter_map(|term| match term {
                        Term::One(comparison) => Some(self.field_name(frame, &comparison.path)),
                        Term::Group(_) => None,
                    });
                    parts.push(self.comparison(document, frame, comparison, condition.junction, &fields.collect::<Vec<_>>()));
                }
                Term::Group(comparisons) => {
                    let terms = comparisons.iter().cloned().map(Term::One).collect();
                    let inner = self.built_condition(document, frame, &Condition { junction: condition.junction.other(), terms });
                    let is_alone = condition.terms.len() == 1 || comparisons.len() < 2;
                    parts.push(if is_alone { inner } else { self.with("rule-bracket", &[("inner", (&inner).into())]) });
                }
            }
        }
        match condition.junction {
            Junction::All => self.and_list(&parts),
            Junction::Any => self.either_list(&parts),
        }
    }

    fn comparison(&self, document: &Document, frame: &Frame<'_>, comparison: &Comparison, junction: Junction, fields: &[String]) -> String {
        let kind = frame.kind(&comparison.path).unwrap_or(FieldKind::Text);
        let field = match junction {
            Junction::All => self.and_list(fields),
            Junction::Any => self.either_list(fields),
        };
        // "A und B ausgefüllt sind", but "A oder B ausgefüllt ist".
        let count = if junction == Junction::All { fields.len() } else { 1 };
        let of = |key: &str| self.with(key, &[("field", (&field).into()), ("count", count.into())]);
        let Some((key, case)) = key_of(comparison, kind) else {
            return of(match comparison.sign {
                Sign::Filled => "rule-filled",
                Sign::Empty => "rule-empty",
                Sign::No => "rule-no",
                Sign::Unequal => {
                    if comparison.values.first() == Some(&Operand::Value(Value::Boolean(true))) {
                        "rule-not-yes"
                    } else {
                        "rule-not-no"
                    }
                }
                _ => "rule-yes",
            });
        };
        let values: Vec<String> = comparison.values.iter().map(|value| self.operand(document, frame, kind, value, case)).collect();
        let value = if values.is_empty() { "…".to_owned() } else { self.either_list(&values) };
        self.with(key, &[("field", (&field).into()), ("value", (&value).into())])
    }

    fn operand(&self, document: &Document, frame: &Frame<'_>, kind: FieldKind, operand: &Operand, case: Case) -> String {
        let in_case = |[nominative, dative, accusative]: [&'static str; 3]| match case {
            Case::Nominative => nominative,
            Case::Dative => dative,
            Case::Accusative => accusative,
        };
        match operand {
            Operand::Value(value) => {
                let text = format::text(kind, format::codes_of(document, kind), value);
                match value {
                    Value::Text(_) if case == Case::Accusative => self.with("rule-value-text", &[("text", (&text).into())]),
                    Value::Text(_) | Value::Boolean(_) => self.quoted(&text),
                    Value::Date(_) | Value::DateTime(_) if case == Case::Dative => {
                        self.with("rule-value-date", &[("date", (&text).into())])
                    }
                    _ => text,
                }
            }
            Operand::Path(path) => {
                let key = in_case(["rule-value-of", "rule-value-of-dative", "rule-value-of-accusative"]);
                self.with(key, &[("field", (&self.field_name(frame, path)).into())])
            }
            Operand::Today => self.get(in_case(["rule-today", "rule-today-dative", "rule-today-accusative"])).to_owned(),
        }
    }

    /// A field as a sentence names it: its label in quotes; a part of a composite field with it: "„Vorname“ von „Halter“".
    pub fn field_name(&self, frame: &Frame<'_>, path: &str) -> String {
        match frame.name(path) {
            Some((name, Some(part))) => {
                let (part, name) = (self.quoted(self.part_name(part)), self.quoted(&name));
                self.with("rule-part", &[("part", (&part).into()), ("field", (&name).into())])
            }
            Some((name, None)) => self.quoted(&name),
            None => self.quoted(path),
        }
    }

    /// What a part of a composite field is called.
    pub fn part_name<'a>(&'a self, part: &'a str) -> &'a str {
        self.get(match part {
            "anrede" => "fill-part-salutation",
            "vorname" => "fill-part-first-name",
            "nachname" => "fill-part-last-name",
            "geburtsdatum" => "fill-part-birth",
            "strasse" => "fill-part-street",
            "hausnummer" => "fill-part-number",
            "plz" => "fill-part-postcode",
            "ort" => "fill-part-town",
            "land" => "fill-part-country",
            "iban" => "fill-part-iban",
            "kontoinhaber" => "fill-part-holder",
            "name" => "rule-part-file-name",
            "groesse" => "rule-part-file-size",
            other => other,
        })
    }

    /// A comparison as one chooses it in a list: "ist gleich", "liegt vor".
    pub fn sign(&self, sign: Sign, kind: FieldKind) -> &str {
        let is_moment = matches!(kind, FieldKind::Date | FieldKind::Time | FieldKind::DateTime);
        self.get(match (sign, is_moment) {
            (Sign::Equal, _) => "rule-sign-equal",
            (Sign::Unequal, _) => "rule-sign-unequal",
            (Sign::Less, false) => "rule-sign-less",
            (Sign::Less, true) => "rule-sign-before",
            (Sign::LessOrEqual, false) => "rule-sign-at-most",
            (Sign::LessOrEqual, true) => "rule-sign-not-after",
            (Sign::Greater, false) => "rule-sign-greater",
            (Sign::Greater, true) => "rule-sign-after",
            (Sign::GreaterOrEqual, false) => "rule-sign-at-least",
            (Sign::GreaterOrEqual, true) => "rule-sign-not-before",
            (Sign::Filled, _) => "rule-sign-filled",
            (Sign::Empty, _) => "rule-sign-empty",
            (Sign::OneOf, _) => "rule-sign-one-of",
            (Sign::Contains, _) => "rule-sign-contains",
            (Sign::Includes, _) => "rule-sign-includes",
            (Sign::Yes, _) => "rule-sign-yes",
            (Sign::No, _) => "rule-sign-no",
        })
    }
}

/// Whether a term says the same of another field, so that one verb does for both.
fn is_alike(comparison: &Comparison, term: &Term) -> bool {
    let is_plain = matches!(comparison.sign, Sign::Filled | Sign::Empty);
    is_plain && matches!(term, Term::One(other) if other.sign == comparison.sign)
}

/// The clause of a comparison with values, and the case in which they stand; `None` for those without.
fn key_of(comparison: &Comparison, kind: FieldKind) -> Option<(&'static str, Case)> {
    let is_moment = matches!(kind, FieldKind::Date | FieldKind::Time | FieldKind::DateTime);
    Some(match (comparison.sign, is_moment) {
        (Sign::Unequal, _) if matches!(comparison.values.first(), Some(Operand::Value(Value::Boolean(_)))) => return None,
        (Sign::OneOf, _) if comparison.values.len() > 1 => ("rule-one-of", Case::Nominative),
        (Sign::Equal | Sign::OneOf, _) => ("rule-equal", Case::Dative),
        (Sign::Unequal, _) => ("rule-unequal", Case::Dative),
        (Sign::Less, true) => ("rule-before", Case::Dative),
        (Sign::LessOrEqual, true) => ("rule-not-after", Case::Dative),
        (Sign::Greater, true) => ("rule-after", Case::Dative),
        (Sign::GreaterOrEqual, true) => ("rule-not-before", Case::Dative),
        (Sign::Less, false) => ("rule-less", Case::Nominative),
        (Sign::LessOrEqual, false) => ("rule-at-most", Case::Nominative),
        (Sign::Greater, false) => ("rule-greater", Case::Nominative),
        (Sign::GreaterOrEqual, false) => ("rule-at-least", Case::Nominative),
        (Sign::Contains, _) => ("rule-contains", Case::Accusative),
        (Sign::Includes, _) => ("rule-includes", Case::Nominative),
        (Sign::Filled | Sign::Empty | Sign::Yes | Sign::No, _) => return None,
    })
}
