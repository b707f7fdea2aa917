//! What of the place *Formulare* is shown: the forms, the data that they ask for, or the languages in which they can be read.

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
    /// Translations of what citizens read.
    Languages,
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
        Segment {
            value: FormsView::Languages,
            text: texts.get("forms-view-languages"),
            icon: Some(Icon::Language),
            tooltip: texts.get("forms-view-languages-help"),
        },
    ];
    if let Some(chosen) = segmented(ui, context.theme, view, &segments, false) {
        *view = chosen;
    }
}
