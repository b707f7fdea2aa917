//! Keys: the technical names that formats and expressions use, made from the names that people read.

/// Greatest number of characters of a made key, so that expressions stay readable.
const LONGEST: usize = 60;

/// A key from a name: words run together, each but the first with a capital, umlauts written out, and
/// only letters, digits and `_` kept. "Antrag prüfen" becomes `antragPruefen`. Empty if the name holds
/// no letter to begin with.
pub fn key_from_name(name: &str) -> String {
    let mut key = String::new();
    for word in name.split(|sign: char| !sign.is_alphanumeric() && sign != '_').filter(|word| !word.is_empty()) {
        let shouts = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        let word = if shouts { word.to_lowercase() } else { word.to_owned() };
        let mut signs = word.chars().flat_map(written_out).skip_while(|sign| key.is_empty() && !sign.is_alphabetic());
        let first = signs.next();
        let rest: String = signs.collect();
        match first {
            Some(first) if key.is_empty() => key.extend(first.to_lowercase()),
            Some(first) => key.extend(first.to_uppercase()),
            None => {}
        }
        key.push_str(&rest);
    }
    key.chars().take(LONGEST).collect()
}

fn written_out(sign: char) -> impl Iterator<Item = char> {
    let text: &[char] = match sign {
        'ä' => &['a', 'e'],
        'ö' => &['o', 'e'],
        'ü' => &['u', 'e'],
        'Ä' => &['A', 'e'],
        'Ö' => &['O', 'e'],
        'Ü' => &['U', 'e'],
        'ß' => &['s', 's'],
        _ => &[],
    };
    text.iter().copied().chain(text.is_empty().then_some(sign))
}

/// Words of FEEL, and the name under which expressions find the settings; no key may be one of them.
const RESERVED: [&str; 23] = [
    "and",
    "between",
    "context",
    "einstellungen",
    "else",
    "every",
    "external",
    "false",
    "for",
    "function",
    "if",
    "in",
    "instance",
    "item",
    "not",
    "null",
    "of",
    "or",
    "return",
    "satisfies",
    "some",
    "then",
    "true",
];

/// Whether a key may stand in expressions and formats: a letter, then letters, digits and `_`, and no
/// word of FEEL.
pub fn is_legal_key(key: &str) -> bool {
    let mut signs = key.chars();
    let is_name = signs.next().is_some_and(char::is_alphabetic) && signs.all(|sign| sign.is_alphanumeric() || sign == '_');
    is_name && !RESERVED.contains(&key)
}

/// The key made from a name (from `otherwise` if that gives none), with a number behind it if others have it.
pub fn free_key(name: &str, otherwise: &str, is_taken: impl Fn(&str) -> bool) -> String {
    numbered(base(name, otherwise), is_taken)
}

/// As [`free_key`], looking through the keys of others only once: for tables that may be long.
pub fn free_key_among<'a>(name: &str, otherwise: &str, keys: impl Iterator<Item = &'a str>) -> String {
    let base = base(name, otherwise);
    let mut is_taken = !is_legal_key(&base);
    let mut numbers = Vec::new();
    for ending in keys.filter_map(|key| key.strip_prefix(base.as_str())) {
        is_taken |= ending.is_empty();
        numbers.extend(ending.parse::<u64>().ok().filter(|_| !ending.starts_with(['0', '+'])));
    }
    if !is_taken {
        return base;
    }
    // The numbers themselves are gone through, not a text for each that might be free: many may be taken.
    numbers.sort_unstable();
    numbers.dedup();
    let first = numbers.iter().position(|number| *number >= 2).unwrap_or(numbers.len());
    let free = (2_u64..).zip(numbers.iter().skip(first).chain(&[u64::MAX])).find(|(free, number)| free != *number);
    let free = free.map_or(u64::MAX, |(free, _)| free);
    format!("{base}{free}")
}

fn base(name: &str, otherwise: &str) -> String {
    Some(key_from_name(name)).filter(|key| !key.is_empty()).unwrap_or_else(|| otherwise.to_owned())
}

fn numbered(base: String, is_taken: impl Fn(&str) -> bool) -> String {
    let is_free = |key: &String| is_legal_key(key) && !is_taken(key);
    let numbered = (2_u64..).map(|number| format!("{base}{number}"));
    std::iter::once(base.clone()).chain(numbered).find(is_free).unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use super::{free_key, free_key_among, is_legal_key, key_from_name};

    #[test]
    fn keys_are_made_from_names() {
        for (name, key) in [
            ("Antrag prüfen", "antragPruefen"),
            ("Größe", "groesse"),
            ("Straße / Hausnummer", "strasseHausnummer"),
            ("Änderung", "aenderung"),
            ("2. Wohnsitz", "wohnsitz"),
            ("IBAN", "iban"),
            ("Meine IBAN", "meineIban"),
            ("e-mail_adresse", "eMail_adresse"),
            ("§§ …", ""),
            ("123", ""),
        ] {
            assert_eq!(key_from_name(name), key, "{name}");
        }
    }

    #[test]
    fn keys_are_judged() {
        for (key, legal) in [
            ("a", true),
            ("gebühr2", true),
            ("a_b", true),
            ("2a", false),
            ("", false),
            ("a b", false),
            ("_a", false),
            ("a.b", false),
            ("not", false),
        ] {
            assert_eq!(is_legal_key(key), legal, "{key}");
        }
    }

    #[test]
    fn a_taken_key_gets_a_number() {
        let taken = ["hund", "hund2"];
        assert_eq!(free_key("Hund", "x", |key| taken.contains(&key)), "hund3");
        assert_eq!(free_key_among("Hund", "x", ["hundesteuer", "hund", "hund2", "hund4"].into_iter()), "hund3");
        assert_eq!(free_key_among("Hund", "x", ["hund", "hund02", "hund1", "hund+2", "hund3"].into_iter()), "hund2");
        assert_eq!(free_key_among("Hund", "x", ["hund3", "hund", "hund2"].into_iter()), "hund4");
        assert_eq!(free_key_among("Hund", "x", ["hund2"].into_iter()), "hund");
        assert_eq!(free_key_among("In", "x", std::iter::empty()), "in2");
        assert_eq!(free_key("?!", "schritt", |_| false), "schritt");
        assert_eq!(free_key("In", "x", |_| false), "in2");
    }
}
