//! Functions that look into lists.

use super::super::value::Value;
use super::{ANY, BOOLEAN, Builtin, Call, LIST, NUMBER, Values, function, list, may, need, takes};

pub(super) const FUNCTIONS: &[Builtin] = &[
    function("list contains", &[takes(&[need("list", LIST), need("element", ANY)], BOOLEAN, contains)]),
    function("count", &[takes(&[need("list", LIST)], NUMBER, |_, values| Some(Value::Number(values.list(0)?.len().into())))]),
    function("sublist", &[takes(&[need("list", LIST), need("start position", NUMBER), may("length", NUMBER)], LIST, sublist)]),
    function("index of", &[takes(&[need("list", LIST), need("match", ANY)], LIST, index_of)]),
];

fn contains(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let (items, wanted) = (values.list(0)?, values.value(1));
    call.work(values.value(0).weight())?;
    Some(Value::Boolean(items.iter().any(|item| item.equals(&wanted) == Some(true))))
}

fn sublist(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let items = values.list(0)?;
    let start = list::index(values.whole(1)?, items.len())?;
    let rest = items.get(start..)?;
    let part = match values.given(2) {
        None => rest,
        Some(_) => rest.get(..usize::try_from(values.whole(2)?).ok()?)?,
    };
    call.list(part.to_vec())
}

fn index_of(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let (items, wanted) = (values.list(0)?, values.value(1));
    call.work(values.value(0).weight())?;
    let places = items.iter().zip(1_usize..).filter(|(item, _)| item.equals(&wanted) == Some(true));
    let places = places.map(|(_, place)| Value::Number(place.into())).collect();
    call.list(places)
}
