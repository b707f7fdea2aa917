//! Dates and times as Germany writes them: `21.11.2026`, `14:30 Uhr`.

use super::super::fault::Fault;
use crate::expr::{Date, DateTime, Time, Value};

const MONTHS: [&str; 12] =
    ["januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];

/// How far in the future a two-digit year may lie; any further and it is the century before.
const YEARS_AHEAD: i64 = 20;

/// A day: `21.11.2026`, `21.11.26`, `1. März 2026`, `2026-11-21`.
pub fn read_date(text: &str, today: Date) -> Result<Date, Fault> {
    let (year, month, day) = iso_parts(text).or_else(|| german_parts(text, today)).ok_or(Fault::NotADate)?;
    Date::new(year, month, day).ok_or(Fault::NoSuchDay)
}

/// A time of day: `14:30`, `14.30 Uhr`, `9 Uhr`, `14:30:15`.
pub fn read_time(text: &str) -> Result<Time, Fault> {
    let bare = text.strip_suffix("Uhr").map(str::trim_end);
    let parts: Vec<&str> = bare.unwrap_or(text).split([':', '.']).collect();
    let number = |place: usize| parts.get(place).map_or(Some(0), |part| digits(part, if place == 0 { 1..=2 } else { 2..=2 }));
    let is_whole_hour = parts.len() == 1 && bare.is_some();
    if !is_whole_hour && !(2..=3).contains(&parts.len()) {
        return Err(Fault::NotATime);
    }
    let time = || Time::new(number(0)?, number(1)?, number(2)?, 0, None);
    time().ok_or(Fault::NotATime)
}

/// A day and a time of day, with a blank, a comma, `um` or ISO's `T` between them.
pub fn read_date_and_time(text: &str, today: Date) -> Result<Value, Fault> {
    let (day, clock) = text.split_once([',', 'T']).or_else(|| split_before_clock(text)).ok_or(Fault::NotADateAndTime)?;
    let clock = clock.trim();
    let clock = clock.strip_prefix("um ").unwrap_or(clock).trim();
    let day = day.trim();
    let day = day.strip_suffix(" um").unwrap_or(day);
    let date = match read_date(day, today) {
        Err(Fault::NotADate) => return Err(Fault::NotADateAndTime),
        other => other?,
    };
    let time = read_time(clock).map_err(|_| Fault::NotADateAndTime)?;
    Ok(Value::from(DateTime { date, time }))
}

/// Splits at the last blank that has a digit behind it: month names and `Uhr` bring blanks of their own.
fn split_before_clock(text: &str) -> Option<(&str, &str)> {
    let at = text.match_indices(' ').map(|(at, _)| at).rfind(|at| text[at + 1..].starts_with(|next: char| next.is_ascii_digit()))?;
    Some((&text[..at], &text[at + 1..]))
}

fn iso_parts(text: &str) -> Option<(i64, i64, i64)> {
    let mut parts = text.split('-');
    let found = (digits(parts.next()?, 4..=4)?, digits(parts.next()?, 2..=2)?, digits(parts.next()?, 2..=2)?);
    parts.next().is_none().then_some(found)
}

fn german_parts(text: &str, today: Date) -> Option<(i64, i64, i64)> {
    let (day, rest) = text.split_once('.')?;
    let rest = rest.trim_start();
    let (month, year) = match rest.split_once('.') {
        Some((month, year)) if month.bytes().all(|byte| byte.is_ascii_digit()) => (digits(month, 1..=2)?, year.trim()),
        _ => {
            let (name, year) = rest.split_once(' ')?;
            (month_of(name)?, year.trim())
        }
    };
    Some((full_year(year, today)?, month, digits(day.trim(), 1..=2)?))
}

/// A month by its name or the first three letters or more of it, with or without point.
fn month_of(name: &str) -> Option<i64> {
    let name = name.trim_end_matches('.').to_lowercase();
    let is_long_enough = name.chars().count() >= 3;
    let found = MONTHS.iter().position(|month| is_long_enough && month.starts_with(&name))?;
    i64::try_from(found).ok().map(|index| index + 1)
}

fn full_year(text: &str, today: Date) -> Option<i64> {
    if let Some(year) = digits(text, 4..=4) {
        return Some(year);
    }
    let last = i64::from(today.year()) + YEARS_AHEAD;
    let same_century = last.div_euclid(100) * 100 + digits(text, 2..=2)?;
    Some(if same_century > last { same_century - 100 } else { same_century })
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<i64> {
    let well_formed = length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if well_formed { text.parse().ok() } else { None }
}
