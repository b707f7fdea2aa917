//! Values of FEEL, cheap to clone.

mod collection;
mod compare;
mod function;
mod print;
mod range;
#[cfg(test)]
mod tests;

pub use collection::{Context, List, TooLarge};
pub use function::Function;
pub(super) use function::{Callable, Closure};
pub use range::Range;

use super::number::Number;
use super::temporal::{Date, DateTime, DayTimeDuration, Time, YearMonthDuration};
use super::types::Kind;
use std::sync::Arc;

/// A value. Cloning copies a reference at most.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// No value: not given, not known, or not computable.
    #[default]
    Null,
    /// Yes or no.
    Boolean(bool),
    /// A decimal number.
    Number(Number),
    /// A text.
    Text(Arc<str>),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Arc<Time>),
    /// A time of a certain day.
    DateTime(Arc<DateTime>),
    /// Days, hours, minutes and seconds.
    DayTimeDuration(DayTimeDuration),
    /// Years and months.
    YearMonthDuration(YearMonthDuration),
    /// Values in order.
    List(List),
    /// Named values in order.
    Context(Context),
    /// An interval.
    Range(Arc<Range>),
    /// Something to call.
    Function(Function),
}

impl Value {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(Arc::from(text))
    }

    /// What kind of value it is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Boolean(_) => Kind::Boolean,
            Self::Number(_) => Kind::Number,
            Self::Text(_) => Kind::Text,
            Self::Date(_) => Kind::Date,
            Self::Time(_) => Kind::Time,
            Self::DateTime(_) => Kind::DateTime,
            Self::DayTimeDuration(_) => Kind::DayTimeDuration,
            Self::YearMonthDuration(_) => Kind::YearMonthDuration,
            Self::List(_) => Kind::List,
            Self::Context(_) => Kind::Context,
            Self::Range(_) => Kind::Range,
            Self::Function(_) => Kind::Function,
        }
    }

    /// Whether it is null.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The truth value, where it is one.
    pub const fn as_boolean(&self) -> Option<bool> {
        if let Self::Boolean(truth) = self { Some(*truth) } else { None }
    }

    /// The number, where it is one.
    pub const fn as_number(&self) -> Option<&Number> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The list, where it is one.
    pub const fn as_list(&self) -> Option<&List> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The context, where it is one.
    pub const fn as_context(&self) -> Option<&Context> {
        if let Self::Context(context) = self { Some(context) } else { None }
    }

    /// Whether something was filled in: null, a text of blanks, an empty list and an empty context are not.
    pub fn is_filled(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Text(text) => !text.trim().is_empty(),
            Self::List(list) => !list.is_empty(),
            Self::Context(context) => !context.is_empty(),
            _ => true,
        }
    }

    /// How many values it holds in all; a long text counts as several. Work on a value is paid for by this.
    pub(super) fn weight(&self) -> usize {
        self.extent().weight
    }

    /// How deep lists and contexts nest, and how many values there are in all (a long text counts as several).
    pub(super) fn extent(&self) -> Extent {
        match self {
            Self::List(list) => list.extent(),
            Self::Context(context) => context.extent(),
            Self::Text(text) => Extent { depth: 0, weight: 1 + text.len() / 32 },
            Self::Range(range) => Extent::around([&range.start, &range.end]),
            Self::Function(function) => function.extent(),
            _ => Extent { depth: 0, weight: 1 },
        }
    }
}

/// Size of a value, kept with lists and contexts so that no walk over a value can run away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// Levels of lists and contexts.
    pub depth: usize,
    /// Values in all.
    pub weight: usize,
}

impl Extent {
    /// Of something that holds these values.
    pub(super) fn around<'a>(values: impl IntoIterator<Item = &'a Value>) -> Self {
        values.into_iter().fold(Self { depth: 1, weight: 1 }, |sum, value| {
            let extent = value.extent();
            Self { depth: sum.depth.max(extent.depth + 1), weight: sum.weight.saturating_add(extent.weight) }
        })
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(Number::from(number))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Arc::from(text))
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Time> for Value {
    fn from(time: Time) -> Self {
        Self::Time(Arc::new(time))
    }
}

impl From<DateTime> for Value {
    fn from(moment: DateTime) -> Self {
        Self::DateTime(Arc::new(moment))
    }
}

impl From<DayTimeDuration> for Value {
    fn from(duration: DayTimeDuration) -> Self {
        Self::DayTimeDuration(duration)
    }
}

impl From<YearMonthDuration> for Value {
    fn from(duration: YearMonthDuration) -> Self {
        Self::YearMonthDuration(duration)
    }
}

impl From<List> for Value {
    fn from(list: List) -> Self {
        Self::List(list)
    }
}

impl From<Context> for Value {
    fn from(context: Context) -> Self {
        Self::Context(context)
    }
}

impl From<Range> for Value {
    fn from(range: Range) -> Self {
        Self::Range(Arc::new(range))
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    /// Nothing is null.
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
