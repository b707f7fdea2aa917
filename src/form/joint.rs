//! Rules about several elements together: at least one, exactly one, a date in parts.

use super::duties::JointRule;
use super::fault::Fault;
use super::formula::Scope;
use super::judge::{Asked, asked, asked_among, own_words};
use super::state::{ElementState, Inside, PageState};
use crate::expr::{Date, Value};
use crate::model::{Consequence, FormElementId};
use std::collections::{BTreeMap, BTreeSet};

/// What is seen of a target.
#[derive(Default)]
struct Sight {
    name: String,
    is_filled_in: bool,
    /// Whether a fault can be mended there.
    is_open: bool,
    value: Value,
}

/// The visible targets of rules.
type Sights = BTreeMap<FormElementId, Sight>;

/// Notes at the pages and at what is on them which of these rules are broken.
pub fn judge_pages(rules: &[JointRule], pages: &mut [PageState], scope: &Scope) {
    if rules.is_empty() {
        return;
    }
    let wanted = targets(rules);
    let mut sights = Sights::new();
    for page in pages.iter().filter(|page| page.is_visible) {
        if wanted.contains(&page.id) {
            let asked = if page.is_read_only { Asked::Nothing } else { asked_among(page.elements.iter()) };
            look_at_group(&page.title, asked, sights.entry(page.id).or_default());
        }
        page.elements.iter().for_each(|element| look(element, &wanted, &mut sights));
    }
    let faults = all_broken(rules, &sights, scope);
    for page in pages.iter_mut().filter(|page| page.is_visible && !faults.is_empty()) {
        page.faults.extend(faults.get(&page.id).cloned());
        page.elements.iter_mut().for_each(|element| note(element, &faults));
    }
}

/// Notes at the elements of an entry which of these rules are broken among them.
pub fn judge_together(rules: &[JointRule], elements: &mut [ElementState], scope: &Scope) {
    if rules.is_empty() {
        return;
    }
    let wanted = targets(rules);
    let mut sights = Sights::new();
    elements.iter().for_each(|element| look(element, &wanted, &mut sights));
    let faults = all_broken(rules, &sights, scope);
    elements.iter_mut().for_each(|element| note(element, &faults));
}

fn targets(rules: &[JointRule]) -> BTreeSet<FormElementId> {
    rules.iter().flat_map(|rule| &rule.targets).copied().collect()
}

/// The first fault of each target.
fn all_broken(rules: &[JointRule], sights: &Sights, scope: &Scope) -> BTreeMap<FormElementId, Fault> {
    let mut faults = BTreeMap::new();
    for rule in rules.iter().filter(|rule| rule.rule.holds(scope)) {
        for (target, fault) in broken(rule, sights) {
            faults.entry(target).or_insert_with(|| own_words(&rule.rule).unwrap_or(fault));
        }
    }
    faults
}

fn look(element: &ElementState, wanted: &BTreeSet<FormElementId>, sights: &mut Sights) {
    if !element.is_visible {
        return;
    }
    let id = element.place.element;
    match &element.inside {
        Inside::Field(field) if wanted.contains(&id) => {
            let sight = sights.entry(id).or_default();
            sight.name.clone_from(&field.plan.label);
            sight.is_filled_in |= field.is_filled_in();
            sight.is_open |= !field.plan.is_read_only;
            sight.value = field.value.clone();
        }
        Inside::Group { title, elements, .. } => {
            if wanted.contains(&id) {
                look_at_group(title, asked(&element.inside), sights.entry(id).or_default());
            }
            elements.iter().for_each(|element| look(element, wanted, sights));
        }
        Inside::Repeat(repeat) => {
            if wanted.contains(&id) {
                look_at_group(&repeat.plan.title, asked(&element.inside), sights.entry(id).or_default());
            }
            repeat.entries.iter().flat_map(|entry| &entry.elements).for_each(|element| look(element, wanted, sights));
        }
        _ => {}
    }
}

