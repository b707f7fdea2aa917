//! What a service answers, or a script sets, as a form on the stage: filled in with what its double gives usually.

use crate::form::{Filling, Plan};
use crate::model::{Assignment, Document, ElementKind, FieldKind, Form, FormElement, FormElementId, FormField, FormId, Page};
use crate::sim::{Run, Spot};
use std::sync::Arc;

/// A form that asks for everything that the double answers, filled in with its usual answer. `None` if it answers nothing, or something
/// that is no field of the data.
pub(super) fn filling(document: &Document, run: &Run, at: Spot, answer: &[Assignment]) -> Option<Filling> {
    let mut with_form = document.clone();
    let form: FormId = with_form.new_id();
    let page: FormElementId = with_form.new_id();
    let mut elements = Vec::new();
    for assignment in answer {
        let path = document.find_path(assignment.target.trim())?;
        let kind = document.fields.get(path.last()?)?.kind;
        // A yes or no that must be given is a question; otherwise it were a box.
        let field = FormField { is_required: kind == FieldKind::YesNo, ..FormField::of(path) };
        elements.push(FormElement::new(with_form.new_id(), ElementKind::Field(field)));
    }
    if elements.is_empty() {
        return None;
    }
    let page = Page { elements, ..Page::new(page, "") };
    with_form.forms.insert(form, Form::new(form, "antwort", "", vec![page]));
    let plan = Plan::of(&with_form, form)?;
    let now = crate::expr::DateTime::read(&run.state().now().to_string())?;
    let mut filling = Filling::new(Arc::new(plan), run.state().data().clone(), now);
    for (target, value) in run.usual_answer(at) {
        filling.put_path(&target, &value);
    }
    Some(filling)
}
