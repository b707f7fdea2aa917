//! Functions of numbers.

use super::super::number::{Number, Rounding};
use super::super::types::{Kind, Kinds};
use super::super::value::Value;
use super::{BOOLEAN, Builtin, NUMBER, Overload, Parameter, Run, Values, function, may, need, takes};

const SIZED: Kinds = Kinds::of(&[Kind::Number, Kind::DayTimeDuration, Kind::YearMonthDuration]);

pub(super) const FUNCTIONS: &[Builtin] = &[
    function("decimal", &[to_scale(|_, values| rounded(values, Rounding::HalfEven))]),
    function("floor", &[to_whole(|_, values| rounded(values, Rounding::Floor))]),
    function("ceiling", &[to_whole(|_, values| rounded(values, Rounding::Ceiling))]),
    function("round up", &[to_scale(|_, values| rounded(values, Rounding::Up))]),
    function("round down", &[to_scale(|_, values| rounded(values, Rounding::Down))]),
    function("round half up", &[to_scale(|_, values| rounded(values, Rounding::HalfUp))]),
    function("round half down", &[to_scale(|_, values| rounded(values, Rounding::HalfDown))]),
    function("abs", &[takes(&[need("n", SIZED)], SIZED, |_, values| absolute(values.given(0)?))]),
    function(
        "modulo",
        &[takes(&[need("dividend", NUMBER), need("divisor", NUMBER)], NUMBER, |_, values| {
            values.number(0)?.modulo(values.number(1)?).map(Value::Number)
        })],
    ),
    function("sqrt", &[of_number(|_, values| values.number(0)?.square_root().map(Value::Number))]),
    function("log", &[of_number(|_, values| values.number(0)?.natural_logarithm().map(Value::Number))]),
    function("exp", &[of_number(|_, values| values.number(0)?.exponential().map(Value::Number))]),
    function("odd", &[takes(&[need("number", NUMBER)], BOOLEAN, |_, values| parity(values, true))]),
    function("even", &[takes(&[need("number", NUMBER)], BOOLEAN, |_, values| parity(values, false))]),
];

const fn of_number(run: Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("number", NUMBER)];
    takes(PARAMETERS, NUMBER, run)
}

const fn to_scale(run: Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("n", NUMBER), need("scale", NUMBER)];
    takes(PARAMETERS, NUMBER, run)
}

const fn to_whole(run: Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("n", NUMBER), may("scale", NUMBER)];
    takes(PARAMETERS, NUMBER, run)
}

fn rounded(values: &Values, rounding: Rounding) -> Option<Value> {
    let scale = match values.given(1) {
        None => 0,
        Some(_) => values.whole(1)?,
    };
    values.number(0)?.rounded(scale, rounding).map(Value::Number)
}

fn absolute(value: &Value) -> Option<Value> {
    match value {
        Value::Number(number) => Some(Value::Number(number.absolute())),
        Value::DayTimeDuration(duration) if duration.nanoseconds() < 0 => duration.negated().map(Value::from),
        Value::YearMonthDuration(duration) if duration.months < 0 => duration.negated().map(Value::from),
        other => Some(other.clone()),
    }
}

fn parity(values: &Values, odd: bool) -> Option<Value> {
    let number = values.number(0)?;
    let rest = number.modulo(&Number::from(2_i64))?;
    Some(Value::Boolean(number.is_whole() && rest.is_zero() != odd))
}
