//! Regular expressions: `matches`, `replace`, `split`. The patterns are those of `XPath`; what the linear-time engine lacks (references back
//! to a group) has no answer.

use super::super::value::Value;
use super::{BOOLEAN, Builtin, Call, Kind, Kinds, LIST, TEXT, Values, function, may, need, takes};
use regex::{Captures, Regex, RegexBuilder};

const FLAGS: Kinds = Kinds::of(&[Kind::Text, Kind::Null]);
/// Memory of a compiled pattern, in bytes.
const LARGEST_PATTERN: usize = 1 << 18;
/// Steps that compiling a pattern costs.
const COMPILING: usize = 10_000;

/// Blocks of Unicode that Latin texts are made of.
const BLOCKS: [(&str, &str); 6] = [
    ("BasicLatin", r"\x{0}-\x{7F}"),
    ("Latin-1Supplement", r"\x{80}-\x{FF}"),
    ("LatinExtended-A", r"\x{100}-\x{17F}"),
    ("LatinExtended-B", r"\x{180}-\x{24F}"),
    ("Greek", r"\x{370}-\x{3FF}"),
    ("Cyrillic", r"\x{400}-\x{4FF}"),
];

pub(super) const FUNCTIONS: &[Builtin] = &[
    function("matches", &[takes(&[need("input", TEXT), need("pattern", TEXT), may("flags", FLAGS)], BOOLEAN, matches)]),
    function(
        "replace",
        &[takes(&[need("input", TEXT), need("pattern", TEXT), need("replacement", TEXT), may("flags", FLAGS)], TEXT, replace)],
    ),
    function("split", &[takes(&[need("string", TEXT), need("delimiter", TEXT)], LIST, split)]),
];

fn matches(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let regex = compile(call, values.text(1)?, values.text(2))?;
    let text = values.text(0)?;
    call.work(text.len() / 8)?;
    Some(Value::Boolean(regex.is_match(text)))
}

fn replace(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let regex = compile(call, values.text(1)?, values.text(3))?;
    if regex.is_match("") {
        return None;
    }
    let (text, parts) = (values.text(0)?, replacement(values.text(2)?, regex.captures_len() - 1, values.text(3))?);
    call.work(text.len() / 8)?;
    let found = regex.find_iter(text).count();
    call.work(found.saturating_mul(values.text(2)?.len()) / 16)?;
    let replaced = regex.replace_all(text, |captures: &Captures<'_>| parts.iter().map(|part| part.of(captures)).collect::<String>());
    call.text(replaced.into_owned())
}

fn split(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let regex = compile(call, values.text(1)?, None)?;
    let text = values.text(0)?;
    call.work(text.len() / 8)?;
    let parts = regex.split(text).map(Value::text).collect();
    call.list(parts)
}

fn compile(call: &mut Call<'_, '_>, pattern: &str, flags: Option<&str>) -> Option<Regex> {
    let flags = flags.unwrap_or("");
    if !flags.chars().all(|flag| "smixq".contains(flag)) {
        return None;
    }
    let key = format!("{flags}/{pattern}");
    if let Some((own, regex)) = &call.machine.last_pattern
        && *own == key
    {
        return Some(regex.clone());
    }
    call.work(COMPILING + pattern.len() * 20)?;
    let compact = if flags.contains('x') { without_space(pattern) } else { pattern.to_owned() };
    let translated = if flags.contains('q') { regex::escape(pattern) } else { translate(&compact, flags.contains('s'))? };
    let regex = RegexBuilder::new(&translated)
        .dot_matches_new_line(flags.contains('s'))
        .multi_line(flags.contains('m'))
        .case_insensitive(flags.contains('i'))
        .size_limit(LARGEST_PATTERN)
        .dfa_size_limit(LARGEST_PATTERN)
        .build()
        .ok()?;
    call.machine.last_pattern = Some((key, regex.clone()));
    Some(regex)
}

/// `XPath`'s pattern in the engine's spelling: `[a-z-[aeiou]]` subtracts, `\i` and `\c` are the characters of XML names, `\p{IsBasicLatin}` a
/// block of characters, and a point is no end of a line.
fn translate(pattern: &str, all_with_point: bool) -> Option<String> {
    let mut translated = String::with_capacity(pattern.len());
    let mut brackets = 0_usize;
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => escape(&mut characters, &mut translated)?,
            '[' if brackets > 0 && translated.ends_with('-') => {
                brackets += 1;
                translated.push_str("-[");
            }
            '[' => {
                brackets += 1;
                translated.push('[');
            }
            ']' => {
                brackets = brackets.saturating_sub(1);
                translated.push(']');
            }
            '.' if brackets == 0 && !all_with_point => translated.push_str(r"[^\n\r]"),
            '&' | '~' if brackets > 0 => translated.extend(['\\', character]),
            other => translated.push(other),
        }
    }
    Some(translated)
}

/// What follows a backslash in a pattern; `None` for what `XPath` does not know, and for references back to a group.
fn escape(characters: &mut std::str::Chars<'_>, translated: &mut String) -> Option<()> {
    match characters.next() {
        Some('i') => translated.push_str(r"[\p{L}_:]"),
        Some('c') => translated.push_str(r"[\p{L}\p{N}_:.\-]"),
        Some(sign @ ('p' | 'P')) => {
            let block = characters.as_str().strip_prefix("{Is").and_then(|rest| rest.split_once('}'));
            let bounds = block.and_then(|(name, _)| BLOCKS.iter().find(|(own, _)| *own == name));
            match (block, bounds) {
                (Some((_, rest)), Some((_, bounds))) => {
                    translated.push_str(if sign == 'P' { "[^" } else { "[" });
                    translated.push_str(bounds);
                    translated.push(']');
                    *characters = rest.chars();
                }
                _ => translated.extend(['\\', sign]),
            }
        }
        Some(other) if r"nrtsSdDwW\|.?*+(){}-[]^$".contains(other) => translated.extend(['\\', other]),
        _ => return None,
    }
    Some(())
}

/// The pattern without white space outside brackets, for the flag `x`.
fn without_space(pattern: &str) -> String {
    let mut brackets = 0_usize;
    let kept = pattern.chars().filter(|character| {
        match character {
            '[' => brackets += 1,
            ']' => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        brackets > 0 || !character.is_whitespace()
    });
    kept.collect()
}

/// Part of a replacement.
enum Part {
    Text(String),
    Group(usize),
}

impl Part {
    fn of(&self, captures: &Captures<'_>) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Group(group) => captures.get(*group).map_or_else(String::new, |found| found.as_str().to_owned()),
        }
    }
}

/// `$1` stands for a group, `\$` and `\\` for themselves; any other use of them is a mistake. With the flag `q` nothing is special.
fn replacement(text: &str, groups: usize, flags: Option<&str>) -> Option<Vec<Part>> {
    if flags.is_some_and(|flags| flags.contains('q')) {
        return Some(vec![Part::Text(text.to_owned())]);
    }
    let mut parts = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some(escaped @ ('$' | '\\')) => parts.push(Part::Text(escaped.to_string())),
                _ => return None,
            },
            '$' => {
                let mut group = usize::try_from(characters.next()?.to_digit(10)?).ok()?;
                // As many digits as still name a group.
                while let Some(digit) = characters.peek().and_then(|next| next.to_digit(10)) {
                    let longer = group * 10 + usize::try_from(digit).ok()?;
                    if longer > groups {
                        break;
                    }
                    group = longer;
                    characters.next();
                }
                parts.push(Part::Group(group));
            }
            other => parts.push(Part::Text(other.to_string())),
        }
    }
    Some(parts)
}
