//! Looks for faults: what is required, the constraints of the data field, own rules, rules of the form.

use super::duties::{Duties, JointRule, RulePlan};
use super::fault::Fault;
use super::format;
use super::formula::{Formula, Scope};
use super::joint::{judge_pages, judge_together};
use super::overlay::entry_data;
use super::plan::{FieldPlan, Plan};
use super::state::{ElementState, FieldState, Inside, PageState, RepeatState};
use crate::expr::{List, Number, Value};
use crate::model::{Consequence, FieldKind, FormElementId};
use std::cmp::Ordering;

/// Notes what is wrong with each visible element.
pub fn judge(plan: &Plan, pages: &mut [PageState], scope: &Scope) {
    for page in pages.iter_mut().filter(|page| page.is_visible && !page.is_read_only) {
        page.faults.extend(broken_group_rule(&page.duties, || asked_among(page.elements.iter()), scope));
        judge_elements(plan, &mut page.elements, scope);
    }
    judge_pages(joint_rules(plan, None), pages, scope);
}

fn joint_rules(plan: &Plan, group: Option<FormElementId>) -> &[JointRule] {
    plan.joint.get(&group).map_or(&[], Vec::as_slice)
}

fn judge_elements(plan: &Plan, elements: &mut [ElementState], scope: &Scope) {
    for element in elements.iter_mut().filter(|element| element.is_visible) {
        let broken = broken_group_rule(&element.duties, || asked(&element.inside), scope);
        match &mut element.inside {
            Inside::Field(field) => judge_field(field, &element.duties, scope),
            Inside::Group { elements, faults, .. } => {
                judge_elements(plan, elements, scope);
                faults.extend(broken);
            }
            Inside::Repeat(repeat) => {
                judge_repeat(plan, element.place.element, repeat, scope);
                repeat.faults.extend(broken);
            }
            Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => {}
        }
    }
}

fn judge_repeat(plan: &Plan, id: FormElementId, repeat: &mut RepeatState, scope: &Scope) {
    let (least, count) = (repeat.plan.least, repeat.entries.len());
    if count < least as usize {
        repeat.faults.push(Fault::TooFewEntries { least });
    }
    if let Some(most) = repeat.plan.most.filter(|most| count > *most as usize) {
        repeat.faults.push(Fault::TooManyEntries { most });
    }
    for entry in &mut repeat.entries {
        let scope = scope.with(&repeat.plan.entry_name, Value::from(entry_data(entry)));
        judge_elements(plan, &mut entry.elements, &scope);
        judge_together(joint_rules(plan, Some(id)), &mut entry.elements, &scope);
    }
}

fn judge_field(field: &mut FieldState, duties: &Duties, scope: &Scope) {
    if field.plan.is_read_only {
        return;
    }
    let is_required = field.plan.is_required || field.plan.required_when.is_true(scope);
    let demand = duties.rules.iter().find(|rule| rule.demands(scope));
    field.is_required = is_required || demand.is_some();
    field.faults = if !field.misread.is_empty() {
        field.misread.clone()
    } else if field.is_required && !field.value.is_filled() {
        let in_own_words = demand.filter(|_| !is_required).and_then(own_words);
        let missing = |fault: Fault| field.plan.needed_parts().into_iter().map(move |part| (part, fault.clone())).collect();
        in_own_words.map_or_else(|| missing(Fault::Missing), |fault| vec![(0, fault)])
    } else {
        let by_rule = broken_rule(duties, field.is_filled_in(), scope);
        let own = || field.value.is_filled().then(|| own_fault(&field.plan, &field.value, scope)).flatten();
        by_rule.or_else(own).into_iter().map(|fault| (0, fault)).collect()
    };
}

/// What the data field and the field's own rules find wrong with a value.
fn own_fault(plan: &FieldPlan, value: &Value, scope: &Scope) -> Option<Fault> {
    constraint(plan, value, scope).or_else(|| broken_own_rule(plan, scope))
}

/// The first own rule that is false. One that cannot be decided yet (null) is not broken: what it looks at may come later.
fn broken_own_rule(plan: &FieldPlan, scope: &Scope) -> Option<Fault> {
    let (_, message) = plan.rules.iter().find(|(condition, _)| condition.is_false(scope))?;
    Some(Fault::Rule { message: message.clone() })
}

/// The first rule of the form that is broken, apart from those that ask for something.
fn broken_rule(duties: &Duties, is_filled_in: bool, scope: &Scope) -> Option<Fault> {
    duties.rules.iter().find_map(|rule| {
        let fault = match rule.then {
            Consequence::Message => rule.holds(scope).then(|| Fault::Rule { message: rule.message.to_string() })?,
            _ => (is_filled_in && rule.forbids(scope)).then_some(Fault::NotAllowed)?,
        };
        Some(own_words(rule).unwrap_or(fault))
    })
}

/// The first rule that a group or page as a whole breaks. What cannot be filled in at all need not be.
fn broken_group_rule(duties: &Duties, asked: impl FnOnce() -> Asked, scope: &Scope) -> Option<Fault> {
    if duties.rules.is_empty() {
        return None;
    }
    let asked = asked();
    if asked == Asked::Nothing {
        return None;
    }
    let is_filled_in = asked == Asked::Filled;
    let demand = duties.rules.iter().find(|rule| !is_filled_in && rule.demands(scope));
    demand.map(|rule| own_words(rule).unwrap_or(Fault::NothingFilledIn)).or_else(|| broken_rule(duties, is_filled_in, scope))
}

/// The message of a rule, if it has one.
pub fn own_words(rule: &RulePlan) -> Option<Fault> {
    (!rule.message.is_empty()).then(|| Fault::Rule { message: rule.message.to_string() })
}

/// What the visible fields in a group say about it as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// There is nothing to fill in.
    Nothing,
    /// Nothing is filled in.
    Empty,
    /// Something is filled in.
    Filled,
}

/// Whether something is filled in among elements that are visible.
pub fn asked_among<'a>(elements: impl Iterator<Item = &'a ElementState>) -> Asked {
    let visible = elements.filter(|element| element.is_visible);
    visible.map(|element| asked(&element.inside)).max().unwrap_or(Asked::Nothing)
}

/// Whether something is filled in in a field, or in a group and what is in it.
pub fn asked(inside: &Inside) -> Asked {
    match inside {
        Inside::Field(field) if field.plan.is_read_only => Asked::Nothing,
        Inside::Field(field) if field.is_filled_in() => Asked::Filled,
        Inside::Field(_) => Asked::Empty,
        Inside::Group { elements, .. } => asked_among(elements.iter()),
        Inside::Repeat(repeat) => {
            let inner = asked_among(repeat.entries.iter().flat_map(|entry| &entry.elements));
            if repeat.can_add() { inner.max(Asked::Empty) } else { inner }
        }
        Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => Asked::Nothing,
    }
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
