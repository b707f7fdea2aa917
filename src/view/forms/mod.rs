//! Forms: filling them in, and the place where they are designed.
//!
//! [`fill_ui`] draws a [`Filling`] as people see it; the preview and playing through use it. The place *Formulare* is a
//! [`list_ui`] of forms and, in the middle, [`ui`]: the form on its paper, to be changed by hand, or its preview. What is
//! selected in it are the document's own elements, so the inspector shows them like any other.

mod bar;
mod deeds;
mod design;
mod drag;
mod fill;
mod frame;
mod grid;
mod in_language;
mod keys;
mod list;
mod look;
mod menu;
mod naming;
mod offers;
mod palette;
mod preview;
mod rules;
mod switch;
mod tabs;
mod tree;

pub use deeds::{Deed, derive};
pub use fill::{FillState, fill_ui, markdown::markdown_ui};
pub use in_language::{language_ui, look_in, messages_ui, plan_in};
pub use keys::lines as key_lines;
pub use list::list_ui;
pub use look::{Look, Screen};
pub use naming::named_by;
pub use rules::{condition_words, sentence as rule_sentence};
pub use switch::{FormsView, switch_ui};

use super::widgets::{empty_state, empty_view_air};
use super::{Action, Selection, ViewContext};
use crate::check::Aspect;
use crate::edit::{Command, ContentCommand};
use crate::form::{Filling, Plan};
use crate::model::{Form, FormElementId, FormId, LanguageId, Subject};
use crate::view::icons::Icon;
use egui::Ui;
use preview::Preview;
use std::collections::BTreeSet;
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
    /// The element being renamed on the paper.
    naming: Option<naming::Naming>,
    /// The form as it is drawn on its paper, with one entry in each repeatable group.
    specimen: Option<Filling>,
    drag: drag::Drag,
    /// While something is being added: the number that it has at least.
    awaited: Option<u32>,
    preview: Option<Preview>,
    /// On which screen, and in which language besides German, a form is tried.
    screen: Screen,
    language: Option<LanguageId>,
    /// Where the tabs of its pages are drawn.
    tabs: Vec<(FormElementId, egui::Rect)>,
    /// What can have the focus on the paper.
    spots: Vec<egui::Id>,
    /// What had the focus in the frame before, and whether a list or menu was open in it.
    focused: Option<egui::Id>,
    had_popup: bool,
    /// What is to be brought into view.
    reveals: Option<FormElementId>,
    /// What is to take the focus once it is selected.
    wants_focus: Option<FormElementId>,
    /// The menu of the selection is to open; then its first entry is to take the focus.
    opens_menu: bool,
    enters_menu: bool,
    /// The list of what can be added is to open.
    opens_palette: bool,
    /// A deed that was found in the command palette.
    asked: Option<Deed>,
    /// Whether the rules are shown below the paper.
    shows_rules: bool,
}

impl FormsState {
    /// The form that is shown: that of the selection, else the one shown before, else the first.
    fn current<'a>(&mut self, context: &ViewContext<'a>) -> Option<&'a Form> {
        if let Some(Subject::Form(form) | Subject::FormElement(form, _)) = context.selection.primary {
            self.form = Some(form);
        }
        let shown = self.form.and_then(|form| context.document.forms.get(form));
        let shown = shown.or_else(|| context.document.listed_forms().next());
        self.form = shown.map(|form| form.id);
        shown
    }

    /// The page that is shown: that of the selection, else the one shown before, of this form or one that it shows, else the first.
    fn current_page(&mut self, context: &ViewContext<'_>, form: &Form, selected: Option<FormElementId>) -> Option<FormElementId> {
        let target = selected.and_then(|selected| form.rules.iter().find(|rule| rule.id == selected)).and_then(|rule| rule.targets.first());
        let shown = context.document.shown_forms(form.id).into_iter().filter_map(|form| context.document.forms.get(form));
        let is_foreign = |page: &FormElementId| shown.into_iter().any(|form| form.pages.iter().any(|own| own.id == *page));
        let own = |element: Option<FormElementId>| tree::page_of(form, element).map(|page| page.id);
        let page = own(selected).or_else(|| own(target.copied().filter(|_| selected.is_some())));
        let page = page.or_else(|| own(self.page)).or_else(|| self.page.filter(is_foreign));
        self.page = page.or_else(|| form.pages.first().map(|page| page.id));
        self.page
    }

    /// Does this in the next frame.
    pub fn ask(&mut self, deed: Deed) {
        self.asked = Some(deed);
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
        empty_view_air(ui);
        let sentence = look.text("forms-none");
        if empty_state(ui, context.theme, Icon::Form, sentence, Some(look.text("forms-add"))) {
            actions.push(add_form(context));
        }
        leave_canvas(context, actions);
        await_what_is_added(context, state, actions);
        return;
    };
    settle_selection(context, form, actions);
    name_what_was_added(context, state, actions);
    let selected = selected_element(context, form.id);
    let Some(page) = state.current_page(context, form, selected) else { return };
    let desk = desk_of(context, form, page, state.screen);
    let gap = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
    bar::ui(ui, &desk, state, actions);
    if state.preview.is_some() {
        ui.spacing_mut().item_spacing.y = gap;
        preview::ui(ui, context, state, form);
    } else {
        tabs::ui(ui, &desk, state, actions);
        ui.spacing_mut().item_spacing.y = gap;
        if let Some(deed) = state.asked.take() {
            keys::perform(deed, &desk, state, actions);
        }
        keys::handle(ui, &desk, state, actions);
        let hides_paper = state.shows_rules && !rules::leave_room(ui);
        if state.shows_rules {
            rules::ui(ui, &desk, state, actions);
        }
        if !hides_paper {
            design::ui(ui, &desk, state, actions);
        }
    }
    await_what_is_added(context, state, actions);
}

