//! Bytes of an XML file into text by its byte order mark or its declaration, and back (XML 1.0, 4.3.3 and appendix F).

use super::{Fault, MOST_BYTES, Malformed, Position, Reason};
use crate::exchange::encoding::{BYTE_ORDER_MARK, Encoding};

/// So far a declaration is looked for.
const LONGEST_DECLARATION: usize = 400;

/// With which sign a text begins whose file is in UTF-16, by its encoding and whether the file has a byte order mark, so that writing gives
/// back the very same bytes. Unicode keeps these signs free for what programs say to themselves (23.7); no file begins with them.
const WIDE: [(char, Encoding, bool); 4] = [
    ('\u{fdd0}', Encoding::Utf16Little, true),
    ('\u{fdd1}', Encoding::Utf16Little, false),
    ('\u{fdd2}', Encoding::Utf16Big, true),
    ('\u{fdd3}', Encoding::Utf16Big, false),
];

/// The text of a file, behind its byte order mark or the sign that tells how it was written ([`unmarked`]).
pub fn decode(bytes: &[u8]) -> Result<String, Fault> {
    let at_start = |reason| Fault { at: Position::START, reason };
    if bytes.len() > MOST_BYTES {
        return Err(at_start(Reason::TooLarge));
    }
    let (encoding, is_marked) = match Encoding::marked(bytes) {
        Some(encoding) => (encoding, true),
        None => (without_mark(bytes).map_err(|name| at_start(Reason::UnknownEncoding(name)))?, false),
    };
    let text = encoding.decode(bytes).map_err(|good| Fault { at: Position::START.after(&good), reason: Reason::NotText })?;
    if text.starts_with(WIDE.map(|(sign, ..)| sign)) {
        return Err(at_start(Reason::Malformed(Malformed::Character)));
    }
    Ok(match WIDE.iter().find(|(_, other, has_mark)| (*other, *has_mark) == (encoding, is_marked)) {
        Some((sign, ..)) => format!("{sign}{}", text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text)),
        None => text,
    })
}

/// The bytes of a text in the encoding in which it was read, else in the one that it declares. Characters that the encoding lacks become
/// references.
pub fn encode(text: impl Into<String>) -> Vec<u8> {
    let text: String = text.into();
    if let Some((sign, encoding, is_marked)) = WIDE.iter().find(|(sign, ..)| text.starts_with(*sign)) {
        let body = text.strip_prefix(*sign).unwrap_or(&text);
        let marked = if *is_marked { format!("{BYTE_ORDER_MARK}{body}") } else { body.to_owned() };
        return encoding.encode(&marked, |other| other.to_string()).into_owned();
    }
    // A mark says more than the declaration.
    let declared = declared(&text).filter(|_| !text.starts_with(BYTE_ORDER_MARK)).and_then(|name| Encoding::named(&name));
    match declared {
        Some(encoding @ Encoding::Windows1252) => encoding.encode(&text, |sign| format!("&#{};", u32::from(sign))).into_owned(),
        _ => text.into_bytes(),
    }
}

/// A text without the byte order mark or sign that [`decode`] has put before it.
pub fn unmarked(text: &str) -> &str {
    let is_mark = |sign: char| sign == BYTE_ORDER_MARK || WIDE.iter().any(|(other, ..)| *other == sign);
    text.strip_prefix(is_mark).unwrap_or(text)
}

/// Whether bytes are meant to be XML: they begin with a tag, or are in an encoding that nothing else here has.
pub fn is_meant(bytes: &[u8]) -> bool {
    let is_wide = matches!(Encoding::marked(bytes).or_else(|| wide(bytes)), Some(Encoding::Utf16Little | Encoding::Utf16Big));
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    is_wide || bytes.trim_ascii_start().starts_with(b"<")
}

/// The encoding of a file without byte order mark: by how its first tag is written, else by what it declares; else the name that it
/// declares.
fn without_mark(bytes: &[u8]) -> Result<Encoding, String> {
    if let Some(encoding) = wide(bytes) {
        return Ok(encoding);
    }
    let start: String = bytes.iter().take(LONGEST_DECLARATION).map(|byte| char::from(*byte)).collect();
    let Some(name) = declared(&start) else { return Ok(Encoding::Utf8) };
    // A declaration that can be read byte by byte is not in UTF-16.
    Encoding::named(&name).filter(|it| matches!(it, Encoding::Utf8 | Encoding::Windows1252)).ok_or(name)
}

/// UTF-16 without a mark: every other byte of the first tag is 0.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [b'<', 0, sign, 0, ..] if *sign != 0 => Some(Encoding::Utf16Little),
        [0, b'<', 0, sign, ..] if *sign != 0 => Some(Encoding::Utf16Big),
        _ => None,
    }
}

/// The encoding that the declaration at the beginning names. It has letters of ASCII only, so that it is the same however the file was read.
fn declared(text: &str) -> Option<String> {
    let text = unmarked(text);
    let end = text.bytes().take(LONGEST_DECLARATION).take_while(u8::is_ascii).count();
    let (declaration, _) = text.get(..end)?.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quotation_mark = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let (name, _) = value.get(1..)?.split_once(quotation_mark)?;
    Some(name.trim().to_owned())
}
