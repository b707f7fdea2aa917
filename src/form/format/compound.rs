//! Persons, addresses, accounts, files and durations in one line.

use super::number::file_size;
use super::{date, plain};
use crate::expr::{Context, DayTimeDuration, Value, YearMonthDuration};

/// `Frau Vorname Nachname`, with the day of birth behind it where there is one.
pub fn person(person: &Context) -> String {
    let name = joined(person, &["anrede", "vorname", "nachname"], " ");
    match person.get("geburtsdatum") {
        Some(Value::Date(birth)) => format!("{name}, geb. {}", date(*birth)),
        _ => name,
    }
}

/// `Straße 1, 12345 Ort`; the country only where it is another.
pub fn address(address: &Context) -> String {
    let street = joined(address, &["strasse", "hausnummer"], " ");
    let town = joined(address, &["plz", "ort"], " ");
    let country = part(address, "land");
    let country = if super::super::block::is_germany(&country) { String::new() } else { country };
    not_empty([street, town, country], ", ")
}

/// `DE89 3704 0044 0532 0130 00 (Name)`.
pub fn account(account: &Context) -> String {
    let iban = super::input::iban_groups(&part(account, "iban"));
    let holder = part(account, "kontoinhaber");
    if holder.is_empty() { iban } else { format!("{iban} ({holder})") }
}

/// `name.pdf (1,2 MB)`.
pub fn file(file: &Context) -> String {
    let size = file.get("groesse").and_then(Value::as_number).and_then(crate::expr::Number::to_i64);
    let name = part(file, "name");
    match size.and_then(|size| u64::try_from(size).ok()) {
        Some(size) => format!("{name} ({})", file_size(size)),
        None => name,
    }
}

/// `1 Jahr 2 Monate`.
pub fn year_month_duration(duration: YearMonthDuration) -> String {
    let [years, months] = duration.parts();
    counted(&[(years, "Jahr", "Jahre"), (months, "Monat", "Monate")], "0\u{a0}Monate")
}

/// `3 Tage 4 Stunden`.
pub fn day_time_duration(duration: DayTimeDuration) -> String {
    let [days, hours, minutes, seconds, _] = duration.parts();
    let parts = [(days, "Tag", "Tage"), (hours, "Stunde", "Stunden"), (minutes, "Minute", "Minuten"), (seconds, "Sekunde", "Sekunden")];
    counted(&parts, "0\u{a0}Tage")
}

fn counted(parts: &[(i64, &str, &str)], nothing: &str) -> String {
    let words = parts.iter().filter(|(count, ..)| *count != 0).map(|(count, one, many)| {
        let word = if count.abs() == 1 { one } else { many };
        format!("{count}\u{a0}{word}")
    });
    let words: Vec<String> = words.collect();
    if words.is_empty() { nothing.to_owned() } else { words.join(" ") }
}

fn part(of: &Context, key: &str) -> String {
    of.get(key).map(plain).unwrap_or_default()
}

fn joined(of: &Context, keys: &[&str], separator: &str) -> String {
    not_empty(keys.iter().map(|key| part(of, key)), separator)
}

fn not_empty(texts: impl IntoIterator<Item = String>, separator: &str) -> String {
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(separator)
}
