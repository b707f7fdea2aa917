//! Composite fields: persons, addresses, bank accounts and files, read from the texts of their parts.

use super::fault::Fault;
use super::plan::FieldPlan;
use super::read::{is_german_postcode, read, read_iban};
use crate::expr::{Context, Date, Value};
use crate::model::{Demand, FieldKind};
use std::sync::Arc;

/// A value read, and what is wrong with which part of the text.
pub struct Reading {
    /// The value; parts that cannot be read are missing from it. Null where nothing is filled in.
    pub value: Value,
    /// Faults with the index of their part.
    pub faults: Vec<(usize, Fault)>,
}

impl Reading {
    fn nothing() -> Self {
        Self { value: Value::Null, faults: Vec::new() }
    }
}

/// Reads a composite field. Once one part is filled in, those that are demanded are asked for too. Parts that are not asked for stay as
/// they are held.
pub fn read_block(plan: &FieldPlan, texts: &[String], held: &Value, today: Date) -> Reading {
    let kind = plan.kind;
    let mut entries: Vec<(Arc<str>, Value)> = Vec::new();
    let mut faults = Vec::new();
    let mut is_begun = false;
    // A country alone, which is often prefilled, does not make an address.
    let ignores_country = plan.demands.iter().filter(|demand| **demand != Demand::Absent).count() > 1;
    for (part, (key, demand)) in kind.parts().iter().zip(&plan.demands).enumerate() {
        let text = texts.get(part).map_or("", String::as_str);
        let is_blank = text.trim().is_empty();
        let read = match demand {
            Demand::Absent => Ok(held.as_context().and_then(|held| held.get(key)).cloned().unwrap_or_default()),
            _ => read_part(kind, key, text, texts, today),
        };
        is_begun |= *demand != Demand::Absent && !is_blank && !(ignores_country && *key == "land");
        match read {
            Ok(Value::Null) if *demand == Demand::Required && is_blank => faults.push((part, Fault::Missing)),
            Ok(Value::Null) => {}
            Ok(value) => entries.push((Arc::from(*key), value)),
            Err(fault) => faults.push((part, fault)),
        }
    }
    if is_begun { Reading { value: Value::from(Context::new(entries).ok()), faults } } else { Reading::nothing() }
}

/// Whether an address's country is Germany: said so, or left empty.
pub fn is_germany(country: &str) -> bool {
    matches!(country.trim().to_lowercase().as_str(), "" | "deutschland" | "de" | "germany")
}

fn read_part(kind: FieldKind, key: &str, text: &str, texts: &[String], today: Date) -> Result<Value, Fault> {
    let trimmed = text.trim();
    match key {
        "geburtsdatum" => read(FieldKind::Date, &[], trimmed, today),
        "groesse" => read(FieldKind::WholeNumber, &[], trimmed, today),
        "iban" if !trimmed.is_empty() => read_iban(trimmed).map(Value::from),
        "plz" if !trimmed.is_empty() && is_home(kind, texts) && !is_german_postcode(trimmed) => Err(Fault::NotAPostcode),
        _ => read(FieldKind::Text, &[], trimmed, today),
    }
}

fn is_home(kind: FieldKind, texts: &[String]) -> bool {
    let country = kind.parts().iter().position(|key| *key == "land").and_then(|part| texts.get(part));
    country.is_none_or(|country| is_germany(country))
}
