//! Keys while an element of a form is selected.

use super::tree::{neighbour_place, standings};
use crate::edit::{Command, ContentCommand};
use crate::model::{Form, FormElementId, Subject};
use crate::view::{Action, Selection, ViewContext};
use egui::{Key, Modifiers, Ui};

/// Delete removes, Alt with an arrow moves, an arrow alone goes to the next element, Escape to the form itself.
pub fn handle(ui: &Ui, context: &ViewContext<'_>, form: &Form, selected: Option<FormElementId>, actions: &mut Vec<Action>) {
    let Some(selected) = selected.filter(|_| ui.ctx().memory(|memory| memory.focused().is_none()) && !egui::Popup::is_any_open(ui.ctx()))
    else {
        return;
    };
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let subject = Subject::FormElement(form.id, selected);
    if pressed(Modifiers::NONE, Key::Delete) || pressed(Modifiers::NONE, Key::Backspace) {
        let command = Command::Remove(vec![subject]);
        match context.editor.try_command(&command) {
            Ok(()) => {
                actions.push(Action::Apply(command));
                actions.push(Action::Select(Selection::only(
                    next(form, selected).map_or(Subject::Form(form.id), |next| Subject::FormElement(form.id, next)),
                )));
            }
            Err(refusal) => actions.push(Action::Say(context.texts.refusal(&refusal))),
        }
        return;
    }
    for (key, step) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1), (Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
        if pressed(Modifiers::ALT, key)
            && let Some(place) = neighbour_place(form, selected, step)
        {
            let command = ContentCommand::MoveElement { element: selected, place };
            actions.push(Action::ApplyQuietly(Command::Content(command)));
        } else if pressed(Modifiers::NONE, key)
            && let Some(other) = along(form, selected, step)
        {
            actions.push(Action::Select(Selection::only(Subject::FormElement(form.id, other))));
        }
    }
    if pressed(Modifiers::NONE, Key::Escape) {
        actions.push(Action::Select(Selection::only(Subject::Form(form.id))));
    }
}

/// The element before or behind another in reading order, on the same page.
fn along(form: &Form, from: FormElementId, step: isize) -> Option<FormElementId> {
    let standings = standings(form);
    let page = standings.get(&from)?.page;
    let order: Vec<FormElementId> =
        form.elements().into_iter().map(|element| element.id).filter(|id| standings.get(id).is_some_and(|it| it.page == page)).collect();
    let at = order.iter().position(|id| *id == from)?;
    order.get(at.checked_add_signed(step)?).copied()
}

/// The element that is selected once another is gone: the one behind it in its container, else the one before.
fn next(form: &Form, gone: FormElementId) -> Option<FormElementId> {
    let standings = standings(form);
    let own = *standings.get(&gone)?;
    let beside = |index: usize| standings.iter().find(|(_, it)| it.container == own.container && it.index == index).map(|(id, _)| *id);
    beside(own.index + 1).or_else(|| beside(own.index.checked_sub(1)?)).or((own.container != own.page).then_some(own.container))
}
