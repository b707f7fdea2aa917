//! Cuts a rule text into ids, words, numbers, signs and what stands in quotation marks.

use super::vocabulary::{Element, Holds, Vocabulary, length_at};
use super::{Doubt, Unread, Why};
use crate::rule::Sign;
use std::ops::Range;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    pub kind: Kind,
    /// Where it stands, with the name that follows an id.
    pub span: Range<usize>,
    /// Whether a line begins with it.
    pub begins_line: bool,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A field or group by its FIM id, with its name.
    Element(String),
    /// What stands in quotation marks.
    Quoted(String),
    /// Digits, possibly with a decimal sign.
    Number(String),
    /// A day, `30.02.2019`.
    Day(String),
    /// A word in small letters; common abbreviations with their points.
    Word(String),
    /// A sign of comparison.
    Sign(Sign),
    Comma,
    /// `.` or `;`
    Stop,
    Colon,
    Dash,
    Open,
    Close,
}

/// The pieces of a text, and names in it that are not those of the schema.
pub struct Tokens {
    pub tokens: Vec<Token>,
    pub doubts: Vec<Doubt>,
}

/// No name in quotation marks is longer.
const LONGEST_NAME: usize = 160;

const DOUBLE: [char; 6] = ['"', '„', '“', '”', '»', '«'];
const SINGLE: [char; 8] = ['\'', '‚', '‘', '’', '›', '‹', '`', '´'];

/// Words that are written with points or strokes inside, and how they are spelled.
const ABBREVIATIONS: [(&str, &str); 9] = [
    ("d.h.", "d.h."),
    ("d. h.", "d.h."),
    ("z.b.", "z.b."),
    ("z. b.", "z.b."),
    ("bzw.", "bzw."),
    ("ggf.", "ggf."),
    ("und/oder", "und/oder"),
    ("und / oder", "und/oder"),
    ("min.", "mindestens"),
];

/// The longer before those with which they begin.
const SIGNS: [(&str, Sign); 13] = [
    ("<>", Sign::Unequal),
    ("!=", Sign::Unequal),
    ("≠", Sign::Unequal),
    ("<=", Sign::LessOrEqual),
    ("=<", Sign::LessOrEqual),
    ("≤", Sign::LessOrEqual),
    (">=", Sign::GreaterOrEqual),
    ("=>", Sign::GreaterOrEqual),
    ("≥", Sign::GreaterOrEqual),
    ("==", Sign::Equal),
    ("=", Sign::Equal),
    ("<", Sign::Less),
    (">", Sign::Greater),
];

/// Cuts a text.
pub fn tokens(text: &str, vocabulary: &Vocabulary) -> Result<Tokens, Unread> {
    let mut lexer = Lexer { text, vocabulary, at: 0, tokens: Vec::new(), doubts: Vec::new() };
    loop {
        let begins_line = lexer.skip_space();
        if lexer.rest().is_empty() {
            return Ok(Tokens { tokens: lexer.tokens, doubts: lexer.doubts });
        }
        let start = lexer.at;
        if let Some(kind) = lexer.next()? {
            lexer.tokens.push(Token { kind, span: start..lexer.at, begins_line });
        }
    }
}

