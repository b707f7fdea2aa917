//! A condition that is built by choosing, and how it is written as FEEL.

use crate::expr::Value;

/// Comparisons that are joined by "and" or by "or", with groups of the other kind among them.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// How the terms are joined; those within a [`Term::Group`] are joined the other way.
    pub junction: Junction,
    /// What is joined. None: always.
    pub terms: Vec<Term>,
}

/// How terms are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Junction {
    /// All must hold: "and".
    All,
    /// One must hold: "or".
    Any,
}

/// A part of a condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// One comparison.
    One(Comparison),
    /// Comparisons that are joined the other way than the condition.
    Group(Vec<Comparison>),
}

/// A field and what its value must be.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The field as FEEL names it: `antrag.betrag`; inside a repeatable group `hund.name`. Parts of composite kinds follow:
    /// `antrag.person.nachname`.
    pub path: String,
    /// What is compared.
    pub sign: Sign,
    /// With what: as many as [`Sign::values`] asks for.
    pub values: Vec<Operand>,
}

/// What a comparison asks of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// The same as the value.
    Equal,
    /// Not the same; also where the field is empty.
    Unequal,
    /// Less, earlier.
    Less,
    /// At most, not later.
    LessOrEqual,
    /// Greater, later.
    Greater,
    /// At least, not earlier.
    GreaterOrEqual,
    /// Filled in.
    Filled,
    /// Not filled in.
    Empty,
    /// One of several values.
    OneOf,
    /// A text that has the value in it.
    Contains,
    /// A multiple choice in which the value is chosen.
    Includes,
    /// Answered with yes.
    Yes,
    /// Answered with no.
    No,
}

/// What a field is compared with.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A text, code, number, date, time or truth.
    Value(Value),
    /// The value of another field, by its path.
    Path(String),
    /// The day on which the form is filled in.
    Today,
}

/// How many values a comparison has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// None.
    None,
    /// Exactly one.
    One,
    /// One or more.
    Several,
}

impl Junction {
    /// The other way to join.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::All => Self::Any,
            Self::Any => Self::All,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::All => " and ",
            Self::Any => " or ",
        }
    }
}

impl Sign {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 13] = [
        Self::Equal,
        Self::Unequal,
        Self::OneOf,
        Self::Less,
        Self::LessOrEqual,
        Self::Greater,
        Self::GreaterOrEqual,
        Self::Contains,
        Self::Includes,
        Self::Yes,
        Self::No,
        Self::Filled,
        Self::Empty,
    ];

    /// How many values it needs.
    pub const fn values(self) -> Values {
        match self {
            Self::Filled | Self::Empty | Self::Yes | Self::No => Values::None,
            Self::OneOf => Values::Several,
            _ => Values::One,
        }
    }
}

impl Condition {
    /// The condition that always holds.
    pub const fn always() -> Self {
        Self { junction: Junction::All, terms: Vec::new() }
    }

    /// One comparison.
    pub fn one(comparison: Comparison) -> Self {
        Self { junction: Junction::All, terms: vec![Term::One(comparison)] }
    }

    /// Whether it holds without any comparison.
    pub fn is_always(&self) -> bool {
        self.comparisons().next().is_none()
    }

    /// All comparisons in their order.
    pub fn comparisons(&self) -> impl Iterator<Item = &Comparison> {
        self.terms.iter().flat_map(|term| match term {
            Term::One(comparison) => std::slice::from_ref(comparison),
            Term::Group(comparisons) => comparisons.as_slice(),
        })
    }

    /// The condition that holds exactly where this one does not, values that are missing included. `None` where there is none of this shape:
    /// a missing number is neither less than 5 nor at least 5.
    pub fn denied(&self) -> Option<Self> {
        let junction = if self.terms.len() == 1 { Junction::All } else { self.junction.other() };
        let mut terms = Vec::with_capacity(self.terms.len());
        for term in &self.terms {
            let Term::One(comparison) = term else { return None };
            let denied = comparison.denied()?;
            if denied.len() == 1 || junction == Junction::All {
                terms.extend(denied.into_iter().map(Term::One));
            } else {
                terms.push(Term::Group(denied));
            }
        }
        (!terms.is_empty()).then_some(Self { junction, terms })
    }

