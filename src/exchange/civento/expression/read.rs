//! Reads an expression of civento: tokens, then terms by the strength of their signs.

use super::Unreadable;
use super::term::{Sign, Term};

/// Brackets, calls and signs before a term may lie so deep in each other.
const DEEPEST: usize = 60;
/// Most signs side by side: a chain of them is a tree as deep.
const LONGEST_CHAIN: usize = 400;

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(String),
    Text(String),
    /// A name, with dots: `V.Z.Hund.name`.
    Name(String),
    Sign(&'static str),
}

/// Signs, longer ones before those that they begin with.
const SIGNS: [&str; 19] = ["!=", "<>", "==", "<=", ">=", "&&", "||", "=", "<", ">", "+", "-", "*", "/", "(", ")", ",", "[", "]"];
const SIGNS_ALONE: [&str; 3] = ["!", ".", ";"];

/// Signs that bind alike, with what they mean; weakest first.
const LEVELS: [&[(&str, Sign)]; 5] = [
    &[("OR", Sign::Or), ("ODER", Sign::Or), ("||", Sign::Or)],
    &[("AND", Sign::And), ("UND", Sign::And), ("&&", Sign::And)],
    &[
        ("=", Sign::Equal),
        ("==", Sign::Equal),
        ("!=", Sign::Unequal),
        ("<>", Sign::Unequal),
        ("<=", Sign::LessOrEqual),
        (">=", Sign::GreaterOrEqual),
        ("<", Sign::Less),
        (">", Sign::Greater),
    ],
    &[("+", Sign::Plus), ("-", Sign::Minus)],
    &[("*", Sign::Times), ("/", Sign::Divide)],
];

/// The term that a text is.
pub(super) fn read(text: &str) -> Result<Term, Unreadable> {
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, at: 0, depth: 0, chain: 0 };
    let term = reader.level(0)?;
    reader.takes(";");
    if reader.at < tokens.len() { Err(reader.unreadable()) } else { Ok(term) }
}

/// The commands that a text is: terms with `;` between them.
pub(super) fn read_commands(text: &str) -> Result<Vec<Term>, Unreadable> {
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, at: 0, depth: 0, chain: 0 };
    let mut terms = Vec::new();
    while reader.at < tokens.len() {
        terms.push(reader.level(0)?);
        if !reader.takes(";") && reader.at < tokens.len() {
            return Err(reader.unreadable());
        }
    }
    Ok(terms)
}

fn tokens(text: &str) -> Result<Vec<Token>, Unreadable> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let unreadable = || Unreadable(rest.chars().take(20).collect());
        let (token, length) = if first.is_ascii_digit() {
            number(rest)
        } else if first == '"' || first == '\'' {
            quoted(rest, first).ok_or_else(unreadable)?
        } else if first.is_alphabetic() || first == '_' || first == '$' {
            name(rest)
        } else {
            let sign = SIGNS.iter().chain(&SIGNS_ALONE).find(|sign| rest.starts_with(**sign)).ok_or_else(unreadable)?;
            (Token::Sign(sign), sign.len())
        };
        found.push(token);
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    Ok(found)
}

/// Digits, with a point and more digits behind it.
fn number(text: &str) -> (Token, usize) {
    let digits = |text: &str| text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    let whole = digits(text);
    let fraction = text.get(whole..).and_then(|rest| rest.strip_prefix('.')).map_or(0, digits);
    let length = if fraction > 0 { whole + 1 + fraction } else { whole };
    (Token::Number(text.get(..length).unwrap_or_default().to_owned()), length)
}

/// A name and what its dots lead to. `$$name$$` is the same name.
fn name(text: &str) -> (Token, usize) {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == '$';
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        length += rest.find(|sign| !is_part(sign)).unwrap_or(rest.len());
        let behind = text.get(length..).unwrap_or_default();
        if !behind.strip_prefix('.').is_some_and(|behind| behind.starts_with(is_part)) {
            break;
        }
        length += 1;
    }
    (Token::Name(text.get(..length).unwrap_or_default().trim_matches('$').to_owned()), length)
}

/// A text between marks. A backslash before a mark, itself, `n` or `t` means that sign; before others it means itself.
fn quoted(rest: &str, mark: char) -> Option<(Token, usize)> {
    let mut text = String::new();
    let mut signs = rest.char_indices().skip(1).peekable();
    while let Some((at, sign)) = signs.next() {
        match (sign, signs.peek().map(|(_, next)| *next)) {
            ('\\', Some(next @ ('"' | '\'' | '\\' | 'n' | 't'))) => {
                text.push(match next {
                    'n' => '\n',
                    't' => '\t',
                    same => same,
                });
                signs.next();
            }
            _ if sign == mark => return Some((Token::Text(text), at + sign.len_utf8())),
            _ => text.push(sign),
        }
    }
    None
}

