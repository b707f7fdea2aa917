//! Values as the data model wants them: what may be written to a field of which kind, and blank values.

use super::schema::{Schema, Shape};
use crate::expr::{Context, Date, DateTime, List, Number, Rounding, Time, TooLarge, Value};
use crate::model::{CodeListId, FieldKind, ObjectTypeId};
use std::sync::Arc;

/// How deep objects may nest in objects.
const DEEPEST: usize = 16;

/// A value that does not fit its field.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Misfit {
    /// It is of another kind.
    #[error("{value} does not fit the kind of the field")]
    Kind {
        /// The kind of field.
        expected: Shape,
        /// The value as FEEL writes it.
        value: String,
    },
    /// The code is not in the list.
    #[error("the code {code:?} is not in the list")]
    Code {
        /// The list.
        list: CodeListId,
        /// The code.
        code: String,
    },
    /// The object has no such field.
    #[error("there is no field {name:?}")]
    Field {
        /// The name.
        name: String,
        /// What could be meant.
        suggestion: Option<String>,
    },
    /// The value has too many parts, or nests too deep.
    #[error("the value is too large")]
    TooLarge,
}

impl From<TooLarge> for Misfit {
    fn from(_: TooLarge) -> Self {
        Self::TooLarge
    }
}

impl Schema {
    /// The value as a place of this shape keeps it: money with two decimals, whole numbers whole, codes of the list only,
    /// objects with all their fields. Null fits everywhere.
    pub fn fit(&self, shape: Shape, value: &Value) -> Result<Value, Misfit> {
        self.fit_at(shape, value, 0)
    }

    fn fit_at(&self, shape: Shape, value: &Value, depth: usize) -> Result<Value, Misfit> {
        let misfit = || Misfit::Kind { expected: shape, value: value.to_feel() };
        if depth > DEEPEST {
            return Err(Misfit::TooLarge);
        }
        match shape {
            Shape::Object(object) | Shape::Value(FieldKind::Object(object)) => match value {
                Value::Null => Ok(Value::Null),
                Value::Context(context) => self.fit_object(object, context, depth),
                _ => Err(misfit()),
            },
            Shape::Value(FieldKind::List(object)) => match value {
                Value::Null => Ok(Value::List(List::default())),
                Value::List(list) => {
                    let fitted = list.items().iter().map(|item| self.fit_at(Shape::Object(object), item, depth + 1));
                    Ok(List::new(fitted.collect::<Result<_, _>>()?)?.into())
                }
                _ => Err(misfit()),
            },
            Shape::Value(FieldKind::MultipleChoice(list)) => match value {
                Value::Null => Ok(Value::List(List::default())),
                Value::List(codes) => {
                    let fitted = codes.items().iter().map(|code| self.fit_code(list, code).unwrap_or_else(|| Err(misfit())));
                    Ok(List::new(fitted.collect::<Result<_, _>>()?)?.into())
                }
                one => self.fit_code(list, one).unwrap_or_else(|| Err(misfit())).and_then(|code| Ok(List::new(vec![code])?.into())),
            },
            Shape::Value(_) if value.is_null() => Ok(Value::Null),
            Shape::Value(FieldKind::Choice(list)) => self.fit_code(list, value).unwrap_or_else(|| Err(misfit())),
            Shape::Value(kind) => fit_simple(kind, value).ok_or_else(misfit),
        }
    }

    fn fit_code(&self, list: CodeListId, value: &Value) -> Option<Result<Value, Misfit>> {
        let code = value.as_text()?;
        let known = self.codes_of(FieldKind::Choice(list)).iter().any(|entry| entry.code == code);
        Some(if known { Ok(value.clone()) } else { Err(Misfit::Code { list, code: code.to_owned() }) })
    }

    fn fit_object(&self, object: ObjectTypeId, context: &Context, depth: usize) -> Result<Value, Misfit> {
        let fields = self.fields(object);
        if let Some((stranger, _)) = context.entries().iter().find(|(name, _)| !fields.iter().any(|field| field.key == *name)) {
            let suggestion = super::schema::similar(stranger, fields.iter().map(|field| field.key.as_ref()));
            return Err(Misfit::Field { name: stranger.to_string(), suggestion });
        }
        let fitted = fields.iter().map(|field| {
            let value = context.get(&field.key).unwrap_or(&Value::Null);
            Ok((Arc::clone(&field.key), self.fit_at(Shape::Value(field.kind), value, depth + 1)?))
        });
        Ok(Context::new(fitted.collect::<Result<Vec<_>, Misfit>>()?)?.into())
    }

