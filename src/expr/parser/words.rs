//! Names, keys and types.

use super::super::builtin;
use super::super::fault::{Expected, SyntaxFault};
use super::super::names::{self, Names};
use super::super::span::Span;
use super::super::types::{Fields, Type};
use super::{Parsed, Parser};
use std::sync::{Arc, LazyLock};

/// Names of several words among the properties of values.
static PROPERTIES: LazyLock<Names> = LazyLock::new(|| ["time offset", "start included", "end included"].into_iter().collect());

/// Words that start or join other parts and so are no names by themselves.
const RESERVED: [&str; 12] = ["and", "between", "else", "every", "for", "if", "in", "or", "return", "satisfies", "some", "then"];

/// Types by name, the longer first where one starts with another.
const TYPES: [(&str, Type); 13] = [
    ("Any", Type::Any),
    ("Null", Type::Null),
    ("null", Type::Null),
    ("boolean", Type::Boolean),
    ("number", Type::Number),
    ("string", Type::Text),
    ("date and time", Type::DateTime),
    ("dateTime", Type::DateTime),
    ("date", Type::Date),
    ("time", Type::Time),
    ("days and time duration", Type::DayTimeDuration),
    ("day and time duration", Type::DayTimeDuration),
    ("years and months duration", Type::YearMonthDuration),
];

