//! Renaming on the paper: the name of an element, typed where it stands.

use super::deeds::Desk;
use super::look::Look;
use crate::edit::{Command, Record};
use crate::model::{DataField, Document, ElementKind, Form, FormElement, FormElementId, FormField};
use crate::view::Action;
use crate::view::widgets::{TextField, select_all};
use egui::{Id, Key, Rect, Stroke, StrokeKind, Ui, UiBuilder, vec2};

/// Height of a line for a name, and of the lines for a text, in points.
const LINE: f32 = 34.0;
const LINES: f32 = 76.0;

/// The element whose name is being typed.
#[derive(Clone, Copy, Debug)]
pub struct Naming {
    /// The element.
    pub element: FormElementId,
    has_begun: bool,
}

impl Naming {
    /// Begins with all of the name chosen, so that typing replaces it.
    pub fn of(element: FormElementId) -> Self {
        Self { element, has_begun: false }
    }

    /// Draws the field over the head of the element at `rect`. Answers with whether it ended, and then whether the element is to have
    /// the focus again.
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk<'_, '_>, rect: Rect, actions: &mut Vec<Action>) -> Option<bool> {
        let context = desk.context;
        let all = desk.form.elements();
        let Some(element) = all.into_iter().find(|element| element.id == self.element) else { return Some(false) };
        let is_text = matches!(element.kind, ElementKind::StaticText(_) | ElementKind::Hint { .. });
        let (lines, height) = if is_text { (3, LINES) } else { (1, LINE) };
        let place = Rect::from_min_size(rect.min + vec2(2.0, 2.0), vec2(rect.width() - 4.0, height));
        let theme = Look::of(context).theme;
        ui.painter().rect(place, 4, theme.paper, Stroke::new(2.0, theme.accent), StrokeKind::Outside);
        let mut inner = ui.new_child(UiBuilder::new().id_salt("naming").max_rect(place));
        // As in all of the studio, not as citizens see it.
        inner.set_style(ui.ctx().style_of(ui.ctx().theme()));
        let value = text_of(context.document, element);
        let id = Id::unique(("naming", desk.form.id, self.element));
        let field = TextField { id, label: context.texts.get("forms-name-here"), value: &value, hint: "", lines };
        let response = field.ui(&mut inner, context, actions, |text| Command::Put(renamed(context.document, desk.form, element, text)));
        if !self.has_begun {
            self.has_begun = true;
            response.request_focus();
            response.scroll_to_me(None);
            select_all(ui.ctx(), id);
            return None;
        }
        let by_key = ui.input(|input| [Key::Enter, Key::Escape, Key::Tab].into_iter().any(|key| input.key_pressed(key)));
        (!response.has_focus()).then_some(by_key)
    }
}

/// The data field whose name is the label: as long as the label says nothing else and no other field shows the same data.
pub fn named_by<'d>(document: &'d Document, field: &FormField) -> Option<&'d DataField> {
    let data = document.fields.get(field.data.last()?)?;
    let shows = document.forms.values().flat_map(Form::fields).filter(|(_, it)| it.data.last() == Some(data.id)).count();
    (field.label.is_empty() && shows == 1).then_some(data)
}

/// What the element is called, or says.
fn text_of(document: &Document, element: &FormElement) -> String {
    match &element.kind {
        ElementKind::Field(field) if field.label.is_empty() => {
            field.data.last().and_then(|data| document.fields.get(data)).map(|data| data.name.clone()).unwrap_or_default()
        }
        ElementKind::Field(field) => field.label.clone(),
        ElementKind::Group(group) => group.title.clone(),
        ElementKind::Heading(text) | ElementKind::StaticText(text) | ElementKind::Hint { text, .. } => text.clone(),
    }
}

/// The form, or the data behind a field, with another text for the element.
fn renamed(document: &Document, form: &Form, element: &FormElement, text: String) -> Record {
    if let ElementKind::Field(field) = &element.kind
        && let Some(data) = named_by(document, field)
    {
        return Record::DataField(DataField { name: text, ..data.clone() });
    }
    let mut form = form.clone();
    match form.element_mut(element.id).map(|element| &mut element.kind) {
        Some(ElementKind::Field(field)) => field.label = text,
        Some(ElementKind::Group(group)) => group.title = text,
        Some(ElementKind::Heading(own) | ElementKind::StaticText(own) | ElementKind::Hint { text: own, .. }) => *own = text,
        None => {}
    }
    Record::Form(form)
}
