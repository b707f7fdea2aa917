//! Functions of numbers.

use super::super::limits::SERIES;
use super::super::number::{Number, Rounding};
use super::super::types::{Kind, Kinds};
use super::super::value::Value;
use super::{BOOLEAN, Builtin, Call, NUMBER, Overload, Parameter, Run, Values, function, may, need, takes};

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
        &[takes(&[need("dividend", NUMBER), need("divisor", NUMBER)], NUMBER, |call, values| {
            let (dividend, divisor) = (values.number(0)?, values.number(1)?);
            // A rest is found digit by digit.
            call.work(usize::try_from(dividend.magnitude().abs_diff(divisor.magnitude())).ok()?)?;
            dividend.modulo(divisor).map(Value::Number)
        })],
    ),
    function("sqrt", &[of_number(|call, values| series(call, values, Number::square_root))]),
    function("log", &[of_number(|call, values| series(call, values, Number::natural_logarithm))]),
    function("exp", &[of_number(|call, values| series(call, values, Number::exponential))]),
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

/// A function that is computed term by term, and paid for as such.
fn series(call: &mut Call<'_, '_>, values: &Values, function: fn(&Number) -> Option<Number>) -> Option<Value> {
    call.work(SERIES)?;
    function(values.number(0)?).map(Value::Number)
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
