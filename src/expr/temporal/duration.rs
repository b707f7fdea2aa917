//! The two durations of FEEL, which do not mix: a month has no fixed number of days.

use super::super::number::{Number, Rounding};
use super::{DAY, SECOND};

/// Days, hours, minutes and seconds, as one count of nanoseconds. Ordered by length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayTimeDuration {
    seconds: i64,
    /// Always counted upward from `seconds`, so that the order of the fields is the order of the durations.
    nanoseconds: u32,
}

impl DayTimeDuration {
    /// The duration of that many seconds.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self { seconds, nanoseconds: 0 }
    }

    /// The duration of that many nanoseconds; `None` beyond about 292 thousand million years.
    pub fn from_nanoseconds(nanoseconds: i128) -> Option<Self> {
        let seconds = i64::try_from(nanoseconds.div_euclid(SECOND)).ok()?;
        Some(Self { seconds, nanoseconds: u32::try_from(nanoseconds.rem_euclid(SECOND)).ok()? })
    }

    /// The whole length in nanoseconds.
    pub fn nanoseconds(self) -> i128 {
        i128::from(self.seconds) * SECOND + i128::from(self.nanoseconds)
    }

    /// Days, hours, minutes, seconds and nanoseconds that make it up; each negative for a negative duration.
    pub fn parts(self) -> [i64; 5] {
        let whole = self.nanoseconds();
        let seconds = i64::try_from(whole / SECOND).unwrap_or(0);
        let nanoseconds = i64::try_from(whole % SECOND).unwrap_or(0);
        [seconds / DAY, seconds % DAY / 3600, seconds % 3600 / 60, seconds % 60, nanoseconds]
    }

    /// The length in seconds, with its fraction.
    pub fn to_number(self) -> Option<Number> {
        let whole = Number::from(self.seconds);
        whole.plus(&Number::from(self.nanoseconds).divided_by(&Number::from(1_000_000_000_i64))?)
    }

    /// The duration of that many seconds, cut to nanoseconds.
    pub fn from_number(seconds: &Number) -> Option<Self> {
        let whole = seconds.rounded(0, Rounding::Floor)?;
        let fraction = seconds.minus(&whole)?.times(&Number::from(1_000_000_000_i64))?;
        let nanoseconds = u32::try_from(fraction.truncated_i64()?).ok()?;
        Some(Self { seconds: whole.to_i64()?, nanoseconds })
    }

    /// The duration in the other direction.
    pub fn negated(self) -> Option<Self> {
        Self::from_nanoseconds(-self.nanoseconds())
    }
}

/// Years and months, as one count of months. Ordered by length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonthDuration {
    /// Whole length in months; negative backwards.
    pub months: i64,
}

impl YearMonthDuration {
    /// Years and months that make it up; each negative for a negative duration.
    pub const fn parts(self) -> [i64; 2] {
        [self.months / 12, self.months % 12]
    }

    /// The duration of that many months; the fraction of a month is dropped.
    pub fn from_number(months: &Number) -> Option<Self> {
        Some(Self { months: months.truncated_i64()? })
    }

    /// The duration in the other direction.
    pub fn negated(self) -> Option<Self> {
        Some(Self { months: self.months.checked_neg()? })
    }
}
