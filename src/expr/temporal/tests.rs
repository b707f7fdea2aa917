//! The calendar against the standard's tables and another calendar.

use super::super::tests::table;
use super::*;
use proptest::prelude::*;

#[test]
fn the_calendar_knows_leap_years_and_weekdays() {
    table(&[
        ("date(\"2024-02-29\")", "@\"2024-02-29\""),
        ("date(\"2023-02-29\")", "null"),
        ("date(\"1900-02-29\")", "null"),
        ("date(\"2000-02-29\").day", "29"),
        ("date(2026, 13, 1)", "null"),
        ("date(2026, 9, 31)", "null"),
        ("date(\"2026-9-1\")", "null"),
        ("date(\"01-01-01\")", "null"),
        ("date(\"012345-01-01\")", "null"),
        ("date(\"999999999-12-31\")", "@\"999999999-12-31\""),
        ("date(\"-0044-03-15\")", "@\"-0044-03-15\""),
        ("@\"2026-11-21\".weekday", "6"),
        ("day of week(@\"2019-09-17\")", "\"Tuesday\""),
        ("day of year(@\"2019-09-17\")", "260"),
        ("month of year(@\"2019-09-17\")", "\"September\""),
        ("week of year(@\"2019-09-17\")", "38"),
        ("week of year(@\"2003-12-29\")", "1"),
        ("week of year(@\"2004-01-04\")", "1"),
        ("week of year(@\"2005-01-01\")", "53"),
    ]);
}

#[test]
fn times_read_with_offset_and_place() {
    table(&[
        ("time(\"11:45:30.5+02:00\")", "@\"11:45:30.5+02:00\""),
        ("time(\"00:00:00-00:00\")", "@\"00:00:00Z\""),
        ("time(\"24:00:00\")", "null"),
        ("time(\"7:00:00\")", "null"),
        ("time(\"07:00\")", "null"),
        ("time(\"07:00:00@Xyz/Abc\")", "null"),
        ("time(\"07:00:00@europe/berlin\")", "null"),
        ("time(\"07:00:00+19:00\")", "null"),
        ("time(10, 20, 30.25, duration(\"-PT5H\"))", "@\"10:20:30.25-05:00\""),
        ("time(10, 20, 61)", "null"),
        ("time(@\"2016-12-24T23:59:00Z\")", "@\"23:59:00Z\""),
        ("time(@\"2016-12-24\")", "@\"00:00:00Z\""),
        ("@\"10:00:00@Europe/Berlin\".timezone", "\"Europe/Berlin\""),
        ("@\"10:00:00+05:30\".time offset", "@\"PT5H30M\""),
        ("@\"10:00:00\".time offset", "null"),
        ("date and time(@\"2024-07-01T12:00:00Z\", \"America/New_York\")", "@\"2024-07-01T08:00:00@America/New_York\""),
    ]);
}

#[test]
fn durations_read_and_print_in_shortest_form() {
    table(&[
        ("duration(\"P400D\")", "@\"P400D\""),
        ("duration(\"PT100H\")", "@\"P4DT4H\""),
        ("duration(\"-PT0.001S\")", "@\"-PT0.001S\""),
        ("duration(\"PT0S\")", "@\"PT0S\""),
        ("duration(\"P14M\")", "@\"P1Y2M\""),
        ("duration(\"P0Y\")", "@\"P0M\""),
        ("duration(\"P1Y1D\")", "null"),
        ("duration(\"P\")", "null"),
        ("duration(\"P1DT\")", "null"),
        ("duration(\"PT1M1H\")", "null"),
        ("duration(\"1D\")", "null"),
        ("@\"P1DT2H3M4.5S\".seconds", "4.5"),
        ("@\"-P1Y2M\".months", "-2"),
    ]);
}

