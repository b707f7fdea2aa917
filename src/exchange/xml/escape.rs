//! References and line ends: what text means, and how it has to be written.

use super::{Malformed, Reason};
use std::borrow::Cow;

/// What raw text means: references resolved, line ends as XML 1.0 (2.11) wants them; in attributes all blanks are spaces (3.3.3).
pub(super) fn resolve(raw: &str, in_attribute: bool) -> Result<Cow<'_, str>, Reason> {
    let is_plain = |sign: u8| sign != b'&' && sign != b'\r' && !(in_attribute && matches!(sign, b'\n' | b'\t'));
    if raw.bytes().all(is_plain) {
        return Ok(Cow::Borrowed(raw));
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(sign) = rest.chars().next() {
        rest = rest.get(sign.len_utf8()..).unwrap_or_default();
        match sign {
            '&' => {
                let (name, behind) = rest.split_once(';').ok_or(Reason::Malformed(Malformed::Reference))?;
                text.push(reference(name)?);
                rest = behind;
            }
            '\r' if rest.starts_with('\n') => {}
            '\r' | '\n' | '\t' if in_attribute => text.push(' '),
            '\r' => text.push('\n'),
            other => text.push(other),
        }
    }
    Ok(Cow::Owned(text))
}

/// The character of a reference, without `&` and `;`.
pub(super) fn reference(name: &str) -> Result<char, Reason> {
    let malformed = Reason::Malformed(Malformed::Reference);
    let number = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix('x') {
            Some(digits) if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) => u32::from_str_radix(digits, 16),
            None if digits.bytes().all(|digit| digit.is_ascii_digit()) => digits.parse(),
            _ => return Err(malformed),
        },
        None => return named(name).ok_or_else(|| unknown(name)),
    };
    number.ok().and_then(char::from_u32).filter(|sign| is_allowed(*sign)).ok_or(malformed)
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "apos" => '\'',
        "quot" => '"',
        _ => return None,
    })
}

fn unknown(name: &str) -> Reason {
    let is_name = !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.' | ':'));
    if is_name { Reason::UnknownEntity(name.to_owned()) } else { Reason::Malformed(Malformed::Reference) }
}

/// Whether XML 1.0 (2.2) allows the character.
pub(super) fn is_allowed(sign: char) -> bool {
    matches!(sign, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

/// Where the first character stands that XML does not allow.
pub(super) fn first_forbidden(text: &str) -> Option<usize> {
    // Without a control character or the first byte of U+F000 to U+FFFF there is none; only then each character is looked at.
    let is_suspect = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0xef;
    let start = text.bytes().position(is_suspect)?;
    let (at, _) = text.get(start..)?.char_indices().find(|(_, sign)| !is_allowed(*sign))?;
    Some(start + at)
}

/// Text as it has to be written between tags; what XML does not allow is left out.
pub fn text(text: &str) -> String {
    let mut out = String::new();
    write_text(text, &mut out);
    out
}

/// Text as it has to be written as the value of an attribute in double quotation marks.
pub(super) fn attribute(text: &str) -> String {
    let mut out = String::new();
    write_attribute(text, &mut out);
    out
}

/// As [`text`], behind what is there.
pub(super) fn write_text(text: &str, out: &mut String) {
    write(text, false, out);
}

/// As [`attribute`], behind what is there.
pub(super) fn write_attribute(text: &str, out: &mut String) {
    write(text, true, out);
}

fn write(text: &str, in_attribute: bool, out: &mut String) {
    // Nearly all texts are written as they are.
    let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'&' | b'<' | b'>' | b'"' | 0xef);
    if text.bytes().all(is_plain) {
        return out.push_str(text);
    }
    for sign in text.chars().filter(|sign| is_allowed(*sign)) {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#xD;"),
            '"' if in_attribute => out.push_str("&quot;"),
            '\n' if in_attribute => out.push_str("&#xA;"),
            '\t' if in_attribute => out.push_str("&#x9;"),
            other => out.push(other),
        }
    }
}
