//! The simulated calendar: working days, office hours, and how long durations last by them.

use super::holidays::is_holiday;
use crate::model::{Duration, Land, MINUTES_OF_DAY, OfficeHours, Process};
use jiff::civil::{Date, DateTime};
use jiff::{Span, ToSpan};

/// Most working days that a time limit may count: some 400 years.
const MOST_WORKING_DAYS: i64 = 100_000;

/// When an authority works. A working day is one with office hours that is no holiday of its Land; without office hours,
/// Monday to Friday from midnight to midnight.
#[derive(Clone, Debug)]
pub struct Calendar {
    land: Option<Land>,
    /// Stretches of each weekday in minutes of the day, Monday first, in their order.
    hours: [Vec<(u32, u32)>; 7],
}

impl Default for Calendar {
    fn default() -> Self {
        Self::new(None, &[])
    }
}

impl Calendar {
    /// The calendar of a Land and of these office hours.
    pub fn new(land: Option<Land>, office_hours: &[OfficeHours]) -> Self {
        let mut sorted: Vec<&OfficeHours> = office_hours.iter().filter(|hours| hours.from < hours.to).collect();
        sorted.sort();
        let mut hours: [Vec<(u32, u32)>; 7] = Default::default();
        for stretch in sorted {
            let day = &mut hours[stretch.weekday as usize];
            // What overlaps counts once.
            let from = stretch.from.max(day.last().map_or(0, |(_, to)| *to));
            let to = stretch.to.min(MINUTES_OF_DAY);
            if from < to {
                day.push((from, to));
            }
        }
        if hours.iter().all(Vec::is_empty) {
            hours.iter_mut().take(5).for_each(|day| day.push((0, MINUTES_OF_DAY)));
        }
        Self { land, hours }
    }

    /// The calendar that a procedure says.
    pub fn of(process: &Process) -> Self {
        Self::new(process.land, &process.office_hours)
    }

    /// Whether the office works on that day.
    pub fn is_working_day(&self, date: Date) -> bool {
        !self.hours_of(date).is_empty()
    }

    /// The day that many working days later; the day itself does not count (BGB, § 187 Abs. 1).
    pub fn working_days_after(&self, start: Date, days: i64) -> Option<Date> {
        if days > MOST_WORKING_DAYS {
            return None;
        }
        let mut date = start;
        let mut left = days;
        while left > 0 {
            date = date.tomorrow().ok()?;
            if self.is_working_day(date) {
                left -= 1;
            }
        }
        Some(date)
    }

    fn hours_of(&self, date: Date) -> &[(u32, u32)] {
        let day = date.weekday().to_monday_zero_offset();
        let hours = usize::try_from(day).ok().and_then(|day| self.hours.get(day));
        hours.filter(|hours| !hours.is_empty() && !is_holiday(date, self.land)).map_or(&[], Vec::as_slice)
    }

