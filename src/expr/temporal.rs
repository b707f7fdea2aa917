//! Dates, times and durations of FEEL, over years −999,999,999 to 999,999,999.
//!
//! The calendar is our own (proleptic Gregorian, no leap seconds) because jiff ends at the year 9999 and the standard does not;
//! jiff knows the time zones.

mod arithmetic;
mod clock;
mod date;
mod duration;
mod print;
mod read;
#[cfg(test)]
mod tests;
mod zone;

pub use clock::{DateTime, Time};
pub use date::Date;
pub use duration::{DayTimeDuration, YearMonthDuration};
pub use zone::Zone;

/// Seconds of a day.
const DAY: i64 = 86_400;
/// Nanoseconds of a second.
const SECOND: i128 = 1_000_000_000;
