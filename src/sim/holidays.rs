//! Holidays: those of all Germany and those of each Land.
//!
//! Counted are holidays by law that hold in a whole Land, from 1995 on: since then Buß- und Bettag is one in Sachsen only. Those of
//! single communes are not: Augsburg's 8 August (FTG Bayern Art. 1 Abs. 2), Mariä Himmelfahrt in communes of Bayern that are mostly
//! Catholic (Art. 1 Abs. 1 Nr. 2), Fronleichnam in regions of Sachsen (`SächsSFG` § 1 Abs. 1 with the `FronleichnamsVO`) and in those
//! parts of Thüringen where it was one in 1994 (`ThürFGtG` § 2 Abs. 2, § 10 Abs. 1).

use crate::model::Land;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use std::ops::RangeInclusive;

/// On which day of a year a holiday falls.
#[derive(Clone, Copy, Debug)]
enum Day {
    /// Month and day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i32),
    /// The Wednesday before 23 November.
    Repentance,
}

/// A holiday of some Länder in some years.
struct Holiday {
    day: Day,
    years: RangeInclusive<i16>,
    lands: &'static [Land],
}

/// The years of a holiday that has stood in a Land's law for long.
const ALWAYS: RangeInclusive<i16> = i16::MIN..=i16::MAX;

/// Holidays besides the nine of all Germany, by the laws of the Länder, each read in its wording, but for those with a remark:
///
/// | Land | source |
/// |---|---|
/// | Baden-Württemberg | FTG § 1; the list also as the Innenministerium tells it |
/// | Bayern | FTG Art. 1 Abs. 1 Nr. 1 |
/// | Berlin | `FeiertG` § 1 Abs. 1; its single days, 8 May 2020 and 2025 and 17 June 2028, from secondary sources only |
/// | Brandenburg | FTG § 2 Abs. 1, which also names Easter Sunday and Whit Sunday |
/// | Bremen | Gesetz über die Sonn- und Feiertage § 2 Abs. 1, Reformationstag by the law of 26 June 2018 |
/// | Hamburg | Feiertagsgesetz § 1, Reformationstag as Nr. 8 by the law of 12 March 2018 (`HmbGVBl.` S. 63); the rest from reports |
/// | Hessen | `HFeiertagsG` § 1 Abs. 1, which also names all Sundays |
/// | Mecklenburg-Vorpommern | FTG M-V § 2; its heading was read, the list and Frauentag come from reports on the law of June 2022 |
/// | Niedersachsen | `NFeiertagsG` § 2 Abs. 1 |
/// | Nordrhein-Westfalen | Feiertagsgesetz NW § 2 Abs. 1 |
/// | Rheinland-Pfalz | `LFtG` § 2 Abs. 1 |
/// | Saarland | SFG § 2 Abs. 1 |
/// | Sachsen | `SächsSFG` § 1 Abs. 1 |
/// | Sachsen-Anhalt | `FeiertG` LSA § 2 |
/// | Schleswig-Holstein | SFTG § 2 Abs. 1 |
/// | Thüringen | `ThürFGtG` § 2 Abs. 1 |
///
/// Hessen's Sundays have no row: office hours on a Sunday are meant so.
const OF_LAENDER: &[Holiday] = {
    use Land::{
        BadenWuerttemberg, Bayern, Berlin, Brandenburg, Bremen, Hamburg, Hessen, MecklenburgVorpommern, Niedersachsen, NordrheinWestfalen,
        RheinlandPfalz, Saarland, Sachsen, SachsenAnhalt, SchleswigHolstein, Thueringen,
    };
    &[
        // Heilige Drei Könige.
        Holiday { day: Day::Fixed(1, 6), years: ALWAYS, lands: &[BadenWuerttemberg, Bayern, SachsenAnhalt] },
        // Internationaler Frauentag.
        Holiday { day: Day::Fixed(3, 8), years: 2019..=i16::MAX, lands: &[Berlin] },
        Holiday { day: Day::Fixed(3, 8), years: 2023..=i16::MAX, lands: &[MecklenburgVorpommern] },
        // Tag der Befreiung, 75 and 80 years after it; 75 years after the Volksaufstand.
        Holiday { day: Day::Fixed(5, 8), years: 2020..=2020, lands: &[Berlin] },
        Holiday { day: Day::Fixed(5, 8), years: 2025..=2025, lands: &[Berlin] },
        Holiday { day: Day::Fixed(6, 17), years: 2028..=2028, lands: &[Berlin] },
        // Ostersonntag and Pfingstsonntag.
        Holiday { day: Day::Easter(0), years: ALWAYS, lands: &[Brandenburg] },
        Holiday { day: Day::Easter(49), years: ALWAYS, lands: &[Brandenburg] },
        // Fronleichnam.
        Holiday {
            day: Day::Easter(60),
            years: ALWAYS,
            lands: &[BadenWuerttemberg, Bayern, Hessen, NordrheinWestfalen, RheinlandPfalz, Saarland],
        },
        // Mariä Himmelfahrt.
        Holiday { day: Day::Fixed(8, 15), years: ALWAYS, lands: &[Saarland] },
        // Weltkindertag.
        Holiday { day: Day::Fixed(9, 20), years: 2019..=i16::MAX, lands: &[Thueringen] },
        // Reformationstag, in 2017 in all Länder.
        Holiday { day: Day::Fixed(10, 31), years: 2017..=2017, lands: &Land::ALL },
        Holiday {
            day: Day::Fixed(10, 31),
            years: ALWAYS,
            lands: &[Brandenburg, MecklenburgVorpommern, Sachsen, SachsenAnhalt, Thueringen],
        },
        Holiday { day: Day::Fixed(10, 31), years: 2018..=i16::MAX, lands: &[Bremen, Hamburg, Niedersachsen, SchleswigHolstein] },
        // Allerheiligen.
        Holiday {
            day: Day::Fixed(11, 1),
            years: ALWAYS,
            lands: &[BadenWuerttemberg, Bayern, NordrheinWestfalen, RheinlandPfalz, Saarland],
        },
        // Buß- und Bettag.
        Holiday { day: Day::Repentance, years: ALWAYS, lands: &[Sachsen] },
    ]
};

