//! Patterns in the dialect of JSON Schema (ECMA-262): days, times, addresses, bounds of days as patterns, and patterns of data fields.

use crate::form::IBAN_LENGTHS;

/// A day of the calendar, leap days only in leap years.
pub const DAY: &str = concat!(
    r"(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))",
    r"|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
);
/// A time of day to the second.
pub const TIME: &str = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d";
/// A plausible e-mail address, as the form reads it; lengths counted in characters.
pub const EMAIL: &str = concat!(
    r#"^(?=.{1,254}$)(?=[^@]{1,64}@)[^\s\p{Cc}@<>()\[\],;:\\".]+(?:\.[^\s\p{Cc}@<>()\[\],;:\\".]+)*@"#,
    r"(?:[\p{L}\p{N}](?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])?\.)+(?!\d+$)[\p{L}\p{N}][\p{L}\p{N}\-]{0,61}[\p{L}\p{N}]$"
);
/// A plausible telephone number; the nought of a `(0)` does not count.
pub const PHONE: &str = concat!(
    r"^(?:(?!.*\(0\))\+?[ \u00a0\-\u2013\/().]*(?:\d[ \u00a0\-\u2013\/().]*){4,15}",
    r"|(?=.*\(0\))\+?[ \u00a0\-\u2013\/().]*(?:\d[ \u00a0\-\u2013\/().]*){5,16})$"
);
/// A German postal code.
pub const POSTCODE: &str = r"^(?!00)\d{5}$";
/// Names of Germany as a country of an address.
pub const GERMANY: &str = r"^(?:[Dd][Ee][Uu][Tt][Ss][Cc][Hh][Ll][Aa][Nn][Dd]|[Dd][Ee]|[Gg][Ee][Rr][Mm][Aa][Nn][Yy])$";
/// A text with something in it besides blanks.
pub const FILLED: &str = r"\S";

/// The form of an IBAN, with the length of its country; without its check digits.
pub fn iban() -> String {
    let known = IBAN_LENGTHS.iter().map(|(country, length)| format!(r"{country}\d{{2}}[A-Z0-9]{{{}}}", length - 4));
    let countries: Vec<&str> = IBAN_LENGTHS.iter().map(|(country, _)| *country).collect();
    let others = format!(r"(?!{})[A-Z]{{2}}\d{{2}}[A-Z0-9]{{11,30}}", countries.join("|"));
    whole(&known.chain([others]).collect::<Vec<_>>().join("|"))
}

/// The pattern for whole texts.
pub fn whole(pattern: &str) -> String {
    format!("^(?:{pattern})$")
}

/// A text as a pattern that it alone matches.
pub fn literal(text: &str) -> String {
    text.chars().fold(String::new(), |mut pattern, character| {
        if r"^$\.*+?()[]{}|/".contains(character) {
            pattern.push('\\');
        }
        pattern.push(character);
        pattern
    })
}

/// File names with one of these endings, in capitals or not.
pub fn endings(kinds: &[String]) -> String {
    let any_case = |kind: &String| {
        let both = |letter: char| match (letter.to_ascii_lowercase(), letter.to_ascii_uppercase()) {
            (small, capital) if small != capital => format!("[{small}{capital}]"),
            (same, _) => literal(&same.to_string()),
        };
        kind.trim_start_matches('.').chars().map(both).collect::<String>()
    };
    format!(r"\.(?:{})$", kinds.iter().map(any_case).collect::<Vec<_>>().join("|"))
}

/// Which texts of the same length as the bound, with digits at the same places, lie before or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Less: earlier.
    Before,
    /// Greater: later.
    Behind,
}

/// The texts of digits that lie on that side of an ISO 8601 text, the text itself included or not. Such texts are in order of time.
pub fn beyond(bound: &str, side: Side, is_included: bool) -> String {
    let mut ways: Vec<String> = if is_included { vec![literal(bound)] } else { Vec::new() };
    for (place, digit) in bound.char_indices().filter_map(|(place, sign)| Some((place, sign.to_digit(10)?))) {
        let other = match side {
            Side::Before => digit.checked_sub(1).map(|last| (0, last)),
            Side::Behind => Some((digit + 1, 9)).filter(|(first, last)| first <= last),
        };
        let Some((first, last)) = other else { continue };
        let before = literal(bound.get(..place).unwrap_or_default());
        let rest: String = bound
            .chars()
            .skip(place + 1)
            .map(|sign| if sign.is_ascii_digit() { r"\d".to_owned() } else { literal(&sign.to_string()) })
            .collect();
        ways.push(format!("{before}[{first}-{last}]{rest}"));
    }
    if ways.is_empty() { "^(?!)".to_owned() } else { whole(&ways.join("|")) }
}

