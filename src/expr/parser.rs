//! Text → syntax tree.

mod forms;
mod operators;
mod postfix;
mod primary;
#[cfg(test)]
mod tests;
mod unary;
mod words;

use super::fault::{Expected, SyntaxError, SyntaxFault};
use super::lexer::Cursor;
use super::limits::{BRACKET_DEPTH, TEXT_LENGTH};
use super::names::Names;
use super::span::Span;
use super::tree::{Node, NodeKind, Tests, Tree, UnaryTests};
use std::sync::Arc;

/// Parses an expression. `names` are the names of several words that it may use.
///
/// # Errors
/// The first place where the text is no expression.
pub fn parse(text: &str, names: &Names) -> Result<Tree, SyntaxError> {
    let root = Parser::whole(text, names, Parser::expressions)?;
    Ok(Tree { root: Arc::new(root) })
}

/// Parses unary tests as they stand in the cells of a decision table: `-`, `"a", "b"`, `< 10`, `[1..5]`, `not("a")`, `? > 5`.
///
/// # Errors
/// The first place where the text is no test.
pub fn parse_unary_tests(text: &str, names: &Names) -> Result<UnaryTests, SyntaxError> {
    let tests = Parser::whole(text, names, Parser::unary_tests)?;
    Ok(UnaryTests { tests: Arc::new(tests) })
}

/// Parses a range in which an open end may be left out, as the function `range` takes it.
pub(super) fn parse_range(text: &str) -> Result<Tree, SyntaxError> {
    let names = Names::new();
    let root = Parser::whole(text, &names, |parser| {
        parser.ends_may_lack = true;
        parser.item()
    })?;
    Ok(Tree { root: Arc::new(root) })
}

type Parsed<T = Node> = Result<T, SyntaxError>;

struct Parser<'a> {
    cursor: Cursor<'a>,
    /// Names from outside.
    known: &'a Names,
    /// Names that the expression itself brings up: entries, parameters, iterators.
    own: Names,
    nesting: usize,
    /// Whether `?` was met since this was last set to false.
    uses_input: bool,
    /// Whether the end of a range is being read, where `[` may close it.
    in_range_end: bool,
    /// Whether the ends of a range may be left out.
    ends_may_lack: bool,
}

impl<'a> Parser<'a> {
    fn whole<T>(text: &'a str, names: &'a Names, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let mut parser = Self {
            cursor: Cursor::new(text),
            known: names,
            own: Names::new(),
            nesting: 0,
            uses_input: false,
            in_range_end: false,
            ends_may_lack: false,
        };
        if text.len() > TEXT_LENGTH {
            return Err(parser.cursor.fault_here(text.len(), SyntaxFault::TooLong));
        }
        parser.cursor.skip_space()?;
        if parser.cursor.rest().is_empty() {
            return Err(parser.cursor.fault_here(0, SyntaxFault::Empty));
        }
        let result = read(&mut parser)?;
        parser.cursor.skip_space()?;
        if parser.cursor.rest().is_empty() { Ok(result) } else { Err(parser.leftover()) }
    }

    /// The fault of text that goes on after a whole expression.
    fn leftover(&self) -> SyntaxError {
        let before = self.cursor.text.get(..self.cursor.position).unwrap_or("").trim_end();
        let word_before = before.rsplit(|character| !super::names::is_name_part(character)).next().unwrap_or("");
        let word = self.cursor.word();
        if word.is_empty() || !word_before.starts_with(super::names::is_name_start) {
            return self.cursor.unexpected(Expected::Operator);
        }
        let span = Span::new(before.len() - word_before.len(), self.cursor.position + word.len());
        SyntaxError { span, fault: SyntaxFault::UnknownWords(span.of(self.cursor.text).to_owned()) }
    }

    /// The whole text: an expression, or several with commas between them, which make a list.
    fn expressions(&mut self) -> Parsed {
        let start = self.start()?;
        let first = self.item()?;
        let mut items = vec![first];
        while self.take(",")? {
            items.push(self.item()?);
        }
        match items.pop() {
            Some(only) if items.is_empty() => Ok(only),
            last => {
                items.extend(last);
                self.node(NodeKind::List(items), start)
            }
        }
    }

    /// An expression one level further in.
    fn expression(&mut self) -> Parsed {
        self.nested(|parser| parser.binary(operators::Level::Or))
    }

    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.nesting >= BRACKET_DEPTH {
            return Err(self.cursor.fault_here(0, SyntaxFault::TooDeep));
        }
        self.nesting += 1;
        let result = read(self);
        self.nesting -= 1;
        result
    }

    /// Reads with [`Self::in_range_end`] set so, and puts it back.
    fn with_range_end<T>(&mut self, in_range_end: bool, read: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        let before = std::mem::replace(&mut self.in_range_end, in_range_end);
        let result = read(self);
        self.in_range_end = before;
        result
    }

    /// Wraps up a part that began at `start` and ends here.
    fn node(&self, kind: NodeKind, start: usize) -> Parsed {
        let span = Span::new(start, self.cursor.end_of_piece());
        Node::new(kind, span).ok_or(SyntaxError { span, fault: SyntaxFault::TooDeep })
    }

    /// Passes white space and tells where the next piece starts.
    fn start(&mut self) -> Parsed<usize> {
        self.cursor.skip_space()?;
        Ok(self.cursor.position)
    }

    /// Passes white space and the sign, which must be next.
    fn expect(&mut self, sign: &'static str) -> Parsed<()> {
        self.cursor.skip_space()?;
        if self.cursor.take(sign) { Ok(()) } else { Err(self.missing(Expected::Word(sign))) }
    }

    /// Passes white space and the word, which must be next.
    fn expect_word(&mut self, word: &'static str) -> Parsed<()> {
        self.cursor.skip_space()?;
        if self.cursor.take_word(word) { Ok(()) } else { Err(self.missing(Expected::Word(word))) }
    }

    /// The fault that this was expected; two names side by side are told as such.
    fn missing(&self, expected: Expected) -> SyntaxError {
        match self.leftover() {
            error @ SyntaxError { fault: SyntaxFault::UnknownWords(_), .. } => error,
            _ => self.cursor.unexpected(expected),
        }
    }

    /// Passes white space, and the sign if it is next.
    fn take(&mut self, sign: &str) -> Parsed<bool> {
        self.cursor.skip_space()?;
        Ok(self.cursor.take(sign))
    }

    /// Reads pieces with commas between them up to the closing sign, which is passed.
    fn separated<T>(&mut self, close: &'static str, mut read: impl FnMut(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        self.with_range_end(false, |parser| {
            let mut pieces = Vec::new();
            if parser.take(close)? {
                return Ok(pieces);
            }
            loop {
                pieces.push(read(parser)?);
                if !parser.take(",")? {
                    parser.expect(close)?;
                    return Ok(pieces);
                }
            }
        })
    }
}

/// Reads all tests of a cell.
impl Parser<'_> {
    fn unary_tests(&mut self) -> Parsed<Tests> {
        let before = self.cursor.clone();
        if self.cursor.take("-") {
            self.cursor.skip_space()?;
            if self.cursor.rest().is_empty() {
                return Ok(Tests { negated: false, tests: Vec::new() });
            }
            self.cursor = before;
        }
        let mut tests = vec![self.test()?];
        while self.take(",")? {
            tests.push(self.test()?);
        }
        Ok(Tests { negated: false, tests })
    }
}
