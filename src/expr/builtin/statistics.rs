//! Figures about lists: `min`, `max`, `sum`, `mean`, `median`, `stddev`, `mode`, `product`. Each takes a list or the values one by one.

use super::super::number::Number;
use super::super::value::Value;
use super::{ANY, Builtin, Call, Kinds, LIST, NUMBER, Overload, Parameter, Values, function, need, takes, takes_many};
use std::cmp::Ordering;

pub(super) const FUNCTIONS: &[Builtin] = &[
    function("min", &[of_list(Kinds::ORDERED, min), of_values(Kinds::ORDERED, min)]),
    function("max", &[of_list(Kinds::ORDERED, max), of_values(Kinds::ORDERED, max)]),
    function("sum", &[of_list(NUMBER, sum), of_values(NUMBER, sum)]),
    function("mean", &[of_list(NUMBER, mean), of_values(NUMBER, mean)]),
    function("median", &[of_list(NUMBER, median), of_values(NUMBER, median)]),
    function("stddev", &[of_list(NUMBER, deviation), of_values(NUMBER, deviation)]),
    function("mode", &[of_list(LIST, mode), of_values(LIST, mode)]),
    function("product", &[of_list(NUMBER, product), of_values(NUMBER, product)]),
];

type Run = super::Run;

const fn of_list(result: Kinds, run: Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("list", LIST)];
    takes(PARAMETERS, result, run)
}

const fn of_values(result: Kinds, run: Run) -> Overload {
    const PARAMETERS: &[Parameter] = &[need("n1", ANY), need("n2", ANY)];
    takes_many(PARAMETERS, result, run)
}

/// The values of the list, or those given one by one.
fn items(call: &mut Call<'_, '_>, values: &Values) -> Option<Vec<Value>> {
    let items = match values.given(1) {
        None => values.list(0)?.to_vec(),
        Some(_) => values.all().cloned().collect(),
    };
    call.work(items.iter().map(Value::weight).sum())?;
    Some(items)
}

/// The same as numbers; `None` where one is none, or there is none at all.
fn numbers(call: &mut Call<'_, '_>, values: &Values) -> Option<Vec<Number>> {
    let numbers: Option<Vec<Number>> = items(call, values)?.iter().map(|item| item.as_number().cloned()).collect();
    numbers.filter(|numbers| !numbers.is_empty())
}

fn min(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    extreme(call, values, Ordering::Less)
}

fn max(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    extreme(call, values, Ordering::Greater)
}

fn extreme(call: &mut Call<'_, '_>, values: &Values, wanted: Ordering) -> Option<Value> {
    let items = items(call, values)?;
    let mut best = items.first()?;
    best.compare(best)?;
    for item in &items {
        if item.compare(best)? == wanted {
            best = item;
        }
    }
    Some(best.clone())
}

fn total(numbers: &[Number]) -> Option<Number> {
    numbers.iter().try_fold(Number::ZERO, |sum, number| sum.plus(number))
}

fn average(numbers: &[Number]) -> Option<Number> {
    total(numbers)?.divided_by(&numbers.len().into())
}

fn sum(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    total(&numbers(call, values)?).map(Value::Number)
}

fn mean(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    average(&numbers(call, values)?).map(Value::Number)
}

fn product(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    numbers(call, values)?.iter().try_fold(Number::ONE, |product, number| product.times(number)).map(Value::Number)
}

fn median(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let mut numbers = numbers(call, values)?;
    numbers.sort();
    let middle = numbers.len() / 2;
    if numbers.len() % 2 == 1 {
        return numbers.get(middle).cloned().map(Value::Number);
    }
    average(numbers.get(middle - 1..=middle)?).map(Value::Number)
}

/// The sample standard deviation, which needs two values.
fn deviation(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    let numbers = numbers(call, values)?;
    let mean = average(&numbers)?;
    let squares: Option<Vec<Number>> = numbers
        .iter()
        .map(|number| {
            let distance = number.minus(&mean)?;
            distance.times(&distance)
        })
        .collect();
    let variance = total(&squares?)?.divided_by(&(numbers.len() - 1).into())?;
    variance.square_root().map(Value::Number)
}

/// The most frequent numbers in ascending order; none for an empty list.
fn mode(call: &mut Call<'_, '_>, values: &Values) -> Option<Value> {
    if items(call, values)?.is_empty() {
        return call.list(Vec::new());
    }
    let mut numbers = numbers(call, values)?;
    numbers.sort();
    let groups: Vec<&[Number]> = numbers.chunk_by(|left, right| left == right).collect();
    let most = groups.iter().map(|group| group.len()).max()?;
    let modes = groups.iter().filter(|group| group.len() == most).filter_map(|group| group.first().cloned().map(Value::Number));
    call.list(modes.collect())
}
