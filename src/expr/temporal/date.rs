//! A day of the calendar.

/// Largest year, and without its sign the smallest, as XML Schema implementations and the standard's examples have it.
const LARGEST_YEAR: i64 = 999_999_999;
/// Days of 400 years.
const ERA: i64 = 146_097;

/// A day of the proleptic Gregorian calendar that exists. Ordered as the days follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` where the calendar has no such day or the year lies beyond ±999,999,999.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let within = (-LARGEST_YEAR..=LARGEST_YEAR).contains(&year) && (1..=12).contains(&month);
        if !within || !(1..=days_of_month(year, month)).contains(&day) {
            return None;
        }
        Some(Self { year: i32::try_from(year).ok()?, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// Year; year 0 is the one before year 1.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// Month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01, negative before.
    pub fn days(self) -> i64 {
        // Counting years from March puts the leap day last; the month lengths from there are 153 days every five months.
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        year.div_euclid(400) * ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that many days after 1970-01-01, where the calendar reaches it.
    pub fn from_days(days: i64) -> Option<Self> {
        let shifted = days.checked_add(719_468)?;
        let day_of_era = shifted.rem_euclid(ERA);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = (from_march + 2) % 12 + 1;
        Self::new(shifted.div_euclid(ERA) * 400 + year_of_era + i64::from(month <= 2), month, day)
    }

    /// Day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
    pub fn weekday(self) -> u8 {
        u8::try_from((self.days() + 3).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// Day of the year, 1 to 366.
    pub fn day_of_year(self) -> u16 {
        let new_year = Self { month: 1, day: 1, ..self };
        u16::try_from(self.days() - new_year.days() + 1).unwrap_or(1)
    }

    /// Week of the year, 1 to 53, as ISO 8601 counts it: week 1 holds the year's first Thursday.
    pub fn week_of_year(self) -> u8 {
        let thursday = self.days() + 4 - i64::from(self.weekday());
        Self::from_days(thursday).map_or(1, |date| u8::try_from((date.day_of_year() - 1) / 7 + 1).unwrap_or(1))
    }

    /// The same day that many months later; a day that the month lacks becomes its last one (31 January + 1 month = 28 February).
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let count = (i64::from(self.year) * 12 + i64::from(self.month) - 1).checked_add(months)?;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        Self::new(year, month, i64::from(self.day).min(days_of_month(year, month)))
    }

    /// Whole months from `earlier` to this day; negative where `earlier` is later.
    pub fn months_since(self, earlier: Self) -> i64 {
        let months = (i64::from(self.year) - i64::from(earlier.year)) * 12 + i64::from(self.month) - i64::from(earlier.month);
        let incomplete = i64::from(match months.signum() {
            1 => self.day < earlier.day,
            -1 => self.day > earlier.day,
            _ => false,
        });
        months - months.signum() * incomplete
    }
}

fn days_of_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