impl Day {
    fn is(self, date: Date) -> bool {
        match self {
            Self::Fixed(month, day) => (date.month(), date.day()) == (month, day),
            Self::Easter(days) => since_easter(date) == Some(days),
            Self::Repentance => date.month() == 11 && matches!(date.day(), 16..=22) && date.weekday() == Weekday::Wednesday,
        }
    }
}

/// Whether the Land has a holiday on that day; without a Land, whether all of Germany has.
pub fn is_holiday(date: Date, land: Option<Land>) -> bool {
    let is_of = |land: Land| {
        let counts = |holiday: &Holiday| holiday.lands.contains(&land) && holiday.years.contains(&date.year()) && holiday.day.is(date);
        OF_LAENDER.iter().any(counts)
    };
    is_national_holiday(date) || land.is_some_and(is_of)
}

/// The nine holidays of all sixteen Länder: eight by the laws of the Länder, 3 October by the Einigungsvertrag.
pub fn is_national_holiday(date: Date) -> bool {
    if matches!((date.month(), date.day()), (1 | 5, 1) | (10, 3) | (12, 25 | 26)) {
        return true;
    }
    // Good Friday, Easter Monday, Ascension Day, Whit Monday.
    matches!(since_easter(date), Some(-2 | 1 | 39 | 50))
}

