//! Writes dates, times and durations as FEEL and ISO 8601 write them.

use super::{Date, DateTime, DayTimeDuration, Time, YearMonthDuration, Zone};
use std::fmt::{Display, Formatter, Result};

impl Display for Date {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let sign = if self.year() < 0 { "-" } else { "" };
        write!(formatter, "{sign}{:04}-{:02}-{:02}", self.year().unsigned_abs(), self.month(), self.day())
    }
}

impl Display for Time {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        write!(formatter, "{:02}:{:02}:{:02}", self.hour(), self.minute(), self.second())?;
        fraction(self.nanosecond(), formatter)?;
        self.zone.as_ref().map_or(Ok(()), |zone| zone.fmt(formatter))
    }
}

impl Display for DateTime {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        write!(formatter, "{}T{}", self.date, self.time)
    }
}

impl Display for Zone {
    /// `Z`, `+01:00`, or `@Europe/Berlin`.
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let seconds = match self {
            Self::Offset(0) => return formatter.write_str("Z"),
            Self::Offset(seconds) => *seconds,
            Self::Place(_) => return write!(formatter, "@{}", self.name().unwrap_or("Etc/UTC")),
        };
        let (sign, size) = (if seconds < 0 { '-' } else { '+' }, seconds.unsigned_abs());
        write!(formatter, "{sign}{:02}:{:02}", size / 3600, size / 60 % 60)?;
        if size % 60 != 0 {
            write!(formatter, ":{:02}", size % 60)?;
        }
        Ok(())
    }
}

impl Display for DayTimeDuration {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let parts = self.parts();
        if parts.iter().any(|part| *part < 0) {
            formatter.write_str("-")?;
        }
        let [days, hours, minutes, seconds, nanoseconds] = parts.map(i64::unsigned_abs);
        formatter.write_str("P")?;
        part(days, 'D', formatter)?;
        let clock = hours + minutes + seconds + nanoseconds > 0;
        if clock || days == 0 {
            formatter.write_str("T")?;
        }
        part(hours, 'H', formatter)?;
        part(minutes, 'M', formatter)?;
        if seconds + nanoseconds > 0 || (days == 0 && !clock) {
            write!(formatter, "{seconds}")?;
            fraction(u32::try_from(nanoseconds).unwrap_or(0), formatter)?;
            formatter.write_str("S")?;
        }
        Ok(())
    }
}

impl Display for YearMonthDuration {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        if self.months < 0 {
            formatter.write_str("-")?;
        }
        let [years, months] = self.parts().map(i64::unsigned_abs);
        formatter.write_str("P")?;
        part(years, 'Y', formatter)?;
        if years == 0 && months == 0 {
            return formatter.write_str("0M");
        }
        part(months, 'M', formatter)
    }
}

fn part(count: u64, unit: char, formatter: &mut Formatter<'_>) -> Result {
    if count == 0 { Ok(()) } else { write!(formatter, "{count}{unit}") }
}

fn fraction(nanosecond: u32, formatter: &mut Formatter<'_>) -> Result {
    if nanosecond == 0 {
        return Ok(());
    }
    let digits = format!("{nanosecond:09}");
    write!(formatter, ".{}", digits.trim_end_matches('0'))
}