impl Parser<'_> {
    /// The name that is next, at the start of an expression.
    pub(super) fn name(&mut self) -> Parsed<(Arc<str>, Span)> {
        let built_in = builtin::names();
        if let Some(found) = self.known_name(&[self.known, &self.own, built_in]) {
            return Ok(self.pass_name(found));
        }
        let word = self.cursor.word();
        if word.is_empty() || RESERVED.contains(&word) {
            return Err(self.cursor.unexpected(Expected::Expression));
        }
        Ok(self.pass_name((Arc::from(word), self.cursor.position + word.len())))
    }

    /// The name that is next, after a point.
    pub(super) fn name_in_path(&mut self) -> Parsed<(Arc<str>, Span)> {
        if let Some(found) = self.known_name(&[self.known, &self.own, &PROPERTIES]) {
            return Ok(self.pass_name(found));
        }
        let word = self.cursor.word();
        if word.is_empty() {
            return Err(self.cursor.unexpected(Expected::Name));
        }
        Ok(self.pass_name((Arc::from(word), self.cursor.position + word.len())))
    }

    fn pass_name(&mut self, (name, end): (Arc<str>, usize)) -> (Arc<str>, Span) {
        let span = Span::new(self.cursor.position, end);
        self.cursor.position = end;
        (name, span)
    }

    /// The longest known name of several words that is next, and where it ends.
    fn known_name(&self, known: &[&Names]) -> Option<(Arc<str>, usize)> {
        let mut cursor = self.cursor.clone();
        let (mut normal, mut longest) = (String::new(), None);
        loop {
            let piece = match cursor.peek()? {
                first if names::is_name_start(first) => cursor.word(),
                first if names::is_name_part(first) && !normal.is_empty() => digits(cursor.rest()),
                sign if names::is_name_sign(sign) && !normal.is_empty() => cursor.rest().get(..1)?,
                _ => return longest,
            };
            normal = names::normal_form(&format!("{normal} {piece}"));
            cursor.position += piece.len();
            if let Some(name) = known.iter().find_map(|names| names.get(&normal)) {
                longest = Some((Arc::clone(name), cursor.position));
            }
            let rest = cursor.rest();
            cursor.position += rest.len() - rest.trim_start_matches(names::is_space).len();
            if cursor.rest().is_empty() || !known.iter().any(|names| names.has_prefix(&normal)) {
                return longest;
            }
        }
    }

    /// A name or quoted text with a colon after it, both passed; nothing is passed where there is none.
    pub(super) fn key(&mut self) -> Parsed<Option<(Arc<str>, Span)>> {
        let start = self.start()?;
        let before = self.cursor.clone();
        let quoted = self.cursor.peek() == Some('"');
        let name = if quoted { self.cursor.quoted()? } else { self.words_until(&[":"])? };
        let end = start + before.rest().get(..self.cursor.position - start).unwrap_or("").trim_end().len();
        if (name.is_empty() && !quoted) || !self.take(":")? {
            self.cursor = before;
            return Ok(None);
        }
        self.own.insert(&name);
        Ok(Some((Arc::from(name), Span::new(start, end))))
    }

    /// A new name: words and signs up to one of the stops (a word or a sign), which is not passed. Empty where no stop comes.
    fn words_until(&mut self, stops: &[&str]) -> Parsed<String> {
        let start = self.start()?;
        let mut end = start;
        loop {
            self.cursor.skip_space()?;
            let (rest, word) = (self.cursor.rest(), self.cursor.word());
            let stops_here = stops.iter().any(|stop| *stop == word || (word.is_empty() && rest.starts_with(stop)));
            if stops_here {
                return Ok(names::normal_form(Span::new(start, end).of(self.cursor.text)));
            }
            match self.cursor.peek() {
                Some(_) if !word.is_empty() => self.cursor.position += word.len(),
                Some(first) if end > start && (names::is_name_part(first) || names::is_name_sign(first)) => {
                    self.cursor.position += first.len_utf8();
                }
                _ => return Ok(String::new()),
            }
            end = self.cursor.position;
        }
    }

    /// A new name before one of the stops, which is not passed.
    pub(super) fn new_name(&mut self, stops: &[&str]) -> Parsed<Arc<str>> {
        let start = self.start()?;
        let name = self.words_until(stops)?;
        if name.is_empty() {
            self.cursor.position = start;
            return Err(self.cursor.unexpected(Expected::Name));
        }
        self.own.insert(&name);
        Ok(Arc::from(name))
    }

    /// The type that is next: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`, `range<date>`.
    pub(super) fn type_name(&mut self) -> Parsed<Type> {
        self.cursor.skip_space()?;
        for (name, of) in TYPES {
            if self.take_words(name)? {
                return Ok(of);
            }
        }
        let before = self.cursor.clone();
        let word = self.cursor.word();
        self.cursor.position += word.len();
        match word {
            "list" => Ok(Type::list(self.type_parameter()?)),
            "range" => Ok(Type::Range(Arc::new(self.type_parameter()?))),
            "context" => self.context_type(),
            "function" => self.function_type(),
            "" => Err(self.cursor.unexpected(Expected::Type)),
            unknown => Err(before.fault_here(unknown.len(), SyntaxFault::UnknownType(unknown.to_owned()))),
        }
    }

    /// Passes these words if they are next, with any white space between them.
    fn take_words(&mut self, words: &str) -> Parsed<bool> {
        let before = self.cursor.clone();
        for word in words.split(' ') {
            self.cursor.skip_space()?;
            if !self.cursor.take_word(word) {
                self.cursor = before;
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn type_parameter(&mut self) -> Parsed<Type> {
        if !self.take("<")? {
            return Ok(Type::Any);
        }
        let of = self.nested(Self::type_name)?;
        self.expect(">")?;
        Ok(of)
    }

    fn context_type(&mut self) -> Parsed<Type> {
        if !self.take("<")? {
            return Ok(Type::any_context());
        }
        let entries = self.separated(">", |parser| {
            let Some((name, _)) = parser.key()? else {
                return Err(parser.cursor.unexpected(Expected::Name));
            };
            Ok((name, parser.nested(Self::type_name)?))
        })?;
        Ok(Type::Context(Arc::new(Fields { entries, open: true })))
    }

    fn function_type(&mut self) -> Parsed<Type> {
        if !self.take("<")? {
            return Ok(Type::Function(None));
        }
        let parameters = self.separated(">", |parser| parser.nested(Self::type_name))?;
        self.expect("->")?;
        let result = self.nested(Self::type_name)?;
        Ok(Type::Function(Some(Arc::new((parameters, result)))))
    }
}

fn digits(rest: &str) -> &str {
    let end = rest.find(|character| !names::is_name_part(character)).unwrap_or(rest.len());
    rest.get(..end).unwrap_or("")
}