fn since_easter(date: Date) -> Option<i32> {
    let easter = easter_sunday(date.year())?;
    date.since(easter).ok().map(|span| span.get_days())
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

    fn holidays(year: i16, land: Option<Land>) -> Vec<(i8, i8)> {
        let days = date(year, 1, 1).series(1.day()).take_while(|day| day.year() == year);
        days.filter(|day| is_holiday(*day, land)).map(|day| (day.month(), day.day())).collect()
    }

    const ALL_2026: [(i8, i8); 9] = [(1, 1), (4, 3), (4, 6), (5, 1), (5, 14), (5, 25), (10, 3), (12, 25), (12, 26)];
    const ALL_2027: [(i8, i8); 9] = [(1, 1), (3, 26), (3, 29), (5, 1), (5, 6), (5, 17), (10, 3), (12, 25), (12, 26)];

    /// Easter 2026 is 5 April, 2027 is 28 March: Whit Sunday falls on 24 and 16 May, Fronleichnam on 4 June and 27 May, Buß- und Bettag
    /// on 18 and 17 November.
    /// A Land with its own holidays of 2026 and of 2027, by month and day.
    type Own = (Land, &'static [(i8, i8)], &'static [(i8, i8)]);

    #[test]
    fn each_land_has_its_own_holidays_besides_the_nine() {
        let own: [Own; 16] = [
            (Land::BadenWuerttemberg, &[(1, 6), (6, 4), (11, 1)], &[(1, 6), (5, 27), (11, 1)]),
            (Land::Bayern, &[(1, 6), (6, 4), (11, 1)], &[(1, 6), (5, 27), (11, 1)]),
            (Land::Berlin, &[(3, 8)], &[(3, 8)]),
            (Land::Brandenburg, &[(4, 5), (5, 24), (10, 31)], &[(3, 28), (5, 16), (10, 31)]),
            (Land::Bremen, &[(10, 31)], &[(10, 31)]),
            (Land::Hamburg, &[(10, 31)], &[(10, 31)]),
            (Land::Hessen, &[(6, 4)], &[(5, 27)]),
            (Land::MecklenburgVorpommern, &[(3, 8), (10, 31)], &[(3, 8), (10, 31)]),
            (Land::Niedersachsen, &[(10, 31)], &[(10, 31)]),
            (Land::NordrheinWestfalen, &[(6, 4), (11, 1)], &[(5, 27), (11, 1)]),
            (Land::RheinlandPfalz, &[(6, 4), (11, 1)], &[(5, 27), (11, 1)]),
            (Land::Saarland, &[(6, 4), (8, 15), (11, 1)], &[(5, 27), (8, 15), (11, 1)]),
            (Land::Sachsen, &[(10, 31), (11, 18)], &[(10, 31), (11, 17)]),
            (Land::SachsenAnhalt, &[(1, 6), (10, 31)], &[(1, 6), (10, 31)]),
            (Land::SchleswigHolstein, &[(10, 31)], &[(10, 31)]),
            (Land::Thueringen, &[(9, 20), (10, 31)], &[(9, 20), (10, 31)]),
        ];
        assert_eq!(own.map(|(land, ..)| land), Land::ALL);
        for (year, all) in [(2026, ALL_2026), (2027, ALL_2027)] {
            assert_eq!(holidays(year, None), all);
            for (land, own_2026, own_2027) in own {
                let own = if year == 2026 { own_2026 } else { own_2027 };
                let mut expected: Vec<(i8, i8)> = all.iter().chain(own).copied().collect();
                expected.sort_unstable();
                assert_eq!(holidays(year, Some(land)), expected, "{} {year}", land.name());
            }
        }
    }

    #[test]
    fn younger_holidays_begin_with_their_year() {
        for (day, land, first) in [
            ((3, 8), Land::Berlin, 2019),
            ((3, 8), Land::MecklenburgVorpommern, 2023),
            ((9, 20), Land::Thueringen, 2019),
            ((10, 31), Land::Hamburg, 2017),
        ] {
            let is = |year: i16| is_holiday(date(year, day.0, day.1), Some(land));
            assert!(is(first) && !is(first - 1), "{}", land.name());
        }
    }

    #[test]
    fn single_days_hold_in_their_year_only() {
        for (day, land) in [
            (date(2017, 10, 31), Land::Bayern),
            (date(2020, 5, 8), Land::Berlin),
            (date(2025, 5, 8), Land::Berlin),
            (date(2028, 6, 17), Land::Berlin),
        ] {
            let before = date(day.year() - 1, day.month(), day.day());
            let after = date(day.year() + 1, day.month(), day.day());
            assert_eq!([before, day, after].map(|day| is_holiday(day, Some(land))), [false, true, false], "{day}");
            assert!(!is_holiday(day, None), "{day}");
        }
    }

    /// Wednesday before 23 November: 22 November 2023 and 16 November 2016 are its latest and earliest dates.
    #[test]
    fn repentance_lies_between_16_and_22_november() {
        for day in [date(2023, 11, 22), date(2016, 11, 16)] {
            assert!(is_holiday(day, Some(Land::Sachsen)));
        }
        assert!(!is_holiday(date(2016, 11, 23), Some(Land::Sachsen)));
    }
}