    /// The moment at which so many seconds of office time have passed since `start`. With none, `start` itself if the office works then or
    /// closes at that moment, else the next opening.
    fn office_time_after(&self, start: DateTime, seconds: i64) -> Option<DateTime> {
        let mut left = seconds;
        let mut date = start.date();
        let mut now = 3600 * i64::from(start.hour()) + 60 * i64::from(start.minute()) + i64::from(start.second());
        for _ in 0..MOST_WORKING_DAYS {
            for (opens, closes) in self.hours_of(date) {
                let (begins, ends) = (now.max(60 * i64::from(*opens)), 60 * i64::from(*closes));
                if left <= ends - begins {
                    return date.at(0, 0, 0, 0).checked_add((begins + left).seconds()).ok();
                }
                left -= (ends - begins).max(0);
            }
            date = date.tomorrow().ok()?;
            now = 0;
        }
        None
    }
}

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
    ///
    /// A plain duration is exact, as ISO 8601 and BPMN have it. One in working days counts working days of the calendar, then hours,
    /// minutes and whole seconds of office time; where it ends while the office is closed, it ends at the next opening, never before
    /// (`VwVfG` § 31 Abs. 3 and BGB § 193: a period that ends on a Saturday, Sunday or holiday ends with the next working day).
    pub fn after(&self, start: DateTime, calendar: &Calendar) -> Option<DateTime> {
        let span = self.span?;
        if !self.in_working_days {
            return start.checked_add(span).ok();
        }
        let days = i64::from(span.get_days()) + 7 * i64::from(span.get_weeks());
        let date = calendar.working_days_after(start.date(), days)?;
        let months = Span::new().try_years(span.get_years()).ok()?.try_months(span.get_months()).ok()?;
        let seconds = 3600 * i64::from(span.get_hours()) + 60 * span.get_minutes() + span.get_seconds();
        calendar.office_time_after(date.to_datetime(start.time()).checked_add(months).ok()?, seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Weekday;
    use jiff::civil::date;

    /// Monday to Friday, 9 to 17 o'clock.
    fn nine_to_five() -> Vec<OfficeHours> {
        Weekday::ALL.into_iter().take(5).map(|weekday| OfficeHours { weekday, from: 9 * 60, to: 17 * 60 }).collect()
    }

    /// Working time after a day of 2026 and a minute of it, as text.
    fn after(calendar: &Calendar, iso: &str, (month, day, hour): (i8, i8, i8)) -> String {
        let length = Length::read(&Duration { iso: iso.to_owned(), in_working_days: true });
        length.after(date(2026, month, day).at(hour, 0, 0, 0), calendar).unwrap().strftime("%a %d.%m. %H:%M").to_string()
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let after = |start, days| Calendar::default().working_days_after(start, days).unwrap();
        // Thursday before Easter 2026: Friday and Monday are holidays.
        assert_eq!(after(date(2026, 4, 2), 1), date(2026, 4, 7));
        assert_eq!(after(date(2026, 3, 7), 1), date(2026, 3, 9));
        assert_eq!(after(date(2026, 3, 2), 10), date(2026, 3, 16));
        assert_eq!(after(date(2026, 3, 7), 0), date(2026, 3, 7));
    }

    #[test]
    fn working_days_leave_out_the_holidays_of_the_land() {
        // 4 June 2026 is Fronleichnam, a Thursday.
        let after = |land| Calendar::new(land, &[]).working_days_after(date(2026, 6, 3), 1).unwrap();
        assert_eq!(after(None), date(2026, 6, 4));
        assert_eq!(after(Some(Land::Berlin)), date(2026, 6, 4));
        assert_eq!(after(Some(Land::Hessen)), date(2026, 6, 5));
    }

    #[test]
    fn lengths_are_iso_only() {
        let start = date(2026, 1, 31).at(9, 0, 0, 0);
        let calendar = Calendar::default();
        let after = |iso: &str| Length::read_iso(iso).after(start, &calendar);
        assert_eq!(after("P14D"), Some(date(2026, 2, 14).at(9, 0, 0, 0)));
        assert_eq!(after("PT4H"), Some(date(2026, 1, 31).at(13, 0, 0, 0)));
        assert_eq!(after("P1M"), Some(date(2026, 2, 28).at(9, 0, 0, 0)));
        assert_eq!(after("P2W"), Some(date(2026, 2, 14).at(9, 0, 0, 0)));
        for wrong in ["", "14", "14 days", "-P1D", "P", "P99999999999Y"] {
            assert_eq!(after(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn without_office_hours_monday_to_friday_count_whole() {
        let calendar = Calendar::default();
        assert_eq!(after(&calendar, "P2DT1H", (1, 31, 9)), "Tue 03.02. 10:00");
        assert_eq!(after(&calendar, "PT3H", (3, 6, 22)), "Mon 09.03. 01:00");
        assert_eq!(after(&calendar, "P1D", (3, 6, 22)), "Mon 09.03. 22:00");
    }

    /// 6 March 2026 is a Friday.
    #[test]
    fn three_hours_from_friday_at_four_end_on_monday_at_eleven() {
        let calendar = Calendar::new(None, &nine_to_five());
        assert_eq!(after(&calendar, "PT3H", (3, 6, 16)), "Mon 09.03. 11:00");
        assert_eq!(after(&calendar, "PT1H", (3, 6, 16)), "Fri 06.03. 17:00");
        assert_eq!(after(&calendar, "PT8H", (3, 7, 12)), "Mon 09.03. 17:00");
        assert_eq!(after(&calendar, "P1DT3H", (3, 5, 16)), "Mon 09.03. 11:00");
    }

    #[test]
    fn what_would_end_while_the_office_is_closed_ends_at_the_next_opening() {
        let calendar = Calendar::new(None, &nine_to_five());
        assert_eq!(after(&calendar, "P1D", (3, 6, 20)), "Tue 10.03. 09:00");
        assert_eq!(after(&calendar, "P1D", (3, 6, 6)), "Mon 09.03. 09:00");
        assert_eq!(after(&calendar, "P1D", (3, 6, 17)), "Mon 09.03. 17:00");
        // A month after 3 March is Good Friday.
        assert_eq!(after(&calendar, "P1M", (3, 3, 10)), "Tue 07.04. 09:00");
    }

    #[test]
    fn weekdays_without_hours_are_no_working_days_and_breaks_do_not_count() {
        let stretch = |weekday, from: u32, to: u32| OfficeHours { weekday, from: from * 60, to: to * 60 };
        let saturdays = [stretch(Weekday::Saturday, 14, 16), stretch(Weekday::Saturday, 9, 12), stretch(Weekday::Monday, 17, 9)];
        let calendar = Calendar::new(None, &saturdays);
        assert_eq!(after(&calendar, "P1D", (3, 6, 10)), "Sat 07.03. 10:00");
        assert_eq!(after(&calendar, "PT4H", (3, 7, 9)), "Sat 07.03. 15:00");
        assert_eq!(after(&calendar, "PT6H", (3, 7, 9)), "Sat 14.03. 10:00");
    }

    #[test]
    fn lengths_beyond_the_calendar_end_nowhere() {
        let after = |iso: &str| {
            let length = Length::read(&Duration { iso: iso.to_owned(), in_working_days: true });
            length.after(date(2026, 3, 6).at(9, 0, 0, 0), &Calendar::default())
        };
        assert_eq!(after("P999999D"), None);
        assert_eq!(after("PT99999999H"), None);
    }
}
