//! Reads the text piece by piece. FEEL cannot be cut into words beforehand: what a name is depends on the names that are known.

use super::fault::{Expected, SyntaxError, SyntaxFault};
use super::names::{is_name_part, is_name_start, is_space};
use super::number::Number;
use super::span::Span;

/// A reading place in a text.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    pub text: &'a str,
    pub position: usize,
    /// The white space that was passed last: where it began and ended.
    gap: (usize, usize),
}

impl<'a> Cursor<'a> {
    /// The start of a text.
    pub const fn new(text: &'a str) -> Self {
        Self { text, position: 0, gap: (0, 0) }
    }

    /// Where the last piece ended, before white space that was passed since.
    pub const fn end_of_piece(&self) -> usize {
        if self.gap.1 == self.position { self.gap.0 } else { self.position }
    }

    /// What is still to be read.
    pub fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or("")
    }

    /// The next character, without passing it.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes white space and comments.
    pub fn skip_space(&mut self) -> Result<(), SyntaxError> {
        let start = self.position;
        self.skip_blanks_and_comments()?;
        if self.position > start {
            self.gap = (start, self.position);
        }
        Ok(())
    }

    fn skip_blanks_and_comments(&mut self) -> Result<(), SyntaxError> {
        loop {
            let rest = self.rest();
            let blank = rest.trim_start_matches(is_space);
            self.position += rest.len() - blank.len();
            if blank.starts_with("//") {
                self.position += blank.find(['\n', '\r']).unwrap_or(blank.len());
            } else if blank.starts_with("/*") {
                let Some(end) = blank.find("*/") else {
                    return Err(self.fault_here(blank.len(), SyntaxFault::UnclosedComment));
                };
                self.position += end + 2;
            } else {
                return Ok(());
            }
        }
    }

    /// Passes the sign if it is next.
    pub fn take(&mut self, sign: &str) -> bool {
        let found = self.rest().starts_with(sign);
        self.position += if found { sign.len() } else { 0 };
        found
    }

    /// The word (letters, digits, `_`) that is next, without passing it; empty where none is.
    pub fn word(&self) -> &'a str {
        let rest = self.rest();
        if !rest.starts_with(is_name_start) {
            return "";
        }
        let end = rest.find(|character| !is_name_part(character)).unwrap_or(rest.len());
        rest.get(..end).unwrap_or("")
    }

    /// Passes the word if it is next as a whole word.
    pub fn take_word(&mut self, word: &str) -> bool {
        let found = self.word() == word;
        self.position += if found { word.len() } else { 0 };
        found
    }

    /// Passes the number that is next; a single point belongs to it, two points are a range.
    pub fn number(&mut self) -> Result<Number, SyntaxError> {
        let rest = self.rest();
        let digits = |from: usize| rest.bytes().skip(from).take_while(u8::is_ascii_digit).count();
        let starts = |from: usize, signs: &[char]| rest.get(from..).is_some_and(|tail| tail.starts_with(signs));
        let mut end = digits(0);
        if starts(end, &['.']) && digits(end + 1) > 0 {
            end += 1 + digits(end + 1);
        }
        if starts(end, &['e', 'E']) {
            let sign = usize::from(starts(end + 1, &['+', '-']));
            let exponent = digits(end + 1 + sign);
            end += if exponent > 0 { 1 + sign + exponent } else { 0 };
        }
        let text = rest.get(..end).unwrap_or("");
        let number = Number::read(text).ok_or_else(|| self.fault_here(end, SyntaxFault::InvalidNumber(text.to_owned())))?;
        self.position += end;
        Ok(number)
    }

    /// Passes the text in quotes that is next, and undoes its escapes.
    pub fn quoted(&mut self) -> Result<String, SyntaxError> {
        let start = self.position;
        self.position += 1;
        let mut content = String::new();
        loop {
            let Some(character) = self.peek() else {
                let span = Span::new(start, self.text.len());
                return Err(SyntaxError { span, fault: SyntaxFault::UnclosedText });
            };
            self.position += character.len_utf8();
            match character {
                '"' => return Ok(content),
                '\\' => self.escape(&mut content)?,
                other => content.push(other),
            }
        }
    }

    /// What follows a backslash. A backslash before anything that is no escape stands for itself (`"\d"`).
    fn escape(&mut self, content: &mut String) -> Result<(), SyntaxError> {
        let plain = match self.peek() {
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(sign @ ('"' | '\'' | '\\')) => sign,
            Some('u') => return self.code_point(4, content),
            Some('U') => return self.code_point(6, content),
            _ => {
                content.push('\\');
                return Ok(());
            }
        };
        self.position += 1;
        content.push(plain);
        Ok(())
    }

    fn code_point(&mut self, digits: usize, content: &mut String) -> Result<(), SyntaxError> {
        let escape = self.rest().get(..=digits).unwrap_or("");
        let first = hexadecimal(escape.get(1..));
        if let Some(high @ 0xD800..=0xDBFF) = first
            && let Some(low @ 0xDC00..=0xDFFF) =
                self.rest().get(5..).filter(|tail| tail.starts_with("\\u")).and_then(|tail| hexadecimal(tail.get(2..6)))
        {
            content.extend(char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
            self.position += 11;
            return Ok(());
        }
        let Some(character) = first.and_then(char::from_u32) else {
            let length = escape.len().max(1);
            return Err(self.fault_here(length, SyntaxFault::InvalidEscape(format!("\\{escape}"))));
        };
        content.push(character);
        self.position += 1 + digits;
        Ok(())
    }

    /// A fault over the next `length` bytes.
    pub fn fault_here(&self, length: usize, fault: SyntaxFault) -> SyntaxError {
        SyntaxError { span: Span::new(self.position, self.position + length), fault }
    }

    /// The fault that something else was expected than what is next.
    pub fn unexpected(&self, expected: Expected) -> SyntaxError {
        let word = self.word();
        let found = if word.is_empty() { self.rest().get(..self.peek().map_or(0, char::len_utf8)).unwrap_or("") } else { word };
        if found.is_empty() {
            return self.fault_here(0, SyntaxFault::UnexpectedEnd(expected));
        }
        self.fault_here(found.len(), SyntaxFault::Unexpected { expected, found: found.to_owned() })
    }
}

fn hexadecimal(digits: Option<&str>) -> Option<u32> {
    let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}
