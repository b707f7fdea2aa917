//! Fills in a form so that it finds no fault: first what is wished, then what must be there, then what the faults ask for.

use super::super::domain::{Domains, context_of};
use super::sample::samples;
use crate::expr::{Context, DateTime, Value};
use crate::form::{ElementState, Fault, FieldState, Filling, Inside, Place, Plan};
use crate::model::Assignment;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rounds of filling in and looking at the faults.
const ROUNDS: usize = 40;

/// Data that are to have a value, by path.
pub(super) type Wish = Vec<(String, Value)>;

/// What the form gives when it is filled in with these wishes; `None` if it cannot be filled in so.
pub(super) fn fill(domains: &Domains<'_>, plan: &Arc<Plan>, case: &Context, now: &DateTime, wish: &Wish) -> Option<Vec<Assignment>> {
    let filling = Filling::new(Arc::clone(plan), case.clone(), now.clone());
    let mut filler = Filler { domains, filling, tried: BTreeMap::new(), wish };
    filler.put_all(wish);
    for _ in 0..ROUNDS {
        let missing = filler.missing();
        if !missing.is_empty() {
            filler.put_samples(missing);
            filler.put_all(wish);
            continue;
        }
        let findings = filler.filling.validate();
        if findings.is_empty() {
            return filler.wish_is_there().then(|| filler.filling.entries());
        }
        let mended = findings.iter().filter(|finding| filler.mend(&finding.place, &finding.fault)).count();
        if mended == 0 {
            return None;
        }
    }
    None
}

struct Filler<'a> {
    domains: &'a Domains<'a>,
    filling: Filling,
    /// How many samples were tried at each place.
    tried: BTreeMap<Place, usize>,
    wish: &'a Wish,
}

impl Filler<'_> {
    /// Puts values in at their paths, with one look at the form for each case object.
    fn put_all(&mut self, values: &Wish) {
        let context = context_of(values, &Context::default());
        for (root, value) in context.entries() {
            self.filling.put_path(root, value);
        }
    }

    /// Fields that must be filled in, are not, and were not tried.
    fn missing(&self) -> Vec<Place> {
        let mut found = Vec::new();
        for_each_field(&self.filling, &mut |place, field| {
            let is_open = !field.plan.is_read_only && field.is_required && !field.value.is_filled();
            if is_open && !self.tried.contains_key(place) {
                found.push(place.clone());
            }
        });
        found
    }

    fn put_samples(&mut self, places: Vec<Place>) {
        let mut together = Wish::new();
        for place in places {
            let Some((path, value)) = self.next_sample(&place) else { continue };
            match path {
                Some(path) => together.push((path, value)),
                None => drop(self.filling.put(&place, &value)),
            }
        }
        self.put_all(&together);
    }

    /// The next value to try at a place, with its path where no repeatable group is round it.
    fn next_sample(&mut self, place: &Place) -> Option<(Option<String>, Value)> {
        let number = self.tried.entry(place.clone()).or_default();
        *number += 1;
        let number = *number - 1;
        let Inside::Field(field) = &self.filling.element(place)?.inside else { return None };
        let path = field.plan.keys().join(".");
        let bounds = self.domains.bounds(&path);
        let value = samples(&field.plan, &bounds, self.filling.today()).into_iter().nth(number)?;
        let is_plain = place.entries.is_empty() && !path.is_empty();
        Some((is_plain.then_some(path), value))
    }

    /// Does what a fault asks for; tells whether anything was done.
    fn mend(&mut self, place: &Place, fault: &Fault) -> bool {
        let Some(element) = self.filling.element(place) else { return false };
        match &element.inside {
            Inside::Field(field) if *fault == Fault::NotAllowed => {
                let (is_wished, was_filled) = (self.is_wished(field, place), field.value.is_filled());
                !is_wished && was_filled && self.filling.put(place, &Value::Null)
            }
            Inside::Field(field) => {
                if self.is_wished(field, place) && field.value.is_filled() {
                    return false;
                }
                let Some((_, value)) = self.next_sample(place) else { return false };
                self.filling.put(place, &value)
            }
            Inside::Repeat(repeat) if matches!(fault, Fault::TooFewEntries { .. }) && repeat.can_add() => self.filling.add_entry(place),
            Inside::Group { .. } | Inside::Repeat(_) => self.fill_first_inside(place),
            Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => false,
        }
    }

    fn fill_first_inside(&mut self, place: &Place) -> bool {
        let mut first = None;
        if let Some(element) = self.filling.element(place) {
            for_each_inside(element, &mut |place, field| {
                let is_open = !field.plan.is_read_only && !field.value.is_filled() && !self.tried.contains_key(place);
                if first.is_none() && is_open {
                    first = Some(place.clone());
                }
            });
        }
        let Some(first) = first else { return self.filling.add_entry(place) };
        self.next_sample(&first).is_some_and(|(_, value)| self.filling.put(&first, &value))
    }

    fn is_wished(&self, field: &FieldState, place: &Place) -> bool {
        let path = field.plan.keys().join(".");
        place.entries.is_empty() && self.wish.iter().any(|(wished, _)| *wished == path)
    }

    /// Whether the form gives what was wished, but for what it does not ask for.
    fn wish_is_there(&self) -> bool {
        let mut fits = true;
        for_each_field(&self.filling, &mut |place, field| {
            let path = field.plan.keys().join(".");
            if place.entries.is_empty()
                && let Some((_, value)) = self.wish.iter().find(|(wished, _)| *wished == path)
                && !field.plan.is_read_only
            {
                fits &= field.value.equals(value) == Some(true) || field.value.is(value) || (value.is_null() && !field.value.is_filled());
            }
        });
        fits
    }
}

/// Calls back with each field outside of repeatable groups, hidden ones included.
pub(super) fn for_all_fields(filling: &Filling, visit: &mut dyn FnMut(&FieldState)) {
    let mut open: Vec<&ElementState> = filling.pages().iter().filter(|page| !page.is_read_only).flat_map(|page| &page.elements).collect();
    while let Some(element) = open.pop() {
        match &element.inside {
            Inside::Field(field) => visit(field),
            Inside::Group { elements, .. } => open.extend(elements),
            _ => {}
        }
    }
}

/// Calls back with each visible field.
fn for_each_field(filling: &Filling, visit: &mut dyn FnMut(&Place, &FieldState)) {
    for page in filling.pages().iter().filter(|page| page.is_visible && !page.is_read_only) {
        page.elements.iter().for_each(|element| for_each_inside(element, visit));
    }
}

fn for_each_inside(element: &ElementState, visit: &mut dyn FnMut(&Place, &FieldState)) {
    if !element.is_visible {
        return;
    }
    match &element.inside {
        Inside::Field(field) => visit(&element.place, field),
        Inside::Group { elements, .. } => elements.iter().for_each(|element| for_each_inside(element, visit)),
        Inside::Repeat(repeat) => {
            repeat.entries.iter().flat_map(|entry| &entry.elements).for_each(|element| for_each_inside(element, visit));
        }
        Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => {}
    }
}