/// The combinations of the standard's tables of addition and subtraction.
#[test]
fn dates_times_and_durations_add_and_subtract() {
    table(&[
        ("@\"2024-01-31\" + @\"P1M\"", "@\"2024-02-29\""),
        ("@\"2024-02-29\" - @\"P1Y\"", "@\"2023-02-28\""),
        ("@\"P1M\" + @\"2024-01-31\"", "@\"2024-02-29\""),
        ("@\"2021-01-01\" + @\"PT36H\"", "@\"2021-01-02\""),
        ("@\"2021-01-01\" - @\"PT1S\"", "@\"2020-12-31\""),
        ("@\"2021-01-01\" - @\"2020-12-25\"", "@\"P7D\""),
        ("@\"2021-01-01T10:00:00Z\" - @\"2021-01-01\"", "@\"PT10H\""),
        ("@\"2021-01-01T10:00:00\" - @\"2021-01-01\"", "null"),
        ("@\"2021-01-01T10:00:00Z\" - @\"2021-01-01T09:00:00\"", "null"),
        ("@\"2021-01-01T12:00:00+02:00\" - @\"2021-01-01T09:00:00Z\"", "@\"PT1H\""),
        ("@\"2021-01-31T10:00:00\" + @\"P1M\"", "@\"2021-02-28T10:00:00\""),
        ("@\"23:30:00\" + @\"PT1H\"", "@\"00:30:00\""),
        ("@\"00:30:00\" - @\"PT1H\"", "@\"23:30:00\""),
        ("@\"10:00:00\" - @\"12:30:00\"", "@\"-PT2H30M\""),
        ("@\"P1D\" + @\"PT12H\"", "@\"P1DT12H\""),
        ("@\"P1Y\" - @\"P14M\"", "@\"-P2M\""),
        ("@\"P1Y\" + @\"P1D\"", "null"),
        ("@\"2021-01-01\" + @\"2021-01-01\"", "null"),
        ("@\"2021-01-01\" + 1", "null"),
        ("-@\"P1D\"", "@\"-P1D\""),
        ("@\"P1D\" * 1.5", "@\"P1DT12H\""),
        ("3 * @\"P5M\"", "@\"P1Y3M\""),
        ("@\"P5M\" / 2", "@\"P2M\""),
        ("@\"P1D\" / @\"PT6H\"", "4"),
        ("@\"P1Y\" / @\"P5M\"", "2.4"),
        ("@\"P1D\" / 0", "null"),
        ("@\"P1D\" * @\"P1D\"", "null"),
        ("@\"999999999-12-31\" + @\"P1D\"", "null"),
        ("years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "@\"P1Y8M\""),
        ("years and months duration(@\"2013-08-24\", @\"2011-12-25\")", "@\"-P1Y7M\""),
    ]);
}

/// Clocks in Germany went forward on 31 March 2024 at 2 and back on 27 October 2024 at 3.
#[test]
fn places_keep_their_summer_time() {
    table(&[
        ("@\"2024-03-30T12:00:00@Europe/Berlin\" + @\"PT24H\"", "@\"2024-03-31T13:00:00@Europe/Berlin\""),
        ("@\"2024-10-27T12:00:00@Europe/Berlin\" - @\"2024-10-26T12:00:00@Europe/Berlin\"", "@\"P1DT1H\""),
        ("@\"2024-07-01T00:00:00@Europe/Berlin\".time offset", "@\"PT2H\""),
        ("@\"2024-12-01T00:00:00@Europe/Berlin\" = @\"2024-11-30T23:00:00Z\"", "true"),
        ("@\"12024-07-01T00:00:00@Europe/Berlin\".time offset", "@\"PT2H\""),
    ]);
}

#[test]
fn now_and_today_come_from_the_environment() {
    table(&[("today()", "@\"2026-11-21\""), ("now()", "@\"2026-11-21T12:00:00Z\"")]);
}

proptest! {
    /// A count of days and its date belong together, and days follow each other without a gap.
    #[test]
    fn days_and_dates_belong_together(days in -300_000_000_000_i64..300_000_000_000) {
        let date = Date::from_days(days).unwrap();
        prop_assert_eq!(date.days(), days);
        prop_assert!(Date::from_days(days + 1).unwrap() > date);
    }

    /// The library's calendar says the same where it reaches.
    #[test]
    fn the_calendar_agrees_with_jiff(days in -4_000_000_i64..2_900_000) {
        let date = Date::from_days(days).unwrap();
        let epoch = jiff::civil::date(1970, 1, 1);
        let other = epoch.checked_add(jiff::Span::new().days(days)).unwrap();
        prop_assert_eq!(date.to_string(), if other.year() < 0 { format!("-{:04}-{:02}-{:02}", -other.year(), other.month(), other.day()) } else { other.to_string() });
        prop_assert_eq!(i64::from(date.weekday()), i64::from(other.weekday().to_monday_one_offset()));
        prop_assert_eq!(i64::from(date.week_of_year()), i64::from(other.iso_week_date().week()));
        prop_assert_eq!(i64::from(date.day_of_year()), i64::from(other.day_of_year()));
    }

    #[test]
    fn a_difference_added_leads_back(from in -1_000_000_i64..1_000_000, to in -1_000_000_i64..1_000_000) {
        let (from, to) = (Date::from_days(from).unwrap(), Date::from_days(to).unwrap());
        prop_assert_eq!(from.plus(to.since(from)), Some(to));
    }
}