    /// An object with nothing filled in: lists empty, all else null.
    pub fn blank(&self, object: ObjectTypeId) -> Value {
        let blank =
            |kind| if matches!(kind, FieldKind::List(_) | FieldKind::MultipleChoice(_)) { List::default().into() } else { Value::Null };
        let fields = self.fields(object).iter().map(|field| (Arc::clone(&field.key), blank(field.kind)));
        Context::new(fields).map_or(Value::Null, Value::Context)
    }
}

/// A value of a kind that needs no look at the model; `None` if it does not fit.
fn fit_simple(kind: FieldKind, value: &Value) -> Option<Value> {
    match kind {
        FieldKind::Text | FieldKind::LongText | FieldKind::Email | FieldKind::Phone => value.as_text().map(|_| value.clone()),
        FieldKind::WholeNumber => value.as_number().filter(|number| number.is_whole()).map(|_| value.clone()),
        FieldKind::Decimal => value.as_number().map(|_| value.clone()),
        FieldKind::Money => value.as_number()?.rounded(2, Rounding::HalfUp).map(Value::Number),
        FieldKind::YesNo => value.as_boolean().map(Value::Boolean),
        FieldKind::Date => match value {
            Value::Date(_) => Some(value.clone()),
            Value::DateTime(moment) => Some(Value::Date(moment.date)),
            _ => None,
        },
        FieldKind::Time => matches!(value, Value::Time(_)).then(|| value.clone()),
        FieldKind::DateTime => match value {
            Value::Date(date) => Some(DateTime::midnight(*date, None).into()),
            Value::DateTime(_) => Some(value.clone()),
            _ => None,
        },
        FieldKind::File => match value {
            Value::Text(_) => Context::default().with("name", value.clone()).ok().map(Value::Context),
            _ => fit_parts(kind, value),
        },
        _ => fit_parts(kind, value),
    }
}

/// A person, address, bank account or file: texts, a date of birth, a size.
fn fit_parts(kind: FieldKind, value: &Value) -> Option<Value> {
    let context = value.as_context()?;
    let strangers = context.entries().iter().any(|(name, _)| !kind.parts().contains(&name.as_ref()));
    if strangers {
        return None;
    }
    let part = |key: &&'static str| {
        let value = context.get(key).unwrap_or(&Value::Null);
        let fits = match (*key, value) {
            (_, Value::Null) | ("geburtsdatum", Value::Date(_)) => true,
            ("groesse", Value::Number(_)) => kind == FieldKind::File,
            (key, Value::Text(_)) => key != "geburtsdatum",
            _ => false,
        };
        fits.then(|| (Arc::from(*key), value.clone()))
    };
    let parts = kind.parts().iter().map(part).collect::<Option<Vec<_>>>()?;
    Context::new(parts).ok().map(Value::Context)
}

/// A simulated moment as FEEL has it: local time without a zone.
pub(super) fn feel_date_time(moment: jiff::civil::DateTime) -> Option<DateTime> {
    let date = Date::new(moment.year().into(), moment.month().into(), moment.day().into())?;
    let nanosecond = u32::try_from(moment.subsec_nanosecond()).ok()?;
    let time = Time::new(moment.hour().into(), moment.minute().into(), moment.second().into(), nanosecond, None)?;
    Some(DateTime { date, time })
}

/// A date or date-time of FEEL as a simulated moment; `None` for other values and beyond the year 9999.
pub(super) fn moment_of(value: &Value) -> Option<jiff::civil::DateTime> {
    let day = |date: Date| {
        let year = i16::try_from(date.year()).ok()?;
        jiff::civil::Date::new(year, date.month().cast_signed(), date.day().cast_signed()).ok()
    };
    match value {
        Value::Date(date) => Some(day(*date)?.at(0, 0, 0, 0)),
        Value::DateTime(moment) => {
            let time = &moment.time;
            let part = |number: u32| i8::try_from(number).ok();
            let (hour, minute, second) = (part(time.hour())?, part(time.minute())?, part(time.second())?);
            Some(day(moment.date)?.at(hour, minute, second, i32::try_from(time.nanosecond()).ok()?))
        }
        _ => None,
    }
}

/// Whether a number reaches this many.
pub(super) fn count_of(number: &Number) -> Option<usize> {
    number.to_i64().and_then(|count| usize::try_from(count).ok())
}
