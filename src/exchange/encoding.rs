//! Bytes of other programs into text and back: UTF-8, UTF-16, ISO-8859-1 and Windows-1252.

use std::borrow::Cow;

/// How the characters of a file are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, US-ASCII included.
    Utf8,
    /// UTF-16, least byte first.
    Utf16Little,
    /// UTF-16, greatest byte first.
    Utf16Big,
    /// Windows-1252, and ISO-8859-1, which files name when they mean it (WHATWG, Encoding Standard, 4.2).
    Windows1252,
}

/// The mark with which UTF-16 begins, and UTF-8 from some programs. It stays in the text, so that writing gives it back.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// What stands at 0x80 to 0x9f in Windows-1252; the rest is as in Unicode.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

impl Encoding {
    /// The encoding of that name, as XML declarations give it.
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" | "us-ascii" | "ascii" => Some(Self::Utf8),
            "iso-8859-1" | "latin1" | "windows-1252" | "cp1252" => Some(Self::Windows1252),
            "utf-16le" => Some(Self::Utf16Little),
            "utf-16" | "utf-16be" => Some(Self::Utf16Big),
            _ => None,
        }
    }

    /// What the byte order mark says, if there is one.
    pub fn marked(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some(Self::Utf8),
            [0xff, 0xfe, ..] => Some(Self::Utf16Little),
            [0xfe, 0xff, ..] => Some(Self::Utf16Big),
            _ => None,
        }
    }

    /// The text, with its byte order mark; the number of good characters before the first bad one if it is no such text.
    pub fn decode(self, bytes: &[u8]) -> Result<String, String> {
        match self {
            Self::Utf8 => match std::str::from_utf8(bytes) {
                Ok(text) => Ok(text.to_owned()),
                Err(error) => Err(String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default()).into_owned()),
            },
            Self::Utf16Little => utf16(bytes, u16::from_le_bytes),
            Self::Utf16Big => utf16(bytes, u16::from_be_bytes),
            Self::Windows1252 => Ok(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
        }
    }

    /// The bytes of the text; `other` says what to write for characters that the encoding lacks.
    pub fn encode(self, text: &str, other: impl Fn(char) -> String) -> Cow<'_, [u8]> {
        match self {
            Self::Utf8 => Cow::Borrowed(text.as_bytes()),
            Self::Utf16Little => Cow::Owned(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Self::Utf16Big => Cow::Owned(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            Self::Windows1252 => {
                let mut bytes = Vec::with_capacity(text.len());
                for sign in text.chars() {
                    match windows_1252_byte(sign) {
                        Some(byte) => bytes.push(byte),
                        None => bytes.extend(other(sign).bytes()),
                    }
                }
                Cow::Owned(bytes)
            }
        }
    }
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<String, String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for sign in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match sign {
            Ok(sign) => text.push(sign),
            Err(_) => return Err(text),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(text) }
}

fn windows_1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

fn windows_1252_byte(sign: char) -> Option<u8> {
    let special = (0x80_u8..).zip(WINDOWS_1252).find(|(_, other)| *other == sign).map(|(byte, _)| byte);
    special.or_else(|| u8::try_from(u32::from(sign)).ok().filter(|byte| !(0x80..0xa0).contains(byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_back_what_it_read() {
        let text = "§ 27 „Größe“ – 5 €";
        for encoding in [Encoding::Utf8, Encoding::Utf16Little, Encoding::Utf16Big, Encoding::Windows1252] {
            let bytes = encoding.encode(text, |_| String::new()).into_owned();
            assert_eq!(encoding.decode(&bytes).as_deref(), Ok(text), "{encoding:?}");
        }
        let all: Vec<u8> = (0..=255).collect();
        let text = Encoding::Windows1252.decode(&all).unwrap();
        assert_eq!(Encoding::Windows1252.encode(&text, |_| String::new()).as_ref(), all);
    }

    #[test]
    fn windows_1252_is_as_its_table_says() {
        assert_eq!(Encoding::Windows1252.decode(b"\x80 \x84\xe4\x93 \x96").as_deref(), Ok("€ „ä“ –"));
        assert_eq!(Encoding::Windows1252.encode("a\u{2192}", |sign| format!("&#{};", u32::from(sign))).as_ref(), b"a&#8594;");
    }

    #[test]
    fn bad_bytes_are_found() {
        assert_eq!(Encoding::Utf8.decode(b"ab\xff"), Err("ab".to_owned()));
        assert_eq!(Encoding::Utf16Little.decode(b"a\0\0\xd8b\0"), Err("a".to_owned()));
        assert_eq!(Encoding::Utf16Big.decode(b"\0a\0"), Err("a".to_owned()));
    }
}
