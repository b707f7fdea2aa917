//! References to law (Bezug) as places in the law: `§ 27 (2) MuSchG; § 5 ArbSchG`.

use crate::model::LegalBasis;

/// Words that belong to the place in a law, not to its name.
const PLACE_WORDS: [&str; 22] = [
    "Abs.",
    "Absatz",
    "Nr.",
    "Nummer",
    "Satz",
    "S.",
    "Buchst.",
    "Buchstabe",
    "lit.",
    "Halbs.",
    "Anhang",
    "Anlage",
    "Abschnitt",
    "Art.",
    "Artikel",
    "Art",
    "bis",
    "und",
    "u.",
    "f.",
    "ff.",
    "i.V.m.",
];

/// All places of a reference. What cannot be told apart is a law without place.
pub(super) fn read(text: &str, link: &str) -> Vec<LegalBasis> {
    segments(text).map(|segment| basis(segment, link)).collect()
}

/// The single references: they are set apart by semicolons and line ends.
pub(super) fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n', '\r']).map(str::trim).filter(|segment| !segment.is_empty())
}

/// One reference as a place in the law.
pub(in crate::exchange) fn basis(segment: &str, link: &str) -> LegalBasis {
    let (law, paragraph) = place_first(segment).or_else(|| law_first(segment)).unwrap_or((segment, ""));
    LegalBasis { law: law.to_owned(), paragraph: paragraph.to_owned(), link: link.to_owned() }
}

/// A place in the law as one writes it.
pub(in crate::exchange) fn written(basis: &LegalBasis) -> String {
    [basis.paragraph.trim(), basis.law.trim()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `§ 5 (2) Nr. 9 PAuswG vom 21.6.2019`.
fn place_first(segment: &str) -> Option<(&str, &str)> {
    if !begins_with_place(segment) {
        return None;
    }
    let mut open = 0_i32;
    let mut end = segment.len();
    for word in segment.split_whitespace() {
        let at = word.as_ptr() as usize - segment.as_ptr() as usize;
        let is_inside = open > 0;
        open += count(word, '(') - count(word, ')');
        if !is_inside && !is_of_place(word) {
            end = at;
            break;
        }
    }
    let (place, law) = segment.split_at_checked(end)?;
    Some((without_date(law.trim()), place.trim().trim_end_matches(',')))
}

fn begins_with_place(text: &str) -> bool {
    let begins = |word: &str| word.starts_with('§') || ["Art.", "Artikel", "Anhang", "Anlage"].contains(&word);
    text.split_whitespace().next().is_some_and(begins)
}

/// `PAuswG vom 21.6.2019, §5, Abs. 2`.
fn law_first(segment: &str) -> Option<(&str, &str)> {
    let (law, place) = segment.split_once(',')?;
    let law = without_date(law.trim());
    (begins_with_place(place) && !law.is_empty()).then_some((law, place.trim()))
}

fn is_of_place(word: &str) -> bool {
    let bare = word.trim_end_matches([',', ';']);
    bare.starts_with(['§', '('])
        || bare.starts_with(|sign: char| sign.is_ascii_digit())
        || ["-", "–"].contains(&bare)
        || PLACE_WORDS.contains(&bare)
}

fn count(word: &str, sign: char) -> i32 {
    i32::try_from(word.matches(sign).count()).unwrap_or(0)
}

/// The name of a law without the day of its version.
fn without_date(law: &str) -> &str {
    let cut = [" vom ", " v. "].iter().filter_map(|word| law.find(word)).min();
    let is_date = |at: &usize| law.get(*at..).is_some_and(|rest| rest.chars().any(|sign| sign.is_ascii_digit()));
    cut.filter(is_date).and_then(|at| law.get(..at)).unwrap_or(law).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = read(text, "");
        let found: Vec<(&str, &str)> = found.iter().map(|basis| (basis.paragraph.as_str(), basis.law.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    /// Texts from the real schema S00000094.
    #[test]
    fn references_are_told_apart_where_they_can_be() {
        check("§ 27 (1) - (2) MuSchG ", &[("§ 27 (1) - (2)", "MuSchG")]);
        check("§ 3 MuSchG; § 15 MuSchG; § 27 (1-2) MuSchG\r\n", &[("§ 3", "MuSchG"), ("§ 15", "MuSchG"), ("§ 27 (1-2)", "MuSchG")]);
        check(
            "§§ 1, 3-6, 11-12, 15, 27-28 MuSchG v. 12.12.2019; \r\n§ 10 ArbZG v. 22.12.2020; \r\n§ 2 MuSchEltZV  v. 15.2.2021\r\n",
            &[("§§ 1, 3-6, 11-12, 15, 27-28", "MuSchG"), ("§ 10", "ArbZG"), ("§ 2", "MuSchEltZV")],
        );
        check("§ 11 (6) Nr. 3 MuSchG", &[("§ 11 (6) Nr. 3", "MuSchG")]);
        check(
            "§ 5 (2) Nr. 9 PAuswG vom 21.6.2019; Anhang 3 Abschnitt 1 (Wohnort) PAuswV vom 28.9.2017",
            &[("§ 5 (2) Nr. 9", "PAuswG"), ("Anhang 3 Abschnitt 1 (Wohnort)", "PAuswV")],
        );
        check("PAuswG vom 21.6.2019, §5, Abs. 2;\r\nPAuswV vom 28.9.2017, Anhang 3;", &[("§5, Abs. 2", "PAuswG"), ("Anhang 3", "PAuswV")]);
        check("RFC 5322; RFC 5321", &[("", "RFC 5322"), ("", "RFC 5321")]);
        check("XInneres.Meldeanschrift.strasse Version 8", &[("", "XInneres.Meldeanschrift.strasse Version 8")]);
        check("§ 10", &[("§ 10", "")]);
        check(" \r\n ", &[]);
    }
}
