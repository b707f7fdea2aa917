//! Time zones: a fixed offset, or a place of the IANA database.

use super::{Date, SECOND};
use jiff::civil;
use jiff::tz::TimeZone;

/// Largest offset: less than this many seconds either way (XML Schema: fourteen hours, and FEEL allows any below a day).
const LARGEST_OFFSET: i64 = 18 * 3600;

/// Where a time of day holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Seconds east of Greenwich, within ±18 hours.
    Offset(i32),
    /// A place, such as `Europe/Berlin`, with its summer times.
    Place(TimeZone),
}

impl Zone {
    /// Greenwich (`Z`).
    pub const UTC: Self = Self::Offset(0);

    /// A fixed offset in seconds; `None` beyond ±18 hours.
    pub fn offset(seconds: i64) -> Option<Self> {
        if seconds.abs() > LARGEST_OFFSET {
            return None;
        }
        i32::try_from(seconds).ok().map(Self::Offset)
    }

    /// A place by its IANA name; `None` where the database has no such place.
    pub fn place(name: &str) -> Option<Self> {
        let zone = TimeZone::get(name).ok()?;
        // jiff takes names in any case; the standard's names are those of the database.
        (zone.iana_name() == Some(name)).then_some(Self::Place(zone))
    }

    /// Name of the place, where it is one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Offset(_) => None,
            Self::Place(zone) => zone.iana_name(),
        }
    }

    /// Seconds east of Greenwich at this local time (`nanoseconds` since midnight). Where clocks go forward, the offset before; where they
    /// go back, the first pass.
    pub fn offset_at(&self, date: Date, nanoseconds: i128) -> i64 {
        match self {
            Self::Offset(seconds) => i64::from(*seconds),
            Self::Place(zone) => offset_of_place(zone, date, nanoseconds).unwrap_or(0),
        }
    }

    /// Seconds east of Greenwich when no date is known: a place then has its standard (winter) time.
    pub fn offset_without_date(&self) -> i64 {
        let at = |month| Date::new(2000, month, 1).map(|date| self.offset_at(date, 0));
        [at(1), at(7)].into_iter().flatten().min().unwrap_or(0)
    }
}

fn offset_of_place(zone: &TimeZone, date: Date, nanoseconds: i128) -> Option<i64> {
    let seconds = i64::try_from(nanoseconds / SECOND).ok()?;
    let hour = i8::try_from(seconds / 3600).ok()?;
    let minute = i8::try_from(seconds / 60 % 60).ok()?;
    let second = i8::try_from(seconds % 60).ok()?;
    let month = i8::try_from(date.month()).ok()?;
    let day = i8::try_from(date.day()).ok()?;
    let local = civil::DateTime::new(year_of_jiff(date.year()), month, day, hour, minute, second, 0).ok()?;
    let stamp = zone.to_ambiguous_timestamp(local).compatible().ok()?;
    Some(i64::from(zone.to_offset(stamp).seconds()))
}

/// A year with the same calendar that jiff reaches: the calendar repeats every 400 years, and so do the rules for summer time.
fn year_of_jiff(year: i32) -> i16 {
    let reached = match year {
        9999.. => 9200 + year.rem_euclid(400),
        ..=-9999 => -9600 + year.rem_euclid(400),
        near => near,
    };
    i16::try_from(reached).unwrap_or(2000)
}
