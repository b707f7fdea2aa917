//! Looks for faults: what is required, the constraints of the data field, own rules.

use super::block::needed_parts;
use super::fault::Fault;
use super::format;
use super::formula::{Formula, Scope};
use super::overlay::entry_data;
use super::plan::FieldPlan;
use super::state::{ElementState, FieldState, Inside, PageState, RepeatState};
use crate::expr::{List, Number, Value};
use crate::model::FieldKind;
use std::cmp::Ordering;

/// Notes what is wrong with each visible element.
pub fn judge(pages: &mut [PageState], scope: &Scope) {
    for page in pages {
        judge_elements(&mut page.elements, scope);
    }
}

fn judge_elements(elements: &mut [ElementState], scope: &Scope) {
    for element in elements.iter_mut().filter(|element| element.is_visible) {
        match &mut element.inside {
            Inside::Field(field) => judge_field(field, scope),
            Inside::Group { elements, .. } => judge_elements(elements, scope),
            Inside::Repeat(repeat) => judge_repeat(repeat, scope),
            Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => {}
        }
    }
}

fn judge_repeat(repeat: &mut RepeatState, scope: &Scope) {
    let (least, count) = (repeat.plan.least, repeat.entries.len());
    if count < least as usize {
        repeat.faults.push(Fault::TooFewEntries { least });
    }
    if let Some(most) = repeat.plan.most.filter(|most| count > *most as usize) {
        repeat.faults.push(Fault::TooManyEntries { most });
    }
    for entry in &mut repeat.entries {
        let scope = scope.with(&repeat.plan.entry_name, Value::from(entry_data(entry)));
        judge_elements(&mut entry.elements, &scope);
    }
}

fn judge_field(field: &mut FieldState, scope: &Scope) {
    if field.plan.is_read_only {
        return;
    }
    field.is_required = field.plan.is_required || field.plan.required_when.is_true(scope);
    field.faults = if !field.misread.is_empty() {
        field.misread.clone()
    } else if !field.value.is_filled() {
        let missing: &[usize] = if field.is_required { needed_parts(field.plan.kind) } else { &[] };
        missing.iter().map(|part| (*part, Fault::Missing)).collect()
    } else {
        let broken = constraint(&field.plan, &field.value, scope).or_else(|| broken_rule(&field.plan, scope));
        broken.into_iter().map(|fault| (0, fault)).collect()
    };
}

/// The first own rule that is false. One that cannot be decided yet (null) is not broken: what it looks at may come later.
fn broken_rule(plan: &FieldPlan, scope: &Scope) -> Option<Fault> {
    let (_, message) = plan.rules.iter().find(|(condition, _)| condition.is_false(scope))?;
    Some(Fault::Rule { message: message.clone() })
}

fn constraint(plan: &FieldPlan, value: &Value, scope: &Scope) -> Option<Fault> {
    match value {
        Value::Text(text) => text_constraint(plan, text),
        Value::List(list) => count_constraint(plan, list),
        Value::Context(_) if plan.kind == FieldKind::File => file_constraint(plan, value),
        _ => None,
    }
    .or_else(|| bounds(plan, value, scope))
}

fn text_constraint(plan: &FieldPlan, text: &str) -> Option<Fault> {
    let (constraints, found) = (&plan.constraints, text.chars().count());
    if let Some(least) = constraints.min_length.filter(|least| found < *least as usize) {
        return Some(Fault::TooShort { least });
    }
    if let Some(most) = constraints.max_length.filter(|most| found > *most as usize) {
        return Some(Fault::TooLong { most, found });
    }
    let is_matched = plan.pattern.as_ref().is_none_or(|pattern| pattern.is_match(text));
    (!is_matched).then(|| Fault::Pattern { message: constraints.pattern_message.clone() })
}

fn count_constraint(plan: &FieldPlan, list: &List) -> Option<Fault> {
    if let Some(least) = plan.constraints.min_items.filter(|least| list.len() < *least as usize) {
        return Some(Fault::TooFewEntries { least });
    }
    let most = plan.constraints.max_items.filter(|most| list.len() > *most as usize)?;
    Some(Fault::TooManyEntries { most })
}

fn file_constraint(plan: &FieldPlan, file: &Value) -> Option<Fault> {
    let file = file.as_context()?;
    let name = file.get("name").and_then(Value::as_text).unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let allowed = &plan.constraints.file_kinds;
    if !allowed.is_empty() && !allowed.iter().any(|kind| kind.trim_start_matches('.').eq_ignore_ascii_case(ending)) {
        return Some(Fault::FileKind { allowed: allowed.join(", ") });
    }
    let size = file.get("groesse").and_then(Value::as_number).and_then(Number::to_i64).and_then(|size| u64::try_from(size).ok());
    let most = plan.constraints.max_file_size.filter(|most| size.is_some_and(|size| size > *most))?;
    Some(Fault::FileTooLarge { most: format::file_size(most) })
}

/// Least and greatest value. A bound that is null or of another kind demands nothing.
fn bounds(plan: &FieldPlan, value: &Value, scope: &Scope) -> Option<Fault> {
    let beyond = |bound: &Formula, wrong: Ordering| {
        let bound = if bound.is_given() { bound.value(scope) } else { return None };
        (value.compare(&bound) == Some(wrong)).then(|| format::text(plan.kind, &plan.codes, &bound))
    };
    if let Some(least) = beyond(&plan.minimum, Ordering::Less) {
        return Some(Fault::BelowMinimum { least });
    }
    beyond(&plan.maximum, Ordering::Greater).map(|most| Fault::AboveMaximum { most })
}
