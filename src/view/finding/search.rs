//! Fuzzy search in texts: capital letters and umlauts do not matter, the best hit comes first.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32String};

/// Texts made ready for searching, by their numbers.
pub struct Searchable {
    texts: Vec<Utf32String>,
    matcher: Matcher,
}

impl Searchable {
    /// Makes these texts ready.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut config = Config::DEFAULT;
        config.prefer_prefix = true;
        let texts = texts.into_iter().map(|text| Utf32String::from(folded(text).as_str())).collect();
        Self { texts, matcher: Matcher::new(config) }
    }

    /// The numbers of all texts in which the letters of each word of the query stand in this order, the best first;
    /// among equals, and for an empty query, in the order in which they were given.
    pub fn find(&mut self, query: &str) -> Vec<usize> {
        let query = folded(query.trim());
        if query.is_empty() {
            return (0..self.texts.len()).collect();
        }
        let pattern = Pattern::new(&query, CaseMatching::Respect, Normalization::Smart, AtomKind::Fuzzy);
        let scored = self.texts.iter().enumerate().filter_map(|(number, text)| {
            let score = pattern.score(text.slice(..), &mut self.matcher)?;
            Some((score, number))
        });
        let mut hits: Vec<(u32, usize)> = scored.collect();
        hits.sort_unstable_by_key(|(score, number)| (std::cmp::Reverse(*score), *number));
        hits.into_iter().map(|(_, number)| number).collect()
    }
}

/// Small letters without umlauts, however those are written: `Prüfen`, `pruefen` and `prufen` become the same.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ä' => folded.push('a'),
            'ö' => folded.push('o'),
            'ü' => folded.push('u'),
            'ß' => folded.push_str("ss"),
            'e' if folded.ends_with(['a', 'o', 'u']) => {}
            other => folded.push(other),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(texts: &[&'a str], query: &str) -> Vec<&'a str> {
        Searchable::new(texts.iter().copied()).find(query).into_iter().map(|number| texts[number]).collect()
    }

    #[test]
    fn umlauts_are_found_however_they_are_typed() {
        for query in ["prüfen", "prufen", "pruefen", "PRÜF"] {
            assert_eq!(found(&["Bescheid schreiben", "Antrag prüfen"], query), ["Antrag prüfen"], "{query}");
        }
        assert_eq!(found(&["Straße", "Steg"], "strasse"), ["Straße"]);
        assert_eq!(found(&["Neues Verfahren", "Offen"], "neues"), ["Neues Verfahren"]);
    }

    #[test]
    fn a_whole_word_comes_before_scattered_letters() {
        assert_eq!(found(&["Frist zur Antwort, gemahnt", "Antrag"], "antrag")[0], "Antrag");
        assert_eq!(found(&["Geldbuße veranlassen", "Über Erhebung einer Geldbuße entscheiden"], "uber gel").len(), 1);
    }

    #[test]
    fn nothing_typed_finds_everything_in_its_order() {
        assert_eq!(found(&["b", "a"], " "), ["b", "a"]);
    }
}
