//! A plausible value for a field that must be filled in and matters to nothing.

use super::pattern;
use crate::expr::{Context, Date, Value};
use crate::form::FieldPlan;
use crate::model::{Constraints, Demand, FieldKind};
use std::cmp::Ordering;
use std::sync::Arc;

/// An example IBAN that banks publish for tests; its check digits fit.
const IBAN: &str = "DE02120300000000202051";

/// Values that a field is likely to take, the most usual first. `bounds` are the least and greatest value, null where there is none.
pub(super) fn samples(plan: &FieldPlan, bounds: &[Value; 2], today: Date) -> Vec<Value> {
    let inside = |value: &Value| value.compare(&bounds[0]) != Some(Ordering::Less) && value.compare(&bounds[1]) != Some(Ordering::Greater);
    let ends = || bounds.iter().filter(|bound| !bound.is_null()).cloned();
    let numbers = || {
        let usual = [1, 2, 10, 0, 100, 1995, 2020].into_iter().map(|number| Value::from(i64::from(number)));
        usual.filter(inside).chain(ends()).collect()
    };
    match plan.kind {
        FieldKind::Text | FieldKind::LongText => texts(plan),
        FieldKind::WholeNumber | FieldKind::Decimal | FieldKind::Money => numbers(),
        FieldKind::Date => dates(today).filter(inside).chain(ends()).collect(),
        FieldKind::DateTime => dates(today).chain(ends()).collect(),
        FieldKind::Time => crate::expr::Time::read("09:30:00").map(Value::from).into_iter().collect(),
        FieldKind::YesNo => vec![true.into(), false.into()],
        FieldKind::Choice(_) => plan.codes.iter().map(|entry| Value::from(entry.code.as_str())).collect(),
        FieldKind::MultipleChoice(_) => {
            let least = plan.constraints.min_items.unwrap_or(1).max(1) as usize;
            let codes = plan.codes.iter().take(least).map(|entry| Value::from(entry.code.as_str())).collect();
            crate::expr::List::new(codes).ok().map(Value::List).into_iter().collect()
        }
        FieldKind::File => vec![file(&plan.constraints)],
        FieldKind::Person | FieldKind::Address | FieldKind::BankAccount => vec![parts(plan)],
        FieldKind::Email => vec!["erika.mustermann@example.org".into()],
        FieldKind::Phone => vec!["0123 456789".into()],
        FieldKind::Object(_) | FieldKind::List(_) => Vec::new(),
    }
}

fn texts(plan: &FieldPlan) -> Vec<Value> {
    let constraints = &plan.constraints;
    let usual = format!("Beispiel {}", plan.label.trim());
    let by_pattern = (!constraints.pattern.is_empty()).then(|| pattern::example(&constraints.pattern)).flatten();
    // Numbers that the checks of rules accept: tax id and postal code from public examples.
    let known = ["Beispiel", "86095742719", "12345", IBAN, "erika.mustermann@example.org"].map(str::to_owned);
    let all = by_pattern.into_iter().chain([usual]).chain(known);
    all.map(|text| Value::from(fitting(&text, constraints))).collect()
}

/// The text made longer or shorter as far as asked for.
pub(super) fn fitting(text: &str, constraints: &Constraints) -> String {
    let most = constraints.max_length.map_or(usize::MAX, |most| most as usize);
    let least = constraints.min_length.map_or(0, |least| (least as usize).min(10_000));
    let mut text: String = text.chars().take(most).collect();
    let missing = least.saturating_sub(text.chars().count());
    text.extend(std::iter::repeat_n('x', missing));
    text
}

fn dates(today: Date) -> impl Iterator<Item = Value> {
    let shifted = move |days: i64| Date::from_days(today.days() + days).map(Value::Date);
    [0, 1, -30, 30, -365, 365, -9_000].into_iter().filter_map(shifted)
}

fn file(constraints: &Constraints) -> Value {
    let kind = constraints.file_kinds.first().map_or("pdf", |kind| kind.trim_start_matches('.'));
    let most = constraints.max_file_size.and_then(|most| i64::try_from(most).ok()).unwrap_or(i64::MAX);
    let entries = [("name", Value::from(format!("nachweis.{kind}"))), ("groesse", Value::from(most.min(120_000)))];
    context(entries.into_iter())
}

fn parts(plan: &FieldPlan) -> Value {
    let asked = plan.kind.parts().iter().enumerate().filter(|(place, _)| plan.demands.get(*place) != Some(&Demand::Absent));
    context(asked.map(|(_, part)| (*part, part_value(part))))
}

fn part_value(part: &str) -> Value {
    match part {
        "anrede" => "Frau".into(),
        "vorname" => "Erika".into(),
        "nachname" | "kontoinhaber" => "Mustermann".into(),
        "geburtsdatum" => Date::new(1980, 5, 4).map_or(Value::Null, Value::Date),
        "strasse" => "Hauptstraße".into(),
        "hausnummer" => "1".into(),
        "plz" => "12345".into(),
        "ort" => "Musterstadt".into(),
        "land" => "Deutschland".into(),
        "iban" => IBAN.into(),
        _ => Value::Null,
    }
}

fn context<'a>(entries: impl Iterator<Item = (&'a str, Value)>) -> Value {
    Context::new(entries.map(|(key, value)| (Arc::from(key), value))).map_or(Value::Null, Value::Context)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_account_is_valid() {
        assert!(crate::form::read_iban(IBAN).is_ok());
    }

    #[test]
    fn texts_keep_to_their_length() {
        let constraints = Constraints { min_length: Some(5), max_length: Some(6), ..Constraints::default() };
        assert_eq!(fitting("a", &constraints), "axxxx");
        assert_eq!(fitting("Beispiel", &constraints), "Beispi");
    }
}
