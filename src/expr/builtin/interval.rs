//! Relations between points and ranges (DMN, "Range functions"), and `range`.

use super::super::parser;
use super::super::tree::{Arguments, Node, NodeKind};
use super::super::value::{Range, Value};
use super::{BOOLEAN, Builtin, Call, Kinds, Overload, Parameter, RANGE, Run, TEXT, Values, function, need, takes};
use std::cmp::Ordering;

const POINT: Kinds = Kinds::ORDERED;

pub(super) const FUNCTIONS: &[Builtin] = &[
    function(
        "before",
        &[
            takes(&[need("point1", POINT), need("point2", POINT)], BOOLEAN, |_, values| truth(is_before(values, 0, 1))),
            takes(&[need("point", POINT), need("range", RANGE)], BOOLEAN, |_, values| truth(is_before(values, 0, 1))),
            takes(&[need("range", RANGE), need("point", POINT)], BOOLEAN, |_, values| truth(is_before(values, 0, 1))),
            ranges(|_, values| truth(is_before(values, 0, 1))),
        ],
    ),
    function(
        "after",
        &[
            takes(&[need("point1", POINT), need("point2", POINT)], BOOLEAN, |_, values| truth(is_before(values, 1, 0))),
            takes(&[need("point", POINT), need("range", RANGE)], BOOLEAN, |_, values| truth(is_before(values, 1, 0))),
            takes(&[need("range", RANGE), need("point", POINT)], BOOLEAN, |_, values| truth(is_before(values, 1, 0))),
            ranges(|_, values| truth(is_before(values, 1, 0))),
        ],
    ),
    function("meets", &[ranges(|_, values| truth(meets(values.range(0)?, values.range(1)?)))]),
    function("met by", &[ranges(|_, values| truth(meets(values.range(1)?, values.range(0)?)))]),
    function("overlaps", &[ranges(|_, values| truth(overlaps(values.range(0)?, values.range(1)?)))]),
    function("overlaps before", &[ranges(|_, values| truth(overlaps_before(values.range(0)?, values.range(1)?)))]),
    function("overlaps after", &[ranges(|_, values| truth(overlaps_before(values.range(1)?, values.range(0)?)))]),
    function("finishes", &[point_range(|_, values| truth(finishes(values, 0, 1))), ranges(|_, values| truth(finishes(values, 0, 1)))]),
    function("finished by", &[range_point(|_, values| truth(finishes(values, 1, 0))), ranges(|_, values| truth(finishes(values, 1, 0)))]),
    function("includes", &[range_point(|_, values| truth(includes(values, 0, 1))), ranges(|_, values| truth(includes(values, 0, 1)))]),
    function("during", &[point_range(|_, values| truth(includes(values, 1, 0))), ranges(|_, values| truth(includes(values, 1, 0)))]),
    function("starts", &[point_range(|_, values| truth(starts(values, 0, 1))), ranges(|_, values| truth(starts(values, 0, 1)))]),
    function("started by", &[range_point(|_, values| truth(starts(values, 1, 0))), ranges(|_, values| truth(starts(values, 1, 0)))]),
    function(
        "coincides",
        &[
            takes(&[need("point1", POINT), need("point2", POINT)], BOOLEAN, |_, values| truth(values.given(0)?.equals(values.given(1)?))),
            ranges(|_, values| truth(values.given(0)?.equals(values.given(1)?))),
        ],
    ),
    function("range", &[takes(&[need("from", TEXT)], RANGE, range)]),
];

const fn ranges(run: Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("range1", RANGE), need("range2", RANGE)];
    takes(PARAMETERS, BOOLEAN, run)
}

const fn point_range(run: Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("point", POINT), need("range", RANGE)];
    takes(PARAMETERS, BOOLEAN, run)
}

const fn range_point(run: Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("range", RANGE), need("point", POINT)];
    takes(PARAMETERS, BOOLEAN, run)
}

fn truth(answer: Option<bool>) -> Option<Value> {
    answer.map(Value::Boolean)
}

