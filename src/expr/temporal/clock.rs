//! Times of day, and times of a day.

use super::{DAY, Date, SECOND, Zone};
use std::cmp::Ordering;

/// A time of day, with or without a zone. Equality here is that of all parts; FEEL's own is [`Time::compare`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    second_of_day: u32,
    nanosecond: u32,
    /// Where the time holds; `None` for a local time that names no place.
    pub zone: Option<Zone>,
}

impl Time {
    /// Midnight without a zone.
    pub const MIDNIGHT: Self = Self { second_of_day: 0, nanosecond: 0, zone: None };

    /// The time, or `None` where a part lies outside its range (hour 0..=23, minute and second 0..=59, nanosecond below a thousand million).
    pub fn new(hour: i64, minute: i64, second: i64, nanosecond: u32, zone: Option<Zone>) -> Option<Self> {
        let within = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
        if !within || i128::from(nanosecond) >= SECOND {
            return None;
        }
        Some(Self { second_of_day: u32::try_from(hour * 3600 + minute * 60 + second).ok()?, nanosecond, zone })
    }

    /// The time that many nanoseconds after midnight, counted round the clock.
    pub(super) fn from_nanoseconds(nanoseconds: i128, zone: Option<Zone>) -> Self {
        let within = nanoseconds.rem_euclid(i128::from(DAY) * SECOND);
        Self { second_of_day: u32::try_from(within / SECOND).unwrap_or(0), nanosecond: u32::try_from(within % SECOND).unwrap_or(0), zone }
    }

    /// Nanoseconds since midnight, on the local clock.
    pub(super) fn nanoseconds(&self) -> i128 {
        i128::from(self.second_of_day) * SECOND + i128::from(self.nanosecond)
    }

    /// Hour, 0 to 23.
    pub fn hour(&self) -> u32 {
        self.second_of_day / 3600
    }

    /// Minute, 0 to 59.
    pub fn minute(&self) -> u32 {
        self.second_of_day / 60 % 60
    }

    /// Second, 0 to 59, without its fraction.
    pub fn second(&self) -> u32 {
        self.second_of_day % 60
    }

    /// Nanoseconds of the second.
    pub fn nanosecond(&self) -> u32 {
        self.nanosecond
    }

    /// Nanoseconds since midnight in Greenwich; as on the clock where there is no zone.
    pub(super) fn universal(&self) -> i128 {
        let offset = self.zone.as_ref().map_or(0, Zone::offset_without_date);
        self.nanoseconds() - i128::from(offset) * SECOND
    }

    /// Which is earlier, to the second, as the standard's value of a time has no fraction; `None` where only one of them has a zone.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let seconds = |time: &Self| time.universal().div_euclid(SECOND);
        (self.zone.is_some() == other.zone.is_some()).then(|| seconds(self).cmp(&seconds(other)))
    }

    /// Whether clock and offset are the same; two places with one offset do not differ.
    pub fn is(&self, other: &Self) -> bool {
        let offset = |time: &Self| time.zone.as_ref().map(Zone::offset_without_date);
        self.nanoseconds() == other.nanoseconds() && offset(self) == offset(other)
    }
}

/// A time of a certain day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateTime {
    /// The day, on the local calendar.
    pub date: Date,
    /// The time, on the local clock, with its zone if any.
    pub time: Time,
}

impl DateTime {
    /// The start of a day, in Greenwich: what the standard takes a date for beside a date and time with a zone.
    pub fn midnight(date: Date, zone: Option<Zone>) -> Self {
        Self { date, time: Time { zone, ..Time::MIDNIGHT } }
    }

    /// Seconds east of Greenwich, where there is a zone.
    pub fn offset(&self) -> Option<i64> {
        self.time.zone.as_ref().map(|zone| zone.offset_at(self.date, self.time.nanoseconds()))
    }

    /// Nanoseconds since 1970 on the local clock.
    pub(super) fn local(&self) -> i128 {
        i128::from(self.date.days()) * i128::from(DAY) * SECOND + self.time.nanoseconds()
    }

    /// Nanoseconds since 1970 in Greenwich; as on the clock where there is no zone.
    pub(super) fn universal(&self) -> i128 {
        self.local() - i128::from(self.offset().unwrap_or(0)) * SECOND
    }

    /// The local time that many nanoseconds after 1970 on the local clock, where the calendar reaches it.
    pub(super) fn from_local(nanoseconds: i128, zone: Option<Zone>) -> Option<Self> {
        let days = nanoseconds.div_euclid(i128::from(DAY) * SECOND);
        let date = Date::from_days(i64::try_from(days).ok()?)?;
        Some(Self { date, time: Time::from_nanoseconds(nanoseconds, zone) })
    }

    /// Which is earlier, to the second, as the standard's value of a time has no fraction; `None` where only one of them has a zone.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        let seconds = |moment: &Self| moment.universal().div_euclid(SECOND);
        (self.time.zone.is_some() == other.time.zone.is_some()).then(|| seconds(self).cmp(&seconds(other)))
    }

    /// Whether calendar, clock and offset are the same; two places with one offset do not differ.
    pub fn is(&self, other: &Self) -> bool {
        self.local() == other.local() && self.offset() == other.offset()
    }

    /// The same moment on the clock of another zone; without a zone of its own it is taken to be in Greenwich.
    pub fn in_zone(&self, zone: Zone) -> Option<Self> {
        let moment = self.universal();
        let guess = Self::from_local(moment, Some(zone.clone()))?;
        let first = Self::from_local(moment + i128::from(guess.offset()?) * SECOND, Some(zone.clone()))?;
        Self::from_local(moment + i128::from(first.offset()?) * SECOND, Some(zone))
    }
}
