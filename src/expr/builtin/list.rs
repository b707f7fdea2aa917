//! Functions that build lists from lists.

use super::super::value::{List, Value};
use super::{ANY, Builtin, Call, FUNCTION, LIST, NUMBER, Values, function, may, need, takes, takes_many};

pub(super) const FUNCTIONS: &[Builtin] = &[
    function("append", &[takes_many(&[need("list", LIST), need("item", ANY)], LIST, append)]),
    function("concatenate", &[takes_many(&[need("list", LIST)], LIST, concatenate)]),
    function("insert before", &[takes(&[need("list", LIST), need("position", NUMBER), need("newItem", ANY)], LIST, insert)]),
    function("remove", &[takes(&[need("list", LIST), need("position", NUMBER)], LIST, remove)]),
    function("reverse", &[takes(&[need("list", LIST)], LIST, reverse)]),
    function("union", &[takes_many(&[need("list", LIST)], LIST, union)]),
    function("distinct values", &[takes(&[need("list", LIST)], LIST, union)]),
    function("flatten", &[takes(&[need("list", LIST)], LIST, flatten)]),
    function(
        "list replace",
        &[
            takes(&[need("list", LIST), need("position", NUMBER), need("newItem", ANY)], LIST, replace_at),
            takes(&[need("list", LIST), need("match", FUNCTION), need("newItem", ANY)], LIST, replace_matches),
        ],
    ),
    function("sort", &[takes(&[need("list", LIST), may("precedes", FUNCTION)], LIST, sort)]),
];

/// A place in a list from its position, from 1, or from −1 backwards.
pub(super) fn index(position: i64, length: usize) -> Option<usize> {
    let index = match position {
        1.. => usize::try_from(position - 1).ok()?,
        0 => return None,
        _ => length.checked_sub(usize::try_from(position.unsigned_abs()).ok()?)?,
    };
    (index < length).then_some(index)
}

fn append(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let items = values.list(0)?.iter().chain(values.all().skip(1)).cloned().collect();
    call.list(items)
}

fn concatenate(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let items = joined(call, values)?;
    call.list(items)
}

fn joined(call: &mut Call<'_, '_>, values: &Values) -> Option<Vec<Value>> {
    let lists: Vec<&List> = values.all().filter_map(Value::as_list).collect();
    call.work(lists.iter().map(|list| list.len()).sum())?;
    Some(lists.into_iter().flat_map(|list| list.items().iter().cloned()).collect())
}

fn insert(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let mut items = values.list(0)?.to_vec();
    let position = values.whole(1)?;
    let place = index(position, items.len()).or((usize::try_from(position).ok() == Some(items.len() + 1)).then_some(items.len()))?;
    items.insert(place, values.value(2));
    call.list(items)
}

fn remove(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let mut items = values.list(0)?.to_vec();
    items.remove(index(values.whole(1)?, items.len())?);
    call.list(items)
}

fn reverse(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let items = values.list(0)?.iter().rev().cloned().collect();
    call.list(items)
}

/// The values of all lists, each once, at the place where it comes first.
fn union(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let mut kept: Vec<Value> = Vec::new();
    for item in joined(call, values)? {
        call.work(kept.len().saturating_mul(item.weight()))?;
        if !kept.iter().any(|own| own.equals(&item) == Some(true)) {
            kept.push(item);
        }
    }
    call.list(kept)
}

fn flatten(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    fn gather(items: &[Value], into: &mut Vec<Value>) {
        for item in items {
            match item {
                Value::List(list) => gather(list.items(), into),
                single => into.push(single.clone()),
            }
        }
    }
    let mut items = Vec::new();
    call.work(values.value(0).weight())?;
    gather(values.list(0)?, &mut items);
    call.list(items)
}

fn replace_at(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let mut items = values.list(0)?.to_vec();
    let place = index(values.number(1)?.to_i64()?, items.len())?;
    *items.get_mut(place)? = values.value(2);
    call.list(items)
}

/// Replaces the values for which the function, called with the value and the new one, is true.
fn replace_matches(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let (matches, new) = (values.function(1)?, values.value(2));
    let mut items = Vec::new();
    for item in values.list(0)? {
        let answer = call.apply(matches, vec![item.clone(), new.clone()])?.as_boolean()?;
        items.push(if answer { new.clone() } else { item.clone() });
    }
    call.list(items)
}

/// In the order that `precedes` says, equal values as they stood; without it in the order of the values.
fn sort(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let precedes = values.function(1);
    let sorted = merge_sorted(call, values.list(0)?.to_vec(), &|call, left, right| {
        if let Some(precedes) = precedes {
            return Some(call.apply(precedes, vec![left.clone(), right.clone()])?.as_boolean() == Some(true));
        }
        call.work(left.weight().min(right.weight()))?;
        Some(left.compare(right)?.is_lt())
    })?;
    call.list(sorted)
}

type Precedes<'p> = &'p dyn Fn(&mut Call<'_, '_>, &Value, &Value) -> Option<bool>;

/// Our own merge sort: the library's may panic when a foreign order contradicts itself.
fn merge_sorted(call: &mut Call<'_, '_>, mut items: Vec<Value>, precedes: Precedes<'_>) -> Option<Vec<Value>> {
    if items.len() < 2 {
        return Some(items);
    }
    call.work(items.len())?;
    let upper = items.split_off(items.len() / 2);
    let mut left = merge_sorted(call, items, precedes)?.into_iter().peekable();
    let mut right = merge_sorted(call, upper, precedes)?.into_iter().peekable();
    let mut merged = Vec::new();
    while let (Some(first), Some(second)) = (left.peek(), right.peek()) {
        let next = if precedes(call, second, first)? { right.next() } else { left.next() };
        merged.extend(next);
    }
    merged.extend(left);
    merged.extend(right);
    Some(merged)
}
