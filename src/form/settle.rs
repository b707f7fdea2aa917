//! Finds out what is visible and prefilled, which depends on the data, which depend on what is visible.

use super::account::Account;
use super::format;
use super::formula::Scope;
use super::overlay::{data, entry_data};
use super::reading::{take_held, take_texts};
use super::state::{ElementState, FieldState, Inside, PageState};
use crate::expr::{Context, Date, DateTime, Value};

/// Passes after which conditions that chase each other in a circle are left as they are. A chain of conditions, each hiding the
/// field that the next one looks at, needs one pass a link.
const PASSES: usize = 64;

/// Settles visibility and prefilled values, beginning with everything visible. Returns the data that result.
pub fn settle(pages: &mut [PageState], case: &Context, account: &Account, now: &DateTime) -> Scope {
    let typed = Scope::new(data(pages, case), now.clone());
    for page in &mut *pages {
        prefill_elements(&mut page.elements, &typed, account, now.date);
    }
    let mut scope = Scope::new(data(pages, case), now.clone());
    for _ in 0..PASSES {
        for page in &mut *pages {
            page.is_visible = page.duties.allow(&scope);
            show(&mut page.elements, page.is_visible, &scope);
            prefill_elements(&mut page.elements, &scope, account, now.date);
        }
        let names = data(pages, case);
        let is_settled = Value::from(names.clone()).is(&Value::from(scope.names));
        scope.names = names;
        if is_settled {
            break;
        }
    }
    scope
}

fn show(elements: &mut [ElementState], is_shown: bool, scope: &Scope) {
    for element in elements {
        element.is_visible = is_shown && element.duties.allow(scope);
        let is_visible = element.is_visible;
        within(element, scope, &mut |elements, scope| show(elements, is_visible, scope));
    }
}

fn prefill_elements(elements: &mut [ElementState], scope: &Scope, account: &Account, today: Date) {
    for element in elements {
        if let Inside::Field(field) = &mut element.inside {
            prefill(field, scope, account, today);
        }
        within(element, scope, &mut |elements, scope| prefill_elements(elements, scope, account, today));
    }
}

/// Goes into groups, and into entries with the entry in scope.
fn within(element: &mut ElementState, scope: &Scope, go: &mut dyn FnMut(&mut [ElementState], &Scope)) {
    match &mut element.inside {
        Inside::Group { elements, .. } => go(elements, scope),
        Inside::Repeat(repeat) => {
            for entry in &mut repeat.entries {
                let scope = scope.with(&repeat.plan.entry_name, Value::from(entry_data(entry)));
                go(&mut entry.elements, &scope);
            }
        }
        Inside::Field(_) | Inside::Heading(_) | Inside::Text(_) | Inside::Hint { .. } => {}
    }
}

/// Until somebody types in it, a field that the case holds nothing for follows the account or its prefill; a read-only one always does.
fn prefill(field: &mut FieldState, scope: &Scope, account: &Account, today: Date) {
    let follows = field.plan.is_prefilled() && !field.is_typed && (field.held.is_null() || field.plan.is_read_only);
    if !follows {
        return;
    }
    let offered = field.plan.account.map(|attribute| account.value(attribute)).filter(|value| !value.is_null());
    let value = offered.unwrap_or_else(|| field.plan.prefill.value(scope));
    match format::input(field.plan.kind, &value) {
        Some(texts) if !value.is_null() => take_texts(field, texts, today),
        _ => take_held(field),
    }
}
