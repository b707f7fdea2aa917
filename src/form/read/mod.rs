//! Reads what people write: German text → value, or what is wrong with it.

mod contact;
mod iban;
mod moment;
mod number;
#[cfg(test)]
mod tests;

pub use iban::{IBAN_LENGTHS, read_iban};

use super::fault::Fault;
use crate::expr::{Date, List, Value};
use crate::model::{CodeEntry, FieldKind};

/// What separates the codes of a multiple choice in its text.
pub const CODE_SEPARATOR: char = '\n';

/// Reads the text of a simple field. Blanks round it do not count; an empty text is null. A multiple choice has one code a line.
/// `today` gives two-digit years their century.
///
/// # Errors
/// What is wrong with the text. Composite kinds are read part by part and are a [`Fault::WrongKind`] here.
pub fn read(kind: FieldKind, codes: &[CodeEntry], text: &str, today: Date) -> Result<Value, Fault> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Ok(Value::Null);
    }
    match kind {
        FieldKind::Text | FieldKind::LongText => Ok(Value::text(trimmed)),
        FieldKind::WholeNumber => number::read_whole(trimmed),
        FieldKind::Decimal => number::read_decimal(trimmed),
        FieldKind::Money => number::read_money(trimmed),
        FieldKind::Date => moment::read_date(trimmed, today).map(Value::from),
        FieldKind::Time => moment::read_time(trimmed).map(Value::from),
        FieldKind::DateTime => moment::read_date_and_time(trimmed, today),
        FieldKind::YesNo => read_yes_or_no(trimmed),
        FieldKind::Choice(_) => read_code(codes, trimmed),
        FieldKind::MultipleChoice(_) => read_codes(codes, trimmed),
        FieldKind::Email => contact::read_email(trimmed),
        FieldKind::Phone => contact::read_phone(trimmed),
        FieldKind::File | FieldKind::Person | FieldKind::Address | FieldKind::BankAccount | FieldKind::Object(_) | FieldKind::List(_) => {
            Err(Fault::WrongKind)
        }
    }
}

/// Whether this is a postal code of Germany: five digits, of which the first two are not both nought.
pub fn is_german_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with("00")
}

fn read_yes_or_no(text: &str) -> Result<Value, Fault> {
    match text.to_lowercase().as_str() {
        "ja" | "j" | "yes" | "true" => Ok(Value::from(true)),
        "nein" | "n" | "no" | "false" => Ok(Value::from(false)),
        _ => Err(Fault::NotYesOrNo),
    }
}

fn read_code(codes: &[CodeEntry], text: &str) -> Result<Value, Fault> {
    if codes.iter().any(|entry| entry.code == text) { Ok(Value::text(text)) } else { Err(Fault::UnknownCode { code: text.to_owned() }) }
}

/// The codes in the order of their list, each once, however they were ticked.
fn read_codes(codes: &[CodeEntry], text: &str) -> Result<Value, Fault> {
    let chosen: Vec<&str> = text.split(CODE_SEPARATOR).map(str::trim).filter(|code| !code.is_empty()).collect();
    if let Some(unknown) = chosen.iter().find(|code| codes.iter().all(|entry| entry.code != **code)) {
        return Err(Fault::UnknownCode { code: (*unknown).to_owned() });
    }
    let ordered = codes.iter().filter(|entry| chosen.contains(&entry.code.as_str()));
    let list = List::new(ordered.map(|entry| Value::text(&entry.code)).collect()).map_err(|_| Fault::WrongKind)?;
    Ok(Value::from(list))
}
