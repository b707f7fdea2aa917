//! Keys for what is imported: short enough for expressions, though foreign names are long.

use crate::model::{is_legal_key, key_from_name};

/// No more characters, unless the first word alone has more.
const LONGEST: usize = 30;

/// A key from a long name: what stands before brackets, dashes and strokes, as many words as fit, and no small word at the end.
pub(super) fn short_key(name: &str, otherwise: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let head = [" - ", " – ", " / ", "(", ",", ";", ":"].iter().fold(name.trim(), |head, cut| match head.split_once(cut) {
        Some((before, _)) if !key_from_name(before).is_empty() => before,
        _ => head,
    });
    let mut words: Vec<&str> = Vec::new();
    for word in head.split_whitespace() {
        words.push(word);
        if words.len() > 1 && key_from_name(&words.join(" ")).chars().count() > LONGEST {
            words.pop();
            break;
        }
    }
    if words.len() < head.split_whitespace().count() {
        while words.len() > 1 && words.last().is_some_and(|word| word.starts_with(char::is_lowercase)) {
            words.pop();
        }
    }
    let base = Some(key_from_name(&words.join(" "))).filter(|key| !key.is_empty()).unwrap_or_else(|| otherwise.to_owned());
    let is_free = |key: &String| is_legal_key(key) && !is_taken(key);
    let numbered = (2_u64..).map(|number| format!("{base}{number}"));
    std::iter::once(base.clone()).chain(numbered).find(is_free).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::short_key;

    #[test]
    fn keys_are_short_and_end_with_a_word_that_says_something() {
        for (name, key) in [
            ("Benachrichtigung über die Beschäftigung einer schwangeren oder stillenden Frau ", "benachrichtigung"),
            ("Arbeitgeber - juristische Person (Anzeige schwangere oder stillende Frau)", "arbeitgeber"),
            ("Persönliche Informationen schwangere stillende Frau Allgemein", "persoenlicheInformationen"),
            ("Anschrift Inland oder Ausland mit Frage", "anschriftInlandOderAusland"),
            ("Tag (ohne Monat und Jahr)", "tag"),
            ("(Einleitung) Hinweis", "einleitungHinweis"),
            ("Donaudampfschifffahrtsgesellschaftskapitän", "donaudampfschifffahrtsgesellschaftskapitaen"),
            ("§ 1", "feld"),
        ] {
            assert_eq!(short_key(name, "feld", |_| false), key, "{name}");
        }
        assert_eq!(short_key("Tag", "feld", |key| key == "tag"), "tag2");
        assert_eq!(short_key("In", "feld", |_| false), "in2");
    }
}
