//! A quick reader for the text that we write ourselves: a strict part of RON, without comments, names of structs and raw strings.
//!
//! It only ever says yes or "look closer": whatever is unusual or wrong is left to ron, whose word counts, and which tells
//! place and reason. What it reads, ron reads alike; the tests hold both against each other.

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use std::fmt;

/// Brackets lie no deeper in each other; the rest is ron's.
const DEEPEST: usize = 128;

/// What a text says; `None` if ron has to look at it.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = T::deserialize(&mut reader).ok()?;
    reader.skip_space();
    (reader.at == text.len()).then_some(value)
}

/// Ron has to look closer.
#[derive(Debug)]
struct Closer;

impl fmt::Display for Closer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not in the usual form")
    }
}

impl std::error::Error for Closer {}

impl serde::de::Error for Closer {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Reader<'de> {
    text: &'de str,
    /// Always at the border of a character.
    at: usize,
    depth: usize,
}

impl<'de> Reader<'de> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'de str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n')) {
            self.at += 1;
        }
    }

    /// Takes this mark, which is ASCII, after any space.
    fn take(&mut self, mark: u8) -> bool {
        self.skip_space();
        let is_there = self.peek() == Some(mark);
        self.at += usize::from(is_there);
        is_there
    }

    fn need(&mut self, mark: u8) -> Result<(), Closer> {
        if self.take(mark) { Ok(()) } else { Err(Closer) }
    }

    /// Takes the characters, all of them ASCII, that belong to a word or number.
    fn word(&mut self, belongs: impl Fn(u8) -> bool) -> Result<&'de str, Closer> {
        self.skip_space();
        let rest = self.rest();
        let length = rest.bytes().take_while(|byte| belongs(*byte)).count();
        self.at += length;
        rest.get(..length).filter(|word| !word.is_empty()).ok_or(Closer)
    }

    fn name(&mut self) -> Result<&'de str, Closer> {
        let name = self.word(|byte| byte.is_ascii_alphanumeric() || byte == b'_')?;
        if name.starts_with(|first: char| first.is_ascii_digit()) { Err(Closer) } else { Ok(name) }
    }

    fn whole<N: std::str::FromStr>(&mut self) -> Result<N, Closer> {
        let digits = self.word(|byte| byte.is_ascii_digit() || byte == b'-')?;
        if self.peek().is_some_and(|next| !matches!(next, b',' | b')' | b']')) { Err(Closer) } else { digits.parse().map_err(|_| Closer) }
    }

    fn number(&mut self) -> Result<f64, Closer> {
        let digits = self.word(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.' | b'e' | b'E' | b'+'))?;
        let is_plain = digits.trim_start_matches('-').starts_with(|first: char| first.is_ascii_digit()) && !digits.ends_with('.');
        if is_plain { digits.parse().map_err(|_| Closer) } else { Err(Closer) }
    }

    fn string(&mut self) -> Result<std::borrow::Cow<'de, str>, Closer> {
        self.need(b'"')?;
        let mut whole = String::new();
        loop {
            let rest = self.rest();
            let length = rest.find(['"', '\\']).ok_or(Closer)?;
            let (plain, marked) = rest.split_at(length);
            self.at += length + 1;
            if marked.starts_with('"') {
                return Ok(if whole.is_empty() { plain.into() } else { (whole + plain).into() });
            }
            whole.push_str(plain);
            whole.push(self.escape()?);
        }
    }

    /// The character that an escape stands for, behind its backslash.
    fn escape(&mut self) -> Result<char, Closer> {
        let sign = self.peek().ok_or(Closer)?;
        self.at += usize::from(sign.is_ascii());
        match sign {
            b'"' | b'\\' | b'\'' => Ok(char::from(sign)),
            b'n' => Ok('\n'),
            b't' => Ok('\t'),
            b'r' => Ok('\r'),
            b'0' => Ok('\0'),
            b'u' => {
                let (code, _) = self.rest().strip_prefix('{').and_then(|code| code.split_once('}')).ok_or(Closer)?;
                self.at += code.len() + 2;
                let is_hexadecimal = (1..=6).contains(&code.len()) && code.bytes().all(|digit| digit.is_ascii_hexdigit());
                u32::from_str_radix(code, 16).ok().filter(|_| is_hexadecimal).and_then(char::from_u32).ok_or(Closer)
            }
            _ => Err(Closer),
        }
    }

    /// Reads what stands in brackets.
    fn inside<T>(&mut self, open: u8, close: u8, read: impl FnOnce(&mut Self) -> Result<T, Closer>) -> Result<T, Closer> {
        self.need(open)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Closer);
        }
        let value = read(self)?;
        self.depth -= 1;
        self.need(close)?;
        Ok(value)
    }
}

macro_rules! numbers {
    ($($function:ident $visit:ident $how:ident)*) => {$(
        fn $function<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Closer> {
            visitor.$visit(self.$how()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Closer;

    numbers! {
        deserialize_u8 visit_u8 whole
        deserialize_u16 visit_u16 whole
        deserialize_u32 visit_u32 whole
        deserialize_u64 visit_u64 whole
        deserialize_i64 visit_i64 whole
        deserialize_f64 visit_f64 number
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Closer> {
        match self.name()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Closer),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Closer> {
        match self.string()? {
            std::borrow::Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            std::borrow::Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Closer> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Closer> {
        visitor.visit_borrowed_str(self.name()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Closer> {
        match self.name()? {
            "None" => visitor.visit_none(),
            "Some" if self.peek() == Some(b'(') => self.inside(b'(', b')', |reader| visitor.visit_some(reader)),
            _ => Err(Closer),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Closer> {
        self.inside(b'[', b']', |reader| visitor.visit_seq(List { reader, close: b']', is_first: true }))
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Closer> {
        self.inside(b'(', b')', |reader| visitor.visit_map(List { reader, close: b')', is_first: true }))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Closer> {
        visitor.visit_enum(Variant(self))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Closer> {
        Err(Closer)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct map ignored_any
    }
}

/// Elements or fields between brackets, with commas between them and perhaps one behind the last.
struct List<'a, 'de> {
    reader: &'a mut Reader<'de>,
    close: u8,
    is_first: bool,
}

impl List<'_, '_> {
    fn has_next(&mut self) -> Result<bool, Closer> {
        let is_parted = std::mem::take(&mut self.is_first) || self.reader.take(b',');
        self.reader.skip_space();
        let is_over = self.reader.peek() == Some(self.close);
        if is_over || is_parted { Ok(!is_over) } else { Err(Closer) }
    }
}

impl<'de> SeqAccess<'de> for List<'_, 'de> {
    type Error = Closer;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Closer> {
        if self.has_next()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for List<'_, 'de> {
    type Error = Closer;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Closer> {
        if !self.has_next()? {
            return Ok(None);
        }
        let name = self.reader.name()?;
        seed.deserialize(name.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Closer> {
        self.reader.need(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// One of several kinds, with what it holds.
struct Variant<'a, 'de>(&'a mut Reader<'de>);

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Closer;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Closer> {
        let name = self.0.name()?;
        Ok((seed.deserialize(name.into_deserializer())?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Closer;

    fn unit_variant(self) -> Result<(), Closer> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Closer> {
        self.0.inside(b'(', b')', |reader| seed.deserialize(reader))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Closer> {
        self.0.inside(b'(', b')', |reader| visitor.visit_seq(List { reader, close: b')', is_first: true }))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Closer> {
        self.0.inside(b'(', b')', |reader| visitor.visit_map(List { reader, close: b')', is_first: true }))
    }
}
