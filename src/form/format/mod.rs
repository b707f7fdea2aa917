//! Writes values as Germany writes them, for letters, histories and read-only fields: 21.11.2026, 1.234,50 €, ja, labels of codes.

mod compound;
mod input;
mod number;
#[cfg(test)]
mod tests;

pub use input::{iban_groups, input, parts_of};
pub use number::file_size;

use crate::expr::{Date, DateTime, Time, Value};
use crate::model::{CodeEntry, Document, FieldKind};

/// The value of a field of this kind, in words for readers. Null is an empty text; values that do not fit the kind are written as
/// [`plain`] writes them.
pub fn text(kind: FieldKind, codes: &[CodeEntry], value: &Value) -> String {
    match (kind, value) {
        (FieldKind::Money, Value::Number(number)) => format!("{}\u{a0}€", number::money(number)),
        (FieldKind::Choice(_) | FieldKind::MultipleChoice(_), Value::Text(code)) => label(codes, code),
        (FieldKind::MultipleChoice(_), Value::List(list)) => {
            let labels: Vec<String> = list.items().iter().map(|code| label(codes, code.as_text().unwrap_or_default())).collect();
            labels.join(", ")
        }
        (FieldKind::Person, Value::Context(person)) => compound::person(person),
        (FieldKind::Address, Value::Context(address)) => compound::address(address),
        (FieldKind::BankAccount, Value::Context(account)) => compound::account(account),
        (FieldKind::File, Value::Context(file)) => compound::file(file),
        _ => plain(value),
    }
}

/// The value at a path of the data model (`antrag.gebuehr`), by the kind that the path has in the document; where it has none, as
/// [`plain`] writes it.
pub fn at_path(document: &Document, path: &str, value: &Value) -> String {
    let field = document.find_path(path).and_then(|path| document.fields.get(path.last()?));
    field.map_or_else(|| plain(value), |field| text(field.kind, codes_of(document, field.kind), value))
}

/// The codes that a choice offers; none for other kinds.
pub fn codes_of(document: &Document, kind: FieldKind) -> &[CodeEntry] {
    kind.code_list().and_then(|list| document.code_lists.get(list)).map_or(&[], |list| &list.entries)
}

/// A value whose kind is not known: numbers with decimal comma, dates and times as in Germany, lists with `; ` between the entries.
pub fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Boolean(truth) => if *truth { "ja" } else { "nein" }.to_owned(),
        Value::Number(number) => number::decimal(number),
        Value::Date(day) => date(*day),
        Value::Time(clock) => format!("{}\u{a0}Uhr", time(clock)),
        Value::DateTime(moment) => date_and_time(moment),
        Value::DayTimeDuration(duration) => compound::day_time_duration(*duration),
        Value::YearMonthDuration(duration) => compound::year_month_duration(*duration),
        Value::List(list) => list.items().iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Context(context) => {
            let filled = context.entries().iter().map(|(_, value)| plain(value)).filter(|text| !text.is_empty());
            filled.collect::<Vec<_>>().join(", ")
        }
        other => other.to_plain_text(),
    }
}

/// `21.11.2026`.
pub fn date(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// `14:30`, with seconds where there are any.
pub fn time(time: &Time) -> String {
    if time.second() == 0 {
        format!("{:02}:{:02}", time.hour(), time.minute())
    } else {
        format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
    }
}

/// `21.11.2026, 14:30 Uhr`.
pub fn date_and_time(moment: &DateTime) -> String {
    format!("{}, {}\u{a0}Uhr", date(moment.date), time(&moment.time))
}

/// The label of a code; the code itself where the list does not know it or gives it none.
fn label(codes: &[CodeEntry], code: &str) -> String {
    let label = codes.iter().find(|entry| entry.code == code).map_or("", |entry| &entry.label);
    if label.is_empty() { code.to_owned() } else { label.to_owned() }
}
