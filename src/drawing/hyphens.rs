//! Breaks German compound words that are wider than their line, at syllables and with a hyphen.

/// The text with a hyphen and a line break inside each word that does not fit by itself.
pub fn wrapped(text: &str, mut fits: impl FnMut(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    for mut rest in text.split_inclusive([' ', '\n']) {
        // A text of ten thousand letters is cut off by the number of rows long before.
        for _ in 0..8 {
            if fits(rest.trim_end()) {
                break;
            }
            let Some(at) = break_points(rest).into_iter().rev().find(|at| fits(&format!("{}-", &rest[..*at]))) else { break };
            out.push_str(&rest[..at]);
            out.push_str("-\n");
            rest = &rest[at..];
        }
        out.push_str(rest);
    }
    out
}

/// Byte places at which a word may be broken: before the last consonant between two vowels, where
/// `ch`, `sch`, `ph`, `th`, `ck` and `qu` count as one; at least three letters stay on either side.
pub fn break_points(word: &str) -> Vec<usize> {
    let letters: Vec<(usize, char)> =
        word.char_indices().take(200).flat_map(|(at, letter)| letter.to_lowercase().map(move |low| (at, low))).collect();
    let mut points = Vec::new();
    let mut last_vowel: Option<usize> = None;
    for index in 0..letters.len() {
        if !is_vowel(letters[index].1) {
            continue;
        }
        if let Some(before) = last_vowel.filter(|before| index - before > 1) {
            let onset = onset_before(&letters, index, before + 1);
            if onset >= 3 && letters.len() - onset >= 3 && letters[before + 1..index].iter().all(|(_, letter)| letter.is_alphabetic()) {
                points.push(letters[onset].0);
            }
        }
        last_vowel = Some(index);
    }
    points
}

/// Where the consonant sound before the vowel begins, not before `least`.
fn onset_before(letters: &[(usize, char)], vowel: usize, least: usize) -> usize {
    const SOUNDS: [&str; 6] = ["sch", "ch", "ph", "th", "ck", "qu"];
    let sound = SOUNDS.iter().map(|sound| sound.len()).zip(SOUNDS).find_map(|(length, sound)| {
        let start = vowel.checked_sub(length).filter(|start| *start >= least)?;
        letters[start..vowel].iter().map(|(_, letter)| *letter).eq(sound.chars()).then_some(start)
    });
    sound.unwrap_or(vowel - 1)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'ä' | 'ö' | 'ü' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn syllables(word: &str) -> String {
        let mut out = word.to_owned();
        for at in break_points(word).into_iter().rev() {
            out.insert(at, '-');
        }
        out
    }

    #[test]
    fn words_break_where_a_reader_expects() {
        assert_eq!(syllables("Genehmigung"), "Geneh-mi-gung");
        assert_eq!(syllables("Bescheinigung"), "Beschei-ni-gung");
        assert_eq!(syllables("Mutterschutzmeldung"), "Mut-ter-schutz-mel-dung");
        assert_eq!(syllables("Prüfung"), "Prü-fung");
        assert_eq!(syllables("Amt"), "Amt");
    }

    #[test]
    fn only_words_that_do_not_fit_are_broken() {
        let fits = |text: &str| text.chars().count() <= 10;
        assert_eq!(wrapped("Antrag prüfen", fits), "Antrag prüfen");
        assert_eq!(wrapped("Bescheinigung prüfen", fits), "Bescheini-\ngung prüfen");
    }

    #[test]
    fn strange_texts_do_no_harm() {
        for text in
            ["", " ", "zzzzzzzzzzzzzzzzzzzzzzzz", "😀😀😀😀😀😀😀😀😀😀😀", "ÄÖÜÄÖÜÄÖÜÄÖÜ", &"a".repeat(10_000), "İstanbulİstanbulİstanbul"]
        {
            let _ = wrapped(text, |part| part.len() < 5);
        }
    }
}