/// A pattern of a data field, for whole texts, in the dialect of JSON Schema; `None` where that has nothing for it.
pub fn of_field(pattern: &str) -> Option<String> {
    let mut found = String::new();
    let mut depth = 0_usize;
    let mut signs = pattern.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => found.push_str(&escape(signs.next()?, depth > 0)?),
            // Classes within classes and what is left after taking one from the other.
            '[' if depth > 0 => return None,
            '[' => {
                depth = 1;
                found.push('[');
            }
            ']' => {
                depth = 0;
                found.push(']');
            }
            '&' | '~' | '-' if depth > 0 && signs.peek() == Some(&sign) => return None,
            '(' if depth == 0 && signs.peek() == Some(&'?') => {
                signs.next();
                found.push_str(group(&mut signs)?);
            }
            other => found.push(other),
        }
    }
    Some(whole(&found))
}

fn escape(sign: char, is_in_class: bool) -> Option<String> {
    Some(match sign {
        // Digits of all scripts, as the form reads patterns.
        'd' => r"\p{Nd}".to_owned(),
        'D' => r"\P{Nd}".to_owned(),
        'w' if is_in_class => r"\p{L}\p{M}\p{Nd}\p{Pc}".to_owned(),
        'w' => r"[\p{L}\p{M}\p{Nd}\p{Pc}]".to_owned(),
        's' | 'S' | 'n' | 'r' | 't' => format!("\\{sign}"),
        'A' if !is_in_class => "^".to_owned(),
        'z' if !is_in_class => "$".to_owned(),
        sign if sign.is_ascii_alphanumeric() => return None,
        '-' if is_in_class => r"\-".to_owned(),
        sign => literal(&sign.to_string()),
    })
}

/// What stands behind `(?`: only groups without flags are the same in both dialects.
fn group(signs: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<&'static str> {
    match signs.next()? {
        ':' => Some("(?:"),
        'P' if signs.next()? == '<' => Some("(?<"),
        '<' => Some("(?<"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use regex::Regex;

    #[test]
    fn days_are_those_of_the_calendar() {
        let day = Regex::new(&whole(DAY)).unwrap();
        for good in ["2024-02-29", "2000-02-29", "2023-02-28", "2026-12-31", "2026-04-30", "1900-01-01"] {
            assert!(day.is_match(good), "{good}");
        }
        for bad in
            ["2023-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1", "26-01-01"]
        {
            assert!(!day.is_match(bad), "{bad}");
        }
    }

    /// Every day of two years round the bound.
    #[test]
    fn bounds_part_the_days() {
        for bound in ["2024-02-29", "2024-12-31", "2024-01-01", "2024-10-09"] {
            let pattern = |side, is_included| Regex::new(&beyond(bound, side, is_included)).unwrap();
            let (before, behind) = (pattern(Side::Before, true), pattern(Side::Behind, false));
            for year in 2023..2026 {
                for (month, day) in (1..13).flat_map(|month| (1..32).map(move |day| (month, day))) {
                    let text = format!("{year}-{month:02}-{day:02}");
                    assert_eq!(before.is_match(&text), text.as_str() <= bound, "{text} before {bound}");
                    assert_eq!(behind.is_match(&text), text.as_str() > bound, "{text} behind {bound}");
                }
            }
        }
        assert!(beyond("9999", Side::Behind, false).contains("(?!)"));
    }

    #[test]
    fn patterns_keep_their_meaning_or_are_left_out() {
        let translated = |pattern: &str| of_field(pattern);
        assert_eq!(translated("[A-Z]{1,3}-[0-9]+").as_deref(), Some("^(?:[A-Z]{1,3}-[0-9]+)$"));
        assert_eq!(translated(r"\d{5}").as_deref(), Some(r"^(?:\p{Nd}{5})$"));
        assert_eq!(translated(r"(?P<plz>\w)[\w\-]").as_deref(), Some(r"^(?:(?<plz>[\p{L}\p{M}\p{Nd}\p{Pc}])[\p{L}\p{M}\p{Nd}\p{Pc}\-])$"));
        assert_eq!(translated(r"\Aa\.b\z").as_deref(), Some(r"^(?:^a\.b$)$"));
        for left in ["(?i)abc", "[a-z&&[^b]]", "[[:alpha:]]", r"\bx", r"\p{Greek}", "[a--b]"] {
            assert_eq!(translated(left), None, "{left}");
        }
    }

    #[test]
    fn endings_of_files_are_read_in_capitals_too() {
        let pattern = Regex::new(&endings(&["pdf".to_owned(), ".7z".to_owned()])).unwrap();
        assert!(pattern.is_match("a.PDF") && pattern.is_match("a.b.7Z"));
        assert!(!pattern.is_match("pdf") && !pattern.is_match("a.pdf.exe"));
    }
}