struct Lexer<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    at: usize,
    tokens: Vec<Token>,
    doubts: Vec<Doubt>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Passes white space; whether a line ended in it.
    fn skip_space(&mut self) -> bool {
        let rest = self.rest();
        let blank = rest.get(..rest.len() - rest.trim_start().len()).unwrap_or_default();
        self.at += blank.len();
        self.at == 0 || blank.contains(['\n', '\r'])
    }

    /// The piece that is next; `None` for a quotation mark that belongs to nothing.
    fn next(&mut self) -> Result<Option<Kind>, Unread> {
        let rest = self.rest();
        if let Some((id, length)) = id_at(rest) {
            return self.element(id, length).map(Some);
        }
        if let Some((length, word)) = ABBREVIATIONS.iter().find_map(|(written, word)| Some((abbreviation_at(rest, written)?, word))) {
            self.at += length;
            return Ok(Some(Kind::Word((*word).to_owned())));
        }
        if let Some((written, sign)) = SIGNS.iter().find(|(written, _)| rest.starts_with(written)) {
            self.at += written.len();
            return Ok(Some(Kind::Sign(*sign)));
        }
        match rest.chars().next() {
            Some(mark) if is_quotation_mark(mark) => Ok(self.quoted(mark)),
            Some(first) if first.is_alphanumeric() => Ok(Some(self.word())),
            Some(sign) => {
                let start = self.at;
                self.at += sign.len_utf8();
                let kind = match sign {
                    ',' => Kind::Comma,
                    '.' | ';' => Kind::Stop,
                    ':' => Kind::Colon,
                    '-' | '–' | '—' | '•' | '*' => Kind::Dash,
                    '(' | '[' => Kind::Open,
                    ')' | ']' => Kind::Close,
                    _ => return Err(Unread { at: start..self.at, why: Why::NotUnderstood }),
                };
                Ok(Some(kind))
            }
            None => Ok(None),
        }
    }

    fn word(&mut self) -> Kind {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        let mut end = 0;
        for (at, character) in rest.char_indices() {
            let joins = matches!(character, '.' | ',') && at > 0 && digit(at - 1) && digit(at + 1);
            let hyphen = character == '-' && rest.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
            if !(character.is_alphanumeric() || joins || hyphen && at > 0) {
                break;
            }
            end = at + character.len_utf8();
        }
        let word = rest.get(..end).unwrap_or_default();
        self.at += end;
        let is_numeric = word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
        match word.matches('.').count() {
            _ if !is_numeric => Kind::Word(word.to_lowercase()),
            2 => Kind::Day(word.to_owned()),
            _ => Kind::Number(word.to_owned()),
        }
    }

    /// What stands in quotation marks. A mark before an id or after a word, or one that is never closed, belongs to nothing.
    fn quoted(&mut self, mark: char) -> Option<Kind> {
        let before = self.text.get(..self.at).and_then(|text| text.chars().next_back());
        self.at += mark.len_utf8();
        let rest = self.rest();
        let closes = before.is_some_and(|before| before.is_alphanumeric() || before == ')') && !rest.starts_with(char::is_alphanumeric);
        if closes || id_at(rest.trim_start()).is_some() {
            return None;
        }
        let (content, length) = self.content(mark)?;
        self.at += length;
        Some(Kind::Quoted(content))
    }

    /// What stands before the closing mark, and how long it is with the mark.
    fn content(&self, mark: char) -> Option<(String, usize)> {
        let rest = self.rest();
        let family: &[char] = if DOUBLE.contains(&mark) { &DOUBLE } else { &SINGLE };
        let end = rest.find(family)?;
        let content = rest.get(..end)?;
        let holds_id = content.char_indices().any(|(at, _)| content.get(at..).is_some_and(|rest| id_at(rest).is_some()));
        let is_name = !holds_id && !content.contains(['\n', '\r']) && content.len() <= LONGEST_NAME && !content.trim().is_empty();
        let closing = rest.get(end..)?.chars().next()?.len_utf8();
        is_name.then(|| (content.trim().to_owned(), end + closing))
    }

    fn element(&mut self, id: &str, length: usize) -> Result<Kind, Unread> {
        let start = self.at;
        self.at += length;
        let Some(element) = self.vocabulary.get(id) else {
            return Err(Unread { at: start..self.at, why: Why::UnknownElement });
        };
        self.skip_closing_mark();
        let rest = self.rest().trim_start();
        let blank = self.rest().len() - rest.len();
        let mark = rest.chars().next().filter(|mark| is_quotation_mark(*mark) || matches!(mark, '(' | ':' | '-' | '–'));
        let behind = mark.map_or(rest, |mark| rest.get(mark.len_utf8()..).unwrap_or_default());
        let inner = behind.trim_start();
        let skipped = blank + rest.len() - inner.len();
        let name = element.name_at(inner);
        let closed = name.and_then(|name| Some(name + closing_at(inner.get(name..)?)?));
        let is_quoted = mark.is_some_and(is_quotation_mark);
        match (mark, closed, name) {
            (Some(_), Some(closed), _) => self.at += skipped + closed,
            (Some(mark), ..) if is_quoted && self.takes_other_name(id, element, mark, blank)? => {}
            (mark, _, Some(name)) if mark != Some('(') => {
                self.at += skipped + name;
                self.skip_closing_mark();
            }
            _ => {}
        }
        Ok(Kind::Element(id.to_owned()))
    }

    /// A quotation mark that stands directly behind a word closes something, whether it was opened or not.
    fn skip_closing_mark(&mut self) {
        let mut rest = self.rest().chars();
        if let (Some(mark), next) = (rest.next(), rest.next())
            && is_quotation_mark(mark)
            && !next.is_some_and(|next| next.is_alphanumeric() || next == '(')
        {
            self.at += mark.len_utf8();
        }
    }

    /// Takes a name in quotation marks that is not the element's own, if what follows shows that it is a name and no value. It must not be
    /// another's.
    fn takes_other_name(&mut self, id: &str, element: &Element, mark: char, blank: usize) -> Result<bool, Unread> {
        let before = self.at;
        self.at += blank + mark.len_utf8();
        let Some((said, length)) = self.content(mark) else {
            self.at = before;
            return Ok(false);
        };
        let at = self.at..self.at + length;
        self.at += length;
        if self.vocabulary.is_anothers(id, &said) {
            return Err(Unread { at, why: Why::NameOfAnother });
        }
        let has_values = matches!(element.holds, Holds::Codes(_) | Holds::Truth);
        if element.holds != Holds::Elements && !follows_a_name(self.rest(), has_values) {
            self.at = before;
            return Ok(false);
        }
        let doubt = Doubt::Name { id: id.to_owned(), said };
        if !self.doubts.contains(&doubt) {
            self.doubts.push(doubt);
        }
        Ok(true)
    }
}

