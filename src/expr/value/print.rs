//! Writes values as FEEL literals, and as plain text.

use super::{Context, Range, Value};
use std::fmt::{Display, Formatter, Result, Write};

impl Value {
    /// The value as a FEEL literal that reads back to it: texts in quotes, dates as `@"2026-09-01"`. A function has no literal and
    /// prints as `function`.
    pub fn to_feel(&self) -> String {
        self.to_string()
    }

    /// The value as FEEL's `string()` makes it: a text as it is, a date as `2026-09-01`, lists and contexts as literals.
    pub fn to_plain_text(&self) -> String {
        match self {
            Self::Text(text) => text.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Time(time) => time.to_string(),
            Self::DateTime(moment) => moment.to_string(),
            Self::DayTimeDuration(duration) => duration.to_string(),
            Self::YearMonthDuration(duration) => duration.to_string(),
            other => other.to_string(),
        }
    }
}

impl Display for Value {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Boolean(truth) => truth.fmt(formatter),
            Self::Number(number) => number.fmt(formatter),
            Self::Text(text) => quoted(text, formatter),
            Self::Date(date) => write!(formatter, "@\"{date}\""),
            Self::Time(time) => write!(formatter, "@\"{time}\""),
            Self::DateTime(moment) => write!(formatter, "@\"{moment}\""),
            Self::DayTimeDuration(duration) => write!(formatter, "@\"{duration}\""),
            Self::YearMonthDuration(duration) => write!(formatter, "@\"{duration}\""),
            Self::List(list) => {
                formatter.write_str("[")?;
                for (place, item) in list.items().iter().enumerate() {
                    formatter.write_str(if place == 0 { "" } else { ", " })?;
                    item.fmt(formatter)?;
                }
                formatter.write_str("]")
            }
            Self::Context(context) => context.fmt(formatter),
            Self::Range(range) => range.fmt(formatter),
            Self::Function(_) => formatter.write_str("function"),
        }
    }
}

impl Display for Context {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str("{")?;
        for (place, (name, value)) in self.entries().iter().enumerate() {
            formatter.write_str(if place == 0 { "" } else { ", " })?;
            if is_plain_name(name) {
                formatter.write_str(name)?;
            } else {
                quoted(name, formatter)?;
            }
            write!(formatter, ": {value}")?;
        }
        formatter.write_str("}")
    }
}

impl Display for Range {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match (&self.start, &self.end, self.start_included, self.end_included) {
            (Value::Null, end, false, included) if !end.is_null() => {
                write!(formatter, "({} {end})", if included { "<=" } else { "<" })
            }
            (start, Value::Null, included, false) if !start.is_null() => {
                write!(formatter, "({} {start})", if included { ">=" } else { ">" })
            }
            (start, end, from, to) => {
                write!(formatter, "{}{start}..{end}{}", if from { '[' } else { '(' }, if to { ']' } else { ')' })
            }
        }
    }
}

/// One word that needs no quotes as the name of a context entry.
fn is_plain_name(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && characters.all(|character| character.is_alphanumeric() || character == '_')
}

fn quoted(text: &str, formatter: &mut Formatter<'_>) -> Result {
    formatter.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => formatter.write_str("\\\"")?,
            '\\' => formatter.write_str("\\\\")?,
            '\n' => formatter.write_str("\\n")?,
            '\r' => formatter.write_str("\\r")?,
            '\t' => formatter.write_str("\\t")?,
            other => formatter.write_char(other)?,
        }
    }
    formatter.write_char('"')
}
