//! Terms as FEEL, with what they say about the kinds of variables.

use super::formula::Term;
use super::variables::{Kind, Variables};

/// Calls on a text: the name in Java, in FEEL, and what the argument is.
const ON_TEXTS: [(&str, &str); 5] =
    [("contains", "contains"), ("startsWith", "starts with"), ("endsWith", "ends with"), ("matches", "matches"), ("indexOf", "index of")];

impl Variables {
    /// The term in FEEL; `kind` is what it should yield. Variables that it uses are declared, if all of it can be translated.
    pub(super) fn translate(&mut self, term: &Term, kind: Kind) -> Option<String> {
        self.try_using(|variables| variables.written(term, kind))
    }

    fn written(&mut self, term: &Term, kind: Kind) -> Option<String> {
        Some(match term {
            Term::Number(number) => number.clone(),
            Term::Text(text) => quoted(text),
            Term::Truth(truth) => truth.to_string(),
            Term::Null => "null".to_owned(),
            Term::Name(path) => self.use_path(path, kind)?,
            Term::Call(receiver, name, arguments) => self.call(receiver.as_deref(), name, arguments, kind)?,
            Term::Not(inner) => format!("not({})", self.written(inner, Kind::Truth)?),
            Term::Minus(inner) => format!("-{}", self.operand(inner, Kind::Number)?),
            Term::Empty(inner) => format!("not(is filled({}))", self.written(inner, Kind::Unknown)?),
            Term::Two(operator, left, right) => self.two(operator, left, right)?,
            Term::If(condition, then, otherwise) => {
                let condition = self.written(condition, Kind::Truth)?;
                format!("if {condition} then {} else {}", self.operand(then, kind)?, self.operand(otherwise, kind)?)
            }
        })
    }

    fn two(&mut self, operator: &str, left: &Term, right: &Term) -> Option<String> {
        let kind = match operator {
            "and" | "or" => Kind::Truth,
            "-" | "*" | "/" | "%" => Kind::Number,
            // What stands on one side says what stands on the other.
            _ => [left, right].into_iter().map(|side| self.kind_of(side)).find(|kind| *kind != Kind::Unknown).unwrap_or(match operator {
                "=" | "!=" | "+" => Kind::Unknown,
                _ => Kind::Number,
            }),
        };
        if operator == "%" {
            return Some(format!("modulo({}, {})", self.written(left, kind)?, self.written(right, kind)?));
        }
        let own = strength(operator);
        let beside =
            |this: &mut Self, term: &Term, is_bare: bool| if is_bare { this.written(term, kind) } else { this.operand(term, kind) };
        // Comparisons do not chain; what stands on the right of `-` and `/` is bracketed as it was read.
        let (is_left_bare, is_right_bare) = (bound(left) > own || bound(left) == own && own != strength("="), bound(right) > own);
        Some(format!("{} {operator} {}", beside(self, left, is_left_bare)?, beside(self, right, is_right_bare)?))
    }

    /// A term beside an operator, in brackets where it may need them.
    fn operand(&mut self, term: &Term, kind: Kind) -> Option<String> {
        let text = self.written(term, kind)?;
        Some(if matches!(term, Term::Two(..) | Term::If(..)) { format!("({text})") } else { text })
    }

    fn call(&mut self, receiver: Option<&Term>, name: &str, arguments: &[Term], kind: Kind) -> Option<String> {
        let Some(receiver) = receiver else {
            return match (name, arguments) {
                ("contains", [text, part]) => {
                    Some(format!("contains({}, {})", self.written(text, Kind::Text)?, self.written(part, Kind::Text)?))
                }
                _ => None,
            };
        };
        // A variable by its name: Activiti's `execution.getVariable("x")`, in scripts too.
        if let (Term::Name(object), "getVariable", [Term::Text(variable)]) = (receiver, name, arguments) {
            return matches!(object.as_slice(), [only] if only == "execution").then(|| self.use_path(&path_of(variable), kind))?;
        }
        if let (Some((_, feel)), [argument]) = (ON_TEXTS.iter().find(|(java, _)| *java == name), arguments) {
            return Some(format!("{feel}({}, {})", self.written(receiver, Kind::Text)?, self.written(argument, Kind::Text)?));
        }
        Some(match (name, arguments) {
            ("equals", [other]) => self.two("=", receiver, other)?,
            ("equalsIgnoreCase", [other]) => {
                format!("lower case({}) = lower case({})", self.written(receiver, Kind::Text)?, self.written(other, Kind::Text)?)
            }
            ("length", []) => format!("string length({})", self.written(receiver, Kind::Text)?),
            ("isEmpty", []) => format!("{} = \"\"", self.operand(receiver, Kind::Text)?),
            ("toLowerCase", []) => format!("lower case({})", self.written(receiver, Kind::Text)?),
            ("toUpperCase", []) => format!("upper case({})", self.written(receiver, Kind::Text)?),
            ("trim", []) => format!("trim({})", self.written(receiver, Kind::Text)?),
            _ => return None,
        })
    }

    /// What kind of value a term has, as far as it says so itself.
    pub(super) fn kind_of(&self, term: &Term) -> Kind {
        match term {
            Term::Number(_) | Term::Minus(_) => Kind::Number,
            Term::Text(_) => Kind::Text,
            Term::Truth(_) | Term::Not(_) | Term::Empty(_) => Kind::Truth,
            Term::Null => Kind::Unknown,
            Term::Name(path) => self.known(path),
            Term::Call(_, name, _) => match name.as_str() {
                "length" | "indexOf" => Kind::Number,
                "toLowerCase" | "toUpperCase" | "trim" => Kind::Text,
                "getVariable" => Kind::Unknown,
                _ => Kind::Truth,
            },
            Term::Two(operator, left, right) => match *operator {
                "+" => Some(self.kind_of(left)).filter(|kind| *kind != Kind::Unknown).unwrap_or_else(|| self.kind_of(right)),
                "-" | "*" | "/" | "%" => Kind::Number,
                _ => Kind::Truth,
            },
            Term::If(_, then, _) => self.kind_of(then),
        }
    }
}

/// How strongly an operator binds.
fn strength(operator: &str) -> u8 {
    match operator {
        "or" => 0,
        "and" => 1,
        "+" | "-" => 3,
        "*" | "/" => 4,
        "%" => u8::MAX, // a call in FEEL
        _ => 2,
    }
}

/// How strongly a term holds together.
fn bound(term: &Term) -> u8 {
    match term {
        Term::Two(operator, ..) => strength(operator),
        Term::If(..) => 0,
        Term::Call(Some(_), name, _) if matches!(name.as_str(), "equals" | "equalsIgnoreCase" | "isEmpty") => 2,
        _ => u8::MAX,
    }
}

/// The parts of a name with dots.
fn path_of(name: &str) -> Vec<String> {
    name.split('.').map(str::to_owned).collect()
}

/// A text as FEEL writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            _ => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}
