//! Writes a value as the texts that stand in its inputs; [`read`](super::super::read()) takes them back.

use super::super::read::CODE_SEPARATOR;
use super::{date, date_and_time, number, time};
use crate::expr::{Context, Value};
use crate::model::FieldKind;

/// How many inputs a field of this kind has: one a part, or one.
pub fn parts_of(kind: FieldKind) -> usize {
    kind.parts().len().max(1)
}

/// The texts of the inputs, [`parts_of`] in number. `None` where this kind of field cannot hold the value.
pub fn input(kind: FieldKind, value: &Value) -> Option<Vec<String>> {
    if value.is_null() {
        return Some(vec![String::new(); parts_of(kind)]);
    }
    if let (false, Value::Context(context)) = (kind.parts().is_empty(), value) {
        return kind.parts().iter().map(|key| part(context, key)).collect();
    }
    let one = match (kind, value) {
        (FieldKind::Money, Value::Number(number)) => number::money(number),
        (FieldKind::WholeNumber | FieldKind::Decimal, Value::Number(number)) => number::decimal(number),
        (FieldKind::Date, Value::Date(day)) => date(*day),
        (FieldKind::Time, Value::Time(clock)) => time(clock),
        (FieldKind::DateTime, Value::DateTime(moment)) => date_and_time(moment),
        (FieldKind::YesNo, Value::Boolean(truth)) => if *truth { "ja" } else { "nein" }.to_owned(),
        (FieldKind::MultipleChoice(_), Value::List(list)) => {
            let codes: Option<Vec<&str>> = list.items().iter().map(Value::as_text).collect();
            codes?.join(&CODE_SEPARATOR.to_string())
        }
        // A file in FEEL may be its name alone.
        (FieldKind::File, Value::Text(name)) => return Some(vec![name.to_string(), String::new()]),
        (FieldKind::Text | FieldKind::LongText | FieldKind::Email | FieldKind::Phone | FieldKind::Choice(_), Value::Text(text)) => {
            text.to_string()
        }
        _ => return None,
    };
    Some(vec![one])
}

/// An IBAN in groups of four, as on a bank card.
pub fn iban_groups(iban: &str) -> String {
    let characters: Vec<char> = iban.chars().filter(|character| !character.is_whitespace()).collect();
    characters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn part(context: &Context, key: &str) -> Option<String> {
    match context.get(key) {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::Text(text)) if key == "iban" => Some(iban_groups(text)),
        Some(Value::Text(text)) => Some(text.to_string()),
        Some(Value::Date(day)) => Some(date(*day)),
        // Bytes: not for people, so without groups.
        Some(Value::Number(number)) => Some(number.to_string()),
        Some(_) => None,
    }
}