struct Reader<'t> {
    tokens: &'t [Token],
    at: usize,
    depth: usize,
    chain: usize,
}

impl Reader<'_> {
    fn unreadable(&self) -> Unreadable {
        Unreadable(match self.tokens.get(self.at) {
            Some(Token::Number(text) | Token::Name(text) | Token::Text(text)) => text.chars().take(20).collect(),
            Some(Token::Sign(sign)) => (*sign).to_owned(),
            None => String::new(),
        })
    }

    fn takes(&mut self, wanted: &str) -> bool {
        let found = match self.tokens.get(self.at) {
            Some(Token::Sign(sign)) => *sign == wanted,
            Some(Token::Name(word)) => word.eq_ignore_ascii_case(wanted),
            _ => false,
        };
        self.at += usize::from(found);
        found
    }

    fn needs(&mut self, wanted: &str) -> Result<(), Unreadable> {
        if self.takes(wanted) { Ok(()) } else { Err(self.unreadable()) }
    }

    /// One level deeper.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, Unreadable>) -> Result<T, Unreadable> {
        self.depth += 1;
        let read = if self.depth > DEEPEST { Err(self.unreadable()) } else { read(self) };
        self.depth -= 1;
        read
    }

    fn level(&mut self, level: usize) -> Result<Term, Unreadable> {
        let Some(signs) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.level(level + 1)?;
        while let Some((_, sign)) = signs.iter().find(|(written, _)| self.takes(written)) {
            self.chain += 1;
            if self.chain > LONGEST_CHAIN {
                return Err(self.unreadable());
            }
            left = Term::two(*sign, left, self.level(level + 1)?);
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Term, Unreadable> {
        self.deeper(|reader| {
            if reader.takes("!") {
                return Ok(Term::Not(Box::new(reader.unary()?)));
            }
            if reader.takes("NOT") || reader.takes("NICHT") {
                // Without brackets everything up to the next AND or OR is meant.
                let is_call = reader.tokens.get(reader.at) == Some(&Token::Sign("("));
                return Ok(Term::Not(Box::new(if is_call { reader.unary()? } else { reader.level(2)? })));
            }
            if reader.takes("-") {
                return Ok(Term::Minus(Box::new(reader.unary()?)));
            }
            reader.postfix()
        })
    }

    fn postfix(&mut self) -> Result<Term, Unreadable> {
        let mut term = self.primary()?;
        loop {
            if self.takes("[") {
                let index = self.deeper(|reader| reader.level(0))?;
                self.needs("]")?;
                term = Term::Element(Box::new(term), Box::new(index));
            } else if self.takes(".") {
                let Some(Token::Name(names)) = self.tokens.get(self.at) else { return Err(self.unreadable()) };
                self.at += 1;
                term = names.split('.').fold(term, |of, name| Term::Entry(Box::new(of), name.to_owned()));
            } else {
                return Ok(term);
            }
            self.chain += 1;
            if self.chain > LONGEST_CHAIN {
                return Err(self.unreadable());
            }
        }
    }

    fn primary(&mut self) -> Result<Term, Unreadable> {
        let token = self.tokens.get(self.at).cloned().ok_or_else(|| self.unreadable())?;
        self.at += 1;
        Ok(match token {
            Token::Number(number) => Term::Number(number),
            Token::Text(text) => Term::Text(text),
            Token::Sign("(") => {
                let inner = self.deeper(|reader| reader.level(0))?;
                self.needs(")")?;
                inner
            }
            Token::Name(name) if self.takes("(") => {
                let arguments = self.deeper(Self::arguments)?;
                called(name, arguments)
            }
            Token::Name(name) => named(name),
            Token::Sign(_) => {
                self.at -= 1;
                return Err(self.unreadable());
            }
        })
    }

    fn arguments(&mut self) -> Result<Vec<Term>, Unreadable> {
        let mut found = Vec::new();
        if self.takes(")") {
            return Ok(found);
        }
        loop {
            found.push(self.level(0)?);
            if self.takes(")") {
                return Ok(found);
            }
            // Lists of arguments are written with either.
            if !self.takes(",") && !self.takes(";") {
                return Err(self.unreadable());
            }
        }
    }
}

/// A name alone.
fn named(name: String) -> Term {
    match name.to_lowercase().as_str() {
        "true" | "wahr" => Term::Truth(true),
        "false" | "falsch" => Term::Truth(false),
        "null" => Term::Null,
        _ => Term::Reference(name),
    }
}

/// A call; those that have a shape of their own get it.
fn called(name: String, mut arguments: Vec<Term>) -> Term {
    if name.eq_ignore_ascii_case("Listenelement")
        && arguments.len() == 2
        && let (Some(index), Some(list)) = (arguments.pop(), arguments.pop())
    {
        return Term::Element(Box::new(list), Box::new(index));
    }
    Term::Call(name, arguments)
}
