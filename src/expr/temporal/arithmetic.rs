//! Sums and differences of dates, times and durations (DMN, tables of section "Addition and subtraction").

use super::{DAY, Date, DateTime, DayTimeDuration, SECOND, Time, YearMonthDuration, Zone};

impl Date {
    /// The day on which the duration, counted from midnight, ends.
    pub fn plus(self, duration: DayTimeDuration) -> Option<Self> {
        let days = duration.nanoseconds().div_euclid(i128::from(DAY) * SECOND);
        Self::from_days(self.days().checked_add(i64::try_from(days).ok()?)?)
    }

    /// From midnight to midnight.
    pub fn since(self, earlier: Self) -> DayTimeDuration {
        DayTimeDuration::from_seconds((self.days() - earlier.days()) * DAY)
    }
}

impl Time {
    /// The time on the clock after the duration, going round at midnight.
    #[must_use]
    pub fn plus(&self, duration: DayTimeDuration) -> Self {
        Self::from_nanoseconds(self.nanoseconds() + duration.nanoseconds(), self.zone.clone())
    }

    /// From the other time to this one, within a day; `None` where only one of them has a zone.
    pub fn since(&self, earlier: &Self) -> Option<DayTimeDuration> {
        if self.zone.is_some() != earlier.zone.is_some() {
            return None;
        }
        DayTimeDuration::from_nanoseconds(self.universal() - earlier.universal())
    }
}

impl DateTime {
    /// The moment after the duration, on the clock of the same zone.
    pub fn plus(&self, duration: DayTimeDuration) -> Option<Self> {
        let Some(zone @ Zone::Place(_)) = &self.time.zone else {
            return Self::from_local(self.local() + duration.nanoseconds(), self.time.zone.clone());
        };
        // Clocks change on the way: count in Greenwich, then look at the local clock.
        let later = Self::from_local(self.universal() + duration.nanoseconds(), Some(Zone::UTC))?;
        later.in_zone(zone.clone())
    }

    /// The same time of day that many months later.
    pub fn plus_months(&self, duration: YearMonthDuration) -> Option<Self> {
        Some(Self { date: self.date.plus_months(duration.months)?, time: self.time.clone() })
    }

    /// From the other moment to this one; `None` where only one of them has a zone.
    pub fn since(&self, earlier: &Self) -> Option<DayTimeDuration> {
        if self.time.zone.is_some() != earlier.time.zone.is_some() {
            return None;
        }
        DayTimeDuration::from_nanoseconds(self.universal() - earlier.universal())
    }
}
