//! Reads dates, times and durations from the text forms of FEEL (XML Schema's, and `@Area/Place` for a zone).

use super::{DAY, Date, DateTime, DayTimeDuration, SECOND, Time, YearMonthDuration, Zone};

impl Date {
    /// Reads `2026-09-01`; a year has four digits or, without leading nought, up to nine, and may be negative.
    pub fn read(text: &str) -> Option<Self> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let mut parts = unsigned.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let year_fits = (4..=9).contains(&year.len()) && (year.len() == 4 || !year.starts_with('0'));
        if parts.next().is_some() || !year_fits || month.len() != 2 || day.len() != 2 {
            return None;
        }
        let year = digits(year)?;
        Self::new(if negative { -year } else { year }, digits(month)?, digits(day)?)
    }
}

impl Time {
    /// Reads `10:30:00`, `10:30:00.5`, `10:30:00Z`, `10:30:00+01:00`, `10:30:00@Europe/Berlin`.
    pub fn read(text: &str) -> Option<Self> {
        let (clock, zone) = split_zone(text)?;
        let (whole, fraction) = clock.split_once('.').map_or((clock, None), |(whole, fraction)| (whole, Some(fraction)));
        let mut parts = whole.split(':');
        let (hour, minute, second) = (two(parts.next()?)?, two(parts.next()?)?, two(parts.next()?)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(hour, minute, second, fraction.map_or(Some(0), nanoseconds)?, zone)
    }
}

impl DateTime {
    /// Reads `2026-09-01T10:30:00` with any zone that a time may have; a date alone is its midnight.
    pub fn read(text: &str) -> Option<Self> {
        let Some((date, time)) = text.split_once('T') else {
            return Some(Self::midnight(Date::read(text)?, None));
        };
        Some(Self { date: Date::read(date)?, time: Time::read(time)? })
    }
}

fn split_zone(text: &str) -> Option<(&str, Option<Zone>)> {
    if let Some((clock, place)) = text.split_once('@') {
        return Some((clock, Some(Zone::place(place)?)));
    }
    if let Some(clock) = text.strip_suffix('Z') {
        return Some((clock, Some(Zone::UTC)));
    }
    let Some(sign) = text.find(['+', '-']) else {
        return Some((text, None));
    };
    let (clock, offset) = text.split_at(sign);
    let mut parts = offset.get(1..)?.split(':');
    let (hours, minutes) = (two(parts.next()?)?, two(parts.next()?)?);
    let seconds = parts.next().map_or(Some(0), two)?;
    if parts.next().is_some() || minutes > 59 || seconds > 59 {
        return None;
    }
    let size = hours * 3600 + minutes * 60 + seconds;
    Some((clock, Some(Zone::offset(if offset.starts_with('-') { -size } else { size })?)))
}

/// A fraction of a second; digits beyond the ninth are dropped.
fn nanoseconds(fraction: &str) -> Option<u32> {
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let kept: String = fraction.chars().chain("000000000".chars()).take(9).collect();
    kept.parse().ok()
}

fn two(text: &str) -> Option<i64> {
    if text.len() == 2 { digits(text) } else { None }
}

fn digits(text: &str) -> Option<i64> {
    let well_formed = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if well_formed { text.parse().ok() } else { None }
}

/// The pieces of a duration's text: sign, and what stands before each of the letters.
struct Pieces<'a> {
    negative: bool,
    date: &'a str,
    clock: &'a str,
}

impl<'a> Pieces<'a> {
    fn split(text: &'a str) -> Option<Self> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let body = unsigned.strip_prefix('P')?;
        let (date, clock) = match body.split_once('T') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (body, ""),
        };
        (!body.is_empty()).then_some(Self { negative, date, clock })
    }
}

/// Takes `12X` off the front for the unit `X`: what stands before it, and the rest. Nought where the unit is missing.
fn take(text: &str, unit: char) -> Option<(i64, &str)> {
    match text.split_once(unit) {
        Some((count, rest)) => Some((digits(count)?, rest)),
        None => Some((0, text)),
    }
}

impl YearMonthDuration {
    /// Reads `P1Y2M`, `-P3M`.
    pub fn read(text: &str) -> Option<Self> {
        let pieces = Pieces::split(text)?;
        let (years, rest) = take(pieces.date, 'Y')?;
        let (months, rest) = take(rest, 'M')?;
        if !rest.is_empty() || !pieces.clock.is_empty() {
            return None;
        }
        let total = years.checked_mul(12)?.checked_add(months)?;
        Some(Self { months: if pieces.negative { -total } else { total } })
    }
}

impl DayTimeDuration {
    /// Reads `P1DT2H3M4.5S`, `-PT36H`.
    pub fn read(text: &str) -> Option<Self> {
        let pieces = Pieces::split(text)?;
        let (days, rest) = take(pieces.date, 'D')?;
        if !rest.is_empty() {
            return None;
        }
        let (hours, rest) = take(pieces.clock, 'H')?;
        let (minutes, rest) = take(rest, 'M')?;
        let (seconds, fraction) = seconds(rest)?;
        let whole = i128::from(days) * i128::from(DAY) + i128::from(hours) * 3600 + i128::from(minutes) * 60 + i128::from(seconds);
        let total = whole * SECOND + i128::from(fraction);
        Self::from_nanoseconds(if pieces.negative { -total } else { total })
    }
}

fn seconds(text: &str) -> Option<(i64, u32)> {
    if text.is_empty() {
        return Some((0, 0));
    }
    let count = text.strip_suffix('S')?;
    match count.split_once('.') {
        Some((whole, fraction)) => Some((digits(whole)?, nanoseconds(fraction)?)),
        None => Some((digits(count)?, 0)),
    }
}
