//! A text field for a condition or expression: fixed-width type, and what is wrong with it beneath.

use super::text_field::Lettering;
use super::{TextField, error_text};
use crate::edit::Command;
use crate::view::{Action, ViewContext};
use egui::{Response, Ui};

/// An expression of the document to be edited in place.
pub struct FeelField<'a> {
    /// As for any text field.
    pub field: TextField<'a>,
    /// What is wrong with the expression as it stands, as a sentence.
    pub fault: Option<&'a str>,
}

impl FeelField<'_> {
    /// Draws it over the whole width; keystrokes preview the command, leaving commits it.
    pub fn ui(
        self,
        ui: &mut Ui,
        context: &ViewContext<'_>,
        actions: &mut Vec<Action>,
        command: impl FnOnce(String) -> Command,
    ) -> Response {
        let response = self.field.draw(ui, context, actions, Lettering::Fixed, command);
        if let Some(fault) = self.fault {
            error_text(ui, context.theme, fault);
        }
        response
    }
}