/// One value lies wholly before the other; a point is a range of itself.
fn is_before(values: &Values, first: usize, second: usize) -> Option<bool> {
    let (end, end_included) = match values.given(first)? {
        Value::Range(range) => (range.end.clone(), range.end_included),
        point => (point.clone(), true),
    };
    let (start, start_included) = match values.given(second)? {
        Value::Range(range) => (range.start.clone(), range.start_included),
        point => (point.clone(), true),
    };
    Some(match end.compare(&start)? {
        Ordering::Less => true,
        Ordering::Equal => !end_included || !start_included,
        Ordering::Greater => false,
    })
}

/// The first ends on the very value on which the second starts.
fn meets(first: &Range, second: &Range) -> Option<bool> {
    Some(first.end.compare(&second.start)?.is_eq() && first.end_included && second.start_included)
}

/// One begins before the other ends, both ways.
fn overlaps(first: &Range, second: &Range) -> Option<bool> {
    Some(reaches(first, second)? && reaches(second, first)?)
}

/// The first ends after the second starts, or on its start.
fn reaches(first: &Range, second: &Range) -> Option<bool> {
    Some(match first.end.compare(&second.start)? {
        Ordering::Greater => true,
        Ordering::Equal => first.end_included && second.start_included,
        Ordering::Less => false,
    })
}

fn overlaps_before(first: &Range, second: &Range) -> Option<bool> {
    let starts_before = match first.start.compare(&second.start)? {
        Ordering::Less => true,
        Ordering::Equal => first.start_included && !second.start_included,
        Ordering::Greater => false,
    };
    Some(starts_before && reaches(first, second)? && ends_within(first, second)?)
}

/// The first does not end after the second.
fn ends_within(first: &Range, second: &Range) -> Option<bool> {
    Some(match first.end.compare(&second.end)? {
        Ordering::Less => true,
        Ordering::Equal => !first.end_included || second.end_included,
        Ordering::Greater => false,
    })
}

/// The first does not start before the second.
fn starts_within(first: &Range, second: &Range) -> Option<bool> {
    Some(match first.start.compare(&second.start)? {
        Ordering::Greater => true,
        Ordering::Equal => !first.start_included || second.start_included,
        Ordering::Less => false,
    })
}

fn finishes(values: &Values, inner: usize, outer: usize) -> Option<bool> {
    let outer = values.range(outer)?;
    match values.given(inner)? {
        Value::Range(inner) => {
            Some(inner.end.compare(&outer.end)?.is_eq() && inner.end_included == outer.end_included && starts_within(inner, outer)?)
        }
        point => Some(outer.end.compare(point)?.is_eq() && outer.end_included),
    }
}

fn starts(values: &Values, inner: usize, outer: usize) -> Option<bool> {
    let outer = values.range(outer)?;
    match values.given(inner)? {
        Value::Range(inner) => {
            Some(inner.start.compare(&outer.start)?.is_eq() && inner.start_included == outer.start_included && ends_within(inner, outer)?)
        }
        point => Some(outer.start.compare(point)?.is_eq() && outer.start_included),
    }
}

fn includes(values: &Values, outer: usize, inner: usize) -> Option<bool> {
    let outer = values.range(outer)?;
    match values.given(inner)? {
        Value::Range(inner) => Some(starts_within(inner, outer)? && ends_within(inner, outer)?),
        point => outer.includes(point),
    }
}

/// Reads a range literal whose ends are literals and in order; here an open end may be left out: `[5..)`.
fn range(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let text = values.text(0)?;
    call.work(text.len())?;
    let tree = parser::parse_range(text).ok()?;
    let literal = match &tree.root.kind {
        NodeKind::Range { start, end, .. } => is_literal(start) && is_literal(end),
        _ => false,
    };
    match literal.then(|| call.machine.evaluate(&tree.root, None)) {
        Some(Value::Range(range)) if range.start.compare(&range.end).is_none_or(Ordering::is_le) => Some(Value::Range(range)),
        _ => None,
    }
}

/// A literal, or a date, time or duration made of literals.
fn is_literal(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Literal(_) => true,
        NodeKind::Call { callee, arguments: Arguments::Positional(arguments) } => {
            let makes =
                matches!(&callee.kind, NodeKind::Name(name, _) if ["date", "time", "date and time", "duration"].contains(&name.as_ref()));
            makes && arguments.iter().all(is_literal)
        }
        _ => false,
    }
}
