//! Reads JSON (RFC 8259) within limits.

use super::tree::{Json, Kind, Member};
use crate::model::LONGEST_SOURCE;

/// Values lie no deeper in each other.
const DEEPEST: usize = 128;
/// There are no more of them in a file.
const MOST_VALUES: usize = 200_000;

/// The tree of a text; or the place, in bytes, at which it is no JSON.
pub(in super::super) fn read(text: &str) -> Result<Json, usize> {
    if text.len() > LONGEST_SOURCE {
        return Err(0);
    }
    let mut reader = Reader { text, at: 0, depth: 0, values: 0 };
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    let value = reader.value()?;
    reader.blanks();
    if reader.at == text.len() { Ok(value) } else { Err(reader.at) }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    values: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    fn takes(&mut self, sign: &str) -> bool {
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len() } else { 0 };
        found
    }

    fn need(&mut self, sign: &str) -> Result<(), usize> {
        self.blanks();
        if self.takes(sign) { Ok(()) } else { Err(self.at) }
    }

    fn value(&mut self) -> Result<Json, usize> {
        self.blanks();
        let start = self.at;
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(start);
        }
        let kind = match self.rest().chars().next() {
            Some('{') => self.nested(Self::object)?,
            Some('[') => self.nested(Self::list)?,
            Some('"') => Kind::Text(self.string()?),
            Some('-' | '0'..='9') => self.number()?,
            _ if self.takes("true") => Kind::Truth(true),
            _ if self.takes("false") => Kind::Truth(false),
            _ if self.takes("null") => Kind::Null,
            _ => return Err(start),
        };
        Ok(Json { kind, place: start..self.at })
    }

    fn nested(&mut self, inner: fn(&mut Self) -> Result<Kind, usize>) -> Result<Kind, usize> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.at);
        }
        self.at += 1;
        let kind = inner(self)?;
        self.depth -= 1;
        Ok(kind)
    }

    fn object(&mut self) -> Result<Kind, usize> {
        let mut members = Vec::new();
        self.blanks();
        if self.takes("}") {
            return Ok(Kind::Object(members));
        }
        loop {
            self.blanks();
            let start = self.at;
            let key = self.string()?;
            self.need(":")?;
            members.push(Member { key, start, value: self.value()? });
            self.blanks();
            if self.takes("}") {
                return Ok(Kind::Object(members));
            }
            self.need(",")?;
        }
    }

    fn list(&mut self) -> Result<Kind, usize> {
        let mut items = Vec::new();
        self.blanks();
        if self.takes("]") {
            return Ok(Kind::List(items));
        }
        loop {
            items.push(self.value()?);
            self.blanks();
            if self.takes("]") {
                return Ok(Kind::List(items));
            }
            self.need(",")?;
        }
    }

    fn number(&mut self) -> Result<Kind, usize> {
        let length = self.rest().find(|sign: char| !sign.is_ascii_digit() && !"+-.eE".contains(sign)).unwrap_or(self.rest().len());
        let written = self.rest().get(..length).unwrap_or_default().to_owned();
        if serde_json::from_str::<serde_json::Number>(&written).is_err() {
            return Err(self.at);
        }
        self.at += length;
        Ok(Kind::Number(written))
    }

    /// A text. Its escapes are read by the same library that writes them.
    fn string(&mut self) -> Result<String, usize> {
        let start = self.at;
        if !self.takes("\"") {
            return Err(start);
        }
        loop {
            let Some(length) = self.rest().find(['"', '\\']) else { return Err(start) };
            self.at += length + 1;
            if self.text.as_bytes().get(self.at - 1) == Some(&b'"') {
                break;
            }
            // What is escaped may be a quotation mark; it is at least one sign.
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        }
        serde_json::from_str(self.text.get(start..self.at).unwrap_or_default()).map_err(|_| start)
    }
}
