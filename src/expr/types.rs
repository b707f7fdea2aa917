//! Kinds of values, and types: what is known of a value before it is there.

use std::fmt::{Display, Formatter, Result};
use std::sync::Arc;

/// What a value is, without what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// No value.
    Null,
    /// Yes or no.
    Boolean,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A time of a certain day.
    DateTime,
    /// A duration of days, hours, minutes, seconds.
    DayTimeDuration,
    /// A duration of years and months.
    YearMonthDuration,
    /// Several values.
    List,
    /// Named values.
    Context,
    /// An interval.
    Range,
    /// A function.
    Function,
}

impl Kind {
    /// All of them, in order.
    pub const ALL: [Self; 13] = [
        Self::Null,
        Self::Boolean,
        Self::Number,
        Self::Text,
        Self::Date,
        Self::Time,
        Self::DateTime,
        Self::DayTimeDuration,
        Self::YearMonthDuration,
        Self::List,
        Self::Context,
        Self::Range,
        Self::Function,
    ];
}

impl Display for Kind {
    /// The standard's name of the type.
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Number => "number",
            Self::Text => "string",
            Self::Date => "date",
            Self::Time => "time",
            Self::DateTime => "date and time",
            Self::DayTimeDuration => "days and time duration",
            Self::YearMonthDuration => "years and months duration",
            Self::List => "list",
            Self::Context => "context",
            Self::Range => "range",
            Self::Function => "function",
        })
    }
}

/// Several kinds, one of which a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u16);

impl Kinds {
    /// Any kind, null too.
    pub const ANY: Self = Self(u16::MAX);
    /// Numbers, texts, dates, times and durations: what has an order.
    pub const ORDERED: Self =
        Self::of(&[Kind::Number, Kind::Text, Kind::Date, Kind::Time, Kind::DateTime, Kind::DayTimeDuration, Kind::YearMonthDuration]);
    /// Both durations.
    pub const DURATION: Self = Self::of(&[Kind::DayTimeDuration, Kind::YearMonthDuration]);
    /// Days, with or without a time.
    pub const CALENDAR: Self = Self::of(&[Kind::Date, Kind::DateTime]);

    /// These kinds.
    pub const fn of(kinds: &[Kind]) -> Self {
        let (mut bits, mut place) = (0, 0);
        while place < kinds.len() {
            bits |= 1 << kinds[place] as u16;
            place += 1;
        }
        Self(bits)
    }

    /// Whether the kind is one of them.
    pub const fn holds(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// The kinds, in order.
    pub fn iter(self) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(move |kind| self.holds(*kind))
    }

    /// Whether any kind is one of both.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What is known of a value before it is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Type {
    /// Nothing is known.
    #[default]
    Any,
    /// Always null.
    Null,
    /// Yes or no.
    Boolean,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A text that is one of these codes.
    Choice(Arc<[Arc<str>]>),
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A time of a certain day.
    DateTime,
    /// A duration of days, hours, minutes, seconds.
    DayTimeDuration,
    /// A duration of years and months.
    YearMonthDuration,
    /// Values of one type.
    List(Arc<Self>),
    /// Named values.
    Context(Arc<Fields>),
    /// An interval of values of one type.
    Range(Arc<Self>),
    /// A function: types of the parameters, type of the result; `None` where only that is known.
    Function(Option<Arc<(Vec<Self>, Self)>>),
}

/// Names and types of the entries of a context.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Names and types in the order in which they were declared.
    pub entries: Vec<(Arc<str>, Type)>,
    /// Whether there may be entries that are not listed: an unknown name is then no fault.
    pub open: bool,
}

impl Fields {
    /// Exactly these entries.
    pub fn new(entries: impl IntoIterator<Item = (Arc<str>, Type)>) -> Self {
        Self { entries: entries.into_iter().collect(), open: false }
    }

    /// The type of an entry.
    pub fn get(&self, name: &str) -> Option<&Type> {
        self.entries.iter().find(|(key, _)| key.as_ref() == name).map(|(_, of)| of)
    }
}

impl Type {
    /// A list of that type.
    pub fn list(of: Self) -> Self {
        Self::List(Arc::new(of))
    }

    /// A context about which nothing is known.
    pub fn any_context() -> Self {
        Self::Context(Arc::new(Fields { entries: Vec::new(), open: true }))
    }

    /// The kinds a value of this type may be; null is always possible and not counted.
    pub const fn kinds(&self) -> Kinds {
        match self {
            Self::Any => Kinds::ANY,
            Self::Null => Kinds::of(&[Kind::Null]),
            Self::Boolean => Kinds::of(&[Kind::Boolean]),
            Self::Number => Kinds::of(&[Kind::Number]),
            Self::Text | Self::Choice(_) => Kinds::of(&[Kind::Text]),
            Self::Date => Kinds::of(&[Kind::Date]),
            Self::Time => Kinds::of(&[Kind::Time]),
            Self::DateTime => Kinds::of(&[Kind::DateTime]),
            Self::DayTimeDuration => Kinds::of(&[Kind::DayTimeDuration]),
            Self::YearMonthDuration => Kinds::of(&[Kind::YearMonthDuration]),
            Self::List(_) => Kinds::of(&[Kind::List]),
            Self::Context(_) => Kinds::of(&[Kind::Context]),
            Self::Range(_) => Kinds::of(&[Kind::Range]),
            Self::Function(_) => Kinds::of(&[Kind::Function]),
        }
    }
}

impl Type {
    /// Whether a value of this type can always stand where the other is asked for (DMN, "type conformance"). Of what nothing is known, the
    /// best is assumed.
    pub(super) fn conforms_to(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any | Self::Null, _) | (_, Self::Any) | (Self::Choice(_), Self::Text) => true,
            (Self::List(own), Self::List(item)) | (Self::Range(own), Self::Range(item)) => own.conforms_to(item),
            (Self::Context(own), Self::Context(asked)) => {
                asked.entries.iter().all(|(name, of)| own.get(name).map_or(own.open && own.entries.is_empty(), |own| own.conforms_to(of)))
            }
            (Self::Function(Some(own)), Self::Function(Some(asked))) => {
                let (own_parameters, own_result) = own.as_ref();
                let (parameters, result) = asked.as_ref();
                // A function that takes more than is asked for, and gives less, may stand in.
                own_parameters.len() == parameters.len()
                    && parameters.iter().zip(own_parameters).all(|(given, taken)| given.conforms_to(taken))
                    && own_result.conforms_to(result)
            }
            (own, other) => own == other || matches!(other, Self::Function(None)) && matches!(own, Self::Function(_)),
        }
    }
}

impl From<Kind> for Type {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Null => Self::Null,
            Kind::Boolean => Self::Boolean,
            Kind::Number => Self::Number,
            Kind::Text => Self::Text,
            Kind::Date => Self::Date,
            Kind::Time => Self::Time,
            Kind::DateTime => Self::DateTime,
            Kind::DayTimeDuration => Self::DayTimeDuration,
            Kind::YearMonthDuration => Self::YearMonthDuration,
            Kind::List => Self::list(Self::Any),
            Kind::Context => Self::any_context(),
            Kind::Range => Self::Range(Arc::new(Self::Any)),
            Kind::Function => Self::Function(None),
        }
    }
}

impl Display for Type {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Any => formatter.write_str("Any"),
            Self::List(of) => write!(formatter, "list<{of}>"),
            Self::Range(of) => write!(formatter, "range<{of}>"),
            other => match other.kinds().iter().next() {
                Some(kind) => kind.fmt(formatter),
                None => formatter.write_str("Any"),
            },
        }
    }
}
