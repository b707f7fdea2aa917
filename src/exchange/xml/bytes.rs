//! Bytes of an XML file into text by its byte order mark or its declaration, and back (XML 1.0, 4.3.3 and appendix F).

use super::{Fault, MOST_BYTES, Position, Reason};
use crate::exchange::encoding::{BYTE_ORDER_MARK, Encoding};

/// So far a declaration is looked for.
const LONGEST_DECLARATION: usize = 400;

/// The text of a file, its byte order mark included.
pub fn decode(bytes: &[u8]) -> Result<String, Fault> {
    let at_start = |reason| Fault { at: Position::START, reason };
    if bytes.len() > MOST_BYTES {
        return Err(at_start(Reason::TooLarge));
    }
    let encoding = match Encoding::marked(bytes) {
        Some(encoding) => encoding,
        None => declared(&bytes.iter().take(LONGEST_DECLARATION).map(|byte| char::from(*byte)).collect::<String>()).map_or(
            Ok(Encoding::Utf8),
            |name| {
                // A declaration that can be read byte by byte is not in UTF-16.
                let known = Encoding::named(&name).filter(|it| matches!(it, Encoding::Utf8 | Encoding::Windows1252));
                known.ok_or(at_start(Reason::UnknownEncoding(name)))
            },
        )?,
    };
    encoding.decode(bytes).map_err(|good| Fault { at: Position::START.after(&good), reason: Reason::NotText })
}

/// The bytes of a text in the encoding that it declares. Characters that the encoding lacks become references.
pub fn encode(text: &str) -> Vec<u8> {
    let declared = declared(text).and_then(|name| Encoding::named(&name)).unwrap_or(Encoding::Utf8);
    let is_wide = matches!(declared, Encoding::Utf16Little | Encoding::Utf16Big);
    let encoding = if is_wide && !text.starts_with(BYTE_ORDER_MARK) { Encoding::Utf8 } else { declared };
    encoding.encode(text, |sign| format!("&#{};", u32::from(sign))).into_owned()
}

/// Whether bytes are meant to be XML: they begin with a tag, or are in an encoding that nothing else here has.
pub fn is_meant(bytes: &[u8]) -> bool {
    let is_wide = matches!(Encoding::marked(bytes), Some(Encoding::Utf16Little | Encoding::Utf16Big));
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    is_wide || bytes.trim_ascii_start().starts_with(b"<")
}

/// The encoding that the declaration at the beginning names.
fn declared(text: &str) -> Option<String> {
    let declaration = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).strip_prefix("<?xml")?;
    let (declaration, _) = declaration.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quotation_mark = value.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    let (name, _) = value.get(1..)?.split_once(quotation_mark)?;
    Some(name.trim().to_owned())
}
