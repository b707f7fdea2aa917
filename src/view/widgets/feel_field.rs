//! A text field for a condition or expression: fixed-width type, what is wrong with it beneath and marked at its place, and what may be
//! written next.

use super::completion::Completion;
use super::text_field::Lettering;
use super::{TextField, error_text};
use crate::edit::Command;
use crate::expr::{Fields, Type};
use crate::model::Subject;
use crate::view::expressions::{fault_of, fields_at};
use crate::view::{Action, ViewContext};
use egui::{Response, Ui};
use std::sync::Arc;

/// An expression of the document to be edited in place.
pub struct FeelField<'a> {
    /// As for any text field.
    pub field: TextField<'a>,
    /// Whose expression it is: its names may be used. `None`: the text is no whole expression, and only the checks know what is wrong.
    pub at: Option<Subject>,
    /// What it must yield, if that is known.
    pub expected: Option<Type>,
    /// What the checks say of the expression in the document, as a sentence.
    pub fault: Option<&'a str>,
}

impl FeelField<'_> {
    /// Draws it over the whole width; keystrokes preview the command, leaving commits it. While it is edited, what is wrong is shown
    /// as it is typed.
    pub fn ui(
        self,
        ui: &mut Ui,
        context: &ViewContext<'_>,
        actions: &mut Vec<Action>,
        command: impl FnOnce(String) -> Command,
    ) -> Response {
        let Self { field, at, expected, fault } = self;
        let id = field.id;
        let Some(at) = at.filter(|_| ui.memory(|memory| memory.has_focus(id))) else {
            ui.data_mut(|data| data.remove::<Arc<Fields>>(id));
            let response = field.draw(ui, context, actions, Lettering::Fixed, command);
            if let Some(fault) = fault {
                error_text(ui, context.theme, fault);
            }
            return response;
        };
        let fields = fields_while_edited(ui, context, id, at);
        let taken = Completion::before(ui, context.texts, id, &fields);
        let typed = field.standing_text(ui);
        let text = taken.as_ref().unwrap_or(&typed);
        let fault = fault_of(context.texts, text, &fields, expected.as_ref());
        let mark = fault.as_ref().map(|fault| fault.span);
        let response = field.draw_with(ui, context, actions, Lettering::Marked(mark), taken, command);
        Completion::after(ui, context, &response, &fields);
        if let Some(fault) = fault {
            error_text(ui, context.theme, &fault.sentence);
        }
        response
    }
}

/// The names, gathered once while the field has the focus: the data model does not change meanwhile.
fn fields_while_edited(ui: &Ui, context: &ViewContext<'_>, id: egui::Id, at: Subject) -> Arc<Fields> {
    if let Some(fields) = ui.data(|data| data.get_temp::<Arc<Fields>>(id)) {
        return fields;
    }
    let fields = Arc::new(fields_at(context.document, at));
    ui.data_mut(|data| data.insert_temp(id, Arc::clone(&fields)));
    fields
}