/// The form with what is selected of it, in reading order, for one of the screens.
fn desk_of<'a, 'c>(context: &'a ViewContext<'c>, form: &'a Form, page: FormElementId, screen: Screen) -> deeds::Desk<'a, 'c> {
    let chosen: BTreeSet<FormElementId> = context
        .selection
        .subjects
        .iter()
        .filter_map(|subject| if let Subject::FormElement(of, id) = subject { (*of == form.id).then_some(*id) } else { None })
        .collect();
    let elements = tree::topmost(form, &chosen);
    let others = form.pages.iter().map(|page| page.id).chain(form.rules.iter().map(|rule| rule.id)).filter(|id| chosen.contains(id));
    let selected = if elements.is_empty() { others.collect() } else { elements };
    deeds::Desk { context, form, page, selected, screen, standings: tree::standings(form) }
}

/// Notes that something is being added, so that it can be named at once.
fn await_what_is_added(context: &ViewContext<'_>, state: &mut FormsState, actions: &[Action]) {
    let is_adding = |action: &Action| {
        let Action::Apply(Command::Content(content)) = action else { return false };
        matches!(
            content,
            ContentCommand::AddForm { .. }
                | ContentCommand::AddPage { .. }
                | ContentCommand::AddField { .. }
                | ContentCommand::AddElement { .. }
        )
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
            let form = context.document.forms.get(form);
            if form.is_some_and(|form| form.elements().into_iter().any(|it| it.id == element)) {
                state.naming = Some(naming::Naming::of(element));
            } else {
                actions.push(Action::Reveal(subject, Some(Aspect::Name)));
            }
        }
        _ => return,
    }
    state.awaited = None;
}

/// Whether something is shown on the canvas and not here.
fn is_elsewhere(subject: Subject) -> bool {
    subject.is_shape() || subject.is_edge() || matches!(subject, Subject::Process(_) | Subject::Language(_))
}

/// Where there is no form, nothing of the canvas stays selected either.
fn leave_canvas(context: &ViewContext<'_>, actions: &mut Vec<Action>) {
    if context.selection.primary.is_some_and(is_elsewhere) {
        actions.push(Action::Select(Selection::default()));
    }
}

/// Here forms, pages, elements and rules are selected: of all that a command made, the form; else the pages; else the elements that lie
/// in no other one; and never something of the canvas.
fn settle_selection(context: &ViewContext<'_>, shown: &Form, actions: &mut Vec<Action>) {
    let selection = context.selection;
    let Some(primary) = selection.primary.filter(|primary| !is_elsewhere(*primary)) else {
        actions.push(Action::Select(Selection::only(Subject::Form(shown.id))));
        return;
    };
    if selection.subjects.len() < 2 {
        return;
    }
    let form = selection.subjects.iter().find(|subject| matches!(subject, Subject::Form(_))).copied();
    let chosen: BTreeSet<FormElementId> = selection
        .subjects
        .iter()
        .filter_map(|subject| if let Subject::FormElement(of, id) = subject { (*of == shown.id).then_some(*id) } else { None })
        .collect();
    let page = shown.pages.iter().find(|page| chosen.contains(&page.id)).map(|page| Subject::FormElement(shown.id, page.id));
    let settled = match form.or(page) {
        Some(only) => Selection::only(only),
        None if chosen.is_empty() => Selection::only(primary),
        None => {
            let elements: BTreeSet<Subject> =
                tree::topmost(shown, &chosen).into_iter().map(|id| Subject::FormElement(shown.id, id)).collect();
            let primary = Some(primary).filter(|primary| elements.contains(primary)).or_else(|| elements.last().copied());
            if elements.is_empty() {
                return;
            }
            Selection { subjects: elements, primary }
        }
    };
    if settled != *selection {
        actions.push(Action::Select(settled));
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
