//! What an expression of civento says, and how it is written.

/// A term.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Term {
    Number(String),
    Text(String),
    Truth(bool),
    Null,
    /// `V.Z.Hund.name`, `VE.Stadt.satz`, or a variable of the workflow.
    Reference(String),
    /// A call of a function.
    Call(String, Vec<Term>),
    /// A field of an element of a list.
    Entry(Box<Term>, String),
    /// An element of a list, counted from 0.
    Element(Box<Term>, Box<Term>),
    Not(Box<Term>),
    Minus(Box<Term>),
    Two(Sign, Box<Term>, Box<Term>),
}

/// A sign between two terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Plus,
    Minus,
    Times,
    Divide,
}

impl Sign {
    /// How strongly it binds, in both languages.
    pub fn strength(self) -> u8 {
        match self {
            Self::Or => 0,
            Self::And => 1,
            Self::Plus | Self::Minus => 3,
            Self::Times | Self::Divide => 4,
            _ => 2,
        }
    }

    /// Whether it compares by size.
    pub fn is_order(self) -> bool {
        matches!(self, Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual)
    }

    /// Whether it compares at all.
    pub fn is_comparison(self) -> bool {
        self.strength() == 2
    }

    /// As FEEL writes it.
    pub fn feel(self) -> &'static str {
        match self {
            Self::Or => "or",
            Self::And => "and",
            Self::Equal => "=",
            Self::Unequal => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Divide => "/",
        }
    }

    fn civento(self) -> &'static str {
        match self {
            Self::Or => "OR",
            Self::And => "AND",
            same => same.feel(),
        }
    }
}

impl Term {
    /// Two terms with a sign between them.
    pub fn two(sign: Sign, left: Self, right: Self) -> Self {
        Self::Two(sign, Box::new(left), Box::new(right))
    }

    /// A call.
    pub fn call(name: &str, arguments: Vec<Self>) -> Self {
        Self::Call(name.to_owned(), arguments)
    }

    /// How strongly it holds together.
    pub fn strength(&self) -> u8 {
        match self {
            Self::Two(sign, ..) => sign.strength(),
            Self::Minus(_) => 5,
            _ => 6,
        }
    }

    /// As civento writes it.
    pub fn written(&self) -> String {
        match self {
            Self::Number(number) => number.clone(),
            Self::Text(text) => quoted(text),
            Self::Truth(truth) => truth.to_string(),
            Self::Null => "null".to_owned(),
            Self::Reference(name) => name.clone(),
            Self::Call(name, arguments) => {
                let arguments: Vec<String> = arguments.iter().map(Self::written).collect();
                format!("{name}({})", arguments.join(", "))
            }
            Self::Entry(of, name) => format!("{}.{name}", of.written()),
            Self::Element(list, index) => format!("Listenelement({}, {})", list.written(), index.written()),
            Self::Not(inner) => format!("not({})", inner.written()),
            Self::Minus(inner) => format!("-{}", bracketed(inner, inner.strength() < 6)),
            Self::Two(sign, left, right) => {
                let own = sign.strength();
                let is_left_loose = left.strength() < own || sign.is_comparison() && left.strength() == own;
                let left = bracketed(left, is_left_loose);
                format!("{left} {} {}", sign.civento(), bracketed(right, right.strength() <= own))
            }
        }
    }
}

fn bracketed(term: &Term, is_loose: bool) -> String {
    if is_loose { format!("({})", term.written()) } else { term.written() }
}

/// A text in the marks that it does not hold itself.
fn quoted(text: &str) -> String {
    let mark = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    let mut quoted = String::from(mark);
    for sign in text.chars() {
        match sign {
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ if sign == mark => quoted.extend(['\\', sign]),
            _ => quoted.push(sign),
        }
    }
    quoted.push(mark);
    quoted
}