/// Whether this goes on after the name of an element. After a value there would stand a verb of choosing: `F00000463 "Sonstiges" ausgewählt`;
/// where the element has values to choose from, a list may go on after one too.
fn follows_a_name(rest: &str, has_values: bool) -> bool {
    const NAME: [&str; 15] = [
        "befüllt",
        "ausgefüllt",
        "gefüllt",
        "leer",
        "unbefüllt",
        "gleich",
        "ungleich",
        "den",
        "der",
        "einen",
        "keinen",
        "muss",
        "müssen",
        "darf",
        "dürfen",
    ];
    const LIST: [&str; 4] = ["und", "oder", "sowie", "noch"];
    let rest = rest.trim_start();
    let begins_with = |rest: &str, words: &[&str]| words.iter().any(|word| length_at(rest, word).is_some());
    let goes_on = !has_values && (rest.starts_with(',') || begins_with(rest, &LIST));
    let is_compared = SIGNS.iter().any(|(written, _)| rest.starts_with(written));
    let is_followed_by_value = rest.starts_with(|first: char| first.is_ascii_digit() || is_quotation_mark(first));
    let verb = length_at(rest, "nicht").map_or(rest, |not| rest.get(not..).unwrap_or_default().trim_start());
    goes_on || is_compared || is_followed_by_value || begins_with(verb, &NAME)
}

fn is_quotation_mark(character: char) -> bool {
    DOUBLE.contains(&character) || SINGLE.contains(&character)
}

/// The length of a closing mark or parenthesis, with blanks before it.
fn closing_at(rest: &str) -> Option<usize> {
    let inner = rest.trim_start_matches(' ');
    let mark = inner.chars().next().filter(|mark| is_quotation_mark(*mark) || *mark == ')')?;
    Some(rest.len() - inner.len() + mark.len_utf8())
}

fn abbreviation_at(rest: &str, written: &str) -> Option<usize> {
    if written.ends_with('.') {
        let head = rest.get(..written.len())?;
        return (head.to_lowercase() == written).then_some(written.len());
    }
    length_at(rest, written)
}

/// The FIM id of a field or group with which a text begins, and its length with the version that may follow (`F00000463V1.0`).
pub(super) fn id_at(rest: &str) -> Option<(&str, usize)> {
    let digits = rest.strip_prefix(['F', 'G'])?.bytes().take_while(u8::is_ascii_digit).count();
    let id = rest.get(..1 + digits).filter(|_| (4..=14).contains(&digits))?;
    let after = rest.get(id.len()..)?;
    let version = after.strip_prefix(" V").filter(|version| version.starts_with(|first: char| first.is_ascii_digit()));
    let blank = usize::from(version.is_some());
    let version = version.or_else(|| after.strip_prefix('V')).map_or(0, |version| {
        let length = version.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        // A point at its end is the sentence's.
        blank + 1 + version.get(..length).map_or(0, |version| version.trim_end_matches('.').len())
    });
    let goes_on = after.get(version..)?.starts_with(char::is_alphanumeric);
    (!goes_on && version != 1).then_some((id, id.len() + version))
}
