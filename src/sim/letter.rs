//! Letters: a template filled with the case's data, values written as in Germany.

use super::data::Scene;
use super::path::Path;
use super::schema::{Schema, Shape};
use crate::expr::{Context, Date, DateTime, Number, Rounding, Time, Value};
use crate::model::{DocumentTemplate, FieldKind};

/// A letter as it would be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// Subject line.
    pub subject: String,
    /// Text.
    pub body: String,
    /// Places of the template that nothing is known of; they stand in the text as they were.
    pub unknown: Vec<String>,
}

impl Letter {
    /// Writes the letter of a template.
    pub fn write(template: &DocumentTemplate, schema: &Schema, scene: &Scene<'_>) -> Self {
        let mut unknown = Vec::new();
        let subject = fill(&template.subject, schema, scene, &mut unknown);
        let body = fill(&template.body, schema, scene, &mut unknown);
        Self { subject, body, unknown }
    }
}

/// The text with the value in place of each `{{path}}`.
fn fill(text: &str, schema: &Schema, scene: &Scene<'_>, unknown: &mut Vec<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else { break };
        filled.push_str(before);
        if let Some(value) = place(name.trim(), schema, scene) {
            filled.push_str(&value);
        } else {
            unknown.push(name.trim().to_owned());
            filled.extend(["{{", name, "}}"]);
        }
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

fn place(text: &str, schema: &Schema, scene: &Scene<'_>) -> Option<String> {
    let path = Path::read(text).ok()?;
    let value = scene.look_up_path(&path)?;
    let shape = schema.shape(&scene.resolved(&path)).ok();
    Some(german(&value, shape, schema))
}

/// A value as German letters write it: `21.11.2026`, `1.234,50 €`, `ja`, the label of a code. Nothing for null.
pub fn german(value: &Value, shape: Option<Shape>, schema: &Schema) -> String {
    let kind = match shape {
        Some(Shape::Value(kind)) => Some(kind),
        _ => None,
    };
    match (value, kind) {
        (Value::Null, _) => String::new(),
        (Value::Boolean(truth), _) => if *truth { "ja" } else { "nein" }.to_owned(),
        (Value::Number(number), Some(FieldKind::Money)) => money(number),
        (Value::Number(number), _) => german_number(&number.to_string()),
        (Value::Date(date), _) => german_date(*date),
        (Value::Time(time), _) => german_time(time),
        (Value::DateTime(moment), _) => german_date_time(moment),
        (Value::Text(code), Some(FieldKind::Choice(list) | FieldKind::MultipleChoice(list))) => {
            schema.label(list, code).unwrap_or(code).to_string()
        }
        (Value::Context(parts), Some(kind)) => composite(kind, parts).unwrap_or_else(|| entries(parts, shape, schema)),
        (Value::Context(parts), None) => entries(parts, shape, schema),
        (Value::List(list), _) => {
            let inner = match kind {
                Some(FieldKind::List(object)) => Some(Shape::Object(object)),
                _ => shape,
            };
            let texts: Vec<String> = list.items().iter().map(|item| german(item, inner, schema)).collect();
            texts.join(if matches!(kind, Some(FieldKind::List(_))) { "\n" } else { ", " })
        }
        (other, _) => other.to_plain_text(),
    }
}

/// A person, address, bank account or file on one line.
fn composite(kind: FieldKind, parts: &Context) -> Option<String> {
    let part = |name: &str| parts.get(name).map(Value::to_plain_text).filter(|_| parts.get(name).is_some_and(Value::is_filled));
    let joined = |names: &[&str], sign: &str| names.iter().filter_map(|name| part(name)).collect::<Vec<_>>().join(sign);
    let pieces = match kind {
        FieldKind::Person => vec![joined(&["anrede", "vorname", "nachname"], " ")],
        FieldKind::Address => vec![joined(&["strasse", "hausnummer"], " "), joined(&["plz", "ort"], " "), joined(&["land"], "")],
        FieldKind::BankAccount => vec![part("iban").map(|iban| in_fours(&iban)).unwrap_or_default(), joined(&["kontoinhaber"], "")],
        FieldKind::File => vec![joined(&["name"], "")],
        _ => return None,
    };
    Some(pieces.into_iter().filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(", "))
}

fn entries(parts: &Context, shape: Option<Shape>, schema: &Schema) -> String {
    let text = |(key, value): &(std::sync::Arc<str>, Value)| {
        let inner = shape.and_then(|shape| schema.inner(shape, &super::path::Part::Field(key.clone())));
        let text = german(value, inner, schema);
        (!text.is_empty()).then_some(text)
    };
    parts.entries().iter().filter_map(text).collect::<Vec<_>>().join(", ")
}

fn money(number: &Number) -> String {
    let rounded = number.rounded(2, Rounding::HalfUp).unwrap_or_else(|| number.clone()).to_string();
    let (whole, cents) = rounded.split_once('.').unwrap_or((&rounded, ""));
    format!("{} €", german_number(&format!("{whole}.{cents:0<2}")))
}

/// `-1234.5` becomes `-1.234,5`.
fn german_number(plain: &str) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push(',');
        grouped.push_str(fraction);
    }
    grouped
}

fn german_date(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

fn german_time(time: &Time) -> String {
    format!("{:02}:{:02} Uhr", time.hour(), time.minute())
}

fn german_date_time(moment: &DateTime) -> String {
    format!("{}, {}", german_date(moment.date), german_time(&moment.time))
}

/// An IBAN in groups of four (DIN 5008).
fn in_fours(iban: &str) -> String {
    let signs: Vec<char> = iban.chars().filter(|sign| !sign.is_whitespace()).collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_money_are_grouped_by_thousands() {
        for (plain, german) in [("0", "0"), ("999", "999"), ("1234.5", "1.234,5"), ("-1234567", "-1.234.567"), ("100000", "100.000")] {
            assert_eq!(german_number(plain), german);
        }
        assert_eq!(money(&Number::read("1234.5").unwrap()), "1.234,50 €");
        assert_eq!(money(&Number::read("-0.005").unwrap()), "-0,01 €");
        assert_eq!(money(&Number::from(96)), "96,00 €");
    }

    #[test]
    fn dates_and_accounts_are_written_as_in_letters() {
        assert_eq!(german_date(Date::new(2026, 11, 21).unwrap()), "21.11.2026");
        assert_eq!(german_time(&Time::new(9, 5, 59, 0, None).unwrap()), "09:05 Uhr");
        assert_eq!(in_fours("DE02120300000000202051"), "DE02 1203 0000 0000 2020 51");
    }
}
