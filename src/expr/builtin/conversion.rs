//! Conversions: `date`, `time`, `date and time`, `duration`, `number`, `string`.

use super::super::number::Number;
use super::super::temporal::{Date, DateTime, DayTimeDuration, Time, YearMonthDuration, Zone};
use super::super::types::{Kind, Kinds};
use super::super::value::Value;
use super::{ANY, Builtin, Call, NUMBER, TEXT, Values, function, need, takes};

const DATE: Kinds = Kinds::of(&[Kind::Date]);
const TIME: Kinds = Kinds::of(&[Kind::Time]);
const MOMENT: Kinds = Kinds::of(&[Kind::DateTime]);
const DATE_SOURCE: Kinds = Kinds::of(&[Kind::Text, Kind::Date, Kind::DateTime]);
const TIME_SOURCE: Kinds = Kinds::of(&[Kind::Text, Kind::Time, Kind::Date, Kind::DateTime]);
const NUMBER_SOURCE: Kinds = Kinds::of(&[Kind::Text, Kind::Number]);
const OFFSET: Kinds = Kinds::of(&[Kind::DayTimeDuration, Kind::Null]);
const MONTHS: Kinds = Kinds::of(&[Kind::YearMonthDuration]);
const OPTIONAL_TEXT: Kinds = Kinds::of(&[Kind::Text, Kind::Null]);

pub(super) const FUNCTIONS: &[Builtin] = &[
    function(
        "date",
        &[
            takes(&[need("from", DATE_SOURCE)], DATE, date),
            takes(&[need("year", NUMBER), need("month", NUMBER), need("day", NUMBER)], DATE, date_of_parts),
        ],
    ),
    function(
        "time",
        &[
            takes(&[need("from", TIME_SOURCE)], TIME, time),
            takes(&[need("hour", NUMBER), need("minute", NUMBER), need("second", NUMBER)], TIME, time_of_parts),
            takes(&[need("hour", NUMBER), need("minute", NUMBER), need("second", NUMBER), need("offset", OFFSET)], TIME, time_of_parts),
        ],
    ),
    function(
        "date and time",
        &[
            takes(&[need("from", DATE_SOURCE)], MOMENT, moment),
            takes(&[need("date", Kinds::CALENDAR), need("time", TIME)], MOMENT, moment_of_parts),
            takes(&[need("date", MOMENT), need("timezone", TEXT)], MOMENT, moment_in_zone),
        ],
    ),
    function("duration", &[takes(&[need("from", TEXT)], Kinds::DURATION, duration)]),
    function("years and months duration", &[takes(&[need("from", Kinds::CALENDAR), need("to", Kinds::CALENDAR)], MONTHS, months_between)]),
    function(
        "number",
        &[
            takes(&[need("from", NUMBER_SOURCE)], NUMBER, number),
            takes(
                &[need("from", TEXT), need("grouping separator", OPTIONAL_TEXT), need("decimal separator", OPTIONAL_TEXT)],
                NUMBER,
                number_with_separators,
            ),
        ],
    ),
    function("string", &[takes(&[need("from", ANY)], TEXT, string)]),
];

/// The day of a date, or of a date and time.
pub(super) fn day_of(value: &Value) -> Option<Date> {
    match value {
        Value::Date(date) => Some(*date),
        Value::DateTime(moment) => Some(moment.date),
        _ => None,
    }
}

fn date(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    match values.given(0)? {
        Value::Text(text) => Date::read(text).map(Value::Date),
        other => day_of(other).map(Value::Date),
    }
}

fn date_of_parts(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    Date::new(values.whole(0)?, values.whole(1)?, values.whole(2)?).map(Value::Date)
}

fn time(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    match values.given(0)? {
        Value::Text(text) => Time::read(text).map(Value::from),
        Value::DateTime(moment) => Some(Value::from(moment.time.clone())),
        Value::Date(date) => Some(Value::from(DateTime::midnight(*date, Some(Zone::UTC)).time)),
        other => Some(other.clone()),
    }
}

fn time_of_parts(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let zone = match values.given(3) {
        Some(Value::DayTimeDuration(offset)) => Some(Zone::offset(i64::try_from(offset.nanoseconds() / 1_000_000_000).ok()?)?),
        _ => None,
    };
    let second = DayTimeDuration::from_number(values.number(2)?)?;
    let [0, 0, 0, seconds, nanoseconds] = second.parts() else {
        return None;
    };
    Time::new(values.whole(0)?, values.whole(1)?, seconds, u32::try_from(nanoseconds).ok()?, zone).map(Value::from)
}

fn moment(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    match values.given(0)? {
        Value::Text(text) => DateTime::read(text).map(Value::from),
        Value::Date(date) => Some(Value::from(DateTime::midnight(*date, Some(Zone::UTC)))),
        other => Some(other.clone()),
    }
}

fn moment_of_parts(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let Some(Value::Time(time)) = values.given(1) else {
        return None;
    };
    Some(Value::from(DateTime { date: day_of(values.given(0)?)?, time: time.as_ref().clone() }))
}

fn moment_in_zone(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let Some(Value::DateTime(moment)) = values.given(0) else {
        return None;
    };
    moment.in_zone(Zone::place(values.text(1)?)?).map(Value::from)
}

fn duration(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let text = values.text(0)?;
    YearMonthDuration::read(text).map(Value::from).or_else(|| DayTimeDuration::read(text).map(Value::from))
}

fn months_between(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let months = day_of(values.given(1)?)?.months_since(day_of(values.given(0)?)?);
    Some(Value::from(YearMonthDuration { months }))
}

fn number(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    match values.given(0)? {
        Value::Text(text) => Number::read(text).map(Value::Number),
        other => Some(other.clone()),
    }
}

/// Grouping by space, comma or point; the decimal separator is point or comma, and not the same.
fn number_with_separators(_: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let (grouping, decimal) = (values.text(1), values.text(2));
    let grouping_known = grouping.is_none_or(|sign| [" ", ",", "."].contains(&sign));
    let decimal_known = decimal.is_none_or(|sign| [".", ","].contains(&sign));
    if !grouping_known || !decimal_known || (grouping.is_some() && grouping == decimal) {
        return None;
    }
    let mut text = values.text(0)?.to_owned();
    if let Some(sign) = grouping {
        text = text.replace(sign, "");
    }
    if let Some(sign) = decimal {
        text = text.replace(sign, ".");
    }
    Number::read(&text).map(Value::Number)
}

fn string(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    match values.value(0) {
        Value::Null => Some(Value::Null),
        value => call.text(value.to_plain_text()),
    }
}