fn look_at_group(title: &str, asked: Asked, sight: &mut Sight) {
    title.clone_into(&mut sight.name);
    sight.is_filled_in |= asked == Asked::Filled;
    sight.is_open |= asked != Asked::Nothing;
}

/// Where a rule that holds is broken, and how.
fn broken(rule: &JointRule, sights: &Sights) -> Vec<(FormElementId, Fault)> {
    let seen = || rule.targets.iter().filter_map(|id| sights.get(id).map(|sight| (*id, sight)));
    let open = || seen().filter(|(_, sight)| sight.is_open);
    let names = || open().map(|(_, sight)| sight.name.clone()).collect();
    let filled = seen().filter(|(_, sight)| sight.is_filled_in).count();
    match rule.rule.then {
        Consequence::AtLeastOne if filled == 0 => open().map(|(id, _)| (id, Fault::AtLeastOneOf { names: names() })).collect(),
        Consequence::ExactlyOne if filled == 0 => open().map(|(id, _)| (id, Fault::ExactlyOneOf { names: names() })).collect(),
        Consequence::ExactlyOne if filled > 1 => {
            let too_many = open().filter(|(_, sight)| sight.is_filled_in);
            too_many.map(|(id, _)| (id, Fault::ExactlyOneOf { names: names() })).collect()
        }
        Consequence::ValidPartialDate => partial_date(rule, sights).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What is wrong with a date of which parts may be unknown, and at which part. What is not shown or not filled in is not known.
fn partial_date(rule: &JointRule, sights: &Sights) -> Option<(FormElementId, Fault)> {
    let target = |index: usize| rule.targets.get(index).filter(|id| sights.get(id).is_some_and(|sight| sight.is_open));
    let part =
        |index: usize| target(index).and_then(|id| sights.get(id)).filter(|sight| sight.is_filled_in).map(|sight| number(&sight.value));
    let (day, month, year) = (part(0), part(1), part(2));
    let fault_at = |index: usize, fault: Fault| target(index).map(|id| (*id, fault));
    let gap = match (day, month, year) {
        (Some(_), None, _) => fault_at(1, Fault::DayWithoutMonth),
        (_, Some(_), None) => fault_at(2, Fault::MonthWithoutYear),
        _ => None,
    };
    let has_no_such_month = month.is_some_and(|month| month.is_none_or(|month| !(1..=12).contains(&month)));
    gap.or_else(|| has_no_such_month.then(|| fault_at(1, Fault::NoSuchMonth))?).or_else(|| {
        let day = day?;
        // Without a year the 29th of February may be meant, without a month the 31st.
        let is_possible = day.is_some_and(|day| Date::new(year.flatten().unwrap_or(2000), month.flatten().unwrap_or(1), day).is_some());
        (!is_possible).then(|| fault_at(0, Fault::NoSuchDay))?
    })
}

/// The number that a part of a date stands for: `3`, `"03"`.
fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.to_i64().filter(|whole| number.is_whole() && *whole >= 0),
        Value::Text(text) => text.trim().parse().ok().filter(|_| text.trim().bytes().all(|byte| byte.is_ascii_digit())),
        _ => None,
    }
}

/// Puts the faults at their elements. A field that has a fault already keeps it alone.
fn note(element: &mut ElementState, faults: &BTreeMap<FormElementId, Fault>) {
    if !element.is_visible {
        return;
    }
    let own = faults.get(&element.place.element);
    match &mut element.inside {
        Inside::Field(field) if field.faults.is_empty() && !field.plan.is_read_only => {
            field.faults.extend(own.map(|fault| (0, fault.clone())))
        }
        Inside::Group { elements, faults: noted, .. } => {
            noted.extend(own.cloned());
            elements.iter_mut().for_each(|element| note(element, faults));
        }
        Inside::Repeat(repeat) => {
            repeat.faults.extend(own.cloned());
            repeat.entries.iter_mut().flat_map(|entry| &mut entry.elements).for_each(|element| note(element, faults));
        }
        _ => {}
    }
}
