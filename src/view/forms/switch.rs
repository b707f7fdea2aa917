//! What of the place *Formulare* is shown: the forms, or the data that they ask for.

use crate::view::ViewContext;
use crate::view::icons::Icon;
use crate::view::widgets::{Segment, segmented};
use egui::Ui;

/// What is shown of forms and data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormsView {
    /// A form on its paper.
    #[default]
    Form,
    /// Objects, fields and code lists.
    Data,
}

/// Draws the switch.
pub fn switch_ui(ui: &mut Ui, context: &ViewContext<'_>, view: &mut FormsView) {
    let texts = context.texts;
    let segments = [
        Segment {
            value: FormsView::Form,
            text: texts.get("forms-view-form"),
            icon: Some(Icon::Form),
            tooltip: texts.get("forms-view-form-help"),
        },
        Segment {
            value: FormsView::Data,
            text: texts.get("forms-view-data"),
            icon: Some(Icon::Data),
            tooltip: texts.get("forms-view-data-help"),
        },
    ];
    if let Some(chosen) = segmented(ui, context.theme, view, &segments, false) {
        *view = chosen;
    }
}
