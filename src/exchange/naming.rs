//! Keys for what is imported: short enough for expressions, though foreign names are long.

use super::lookup::Lookup;
use crate::model::{is_legal_key, key_from_name};
use std::collections::BTreeMap;

/// No more characters, unless the first word alone has more.
const LONGEST: usize = 32;

/// Keys of one kind that are taken.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    taken: Lookup<String, ()>,
    /// For each key the number that was put behind it last, so that many elements of one name are no trouble.
    last: BTreeMap<String, u32>,
}

impl Keys {
    /// A key from a name that nobody has yet.
    pub fn take(&mut self, name: &str, otherwise: &str) -> String {
        let base = base(name, otherwise);
        let mut key = base.clone();
        // A name that was cut is told from others by the rest of it.
        let whole = key_from_name(name);
        if self.taken.contains(key.as_str()) && whole.starts_with(&base) {
            key = whole;
        }
        while !is_legal_key(&key) || self.taken.contains(key.as_str()) {
            let number = self.last.entry(base.clone()).or_insert(1);
            *number += 1;
            key = format!("{base}{number}");
        }
        self.taken.put(key.clone(), ());
        key
    }

    /// An id of another program as a key: as it is where it can be one and nobody has it.
    pub fn take_id(&mut self, id: &str, otherwise: &str) -> String {
        if is_legal_key(id) && self.taken.put(id.to_owned(), ()) {
            return id.to_owned();
        }
        let kept = |sign: char| if sign.is_alphanumeric() || sign == '_' { sign } else { '_' };
        let named: String = id.chars().map(kept).collect();
        let base = match named.chars().next() {
            Some(first) if first.is_alphabetic() => named,
            Some('_') => format!("{otherwise}{named}"),
            Some(_) => format!("{otherwise}_{named}"),
            None => otherwise.to_owned(),
        };
        let mut key = base.clone();
        while !is_legal_key(&key) || self.taken.contains(key.as_str()) {
            let number = self.last.entry(base.clone()).or_insert(1);
            *number += 1;
            key = format!("{base}_{number}");
        }
        self.taken.put(key.clone(), ());
        key
    }
}

/// The key of something that is alone of its kind.
pub(super) fn short_key(name: &str, otherwise: &str) -> String {
    Keys::default().take(name, otherwise)
}

/// A key from a long name: what stands before brackets, dashes and strokes, as many words as fit, and no small word at the end.
fn base(name: &str, otherwise: &str) -> String {
    let head = [" - ", " – ", " / ", "(", ",", ";", ":"].iter().fold(name.trim(), |head, cut| match head.split_once(cut) {
        Some((before, _)) if !key_from_name(before).is_empty() => before,
        _ => head,
    });
    let all: Vec<&str> = head.split_whitespace().collect();
    let fits = |count: &usize| all.get(..*count).is_some_and(|words| key_from_name(&words.join(" ")).chars().count() <= LONGEST);
    let mut words = all.get(..(1..=all.len()).take_while(|count| *count == 1 || fits(count)).last().unwrap_or(0)).unwrap_or_default();
    if words.len() < all.len() {
        while let [rest @ .., last] = words
            && !rest.is_empty()
            && last.starts_with(char::is_lowercase)
        {
            words = rest;
        }
    }
    Some(key_from_name(&words.join(" "))).filter(|key| !key.is_empty()).unwrap_or_else(|| otherwise.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Keys, short_key};

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
            assert_eq!(short_key(name, "feld"), key, "{name}");
        }
        let mut keys = Keys::default();
        let taken: Vec<String> = ["Tag", "Tag", "In", "tag2", "Tag"].iter().map(|name| keys.take(name, "feld")).collect();
        assert_eq!(taken, ["tag", "tag2", "in2", "tag22", "tag3"]);
        let (long, longer) = ("Beschäftigungsverhältnis Frau", "Beschäftigungsverhältnis Frau Sonstiges");
        assert_eq!(
            [long, longer].map(|name| keys.take(name, "")),
            ["beschaeftigungsverhaeltnisFrau", "beschaeftigungsverhaeltnisFrauSonstiges"]
        );
    }
}
