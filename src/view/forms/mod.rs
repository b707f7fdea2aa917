//! Forms: filling them in, and the place where they are designed.
//!
//! [`fill_ui`] draws a [`Filling`] as people see it; the preview and playing through use it. The place *Formulare* is a
//! [`list_ui`] of forms and, in the middle, [`ui`]: the form on its paper, to be changed by hand, or its preview. What is
//! selected in it are the document's own elements, so the inspector shows them like any other.

mod bar;
mod design;
mod drag;
mod fill;
mod grid;
mod keys;
mod list;
mod look;
mod palette;
mod preview;
mod switch;
mod tree;

pub use fill::{FillState, fill_ui};
pub use list::list_ui;
pub use look::{Look, Screen};
pub use switch::{FormsView, switch_ui};

use super::widgets::empty_state;
use super::{Action, Selection, ViewContext};
use crate::check::Aspect;
use crate::edit::{Command, ContentCommand};
use crate::form::{Filling, Plan};
use crate::model::{ElementKind, Form, FormElementId, FormId, LanguageId, Subject};
use crate::view::icons::Icon;
use egui::Ui;
use preview::Preview;
use std::sync::Arc;

/// What the place of forms remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct FormsState {
    /// What of forms and data is shown.
    pub view: FormsView,
    form: Option<FormId>,
    page: Option<FormElementId>,
    /// The form being renamed in the list.
    renaming: Option<FormId>,
    /// The form as it is drawn on its paper, with one entry in each repeatable group.
    specimen: Option<Filling>,
    drag: drag::Drag,
    /// While something is being added: the number that it has at least.
    awaited: Option<u32>,
    preview: Option<Preview>,
    /// On which screen, and in which language besides German, a form is tried.
    screen: Screen,
    language: Option<LanguageId>,
}

impl FormsState {
    /// The form that is shown: that of the selection, else the one shown before, else the first.
    fn current<'a>(&mut self, context: &ViewContext<'a>) -> Option<&'a Form> {
        if let Some(Subject::Form(form) | Subject::FormElement(form, _)) = context.selection.primary {
            self.form = Some(form);
        }
        let shown = self.form.and_then(|form| context.document.forms.get(form));
        let shown = shown.or_else(|| context.document.forms.values().next());
        self.form = shown.map(|form| form.id);
        shown
    }

    /// The page that is shown: that of the selection, else the one shown before, else the first.
    fn current_page(&mut self, form: &Form, selected: Option<FormElementId>) -> Option<FormElementId> {
        let page = tree::page_of(form, selected).or_else(|| tree::page_of(form, self.page)).or_else(|| form.pages.first());
        self.page = page.map(|page| page.id);
        self.page
    }
}

/// The selected element of a form.
fn selected_element(context: &ViewContext<'_>, form: FormId) -> Option<FormElementId> {
    match context.selection.primary {
        Some(Subject::FormElement(of, element)) if of == form => Some(element),
        _ => None,
    }
}

/// Draws the middle of the place: the form on its paper, or its preview.
pub fn ui(ui: &mut Ui, context: &ViewContext<'_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let look = Look::of(context);
    let Some(form) = state.current(context) else {
        ui.add_space(ui.available_height() * 0.25);
        let sentence = look.text("forms-none");
        if empty_state(ui, context.theme, Icon::Form, sentence, Some(look.text("forms-add"))) {
            actions.push(add_form(context));
        }
        leave_canvas(context, actions);
        await_what_is_added(context, state, actions);
        return;
    };
    select_one(context, form.id, actions);
    name_what_was_added(context, state, actions);
    let selected = selected_element(context, form.id);
    let Some(page) = state.current_page(form, selected) else { return };
    bar::ui(ui, context, state, form, page, actions);
    if state.preview.is_some() {
        preview::ui(ui, context, state, form);
    } else {
        design::ui(ui, context, state, form, page, actions);
        keys::handle(ui, context, form, selected, actions);
    }
    await_what_is_added(context, state, actions);
}

/// Notes that something is being added, so that it can be named at once.
fn await_what_is_added(context: &ViewContext<'_>, state: &mut FormsState, actions: &[Action]) {
    let is_adding = |action: &Action| {
        let Action::Apply(Command::Content(content)) = action else { return false };
        matches!(content, ContentCommand::AddForm { .. } | ContentCommand::AddField { .. } | ContentCommand::AddElement { .. })
    };
    if actions.iter().any(is_adding) {
        state.awaited = Some(context.document.next_id);
    }
}

/// Puts the keyboard focus into the name of what was added just now.
fn name_what_was_added(context: &ViewContext<'_>, state: &mut FormsState, actions: &mut Vec<Action>) {
    let Some(awaited) = state.awaited.filter(|_| context.selection.subjects.len() == 1) else { return };
    match context.selection.primary {
        Some(Subject::Form(form)) if form.0 >= awaited => state.renaming = Some(form),
        Some(subject @ Subject::FormElement(form, element)) if element.0 >= awaited => {
            let added = context.document.forms.get(form).and_then(|form| form.elements().into_iter().find(|it| it.id == element));
            let is_text =
                added.is_some_and(|it| matches!(it.kind, ElementKind::Heading(_) | ElementKind::StaticText(_) | ElementKind::Hint { .. }));
            actions.push(Action::Reveal(subject, Some(if is_text { Aspect::Text } else { Aspect::Name })));
        }
        _ => return,
    }
    state.awaited = None;
}

/// Whether something is shown on the canvas and not here.
fn is_elsewhere(subject: Subject) -> bool {
    subject.is_shape() || subject.is_edge() || matches!(subject, Subject::Process(_))
}

/// Where there is no form, nothing of the canvas stays selected either.
fn leave_canvas(context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    if context.selection.primary.is_some_and(is_elsewhere) {
        actions.push(Action::Select(Selection::default()));
    }
}

/// Here one thing is selected at a time: of what a command made, the form or what stands in it; and never something of the canvas.
fn select_one(context: &ViewContext<'_>, shown: FormId, actions: &mut Vec<Action>) {
    let selection = context.selection;
    let Some(primary) = selection.primary.filter(|primary| !is_elsewhere(*primary)) else {
        actions.push(Action::Select(Selection::only(Subject::Form(shown))));
        return;
    };
    if selection.subjects.len() > 1 {
        let form = selection.subjects.iter().find(|subject| matches!(subject, Subject::Form(_))).copied();
        actions.push(Action::Select(Selection::only(form.unwrap_or(primary))));
    }
}

fn add_form(context: &ViewContext<'_>) -> Action {
    let name = context.texts.get("forms-new-name").to_owned();
    Action::Apply(Command::Content(ContentCommand::AddForm { name, step: None }))
}

/// The plan of a form; the one at hand if it still fits.
fn plan_for(context: &ViewContext<'_>, form: FormId, at_hand: Option<&Arc<Plan>>) -> Option<Arc<Plan>> {
    match at_hand.filter(|plan| plan.form == form && plan.is_current(context.document)) {
        Some(plan) => Some(Arc::clone(plan)),
        None => Plan::of(context.document, form).map(Arc::new),
    }
}
