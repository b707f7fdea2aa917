//! From plan and sheet to the tree of what is shown, before any condition is looked at.

use super::block::read_block;
use super::fault::Fault;
use super::format;
use super::place::Place;
use super::plan::{ElementPlan, FieldPlan, KindPlan, Plan};
use super::read::read;
use super::sheet::{Sheet, at};
use super::state::{ElementState, EntryState, FieldState, Inside, PageState, RepeatState};
use crate::expr::{Date, Value};
use crate::model::FieldKind;
use std::sync::Arc;

/// All pages with everything visible and nothing prefilled.
pub fn pages(plan: &Plan, sheet: &Sheet, today: Date) -> Vec<PageState> {
    let page = |page: &super::plan::PagePlan| PageState {
        id: page.id,
        title: Arc::clone(&page.title),
        kind: page.kind,
        is_read_only: page.is_read_only,
        is_visible: true,
        elements: elements(&page.elements, sheet, &[], today),
        faults: Vec::new(),
        duties: Arc::clone(&page.duties),
    };
    plan.pages.iter().map(page).collect()
}

fn elements(plans: &[ElementPlan], sheet: &Sheet, entries: &[usize], today: Date) -> Vec<ElementState> {
    let element = |plan: &ElementPlan| ElementState {
        place: Place::within(plan.id, entries.to_vec()),
        widths: plan.widths,
        is_visible: true,
        inside: inside(plan, sheet, entries, today),
        duties: Arc::clone(&plan.duties),
    };
    plans.iter().map(element).collect()
}

fn inside(plan: &ElementPlan, sheet: &Sheet, entries: &[usize], today: Date) -> Inside {
    match &plan.kind {
        KindPlan::Field(field) => {
            let typed = sheet.typed.get(&plan.id).filter(|_| !field.is_read_only);
            Inside::Field(field_state(field, typed, at(&sheet.held, &field.keys), today))
        }
        KindPlan::Group { title, help, elements: inner } => Inside::Group {
            title: Arc::clone(title),
            help: Arc::clone(help),
            elements: elements(inner, sheet, entries, today),
            faults: Vec::new(),
        },
        KindPlan::Repeat(repeat) => {
            let sheets = sheet.groups.get(&plan.id).map_or(&[][..], Vec::as_slice);
            let entry = |(index, sheet): (usize, &Sheet)| {
                let path = [entries, &[index]].concat();
                EntryState { elements: elements(&repeat.elements, sheet, &path, today), held: sheet.held.clone() }
            };
            Inside::Repeat(RepeatState {
                plan: Arc::clone(repeat),
                entries: sheets.iter().enumerate().map(entry).collect(),
                faults: Vec::new(),
                held: at(&sheet.held, &repeat.keys),
            })
        }
        KindPlan::Heading(text) => Inside::Heading(Arc::clone(text)),
        KindPlan::Text(text) => Inside::Text(Arc::clone(text)),
        KindPlan::Hint(kind, text) => Inside::Hint { kind: *kind, text: Arc::clone(text) },
    }
}

fn field_state(plan: &Arc<FieldPlan>, typed: Option<&Vec<String>>, held: Value, today: Date) -> FieldState {
    let mut state = FieldState {
        plan: Arc::clone(plan),
        is_required: plan.is_required,
        texts: Vec::new(),
        is_typed: typed.is_some(),
        value: Value::Null,
        faults: Vec::new(),
        misread: Vec::new(),
        held,
    };
    match typed {
        Some(texts) => take_texts(&mut state, texts.clone(), today),
        None => take_held(&mut state),
    }
    state
}

/// Shows these texts and reads them.
pub fn take_texts(state: &mut FieldState, texts: Vec<String>, today: Date) {
    let plan = &state.plan;
    let (value, misread) = if plan.kind.parts().is_empty() {
        let text = texts.first().map_or("", String::as_str);
        match read(plan.kind, &plan.codes, text, today) {
            Ok(value) => (value, Vec::new()),
            Err(fault) => (Value::Null, vec![(0, fault)]),
        }
    } else {
        let reading = read_block(plan, &texts, &state.held, today);
        (reading.value, reading.faults)
    };
    state.value = if misread.is_empty() { value_or_unticked(plan, value) } else { Value::Null };
    (state.texts, state.misread) = (texts, misread);
}

/// Shows what the case holds.
pub fn take_held(state: &mut FieldState) {
    let texts = format::input(state.plan.kind, &state.held);
    let fits = texts.is_some();
    state.texts = texts.unwrap_or_else(|| vec![String::new(); format::parts_of(state.plan.kind)]);
    let is_shown_only = matches!(state.plan.kind, FieldKind::Object(_) | FieldKind::List(_)) || state.plan.is_read_only;
    state.misread = if fits || is_shown_only { Vec::new() } else { vec![(0, Fault::WrongKind)] };
    state.value = if fits || is_shown_only { value_or_unticked(&state.plan, state.held.clone()) } else { Value::Null };
}

/// A box that nobody ticked means no.
fn value_or_unticked(plan: &FieldPlan, value: Value) -> Value {
    let is_box = plan.kind == FieldKind::YesNo && !plan.is_question() && !plan.is_read_only;
    if is_box && value.is_null() { Value::from(false) } else { value }
}
