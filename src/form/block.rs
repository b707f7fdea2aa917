//! Composite fields: persons, addresses, bank accounts and files, read from the texts of their parts.

use super::fault::Fault;
use super::read::{is_german_postcode, read, read_iban};
use crate::expr::{Context, Date, Value};
use crate::model::FieldKind;
use std::sync::Arc;

/// A value read, and what is wrong with which part of the text.
pub struct Reading {
    /// The value; parts that cannot be read are missing from it. Null where nothing is filled in.
    pub value: Value,
    /// Faults with the index of their part.
    pub faults: Vec<(usize, Fault)>,
}

/// Reads a composite field. Once one part is filled in, those without which the whole makes no sense are asked for too.
pub fn read_block(kind: FieldKind, texts: &[String], today: Date) -> Reading {
    let mut entries: Vec<(Arc<str>, Value)> = Vec::new();
    let mut faults = Vec::new();
    for (part, key) in kind.parts().iter().enumerate() {
        let text = texts.get(part).map_or("", String::as_str);
        match read_part(kind, key, text, texts, today) {
            Ok(Value::Null) => {}
            Ok(value) => entries.push((Arc::from(*key), value)),
            Err(fault) => faults.push((part, fault)),
        }
    }
    let is_begun = texts.iter().any(|text| !text.trim().is_empty());
    let is_only_country = kind == FieldKind::Address && entries.iter().all(|(key, _)| &**key == "land") && faults.is_empty();
    if is_begun && !is_only_country {
        let missing = needed_parts(kind).iter().filter(|part| texts.get(**part).is_none_or(|text| text.trim().is_empty()));
        faults.extend(missing.map(|part| (*part, Fault::Missing)));
        faults.sort_by_key(|(part, _)| *part);
    }
    let value = if is_begun && !is_only_country { Context::new(entries).ok() } else { None };
    Reading { value: Value::from(value), faults }
}

/// Indices of the parts without which the whole makes no sense: name, street and town, IBAN, file name.
pub fn needed_parts(kind: FieldKind) -> &'static [usize] {
    match kind {
        FieldKind::Person => &[1, 2],
        FieldKind::Address => &[0, 2, 3],
        FieldKind::BankAccount => &[0, 1],
        _ => &[0],
    }
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
