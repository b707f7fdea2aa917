//! Functions that both languages have under some name.

use super::names::Kind;
use crate::expr::builtin;

/// Units of `dateAdd`, with what an ISO 8601 duration calls them; the first of each is the one that is written.
const UNITS: [(&str, char); 20] = [
    ("TAG", 'D'),
    ("TAGE", 'D'),
    ("DAY", 'D'),
    ("DAYS", 'D'),
    ("D", 'D'),
    ("T", 'D'),
    ("WOCHE", 'W'),
    ("WOCHEN", 'W'),
    ("WEEK", 'W'),
    ("WEEKS", 'W'),
    ("W", 'W'),
    ("MONAT", 'M'),
    ("MONATE", 'M'),
    ("MONTH", 'M'),
    ("MONTHS", 'M'),
    ("M", 'M'),
    ("JAHR", 'Y'),
    ("JAHRE", 'Y'),
    ("YEAR", 'Y'),
    ("YEARS", 'Y'),
];

/// The sign in an ISO 8601 duration for a unit of `dateAdd`.
pub(super) fn unit(word: &str) -> Option<char> {
    UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(word.trim())).map(|(_, sign)| *sign)
}

/// The unit of `dateAdd` for a sign of an ISO 8601 duration.
pub(super) fn unit_word(sign: char) -> Option<&'static str> {
    UNITS.iter().find(|(_, known)| *known == sign).map(|(name, _)| *name)
}

/// A name of FEEL in one word: `string length` as `stringLength`.
pub(super) fn in_one_word(name: &str) -> String {
    let mut words = name.split(' ');
    let mut word = words.next().unwrap_or_default().to_owned();
    for next in words {
        let mut signs = next.chars();
        word.extend(signs.next().map(|first| first.to_ascii_uppercase()));
        word.push_str(signs.as_str());
    }
    word
}

/// The function of FEEL that is written so in one word, and can be called with so many arguments.
pub(super) fn of_feel(word: &str, arguments: usize) -> Option<&'static str> {
    builtin::all().find(|builtin| in_one_word(builtin.name) == word && builtin.takes(arguments)).map(|builtin| builtin.name)
}

/// What kind of value a function of FEEL gives, where the translation needs to know.
pub(super) fn kind_of(feel: &str) -> Kind {
    match feel {
        "count" | "sum" | "string length" | "number" | "abs" | "floor" | "ceiling" | "modulo" | "min" | "max" | "mean" => Kind::Number,
        "string" | "string join" | "substring" | "upper case" | "lower case" | "trim" | "replace" | "substring before"
        | "substring after" => Kind::Text,
        "not" | "contains" | "starts with" | "ends with" | "matches" | "list contains" | "is filled" => Kind::Truth,
        "today" | "date" => Kind::Date,
        "append" | "concatenate" | "remove" | "list replace" | "reverse" | "sort" | "insert before" => Kind::List,
        _ => Kind::Unknown,
    }
}

/// What kind of value a function of civento without equal gives, as far as its name says so.
pub(super) fn kind_of_double(function: &str) -> Kind {
    match function.to_lowercase().as_str() {
        "zaehlevorgaenge" | "anzahlwenn" => Kind::Number,
        "hashwert" | "uuid" => Kind::Text,
        "dateadd" => Kind::Date,
        _ => Kind::Unknown,
    }
}
