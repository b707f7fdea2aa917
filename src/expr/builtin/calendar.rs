//! Functions of the calendar, and `now` and `today`.

use super::super::evaluate::NoteKind;
use super::super::temporal::DateTime;
use super::super::types::{Kind, Kinds};
use super::super::value::Value;
use super::conversion::day_of;
use super::{Builtin, Call, NUMBER, TEXT, function, need, takes};

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

pub(super) const FUNCTIONS: &[Builtin] = &[
    function(
        "day of year",
        &[takes(&[need("date", Kinds::CALENDAR)], NUMBER, |_, values| {
            Some(Value::from(i64::from(day_of(values.given(0)?)?.day_of_year())))
        })],
    ),
    function(
        "day of week",
        &[takes(&[need("date", Kinds::CALENDAR)], TEXT, |_, values| {
            DAYS.get(usize::from(day_of(values.given(0)?)?.weekday()) - 1).map(|name| Value::text(name))
        })],
    ),
    function(
        "month of year",
        &[takes(&[need("date", Kinds::CALENDAR)], TEXT, |_, values| {
            MONTHS.get(usize::from(day_of(values.given(0)?)?.month()) - 1).map(|name| Value::text(name))
        })],
    ),
    function(
        "week of year",
        &[takes(&[need("date", Kinds::CALENDAR)], NUMBER, |_, values| {
            Some(Value::from(i64::from(day_of(values.given(0)?)?.week_of_year())))
        })],
    ),
    function("now", &[takes(&[], Kinds::of(&[Kind::DateTime]), |call, _| Some(now(call, |now| Value::from(now.clone()))))]),
    function("today", &[takes(&[], Kinds::of(&[Kind::Date]), |call, _| Some(now(call, |now| Value::Date(now.date))))]),
];

fn now(call: &mut Call<'_, '_>, part: impl FnOnce(&DateTime) -> Value) -> Value {
    match &call.machine.environment.now {
        Some(now) => part(now),
        None => call.machine.note(call.span, NoteKind::NoClock),
    }
}
