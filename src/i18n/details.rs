//! What the administration says about a step, in a few words: time, fee, law.

use super::Texts;
use crate::expr::{DayTimeDuration, YearMonthDuration};
use crate::model::{Duration, Fee, LegalBasis, Money};

impl Texts {
    /// `10 Arbeitstage`, `1 Jahr 6 Monate`; what cannot be read, as it stands.
    pub fn duration(&self, duration: &Duration) -> String {
        let (days, hours_of) =
            if duration.in_working_days { ("details-working-days", "details-working-hours") } else { ("details-days", "details-hours") };
        let parts = match (DayTimeDuration::read(&duration.iso), YearMonthDuration::read(&duration.iso)) {
            (Some(time), _) => {
                let [day, hours, minutes, seconds, _] = time.parts();
                vec![(day, days), (hours, hours_of), (minutes, "details-minutes"), (seconds, "details-seconds")]
            }
            (None, Some(months)) => {
                let [years, months] = months.parts();
                vec![(years, "details-years"), (months, "details-months")]
            }
            (None, None) => Vec::new(),
        };
        let counted =
            |(count, key): (i64, &str)| usize::try_from(count).ok().filter(|it| *it > 0).map(|it| self.with(key, &[("count", it.into())]));
        let words: Vec<String> = parts.into_iter().filter_map(counted).collect();
        if words.is_empty() { duration.iso.clone() } else { words.join(" ") }
    }

    /// `12,50 €`, or that it is computed.
    pub fn fee(&self, fee: &Fee) -> String {
        match fee {
            Fee::Fixed(money) => euros(*money),
            Fee::Computed(_) => self.get("inspector-fee-computed").to_owned(),
        }
    }
}

/// `1.234,50 €`.
fn euros(money: Money) -> String {
    let (whole, rest) = (money.cents.unsigned_abs() / 100, money.cents.unsigned_abs() % 100);
    let digits = whole.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    let groups: Vec<_> = groups.into_iter().map(String::from_utf8_lossy).collect();
    let sign = if money.cents < 0 { "-" } else { "" };
    format!("{sign}{},{rest:02}\u{a0}€", groups.join("."))
}

/// `§ 27 Abs. 1 MuSchG`.
pub fn law(basis: &LegalBasis) -> String {
    [basis.paragraph.trim(), basis.law.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn duration(iso: &str, in_working_days: bool) -> String {
        Texts::new(Language::German).duration(&Duration { iso: iso.to_owned(), in_working_days })
    }

    #[test]
    fn durations_are_counted_in_words() {
        assert_eq!(duration("P1D", true), "1 Arbeitstag");
        assert_eq!(duration("P1DT3H", true), "1 Arbeitstag 3 Arbeitsstunden");
        assert_eq!(duration("P14D", false), "14 Tage");
        assert_eq!(duration("P1Y6M", false), "1 Jahr 6 Monate");
        assert_eq!(duration("PT90M", false), "1 Stunde 30 Minuten");
        assert_eq!(duration("bald", false), "bald");
    }

    #[test]
    fn fees_and_laws_are_written_as_in_notices() {
        assert_eq!(euros(Money { cents: 123_450 }), "1.234,50\u{a0}€");
        assert_eq!(euros(Money { cents: 5 }), "0,05\u{a0}€");
        let basis = LegalBasis { law: "MuSchG".into(), paragraph: "§ 27 Abs. 1".into(), link: String::new() };
        assert_eq!(law(&basis), "§ 27 Abs. 1 MuSchG");
    }
}
