//! Reads the common core of JUEL, Java, JavaScript and FEEL: comparisons, logic, sums, calls on texts.

/// How deep terms may lie in each other.
const DEEPEST: usize = 64;
/// Of how many words and signs an expression may be; a long sum lies deep too.
const MOST_TOKENS: usize = 2_000;

/// A term.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Term {
    Number(String),
    Text(String),
    Truth(bool),
    Null,
    /// A variable, or a field of one: `antrag.betrag`.
    Name(Vec<String>),
    /// A call: of what, which, with what.
    Call(Option<Box<Term>>, String, Vec<Term>),
    Not(Box<Term>),
    Minus(Box<Term>),
    /// JUEL's `empty`.
    Empty(Box<Term>),
    Two(&'static str, Box<Term>, Box<Term>),
    If(Box<Term>, Box<Term>, Box<Term>),
}

/// The term that a text is; `None` if it is nothing of the core.
pub(super) fn read(text: &str) -> Option<Term> {
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, at: 0, depth: 0 };
    let term = reader.choice()?;
    (reader.at == tokens.len()).then_some(term)
}

#[derive(Clone, Debug, PartialEq)]
enum Token<'t> {
    Number(&'t str),
    Text(String),
    Word(&'t str),
    Sign(&'static str),
}

/// Signs, longer ones before those that they begin with.
const SIGNS: [&str; 27] = [
    "===", "!==", "==", "!=", "<=", ">=", "&&", "||", "<", ">", "=", "!", "+", "-", "*", "/", "%", "(", ")", ",", ".", "?", ":", "[", "]",
    "{", "}",
];

fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, length) = if first.is_ascii_digit() {
            let length = rest.find(|sign: char| !sign.is_ascii_digit() && sign != '.').unwrap_or(rest.len());
            (Token::Number(rest.get(..length)?), length)
        } else if first == '"' || first == '\'' {
            text_token(rest, first)?
        } else if first.is_alphabetic() || first == '_' || first == '$' {
            let length = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != '$').unwrap_or(rest.len());
            (Token::Word(rest.get(..length)?), length)
        } else {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign))?;
            (Token::Sign(sign), sign.len())
        };
        found.push(token);
        if found.len() > MOST_TOKENS {
            return None;
        }
        rest = rest.get(length..)?.trim_start();
    }
    Some(found)
}

fn text_token(rest: &str, mark: char) -> Option<(Token<'_>, usize)> {
    let mut text = String::new();
    let mut signs = rest.char_indices().skip(1);
    while let Some((at, sign)) = signs.next() {
        match sign {
            _ if sign == mark => return Some((Token::Text(text), at + sign.len_utf8())),
            '\\' => match signs.next()?.1 {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                other => text.push(other),
            },
            _ => text.push(sign),
        }
    }
    None
}

struct Reader<'t> {
    tokens: &'t [Token<'t>],
    at: usize,
    depth: usize,
}

/// Operators that bind alike, with what they are in FEEL; weakest first.
const LEVELS: [&[(&str, &str)]; 6] = [
    &[("||", "or"), ("or", "or")],
    &[("&&", "and"), ("and", "and")],
    &[("===", "="), ("!==", "!="), ("==", "="), ("!=", "!="), ("=", "="), ("eq", "="), ("ne", "!=")],
    &[("<=", "<="), (">=", ">="), ("<", "<"), (">", ">"), ("lt", "<"), ("gt", ">"), ("le", "<="), ("ge", ">=")],
    &[("+", "+"), ("-", "-")],
    &[("*", "*"), ("/", "/"), ("div", "/"), ("%", "%"), ("mod", "%")],
];

impl Reader<'_> {
    fn takes(&mut self, wanted: &str) -> bool {
        let found = match self.tokens.get(self.at) {
            Some(Token::Sign(sign)) => *sign == wanted,
            Some(Token::Word(word)) => *word == wanted,
            _ => false,
        };
        self.at += usize::from(found);
        found
    }

    fn choice(&mut self) -> Option<Term> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let condition = self.level(0)?;
        let term = if self.takes("?") {
            let then = self.choice()?;
            if !self.takes(":") {
                return None;
            }
            Term::If(Box::new(condition), Box::new(then), Box::new(self.choice()?))
        } else {
            condition
        };
        self.depth -= 1;
        Some(term)
    }

    fn level(&mut self, level: usize) -> Option<Term> {
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.level(level + 1)?;
        while let Some((_, feel)) = operators.iter().find(|(written, _)| self.takes(written)) {
            let right = self.level(level + 1)?;
            left = Term::Two(feel, Box::new(left), Box::new(right));
        }
        Some(left)
    }

    fn unary(&mut self) -> Option<Term> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let term = if self.takes("!") || self.takes("not") {
            Term::Not(Box::new(self.unary()?))
        } else if self.takes("-") {
            Term::Minus(Box::new(self.unary()?))
        } else if self.takes("empty") {
            Term::Empty(Box::new(self.unary()?))
        } else {
            self.postfix()?
        };
        self.depth -= 1;
        Some(term)
    }

    fn postfix(&mut self) -> Option<Term> {
        let mut term = self.primary()?;
        while self.takes(".") {
            let Some(Token::Word(name)) = self.tokens.get(self.at) else { return None };
            let name = (*name).to_owned();
            self.at += 1;
            term = if self.takes("(") {
                Term::Call(Some(Box::new(term)), name, self.arguments()?)
            } else if let Term::Name(mut path) = term {
                path.push(name);
                Term::Name(path)
            } else {
                return None;
            };
        }
        Some(term)
    }

    fn primary(&mut self) -> Option<Term> {
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        Some(match token {
            Token::Number(number) => Term::Number((*number).to_owned()),
            Token::Text(text) => Term::Text(text.clone()),
            Token::Sign("(") => {
                let inner = self.choice()?;
                if !self.takes(")") {
                    return None;
                }
                inner
            }
            Token::Word(word) => match *word {
                "true" | "True" => Term::Truth(true),
                "false" | "False" => Term::Truth(false),
                "null" | "None" => Term::Null,
                _ if self.takes("(") => Term::Call(None, (*word).to_owned(), self.arguments()?),
                name => Term::Name(vec![name.to_owned()]),
            },
            Token::Sign(_) => return None,
        })
    }

    fn arguments(&mut self) -> Option<Vec<Term>> {
        let mut found = Vec::new();
        if self.takes(")") {
            return Some(found);
        }
        loop {
            found.push(self.choice()?);
            if self.takes(")") {
                return Some(found);
            }
            if !self.takes(",") {
                return None;
            }
        }
    }
}
