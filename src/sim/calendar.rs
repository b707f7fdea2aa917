//! The simulated calendar: durations, working days, and the holidays that all of Germany has.

use crate::model::Duration;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan};

/// Most working days that a time limit may count: some 400 years.
const MOST_WORKING_DAYS: i64 = 100_000;

/// A length of time, read once.
#[derive(Clone, Debug)]
pub struct Length {
    /// As typed.
    pub text: String,
    span: Option<Span>,
    in_working_days: bool,
}

impl Length {
    /// Reads a duration of the model. One that cannot be read reaches no point in time.
    pub fn read(duration: &Duration) -> Self {
        let text = duration.iso.trim();
        // jiff also reads "14 days"; the file format has ISO 8601 only.
        let span = text.starts_with(['P', 'p']).then(|| text.parse::<Span>().ok()).flatten();
        Self { text: duration.iso.clone(), span, in_working_days: duration.in_working_days }
    }

    /// Reads an ISO 8601 duration such as `P14D` or `PT4H`.
    pub fn read_iso(text: &str) -> Self {
        Self::read(&Duration { iso: text.to_owned(), in_working_days: false })
    }

    /// The point in time that lies this long after `start`; `None` if the duration cannot be read or leads beyond the calendar.
    pub fn after(&self, start: DateTime) -> Option<DateTime> {
        let span = self.span?;
        if !self.in_working_days {
            return start.checked_add(span).ok();
        }
        let days = i64::from(span.get_days()) + 7 * i64::from(span.get_weeks());
        let others = span.try_days(0).ok()?.try_weeks(0).ok()?;
        let date = working_days_after(start.date(), days)?;
        date.to_datetime(start.time()).checked_add(others).ok()
    }
}

/// The day that many working days later; the day itself does not count (BGB, § 187).
pub fn working_days_after(start: Date, days: i64) -> Option<Date> {
    if days > MOST_WORKING_DAYS {
        return None;
    }
    let mut date = start;
    let mut left = days;
    while left > 0 {
        date = date.tomorrow().ok()?;
        if is_working_day(date) {
            left -= 1;
        }
    }
    Some(date)
}

/// Monday to Friday, but for holidays that all of Germany has.
pub fn is_working_day(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_national_holiday(date)
}

/// The nine holidays of all sixteen Länder: eight by the laws of the Länder, 3 October by the Einigungsvertrag.
pub fn is_national_holiday(date: Date) -> bool {
    if matches!((date.month(), date.day()), (1 | 5, 1) | (10, 3) | (12, 25 | 26)) {
        return true;
    }
    // Good Friday, Easter Monday, Ascension Day, Whit Monday.
    let since_easter = easter_sunday(date.year()).and_then(|easter| date.since(easter).ok()).map(|span| span.get_days());
    matches!(since_easter, Some(-2 | 1 | 39 | 50))
}

/// Easter Sunday of the Gregorian calendar (Gauss's rule in the form of Lichtenberg, 1997).
pub fn easter_sunday(year: i16) -> Option<Date> {
    let year = i64::from(year);
    let century = year / 100;
    let moon_shift = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
    let sun_shift = 2 - (3 * century + 3) / 4;
    let golden = year % 19;
    let seed = (19 * golden + moon_shift) % 30;
    let correction = (seed + golden / 11) / 29;
    let border = 21 + seed - correction;
    let first_sunday = 7 - (year + year / 4 + sun_shift).rem_euclid(7);
    let distance = 7 - (border - first_sunday).rem_euclid(7);
    let march = Date::new(i16::try_from(year).ok()?, 3, 1).ok()?;
    march.checked_add((border + distance - 1).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Dates from the table of the Physikalisch-Technische Bundesanstalt.
    #[test]
    fn easter_falls_where_the_table_has_it() {
        for (year, month, day) in [(2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25)] {
            assert_eq!(easter_sunday(year), Some(date(year, month, day)));
        }
        assert_eq!(easter_sunday(1981), Some(date(1981, 4, 19)));
        assert_eq!(easter_sunday(1954), Some(date(1954, 4, 18)));
    }

    #[test]
    fn the_nine_holidays_of_2026() {
        let days: Vec<Date> = date(2026, 1, 1).series(1.day()).take(365).filter(|day| is_national_holiday(*day)).collect();
        let expected = [(1, 1), (4, 3), (4, 6), (5, 1), (5, 14), (5, 25), (10, 3), (12, 25), (12, 26)];
        assert_eq!(days, expected.map(|(month, day)| date(2026, month, day)));
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        // Thursday before Easter 2026: Friday and Monday are holidays.
        assert_eq!(working_days_after(date(2026, 4, 2), 1), Some(date(2026, 4, 7)));
        assert_eq!(working_days_after(date(2026, 3, 7), 1), Some(date(2026, 3, 9)));
        assert_eq!(working_days_after(date(2026, 3, 2), 10), Some(date(2026, 3, 16)));
        assert_eq!(working_days_after(date(2026, 3, 7), 0), Some(date(2026, 3, 7)));
    }

    #[test]
    fn lengths_are_iso_only() {
        let start = date(2026, 1, 31).at(9, 0, 0, 0);
        let after = |iso: &str| Length::read_iso(iso).after(start);
        assert_eq!(after("P14D"), Some(date(2026, 2, 14).at(9, 0, 0, 0)));
        assert_eq!(after("PT4H"), Some(date(2026, 1, 31).at(13, 0, 0, 0)));
        assert_eq!(after("P1M"), Some(date(2026, 2, 28).at(9, 0, 0, 0)));
        assert_eq!(after("P2W"), Some(date(2026, 2, 14).at(9, 0, 0, 0)));
        for wrong in ["", "14", "14 days", "-P1D", "P", "P99999999999Y"] {
            assert_eq!(after(wrong), None, "{wrong}");
        }
        let working = Length::read(&Duration { iso: "P2DT1H".to_owned(), in_working_days: true });
        assert_eq!(working.after(start), Some(date(2026, 2, 3).at(10, 0, 0, 0)));
    }
}
