//! Places in the law as one writes them in a line: `§ 27 (1) MuSchG; Art. 6 DSGVO`.

use crate::model::LegalBasis;

/// Words that stand in the place, not in the name of the law, although they begin with a capital or look like one.
const OF_THE_PLACE: [&str; 16] = [
    "Abs",
    "Absatz",
    "Satz",
    "S",
    "Nr",
    "Nummer",
    "Nrn",
    "Buchst",
    "Buchstabe",
    "Halbsatz",
    "Hs",
    "Alt",
    "Var",
    "Art",
    "Artikel",
    "Anlage",
];

/// Places in the law from a text, separated by `;`. Places that read as one of `known` keep its address.
pub fn laws_from_text(text: &str, known: &[LegalBasis]) -> Vec<LegalBasis> {
    let parts = text.split(';').map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|part| !part.is_empty());
    parts.map(|part| known.iter().find(|law| law_text(law) == part).cloned().unwrap_or_else(|| law_from_text(&part))).collect()
}

/// Places in the law as a text that [`laws_from_text`] reads.
pub fn laws_text(laws: &[LegalBasis]) -> String {
    laws.iter().map(law_text).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
}

fn law_text(law: &LegalBasis) -> String {
    let (paragraph, name) = (law.paragraph.trim(), law.law.trim());
    if paragraph.is_empty() || name.is_empty() { format!("{paragraph}{name}") } else { format!("{paragraph} {name}") }
}

fn law_from_text(text: &str) -> LegalBasis {
    let words: Vec<&str> = text.split(' ').collect();
    let first_place = words.iter().position(|word| begins_place(word));
    let (law, paragraph) = match first_place {
        Some(0) => {
            let end = words.iter().skip(1).position(|word| begins_name(word)).map_or(words.len(), |index| index + 1);
            (words.get(end..), words.get(..end))
        }
        Some(place) => (words.get(..place), words.get(place..)),
        None => (Some(words.as_slice()), None),
    };
    let joined = |words: Option<&[&str]>| words.unwrap_or_default().join(" ");
    LegalBasis { law: joined(law), paragraph: joined(paragraph), link: String::new() }
}

fn begins_place(word: &str) -> bool {
    word.starts_with('§') || matches!(word.trim_end_matches('.'), "Art" | "Artikel")
}

fn begins_name(word: &str) -> bool {
    let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    bare.chars().next().is_some_and(char::is_uppercase) && !OF_THE_PLACE.contains(&bare) && bare.chars().count() > 1
}

#[cfg(test)]
mod tests {
    use super::{laws_from_text, laws_text};
    use crate::model::LegalBasis;

    #[test]
    fn law_and_place_are_told_apart() {
        for (text, law, paragraph) in [
            ("§ 27 (1) MuSchG", "MuSchG", "§ 27 (1)"),
            ("§ 27 Abs. 1 Satz 2 Nr. 3 MuSchG", "MuSchG", "§ 27 Abs. 1 Satz 2 Nr. 3"),
            ("Art. 6 Abs. 1 lit. e DSGVO", "DSGVO", "Art. 6 Abs. 1 lit. e"),
            ("§ 35a SGB VIII", "SGB VIII", "§ 35a"),
            ("§§ 3, 4 Hundesteuersatzung der Stadt", "Hundesteuersatzung der Stadt", "§§ 3, 4"),
            ("MuSchG § 27", "MuSchG", "§ 27"),
            ("Dienstanweisung 7", "Dienstanweisung 7", ""),
            ("§ 5", "", "§ 5"),
            ("§27 MuSchG", "MuSchG", "§27"),
        ] {
            let found = laws_from_text(text, &[]);
            assert_eq!(found, [LegalBasis { law: law.into(), paragraph: paragraph.into(), link: String::new() }], "{text}");
        }
    }

    #[test]
    fn several_places_are_separated_and_keep_their_addresses() {
        let known = LegalBasis { law: "Satzung".into(), paragraph: "Abschnitt 3".into(), link: "https://example.org".into() };
        let other = LegalBasis { law: "KAG".into(), paragraph: "§ 3".into(), link: String::new() };
        let laws = laws_from_text(" Abschnitt 3  Satzung ;; § 3 KAG ;", std::slice::from_ref(&known));
        assert_eq!(laws, [known, other]);
        assert_eq!(laws_text(&laws), "Abschnitt 3 Satzung; § 3 KAG");
        assert_eq!(laws_from_text(" ; ", &[]), []);
    }
}