    /// Whether every comparison has the values that it needs. What is not complete is not to be stored.
    pub fn is_complete(&self) -> bool {
        self.comparisons().all(|comparison| match comparison.sign.values() {
            Values::None => comparison.values.is_empty(),
            Values::One => comparison.values.len() == 1,
            Values::Several => !comparison.values.is_empty(),
        })
    }

    /// As FEEL; empty where it always holds. A value that is not there yet is written as `null`.
    pub fn to_feel(&self) -> String {
        let terms: Vec<String> = self.terms.iter().filter_map(|term| self.term(term)).collect();
        terms.join(self.junction.word())
    }

    fn term(&self, term: &Term) -> Option<String> {
        match term {
            Term::One(comparison) => Some(comparison.to_feel()),
            Term::Group(comparisons) => {
                let texts: Vec<String> = comparisons.iter().map(Comparison::to_feel).collect();
                match texts.as_slice() {
                    [] => None,
                    [only] => Some(only.clone()),
                    several => Some(format!("({})", several.join(self.junction.other().word()))),
                }
            }
        }
    }
}

impl Comparison {
    /// A comparison without values.
    pub fn new(path: &str, sign: Sign) -> Self {
        Self { path: path.to_owned(), sign, values: Vec::new() }
    }

    /// A comparison with one value.
    pub fn with(path: &str, sign: Sign, value: impl Into<Value>) -> Self {
        Self { path: path.to_owned(), sign, values: vec![Operand::Value(value.into())] }
    }

    /// Comparisons that all hold exactly where this one does not.
    fn denied(&self) -> Option<Vec<Self>> {
        let with = |sign, values: &[Operand]| Self { path: self.path.clone(), sign, values: values.to_vec() };
        let truth = |truth: bool| vec![Operand::Value(Value::Boolean(truth))];
        Some(match self.sign {
            Sign::Equal => vec![with(Sign::Unequal, &self.values)],
            Sign::Unequal => match self.values.as_slice() {
                [Operand::Value(Value::Boolean(true))] => vec![with(Sign::Yes, &[])],
                [Operand::Value(Value::Boolean(false))] => vec![with(Sign::No, &[])],
                values => vec![with(Sign::Equal, values)],
            },
            Sign::Filled => vec![with(Sign::Empty, &[])],
            Sign::Empty => vec![with(Sign::Filled, &[])],
            Sign::Yes => vec![with(Sign::Unequal, &truth(true))],
            Sign::No => vec![with(Sign::Unequal, &truth(false))],
            Sign::OneOf => self.values.iter().map(|value| with(Sign::Unequal, std::slice::from_ref(value))).collect(),
            _ => return None,
        })
    }

    /// As FEEL.
    pub fn to_feel(&self) -> String {
        let path = &self.path;
        let value = || self.values.first().map_or_else(|| "null".to_owned(), Operand::to_feel);
        match self.sign {
            Sign::Equal => format!("{path} = {}", value()),
            Sign::Unequal => format!("{path} != {}", value()),
            Sign::Less => format!("{path} < {}", value()),
            Sign::LessOrEqual => format!("{path} <= {}", value()),
            Sign::Greater => format!("{path} > {}", value()),
            Sign::GreaterOrEqual => format!("{path} >= {}", value()),
            Sign::Filled => format!("is filled({path})"),
            Sign::Empty => format!("not(is filled({path}))"),
            Sign::OneOf => format!("{path} in [{}]", self.values.iter().map(Operand::to_feel).collect::<Vec<_>>().join(", ")),
            Sign::Contains => format!("contains({path}, {})", value()),
            Sign::Includes => format!("list contains({path}, {})", value()),
            Sign::Yes => format!("{path} = true"),
            Sign::No => format!("{path} = false"),
        }
    }
}

impl Operand {
    /// As FEEL.
    pub fn to_feel(&self) -> String {
        match self {
            Self::Value(value) => value.to_feel(),
            Self::Path(path) => path.clone(),
            Self::Today => "today()".to_owned(),
        }
    }
}
